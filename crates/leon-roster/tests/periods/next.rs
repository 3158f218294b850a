use crate::example;
use leon_model::{Assignment, Burden, Hours, Minutes, Period, Roster, Strength, Wanted, Wish};
use leon_roster::{Iterations, RosterOptions, next_period, plan_roster, settle_wishes};

fn duty(person: &str, date: &str, shift: &str) -> Assignment {
    Assignment { person: person.into(), date: date.parse().unwrap(), shift: shift.into(), function: None }
}

#[test]
fn what_was_worked_becomes_history() {
    let period = example();
    // The last week is 28 December to 3 January. s06 works its Wednesday night 23 to 7: 8 hours, of which 22 to 5 makes
    // 6; and the Sunday, 7 to 15.
    let assignments =
        vec![duty("s06", "2026-12-30", "n"), duty("s06", "2027-01-03", "d"), duty("s06", "2026-12-01", "d")];
    let next = Period::new(next_period(&period, &Roster { assignments, uncovered: None })).unwrap();
    let person = next.person(&"s06".into()).unwrap();
    // The one of 1 December is more than two weeks back.
    assert_eq!(person.history.duties.len(), 2);
    let week = |monday: &str| *person.history.weeks.iter().find(|it| it.monday == monday.parse().unwrap()).unwrap();
    let last = week("2026-12-28");
    // Two shifts of 8 hours, pauses paid.
    assert_eq!((last.hours, last.night_hours, last.weekend), (Minutes(960), Minutes(360), true));
    assert_eq!((week("2026-11-30").hours, week("2026-11-30").weekend), (Minutes(480), false));
    // 14 weeks from 12 October end on 17 January: the norm period goes on with what was worked.
    let norm = person.contract.norm;
    assert_eq!((norm.first, norm.worked), ("2026-10-12".parse().unwrap(), Minutes(168 * 60 + 960 + 480)));
    // Nobody else worked a night: s06 carries 8 hours, and the fair share is a part of them by weekly hours.
    let can: f64 = ["s01", "s03", "s04", "s05", "s06", "a01", "a02", "a03"]
        .iter()
        .map(|id| period.person(&(*id).into()).unwrap().contract.hours_per_week)
        .fold(0.0, |sum, Hours(it)| sum + it);
    let fair = 8.0 * 28.0 / can;
    assert_eq!(person.history.burden.of(Burden::Nights), Minutes(((8.0 - fair) * 60.0).round() as i64));
}

#[test]
fn wishes_are_kept_account_of() {
    let mut tables = example().into_tables();
    let wish = |id: &str, person: &str, wanted: Wanted, date: &str| Wish {
        id: id.into(),
        person: person.into(),
        wanted,
        from: date.parse().unwrap(),
        to: date.parse().unwrap(),
        strength: Strength::Soft(1.0),
        stated: None,
    };
    tables.wish_round = None;
    tables.wishes = vec![
        wish("w1", "s01", Wanted::Off, "2026-12-24"),
        wish("w2", "s03", Wanted::Off, "2026-12-24"),
        wish("w3", "s01", Wanted::On, "2026-12-05"),
        wish("w4", "s02", Wanted::Off, "2026-12-05"),
    ];
    let period = Period::new(tables).unwrap();
    // s03 works on Christmas Eve; s01 is off, as both wished; nobody works on the fifth.
    let roster = Roster { assignments: vec![duty("s03", "2026-12-24", "e")], uncovered: None };
    let settled = settle_wishes(&period, &roster);
    let found: Vec<_> = settled.iter().map(|it| (it.person.to_string(), it.granted, it.refused, it.popular)).collect();
    assert_eq!(found, [("s01".to_owned(), 1, 1, 1), ("s02".to_owned(), 1, 0, 0), ("s03".to_owned(), 0, 1, 0)]);
    let next = next_period(&period, &roster);
    let s01 = next.people.iter().find(|it| it.id == "s01".into()).unwrap();
    // In 2025 9 were granted and 3 refused; 2026 is new.
    let years: Vec<_> = s01.wish_account.iter().map(|it| (it.year, it.granted, it.refused, it.popular)).collect();
    assert_eq!(years, [(2025, 9, 3, 1), (2026, 1, 1, 1)]);
}

#[test]
fn a_year_can_be_planned_period_by_period() {
    let mut period = example();
    for _ in 0..3 {
        let planned = plan_roster(&period, &RosterOptions::new(&Iterations(300_000))).unwrap();
        // What the local agreement or the notice does not settle is the new period's to say.
        assert!(planned.verdict.stands(), "{:?}", planned.verdict.broken);
        period = Period::new(next_period(&period, &planned.roster)).unwrap();
    }
}

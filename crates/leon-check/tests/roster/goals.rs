//! What a roster is worth, by arithmetic.

use crate::tiny;
use leon_check::{RosterVerdict, check_roster};
use leon_model::*;

fn hour(hour: u16) -> TimeOfDay {
    TimeOfDay(hour * 60)
}

/// Two nurses, `a` full time and `b` half time, on a ward with day and night shifts; a week; no rules.
fn tables() -> PeriodTables {
    let mut tables = tiny::tables(tiny::date("2026-11-23"), tiny::date("2026-11-29"));
    tables.shift_types = vec![
        tiny::shift_type("d", ShiftKind::Day, hour(7), hour(15)),
        tiny::shift_type("n", ShiftKind::Night, hour(23), hour(7)),
    ];
    let mut half = tiny::person("b");
    half.contract.hours_per_week = Hours(18.5);
    tables.people = vec![tiny::person("a"), half];
    tables
}

fn duty(person: &str, day: i32, shift: &str) -> Assignment {
    Assignment { person: person.into(), date: tiny::date("2026-11-23") + day, shift: shift.into(), function: None }
}

fn check(tables: PeriodTables, assignments: &[Assignment], published: Option<&[Assignment]>) -> RosterVerdict {
    let period = Period::new(tables).unwrap_or_else(|problems| panic!("{problems:?}"));
    let roster = |it: &[Assignment]| Roster { assignments: it.to_vec(), uncovered: None };
    let published =
        published.map(|it| Published { roster: roster(it), changes_told: tiny::moment("2026-11-23 00:00") });
    check_roster(&period, &roster(assignments), published.as_ref())
}

fn row(from: u16, to: u16, need: CoverNeed, who: Who) -> Cover {
    Cover {
        unit: "ward".into(),
        days: Days { dates: vec![tiny::date("2026-11-23")], ..Days::default() },
        span: Span { from: hour(from), to: hour(to) },
        who,
        kinds: vec![],
        need,
        surplus: Some(2),
        weight: 2.0,
        evidence: None,
    }
}

#[test]
fn cover_and_target_count_person_hours() {
    let mut tables = tables();
    tables.cover = vec![row(7, 16, CoverNeed::Table { min: 1, target: 2 }, Who::default())];
    // One from 7 to 15, nobody from 15 to 16: 1 h short × 2; one below the target for 9 h × 2.
    let verdict = check(tables.clone(), &[duty("a", 0, "d")], None);
    assert_eq!((verdict.value(RosterGoal::Cover), verdict.value(RosterGoal::Target)), (2.0, 18.0));
    assert_eq!((verdict.cover[0].fewest, verdict.cover[0].most), (0, 1));

    // Both there, and a limit of one: 8 h too many × 2, and the last hour as before, 2 × (1 + 1).
    tables.cover[0].need = CoverNeed::Table { min: 1, target: 1 };
    tables.cover[0].surplus = Some(1);
    let verdict = check(tables, &[duty("a", 0, "d"), duty("b", 0, "d")], None);
    assert_eq!((verdict.value(RosterGoal::Cover), verdict.value(RosterGoal::Target)), (2.0, 16.0));
}

#[test]
fn a_night_covers_the_next_morning_and_is_longer_in_autumn() {
    let mut tables = tables();
    (tables.first, tables.last) = (tiny::date("2026-10-19"), tiny::date("2026-10-25"));
    for person in &mut tables.people {
        person.contract.norm.first = tables.first;
    }
    let mut night = row(23, 7, CoverNeed::Table { min: 1, target: 1 }, Who::default());
    night.days.dates = vec![tiny::date("2026-10-24")];
    tables.cover = vec![night];
    let duty = Assignment { date: tiny::date("2026-10-24"), ..duty("a", 0, "n") };
    assert_eq!(check(tables.clone(), &[], None).value(RosterGoal::Cover), 18.0); // 9 h × 2
    assert_eq!(check(tables, &[duty], None).value(RosterGoal::Cover), 0.0);
}

#[test]
fn trainees_count_where_they_are_asked_for() {
    let mut tables = tables();
    tables.people[1].experience = Experience::Trainee;
    let trainees = Who { experience: vec![Experience::Trainee], ..Who::default() };
    tables.cover = vec![
        row(7, 15, CoverNeed::Table { min: 1, target: 1 }, Who::default()),
        row(7, 15, CoverNeed::Table { min: 1, target: 1 }, trainees.clone()),
    ];
    let verdict = check(tables.clone(), &[duty("b", 0, "d")], None);
    assert_eq!(verdict.cover.iter().map(|it| it.short.0).collect::<Vec<_>>(), [480, 0]);

    // No more trainees than experienced colleagues: 8 h without.
    let experienced = Who { experience: vec![Experience::Experienced], ..Who::default() };
    tables.cover.clear();
    tables.mix = vec![MixRow {
        unit: "ward".into(),
        days: Days { weekdays: vec![Weekday::Monday], ..Days::default() },
        span: Span { from: hour(7), to: hour(15) },
        mix: Mix::AtMostPer { of: trainees, factor: 1.0, per: experienced },
        weight: 1.0,
    }];
    assert_eq!(check(tables.clone(), &[duty("b", 0, "d")], None).value(RosterGoal::Cover), 8.0);
    let both = [duty("a", 0, "d"), duty("b", 0, "d")];
    assert_eq!(check(tables, &both, None).value(RosterGoal::Cover), 0.0);
}

#[test]
fn hours_beside_the_norm_cost_their_price() {
    let mut tables = tables();
    // a owes 37 h and works 40; b owes 18.5 h and works 16: (3 + 2.5) h × 240 kr.
    let duties: Vec<Assignment> =
        (0..5).map(|day| duty("a", day, "d")).chain((0..2).map(|day| duty("b", day, "d"))).collect();
    let verdict = check(tables.clone(), &duties, None);
    assert_eq!(verdict.value(RosterGoal::Cost), 1320.0);
    assert_eq!(verdict.norms[1].owed, Minutes(1110));
    assert!(!verdict.norms[0].ends);

    // An unpaid pause counts out: 5 × 7.5 h is half an hour above.
    tables.shift_types[0].pause_paid = false;
    assert_eq!(check(tables, &duties[..5], None).value(RosterGoal::Cost), 120.0 + 18.5 * 240.0);
}

#[test]
fn burden_is_shared_by_hours_and_remembered() {
    let mut tables = tables();
    // Two nights, 16 h. By 37 : 18.5 a's fair share is 10.67 h, b's 5.33. a takes both: (16 − 10.67)² = 28.44.
    let nights = [duty("a", 0, "n"), duty("a", 1, "n")];
    let value = |tables: &PeriodTables| check(tables.clone(), &nights, None).value(RosterGoal::Burden);
    assert!((value(&tables) - (16.0 / 3.0_f64).powi(2)).abs() < 1e-9);

    // Carried before: 2 h more.
    tables.people[0].history.burden.0[Burden::Nights as usize] = Minutes(120);
    assert!((value(&tables) - (16.0 / 3.0 + 2.0_f64).powi(2)).abs() < 1e-9);

    // Whom a restriction keeps from nights shares none of them: all 16 h are a's, and 2 h are above.
    let restriction = Restriction::NotKinds(vec![ShiftKind::Night]);
    tables.people[1].considerations = vec![Consideration { reason: Reason::Senior, restriction }];
    assert!((value(&tables) - 4.0).abs() < 1e-9);
}

#[test]
fn a_senior_is_to_carry_a_part_and_a_temp_shares_nothing() {
    let mut tables = tables();
    let nights = [duty("a", 0, "n"), duty("a", 1, "n")];
    let value = |tables: &PeriodTables, duties: &[_]| check(tables.clone(), duties, None).value(RosterGoal::Burden);
    // a is to carry half a fair share: by 18.5 : 18.5 of 16 h it is 8 h, and 8 h are above.
    let senior = Consideration { reason: Reason::Senior, restriction: Restriction::BurdenShareMax(0.5) };
    tables.people[0].considerations = vec![senior];
    assert!((value(&tables, &nights) - 64.0).abs() < 1e-9);
    // A temp without weekly hours takes a third night: what the others share is 16 h as before.
    let mut temp = tables.people[1].clone();
    temp.id = "temp".into();
    temp.contract.hours_per_week = leon_model::Hours(0.0);
    temp.history.burden.0 = [Minutes(-48 * 60); 5];
    tables.people.push(temp);
    let third = [&nights[..], &[duty("temp", 2, "n")]].concat();
    assert!((value(&tables, &third) - 64.0).abs() < 1e-9);
}

#[test]
fn a_refused_wish_weighs_more_after_refusals() {
    let mut tables = tables();
    let wish = Wish {
        id: "w".into(),
        person: "a".into(),
        wanted: Wanted::Off,
        from: tiny::date("2026-11-23"),
        to: tiny::date("2026-11-23"),
        strength: Strength::Soft(2.0),
        stated: None,
    };
    tables.wishes = vec![wish];
    let value = |tables: &PeriodTables| check(tables.clone(), &[duty("a", 0, "d")], None).value(RosterGoal::Wishes);
    assert_eq!(value(&tables), 2.0);
    // Three of four refused before: 2 × (1 + 0.75).
    tables.people[0].wish_account = vec![
        WishYear { year: 2024, granted: 1, refused: 1, popular: 0 },
        WishYear { year: 2025, granted: 0, refused: 2, popular: 1 },
    ];
    assert_eq!(value(&tables), 3.5);
    assert_eq!(check(tables, &[duty("a", 1, "d")], None).value(RosterGoal::Wishes), 0.0);
}

#[test]
fn stability_counts_dates_and_profiles_groups() {
    let mut tables = tables();
    let before = [duty("a", 0, "d"), duty("a", 1, "d"), duty("b", 0, "d")];
    // a's Monday becomes a night, b's Monday goes, b's Tuesday comes; a's Tuesday stays.
    let now = [duty("a", 0, "n"), duty("a", 1, "d"), duty("b", 1, "d")];
    let verdict = check(tables.clone(), &now, Some(&before));
    assert_eq!(verdict.value(RosterGoal::Stability), 3.0);
    assert_eq!(check(tables.clone(), &now, None).value(RosterGoal::Stability), 0.0);

    tables.groups.push(DayGroup { id: "ssa".into(), ..tables.groups[0].clone() });
    tables.people[1].group = "ssa".into();
    // Together on Tuesday's day shift.
    assert_eq!(check(tables, &now, None).value(RosterGoal::Profiles), 1.0);
}

#[test]
fn a_level_is_its_goals_by_weight() {
    let mut tables = tables();
    tables.goals = RosterGoals {
        levels: vec![vec![(RosterGoal::Cost, 0.5), (RosterGoal::Burden, 3.0)], vec![(RosterGoal::Wishes, 1.0)]],
    };
    let verdict = check(tables, &[duty("a", 0, "n")], None);
    let expected = 0.5 * verdict.value(RosterGoal::Cost) + 3.0 * verdict.value(RosterGoal::Burden);
    assert_eq!(verdict.levels, [expected, 0.0]);
    for (goal, value) in &verdict.goals {
        let parts: f64 = verdict.parts_of(*goal).map(|it| it.amount).sum();
        assert!((parts - value).abs() < 1e-9, "{goal}");
    }
}

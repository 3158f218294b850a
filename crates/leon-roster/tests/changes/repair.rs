use crate::ward::{MONDAY, duties, moved_duty, off, on, pack, period, published, sunday_noon, tables};
use leon_check::check_roster;
use leon_formats::period::{EXAMPLE, read_period};
use leon_model::{AbsenceKind, Date, Kroner, Minutes, Period, Published, RosterEvent, RosterGoal, Strength};
use leon_roster::{ChangeError, Iterations, RepairOptions, RosterOptions, WhyChanged, plan_roster, repair};

fn ill(person: &str, from: Date, days: i32) -> RosterEvent {
    RosterEvent::Absent {
        person: person.into(),
        from: from.midnight(),
        to: (from + days).midnight(),
        kind: AbsenceKind::Illness,
    }
}

#[test]
fn one_takes_the_duty_of_who_is_ill() {
    let mut it = tables("abc");
    it.wishes = vec![off("b", 0, Strength::Soft(1.0))];
    it.packs = vec![pack(vec![moved_duty()])];
    it.cover[0].days = on(&[0]);
    it.cover[1].days = on(&[1]);
    let (period, known) = (period(it), published(&["a0d", "c1e"]));
    for budget in [0, 20_000] {
        let repaired =
            repair(&period, &known, &[ill("a", MONDAY, 1)], &RepairOptions::new(&Iterations(budget))).unwrap();
        // b's wish counts 200, so c takes it.
        assert_eq!(duties(&repaired.roster), ["c0d", "c1e"]);
        let [gone, taken] = repaired.changes.as_slice() else { panic!("{:?}", repaired.changes) };
        assert_eq!((gone.changed.person.as_str(), &gone.because), ("a", &WhyChanged::Event(0)));
        assert_eq!((taken.changed.person.as_str(), &taken.because), ("c", &WhyChanged::TakesFrom("a".into())));
        // 19 hours of notice; 8 hours at 30 kr.
        assert_eq!((taken.notice, taken.dkk), (Minutes(19 * 60), Kroner(240.0)));
        assert!(repaired.open.is_empty() && repaired.facts.is_empty() && repaired.verdict.stands());
        // a's 8 hours are credited: what a has worked is what it was.
        assert_eq!(repaired.period.people[0].absences[0].credited, Minutes(480));
        let a = repaired.effects.iter().find(|it| it.person == "a".into()).unwrap();
        assert!(a.hours.is_empty(), "{a:?}");
    }
}

#[test]
fn nobody_is_asked_for_more_than_the_limit() {
    let mut it = tables("abc");
    it.cover.truncate(1);
    it.cover[0].days = on(&[0, 1]);
    let (period, known) = (period(it), published(&["a0d", "a1d"]));
    for (most, left) in [(0, 2), (1, 1), (2, 0)] {
        let options = RepairOptions { changes_max: Some(most), ..RepairOptions::new(&Iterations(20_000)) };
        let repaired = repair(&period, &known, &[ill("a", MONDAY, 2)], &options).unwrap();
        assert_eq!((repaired.changes.len(), repaired.open.len()), (2 + most, left), "{most}");
    }
}

#[test]
fn a_second_is_relieved_by_a_third_when_no_one_can_alone() {
    // b works the evening on Monday and may have the day; c may not work the day on Monday, and can the evening.
    let mut it = tables("abc");
    let mut not_day = off("c", 0, Strength::Hard);
    not_day.wanted = leon_model::Wanted::NotKind(leon_model::ShiftKind::Day);
    it.wishes = vec![not_day];
    let (period, known) = (period(it), published(&["a0d", "b0e"]));
    let repaired = repair(&period, &known, &[ill("a", MONDAY, 1)], &RepairOptions::new(&Iterations(0))).unwrap();
    assert_eq!(duties(&repaired.roster), ["b0d", "c0e"]);
    let reasons: Vec<_> = repaired.changes.iter().map(|it| it.because.clone()).collect();
    let takes = |from: &str| WhyChanged::TakesFrom(from.into());
    assert_eq!(reasons, [WhyChanged::Event(0), takes("a"), takes("b")]);
}

#[test]
fn who_must_be_free_and_who_leaves_have_nothing_left() {
    let (period, known) = (period(tables("ab")), published(&["a0d", "a2d", "a3d"]));
    let wish = RosterEvent::MustHave { wish: off("a", 2, Strength::Soft(1.0)) };
    let repaired = repair(&period, &known, &[wish], &RepairOptions::new(&Iterations(0))).unwrap();
    assert_eq!(duties(&repaired.roster), ["a0d", "a3d", "b2d"]);
    // b must work on Thursday as well, in any shift.
    let on = leon_model::Wish { wanted: leon_model::Wanted::On, ..off("b", 3, Strength::Hard) };
    let both = [RosterEvent::MustHave { wish: off("a", 2, Strength::Hard) }, RosterEvent::MustHave { wish: on }];
    let repaired = repair(&period, &known, &both, &RepairOptions::new(&Iterations(0))).unwrap();
    assert!(repaired.verdict.stands(), "{:?}", repaired.verdict.broken);
    assert!(duties(&repaired.roster).iter().any(|it| it.starts_with("b3")), "{:?}", duties(&repaired.roster));
    let leaves = RosterEvent::Leaves { person: "a".into(), from: MONDAY + 2 };
    let repaired = repair(&period, &known, &[leaves], &RepairOptions::new(&Iterations(0))).unwrap();
    assert_eq!(duties(&repaired.roster), ["a0d", "b2d", "b3d"]);
}

#[test]
fn what_has_begun_stays() {
    // It is told on Monday at 12: a's day has begun, and nobody can take what began at 7.
    let (period, known) = (period(tables("abc")), published(&["a0d", "b0e"]));
    let known = Published { changes_told: sunday_noon() + leon_model::Seconds(86_400), ..known };
    let repaired = repair(&period, &known, &[ill("a", MONDAY, 1)], &RepairOptions::new(&Iterations(0))).unwrap();
    assert_eq!(duties(&repaired.roster), ["b0e"]);
    assert_eq!(repaired.open.len(), 1);
    assert_eq!(repaired.verdict.value(RosterGoal::Cover), 104.0); // 14 shifts of 8 hours but one are open
    // b is ill as well: the evening begins later, and c takes it.
    let both = [ill("a", MONDAY, 1), ill("b", MONDAY, 1)];
    let repaired = repair(&period, &known, &both, &RepairOptions::new(&Iterations(0))).unwrap();
    assert_eq!(duties(&repaired.roster), ["c0e"]);
}

#[test]
fn more_cover_is_filled_and_less_is_left_alone() {
    let (period, known) = (period(tables("abc")), published(&["a0d", "b0e"]));
    let changed = |min, target| RosterEvent::CoverChanged { row: 0, from: MONDAY, to: MONDAY, min, target };
    for budget in [0, 20_000] {
        let budget = Iterations(budget);
        let options = RepairOptions { days: 0, ..RepairOptions::new(&budget) };
        let repaired = repair(&period, &known, &[changed(2, 2)], &options).unwrap();
        // c is free on Monday and takes a second day duty; the row of that date has its own number now.
        assert_eq!(duties(&repaired.roster), ["a0d", "b0e", "c0d"], "{budget:?}");
        assert_eq!(repaired.changes[0].because, WhyChanged::Event(0));
        assert_eq!((repaired.period.cover.len(), repaired.period.cover[2].need.min()), (3, 2));
        assert!(!repaired.period.cover[0].days.contain(MONDAY, false));
        assert!(repaired.open.is_empty());
    }
    let repaired = repair(&period, &known, &[changed(0, 0)], &RepairOptions::new(&Iterations(0))).unwrap();
    assert_eq!(duties(&repaired.roster), ["a0d", "b0e"]);
    let none = RosterEvent::CoverChanged { row: 7, from: MONDAY, to: MONDAY, min: 1, target: 1 };
    let refused = repair(&period, &known, &[none], &RepairOptions::new(&Iterations(0))).unwrap_err();
    assert_eq!(refused, ChangeError::UnknownCover { row: 7, rows: 2 });
}

#[test]
fn who_comes_back_takes_what_is_open() {
    // a is away from Monday to Wednesday with 30 hours of credit, and back on Tuesday: 10 hours stay.
    let mut it = tables("a");
    it.cover.truncate(1);
    it.people[0].absences = vec![leon_model::Absence {
        kind: AbsenceKind::Illness,
        from: MONDAY.midnight(),
        to: (MONDAY + 3).midnight(),
        credited: Minutes(1800),
        told: None,
    }];
    let (period, known) = (period(it), published(&["a4d"]));
    let back = RosterEvent::Returns { person: "a".into(), from: (MONDAY + 1).midnight() };
    let repaired = repair(&period, &known, &[back], &RepairOptions::new(&Iterations(0))).unwrap();
    assert_eq!(duties(&repaired.roster), ["a1d", "a2d", "a4d"], "Thursday is none of the event's dates");
    assert_eq!(repaired.period.people[0].absences[0].credited, Minutes(600));
    assert!(repaired.changes.iter().all(|it| it.because == WhyChanged::Event(0)));
}

#[test]
fn events_that_cannot_be_are_refused() {
    let (period, known) = (period(tables("ab")), published(&["a0d"]));
    let repair = |event| repair(&period, &known, &[event], &RepairOptions::new(&Iterations(0))).unwrap_err();
    assert_eq!(repair(ill("x", MONDAY, 1)), ChangeError::UnknownPerson { person: "x".into() });
    assert_eq!(repair(ill("a", MONDAY, 0)), ChangeError::EndsBeforeItBegins);
    let wish = RosterEvent::MustHave { wish: off("a", 9, Strength::Hard) };
    assert!(matches!(repair(wish), ChangeError::Period(_)));
}

#[test]
fn a_repaired_ward_breaks_nothing_new_and_keeps_what_is_frozen() {
    let period = read_period("period.json", EXAMPLE).period.unwrap();
    let roster = plan_roster(&period, &RosterOptions::new(&Iterations(200_000))).unwrap().roster;
    for (seed, person) in [(1, 0), (2, 3), (3, 7)] {
        let day = period.first + 14 + seed;
        let known = Published { roster: roster.clone(), changes_told: (day - 1).midnight() };
        let event = ill(period.people[person].id.as_str(), day, 7);
        let options = RepairOptions {
            seed: seed as u64,
            days: 5,
            keep_before: Some(day - 3),
            changes_max: Some(6),
            ..RepairOptions::new(&Iterations(30_000))
        };
        let repaired = repair(&period, &known, std::slice::from_ref(&event), &options).unwrap();
        assert_eq!(repaired, repair(&period, &known, &[event], &options).unwrap(), "seed {seed}");
        let verdict = check_roster(&repaired.period, &repaired.roster, Some(&known));
        assert_eq!(verdict, repaired.verdict);
        assert_eq!(verdict.broken.len(), repaired.facts.len(), "seed {seed}: {:?}", verdict.broken);
        let mut changed = 0;
        for it in &repaired.changes {
            let date = it.changed.date;
            assert!(day - 5 <= date && date < day + 12, "seed {seed}: {it:?}");
            changed += usize::from(!matches!(it.because, WhyChanged::Event(_)));
        }
        assert!(changed <= 6, "seed {seed}: {changed}");
        // Whatever is no change is as it was.
        let is_changed = |it: &&leon_model::Assignment| {
            repaired.changes.iter().any(|change| change.changed.person == it.person && change.changed.date == it.date)
        };
        let stay = |roster: &leon_model::Roster| {
            let mut all: Vec<_> = roster.assignments.iter().filter(|it| !is_changed(it)).cloned().collect();
            all.sort();
            all
        };
        assert_eq!(stay(&roster), stay(&repaired.roster), "seed {seed}");
    }
}

#[test]
fn few_dates_change_though_stability_stands_last() {
    let mut tables = read_period("period.json", EXAMPLE).period.unwrap().into_tables();
    tables.goals.levels.iter_mut().for_each(|level| level.retain(|(goal, _)| *goal != RosterGoal::Stability));
    tables.goals.levels.retain(|level| !level.is_empty());
    tables.goals.levels.push(vec![(RosterGoal::Stability, 1.0)]);
    let period = Period::new(tables).unwrap();
    // A roster that much could be bettered in.
    let roster = plan_roster(&period, &RosterOptions::new(&Iterations(20_000))).unwrap().roster;
    let day = period.first + 14;
    let known = Published { roster, changes_told: (day - 1).midnight() };
    let event = ill(period.people[0].id.as_str(), day, 7);
    let repaired = |iterations| {
        let budget = Iterations(iterations);
        repair(&period, &known, std::slice::from_ref(&event), &RepairOptions::new(&budget)).unwrap()
    };
    let (first, searched) = (repaired(0), repaired(30_000));
    assert!(
        searched.changes.len() <= first.changes.len() + 3 * first.open.len(),
        "{} and {}, {} open",
        first.changes.len(),
        searched.changes.len(),
        first.open.len()
    );
}

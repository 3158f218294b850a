//! Rosters, booked by hand.

use super::tiny_period::{self, date, moment};
use leon_ledger::{Account, Book, Minutes, RosterUnbookable, book_roster, released};
use leon_model::*;

fn hour(hour: u16) -> TimeOfDay {
    TimeOfDay(hour % 24 * 60)
}

/// A week on the ward: two nurses and an assistant, whose norm periods of a week end with it.
fn tables() -> PeriodTables {
    let mut tables = tiny_period::tables(date("2026-11-23"), date("2026-11-29"));
    tables.groups.push(DayGroup { id: "assistant".into(), ..tables.groups[0].clone() });
    tables.shift_types = vec![
        tiny_period::shift_type("d", ShiftKind::Day, hour(7), hour(15)),
        tiny_period::shift_type("n", ShiftKind::Night, hour(23), hour(7)),
        ShiftType { unit: "clinic".into(), ..tiny_period::shift_type("c", ShiftKind::Day, hour(8), hour(16)) },
        ShiftType { hour_counts: 0.25, ..tiny_period::shift_type("h", ShiftKind::OnCallAtHome, hour(15), hour(23)) },
    ];
    tables.people = ["a", "b", "c"].map(tiny_period::person).into();
    tables.people[2].group = "assistant".into();
    for person in &mut tables.people {
        person.contract.norm.weeks = 1;
    }
    tables
}

fn duty(person: &str, day: i32, shift: &str) -> Assignment {
    Assignment { person: person.into(), date: date("2026-11-23") + day, shift: shift.into(), function: None }
}

fn book(tables: PeriodTables, assignments: &[Assignment]) -> Book {
    let period = Period::new(tables).unwrap_or_else(|problems| panic!("{problems:?}"));
    let book = book_roster(&period, &Roster { assignments: assignments.to_vec(), uncovered: None }).unwrap();
    assert_eq!(book.balances(), Ok(()));
    book
}

/// The entries in words, one a line.
fn entries(book: &Book) -> Vec<String> {
    book.entries().iter().map(|it| format!("{} -> {} {} ({})", it.from, it.to, it.minutes, it.keys)).collect()
}

#[test]
fn a_week_is_booked_to_the_minute() {
    let mut tables = tables();
    tables.people.remove(1);
    let person = &mut tables.people[0];
    let (start, end) = (moment("2026-11-26 08:00"), moment("2026-11-26 12:00"));
    person.fixed_duties = vec![FixedDuty { label: "Kursus".into(), start, end }];
    let (from, to) = (moment("2026-11-27 00:00"), moment("2026-11-28 00:00"));
    let kind = AbsenceKind::Holiday;
    person.absences = vec![Absence { kind, from, to, credited: Minutes(444), told: None }];
    person.workplaces =
        vec![Workplace { unit: "clinic".into(), share: 0.4 }, Workplace { unit: "ward".into(), share: 0.6 }];
    let duties = [duty("a", 0, "d"), duty("a", 1, "n"), duty("a", 5, "h"), duty("a", 3, "c")];
    // a: 480 day + 480 night + 120 on call (8 h, a quarter counts) + 480 in the clinic + 240 course + 444 holiday
    // = 2244 against 37 h = 2220: 24 overtime. Pauses of 30 are paid. c has no duty: 2220 idle.
    assert_eq!(
        entries(&book(tables, &duties)),
        [
            "at_hand -> break 30 (nurse, outpatient, clinic)",
            "at_hand -> day_duty 450 (nurse, outpatient, clinic)",
            "pool -> lent_in 480 (nurse, outpatient, clinic, shared_position)",
            "lent_in -> at_hand 480 (nurse, outpatient, clinic, shared_position)",
            "paid -> at_hand 2220 (assistant, ward, ward)",
            "at_hand -> idle 2220 (assistant, ward, ward)",
            "paid -> at_hand 2220 (nurse, ward, ward)",
            "overtime -> at_hand 24 (nurse, ward, ward)",
            "at_hand -> break 60 (nurse, ward, ward)",
            "at_hand -> day_duty 450 (nurse, ward, ward)",
            "at_hand -> night_duty 450 (nurse, ward, ward)",
            "at_hand -> on_call 120 (nurse, ward, ward)",
            "at_hand -> fixed_duty 240 (nurse, ward, ward)",
            "at_hand -> absence 444 (nurse, ward, ward)",
            "at_hand -> lent_out 480 (nurse, ward, ward, shared_position)",
            "lent_out -> pool 480 (nurse, ward, ward, shared_position)",
        ]
    );
}

#[test]
fn what_a_norm_period_that_goes_on_leaves_is_carried() {
    let mut tables = tables();
    tables.people.truncate(1);
    tables.people[0].contract.norm = NormPeriod { first: date("2026-11-16"), weeks: 4, worked: Minutes(2300) };
    let all = |duties: &[Assignment]| {
        let book = book(tables.clone(), duties).trial_balance();
        [Account::Paid, Account::Overtime, Account::Idle, Account::Carried].map(|it| book.of(it).net().0)
    };
    // 6 × 480 = 2880 against 2220: 660 go on.
    let duties: Vec<_> = (0..6).map(|day| duty("a", day, "d")).collect();
    assert_eq!(all(&duties), [-2220, 0, 0, -660]);
    assert_eq!(all(&duties[..2]), [-2220, 0, 0, 1260]);
    // It ends here: 80 more than the norm were worked before, so 660 + 80 are overtime, of which 80 come from before.
    let mut tables = tables.clone();
    tables.people[0].contract.norm.weeks = 2;
    let book = book(tables, &duties).trial_balance();
    let found = [Account::Paid, Account::Overtime, Account::Idle, Account::Carried].map(|it| book.of(it).net().0);
    assert_eq!(found, [-2220, -740, 0, 80]);
}

/// A row of cover from 7 to 15 on the Monday.
fn cover(min: u32, groups: &[&str]) -> Cover {
    Cover {
        unit: "ward".into(),
        days: Days { dates: vec![date("2026-11-23")], ..Days::default() },
        span: Span { from: hour(7), to: hour(15) },
        who: Who { groups: groups.iter().map(|it| (*it).into()).collect(), ..Who::default() },
        kinds: vec![],
        need: CoverNeed::Table { min, target: min },
        surplus: None,
        weight: 1.0,
        evidence: None,
    }
}

#[test]
fn rows_that_speak_of_the_same_people_are_one_need() {
    for (rows, duties, [need, presence, unmet]) in [
        // Three of all, two of them nurses: one nurse there, so one is missing of the two, but two of the three.
        (vec![cover(3, &[]), cover(2, &["nurse"])], vec![duty("a", 0, "d")], [1440, 480, 960]),
        (vec![cover(3, &[]), cover(2, &["nurse"])], vec![duty("a", 0, "d"), duty("b", 0, "d")], [1440, 960, 480]),
        // One nurse and one assistant: two people.
        (vec![cover(1, &["nurse"]), cover(1, &["assistant"])], vec![duty("a", 0, "d")], [960, 480, 480]),
        // A surplus covers nothing more.
        (vec![cover(1, &["nurse"])], vec![duty("a", 0, "d"), duty("b", 0, "d")], [480, 480, 0]),
    ] {
        let mut tables = tables();
        tables.cover = rows;
        let balance = book(tables, &duties).trial_balance();
        let found = [Account::Need, Account::Presence, Account::Unmet].map(|it| balance.of(it).minutes().0);
        assert_eq!(found, [need, presence, unmet], "{duties:?}");
    }
}

#[test]
fn who_is_there_together_shares_the_presence() {
    let mut tables = tables();
    tables.cover = vec![cover(1, &[])];
    let book = book(tables, &[duty("a", 0, "d"), duty("b", 0, "d"), duty("c", 0, "d")]);
    let of = |group: &str| book.by_group()[&group.into()].of(Account::Presence).minutes();
    assert_eq!((of("nurse"), of("assistant")), (Minutes(320), Minutes(160))); // 480 by two and one
}

#[test]
fn cover_that_is_dropped_is_no_release() {
    let mut tables = tables();
    tables.cover = vec![cover(2, &["nurse"])];
    let without = book(tables.clone(), &[duty("a", 0, "d"), duty("b", 0, "d"), duty("c", 0, "d")]);
    // Without b's duty 480 minutes of cover are missing: nothing is released. Without c's, who covered nothing, 480.
    let dropped = book(tables.clone(), &[duty("a", 0, "d"), duty("c", 0, "d")]);
    let change = released(&without, &dropped).unwrap();
    assert_eq!((change.minutes(), change.dropped_minutes()), (Minutes(0), Minutes(480)));
    let spared = book(tables, &[duty("a", 0, "d"), duty("b", 0, "d")]);
    let change = released(&without, &spared).unwrap();
    assert_eq!((change.minutes(), change.dropped_minutes()), (Minutes(480), Minutes(0)));
    assert_eq!(change.by_group().into_iter().collect::<Vec<_>>(), [("assistant".into(), Minutes(480))]);
}

#[test]
fn a_pool_lends_by_its_own_name() {
    let mut tables = tables();
    tables.pools = vec![StaffPool { id: "float".into(), lends_to: vec!["clinic".into()] }];
    tables.people[0].pools = vec!["float".into()];
    let book = book(tables, &[duty("a", 0, "c")]);
    let lent = book.entries().iter().find(|it| it.to == Account::LentOut).unwrap();
    assert_eq!((lent.keys.pool.as_ref().unwrap().as_str(), lent.minutes), ("float", Minutes(480)));
}

#[test]
fn a_roster_of_another_period_is_refused() {
    let period = Period::new(tables()).unwrap();
    let of = |it: Assignment| book_roster(&period, &Roster { assignments: vec![it], uncovered: None }).unwrap_err();
    let (person, date) = (PersonId::from("a"), date("2026-11-23"));
    assert_eq!(of(duty("x", 0, "d")), RosterUnbookable::UnknownPerson { person: "x".into() });
    assert_eq!(
        of(duty("a", 0, "x")),
        RosterUnbookable::UnknownShift { person: person.clone(), date, shift: "x".into() }
    );
    assert_eq!(of(duty("a", 7, "d")), RosterUnbookable::OutsidePeriod { person, date: date + 7 });
}

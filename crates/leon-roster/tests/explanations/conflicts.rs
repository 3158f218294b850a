//! Which demands are at odds.

use crate::ward::{daily_rest, date, nurse, pack, period, rule, tables, wish};
use leon_model::{Absence, AbsenceKind, Clause, Minutes, PeriodTables, ShiftKind, Strength, Wanted};
use leon_roster::{Claim, conflicts};

fn found(tables: PeriodTables) -> Vec<Vec<Claim>> {
    let found = conflicts(&period(tables)).unwrap();
    found.people.into_iter().map(|it| it.claims).collect()
}

fn hard(id: &str) -> Claim {
    Claim::HardWish { wish: id.into() }
}

fn ward() -> PeriodTables {
    let mut tables = tables();
    tables.people = vec![nurse("anna"), nurse("bo")];
    tables.packs = vec![pack(vec![
        daily_rest(),
        rule("nights", Clause::ConsecutiveNights { most: 2 }),
        rule("weekends", Clause::WeekendFrequency { every: 2 }),
    ])];
    tables
}

#[test]
fn what_can_be_kept_is_not_at_odds() {
    let mut tables = ward();
    tables.wishes = vec![
        wish("d", "anna", Wanted::Kind(ShiftKind::Day), 1, Strength::Hard),
        wish("off", "anna", Wanted::Off, 2, Strength::Hard),
    ];
    assert_eq!(found(tables), Vec::<Vec<Claim>>::new());
}

#[test]
fn each_set_is_just_what_is_at_odds() {
    let away = Absence {
        kind: AbsenceKind::Leave,
        from: date(3).midnight(),
        to: date(4).midnight(),
        credited: Minutes(0),
        told: None,
    };
    let kind = |id: &str, kind, day| wish(id, "anna", Wanted::Kind(kind), day, Strength::Hard);
    // An evening until 23 and a day from 7 leave 8 hours of 11.
    let mut rest = ward();
    rest.wishes = vec![kind("e", ShiftKind::Evening, 1), kind("d", ShiftKind::Day, 2), kind("n", ShiftKind::Night, 5)];
    let rule = |id: &str| Claim::Rule { rule: id.into() };
    assert_eq!(found(rest), [vec![rule("rest"), hard("e"), hard("d")]]);
    // Three nights in a row are one too many.
    let mut nights = ward();
    let night = |id: &str, day| kind(id, ShiftKind::Night, day);
    nights.wishes = vec![night("n1", 1), night("n2", 2), night("n3", 3)];
    assert_eq!(found(nights), [vec![rule("nights"), hard("n1"), hard("n2"), hard("n3")]]);
    // Leave on Wednesday.
    let mut leave = ward();
    leave.people[0].absences = vec![away];
    leave.wishes = vec![kind("d", ShiftKind::Day, 3)];
    let absence = Claim::Absence { absence: AbsenceKind::Leave, from: date(3).midnight() };
    assert_eq!(found(leave), [vec![absence, hard("d")]]);
    // Two wishes for one day.
    let mut two = ward();
    two.wishes =
        vec![wish("off", "bo", Wanted::Off, 2, Strength::Hard), wish("on", "bo", Wanted::On, 2, Strength::Hard)];
    assert_eq!(found(two), [vec![hard("off"), hard("on")]]);
}

#[test]
fn what_no_roster_mends_is_told_as_such() {
    let mut tables = ward();
    tables.packs[0].rules.push(rule("notice", Clause::PlanNotice { days: 28 }));
    tables.announced = Some(date(-6).midnight()); // a week before
    let found = conflicts(&period(tables)).unwrap();
    assert_eq!(found.unmendable.len(), 1, "{found:?}");
    assert!(found.people.is_empty());
}

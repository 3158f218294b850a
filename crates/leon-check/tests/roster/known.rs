//! What a roster breaks beside the rules on work: ids, units, groups, functions, clashes, restrictions, wishes, cover.

use crate::tiny;
use leon_check::check_roster;
use leon_model::*;

fn hour(hour: u16) -> TimeOfDay {
    TimeOfDay(hour * 60)
}

/// A day and an evening shift on the ward, a day shift in the clinic; `a` on the ward; no rules.
fn tables() -> PeriodTables {
    let mut tables = tiny::tables(tiny::date("2026-11-23"), tiny::date("2026-11-29"));
    let day = tiny::shift_type("d", ShiftKind::Day, hour(7), hour(15));
    let evening = tiny::shift_type("e", ShiftKind::Evening, hour(14), hour(22));
    let clinic = ShiftType { unit: "clinic".into(), ..tiny::shift_type("c", ShiftKind::Day, hour(8), hour(16)) };
    tables.shift_types = vec![day, evening, clinic];
    tables.people = vec![tiny::person("a")];
    tables
}

fn duty(day: i32, shift: &str) -> Assignment {
    Assignment { person: "a".into(), date: tiny::date("2026-11-23") + day, shift: shift.into(), function: None }
}

/// What the roster breaks, in words.
fn broken(tables: PeriodTables, assignments: &[Assignment]) -> Vec<String> {
    let period = Period::new(tables).unwrap_or_else(|problems| panic!("{problems:?}"));
    let roster = Roster { assignments: assignments.to_vec(), uncovered: None };
    check_roster(&period, &roster, None).broken.iter().map(ToString::to_string).collect()
}

#[test]
fn what_the_period_does_not_know_is_told() {
    let other = Assignment { person: "b".into(), ..duty(0, "d") };
    let head = Assignment { function: Some("head".into()), ..duty(1, "d") };
    for (assignment, expected) in [
        (other, "the period has no person b"),
        (duty(0, "x"), "a on 2026-11-23, shift x: the period has no such shift"),
        (duty(7, "d"), "a on 2026-11-30, shift d: the date does not lie in the period"),
        (duty(-1, "d"), "a on 2026-11-22, shift d: the date does not lie in the period"),
        (head, "a on 2026-11-24, shift d: it cannot be taken with the function head"),
        (duty(0, "c"), "a on 2026-11-23, shift c: clinic is none of the person's units, and no pool lends to it"),
    ] {
        assert_eq!(broken(tables(), &[assignment]), [expected]);
    }
    assert!(broken(tables(), &[duty(0, "d"), duty(6, "d")]).is_empty());
}

#[test]
fn a_pool_lends_to_its_units() {
    let mut tables = tables();
    tables.pools = vec![StaffPool { id: "float".into(), lends_to: vec!["clinic".into()] }];
    tables.people[0].pools = vec!["float".into()];
    assert!(broken(tables, &[duty(0, "c")]).is_empty());
}

#[test]
fn a_function_takes_its_competence_and_a_shift_its_groups() {
    let mut tables = tables();
    let named = |id: &str| Competence { id: id.into(), name_da: String::new(), name_en: String::new() };
    tables.competences = vec![named("coordination")];
    tables.functions = vec![Function { id: "head".into(), competence: Some("coordination".into()) }];
    tables.shift_types[0].functions = vec!["head".into()];
    let head = [Assignment { function: Some("head".into()), ..duty(0, "d") }];
    assert_eq!(
        broken(tables.clone(), &head),
        ["a on 2026-11-23, shift d: the function head takes the competence coordination"]
    );
    tables.people[0].competences = vec!["coordination".into()];
    assert!(broken(tables.clone(), &head).is_empty());

    tables.groups.push(DayGroup { id: "ssa".into(), ..tables.groups[0].clone() });
    tables.shift_types[0].groups = vec!["ssa".into()];
    assert_eq!(broken(tables, &head), ["a on 2026-11-23, shift d: the shift is not for group nurse"]);
}

#[test]
fn nobody_is_in_two_places_or_at_work_while_away() {
    // 7-15 and 14-22: both from 14 on.
    assert_eq!(
        broken(tables(), &[duty(0, "d"), duty(0, "e")]),
        ["a on 2026-11-23, shift e: the person works elsewhere at 2026-11-23 14:00"]
    );
    let mut tables = tables();
    let (start, end) = (tiny::moment("2026-11-24 15:00"), tiny::moment("2026-11-24 16:00"));
    tables.people[0].fixed_duties = vec![FixedDuty { label: String::new(), start, end }];
    assert!(broken(tables.clone(), &[duty(1, "d")]).is_empty()); // 15:00 is an end
    assert_eq!(
        broken(tables.clone(), &[duty(1, "e")]),
        ["a on 2026-11-24, shift e: the person works elsewhere at 2026-11-24 15:00"]
    );
    let kind = AbsenceKind::Illness;
    tables.people[0].absences = vec![Absence { kind, from: start, to: end, credited: Minutes(0), told: None }];
    tables.people[0].fixed_duties.clear();
    assert_eq!(broken(tables, &[duty(1, "e")]), ["a on 2026-11-24, shift e: the person is away (illness)"]);
}

#[test]
fn considerations_keep_people_from_what_they_name() {
    let not_after = |from, to| Restriction::NotBetween { from: hour(from), to: hour(to) };
    for (restriction, assignments, kept) in [
        (Restriction::NotKinds(vec![ShiftKind::Evening]), vec![duty(0, "e")], false),
        (Restriction::NotKinds(vec![ShiftKind::Evening]), vec![duty(0, "d")], true),
        (not_after(22, 6), vec![duty(0, "e")], true), // ends at 22:00
        (not_after(21, 6), vec![duty(0, "e")], false),
        (not_after(6, 7), vec![duty(0, "d")], true), // begins at 7:00
        (Restriction::LengthMax(Minutes(480)), vec![duty(0, "d")], true),
        (Restriction::LengthMax(Minutes(479)), vec![duty(0, "d")], false),
        (Restriction::RestMin(Minutes(540)), vec![duty(0, "e"), duty(1, "d")], true), // 22 to 7
        (Restriction::RestMin(Minutes(541)), vec![duty(0, "e"), duty(1, "d")], false),
    ] {
        let mut tables = tables();
        let said = format!("{restriction:?}");
        tables.people[0].considerations = vec![Consideration { reason: Reason::Senior, restriction }];
        assert_eq!(broken(tables, &assignments).is_empty(), kept, "{said}");
    }
}

#[test]
fn a_hard_wish_is_kept() {
    let wish = |wanted| Wish {
        id: "w".into(),
        person: "a".into(),
        wanted,
        from: tiny::date("2026-11-24"),
        to: tiny::date("2026-11-25"),
        strength: Strength::Hard,
        stated: None,
    };
    let kind = |kind| Wanted::Kind(kind);
    for (wanted, assignments, kept) in [
        (Wanted::Off, vec![duty(0, "d"), duty(3, "d")], true),
        (Wanted::Off, vec![duty(2, "d")], false),
        (Wanted::On, vec![duty(1, "d")], false), // on one of the two dates only
        (Wanted::On, vec![duty(1, "d"), duty(2, "e")], true),
        (kind(ShiftKind::Day), vec![duty(1, "d"), duty(2, "e")], false),
        (kind(ShiftKind::Day), vec![duty(1, "d"), duty(2, "d")], true),
        (Wanted::NotKind(ShiftKind::Evening), vec![duty(1, "d"), duty(3, "e")], true),
        (Wanted::NotKind(ShiftKind::Evening), vec![duty(2, "e")], false),
        (Wanted::Shift("e".into()), vec![duty(1, "e"), duty(2, "e")], true),
        (Wanted::Shift("e".into()), vec![duty(1, "e"), duty(2, "d")], false),
    ] {
        let mut tables = tables();
        let said = format!("{wanted:?} {assignments:?}");
        tables.wishes = vec![wish(wanted)];
        assert_eq!(broken(tables, &assignments).is_empty(), kept, "{said}");
    }
}

#[test]
fn the_roster_lists_just_what_is_uncovered() {
    let mut tables = tables();
    tables.cover = vec![Cover {
        unit: "ward".into(),
        days: Days { dates: vec![tiny::date("2026-11-23")], ..Days::default() },
        span: Span { from: hour(7), to: hour(22) },
        who: Who::default(),
        kinds: vec![],
        need: CoverNeed::Table { min: 1, target: 1 },
        surplus: None,
        weight: 1.0,
        evidence: None,
    }];
    let period = Period::new(tables).unwrap();
    let broken = |uncovered: Option<Vec<Uncovered>>| {
        let roster = Roster { assignments: vec![duty(0, "d")], uncovered };
        check_roster(&period, &roster, None).broken.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    // Nobody is there from 15 to 22: 420 minutes.
    let missing = |minutes| vec![Uncovered { cover: 0, date: tiny::date("2026-11-23"), missing: Minutes(minutes) }];
    assert!(broken(Some(missing(420))).is_empty());
    assert!(broken(None).is_empty(), "a roster made by hand need not say it");
    for (said, minutes) in [(vec![], 0), (missing(421), 421)] {
        let expected =
            format!("cover row 0 on 2026-11-23: {minutes} person-minutes are said to be uncovered, but 420 are");
        assert_eq!(broken(Some(said)), [expected]);
    }
}

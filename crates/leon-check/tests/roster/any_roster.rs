//! Whatever a roster holds, it is answered; sums hold, order does not matter, and minutes counted one by one agree.

use crate::packs::rule_packs;
use crate::tiny;
use leon_check::{Checked, Measure, RosterBroken, check_person, check_roster};
use leon_model::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn hour(hour: u16) -> TimeOfDay {
    TimeOfDay(hour % 24 * 60)
}

/// Three nurses, shifts that begin at every third hour, every rule; around the night when the clock is set back.
fn period() -> Period {
    let mut tables = tiny::tables(tiny::date("2026-10-19"), tiny::date("2026-11-01"));
    tables.packs = rule_packs().to_vec();
    for start in (0..24).step_by(3) {
        let kind = ShiftKind::ALL[usize::from(start / 3) % 5];
        tables.shift_types.push(tiny::shift_type(&format!("s{start}"), kind, hour(start), hour(start + 8)));
    }
    tables.people = ["a", "b", "c"].map(tiny::person).into();
    for person in &mut tables.people {
        person.contract.norm.first = tables.first;
    }
    tables.cover = vec![Cover {
        unit: "ward".into(),
        days: Days { weekdays: Weekday::ALL.to_vec(), ..Days::default() },
        span: Span { from: hour(22), to: hour(7) },
        who: Who::default(),
        kinds: vec![],
        need: CoverNeed::Table { min: 1, target: 2 },
        surplus: Some(2),
        weight: 1.0,
        evidence: None,
    }];
    let experienced = || Who { experience: vec![Experience::Experienced], ..Who::default() };
    let mix = |mix| MixRow {
        unit: "ward".into(),
        days: Days { weekdays: Weekday::ALL.to_vec(), ..Days::default() },
        span: Span { from: hour(1), to: hour(1) },
        mix,
        weight: 1.0,
    };
    tables.people[2].experience = Experience::Trainee;
    let trainees = || Who { experience: vec![Experience::Trainee], ..Who::default() };
    tables.mix = vec![
        mix(Mix::AtLeast { count: 1, of: experienced() }),
        mix(Mix::AtMostPer { of: trainees(), factor: 1.0, per: experienced() }),
    ];
    let holiday = |date: &str, begins| PublicHoliday {
        date: tiny::date(date),
        name: String::new(),
        begins: hour(begins),
        lowers_norm: true,
    };
    // One holiday of noon on, one in the night when the clock is set back, one of a whole day.
    tables.public_holidays = vec![holiday("2026-10-22", 12), holiday("2026-10-25", 2), holiday("2026-10-29", 0)];
    Period::new(tables).unwrap()
}

/// The duties of a roster that the period knows, with their minutes.
fn known<'a>(
    period: &'a Period,
    roster: &'a [Assignment],
) -> Vec<(&'a Assignment, &'a ShiftType, std::ops::Range<i64>)> {
    let duty = |it: &'a Assignment| {
        let shift = period.person(&it.person).and(period.shift_type(&it.shift))?;
        let (start, end) = shift.on(it.date);
        let here = (period.first..=period.last).contains(&it.date);
        here.then_some((it, shift, start.0 / 60..end.0 / 60))
    };
    roster.iter().filter_map(duty).collect()
}

fn assignment() -> impl Strategy<Value = Assignment> {
    // Some people, dates and shifts are none of the period's.
    (0..4_usize, -2..17_i32, 0..9_u16).prop_map(|(person, day, shift)| Assignment {
        person: ["a", "b", "c", "nobody"][person].into(),
        date: tiny::date("2026-10-19") + day,
        shift: format!("s{}", 3 * shift).into(),
        function: None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_roster_is_answered(
        assignments in prop::collection::vec(assignment(), 0..25),
        before in prop::collection::vec(assignment(), 0..10),
        told in -2_000_000_000_000_i64..2_000_000_000_000,
    ) {
        let period = period();
        let roster = Roster { assignments: assignments.clone(), uncovered: None };
        let published =
            Published { roster: Roster { assignments: before, uncovered: None }, changes_told: Moment(told) };
        let verdict = check_roster(&period, &roster, Some(&published));
        for (goal, value) in &verdict.goals {
            let parts: f64 = verdict.parts_of(*goal).map(|it| it.amount).sum();
            prop_assert!((parts - value).abs() < 1e-6, "{goal}: {parts} {value}");
            prop_assert!(*value >= 0.0, "{goal}");
        }
        // The order in which a roster lists its duties changes nothing.
        let turned = Roster { assignments: assignments.into_iter().rev().collect(), uncovered: None };
        let again = check_roster(&period, &turned, Some(&published));
        let said = |it: &[RosterBroken]| it.iter().filter(|it| matches!(it, RosterBroken::Rule(_))).map(ToString::to_string).collect::<BTreeSet<_>>();
        prop_assert_eq!(said(&verdict.broken), said(&again.broken));
        prop_assert_eq!(verdict.cover, again.cover);
    }

    #[test]
    fn a_changed_roster_is_checked_by_its_changes_and_each_person_alone(
        assignments in prop::collection::vec(assignment(), 0..25),
        changed in prop::collection::vec(assignment(), 0..4),
        before in prop::collection::vec(assignment(), 0..10),
        left_out in 0..4_usize,
    ) {
        let period = period();
        let published = Published {
            roster: Roster { assignments: before, uncovered: None },
            changes_told: tiny::moment("2026-10-20 12:00"),
        };
        let roster = |it: Vec<Assignment>| Roster { assignments: it, uncovered: None };
        let now = roster(assignments.clone());
        let after = roster(assignments.into_iter().skip(left_out).chain(changed).collect());
        let checked = Checked::new(&period, &now, Some(&published));
        let verdict = check_roster(&period, &after, Some(&published));
        prop_assert_eq!(&checked.with(&after), &verdict);

        // What is broken, priced and advised against is what single people break, but for strangers.
        let alone: Vec<_> = period.people.iter().map(|it| check_person(&period, it, &after, Some(&published))).collect();
        let of_people = |it: &&RosterBroken| match it {
            RosterBroken::UnknownPerson { .. } => false,
            RosterBroken::UnknownShift { duty } | RosterBroken::OutsidePeriod { duty } => period.person(&duty.person).is_some(),
            RosterBroken::Rule(found) => found.person.is_some(),
            _ => true,
        };
        let texts = |it: Vec<String>| { let mut it = it; it.sort(); it };
        prop_assert_eq!(
            texts(verdict.broken.iter().filter(of_people).map(ToString::to_string).collect()),
            texts(alone.iter().flat_map(|it| &it.broken).map(ToString::to_string).collect())
        );
        prop_assert_eq!(verdict.priced, alone.iter().flat_map(|it| it.priced.clone()).collect::<Vec<_>>());
        prop_assert_eq!(verdict.advised, alone.iter().flat_map(|it| it.advised.clone()).collect::<Vec<_>>());
        prop_assert_eq!(verdict.norms, alone.iter().flat_map(|it| it.norms.clone()).collect::<Vec<_>>());
        for (at, kind) in Burden::ALL.into_iter().enumerate() {
            let carried = verdict.burdens.iter().filter(|it| it.kind == kind).map(|it| it.carried);
            prop_assert!(carried.eq(alone.iter().map(|it| it.carried[at])), "{kind:?}");
        }
    }

    #[test]
    fn cover_mix_burden_and_moves_are_those_of_minutes_counted_one_by_one(
        assignments in prop::collection::vec(assignment(), 0..25),
        before in prop::collection::vec(assignment(), 0..10),
    ) {
        let period = period();
        let roster = Roster { assignments: assignments.clone(), uncovered: None };
        let told = tiny::moment("2026-10-19 00:00");
        let published = Published { roster: Roster { assignments: before.clone(), uncovered: None }, changes_told: told };
        let verdict = check_roster(&period, &roster, Some(&published));
        let duties = known(&period, &assignments);
        let is_trainee = |it: &Assignment| it.person.as_str() == "c";
        let span = |span: Span, date| { let (from, to) = span.on(date); from.0 / 60..to.0 / 60 };

        for found in &verdict.cover {
            let row = &period.cover[found.cover];
            let counted = duties.iter().filter(|(it, shift, _)| row.counts(shift.kind) && !is_trainee(it));
            let counted: Vec<_> = counted.collect();
            let there: Vec<i64> =
                span(row.span, found.date).map(|at| counted.iter().filter(|it| it.2.contains(&at)).count() as i64).collect();
            let sum = |of: &dyn Fn(i64) -> i64| Minutes(there.iter().map(|it| of(*it).max(0)).sum());
            let expected = (there.iter().min().copied(), there.iter().max().copied(), sum(&|it| 1 - it), sum(&|it| 2 - it.max(1)), sum(&|it| it - 2));
            let said = (Some(i64::from(found.fewest)), Some(i64::from(found.most)), found.short, found.below_target, found.surplus);
            prop_assert_eq!(said, expected, "{}", found.date);
        }
        for found in &verdict.mix {
            let row = &period.mix[found.mix];
            let missing = span(row.span, found.date).filter(|at| {
                let there = duties.iter().filter(|it| it.1.kind != ShiftKind::OnCallAtHome && it.2.contains(at));
                let (trainees, others): (Vec<_>, Vec<_>) = there.partition(|it| is_trainee(it.0));
                if found.mix == 0 { others.is_empty() && !trainees.is_empty() } else { trainees.len() > others.len() }
            });
            prop_assert_eq!(found.missing, Minutes(missing.count() as i64), "row {} on {}", found.mix, found.date);
        }
        for found in &verdict.burdens {
            let is_of = |shift: &ShiftType, at: Moment| match found.kind {
                Burden::Evenings => shift.kind == ShiftKind::Evening,
                Burden::Nights => shift.kind == ShiftKind::Night,
                Burden::OnCall => shift.kind.is_on_call(),
                Burden::Weekends => !shift.kind.is_on_call() && at.danish_date().weekday().is_weekend(),
                Burden::PublicHolidays => {
                    let is_it = |it: &PublicHoliday| it.date == at.danish_date() && it.begins <= at.danish_time();
                    !shift.kind.is_on_call() && period.public_holidays.iter().any(is_it)
                }
            };
            let own = duties.iter().filter(|it| it.0.person == found.person);
            let carried = own.map(|(_, shift, minutes)| minutes.clone().filter(|at| is_of(shift, Moment(at * 60))).count());
            prop_assert_eq!(found.carried, Minutes(carried.sum::<usize>() as i64), "{:?} of {}", found.kind, found.person);
        }
        for price in verdict.priced.iter().filter(|it| it.found.kind == ClauseKind::MovedDuty) {
            let was = known(&period, &before);
            let own = |at: &i64| was.iter().any(|it| Some(&it.0.person) == price.found.person.as_ref() && it.2.contains(at));
            let moved = (price.found.from.0 / 60..price.found.to.0 / 60).filter(|at| !own(at)).count() as i64;
            // Paid by the begun half hour or hour.
            prop_assert!(moved > 0 && (moved..moved + 60).contains(&price.minutes.0), "{moved} of {:?}", price);
        }
    }

    #[test]
    fn daily_rest_is_that_of_minutes_counted_one_by_one(
        starts in prop::collection::btree_set(0..14 * 24_i64, 0..14),
        length in 1..12_i64,
    ) {
        // Fixed duties of whole hours, apart from each other.
        let mut tables = tiny::tables(tiny::date("2026-11-23"), tiny::date("2026-12-06"));
        tables.packs = vec![rule_packs()[0].clone()];
        tables.people = vec![tiny::person("a")];
        let first = tables.first.midnight();
        let mut duties: Vec<(i64, i64)> = Vec::new();
        for start in starts {
            if duties.last().is_none_or(|it| it.1 < start * 60) {
                duties.push((start * 60, (start + length) * 60));
            }
        }
        duties.retain(|it| it.1 <= 14 * 1440);
        let moment = |minute: i64| Moment(first.0 + 60 * minute);
        tables.people[0].fixed_duties = duties
            .iter()
            .map(|it| FixedDuty { label: String::new(), start: moment(it.0), end: moment(it.1) })
            .collect();
        let verdict = check_roster(&Period::new(tables).unwrap(), &Roster::default(), None);
        let found: Vec<(Moment, Measure)> = verdict
            .broken
            .iter()
            .filter_map(|it| match it {
                RosterBroken::Rule(it) if it.rule.as_str() == "L1" => Some((it.from, it.found)),
                _ => None,
            })
            .collect();

        // A day before and all days of the period, minute by minute.
        let mut at_work = vec![false; 15 * 1440];
        for (start, end) in &duties {
            at_work[(start + 1440) as usize..(end + 1440) as usize].fill(true);
        }
        let longest = |window: &[bool]| window.split(|it| *it).map(<[bool]>::len).max().unwrap_or(0) as i64;
        let expected: Vec<(Moment, Measure)> = duties
            .iter()
            .map(|(start, end)| {
                let least = (start + 1..=*end).map(|at| longest(&at_work[at as usize..(at + 1440) as usize])).min();
                (moment(*start), least.unwrap())
            })
            .filter(|(_, least)| *least < 11 * 60)
            .map(|(at, least)| (at, Measure::Time(Minutes(least))))
            .collect();
        prop_assert_eq!(found, expected);
    }
}

//! Whatever a roster holds, it is answered; sums hold, order does not matter, and minutes counted one by one agree.

use crate::packs::rule_packs;
use crate::tiny;
use leon_check::{Measure, RosterBroken, check_roster};
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
    }];
    Period::new(tables).unwrap()
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

//! What holds for the book of any roster.

use super::tiny_period::{self, date};
use leon_ledger::{Account, Book, Minutes, Released, book_roster, released};
use leon_model::*;
use proptest::prelude::*;

/// Two weeks around the night when the clock is set back, in which shifts begin at every third hour.
fn period(groups: bool, weeks: u32) -> Period {
    let mut tables = tiny_period::tables(date("2026-10-19"), date("2026-11-01"));
    tables.groups.push(DayGroup { id: "assistant".into(), ..tables.groups[0].clone() });
    for start in (0..24_u16).step_by(3) {
        let kind = ShiftKind::ALL[usize::from(start / 3) % 5];
        let (from, to) = (TimeOfDay(start * 60), TimeOfDay((start + 8) % 24 * 60));
        let unit = if start == 9 { "clinic" } else { "ward" };
        let shift = tiny_period::shift_type(&format!("s{start}"), kind, from, to);
        let hour_counts = if kind.is_on_call() { 0.3333 } else { 1.0 };
        tables.shift_types.push(ShiftType { unit: unit.into(), hour_counts, ..shift });
    }
    tables.people = ["a", "b", "c"].map(tiny_period::person).into();
    tables.people[2].group = "assistant".into();
    for (row, person) in (0..).zip(&mut tables.people) {
        person.contract.norm = NormPeriod {
            first: date("2026-10-19") - 7 * (row % weeks as i32),
            weeks,
            worked: Minutes(2000 * i64::from(2 - row)),
        };
    }
    for (min, group) in [(1, "nurse"), (2, "")] {
        tables.cover.push(Cover {
            unit: "ward".into(),
            days: Days { weekdays: Weekday::ALL.to_vec(), ..Days::default() },
            span: Span { from: TimeOfDay(22 * 60), to: TimeOfDay(9 * 60) },
            who: Who {
                groups: if groups && !group.is_empty() { vec![group.into()] } else { vec![] },
                ..Who::default()
            },
            kinds: vec![],
            need: CoverNeed::Table { min, target: min },
            surplus: None,
            weight: 1.0,
            evidence: None,
        });
    }
    Period::new(tables).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn roster() -> impl Strategy<Value = Roster> {
    let duty = (0..3_usize, 0..14_i32, 0..8_u16).prop_map(|(person, day, shift)| Assignment {
        person: ["a", "b", "c"][person].into(),
        date: date("2026-10-19") + day,
        shift: format!("s{}", 3 * shift).into(),
        function: None,
    });
    prop::collection::vec(duty, 0..30).prop_map(|assignments| Roster { assignments, uncovered: None })
}

fn book(period: &Period, roster: &Roster) -> Book {
    book_roster(period, roster).expect("a roster of the period")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_rosters_book_balances_and_holds_every_hour(roster in roster(), groups: bool, weeks in 1_u32..5) {
        let period = period(groups, weeks);
        let book = book(&period, &roster);
        prop_assert_eq!(book.balances(), Ok(()));
        let whole = book.trial_balance();
        let of = |account| whole.of(account).minutes();
        let duties = [Account::DayDuty, Account::EveningDuty, Account::NightDuty, Account::OnCall, Account::Break];
        let hours: Minutes =
            roster.assignments.iter().map(|it| period.shift_type(&it.shift).unwrap().hours(it.date)).sum();
        prop_assert_eq!(duties.map(of).into_iter().sum::<Minutes>(), hours);
        // The need is what the rows ask: two people, 11 hours a night and 12 when the clock is set back.
        prop_assert_eq!(of(Account::Need), Minutes(2 * (14 * 11 + 1) * 60));
        prop_assert_eq!(of(Account::Need), of(Account::Presence) + of(Account::Unmet));
        prop_assert_eq!(of(Account::Rounding), Minutes(0));
    }

    #[test]
    fn order_says_nothing_and_a_change_there_and_back_is_nothing(one in roster(), other in roster()) {
        let period = period(true, 4);
        let turned = Roster { assignments: one.assignments.iter().rev().cloned().collect(), uncovered: None };
        let (first, second) = (book(&period, &one), book(&period, &other));
        prop_assert_eq!(released(&first, &book(&period, &turned)), Ok(Released::default()));
        let (there, back) = (released(&first, &second).unwrap(), released(&second, &first).unwrap());
        prop_assert_eq!(there.dropped, back.gained);
        prop_assert_eq!(there.gained, back.dropped);
    }
}

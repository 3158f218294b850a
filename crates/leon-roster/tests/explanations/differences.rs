//! What tells two rosters apart.

use crate::ward::{HOUR, cover, date, nurse, period, roster, tables, wish};
use leon_model::{Minutes, RosterGoal, Strength, Wanted};
use leon_roster::{PersonSums, diff_rosters, explain_goals};

#[test]
fn each_person_has_dates_and_sums() {
    let mut tables = tables();
    tables.people = vec![nurse("anna"), nurse("bo"), nurse("cai")];
    tables.cover = vec![cover(7, 15, &[1, 6], 1)];
    tables.wishes = vec![wish("off", "bo", Wanted::Off, 6, Strength::Soft(1.0))];
    let period = period(tables);
    // Saturday's day goes from Bo to Anna, who loses a night; Monday's day is lost.
    let before = roster(&[("anna", 1, "d"), ("anna", 3, "n"), ("bo", 6, "d"), ("cai", 4, "e")]);
    let after = roster(&[("anna", 6, "d"), ("cai", 4, "e")]);
    let diff = diff_rosters(&period, &before, &after, None);
    assert_eq!(diff.people.len(), 2);
    assert_eq!(diff.dates(), 4);
    let anna = &diff.people[0];
    let sums = |hours: i64, duties, nights, weekends, wishes| PersonSums {
        hours: Minutes(hours * HOUR),
        duties,
        nights,
        weekends,
        wishes,
    };
    assert_eq!((anna.before, anna.after), (sums(16, 2, 1, 0, 0), sums(8, 1, 0, 1, 0)));
    let bo = &diff.people[1];
    assert_eq!((bo.before, bo.after), (sums(8, 1, 0, 1, 0), sums(0, 0, 0, 0, 1)));
    assert_eq!((bo.wishes_won.len(), bo.wishes_lost.len()), (1, 0));
    assert_eq!(diff.cover.len(), 1);
    assert_eq!((diff.cover[0].date, diff.cover[0].before, diff.cover[0].after), (date(1), Minutes(0), Minutes(480)));
    let cover = diff.goals.iter().find(|it| it.goal == RosterGoal::Cover).unwrap();
    assert_eq!((cover.before, cover.after, cover.worse()), (0.0, 8.0, 8.0));
    // The other way round is the mirror.
    let back = diff_rosters(&period, &after, &before, None);
    assert_eq!((back.people[1].wishes_won.len(), back.people[1].wishes_lost.len()), (0, 1));
    assert_eq!(
        back.goals.iter().map(|it| it.worse()).sum::<f64>(),
        -diff.goals.iter().map(|it| it.worse()).sum::<f64>()
    );
}

#[test]
fn goals_have_their_largest_parts_first() {
    let mut tables = tables();
    tables.people = vec![nurse("anna"), nurse("bo")];
    let period = period(tables);
    // 37 − 8 hours short of the norm at 300, and 37 − 16.
    let worth = explain_goals(&period, &roster(&[("anna", 1, "d"), ("bo", 1, "d"), ("bo", 3, "d")]), None);
    let cost = worth.goals.iter().find(|it| it.goal == RosterGoal::Cost).unwrap();
    assert_eq!(cost.parts.iter().map(|it| it.amount).collect::<Vec<_>>(), [8700.0, 6300.0]);
    assert_eq!(cost.value, 15_000.0);
}

//! Why a wish is refused.

use crate::ward::{HOUR, cover, daily_rest, date, nurse, pack, period, roster, tables, wish};
use leon_check::check_roster;
use leon_model::{Minutes, Period, Roster, ShiftKind, Strength, Wanted, WishYear};
use leon_roster::{Against, AskError, Granting, Hindrance, Iterations, explain_wish};

/// Anna and Bo want Wednesday off, Cai does not; one is needed, and it is Anna.
fn ward(helpers: &[&str]) -> (Period, Roster) {
    let mut tables = tables();
    tables.people = ["anna", "bo"].iter().chain(helpers).map(|it| nurse(it)).collect();
    // One of two refused last year: a claim of 1 × 1.5 against Anna's 1.2.
    tables.people[1].wish_account = vec![WishYear { year: 2025, granted: 1, refused: 1, popular: 0 }];
    tables.cover = vec![cover(7, 15, &[3], 1)];
    tables.packs = vec![pack(vec![daily_rest()])];
    tables.wishes = vec![
        wish("a", "anna", Wanted::Off, 3, Strength::Soft(1.2)),
        wish("b", "bo", Wanted::Off, 3, Strength::Soft(1.0)),
        wish("other", "bo", Wanted::Off, 5, Strength::Soft(9.0)),
    ];
    (period(tables), roster(&[("anna", 3, "d")]))
}

#[test]
fn the_queue_goes_by_weight_and_what_was_refused_before() {
    let (period, roster) = ward(&["cai"]);
    let reason = explain_wish(&period, &roster, None, &"a".into(), &Iterations(20_000)).unwrap();
    let queue: Vec<(&str, Option<f64>, bool)> =
        reason.queue.iter().map(|it| (it.wish.as_str(), it.claim(), it.kept)).collect();
    assert_eq!(queue, [("b", Some(1.5), true), ("a", Some(1.2), false)]);
    assert_eq!(reason.place(), 2);
}

#[test]
fn granting_it_hands_the_duty_to_somebody_who_has_no_wish() {
    let (period, roster) = ward(&["cai"]);
    let reason = explain_wish(&period, &roster, None, &"a".into(), &Iterations(20_000)).unwrap();
    assert_eq!(reason.against, [Against::Cover { cover: 0, date: date(3), short: Minutes(8 * HOUR) }]);
    let Some(Granting::Possible(outcome)) = &reason.granting else { panic!("{reason:?}") };
    let verdict = check_roster(&period, &outcome.roster, None);
    assert!(verdict.stands() && verdict.wishes[0].kept, "{verdict:?}");
    let on_wednesday: Vec<&str> = (outcome.roster.assignments.iter())
        .filter(|it| it.date == date(3) && it.shift.as_str() == "d")
        .map(|it| it.person.as_str())
        .collect();
    assert!(!on_wednesday.contains(&"anna") && !on_wednesday.is_empty(), "{on_wednesday:?}");
    // Anna is off, and somebody else takes the day: no more dates change.
    assert_eq!(outcome.changes.len(), 2, "{:?}", outcome.changes);
}

#[test]
fn a_duty_that_may_not_be_had_says_why() {
    // Anna wants the day on Tuesday after the evening on Monday: 8 hours of rest.
    let mut tables = tables();
    tables.people = vec![nurse("anna")];
    tables.packs = vec![pack(vec![daily_rest()])];
    tables.wishes = vec![wish("w", "anna", Wanted::Kind(ShiftKind::Day), 2, Strength::Soft(1.0))];
    let (period, roster) = (period(tables), roster(&[("anna", 1, "e")]));
    let reason = explain_wish(&period, &roster, None, &"w".into(), &Iterations(20_000)).unwrap();
    let [Against::Hindered { by: Hindrance::Rule(found), .. }] = &reason.against[..] else { panic!("{reason:?}") };
    assert_eq!(found.rule.as_str(), "rest");
    // The evening before can go.
    assert!(matches!(reason.granting, Some(Granting::Possible(_))), "{reason:?}");
}

#[test]
fn what_is_kept_or_unknown_is_said() {
    let (period, roster) = ward(&[]);
    let kept = explain_wish(&period, &roster, None, &"b".into(), &Iterations(1)).unwrap();
    assert!(kept.kept && kept.granting.is_none() && kept.against.is_empty());
    let unknown = explain_wish(&period, &roster, None, &"x".into(), &Iterations(1)).unwrap_err();
    assert_eq!(unknown, AskError::UnknownWish { wish: "x".into() });
}

//! Periods of wards, planned whole: the check has the last word.

mod analyse;
mod cover;
mod next;

use leon_formats::period::{EXAMPLE, read_period};
use leon_model::{Period, RosterGoal};
use leon_roster::{Iterations, RosterOptions, plan_roster};

pub(crate) fn example() -> Period {
    read_period("period.json", EXAMPLE).period.expect("the example is sound")
}

#[test]
fn the_example_has_a_roster_that_stands() {
    let period = example();
    let planned = plan_roster(&period, &RosterOptions::new(&Iterations(600_000))).unwrap();
    assert!(planned.verdict.stands(), "{:?}", planned.verdict.broken);
    // Nobody at all would leave 42 nights of 8 hours alone at double weight, and far more.
    assert!(planned.verdict.value(RosterGoal::Cover) < 300.0, "{}", planned.verdict.value(RosterGoal::Cover));
    let uncovered = planned.roster.uncovered.as_ref().unwrap();
    let missing: i64 = uncovered.iter().map(|it| it.missing.0).sum();
    assert!(missing > 0, "the example is short of nurses");
}

#[test]
fn nobody_is_planned_when_nobody_asks() {
    // By shift: the secretaries' on weekdays, the physiotherapists' on three of them and on Christmas Eve, when they are
    // on call as well, the clinic's on Tuesdays and Thursdays.
    let period = example();
    let planned = plan_roster(&period, &RosterOptions::new(&Iterations(100_000))).unwrap();
    let mut seen = 0;
    for it in &planned.roster.assignments {
        let (weekday, is_holiday) = (it.date.weekday() as u8, period.is_public_holiday(it.date));
        let is_eve = it.date.to_string() == "2026-12-24";
        let is_asked = match it.shift.as_str() {
            "k" => weekday < 5 && !is_holiday,
            "t" => matches!(weekday, 0 | 2 | 4) || is_eve,
            "h" => is_eve,
            "c" => matches!(weekday, 1 | 3) && !is_holiday,
            _ => continue,
        };
        seen += 1;
        assert!(is_asked, "{it:?}");
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_seed_gives_one_roster() {
    let period = example();
    let plan = || plan_roster(&period, &RosterOptions::new(&Iterations(50_000))).unwrap();
    assert_eq!(plan(), plan());
}

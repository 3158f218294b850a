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
fn a_seed_gives_one_roster() {
    let period = example();
    let plan = || plan_roster(&period, &RosterOptions::new(&Iterations(50_000))).unwrap();
    assert_eq!(plan(), plan());
}

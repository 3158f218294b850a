//! Periods of wards, planned whole: the check has the last word.

mod analyse;
mod next;

use leon_formats::period::{EXAMPLE, read_period};
use leon_model::{Period, PeriodTables, RosterGoal, Strength, Wanted, Wish};
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

#[test]
fn a_wish_that_is_granted_is_kept() {
    let period = example();
    // h01 is to work on 19 December, and on no date of the week after.
    let mut tables: PeriodTables = period.into_tables();
    let wish = |id: &str, wanted, from: &str, to: &str| Wish {
        id: id.into(),
        person: "h01".into(),
        wanted,
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        strength: Strength::Soft(0.001),
        stated: None,
    };
    tables.wishes =
        vec![wish("w1", Wanted::On, "2026-12-19", "2026-12-19"), wish("w2", Wanted::Off, "2026-12-21", "2026-12-27")];
    let period = Period::new(tables).unwrap();
    let options = RosterOptions { granted: &[0, 1], ..RosterOptions::new(&Iterations(50_000)) };
    let planned = plan_roster(&period, &options).unwrap();
    assert!(planned.verdict.wishes.iter().all(|it| it.kept), "{:?}", planned.verdict.wishes);
}

//! Each family of rules: a plan that is just legal, and one that is just not.

#[path = "../common/any_plan.rs"]
mod any_plan;
#[path = "../common/mod.rs"]
mod common;

mod bindings;
mod capacity;
mod continuity;
mod coverage;
mod damage;
mod eligibility;
mod extra;
mod lending;
mod objective;

use leon_check::{Violation, check_match};
use leon_model::{Case, MatchPlan};

/// What the check finds, in words, leaving aside what the plan says that it is worth.
fn found(case: &Case, plan: &MatchPlan) -> Vec<String> {
    let violations = check_match(case, plan).err().unwrap_or_default();
    violations.iter().filter(|it| !matches!(it, Violation::WrongObjective { .. })).map(ToString::to_string).collect()
}

#[track_caller]
fn legal(case: &Case, plan: MatchPlan) {
    assert_eq!(found(case, &plan), Vec::<String>::new());
}

#[track_caller]
fn illegal(case: &Case, plan: MatchPlan, expected: &[&str]) {
    assert_eq!(found(case, &plan), expected);
}

//! Plans of visits, each family of rules: a plan that is just legal, and one that is just not; and each goal by hand.

#[path = "../common/any_route_plan.rs"]
mod any_route_plan;
#[path = "../common/tiny_day.rs"]
mod common;

mod cars;
mod competence;
mod damage;
mod filling;
mod goals;
mod known;
mod left_out;
mod orders;
mod pauses;
mod pins;
mod schedule;
mod shifts;
mod travel;
mod windows;

use leon_check::check_route;
use leon_model::{Day, RoutePlan};

/// What the check finds, in words.
fn found(day: &Day, plan: &RoutePlan) -> Vec<String> {
    check_route(day, plan, None).broken.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn legal(day: &Day, plan: RoutePlan) {
    assert_eq!(found(day, &plan), Vec::<String>::new());
}

#[track_caller]
fn illegal(day: &Day, plan: RoutePlan, expected: &[&str]) {
    assert_eq!(found(day, &plan), expected);
}

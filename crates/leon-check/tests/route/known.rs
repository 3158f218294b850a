use super::common::*;
use super::{illegal, legal};

#[test]
fn a_shift_has_one_route_at_most() {
    let day = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).visit("v2", "a", 20).day();
    legal(&day, plan().route("eva", 480).at("v1", 10, 20).at("v2", 0, 20).home(10));
    illegal(
        &day,
        plan().route("eva", 480).at("v1", 10, 20).home(10).route("eva", 520).at("v2", 10, 20).home(10),
        &["carer eva has 2 routes in shift 0, but one at most is allowed"],
    );
}

#[test]
fn a_route_has_visits() {
    let day = TinyDay::new().carer("eva", "helper").pause(480, 600, 30, None).day();
    legal(&day, plan());
    illegal(&day, plan().route("eva", 480).pause(0, 0, 30), &["carer eva has a route without visits in shift 0"]);
}

#[test]
fn what_the_day_does_not_have_is_named() {
    let day = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).day();
    illegal(&day, plan().route("ida", 480).at("v1", 10, 20).home(10), &["the day has no carer ida"]);
    let mut other_shift = plan().route("eva", 480).at("v1", 10, 20).home(10);
    other_shift.routes[0].shift = 3;
    illegal(&day, other_shift, &["carer eva has no shift 3"]);
    let unknown = plan().route("eva", 480).at("v9", 0, 20).fill("v1", 7, 10, 20).pause(4, 0, 5).home(10);
    illegal(
        &day,
        unknown.leave_out("v1", 0),
        &[
            "carer eva goes to visit v9, which the day does not have",
            "carer eva fills slot 7 of visit v1, which has 1 slots",
            "carer eva takes pause 4 of shift 0, which has 0 pauses",
        ],
    );
}

use super::common::*;
use super::{illegal, legal};

#[test]
fn the_slots_that_nobody_fills_are_listed_once() {
    let tiny = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).visit("v2", "b", 10);
    let day = tiny.and_slot(slot(10), 0, 0).day();
    let to_v1 = || plan().route("eva", 480).at("v1", 10, 20).home(10);
    legal(&day, to_v1().leave_out("v2", 0).leave_out("v2", 1));
    illegal(&day, to_v1().leave_out("v2", 1), &["visit v2, slot 0 is neither filled nor left out"]);
    illegal(
        &day,
        to_v1().leave_out("v1", 0).leave_out("v2", 0).leave_out("v2", 1).leave_out("v2", 1),
        &["visit v1, slot 0 is left out, but eva fills it", "visit v2, slot 1 is left out 2 times"],
    );
    illegal(
        &day,
        to_v1().leave_out("v2", 0).leave_out("v2", 1).leave_out("v2", 2).leave_out("v9", 0),
        &[
            "the plan leaves out slot 2 of visit v2, which has 2 slots",
            "the plan leaves out visit v9, which the day does not have",
        ],
    );
}

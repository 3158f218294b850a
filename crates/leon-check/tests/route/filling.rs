use super::common::*;
use super::{illegal, legal};
use leon_model::{RoutePlan, Slot};

/// A visit of 20 minutes for two, the second 5 to 10 minutes after the first.
fn double(second: Slot) -> TinyDay {
    TinyDay::new().carer("eva", "helper").carer("ida", "helper").visit("v1", "a", 20).and_slot(second, 5, 10)
}

fn both(ida_waits: i64) -> RoutePlan {
    let eva = plan().route("eva", 480).at("v1", 10, 20).home(10);
    eva.route("ida", 480).fill("v1", 1, 10, 20).wait(ida_waits).home(10)
}

#[test]
fn carers_of_a_double_visit_meet_as_they_must() {
    let day = double(slot(20)).day();
    legal(&day, both(5));
    legal(&day, both(10));
    for (wait, gap) in [(4, 240), (11, 660)] {
        let expected = format!("visit v1: slot 1 begins {gap} s after slot 0, but 300 to 600 s are allowed");
        illegal(&day, both(wait), &[&expected]);
    }
}

#[test]
fn needed_slots_are_filled_all_or_none() {
    let day = double(slot(20)).day();
    legal(&day, plan().leave_out("v1", 0).leave_out("v1", 1));
    illegal(
        &day,
        plan().route("eva", 480).at("v1", 10, 20).home(10).leave_out("v1", 1),
        &["visit v1: others come, but nobody fills slot 1, which it needs"],
    );
    illegal(
        &day,
        plan().route("eva", 480).fill("v1", 1, 10, 20).home(10).leave_out("v1", 0),
        &["visit v1: others come, but nobody fills slot 0, which it needs"],
    );
    let unneeded = double(Slot { needed: false, ..slot(20) }).day();
    legal(&unneeded, plan().route("eva", 480).at("v1", 10, 20).home(10).leave_out("v1", 1));
}

#[test]
fn slots_of_a_visit_take_different_carers() {
    let tiny = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).and_slot(slot(10), 0, 60);
    illegal(
        &tiny.day(),
        plan().route("eva", 480).at("v1", 10, 20).fill("v1", 1, 0, 10).home(10),
        &["visit v1: eva fills slots 0 and 1; each takes another carer"],
    );
}

#[test]
fn a_slot_is_filled_once() {
    let day = TinyDay::new().carer("eva", "helper").carer("ida", "helper").visit("v1", "a", 20).day();
    let eva = || plan().route("eva", 480).at("v1", 10, 20).home(10);
    illegal(&day, eva().route("ida", 480).at("v1", 10, 20).home(10), &["visit v1, slot 0 is filled 2 times"]);
    illegal(
        &day,
        plan().route("eva", 480).at("v1", 10, 20).at("v1", 0, 20).home(10),
        &["visit v1, slot 0 is filled 2 times"],
    );
}

use super::common::*;
use super::{illegal, legal};
use leon_model::Window;

#[test]
fn a_start_lies_in_a_window() {
    let tiny = || TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).window(500, None, 510);
    for wait in [0, 10] {
        legal(&tiny().day(), plan().route("eva", 490).at("v1", 10, 20).wait(wait).home(10));
    }
    illegal(
        &tiny().day(),
        plan().route("eva", 490).at("v1", 10, 20).wait(11).home(10),
        &["visit v1, slot 0: eva begins at 1970-01-01T08:31:00Z, \
           but may begin from 1970-01-01T08:20:00Z to 1970-01-01T08:30:00Z"],
    );
    let two = tiny().with_visit(|it| {
        it.windows.push(Window { open: clock(600), soft_close: None, close: clock(600), late_weight: 1.0 });
    });
    let day = two.day();
    legal(&day, plan().route("eva", 590).at("v1", 10, 20).home(10));
    illegal(
        &day,
        plan().route("eva", 489).at("v1", 10, 20).home(10),
        &["visit v1, slot 0: eva begins at 1970-01-01T08:19:00Z, \
           but may begin from 1970-01-01T08:20:00Z to 1970-01-01T08:30:00Z \
           or from 1970-01-01T10:00:00Z to 1970-01-01T10:00:00Z"],
    );
}

#[test]
fn windows_hold_for_every_slot() {
    let tiny = TinyDay::new().carer("eva", "helper").carer("ida", "helper").visit("v1", "a", 20);
    let day = tiny.window(480, None, 490).and_slot(slot(10), 0, 60).day();
    let both =
        |wait| plan().route("eva", 480).at("v1", 10, 20).home(10).route("ida", 480).fill("v1", 1, 10, 10).wait(wait);
    legal(&day, both(0).home(10));
    illegal(
        &day,
        both(5).home(10),
        &["visit v1, slot 1: ida begins at 1970-01-01T08:15:00Z, \
           but may begin from 1970-01-01T08:00:00Z to 1970-01-01T08:10:00Z"],
    );
}

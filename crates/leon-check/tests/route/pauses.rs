use super::common::*;
use super::{illegal, legal};

#[test]
fn every_pause_is_taken_once_in_its_time() {
    let day = TinyDay::new().carer("eva", "helper").pause(515, 520, 30, None).visit("v1", "a", 20).day();
    let waited = |minutes| plan().route("eva", 480).at("v1", 10, 20).pause(0, 0, 30).wait(minutes);
    legal(&day, waited(5).home(10));
    legal(&day, waited(10).home(10));
    for (wait, clock) in [(4, "08:34"), (11, "08:41")] {
        let expected = format!(
            "carer eva, pause 0 of shift 0: begins at 1970-01-01T{clock}:00Z, \
             but may begin from 1970-01-01T08:35:00Z to 1970-01-01T08:40:00Z"
        );
        illegal(&day, waited(wait).home(10), &[&expected]);
    }
    illegal(
        &day,
        plan().route("eva", 480).at("v1", 10, 20).home(10),
        &["carer eva, shift 0: pause 0 is missing from the route"],
    );
    illegal(
        &day,
        waited(5).pause(0, 0, 30).home(10),
        &[
            "carer eva, shift 0: pause 0 is taken 2 times",
            "carer eva, pause 0 of shift 0: begins at 1970-01-01T09:05:00Z, \
             but may begin from 1970-01-01T08:35:00Z to 1970-01-01T08:40:00Z",
        ],
    );
    // A shift without a route takes no pause.
    legal(&day, plan().leave_out("v1", 0));
}

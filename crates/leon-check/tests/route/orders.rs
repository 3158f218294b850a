use super::common::*;
use super::{illegal, legal};

#[test]
fn the_second_visit_begins_so_long_after_the_first() {
    let tiny = |most| {
        TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).visit("v2", "a", 5).order("v1", "v2", 30, most)
    };
    let waited = |minutes| plan().route("eva", 480).at("v1", 10, 20).at("v2", 0, 5).wait(minutes).home(10);
    // v2 begins 20 minutes after v1, and what it waits.
    for minutes in [10, 40] {
        legal(&tiny(Some(60)).day(), waited(minutes));
    }
    legal(&tiny(None).day(), waited(100));
    illegal(&tiny(None).day(), waited(9), &["visit v2 begins 1740 s after visit v1, but 1800 s or more are allowed"]);
    illegal(
        &tiny(Some(60)).day(),
        waited(41),
        &["visit v2 begins 3660 s after visit v1, but 1800 s to 3600 s are allowed"],
    );
    // In the wrong order, and asking nothing of who is not visited.
    illegal(
        &tiny(None).day(),
        plan().route("eva", 480).at("v2", 10, 5).at("v1", 0, 20).home(10),
        &["visit v2 begins -300 s after visit v1, but 1800 s or more are allowed"],
    );
    legal(&tiny(None).day(), plan().route("eva", 480).at("v2", 10, 5).home(10).leave_out("v1", 0));
}

use super::common::*;
use super::{illegal, legal};

#[test]
fn no_more_cars_are_under_way_than_the_pool_has() {
    let day = |cars| {
        let eva = TinyDay::new().carer("eva", "helper").pool_car("pool", cars).visit("v1", "a", 20);
        eva.carer("ida", "helper").pool_car("pool", cars).visit("v2", "a", 20).day()
    };
    // Eva is under way from 480 to 520.
    let eva = || plan().route("eva", 480).at("v1", 10, 20).home(10);
    legal(&day(1), eva().route("ida", 520).at("v2", 10, 20).home(10));
    let overlapping = || eva().route("ida", 519).at("v2", 10, 20).home(10);
    legal(&day(2), overlapping());
    illegal(&day(1), overlapping(), &["car pool pool: 2 cars are under way at 1970-01-01T08:39:00Z, but it has 1"]);
    // By bike Ida needs none.
    legal(&day(1), eva().route("ida", 490).by(Some("bike")).at("v2", 20, 20).home(20));
}

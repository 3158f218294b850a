use super::common::*;
use super::{illegal, legal};

#[test]
fn what_is_pinned_stays() {
    let tiny = || TinyDay::new().carer("eva", "helper").carer("ida", "helper").visit("v1", "a", 20);
    let pinned_to_eva = tiny().with_visit(|it| it.pin.carers = vec![Some("eva".into())]).day();
    let by = |carer: &str| plan().route(carer, 480).at("v1", 10, 20).home(10);
    legal(&pinned_to_eva, by("eva"));
    illegal(&pinned_to_eva, by("ida"), &["visit v1, slot 0 is pinned to eva, but ida fills it"]);
    legal(&pinned_to_eva, plan().leave_out("v1", 0));

    let pinned_to_490 = tiny().with_visit(|it| it.pin.start = Some(clock(490))).day();
    legal(&pinned_to_490, by("ida"));
    illegal(
        &pinned_to_490,
        plan().route("eva", 481).at("v1", 10, 20).home(10),
        &["visit v1 is pinned to 1970-01-01T08:10:00Z, but begins at 1970-01-01T08:11:00Z"],
    );
    legal(&pinned_to_490, plan().leave_out("v1", 0));
}

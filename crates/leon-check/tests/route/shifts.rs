use super::common::*;
use super::{illegal, legal};
use leon_model::Minutes;

#[test]
fn a_shift_is_done_by_its_end_and_its_overtime() {
    let tiny = |overtime| {
        let tiny = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20);
        tiny.with_shift(|it| it.overtime_max = Minutes(overtime)).day()
    };
    let done_at = |minutes: i64| plan().route("eva", minutes - 40).at("v1", 10, 20).home(10);
    legal(&tiny(0), done_at(720));
    legal(&tiny(15), done_at(735));
    illegal(
        &tiny(15),
        done_at(736),
        &["carer eva is done with shift 0 at 1970-01-01T12:16:00Z, but must be by 1970-01-01T12:15:00Z"],
    );
}

#[test]
fn travel_keeps_its_limit_home_included() {
    let tiny = |most| {
        let tiny = TinyDay::new().carer("eva", "helper").visit("v1", "b", 20);
        tiny.travelling(|it| it.travel_max = Some(Minutes(most))).day()
    };
    let to_b = || plan().route("eva", 480).at("v1", 20, 20).home(20);
    legal(&tiny(40), to_b());
    illegal(&tiny(39), to_b(), &["carer eva travels 2400 s in shift 0, but at most 2340 s are allowed"]);
}

#[test]
fn a_shift_has_no_more_visits_than_its_limit() {
    let tiny = |most| {
        let tiny = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).visit("v2", "a", 20);
        tiny.pause(480, 720, 5, None).with_shift(|it| it.visits_max = Some(most)).day()
    };
    // The pause is no visit.
    let both = || plan().route("eva", 480).at("v1", 10, 20).pause(0, 0, 5).at("v2", 0, 20).home(10);
    legal(&tiny(2), both());
    illegal(&tiny(1), both(), &["carer eva makes 2 visits in shift 0, but at most 1 are allowed"]);
}

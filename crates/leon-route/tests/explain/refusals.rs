//! Questions that have no answer are refused with what is wrong.

use super::tiny_day::*;
use leon_model::TravelTimes;
use leon_route::{AskError, WhyNot, diff_plans, explain_goals, explain_left_out, why_not};

#[test]
fn unknown_visits_carers_and_slots_are_refused() {
    let day = TinyDay::new().carer("anna", "helper").visit("v", "a", 30).day();
    let ask = |visit: &str, slot, carer: &str| {
        why_not(&day, &plan().leave_out("v", 0), &visit.into(), slot, &carer.into()).unwrap_err()
    };
    assert_eq!(ask("x", 0, "anna"), AskError::UnknownVisit { visit: "x".into() });
    assert_eq!(ask("v", 1, "anna"), AskError::UnknownSlot { visit: "v".into(), slot: 1, slots: 1 });
    assert_eq!(ask("v", 0, "bente"), AskError::UnknownCarer { carer: "bente".into() });
}

#[test]
fn plans_of_another_day_and_broken_ones_are_refused() {
    let day = TinyDay::new().carer("anna", "helper").visit("v", "a", 30).window(400, None, 485).day();
    let other = plan().route("bente", 480).at("v", 10, 30).home(10);
    assert!(matches!(explain_left_out(&day, &other), Err(AskError::PlanOfAnotherDay(_))));
    assert!(matches!(explain_goals(&day, &other, 1), Err(AskError::PlanOfAnotherDay(_))));
    assert!(matches!(diff_plans(&day, &plan(), &other), Err(AskError::PlanOfAnotherDay(_))));
    assert!(diff_plans(&day, &other, &plan().leave_out("v", 0)).is_ok(), "carers may have gone since");

    // Anna is there at 490, but it closes at 485.
    let too_late = plan().route("anna", 480).at("v", 10, 30).home(10);
    let refused = AskError::RouteBroken { carer: "anna".into(), shift: 0 };
    assert_eq!(explain_left_out(&day, &too_late), Err(refused));
}

#[test]
fn a_route_counts_as_a_whole() {
    // There is no way home from a, but there is one by b: half of this route could not be gone.
    let mut day = TinyDay::new().carer("anna", "helper").visit("v", "a", 30).visit("w", "b", 30);
    let TravelTimes::Matrix(rows) = &mut day.0.transports[0].times else { panic!("a matrix") };
    rows[1][0] = None;
    let plan = plan().route("anna", 480).at("v", 10, 30).at("w", 10, 30).home(20);
    let answer = why_not(&day.day(), &plan, &"v".into(), 0, &"anna".into());
    assert_eq!(answer, Ok(WhyNot::DoesAlready { start: clock(490) }));
}

//! Each relaxation, with its minutes, kroner and price by hand, and carried out.

use super::tiny_day::*;
use leon_check::check_route;
use leon_model::*;
use leon_route::{LeftOutReason, Relaxation, carry_out, explain_left_out};

fn anna() -> TinyDay {
    TinyDay::new().carer("anna", "helper")
}

fn left_out() -> RoutePlan {
    plan().leave_out("v", 0)
}

/// Why `v` is left out.
fn reason(day: &Day, plan: &RoutePlan) -> LeftOutReason {
    let reasons = explain_left_out(day, plan).expect("a plan of the day");
    reasons.into_iter().find(|it| it.visit == "v".into()).expect("v is left out")
}

/// The remedies of `v` with their prices, each carried out and checked.
#[track_caller]
fn remedied(day: TinyDay, plan: &RoutePlan, expected: &[(Relaxation, f64)]) {
    let day = day.day();
    let reason = reason(&day, plan);
    assert_eq!(reason.fits, None);
    let found: Vec<_> = reason.remedies.iter().map(|it| (it.relaxation.clone(), it.price)).collect();
    assert_eq!(found, expected);
    for remedy in &reason.remedies {
        let carried = carry_out(&day, plan, &"v".into(), &remedy.relaxation).unwrap();
        let (relaxed, outcome) = carried.unwrap_or_else(|| panic!("{:?} does not help", remedy.relaxation));
        assert_eq!(check_route(&relaxed, &outcome.plan, None).broken, []);
        assert_eq!(outcome.placed, remedy.placed);
    }
}

fn later(minutes: i64) -> Relaxation {
    Relaxation::StartLater { window: 0, minutes: Minutes(minutes) }
}

fn earlier(minutes: i64) -> Relaxation {
    Relaxation::StartEarlier { window: 0, minutes: Minutes(minutes) }
}

fn overtime(minutes: i64) -> Relaxation {
    Relaxation::Overtime { carer: "anna".into(), shift: 0, minutes: Minutes(minutes) }
}

#[test]
fn a_window_may_close_later() {
    // Anna is at a at 490, five minutes after it closes.
    remedied(anna().visit("v", "a", 30).window(400, None, 485), &left_out(), &[(later(5), 5.0)]);
}

#[test]
fn a_window_may_open_earlier_or_close_later() {
    // Before w: at 520 − 10 − 15 = 495 at the latest, five minutes before it opens. After w: 580 + 10 = 590, 75
    // minutes after it closes. Leaving out w, 60 minutes of priority 1, costs 60.
    let day = anna().visit("w", "b", 60).window(520, None, 520);
    let day = day.with_visit(|it| it.necessity = Necessity::Mandatory { priority: 1 });
    let day = day.visit("v", "a", 15).window(500, None, 515);
    let plan = plan().route("anna", 500).at("w", 20, 60).home(20).leave_out("v", 0);
    remedied(day, &plan, &[(earlier(5), 5.0), (Relaxation::LeaveOut { visit: "w".into() }, 60.0), (later(75), 75.0)]);
}

#[test]
fn windows_stretch_up_to_the_next_one() {
    // Anna is at a at 490: ten minutes after the first window. The second begins when her shift is over.
    let window = |open, close| Window { open: clock(open), soft_close: None, close: clock(close), late_weight: 1.0 };
    let windows = vec![window(400, 480), window(720, 730)];
    let day = anna().visit("v", "a", 30).with_visit(|it| it.windows = windows);
    // The second window: she must leave a at 710, so begin at 680, 40 minutes earlier. Or be 40 minutes longer at
    // work: 720 + 30 + 10 = 760, at one and a half the price.
    let second = Relaxation::StartEarlier { window: 1, minutes: Minutes(40) };
    remedied(day, &left_out(), &[(later(10), 10.0), (second, 40.0), (overtime(40), 60.0)]);
}

#[test]
fn overtime_costs_kroner() {
    // 700 + 30 + 30 home = 760, 40 minutes after the shift. At 300 kr an hour 200 kr, the price of 60 ordinary minutes.
    // Beginning 40 minutes earlier costs 40.
    let day = anna().visit("v", "c", 30).window(700, None, 710);
    let kroner = reason(&TinyDay(day.0.clone()).day(), &left_out()).remedies[1].kroner;
    assert_eq!(kroner, Some(Kroner(200.0)));
    remedied(day, &left_out(), &[(earlier(40), 40.0), (overtime(40), 60.0)]);
}

#[test]
fn limits_of_a_shift_may_be_lifted() {
    let day = anna().travelling(|it| it.travel_max = Some(Minutes(15))).visit("v", "a", 30); // 10 there, 10 back
    let travel = Relaxation::MoreTravel { carer: "anna".into(), shift: 0, minutes: Minutes(5) };
    remedied(day, &left_out(), &[(travel, 5.0)]);

    let day = anna().with_shift(|it| it.visits_max = Some(1)).visit("w", "b", 60).visit("v", "a", 30);
    let plan = plan().route("anna", 480).at("w", 20, 60).home(20).leave_out("v", 0);
    let visits = Relaxation::MoreVisits { carer: "anna".into(), shift: 0 };
    remedied(day, &plan, &[(visits, 30.0)]); // w has the same priority, so it stays
}

#[test]
fn another_group_may_be_let_in() {
    // 30 minutes × (1 + two levels from helper to nurse).
    let day = anna().visit("v", "a", 30).with_slot(|it| it.groups = vec!["nurse".into()]);
    remedied(day, &left_out(), &[(Relaxation::AllowGroup { slot: 0, group: "helper".into() }, 90.0)]);
}

#[test]
fn pins_may_be_lifted() {
    // Anna is there at 490, five minutes after the pin.
    let day = anna().visit("v", "a", 30).with_visit(|it| it.pin.start = Some(clock(485)));
    remedied(day, &left_out(), &[(Relaxation::UnpinStart, 5.0)]);

    let day = anna().carer("bente", "helper").with_carer(|it| it.competences.clear()).visit("v", "a", 30);
    let day = day.with_slot(|it| it.competences = vec!["basic".into()]);
    let day = day.with_visit(|it| it.pin.carers = vec![Some("bente".into())]);
    remedied(day, &left_out(), &[(Relaxation::UnpinCarer { slot: 0 }, 30.0)]);
}

#[test]
fn a_visit_that_counts_less_may_give_way() {
    // w fills 490 to 690. With v, Anna would be home at 690 + 30 + 10 = 730: 10 minutes, 15 by price. v may also not
    // begin earlier, as there is no gap. Leaving out w: 200 minutes × priority 2.
    let day = anna().visit("w", "a", 200).with_visit(|it| it.necessity = Necessity::Mandatory { priority: 2 });
    let plan = plan().route("anna", 480).at("w", 10, 200).home(10).leave_out("v", 0);
    let other = Relaxation::LeaveOut { visit: "w".into() };
    remedied(day.visit("v", "a", 30), &plan, &[(overtime(10), 15.0), (other, 400.0)]);
}

#[test]
fn a_double_visit_is_remedied_for_both() {
    // Anna could begin at 490, Bente, whose shift begins at 500, at 510; it closes at 500.
    let day = anna().carer("bente", "helper").with_shift(|it| it.start = clock(500));
    let day = day.visit("v", "a", 30).and_slot(slot(30), 0, 0).window(480, None, 500);
    remedied(day, &left_out().leave_out("v", 1), &[(later(10), 10.0)]);
}

#[test]
fn what_fits_needs_no_remedy() {
    let day = anna().visit("v", "a", 30).day();
    let reason = reason(&day, &left_out());
    assert_eq!(reason.remedies, []);
    let fits = reason.fits.expect("nothing stands in the way");
    assert_eq!(fits.worse(Goal::LeftOut), -5.0);
    assert_eq!(fits.placed[0].start, clock(490));
}

#[test]
fn a_trainee_who_could_not_come_along_is_told() {
    let trainee = Slot { needed: false, trainee: true, ..slot(30) };
    let day = anna().visit("v", "a", 30).and_slot(trainee, 0, 0).day();
    let plan = plan().route("anna", 480).at("v", 10, 30).home(10).leave_out("v", 1);
    let reason = reason(&day, &plan);
    assert_eq!(reason.slots, [1]);
    assert_eq!(reason.remedies, []); // no rule makes a trainee of Anna
}

//! Each rule that can stand in the way, on a day where it is the only one.

use super::tiny_day::*;
use leon_model::*;
use leon_route::{Hindrance, WhyNot, why_not};

/// Anna may take `v`, 30 minutes at `a`, if nothing stands in the way: she is there at 490 (8:10).
fn anna() -> TinyDay {
    TinyDay::new().carer("anna", "helper")
}

fn left_out() -> RoutePlan {
    plan().leave_out("v", 0)
}

/// What keeps Anna from the first slot of `v`.
fn found(day: &Day, plan: &RoutePlan) -> Vec<Hindrance> {
    match why_not(day, plan, &"v".into(), 0, &"anna".into()).expect("a plan of the day") {
        WhyNot::Hindered(obstacles) => obstacles.into_iter().flat_map(|it| it.hindrances).collect(),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn hindered(day: TinyDay, plan: &RoutePlan, expected: Hindrance) {
    assert_eq!(found(&day.day(), plan), [expected]);
}

fn visit_of(visit: &str) -> Doing {
    Doing::Visit { visit: visit.into(), slot: 0 }
}

#[test]
fn who_may_not_come_is_told_rule_by_rule() {
    type Case = (fn(&mut Visit), Hindrance);
    let cases: Vec<Case> = vec![
        (
            |visit| visit.slots[0].competences = vec!["insulin".into()],
            Hindrance::CompetenceMissing { competence: "insulin".into() },
        ),
        (
            |visit| visit.slots[0].groups = vec!["nurse".into()],
            Hindrance::GroupNotAllowed { group: "helper".into(), allowed: vec!["nurse".into()] },
        ),
        (|visit| visit.forbidden = vec!["anna".into()], Hindrance::Forbidden),
        (|visit| visit.slots[0].trainee = true, Hindrance::TraineeMismatch { trainee: false }),
        (|visit| visit.mode = Mode::Screen, Hindrance::WrongMode { by_screen: false, mode: Mode::Screen }),
        (|visit| visit.pin.carers = vec![Some("bente".into())], Hindrance::PinnedToOther { carer: "bente".into() }),
    ];
    for (change, expected) in cases {
        let day = anna().carer("bente", "helper").visit("v", "a", 30).with_visit(change);
        hindered(day, &left_out(), expected);
    }
}

#[test]
fn all_rules_on_who_may_come_are_told() {
    let day = anna().visit("v", "a", 30).with_visit(|visit| {
        visit.slots[0].competences = vec!["insulin".into(), "wounds".into()];
        visit.forbidden = vec!["anna".into()];
    });
    assert_eq!(
        found(&day.day(), &left_out()),
        [
            Hindrance::CompetenceMissing { competence: "insulin".into() },
            Hindrance::CompetenceMissing { competence: "wounds".into() },
            Hindrance::Forbidden
        ]
    );
}

#[test]
fn a_window_closes_before_the_carer_can_come() {
    // 480 + 10 of travel = 490, but it closes at 485.
    let day = anna().visit("v", "a", 30).window(400, None, 485);
    hindered(day, &left_out(), Hindrance::WindowCloses { comes: clock(490), closes: clock(485) });
}

#[test]
fn a_pinned_start_comes_too_early() {
    let day = anna().visit("v", "a", 30).with_visit(|it| it.pin.start = Some(clock(485)));
    hindered(day, &left_out(), Hindrance::StartPinned { comes: clock(490), pinned: clock(485) });
}

#[test]
fn no_gap_is_long_enough() {
    // Before w: 490 + 30 + 10 of travel = 530, but w begins at 520 sharp. After it, v would be far too late.
    let day = anna().visit("w", "b", 60).window(520, None, 520).visit("v", "a", 30).window(480, None, 500);
    let plan = plan().route("anna", 500).at("w", 20, 60).home(20).leave_out("v", 0);
    let (comes, latest) = (clock(530), clock(520));
    hindered(day, &plan, Hindrance::NoGap { next: visit_of("w"), comes, latest, short_by: Seconds(600) });
}

#[test]
fn the_shift_would_be_too_long() {
    // 700 + 30 of care + 30 of travel home = 760; the shift ends at 720.
    let day = anna().visit("v", "c", 30).window(700, None, 710);
    hindered(day, &left_out(), Hindrance::OvertimeLimit { done: clock(760), latest: clock(720) });
}

#[test]
fn travel_and_visits_are_limited() {
    let day = anna().travelling(|it| it.travel_max = Some(Minutes(15))).visit("v", "a", 30); // 10 there, 10 back
    hindered(day, &left_out(), Hindrance::TravelLimit { travel: Seconds(1200), most: Seconds(900) });

    let day = anna().with_shift(|it| it.visits_max = Some(1)).visit("w", "b", 60).visit("v", "a", 30);
    let plan = plan().route("anna", 480).at("w", 20, 60).home(20).leave_out("v", 0);
    hindered(day, &plan, Hindrance::VisitsLimit { most: 1 });
}

#[test]
fn no_way_leads_there() {
    let mut day = anna().visit("v", "a", 30);
    day.0.transports[0].times = TravelTimes::Matrix(vec![vec![None; 4]; 4]);
    hindered(day, &left_out(), Hindrance::NoWay);
}

#[test]
fn the_only_car_is_out() {
    // Bente drives from 500 to 600; v must begin at 510.
    let no_bike = |it: &mut Travelling| it.car = Some(PoolCar { pool: "pool".into(), without_car: None });
    let day = anna().pool_car("pool", 1).travelling(no_bike).carer("bente", "helper").travelling(no_bike);
    let day = day.visit("w", "b", 60).window(520, None, 520).visit("v", "a", 30).window(510, None, 510);
    let plan = plan().route("bente", 500).at("w", 20, 60).home(20).leave_out("v", 0);
    hindered(day, &plan, Hindrance::CarMissing { pool: "pool".into() });
}

#[test]
fn an_order_cannot_be_kept() {
    // w begins at 490 and v by 500, but Anna is at c at 480 + 30 + 1 of access = 511.
    let day = anna().carer("bente", "helper").visit("w", "a", 20).window(490, None, 490);
    let day = day.visit("v", "c", 30).order("w", "v", 0, Some(10));
    let plan = plan().route("bente", 480).at("w", 10, 20).home(10).leave_out("v", 0);
    hindered(day, &plan, Hindrance::Together { with: "w".into() });
}

#[test]
fn a_double_visit_takes_two() {
    let double = |day: TinyDay| day.visit("v", "a", 30).and_slot(slot(30), 0, 0);
    let alone = left_out().leave_out("v", 1);
    hindered(double(anna()), &alone, Hindrance::NoSecondCarer { at: clock(490) });

    let day = double(anna().carer("bente", "helper")).day();
    let plan = plan().route("bente", 480).at("v", 10, 30).home(10).route("anna", 480).fill("v", 1, 10, 30).home(10);
    let obstacle = Hindrance::FillsOtherSlot { slot: 1 };
    assert_eq!(found(&day, &plan), [obstacle]);
}

#[test]
fn who_comes_already_does_and_who_could_is_told_what_it_costs() {
    // Anna: o–a–o, 20 of travel. Bente: o–b–o, 40. If Bente takes v before w: o–a–b–o, 40, and w begins at
    // 490 + 30 + 10 = 530 instead of 500.
    let day = anna().visit("v", "a", 30).window(480, None, 500).carer("bente", "helper").visit("w", "b", 30).day();
    let plan = plan().route("anna", 480).at("v", 10, 30).home(10).route("bente", 480).at("w", 20, 30).home(20);
    let ask = |carer: &str| why_not(&day, &plan, &"v".into(), 0, &carer.into()).unwrap();
    assert_eq!(ask("anna"), WhyNot::DoesAlready { start: clock(490) });
    let WhyNot::Possible(outcome) = ask("bente") else { panic!("nothing stands in the way") };
    assert_eq!(outcome.worse(Goal::PaidTime), -20.0);
    assert_eq!(outcome.worse(Goal::Changes), 2.0); // v has another carer, w another time
    assert_eq!(outcome.placed.len(), 1);
    assert_eq!((outcome.placed[0].carer.as_str(), outcome.placed[0].start), ("bente", clock(490)));
    let [moved] = &outcome.moved[..] else { panic!("{:?}", outcome.moved) };
    assert_eq!((moved.visit.as_str(), moved.later()), ("w", Seconds(1800)));
}

//! Re-planning during the day: history and pins stay, nothing is lost, every change has its reason.

mod made;

use leon_check::RouteBroken;
use leon_model::{
    CarPool, DayFault, Doing, Event, EventKind, Goal, Minutes, Moment, Order, Pin, PoolCar, RoutePlan, Seconds,
    VisitId, Work,
};
use leon_route::{
    Change, Disturbance, Disturbed, Iterations, ReplanError, ReplanOptions, Replanned, RouteOptions, plan_routes,
    replan,
};
use made::{at, carer, generated, plan_of, tables, tiny, visit};
use std::collections::{BTreeMap, BTreeSet};

fn options(budget: &Iterations) -> ReplanOptions<'_> {
    ReplanOptions { seed: 1, budget, disturbance: Disturbance::default(), now: None }
}

fn event(time: Moment, kind: EventKind) -> Event {
    Event { at: time, kind, reason: None }
}

fn starts(plan: &RoutePlan) -> BTreeMap<(String, usize), (String, Moment)> {
    let slots = plan.visits();
    slots.map(|(route, stop, visit, slot)| ((visit.to_string(), slot), (route.carer.to_string(), stop.start))).collect()
}

fn start(replanned: &Replanned, visit: &str) -> Option<(String, Moment)> {
    starts(&replanned.plan).get(&(visit.to_owned(), 0)).cloned()
}

#[test]
fn the_sick_carers_visits_go_to_the_other_and_what_was_begun_stays() {
    // Ways take 10 minutes, visits 30. a: v1 8:10, v2 9:00, v3 11:00; b: w 8:10 and then nothing.
    let day = tiny(&[carer("a"), carer("b")], &[visit("v1"), visit("v2"), visit("v3"), visit("w")]);
    let published =
        plan_of(&day, &[("a", &[("v1", at(8, 10)), ("v2", at(9, 0)), ("v3", at(11, 0))]), ("b", &[("w", at(8, 10))])]);
    // At 9:15 a is with v2, begun at 9:00, and goes home after it. b has been free since 8:40.
    let events = [event(at(9, 15), EventKind::CarerSick { carer: "a".into() })];
    for iterations in [0, 500] {
        let it = replan(&day, &published, &events, &options(&Iterations(iterations))).unwrap();
        assert_eq!(start(&it, "v1"), Some(("a".into(), at(8, 10))));
        assert_eq!(start(&it, "v2"), Some(("a".into(), at(9, 0))));
        assert_eq!(start(&it, "v3"), Some(("b".into(), at(11, 0)))); // not earlier than promised
        let change = Change {
            visit: "v3".into(),
            slot: 0,
            before: Some(("a".into(), at(11, 0))),
            after: Some(("b".into(), at(11, 0))),
            because: Some(0),
        };
        assert_eq!(it.changes, [change]);
        // Home at 9:40, after the shift has ended at 9:15: a fact.
        assert!(matches!(it.facts[..], [RouteBroken::TooLate { .. }]), "{:?}", it.facts);
        assert_eq!(it.day.carers[0].shifts[0].end, at(9, 15));
    }
}

#[test]
fn rather_earlier_than_promised_than_not_at_all() {
    // Ways take 10 minutes, visits 30. v3 was promised for 13:00 with a; b, who could come instead, is home at 12:00.
    let mut short = carer("b");
    short.shifts[0].end = at(12, 0);
    let day = tiny(&[carer("a"), short], &[visit("v1"), visit("v3"), visit("w")]);
    let published = plan_of(&day, &[("a", &[("v1", at(8, 10)), ("v3", at(13, 0))]), ("b", &[("w", at(8, 10))])]);
    let events = [event(at(9, 15), EventKind::CarerSick { carer: "a".into() })];
    // b has been home since 8:50 and sets out at 9:15; w is over, and with v1 a is through.
    for disturbance in [Disturbance::default(), Disturbance { per_carer: Some(3), ..Disturbance::default() }] {
        let budget = Iterations(0);
        let it = replan(&day, &published, &events, &ReplanOptions { disturbance, ..options(&budget) }).unwrap();
        assert_eq!(start(&it, "v3"), Some(("b".into(), at(9, 25))));
    }
}

#[test]
fn who_is_being_travelled_to_is_visited_unless_the_carer_is_sick() {
    // The way to v2 is set out on at 8:50 at the latest.
    let day = tiny(&[carer("a"), carer("b")], &[visit("v1"), visit("v2")]);
    let published = plan_of(&day, &[("a", &[("v1", at(8, 10)), ("v2", at(9, 0))])]);
    let cancelled = |time| event(time, EventKind::VisitCancelled { visit: "v1".into() });
    let it = replan(&day, &published, &[cancelled(at(8, 55))], &options(&Iterations(0))).unwrap();
    assert_eq!(it.idle, [0]); // v1 is over
    assert_eq!(start(&it, "v1"), Some(("a".into(), at(8, 10))));
    assert!(it.changes.is_empty());
    let sick = event(at(8, 55), EventKind::CarerSick { carer: "a".into() });
    let it = replan(&day, &published, &[sick], &options(&Iterations(0))).unwrap();
    // b sets out from the office at 8:55 at the earliest.
    assert_eq!(start(&it, "v2"), Some(("b".into(), at(9, 5))));
}

#[test]
fn a_cancelled_visit_is_gone_and_a_new_one_is_planned() {
    let day = tiny(&[carer("a")], &[visit("v1"), visit("v2")]);
    let published = plan_of(&day, &[("a", &[("v1", at(9, 0)), ("v2", at(12, 0))])]);
    let events = [
        event(at(8, 0), EventKind::VisitCancelled { visit: "v1".into() }),
        event(at(8, 30), EventKind::VisitNew { visit: Box::new(visit("new")) }),
    ];
    let it = replan(&day, &published, &events, &options(&Iterations(0))).unwrap();
    assert_eq!(start(&it, "v1"), None);
    assert!(it.day.visit_index(&"v1".into()).is_none() && it.plan.left_out.is_empty());
    let (_, new) = start(&it, "new").unwrap();
    assert!(new >= at(8, 40), "10 minutes from 8:30");
    let because: Vec<_> = it.changes.iter().map(|it| (it.visit.to_string(), it.because)).collect();
    assert_eq!(because, [("new".to_owned(), Some(1)), ("v1".to_owned(), Some(0))]);
}

#[test]
fn an_overrun_delays_what_comes_next_and_says_so() {
    // v1 from 8:10 to 8:40, then 10 minutes' way to v2 at 8:50. With 20 minutes more, v2 begins at 9:10.
    let day = tiny(&[carer("a")], &[visit("v1"), visit("v2")]);
    let published = plan_of(&day, &[("a", &[("v1", at(8, 10)), ("v2", at(8, 50))])]);
    let overrun = EventKind::VisitOverrun { visit: "v1".into(), by: Minutes(20) };
    let it = replan(&day, &published, &[event(at(8, 35), overrun)], &options(&Iterations(0))).unwrap();
    assert_eq!(start(&it, "v2"), Some(("a".into(), at(9, 10))));
    assert_eq!(it.changes.len(), 1);
    assert_eq!(it.changes[0].because, Some(0));
    assert!(it.facts.is_empty() && it.verdict.stands(), "{:?}", it.facts);
}

#[test]
fn what_is_reported_done_is_history_as_reported() {
    // b stepped in for a at v1, from 8:15 to 8:52.
    let day = tiny(&[carer("a"), carer("b")], &[visit("v1"), visit("v2")]);
    let published = plan_of(&day, &[("a", &[("v1", at(8, 10)), ("v2", at(9, 0))])]);
    let done = EventKind::VisitDone { visit: "v1".into(), carer: "b".into(), start: at(8, 15), end: at(8, 52) };
    let it = replan(&day, &published, &[event(at(8, 52), done)], &options(&Iterations(100))).unwrap();
    assert_eq!(start(&it, "v1"), Some(("b".into(), at(8, 15))));
    let (_, stop, ..) = it.plan.visits().find(|(_, _, visit, _)| visit.as_str() == "v1").unwrap();
    assert_eq!(stop.end, at(8, 52));
    assert_eq!(it.day.visits[0].slots[0].duration, Minutes(37));
    assert!(it.verdict.stands());
}

#[test]
fn a_pin_holds_and_a_sick_carers_pin_is_let_go() {
    let mut pinned = visit("v1");
    pinned.pin = Pin { carers: vec![Some("a".into())], start: Some(at(10, 0)) };
    let day = tiny(&[carer("a"), carer("b")], &[pinned, visit("v2")]);
    let published = plan_of(&day, &[("a", &[("v1", at(10, 0))]), ("b", &[("v2", at(10, 0))])]);
    let new = EventKind::VisitNew { visit: Box::new(visit("new")) };
    let it = replan(&day, &published, &[event(at(8, 0), new)], &options(&Iterations(300))).unwrap();
    assert_eq!(start(&it, "v1"), Some(("a".into(), at(10, 0))));

    let sick = EventKind::CarerSick { carer: "a".into() };
    let it = replan(&day, &published, &[event(at(8, 0), sick)], &options(&Iterations(300))).unwrap();
    assert_eq!(start(&it, "v1"), Some(("b".into(), at(10, 0))));
    assert_eq!(it.released.len(), 1);
    assert_eq!(it.released[0].carer, Some("a".into()));

    let pin = EventKind::VisitPinned { visit: "v2".into(), carer: Some("a".into()), start: None };
    let it = replan(&day, &published, &[event(at(8, 0), pin)], &options(&Iterations(0))).unwrap();
    assert_eq!(start(&it, "v2").unwrap().0, "a");
}

#[test]
fn the_second_of_an_order_keeps_its_distance_from_what_is_done() {
    // v2 begins 60 to 120 minutes after v1, which began at 8:10: from 9:10 to 10:10. b steps in from the office.
    let mut tables = tables(&[carer("a"), carer("b")], &[visit("v1"), visit("v2")]);
    let (gap_min, gap_max) = (Seconds(3600), Some(Seconds(7200)));
    tables.orders.push(Order { first: "v1".into(), second: "v2".into(), gap_min, gap_max });
    let day = leon_model::Day::new(tables).unwrap();
    let published = plan_of(&day, &[("a", &[("v1", at(8, 10)), ("v2", at(10, 0))])]);
    for (time, expected) in [(at(8, 30), Some(at(10, 0))), (at(9, 59), Some(at(10, 9))), (at(10, 5), None)] {
        // Sick at 8:30; the plan is made at `time`.
        let sick = event(at(8, 30), EventKind::CarerSick { carer: "a".into() });
        let it = replan(&day, &published, &[sick], &ReplanOptions { now: Some(time), ..options(&Iterations(200)) });
        assert_eq!(start(&it.unwrap(), "v2").map(|(_, start)| start), expected);
    }
}

#[test]
fn who_is_under_way_keeps_the_car_and_others_go_without() {
    // One car in the pool of two is out of order at 9:00. a has been driving since 8:00; b, who was to drive at
    // 10:00, goes on foot, which takes 30 minutes.
    let mut tables = tables(&[carer("a"), carer("b")], &[visit("v1"), visit("v2")]);
    tables.car_pools.push(CarPool { id: "pool".into(), cars: 2 });
    for carer in &mut tables.carers {
        let Work::Visiting(travelling) = &mut carer.shifts[0].work else { unreachable!() };
        travelling.car = Some(PoolCar { pool: "pool".into(), without_car: Some("foot".into()) });
    }
    tables.visits[1].pin.carers = vec![Some("b".into())];
    let day = leon_model::Day::new(tables).unwrap();
    let published = plan_of(&day, &[("a", &[("v1", at(8, 50))]), ("b", &[("v2", at(10, 0))])]);
    let out = EventKind::CarsOut { pool: "pool".into(), cars: 1 };
    let it = replan(&day, &published, &[event(at(9, 0), out)], &options(&Iterations(0))).unwrap();
    let transport = |carer: &str| {
        let route = it.plan.routes.iter().find(|route| route.carer.as_str() == carer).unwrap();
        (route.transport.as_ref().unwrap().to_string(), route.stops[0].travel)
    };
    assert_eq!(transport("a"), ("car".to_owned(), Seconds(600)));
    assert_eq!(transport("b"), ("foot".to_owned(), Seconds(1800)));
}

#[test]
fn a_budget_of_disturbances_is_kept_unless_somebody_would_be_left_out() {
    // a, b and c are alike; a has four visits and is sick. Nobody takes more than two of them.
    let visits: Vec<_> = ["v1", "v2", "v3", "v4"].into_iter().map(visit).collect();
    let carers = [carer("a"), carer("b"), carer("c")];
    let day = tiny(&carers, &visits);
    let times = [("v1", at(9, 0)), ("v2", at(10, 0)), ("v3", at(11, 0)), ("v4", at(12, 0))];
    let published = plan_of(&day, &[("a", &times)]);
    let sick = [event(at(8, 0), EventKind::CarerSick { carer: "a".into() })];
    for iterations in [0, 400] {
        let budget = Iterations(iterations);
        let disturbance = Disturbance { per_carer: Some(2), ..Disturbance::default() };
        let it = replan(&day, &published, &sick, &ReplanOptions { disturbance, ..options(&budget) }).unwrap();
        let by = |carer: &str| starts(&it.plan).values().filter(|(it, _)| it == carer).count();
        assert_eq!((by("a"), by("b"), by("c")), (0, 2, 2));
        assert!(it.exceeded.is_empty());
        // One each cannot be: all four are mandatory.
        let disturbance = Disturbance { per_carer: Some(1), ..Disturbance::default() };
        let it = replan(&day, &published, &sick, &ReplanOptions { disturbance, ..options(&budget) }).unwrap();
        assert!(it.plan.left_out.is_empty());
        assert!(!it.exceeded.is_empty());
        assert!(it.exceeded.iter().all(|it| matches!(it.of, Disturbed::Carer(_)) && it.most == 1));
    }
}

#[test]
fn events_that_name_nobody_are_refused_all_at_once() {
    let day = tiny(&[carer("a")], &[visit("v1")]);
    let events = [
        event(at(9, 0), EventKind::CarerSick { carer: "nobody".into() }),
        event(at(9, 1), EventKind::VisitCancelled { visit: "nothing".into() }),
        event(at(8, 0), EventKind::CarsOut { pool: "none".into(), cars: 1 }),
    ];
    let Err(ReplanError::Events(problems)) = replan(&day, &RoutePlan::default(), &events, &options(&Iterations(0)))
    else {
        panic!("refused")
    };
    let unknown = problems.iter().filter(|it| matches!(it.fault, DayFault::UnknownId { .. })).count();
    let order = problems.iter().filter(|it| it.fault == DayFault::EventsOutOfOrder).count();
    assert_eq!((unknown, order), (3, 1));
}

#[test]
fn after_the_day_everything_is_history_and_before_it_nothing() {
    let (day, plan) = planned(40, 9);
    let end = day.carers.iter().flat_map(|it| &it.shifts).map(|it| it.end).max().unwrap();
    let budget = Iterations(50);
    let it = replan(&day, &plan, &[], &ReplanOptions { now: Some(end + Seconds(86_400)), ..options(&budget) }).unwrap();
    assert_eq!(it.plan, plan);
    assert!(it.changes.is_empty() && it.facts.is_empty());
    let it = replan(&day, &plan, &[], &options(&Iterations(0))).unwrap();
    assert!(it.facts.is_empty() && it.verdict.stands());
    let none = replan(&day, &RoutePlan::default(), &[], &options(&budget)).unwrap();
    assert!(none.plan.left_out.len() < day.visits.len(), "an empty plan is filled up");
}

/// What changes is counted anew here, by hand.
#[test]
fn limits_on_disturbances_are_kept_or_told() {
    for seed in 1..=4 {
        let (day, plan) = planned(60, seed);
        let first = day.carers.iter().flat_map(|it| &it.shifts).map(|it| it.start).min().unwrap();
        let mut new = day.visits[seed as usize].clone();
        (new.id, new.pin) = ("new".into(), Pin::default());
        let sick = plan.routes[seed as usize].carer.clone();
        for kind in [EventKind::VisitNew { visit: Box::new(new) }, EventKind::CarerSick { carer: sick }] {
            let events = [event(first, kind)];
            let disturbed = |disturbance| {
                let budget = Iterations(300);
                let it = replan(&day, &plan, &events, &ReplanOptions { disturbance, ..options(&budget) }).unwrap();
                let is_there =
                    |visit: &VisitId| it.day.visit_index(visit).map(|row| it.day.visits[row].citizen.clone());
                let changed = it.changes.iter().filter(|it| it.before.is_some());
                let citizens: BTreeSet<_> = changed.filter_map(|it| is_there(&it.visit)).collect();
                (citizens.len(), it)
            };
            let (free, _) = disturbed(Disturbance::default());
            let (held, it) = disturbed(Disturbance { citizens: Some(0), ..Disturbance::default() });
            assert!(held <= free, "seed {seed}: {held} disturbed within a limit, {free} without");
            let told = it.exceeded.iter().find(|it| it.of == Disturbed::Citizens).map_or(0, |it| it.changes);
            assert_eq!(told, held, "seed {seed}");
            if let EventKind::VisitNew { .. } = events[0].kind {
                // One visit more moves nobody, unless it could not be done else.
                let is_done = start(&it, "new").is_some();
                assert!(held == 0 || is_done && held <= 2, "seed {seed}: {:?}", it.changes);
            }
        }
    }
}

#[test]
fn half_a_double_visit_that_has_begun_is_filled_up_at_its_time() {
    // w takes a and b together at 9:00. At 8:50 a is just setting out, b falls ill, and c, 10 minutes off, meets a.
    let mut double = visit("w");
    double.slots.push(made::slot());
    double.meetings.push(leon_model::Meeting { from: Seconds(0), to: Seconds(0) });
    let day = tiny(&[carer("a"), carer("b"), carer("c")], &[double]);
    let mut published = plan_of(&day, &[("a", &[("w", at(9, 0))]), ("b", &[("w", at(9, 0))])]);
    published.routes[1].stops[0].doing = Doing::Visit { visit: "w".into(), slot: 1 };
    let sick = event(at(8, 50), EventKind::CarerSick { carer: "b".into() });
    for (now, expected) in [(at(8, 50), Some(("c".to_owned(), at(9, 0)))), (at(8, 55), None)] {
        // Who sets out at 8:55 is not there by 9:00: a is alone, and the check's complaint is a fact.
        let options = ReplanOptions { now: Some(now), ..options(&Iterations(100)) };
        let it = replan(&day, &published, std::slice::from_ref(&sick), &options).unwrap();
        assert_eq!(starts(&it.plan).get(&("w".to_owned(), 0)), Some(&("a".to_owned(), at(9, 0))));
        assert_eq!(starts(&it.plan).get(&("w".to_owned(), 1)).cloned(), expected);
        let alone = it.facts.iter().any(|it| matches!(it, RouteBroken::PartlyFilled { .. }));
        assert_eq!(alone, expected.is_none());
    }
}

#[test]
fn both_slots_of_a_double_visit_are_moved_by_the_same_event() {
    // w takes a and b together at 9:00, and b is ill. c is held by v1 until 9:30, 10 minutes off, so w begins at 9:40:
    // c comes for b, and a, whom no event names, comes later.
    let mut double = visit("w");
    double.slots.push(made::slot());
    double.meetings.push(leon_model::Meeting { from: Seconds(0), to: Seconds(0) });
    let mut held = visit("v1");
    held.pin = Pin { carers: vec![Some("c".into())], start: Some(at(9, 0)) };
    let day = tiny(&[carer("a"), carer("b"), carer("c")], &[double, held]);
    let routes: [(&str, &[_]); 3] = [("a", &[("w", at(9, 0))]), ("b", &[("w", at(9, 0))]), ("c", &[("v1", at(9, 0))])];
    let mut published = plan_of(&day, &routes);
    published.routes[1].stops[0].doing = Doing::Visit { visit: "w".into(), slot: 1 };
    let sick = [event(at(8, 0), EventKind::CarerSick { carer: "b".into() })];
    let it = replan(&day, &published, &sick, &options(&Iterations(200))).unwrap();
    let changed: BTreeSet<_> = it.changes.iter().map(|it| (it.after.clone(), it.because)).collect();
    let at_w = |carer: &str| (Some((carer.into(), at(9, 40))), Some(0));
    assert!(it.changes.iter().all(|it| it.visit.as_str() == "w"));
    assert_eq!(changed, BTreeSet::from([at_w("a"), at_w("c")]));
}

#[test]
fn a_pause_that_an_overrun_has_pushed_out_is_told_as_a_fact() {
    // Pause between 8:30 and 8:40 for 10 minutes. v1 from 8:10 takes until 9:00 instead of 8:30.
    let mut resting = carer("a");
    resting.shifts[0].pauses.push(leon_model::Pause {
        kind: leon_model::PauseKind::Break,
        earliest: at(8, 30),
        latest: at(8, 40),
        duration: Minutes(10),
        location: None,
        paid: true,
    });
    let mut short = visit("v1");
    short.slots[0].duration = Minutes(20);
    let day = tiny(&[resting], &[short, visit("v2")]);
    let mut published = plan_of(&day, &[("a", &[("v1", at(8, 10)), ("v2", at(8, 50))])]);
    let (start, end) = (at(8, 30), at(8, 40));
    let pause = leon_model::Stop { doing: Doing::Pause { pause: 0 }, travel: Seconds(0), arrive: start, start, end };
    published.routes[0].stops.insert(1, pause);
    published.routes[0].stops[2].arrive = at(8, 50);
    assert!(leon_check::check_route(&day, &published, None).stands());
    let overrun = event(at(8, 29), EventKind::VisitOverrun { visit: "v1".into(), by: Minutes(30) });
    let it = replan(&day, &published, &[overrun], &options(&Iterations(100))).unwrap();
    let route = &it.plan.routes[0];
    assert_eq!(route.stops[0].end, at(9, 0));
    let pause = route.stops.iter().find(|it| matches!(it.doing, Doing::Pause { .. })).unwrap();
    assert_eq!(pause.start, at(9, 0));
    assert!(matches!(it.facts[..], [RouteBroken::PauseOutside { .. }]), "{:?}", it.facts);
    assert!(it.plan.left_out.is_empty());
}

/// A day lived through: something happens every so often, and the plan follows.
#[test]
fn events_replayed_over_a_day_lose_no_visit_and_touch_no_history() {
    for seed in 1..=8 {
        let (mut day, mut plan) = if seed % 2 == 0 { planned(60, seed) } else { planned_at_rush_hours(60, seed) };
        let first = day.carers.iter().flat_map(|it| &it.shifts).map(|it| it.start).min().unwrap();
        let mut known: BTreeSet<VisitId> = day.visits.iter().map(|it| it.id.clone()).collect();
        let mut cancelled = BTreeSet::new();
        for step in 0..8 {
            let now = first + Seconds(1800 + step * 3600);
            let kind = happening(&day, &plan, now, seed as usize * 7 + step as usize);
            match &kind {
                EventKind::VisitNew { visit } => drop(known.insert(visit.id.clone())),
                EventKind::VisitCancelled { visit } => drop(cancelled.insert(visit.clone())),
                _ => {}
            }
            let events = [event(now, kind)];
            let budget = Iterations(if step % 2 == 0 { 0 } else { 150 });
            let it = replan(&day, &plan, &events, &options(&budget))
                .unwrap_or_else(|error| panic!("seed {seed}, step {step}, {events:?}: {error}"));
            assert_eq!(it, replan(&day, &plan, &events, &options(&budget)).unwrap(), "seed {seed}, step {step}");
            history_stays(&plan, &it, &events[0], (seed, step));
            pins_stay(&it, (seed, step));
            for index in &it.idle {
                if let EventKind::VisitCancelled { visit } = &events[*index].kind {
                    cancelled.remove(visit);
                }
            }
            accounted_for(&it, &known, &cancelled, (seed, step));
            (day, plan) = (it.day, it.plan);
        }
    }
}

fn planned(visits: usize, seed: u64) -> (leon_model::Day, RoutePlan) {
    plan_day(generated(visits, seed), seed)
}

/// Two hours into the day ways take half as long again, for two hours.
fn planned_at_rush_hours(visits: usize, seed: u64) -> (leon_model::Day, RoutePlan) {
    let mut tables = generated(visits, seed).into_tables();
    let first = tables.carers.iter().flat_map(|it| &it.shifts).map(|it| it.start).min().unwrap();
    let band = |hours: i64, factor| leon_model::Band { from: first + Seconds(hours * 3600), factor };
    tables.transports.iter_mut().for_each(|it| it.bands = vec![band(2, 1.5), band(4, 1.0)]);
    plan_day(leon_model::Day::new(tables).unwrap(), seed)
}

fn plan_day(day: leon_model::Day, seed: u64) -> (leon_model::Day, RoutePlan) {
    let options =
        RouteOptions { seed, threads: 1, budget: &Iterations(400), published: None, from: None, progress: None };
    let plan = plan_routes(&day, &options).unwrap().plan;
    (day, plan)
}

/// One of the kinds of event, about somebody who has a part in the plan.
fn happening(day: &leon_model::Day, plan: &RoutePlan, now: Moment, lot: usize) -> EventKind {
    let to_come: Vec<_> = plan.visits().filter(|(_, stop, ..)| stop.start > now + Seconds(1800)).collect();
    let under_way: Vec<_> = plan.visits().filter(|(_, stop, ..)| stop.start <= now && now < stop.end).collect();
    let pick = |list: &[(&leon_model::Route, &leon_model::Stop, &VisitId, usize)]| {
        (!list.is_empty()).then(|| (list[lot % list.len()].0.carer.clone(), list[lot % list.len()].2.clone()))
    };
    match (lot % 6, pick(&to_come), pick(&under_way)) {
        (0, Some((carer, _)), _) => EventKind::CarerSick { carer },
        (1, Some((_, visit)), _) => EventKind::VisitCancelled { visit },
        (2, _, Some((_, visit))) => EventKind::VisitOverrun { visit, by: Minutes(25) },
        (3, Some((carer, visit)), _) => EventKind::VisitPinned { visit, carer: Some(carer), start: None },
        (4, _, Some((carer, visit))) => {
            let (_, stop, ..) = under_way[lot % under_way.len()];
            EventKind::VisitDone { visit, carer, start: stop.start, end: now.max(stop.start + Seconds(60)) }
        }
        _ => {
            let mut visit = day.visits[lot % day.visits.len()].clone();
            visit.id = format!("new-{}", now.0).into();
            visit.pin = Pin::default();
            EventKind::VisitNew { visit: Box::new(visit) }
        }
    }
}

/// What was begun or being travelled to is where it was, but for what the event itself says.
fn history_stays(before: &RoutePlan, it: &Replanned, event: &Event, which: (u64, i64)) {
    let after = starts(&it.plan);
    let told = match &event.kind {
        EventKind::VisitDone { visit, .. } => Some(visit),
        _ => None,
    };
    for (route, stop, visit, slot) in before.visits() {
        let sick = matches!(&event.kind, EventKind::CarerSick { carer } if *carer == route.carer);
        let is_history = if sick { stop.start < it.now } else { stop.start <= it.now };
        if is_history && told != Some(visit) {
            let now = after.get(&(visit.to_string(), slot));
            let expected = (route.carer.to_string(), stop.start);
            assert_eq!(now, Some(&expected), "{which:?}: {visit} {slot} of history has moved");
        }
    }
}

fn pins_stay(it: &Replanned, which: (u64, i64)) {
    let after = starts(&it.plan);
    for visit in &it.day.visits {
        for (slot, pinned) in visit.pin.carers.iter().enumerate() {
            if let (Some(pinned), Some((carer, _))) = (pinned, after.get(&(visit.id.to_string(), slot))) {
                assert_eq!(carer, pinned.as_str(), "{which:?}: the pin of {}", visit.id);
            }
        }
    }
}

/// Each visit that was ever known is planned, left out, or cancelled: just one of them.
fn accounted_for(it: &Replanned, known: &BTreeSet<VisitId>, cancelled: &BTreeSet<VisitId>, which: (u64, i64)) {
    let mut slots: BTreeMap<(VisitId, usize), usize> = BTreeMap::new();
    for (_, _, visit, slot) in it.plan.visits() {
        *slots.entry((visit.clone(), slot)).or_default() += 1;
    }
    for left_out in &it.plan.left_out {
        *slots.entry((left_out.visit.clone(), left_out.slot)).or_default() += 1;
    }
    for visit in known {
        let row = it.day.visit_index(visit);
        assert_eq!(row.is_none(), cancelled.contains(visit), "{which:?}: {visit}");
        for slot in row.map_or(0..0, |row| 0..it.day.visits[row].slots.len()) {
            assert_eq!(slots.get(&(visit.clone(), slot)), Some(&1), "{which:?}: {visit} {slot}");
        }
    }
    assert_eq!(it.day.visits.len(), known.len() - cancelled.len());
    assert!(it.verdict.value(Goal::LeftOut) >= 0.0);
    let pauses = it.plan.routes.iter().all(|route| {
        let taken: BTreeSet<_> =
            route.stops.iter().filter(|it| matches!(it.doing, Doing::Pause { .. })).map(|it| &it.doing).collect();
        taken.len() == route.stops.iter().filter(|it| matches!(it.doing, Doing::Pause { .. })).count()
    });
    assert!(pauses, "{which:?}: a pause taken twice");
}

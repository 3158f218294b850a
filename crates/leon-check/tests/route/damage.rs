//! A legal plan on the edge with one thing damaged is a plan that the check refuses, and for that reason.

use super::any_route_plan::any_route_plan;
use super::common::*;
use leon_check::{RouteBroken, check_route};
use leon_model::*;
use proptest::prelude::*;

/// Visits drawn for a carer: home (of `a`, `b`, `c`), minutes there, minutes waited before.
type Visits = Vec<(usize, i64, i64)>;

const HOMES: [&str; 3] = ["a", "b", "c"];

fn visits() -> impl Strategy<Value = Visits> {
    prop::collection::vec((0_usize..3, 1_i64..40, 0_i64..20), 1..5)
}

/// Minutes between locations: 0 the office, 1 to 3 the homes. The way to `c` has a minute of access.
fn minutes(from: usize, to: usize) -> i64 {
    let access = i64::from(to == 3 && from != 3);
    from.abs_diff(to) as i64 * 10 + access
}

/// Both carers meet at a double visit at `a`, then go their drawn ways; Eva takes her break last. The day allows the
/// plan just so: windows are instants, limits are what the plan needs.
fn on_the_edge(eva: &Visits, ida: &Visits) -> (DayTables, RoutePlan) {
    let mut tiny = TinyDay::new().carer("eva", "helper").pool_car("pool", 2).pause(0, 1440, 30, None);
    tiny = tiny.carer("ida", "nurse").pool_car("pool", 2).visit("double", "a", 20).and_slot(slot(20), 0, 0);
    let mut plan = plan();
    for (slot, (carer, visits)) in [("eva", eva), ("ida", ida)].into_iter().enumerate() {
        plan = plan.route(carer, 480).fill("double", slot, 10, 20);
        let mut here = 1;
        for (count, &(home, takes, waits)) in (1..).zip(visits) {
            let id = format!("{carer}{count}");
            tiny = tiny.visit(&id, HOMES[home], takes).with_slot(|it| it.competences = vec!["basic".into()]);
            plan = plan.at(&id, minutes(here, home + 1), takes).wait(waits);
            here = home + 1;
        }
        if carer == "eva" {
            plan = plan.pause(0, 0, 30);
        }
        plan = plan.home(minutes(here, 0));
    }
    tiny = tiny.carer("per", "nurse").screen().visit("left", "c", 10).order("double", "eva1", 0, None);
    let mut tables = tiny.0;
    tighten(&mut tables, &plan);
    (tables, plan.leave_out("left", 0))
}

fn tighten(tables: &mut DayTables, plan: &RoutePlan) {
    for (carer, route) in tables.carers.iter_mut().zip(&plan.routes) {
        let shift = &mut carer.shifts[0];
        (shift.end, shift.overtime_max) = (route.done - Seconds(60), Minutes(1));
        let visits = route.stops.iter().filter(|it| matches!(it.doing, Doing::Visit { .. })).count();
        shift.visits_max = Some(visits as u32);
        let travel: Seconds = route.stops.iter().map(|it| it.travel).sum::<Seconds>() + route.travel_home;
        let Work::Visiting(travelling) = &mut shift.work else { continue };
        travelling.travel_max = Some(Minutes(travel.0 / 60));
    }
    let pause = plan.routes[0].stops.last().expect("a pause").start;
    let shift = &mut tables.carers[0].shifts[0];
    (shift.pauses[0].earliest, shift.pauses[0].latest) = (pause, pause);
    for (route, stop, id, slot) in plan.visits() {
        let visit = tables.visits.iter_mut().find(|it| it.id == *id).expect("a visit of the day");
        visit.windows = vec![Window { open: stop.start, soft_close: None, close: stop.start, late_weight: 1.0 }];
        visit.pin.carers.resize(slot + 1, None);
        visit.pin.carers[slot] = Some(route.carer.clone());
    }
    tables.visits[0].pin.start = Some(plan.routes[0].stops[0].start);
    let gap = plan.routes[0].stops[1].start - plan.routes[0].stops[0].start;
    (tables.orders[0].gap_min, tables.orders[0].gap_max) = (gap, Some(gap));
}

/// One way to damage a day or its plan, and whether a broken rule names it.
type Damage = (&'static str, fn(&mut DayTables, &mut RoutePlan), fn(&RouteBroken) -> bool);

fn move_all(route: &mut Route, seconds: i64) {
    let by = Seconds(seconds);
    (route.leave, route.done) = (route.leave + by, route.done + by);
    for it in &mut route.stops {
        (it.arrive, it.start, it.end) = (it.arrive + by, it.start + by, it.end + by);
    }
}

fn swap_carers(plan: &mut RoutePlan) {
    let [eva, ida] = plan.routes.as_mut_slice() else { panic!("two routes") };
    std::mem::swap(&mut eva.carer, &mut ida.carer);
}

fn travelling(tables: &mut DayTables) -> &mut Travelling {
    match &mut tables.carers[0].shifts[0].work {
        Work::Visiting(travelling) => travelling,
        Work::Screen => panic!("Eva visits"),
    }
}

fn repeat_stop(plan: &mut RoutePlan, stop: usize) {
    let again = plan.routes[0].stops[stop].clone();
    plan.routes[0].stops.push(again);
}

fn delete_slot(day: &mut DayTables) {
    day.visits[0].slots.pop();
    day.visits[0].meetings.pop();
}

fn delete_ways(day: &mut DayTables) {
    day.transports[0].times = TravelTimes::Matrix(vec![vec![None; 4]; 4]);
}

fn tighten_order(day: &mut DayTables) {
    let order = &mut day.orders[0];
    (order.gap_min, order.gap_max) = (order.gap_min + SECOND, None);
}

fn hurry_order(day: &mut DayTables) {
    let order = &mut day.orders[0];
    (order.gap_min, order.gap_max) = (Seconds::ZERO, Some(order.gap_min - SECOND));
}

const SECOND: Seconds = Seconds(1);

macro_rules! names {
    ($variant:ident) => {
        |it: &RouteBroken| matches!(it, RouteBroken::$variant { .. })
    };
}

const DAMAGES: &[Damage] = &[
    ("a carer made up", |_, plan| plan.routes[0].carer = "q".into(), names!(UnknownCarer)),
    ("a shift made up", |_, plan| plan.routes[0].shift = 1, names!(UnknownShift)),
    ("a route repeated", |_, plan| plan.routes.push(plan.routes[0].clone()), names!(RouteTwice)),
    ("a route emptied", |_, plan| plan.routes[1].stops.clear(), names!(NoVisits)),
    ("a visit deleted", |day, _| day.visits.retain(|it| it.id != "ida1".into()), names!(UnknownVisit)),
    ("a slot deleted", |day, _| delete_slot(day), names!(UnknownSlot)),
    ("a break deleted", |day, _| day.carers[0].shifts[0].pauses.clear(), names!(UnknownPause)),
    ("another transport", |_, plan| plan.routes[0].transport = None, names!(WrongTransport)),
    ("a transport given away", |day, _| travelling(day).transport = "bike".into(), names!(WrongTransport)),
    ("a way shortened", |_, plan| plan.routes[0].stops[1].travel -= SECOND, names!(WrongTravel)),
    ("a way home shortened", |_, plan| plan.routes[0].travel_home -= SECOND, names!(WrongTravel)),
    ("a detour", |_, plan| plan.routes[1].stops[0].travel += SECOND, names!(WrongTravel)),
    ("no way", |day, _| delete_ways(day), names!(NoWay)),
    (
        "an arrival claimed",
        |_, plan| plan.routes[0].stops[1].arrive = plan.routes[0].stops[1].arrive - SECOND,
        names!(WrongArrival),
    ),
    (
        "a start claimed",
        |_, plan| plan.routes[0].stops[1].start = plan.routes[0].stops[1].arrive - SECOND,
        names!(BeforeArrival),
    ),
    (
        "a visit cut short",
        |_, plan| plan.routes[0].stops[0].end = plan.routes[0].stops[0].end - SECOND,
        names!(WrongEnd),
    ),
    ("a shift begun early", |_, plan| move_all(&mut plan.routes[0], -1), names!(BeforeShift)),
    ("a shift begun late", |_, plan| move_all(&mut plan.routes[0], 1), names!(OutsideWindows)),
    ("one of two late", |_, plan| move_all(&mut plan.routes[1], 1), names!(NotTogether)),
    ("a pin moved", |_, plan| move_all(&mut plan.routes[0], 60), names!(PinnedStart)),
    ("a pause moved", |_, plan| move_all(&mut plan.routes[0], 60), names!(PauseOutside)),
    ("competence lost", |day, _| day.carers[0].competences.clear(), names!(CompetenceMissing)),
    ("a group shut out", |day, _| day.visits[0].slots[0].groups = vec!["nurse".into()], names!(GroupNotAllowed)),
    ("a carer forbidden", |day, _| day.visits[0].forbidden = vec!["ida".into()], names!(Forbidden)),
    ("a trainee", |day, _| day.carers[1].trainee = true, names!(TraineeMismatch)),
    ("a screen visit", |day, _| day.visits[0].mode = Mode::Screen, names!(WrongMode)),
    ("a stop repeated", |_, plan| repeat_stop(plan, 0), names!(SlotTwice)),
    ("one for both slots", |_, plan| plan.routes[1].carer = "eva".into(), names!(SameCarer)),
    ("one of two dropped", |_, plan| drop(plan.routes[1].stops.remove(0)), names!(PartlyFilled)),
    ("an order tightened", |day, _| tighten_order(day), names!(OrderBroken)),
    ("an order hurried", |day, _| hurry_order(day), names!(OrderBroken)),
    ("a pause skipped", |_, plan| drop(plan.routes[0].stops.pop()), names!(PauseMissing)),
    ("a pause repeated", |_, plan| repeat_stop(plan, plan.routes[0].stops.len() - 1), names!(PauseTwice)),
    ("overtime hidden", |_, plan| plan.routes[0].done = plan.routes[0].done - SECOND, names!(WrongDone)),
    ("overtime refused", |day, _| day.carers[1].shifts[0].overtime_max = Minutes(0), names!(TooLate)),
    ("less travel", |day, _| travelling(day).travel_max = Some(Minutes(19)), names!(TravelMax)),
    ("fewer visits", |day, _| day.carers[0].shifts[0].visits_max = Some(1), names!(VisitsMax)),
    ("a car out of order", |day, _| day.car_pools[0].cars = 1, names!(CarsMissing)),
    ("no such visit", |_, plan| plan.left_out[0].visit = "q".into(), names!(LeftOutUnknownVisit)),
    ("no such slot", |_, plan| plan.left_out[0].slot = 1, names!(LeftOutUnknownSlot)),
    ("left out and filled", |_, plan| plan.left_out[0].visit = "double".into(), names!(LeftOutFilled)),
    ("left out twice", |_, plan| plan.left_out.push(plan.left_out[0].clone()), names!(LeftOutTwice)),
    ("left out in silence", |_, plan| plan.left_out.clear(), names!(LeftOutMissing)),
    ("a visit dropped in silence", |_, plan| drop(plan.routes[0].stops.remove(1)), names!(LeftOutMissing)),
    ("routes exchanged", |_, plan| swap_carers(plan), names!(PinnedCarer)),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_plan_is_refused_for_its_damage(eva in visits(), ida in visits()) {
        let (tables, plan) = on_the_edge(&eva, &ida);
        let day = Day::new(tables.clone()).expect("a day");
        prop_assert_eq!(check_route(&day, &plan, None).broken, vec![]);
        for (name, damage, names_it) in DAMAGES {
            let (mut damaged, mut plan) = (tables.clone(), plan.clone());
            damage(&mut damaged, &mut plan);
            if damaged != tables {
                // A day does not pin what it does not allow.
                damaged.visits.iter_mut().for_each(|it| it.pin = Pin::default());
            }
            let day = Day::new(damaged).expect("a day");
            let broken = check_route(&day, &plan, None).broken;
            prop_assert!(broken.iter().any(names_it), "{}: {:?}", name, broken);
        }
    }

    /// Any plan is answered, with values that are their parts' sums, never a panic.
    #[test]
    fn any_plan_is_answered(eva in visits(), plan in any_route_plan(), published in any_route_plan()) {
        let (tables, legal) = on_the_edge(&eva, &eva);
        let day = Day::new(tables).expect("a day");
        let verdict = check_route(&day, &plan, Some(&published));
        prop_assert!(!verdict.stands(), "the double visit is pinned, and not filled by chance: {plan:?}");
        let words: Vec<String> = verdict.broken.iter().map(ToString::to_string).collect();
        prop_assert!(words.iter().all(|it| !it.is_empty()));
        prop_assert!(verdict.goals.iter().all(|(_, value)| value.is_finite()));
        prop_assert_eq!(check_route(&day, &legal, Some(&plan)).broken, vec![]);
    }

    /// A plan differs from itself in nothing; and the order of its routes says nothing.
    #[test]
    fn routes_in_another_order_are_the_same_plan(eva in visits(), ida in visits()) {
        let (tables, plan) = on_the_edge(&eva, &ida);
        let day = Day::new(tables).expect("a day");
        let mut turned = plan.clone();
        turned.routes.reverse();
        let (before, after) = (check_route(&day, &plan, Some(&turned)), check_route(&day, &turned, Some(&plan)));
        prop_assert_eq!(before.value(Goal::Changes), 0.0);
        prop_assert_eq!(&after.broken, &vec![]);
        for ((goal, one), (_, other)) in before.goals.iter().zip(&after.goals) {
            prop_assert!((one - other).abs() < 1e-9, "{}: {} and {}", goal, one, other);
        }
    }
}

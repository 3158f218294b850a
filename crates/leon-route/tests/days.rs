//! Made-up days of several sizes: every plan passes the check, and the same seed gives the same plan.

use leon_formats::read_case;
use leon_generate::{DayOptions, generate_day};
use leon_model::{CarPool, Day, Goal, Moment, PoolCar, Route, Window, Work};
use leon_route::{Iterations, NeedOf, RouteOptions, StaffingNeed, plan_routes, staffing_need};
use std::path::Path;

mod made;

fn day(visits: usize, seed: u64) -> Day {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    let case = read_case(&folder).expect("the Danish case reads");
    let monday = Moment(1_795_388_400); // 2026-11-23T00:00+01:00
    generate_day(&case, &DayOptions::new("461", visits, seed, monday)).expect("a day")
}

fn options(budget: &Iterations, seed: u64) -> RouteOptions<'_> {
    RouteOptions { seed, threads: 2, budget, published: None, from: None, progress: None }
}

#[test]
fn plans_of_made_up_days_pass_the_check() {
    for (visits, seed) in [(20, 1), (60, 2), (150, 3)] {
        let day = day(visits, seed);
        let budget = Iterations(2_000);
        let planned =
            plan_routes(&day, &options(&budget, 1)).unwrap_or_else(|error| panic!("{visits} visits: {error}"));
        assert!(planned.verdict.stands());
        let served = day.visits.len() - planned.plan.left_out.iter().filter(|it| it.slot == 0).count();
        assert!(served * 100 >= 85 * day.visits.len(), "{served} of {visits} visits served");
    }
}

#[test]
fn the_plan_does_not_depend_on_threads() {
    // 700 visits are searched in parts.
    for visits in [40, 700] {
        let day = day(visits, 4);
        let budget = Iterations(1_500);
        let plan = |threads| plan_routes(&day, &RouteOptions { threads, ..options(&budget, 5) }).expect("a plan");
        let one = plan(1);
        assert_eq!(one, plan(2));
        assert_eq!(one, plan(8));
    }
}

#[test]
fn searching_on_from_a_plan_makes_it_no_worse() {
    let day = day(120, 6);
    let (short, long) = (Iterations(300), Iterations(1_000));
    let first = plan_routes(&day, &options(&short, 1)).expect("a plan");
    let from = Some(&first.plan);
    let second = plan_routes(&day, &RouteOptions { from, ..options(&long, 2) }).expect("a plan");
    assert!(second.verdict.levels <= first.verdict.levels, "{:?} {:?}", second.verdict.levels, first.verdict.levels);
}

#[test]
fn large_days_short_of_hands_are_planned_all_the_same() {
    let mut tables = day(700, 7).into_tables();
    tables.carers.iter_mut().step_by(5).for_each(|carer| carer.shifts.clear());
    let short = Day::new(tables).expect("a day");
    let budget = Iterations(6_000);
    let planned = plan_routes(&short, &options(&budget, 1)).expect("a plan that passes the check");
    assert!(planned.verdict.value(Goal::LeftOut) > 0.0, "a fifth of the hands is missing");

    // The plan of one day is a start for another: what it knows and the day does not is passed over.
    let mut tables = short.into_tables();
    let gone = tables.visits.remove(3).id;
    tables.orders.retain(|order| order.first != gone && order.second != gone);
    let other = Day::new(tables).expect("a day");
    let from = Some(&planned.plan);
    plan_routes(&other, &RouteOptions { from, ..options(&budget, 1) }).expect("a plan that passes the check");
}

/// One car for two carers, who have it from the pool in turn: `a` comes first. Only `b` may do v1, which opens at 8:10
/// and closes at 8:15: 10 minutes from the office by car, 30 on foot. So `b` must have the car.
#[test]
fn a_car_goes_to_whom_it_helps() {
    let shared = |id: &str| {
        let mut it = made::carer(id);
        let Work::Visiting(travelling) = &mut it.shifts[0].work else { panic!("it travels") };
        travelling.car = Some(PoolCar { pool: "pool".into(), without_car: Some("foot".into()) });
        it
    };
    let mut far = made::visit("v1");
    far.windows[0] = Window { open: made::at(8, 10), close: made::at(8, 15), ..far.windows[0] };
    far.forbidden = vec!["a".into()];
    let visits = [far, made::visit("v2"), made::visit("v3")];
    let mut tables = made::tables(&[shared("a"), shared("b")], &visits);
    tables.car_pools.push(CarPool { id: "pool".into(), cars: 1 });
    let day = Day::new(tables).expect("a day");
    let planned = plan_routes(&day, &options(&Iterations(500), 1)).expect("a plan");
    assert_eq!(planned.plan.left_out, []);
    let by_car = planned.plan.routes.iter().filter(|route| route.transport == Some("car".into()));
    assert_eq!(by_car.map(|route| route.carer.as_str()).collect::<Vec<_>>(), ["b"]);
}

#[test]
fn the_staffing_need_is_what_each_minute_of_the_plan_needs() {
    let day = day(60, 2);
    let budget = Iterations(500);
    let plan = plan_routes(&day, &options(&budget, 1)).expect("a plan").plan;
    for minutes in [15, 60] {
        let needs = staffing_need(&day, &plan, minutes).unwrap();
        assert!(!needs.is_empty());
        for group in &day.groups {
            let carers = |it: &&Route| {
                let carer = &day.carers[day.carer_index(&it.carer).unwrap()];
                carer.group == group.id && !carer.trainee
            };
            for from in (0..24 * 60).step_by(usize::from(minutes)) {
                // By brute force: at each second of the interval, how many are between leaving and done.
                let begins = 1_795_388_400 + 60 * from as i64;
                let at = |second: i64| {
                    let out = |it: &&Route| it.leave <= Moment(second) && Moment(second) < it.done;
                    plan.routes.iter().filter(carers).filter(out).count() as u32
                };
                let most = (begins..begins + 60 * i64::from(minutes)).map(at).max().unwrap();
                let is_it =
                    |it: &&StaffingNeed| it.of == NeedOf::Group(group.id.clone()) && usize::from(it.from.0) == from;
                let said = needs.iter().find(is_it).map_or(0, |it| it.people);
                // What is left out adds to the need, and only that.
                assert!(said >= most, "{} {from}: {said} for {most}", group.id);
                assert!(said == most || !plan.left_out.is_empty(), "{} {from}: {said} for {most}", group.id);
            }
        }
    }
    assert!(staffing_need(&day, &plan, 7).is_err(), "7 minutes do not divide a day");
}

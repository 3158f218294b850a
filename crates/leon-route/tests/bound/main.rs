//! How far from the best: bounds that are the best value where that is known, and never above any plan's.

#[path = "../../../leon-check/tests/common/tiny_day.rs"]
mod tiny_day;

mod every_plan;
mod flow;

use leon_check::{RouteVerdict, check_route};
use leon_formats::read_case;
use leon_generate::{DayOptions, generate_day};
use leon_model::{Day, Goal, Goals, Moment, RoutePlan, Seconds, TravelTimes, Window};
use leon_route::{
    BoundEnd, BoundMethod, BoundOptions, Iterations, Planned, RouteBound, RouteOptions, lower_bound, plan_routes,
};
use std::path::Path;
use tiny_day::{DraftRoute, TinyDay, clock};

fn planned(day: &Day, seed: u64, iterations: u64) -> Planned {
    let budget = Iterations(iterations);
    let options = RouteOptions { seed, threads: 1, budget: &budget, published: None, from: None, progress: None };
    plan_routes(day, &options).expect("a plan")
}

fn bound(day: &Day, plan: &RoutePlan, verdict: &RouteVerdict, rounds: u32, threads: usize) -> RouteBound {
    lower_bound(day, plan, verdict, &BoundOptions { rounds, threads, labels: 4_000, ..BoundOptions::default() })
}

/// A day with left out before paid time.
fn day_of(mut tiny: TinyDay) -> Day {
    tiny.0.goals = Goals { levels: vec![vec![(Goal::LeftOut, 1.0)], vec![(Goal::PaidTime, 1.0)]] };
    Day::new(tiny.0).expect("a right day")
}

fn at(mut tiny: TinyDay, visit: usize, open: i64, close: i64) -> TinyDay {
    tiny.0.visits[visit].windows =
        vec![Window { open: clock(open), soft_close: None, close: clock(close), late_weight: 1.0 }];
    tiny
}

#[test]
fn the_best_of_tiny_days_is_found_from_below() {
    let one = || TinyDay::new().carer("x", "helper");
    let pair = || at(at(one().visit("v", "a", 20).visit("w", "a", 20), 0, 490, 490), 1, 570, 570);
    let cases = [
        // o–a 10, a–c 20 and 1 of access, c–o 30; the other way round 31 + 20 + 10.
        ("two homes", one().visit("v", "a", 20).visit("w", "c", 20), [0.0, 61.0]),
        // 10 + 2 × 100 + 10 of 240 minutes: two of three visits of priority 5; and 20 of travel.
        ("too much", one().visit("u", "a", 100).visit("v", "a", 100).visit("w", "a", 100), [5.0, 20.0]),
        // 8:10 to 8:30, then 9:30: 60 of waiting, and 20 of travel.
        ("waiting", pair(), [0.0, 80.0]),
        // The pause is no waiting: 30 are left.
        ("a pause", pair().pause(500, 560, 30, None), [0.0, 50.0]),
        // The pause is at the office: 20 more of travel, and 60 − 20 − 30 = 10 of waiting.
        ("a pause elsewhere", pair().pause(500, 560, 30, Some("o")), [0.0, 50.0]),
        // Who may begin as late as 9:10 does not wait.
        ("a late start", at(pair(), 0, 490, 550), [0.0, 20.0]),
    ];
    for (name, tiny, best) in cases {
        let day = day_of(tiny);
        let plan = planned(&day, 1, 300);
        let bound = bound(&day, &plan.plan, &plan.verdict, 60, 1);
        for (level, best) in bound.levels.iter().zip(best) {
            assert!((level.bound - best).abs() < 0.02, "{name}: {level:?} is not {best}");
            assert!(level.bound <= best + 1e-9, "{name}: {level:?} is above {best}");
        }
    }
}

#[test]
fn a_way_round_may_be_the_only_one() {
    // o–b takes 60 minutes, o–a 10 and a–b 10. Who was at a is at b at 8:40, in time; nobody else is before 9:00.
    let mut tiny = TinyDay::new().carer("x", "helper").visit("v", "a", 20).visit("w", "b", 20).window(480, None, 520);
    let TravelTimes::Matrix(rows) = &mut tiny.0.transports[0].times else { panic!("tiny days have tables") };
    rows[0][2] = Some(Seconds(3600));
    let day = day_of(tiny);
    let nothing = RoutePlan::default().leave_out("v", 0).leave_out("w", 0);
    let verdict = check_route(&day, &nothing, None);
    let left_out = &bound(&day, &nothing, &verdict, 60, 1).levels[0];
    assert_eq!((left_out.value, left_out.bound), (10.0, 0.0), "{left_out:?}");
    assert_eq!(planned(&day, 1, 300).verdict.levels[0], 0.0);
}

#[test]
fn a_floor_is_said_to_be_one() {
    let day = day_of(TinyDay::new().carer("x", "helper").visit("v", "a", 20).visit("w", "c", 20));
    let plan = planned(&day, 1, 300);
    let stop = || true;
    let options = BoundOptions { stop: Some(&stop), ..BoundOptions::default() };
    let stopped = lower_bound(&day, &plan.plan, &plan.verdict, &options);
    let told: Vec<_> = stopped.levels.iter().map(|it| (it.method, it.end, it.bound, it.rounds)).collect();
    let floor = BoundMethod::Floor;
    assert_eq!(told, [(floor, BoundEnd::Finished, 0.0, 0), (floor, BoundEnd::Stopped, 0.0, 0)]);
}

fn made_up(visits: usize, seed: u64) -> Day {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    let case = read_case(&folder).expect("the Danish case reads");
    let monday = Moment(1_795_388_400); // 2026-11-23T00:00+01:00
    generate_day(&case, &DayOptions::new("461", visits, seed, monday)).expect("a day")
}

#[test]
fn no_plan_is_below_the_bound_of_another_that_it_is_no_worse_than() {
    for day_seed in 1..=4 {
        let day = made_up(20, day_seed);
        let plans: Vec<Planned> = [(1, 50), (2, 400), (3, 3_000), (4, 3_000)]
            .map(|(seed, iterations)| planned(&day, seed, iterations))
            .into();
        for plan in &plans {
            let bound = bound(&day, &plan.plan, &plan.verdict, 40, 2);
            for other in &plans {
                for (level, it) in bound.levels.iter().enumerate() {
                    let value = other.verdict.levels[level];
                    assert!(it.bound <= value + 1e-6, "day {day_seed}: {it:?} is above {value}");
                    if value > plan.verdict.levels[level] {
                        break;
                    }
                }
            }
        }
    }
}

#[test]
fn more_rounds_never_give_less_and_threads_nothing_else() {
    let day = made_up(20, 7);
    let plan = planned(&day, 1, 500);
    let mut before: Option<RouteBound> = None;
    for rounds in [5, 10, 20, 40] {
        let now = bound(&day, &plan.plan, &plan.verdict, rounds, 1);
        assert_eq!(now, bound(&day, &plan.plan, &plan.verdict, rounds, 3), "{rounds} rounds");
        for (before, now) in before.iter().flat_map(|it| &it.levels).zip(&now.levels) {
            assert!(now.bound >= before.bound, "{rounds} rounds: {now:?} is below {before:?}");
        }
        before = Some(now);
    }
    assert!(before.expect("a bound").levels.iter().any(|it| it.rounds > 1));
}

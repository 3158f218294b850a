//! The bound of one programme for the whole day, without routes.

use super::tiny_day::TinyDay;
use super::{bound, day_of, made_up, planned};
use leon_check::check_route;
use leon_model::{Day, Goal, Goals, Seconds};
use leon_route::{BoundMethod, Planned};

#[test]
fn it_is_never_above_a_plan() {
    for (visits, seeds, iterations) in [(20, 1..=8, 800), (60, 1..=4, 1_500), (150, 1..=1, 1_500)] {
        for seed in seeds {
            let day = made_up(visits, seed);
            let plans: Vec<Planned> = [(1, iterations / 20), (2, iterations)]
                .map(|(seed, iterations)| planned(&day, seed, iterations))
                .into();
            for plan in &plans {
                let bound = bound(&day, &plan.plan, &plan.verdict, 0, 2);
                for other in &plans {
                    for (level, it) in bound.levels.iter().enumerate() {
                        let value = other.verdict.levels[level];
                        assert!(it.bound <= value + 1e-6, "{visits} visits, day {seed}: {it:?} is above {value}");
                        if value > plan.verdict.levels[level] {
                            break;
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn lifting_a_rule_does_not_raise_it() {
    for seed in 1..=4 {
        let day = made_up(20, seed);
        let plan = planned(&day, seed, 500);
        let before = bound(&day, &plan.plan, &plan.verdict, 0, 1);
        let mut tables = day.into_tables();
        match seed % 2 {
            0 => tables
                .visits
                .iter_mut()
                .flat_map(|it| &mut it.windows)
                .for_each(|it| it.close = it.close + Seconds(2400)),
            _ => tables.carers.iter_mut().flat_map(|it| &mut it.shifts).for_each(|it| it.overtime_max.0 += 60),
        }
        let wider = Day::new(tables).expect("a right day");
        // The plan is right on both days and worth the same, so both bounds are about plans no worse than it.
        assert_eq!(check_route(&wider, &plan.plan, None).levels, plan.verdict.levels);
        let after = bound(&wider, &plan.plan, &plan.verdict, 0, 1);
        for (after, before) in after.levels.iter().zip(&before.levels) {
            // Rows broken by less than seconds are not looked for: that much either way is chance.
            let slack = 0.005 * before.value;
            assert!(after.bound <= before.bound + slack, "day {seed}: {after:?} is above {before:?}");
        }
    }
}

#[test]
fn it_does_not_depend_on_threads() {
    let day = made_up(60, 3);
    let plan = planned(&day, 1, 500);
    let one = bound(&day, &plan.plan, &plan.verdict, 0, 1);
    assert_eq!(one, bound(&day, &plan.plan, &plan.verdict, 0, 2));
    assert!(one.levels.iter().any(|it| it.method == BoundMethod::Flow), "{one:?}");
}

#[test]
fn it_is_what_hands_reckon() {
    let helper = || TinyDay::new().carer("x", "helper");
    let fixed = |tiny: TinyDay| tiny.window(490, None, 490);
    let cases = [
        // One route, and the way to each home and away from it is at least that from next door:
        // o–a 10, a–b 10, b–o 20; or o–b 20, b–a 10, a–o 10.
        ("two homes", day_of(helper().visit("v", "a", 20).visit("w", "b", 20)), 1, 40.0),
        // Both are to begin at 8:10, each with 10 minutes of way before it: 60 minutes of work until 8:30, of which the
        // helper has 30. So one is the nurse's, 20 minutes two levels up.
        (
            "two at once",
            {
                let mut tiny = fixed(fixed(helper().carer("y", "nurse").visit("v", "a", 20)).visit("w", "a", 20));
                tiny.0.goals = Goals { levels: vec![vec![(Goal::LeftOut, 1.0)], vec![(Goal::Level, 1.0)]] };
                Day::new(tiny.0).expect("a right day")
            },
            1,
            40.0,
        ),
        // Whoever comes second begins between 9:50 and 10:10, so is at work from 10:15 to 11:30 all the time: one of the
        // three visits is first, one second, and one of priority 5 is left out.
        ("too much", day_of(helper().visit("u", "a", 100).visit("v", "a", 100).visit("w", "a", 100)), 0, 5.0),
    ];
    for (name, day, level, by_hand) in cases {
        let plan = planned(&day, 1, 300);
        let it = &bound(&day, &plan.plan, &plan.verdict, 0, 1).levels[level];
        assert_eq!(it.method, BoundMethod::Flow, "{name}: {it:?}");
        assert!((it.bound - by_hand).abs() < 1e-4, "{name}: {it:?} is not {by_hand}");
    }
}

//! The bound of one programme for the whole day, without routes.

use super::{bound, made_up, planned};
use leon_check::check_route;
use leon_model::{Day, Seconds};
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

//! What must hold of every match, on random tiny cases.

mod common;

use common::{known, random_case};
use leon_match::{MatchError, Matched, Options, Switchboard, match_tasks};
use leon_model::*;
use std::collections::BTreeSet;

fn solve(case: &Case, options: Options<'_>) -> Matched {
    match_tasks(case, &options).unwrap_or_else(|error| panic!("{}: {error}", case.name))
}

fn everything() -> Options<'static> {
    Options { threads: 1, ..Options::everything() }
}

fn close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance * one.abs().max(other.abs()).max(1.0)
}

/// The goals' value when a group's own hours change by a little.
fn goals_at(case: &Case, capacity: usize, more_hours: f64) -> (f64, f64) {
    let mut tables = case.clone().into_tables();
    let it = &mut tables.capacity[capacity];
    let hours_an_fte = 37.0 * it.net_care_share.value;
    it.fte = known(it.fte.value + more_hours / hours_an_fte);
    let objective = solve(&Case::new(tables).unwrap(), Options { threads: 1, ..Options::default() }).plan.objective;
    (objective.weighted_unmet, objective.bought_dkk)
}

/// Rounds all hours to tens, without training or supervision, so that hours and needs often meet exactly.
fn make_corners(tables: &mut Tables) {
    let tens = |hours: f64| (hours / 10.0).round() * 10.0;
    for it in &mut tables.needs {
        it.hours_per_week = known(tens(it.hours_per_week.value));
    }
    for it in &mut tables.capacity {
        it.fte = known(tens(it.fte.value * 37.0 * it.net_care_share.value) / 37.0);
        it.net_care_share = known(1.0);
    }
    for it in &mut tables.holdings {
        it.training_share = it.training_share.as_ref().map(|_| known(0.0));
        it.supervision_share = it.supervision_share.as_ref().map(|_| known(0.0));
    }
    tables.extra_hours.clear();
    tables.technologies.clear();
    tables.bindings.retain(|it| it.kind.counted == Counted::StaffCare);
}

#[test]
fn prices_are_the_one_sided_slopes_of_a_match_solved_again() {
    const STEP: f64 = 0.001;
    let mut compared = 0;
    for seed in 0..60 {
        let mut tables = random_case(seed).into_tables();
        // Lending limits follow own hours, so a change of hours would change them too.
        tables.pools.clear();
        tables.bindings.retain(|it| it.kind.counted != Counted::LentOut);
        if seed % 2 == 1 {
            make_corners(&mut tables);
        }
        let case = Case::new(tables).unwrap();
        let matched = solve(&case, Options { prices: true, threads: 1, ..Options::default() });
        let base = (matched.plan.objective.weighted_unmet, matched.plan.objective.bought_dkk);
        for (capacity, price) in matched.prices.iter().enumerate() {
            let context = format!("seed {seed}, {:?}", price.staff);
            let more = goals_at(&case, capacity, STEP);
            assert!(
                close(price.more.weighted_unmet, (base.0 - more.0) / STEP, 1e-3),
                "{context}: {price:?}, base {base:?}, more {more:?}"
            );
            assert!(
                close(price.more.bought.0, (base.1 - more.1) / STEP, 1e-2),
                "{context}: {price:?}, base {base:?}, more {more:?}"
            );
            let Some(worth) = price.less else { continue };
            if price.own.0 > STEP {
                let less = goals_at(&case, capacity, -STEP);
                assert!(
                    close(worth.weighted_unmet, (less.0 - base.0) / STEP, 1e-3),
                    "{context}: {price:?}, base {base:?}, less {less:?}"
                );
                assert!(
                    close(worth.bought.0, (less.1 - base.1) / STEP, 1e-2),
                    "{context}: {price:?}, base {base:?}, less {less:?}"
                );
                compared += usize::from(worth.weighted_unmet > price.more.weighted_unmet + 1e-6);
            }
        }
    }
    assert!(compared > 5, "only {compared} prices had a corner between their two slopes");
}

#[test]
fn lifting_more_never_leaves_more_unmet() {
    for seed in 0..80 {
        let case = random_case(seed);
        let matched = solve(&case, everything());
        let base = matched.plan.objective.weighted_unmet;
        for value in &matched.binding_values {
            assert!(value.saved.weighted_unmet >= -1e-6, "seed {seed}: {value:?}");
        }
        let mut lifted = BTreeSet::new();
        let mut before = base;
        for binding in case.bindings.iter().filter(|it| it.in_force) {
            lifted.insert(binding.id.clone());
            let options = Options { lifted: lifted.clone(), threads: 1, ..Options::default() };
            let now = solve(&case, options).plan.objective.weighted_unmet;
            assert!(now <= before + 1e-6 * before.max(1.0), "seed {seed}: {lifted:?} leaves {now}, {before} before");
            before = now;
        }
    }
}

#[test]
fn a_set_saves_what_a_match_with_it_lifted_saves() {
    for seed in 0..80 {
        let case = random_case(seed);
        let matched = solve(&case, everything());
        for set in &matched.best_sets {
            let options = Options { lifted: set.lifted.iter().cloned().collect(), threads: 1, ..Options::default() };
            let lifted = solve(&case, options).plan.objective;
            let saved = matched.plan.objective.weighted_unmet - lifted.weighted_unmet;
            assert!(close(set.saved.weighted_unmet, saved, 1e-6), "seed {seed}: {set:?}, solved again {saved}");
        }
        assert!(matched.best_sets.windows(2).all(|sets| sets[0].lifted[..] == sets[1].lifted[..sets[0].lifted.len()]));
    }
}

#[test]
fn ten_times_the_hours_gives_ten_times_the_answer() {
    for seed in 0..80 {
        let case = random_case(seed);
        let mut tables = case.clone().into_tables();
        let tenfold = |figure: &mut Figure| *figure = known(figure.value * 10.0);
        tables.needs.iter_mut().for_each(|it| tenfold(&mut it.hours_per_week));
        tables.capacity.iter_mut().for_each(|it| tenfold(&mut it.fte));
        tables.extra_hours.iter_mut().for_each(|it| tenfold(&mut it.fte_max));
        let hours = tables.bindings.iter_mut().filter(|it| it.kind.share_of == ShareOf::Hours);
        hours.filter_map(|it| it.limit.as_mut()).for_each(tenfold);
        let one = solve(&case, everything());
        let ten = solve(&Case::new(tables).unwrap(), everything());
        let (a, b) = (one.plan.objective, ten.plan.objective);
        assert!(close(a.weighted_unmet * 10.0, b.weighted_unmet, 1e-6), "seed {seed}: {a:?} {b:?}");
        assert!(close(a.bought_dkk * 10.0, b.bought_dkk, 1e-5), "seed {seed}: {a:?} {b:?}");
        assert!(close(a.level_hours * 10.0, b.level_hours, 1e-5), "seed {seed}: {a:?} {b:?}");
        assert!(close(a.moved_hours * 10.0, b.moved_hours, 1e-4), "seed {seed}: {a:?} {b:?}");
        for (a, b) in one.prices.iter().zip(&ten.prices) {
            assert!(close(a.more.weighted_unmet, b.more.weighted_unmet, 1e-6), "seed {seed}: {a:?} {b:?}");
        }
    }
}

#[test]
fn the_answer_is_the_same_on_any_number_of_threads() {
    for seed in 0..30 {
        let case = random_case(seed);
        let one = solve(&case, everything());
        for threads in [2, 8] {
            let many = solve(&case, Options { threads, ..everything() });
            assert_eq!(one.plan, many.plan, "seed {seed}");
            assert_eq!(one.prices, many.prices, "seed {seed}");
            assert_eq!(one.binding_values, many.binding_values, "seed {seed}");
            assert_eq!(one.best_sets, many.best_sets, "seed {seed}");
            assert_eq!(one.effort, many.effort, "seed {seed}");
        }
    }
}

#[test]
fn stopping_returns_what_is_done_and_says_so() {
    use leon_match::{Progress, Status, Step};
    use std::sync::atomic::{AtomicBool, Ordering};
    let case = random_case(3);
    let stop = AtomicBool::new(true);
    let stopped = solve(&case, Options { cancel: Some(&stop), ..everything() });
    assert_eq!(stopped.status, Status::Stopped(Step::Plan));
    assert!(stopped.plan.care.is_empty() && stopped.prices.is_empty());

    let stop = AtomicBool::new(false);
    let after_plan = |progress: Progress| {
        if progress.step == Step::Bindings {
            stop.store(true, Ordering::Relaxed);
        }
    };
    let stopped = solve(&case, Options { cancel: Some(&stop), progress: Some(&after_plan), ..everything() });
    assert!(matches!(stopped.status, Status::Stopped(Step::Bindings | Step::Sets)), "{:?}", stopped.status);
    assert_eq!(stopped.plan, solve(&case, everything()).plan);
}

#[test]
fn a_switchboard_answers_as_a_match_afresh_does() {
    let mut flipped = 0;
    for seed in 0..40 {
        let case = random_case(seed);
        let in_force: Vec<_> = case.bindings.iter().filter(|it| it.in_force).map(|it| it.id.clone()).collect();
        let mut board = Switchboard::new(&case, 1).unwrap();
        // Nothing, each binding alone, growing sets, and back to nothing.
        let alone = in_force.iter().map(|id| BTreeSet::from([id.clone()]));
        let growing = (0..=in_force.len()).map(|count| in_force[..count].iter().cloned().collect());
        for lifted in [BTreeSet::new()].into_iter().chain(alone).chain(growing).chain([BTreeSet::new()]) {
            let afresh =
                solve(&case, Options { lifted: lifted.clone(), prices: true, threads: 1, ..Options::default() });
            let answer = board.answer(&lifted).unwrap();
            assert_eq!(answer.plan, afresh.plan, "seed {seed}, lifted {lifted:?}");
            assert_eq!(answer.prices, afresh.prices, "seed {seed}, lifted {lifted:?}");
            assert_eq!(answer.effort, afresh.effort, "seed {seed}, lifted {lifted:?}");
            flipped += lifted.len();
        }
        assert!(matches!(board.answer(&BTreeSet::from(["none".into()])), Err(MatchError::UnknownBinding(_))));
    }
    assert!(flipped > 100, "{flipped}");
}

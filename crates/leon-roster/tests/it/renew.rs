use crate::made_up::{Chance, problem};
use crate::search::all_rosters;
use leon_roster::{
    Choice, Colouring, Cost, Cover, Curve, Demand, FREE, Iterations, Person, Problem, RunRule, Runs, Succession,
    evaluate, solve,
};

#[test]
fn the_best_of_all_rosters_is_found() {
    let mut compared = 0;
    for seed in 0..400 {
        let problem = problem(&mut Chance(seed));
        let Some(rosters) = all_rosters(&problem, 5000) else { continue };
        let least = rosters.iter().map(|it| evaluate(&problem, it)).min().expect("there is a roster");
        // Where all rosters break very much, fewer breaches can hide behind many a costly step.
        if least.breaches() > 20 {
            continue;
        }
        let found = (0..5).map(|it| solve(&problem, seed + it, &Iterations(300_000), &mut |_| {}).cost).min();
        assert_eq!(found, Some(least), "seed {seed}");
        compared += 1;
    }
    assert!(compared >= 5, "{compared}");
}

#[test]
fn a_seed_gives_one_roster_and_it_costs_what_is_said() {
    for seed in 0..10 {
        let problem = problem(&mut Chance(seed));
        let once = solve(&problem, 3, &Iterations(300_000), &mut |_| {});
        let twice = solve(&problem, 3, &Iterations(300_000), &mut |_| {});
        assert_eq!((&once.roster, once.cost), (&twice.roster, twice.cost), "seed {seed}");
        assert_eq!(once.cost, evaluate(&problem, &once.roster), "seed {seed}");
    }
}

/// So many times six nurses, for four weeks; for each six, two wanted by day and one by night on each of 28 days: 84
/// shifts, 14 each. A night is not followed by a day, work lasts 3 to 5 days, and two days off follow. 84 is all they
/// have: 14 of 28 days each, so that everything is covered when all keep to blocks, as in 4 on, 4 off, and nobody need be
/// paid for more.
fn ward(sixes: usize) -> Problem {
    const DAY: u8 = 1;
    const NIGHT: u8 = 2;
    let days = 28;
    let duties = 3;
    let choices = [FREE, DAY, NIGHT].map(|duty| Choice { duty, cost: Cost::ZERO }).to_vec();
    let mut next = vec![Cost::ZERO; duties * duties];
    next[usize::from(NIGHT) * duties + usize::from(DAY)] = Cost::hard(1);
    let rule = |least, most| Some(RunRule { least, most, short: Cost::hard(1), long: Cost::hard(1) });
    let runs = Runs { colouring: 0, rules: vec![rule(2, 5), rule(3, 5)], before: None, goes_on: true };
    let person = Person {
        choices: vec![choices; days],
        cover: 0,
        before: [FREE, FREE],
        successions: vec![0; days],
        runs: vec![runs],
        ..Person::default()
    };
    let gives = |day: usize, duty: usize| if duty == 0 { vec![] } else { vec![((2 * day + duty - 1) as u32, 1)] };
    let cells = (0..days).flat_map(|day| (0..duties).map(move |duty| (day, duty)));
    let wanted = |count| Demand { start: 0, curve: Curve::within(count, count, Cost::soft(30)) };
    Problem {
        days,
        shift_of: vec![0, 1, 2],
        people: vec![person; 6 * sixes],
        covers: vec![Cover { gives: cells.map(|(day, duty)| gives(day, duty)).collect() }],
        demands: (0..days).flat_map(|_| [wanted(2 * sixes as i64), wanted(sixes as i64)]).collect(),
        successions: vec![Succession { next, over_free: Vec::new() }],
        colourings: vec![Colouring { colour_of: vec![0, 1, 1] }],
        ..Problem::default()
    }
}

#[test]
fn a_small_ward_is_covered_and_that_is_the_best() {
    let found = solve(&ward(1), 1, &Iterations(20_000_000), &mut |_| {});
    assert_eq!(found.cost, Cost::ZERO);
    assert!(found.iterations < 20_000_000, "it ends when nothing is better");
}

/// Budgets that end in the first annealing, in the first programme, in a dive, and after it.
#[test]
fn wherever_the_budget_ends_there_is_a_roster_that_costs_what_is_said() {
    let problem = ward(3);
    let costs = [1_000, 30_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 40_000_000].map(|budget| {
        let found = solve(&problem, 1, &Iterations(budget), &mut |_| {});
        assert_eq!(found.cost, evaluate(&problem, &found.roster), "{budget} iterations");
        found.cost
    });
    assert!(costs.is_sorted_by(|short, long| long <= short), "{costs:?}");
    assert_eq!(costs[6], Cost::ZERO);
}

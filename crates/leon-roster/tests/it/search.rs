use crate::made_up::{Chance, problem, roster};
use leon_roster::{Budget, Choice, Iterations, Problem, Roster, Search, State, evaluate};

fn best(problem: &Problem, seed: u64, iterations: u64) -> Roster {
    Search::for_problem(problem, seed).run(&mut State::new(problem), &Iterations(iterations), &mut |_| {}).roster
}

/// Every roster there is, when there are at most so many.
pub fn all_rosters(problem: &Problem, most: usize) -> Option<Vec<Roster>> {
    let cells = || problem.people.iter().enumerate().flat_map(|(p, it)| (0..problem.days).map(move |day| (p, day, it)));
    let count = cells().try_fold(1usize, |product, (_, day, it)| {
        Some(product * it.choices[day].len()).filter(|product| *product <= most)
    });
    count?;
    let mut rosters = vec![Roster::idle(problem)];
    for (person, day, it) in cells() {
        let with = |roster: &Roster, choice: &Choice| {
            let mut roster = roster.clone();
            roster.set(person, day, choice.duty);
            roster
        };
        rosters = rosters.iter().flat_map(|roster| it.choices[day].iter().map(|it| with(roster, it))).collect();
    }
    Some(rosters)
}

#[test]
fn the_best_of_all_rosters_is_found() {
    let mut compared = 0;
    for seed in 0..400 {
        let problem = problem(&mut Chance(seed));
        let Some(rosters) = all_rosters(&problem, 5000) else { continue };
        let least = rosters.iter().map(|it| evaluate(&problem, it)).min();
        // Where all rosters break very much, fewer breaches can hide behind many a costly step.
        if least.is_none_or(|it| it.breaches() > 20) {
            continue;
        }
        // Many short searches: a long one that has cooled down seldom climbs out of a roster with many breaches.
        let found = (0..100).map(|it| evaluate(&problem, &best(&problem, seed + it, 10_000))).min();
        assert_eq!(found, least, "seed {seed}");
        compared += 1;
    }
    assert!(compared >= 5, "{compared}");
}

#[test]
fn a_seed_gives_one_roster_and_it_costs_what_is_said() {
    for seed in 0..20 {
        let problem = problem(&mut Chance(seed));
        let mut state = State::new(&problem);
        let found = Search::for_problem(&problem, 3).run(&mut state, &Iterations(20_000), &mut |_| {});
        assert_eq!(found.roster, best(&problem, 3, 20_000), "seed {seed}");
        assert_eq!(found.cost, evaluate(&problem, &found.roster), "seed {seed}");
        assert_eq!((state.roster(), state.cost()), (found.roster, found.cost), "seed {seed}");
    }
}

#[test]
fn a_search_never_makes_a_roster_worse_and_fixed_days_stay() {
    for seed in 0..50 {
        let chance = &mut Chance(seed);
        let mut problem = problem(chance);
        let known = roster(&problem, chance);
        let (person, day) = (chance.below(problem.people.len()), chance.below(problem.days));
        problem.people[person].choices[day].retain(|it| it.duty == known.get(person, day));
        let mut state = State::new(&problem);
        state.load(&known);
        let before = state.cost();
        let found = Search::for_problem(&problem, seed).gentle().run(&mut state, &Iterations(10_000), &mut |_| {});
        assert!(found.cost <= before, "seed {seed}");
        assert_eq!(found.roster.get(person, day), known.get(person, day), "seed {seed}");
    }
}

#[test]
fn a_search_that_is_cancelled_gives_what_it_has() {
    struct Cancelled;
    impl Budget for Cancelled {
        fn spent(&self, _: u64) -> f64 {
            1.0
        }
    }
    let chance = &mut Chance(7);
    let problem = problem(chance);
    let known = roster(&problem, chance);
    let mut state = State::new(&problem);
    state.load(&known);
    let found = Search::for_problem(&problem, 1).run(&mut state, &Cancelled, &mut |_| {});
    assert_eq!((found.roster, found.iterations), (known, 0));
}

use crate::made_up::{Chance, small};
use crate::search::all_rosters;
use leon_roster::{BoundOptions, Cost, Iterations, Problem, Roster, RosterBound, evaluate};

/// What rosters cost, the best first.
fn sorted(problem: &Problem, rosters: &[Roster]) -> Vec<Cost> {
    let mut costs: Vec<Cost> = rosters.iter().map(|it| evaluate(problem, it)).collect();
    costs.sort_unstable();
    costs
}

#[test]
fn no_roster_is_below_the_bound() {
    let (mut compared, mut whole, mut tight) = (0, 0, 0);
    for seed in 0..600 {
        let chance = &mut Chance(seed);
        let problem = small(chance);
        let Some(rosters) = all_rosters(&problem, 20_000) else { continue };
        let costs = sorted(&problem, &rosters);
        let known = chance.one_in(2).then(|| &rosters[chance.below(rosters.len())]);
        let labels = [1, 20, 10_000][chance.below(3)];
        let rounds = [0, 1, 100, 100][chance.below(4)];
        let options = BoundOptions { roster: known, labels, totals: true };
        let bound = RosterBound::of(&problem, &options, &Iterations(rounds));
        let least = costs[0].breaches();
        assert!(bound.breaches.bound <= least, "seed {seed}: {bound:?}, the best is {:?}", costs[0]);
        let among = costs.iter().filter(|it| it.breaches() <= bound.breaches.bound).map(|it| it.price()).min();
        assert!(among.is_none_or(|it| bound.price.bound <= it), "seed {seed}: {bound:?}, the best is {among:?}");
        compared += 1;
        if labels > 20 && rounds > 1 {
            whole += 1;
            tight += usize::from(bound.breaches.bound == least && among == Some(bound.price.bound));
        }
    }
    assert!(compared > 300 && tight * 4 > whole, "{tight} of {whole}, {compared} in all");
}

/// Nothing ties people together: each person's best row is the bound, and exact.
#[test]
fn without_cover_the_bound_is_the_best_roster() {
    let mut compared = 0;
    for seed in 0..600 {
        let mut problem = small(&mut Chance(seed));
        problem.demands.clear();
        problem.covers.iter_mut().flat_map(|it| &mut it.gives).for_each(Vec::clear);
        // More numbers than are followed are summed apart, by their hull.
        if problem.days == 6 && problem.people.len() == 1 && problem.duties() == 4 {
            continue;
        }
        let Some(rosters) = all_rosters(&problem, 20_000) else { continue };
        let best = sorted(&problem, &rosters)[0];
        let bound = RosterBound::of(&problem, &BoundOptions::default(), &Iterations(50));
        assert_eq!(bound.breaches.bound, best.breaches(), "seed {seed}: {bound:?}");
        // A breach against another's is a trade that the prices do not see.
        if best.breaches() == 0 {
            assert_eq!(bound.price.bound, best.price(), "seed {seed}: {bound:?}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

use crate::made_up::{Chance, problem, roster};
use leon_roster::{Draft, State, evaluate};

#[test]
fn the_price_of_an_edit_is_the_difference_of_two_costs() {
    for seed in 0..300 {
        let chance = &mut Chance(seed);
        let problem = problem(chance);
        let mut state = State::new(&problem);
        state.load(&roster(&problem, chance));
        let mut draft = Draft::default();
        for step in 0..100 {
            let other = roster(&problem, chance);
            draft.clear();
            let mut edited = state.roster();
            let first_person = chance.below(problem.people.len());
            for person in
                [first_person, (first_person + 1) % problem.people.len()].into_iter().take(1 + chance.below(2))
            {
                let first = chance.below(problem.days);
                let length = 1 + chance.below(problem.days - first);
                draft.add(person, first, other.row(person)[first..first + length].iter().copied());
                (first..first + length).for_each(|day| edited.set(person, day, other.get(person, day)));
            }
            let before = state.cost();
            let change = state.price(&draft);
            let cost = evaluate(&problem, &edited);
            assert_eq!(before + change, cost, "seed {seed}, step {step}");
            if chance.one_in(2) {
                state.make(&draft, change);
                assert_eq!(state.roster(), edited);
            } else {
                state.drop_edit();
            }
        }
        assert_eq!(state.cost(), state.recomputed(), "seed {seed}");
    }
}

#[test]
fn an_edit_is_made_exactly_when_its_price_is_low_enough() {
    let mut counts = [0, 0];
    for seed in 0..300 {
        let chance = &mut Chance(seed);
        let problem = problem(chance);
        let mut state = State::new(&problem);
        state.load(&roster(&problem, chance));
        let mut draft = Draft::default();
        for step in 0..100 {
            let other = roster(&problem, chance);
            draft.clear();
            for person in (0..problem.people.len()).take(1 + chance.below(3)) {
                let first = chance.below(problem.days);
                let length = 1 + chance.below((problem.days - first).min(4));
                draft.add(person, first, other.row(person)[first..first + length].iter().copied());
            }
            let before = state.cost();
            let change = state.price(&draft);
            state.drop_edit();
            let breach = 1 + chance.below(50) as i64;
            // Around the price itself, where a bound that is too eager would show.
            let most = change.weighed(breach) + chance.below(5) as i64 - 2;
            let is_low = change.weighed(breach) <= most;
            assert_eq!(state.try_edit(&draft, breach, most), is_low, "seed {seed}, step {step}");
            assert_eq!(state.cost(), if is_low { before + change } else { before }, "seed {seed}, step {step}");
            assert_eq!(state.cost(), state.recomputed(), "seed {seed}, step {step}");
            counts[usize::from(is_low)] += 1;
        }
    }
    assert!(counts.iter().all(|it| *it > 1000), "{counts:?}");
}

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

//! A limit on the dates that change, as a demand that every change gives to: the search never has more.

use super::Gone;
use crate::change::{AtHand, Cell};
use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::{Demand, FREE};
use crate::translate::DemandOf;

/// What a change too many counts: more than any rule.
const TOO_MANY: Cost = Cost::hard(100);

/// Counts the dates that change beside those of the duties that fell away: at most so many. Everybody is covered by
/// themselves then, since what is a change differs from one to the next.
pub(super) fn count(at_hand: &mut AtHand<'_>, gone: &[Gone], most: Option<usize>) {
    let rows = at_hand.rows.clone();
    let problem = &mut at_hand.translation.problem;
    let (demand, duties) = (problem.demands.len() as u32, problem.duties());
    let mut covers = Vec::new();
    for (index, person) in problem.people.iter_mut().enumerate() {
        let mut cover = problem.covers[person.cover].clone();
        for (day, choices) in person.choices.iter().enumerate() {
            if gone.iter().any(|it| it.is_of(Cell { person: index, day, duty: FREE })) {
                continue;
            }
            for choice in choices.iter().filter(|it| it.duty != rows.get(index, day)) {
                cover.gives[day * duties + usize::from(choice.duty)].push((demand, 1));
            }
        }
        person.cover = index;
        covers.push(cover);
    }
    problem.covers = covers;
    let curve = most.map_or_else(Curve::default, at_most);
    problem.demands.push(Demand { start: 0, curve });
    at_hand.translation.demands.push(DemandOf::Changes);
}

/// Sets the most for a search after the count.
pub(super) fn set(at_hand: &mut AtHand<'_>, most: usize) {
    at_hand.translation.problem.demands.last_mut().expect("the count of changes").curve = at_most(most);
}

fn at_most(most: usize) -> Curve {
    Curve::at_most(i64::try_from(most).unwrap_or(i64::MAX), TOO_MANY)
}

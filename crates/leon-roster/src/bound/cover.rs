//! Rows that many people, or many days of one, add to: the demands, and totals with too many states to follow.

use super::points::Points;
use crate::curve::Curve;
use crate::problem::{Over, Problem};
use std::rc::Rc;

/// A number that duties add up to.
#[derive(Clone, Debug)]
pub(crate) struct Sum {
    pub start: i64,
    pub points: Points,
}

/// All such numbers, demands first, and what duties give to them.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    pub sums: Vec<Sum>,
    gifts: Rc<Gifts>,
}

/// What choices give.
#[derive(Clone, Debug)]
struct Gifts {
    days: usize,
    /// By person × day: where the choices' gifts start.
    first: Vec<u32>,
    /// By choice: where its gifts start; one more at the end.
    starts: Vec<u32>,
    gives: Vec<(u32, i64)>,
}

impl Sums {
    /// `apart`: totals that are summed here, by person and place among the person's totals.
    pub fn new(problem: &Problem, apart: &[(usize, usize)]) -> Self {
        let mut all_gifts = Gifts { days: problem.days, first: vec![], starts: vec![0], gives: vec![] };
        let mut starts: Vec<i64> = problem.demands.iter().map(|it| it.start.into()).collect();
        let mut curves: Vec<&Curve> = problem.demands.iter().map(|it| &it.curve).collect();
        for &(person, total) in apart {
            let total = &problem.people[person].totals[total];
            starts.push(total.start);
            curves.push(&total.curve);
        }
        let (mut low, mut high) = (starts.clone(), starts.clone());
        for (index, person) in problem.people.iter().enumerate() {
            let own: Vec<usize> = (0..apart.len()).filter(|it| apart[*it].0 == index).collect();
            for (day, choices) in person.choices.iter().enumerate() {
                all_gifts.first.push(all_gifts.starts.len() as u32 - 1);
                let (mut all, from) = (Vec::new(), all_gifts.gives.len());
                for choice in choices {
                    let cell = day * problem.duties() + usize::from(choice.duty);
                    let given = problem.covers[person.cover].gives[cell].iter();
                    let mut gifts: Vec<(u32, i64)> = given.map(|&(sum, amount)| (sum, amount.into())).collect();
                    for &it in &own {
                        if let Over::Days { first, end, weights } = person.totals[apart[it].1].over
                            && (first..end).contains(&day)
                        {
                            let weight = problem.weights[weights].of(day, choice.duty);
                            gifts.push(((problem.demands.len() + it) as u32, weight.into()));
                        }
                    }
                    gifts.sort_unstable_by_key(|it| it.0);
                    for same in gifts.chunk_by(|a, b| a.0 == b.0) {
                        all_gifts.gives.push((same[0].0, same.iter().map(|it| it.1).sum()));
                    }
                    all_gifts.starts.push(all_gifts.gives.len() as u32);
                }
                all.extend_from_slice(&all_gifts.gives[from..]);
                all.sort_unstable();
                for same in all.chunk_by(|a, b| a.0 == b.0) {
                    // A choice that does not give gives 0.
                    let every = same.len() == choices.len();
                    let (least, most) = (same[0].1, same[same.len() - 1].1);
                    low[same[0].0 as usize] += if every { least } else { least.min(0) };
                    high[same[0].0 as usize] += if every { most } else { most.max(0) };
                }
            }
        }
        let sum = |at: usize| Sum { start: starts[at], points: Points::new(curves[at], low[at], high[at]) };
        Self { sums: (0..starts.len()).map(sum).collect(), gifts: Rc::new(all_gifts) }
    }

    /// What a choice of a person on a day gives.
    pub fn given(&self, person: usize, day: usize, choice: usize) -> &[(u32, i64)] {
        let Gifts { days, first, starts, gives } = &*self.gifts;
        let at = first[person * days + day] as usize + choice;
        &gives[starts[at] as usize..starts[at + 1] as usize]
    }
}

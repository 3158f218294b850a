//! People's rules as graphs, and the sums that people add up to: what does not change from one programme to the next.

use crate::bound::cover::Sums;
use crate::bound::level::{Level, each_cost};
use crate::bound::pricing::{Pricer, Rules};
use crate::curve::Curve;
use crate::problem::Problem;
use std::collections::BTreeMap;

/// Days of all people from which on graphs of rows are not tried, and steps that pricing all of them once may take.
const MOST_DAYS: usize = 8_000;
const MOST_STEPS: u64 = 400_000_000;

/// A breach counts as so many times the dearest price.
const BREACH: i64 = 20;

/// What does not change.
pub(super) struct Frame<'p> {
    pub problem: &'p Problem,
    pub rules: Vec<Rules>,
    pub sums: Sums,
    /// By sum.
    pub curves: Vec<&'p Curve>,
    pub level: Level,
    /// By person: sums, and the least and the most that any row adds to them.
    pub reach: Vec<Vec<(u32, i64, i64)>>,
}

impl<'p> Frame<'p> {
    /// `None`: there are too many people, days, or rules that remember much.
    pub fn new(problem: &'p Problem) -> Option<Self> {
        if problem.days * problem.people.len() > MOST_DAYS || problem.days == 0 || problem.people.is_empty() {
            return None;
        }
        let mut rules = Vec::new();
        let mut steps = 0;
        for (person, it) in problem.people.iter().enumerate() {
            let it = Rules::new(problem, it);
            steps += Pricer::new(problem, person, &it, Level::BREACHES, None).table_steps();
            if it.left_out > 0 || steps > MOST_STEPS {
                return None;
            }
            rules.push(it);
        }
        let mut curves: Vec<&Curve> = problem.demands.iter().map(|it| &it.curve).collect();
        let mut apart = Vec::new();
        for (person, it) in rules.iter().enumerate() {
            apart.extend(it.apart.iter().map(|&total| (person, total)));
            curves.extend(it.apart.iter().map(|&total| &problem.people[person].totals[total].curve));
        }
        let sums = Sums::new(problem, &apart);
        let mut dearest = 1;
        each_cost(problem, |cost| dearest = dearest.max(cost.price().abs()));
        let level = Level::prices(dearest.saturating_mul(BREACH).min(1 << 28));
        let reach = (0..problem.people.len()).map(|it| reach(problem, &sums, it)).collect();
        Some(Self { problem, rules, sums, curves, level, reach })
    }
}

/// Sums that a person adds to, and the least and the most that any row does.
fn reach(problem: &Problem, sums: &Sums, person: usize) -> Vec<(u32, i64, i64)> {
    let mut reach: BTreeMap<u32, (i64, i64)> = BTreeMap::new();
    for (day, choices) in problem.people[person].choices.iter().enumerate() {
        let mut here: BTreeMap<u32, (i64, i64, usize)> = BTreeMap::new();
        for choice in 0..choices.len() {
            for &(sum, amount) in sums.given(person, day, choice) {
                let it = here.entry(sum).or_insert((amount, amount, 0));
                *it = (it.0.min(amount), it.1.max(amount), it.2 + 1);
            }
        }
        for (sum, (least, most, count)) in here {
            // A choice that does not give gives 0.
            let (least, most) = if count == choices.len() { (least, most) } else { (least.min(0), most.max(0)) };
            let it = reach.entry(sum).or_default();
            *it = (it.0 + least, it.1 + most);
        }
    }
    reach.into_iter().map(|(sum, (least, most))| (sum, least, most)).collect()
}

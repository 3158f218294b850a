//! Annealing.

use super::change::{change_day, change_days};
use super::exchange::exchange;
use crate::cost::Cost;
use crate::options::{Budget, Progress};
use crate::rng::Rng;
use crate::roster::Roster;
use crate::state::{Draft, State};

/// Settings of a search.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    pub seed: u64,
    /// Temperatures at first and at last.
    pub hot: f64,
    pub cold: f64,
    /// Longest stretches of days that change together.
    pub longest_change: usize,
    pub longest_exchange: usize,
    /// What a breach counts at first.
    pub breach: i64,
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct Searched {
    pub roster: Roster,
    pub cost: Cost,
    pub iterations: u64,
}

/// Iterations between two looks at the budget.
const BEAT: u64 = 1 << 12;

/// Iterations without a breach, or with one, after which its weight changes.
const PATIENCE: u64 = 8;

impl Search {
    /// Searches on from the roster that the state has until the budget is spent, and leaves the best in the state.
    ///
    /// The same seed and number of iterations give the same roster.
    pub fn run(&self, state: &mut State, budget: &dyn Budget, progress: &mut dyn FnMut(Progress)) -> Searched {
        let mut rng = Rng::new(self.seed);
        let logs: Vec<f64> = (0..4096).map(|it| -((f64::from(it) + 0.5) / 4096.0).ln()).collect();
        let mut draft = Draft::default();
        let mut best = Searched { roster: state.roster(), cost: state.cost(), iterations: 0 };
        let mut iterations: u64 = 0;
        let mut spent = budget.spent(0);
        let mut temperature = self.hot;
        let mut breach = self.breach;
        let mut in_breach = 0;
        while spent < 1.0 {
            iterations += 1;
            if iterations.is_multiple_of(BEAT) {
                spent = budget.spent(iterations);
                temperature = self.hot * (self.cold / self.hot).powf(spent.min(1.0));
                progress(Progress { iterations, spent: spent.min(1.0), cost: state.cost(), best: best.cost });
                in_breach = if state.cost().breaches() > 0 { in_breach + 1 } else { 0 };
                if in_breach > PATIENCE {
                    in_breach = 0;
                    breach += breach / 8 + 1;
                }
            }
            draft.clear();
            let bits = rng.bits();
            let is_drawn = match bits & 15 {
                0..6 => change_day(state, &mut draft, &mut rng),
                6..9 => change_days(state, &mut draft, self.longest_change, &mut rng),
                _ => exchange(state, &mut draft, self.longest_exchange, &mut rng),
            };
            if !is_drawn {
                continue;
            }
            let change = state.price(&draft);
            let threshold = temperature * logs[(bits >> 52) as usize];
            if change.weighed(breach) as f64 <= threshold {
                state.make(&draft, change);
                if state.cost() < best.cost {
                    best.cost = state.cost();
                    state.copy_to(&mut best.roster);
                }
            } else {
                state.drop_edit();
            }
        }
        if state.cost() > best.cost {
            state.load(&best.roster);
        }
        best.iterations = iterations;
        best
    }
}

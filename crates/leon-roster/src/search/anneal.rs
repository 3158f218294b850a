//! Annealing.

use super::change::{change_day, change_days};
use super::exchange::{exchange, exchange_days};
use super::rotate::rotate;
use super::scale::steps;
use crate::cost::Cost;
use crate::options::{Budget, Progress};
use crate::problem::Problem;
use crate::rng::Rng;
use crate::roster::Roster;
use crate::state::{Draft, State};

/// Settings of a search.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    pub seed: u64,
    /// Temperatures at first and at last, in the problem's own prices.
    pub hot: f64,
    pub cold: f64,
    /// The longest stretches of days that change together, and that are exchanged.
    pub longest_change: usize,
    pub longest_exchange: usize,
    /// What a breach counts at least. It counts more while rules stay broken, and less again while none is.
    pub breach: f64,
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

/// Temperature at first, in large steps of the price or what a breach counts, whichever is more: a search must be able
/// to pass through broken rules. Temperature at last, in small steps of the price.
const HOT: f64 = 0.5;
const COLD: f64 = 0.18;

/// The longest stretches of days that change together, and that are exchanged.
const LONGEST_CHANGE: usize = 5;
const LONGEST_EXCHANGE: usize = 12;

/// What a breach counts at least, in large steps of the price, and how it grows at each beat with a breach.
const BREACH: f64 = 0.5;
const GROWTH: f64 = 1.02;

/// How breaches come to count more, the more of the budget is spent with one.
const URGENCY: f64 = 40.0;

/// The share of the budget from which on breaches do not count less any more.
const STRICT: f64 = 0.8;

/// Thresholds of acceptance, drawn by lot.
const LOTS: usize = 1 << 12;

impl Search {
    /// Settings that scale with the problem's prices.
    pub fn for_problem(problem: &Problem, seed: u64) -> Self {
        let steps = steps(problem);
        let breach = BREACH * steps.large;
        let hot = HOT * steps.large.max(steps.breach * breach);
        Self {
            seed,
            hot,
            cold: (COLD * steps.small).min(hot),
            longest_change: LONGEST_CHANGE,
            longest_exchange: LONGEST_EXCHANGE,
            breach,
        }
    }

    /// The same, at a tenth of the temperature: for a roster that is good already and is to be bettered or repaired.
    #[must_use]
    pub fn gentle(self) -> Self {
        Self { hot: (self.hot / 10.0).max(self.cold), ..self }
    }

    /// Searches on from the roster that the state has until the budget is spent, and leaves the best in the state.
    ///
    /// The same seed and number of iterations give the same roster.
    pub fn run(&self, state: &mut State, budget: &dyn Budget, progress: &mut dyn FnMut(Progress)) -> Searched {
        let mut rng = Rng::new(self.seed);
        let lots: Vec<f64> = (0..LOTS).map(|it| -((it as f64 + 0.5) / LOTS as f64).ln()).collect();
        let mut draft = Draft::default();
        let mut best = Searched { roster: state.roster(), cost: state.cost(), iterations: 0 };
        let mut iterations: u64 = 0;
        let mut spent = budget.spent(0);
        let mut temperature = self.hot;
        let mut breach = self.breach;
        while spent < 1.0 && state.layout.people > 0 {
            for _ in 0..BEAT {
                draft.clear();
                let bits = rng.bits();
                let is_drawn = match bits & 31 {
                    0..11 => change_day(state, &mut draft, &mut rng),
                    11..16 => change_days(state, &mut draft, self.longest_change, &mut rng),
                    16..18 => rotate(state, &mut draft, self.longest_exchange, &mut rng),
                    18..20 => exchange_days(state, &mut draft, self.longest_exchange, &mut rng),
                    _ => exchange(state, &mut draft, self.longest_exchange, &mut rng),
                };
                let most = (temperature * lots[(bits >> 32) as usize % LOTS]) as i64;
                if is_drawn && state.try_edit(&draft, breach as i64, most) && state.cost() < best.cost {
                    best.cost = state.cost();
                    state.copy_to(&mut best.roster);
                }
            }
            iterations += BEAT;
            let before = std::mem::replace(&mut spent, budget.spent(iterations).min(1.0));
            temperature = self.hot * (self.cold / self.hot).powf(spent);
            progress(Progress { iterations, spent, cost: state.cost(), best: best.cost });
            if state.cost().breaches() > 0 {
                breach *= GROWTH.max((URGENCY * (spent - before)).exp());
            } else if spent < STRICT {
                breach /= GROWTH;
            }
            breach = breach.clamp(self.breach.max(1.0), 1e9);
        }
        state.load(&best.roster);
        best.iterations = iterations;
        best
    }
}

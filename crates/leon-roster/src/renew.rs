//! Better rosters out of whole rows: some people at a time get rows that go together, beside what the others do. Column
//! generation finds the rows, and a dive fixes them one after another. See `docs/concepts/roster-engine.md`.
//!
//! | file | its one idea |
//! |---|---|
//! | `answer` | what the programme answers, or why it does not |
//! | `choose` | who gets new rows |
//! | `dive` | rows fixed one after another, and the way back |
//! | `part` | column generation for some people |
//! | `programme` | the linear programme over rows of some people |
//! | `rows` | the rows found so far |
//! | `frame` | people's rules as graphs, and what they add up to |
//! | `meter` | one budget for annealing, pricing and programmes |

mod answer;
mod choose;
mod dive;
mod frame;
mod meter;
mod part;
mod programme;
mod rows;

use crate::options::{Budget, Progress};
use crate::problem::Problem;
use crate::rng::Rng;
use crate::search::{Search, Searched};
use crate::state::State;
use answer::takes_too_long;
use choose::Choice;
use dive::{Outcome, renew};
use frame::Frame;
use meter::Meter;
use rows::Rows;

/// The share of the budget after which a first roster is there, by which it is seen how long new rows take.
const GLANCE: f64 = 0.01;

/// The share of the budget after which annealing ends, and where new rows for everyone take too long.
const ANNEALED: f64 = 0.1;
const ANNEALED_LONG: f64 = 0.9;

/// The share of the budget for annealing after new rows, and its temperature, in those of the end.
const POLISH: f64 = 0.01;
const WARM: f64 = 4.0;

/// Of what is left, the share for annealing a roster that was rounded.
const MENDED: f64 = 0.9;

/// Searches for the best roster until the budget is spent: by annealing, and then by new rows for some people at a time
/// where people's rules are such that their best rows can be found. That is not so for many people over many weeks.
/// It ends early when no roster is better.
///
/// The same problem, seed and number of iterations give the same roster.
pub fn solve(problem: &Problem, seed: u64, budget: &dyn Budget, progress: &mut dyn FnMut(Progress)) -> Searched {
    let mut state = State::new(problem);
    let search = Search::for_problem(problem, seed);
    let Some(frame) = Frame::new(problem) else {
        return search.run(&mut state, budget, progress);
    };
    let meter = Meter::new(budget);
    let glance = search.run(&mut state, &meter.until(GLANCE), &mut |it| progress(meter.seen(it)));
    meter.add(glance.iterations);
    let is_long = takes_too_long(&mut Rows::new(&frame, &glance.roster, &meter), &glance.roster);
    let annealed = if is_long { ANNEALED_LONG } else { ANNEALED };
    let mut best = search.run(&mut state, &meter.until(annealed), &mut |it| progress(meter.seen(it)));
    meter.add(best.iterations);
    if glance.cost < best.cost {
        (best.cost, best.roster) = (glance.cost, glance.roster);
    }
    let polish = Search { hot: search.cold * WARM, ..search };
    let mut rng = Rng::new(seed ^ 0x5eed);
    let mut rows = Rows::new(&frame, &best.roster, &meter);
    let mut choice = Choice::new(problem);
    while meter.spent() < 1.0 {
        let before = meter.spent();
        let people = choice.people(&state, &mut rng);
        let outcome = renew(&mut rows, &best.roster, &people, &choice, &mut rng);
        let is_best = matches!(outcome, Outcome::NoBetter) && people.len() == problem.people.len();
        if is_best && best.cost.breaches() == 0 {
            break;
        }
        choice.tell(&outcome);
        let left = 1.0 - meter.spent();
        let (roster, share) = match &outcome {
            Outcome::Rounded(roster) if !choice.has_found => (roster, MENDED * left),
            Outcome::Better(roster) => (roster, POLISH.min(meter.spent() - before)),
            _ => (&best.roster, POLISH.min(meter.spent() - before)),
        };
        state.load(roster);
        let until = meter.spent() + share;
        let found = Search { seed: rng.bits(), ..polish }.run(&mut state, &meter.until(until), &mut |_| {});
        meter.add(found.iterations);
        if found.cost <= best.cost {
            (best.cost, best.roster) = (found.cost, found.roster);
        }
        progress(Progress { spent: meter.spent(), iterations: meter.iterations(), cost: best.cost, best: best.cost });
    }
    best.iterations = meter.iterations();
    best
}

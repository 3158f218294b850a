//! Who gets new rows: one by lot and those who can do the same work, as many as the programmes can cope with.

use super::dive::Outcome;
use crate::problem::Problem;
use crate::rng::Rng;
use crate::state::State;

/// How many more when there was nothing to gain, and how many fewer when nothing was found.
const MORE: f64 = 1.1;
const FEWER: f64 = 0.93;

/// How many fewer when they were too many.
const MANY_FEWER: f64 = 0.5;

/// Going back to what was left aside takes no longer than so many times the dive: at first, more each time that nothing
/// was found, at most.
const BACK: f64 = 0.5;
const MORE_BACK: f64 = 1.15;
const MOST_BACK: f64 = 10.0;

/// The choice of who gets new rows.
pub(super) struct Choice {
    size: f64,
    people: usize,
    /// Going back takes no longer than so many times the dive.
    pub back: f64,
    /// Whether new rows have made a better roster.
    pub has_found: bool,
}

impl Choice {
    /// Everyone, at first.
    pub fn new(problem: &Problem) -> Self {
        Self { size: problem.people.len() as f64, people: problem.people.len(), back: BACK, has_found: false }
    }

    /// How the last dive went.
    pub fn tell(&mut self, outcome: &Outcome) {
        self.has_found |= matches!(outcome, Outcome::Better(_));
        self.size *= match outcome {
            Outcome::Better(_) => 1.0,
            Outcome::NoBetter => MORE,
            Outcome::Unknown => FEWER,
            Outcome::TooMany | Outcome::Rounded(_) => MANY_FEWER,
        };
        self.back = match outcome {
            Outcome::Better(_) => BACK,
            Outcome::Unknown => (self.back * MORE_BACK).min(MOST_BACK),
            Outcome::NoBetter | Outcome::TooMany | Outcome::Rounded(_) => self.back,
        };
        self.size = self.size.clamp(1.0, self.people as f64);
    }

    /// Some people, in order.
    pub fn people(&self, state: &State, rng: &mut Rng) -> Vec<usize> {
        let size = (self.size as usize).min(self.people);
        let first = rng.below(self.people);
        let partners = state.layout.partners.of(first);
        let mut people = vec![first];
        let mut tries = 0;
        while people.len() < size && tries < 20 * size {
            tries += 1;
            let is_partner = !partners.is_empty() && rng.below(2) == 0;
            let person = if is_partner { partners[rng.below(partners.len())] as usize } else { rng.below(self.people) };
            if !people.contains(&person) {
                people.push(person);
            }
        }
        people.sort_unstable();
        people
    }
}

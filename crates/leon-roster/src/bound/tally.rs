//! A total as it grows from day to day: its states, and what each step costs at once.
//!
//! A state is the number so far, until all that can still come lies on one straight stretch of the curve. From there on
//! only the slope is remembered: the best that can come is paid for at once, and each step what it is off the best.

use super::kinds::Kind;
use super::level::least;
use super::points::Points;
use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::{FREE, Over, Person, Problem, Total, UNKNOWN};
use std::collections::HashMap;

/// States of a layer that are too many.
const MOST: usize = 500;

/// A total that is followed exactly.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    /// What is paid before the first day.
    pub start: Cost,
    /// By layer: how many states there are.
    pub states: Vec<u16>,
    /// By day: state × kind.
    pub steps: Vec<Vec<Step>>,
}

/// A step to a state of the next layer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub to: u16,
    pub cost: Cost,
}

/// Where a total is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum At {
    /// The number so far.
    Number(i64, Seen),
    /// What each more costs from now on.
    Slope(Cost, Seen),
}

/// What of the days before decides how much a day adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Seen {
    /// The block under way is counted.
    is_counted: bool,
    /// The last duty, or the last one before free days, as far as it matters.
    duty: u8,
    /// Free days on end, up to 2.
    free: u8,
}

/// What is added on a day.
#[derive(Clone, Copy, Debug, Default)]
struct Adds {
    /// The least and the most that the day and all later ones can add.
    least: i64,
    most: i64,
    /// The day's own.
    day_least: i64,
    day_most: i64,
    /// The block under way goes on or begins on this day, and ends after it.
    in_block: bool,
    block_ends: bool,
}

/// A total at work.
struct Growth<'a> {
    problem: &'a Problem,
    total: &'a Total,
    kinds: &'a [Kind],
    /// By day; one more at the end.
    adds: Vec<Adds>,
}

impl Tally {
    /// `None`: its states are too many.
    pub fn new(problem: &Problem, person: &Person, total: &Total, kinds: &[Kind]) -> Option<Self> {
        let growth = Growth::new(problem, total, kinds);
        let (start, at) = growth.settle(At::Number(total.start, growth.start(person)), 0);
        let mut tally = Self { start, states: vec![1], steps: Vec::new() };
        let mut layer = vec![at];
        for day in 0..problem.days {
            let (mut next, mut index) = (Vec::new(), HashMap::new());
            let mut steps = Vec::with_capacity(layer.len() * kinds.len());
            for at in &layer {
                for kind in kinds {
                    if kind.choices[day].is_empty() {
                        steps.push(Step { to: u16::MAX, cost: Cost::ZERO });
                        continue;
                    }
                    let (cost, after) = growth.step(*at, day, kind.duty);
                    let to = *index.entry(after).or_insert_with(|| {
                        next.push(after);
                        next.len() as u16 - 1
                    });
                    steps.push(Step { to, cost });
                }
                if next.len() > MOST {
                    return None;
                }
            }
            tally.steps.push(steps);
            tally.states.push(next.len() as u16);
            layer = next;
        }
        Some(tally)
    }
}

/// What a total cannot cost less than, whatever the row.
pub(crate) fn floor_of(problem: &Problem, total: &Total, kinds: &[Kind]) -> Cost {
    let Adds { least: low, most: high, .. } = Growth::new(problem, total, kinds).adds[0];
    let points = Points::new(&total.curve, total.start + low, total.start + high).points;
    least(points.into_iter().map(|it| it.1))
}

impl<'a> Growth<'a> {
    fn new(problem: &'a Problem, total: &'a Total, kinds: &'a [Kind]) -> Self {
        let mut growth = Self { problem, total, kinds, adds: vec![Adds::default(); problem.days + 1] };
        if problem.days == 0
            && let Over::DaysOff { before, .. } = total.over
        {
            let only = growth.beyond(before, 0, UNKNOWN);
            growth.adds[0] = Adds { least: only, most: only, ..Adds::default() };
        }
        for day in (0..problem.days).rev() {
            growth.adds[day] = growth.day(day);
        }
        growth
    }

    fn start(&self, person: &Person) -> Seen {
        let duty = match self.total.over {
            Over::DaysOff { before, .. } => before,
            Over::Steps { first: 0, .. } => person.before[1],
            _ => 0,
        };
        Seen { duty, ..Seen::default() }
    }

    fn day(&self, day: usize) -> Adds {
        let later = self.adds[day + 1];
        let here = || self.kinds.iter().filter(|it| !it.choices[day].is_empty()).map(|it| it.duty);
        let within = |day_least: i64, day_most: i64| Adds {
            least: later.least + day_least,
            most: later.most + day_most,
            day_least,
            day_most,
            ..Adds::default()
        };
        let span = |weights: &mut dyn Iterator<Item = i64>| {
            let (least, most) = weights.fold((i64::MAX, i64::MIN), |(a, b), it| (a.min(it), b.max(it)));
            within(least, most)
        };
        match self.total.over {
            Over::Days { first, end, weights } if (first..end).contains(&day) => {
                span(&mut here().map(|duty| self.problem.weights[weights].of(day, duty).into()))
            }
            Over::Blocks { first, end, .. } => {
                let block = self.problem.blocks[first..end].iter().find(|it| (it.first..it.end).contains(&day));
                let Some(block) = block else { return Adds { in_block: false, block_ends: false, ..later } };
                // A block is among what is still to come until its last day is over, or it is counted.
                let block_ends = day + 1 == block.end;
                let one = i64::from(block_ends);
                Adds { most: later.most + one, in_block: true, block_ends, ..Adds::default() }
            }
            Over::Steps { first, end, weights } if (first..end).contains(&day) => {
                let (table, duties) = (&self.problem.step_weights[weights], self.problem.duties());
                let all = here().flat_map(|duty| (0..duties).map(move |from| from * duties + usize::from(duty)));
                span(&mut all.map(|cell| table[cell].into()).chain([0]))
            }
            Over::DaysOff { worth, .. } => {
                let it = &self.problem.days_off[worth];
                let beyond = it.single.iter().chain(&it.several).map(|it| i64::from(*it)).chain([0]);
                let (least, most) = beyond.fold((0, 0), |(a, b), it| (a.min(it), b.max(it)));
                // A day adds itself or what ends with it; the last day both.
                if day + 1 == self.problem.days { within(2 * least, 1 + 2 * most) } else { within(least, most.max(1)) }
            }
            Over::Days { .. } | Over::Steps { .. } => Adds { day_least: 0, day_most: 0, ..later },
        }
    }

    /// What all days from a layer on can still add.
    fn to_come(&self, layer: usize, seen: Seen) -> (i64, i64) {
        let Adds { least, most, in_block, .. } = self.adds[layer];
        (least, most - i64::from(in_block && seen.is_counted))
    }

    /// A number, or its slope if all that can come is straight; and what is paid for that.
    fn settle(&self, at: At, layer: usize) -> (Cost, At) {
        let At::Number(number, seen) = at else { return (Cost::ZERO, at) };
        let (least, most) = self.to_come(layer, seen);
        let (low, high) = (number + least, number + most);
        if !is_straight(&self.total.curve, low, high) {
            return (Cost::ZERO, at);
        }
        let at_low = self.total.curve.at(low);
        let slope = if low == high { Cost::ZERO } else { self.total.curve.at(low + 1) - at_low };
        if slope == Cost::ZERO {
            return (at_low, At::Slope(Cost::ZERO, Seen::default()));
        }
        let best = if slope < Cost::ZERO { self.total.curve.at(high) } else { at_low };
        (best, At::Slope(slope, seen))
    }

    /// What a day adds, and what is seen of it later.
    fn added(&self, seen: Seen, day: usize, duty: u8) -> (i64, Seen) {
        match self.total.over {
            Over::Days { first, end, weights } if (first..end).contains(&day) => {
                (self.problem.weights[weights].of(day, duty).into(), seen)
            }
            Over::Blocks { weights, .. } if self.adds[day].in_block => {
                let is_worked = self.problem.weights[weights].of(day, duty) != 0;
                let is_counted = (seen.is_counted || is_worked) && !self.adds[day].block_ends;
                (i64::from(is_worked && !seen.is_counted), Seen { is_counted, ..seen })
            }
            Over::Steps { first, end, weights } => {
                let is_in = (first..end).contains(&day) && seen.duty != UNKNOWN;
                let cell = usize::from(seen.duty) * self.problem.duties() + usize::from(duty);
                let weight = if is_in { self.problem.step_weights[weights][cell].into() } else { 0 };
                let duty = if (first..end).contains(&(day + 1)) { duty } else { 0 };
                (weight, Seen { duty, ..seen })
            }
            Over::DaysOff { .. } => {
                let (mut number, mut after) = (0, seen);
                if duty == FREE {
                    (number, after.free) = (1, 2.min(seen.free + 1));
                } else {
                    number += self.beyond(seen.duty, seen.free, duty);
                    after = Seen { duty, free: 0, ..seen };
                }
                if day + 1 == self.problem.days {
                    number += self.beyond(after.duty, after.free, UNKNOWN);
                }
                (number, after)
            }
            Over::Days { .. } | Over::Blocks { .. } => (0, seen),
        }
    }

    /// What free days on end are worth beyond their number.
    fn beyond(&self, before: u8, free: u8, after: u8) -> i64 {
        let Over::DaysOff { worth, .. } = self.total.over else { return 0 };
        let (worth, width) = (&self.problem.days_off[worth], self.problem.duties() + 1);
        let place = |duty: u8| if duty == UNKNOWN { width - 1 } else { usize::from(duty) };
        let cell = place(before) * width + place(after);
        match free {
            0 => 0,
            1 => worth.single[cell].into(),
            _ => worth.several[cell].into(),
        }
    }

    fn step(&self, at: At, day: usize, duty: u8) -> (Cost, At) {
        let adds = self.adds[day];
        let (cost, after) = match at {
            At::Number(number, seen) => {
                let (added, seen) = self.added(seen, day, duty);
                (Cost::ZERO, At::Number(number + added, seen))
            }
            At::Slope(slope, _) if slope == Cost::ZERO => (Cost::ZERO, at),
            At::Slope(slope, before) => {
                let (added, seen) = self.added(before, day, duty);
                let off = if adds.in_block {
                    // The best of a falling slope is every block: one that ends without is paid for.
                    let misses = adds.block_ends && !before.is_counted && added == 0;
                    if slope < Cost::ZERO { -i64::from(misses) } else { added }
                } else {
                    added - if slope < Cost::ZERO { adds.day_most } else { adds.day_least }
                };
                (slope.times(off), At::Slope(slope, seen))
            }
        };
        let (settled, after) = self.settle(after, day + 1);
        // Nothing more can come: all slopes are one.
        let is_over = matches!(after, At::Slope(..)) && self.to_come(day + 1, Seen::default()) == (0, 0);
        (cost + settled, if is_over { At::Slope(Cost::ZERO, Seen::default()) } else { after })
    }
}

/// Whether a curve is a straight line from one number to another.
fn is_straight(curve: &Curve, low: i64, high: i64) -> bool {
    let bends = |it: &crate::curve::Bend| low < it.at && it.at < high && it.below + it.above != Cost::ZERO;
    high - low < 2 || (curve.square == Cost::ZERO && !curve.bends.iter().any(bends))
}

//! Citizens and the errands that they need on each day.

use crate::calibration::{self as calibrated, PARTS};
use crate::mix::{Kind, Mix};
use crate::random::{Chance, Purpose};
use leon_model::Complexity;

/// Something to be done at a citizen's.
#[derive(Clone, Debug)]
pub(crate) struct Errand {
    /// Place in [`Mix::kinds`].
    pub(crate) kind: usize,
    pub(crate) minutes: f64,
    pub(crate) part: usize,
    pub(crate) day: usize,
}

/// Somebody who is visited.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) complexity: Complexity,
    pub(crate) dementia: bool,
    pub(crate) errands: Vec<Errand>,
}

/// Classes of recipients: share of them, and hours a week from and to.
fn classes() -> [(f64, f64, f64); 4] {
    [
        (calibrated::UNDER_2_HOURS.value, 0.0, 2.0),
        (calibrated::FROM_2_TO_8_HOURS.value, 2.0, 8.0),
        (calibrated::FROM_8_TO_20_HOURS.value, 8.0, 20.0),
        (calibrated::OVER_20_HOURS.value, 20.0, calibrated::MOST_HOURS.value),
    ]
}

/// How far up its class a recipient lies on average, so that all together have [`calibrated::HOURS_PER_WEEK`]:
/// (3.2 − 0.22 × 2 − 0.09 × 8 − 0.02 × 20) ÷ (0.67 × 2 + 0.22 × 6 + 0.09 × 12 + 0.02 × 10) = 1.64 ÷ 3.94 = 0.416.
fn mean_height() -> f64 {
    let least: f64 = classes().iter().map(|(share, from, _)| share * from).sum();
    let width: f64 = classes().iter().map(|(share, from, to)| share * (to - from)).sum();
    (calibrated::HOURS_PER_WEEK.value - least) / width
}

/// Draws citizens one after the other.
pub(crate) struct Town<'m, 'c> {
    mix: &'m Mix<'c>,
    days: usize,
    chance: Chance,
    /// Weights of the kinds by complexity, for citizens with little help and for others.
    weights: [[Vec<f64>; 2]; 3],
}

impl<'m, 'c> Town<'m, 'c> {
    pub(crate) fn new(mix: &'m Mix<'c>, days: usize, seed: u64) -> Self {
        let (share, from, to) = classes()[0];
        let light_share = share * (from + mean_height() * (to - from)) / calibrated::HOURS_PER_WEEK.value;
        let weights = [Complexity::Low, Complexity::Medium, Complexity::High]
            .map(|complexity| [true, false].map(|light| mix.weights(complexity, light, light_share)));
        Self { mix, days, chance: Chance::new(seed, Purpose::Citizens), weights }
    }

    /// The next recipient; often without an errand on these days.
    pub(crate) fn next(&mut self) -> Person {
        let chance = &mut self.chance;
        let complexity = self.mix.draw_complexity(chance);
        let class = chance.weighted(&classes().map(|it| it.0));
        let (_, from, to) = classes()[class];
        // The height u × (a + (1 − a) × u) with u even has the mean a ÷ 2 + (1 − a) ÷ 3; so a = 6 × mean − 2.
        let a = 6.0 * mean_height() - 2.0;
        let u = chance.even();
        let hours_per_week = from + (to - from) * u * (a + (1.0 - a) * u);
        let errands_per_day = hours_per_week * 60.0 / 7.0 / self.mix.mean_minutes;
        let weights = &self.weights[complexity as usize][usize::from(class > 0)];
        let mut errands: Vec<Errand> = Vec::new();
        for day in 0..self.days {
            for _ in 0..chance.whole(errands_per_day) {
                let kind = chance.weighted(weights);
                let it = &self.mix.kinds[kind];
                let part = draw_part(it, chance, |part| {
                    errands.iter().any(|other| other.day == day && other.part == part && other.kind == kind)
                });
                errands.push(Errand { kind, minutes: draw_minutes(it, chance), part, day });
            }
        }
        let dementia = chance.yes(calibrated::DEMENTIA_SHARE.value);
        Person { complexity, dementia, errands }
    }
}

/// The part of the day for an errand: by habit, among parts that do not have the same errand yet, if there are any.
fn draw_part(kind: &Kind<'_>, chance: &mut Chance, taken: impl Fn(usize) -> bool) -> usize {
    let all = kind.habit.parts;
    let free: [f64; PARTS.len()] = std::array::from_fn(|part| if taken(part) { 0.0 } else { all[part] });
    chance.weighted(if free.iter().sum::<f64>() > 0.0 { &free } else { &all })
}

/// Minutes of an errand: the sum of two even draws around the usual time, stretched to the least and the most.
fn draw_minutes(kind: &Kind<'_>, chance: &mut Chance) -> f64 {
    let [usual, least, most] = kind.habit.minutes;
    let off = chance.even() + chance.even() - 1.0;
    let minutes = usual + if off < 0.0 { off * (usual - least) } else { off * (most - usual) };
    minutes * kind.complexity_factor()
}

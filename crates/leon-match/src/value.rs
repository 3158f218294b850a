//! What bindings are worth: each lifted alone, and the best sets, grown greedily.

use crate::answer::{BindingValue, LiftSet, Matched, Saved, Status};
use crate::lifting::Optimum;
use crate::model::Model;
use crate::prices::Slope;
use crate::solve::{MatchError, failed};
use crate::{Options, Step};
use leon_model::{Case, Kroner};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A gain smaller than this, in kroner or weighted hours a week, ends the search for sets.
const NO_GAIN: f64 = 1e-3;

/// Values each binding in force alone, then grows the best set one by one: by kroner saved, or by weighted
/// unmet hours and then kroner when the case puts no value on unmet need.
pub(crate) fn value_bindings(
    model: &Model<'_>,
    options: &Options<'_>,
    mut at_hand: Optimum,
    matched: &mut Matched,
) -> Result<(), MatchError> {
    let base = at_hand.goals(model);
    let bindings = &model.case.bindings;
    let mut left = model.in_force(&options.lifted);
    let mut round = Round { model, options, base, solves: AtomicUsize::new(0), step: Step::Bindings };

    let Some(alone) = round.try_each(&at_hand, &left)? else {
        matched.status = Status::Stopped(Step::Bindings);
        return Ok(());
    };
    let value = |(&at, &saved): (&usize, &Saved)| BindingValue { binding: bindings[at].id.clone(), saved };
    matched.binding_values = alone.iter().map(value).collect();

    round.step = Step::Sets;
    let mut gained = alone.clone();
    let mut taken: Vec<usize> = Vec::new();
    while taken.len() < options.set_size {
        let so_far = matched.best_sets.last().map_or(Saved::default(), |set| set.saved);
        // The first of equals, in the order of the table.
        let better = |best: (usize, Saved), next: (usize, Saved)| if gain(next.1, best.1) > 0.0 { next } else { best };
        let best = gained.into_iter().reduce(better).filter(|(_, saved)| gain(*saved, so_far) > NO_GAIN);
        let Some((binding, saved)) = best else { break };
        at_hand = at_hand.lift(model, binding).map_err(|it| failed(model, 0, it))?;
        taken.push(binding);
        left.retain(|&at| at != binding);
        matched.best_sets.push(LiftSet {
            lifted: taken.iter().map(|&at| bindings[at].id.clone()).collect(),
            saved,
            sum_alone: taken.iter().map(|at| alone[at]).reduce(sum).unwrap_or_default(),
        });
        if taken.len() == options.set_size {
            break;
        }
        let Some(next) = round.try_each(&at_hand, &left)? else {
            matched.status = Status::Stopped(Step::Sets);
            break;
        };
        gained = next;
    }
    matched.effort.solves += round.solves.into_inner();
    Ok(())
}

/// Bindings tried one by one on top of what is lifted already.
struct Round<'r, 'a> {
    model: &'r Model<'a>,
    options: &'r Options<'r>,
    /// The goals with nothing lifted.
    base: Slope,
    solves: AtomicUsize,
    step: Step,
}

impl Round<'_, '_> {
    /// What is saved in all when each is lifted too, by binding; `None` when stopped.
    fn try_each(&self, at_hand: &Optimum, left: &[usize]) -> Result<Option<BTreeMap<usize, Saved>>, MatchError> {
        let done = AtomicUsize::new(0);
        left.par_iter()
            .map(|&binding| {
                if self.options.stopped() {
                    return Ok(None);
                }
                let lifted = at_hand.lift(self.model, binding).map_err(|it| failed(self.model, 0, it))?;
                self.solves.fetch_add(lifted.solves, Ordering::Relaxed);
                self.options.report(self.step, done.fetch_add(1, Ordering::Relaxed) + 1, left.len());
                Ok(Some((binding, saved(self.model.case, self.base, lifted.goals(self.model)))))
            })
            .collect()
    }
}

/// Both goals in kroner, at the case's value of an unmet hour.
pub(crate) fn in_kroner(case: &Case, goals: Slope) -> Option<Kroner> {
    match &case.parameters.unmet_hour_dkk {
        Some(value) => Some(Kroner(goals.weighted_unmet * value.value + goals.bought_dkk)),
        None if goals.weighted_unmet == 0.0 => Some(Kroner(goals.bought_dkk)),
        None => None,
    }
}

/// What is saved, without the noise that simplex leaves.
fn saved(case: &Case, base: Slope, lifted: Slope) -> Saved {
    let clean = |saved: f64, base: f64| if saved.abs() < 1e-9 * base.max(1.0) { 0.0 } else { saved };
    let goals = Slope {
        weighted_unmet: clean(base.weighted_unmet - lifted.weighted_unmet, base.weighted_unmet),
        bought_dkk: clean(base.bought_dkk - lifted.bought_dkk, base.bought_dkk),
    };
    Saved { weighted_unmet: goals.weighted_unmet, bought: Kroner(goals.bought_dkk), dkk: in_kroner(case, goals) }
}

fn sum(one: Saved, other: Saved) -> Saved {
    Saved {
        weighted_unmet: one.weighted_unmet + other.weighted_unmet,
        bought: one.bought + other.bought,
        dkk: one.dkk.zip(other.dkk).map(|(one, other)| one + other),
    }
}

/// How much better one saving is than another: in kroner, else in weighted unmet hours, else in bought kroner.
fn gain(one: Saved, other: Saved) -> f64 {
    match (one.dkk, other.dkk) {
        (Some(one), Some(other)) => one.0 - other.0,
        _ if one.weighted_unmet != other.weighted_unmet => one.weighted_unmet - other.weighted_unmet,
        _ => one.bought.0 - other.bought.0,
    }
}

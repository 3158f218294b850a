//! Why not this other carer? What stands in the way, or what it would cost.

use crate::explain::AskError;
use crate::explain::hindrance::{Hindrance, Obstacle, who_may_not};
use crate::explain::laid::lay;
use crate::explain::nearest::{Fit, nearest};
use crate::explain::outcome::{Before, Outcome, plan_for};
use crate::explain::ways::{Way, each_way};
use crate::state::State;
use crate::translate::{Part, Translation};
use leon_model::{CarerId, Day, Moment, RoutePlan, VisitId};

/// Why somebody does not do a visit.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyNot {
    /// It is this carer who comes.
    DoesAlready { start: Moment },
    /// Rules stand in the way, shift by shift. No entry: the carer has no shift.
    Hindered(Vec<Obstacle>),
    /// It can be done: this is what it costs at the best place in the carer's routes.
    Possible(Box<Outcome>),
}

/// Why a carer does not fill a slot: the rules that stand in the way, or what the goals would become if the carer took
/// it, at the best place of the carer's routes, all else by the same carers in the same order.
///
/// If the visit is left out, its other slots are filled by whom it suits best. Changes are counted from `plan`.
///
/// # Errors
/// [`AskError`] for what the day does not have, and for plans with routes that cannot be gone.
///
/// # Example
/// ```
/// use leon_model::{Day, DayTables, RoutePlan};
/// use leon_route::{AskError, why_not};
///
/// let day = Day::new(DayTables::default()).unwrap();
/// let refused = why_not(&day, &RoutePlan::default(), &"v1".into(), 0, &"anna".into());
/// assert_eq!(refused, Err(AskError::UnknownVisit { visit: "v1".into() }));
/// ```
pub fn why_not(day: &Day, plan: &RoutePlan, visit: &VisitId, slot: usize, carer: &CarerId) -> Result<WhyNot, AskError> {
    let question = Question::new(day, visit, slot, carer)?;
    AskError::of_plan(day, plan)?;
    let translation = Translation::new(day, Part::following(day, plan), Some(plan));
    let mut state = lay(&translation, plan)?;
    let before = Before::of(day, translation.plan(&state));
    Ok(question.answer(&translation, &mut state, &before))
}

/// Who, which slot of which visit: places in the day's lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Question {
    pub visit: usize,
    pub slot: usize,
    pub carer: usize,
}

impl Question {
    fn new(day: &Day, visit: &VisitId, slot: usize, carer: &CarerId) -> Result<Self, AskError> {
        let row = day.visit_index(visit).ok_or_else(|| AskError::UnknownVisit { visit: visit.clone() })?;
        let slots = day.visits[row].slots.len();
        if slot >= slots {
            return Err(AskError::UnknownSlot { visit: visit.clone(), slot, slots });
        }
        let carer = day.carer_index(carer).ok_or_else(|| AskError::UnknownCarer { carer: carer.clone() })?;
        Ok(Self { visit: row, slot, carer })
    }

    /// The answer for the plan that a state holds, and which it holds again afterwards.
    pub fn answer(self, translation: &Translation<'_>, state: &mut State<'_>, before: &Before) -> WhyNot {
        let job = translation.jobs[self.visit][self.slot];
        let is_of_carer = |tour: u32| translation.part.shifts[tour as usize].0 == self.carer;
        if state.is_in(job) && is_of_carer(state.node(job).tour) {
            return WhyNot::DoesAlready { start: translation.moment(state.node(job).start) };
        }
        let mark = state.mark();
        let answer = self.answer_free(translation, state, before, job);
        state.back(mark);
        answer
    }

    /// The answer once the slot is nobody's.
    fn answer_free(self, translation: &Translation<'_>, state: &mut State<'_>, before: &Before, job: u32) -> WhyNot {
        let entry = &translation.problem.visits[self.visit];
        let jobs = if state.is_in(job) {
            state.remove(job);
            if !state.settle() {
                // Without this stop there is no way from the one before to the one after.
                return WhyNot::Hindered(self.obstacles(translation, |_| Hindrance::NoWay));
            }
            vec![job]
        } else if state.is_left_out(self.visit) {
            let others = entry.needed.iter().copied().filter(|&it| it != job);
            std::iter::once(job).chain(others).collect()
        } else {
            vec![job]
        };
        let mut ways: Vec<(i64, Way)> = Vec::new();
        let carer_of = |tour: u32| translation.part.shifts[tour as usize].0;
        let may = |k: usize, tour: u32| k > 0 || carer_of(tour) == self.carer;
        each_way(state, &jobs, &may, &mut |state| {
            ways.push((state.cost(), Way::of(state, &jobs)));
            i64::MAX
        });
        ways.sort_by_key(|(cost, _)| *cost);
        let day = translation.day;
        for (_, way) in &ways {
            let mark = state.mark();
            let stands = way.go(state, &jobs);
            let plan = plan_for(day, translation, state);
            state.back(mark);
            if stands && let Ok(outcome) = before.outcome(day, plan, &day.visits[self.visit].id) {
                return WhyNot::Possible(Box::new(outcome));
            }
        }
        WhyNot::Hindered(self.hindrances(translation, state))
    }

    /// The carer's shifts, each with a hindrance.
    fn obstacles(self, translation: &Translation<'_>, hindrance: impl Fn(u32) -> Hindrance) -> Vec<Obstacle> {
        let shifts = translation.part.shifts.iter().enumerate().filter(|(_, it)| it.0 == self.carer);
        let obstacles = shifts.map(|(tour, &(carer, shift))| Obstacle {
            slot: self.slot,
            carer: translation.day.carers[carer].id.clone(),
            shift,
            hindrances: vec![hindrance(tour as u32)],
        });
        obstacles.collect()
    }

    fn hindrances(self, translation: &Translation<'_>, state: &mut State<'_>) -> Vec<Obstacle> {
        let tours = translation.part.shifts.iter().enumerate().filter(|(_, it)| it.0 == self.carer);
        tours.map(|(tour, _)| obstacle(translation, state, self.visit, self.slot, tour as u32)).collect()
    }
}

/// What stands in a tour's way of a slot that nobody fills.
pub(crate) fn obstacle(
    translation: &Translation<'_>,
    state: &mut State<'_>,
    visit: usize,
    slot: usize,
    tour: u32,
) -> Obstacle {
    let job = translation.jobs[visit][slot];
    let (carer, shift) = translation.part.shifts[tour as usize];
    let day = translation.day;
    let row = &day.visits[visit];
    let mut hindrances = who_may_not(&day.carers[carer], shift, row, slot);
    let is_carers = |job: u32| state.is_in(job) && translation.part.shifts[state.node(job).tour as usize].0 == carer;
    if let Some(slot) = translation.jobs[visit].iter().position(|&job| is_carers(job)) {
        hindrances.push(Hindrance::FillsOtherSlot { slot });
    }
    if hindrances.is_empty() {
        hindrances.extend(car_missing(translation, tour));
    }
    if hindrances.is_empty() {
        hindrances.push(match nearest(state, translation, job, tour) {
            Fit::Not(hindrance) => hindrance,
            Fit::At(start) => fits_alone(translation, visit, translation.moment(start)),
        });
    }
    Obstacle { slot, carer: day.carers[carer].id.clone(), shift, hindrances }
}

/// Why a carer whose shift has room does not come.
fn fits_alone(translation: &Translation<'_>, visit: usize, at: Moment) -> Hindrance {
    if translation.problem.visits[visit].needed.len() > 1 {
        return Hindrance::NoSecondCarer { at };
    }
    Hindrance::CouldCome { at }
}

/// The pool of which a tour would need a car, when it has none and cannot do without.
fn car_missing(translation: &Translation<'_>, tour: u32) -> Option<Hindrance> {
    let limits = &translation.problem.tours[tour as usize];
    let pool = translation.day.car_pools.get(limits.pool as usize)?;
    let is_without = !limits.without_car && limits.capacity == 0;
    is_without.then(|| Hindrance::CarMissing { pool: pool.id.clone() })
}

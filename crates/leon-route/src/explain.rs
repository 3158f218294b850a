//! Why a visit is left out, and the least that would make it fit.

mod ask_error;
mod goals;
pub(crate) mod hindrance;
pub(crate) mod laid;
pub(crate) mod nearest;
pub(crate) mod outcome;
mod relaxation;
mod remedies;
pub(crate) mod ways;

pub use ask_error::AskError;
pub use goals::{Alternative, Because, GoalReason, explain_goals};
pub use hindrance::{Hindrance, Obstacle};
pub use outcome::{GoalChange, Moved, Outcome, Placed};
pub use relaxation::{Relaxation, Remedy};

use crate::translate::{Part, Translation};
use crate::why_not::obstacle;
use laid::lay;
use leon_model::{Day, RoutePlan, VisitId};
use outcome::{Before, plan_for};
use remedies::Remedies;
use ways::cheapest_way;

/// Why a visit (or a slot that it can do without) is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOutReason {
    pub visit: VisitId,
    /// The slots that somebody would have to fill: all needed ones of a visit left out, or one that a visit that is
    /// done goes without.
    pub slots: Vec<usize>,
    /// It could be done after all, breaking no rule: what that would cost. Then there are no remedies.
    pub fits: Option<Box<Outcome>>,
    /// What stands in the way, by slot, carer and shift.
    pub obstacles: Vec<Obstacle>,
    /// What would make it fit, the cheapest first.
    pub remedies: Vec<Remedy>,
}

/// For every visit left out, in the day's order: which rule stands in each carer's way, and the cheapest changes of a
/// rule, each by itself, that would make it fit, all other visits with the same carers in the same order.
///
/// Every remedy is proven: the independent check passes the plan that it leads to on the day so changed (apart from
/// what it found in the plan before). No remedy asks for more than three hours. At most three of a kind are given for
/// a visit. Of visits that take three carers or more, remedies may be missed or dearer than need be, as places for the
/// third carer are looked for one after the other.
///
/// # Errors
/// [`AskError::PlanOfAnotherDay`] and [`AskError::RouteBroken`], for plans that cannot be followed on this day.
///
/// # Example
/// ```
/// use leon_model::{Day, DayTables, RoutePlan};
/// use leon_route::explain_left_out;
///
/// let day = Day::new(DayTables::default()).unwrap();
/// assert_eq!(explain_left_out(&day, &RoutePlan::default()), Ok(vec![])); // nothing is left out
/// ```
pub fn explain_left_out(day: &Day, plan: &RoutePlan) -> Result<Vec<LeftOutReason>, AskError> {
    AskError::of_plan(day, plan)?;
    let translation = Translation::new(day, Part::following(day, plan), Some(plan));
    let mut state = lay(&translation, plan)?;
    let before = Before::of(day, translation.plan(&state));
    let all: Vec<Missing> = (0..day.visits.len()).flat_map(|visit| Missing::of(&translation, &state, visit)).collect();
    let mut reasons = Vec::with_capacity(all.len());
    for missing in &all {
        let visit = &day.visits[missing.visit].id;
        let mark = state.mark();
        let way = cheapest_way(&mut state, &missing.jobs, &|_, _| true);
        let fits = way.filter(|(_, way)| way.go(&mut state, &missing.jobs)).and_then(|_| {
            let plan = plan_for(day, &translation, &state);
            before.outcome(day, plan, visit).ok().map(Box::new)
        });
        state.back(mark);
        let tours = 0..translation.problem.tours.len() as u32;
        let places = missing.slots.iter().flat_map(|&slot| tours.clone().map(move |tour| (slot, tour)));
        let places: Vec<_> = places.collect();
        let obstacles = places
            .into_iter()
            .map(|(slot, tour)| obstacle(&translation, &mut state, missing.visit, slot, tour))
            .collect();
        let slots = missing.slots.clone();
        reasons.push(LeftOutReason { visit: visit.clone(), slots, fits, obstacles, remedies: vec![] });
    }
    drop(state);
    let ask: Vec<Missing> =
        all.iter().zip(&reasons).filter(|(_, reason)| reason.fits.is_none()).map(|(it, _)| it.clone()).collect();
    let found = Remedies::new(day, plan, &before, translation, ask).find()?;
    let open = reasons.iter_mut().filter(|reason| reason.fits.is_none());
    for (reason, remedies) in open.zip(found) {
        reason.remedies = remedies;
    }
    Ok(reasons)
}

/// Carries a remedy out: the day with the rule relaxed, and what becomes of the plan when the visit is put where it is
/// cheapest on that day. `None` if it does not fit even so.
///
/// # Errors
/// What [`explain_left_out`] and [`Relaxation::apply`] refuse.
pub fn carry_out(
    day: &Day,
    plan: &RoutePlan,
    visit: &VisitId,
    relaxation: &Relaxation,
) -> Result<Option<(Day, Outcome)>, AskError> {
    AskError::of_plan(day, plan)?;
    let relaxed = relaxation.apply(day, visit)?;
    let Some(row) = relaxed.visit_index(visit) else { return Ok(None) };
    let translation = Translation::new(&relaxed, Part::following(&relaxed, plan), Some(plan));
    let mut state = lay(&translation, plan)?;
    let before = Before::of(&relaxed, translation.plan(&state));
    for missing in Missing::of(&translation, &state, row) {
        if let Some((_, way)) = cheapest_way(&mut state, &missing.jobs, &|_, _| true)
            && way.go(&mut state, &missing.jobs)
            && let Ok(outcome) = before.outcome(&relaxed, plan_for(&relaxed, &translation, &state), visit)
        {
            return Ok(Some((relaxed.clone(), outcome)));
        }
    }
    Ok(None)
}

/// Slots that nobody fills and that go together.
#[derive(Clone, Debug)]
pub(crate) struct Missing {
    pub visit: usize,
    pub slots: Vec<usize>,
    pub jobs: Vec<u32>,
}

impl Missing {
    /// What is missing of a visit: its needed slots, or, when it is done, each slot that it goes without.
    fn of(translation: &Translation<'_>, state: &crate::state::State<'_>, visit: usize) -> Vec<Self> {
        let jobs = &translation.jobs[visit];
        let entry = &translation.problem.visits[visit];
        let slot = |job: &u32| jobs.iter().position(|it| it == job).unwrap_or(0);
        let missing = |jobs: Vec<u32>| Self { visit, slots: jobs.iter().map(slot).collect(), jobs };
        if state.is_left_out(visit) {
            return vec![missing(entry.needed.clone())];
        }
        entry.extra.iter().filter(|&&job| !state.is_in(job)).map(|&job| missing(vec![job])).collect()
    }
}

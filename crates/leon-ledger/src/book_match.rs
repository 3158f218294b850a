//! Books a match plan: who did each need, and what became of everybody's hours.

mod care;
mod lending;
mod staff;

use crate::Book;
use crate::book::Draft;
use crate::fine::Fine;
use leon_model::{
    Case, Complexity, ExtraKind, GroupId, Holding, Hours, MatchPlan, NeedKey, PoolId, StaffKey, TaskId, TechnologyId,
    Through,
};
use std::collections::BTreeMap;
use thiserror::Error;

/// Why a plan cannot be booked: it does not belong to the case, or its hours do not add up.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Unbookable {
    #[error("the case has no need {} ({}) in {} at {}", need.task, need.complexity, need.setting, need.place)]
    UnknownNeed { need: NeedKey },
    #[error("the case has no technology {technology} with a known effect")]
    UnknownTechnology { technology: TechnologyId },
    #[error("the case has no pool {pool}")]
    UnknownPool { pool: PoolId },
    #[error("{group} may not do {task} ({complexity}), for its competence is not {through}")]
    NoCompetence { group: GroupId, task: TaskId, complexity: Complexity, through: Through },
    #[error("{hours} h a week cannot be booked")]
    NotAnAmount { hours: Hours },
    #[error(
        "{} ({}) in {} at {}: {needed} h a week needed, but {parts} h done or unmet",
        need.task, need.complexity, need.setting, need.place
    )]
    NotCovered { need: NeedKey, needed: Hours, parts: Hours },
    #[error("{} in {} at {} gives {over} h a week more than it has", staff.group, staff.setting, staff.place)]
    OverCapacity { staff: StaffKey, over: Hours },
    #[error("pool {pool} works {over} h a week more than was lent to it")]
    PoolOverdrawn { pool: PoolId, over: Hours },
}

/// Books a match plan in whole minutes a week.
///
/// The parts of each need add up to the need exactly: its full minutes first, then one more for the
/// largest remainders. Where whole minutes do not meet a group's hours the difference stands as
/// [`Rounding`](crate::Account::Rounding), at most one minute an entry.
///
/// A match knows which share of paid time is care and nothing of the rest, so that goes to
/// [`OutsideCare`](crate::Account::OutsideCare) as a whole; travel, documentation and the like are for
/// plans that know them. Bought hours are care hours, as their price is for care hours.
///
/// # Errors
/// The first thing that does not fit the case, or does not add up: a need's parts to half a minute, a
/// group's hours to a millionth.
pub fn book_match(case: &Case, plan: &MatchPlan) -> Result<Book, Unbookable> {
    let mut draft = Draft::default();
    let mut read = care::read(case, plan)?;
    care::book(case, &mut read, &mut draft)?;
    let loans = lending::book(case, plan, &read, &mut draft)?;
    staff::book(case, &read, &loans, &bought(plan)?, &mut draft)?;
    Ok(draft.book())
}

/// Hours bought for each group, by kind.
type Bought = BTreeMap<StaffKey, BTreeMap<ExtraKind, Fine>>;

fn bought(plan: &MatchPlan) -> Result<Bought, Unbookable> {
    let mut bought = Bought::new();
    for extra in &plan.extra {
        *bought.entry(extra.staff.clone()).or_default().entry(extra.kind).or_default() += amount(extra.hours)?;
    }
    Ok(bought)
}

/// Hours of a plan: a number, not negative.
fn amount(hours: Hours) -> Result<Fine, Unbookable> {
    Fine::of(hours).filter(|it| *it >= Fine::default()).ok_or(Unbookable::NotAnAmount { hours })
}

/// What may be left of a sum by a solver's tolerance: a millionth of it, and a thousandth of a minute.
fn slack(sum: Fine) -> Fine {
    Fine(sum.abs().0 / 1_000_000 + 1_000)
}

/// Training hours for so many hours of care.
fn training(holding: &Holding, hours: Hours) -> Result<Fine, Unbookable> {
    let share = holding.training_share.as_ref().filter(|_| holding.through == Through::Learned);
    amount(hours * share.map_or(0.0, |it| it.value))
}

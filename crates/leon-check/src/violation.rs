//! What is wrong with a plan, in words that a planner understands.

use leon_model::{
    BindingId, CompetenceId, Complexity, ExtraKind, GroupId, Hours, NeedKey, PlaceId, PoolId, Sense, SettingId,
    StaffKey, TechnologyId, Through,
};
use std::fmt;
use thiserror::Error;

/// One rule broken by a plan. Amounts are hours a week unless another unit is named.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Violation {
    #[error("{}: the case has no such need", need_words(need))]
    UnknownNeed { need: NeedKey },
    #[error("a row of {row} has {hours} h; a row must hold some hours, and a finite number of them")]
    NotAnAmount { row: &'static str, hours: Hours },
    #[error("{}: {group} may not use the competence {competence} ({through})", need_words(need))]
    NoCompetence { need: NeedKey, group: GroupId, competence: CompetenceId, through: Through },
    #[error("{}: the task cannot be done by screen", need_words(need))]
    TaskNotRemote { need: NeedKey },
    #[error("the case has no pool {pool}")]
    UnknownPool { pool: PoolId },
    #[error("pool {pool} does not work by screen")]
    PoolNotRemote { pool: PoolId },
    #[error("pool {pool} consists of {pool_group}, not of {group}")]
    NotPoolGroup { pool: PoolId, group: GroupId, pool_group: GroupId },
    #[error("{setting} at {place} does not take part in pool {pool}")]
    OutsidePool { pool: PoolId, place: PlaceId, setting: SettingId },
    #[error("the case has no technology {technology}")]
    UnknownTechnology { technology: TechnologyId },
    #[error("{}: technology {technology} does not take over this task here", need_words(need))]
    TechnologyOutsideScope { technology: TechnologyId, need: NeedKey },
    #[error("technology {technology} has no known effect, so it cannot be planned with; a claim does not suffice")]
    TechnologyWithoutEffect { technology: TechnologyId },
    #[error(
        "{}: technology {technology} does {} h a week, but eligibility, adoption and freed share allow {} h",
        need_words(need), plain(hours.0), plain(most.0)
    )]
    TechnologyBeyondReach { technology: TechnologyId, need: NeedKey, hours: Hours, most: Hours },
    #[error("binding {binding} was lifted, but the case has no such binding")]
    LiftedUnknown { binding: BindingId },
    #[error("binding {binding} was lifted, but it is not in force")]
    LiftedNotInForce { binding: BindingId },
    #[error(
        "{}: {} h a week needed, but {} h done and {} h unmet",
        need_words(need), plain(needed.0), plain(done.0), plain(unmet.0)
    )]
    NotCovered { need: NeedKey, needed: Hours, done: Hours, unmet: Hours },
    #[error(
        "{}: gives {} h a week ({parts}), but has {} h of its own, {} h bought and {} h borrowed",
        staff_words(staff), plain(gives.0), plain(own.0), plain(bought.0), plain(lent_in.0)
    )]
    OverCapacity { staff: StaffKey, gives: Hours, parts: String, own: Hours, bought: Hours, lent_in: Hours },
    #[error("{}: no hours by {kind} can be had there", staff_words(staff))]
    ExtraNotToBeHad { staff: StaffKey, kind: ExtraKind },
    #[error("{}: {} h a week by {kind}, but at most {} h can be had", staff_words(staff), plain(hours.0), plain(most.0))]
    ExtraBeyondLimit { staff: StaffKey, kind: ExtraKind, hours: Hours, most: Hours },
    #[error("an hour of {group} by {kind} has no price")]
    ExtraWithoutPrice { group: GroupId, kind: ExtraKind },
    #[error("{} is no member of pool {pool}", staff_words(staff))]
    NotPoolMember { pool: PoolId, staff: StaffKey },
    #[error("pool {pool} cannot lend from {} to {}: {why}", staff_words(from), borrower(to))]
    BeyondReach { pool: PoolId, from: StaffKey, to: Option<Box<StaffKey>>, why: String },
    #[error(
        "{} lends {} h a week in pool {pool}, but at most {} h of its own care hours",
        staff_words(lender), plain(hours.0), plain(most.0)
    )]
    LendsTooMuch { pool: PoolId, lender: StaffKey, hours: Hours, most: Hours },
    #[error(
        "pool {pool} works {} h a week by screen, but after the loss on the way {} h were lent to it",
        plain(used.0), plain(lent.0)
    )]
    PoolOverdrawn { pool: PoolId, used: Hours, lent: Hours },
    #[error(
        "{setting} at {place}, {complexity} complexity: those who coordinate give {} h a week, continuity asks {} h",
        plain(hours.0), plain(least.0)
    )]
    ContinuityBroken { place: PlaceId, setting: SettingId, complexity: Complexity, hours: Hours, least: Hours },
    #[error(
        "binding {binding} ({kind}) in {setting} at {place}{}: {} h a week, {}",
        cell(complexity, group), plain(hours.0), limit_words(sense, limit)
    )]
    BindingBroken {
        binding: BindingId,
        kind: &'static str,
        place: PlaceId,
        setting: SettingId,
        complexity: Option<Complexity>,
        group: Option<GroupId>,
        hours: Hours,
        sense: Sense,
        limit: Hours,
    },
    #[error("the plan says {said} {goal}, but its rows give {}", plain(*found))]
    WrongObjective { goal: Goal, said: f64, found: f64 },
}

/// The goals of a match, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Goal {
    WeightedUnmet,
    BoughtDkk,
    LevelHours,
    MovedHours,
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::WeightedUnmet => "severity-weighted unmet hours a week",
            Self::BoughtDkk => "kroner a week for bought hours",
            Self::LevelHours => "level hours a week",
            Self::MovedHours => "hours a week in other hands than today",
        })
    }
}

/// A number without float noise: six decimals at most.
pub(crate) fn plain(number: f64) -> f64 {
    let rounded = (number * 1e6).round() / 1e6;
    if rounded.is_finite() { rounded + 0.0 } else { number }
}

fn need_words(need: &NeedKey) -> String {
    format!("{} ({}) in {} at {}", need.task, need.complexity, need.setting, need.place)
}

fn staff_words(staff: &StaffKey) -> String {
    format!("{} in {} at {}", staff.group, staff.setting, staff.place)
}

fn borrower(to: &Option<Box<StaffKey>>) -> String {
    to.as_deref().map_or_else(|| "the pool as a whole".to_owned(), staff_words)
}

fn cell(complexity: &Option<Complexity>, group: &Option<GroupId>) -> String {
    let complexity = complexity.map(|it| format!(", {it} complexity"));
    let group = group.as_ref().map(|it| format!(", {it}"));
    [complexity, group].into_iter().flatten().collect()
}

fn limit_words(sense: &Sense, limit: &Hours) -> String {
    match sense {
        Sense::AtMost => format!("at most {} h allowed", plain(limit.0)),
        Sense::AtLeast => format!("at least {} h asked", plain(limit.0)),
    }
}

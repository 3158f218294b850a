//! Why a roster is as it is: why a shift is uncovered and what would cover it, why a wish is refused, which rules are
//! at odds, and what the goals are made of.

mod ask_error;
mod conflicts;
mod gap;
mod goals;
mod hindrance;
mod moves;
mod outcome;
mod queue;
mod relaxation;
mod remedies;
mod wish;

pub use ask_error::AskError;
pub use conflicts::{Claim, Conflict, Conflicts, conflicts};
pub use goals::{GoalReason, RosterWorth, RuleCount, explain_goals};
pub use hindrance::{Hindrance, PersonReason};
pub use outcome::{GoalChange, Outcome, Supplement};
pub use queue::InQueue;
pub use relaxation::{Relaxation, Temp};
pub use remedies::Remedy;
pub use wish::{Against, Granting, WishReason, explain_wish};

use crate::change::Alone;
use crate::state::State;
use crate::translate::{Given, Tightened, Translation, carried};
use gap::Gap;
use hindrance::person_reason;
use leon_check::CoverFound;
use leon_model::{Date, Period, Published, Roster};
use outcome::Before;
use remedies::Remedies;

/// Why a cover row is short on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct UncoveredReason {
    pub found: CoverFound,
    /// Everybody in the period, and what keeps them from filling it.
    pub people: Vec<PersonReason>,
    /// What would cover it or some of it, the cheapest first by the period's goals. A lowered minimum brings nobody,
    /// so it comes last where cover comes first.
    pub remedies: Vec<Remedy>,
}

/// For cover rows on dates (all that are short, if none are named): what keeps each person from filling them, and the
/// cheapest changes that would, each by itself.
///
/// Any roster is answered, also one made by hand. A remedy may be a move within the rules (somebody takes the shift,
/// or takes it and hands on a duty at most two days away; or three people in a chain, when nothing shorter helps), or a
/// rule relaxed first: a hard wish softened, a person lent, a replaceable rule widened by a local agreement, a temp, a
/// lower minimum. Every one is proven: the independent check finds nothing broken in the roster that it leads to that
/// the roster before keeps, nothing else short, and less short here. At most three of a kind are given. Moves are tried
/// in the order in which the engine prices them; those that the check refuses are left out, so that a dearer one may
/// stand where a cheaper one was missed.
///
/// # Errors
/// [`AskError`] for rows and dates that the period does not have, and for periods that are too large for the engine.
///
/// # Example
/// ```
/// use leon_model::{Period, PeriodTables, Roster};
/// use leon_roster::explain_uncovered;
///
/// let date = "2026-11-23".parse().unwrap();
/// let period = Period::new(PeriodTables::empty(date, date + 27)).unwrap();
/// assert_eq!(explain_uncovered(&period, &Roster::default(), None, &[]), Ok(vec![])); // nothing is short
/// ```
pub fn explain_uncovered(
    period: &Period,
    roster: &Roster,
    published: Option<&Published>,
    which: &[(usize, Date)],
) -> Result<Vec<UncoveredReason>, AskError> {
    let before = Before::new(period, roster, published);
    let short = before.verdict().cover.iter().filter(|it| it.short.0 > 0).map(|it| (it.cover, it.date));
    let which: Vec<(usize, Date)> = if which.is_empty() { short.collect() } else { which.to_vec() };
    if which.is_empty() {
        return Ok(Vec::new());
    }
    let tightened = Tightened::default();
    let burden = Some(carried(period, roster));
    let given = Given { published, burden, ..Given::nothing(&tightened) };
    let translation = Translation::new(period, given)?;
    let mut state = State::new(&translation.problem);
    state.load(&translation.rows(roster));
    let alone: Vec<Alone<'_>> = period.people.iter().map(|it| Alone::new(period, it, roster, None)).collect();
    let mut reasons = Vec::with_capacity(which.len());
    for (cover, date) in which {
        let gap = Gap::new(period, roster, before.verdict(), cover, date)?;
        let everybody = period.people.iter().zip(&alone);
        let people: Vec<_> =
            everybody.map(|(person, alone)| person_reason(period, roster, &gap, alone, person)).collect();
        let all = Remedies {
            period,
            before: &before,
            translation: &translation,
            gap: &gap,
            cover,
            people: &people,
            alone: &alone,
        };
        let remedies = if gap.found.short.0 > 0 { all.find(&mut state)? } else { Vec::new() };
        let people = people.iter().map(|it| it.0.clone()).collect();
        reasons.push(UncoveredReason { found: gap.found.clone(), people, remedies });
    }
    Ok(reasons)
}

/// Carries a remedy out: the period as it is changed, and the roster with the moves made.
///
/// # Errors
/// What [`Relaxation::apply`] refuses.
pub fn carry_out(period: &Period, found: &CoverFound, remedy: &Remedy) -> Result<(Period, Roster), AskError> {
    let changed = match &remedy.relaxation {
        Some(relaxation) => relaxation.apply(period, found.cover, found.date)?,
        None => period.clone(),
    };
    Ok((changed, Roster { uncovered: None, ..remedy.outcome.roster.clone() }))
}

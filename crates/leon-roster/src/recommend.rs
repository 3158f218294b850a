//! Who can take a shift that is open, and what it costs.

use crate::change::{AtHand, Cell, ChangeError, Changed, Effect, Owns, worse};
use crate::cost::Cost;
use crate::problem::FREE;
use crate::state::{Draft, State};
use crate::translate::{DemandOf, Tightened};
use leon_check::Checked;
use leon_model::{Date, Minutes, Period, PersonId, Published};
use std::collections::BTreeSet;

/// A shift that somebody is to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// A person's duty on a date falls away.
    Duty { person: PersonId, date: Date },
    /// A cover row is short on a date: any shift and function that counts in it.
    Cover { row: usize, date: Date },
}

/// Somebody who takes an open shift.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement {
    /// The shift that the person takes, and what they give up for it on the same date.
    pub change: Changed,
    /// From when changes are told to when the shift begins.
    pub notice: Minutes,
    /// What it does to the person.
    pub effect: Effect,
    /// What the roster is worth with it less what it is worth with the shift open, level by level (below zero: better
    /// so). `None`: not computed, as for those who may not take it and those beyond the number asked for.
    pub levels: Option<Vec<f64>>,
}

/// Who can take an open shift.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommended {
    /// Those who may, the best first.
    pub legal: Vec<Replacement>,
    /// Those who may not, and why: nearest to the rules first.
    pub illegal: Vec<Replacement>,
}

/// Everybody who can take an open shift, the best first, with what it does to them; and those who may not, with what
/// forbids it.
///
/// The roster's own prices set the order: what the goals of the period say that cover, pay, hours, burden, wishes,
/// health and changes are worth. The first `count` are held against the independent check, whole roster by whole
/// roster, and stand in the order of its values. A person who works another shift on the date gives it up; that what
/// they leave open counts too.
///
/// # Errors
/// [`ChangeError`] for people, dates and rows that the period does not have, a date without a duty, and what has begun
/// before changes are told.
///
/// # Example
/// ```
/// use leon_formats::period::{EXAMPLE, read_period};
/// use leon_model::Published;
/// use leon_roster::{Iterations, Opening, RosterOptions, plan_roster, recommend};
///
/// let period = read_period("period.json", EXAMPLE).period.unwrap();
/// let roster = plan_roster(&period, &RosterOptions::new(&Iterations(300_000))).unwrap().roster;
/// let sick = roster.assignments.iter().find(|it| it.date > period.first + 7).unwrap().clone();
/// let published = Published { roster, changes_told: period.first.midnight() };
/// let opening = Opening::Duty { person: sick.person.clone(), date: sick.date };
/// let found = recommend(&period, &published, &opening, 3).unwrap();
/// assert!(found.legal.iter().all(|it| it.effect.is_legal() && it.effect.person != sick.person));
/// ```
pub fn recommend(
    period: &Period,
    published: &Published,
    opening: &Opening,
    count: usize,
) -> Result<Recommended, ChangeError> {
    let mut at_hand = AtHand::new(period, published, published.changes_told, &Tightened::default(), &|_, _| false)?;
    let open = match opening {
        Opening::Duty { person, date } => {
            let gone = at_hand.duty_to_give(person, *date)?;
            at_hand.vacate(gone);
            Open { gone: Some(Cell { duty: FREE, ..gone }), fills: vec![(gone.day, gone.duty)] }
        }
        Opening::Cover { row, date } => Open { gone: None, fills: fills(&at_hand, *row, *date)? },
    };
    let mut state = at_hand.state();
    let mut candidates = open.candidates(&at_hand, &mut state);
    candidates.sort_by_key(|it| (it.change, it.cell));

    let left = at_hand.roster_after(&open.gone.into_iter().collect::<Vec<_>>());
    let checked = Checked::new(period, &left, Some(published));
    let without = checked.verdict();
    let mut owns = Owns::new(&at_hand, without);
    let mut found = Recommended { legal: Vec::new(), illegal: Vec::new() };
    let (mut with_costs, mut illegal) = (Vec::new(), Vec::new());
    for it in candidates {
        let effect = owns.effect(it.cell.person, &[it.cell]);
        let shift = at_hand.begins(it.cell.duty, it.cell.day);
        let notice = shift.map_or(Minutes(0), |begins| Minutes((begins - published.changes_told).0 / 60));
        let replacement = Replacement { change: at_hand.changed(it.cell), notice, effect, levels: None };
        if replacement.effect.is_legal() && it.is_open {
            with_costs.push((it.cell, replacement));
        } else {
            illegal.push((!it.is_open, replacement));
        }
    }
    illegal.sort_by_key(|(never, it)| (*never, it.effect.broken.len()));
    for (cell, mut it) in with_costs {
        if found.legal.len() < count {
            let cells: Vec<Cell> = open.gone.into_iter().chain([cell]).collect();
            let with = checked.with(&at_hand.roster_after(&cells));
            it.effect.broken = worse(&without.broken, &with.broken);
            it.levels = Some(with.levels.iter().zip(&without.levels).map(|(with, without)| with - without).collect());
            if !it.effect.is_legal() {
                illegal.insert(0, (false, it));
                continue;
            }
        }
        found.legal.push(it);
    }
    found.illegal = illegal.into_iter().map(|(_, it)| it).collect();
    let checked = count.min(found.legal.len());
    found.legal[..checked].sort_by(|a, b| {
        let levels = |it: &Replacement| it.levels.clone().unwrap_or_default();
        let by_level = levels(a).into_iter().zip(levels(b)).map(|(a, b)| a.total_cmp(&b));
        by_level.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    });
    Ok(found)
}

/// What is open: the day that somebody has lost, and the duties, by day, that would fill it.
struct Open {
    gone: Option<Cell>,
    fills: Vec<(usize, u8)>,
}

struct Candidate {
    cell: Cell,
    /// Whether the person may have the duty as far as the numbers know.
    is_open: bool,
    change: Cost,
}

impl Open {
    /// Everybody's best way to fill it, at its price; of those who may not, one way.
    fn candidates(&self, at_hand: &AtHand<'_>, state: &mut State<'_>) -> Vec<Candidate> {
        let mut draft = Draft::default();
        let mut candidates = Vec::new();
        for person in (0..at_hand.period.people.len()).filter(|it| self.gone.is_none_or(|gone| gone.person != *it)) {
            let mut best: Option<Candidate> = None;
            for &(day, duty) in &self.fills {
                let cell = Cell { person, day, duty };
                let now = at_hand.now(person, day);
                if now == duty || !self.counts(at_hand, cell) {
                    continue;
                }
                // What has begun, and what is settled, is not given up.
                let is_open = at_hand.may(cell) && (now == FREE || at_hand.may(Cell { duty: FREE, ..cell }));
                let change = if is_open { at_hand.change(state, &mut draft, &[cell]) } else { Cost::ZERO };
                let rank = |it: &Candidate| (!it.is_open, it.change);
                let it = Candidate { cell, is_open, change };
                if best.as_ref().is_none_or(|best| rank(&it) < rank(best)) {
                    best = Some(it);
                }
            }
            candidates.extend(best);
        }
        candidates
    }

    /// Whether the duty counts where it is needed, when this person has it. A duty that fell away can be anybody's.
    fn counts(&self, at_hand: &AtHand<'_>, cell: Cell) -> bool {
        self.gone.is_some() || !given(at_hand, cell).is_empty()
    }
}

/// Demands that a duty gives to.
fn given<'a>(at_hand: &'a AtHand<'_>, cell: Cell) -> &'a [(u32, i32)] {
    let problem = &at_hand.translation.problem;
    let class = problem.people[cell.person].cover;
    &problem.covers[class].gives[cell.day * problem.duties() + usize::from(cell.duty)]
}

/// Duties, by day, that somebody could have to count in a row on a date.
pub(crate) fn fills(at_hand: &AtHand<'_>, row: usize, date: Date) -> Result<Vec<(usize, u8)>, ChangeError> {
    let rows = at_hand.period.cover.len();
    if row >= rows {
        return Err(ChangeError::UnknownCover { row, rows });
    }
    let day = at_hand.day(date)?;
    let is_it = |of: &DemandOf| matches!(of, DemandOf::Cover { row: it, date: on, .. } if *it == row && *on == date);
    let demands = at_hand.translation.demands.iter();
    let demands: BTreeSet<usize> = demands.enumerate().filter(|(_, of)| is_it(of)).map(|(at, _)| at).collect();
    if demands.is_empty() {
        return Err(ChangeError::NotAsked { row, date });
    }
    let problem = &at_hand.translation.problem;
    let mut fills = BTreeSet::new();
    for day in day.saturating_sub(1)..(day + 2).min(problem.days) {
        for duty in 0..problem.duties() as u8 {
            let at = day * problem.duties() + usize::from(duty);
            let gives = problem.covers.iter().flat_map(|it| &it.gives[at]);
            if gives.into_iter().any(|(demand, amount)| *amount > 0 && demands.contains(&(*demand as usize))) {
                fills.insert((day, duty));
            }
        }
    }
    Ok(fills.into_iter().collect())
}

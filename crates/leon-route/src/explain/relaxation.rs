//! Rules relaxed, so that a visit left out fits: what each is and what it is worth.

use super::AskError;
use super::hindrance::level;
use super::outcome::{Moved, Placed};
use leon_model::{CarerId, Day, DayTables, GroupId, Kroner, Minutes, Necessity, Seconds, Shift, Visit, VisitId, Work};

/// A change of one rule of a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relaxation {
    /// The visit's window closes so many minutes later.
    StartLater { window: usize, minutes: Minutes },
    /// The visit's window opens so many minutes earlier.
    StartEarlier { window: usize, minutes: Minutes },
    /// The shift may be so many minutes longer, beyond the overtime that it may have already.
    Overtime { carer: CarerId, shift: usize, minutes: Minutes },
    /// The shift may have so many minutes more of travel.
    MoreTravel { carer: CarerId, shift: usize, minutes: Minutes },
    /// The shift may have one visit more.
    MoreVisits { carer: CarerId, shift: usize },
    /// The group may fill the slot too. A case's bindings may forbid it.
    AllowGroup { slot: usize, group: GroupId },
    /// The slot is not held for its carer any more.
    UnpinCarer { slot: usize },
    /// The start is not held any more.
    UnpinStart,
    /// Another visit, which counts less, is left out instead.
    LeaveOut { visit: VisitId },
}

/// A relaxation that makes a visit fit, proven by a plan that the independent check passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    pub relaxation: Relaxation,
    /// Who comes then.
    pub placed: Vec<Placed>,
    /// Whom it moves.
    pub moved: Vec<Moved>,
    /// The price on one scale, minutes of ordinary paid time, by which remedies are sorted:
    ///
    /// | relaxation | minutes |
    /// |---|---|
    /// | `StartLater`, `StartEarlier`, `MoreTravel` | the minutes |
    /// | `Overtime` | minutes of overtime more × price of an overtime hour ÷ price of an hour |
    /// | `MoreVisits`, `UnpinCarer` | the visit's care |
    /// | `AllowGroup` | the slot's care × (1 + levels between the group and the nearest allowed one) |
    /// | `UnpinStart` | minutes between the pinned start and the new one |
    /// | `LeaveOut` | the other visit's care × its priority; of an optional one, its worth |
    pub price: f64,
    /// What the overtime costs.
    pub kroner: Option<Kroner>,
}

impl Relaxation {
    /// The day with this rule relaxed for a visit.
    ///
    /// # Errors
    /// [`AskError`] for what the day does not have, and [`AskError::NoDay`] when the day would not be valid (a window
    /// would reach into the next one).
    pub fn apply(&self, day: &Day, visit: &VisitId) -> Result<Day, AskError> {
        let row = day.visit_index(visit).ok_or_else(|| AskError::UnknownVisit { visit: visit.clone() })?;
        let mut tables: DayTables = (**day).clone();
        let mine: &mut Visit = &mut tables.visits[row];
        match self {
            Self::StartLater { window, minutes } => {
                if let Some(window) = mine.windows.get_mut(*window) {
                    window.close = window.close + Seconds::from(*minutes);
                }
            }
            Self::StartEarlier { window, minutes } => {
                if let Some(window) = mine.windows.get_mut(*window) {
                    window.open = window.open - Seconds::from(*minutes);
                }
            }
            Self::AllowGroup { slot, group } => slot_of(mine, *slot)?.groups.push(group.clone()),
            Self::UnpinCarer { slot } => {
                slot_of(mine, *slot)?;
                if let Some(pinned) = mine.pin.carers.get_mut(*slot) {
                    *pinned = None;
                }
            }
            Self::UnpinStart => mine.pin.start = None,
            Self::Overtime { carer, shift, minutes } => {
                shift_of(day, &mut tables, carer, *shift)?.overtime_max += *minutes
            }
            Self::MoreTravel { carer, shift, minutes } => {
                if let Work::Visiting(travelling) = &mut shift_of(day, &mut tables, carer, *shift)?.work {
                    travelling.travel_max = travelling.travel_max.map(|most| most + *minutes);
                }
            }
            Self::MoreVisits { carer, shift } => {
                let shift = shift_of(day, &mut tables, carer, *shift)?;
                shift.visits_max = shift.visits_max.map(|most| most.saturating_add(1));
            }
            Self::LeaveOut { visit } => {
                day.visit_index(visit).ok_or_else(|| AskError::UnknownVisit { visit: visit.clone() })?;
                tables.visits.retain(|it| it.id != *visit);
                tables.orders.retain(|it| it.first != *visit && it.second != *visit);
            }
        }
        Day::new(tables).map_err(AskError::NoDay)
    }
}

fn slot_of(visit: &mut Visit, slot: usize) -> Result<&mut leon_model::Slot, AskError> {
    let (id, slots) = (visit.id.clone(), visit.slots.len());
    visit.slots.get_mut(slot).ok_or(AskError::UnknownSlot { visit: id, slot, slots })
}

fn shift_of<'t>(
    day: &Day,
    tables: &'t mut DayTables,
    carer: &CarerId,
    shift: usize,
) -> Result<&'t mut Shift, AskError> {
    let unknown = || AskError::UnknownCarer { carer: carer.clone() };
    let row = day.carer_index(carer).ok_or_else(unknown)?;
    tables.carers[row].shifts.get_mut(shift).ok_or_else(unknown)
}

/// Minutes of care that a visit takes, by its slots' own durations.
pub(super) fn care(visit: &Visit) -> f64 {
    visit.slots.iter().filter(|slot| slot.needed).map(|slot| slot.duration.0 as f64).sum()
}

/// What leaving out a visit is worth.
pub(super) fn worth(visit: &Visit) -> f64 {
    match visit.necessity {
        Necessity::Mandatory { priority } => care(visit) * f64::from(priority),
        Necessity::Optional { worth } => worth.0 as f64,
    }
}

/// Levels between a group and the nearest one that the slot allows.
pub(super) fn levels_off(day: &Day, visit: &Visit, slot: usize, group: &GroupId) -> f64 {
    let own = level(day, group);
    let off = visit.slots[slot].groups.iter().map(|it| level(day, it).abs_diff(own)).min();
    f64::from(off.unwrap_or(0))
}

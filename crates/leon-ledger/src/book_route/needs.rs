//! The need's side: what visits ask, and what nobody does of it.

use super::Unit;
use super::read::Read;
use crate::Account;
use crate::book::Draft;
use leon_model::Day;

/// Enters every slot with its usual duration, but for trainees', who come to learn.
pub(super) fn book(day: &Day, read: &Read<'_>, unit: Unit<'_>, draft: &mut Draft) {
    for (row, visit) in day.visits.iter().enumerate() {
        for (index, slot) in visit.slots.iter().enumerate().filter(|(_, it)| !it.trainee) {
            draft.enter(Account::Cover, Account::Need, unit.need(visit), slot.duration);
            if !read.is_filled(row, index) {
                draft.enter(Account::Unmet, Account::Cover, unit.need(visit), slot.duration);
            }
        }
    }
}

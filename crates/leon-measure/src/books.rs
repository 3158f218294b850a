//! The books of both plans, holding the same needs: what the measure takes off staff stands as done by technology, and
//! its own visits as operation.

use crate::operation::OPERATION;
use crate::{Applied, MeasureError, SampledDay};
use leon_ledger::{Account, Book, Entry, Keys, book_route};
use leon_model::{Complexity, Minutes, RoutePlan, SettingId, TaskId};

/// Home care and home nursing, planned as one team.
const SETTING: &str = "home_care";

/// The task of visits that come from no case, as the book of hours names it.
const NO_TASK: &str = "visit";

fn setting() -> SettingId {
    SETTING.into()
}

/// The book of the plan without measures.
pub(crate) fn without(sampled: &SampledDay, plan: &RoutePlan) -> Result<Book, MeasureError> {
    Ok(book_route(&sampled.day, plan, &sampled.municipality, &setting())?)
}

/// The book of the plan with measures.
pub(crate) fn with(sampled: &SampledDay, applied: &Applied, plan: &RoutePlan) -> Result<Book, MeasureError> {
    let book = book_route(&applied.day, plan, &sampled.municipality, &setting())?;
    let unit = || Keys { place: Some(sampled.municipality.clone()), setting: Some(setting()), ..Keys::default() };
    let mut entries = Vec::new();
    for entry in book.entries() {
        if entry.keys.task.as_ref().is_some_and(|it| it.as_str() == OPERATION) {
            entries.extend(operation(entry, &unit()));
        } else {
            entries.push(entry.clone());
        }
    }
    for taken in &applied.taken {
        let (task, complexity) = taken.task.clone().unwrap_or_else(|| (TaskId::from(NO_TASK), Complexity::Low));
        let need = Keys { task: Some(task), complexity: Some(complexity), ..unit() };
        let by = Keys { technology: Some(taken.technology.clone()), ..need.clone() };
        entries.push(Entry { keys: by, from: Account::Technology, to: Account::Cover, minutes: taken.minutes });
        entries.push(Entry { keys: need, from: Account::Cover, to: Account::Need, minutes: taken.minutes });
    }
    for (group, minutes) in &applied.beside {
        let staff = Keys { group: Some(group.clone()), ..unit() };
        entries.extend(paid_operation(&staff, Account::Paid, *minutes));
    }
    for (group, minutes) in &applied.standby {
        let staff = Keys { group: Some(group.clone()), ..unit() };
        entries.extend(moved(&staff, Account::Idle, Account::TechnologyOperation, *minutes));
    }
    entries.extend(operation_left_out(applied, plan, &unit()));
    Ok(Book::new(entries))
}

/// An entry of an operation visit, booked as operation: it is no citizen's need and no care.
fn operation(entry: &Entry, unit: &Keys) -> Vec<Entry> {
    if (entry.from, entry.to) != (Account::Care, Account::Cover) {
        return Vec::new();
    }
    let staff = Keys { group: entry.keys.group.clone(), ..unit.clone() };
    moved(&staff, Account::Care, Account::TechnologyOperation, entry.minutes).into()
}

/// Staff time at hand that goes to another account than the plan says.
fn moved(staff: &Keys, before: Account, to: Account, minutes: Minutes) -> [Entry; 2] {
    let entry = |to: Account, minutes: Minutes| Entry { keys: staff.clone(), from: Account::AtHand, to, minutes };
    [entry(before, -minutes), entry(to, minutes)]
}

/// Operation that found no place in the plan is bought as overtime of the first group that may do it.
fn operation_left_out(applied: &Applied, plan: &RoutePlan, unit: &Keys) -> Vec<Entry> {
    let mut entries = Vec::new();
    for left_out in &plan.left_out {
        let Some(row) = applied.day.visit_index(&left_out.visit) else { continue };
        let visit = &applied.day.visits[row];
        if visit.task.as_ref().is_some_and(|it| it.0.as_str() == OPERATION) {
            let slot = &visit.slots[left_out.slot];
            let group = slot.groups.first().or_else(|| applied.day.groups.first().map(|it| &it.id));
            let staff = Keys { group: group.cloned(), ..unit.clone() };
            entries.extend(paid_operation(&staff, Account::Overtime, slot.duration));
        }
    }
    entries
}

/// Operation that is paid beside the plan.
fn paid_operation(staff: &Keys, from: Account, minutes: Minutes) -> [Entry; 2] {
    [
        Entry { keys: staff.clone(), from, to: Account::AtHand, minutes },
        Entry { keys: staff.clone(), from: Account::AtHand, to: Account::TechnologyOperation, minutes },
    ]
}

//! Who may fill which slot, and how long it takes them.

use crate::parts::Part;
use leon_model::{Carer, Day, Minutes, Mode, Shift, Slot, Visit, Work};
use std::collections::BTreeMap;

/// Whether a carer may fill a slot on a shift, the times apart.
pub(crate) fn may_fill(carer: &Carer, shift: &Shift, visit: &Visit, slot: &Slot) -> bool {
    slot.competences.iter().all(|it| carer.competences.contains(it))
        && (slot.groups.is_empty() || slot.groups.contains(&carer.group))
        && carer.trainee == slot.trainee
        && !visit.forbidden.contains(&carer.id)
        && match visit.mode {
            Mode::Either => true,
            Mode::Physical => matches!(shift.work, Work::Visiting(_)),
            Mode::Screen => shift.work == Work::Screen,
        }
}

/// How long a slot takes a carer on a shift.
pub(crate) fn duration(carer: &Carer, shift: &Shift, slot: &Slot) -> Minutes {
    if let (Work::Screen, Some(duration)) = (&shift.work, slot.duration_by_screen) {
        return duration;
    }
    let own = slot.duration_by_group.iter().find(|(group, _)| *group == carer.group);
    own.map_or(slot.duration, |(_, duration)| *duration)
}

/// Shifts grouped into classes that may do the same, in the same time.
#[derive(Debug)]
pub(super) struct Duties<'d> {
    /// A shift of each class.
    examples: Vec<(&'d Carer, &'d Shift)>,
    class_of: Vec<u32>,
}

impl<'d> Duties<'d> {
    pub fn new(day: &'d Day, part: &Part) -> Self {
        // Carers named in a pin or a ban, and shifts with pauses or something fixed, are classes of their own.
        let mut named = vec![false; day.carers.len()];
        let mut name = |id| {
            if let Some(carer) = day.carer_index(id) {
                named[carer] = true;
            }
        };
        for visit in &day.visits {
            visit.forbidden.iter().for_each(&mut name);
            visit.pin.carers.iter().flatten().for_each(&mut name);
        }
        let mut examples = Vec::new();
        let mut classes = BTreeMap::new();
        let mut has_fixed = vec![false; part.shifts.len()];
        part.fixed.iter().for_each(|it| has_fixed[it.shift] = true);
        let class_of = part
            .shifts
            .iter()
            .enumerate()
            .map(|(t, &(row, shift))| {
                let carer = &day.carers[row];
                let own = named[row] || has_fixed[t] || !carer.shifts[shift].pauses.is_empty();
                let mut competences: Vec<_> = carer.competences.iter().collect();
                competences.sort();
                let screen = carer.shifts[shift].work == Work::Screen;
                let key = (&carer.group, competences, carer.trainee, screen, own.then_some((row, shift)));
                let next = examples.len() as u32;
                *classes.entry(key).or_insert_with(|| {
                    examples.push((carer, &carer.shifts[shift]));
                    next
                })
            })
            .collect();
        Self { examples, class_of }
    }

    pub fn classes(&self) -> usize {
        self.examples.len()
    }

    /// The class of the part's n-th shift.
    pub fn class(&self, shift: usize) -> u32 {
        self.class_of[shift]
    }

    /// By class: seconds, or −1 for who may not.
    pub fn durations(&self, visit: &'d Visit, slot: usize) -> impl Iterator<Item = i32> + '_ {
        let row = &visit.slots[slot];
        let pinned = visit.pin.carers.get(slot).and_then(Option::as_ref);
        self.examples.iter().map(move |&(carer, shift)| {
            let may = may_fill(carer, shift, visit, row) && pinned.is_none_or(|id| *id == carer.id);
            if may { super::length(duration(carer, shift, row).0 * 60) } else { -1 }
        })
    }
}

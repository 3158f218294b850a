//! Checks visits: whose they are, when they may begin, who is needed.

use super::{AMOUNT_MAX, At, Checker, LENGTH_MAX};
use crate::{CarerId, DayFault, DayList, Mode, Necessity, Slot, Visit, Window, Work};
use std::collections::BTreeSet;

impl Checker<'_> {
    /// A visit, of the day or of an event.
    pub(super) fn visit(&mut self, at: At, visit: &Visit) {
        self.known(at, "citizen", DayList::Citizens, visit.citizen.as_str());
        self.known(at, "location", DayList::Locations, visit.location.as_str());
        self.text(at, "label", &visit.label);
        if let Some((task, _)) = &visit.task {
            self.id(at, "task", task.as_str());
        }
        self.windows(at, &visit.windows);
        if visit.slots.is_empty() {
            self.add(at, "slots", DayFault::Empty);
        }
        for (index, slot) in visit.slots.iter().enumerate() {
            self.slot(at, &format!("slots[{index}]"), slot);
        }
        self.meetings(at, visit);
        if let Necessity::Optional { worth } = visit.necessity {
            self.minutes(at, "optional_worth_minutes", worth);
        }
        self.liking(at, visit);
        self.pin(at, visit);
    }

    fn windows(&mut self, at: At, windows: &[Window]) {
        if windows.is_empty() {
            self.add(at, "windows", DayFault::Empty);
        }
        for (index, window) in windows.iter().enumerate() {
            let path = format!("windows[{index}]");
            let (begin, end) = (window.open, window.close);
            self.moment(at, &format!("{path}.open"), begin);
            self.moment(at, &format!("{path}.close"), end);
            self.number(at, &format!("{path}.late_weight"), window.late_weight, 0.0, AMOUNT_MAX);
            if end < begin {
                self.add(at, format!("{path}.close"), DayFault::EndsBeforeBeginning { begin, end });
            } else if let Some(soft) = window.soft_close.filter(|it| !(begin..=end).contains(it)) {
                let fault = DayFault::OutsideSpan { at: soft, from: begin, to: end };
                self.add(at, format!("{path}.soft_close"), fault);
            }
            if index > 0 && begin <= windows[index - 1].close {
                self.add(at, format!("{path}.open"), DayFault::Overlap { begin });
            }
        }
    }

    fn slot(&mut self, at: At, path: &str, slot: &Slot) {
        for (index, competence) in slot.competences.iter().enumerate() {
            self.id(at, &format!("{path}.competences[{index}]"), competence.as_str());
        }
        for (index, group) in slot.groups.iter().enumerate() {
            self.known(at, &format!("{path}.groups[{index}]"), DayList::Groups, group.as_str());
        }
        self.some_minutes(at, &format!("{path}.minutes"), slot.duration);
        let field = format!("{path}.minutes_by_group");
        self.no_repeats(at, &field, slot.duration_by_group.iter().map(|(group, _)| group.as_str()));
        for (group, minutes) in &slot.duration_by_group {
            self.known(at, &field, DayList::Groups, group.as_str());
            self.some_minutes(at, &format!("{field}.{group}"), *minutes);
        }
        if let Some(minutes) = slot.duration_by_screen {
            self.some_minutes(at, &format!("{path}.minutes_by_screen"), minutes);
        }
    }

    fn meetings(&mut self, at: At, visit: &Visit) {
        let (found, expected) = (visit.meetings.len(), visit.slots.len().saturating_sub(1));
        if found != expected {
            self.add(at, "meetings", DayFault::Count { found, expected });
        }
        for (index, meeting) in visit.meetings.iter().enumerate() {
            let path = format!("meetings[{index}]");
            self.length(at, &format!("{path}.from_minutes"), meeting.from, LENGTH_MAX);
            self.length(at, &format!("{path}.to_minutes"), meeting.to, LENGTH_MAX);
            if meeting.from > meeting.to {
                let (from, to) = (meeting.from.0, meeting.to.0);
                self.add(at, format!("{path}.to_minutes"), DayFault::FromAfterTo { from, to });
            }
        }
    }

    /// Nobody is wanted and unwanted, or wanted and forbidden.
    fn liking(&mut self, at: At, visit: &Visit) {
        let lists = [("wanted", &visit.wanted), ("unwanted", &visit.unwanted), ("forbidden", &visit.forbidden)];
        for (field, carers) in lists {
            for (index, carer) in carers.iter().enumerate() {
                self.known(at, &format!("{field}[{index}]"), DayList::Carers, carer.as_str());
            }
            self.no_repeats(at, field, carers.iter().map(CarerId::as_str));
        }
        let wanted: BTreeSet<&CarerId> = visit.wanted.iter().collect();
        for (other, carers) in &lists[1..] {
            if let Some(carer) = carers.iter().find(|it| wanted.contains(it)) {
                self.add(at, "wanted", DayFault::InOtherField { id: carer.to_string(), other });
            }
        }
    }

    fn pin(&mut self, at: At, visit: &Visit) {
        let (found, most) = (visit.pin.carers.len(), visit.slots.len());
        if found > most {
            self.add(at, "pin.carers", DayFault::TooMany { found, most });
        }
        let pinned: Vec<&CarerId> = visit.pin.carers.iter().flatten().collect();
        for carer in &pinned {
            self.known(at, "pin.carers", DayList::Carers, carer.as_str());
            if visit.forbidden.contains(carer) {
                self.add(at, "pin.carers", DayFault::InOtherField { id: carer.to_string(), other: "forbidden" });
            }
        }
        self.no_repeats(at, "pin.carers", pinned.into_iter().map(CarerId::as_str));
        if let Some(start) = visit.pin.start {
            self.moment(at, "pin.start", start);
        }
    }

    /// Competences and screens that nobody has today: such visits are left out, and explained.
    pub(super) fn missing_hands(&mut self) {
        let held: BTreeSet<&str> =
            self.tables.carers.iter().flat_map(|it| &it.competences).map(|it| it.as_str()).collect();
        let mut missing = BTreeSet::new();
        for (entry, visit) in self.tables.visits.iter().enumerate() {
            for (index, slot) in visit.slots.iter().enumerate() {
                for competence in slot.competences.iter().map(|it| it.as_str()) {
                    if !held.contains(competence) && missing.insert(competence) {
                        let fault = DayFault::NobodyHolds { competence: competence.to_owned() };
                        self.add(At(DayList::Visits, entry), format!("slots[{index}].competences"), fault);
                    }
                }
            }
        }
        let shifts = || self.tables.carers.iter().flat_map(|it| &it.shifts);
        if !shifts().any(|it| it.work == Work::Screen)
            && let Some(entry) = self.tables.visits.iter().position(|it| it.mode == Mode::Screen)
        {
            self.add(At(DayList::Visits, entry), "mode", DayFault::NoScreenShift);
        }
    }
}

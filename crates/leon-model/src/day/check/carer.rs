//! Checks citizens' faces, carers, their shifts and pauses.

use super::{At, Checker, LENGTH_MAX, YEAR, later, seconds};
use crate::{DayFault, DayList, Pause, Seconds, Shift, Travelling, Work};

impl Checker<'_> {
    /// A face may be a carer who is not there today.
    pub(super) fn citizens(&mut self) {
        for (entry, it) in self.tables.citizens.iter().enumerate() {
            let at = At(DayList::Citizens, entry);
            for (carer, _) in &it.faces {
                self.id(at, "faces", carer.as_str());
            }
            self.no_repeats(at, "faces", it.faces.iter().map(|(carer, _)| carer.as_str()));
        }
    }

    pub(super) fn carers(&mut self) {
        for (entry, it) in self.tables.carers.iter().enumerate() {
            let at = At(DayList::Carers, entry);
            self.known(at, "group", DayList::Groups, it.group.as_str());
            for (index, competence) in it.competences.iter().enumerate() {
                self.id(at, &format!("competences[{index}]"), competence.as_str());
            }
            let burden = seconds(it.burden_before);
            self.length(at, "burden_before_minutes", Seconds(burden.0.saturating_abs()), YEAR);
            for (index, shift) in it.shifts.iter().enumerate() {
                self.shift(at, &format!("shifts[{index}]"), shift);
                if index > 0 && shift.start < it.shifts[index - 1].end {
                    self.add(at, format!("shifts[{index}].start"), DayFault::Overlap { begin: shift.start });
                }
            }
        }
    }

    fn shift(&mut self, at: At, path: &str, shift: &Shift) {
        let (begin, end) = (shift.start, shift.end);
        self.moment(at, &format!("{path}.start"), begin);
        self.moment(at, &format!("{path}.end"), end);
        if end <= begin {
            self.add(at, format!("{path}.end"), DayFault::EndsBeforeBeginning { begin, end });
        } else if end > later(begin, LENGTH_MAX) {
            let length = end.0.saturating_sub(begin.0);
            self.add(at, format!("{path}.end"), DayFault::TooLong { seconds: length, seconds_max: LENGTH_MAX.0 });
        }
        self.minutes(at, &format!("{path}.overtime_max_minutes"), shift.overtime_max);
        if let Work::Visiting(travelling) = &shift.work {
            self.travelling(at, path, travelling);
        }
        for (index, pause) in shift.pauses.iter().enumerate() {
            self.pause(at, &format!("{path}.pauses[{index}]"), shift, pause);
        }
    }

    fn travelling(&mut self, at: At, path: &str, it: &Travelling) {
        self.known(at, &format!("{path}.transport"), DayList::Transports, it.transport.as_str());
        if let Some(car) = &it.car {
            self.known(at, &format!("{path}.car_pool"), DayList::CarPools, car.pool.as_str());
            if let Some(without) = &car.without_car {
                self.known(at, &format!("{path}.without_car"), DayList::Transports, without.as_str());
            }
        }
        for (field, location) in [("from", &it.from), ("to", &it.to)] {
            if let Some(location) = location {
                self.known(at, &format!("{path}.{field}"), DayList::Locations, location.as_str());
            }
        }
        if let Some(most) = it.travel_max {
            self.minutes(at, &format!("{path}.travel_max_minutes"), most);
        }
    }

    fn pause(&mut self, at: At, path: &str, shift: &Shift, pause: &Pause) {
        self.moment(at, &format!("{path}.earliest"), pause.earliest);
        self.moment(at, &format!("{path}.latest"), pause.latest);
        self.some_minutes(at, &format!("{path}.minutes"), pause.duration);
        if let Some(location) = &pause.location {
            self.known(at, &format!("{path}.location"), DayList::Locations, location.as_str());
        }
        if shift.end <= shift.start {
            return; // nothing lies within such a shift, and that is said already
        }
        let (begin, end) = (pause.earliest, pause.latest);
        let (from, to) = (shift.start, shift.end);
        if end < begin {
            self.add(at, format!("{path}.latest"), DayFault::EndsBeforeBeginning { begin, end });
        }
        if begin < from || begin > to {
            self.add(at, format!("{path}.earliest"), DayFault::OutsideSpan { at: begin, from, to });
        } else if end > to {
            self.add(at, format!("{path}.latest"), DayFault::OutsideSpan { at: end, from, to });
        } else if later(begin, seconds(pause.duration)) > to {
            let done = later(begin, seconds(pause.duration));
            self.add(at, format!("{path}.minutes"), DayFault::OutsideSpan { at: done, from, to });
        }
    }
}

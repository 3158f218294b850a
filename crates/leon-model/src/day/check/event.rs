//! Checks events against their day: known ids, possible times, whole new visits.

use super::{At, Checker};
use crate::{Day, DayFault, DayList, DayProblem, Event, EventKind, Moment};

/// Every problem of events, which happen one after the other. A visit that is new is known from then on.
pub(in crate::day) fn event_problems(day: &Day, events: &[Event]) -> Vec<DayProblem> {
    let mut checker = Checker::new(day);
    let mut last = Moment(i64::MIN);
    for (entry, event) in events.iter().enumerate() {
        let at = At(DayList::Events, entry);
        checker.moment(at, "at", event.at);
        if event.at < last {
            checker.add(at, "at", DayFault::EventsOutOfOrder);
        }
        last = last.max(event.at);
        checker.text(at, "reason", event.reason.as_deref().unwrap_or_default());
        checker.event(at, &event.kind);
    }
    checker.problems
}

impl<'a> Checker<'a> {
    fn event(&mut self, at: At, kind: &'a EventKind) {
        match kind {
            EventKind::CarerSick { carer } => self.known(at, "carer", DayList::Carers, carer.as_str()),
            EventKind::VisitNew { visit } => {
                let others = self.problems.len();
                self.id(at, "id", visit.id.as_str());
                let visits = self.ids.0.entry(DayList::Visits).or_default();
                if !visits.insert(visit.id.as_str()) {
                    let id = visit.id.to_string();
                    self.add(at, "id", DayFault::Repeated { id });
                }
                self.visit(at, visit);
                for problem in &mut self.problems[others..] {
                    problem.field = format!("new_visit.{}", problem.field);
                }
            }
            EventKind::VisitCancelled { visit } | EventKind::VisitUnpinned { visit } => {
                self.known(at, "visit", DayList::Visits, visit.as_str());
            }
            EventKind::VisitOverrun { visit, by } => {
                self.known(at, "visit", DayList::Visits, visit.as_str());
                self.minutes(at, "by_minutes", *by);
            }
            EventKind::VisitDone { visit, carer, start, end } => {
                self.known(at, "visit", DayList::Visits, visit.as_str());
                self.known(at, "carer", DayList::Carers, carer.as_str());
                self.moment(at, "start", *start);
                self.moment(at, "end", *end);
                if end < start {
                    let fault = DayFault::EndsBeforeBeginning { begin: *start, end: *end };
                    self.add(at, "end", fault);
                }
            }
            EventKind::CarsOut { pool, .. } => self.known(at, "pool", DayList::CarPools, pool.as_str()),
            EventKind::VisitPinned { visit, carer, start } => {
                self.known(at, "visit", DayList::Visits, visit.as_str());
                if let Some(carer) = carer {
                    self.known(at, "carer", DayList::Carers, carer.as_str());
                }
                if let Some(start) = start {
                    self.moment(at, "start", *start);
                }
            }
        }
    }
}

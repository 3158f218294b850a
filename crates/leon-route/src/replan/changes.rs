//! What a new plan changes, and from which event each change follows.

use super::history::Timeline;
use leon_model::{CarerId, Day, Event, EventKind, Moment, RoutePlan, Seconds, VisitId, Work};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A slot that has another carer or a noticeably other time than in the published plan, is new, or is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub visit: VisitId,
    pub slot: usize,
    /// Who was to come, and when; `None`: nobody.
    pub before: Option<(CarerId, Moment)>,
    /// Who comes now, and when; `None`: nobody.
    pub after: Option<(CarerId, Moment)>,
    /// The event that it follows from, by its place in the list: the visit's own, its carer's, or the one that made
    /// the change that made this one. `None`: nothing forced it, the new plan is better so.
    pub because: Option<usize>,
}

type Filling = BTreeMap<(VisitId, usize), (CarerId, Moment)>;

fn filling(plan: &RoutePlan) -> Filling {
    let slots = plan.visits();
    slots.map(|(route, stop, visit, slot)| ((visit.clone(), slot), (route.carer.clone(), stop.start))).collect()
}

/// Every change, in the order of visits' ids and slots.
pub(super) fn changes(
    day: &Day,
    published: &RoutePlan,
    plan: &RoutePlan,
    events: &[Event],
    timeline: &Timeline,
) -> Vec<Change> {
    let (old, new) = (filling(published), filling(plan));
    let tolerance = Seconds::from(day.change_tolerance);
    let mut slots: Vec<&(VisitId, usize)> = old.keys().chain(new.keys()).collect();
    slots.sort();
    slots.dedup();
    let mut changes: Vec<Change> = Vec::new();
    for key in slots {
        let (before, after) = (old.get(key), new.get(key));
        let is_kept = match (before, after) {
            (Some(before), Some(after)) => before.0 == after.0 && Seconds((after.1 - before.1).0.abs()) <= tolerance,
            _ => false,
        };
        if !is_kept {
            let (visit, slot) = key.clone();
            let because = named(events, &visit);
            changes.push(Change { visit, slot, before: before.cloned(), after: after.cloned(), because });
        }
    }
    attribute(day, events, timeline, &mut changes);
    changes
}

/// The latest event that names a visit.
fn named(events: &[Event], visit: &VisitId) -> Option<usize> {
    let names = |event: &Event| match &event.kind {
        EventKind::VisitNew { visit: it } => it.id == *visit,
        EventKind::VisitCancelled { visit: it }
        | EventKind::VisitOverrun { visit: it, .. }
        | EventKind::VisitDone { visit: it, .. }
        | EventKind::VisitPinned { visit: it, .. }
        | EventKind::VisitUnpinned { visit: it } => it == visit,
        EventKind::CarerSick { .. } | EventKind::CarsOut { .. } => false,
    };
    events.iter().rposition(names)
}

/// Finds the event behind each change: from carers whom events concern to the changes on their lists, with all slots of
/// these visits, and from there to the other carers of these changes.
fn attribute(day: &Day, events: &[Event], timeline: &Timeline, changes: &mut [Change]) {
    let mut event_of: BTreeMap<CarerId, usize> = BTreeMap::new();
    let mut queue: VecDeque<CarerId> = VecDeque::new();
    let mut concern = |carer: &CarerId, event: usize, queue: &mut VecDeque<CarerId>| {
        if !event_of.contains_key(carer) {
            event_of.insert(carer.clone(), event);
            queue.push_back(carer.clone());
        }
        event_of[carer]
    };
    for (&carer, &(_, event)) in &timeline.sick {
        concern(&day.carers[carer].id, event, &mut queue);
    }
    for (index, event) in events.iter().enumerate() {
        match &event.kind {
            EventKind::VisitDone { carer, .. } => drop(concern(carer, index, &mut queue)),
            EventKind::VisitOverrun { visit, .. } => {
                for line in &timeline.lines {
                    let is_it = |step: &super::history::Step| matches!(&step.doing, leon_model::Doing::Visit { visit: id, .. } if id == visit);
                    if line.steps.iter().any(is_it) {
                        concern(&day.carers[line.carer].id, index, &mut queue);
                    }
                }
            }
            EventKind::CarsOut { pool, .. } => {
                for carer in &day.carers {
                    let drives = carer.shifts.iter().any(|shift| match &shift.work {
                        Work::Visiting(it) => it.car.as_ref().is_some_and(|car| car.pool == *pool),
                        Work::Screen => false,
                    });
                    if drives {
                        concern(&carer.id, index, &mut queue);
                    }
                }
            }
            _ => {}
        }
    }
    for change in changes.iter() {
        if let Some(event) = change.because {
            for (carer, _) in change.before.iter().chain(&change.after) {
                concern(carer, event, &mut queue);
            }
        }
    }
    while let Some(carer) = queue.pop_front() {
        let event = concern(&carer, 0, &mut VecDeque::new());
        let is_carers = |change: &&Change| change.before.iter().chain(&change.after).any(|(it, _)| *it == carer);
        let open = changes.iter().filter(|change| change.because.is_none());
        let visits: BTreeSet<VisitId> = open.filter(is_carers).map(|change| change.visit.clone()).collect();
        let is_open = |change: &&mut Change| change.because.is_none() && visits.contains(&change.visit);
        for change in changes.iter_mut().filter(is_open) {
            change.because = Some(event);
            for (other, _) in change.before.iter().chain(&change.after) {
                concern(other, event, &mut queue);
            }
        }
    }
}

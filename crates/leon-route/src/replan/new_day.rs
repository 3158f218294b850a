//! The day as events have changed it.

use super::history::{Line, Timeline};
use super::{PinReleased, ReplanError};
use leon_model::{Carer, Day, DayTables, Doing, Event, EventKind, Minutes, Moment, Necessity, Pin, Seconds, VisitId};
use std::collections::BTreeMap;

/// The day with the events' new visits, which everything else may name.
pub(super) fn with_new_visits(day: &Day, events: &[Event]) -> Result<Day, ReplanError> {
    let mut tables = DayTables::clone(day);
    for event in events {
        if let EventKind::VisitNew { visit } = &event.kind {
            tables.visits.push(visit.as_ref().clone());
        }
    }
    Day::new(tables).map_err(ReplanError::Day)
}

/// The day after the events, and pins that could not be kept. Pauses of the history are renumbered where shifts of
/// the sick have lost some.
pub(super) fn new_day(
    timeline: &Timeline,
    day: &Day,
    events: &[Event],
    history: &mut [Line],
    now: Moment,
) -> Result<(Day, Vec<PinReleased>), ReplanError> {
    let mut tables = DayTables::clone(day);
    let begun: BTreeMap<VisitId, ()> = visits_of(history).map(|(visit, _)| (visit.clone(), ())).collect();
    for visit in &mut tables.visits {
        for (index, slot) in visit.slots.iter_mut().enumerate() {
            if let Some(&more) = timeline.overrun.get(&(visit.id.clone(), index)) {
                let more = Minutes(more.0 / 60);
                slot.duration += more;
                slot.duration_by_group.iter_mut().for_each(|(_, minutes)| *minutes += more);
                slot.duration_by_screen.iter_mut().for_each(|minutes| *minutes += more);
            }
            if let Some(&took) = timeline.told.get(&(visit.id.clone(), index)) {
                slot.duration = whole_minutes(took);
                slot.duration_by_group.clear();
                slot.duration_by_screen = None;
            }
        }
    }
    let mut released = Vec::new();
    for event in events {
        match &event.kind {
            EventKind::CarsOut { pool, cars } => {
                for it in tables.car_pools.iter_mut().filter(|it| it.id == *pool) {
                    it.cars = it.cars.saturating_sub(*cars);
                }
            }
            EventKind::VisitPinned { visit, carer, start } => {
                if let Some(row) = tables.visits.iter().position(|it| it.id == *visit) {
                    if let Some(carer) = carer {
                        pin_carer(&mut tables, row, timeline, day, carer);
                    }
                    if start.is_some() {
                        tables.visits[row].pin.start = *start;
                    }
                }
            }
            EventKind::VisitUnpinned { visit } => {
                for it in tables.visits.iter_mut().filter(|it| it.id == *visit) {
                    it.pin = Pin::default();
                }
            }
            _ => {}
        }
    }
    for visit in tables.visits.iter_mut().filter(|visit| !begun.contains_key(&visit.id)) {
        for pinned in &mut visit.pin.carers {
            let sick = pinned.as_ref().and_then(|id| timeline.sick.get(&day.carer_index(id)?));
            if let Some(&(_, event)) = sick {
                released.push(PinReleased { visit: visit.id.clone(), carer: pinned.take(), because: Some(event) });
            }
        }
        if visit.pin.start.is_some_and(|start| start < now) {
            visit.pin.start = None;
            released.push(PinReleased { visit: visit.id.clone(), carer: None, because: None });
        }
    }
    let is_there = |visit: &VisitId| !timeline.cancelled.contains_key(visit);
    released.retain(|it| is_there(&it.visit));
    tables.visits.retain(|visit| is_there(&visit.id));
    tables.orders.retain(|order| is_there(&order.first) && is_there(&order.second));
    for (&carer, &(at, _)) in &timeline.sick {
        cut(&mut tables.carers[carer], carer, at, history);
    }
    Ok((Day::new(tables).map_err(ReplanError::Day)?, released))
}

/// The slots that history has filled.
pub(super) fn visits_of(history: &[Line]) -> impl Iterator<Item = (&VisitId, usize)> {
    let steps = history.iter().flat_map(|line| &line.steps);
    steps.filter_map(|step| match &step.doing {
        Doing::Visit { visit, slot } => Some((visit, *slot)),
        Doing::Pause { .. } => None,
    })
}

/// Pins a carer to the slot that is planned for them, else to the first that takes them.
fn pin_carer(tables: &mut DayTables, row: usize, timeline: &Timeline, day: &Day, carer: &leon_model::CarerId) {
    let Some(index) = day.carer_index(carer) else { return };
    let visit = &tables.visits[row];
    let planned = timeline.lines.iter().filter(|line| line.carer == index).flat_map(|line| &line.steps);
    let planned = planned.filter_map(|step| match &step.doing {
        Doing::Visit { visit: id, slot } if *id == visit.id => Some(*slot),
        _ => None,
    });
    let it = &day.carers[index];
    let takes = |slot: &usize| {
        let slot = &visit.slots[*slot];
        it.shifts.iter().any(|shift| crate::translate::may_fill(it, shift, visit, slot))
    };
    let slot = planned.min().or_else(|| (0..visit.slots.len()).find(takes)).unwrap_or(0);
    let pins = &mut tables.visits[row].pin.carers;
    pins.iter_mut().filter(|it| it.as_ref() == Some(carer)).for_each(|it| *it = None);
    if pins.len() <= slot {
        pins.resize(slot + 1, None);
    }
    pins[slot] = Some(carer.clone());
}

/// Ends a sick carer's work: shifts to come are gone, the one under way ends at `at` with the pauses taken.
fn cut(it: &mut Carer, row: usize, at: Moment, history: &mut [Line]) {
    let last = history.iter().filter(|line| line.carer == row).map(|line| line.shift + 1).max().unwrap_or(0);
    let begun = it.shifts.iter().take_while(|shift| shift.start < at).count();
    it.shifts.truncate(begun.max(last));
    for (index, shift) in it.shifts.iter_mut().enumerate().filter(|(_, shift)| shift.end > at) {
        let mut taken = Vec::new();
        for line in history.iter_mut().filter(|line| (line.carer, line.shift) == (row, index)) {
            for step in &mut line.steps {
                if let Doing::Pause { pause } = &mut step.doing {
                    taken.push(shift.pauses[*pause].clone());
                    *pause = taken.len() - 1;
                }
            }
        }
        let pauses_end = taken.iter().map(|pause| pause.earliest + Seconds::from(pause.duration)).max();
        shift.end = at.max(shift.start + Seconds(60)).max(pauses_end.unwrap_or(at));
        shift.overtime_max = Minutes(0);
        for pause in &mut taken {
            pause.latest = pause.latest.min(shift.end);
        }
        shift.pauses = taken;
    }
}

/// Whole minutes, cut up; at least one.
fn whole_minutes(length: Seconds) -> Minutes {
    Minutes(((length.0 + 59) / 60).max(1))
}

/// Whether leaving a visit out is a mandatory visit left out.
pub(super) fn is_mandatory(necessity: Necessity) -> bool {
    matches!(necessity, Necessity::Mandatory { .. })
}

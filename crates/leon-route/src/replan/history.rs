//! What has happened by now: the published plan as events have shifted it, and how much of it is history.

use crate::ways::Ways;
use leon_model::{Day, Doing, Event, EventKind, LocationId, Moment, RoutePlan, Seconds, TransportId, VisitId, Work};
use std::collections::{BTreeMap, BTreeSet};

/// A stop as it was or is expected to be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub doing: Doing,
    pub travel: Seconds,
    pub start: Moment,
    pub end: Moment,
    /// Not before this instant: when it was promised.
    promised: Moment,
    length: Seconds,
    /// It has been told when it began and ended.
    is_told: bool,
}

impl Step {
    /// A pause that was taken.
    pub fn taken(pause: usize, travel: Seconds, start: Moment, end: Moment) -> Self {
        let doing = Doing::Pause { pause };
        Self { doing, travel, start, end, promised: start, length: end - start, is_told: true }
    }
}

/// A shift's route as it was or is expected to be.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub carer: usize,
    pub shift: usize,
    pub transport: Option<TransportId>,
    pub leave: Moment,
    pub steps: Vec<Step>,
}

/// The plan as events have shifted it.
#[derive(Clone, Debug)]
pub(crate) struct Timeline<'d> {
    day: &'d Day,
    pub lines: Vec<Line>,
    /// By carer: since when sick, and the event that says so.
    pub sick: BTreeMap<usize, (Moment, usize)>,
    /// Cancelled before it began, by the event.
    pub cancelled: BTreeMap<VisitId, usize>,
    /// Events that came too late to change anything.
    pub idle: Vec<usize>,
    /// How much longer slots take than planned.
    pub overrun: BTreeMap<(VisitId, usize), Seconds>,
    /// Slots that have been told to be done, and how long they took.
    pub told: BTreeMap<(VisitId, usize), Seconds>,
}

impl<'d> Timeline<'d> {
    /// Follows the plan through the events. The day has the events' new visits already.
    pub fn new(day: &'d Day, published: &RoutePlan, events: &[Event]) -> Self {
        let mut timeline = Self {
            day,
            lines: lines(day, published),
            sick: BTreeMap::new(),
            cancelled: BTreeMap::new(),
            idle: Vec::new(),
            overrun: BTreeMap::new(),
            told: BTreeMap::new(),
        };
        let ways = Ways::new(day);
        timeline.project();
        for (index, event) in events.iter().enumerate() {
            timeline.apply(index, event, &ways);
            timeline.project();
        }
        timeline
    }

    fn apply(&mut self, index: usize, event: &Event, ways: &Ways) {
        match &event.kind {
            EventKind::CarerSick { carer } => {
                let Some(row) = self.day.carer_index(carer) else { return };
                if self.sick.contains_key(&row) {
                    self.idle.push(index);
                    return;
                }
                self.sick.insert(row, (event.at, index));
                for line in self.lines.iter_mut().filter(|line| line.carer == row) {
                    line.steps.retain(|step| step.is_told || step.start < event.at);
                }
            }
            EventKind::VisitCancelled { visit } => {
                let is_it = |step: &Step| matches!(&step.doing, Doing::Visit { visit: id, .. } if id == visit);
                let mut steps = self.lines.iter().flat_map(|line| &line.steps);
                if steps.any(|step| is_it(step) && (step.is_told || step.start <= event.at)) {
                    self.idle.push(index);
                    return;
                }
                self.cancelled.insert(visit.clone(), index);
                for line in &mut self.lines {
                    line.steps.retain(|step| !is_it(step));
                }
                self.renew_ways(ways);
            }
            EventKind::VisitOverrun { visit, by } => {
                if !self.overrun(visit, Seconds::from(*by), event.at) {
                    self.idle.push(index);
                }
            }
            EventKind::VisitDone { visit, carer, start, end } => {
                if let Some(row) = self.day.carer_index(carer) {
                    self.tell(visit, row, *start, *end, ways);
                }
            }
            EventKind::VisitNew { .. }
            | EventKind::CarsOut { .. }
            | EventKind::VisitPinned { .. }
            | EventKind::VisitUnpinned { .. } => {}
        }
    }

    /// Lengthens the slots of a visit that are under way at `at`, or all, if the word comes after they should have
    /// ended. `false`: nobody is there.
    fn overrun(&mut self, visit: &VisitId, more: Seconds, at: Moment) -> bool {
        let slot_of = |step: &Step| match &step.doing {
            Doing::Visit { visit: id, slot } if id == visit && !step.is_told => Some(*slot),
            _ => None,
        };
        let mut steps: Vec<&mut Step> = self.lines.iter_mut().flat_map(|line| &mut line.steps).collect();
        steps.retain(|step| slot_of(step).is_some());
        if steps.iter().any(|step| step.end > at) {
            steps.retain(|step| step.end > at);
        }
        for step in &mut steps {
            step.length += more;
            let key = (visit.clone(), slot_of(step).expect("just those"));
            *self.overrun.entry(key).or_default() += more;
        }
        !steps.is_empty()
    }

    /// Notes that a carer did a visit: the carer's own slot of it, else one that another was to fill.
    fn tell(&mut self, visit: &VisitId, carer: usize, start: Moment, end: Moment, ways: &Ways) {
        let Some(row) = self.day.visit_index(visit) else { return };
        let mut places: Vec<(bool, usize, usize, usize)> = Vec::new();
        for (l, line) in self.lines.iter().enumerate() {
            for (s, step) in line.steps.iter().enumerate() {
                if let Doing::Visit { visit: id, slot } = &step.doing
                    && id == visit
                    && (line.carer == carer || !step.is_told)
                {
                    places.push((line.carer != carer, *slot, l, s));
                }
            }
        }
        let slot = match places.iter().min() {
            Some(&(_, slot, l, s)) => {
                self.lines[l].steps.remove(s);
                slot
            }
            None => {
                let free = |slot: &usize| !self.told.contains_key(&(visit.clone(), *slot));
                (0..self.day.visits[row].slots.len()).find(free).unwrap_or(0)
            }
        };
        self.told.insert((visit.clone(), slot), end - start);
        let Some(shift) = shift_at(self.day, carer, start) else { return };
        let step = Step {
            doing: Doing::Visit { visit: visit.clone(), slot },
            travel: Seconds::ZERO,
            start,
            end,
            promised: start,
            length: end - start,
            is_told: true,
        };
        let line = match self.lines.iter().position(|line| (line.carer, line.shift) == (carer, shift)) {
            Some(line) => line,
            None => {
                let transport = match &self.day.carers[carer].shifts[shift].work {
                    Work::Screen => None,
                    Work::Visiting(travelling) => Some(travelling.transport.clone()),
                };
                self.lines.push(Line { carer, shift, transport, leave: start, steps: vec![] });
                self.lines.sort_by_key(|line| (line.carer, line.shift));
                let found = self.lines.iter().position(|line| (line.carer, line.shift) == (carer, shift));
                found.expect("it was put in")
            }
        };
        self.lines[line].steps.push(step);
        self.lines[line].steps.sort_by_key(|step| step.start);
        self.renew_ways(ways);
    }

    /// Ways anew where the order of stops has changed.
    fn renew_ways(&mut self, ways: &Ways) {
        for line in &mut self.lines {
            let mut at = from(self.day, line).cloned();
            let mut time = line.leave;
            for step in &mut line.steps {
                if let Some(place) = place(self.day, line.carer, line.shift, &step.doing) {
                    step.travel = ways.travel(line.transport.as_ref(), at.as_ref(), Some(place), time);
                    at = Some(place.clone());
                }
                time = step.end;
            }
        }
    }

    /// When each stop begins and ends: never before it was promised, after what came before, together with the
    /// visit's other slots.
    fn project(&mut self) {
        // Each round passes delays on through ties once more; a plan ties few visits in a row.
        for _ in 0..32 {
            let mut starts: BTreeMap<(VisitId, usize), Moment> = BTreeMap::new();
            for step in self.lines.iter().flat_map(|line| &line.steps) {
                if let Doing::Visit { visit, slot } = &step.doing {
                    starts.insert((visit.clone(), *slot), step.start);
                }
            }
            let mut moved = false;
            for line in &mut self.lines {
                let mut free: Option<Moment> = None;
                for step in &mut line.steps {
                    if !step.is_told {
                        let arrive = free.map_or(step.promised, |free| free + step.travel);
                        let together = together(self.day, &step.doing, &starts);
                        let start = step.promised.max(arrive).max(together.unwrap_or(step.promised));
                        let end = start + step.length;
                        moved |= (start, end) != (step.start, step.end);
                        (step.start, step.end) = (start, end);
                    }
                    free = Some(step.end);
                }
            }
            if !moved {
                return;
            }
        }
    }

    /// Cuts each line down to what is history at `now`: begun, or being travelled to. A sick carer travels nowhere.
    pub fn history(&self, now: Moment) -> Vec<Line> {
        let history = |line: &Line| {
            let begun = |step: &&Step| step.is_told || step.start - step.travel <= now;
            let last_told = line.steps.iter().rposition(|step| step.is_told).map_or(0, |last| last + 1);
            let count = line.steps.iter().take_while(begun).count().max(last_told);
            Line { steps: line.steps[..count].to_vec(), ..line.clone() }
        };
        self.lines.iter().map(history).filter(|line| !line.steps.is_empty()).collect()
    }
}

/// The location of a stop; `None`: wherever the carer is.
pub(crate) fn place<'a>(day: &'a Day, carer: usize, shift: usize, doing: &Doing) -> Option<&'a LocationId> {
    match doing {
        Doing::Visit { visit, .. } => {
            let screen = day.carers[carer].shifts[shift].work == Work::Screen;
            day.visit_index(visit).filter(|_| !screen).map(|row| &day.visits[row].location)
        }
        Doing::Pause { pause } => day.carers[carer].shifts[shift].pauses.get(*pause)?.location.as_ref(),
    }
}

/// Where a line sets out.
pub(crate) fn from<'a>(day: &'a Day, line: &Line) -> Option<&'a LocationId> {
    match &day.carers[line.carer].shifts[line.shift].work {
        Work::Screen => None,
        Work::Visiting(travelling) => travelling.from.as_ref(),
    }
}

/// The routes of the plan that the day knows.
fn lines(day: &Day, published: &RoutePlan) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut shifts_seen, mut slots_seen) = (BTreeSet::new(), BTreeSet::new());
    for route in &published.routes {
        let Some(carer) = day.carer_index(&route.carer) else { continue };
        let Some(shift) = day.carers[carer].shifts.get(route.shift) else { continue };
        if !shifts_seen.insert((carer, route.shift)) {
            continue;
        }
        let mut known = |doing: &Doing| match doing {
            Doing::Visit { visit, slot } => {
                day.visit_index(visit).is_some_and(|row| *slot < day.visits[row].slots.len())
                    && slots_seen.insert(doing.clone())
            }
            Doing::Pause { pause } => *pause < shift.pauses.len(),
        };
        let steps = route.stops.iter().filter(|stop| known(&stop.doing)).map(|stop| Step {
            doing: stop.doing.clone(),
            travel: stop.travel,
            start: stop.start,
            end: stop.end,
            promised: stop.start,
            length: stop.end - stop.start,
            is_told: false,
        });
        let steps = steps.collect();
        let transport = route.transport.clone();
        lines.push(Line { carer, shift: route.shift, transport, leave: route.leave, steps });
    }
    lines.sort_by_key(|line| (line.carer, line.shift));
    lines
}

/// The earliest start that the visit's other slots allow.
fn together(day: &Day, doing: &Doing, starts: &BTreeMap<(VisitId, usize), Moment>) -> Option<Moment> {
    let Doing::Visit { visit, slot } = doing else { return None };
    let row = &day.visits[day.visit_index(visit)?];
    if *slot > 0 {
        let first = starts.get(&(visit.clone(), 0))?;
        return Some(*first + row.meetings[slot - 1].from);
    }
    let others = (1..).zip(&row.meetings);
    others.filter_map(|(slot, meeting)| Some(*starts.get(&(visit.clone(), slot))? - meeting.to)).max()
}

/// The shift that a carer works at an instant, or the one nearest to it.
fn shift_at(day: &Day, carer: usize, at: Moment) -> Option<usize> {
    let shifts = &day.carers[carer].shifts;
    let off = |shift: usize| (shifts[shift].start - at).0.max((at - shifts[shift].end).0).max(0);
    (0..shifts.len()).min_by_key(|&shift| off(shift))
}

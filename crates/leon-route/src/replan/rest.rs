//! What is left of the day as a problem of its own: shifts go on from where history leaves them.

use super::history::{Line, from, place};
use crate::parts::Cars;
use crate::problem::{NONE, Opening};
use crate::translate::{JobKey, Part, Translation};
use crate::ways::Ways;
use leon_model::{Day, Doing, LocationId, Moment, RoutePlan, Seconds, TransportId, VisitId, Work};
use std::collections::{BTreeMap, BTreeSet};

/// Where a shift stands.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub carer: usize,
    pub shift: usize,
    /// What is behind it; a shift without visits so far has taken the pauses that were due.
    pub line: Line,
    /// When what is left of it begins, and where.
    pub begin: Moment,
    at: Option<LocationId>,
    /// The pauses left, when nothing else comes: which, travel, start.
    pub pauses: Vec<(usize, Seconds, Moment)>,
    /// When the carer would be home.
    pub home: Moment,
    /// Whether there is time left.
    pub is_open: bool,
    /// By which transport the rest goes; chosen already for who is under way.
    transport: Option<TransportId>,
    /// When it ends at the latest, overtime included.
    close: Moment,
}

impl Standing {
    /// Whether somebody has been visited or is being travelled to.
    pub fn has_visits(&self) -> bool {
        self.line.steps.iter().any(|step| matches!(step.doing, Doing::Visit { .. }))
    }

    /// Ends it no later than this.
    pub fn close_at(&mut self, close: Moment) {
        self.close = self.close.min(close);
        self.is_open = self.begin < self.close && self.home.max(self.begin) <= self.close;
    }

    /// Goes by another transport.
    pub fn go_by(&mut self, transport: Option<TransportId>) {
        self.transport.clone_from(&transport);
        self.line.transport = transport;
    }

    fn visits(&self) -> usize {
        self.line.steps.iter().filter(|step| matches!(step.doing, Doing::Visit { .. })).count()
    }
}

/// Every shift of the day as it stands at `now`.
pub(super) fn standings(day: &Day, history: &[Line], now: Moment) -> Vec<Standing> {
    let ways = Ways::new(day);
    let mut standings = Vec::new();
    for (carer, row) in day.carers.iter().enumerate() {
        for shift in 0..row.shifts.len() {
            let line = history.iter().find(|line| (line.carer, line.shift) == (carer, shift)).cloned();
            standings.push(standing(day, carer, shift, line, now, &ways));
        }
    }
    standings
}

fn standing(day: &Day, carer: usize, shift: usize, line: Option<Line>, now: Moment, ways: &Ways) -> Standing {
    let limits = &day.carers[carer].shifts[shift];
    let (first_transport, to) = match &limits.work {
        Work::Screen => (None, None),
        Work::Visiting(travelling) => (Some(travelling.transport.clone()), travelling.to.as_ref()),
    };
    let is_idle = line.is_none();
    let line = line.unwrap_or(Line { carer, shift, transport: first_transport, leave: limits.start, steps: vec![] });
    let mut at = from(day, &line).cloned();
    for step in &line.steps {
        if let Some(place) = place(day, carer, shift, &step.doing) {
            at = Some(place.clone());
        }
    }
    let free = line.steps.last().map_or(limits.start, |step| step.end);
    let taken = |pause: usize| line.steps.iter().any(|step| step.doing == Doing::Pause { pause });
    let mut left: Vec<usize> = (0..limits.pauses.len()).filter(|&pause| !taken(pause)).collect();
    left.sort_by_key(|&pause| limits.pauses[pause].earliest);
    let transport = line.transport.clone();
    let mut it = Standing {
        carer,
        shift,
        line,
        begin: free.max(now),
        at,
        pauses: vec![],
        home: free,
        is_open: true,
        transport,
        close: limits.end + Seconds::from(limits.overtime_max),
    };
    let mut clock = if is_idle { limits.start } else { it.begin };
    let mut here = it.at.clone();
    for pause in left {
        let row = &limits.pauses[pause];
        let mut travel = Seconds::ZERO;
        if let Some(place) = &row.location {
            travel = ways.travel(it.transport.as_ref(), here.as_ref(), Some(place), clock);
            here = Some(place.clone());
        }
        let start = row.earliest.max(clock + travel);
        let end = start + Seconds::from(row.duration);
        if is_idle && it.pauses.is_empty() && start - travel <= now {
            // Who had nobody to visit took the pause when it was due.
            it.line.steps.push(super::history::Step::taken(pause, travel, start, end));
            it.begin = end.max(now);
            it.at.clone_from(&here);
        } else {
            it.pauses.push((pause, travel, start));
        }
        clock = end;
    }
    it.home = clock + ways.travel(it.transport.as_ref(), here.as_ref(), to, clock);
    it.close_at(it.close);
    it
}

/// The rest of the day.
pub(super) struct Rest {
    /// The day, with shifts that set out from where they stand.
    day: Day,
    /// Places in the day's list.
    visits: Vec<usize>,
    /// The standings that have time left.
    open: Vec<usize>,
}

/// When slots were begun, and by whom.
pub(super) type Begun = BTreeMap<(VisitId, usize), (usize, Moment)>;

/// What history has begun.
pub(super) fn begun(history: &[Line]) -> Begun {
    let steps = history.iter().flat_map(|line| line.steps.iter().map(move |step| (line.carer, step)));
    steps
        .filter_map(|(carer, step)| match &step.doing {
            Doing::Visit { visit, slot } => Some(((visit.clone(), *slot), (carer, step.start))),
            Doing::Pause { .. } => None,
        })
        .collect()
}

impl Rest {
    /// What is left for the shifts as they stand, with a car for those who can have one.
    pub fn new(day: &Day, standings: &mut [Standing], begun: &Begun, published: &RoutePlan, now: Moment) -> Self {
        super::cars::allot(day, standings, published, now);
        let open: Vec<usize> = (0..standings.len()).filter(|&it| standings[it].is_open).collect();
        let mut tables = leon_model::DayTables::clone(day);
        for it in open.iter().map(|&it| &standings[it]) {
            if let Work::Visiting(travelling) = &mut tables.carers[it.carer].shifts[it.shift].work {
                travelling.from.clone_from(&it.at);
            }
        }
        for ((visit, _), &(carer, _)) in begun {
            // Nobody who has begun a slot fills another of the visit.
            let id = &day.carers[carer].id;
            for row in tables.visits.iter_mut().filter(|row| row.id == *visit && row.slots.len() > 1) {
                row.wanted.retain(|it| it != id);
                row.pin.carers.iter_mut().filter(|it| it.as_ref() == Some(id)).for_each(|it| *it = None);
                if !row.forbidden.contains(id) {
                    row.forbidden.push(id.clone());
                }
            }
        }
        let is_left = |visit: &usize| {
            let row = &day.visits[*visit];
            (0..row.slots.len()).any(|slot| !begun.contains_key(&(row.id.clone(), slot)))
        };
        let visits = (0..day.visits.len()).filter(is_left).collect();
        let day = Day::new(tables).expect("only known locations were put in");
        Self { day, visits, open }
    }

    /// The rest as a problem, in which visits keep the times they were promised, but for those `unbound`.
    pub fn translate(
        &self,
        standings: &[Standing],
        begun: &Begun,
        published: &RoutePlan,
        unbound: &BTreeSet<VisitId>,
        now: Moment,
    ) -> Translation<'_> {
        let mut part = Part::whole(&self.day);
        part.visits.clone_from(&self.visits);
        part.shifts = self.open.iter().map(|&it| (standings[it].carer, standings[it].shift)).collect();
        part.cars = Cars::Kept(vec![true; part.shifts.len()]); // dealt out already
        let mut rest = Translation::new(&self.day, part, Some(published));
        let bound = published.visits().filter(|(_, _, visit, _)| !unbound.contains(*visit));
        let promised: BTreeMap<(&VisitId, usize), Moment> =
            bound.map(|(_, stop, visit, slot)| ((visit, slot), stop.start)).collect();
        self.shifts(&mut rest, standings);
        self.slots(&mut rest, begun, &promised, now);
        self.faces_and_burdens(&mut rest, standings, begun);
        rest
    }

    /// Limits of shifts, less what is used up.
    fn shifts(&self, rest: &mut Translation, standings: &[Standing]) {
        for (t, it) in self.open.iter().map(|&it| &standings[it]).enumerate() {
            let begin = rest.tick(it.begin);
            let close = rest.tick(it.close);
            let transport = it.transport.as_ref().and_then(|id| self.day.transport_index(id)).map(|it| it as u32);
            let tour = &mut rest.problem.tours[t];
            tour.start = tour.start.max(begin);
            tour.close = tour.close.min(close);
            tour.transports = transport.into_iter().collect();
            tour.pool = NONE;
            tour.without_car = true;
            tour.capacity = tour.capacity.saturating_sub(it.visits() as i32).max(0);
            let travelled: i64 = it.line.steps.iter().map(|step| step.travel.0).sum();
            if tour.travel_max < i32::MAX {
                tour.travel_max = (tour.travel_max - travelled.min(i64::from(i32::MAX)) as i32).max(0);
            }
            let pauses = std::mem::take(&mut tour.pauses);
            for &(pause, _, start) in &it.pauses {
                let is_it = |&&job: &&u32| rest.keys[job as usize] == JobKey::Pause { pause };
                let Some(&job) = pauses.iter().find(is_it) else { continue };
                let start = rest.tick(start);
                let opening = &mut rest.problem.jobs[job as usize].openings[0];
                // A pause that cannot be in time any more comes as early as it can.
                opening.close = opening.close.max(start);
                opening.soft = opening.close;
                rest.problem.tours[t].pauses.push(job);
            }
        }
    }

    /// When slots may begin now, and which are done.
    fn slots(
        &self,
        rest: &mut Translation,
        begun: &Begun,
        promised: &BTreeMap<(&VisitId, usize), Moment>,
        now: Moment,
    ) {
        let bounds = self.bounds(begun);
        let tolerance = Seconds::from(self.day.change_tolerance);
        for job in 0..rest.keys.len() {
            let JobKey::Slot { visit, slot } = rest.keys[job] else { continue };
            let row = &self.day.visits[visit];
            let (mut from, to) = bounds.get(&(visit, slot)).copied().unwrap_or((now, None));
            from = from.max(now);
            if let (Some(&promised), None) = (promised.get(&(&row.id, slot)), row.pin.start) {
                // Promised already: nobody comes noticeably earlier, unless the window itself has gone.
                let latest = row.windows.last().map_or(promised, |window| window.close);
                from = from.max((promised - tolerance).min(latest));
            }
            let (from, to) = (rest.tick(from), to.map_or(i32::MAX, |to| rest.tick(to)));
            let openings = &mut rest.problem.jobs[job].openings;
            let left = openings.iter().filter(|it| it.open.max(from) <= it.close.min(to));
            let left: Vec<Opening> =
                left.map(|it| Opening { open: it.open.max(from), close: it.close.min(to), ..*it }).collect();
            let is_begun = begun.contains_key(&(row.id.clone(), slot));
            if left.is_empty() || is_begun {
                let classes = rest.problem.classes;
                rest.problem.duration[job * classes..(job + 1) * classes].fill(-1);
            } else {
                *openings = left;
            }
            if is_begun {
                let index = rest.visit_of[visit] as usize;
                let entry = &mut rest.problem.visits[index];
                entry.needed.retain(|&it| it != job as u32);
                if let Some(extra) = entry.extra.iter().position(|&it| it == job as u32) {
                    entry.extra.remove(extra);
                    entry.extra_missing.remove(extra);
                }
            }
        }
        for entry in &mut rest.problem.visits {
            if entry.needed.is_empty() {
                // The visit goes ahead; who comes along is all that is left of it.
                entry.needed = std::mem::take(&mut entry.extra);
                entry.left_out = entry.extra_missing.drain(..).sum();
            }
        }
    }

    /// Earliest and latest starts that begun slots and visits leave to those tied to them.
    fn bounds(&self, begun: &Begun) -> BTreeMap<(usize, usize), (Moment, Option<Moment>)> {
        let mut bounds: BTreeMap<(usize, usize), (Moment, Option<Moment>)> = BTreeMap::new();
        let mut bound = |visit: usize, slot: usize, from: Option<Moment>, to: Option<Moment>| {
            let entry = bounds.entry((visit, slot)).or_insert((Moment(i64::MIN / 4), None));
            entry.0 = entry.0.max(from.unwrap_or(entry.0));
            entry.1 = [entry.1, to].into_iter().flatten().min();
        };
        let start = |visit: &VisitId, slot: usize| begun.get(&(visit.clone(), slot)).map(|&(_, start)| start);
        for &row in &self.visits {
            let visit = &self.day.visits[row];
            for (slot, meeting) in (1..).zip(&visit.meetings) {
                if let Some(first) = start(&visit.id, 0) {
                    bound(row, slot, Some(first + meeting.from), Some(first + meeting.to));
                }
                if let Some(other) = start(&visit.id, slot) {
                    bound(row, 0, Some(other - meeting.to), Some(other - meeting.from));
                }
            }
        }
        for order in &self.day.orders {
            let row = |id| self.day.visit_index(id).expect("checked");
            if let Some(first) = start(&order.first, 0) {
                bound(row(&order.second), 0, Some(first + order.gap_min), order.gap_max.map(|most| first + most));
            }
            if let Some(second) = start(&order.second, 0) {
                bound(row(&order.first), 0, order.gap_max.map(|most| second - most), Some(second - order.gap_min));
            }
        }
        bounds
    }

    /// Who has come today is a known face for the rest of it, and what was done is a burden borne.
    fn faces_and_burdens(&self, rest: &mut Translation, standings: &[Standing], begun: &Begun) {
        let carers = rest.problem.carers;
        let mut come: BTreeSet<(usize, usize)> = BTreeSet::new();
        for ((visit, _), &(carer, _)) in begun {
            if let Some(row) = self.day.visit_index(visit) {
                let citizen = self.day.citizen_index(&self.day.visits[row].citizen);
                come.insert((citizen.expect("checked"), carer));
            }
        }
        let mut borne: BTreeMap<usize, i64> = BTreeMap::new();
        for it in standings {
            let care = |step: &super::history::Step| match step.doing {
                Doing::Visit { .. } => step.end - step.start + step.travel,
                Doing::Pause { .. } => step.travel,
            };
            let sum: Seconds = it.line.steps.iter().map(care).sum();
            *borne.entry(it.carer).or_default() += sum.0;
        }
        let mut citizens: Vec<(usize, u32)> = Vec::new();
        for (job, key) in rest.keys.iter().enumerate() {
            if let JobKey::Slot { visit, .. } = *key {
                let citizen = self.day.citizen_index(&self.day.visits[visit].citizen).expect("checked");
                citizens.push((citizen, rest.problem.jobs[job].citizen));
            }
        }
        let mut counted = BTreeSet::new();
        for t in 0..rest.part.shifts.len() {
            let carer = rest.part.shifts[t].0;
            let number = rest.problem.tours[t].carer as usize;
            if counted.insert(carer) {
                let more = borne.get(&carer).copied().unwrap_or(0);
                rest.problem.burden[number] += more.clamp(0, 1_000_000_000) as i32;
            }
            for &(citizen, number_of_citizen) in &citizens {
                if come.contains(&(citizen, carer)) && !rest.problem.new_face.is_empty() {
                    rest.problem.new_face[number_of_citizen as usize * carers + number] = 0;
                }
            }
        }
    }

    /// What the plan has for the rest, by tour: jobs in order, pauses included.
    pub fn tours(&self, rest: &Translation, plan: &RoutePlan) -> Vec<Vec<u32>> {
        let mut tours = vec![Vec::new(); rest.part.shifts.len()];
        let mut seen = vec![false; rest.keys.len()];
        for route in &plan.routes {
            let carer = self.day.carer_index(&route.carer);
            let tour = rest.part.shifts.iter().position(|&(it, shift)| Some(it) == carer && shift == route.shift);
            let Some(tour) = tour else { continue };
            for stop in &route.stops {
                let pauses = &rest.problem.tours[tour].pauses;
                let job = match &stop.doing {
                    Doing::Visit { visit, slot } => rest.job(visit, *slot),
                    Doing::Pause { pause } => {
                        pauses.iter().copied().find(|&job| rest.keys[job as usize] == JobKey::Pause { pause: *pause })
                    }
                };
                if let Some(job) = job.filter(|&job| !std::mem::replace(&mut seen[job as usize], true)) {
                    tours[tour].push(job);
                }
            }
        }
        tours
    }
}

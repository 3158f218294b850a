//! Slots of visits, when they may begin, and which crew may fill them at what price.

use super::crews::Crew;
use super::legs::Legs;
use crate::bound::amounts::Amounts;
use crate::bound::graph::Span;
use crate::translate::{LowestLevels, base, duration, level, may_fill};
use leon_model::{Day, Goal, RoutePlan, Visit};

/// A slot of a visit.
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub visit: usize,
    pub slot: usize,
    pub location: usize,
    pub needed: bool,
    pub spans: Vec<Span>,
    /// Carer in the published plan; `usize::MAX`: one whom the day does not know.
    pub published: Option<usize>,
}

/// A crew that may fill a slot.
#[derive(Clone, Debug)]
pub(super) struct Duty {
    pub job: usize,
    pub crew: usize,
    pub duration: i32,
    /// When this crew can begin it.
    pub spans: Vec<Span>,
    pub offers: Vec<Offer>,
}

/// What it comes to that somebody of the crew does it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Offer {
    pub amounts: Amounts,
    /// Whether it is a new face.
    pub new: bool,
}

/// All slots. `on_time`: none begins after a soft closing.
pub(super) fn jobs(day: &Day, published: Option<&RoutePlan>, on_time: bool) -> Vec<Job> {
    let base = base(day);
    let tick = |moment: leon_model::Moment| (moment.0 - base.0) as i32;
    let mut jobs = Vec::new();
    for (index, visit) in day.visits.iter().enumerate() {
        let Some(location) = day.location_index(&visit.location) else { continue };
        let first = jobs.len();
        for (slot, row) in visit.slots.iter().enumerate() {
            let pinned = visit.pin.start.filter(|_| slot == 0).map(tick);
            let windows = visit.windows.iter().map(|it| {
                let (open, close) = (tick(it.open), tick(it.close));
                let soft = it.soft_close.map_or(close, tick);
                let last = if on_time && it.late_weight > 0.0 { soft.min(close) } else { close };
                let (open, last) = pinned.map_or((open, last), |start| (open.max(start), last.min(start)));
                Span { open, soft, close: last, late: it.late_weight }
            });
            let spans = windows.filter(|it| it.open <= it.close).collect();
            jobs.push(Job { visit: index, slot, location, needed: row.needed, spans, published: None });
        }
        for _ in 0..2 {
            meet(visit, &mut jobs[first..]);
        }
    }
    for (route, _, visit, slot) in published.iter().flat_map(|plan| plan.visits()) {
        let Some(visit) = day.visit_index(visit) else { continue };
        let at = jobs.partition_point(|job| (job.visit, job.slot) < (visit, slot));
        if let Some(job) = jobs.get_mut(at).filter(|job| (job.visit, job.slot) == (visit, slot)) {
            let carer = day.carer_index(&route.carer).unwrap_or(usize::MAX);
            job.published.get_or_insert(carer);
        }
    }
    jobs
}

/// Slots of one visit must fit to each other's times, where one is only there when the other is.
fn meet(visit: &Visit, jobs: &mut [Job]) {
    let (head, rest) = jobs.split_at_mut(1);
    for (job, meeting) in rest.iter_mut().zip(&visit.meetings) {
        let (from, to) = (meeting.from.0 as i32, meeting.to.0 as i32);
        if head[0].needed {
            fit(job, &head[0], from, to);
        }
        if job.needed {
            fit(&mut head[0], job, -to, -from);
        }
    }
}

/// Keeps of a job's times those between `from` and `to` after some time of another.
fn fit(job: &mut Job, other: &Job, from: i32, to: i32) {
    let (Some(first), Some(last)) = (other.spans.first(), other.spans.last()) else { return };
    for span in &mut job.spans {
        span.open = span.open.max(first.open.saturating_add(from));
        span.close = span.close.min(last.close.saturating_add(to));
    }
    job.spans.retain(|it| it.open <= it.close);
}

/// Every crew that may fill every slot, in the order of slots.
pub(super) fn duties(day: &Day, jobs: &[Job], crews: &[Crew], legs: &Legs) -> Vec<Duty> {
    let lowest = LowestLevels::new(day);
    let mut duties = Vec::new();
    for (index, job) in jobs.iter().enumerate() {
        let visit = &day.visits[job.visit];
        let row = &visit.slots[job.slot];
        let least = f64::from(lowest.of(visit, job.slot));
        let pin = visit.pin.carers.get(job.slot).and_then(Option::as_ref);
        for (number, crew) in crews.iter().enumerate() {
            let mut offers: Vec<Offer> = Vec::new();
            let mut minutes = 0;
            for &(carer, shift) in &crew.members {
                let it = &day.carers[carer];
                if !may_fill(it, &it.shifts[shift], visit, row) || pin.is_some_and(|id| *id != it.id) {
                    continue;
                }
                minutes = duration(it, &it.shifts[shift], row).0;
                let offer =
                    offer(day, job, visit, carer, minutes as f64 * (f64::from(level(day, it)) - least).max(0.0));
                if !offers.contains(&offer) {
                    offers.push(offer);
                }
            }
            if offers.is_empty() {
                continue;
            }
            let length = (minutes * 60) as i32;
            let soonest = crew.start.saturating_add(legs.first(crew, job.location));
            let latest = crew.close - legs.last(crew, job.location) - length;
            let spans =
                job.spans.iter().map(|it| Span { open: it.open.max(soonest), close: it.close.min(latest), ..*it });
            let spans: Vec<Span> = spans.filter(|it| it.open <= it.close).collect();
            let late = |it: &Span| f64::from((it.open - it.soft).max(0)) / 60.0 * it.late;
            let Some(late) = spans.iter().map(late).reduce(f64::min) else { continue };
            offers.iter_mut().for_each(|it| it.amounts[Goal::Lateness as usize] = late.max(0.0));
            duties.push(Duty { job: index, crew: number, duration: length, spans, offers });
        }
    }
    duties
}

fn offer(day: &Day, job: &Job, visit: &Visit, carer: usize, level: f64) -> Offer {
    let id = &day.carers[carer].id;
    let citizen = day.citizen_index(&visit.citizen).map(|row| &day.citizens[row]);
    let new = citizen.is_some_and(|it| it.faces.iter().all(|(face, _)| face != id));
    let mut amounts = Amounts::default();
    amounts[Goal::Level as usize] = level;
    if visit.unwanted.contains(id) {
        amounts[Goal::Continuity as usize] += day.continuity.unwanted;
    }
    if visit.wanted.contains(id) {
        amounts[Goal::Continuity as usize] -= day.continuity.wanted;
    }
    if job.published.is_some_and(|before| before != carer) {
        amounts[Goal::Changes as usize] = 1.0;
    }
    Offer { amounts, new }
}

/// What of the stretch from `lead` to `until` after a start lies between two instants at least, whichever start within
/// the spans it is.
pub(super) fn inside(spans: &[Span], (lead, until): (i32, i32), (from, to): (i32, i32)) -> i32 {
    // What lies inside rises and then falls with the start: it is least at an end of a span.
    let at = |start: i32| ((start + until).min(to) - (start + lead).max(from)).max(0);
    spans.iter().map(|it| at(it.open).min(at(it.close))).min().unwrap_or(0)
}

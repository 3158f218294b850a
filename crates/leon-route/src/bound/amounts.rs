//! What visits and who does them contribute to each goal: never more than the check counts.

use super::graph::{Graph, Span};
use crate::problem::{NONE, Problem};
use crate::translate::{JobKey, LowestLevels, Translation, duration, fair_share, level};
use leon_model::{Day, Goal, Necessity, RoutePlan};
use std::collections::{BTreeMap, BTreeSet};

/// By job: when it may begin.
pub(super) type Spans = Vec<Vec<Span>>;

/// An amount of each goal, in the order of [`Goal::ALL`].
pub(super) type Amounts = [f64; Goal::ALL.len()];

/// When each job may begin, ties within visits taken into account. `on_time`: not after the soft closing.
pub(super) fn spans(translation: &Translation, on_time: bool) -> Spans {
    let problem = &translation.problem;
    let mut spans: Spans = Vec::with_capacity(problem.jobs.len());
    for (job, key) in translation.keys.iter().enumerate() {
        let openings = problem.jobs[job].openings.iter().map(|it| {
            let weight = match *key {
                JobKey::Slot { visit, .. } => {
                    let inside = |from, to| translation.tick(from) <= it.open && it.open <= translation.tick(to);
                    let windows = &translation.day.visits[visit].windows;
                    windows.iter().find(|window| inside(window.open, window.close)).map_or(0.0, |it| it.late_weight)
                }
                JobKey::Pause { .. } => 0.0,
            };
            let close = if on_time && weight > 0.0 { it.soft.min(it.close) } else { it.close };
            Span { open: it.open, soft: it.soft, close, late: weight }
        });
        spans.push(openings.filter(|it| it.open <= it.close).collect());
    }
    for _ in 0..3 {
        tighten(problem, &mut spans);
    }
    spans
}

/// A slot that is only there when another is must fit to the other's times.
fn tighten(problem: &Problem, spans: &mut Spans) {
    for tie in &problem.ties {
        let (first, second) = (tie.first as usize, tie.second as usize);
        let visit = problem.jobs[first].visit;
        if visit == NONE || visit != problem.jobs[second].visit {
            continue;
        }
        let needed = &problem.visits[visit as usize].needed;
        if let (true, Some(soonest)) = (needed.contains(&tie.first), spans[first].first().map(|it| it.open)) {
            spans[second].iter_mut().for_each(|it| it.open = it.open.max(soonest.saturating_add(tie.gap)));
            spans[second].retain(|it| it.open <= it.close);
        }
        if let (true, Some(latest)) = (needed.contains(&tie.second), spans[second].last().map(|it| it.close)) {
            spans[first].iter_mut().for_each(|it| it.close = it.close.min(latest.saturating_sub(tie.gap)));
            spans[first].retain(|it| it.open <= it.close);
        }
    }
}

/// By job × tour: minutes × levels, continuity and changes when this tour does the job.
#[derive(Clone, Debug)]
pub(super) struct Doing {
    tours: usize,
    level: Vec<f64>,
    continuity: Vec<f64>,
    changes: Vec<f64>,
}

impl Doing {
    pub fn new(translation: &Translation, graphs: &[Graph], published: Option<&RoutePlan>) -> Self {
        let (day, problem) = (translation.day, &translation.problem);
        let tours = problem.tours.len();
        let size = problem.jobs.len() * tours;
        let mut doing = Self { tours, level: vec![0.0; size], continuity: vec![0.0; size], changes: vec![0.0; size] };
        let lowest = LowestLevels::new(day);
        let shares = shares(translation, graphs);
        let published = published_carers(translation, published);
        for graph in graphs {
            let (carer, shift) = translation.part.shifts[graph.tour as usize];
            let it = &day.carers[carer];
            for stop in &graph.stops[..graph.visits] {
                let JobKey::Slot { visit, slot } = translation.keys[stop.job as usize] else { continue };
                let row = &day.visits[visit];
                let index = stop.job as usize * tours + graph.tour as usize;
                let above = f64::from(level(day, it)) - f64::from(lowest.of(row, slot));
                doing.level[index] = duration(it, &it.shifts[shift], &row.slots[slot]).0 as f64 * above.max(0.0);
                let citizen = problem.jobs[stop.job as usize].citizen;
                let mut continuity = shares.get(&(citizen, carer)).copied().unwrap_or(0.0);
                if row.unwanted.contains(&it.id) {
                    continuity += day.continuity.unwanted;
                }
                if row.wanted.contains(&it.id) {
                    continuity -= day.continuity.wanted;
                }
                doing.continuity[index] = continuity;
                if published[stop.job as usize].is_some_and(|before| before != carer) {
                    doing.changes[index] = 1.0;
                }
            }
        }
        doing
    }

    /// What it comes to that a tour does a job, travel and time apart.
    pub fn amounts(&self, job: u32, tour: u32) -> Amounts {
        let index = job as usize * self.tours + tour as usize;
        let mut amounts = Amounts::default();
        amounts[Goal::Level as usize] = self.level[index];
        amounts[Goal::Continuity as usize] = self.continuity[index];
        amounts[Goal::Changes as usize] = self.changes[index];
        amounts
    }
}

/// Who came in the published plan, by job.
fn published_carers(translation: &Translation, published: Option<&RoutePlan>) -> Vec<Option<usize>> {
    let mut carers = vec![None; translation.keys.len()];
    for (route, _, visit, slot) in published.iter().flat_map(|plan| plan.visits()) {
        if let Some(job) = translation.job(visit, slot) {
            let carer = translation.day.carer_index(&route.carer).unwrap_or(usize::MAX);
            carers[job as usize].get_or_insert(carer);
        }
    }
    carers
}

/// A new face counts once a citizen and carer, however often the carer comes. Each visit is charged its share as if
/// the carer did all of the citizen's visits that the carer can.
fn shares(translation: &Translation, graphs: &[Graph]) -> BTreeMap<(u32, usize), f64> {
    let (day, problem) = (translation.day, &translation.problem);
    let mut visits: BTreeMap<(u32, usize), BTreeSet<u32>> = BTreeMap::new();
    for graph in graphs {
        let (carer, _) = translation.part.shifts[graph.tour as usize];
        for stop in &graph.stops[..graph.visits] {
            let job = &problem.jobs[stop.job as usize];
            visits.entry((job.citizen, carer)).or_default().insert(job.visit);
        }
    }
    let mut shares = BTreeMap::new();
    for ((number, carer), visits) in visits {
        let Some(&visit) = visits.first() else { continue };
        let row = &day.visits[translation.part.visits[visit as usize]];
        let Some(citizen) = day.citizen_index(&row.citizen).map(|row| &day.citizens[row]) else { continue };
        if citizen.faces.iter().all(|(face, _)| *face != day.carers[carer].id) {
            let weight = if citizen.dementia { day.continuity.dementia_weight } else { 1.0 };
            shares.insert((number, carer), weight / visits.len() as f64);
        }
    }
    shares
}

/// What a visit left out, and an extra slot left empty, come to.
pub(super) struct Missing {
    /// By visit of the part.
    pub visits: Vec<Amounts>,
    /// By visit of the part, in the order of its extra jobs.
    pub extras: Vec<Vec<Amounts>>,
}

impl Missing {
    pub fn new(translation: &Translation, published: Option<&RoutePlan>) -> Self {
        let known = published_carers(translation, published);
        let changed = |jobs: &[u32]| jobs.iter().filter(|job| known[**job as usize].is_some()).count() as f64;
        let mut missing = Self { visits: vec![], extras: vec![] };
        for (index, entry) in translation.problem.visits.iter().enumerate() {
            let row = &translation.day.visits[translation.part.visits[index]];
            let mut amounts = Amounts::default();
            match row.necessity {
                Necessity::Mandatory { priority } => amounts[Goal::LeftOut as usize] = priority.into(),
                Necessity::Optional { worth } => amounts[Goal::PaidTime as usize] = worth.0 as f64,
            }
            amounts[Goal::Changes as usize] = changed(&entry.needed) + changed(&entry.extra);
            missing.visits.push(amounts);
            let extras = entry.extra.iter().map(|&job| {
                let mut amounts = Amounts::default();
                if let JobKey::Slot { slot, .. } = translation.keys[job as usize] {
                    amounts[Goal::PaidTime as usize] = row.slots[slot].duration.0 as f64;
                }
                amounts[Goal::Changes as usize] = changed(&[job]);
                amounts
            });
            missing.extras.push(extras.collect());
        }
        missing
    }
}

/// What a level's goals can never be less than: 0 but for wanted carers, who count below it.
pub(super) fn floor(day: &Day, goals: &[(Goal, f64)]) -> f64 {
    let wanted: usize = day.visits.iter().filter(|it| !it.wanted.is_empty()).map(|it| it.slots.len()).sum();
    let continuity = goals.iter().filter(|(goal, _)| *goal == Goal::Continuity).map(|(_, weight)| weight).sum::<f64>();
    // Slots of one visit have different carers: no more of them are wanted ones than there are slots.
    0.0 - continuity.max(0.0) * day.continuity.wanted.max(0.0) * wanted as f64
}

/// By carer of the day: burden in minutes before any work of today, less the fair share.
pub(super) fn burdens(day: &Day) -> Vec<f64> {
    let share = fair_share(day);
    let on_shift = |it: &leon_model::Shift| (it.end - it.start).0 as f64 / 60.0;
    let burden =
        |it: &leon_model::Carer| it.burden_before.0 as f64 - share * it.shifts.iter().map(on_shift).sum::<f64>();
    day.carers.iter().map(burden).collect()
}

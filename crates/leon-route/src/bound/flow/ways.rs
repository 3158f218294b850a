//! Which stop can follow which, and what the way takes at least.

use super::crews::Crew;
use super::duties::{Duty, Job};
use super::legs::Legs;
use crate::bound::graph::Span;
use leon_model::Day;

/// Shifts whose ways are counted together.
#[derive(Clone, Debug, Default)]
pub(super) struct Party {
    pub crews: Vec<usize>,
    /// By the party's jobs, in order: what stands before each.
    pub before: Vec<Before>,
}

/// What can stand before a job in a route, and what the way takes at least.
#[derive(Clone, Debug)]
pub(super) struct Before {
    pub job: usize,
    pub near: Vec<Near>,
    /// From any other job; `None`: there is none.
    pub other: Option<i32>,
    /// From where a shift starts or has a pause, and on to where it ends or has one.
    pub first: Option<i32>,
    pub last: Option<i32>,
    /// When the first of the crews that may do it starts.
    pub start: i32,
    /// When any of the crews can begin it, and the shortest and longest time that it takes them.
    pub spans: Vec<Span>,
    pub durations: (i32, i32),
}

/// A way from a job that is told apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    /// Number of the job before among the party's.
    pub from: usize,
    pub way: i32,
    /// When the job before can have ended.
    pub ready: i32,
}

impl Before {
    /// No more than any way here takes.
    pub fn least(&self) -> i32 {
        let ways = self.near.iter().map(|it| it.way).chain(self.other).chain(self.first);
        ways.min().unwrap_or(0)
    }
}

/// Locations by distance from each other: for each the nearest, as far as they are told apart.
pub(super) struct Nearest {
    /// By location of the day; empty where no visit is.
    to: Vec<Vec<(i32, usize)>>,
}

/// Locations that are told apart.
const TOLD: usize = 60;

impl Nearest {
    pub fn new(day: &Day, jobs: &[Job], crews: &[Crew], legs: &Legs) -> Self {
        let mut transports: Vec<usize> = crews.iter().flat_map(|it| it.transports.iter().copied()).collect();
        transports.sort_unstable();
        transports.dedup();
        let mut places: Vec<usize> = jobs.iter().map(|it| it.location).collect();
        places.sort_unstable();
        places.dedup();
        let all = (i32::MIN, i32::MAX);
        let mut to = vec![Vec::new(); day.locations.len()];
        for &place in &places {
            let ways = places.iter().filter_map(|&from| Some((legs.least(&transports, from, place, all)?, from)));
            let mut ways: Vec<_> = ways.collect();
            if ways.len() > TOLD {
                ways.select_nth_unstable(TOLD);
                ways.truncate(TOLD + 1);
            }
            ways.sort_unstable();
            to[place] = ways;
        }
        Self { to }
    }
}

/// What a party's jobs can follow. At most `most` ways to a job are told apart, but all from next door.
pub(super) fn party(
    own: Vec<usize>,
    (jobs, crews, duties): (&[Job], &[Crew], &[Duty]),
    (legs, nearest): (&Legs, &Nearest),
    most: usize,
) -> Party {
    let mut transports: Vec<usize> = own.iter().flat_map(|&it| crews[it].transports.iter().copied()).collect();
    transports.sort_unstable();
    transports.dedup();
    // By job: crews that may, with the earliest end and the latest start.
    let mut may: Vec<Vec<(usize, i32, i32)>> = vec![Vec::new(); jobs.len()];
    let mut spans: Vec<Vec<Span>> = vec![Vec::new(); jobs.len()];
    let mut durations = vec![(i32::MAX, 0); jobs.len()];
    for duty in duties.iter().filter(|it| own.contains(&it.crew)) {
        spans[duty.job].extend_from_slice(&duty.spans);
        let (least, most) = durations[duty.job];
        durations[duty.job] = (duty.duration.min(least), duty.duration.max(most));
        let (first, last) = (duty.spans[0].open, duty.spans[duty.spans.len() - 1].close);
        may[duty.job].push((duty.crew, first + duty.duration, last));
    }
    let mut here: Vec<Vec<usize>> = vec![Vec::new(); nearest.to.len()];
    let list: Vec<usize> = (0..jobs.len()).filter(|&job| !may[job].is_empty()).collect();
    for (number, &job) in list.iter().enumerate() {
        here[jobs[job].location].push(number);
    }
    let before = list.iter().map(|&job| {
        let to = jobs[job].location;
        let latest = may[job].iter().map(|it| it.2).max().unwrap_or(0);
        let spans = std::mem::take(&mut spans[job]);
        let durations = durations[job];
        let start = may[job].iter().map(|&(crew, ..)| crews[crew].start).min().unwrap_or(0);
        let mut it = Before { job, near: vec![], other: None, first: None, last: None, start, spans, durations };
        let told = &nearest.to[to];
        'near: for &(least, from) in told {
            for &number in &here[from] {
                let other = list[number];
                if jobs[other].visit == jobs[job].visit || !follows(&may[other], &may[job], least) {
                    continue;
                }
                if it.near.len() >= most && least > 0 {
                    it.other = Some(least);
                    break 'near;
                }
                let ready = may[other].iter().map(|it| it.1).min().unwrap_or(0);
                if let Some(way) = legs.least(&transports, from, to, (ready, latest))
                    && follows(&may[other], &may[job], way)
                {
                    it.near.push(Near { from: number, way, ready });
                }
            }
        }
        if it.other.is_none() && told.len() > TOLD {
            it.other = told.last().map(|it| it.0);
        }
        let ends = |forth: bool| {
            let ways = may[job].iter().filter_map(|&(crew, ready, latest)| {
                let crew = &crews[crew];
                let pauses = crew.pauses.iter().flat_map(|it| it.places.iter().copied().map(Some));
                let hubs = if forth { &crew.from } else { &crew.to };
                let way = |hub: Option<usize>| match (hub, forth) {
                    (None, _) => Some(0),
                    (Some(hub), true) => legs.least(&crew.transports, hub, to, (crew.start, latest)),
                    (Some(hub), false) => legs.least(&crew.transports, to, hub, (ready, crew.close)),
                };
                hubs.iter().copied().chain(pauses).filter_map(way).min()
            });
            ways.min()
        };
        (it.first, it.last) = (ends(true), ends(false));
        it
    });
    let before = before.collect();
    Party { crews: own, before }
}

/// Whether a crew can do one after the other.
fn follows(first: &[(usize, i32, i32)], second: &[(usize, i32, i32)], way: i32) -> bool {
    first.iter().any(|a| second.iter().any(|b| a.0 == b.0 && a.1.saturating_add(way) <= b.2))
}

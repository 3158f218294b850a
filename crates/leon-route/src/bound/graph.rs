//! One tour's stops and ways, as routes of the bound go through them.

use super::amounts::Spans;
use crate::problem::{NO_WAY, NONE, Problem, Travel};

/// Visits that a route remembers near each stop, so as not to do them again.
const NEAR: usize = 5;

/// When a stop may begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub open: i32,
    pub soft: i32,
    pub close: i32,
    /// Weight of a minute after `soft`.
    pub late: f64,
}

/// A place to be at: a visit's slot, or a pause that has a location.
#[derive(Clone, Debug)]
pub(super) struct Stop {
    pub job: u32,
    pub place: u32,
    pub duration: i32,
    pub spans: Vec<Span>,
}

/// A pause: at a stop of its own, or wherever the carer is.
#[derive(Clone, Debug)]
pub(super) struct Pause {
    pub stop: Option<usize>,
    pub open: i32,
    pub close: i32,
    pub duration: i32,
}

/// What a tour may do, and the ways between.
#[derive(Clone, Debug)]
pub(super) struct Graph<'p> {
    pub tour: u32,
    /// Whether no route can be right: a pause has no time.
    pub is_idle: bool,
    pub start: i32,
    pub end: i32,
    pub close: i32,
    /// Visits first, then pauses with a place.
    pub stops: Vec<Stop>,
    pub visits: usize,
    pub pauses: Vec<Pause>,
    /// By stop: no more than the way from the start, and the way home, ever take.
    pub first: Vec<i32>,
    pub last: Vec<i32>,
    /// By stop: stops that can follow, and no more than the way there ever takes.
    pub next: Vec<Vec<(u32, i32)>>,
    /// By stop: visits remembered, itself first.
    pub near: Vec<Vec<u32>>,
    /// By stop × visit: its place in `near`, or 255.
    pub position: Vec<u8>,
    from: u32,
    to: u32,
    travel: Vec<&'p Travel>,
}

impl<'p> Graph<'p> {
    /// `None`: more pauses than routes can be told apart by.
    pub fn new(problem: &'p Problem, tour: u32, transports: &[usize], spans: &Spans) -> Option<Self> {
        let limits = &problem.tours[tour as usize];
        let travel = transports.iter().map(|&it| &problem.travel[it]);
        let mut graph = Self {
            tour,
            is_idle: false,
            start: limits.start,
            end: limits.end,
            close: limits.close,
            stops: vec![],
            visits: 0,
            pauses: vec![],
            first: vec![],
            last: vec![],
            next: vec![],
            near: vec![],
            position: vec![],
            from: limits.from,
            to: limits.to,
            travel: travel.collect(),
        };
        let mut stops = Vec::new();
        for job in 0..problem.jobs.len() as u32 {
            let (duration, place) = (problem.duration(job, tour), problem.jobs[job as usize].place);
            if duration >= 0 && problem.jobs[job as usize].visit != NONE {
                stops.push(Stop { job, place, duration, spans: spans[job as usize].clone() });
            }
        }
        let visits = stops.len();
        for &job in &limits.pauses {
            let (duration, work) = (problem.duration(job, tour), &problem.jobs[job as usize]);
            let it = work.openings[0];
            let spans = vec![Span { open: it.open, soft: it.close, close: it.close, late: 0.0 }];
            stops.push(Stop { job, place: work.place, duration, spans });
        }
        let (there, home) = (graph.reach(&stops, true), graph.reach(&stops, false));
        for (index, mut stop) in stops.into_iter().enumerate() {
            let (soonest, home) = (graph.start.saturating_add(there[index]), home[index]);
            let latest = graph.close.saturating_sub(home).saturating_sub(stop.duration);
            for span in &mut stop.spans {
                (span.open, span.close) = (span.open.max(soonest), span.close.min(latest));
            }
            stop.spans.retain(|it| it.open <= it.close);
            if index < visits {
                graph.visits += usize::from(graph.add(stop));
            } else {
                graph.add_pause(stop);
            }
        }
        graph.join();
        graph.remember();
        (graph.pauses.len() < 31).then_some(graph)
    }

    /// By stop: no more than it takes to get there from the start, or home from there, by whatever stops lie between;
    /// the way round may be quicker, for tables need not keep triangles (Dijkstra 1959, doi 10.1007/BF01386390).
    fn reach(&self, stops: &[Stop], forth: bool) -> Vec<i32> {
        let way = |a: u32, b: u32| if forth { self.least(a, b, self.start) } else { self.least(b, a, self.start) };
        let hub = if forth { self.from } else { self.to };
        let mut least: Vec<i32> = stops.iter().map(|it| way(hub, it.place)).collect();
        let mut left: Vec<usize> = (0..stops.len()).filter(|&it| stops[it].place != NONE).collect();
        while let Some(next) = (0..left.len()).min_by_key(|&it| least[left[it]]) {
            let via = left.swap_remove(next);
            let so_far = least[via].saturating_add(stops[via].duration);
            for &to in &left {
                least[to] = least[to].min(so_far.saturating_add(way(stops[via].place, stops[to].place)));
            }
        }
        least
    }

    /// Adds a stop, if there are times when this tour can begin it; whether it did.
    fn add(&mut self, stop: Stop) -> bool {
        let fits = !stop.spans.is_empty();
        if fits {
            self.first.push(self.least(self.from, stop.place, self.start));
            self.last.push(self.least(stop.place, self.to, self.start));
            self.stops.push(stop);
        }
        fits
    }

    /// Adds a pause. Without a time for it the tour cannot be used: then nothing can be done on it.
    fn add_pause(&mut self, it: Stop) {
        let duration = it.duration;
        let (open, close) = it.spans.first().map_or((0, -1), |span| (span.open, span.close));
        self.is_idle |= it.spans.is_empty();
        let stop = (it.place != NONE && !it.spans.is_empty()).then_some(self.stops.len());
        if stop.is_some() {
            self.add(it);
        }
        self.pauses.push(Pause { stop, open, close, duration });
    }

    /// Which stops can follow which.
    fn join(&mut self) {
        let earliest = |it: &Stop| it.spans[0].open;
        let latest = |it: &Stop| it.spans[it.spans.len() - 1].close;
        for (i, from) in self.stops.iter().enumerate() {
            let mut next = Vec::new();
            for (j, to) in self.stops.iter().enumerate() {
                let ready = earliest(from) + from.duration;
                if i == j || ready > latest(to) {
                    continue;
                }
                let leg = self.least(from.place, to.place, ready);
                if leg < NO_WAY && ready + leg <= latest(to) {
                    next.push((j as u32, leg));
                }
            }
            self.next.push(next);
        }
    }

    /// Which visits each visit remembers: those nearest among its neighbours both ways.
    fn remember(&mut self) {
        let mut legs = vec![NO_WAY; self.stops.len() * self.stops.len()];
        for (i, next) in self.next.iter().enumerate() {
            for &(j, leg) in next {
                legs[i * self.stops.len() + j as usize] = leg;
            }
        }
        self.position = vec![u8::MAX; self.stops.len() * self.visits];
        for i in 0..self.stops.len() {
            // Only what can come before and after can come twice.
            let both = |j: usize| legs[i * self.stops.len() + j].saturating_add(legs[j * self.stops.len() + i]);
            let mut near: Vec<u32> = (0..self.visits as u32).filter(|&j| both(j as usize) < NO_WAY).collect();
            near.sort_by_key(|&j| (both(j as usize), j));
            near.truncate(NEAR);
            if i < self.visits {
                near.insert(0, i as u32);
            }
            for (position, &j) in near.iter().enumerate() {
                self.position[i * self.visits + j as usize] = position as u8;
            }
            self.near.push(near);
        }
    }

    /// The soonest way, by whichever transport, setting out at `at`. `stop`: `None` for the start and the end.
    pub fn way(&self, from: Option<usize>, to: Option<usize>, at: i32) -> i32 {
        let a = from.map_or(self.from, |stop| self.stops[stop].place);
        let b = to.map_or(self.to, |stop| self.stops[stop].place);
        self.travel.iter().map(|it| it.ticks(a, b, at)).min().unwrap_or(0)
    }

    /// No more than the way on to a stop ever takes; `None`: it cannot follow.
    pub fn leg(&self, from: Option<u32>, to: u32) -> Option<i32> {
        match from {
            None => Some(self.first[to as usize]),
            Some(from) => self.next[from as usize].iter().find(|it| it.0 == to).map(|it| it.1),
        }
    }

    /// The pause that a stop is.
    pub fn pause_at(&self, stop: u32) -> Option<usize> {
        if (stop as usize) < self.visits {
            return None;
        }
        self.pauses.iter().position(|it| it.stop == Some(stop as usize))
    }

    /// No more than the way home ever takes.
    pub fn last_leg(&self, from: Option<u32>) -> i32 {
        from.map_or(0, |from| self.last[from as usize])
    }

    fn least(&self, a: u32, b: u32, at: i32) -> i32 {
        self.travel.iter().map(|it| least(it, a, b, at)).min().unwrap_or(0)
    }
}

/// No more than a way takes at any time, from what it takes at one: a tick for rounding, then the bands' spread.
fn least(travel: &Travel, a: u32, b: u32, at: i32) -> i32 {
    let now = travel.ticks(a, b, at);
    if !travel.is_banded() || now == 0 || now >= NO_WAY {
        return now;
    }
    (f64::from(now - 1) * travel.least_share() - 1e-6).floor().max(0.0) as i32
}

//! What it costs to put a job somewhere: exactly where a look at the neighbours tells, else from below.

use super::{Place, State};
use crate::problem::{NONE, Travel};

/// Travel to and from a place that is known already, by the first transport.
#[derive(Clone, Copy, Debug, Default)]
pub struct Legs {
    pub before: Option<i32>,
    pub after: Option<i32>,
}

/// The price of an insertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    pub cost: i64,
    /// Whether `cost` is the price, or only never above it (an estimate where a delay can save something: waiting,
    /// another opening, a published time, faster roads, a way made during a wait).
    pub exact: bool,
    /// Exact but for ways further on, taken as they are now although the time of day stretches them otherwise once
    /// they begin later. Good to choose by; not a bound.
    pub near: bool,
    /// When the job would begin.
    pub(super) start: i32,
    /// How much later what comes next would begin, where that may cost something; see [`State::follow`].
    pub(super) delay: i32,
    /// The job's own lateness.
    pub(super) late: i32,
    /// Whether delays and ties are all that makes the price uncertain, so that following them gives it.
    pub(super) can_follow: bool,
}

impl State<'_> {
    /// The price of putting `job` at `place`, apart from the cost of its visit being left out.
    ///
    /// `None`: the job cannot go there. A place that gets a price may still turn out impossible when it is not
    /// exact, because of ties or limits; [`State::try_place`] tells. Constant time but for several openings.
    #[inline]
    pub fn price(&self, job: u32, place: Place, legs: Legs) -> Option<Price> {
        self.price_within(job, place, legs, i64::MAX)
    }

    /// As [`State::price`], but `None` also, and sooner, where travel alone, or who does it, costs `most` or more.
    #[inline]
    pub(crate) fn price_within(&self, job: u32, place: Place, legs: Legs, most: i64) -> Option<Price> {
        let problem = self.problem;
        let tour = place.tour;
        let duration = problem.duration[job as usize * problem.classes + self.class_of[tour as usize] as usize];
        if duration < 0 {
            return None;
        }
        let doing = problem.doing(job, tour);
        if doing - self.waiting_most[tour as usize] >= most {
            return None;
        }
        let before = &self.nodes[place.after as usize];
        let after = &self.nodes[before.next as usize];
        // The latest start of what has no place of its own depends on where the carer comes from.
        let waits = after.place != NONE && self.firsts[job as usize].open + duration > after.latest;
        if before.end > self.last_close[job as usize] || waits {
            return None;
        }
        let work = &problem.jobs[job as usize];
        let at = if work.place == NONE { before.at } else { work.place };
        let mut legs = if self.one_way { legs } else { Legs::default() };
        let leg = match legs.before {
            Some(ticks) => ticks,
            None => self.travel(tour).map_or(0, |table| table.into(at, before.at, before.end)),
        };
        if self.one_way && problem.rates.waiting == 0 {
            let leg_after = match legs.after {
                Some(ticks) => ticks,
                None => problem.travel[0].ticks(at, after.place, 0),
            };
            legs.after = Some(leg_after);
            if problem.rates.travel * i64::from(leg + leg_after - after.leg) >= most || before.end + leg > after.latest
            {
                return None;
            }
        }
        let mut start = self.fit(job, before.end + leg)?;
        let (mut exact, mut is_held) = (true, false);
        if self.is_shared[job as usize] && self.meets_itself(job, tour) {
            return None;
        }
        if self.is_tied(job)
            && let Some(tied) = self.tied_start(job, start)?
        {
            is_held = true;
            start = tied;
        }
        let end = start + duration;
        let is_tail = !self.is_job(before.next);
        let limits = &problem.tours[tour as usize];
        let sums = &self.sums[tour as usize];
        let next_place = after.place;
        let floats = next_place == NONE && !is_tail;
        let leg_after = if floats {
            exact = false;
            self.float(before.next, at, end)?
        } else if next_place == NONE {
            0
        } else {
            match legs.after {
                Some(ticks) => ticks,
                None => self.travel(tour).map_or(0, |table| table.ticks(at, next_place, end)),
            }
        };
        let ready = if floats { end } else { end + leg_after };
        if (ready > after.latest && !floats) || sums.load + work.load > limits.capacity || self.is_closed[tour as usize]
        {
            return None;
        }
        if sums.visits == 0 && !limits.pauses.is_empty() {
            exact = false;
        }
        let travel = leg + leg_after - if sums.visits == 0 { 0 } else { self.leg_on(before.next, floats) };
        let is_banded = !self.one_way && self.travel(tour).is_some_and(Travel::is_banded);
        let travelled = if sums.visits == 0 { 0 } else { sums.travel };
        if travelled + travel > limits.travel_max && !is_banded {
            return None;
        }
        let carer = limits.carer;
        let mut cost = doing + self.new_face(work.citizen, carer) + problem.rates.travel * i64::from(travel);
        let opening = self.opening(job, start);
        let late = (start - opening.soft).max(0);
        if late > 0 {
            cost += i64::from(late) * opening.late;
            if late > self.worst {
                cost += problem.rates.worst * i64::from(late - self.worst);
            }
        }
        exact &= !self.is_timed(job);
        let delay = if is_tail { ready - after.start } else { (ready - after.start).max(0) };
        let follow = if delay > after.slack && sums.visits > 0 && !is_tail && !floats { delay } else { 0 };
        // What comes next may begin earlier where the way through here is the shorter one.
        exact &= is_tail || ready >= before.end + after.leg;
        if problem.rates.waiting > 0 {
            let is_first = !self.is_job(place.after);
            cost += problem.rates.waiting
                * i64::from(if sums.visits == 0 {
                    0
                } else if floats {
                    i32::try_from(-sums.cost / problem.rates.waiting).unwrap_or(i32::MIN)
                } else {
                    let done = if is_tail { delay } else { (delay - after.calm).max(0) };
                    let leave = if is_first { (start - leg) - (after.start - after.leg) } else { 0 };
                    done - leave - travel - duration
                });
        }
        if is_tail && limits.overtime > 0 {
            let before = if sums.visits == 0 { 0 } else { (after.start - limits.end).max(0) };
            cost += i64::from((ready - limits.end).max(0) - before) * limits.overtime;
        }
        if problem.rates.fairness > 0 {
            let burden = self.burden[carer as usize];
            cost += self.unfair(burden + duration + travel) - self.unfair(burden);
            exact &= sums.visits > 0;
        }
        if is_held && problem.rates.waiting > 0 {
            // Whoever is made to set out later waits less.
            exact = false;
        }
        let can_follow = exact;
        let known = exact && follow == 0 && !is_held;
        let (exact, near) = (known && !is_banded, known && is_banded);
        Some(Price { cost, exact, near, start, delay: follow, late, can_follow })
    }

    /// Travel to what comes next that has a place.
    fn leg_on(&self, node: u32, floats: bool) -> i32 {
        let mut at = node;
        while floats && self.is_job(at) && self.problem.jobs[at as usize].place == NONE {
            at = self.nodes[at as usize].next;
        }
        self.nodes[at as usize].leg
    }

    /// Jobs without a place of their own, from `job` on, when the carer comes to them from `at` at `time`: how much
    /// travel on to the next place, or `None` when something would begin too late.
    fn float(&self, job: u32, at: u32, time: i32) -> Option<i32> {
        let (mut job, mut time) = (job, time);
        loop {
            let node = &self.nodes[job as usize];
            let is_tail = !self.is_job(job);
            let tour = &self.problem.tours[node.tour as usize];
            let place = if is_tail { tour.to } else { self.problem.jobs[job as usize].place };
            if place != NONE || is_tail {
                let leg = self.way(node.tour, at, place, time);
                return (time + leg <= node.latest).then_some(leg);
            }
            time = self.fit(job, time)? + node.end - node.start;
            job = node.next;
        }
    }

    /// Whether another time than the published one would cost.
    pub(super) fn is_timed(&self, job: u32) -> bool {
        self.problem.change > 0 && self.problem.published[job as usize].is_some()
    }

    /// The earliest start of a tied job, given what it is tied to where that stands; `Some(None)` when none of that
    /// is in a tour, `None` when there is no such start.
    fn tied_start(&self, job: u32, start: i32) -> Option<Option<i32>> {
        let cluster = &self.clusters[self.cluster_of[job as usize] as usize];
        if !cluster.jobs.iter().any(|&mate| self.is_in(mate)) {
            return Some(None);
        }
        let mut earliest = start;
        for &(first, second, gap) in &cluster.ties {
            if cluster.jobs[second as usize] == job {
                let other = cluster.jobs[first as usize];
                if self.is_in(other) {
                    earliest = earliest.max(self.nodes[other as usize].start + gap);
                }
            }
        }
        self.fit(job, earliest).map(Some)
    }

    /// How much less is left out, in cost, once `job` has a tour.
    fn relief(&self, job: u32) -> i64 {
        let visit = self.problem.jobs[job as usize].visit;
        if visit == NONE {
            return 0;
        }
        let entry = &self.problem.visits[visit as usize];
        match entry.extra.iter().position(|&extra| extra == job) {
            Some(k) if self.missing[visit as usize] == 0 => entry.extra_missing[k],
            None if self.missing[visit as usize] == 1 => entry.left_out - self.missing_extras(visit as usize),
            _ => 0,
        }
    }

    /// The exact price of an insertion, by doing it and taking it back; `None` when it is not possible, or not below
    /// `most`.
    pub fn try_place(&mut self, job: u32, place: Place, most: i64) -> Option<i64> {
        let mark = self.mark();
        let before = self.cost() - self.relief(job);
        let next = self.nodes[place.after as usize].next;
        let leg = self.problem.rates.travel * i64::from(self.leg_on(next, true));
        self.insert(job, place.after);
        let possible = self.settle_within(before.saturating_add(most).saturating_add(leg));
        let price = possible.then(|| self.cost() - before).filter(|&price| price < most);
        self.back(mark);
        price
    }
}

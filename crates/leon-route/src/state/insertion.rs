//! The elementary changes: a job into a tour, a job out of it, another transport.

use super::{Node, State};
use crate::problem::NONE;

/// A place for a job: in a tour, after a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub tour: u32,
    pub after: u32,
}

impl State<'_> {
    /// Puts a job after a node; [`State::settle`] must follow. The tour must be allowed to do it.
    pub fn insert(&mut self, job: u32, after: u32) {
        let before = self.nodes[after as usize];
        let (tour, next) = (before.tour, before.next);
        let duration = self.problem.duration(job, tour);
        debug_assert!(duration >= 0 && self.nodes[job as usize].tour == NONE);
        self.fell |= !self.pending.is_empty() || self.is_short_cut(job, after, duration);
        self.log_node(after).next = job;
        self.log_node(next).prev = job;
        let node = self.log_node(job);
        *node = Node {
            prev: after,
            next,
            tour,
            start: before.end,
            end: before.end - 1,
            leg: 0,
            late: 0,
            at: NONE,
            ..*node
        };
        if self.is_shared[job as usize] {
            self.shared_in.push(job);
        }
        self.cost += self.problem.doing(job, tour);
        self.count(job, tour, duration, 1);
        self.push(job);
        self.push(next);
        self.touch(tour);
    }

    /// Whether the way to what comes after `after` may be quicker by way of a job that takes `duration`, so that starts
    /// become earlier: as tables of travel times have it now and then. Where what comes after has no place of its own,
    /// a shorter last way is enough for what was known of starts to be too late.
    fn is_short_cut(&self, job: u32, after: u32, duration: i32) -> bool {
        let (before, place) = (&self.nodes[after as usize], self.problem.jobs[job as usize].place);
        let (Some(travel), true) = (self.travel(before.tour), place != NONE) else { return false };
        let mut next = before.next;
        while self.is_job(next) && self.nodes[next as usize].place == NONE {
            next = self.nodes[next as usize].next;
        }
        let to = if self.is_job(next) {
            self.nodes[next as usize].place
        } else {
            self.problem.tours[before.tour as usize].to
        };
        let there = if next == before.next { travel.ticks(before.at, place, before.end) + duration } else { 0 };
        let ways = there + travel.ticks(place, to, before.end);
        let least = if travel.is_banded() { (f64::from(ways) * travel.least_share()) as i32 } else { ways };
        least < self.nodes[next as usize].leg
    }

    /// Takes a job out of its tour; [`State::settle`] must follow.
    pub fn remove(&mut self, job: u32) {
        let old = self.nodes[job as usize];
        let duration = self.problem.duration(job, old.tour);
        self.log_node(old.prev).next = old.next;
        self.log_node(old.next).prev = old.prev;
        let node = self.log_node(job);
        *node = Node { next: NONE, prev: NONE, tour: NONE, late: 0, leg: 0, ..*node };
        self.fell = true;
        self.cost -= self.problem.doing(job, old.tour) + old.late;
        self.add_travel(old.tour, -old.leg);
        self.count(job, old.tour, duration, -1);
        self.push(old.next);
        self.touch(old.tour);
        self.worst_may_fall(job, old.start);
        if self.cluster_of[job as usize] != NONE {
            for k in 0..self.clusters[self.cluster_of[job as usize] as usize].jobs.len() {
                let mate = self.clusters[self.cluster_of[job as usize] as usize].jobs[k];
                if self.is_in(mate) {
                    self.push(mate);
                }
            }
        }
    }

    /// Everything that is counted when a job enters (`sign` 1) or leaves (−1) a tour.
    fn count(&mut self, job: u32, tour: u32, duration: i32, sign: i32) {
        let problem = self.problem;
        let work = &problem.jobs[job as usize];
        let is_pause = work.visit == NONE;
        let sums = self.log_sums(tour);
        sums.service += sign * duration;
        sums.load += sign * work.load;
        if is_pause {
            sums.pauses += sign * duration;
            return;
        }
        sums.visits = sums.visits.wrapping_add_signed(sign);
        let empty_changed = sums.visits == u32::from(sign > 0);
        if empty_changed {
            // Overtime of a tour counts only when it has visits.
            let tail = self.tail(tour);
            self.push(tail);
        }
        self.count_face(work.citizen, tour, sign);
        let visit = work.visit as usize;
        let entry = &problem.visits[visit];
        if entry.needed.contains(&job) {
            let old = self.missing[visit];
            self.missing_log.push((work.visit, old));
            self.missing[visit] = old.wrapping_add_signed(-sign as i16);
            let (was_out, is_out) = (old > 0, self.missing[visit] > 0);
            if was_out != is_out {
                self.cost += if is_out { entry.left_out } else { -entry.left_out };
                let extras = self.missing_extras(visit);
                self.cost += if is_out { -extras } else { extras };
            }
        } else if self.missing[visit] == 0 {
            let k = entry.extra.iter().position(|&extra| extra == job).expect("a job is needed or extra");
            self.cost -= i64::from(sign) * entry.extra_missing[k];
        }
    }

    /// Cost of the extra jobs that a visit misses.
    pub(super) fn missing_extras(&self, visit: usize) -> i64 {
        let entry = &self.problem.visits[visit];
        let extras = entry.extra.iter().zip(&entry.extra_missing);
        extras.filter(|&(&job, _)| !self.is_in(job)).map(|(_, cost)| cost).sum()
    }

    fn count_face(&mut self, citizen: u32, tour: u32, sign: i32) {
        if citizen == NONE || self.problem.new_face.is_empty() {
            return;
        }
        let carer = self.problem.tours[tour as usize].carer as usize;
        let face = citizen as usize * self.problem.carers + carer;
        let old = self.faces[face];
        self.face_log.push((face as u32, old));
        self.faces[face] = old.wrapping_add_signed(sign as i16);
        if old == 0 && sign > 0 {
            self.cost += self.problem.new_face[face];
        } else if old == 1 && sign < 0 {
            self.cost -= self.problem.new_face[face];
        }
    }

    /// Cost of a carer's first visit to a citizen, as things stand.
    #[inline]
    pub(super) fn new_face(&self, citizen: u32, carer: u32) -> i64 {
        if citizen == NONE || self.problem.new_face.is_empty() {
            return 0;
        }
        let face = citizen as usize * self.problem.carers + carer as usize;
        if self.faces[face] == 0 { self.problem.new_face[face] } else { 0 }
    }

    /// Whether the tour's carer would be two carers of one visit.
    pub(super) fn meets_itself(&self, job: u32, tour: u32) -> bool {
        let carer = self.problem.tours[tour as usize].carer;
        let entry = &self.problem.visits[self.problem.jobs[job as usize].visit as usize];
        entry.needed.iter().chain(&entry.extra).any(|&mate| {
            mate != job
                && self.is_in(mate)
                && self.problem.tours[self.nodes[mate as usize].tour as usize].carer == carer
        })
    }

    /// Gives a tour another of its transports; [`State::settle`] must follow.
    pub fn change_transport(&mut self, tour: u32, transport: u32) {
        self.log_sums(tour).transport = transport;
        // A quicker way makes starts earlier.
        self.fell = true;
        let mut at = self.nodes[self.head(tour) as usize].next;
        while self.is_job(at) {
            self.push(at);
            at = self.nodes[at as usize].next;
        }
        self.push(at);
        self.touch(tour);
    }

    /// Notes that the greatest lateness may be less without a job that began at `start`.
    pub(super) fn worst_may_fall(&mut self, job: u32, start: i32) {
        if self.problem.rates.worst > 0 && self.worst > 0 && self.overdue(job, start) >= self.worst {
            self.worst_is_stale = true;
        }
    }
}

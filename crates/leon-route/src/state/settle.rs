//! The earliest schedule after a change, found from the one before.

use super::{Node, State};
use crate::problem::{NONE, Travel};

/// What one look at a job's place in its tour gives.
#[derive(Clone, Copy)]
pub(super) struct Arrival {
    pub leg: i32,
    pub at: u32,
    /// The earliest start that the tour allows.
    pub ready: i32,
}

/// A node that comes up so often in one round may be in a circle of tours that wait for one another.
const OFTEN: u32 = 3;
/// A node that comes up so often takes longer than starting afresh.
const VERY_OFTEN: u32 = 24;

impl State<'_> {
    /// The travel table of a tour; `None` for a tour that does not travel.
    #[inline]
    pub(super) fn travel(&self, tour: u32) -> Option<&Travel> {
        let transports = &self.problem.tours[tour as usize].transports;
        let index = *transports.get(self.sums[tour as usize].transport as usize)?;
        self.problem.travel.get(index as usize)
    }

    /// Travel on a tour.
    #[inline]
    pub(super) fn way(&self, tour: u32, a: u32, b: u32, at: i32) -> i32 {
        self.travel(tour).map_or(0, |travel| travel.ticks(a, b, at))
    }

    /// The earliest start of `job` at or after `time`; `None` after the last closing.
    #[inline]
    pub(super) fn fit(&self, job: u32, time: i32) -> Option<i32> {
        let first = &self.firsts[job as usize];
        if time <= first.close {
            return Some(time.max(first.open));
        }
        let later = &self.problem.jobs[job as usize].openings[1..];
        later.iter().find(|opening| time <= opening.close).map(|opening| time.max(opening.open))
    }

    /// Cost of lateness, and of another time than the published one, when `job` begins at `start`.
    #[inline]
    pub(super) fn late(&self, job: u32, start: i32) -> i64 {
        let opening = self.opening(job, start);
        let mut cost = if start > opening.soft { i64::from(start - opening.soft) * opening.late } else { 0 };
        if self.problem.change > 0
            && let Some((carer, published)) = self.problem.published[job as usize]
            && (start - published).abs() > self.problem.change_tolerance
            && self.problem.tours[self.nodes[job as usize].tour as usize].carer == carer
        {
            cost += self.problem.change;
        }
        cost
    }

    /// The opening that `start` lies in (or the last).
    #[inline]
    pub(super) fn opening(&self, job: u32, start: i32) -> &crate::problem::Opening {
        let first = &self.firsts[job as usize];
        if start <= first.close {
            return first;
        }
        let openings = &self.problem.jobs[job as usize].openings;
        openings.iter().find(|opening| start <= opening.close).unwrap_or(&openings[openings.len() - 1])
    }

    /// Ticks of lateness, for the greatest lateness of all.
    #[inline]
    pub(super) fn overdue(&self, job: u32, start: i32) -> i32 {
        (start - self.opening(job, start).soft).max(0)
    }

    #[inline]
    pub(super) fn arrival(&self, job: u32) -> Arrival {
        let node = &self.nodes[job as usize];
        let before = &self.nodes[node.prev as usize];
        let place = self.problem.jobs[job as usize].place;
        let leg = self.way(node.tour, before.at, place, before.end);
        let at = if place == NONE { before.at } else { place };
        Arrival { leg, at, ready: before.end + leg }
    }

    /// Finds the earliest schedule after insertions and removals, and the cost of it.
    ///
    /// Returns `false` when there is none: something would begin after its closing, a limit of a tour is passed, or
    /// tours wait for one another in a circle. The state must then be taken [back](State::back).
    #[must_use]
    pub fn settle(&mut self) -> bool {
        self.settle_within(i64::MAX)
    }

    /// As [`State::settle`], but gives up, with `false`, as soon as the cost is sure to pass `most`. Sure only when
    /// jobs were put in and nothing was taken out, and delays do not save anything: then costs can only rise.
    pub(super) fn settle_within(&mut self, most: i64) -> bool {
        let mut possible = !self.is_double() && self.settle_jobs(most);
        if possible {
            if self.worst_is_stale {
                self.worst = self.greatest_lateness();
                self.worst_is_stale = false;
            }
            possible = self.settle_tours();
        }
        if possible && most == i64::MAX {
            self.refresh_tours();
        }
        self.forget_pending();
        possible
    }

    /// Whether a job put in made a carer two carers of one visit.
    fn is_double(&mut self) -> bool {
        let mut is_double = false;
        for job in self.shared_in.drain(..).collect::<Vec<_>>() {
            let tour = self.nodes[job as usize].tour;
            is_double |= tour != NONE && self.meets_itself(job, tour);
        }
        is_double
    }

    /// Brings every start to what it waits for.
    fn settle_jobs(&mut self, most: i64) -> bool {
        self.round += 1;
        self.held.clear();
        while let Some(node) = self.soonest() {
            if self.cost() > most && self.sure_cost() > most {
                return false;
            }
            match self.times_up(node) {
                0..OFTEN => {}
                VERY_OFTEN.. => return self.settle_afresh(),
                _ if self.is_steady && self.chain(node) > 0 => return false,
                _ => {}
            }
            let possible = if !self.is_job(node) {
                self.settle_tail(node)
            } else if self.nodes[node as usize].tour == NONE {
                true
            } else if self.cluster_of[node as usize] == NONE {
                self.settle_job(node)
            } else {
                self.settle_cluster(node)
            };
            if !possible {
                // What it waits for may yet become earlier.
                return self.fell && self.settle_afresh();
            }
        }
        let unsure = self.fell && (0..self.held.len()).any(|k| self.chain(self.held[k]) >= 0);
        !unsure || self.settle_afresh()
    }

    /// The cost, less what the tours not yet settled may save.
    fn sure_cost(&self) -> i64 {
        let tours = self.touched.iter().map(|&tour| {
            let carer = self.problem.tours[tour as usize].carer as usize;
            self.sums[tour as usize].cost.max(0) + self.unfair(self.burden[carer])
        });
        self.cost() - tours.sum::<i64>()
    }

    /// How often a node has come up in this round.
    #[inline]
    fn times_up(&mut self, node: u32) -> u32 {
        let (round, count) = &mut self.rounds[node as usize];
        if *round != self.round {
            (*round, *count) = (self.round, 0);
        }
        *count += 1;
        *count
    }

    /// The pending node with the earliest start (as known), taken off the list.
    fn soonest(&mut self) -> Option<u32> {
        let key = |&node: &u32| self.nodes[node as usize].start;
        let (index, _) = self.pending.iter().enumerate().min_by_key(|(_, node)| key(node))?;
        let node = self.pending.swap_remove(index);
        self.is_pending[node as usize] = false;
        Some(node)
    }

    fn settle_job(&mut self, job: u32) -> bool {
        let arrival = self.arrival(job);
        let Some(start) = self.fit(job, arrival.ready) else { return false };
        self.place_at(job, arrival, start);
        true
    }

    /// Settles all jobs of a cluster together, from below: simultaneous jobs would else hold each other up.
    fn settle_cluster(&mut self, job: u32) -> bool {
        const MOST: usize = 8;
        let cluster = self.cluster_of[job as usize] as usize;
        let count = self.clusters[cluster].jobs.len();
        if count > MOST {
            return self.settle_long_cluster(cluster);
        }
        let mut arrivals = [Arrival { leg: 0, at: NONE, ready: 0 }; MOST];
        let mut starts = [i32::MIN; MOST];
        for k in 0..count {
            let job = self.clusters[cluster].jobs[k];
            if self.is_in(job) {
                arrivals[k] = self.arrival(job);
                let Some(start) = self.fit(job, arrivals[k].ready) else { return false };
                starts[k] = start;
            }
        }
        if !self.meet(cluster, &mut starts) {
            return false;
        }
        for k in 0..count {
            if starts[k] > i32::MIN {
                let job = self.clusters[cluster].jobs[k];
                self.held.push(job);
                self.place_at(job, arrivals[k], starts[k]);
            }
        }
        true
    }

    fn settle_long_cluster(&mut self, cluster: usize) -> bool {
        let jobs = self.clusters[cluster].jobs.clone();
        let mut arrivals = vec![None; jobs.len()];
        let mut starts = vec![i32::MIN; jobs.len()];
        for (k, &job) in jobs.iter().enumerate() {
            if self.is_in(job) {
                let arrival = self.arrival(job);
                let Some(start) = self.fit(job, arrival.ready) else { return false };
                (arrivals[k], starts[k]) = (Some(arrival), start);
            }
        }
        if !self.meet(cluster, &mut starts) {
            return false;
        }
        for (k, arrival) in arrivals.into_iter().enumerate() {
            if let Some(arrival) = arrival {
                self.held.push(jobs[k]);
                self.place_at(jobs[k], arrival, starts[k]);
            }
        }
        true
    }

    /// Raises starts until every tie of the cluster holds. `i32::MIN` stands for a job without a tour.
    pub(super) fn meet(&self, cluster: usize, starts: &mut [i32]) -> bool {
        let cluster = &self.clusters[cluster];
        for _ in 0..cluster.openings + 2 {
            let mut moved = false;
            for &(first, second, gap) in &cluster.ties {
                let (a, b) = (starts[first as usize], starts[second as usize]);
                if a == i32::MIN || b == i32::MIN || b >= a + gap {
                    continue;
                }
                let Some(start) = self.fit(cluster.jobs[second as usize], a + gap) else { return false };
                starts[second as usize] = start;
                moved = true;
            }
            if !moved {
                return true;
            }
        }
        false
    }

    /// Writes a job's schedule, if it is another than before, and passes the change on.
    pub(super) fn place_at(&mut self, job: u32, arrival: Arrival, start: i32) {
        let old = self.nodes[job as usize];
        let end = start + self.problem.duration(job, old.tour);
        if (old.start, old.end, old.leg, old.at) == (start, end, arrival.leg, arrival.at) {
            return;
        }
        let late = self.late(job, start);
        self.fell |= old.end >= old.start && start < old.start;
        self.cost += late - old.late;
        if self.problem.rates.worst > 0 {
            let (was, is) = (self.overdue(job, old.start), self.overdue(job, start));
            if old.end >= old.start && is < was {
                self.worst_may_fall(job, old.start);
            }
            self.worst = self.worst.max(is);
        }
        let node = self.log_node(job);
        *node = Node { start, end, leg: arrival.leg, at: arrival.at, late, ..*node };
        self.add_travel(old.tour, arrival.leg - old.leg);
        self.touch(old.tour);
        self.push(old.next);
    }

    pub(super) fn settle_tail(&mut self, tail: u32) -> bool {
        let old = self.nodes[tail as usize];
        let before = self.nodes[old.prev as usize];
        let tour = &self.problem.tours[old.tour as usize];
        let leg = self.way(old.tour, before.at, tour.to, before.end);
        let at = if tour.to == NONE { before.at } else { tour.to };
        let home = before.end + leg;
        let empty = self.sums[old.tour as usize].visits == 0;
        if home > tour.close && !empty {
            return false;
        }
        let late = if empty { 0 } else { i64::from((home - tour.end).max(0)) * tour.overtime };
        self.touch(old.tour);
        if (old.start, old.leg, old.at, old.late) != (home, leg, at, late) {
            self.cost += late - old.late;
            let node = self.log_node(tail);
            *node = Node { start: home, end: home, leg, at, late, ..*node };
            self.add_travel(old.tour, leg - old.leg);
        }
        true
    }

    pub(super) fn add_travel(&mut self, tour: u32, ticks: i32) {
        if ticks != 0 {
            self.log_sums(tour).travel += ticks;
            self.cost += self.problem.rates.travel * i64::from(ticks);
        }
    }

    fn greatest_lateness(&self) -> i32 {
        let jobs = 0..self.jobs() as u32;
        jobs.filter(|&job| self.is_in(job))
            .map(|job| self.overdue(job, self.nodes[job as usize].start))
            .max()
            .unwrap_or(0)
    }

    /// Costs, limits and slacks of the tours that changed.
    fn settle_tours(&mut self) -> bool {
        for index in 0..self.touched.len() {
            let tour = self.touched[index];
            let sums = self.sums[tour as usize];
            let limits = &self.problem.tours[tour as usize];
            let is_over = sums.load > limits.capacity || sums.travel > limits.travel_max;
            if sums.visits > 0 && (is_over || self.is_closed[tour as usize]) {
                return false;
            }
            let (head, tail) = (self.head(tour), self.tail(tour));
            let first = self.nodes[self.nodes[head as usize].next as usize];
            let cost = if sums.visits == 0 {
                -self.problem.rates.travel * i64::from(sums.travel)
            } else {
                let leave = first.start - first.leg;
                let waiting = self.nodes[tail as usize].start - leave - sums.travel - sums.service;
                self.problem.rates.waiting * i64::from(waiting)
            };
            self.cost += cost - sums.cost;
            if cost != sums.cost {
                self.log_sums(tour).cost = cost;
            }
            self.settle_burden(tour);
        }
        true
    }

    /// Renews latest starts and slacks of the tours that changed.
    fn refresh_tours(&mut self) {
        for index in 0..self.touched.len() {
            self.refresh(self.touched[index]);
        }
    }

    /// The burden of a tour's carer: care and travel of all the carer's tours above the fair share.
    fn settle_burden(&mut self, tour: u32) {
        if self.problem.rates.fairness == 0 {
            return;
        }
        let carer = self.problem.tours[tour as usize].carer;
        let mut burden = self.problem.burden[carer as usize];
        for &tour in &self.tours_of[carer as usize] {
            let sums = &self.sums[tour as usize];
            if sums.visits > 0 {
                burden += sums.travel + sums.service - sums.pauses;
            }
        }
        let old = self.burden[carer as usize];
        if old != burden {
            self.cost += self.unfair(burden) - self.unfair(old);
            self.burden_log.push((carer, old));
            self.burden[carer as usize] = burden;
        }
    }

    /// Latest starts, slacks and waiting of a tour, from its end to its beginning.
    fn refresh(&mut self, tour: u32) {
        let limits = &self.problem.tours[tour as usize];
        let (end, close) = (limits.end, limits.close);
        let tail = self.tail(tour);
        let home = self.nodes[tail as usize].start;
        self.renew(tail, close, (end - home).max(0), 0);
        let mut job = self.nodes[tail as usize].prev;
        while self.is_job(job) {
            let node = self.nodes[job as usize];
            let after = self.nodes[node.next as usize];
            let duration = node.end - node.start;
            let least = match self.travel(tour) {
                None => 0,
                Some(travel) if !travel.is_banded() => after.leg,
                Some(travel) => (f64::from(after.leg) * travel.least_share()) as i32,
            };
            let latest = self.fit_before(job, after.latest.saturating_sub(least).saturating_sub(duration));
            let waiting = (after.start - node.end - after.leg).max(0);
            let own = if self.is_tied(job) { 0 } else { self.own_slack(job, node.start) };
            let slack = own.min(after.slack.saturating_add(waiting));
            self.renew(job, latest, slack, after.calm + waiting);
            job = node.prev;
        }
    }

    /// The latest start of `job` at or before `time`; before the first opening, `time` itself.
    fn fit_before(&self, job: u32, time: i32) -> i32 {
        let openings = &self.problem.jobs[job as usize].openings;
        let last = openings.iter().rev().find(|opening| opening.open <= time);
        last.map_or(time, |opening| time.min(opening.close))
    }

    fn own_slack(&self, job: u32, start: i32) -> i32 {
        let opening = self.opening(job, start);
        let counts = opening.late > 0 || self.problem.rates.worst > 0;
        let mut slack = if counts { opening.soft } else { opening.close } - start;
        if self.problem.change > 0
            && let Some((_, published)) = self.problem.published[job as usize]
        {
            let (early, late) =
                (published - self.problem.change_tolerance - start, published + self.problem.change_tolerance - start);
            if early > 0 {
                slack = slack.min(early - 1);
            } else if late >= 0 {
                slack = slack.min(late);
            }
        }
        slack.max(0)
    }

    fn renew(&mut self, node: u32, latest: i32, slack: i32, calm: i32) {
        let old = &self.nodes[node as usize];
        if (old.latest, old.slack, old.calm) != (latest, slack, calm) {
            let node = self.log_node(node);
            (node.latest, node.slack, node.calm) = (latest, slack, calm);
        }
    }
}

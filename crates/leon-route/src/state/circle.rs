//! Circles: tours that wait for one another through ties.
//!
//! Settling goes on from the schedule before. When starts become earlier, a circle of ties whose gaps and ways add up
//! to nothing could hold itself up, later than need be; and a circle that adds up to more than nothing has no
//! schedule at all. Following what holds a start back finds both.

use super::State;

impl State<'_> {
    /// Follows what holds a job's start, backwards, until something that nothing holds: an opening or the start of a
    /// tour. Then −1; else the ticks that the circle adds up to which the way runs into. A circle of more than 0
    /// ticks has no schedule, as long as travel takes the same at any time.
    pub(super) fn chain(&mut self, node: u32) -> i32 {
        self.walk += 1;
        let (mut at, mut ticks) = (node, 0);
        loop {
            let (walk, before) = &mut self.walks[at as usize];
            if *walk == self.walk {
                return (ticks - *before).max(0);
            }
            (*walk, *before) = (self.walk, ticks);
            let Some((holder, gap)) = self.holder(at) else { return -1 };
            ticks += gap;
            at = holder;
        }
    }

    /// What a start waits for, and how long after the start of that: what comes before it in its tour first of all.
    fn holder(&self, node: u32) -> Option<(u32, i32)> {
        let here = &self.nodes[node as usize];
        let is_job = self.is_job(node);
        if !is_job && here.prev == super::NONE {
            return None;
        }
        let least = if is_job { self.pushed_to(node, here.start)? } else { here.start };
        let before = &self.nodes[here.prev as usize];
        let ready = if is_job { self.arrival(node).ready } else { here.start };
        if ready >= least {
            return Some((here.prev, ready - before.start));
        }
        let cluster = self.clusters.get(self.cluster_of[node as usize] as usize)?;
        cluster.ties.iter().find_map(|&(first, second, gap)| {
            let first = cluster.jobs[first as usize];
            let holds = cluster.jobs[second as usize] == node
                && self.is_in(first)
                && self.nodes[first as usize].start + gap >= least;
            holds.then_some((first, gap))
        })
    }

    /// The earliest that something must hold a job until for it to begin at `start`: a start where an opening begins is
    /// due to what passed the closing before; `None` where the first begins, since nothing need hold it.
    fn pushed_to(&self, job: u32, start: i32) -> Option<i32> {
        let openings = &self.problem.jobs[job as usize].openings;
        match openings.iter().position(|opening| opening.open == start) {
            None => Some(start),
            Some(0) => None,
            Some(later) => Some(openings[later - 1].close + 1),
        }
    }

    /// Finds the schedule from nothing: starts only rise, until all rules hold.
    pub(super) fn settle_afresh(&mut self) -> bool {
        let mut starts = vec![i32::MIN; self.jobs()];
        let mut behind: Vec<u32> = (0..self.sums.len() as u32).collect();
        let mut is_behind = vec![true; self.sums.len()];
        for _ in 0..self.rounds_most {
            let mut waiting = Vec::new();
            for tour in behind.drain(..) {
                is_behind[tour as usize] = false;
                if !self.pass_on(tour, &mut starts, &mut waiting) {
                    return false;
                }
            }
            waiting.sort_unstable();
            waiting.dedup();
            for cluster in waiting {
                let jobs = &self.clusters[cluster as usize].jobs;
                let before: Vec<i32> = jobs.iter().map(|&job| starts[job as usize]).collect();
                let mut met = before.clone();
                if !self.meet(cluster as usize, &mut met) {
                    return false;
                }
                for (k, &job) in jobs.iter().enumerate() {
                    starts[job as usize] = met[k];
                    let tour = self.nodes[job as usize].tour;
                    if met[k] > before[k] && !std::mem::replace(&mut is_behind[tour as usize], true) {
                        behind.push(tour);
                    }
                }
            }
            if behind.is_empty() {
                return self.write_down(&starts);
            }
        }
        false
    }

    /// Raises the starts of a tour to what its order asks; notes the clusters of jobs that moved.
    fn pass_on(&self, tour: u32, starts: &mut [i32], waiting: &mut Vec<u32>) -> bool {
        let head = self.node(self.head(tour));
        let (mut at, mut now, mut job) = (head.at, head.end, head.next);
        while self.is_job(job) {
            let place = self.problem.jobs[job as usize].place;
            let ready = now + self.way(tour, at, place, now);
            let old = starts[job as usize];
            let Some(start) = self.fit(job, ready.max(old)) else { return false };
            if start > old {
                starts[job as usize] = start;
                if self.is_tied(job) {
                    waiting.push(self.cluster_of[job as usize]);
                }
            }
            now = start + self.problem.duration(job, tour);
            at = if place == super::NONE { at } else { place };
            job = self.node(job).next;
        }
        true
    }

    /// Takes the starts found over into the tours.
    fn write_down(&mut self, starts: &[i32]) -> bool {
        for tour in 0..self.sums.len() as u32 {
            let mut job = self.node(self.head(tour)).next;
            while self.is_job(job) {
                let arrival = self.arrival(job);
                self.place_at(job, arrival, starts[job as usize]);
                job = self.node(job).next;
            }
            let tail = self.tail(tour);
            if !self.settle_tail(tail) {
                return false;
            }
        }
        true
    }
}

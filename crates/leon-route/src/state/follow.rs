//! Delays followed from tour to tour without changing anything: the price of most insertions that are not plain.

use super::{Place, Price, State};
use crate::problem::NONE;

/// Tied jobs passed before a trial is the better way.
const TIES_MOST: usize = 24;

/// Starts as they would be, and how to take them back all at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Delays {
    /// By node: the round that delayed it, and its start then.
    starts: Vec<(u64, i32)>,
    round: u64,
    stack: Vec<(u32, i32)>,
}

impl Delays {
    pub(super) fn new(nodes: usize) -> Self {
        Self { starts: vec![(0, 0); nodes], ..Self::default() }
    }
}

/// What a walk along one delayed tour came to.
enum Walk {
    /// It goes on elsewhere, or ends.
    Done,
    /// Something would begin after its closing.
    Impossible,
    /// Only a trial tells.
    Unsure,
}

struct Sum {
    cost: i64,
    worst: i32,
    ties: usize,
    exact: bool,
}

impl State<'_> {
    /// Follows the delay that an insertion brings through its tour, and on through ties. The price is then exact
    /// unless it was uncertain for another reason; it is given up, inexact or not, as soon as it is not below `most`.
    ///
    /// `None`: something would begin after its closing. Linear in the jobs delayed.
    pub fn follow(&mut self, job: u32, place: Place, price: Price, most: i64) -> Option<Price> {
        let mut delays = std::mem::take(&mut self.delays);
        delays.round += 1;
        delays.stack.clear();
        let worst = self.worst.max(price.late);
        let exact = price.can_follow && !self.is_banded;
        let mut sum = Sum { cost: price.cost, worst, ties: 0, exact: price.can_follow };
        if price.delay > 0 {
            let next = self.nodes[place.after as usize].next;
            delays.stack.push((next, self.nodes[next as usize].start + price.delay));
        }
        let mut walk = if self.is_tied(job) {
            self.pass_to_mates(job, price.start, (job, price.start), &mut delays)
        } else {
            Walk::Done
        };
        while let (Walk::Done, Some((node, start))) = (&walk, delays.stack.pop()) {
            walk = self.walk(node, start, (job, place, price.start), &mut delays, &mut sum);
            if sum.cost + self.problem.rates.worst * i64::from(sum.worst - worst) >= most {
                break;
            }
        }
        self.delays = delays;
        let cost = sum.cost + self.problem.rates.worst * i64::from(sum.worst - worst);
        match walk {
            Walk::Done => {
                Some(Price { cost, exact: sum.exact && !self.is_banded, near: sum.exact && self.is_banded, ..price })
            }
            Walk::Unsure => Some(Price { cost, exact: false, near: false, ..price }),
            Walk::Impossible if exact => None,
            Walk::Impossible => Some(Price { cost, exact: false, near: false, ..price }),
        }
    }

    /// Delays a node to `start` and its tour after it, as far as the delay reaches.
    fn walk(&self, node: u32, start: i32, new: (u32, Place, i32), delays: &mut Delays, sum: &mut Sum) -> Walk {
        let (mut at, mut start) = (node, start);
        let (job, place, job_start) = new;
        loop {
            let here = &self.nodes[at as usize];
            let (round, delayed) = &mut delays.starts[at as usize];
            let before = if *round == delays.round { *delayed } else { here.start };
            if start <= before {
                return Walk::Done;
            }
            (*round, *delayed) = (delays.round, start);
            if !self.is_job(at) {
                let tour = &self.problem.tours[here.tour as usize];
                if start > tour.close {
                    return Walk::Impossible;
                }
                sum.cost += i64::from((start - tour.end).max(0) - (before - tour.end).max(0)) * tour.overtime;
                return Walk::Done;
            }
            let opening = &self.firsts[at as usize];
            if start > opening.close {
                let is_last = self.problem.jobs[at as usize].openings.len() == 1;
                return if is_last { Walk::Impossible } else { Walk::Unsure };
            }
            if self.is_timed(at) {
                sum.exact = false;
            }
            if start > opening.soft {
                sum.cost += i64::from(start - opening.soft.max(before)) * opening.late;
                sum.worst = sum.worst.max(start - opening.soft);
            }
            if self.is_tied(at) {
                sum.ties += 1;
                sum.exact &= self.problem.rates.waiting == 0;
                if sum.ties > TIES_MOST {
                    return Walk::Unsure;
                }
                if let Walk::Unsure = self.pass_to_mates(at, start, (job, job_start), delays) {
                    return Walk::Unsure;
                }
            }
            let end = start + here.end - here.start;
            if at == place.after {
                let way = self.way(here.tour, here.at, self.problem.jobs[job as usize].place, end);
                return if end + way <= job_start { Walk::Done } else { Walk::Unsure };
            }
            at = here.next;
            start = end + self.nodes[at as usize].leg;
        }
    }

    /// Notes what a tied job that begins at `start` makes begin later.
    fn pass_to_mates(&self, job: u32, start: i32, new: (u32, i32), delays: &mut Delays) -> Walk {
        let cluster = &self.clusters[self.cluster_of[job as usize] as usize];
        for &(first, second, gap) in &cluster.ties {
            if cluster.jobs[first as usize] != job {
                continue;
            }
            let mate = cluster.jobs[second as usize];
            if mate == new.0 {
                if start + gap > new.1 {
                    return Walk::Unsure;
                }
                continue;
            }
            if self.nodes[mate as usize].tour != NONE && start + gap > self.nodes[mate as usize].start {
                delays.stack.push((mate, start + gap));
            }
        }
        Walk::Done
    }
}

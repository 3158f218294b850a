//! The place in a shift where a job comes nearest to fitting, and what keeps it from it.

use super::hindrance::Hindrance;
use crate::problem::{NO_WAY, NONE};
use crate::state::State;
use crate::translate::{JobKey, Translation};
use leon_model::{Doing, Seconds, VisitId};

/// What keeps a job from a tour, or when it would begin there.
pub(crate) enum Fit {
    /// It would begin at this tick.
    At(i32),
    Not(Hindrance),
}

/// Tries a job in every place of a tour that may do it, and says what keeps it from the place where least is missing.
pub(crate) fn nearest(state: &mut State<'_>, translation: &Translation<'_>, job: u32, tour: u32) -> Fit {
    let mut least: Option<(i32, Hindrance)> = None;
    let places = std::iter::once(state.head(tour)).chain(state.tour_jobs(tour)).collect::<Vec<_>>();
    for after in places {
        let missing = match (Walk { state: &*state, translation, tour }).through(job, after) {
            Err(missing) => missing,
            Ok(()) => match try_there(state, job, after) {
                Some(start) => return Fit::At(start),
                None => (0, other_tours(state, translation, job, after)),
            },
        };
        if least.as_ref().is_none_or(|(short_by, _)| missing.0 < *short_by) {
            least = Some(missing);
        }
    }
    Fit::Not(least.map_or(Hindrance::NoWay, |(_, hindrance)| hindrance))
}

fn try_there(state: &mut State<'_>, job: u32, after: u32) -> Option<i32> {
    let mark = state.mark();
    state.insert(job, after);
    let start = state.settle().then(|| state.node(job).start);
    state.back(mark);
    start
}

/// The job fits its tour, so other tours keep it out, through ties.
fn other_tours(state: &State<'_>, translation: &Translation<'_>, job: u32, after: u32) -> Hindrance {
    let mut at = job;
    let mut next = state.node(after).next;
    loop {
        if let Some(with) = tied_to(state, translation, at, if at == job { NONE } else { job }) {
            return Hindrance::Together { with };
        }
        if !state.is_job(next) {
            return Hindrance::NoWay;
        }
        (at, next) = (next, state.node(next).next);
    }
}

/// The visit of a job in a tour that `job` is tied to.
fn tied_to(state: &State<'_>, translation: &Translation<'_>, job: u32, but: u32) -> Option<VisitId> {
    let ties = translation.problem.ties.iter();
    let mates = ties.filter_map(|tie| match (tie.first == job, tie.second == job) {
        (true, _) => Some(tie.second),
        (_, true) => Some(tie.first),
        _ => None,
    });
    let mate = mates.into_iter().find(|&mate| mate != but && state.is_in(mate))?;
    match translation.keys[mate as usize] {
        JobKey::Slot { visit, .. } => Some(translation.day.visits[visit].id.clone()),
        JobKey::Pause { .. } => None,
    }
}

/// A walk through the rest of a tour, delayed by a job.
struct Walk<'a, 's, 'd> {
    state: &'a State<'s>,
    translation: &'a Translation<'d>,
    tour: u32,
}

impl Walk<'_, '_, '_> {
    fn travel(&self, a: u32, b: u32, at: i32) -> i32 {
        let problem = &self.translation.problem;
        let transports = &problem.tours[self.tour as usize].transports;
        let transport = transports.get(self.state.sums(self.tour).transport as usize);
        transport.map_or(0, |&it| problem.travel[it as usize].ticks(a, b, at))
    }

    /// The earliest start at or after `time`, or the last closing.
    fn fit(&self, job: u32, time: i32) -> Result<i32, i32> {
        let openings = &self.translation.problem.jobs[job as usize].openings;
        let open = openings.iter().find(|it| time <= it.close);
        open.map(|it| time.max(it.open)).ok_or(openings[openings.len() - 1].close)
    }

    /// What the job's tour lacks for it, in ticks, and as a rule.
    fn through(&self, job: u32, after: u32) -> Result<(), (i32, Hindrance)> {
        let (translation, state) = (self.translation, self.state);
        let problem = &translation.problem;
        let limits = &problem.tours[self.tour as usize];
        let sums = state.sums(self.tour);
        let before = state.node(after);
        let place = problem.jobs[job as usize].place;
        let leg = self.travel(before.at, place, before.end);
        if leg >= NO_WAY {
            return Err((NO_WAY, Hindrance::NoWay));
        }
        let comes = before.end + leg;
        let start = self.fit(job, comes).map_err(|closes| (comes - closes, self.too_late(job, comes, closes)))?;
        let start = self.with_mates(job, start)?;
        let mut time = start + problem.duration(job, self.tour);
        let (mut at, mut travel) = (place, leg);
        let mut next = before.next;
        loop {
            let node = state.node(next);
            let is_tail = !state.is_job(next);
            let to = if is_tail { limits.to } else { problem.jobs[next as usize].place };
            let leg = self.travel(at, to, time);
            if leg >= NO_WAY {
                return Err((NO_WAY, Hindrance::NoWay));
            }
            travel += leg - node.leg;
            time += leg;
            if is_tail {
                break;
            }
            let begins = self.fit(next, time).map_err(|closes| (time - closes, self.no_gap(next, time, closes)))?;
            if begins <= node.start && to != NONE {
                // From here on all is as it was, or earlier.
                time = i32::MIN;
                break;
            }
            at = if to == NONE { at } else { to };
            time = begins + node.end - node.start;
            next = node.next;
        }
        if time > limits.close {
            let (done, latest) = (translation.moment(time), translation.moment(limits.close));
            return Err((time - limits.close, Hindrance::OvertimeLimit { done, latest }));
        }
        if sums.load >= limits.capacity {
            let most = u32::try_from(limits.capacity).unwrap_or(0);
            return Err((problem.duration(job, self.tour), Hindrance::VisitsLimit { most }));
        }
        let travel = travel + if sums.visits == 0 { 0 } else { sums.travel };
        if travel > limits.travel_max {
            let (travel, most) = (Seconds(travel.into()), Seconds(limits.travel_max.into()));
            return Err(((travel - most).0 as i32, Hindrance::TravelLimit { travel, most }));
        }
        Ok(())
    }

    /// The start, not before what the job is tied to allows.
    fn with_mates(&self, job: u32, start: i32) -> Result<i32, (i32, Hindrance)> {
        let mut start = start;
        for tie in self.translation.problem.ties.iter().filter(|tie| tie.second == job && self.state.is_in(tie.first)) {
            let bound = self.state.node(tie.first).start + tie.gap;
            if bound > start {
                let together = || tied_to(self.state, self.translation, job, NONE);
                start = self.fit(job, bound).map_err(|closes| {
                    let hindrance = together().map_or(Hindrance::NoWay, |with| Hindrance::Together { with });
                    (bound - closes, hindrance)
                })?;
            }
        }
        Ok(start)
    }

    fn too_late(&self, job: u32, comes: i32, closes: i32) -> Hindrance {
        let (comes, closes) = (self.translation.moment(comes), self.translation.moment(closes));
        match self.translation.keys[job as usize] {
            JobKey::Slot { visit, slot: 0 } if self.translation.day.visits[visit].pin.start.is_some() => {
                Hindrance::StartPinned { comes, pinned: closes }
            }
            _ => Hindrance::WindowCloses { comes, closes },
        }
    }

    fn no_gap(&self, next: u32, comes: i32, latest: i32) -> Hindrance {
        let doing = match self.translation.keys[next as usize] {
            JobKey::Slot { visit, slot } => Doing::Visit { visit: self.translation.day.visits[visit].id.clone(), slot },
            JobKey::Pause { pause } => Doing::Pause { pause },
        };
        let short_by = Seconds((comes - latest).into());
        let (comes, latest) = (self.translation.moment(comes), self.translation.moment(latest));
        Hindrance::NoGap { next: doing, comes, latest, short_by }
    }
}

//! A planner of the simplest kind: visits by the time when they are due, each put where it costs least, none moved
//! again. What it can plan, a planner can.

use leon_model::*;
use std::collections::HashMap;

/// Something that a carer does, with its place where it has one.
#[derive(Clone, Copy)]
struct Busy {
    start: Moment,
    end: Moment,
    at: Option<usize>,
}

/// Somebody's shift so far, in order of time, from start to end.
struct Going<'d> {
    carer: &'d Carer,
    shift: &'d Shift,
    busy: Vec<Busy>,
}

/// A way to fit a slot into a shift.
#[derive(Clone, Copy)]
struct Fit {
    going: usize,
    place: usize,
    start: Moment,
    end: Moment,
    loss: Seconds,
}

struct Greedy<'d> {
    day: &'d Day,
    going: Vec<Going<'d>>,
    /// Locations, by id.
    at: HashMap<&'d LocationId, usize>,
}

impl<'d> Greedy<'d> {
    fn new(day: &'d Day) -> Self {
        let at: HashMap<&LocationId, usize> = day.locations.iter().enumerate().map(|(i, it)| (&it.id, i)).collect();
        let shifts = day.carers.iter().flat_map(|carer| carer.shifts.iter().map(move |shift| (carer, shift)));
        let going = shifts.map(|(carer, shift)| {
            let place = |id: &Option<LocationId>| id.as_ref().map(|id| at[id]);
            let (from, to) = match &shift.work {
                Work::Visiting(it) => (place(&it.from), place(&it.to)),
                Work::Screen => (None, None),
            };
            let mut busy = vec![Busy { start: shift.start, end: shift.start, at: from }];
            for pause in &shift.pauses {
                let start = Moment((pause.earliest.0 + pause.latest.0) / 2);
                busy.push(Busy { start, end: start + pause.duration.into(), at: place(&pause.location) });
            }
            busy.sort_by_key(|it| it.start);
            let end = shift.end + shift.overtime_max.into();
            busy.push(Busy { start: end, end, at: to });
            Going { carer, shift, busy }
        });
        Self { day, going: going.collect(), at }
    }

    fn way(&self, shift: &Shift, from: Option<usize>, to: Option<usize>) -> Seconds {
        let (Work::Visiting(travelling), Some(from), Some(to)) = (&shift.work, from, to) else { return Seconds::ZERO };
        if from == to {
            return Seconds::ZERO;
        }
        let transport = &self.day.transports[self.day.transport_index(&travelling.transport).unwrap()];
        let TravelTimes::Straight { speed_kmh, detour } = transport.times else { panic!("no matrix is made up") };
        let (from, to) = (&self.day.locations[from], &self.day.locations[to]);
        let metres = from.point.unwrap().metres_to(to.point.unwrap()) * detour;
        // The rush at its slowest, all day.
        let factor = transport.bands.iter().map(|band| band.factor).fold(1.0, f64::max);
        Seconds((metres / (speed_kmh / 3.6) * factor).ceil() as i64) + to.access
    }

    /// The best gap of a shift for a slot that begins between two instants.
    fn fit(&self, i: usize, visit: &Visit, slot: &Slot, open: Moment, close: Moment) -> Option<Fit> {
        let Going { carer, shift, busy } = &self.going[i];
        let may = !carer.trainee
            && !visit.forbidden.contains(&carer.id)
            && (slot.groups.is_empty() || slot.groups.contains(&carer.group))
            && slot.competences.iter().all(|it| carer.competences.contains(it));
        if !may || shift.start > close || shift.end < open {
            return None;
        }
        let by_group = slot.duration_by_group.iter().find(|it| it.0 == carer.group).map(|it| it.1);
        let (duration, here) = match (&shift.work, visit.mode) {
            (Work::Visiting(_), Mode::Screen) | (Work::Screen, Mode::Physical) => return None,
            (Work::Screen, _) => (slot.duration_by_screen?, None),
            (Work::Visiting(_), _) => (by_group.unwrap_or(slot.duration), Some(self.at[&visit.location])),
        };
        // Nurses are kept for what only they may do: a level is as bad as a quarter of an hour.
        let level = self.day.groups[self.day.group_index(&carer.group).unwrap()].level;
        let mut best: Option<Fit> = None;
        for place in 1..busy.len() {
            let (before, after) = (&busy[..place], &busy[place..]);
            if after[0].start < open || before[place - 1].end > close {
                continue;
            }
            let last = before.iter().rev().find_map(|it| it.at);
            let next = after.iter().find(|it| it.at.is_some());
            let out = self.way(shift, here, next.and_then(|it| it.at));
            let start = (before[place - 1].end + self.way(shift, last, here)).max(open);
            let end = start + duration.into();
            let paused: Seconds = after.iter().take_while(|it| it.at.is_none()).map(|it| it.end - it.start).sum();
            let in_time = next.is_none_or(|next| end + paused + out <= next.start);
            if start <= close && end <= after[0].start && in_time {
                let direct = self.way(shift, last, next.and_then(|it| it.at));
                let waiting = start - (before[place - 1].end + self.way(shift, last, here));
                let loss = self.way(shift, last, here) + out - direct + Seconds(waiting.0 / 2 + 900 * i64::from(level));
                if best.is_none_or(|old| loss < old.loss) {
                    best = Some(Fit { going: i, place, start, end, loss });
                }
            }
        }
        best
    }

    /// Tries one visit; returns its start.
    fn plan(&mut self, visit: &Visit, open: Moment, close: Moment) -> Option<Moment> {
        let slots: Vec<&Slot> = visit.slots.iter().filter(|slot| slot.needed).collect();
        let fits = |slot, from, until, not: Option<usize>| {
            (0..self.going.len())
                .filter(|i| Some(*i) != not)
                .filter_map(|i| self.fit(i, visit, slot, from, until))
                .collect()
        };
        let mut firsts: Vec<Fit> = fits(slots[0], open, close, None);
        firsts.sort_by_key(|it| it.loss);
        let taken = match slots.get(1) {
            None => vec![*firsts.first()?],
            Some(second) => {
                let meeting = visit.meetings[0];
                // Whoever comes first waits for the other: the first's start is tried at five instants of its gap.
                let pair = firsts.iter().take(12).flat_map(|first| (0..5).map(move |k| (first, Seconds(600 * k))));
                let pairs = pair.filter_map(|(first, later)| {
                    let open = first.start + later;
                    let first = self.fit(first.going, visit, slots[0], open, open.min(close))?;
                    let mut seconds: Vec<Fit> =
                        fits(second, first.start + meeting.from, first.start + meeting.to, Some(first.going));
                    seconds.sort_by_key(|it| it.loss);
                    Some(vec![first, *seconds.first()?])
                });
                pairs.min_by_key(|pair| pair.iter().map(|it| it.loss).sum::<Seconds>())?
            }
        };
        for fit in &taken {
            let at = (self.going[fit.going].shift.work != Work::Screen).then(|| self.at[&visit.location]);
            self.going[fit.going].busy.insert(fit.place, Busy { start: fit.start, end: fit.end, at });
        }
        Some(taken[0].start)
    }
}

/// Visits that this planner leaves out.
pub fn left_out(day: &Day) -> Vec<&Visit> {
    let mut greedy = Greedy::new(day);
    let due = |visit: &Visit| visit.windows[0].soft_close.unwrap_or(visit.windows[0].close);
    // The first of a pair comes before the second.
    let before: HashMap<&VisitId, Moment> =
        day.orders.iter().map(|it| (&it.first, due(&day.visits[day.visit_index(&it.second).unwrap()]))).collect();
    let key = |visit: &Visit| before.get(&visit.id).map_or(due(visit), |second| due(visit).min(*second + Seconds(-1)));
    let mut order: Vec<&Visit> = day.visits.iter().collect();
    order.sort_by_key(|visit| key(visit));
    let mut starts: HashMap<&VisitId, Moment> = HashMap::new();
    let mut left_out = Vec::new();
    for visit in order {
        let (mut open, mut close) = (visit.windows[0].open, visit.windows[0].close);
        for order in day.orders.iter().filter(|it| it.second == visit.id) {
            if let Some(&first) = starts.get(&order.first) {
                open = open.max(first + order.gap_min);
                close = order.gap_max.map_or(close, |gap| close.min(first + gap));
            }
        }
        match greedy.plan(visit, open, close) {
            Some(start) => {
                starts.insert(&visit.id, start);
            }
            None => left_out.push(visit),
        }
    }
    left_out
}

//! The search for relaxations: each rule is relaxed for all visits left out at once, and every way to fit them then
//! tells how much of it they need.

use super::hindrance::minutes_up;
use super::laid::lay;
use super::outcome::{Before, Outcome, plan_for};
use super::relaxation::{care, levels_off, worth};
use super::ways::{Way, cheapest_way, each_way};
use super::{AskError, Missing, Relaxation, Remedy};
use crate::problem::{Opening, Problem, Tour};
use crate::state::State;
use crate::translate::{Part, Translation};
use leon_model::{Day, Kroner, Minutes, Necessity, RoutePlan, Visit};
use std::collections::BTreeMap;

/// No remedy asks for more.
const MINUTES_MAX: i32 = 180;

/// So many remedies of a kind are enough.
const EACH_KIND: usize = 3;

/// Looks for remedies of visits left out.
pub(super) struct Remedies<'a, 'd> {
    day: &'d Day,
    plan: &'a RoutePlan,
    before: &'a Before,
    translation: Translation<'d>,
    all: Vec<Missing>,
    found: Vec<Vec<Remedy>>,
}

/// Seconds of overtime on a tour.
fn overtime(state: &State<'_>, limits: &Tour, tour: u32) -> i32 {
    if state.sums(tour).visits == 0 { 0 } else { (state.node(state.tail(tour)).start - limits.end).max(0) }
}

/// A limit of a tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Limit {
    Close,
    Travel,
    Visits,
}

impl<'a, 'd> Remedies<'a, 'd> {
    pub fn new(
        day: &'d Day,
        plan: &'a RoutePlan,
        before: &'a Before,
        translation: Translation<'d>,
        all: Vec<Missing>,
    ) -> Self {
        let found = vec![Vec::new(); all.len()];
        Self { day, plan, before, translation, all, found }
    }

    /// Remedies of each visit left out, the cheapest first.
    pub fn find(mut self) -> Result<Vec<Vec<Remedy>>, AskError> {
        if self.all.is_empty() {
            return Ok(self.found);
        }
        let windows = self.all.iter().map(|it| self.day.visits[it.visit].windows.len()).max().unwrap_or(0);
        for window in 0..windows {
            self.later(window)?;
            self.earlier(window)?;
        }
        self.limits()?;
        self.groups()?;
        self.pins()?;
        self.others()?;
        for remedies in &mut self.found {
            remedies.sort_by(|a, b| a.price.total_cmp(&b.price).then_with(|| a.relaxation.cmp(&b.relaxation)));
        }
        Ok(self.found)
    }

    fn visit(&self, index: usize) -> &'d Visit {
        &self.day.visits[self.all[index].visit]
    }

    /// Does something with the plan laid out on a changed problem; afterwards the problem is as before.
    fn with<R>(
        &mut self,
        change: impl FnOnce(&mut Problem),
        then: impl FnOnce(&Self, &mut State<'_>) -> R,
    ) -> Result<R, AskError> {
        let (jobs, tours) = (self.translation.problem.jobs.clone(), self.translation.problem.tours.clone());
        change(&mut self.translation.problem);
        let result = lay(&self.translation, self.plan).map(|mut state| then(self, &mut state));
        (self.translation.problem.jobs, self.translation.problem.tours) = (jobs, tours);
        result
    }

    /// The remedy that a way means, if the check passes it on the day so changed.
    fn prove(
        &self,
        translation: &Translation<'_>,
        state: &mut State<'_>,
        index: usize,
        way: &Way,
        relaxation: Relaxation,
        kroner: Option<(f64, Kroner)>,
    ) -> Option<Remedy> {
        let visit = self.visit(index);
        let day = relaxation.apply(self.day, &visit.id).ok()?;
        let mark = state.mark();
        let stands = way.go(state, &self.all[index].jobs);
        let plan = plan_for(&day, translation, state);
        state.back(mark);
        let outcome = self.before.outcome(&day, plan, &visit.id).ok().filter(|_| stands)?;
        let price = kroner.map_or_else(|| self.price(visit, &relaxation, &outcome), |(minutes, _)| minutes);
        let kroner = kroner.map(|(_, kroner)| kroner);
        Some(Remedy { relaxation, placed: outcome.placed, moved: outcome.moved, price, kroner })
    }

    /// The price of a relaxation other than overtime: see [`Remedy::price`].
    fn price(&self, visit: &Visit, relaxation: &Relaxation, outcome: &Outcome) -> f64 {
        match relaxation {
            Relaxation::StartLater { minutes, .. }
            | Relaxation::StartEarlier { minutes, .. }
            | Relaxation::MoreTravel { minutes, .. }
            | Relaxation::Overtime { minutes, .. } => minutes.0 as f64,
            Relaxation::MoreVisits { .. } | Relaxation::UnpinCarer { .. } => care(visit),
            Relaxation::AllowGroup { slot, group } => {
                visit.slots[*slot].duration.0 as f64 * (1.0 + levels_off(self.day, visit, *slot, group))
            }
            Relaxation::UnpinStart => {
                let start = outcome.placed.first().map(|it| it.start);
                let moved = visit.pin.start.zip(start).map(|(pinned, start)| (start - pinned).minutes().abs());
                moved.unwrap_or(0.0)
            }
            Relaxation::LeaveOut { visit } => {
                self.day.visit_index(visit).map_or(0.0, |row| worth(&self.day.visits[row]))
            }
        }
    }

    /// The window's openings for the jobs of a visit, unless its start is pinned.
    fn set_window(&self, index: usize, window: usize, earlier: i32, later: i32) -> Vec<(u32, Opening)> {
        let visit = self.visit(index);
        if visit.pin.start.is_some() || window >= visit.windows.len() {
            return vec![];
        }
        let jobs = self.all[index].jobs.iter();
        jobs.map(|&job| {
            let openings = &self.translation.problem.jobs[job as usize].openings;
            let own = openings[window];
            let least = if window > 0 { openings[window - 1].close + 1 } else { i32::MIN };
            let most = openings.get(window + 1).map_or(i32::MAX, |next| next.open - 1);
            let open = (own.open - earlier * 60).max(least);
            (job, Opening { open, close: (own.close + later * 60).min(most), ..own })
        })
        .collect()
    }

    fn set_windows(&self, window: usize, earlier: i32, later: i32) -> Vec<(u32, Opening)> {
        (0..self.all.len()).flat_map(|index| self.set_window(index, window, earlier, later)).collect()
    }

    /// Windows that close later: the earliest start of each way says by how much.
    fn later(&mut self, window: usize) -> Result<(), AskError> {
        let openings = self.set_windows(window, 0, MINUTES_MAX);
        let closes: Vec<i32> = self.closes(window, |opening| opening.close);
        let found = self.with(only(openings), |me, state| {
            let remedies = me.all.iter().enumerate().map(|(index, missing)| {
                me.window_open(index, window)?;
                let mut least: Option<(i32, i64, Way)> = None;
                each_way(state, &missing.jobs, &|_, _| true, &mut |state| {
                    let start = missing.jobs.iter().map(|&job| state.node(job).start).max().unwrap_or(0);
                    let by = (start - closes[index], state.cost());
                    if least.as_ref().is_none_or(|(ticks, cost, _)| by < (*ticks, *cost)) {
                        least = Some((by.0, by.1, Way::of(state, &missing.jobs)));
                    }
                    i64::MAX
                });
                let (ticks, _, way) = least.filter(|(ticks, _, _)| *ticks > 0)?;
                let relaxation = Relaxation::StartLater { window, minutes: minutes_up(ticks) };
                me.prove(&me.translation, state, index, &way, relaxation, None)
            });
            remedies.collect::<Vec<_>>()
        })?;
        self.add(found);
        Ok(())
    }

    /// Windows that open earlier: a way shows the earliest and, ties apart, the latest start that it allows. The least
    /// number of minutes lies between what these two ask for.
    fn earlier(&mut self, window: usize) -> Result<(), AskError> {
        let openings = self.set_windows(window, MINUTES_MAX, 0);
        let opens: Vec<i32> = self.closes(window, |opening| opening.open);
        let spans = self.with(only(openings), |me, state| {
            let spans = me.all.iter().enumerate().map(|(index, missing)| {
                me.window_open(index, window)?;
                let mut span: Option<(i32, i32)> = None;
                each_way(state, &missing.jobs, &|_, _| true, &mut |state| {
                    let nodes = || missing.jobs.iter().map(|&job| state.node(job));
                    let latest = nodes().map(|node| node.latest).min().unwrap_or(0);
                    let start = nodes().map(|node| node.start).min().unwrap_or(0);
                    let (low, high) = (opens[index].saturating_sub(latest), opens[index] - start);
                    span = Some(span.map_or((low, high), |it| (it.0.min(low), it.1.min(high))));
                    i64::MAX
                });
                span.filter(|(_, high)| *high > 0).map(|(low, high)| (minutes_up(low.max(1)), minutes_up(high)))
            });
            spans.collect::<Vec<_>>()
        })?;
        let mut found = vec![None; self.all.len()];
        for (index, span) in spans.into_iter().enumerate() {
            if let Some((low, high)) = span {
                found[index] = self.least_earlier(index, window, low, high)?;
            }
        }
        self.add(found);
        Ok(())
    }

    /// The least number of minutes from `low` to `high` by which the window must open earlier, by halves.
    fn least_earlier(
        &mut self,
        index: usize,
        window: usize,
        low: Minutes,
        high: Minutes,
    ) -> Result<Option<Remedy>, AskError> {
        let (mut low, mut high) = (low.0, high.0.min(i64::from(MINUTES_MAX)));
        let mut best = self.opens_earlier(index, window, low)?;
        if best.is_some() {
            return Ok(best);
        }
        while low + 1 < high || (low < high && best.is_none()) {
            let middle = if low + 1 < high { low + (high - low) / 2 } else { high };
            match self.opens_earlier(index, window, middle)? {
                Some(remedy) => (best, high) = (Some(remedy), middle),
                None => low = middle,
            }
        }
        Ok(best)
    }

    fn opens_earlier(&mut self, index: usize, window: usize, minutes: i64) -> Result<Option<Remedy>, AskError> {
        let openings = self.set_window(index, window, minutes as i32, 0);
        self.with(only(openings), |me, state| {
            let (_, way) = cheapest_way(state, &me.all[index].jobs, &|_, _| true)?;
            let relaxation = Relaxation::StartEarlier { window, minutes: Minutes(minutes) };
            me.prove(&me.translation, state, index, &way, relaxation, None)
        })
    }

    /// Where each visit's window ends (or begins) as it is; a visit without the window gets 0.
    fn closes(&self, window: usize, end: impl Fn(&Opening) -> i32) -> Vec<i32> {
        let openings = |missing: &Missing| {
            let jobs = &self.translation.problem.jobs;
            missing.jobs.first().and_then(|&job| jobs[job as usize].openings.get(window))
        };
        self.all.iter().map(|missing| openings(missing).map_or(0, &end)).collect()
    }

    /// Whether the visit has such a window, not pinned.
    fn window_open(&self, index: usize, window: usize) -> Option<()> {
        let visit = self.visit(index);
        (visit.pin.start.is_none() && window < visit.windows.len()).then_some(())
    }

    /// Limits of shifts: ways that pass just one limit of one shift.
    fn limits(&mut self) -> Result<(), AskError> {
        let limits = self.translation.problem.tours.clone();
        let relax = |problem: &mut Problem| {
            for tour in &mut problem.tours {
                tour.close += MINUTES_MAX * 60;
                tour.travel_max = i32::MAX;
                if tour.capacity > 0 {
                    tour.capacity = i32::MAX; // 0: there is no car for it
                }
            }
        };
        let found = self.with(relax, |me, state| {
            let all = me.all.iter().enumerate();
            all.map(|(index, missing)| me.limits_of(state, &limits, index, missing)).collect::<Vec<_>>()
        })?;
        for (index, mut remedies) in found.into_iter().enumerate() {
            remedies.sort_by(|a, b| a.price.total_cmp(&b.price));
            let mut kinds: BTreeMap<u8, usize> = BTreeMap::new();
            remedies.retain(|it| {
                let kind = match it.relaxation {
                    Relaxation::Overtime { .. } => 0,
                    Relaxation::MoreTravel { .. } => 1,
                    _ => 2,
                };
                *kinds.entry(kind).and_modify(|count| *count += 1).or_insert(1) <= EACH_KIND
            });
            self.found[index].extend(remedies);
        }
        Ok(())
    }

    fn limits_of(&self, state: &mut State<'_>, limits: &[Tour], index: usize, missing: &Missing) -> Vec<Remedy> {
        let overtime_before: Vec<i32> =
            (0..limits.len() as u32).map(|tour| overtime(state, &limits[tour as usize], tour)).collect();
        // By limit and tour: ticks beyond it, cost, ticks of overtime more, and how.
        let mut least: BTreeMap<(Limit, u32), (i32, i64, i32, Way)> = BTreeMap::new();
        each_way(state, &missing.jobs, &|_, _| true, &mut |state| {
            if let Some((limit, tour, by)) = only_limit(state, limits) {
                let more = overtime(state, &limits[tour as usize], tour) - overtime_before[tour as usize];
                let it = (by, state.cost());
                if least.get(&(limit, tour)).is_none_or(|(by, cost, ..)| it < (*by, *cost)) {
                    least.insert((limit, tour), (it.0, it.1, more, Way::of(state, &missing.jobs)));
                }
            }
            i64::MAX
        });
        let mut remedies = Vec::new();
        for ((limit, tour), (by, _, more, way)) in least {
            let (carer, shift) = self.translation.part.shifts[tour as usize];
            let row = &self.day.carers[carer];
            let (carer, minutes) = (row.id.clone(), minutes_up(by));
            let (relaxation, kroner) = match limit {
                Limit::Close => (Relaxation::Overtime { carer, shift, minutes }, Some(self.overtime_price(row, more))),
                Limit::Travel => (Relaxation::MoreTravel { carer, shift, minutes }, None),
                Limit::Visits => (Relaxation::MoreVisits { carer, shift }, None),
            };
            remedies.extend(self.prove(&self.translation, state, index, &way, relaxation, kroner));
        }
        remedies
    }

    /// Overtime in minutes of ordinary time, and in kroner.
    fn overtime_price(&self, carer: &leon_model::Carer, ticks: i32) -> (f64, Kroner) {
        let Some(group) = self.day.group_index(&carer.group).map(|row| &self.day.groups[row]) else {
            return (f64::from(ticks) / 60.0, Kroner(0.0));
        };
        let (ordinary, overtime) = (group.dkk_per_hour.0, group.overtime_dkk_per_hour.0);
        let ratio = if ordinary > 0.0 { overtime / ordinary } else { 1.0 };
        (f64::from(ticks) / 60.0 * ratio, Kroner(f64::from(ticks) / 3600.0 * overtime))
    }

    /// Groups that may not come: ways with just one of them.
    fn groups(&mut self) -> Result<(), AskError> {
        let mut tables = (**self.day).clone();
        for missing in &self.all {
            missing.slots.iter().for_each(|&slot| tables.visits[missing.visit].slots[slot].groups.clear());
        }
        let day = Day::new(tables).map_err(AskError::NoDay)?;
        let translation = Translation::new(&day, Part::following(&day, self.plan), Some(self.plan));
        let mut state = lay(&translation, self.plan)?;
        for (index, missing) in self.all.iter().enumerate() {
            let slots = &self.visit(index).slots;
            let mut best: BTreeMap<(usize, usize), (i64, Way)> = BTreeMap::new();
            each_way(&mut state, &missing.jobs, &|_, _| true, &mut |state| {
                let mut barred = missing.slots.iter().zip(&missing.jobs).filter_map(|(&slot, &job)| {
                    let (carer, _) = translation.part.shifts[state.node(job).tour as usize];
                    let group = &day.carers[carer].group;
                    let may = slots[slot].groups.is_empty() || slots[slot].groups.contains(group);
                    (!may).then(|| (slot, day.group_index(group).unwrap_or(0)))
                });
                if let (Some(key), None) = (barred.next(), barred.next())
                    && best.get(&key).is_none_or(|(cost, _)| state.cost() < *cost)
                {
                    best.insert(key, (state.cost(), Way::of(state, &missing.jobs)));
                }
                i64::MAX
            });
            for ((slot, group), (_, way)) in best {
                let relaxation = Relaxation::AllowGroup { slot, group: day.groups[group].id.clone() };
                let remedy = self.prove(&translation, &mut state, index, &way, relaxation, None);
                self.found[index].extend(remedy);
            }
        }
        Ok(())
    }

    /// Pins of the visits themselves.
    fn pins(&mut self) -> Result<(), AskError> {
        for index in 0..self.all.len() {
            let visit = self.visit(index);
            let pinned = |slot: &usize| visit.pin.carers.get(*slot).is_some_and(Option::is_some);
            let carers = self.all[index].slots.iter().copied().filter(pinned);
            let mut relaxations: Vec<Relaxation> = carers.map(|slot| Relaxation::UnpinCarer { slot }).collect();
            relaxations.extend(visit.pin.start.map(|_| Relaxation::UnpinStart));
            for relaxation in relaxations {
                let day = relaxation.apply(self.day, &visit.id)?;
                let translation = Translation::new(&day, Part::following(&day, self.plan), Some(self.plan));
                let mut state = lay(&translation, self.plan)?;
                if let Some((_, way)) = cheapest_way(&mut state, &self.all[index].jobs, &|_, _| true) {
                    let remedy = self.prove(&translation, &mut state, index, &way, relaxation, None);
                    self.found[index].extend(remedy);
                }
            }
        }
        Ok(())
    }

    /// Other visits that count less.
    fn others(&mut self) -> Result<(), AskError> {
        let found = self
            .with(|_| {}, |me, state| (0..me.all.len()).map(|index| me.others_of(state, index)).collect::<Vec<_>>())?;
        for (index, remedies) in found.into_iter().enumerate() {
            self.found[index].extend(remedies);
        }
        Ok(())
    }

    fn others_of(&self, state: &mut State<'_>, index: usize) -> Vec<Remedy> {
        let (visit, missing) = (self.visit(index), &self.all[index]);
        if !visit.slots[missing.slots[0]].needed {
            return vec![]; // nothing counts less than a slot that the visit can do without
        }
        let pinned = |it: &Visit| it.pin.start.is_some() || it.pin.carers.iter().any(Option::is_some);
        let rows = self.day.visits.iter().enumerate();
        let mut less: Vec<(f64, usize)> = rows
            .filter(|(row, it)| !state.is_left_out(*row) && !pinned(it) && counts_less(it, visit))
            .map(|(row, it)| (worth(it), row))
            .collect();
        less.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut remedies = Vec::new();
        for (_, row) in less {
            if remedies.len() == EACH_KIND {
                break;
            }
            let mark = state.mark();
            let jobs = self.translation.jobs[row].iter().copied().filter(|&job| state.is_in(job)).collect::<Vec<_>>();
            let freed: Vec<u32> = jobs.iter().map(|&job| state.node(job).tour).collect();
            jobs.iter().for_each(|&job| state.remove(job));
            if state.settle() {
                let way = (0..missing.jobs.len())
                    .find_map(|one| cheapest_way(state, &missing.jobs, &|k, tour| k != one || freed.contains(&tour)));
                if let Some((_, way)) = way {
                    let relaxation = Relaxation::LeaveOut { visit: self.day.visits[row].id.clone() };
                    remedies.extend(self.prove(&self.translation, state, index, &way, relaxation, None));
                }
            }
            state.back(mark);
        }
        remedies
    }

    fn add(&mut self, found: Vec<Option<Remedy>>) {
        for (remedies, remedy) in self.found.iter_mut().zip(found) {
            remedies.extend(remedy);
        }
    }
}

/// Gives jobs a single opening.
fn only(openings: Vec<(u32, Opening)>) -> impl FnOnce(&mut Problem) {
    move |problem| {
        for (job, opening) in openings {
            problem.jobs[job as usize].openings = vec![opening];
        }
    }
}

/// The limit that is passed, if it is just one: which, on which tour, by how much.
fn only_limit(state: &State<'_>, limits: &[Tour]) -> Option<(Limit, u32, i32)> {
    let mut passed = None;
    for (tour, limits) in (0..).zip(limits) {
        let sums = state.sums(tour);
        if sums.visits == 0 {
            continue;
        }
        let home = state.node(state.tail(tour)).start;
        let by = [
            (Limit::Close, home - limits.close),
            (Limit::Travel, sums.travel.saturating_sub(limits.travel_max)),
            (Limit::Visits, sums.load.saturating_sub(limits.capacity)),
        ];
        for (limit, by) in by.into_iter().filter(|(_, by)| *by > 0) {
            if passed.replace((limit, tour, by)).is_some() || (limit == Limit::Visits && by > 1) {
                return None;
            }
        }
    }
    passed
}

/// Whether one visit may be left out for another's sake.
fn counts_less(one: &Visit, than: &Visit) -> bool {
    match (one.necessity, than.necessity) {
        (Necessity::Mandatory { priority: a }, Necessity::Mandatory { priority: b }) => a < b,
        (Necessity::Optional { .. }, Necessity::Mandatory { .. }) => true,
        (Necessity::Mandatory { .. }, Necessity::Optional { .. }) => false,
        (Necessity::Optional { worth: a }, Necessity::Optional { worth: b }) => a < b,
    }
}

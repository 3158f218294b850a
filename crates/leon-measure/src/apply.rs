//! A day as it is with a measure: who has taken it up, and what becomes of their visits.

use crate::operation;
use crate::pair::technology_of;
use crate::scope::Scope;
use crate::screen_staff::ScreenStaff;
use crate::take_up::draw;
use crate::{MeasureError, SampledDay};
use leon_model::*;
use std::collections::BTreeMap;

/// Need that staff have no more, because the measure does it.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub task: Option<(TaskId, Complexity)>,
    pub technology: TechnologyId,
    pub minutes: Minutes,
}

/// A day with measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    pub day: Day,
    pub taken: Vec<Taken>,
    /// Staff time that the measures cost beside the visits.
    pub beside: BTreeMap<GroupId, Minutes>,
    /// Minutes beside its calls that a unit at screens is open for, by the group that sits there.
    pub standby: BTreeMap<GroupId, Minutes>,
    /// Citizens who have taken a measure up, once for each measure.
    pub users: usize,
    /// Visits that were changed or are gone, once for each measure.
    pub visits: usize,
    /// Minutes of care that the measures are about, whoever has taken them up.
    pub about: f64,
    /// Without the measures the day is planned in such fixed rounds; `None`: as with them.
    pub today: Option<RoundOrder>,
}

/// A visit whose shares of eligible errands fall short of the whole by less than this is eligible as a whole.
const WHOLE: f64 = 1.0 - 1e-9;

/// The day with measures, one after the other: a later one finds what an earlier one has left.
///
/// # Errors
/// [`MeasureError::Faulty`] when the day is no day any more, which is a fault of Leon's.
pub fn apply(measures: &[&Measure], sampled: &SampledDay) -> Result<Applied, MeasureError> {
    let mut with = With {
        tables: sampled.day.clone().into_tables(),
        errands: sampled.errands.clone(),
        seed: sampled.seed,
        taken: Vec::new(),
        beside: BTreeMap::new(),
        standby: BTreeMap::new(),
        users: 0,
        visits: 0,
        about: 0.0,
    };
    let scope = Scope(measures);
    let about = |(visit, errands): (&Visit, &Vec<(TaskId, f64)>)| {
        let share: f64 = errands.iter().filter(|(task, _)| scope.has_task(task)).map(|it| it.1).sum();
        if scope.covers(visit) { need(visit).0 as f64 * share } else { 0.0 }
    };
    with.about = with.tables.visits.iter().zip(&with.errands).map(about).sum();
    measures.iter().for_each(|measure| with.add(measure));
    let whole = |minutes: BTreeMap<GroupId, f64>| {
        minutes.into_iter().map(|(group, minutes)| (group, Minutes(minutes.round() as i64))).collect()
    };
    let (beside, standby) = (whole(with.beside), whole(with.standby));
    let day = Day::new(with.tables).map_err(|problems| {
        MeasureError::Faulty(problems.iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join("; "))
    })?;
    let planning = |it: &MeasureChange| match it {
        MeasureChange::Planning { today } => Some(*today),
        _ => None,
    };
    let today = measures.iter().flat_map(|it| &it.changes).find_map(planning);
    let With { taken, users, visits, about, .. } = with;
    Ok(Applied { day, taken, beside, standby, users, visits, about, today })
}

/// A day under change.
struct With {
    tables: DayTables,
    /// By visit: its errands' tasks and shares.
    errands: Vec<Vec<(TaskId, f64)>>,
    seed: u64,
    taken: Vec<Taken>,
    beside: BTreeMap<GroupId, f64>,
    standby: BTreeMap<GroupId, f64>,
    users: usize,
    visits: usize,
    about: f64,
}

impl With {
    fn add(&mut self, measure: &Measure) {
        let eligible: Vec<f64> = self.tables.visits.iter().zip(&self.errands).map(|it| part(measure, it)).collect();
        let has = |citizen: &CitizenId| draw(citizen.as_str(), measure.id.as_str(), self.seed) < measure.users_share();
        let mut users: Vec<(CitizenId, LocationId)> = Vec::new();
        for (visit, _) in self.tables.visits.iter().zip(&eligible).filter(|(_, part)| **part > 0.0) {
            if has(&visit.citizen) && !users.iter().any(|it| it.0 == visit.citizen) {
                users.push((visit.citizen.clone(), visit.location.clone()));
            }
        }
        self.users += users.len();
        self.visits += self.open_doors(measure, &users);
        let mut screens = ScreenStaff::new(measure, &self.tables);
        let mut gone = Vec::new();
        for (row, &part) in eligible.iter().enumerate() {
            let visit = &self.tables.visits[row];
            let fails = || draw(visit.id.as_str(), measure.id.as_str(), self.seed) < measure.failure.value;
            if part <= 0.0 || !users.iter().any(|it| it.0 == visit.citizen) || fails() {
                continue;
            }
            let (before, mut is_gone) = (visit.clone(), false);
            for change in &measure.changes {
                let visit = &mut self.tables.visits[row];
                let fate = change_visit(visit, change, part, &mut screens);
                self.taken.extend(taken_of(measure, visit, fate.taken));
                is_gone |= fate.is_gone;
            }
            gone.extend(is_gone.then_some(row));
            self.visits += usize::from(is_gone || self.tables.visits[row] != before);
        }
        self.remove(&gone);
        if let Some((group, minutes)) = screens.add_to(&mut self.tables) {
            *self.standby.entry(group).or_default() += minutes;
        }
        self.costs(measure, &users);
    }

    /// Getting in at users' homes is quicker, where it does not fail; gives how many visits that is for.
    fn open_doors(&mut self, measure: &Measure, users: &[(CitizenId, LocationId)]) -> usize {
        let factor = measure.changes.iter().find_map(|it| match it {
            MeasureChange::Access { factor } => Some(1.0 - (1.0 - factor.value) * (1.0 - measure.failure.value)),
            _ => None,
        });
        let Some(factor) = factor else { return 0 };
        let is_users = |id: &LocationId| users.iter().any(|it| it.1 == *id);
        for location in self.tables.locations.iter_mut().filter(|it| is_users(&it.id)) {
            location.access = Seconds((location.access.0 as f64 * factor).round() as i64);
        }
        let visits = self.tables.visits.iter().filter(|it| it.mode != Mode::Screen);
        visits.filter(|it| is_users(&it.location)).count()
    }

    fn remove(&mut self, gone: &[usize]) {
        for &row in gone.iter().rev() {
            let visit = self.tables.visits.remove(row);
            self.errands.remove(row);
            self.tables.orders.retain(|it| it.first != visit.id && it.second != visit.id);
        }
    }

    fn costs(&mut self, measure: &Measure, users: &[(CitizenId, LocationId)]) {
        for (index, cost) in measure.costs.iter().enumerate() {
            let (minutes_per_user_week, group) = match cost {
                MeasureCost::Support { hours_per_user_week, group } => (hours_per_user_week.value * 60.0, group),
                MeasureCost::SetUp { hours_per_user, weeks, group } => {
                    (hours_per_user.value * 60.0 / weeks.value, group)
                }
                MeasureCost::Visit { per_user_week, minutes, groups } => {
                    let name = format!("{}.{}", measure.id, index + 1);
                    let minutes = Minutes(minutes.value.round() as i64);
                    let today = |it: &&(CitizenId, LocationId)| {
                        draw(it.0.as_str(), &name, self.seed) < per_user_week.value / 7.0
                    };
                    let visits = users.iter().filter(today);
                    let visits =
                        visits.map(|it| operation::visit(&name, (&it.0, &it.1), minutes, groups, &self.tables));
                    let visits: Vec<Visit> = visits.collect();
                    // No errands of their own: no other measure is about them.
                    self.errands.extend(visits.iter().map(|_| Vec::new()));
                    self.tables.visits.extend(visits);
                    continue;
                }
            };
            *self.beside.entry(group.clone()).or_default() += users.len() as f64 * minutes_per_user_week / 7.0;
        }
    }
}

/// The share of a visit's time that a measure is about.
fn part(measure: &Measure, (visit, errands): (&Visit, &Vec<(TaskId, f64)>)) -> f64 {
    let share = errands.iter().filter(|(task, _)| measure.is_about(task)).map(|it| it.1).sum();
    if measure.covers(visit) { share } else { 0.0 }
}

fn taken_of(measure: &Measure, visit: &Visit, minutes: Minutes) -> Option<Taken> {
    (minutes != Minutes(0)).then(|| Taken { task: visit.task.clone(), technology: technology_of(measure), minutes })
}

/// What becomes of a visit: whether it is gone, and how many minutes of need staff have no more.
#[derive(Default)]
struct Fate {
    is_gone: bool,
    taken: Minutes,
}

fn change_visit(visit: &mut Visit, change: &MeasureChange, part: f64, screens: &mut ScreenStaff) -> Fate {
    let is_whole = part >= WHOLE;
    let stays = |taken: Minutes| Fate { is_gone: false, taken };
    match change {
        MeasureChange::Disappears if is_whole => return Fate { is_gone: true, taken: need(visit) },
        MeasureChange::Disappears => return stays(shorten(visit, 1.0 - part)),
        MeasureChange::Duration { factor } => return stays(shorten(visit, 1.0 - part * (1.0 - factor.value))),
        MeasureChange::Single if visit.slots.len() == 2 && visit.pin == Pin::default() => {
            let taken = visit.slots.pop().map(|it| it.duration).unwrap_or_default();
            visit.meetings.clear();
            return stays(taken);
        }
        MeasureChange::Screen { factor, .. } if is_whole => screens.take(visit, factor.value),
        MeasureChange::Competence { competences, groups } if is_whole => {
            for slot in &mut visit.slots {
                slot.competences.clone_from(competences);
                if !slot.groups.is_empty() {
                    let more: Vec<GroupId> = groups.iter().filter(|it| !slot.groups.contains(it)).cloned().collect();
                    slot.groups.extend(more);
                }
            }
        }
        MeasureChange::Window { earlier, later } if is_whole && visit.windows.len() == 1 => {
            let seconds = |figure: &Figure| Seconds((figure.value * 60.0).round() as i64);
            let window = &mut visit.windows[0];
            window.open = window.open - seconds(earlier);
            window.soft_close = window.soft_close.map(|it| it + seconds(later));
            window.close = window.close + seconds(later);
        }
        _ => {}
    }
    Fate::default()
}

/// The minutes that a visit's slots need.
fn need(visit: &Visit) -> Minutes {
    visit.slots.iter().map(|it| it.duration).sum()
}

/// Shortens every slot to a share of its time, a minute at least; gives the minutes of need that it is shorter by.
fn shorten(visit: &mut Visit, share: f64) -> Minutes {
    let before = need(visit);
    let shorter = |minutes: Minutes| Minutes(((minutes.0 as f64 * share).round() as i64).clamp(1, minutes.0.max(1)));
    for slot in &mut visit.slots {
        slot.duration = shorter(slot.duration);
        slot.duration_by_group.iter_mut().for_each(|it| it.1 = shorter(it.1));
        slot.duration_by_screen = slot.duration_by_screen.map(shorter);
    }
    before - need(visit)
}

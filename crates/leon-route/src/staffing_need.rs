//! Staffing need: how many carers of each staff group a plan keeps at work, and how many must hold a competence.

use leon_model::{CompetenceId, Day, GroupId, Moment, RoutePlan, Seconds, Slot, TimeOfDay};
use std::collections::BTreeMap;

/// Whom a need is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeedOf {
    /// Carers of a staff group, at work: on the way, at visits, waiting.
    Group(GroupId),
    /// Carers who are at a visit that asks for the competence.
    Competence(CompetenceId),
}

/// So many are needed at once in an interval.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StaffingNeed {
    pub of: NeedOf,
    /// Times of day on the Danish clock; an end at midnight is 00:00.
    pub from: TimeOfDay,
    pub to: TimeOfDay,
    /// The most at the same time in the interval.
    pub people: u32,
}

/// A length that does not divide a day into equal intervals of whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoInterval;

/// The staffing need of a plan by staff group and competence, in intervals of so many minutes, where it is not 0.
///
/// Trainees count in no need. A slot that is left out is needed all the same: it counts from its visit's first opening
/// for its duration, of the lowest group that may come; without travel, so a plan with much left out shows too little.
/// Times on several dates fall together by time of day.
///
/// # Errors
/// [`NoInterval`] when the minutes do not divide 24 hours.
pub fn staffing_need(day: &Day, plan: &RoutePlan, minutes: u16) -> Result<Vec<StaffingNeed>, NoInterval> {
    if minutes == 0 || 24 * 60 % minutes != 0 {
        return Err(NoInterval);
    }
    let mut times: BTreeMap<NeedOf, Vec<(Moment, Moment)>> = BTreeMap::new();
    for route in &plan.routes {
        let Some(carer) = day.carer_index(&route.carer).map(|it| &day.carers[it]) else { continue };
        if !carer.trainee {
            times.entry(NeedOf::Group(carer.group.clone())).or_default().push((route.leave, route.done));
        }
    }
    for (_, stop, visit, slot) in plan.visits() {
        let Some(slot) = day.visit_index(visit).and_then(|it| day.visits[it].slots.get(slot)) else { continue };
        for competence in asked(slot) {
            times.entry(NeedOf::Competence(competence.clone())).or_default().push((stop.start, stop.end));
        }
    }
    for left_out in &plan.left_out {
        let Some(visit) = day.visit_index(&left_out.visit).map(|it| &day.visits[it]) else { continue };
        let (Some(slot), Some(window)) = (visit.slots.get(left_out.slot), visit.windows.first()) else { continue };
        if !slot.needed || slot.trainee {
            continue;
        }
        let time = (window.open, window.open + Seconds::from(slot.duration));
        let may_come = |it: &&leon_model::DayGroup| slot.groups.is_empty() || slot.groups.contains(&it.id);
        if let Some(group) = day.groups.iter().filter(may_come).min_by_key(|it| it.level) {
            times.entry(NeedOf::Group(group.id.clone())).or_default().push(time);
        }
        for competence in asked(slot) {
            times.entry(NeedOf::Competence(competence.clone())).or_default().push(time);
        }
    }
    Ok(times.into_iter().flat_map(|(of, times)| by_interval(&of, &times, minutes)).collect())
}

fn asked(slot: &Slot) -> &[CompetenceId] {
    if slot.trainee { &[] } else { &slot.competences }
}

/// The most at once in each interval; where times lie on several dates, the most of any.
fn by_interval(of: &NeedOf, times: &[(Moment, Moment)], minutes: u16) -> Vec<StaffingNeed> {
    let mut most: BTreeMap<u16, u32> = BTreeMap::new();
    let dates = times.iter().flat_map(|(from, to)| from.danish_date().0..=to.danish_date().0);
    let dates: std::collections::BTreeSet<i32> = dates.collect();
    for date in dates.into_iter().map(leon_model::Date) {
        for from in (0..24 * 60).step_by(usize::from(minutes)).map(|it| it as u16) {
            let end = from + minutes;
            let begins = date.at(TimeOfDay(from));
            let ends = if end == 24 * 60 { (date + 1).midnight() } else { date.at(TimeOfDay(end)) };
            let here: Vec<_> = times.iter().filter(|it| it.0 < ends && begins < it.1).collect();
            // The most are there just when somebody comes, or when the interval begins.
            let at = |moment: Moment| here.iter().filter(|it| it.0 <= moment && moment < it.1).count() as u32;
            let people = here.iter().map(|it| at(it.0.max(begins))).max().unwrap_or(0);
            if people > 0 {
                let known = most.entry(from).or_default();
                *known = people.max(*known);
            }
        }
    }
    let time = |minute: u16| TimeOfDay(minute % (24 * 60));
    let need = |(from, people)| StaffingNeed { of: of.clone(), from: time(from), to: time(from + minutes), people };
    most.into_iter().map(need).collect()
}

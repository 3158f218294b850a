//! The best carers and times for one new visit, with what each costs.

use crate::explain::AskError;
use crate::explain::laid::lay;
use crate::explain::outcome::{Before, Outcome, plan_for};
use crate::explain::ways::{Way, each_way, places};
use crate::state::State;
use crate::translate::{Part, Translation};
use leon_model::{Day, LeftOut, RoutePlan, Visit};
use std::collections::BTreeMap;

/// Who could take a new visit, when, and what it costs: by goal, and in other visits moved.
pub type Recommendation = Outcome;

/// The best carers and times for a visit that is not in the day yet, the best first: one for each carer (for double
/// visits, each set of carers), at the best place in their routes, all else by the same carers in the same order.
///
/// The best is what the day's goals value most, level by level; changes are counted from `plan`. Fewer than `count`
/// when no more carers can, and none when nobody can: `explain_left_out` says why.
///
/// # Errors
/// [`AskError::VisitKnown`] for a visit of the day, [`AskError::NoDay`] for one that would not be valid in it, and
/// what [`why_not`](crate::why_not) refuses.
///
/// # Example
/// ```
/// use leon_model::*;
/// use leon_route::recommend;
///
/// let clock = |hour: i64| Moment(hour * 3600);
/// let mut tables = DayTables::default();
/// tables.groups.push(DayGroup {
///     id: "helper".into(), name_da: String::new(), name_en: String::new(),
///     level: 1, dkk_per_hour: Kroner(200.0), overtime_dkk_per_hour: Kroner(300.0),
/// });
/// tables.locations.push(Location { id: "screens".into(), point: None, access: Seconds(0) });
/// tables.citizens.push(Citizen { id: "b1".into(), dementia: false, faces: vec![] });
/// tables.carers.push(Carer {
///     id: "anna".into(), group: "helper".into(), competences: vec![], trainee: false, burden_before: Minutes(0),
///     shifts: vec![Shift {
///         start: clock(8), end: clock(12), overtime_max: Minutes(0), work: Work::Screen, visits_max: None,
///         pauses: vec![],
///     }],
/// });
/// let day = Day::new(tables).unwrap();
/// let visit = Visit {
///     id: "v1".into(), citizen: "b1".into(), location: "screens".into(), label: "talk".into(), task: None,
///     windows: vec![Window { open: clock(9), soft_close: None, close: clock(10), late_weight: 1.0 }],
///     slots: vec![Slot {
///         competences: vec![], groups: vec![], duration: Minutes(15), duration_by_group: vec![],
///         duration_by_screen: None, needed: true, trainee: false,
///     }],
///     meetings: vec![], mode: Mode::Screen, necessity: Necessity::Mandatory { priority: 1 },
///     wanted: vec![], unwanted: vec![], forbidden: vec![], pin: Pin::default(),
/// };
/// let best = &recommend(&day, &RoutePlan::default(), &visit, 3).unwrap()[0];
/// assert_eq!(best.placed[0].carer, "anna".into());
/// assert_eq!(best.placed[0].start, clock(9));
/// ```
pub fn recommend(day: &Day, plan: &RoutePlan, visit: &Visit, count: usize) -> Result<Vec<Recommendation>, AskError> {
    if day.visit_index(&visit.id).is_some() {
        return Err(AskError::VisitKnown { visit: visit.id.clone() });
    }
    let mut tables = (**day).clone();
    tables.visits.push(visit.clone());
    let with_visit = Day::new(tables).map_err(AskError::NoDay)?;
    let translation = Translation::new(&with_visit, Part::following(&with_visit, plan), Some(plan));
    AskError::of_plan(day, plan)?;
    let mut state = lay(&translation, plan)?;
    let index = with_visit.visits.len() - 1;
    // What it costs is told against the day without the visit.
    let without = LeftOut { visit: visit.id.clone(), slot: 0 };
    let mut as_it_is = translation.plan(&state);
    as_it_is.left_out.retain(|it| it.visit != without.visit);
    let before = Before::of(day, as_it_is);

    let mut found = Vec::new();
    let entry = &translation.problem.visits[index];
    for (way, _) in best_ways(&translation, &mut state, &entry.needed, count) {
        let mark = state.mark();
        let stands = way.go(&mut state, &entry.needed);
        debug_assert!(stands, "a way that was gone before");
        for &extra in &entry.extra {
            add_if_better(&mut state, extra);
        }
        let plan = plan_for(&with_visit, &translation, &state);
        state.back(mark);
        if let Ok(outcome) = before.outcome(&with_visit, plan, &visit.id) {
            found.push(outcome);
        }
        if found.len() == count {
            break;
        }
    }
    found.sort_by(|a, b| {
        let by_level = a.levels.iter().zip(&b.levels).map(|(a, b)| a.total_cmp(b));
        by_level.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    });
    Ok(found)
}

/// The cheapest way of each set of carers, the cheapest first. Some more than asked for, in case that cars are missing.
fn best_ways(translation: &Translation<'_>, state: &mut State<'_>, jobs: &[u32], count: usize) -> Vec<(Way, i64)> {
    let wanted = count.saturating_mul(2).saturating_add(4);
    let mut best: BTreeMap<Vec<u32>, (i64, Way)> = BTreeMap::new();
    if count > 0 {
        each_way(state, jobs, &|_, _| true, &mut |state| {
            let carer = |&job: &u32| translation.problem.tours[state.node(job).tour as usize].carer;
            let mut carers: Vec<u32> = jobs.iter().map(carer).collect();
            carers.sort_unstable();
            let cost = state.cost();
            if best.get(&carers).is_none_or(|(least, _)| cost < *least) {
                best.insert(carers, (cost, Way::of(state, jobs)));
            }
            if best.len() < wanted {
                return i64::MAX;
            }
            let mut costs: Vec<i64> = best.values().map(|(cost, _)| *cost).collect();
            *costs.select_nth_unstable(wanted - 1).1
        });
    }
    let mut ways: Vec<(Way, i64)> = best.into_values().map(|(cost, way)| (way, cost)).collect();
    ways.sort_by_key(|(_, cost)| *cost);
    ways
}

/// Puts a job that may come along where it is cheapest, if that is better than without it.
fn add_if_better(state: &mut State<'_>, job: u32) {
    let without = state.cost();
    let mut best: Option<(i64, u32)> = None;
    for place in places(state, job, &|_| true) {
        let mark = state.mark();
        state.insert(job, place.after);
        if state.settle() && state.cost() < best.map_or(without, |(cost, _)| cost) {
            best = Some((state.cost(), place.after));
        }
        state.back(mark);
    }
    if let Some((_, after)) = best {
        state.insert(job, after);
        let possible = state.settle();
        debug_assert!(possible, "a place that was tried");
    }
}

//! What tells two plans of a day apart: for whom, by whom, by how much.

use crate::explain::AskError;
use leon_model::{CarerId, CitizenId, Day, Doing, Moment, Route, RoutePlan, Seconds, VisitId};
use std::collections::{BTreeMap, BTreeSet};

/// What happened to a slot between two plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotChange {
    /// The same carer comes at another time.
    OtherTime { carer: CarerId, from: Moment, to: Moment },
    /// Somebody else comes, perhaps at another time.
    OtherCarer { from: CarerId, to: CarerId, start_from: Moment, start_to: Moment },
    /// Nobody came, now somebody does.
    NewlyDone { carer: CarerId, start: Moment },
    /// Somebody came, now nobody does.
    NewlyLeftOut { carer: CarerId, start: Moment },
    /// The visit is not in the day any more.
    Cancelled { carer: CarerId, start: Moment },
}

/// A slot that is done otherwise, or not at all, or at last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotDiff {
    pub visit: VisitId,
    pub slot: usize,
    pub change: SlotChange,
    /// More than a start moved within the day's tolerance.
    pub noticeable: bool,
}

/// What changes for one citizen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitizenDiff {
    /// `None`: of visits that the day does not have any more, which tell no citizen.
    pub citizen: Option<CitizenId>,
    /// In the order of visits and slots.
    pub slots: Vec<SlotDiff>,
}

/// What changes for one shift of a carer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarerDiff {
    pub carer: CarerId,
    pub shift: usize,
    /// Slots that the shift has now and had not.
    pub gained: Vec<(VisitId, usize)>,
    /// Slots that the shift had and has not now.
    pub lost: Vec<(VisitId, usize)>,
    /// The visits that stay come in another order.
    pub order_changed: bool,
    /// A visit that stays begins noticeably earlier or later.
    pub time_changed: bool,
    /// Travel now less travel before, home included.
    pub travel: Seconds,
    /// When the carer is done, before and now; `None`: the shift has no visits.
    pub done: (Option<Moment>, Option<Moment>),
}

impl CarerDiff {
    /// How much later the carer is done; `None` if the shift has no visits before or now.
    pub fn done_later(&self) -> Option<Seconds> {
        Some(self.done.1? - self.done.0?)
    }

    /// Whether the carer notices: other visits, another order, another time.
    pub fn is_noticeable(&self) -> bool {
        !self.gained.is_empty() || !self.lost.is_empty() || self.order_changed || self.time_changed
    }
}

/// What tells two plans apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanDiff {
    /// Citizens for whom something changes, in the day's order; visits that are not in the day any more come last.
    pub citizens: Vec<CitizenDiff>,
    /// Shifts that change, in the order of carers.
    pub carers: Vec<CarerDiff>,
    /// Citizens with a noticeable change.
    pub citizens_touched: usize,
    /// Carers with a noticeable change.
    pub carers_touched: usize,
}

impl PlanDiff {
    /// Whether the plans are alike.
    pub fn is_empty(&self) -> bool {
        self.citizens.is_empty() && self.carers.is_empty()
    }
}

/// Who fills a slot, and when.
type Filled<'a> = BTreeMap<(&'a VisitId, usize), (&'a CarerId, Moment)>;

/// What tells plan `after` from plan `before`, citizen by citizen and carer by carer.
///
/// `after` must be a plan of the day. `before` may speak of carers and visits that are gone since: visits that the
/// day does not have are [cancelled](SlotChange::Cancelled). A start that moves within the day's tolerance is listed
/// but touches nobody.
///
/// # Errors
/// [`AskError::PlanOfAnotherDay`] if `after` speaks of what the day does not have.
///
/// # Example
/// ```
/// use leon_model::{Day, DayTables, RoutePlan};
/// use leon_route::diff_plans;
///
/// let day = Day::new(DayTables::default()).unwrap();
/// let diff = diff_plans(&day, &RoutePlan::default(), &RoutePlan::default()).unwrap();
/// assert!(diff.is_empty());
/// ```
pub fn diff_plans(day: &Day, before: &RoutePlan, after: &RoutePlan) -> Result<PlanDiff, AskError> {
    AskError::of_plan(day, after)?;
    let citizens = citizens(day, &filled(before), &filled(after));
    let carers = carers(day, before, after);
    let noticed = |diff: &&CitizenDiff| diff.slots.iter().any(|slot| slot.noticeable);
    let touched: BTreeSet<&CarerId> = carers.iter().filter(|it| it.is_noticeable()).map(|it| &it.carer).collect();
    Ok(PlanDiff {
        citizens_touched: citizens.iter().filter(|it| it.citizen.is_some()).filter(noticed).count(),
        carers_touched: touched.len(),
        citizens,
        carers,
    })
}

fn filled(plan: &RoutePlan) -> Filled<'_> {
    plan.visits().map(|(route, stop, visit, slot)| ((visit, slot), (&route.carer, stop.start))).collect()
}

/// Whether a start moves so far that people notice.
fn is_far(day: &Day, from: Moment, to: Moment) -> bool {
    (to - from).0.abs() > Seconds::from(day.change_tolerance).0
}

fn citizens(day: &Day, before: &Filled<'_>, after: &Filled<'_>) -> Vec<CitizenDiff> {
    let slots: BTreeSet<(&VisitId, usize)> = before.keys().chain(after.keys()).copied().collect();
    // By citizen, then by visit: both in the day's order, with what the day does not have last.
    let mut diffs: BTreeMap<usize, Vec<(usize, SlotDiff)>> = BTreeMap::new();
    for key in slots {
        let row = day.visit_index(key.0);
        let (was, is) = (before.get(&key).copied(), after.get(&key).copied());
        let Some((change, noticeable)) = slot_change(day, row.is_some(), was, is) else { continue };
        let citizen = row.and_then(|row| day.citizen_index(&day.visits[row].citizen)).unwrap_or(usize::MAX);
        let diff = SlotDiff { visit: key.0.clone(), slot: key.1, change, noticeable };
        diffs.entry(citizen).or_default().push((row.unwrap_or(usize::MAX), diff));
    }
    diffs
        .into_iter()
        .map(|(citizen, mut slots)| {
            slots.sort_by_key(|(row, diff)| (*row, diff.slot));
            CitizenDiff {
                citizen: day.citizens.get(citizen).map(|it| it.id.clone()),
                slots: slots.into_iter().map(|(_, diff)| diff).collect(),
            }
        })
        .collect()
}

fn slot_change(
    day: &Day,
    is_in_day: bool,
    was: Option<(&CarerId, Moment)>,
    is: Option<(&CarerId, Moment)>,
) -> Option<(SlotChange, bool)> {
    Some(match (was, is) {
        (Some((carer, from)), Some((now, to))) if carer == now => {
            let change = SlotChange::OtherTime { carer: carer.clone(), from, to };
            return (from != to).then(|| (change, is_far(day, from, to)));
        }
        (Some((from, start_from)), Some((to, start_to))) => {
            (SlotChange::OtherCarer { from: from.clone(), to: to.clone(), start_from, start_to }, true)
        }
        (None, Some((carer, start))) => (SlotChange::NewlyDone { carer: carer.clone(), start }, true),
        (Some((carer, start)), None) if is_in_day => (SlotChange::NewlyLeftOut { carer: carer.clone(), start }, true),
        (Some((carer, start)), None) => (SlotChange::Cancelled { carer: carer.clone(), start }, true),
        (None, None) => return None,
    })
}

fn carers(day: &Day, before: &RoutePlan, after: &RoutePlan) -> Vec<CarerDiff> {
    let of = |plan: &'_ RoutePlan, (carer, shift): (&CarerId, usize)| {
        plan.routes.iter().position(|route| route.carer == *carer && route.shift == shift)
    };
    let routes = before.routes.iter().chain(&after.routes);
    let shifts: BTreeSet<_> =
        routes.map(|route| (day.carer_index(&route.carer).unwrap_or(usize::MAX), &route.carer, route.shift)).collect();
    let diffs = shifts.into_iter().map(|(_, carer, shift)| {
        let was = of(before, (carer, shift)).map(|k| &before.routes[k]);
        let is = of(after, (carer, shift)).map(|k| &after.routes[k]);
        carer_diff(day, carer, shift, was, is)
    });
    diffs.filter(|it| it.is_noticeable() || it.travel != Seconds::ZERO || it.done.0 != it.done.1).collect()
}

fn carer_diff(day: &Day, carer: &CarerId, shift: usize, was: Option<&Route>, is: Option<&Route>) -> CarerDiff {
    let (before, now) = (slots(was), slots(is));
    let starts: BTreeMap<_, _> = before.iter().copied().collect();
    let staying: BTreeMap<_, _> = now.iter().copied().filter(|(key, _)| starts.contains_key(key)).collect();
    let only = |from: &[(SlotKey<'_>, Moment)], without: &BTreeMap<SlotKey<'_>, Moment>| {
        let keys = from.iter().filter(|(key, _)| !without.contains_key(key));
        keys.map(|&((visit, slot), _)| (visit.clone(), slot)).collect::<Vec<_>>()
    };
    let order = |from: &[(SlotKey<'_>, Moment)]| -> Vec<(VisitId, usize)> {
        let keys = from.iter().filter(|(key, _)| staying.contains_key(key));
        keys.map(|&((visit, slot), _)| (visit.clone(), slot)).collect()
    };
    CarerDiff {
        carer: carer.clone(),
        shift,
        gained: only(&now, &starts),
        lost: only(&before, &staying),
        order_changed: order(&before) != order(&now),
        time_changed: staying.iter().any(|(key, start)| is_far(day, starts[key], *start)),
        travel: travel(is) - travel(was),
        done: (was.map(|it| it.done), is.map(|it| it.done)),
    }
}

type SlotKey<'a> = (&'a VisitId, usize);

/// The slots of a route in order, with their starts.
fn slots(route: Option<&Route>) -> Vec<(SlotKey<'_>, Moment)> {
    let stops = route.into_iter().flat_map(|route| &route.stops);
    stops
        .filter_map(|stop| match &stop.doing {
            Doing::Visit { visit, slot } => Some(((visit, *slot), stop.start)),
            Doing::Pause { .. } => None,
        })
        .collect()
}

fn travel(route: Option<&Route>) -> Seconds {
    route.map_or(Seconds::ZERO, |it| it.stops.iter().map(|stop| stop.travel).sum::<Seconds>() + it.travel_home)
}

//! The plan beside the day: which routes and filled slots the day knows, and what the day says of them.

use leon_model::{
    Carer, CarerId, Day, Doing, LocationId, Minutes, Moment, Pause, Route, RoutePlan, Seconds, Shift, Slot, Stop,
    Travelling, Visit, VisitId, Work,
};
use std::collections::BTreeMap;

/// Seconds in arithmetic that no plan can make overflow.
pub(super) type Wide = i128;

/// An instant, to reckon with.
pub(super) fn at(moment: Moment) -> Wide {
    moment.0.into()
}

/// The seconds of whole minutes.
pub(super) fn seconds(minutes: Minutes) -> Wide {
    Wide::from(minutes.0) * 60
}

/// Back to an instant; beyond all instants the last one.
pub(super) fn moment(at: Wide) -> Moment {
    Moment(clamp(at))
}

/// Back to a length; beyond all lengths the longest one.
pub(super) fn length(seconds: Wide) -> Seconds {
    Seconds(clamp(seconds))
}

fn clamp(wide: Wide) -> i64 {
    i64::try_from(wide).unwrap_or(if wide < 0 { i64::MIN } else { i64::MAX })
}

/// A route of a carer and shift that the day has.
#[derive(Clone, Copy)]
pub(super) struct KnownRoute<'a> {
    pub route: &'a Route,
    pub carer: &'a Carer,
    pub shift: &'a Shift,
}

/// A slot that somebody fills, of a visit that the day has.
#[derive(Clone, Copy)]
pub(super) struct Filled<'a> {
    /// The visit's place in the day's list.
    pub row: usize,
    pub visit: &'a Visit,
    pub index: usize,
    pub slot: &'a Slot,
    pub carer: &'a CarerId,
    /// `None` if the day does not know the carer's shift.
    pub by: Option<KnownRoute<'a>>,
    pub stop: &'a Stop,
}

/// Day and plan, side by side.
pub(super) struct Facts<'a> {
    pub day: &'a Day,
    pub plan: &'a RoutePlan,
    /// In the plan's order.
    pub routes: Vec<KnownRoute<'a>>,
    /// In the plan's order.
    pub filled: Vec<Filled<'a>>,
    /// By visit and slot, the first that fills it.
    by_slot: BTreeMap<(usize, usize), Filled<'a>>,
}

impl<'a> Facts<'a> {
    pub fn new(day: &'a Day, plan: &'a RoutePlan) -> Self {
        let known = |route: &'a Route| {
            let carer = &day.carers[day.carer_index(&route.carer)?];
            Some(KnownRoute { route, carer, shift: carer.shifts.get(route.shift)? })
        };
        let mut facts = Self { day, plan, routes: Vec::new(), filled: Vec::new(), by_slot: BTreeMap::new() };
        for route in &plan.routes {
            let by = known(route);
            facts.routes.extend(by);
            for stop in &route.stops {
                let Doing::Visit { visit, slot: index } = &stop.doing else { continue };
                let Some((row, visit)) = facts.visit(visit) else { continue };
                let Some(slot) = visit.slots.get(*index) else { continue };
                let filled = Filled { row, visit, index: *index, slot, carer: &route.carer, by, stop };
                facts.filled.push(filled);
                facts.by_slot.entry((row, *index)).or_insert(filled);
            }
        }
        facts
    }

    /// A visit and its place in the day's list.
    pub fn visit(&self, id: &VisitId) -> Option<(usize, &'a Visit)> {
        self.day.visit_index(id).map(|row| (row, &self.day.visits[row]))
    }

    /// Who fills a slot, the first if several do.
    pub fn filling(&self, row: usize, slot: usize) -> Option<&Filled<'a>> {
        self.by_slot.get(&(row, slot))
    }

    /// Whether somebody comes to a visit.
    pub fn is_begun(&self, row: usize) -> bool {
        self.by_slot.range((row, 0)..=(row, usize::MAX)).next().is_some()
    }

    /// Whether a visit is done: somebody comes, and no needed slot is empty.
    pub fn is_done(&self, row: usize) -> bool {
        let empty = |slot: usize| self.filling(row, slot).is_none();
        let short = |(index, slot): (usize, &Slot)| slot.needed && empty(index);
        self.is_begun(row) && !self.day.visits[row].slots.iter().enumerate().any(short)
    }

    /// When a visit's first slot begins.
    pub fn start(&self, row: usize) -> Option<Wide> {
        self.filling(row, 0).map(|it| at(it.stop.start))
    }

    /// Where a stop takes the carer; `None`: stays where the carer is.
    pub fn location(&self, known: KnownRoute<'a>, stop: &'a Stop) -> Option<&'a LocationId> {
        match &stop.doing {
            Doing::Visit { visit, .. } => self.visit(visit).map(|(_, visit)| &visit.location),
            Doing::Pause { .. } => known.pause(stop)?.location.as_ref(),
        }
    }

    /// How long a stop takes; `None` for what the day does not know.
    pub fn duration(&self, known: KnownRoute<'a>, stop: &'a Stop) -> Option<Minutes> {
        match &stop.doing {
            Doing::Visit { visit, slot } => {
                let (_, visit) = self.visit(visit)?;
                Some(known.duration(visit.slots.get(*slot)?))
            }
            Doing::Pause { .. } => known.pause(stop).map(|it| it.duration),
        }
    }
}

impl<'a> KnownRoute<'a> {
    /// How the carer gets about; `None` at a screen.
    pub fn travelling(self) -> Option<&'a Travelling> {
        match &self.shift.work {
            Work::Visiting(travelling) => Some(travelling),
            Work::Screen => None,
        }
    }

    /// The pause that a stop is for.
    pub fn pause(self, stop: &Stop) -> Option<&'a Pause> {
        match stop.doing {
            Doing::Pause { pause } => self.shift.pauses.get(pause),
            Doing::Visit { .. } => None,
        }
    }

    /// Time at the citizen's: by screen, else by group, else as the slot says.
    pub fn duration(self, slot: &Slot) -> Minutes {
        let by_group = || slot.duration_by_group.iter().find(|(group, _)| *group == self.carer.group).map(|it| it.1);
        match self.shift.work {
            Work::Screen => slot.duration_by_screen.or_else(by_group),
            Work::Visiting(_) => by_group(),
        }
        .unwrap_or(slot.duration)
    }

    /// Travel that the plan says, home included.
    pub fn travel(self) -> Wide {
        let stops = self.route.stops.iter().map(|it| Wide::from(it.travel.0));
        stops.sum::<Wide>() + Wide::from(self.route.travel_home.0)
    }
}

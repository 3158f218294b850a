//! The plan as the day knows it: routes by shift, and the slots that somebody fills.

use super::RouteUnbookable;
use leon_model::{Day, Route, RoutePlan};
use std::collections::{BTreeMap, BTreeSet};

/// What a plan says of the day's shifts and slots.
pub(super) struct Read<'a> {
    /// By the carer's place in the day's list, and shift.
    routes: BTreeMap<(usize, usize), &'a Route>,
    /// By the visit's place in the day's list, and slot.
    filled: BTreeSet<(usize, usize)>,
}

impl<'a> Read<'a> {
    pub fn new(day: &Day, plan: &'a RoutePlan) -> Result<Self, RouteUnbookable> {
        let mut read = Self { routes: BTreeMap::new(), filled: BTreeSet::new() };
        for route in &plan.routes {
            let (carer, shift) = (route.carer.clone(), route.shift);
            match day.carer_index(&carer).filter(|row| shift < day.carers[*row].shifts.len()) {
                None => return Err(RouteUnbookable::UnknownShift { carer, shift }),
                Some(row) if read.routes.insert((row, shift), route).is_some() => {
                    return Err(RouteUnbookable::RouteTwice { carer, shift });
                }
                Some(_) => {}
            }
        }
        for (_, _, visit, slot) in plan.visits() {
            match day.visit_index(visit).filter(|row| slot < day.visits[*row].slots.len()) {
                None => return Err(RouteUnbookable::UnknownSlot { visit: visit.clone(), slot }),
                Some(row) if !read.filled.insert((row, slot)) => {
                    return Err(RouteUnbookable::SlotTwice { visit: visit.clone(), slot });
                }
                Some(_) => {}
            }
        }
        Ok(read)
    }

    pub fn route(&self, carer: usize, shift: usize) -> Option<&'a Route> {
        self.routes.get(&(carer, shift)).copied()
    }

    pub fn is_filled(&self, visit: usize, slot: usize) -> bool {
        self.filled.contains(&(visit, slot))
    }
}

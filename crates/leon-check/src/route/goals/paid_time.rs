//! Paid time: travel, waiting and overtime at its price; what optional visits and unneeded slots left out are worth.

use super::{PartOf, in_minutes};
use crate::route::facts::{Facts, KnownRoute, Wide, at, seconds};
use leon_model::{Necessity, Visit};

pub(super) fn parts(facts: &Facts<'_>) -> Vec<(PartOf, f64)> {
    let routes = facts.routes.iter().flat_map(|it| of_route(facts, *it));
    let visits = facts.day.visits.iter().enumerate().flat_map(|(row, it)| of_visit(facts, row, it));
    routes.chain(visits).filter(|(_, amount)| *amount != 0.0).collect()
}

fn of_route(facts: &Facts<'_>, known: KnownRoute<'_>) -> [(PartOf, f64); 3] {
    let (carer, shift) = (|| known.carer.id.clone(), known.route.shift);
    let waiting: Wide = known.route.stops.iter().map(|it| at(it.start) - at(it.arrive)).sum();
    let overtime = (at(known.route.done) - at(known.shift.end)).max(0);
    [
        (PartOf::Travel { carer: carer(), shift }, in_minutes(known.travel())),
        (PartOf::Waiting { carer: carer(), shift }, in_minutes(waiting)),
        (PartOf::Overtime { carer: carer(), shift }, in_minutes(overtime) * overtime_price(facts, known)),
    ]
}

/// What a minute of overtime costs in ordinary minutes.
fn overtime_price(facts: &Facts<'_>, known: KnownRoute<'_>) -> f64 {
    let group = facts.day.group_index(&known.carer.group).map(|row| &facts.day.groups[row]);
    group.filter(|it| it.dkk_per_hour.0 != 0.0).map_or(1.0, |it| it.overtime_dkk_per_hour.0 / it.dkk_per_hour.0)
}

fn of_visit(facts: &Facts<'_>, row: usize, it: &Visit) -> Vec<(PartOf, f64)> {
    if !facts.is_done(row) {
        return match it.necessity {
            Necessity::Optional { worth } => {
                vec![(PartOf::VisitLeftOut { visit: it.id.clone() }, in_minutes(seconds(worth)))]
            }
            Necessity::Mandatory { .. } => vec![],
        };
    }
    let empty = it.slots.iter().enumerate().filter(|(slot, _)| facts.filling(row, *slot).is_none());
    empty
        .map(|(slot, left)| (PartOf::SlotLeftOut { visit: it.id.clone(), slot }, in_minutes(seconds(left.duration))))
        .collect()
}

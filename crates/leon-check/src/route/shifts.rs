//! Shifts: done by the end and its overtime, within the limits on travel and visits.

use super::RouteBroken;
use super::facts::{Facts, at, length, moment, seconds};
use leon_model::Doing;

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for &known in &facts.routes {
        let (carer, shift, done) = (&known.carer.id, known.route.shift, known.route.done);
        let latest = at(known.shift.end) + seconds(known.shift.overtime_max);
        if at(done) > latest {
            broken.push(RouteBroken::TooLate { carer: carer.clone(), shift, done, latest: moment(latest) });
        }
        if let Some(most) = known.travelling().and_then(|it| it.travel_max).map(seconds)
            && known.travel() > most
        {
            let (travel, most) = (length(known.travel()), length(most));
            broken.push(RouteBroken::TravelMax { carer: carer.clone(), shift, travel, most });
        }
        let visits = known.route.stops.iter().filter(|it| matches!(it.doing, Doing::Visit { .. })).count();
        if let Some(most) = known.shift.visits_max
            && visits > most as usize
        {
            broken.push(RouteBroken::VisitsMax { carer: carer.clone(), shift, visits, most });
        }
    }
}

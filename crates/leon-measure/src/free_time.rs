//! Free time by the size of its pieces: minutes here and there are no hours that anybody can use.

use leon_model::{Day, Minutes, Moment, Route, RoutePlan, Shift};
use std::collections::BTreeMap;

/// What a piece of free time is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    /// A whole shift without a visit: it need not be worked.
    Shift,
    /// Long enough to take in another citizen.
    Visit,
    /// Too short to roster.
    Scrap,
}

impl Piece {
    /// The largest first.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Visit, Self::Scrap];

    /// The word by which results name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shift => "shift",
            Self::Visit => "visit",
            Self::Scrap => "scrap",
        }
    }
}

/// Minutes of free time by piece: waiting, time before the carer sets out and after the carer is done, and shifts
/// without a visit. Pieces from `visit_min` on can take in another citizen.
pub(crate) fn free_time(day: &Day, plan: &RoutePlan, visit_min: Minutes) -> BTreeMap<Piece, f64> {
    let mut free: BTreeMap<Piece, f64> = Piece::ALL.into_iter().map(|it| (it, 0.0)).collect();
    let mut add = |piece: Piece, minutes: f64| *free.entry(piece).or_default() += minutes;
    for carer in day.carers.iter().filter(|it| !it.trainee) {
        for (index, shift) in carer.shifts.iter().enumerate() {
            match plan.routes.iter().find(|it| it.carer == carer.id && it.shift == index) {
                Some(route) if has_visits(route) => {
                    for minutes in gaps(shift, route) {
                        add(if minutes >= visit_min.0 as f64 { Piece::Visit } else { Piece::Scrap }, minutes);
                    }
                }
                _ => {
                    let pauses: Minutes = shift.pauses.iter().map(|it| it.duration).sum();
                    add(Piece::Shift, (shift.end - shift.start).minutes() - pauses.0 as f64);
                }
            }
        }
    }
    free
}

fn has_visits(route: &Route) -> bool {
    route.stops.iter().any(|it| matches!(it.doing, leon_model::Doing::Visit { .. }))
}

/// Minutes of each stretch of a shift in which nobody asks for the carer.
fn gaps(shift: &Shift, route: &Route) -> Vec<f64> {
    let between = |from: Moment, to: Moment| (to - from).minutes().max(0.0);
    let waits = route.stops.iter().map(|it| between(it.arrive, it.start));
    let ends = [between(shift.start, route.leave), between(route.done, shift.end)];
    waits.chain(ends).filter(|it| *it > 0.0).collect()
}

#[cfg(test)]
mod tests;

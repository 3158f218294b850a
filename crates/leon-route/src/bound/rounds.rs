//! Column generation: solve over the routes at hand, price, add what is better; the best bound of all rounds stands.

use super::BoundEnd;
use super::master::{Ground, Master};
use super::walk::Walk;
use leon_lp::Method;

/// How much of the next prices are those of the best bound so far: raw duals of few routes swing widely
/// (Wentges 1997, doi 10.1016/S0969-6016(97)00001-4).
const STEADY: f64 = 0.6;

/// So near, as a share, the bound counts as the programme's value.
const CLOSE: f64 = 1e-4;

/// Every so many rounds prove a bound; the others only look for routes.
const PROVE: u32 = 5;

/// What a level's rounds came to.
pub(super) struct Found {
    /// −∞ when there is none.
    pub bound: f64,
    pub rounds: u32,
    pub end: BoundEnd,
}

/// Bounds a level from the plan's own routes; ends early once `enough` is reached.
pub(super) fn rounds(
    ground: &Ground,
    from: Vec<Walk>,
    enough: f64,
    most: u32,
    stop: &(dyn Fn() -> bool + Sync),
) -> Found {
    let mut master = Master::new(ground, enough);
    master.add(from);
    let mut found = Found { bound: f64::NEG_INFINITY, rounds: 0, end: BoundEnd::Budget };
    let (mut method, mut best, mut steady, mut prove) = (Method::Choose, None, STEADY, false);
    while found.rounds < most {
        if stop() {
            found.end = BoundEnd::Stopped;
            break;
        }
        let Some((value, duals)) = master.solve(method) else {
            found.end = BoundEnd::NoAnswer;
            break;
        };
        method = Method::Primal;
        let at = match &best {
            Some(best) if steady > 0.0 => duals.mixed(1.0 - steady, best),
            _ => duals,
        };
        found.rounds += 1;
        prove |= found.rounds.is_multiple_of(PROVE);
        let (bound, complete, walks) = master.price(&at, !prove);
        if bound > found.bound {
            found.bound = bound;
            best = Some(at);
        }
        let new = master.add(walks);
        if found.bound >= enough - 1e-6 * (1.0 + enough.abs()) {
            found.end = BoundEnd::Finished;
            break;
        }
        let close = found.bound >= value - CLOSE * (1.0 + value.abs());
        if new > 0 && !close {
            (steady, prove) = (STEADY, false);
        } else if !prove {
            prove = true;
        } else if steady > 0.0 && !close {
            (steady, prove) = (0.0, false);
        } else if master.hold() {
            (steady, prove) = (STEADY, false);
        } else {
            // Nothing is better at the programme's own prices: with all labels made, this is the relaxation's value.
            found.end = if complete { BoundEnd::Finished } else { BoundEnd::Labels };
            break;
        }
    }
    found
}

//! What a plan of visits breaks, in words that a planner understands.

use super::facts::KnownRoute;
use leon_model::{
    CarPoolId, CarerId, CompetenceId, Doing, GroupId, LocationId, Mode, Moment, Order, Route, Seconds, Stop,
    TransportId, VisitId, Window,
};
use std::fmt;
use thiserror::Error;

/// One stop of one shift.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StopKey {
    pub carer: CarerId,
    /// Which of the carer's shifts.
    pub shift: usize,
    /// `None`: the end place.
    pub doing: Option<Doing>,
}

/// One rule broken by a plan of visits. Instants are written in UTC.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RouteBroken {
    #[error("the day has no carer {carer}")]
    UnknownCarer { carer: CarerId },
    #[error("carer {carer} has no shift {shift}")]
    UnknownShift { carer: CarerId, shift: usize },
    #[error("carer {carer} has {routes} routes in shift {shift}, but one at most is allowed")]
    RouteTwice { carer: CarerId, shift: usize, routes: usize },
    #[error("carer {carer} has a route without visits in shift {shift}")]
    NoVisits { carer: CarerId, shift: usize },
    #[error("carer {carer} goes to visit {visit}, which the day does not have")]
    UnknownVisit { carer: CarerId, visit: VisitId },
    #[error("carer {carer} fills slot {slot} of visit {visit}, which has {slots} slots")]
    UnknownSlot { carer: CarerId, visit: VisitId, slot: usize, slots: usize },
    #[error("carer {carer} takes pause {pause} of shift {shift}, which has {pauses} pauses")]
    UnknownPause { carer: CarerId, shift: usize, pause: usize, pauses: usize },

    #[error("carer {carer}, shift {shift}: goes by {}, but {} is allowed", word(transport), allowed_words(allowed))]
    WrongTransport { carer: CarerId, shift: usize, transport: Option<TransportId>, allowed: Vec<TransportId> },
    #[error("{stop}: there is no way by {transport} from {from} to {to}")]
    NoWay { stop: StopKey, transport: TransportId, from: LocationId, to: LocationId },
    #[error("{stop}: {said} s of travel, but the way takes {found} s")]
    WrongTravel { stop: StopKey, said: Seconds, found: Seconds },

    #[error("{stop}: arrives at {}, but leaves at {} and travels {travel} s", Utc(*arrive), Utc(*leaves))]
    WrongArrival { stop: StopKey, arrive: Moment, leaves: Moment, travel: Seconds },
    #[error("{stop}: begins at {}, before the carer arrives at {}", Utc(*start), Utc(*arrive))]
    BeforeArrival { stop: StopKey, start: Moment, arrive: Moment },
    #[error("{stop}: begins at {} and ends at {}, but takes {duration} s", Utc(*start), Utc(*end))]
    WrongEnd { stop: StopKey, start: Moment, end: Moment, duration: Seconds },
    #[error("carer {carer} leaves at {}, before shift {shift} begins at {}", Utc(*leave), Utc(*begins))]
    BeforeShift { carer: CarerId, shift: usize, leave: Moment, begins: Moment },

    #[error("visit {visit}, slot {slot}: {carer} begins at {}, but may begin {}", Utc(*start), window_words(windows))]
    OutsideWindows { visit: VisitId, slot: usize, carer: CarerId, start: Moment, windows: Vec<(Moment, Moment)> },

    #[error("visit {visit}, slot {slot}: {carer} does not hold the competence {competence}")]
    CompetenceMissing { visit: VisitId, slot: usize, carer: CarerId, competence: CompetenceId },
    #[error("visit {visit}, slot {slot}: {carer} is of group {group}, but {} may come", words(allowed))]
    GroupNotAllowed { visit: VisitId, slot: usize, carer: CarerId, group: GroupId, allowed: Vec<GroupId> },
    #[error("visit {visit}, slot {slot}: {carer} must not come")]
    Forbidden { visit: VisitId, slot: usize, carer: CarerId },
    #[error("visit {visit}, slot {slot}: {carer} is {}, but the slot takes {}", learner(*trainee), learner(!*trainee))]
    TraineeMismatch { visit: VisitId, slot: usize, carer: CarerId, trainee: bool },
    #[error("visit {visit}, slot {slot}: {carer} works {}, but the visit is {}", work(*by_screen), mode_words(*mode))]
    WrongMode { visit: VisitId, slot: usize, carer: CarerId, by_screen: bool, mode: Mode },

    #[error("visit {visit}, slot {slot} is filled {times} times")]
    SlotTwice { visit: VisitId, slot: usize, times: usize },
    #[error("visit {visit}: {carer} fills slots {first} and {second}; each takes another carer")]
    SameCarer { visit: VisitId, carer: CarerId, first: usize, second: usize },
    #[error("visit {visit}: others come, but nobody fills slot {slot}, which it needs")]
    PartlyFilled { visit: VisitId, slot: usize },
    #[error("visit {visit}: slot {slot} begins {gap} s after slot 0, but {from} to {to} s are allowed")]
    NotTogether { visit: VisitId, slot: usize, gap: Seconds, from: Seconds, to: Seconds },

    #[error(
        "visit {} begins {gap} s after visit {}, but {} s {} allowed",
        order.second, order.first, order.gap_min, gap_max(order)
    )]
    OrderBroken { order: Order, gap: Seconds },

    #[error("carer {carer}, shift {shift}: pause {pause} is missing from the route")]
    PauseMissing { carer: CarerId, shift: usize, pause: usize },
    #[error("carer {carer}, shift {shift}: pause {pause} is taken {times} times")]
    PauseTwice { carer: CarerId, shift: usize, pause: usize, times: usize },
    #[error("{stop}: begins at {}, but may begin from {} to {}", Utc(*start), Utc(*earliest), Utc(*latest))]
    PauseOutside { stop: StopKey, start: Moment, earliest: Moment, latest: Moment },

    #[error(
        "carer {carer} is done with shift {shift} at {}, but ends the last stop at {} and travels {travel} s",
        Utc(*done), Utc(*last)
    )]
    WrongDone { carer: CarerId, shift: usize, done: Moment, last: Moment, travel: Seconds },
    #[error("carer {carer} is done with shift {shift} at {}, but must be by {}", Utc(*done), Utc(*latest))]
    TooLate { carer: CarerId, shift: usize, done: Moment, latest: Moment },
    #[error("carer {carer} travels {travel} s in shift {shift}, but at most {most} s are allowed")]
    TravelMax { carer: CarerId, shift: usize, travel: Seconds, most: Seconds },
    #[error("carer {carer} makes {visits} visits in shift {shift}, but at most {most} are allowed")]
    VisitsMax { carer: CarerId, shift: usize, visits: usize, most: u32 },

    #[error("car pool {pool}: {out} cars are under way at {}, but it has {cars}", Utc(*at))]
    CarsMissing { pool: CarPoolId, at: Moment, out: usize, cars: u32 },

    #[error("the plan leaves out visit {visit}, which the day does not have")]
    LeftOutUnknownVisit { visit: VisitId },
    #[error("the plan leaves out slot {slot} of visit {visit}, which has {slots} slots")]
    LeftOutUnknownSlot { visit: VisitId, slot: usize, slots: usize },
    #[error("visit {visit}, slot {slot} is left out, but {carer} fills it")]
    LeftOutFilled { visit: VisitId, slot: usize, carer: CarerId },
    #[error("visit {visit}, slot {slot} is left out {times} times")]
    LeftOutTwice { visit: VisitId, slot: usize, times: usize },
    #[error("visit {visit}, slot {slot} is neither filled nor left out")]
    LeftOutMissing { visit: VisitId, slot: usize },

    #[error("visit {visit}, slot {slot} is pinned to {pinned}, but {found} fills it")]
    PinnedCarer { visit: VisitId, slot: usize, pinned: CarerId, found: CarerId },
    #[error("visit {visit} is pinned to {}, but begins at {}", Utc(*pinned), Utc(*found))]
    PinnedStart { visit: VisitId, pinned: Moment, found: Moment },
}

impl StopKey {
    pub(super) fn of(route: &Route, stop: &Stop) -> Self {
        Self { carer: route.carer.clone(), shift: route.shift, doing: Some(stop.doing.clone()) }
    }

    pub(super) fn home(known: KnownRoute<'_>) -> Self {
        Self { carer: known.route.carer.clone(), shift: known.route.shift, doing: None }
    }
}

impl fmt::Display for StopKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { carer, shift, doing } = self;
        match doing {
            Some(Doing::Visit { visit, slot }) => write!(f, "carer {carer}, visit {visit} (slot {slot})"),
            Some(Doing::Pause { pause }) => write!(f, "carer {carer}, pause {pause} of shift {shift}"),
            None => write!(f, "carer {carer}, the way home from shift {shift}"),
        }
    }
}

/// An instant as RFC 3339 has it.
struct Utc(Moment);

impl fmt::Display for Utc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(Moment(instant)) = self;
        let (days, second) = (instant.div_euclid(86_400), instant.rem_euclid(86_400));
        // Years from March in cycles of 400 years, 146,097 days each (Richards 2013, chapter 15 of the Explanatory
        // Supplement to the Astronomical Almanac, ISBN 978-1-891389-85-6).
        let (cycle, day) = ((days + 719_468).div_euclid(146_097), (days + 719_468).rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = cycle * 400 + year + carry;
        write!(f, "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
    }
}

/// The windows of a visit, from open to close.
pub(super) fn spans(windows: &[Window]) -> Vec<(Moment, Moment)> {
    windows.iter().map(|it| (it.open, it.close)).collect()
}

fn window_words(windows: &[(Moment, Moment)]) -> String {
    match windows {
        [] => "at no time".to_owned(),
        _ => {
            let spans = windows.iter().map(|(open, close)| format!("from {} to {}", Utc(*open), Utc(*close)));
            spans.collect::<Vec<_>>().join(" or ")
        }
    }
}

fn words<Id: ToString>(ids: &[Id]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
}

fn word(transport: &Option<TransportId>) -> &str {
    transport.as_ref().map_or("no transport", TransportId::as_str)
}

fn allowed_words(allowed: &[TransportId]) -> String {
    if allowed.is_empty() { "only a screen".to_owned() } else { words(allowed) }
}

fn learner(trainee: bool) -> &'static str {
    if trainee { "a trainee" } else { "no trainee" }
}

fn work(by_screen: bool) -> &'static str {
    if by_screen { "by screen" } else { "on the spot" }
}

fn mode_words(mode: Mode) -> &'static str {
    match mode {
        Mode::Physical => "on the spot",
        Mode::Screen => "by screen",
        Mode::Either => "either",
    }
}

fn gap_max(order: &Order) -> String {
    order.gap_max.map_or_else(|| "or more are".to_owned(), |most| format!("to {most} s are"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_as_the_calendar_has_them() {
        let cases = [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_772_433_930, "2026-03-02T06:45:30Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ];
        for (instant, expected) in cases {
            assert_eq!(Utc(Moment(instant)).to_string(), expected);
        }
        for extreme in [i64::MIN, i64::MAX] {
            assert!(Utc(Moment(extreme)).to_string().ends_with('Z'));
        }
    }
}

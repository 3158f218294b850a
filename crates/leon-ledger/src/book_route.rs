//! Books a plan of visits: who did each visit, and what became of every minute of every shift.

mod needs;
mod read;
mod shifts;

use crate::book::Draft;
use crate::{Book, Keys};
use leon_model::{CarerId, Complexity, Day, GroupId, PlaceId, RoutePlan, Seconds, SettingId, TaskId, Visit, VisitId};
use thiserror::Error;

/// Why a plan of visits cannot be booked: it does not belong to the day, or its times do not add up.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RouteUnbookable {
    #[error("the day has no carer {carer} with a shift {shift}")]
    UnknownShift { carer: CarerId, shift: usize },
    #[error("carer {carer} has two routes in shift {shift}")]
    RouteTwice { carer: CarerId, shift: usize },
    #[error("the day has no visit {visit} with a slot {slot}")]
    UnknownSlot { visit: VisitId, slot: usize },
    #[error("visit {visit}, slot {slot} is filled twice")]
    SlotTwice { visit: VisitId, slot: usize },
    #[error("carer {carer} has no pause {pause} in shift {shift}")]
    UnknownPause { carer: CarerId, shift: usize, pause: usize },
    #[error("carer {carer}: a time of shift {shift} runs backwards, or is longer than any shift")]
    NotATime { carer: CarerId, shift: usize },
    #[error("carer {carer} is busy for {over} s more than shift {shift} has, overtime included")]
    OverShift { carer: CarerId, shift: usize, over: Seconds },
}

/// Books a plan of visits in whole minutes of the day.
///
/// A day names neither its place nor its setting, so the caller does. A visit that comes from no case stands under the
/// task `visit` at low complexity.
///
/// The needs are all slots with their usual durations, but for trainees': done by staff groups, or unmet. What a group
/// or a screen takes less or more than usual stands as [`Pace`](crate::Account::Pace). Care by screen carries `screen`
/// as its technology. Every shift of the day is booked, also one without a route: each of its minutes is care,
/// training (a trainee's visits), travel, waiting, a paid break, documentation and meetings (paid appointments) or
/// idle, and nothing is left to rounding. At a screen there is no way, so time between calls is idle, not waiting. Unpaid pauses are no paid time. Time after a shift's end is overtime.
///
/// Plans for the same day hold the same needs, so [`released`](crate::released) compares them.
///
/// # Errors
/// The first thing that does not fit the day, or does not add up.
///
/// # Example
/// ```
/// use leon_ledger::{Account, Minutes, book_route};
/// use leon_model::*;
///
/// let shift = Shift {
///     start: Moment(8 * 3600), end: Moment(9 * 3600), overtime_max: Minutes(0), work: Work::Screen,
///     visits_max: None, pauses: vec![],
/// };
/// let carer = Carer {
///     id: "eva".into(), group: "nurse".into(), competences: vec![], trainee: false, burden_before: Minutes(0),
///     shifts: vec![shift],
/// };
/// let group = DayGroup {
///     id: "nurse".into(), name_da: String::new(), name_en: String::new(),
///     level: 3, dkk_per_hour: Kroner(300.0), overtime_dkk_per_hour: Kroner(450.0),
/// };
/// let day = Day::new(DayTables { groups: vec![group], carers: vec![carer], ..DayTables::default() }).unwrap();
///
/// let book = book_route(&day, &RoutePlan::default(), &"aarhus".into(), &"home_care".into())?;
/// assert_eq!(book.trial_balance().of(Account::Idle).minutes(), Minutes(60)); // nothing to do
/// # Ok::<(), leon_ledger::RouteUnbookable>(())
/// ```
pub fn book_route(day: &Day, plan: &RoutePlan, place: &PlaceId, setting: &SettingId) -> Result<Book, RouteUnbookable> {
    let (unit, read) = (Unit { place, setting }, read::Read::new(day, plan)?);
    let mut draft = Draft::default();
    needs::book(day, &read, unit, &mut draft);
    shifts::book(day, &read, unit, &mut draft)?;
    Ok(draft.book())
}

/// The task of visits that come from no case.
const NO_TASK: &str = "visit";

/// The technology that care by screen goes by.
const SCREEN: &str = "screen";

/// Where the day's hours are had and needed.
#[derive(Clone, Copy)]
struct Unit<'a> {
    place: &'a PlaceId,
    setting: &'a SettingId,
}

impl Unit<'_> {
    fn keys(self) -> Keys {
        Keys { place: Some(self.place.clone()), setting: Some(self.setting.clone()), ..Keys::default() }
    }

    fn staff(self, group: &GroupId) -> Keys {
        Keys { group: Some(group.clone()), ..self.keys() }
    }

    fn need(self, visit: &Visit) -> Keys {
        let no_task = || (TaskId::from(NO_TASK), Complexity::Low);
        let (task, complexity) = visit.task.clone().unwrap_or_else(no_task);
        Keys { task: Some(task), complexity: Some(complexity), ..self.keys() }
    }
}

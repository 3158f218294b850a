//! What stands in the way of a carer taking a slot.

use leon_model::{
    CarPoolId, Carer, CarerId, CompetenceId, Day, Doing, GroupId, Minutes, Mode, Moment, Seconds, Visit, VisitId, Work,
};

/// One rule that stands in the way.
#[derive(Clone, Debug, PartialEq)]
pub enum Hindrance {
    /// The carer does not hold a competence that the slot needs.
    CompetenceMissing { competence: CompetenceId },
    /// The carer's group may not come; `allowed` may.
    GroupNotAllowed { group: GroupId, allowed: Vec<GroupId> },
    /// The carer must not come to this citizen.
    Forbidden,
    /// The slot is for a trainee and the carer (`trainee` is false) is none, or the other way round.
    TraineeMismatch { trainee: bool },
    /// The visit is done by the other of screen and coming.
    WrongMode { by_screen: bool, mode: Mode },
    /// A planner holds the slot for somebody else.
    PinnedToOther { carer: CarerId },
    /// The carer fills another slot of the visit.
    FillsOtherSlot { slot: usize },
    /// No way leads there, or on from there.
    NoWay,
    /// The carer would come at `comes` at the earliest, the last window closes at `closes`.
    WindowCloses { comes: Moment, closes: Moment },
    /// The start is pinned to `pinned`, but the carer could only begin at `comes`.
    StartPinned { comes: Moment, pinned: Moment },
    /// No gap is long enough: in the one that fits best, `next` would begin at `comes`, but must by `latest`.
    NoGap { next: Doing, comes: Moment, latest: Moment, short_by: Seconds },
    /// The carer would be done at `done`, but must be by `latest`, overtime allowed for.
    OvertimeLimit { done: Moment, latest: Moment },
    /// The shift's travel would be so long.
    TravelLimit { travel: Seconds, most: Seconds },
    /// The shift has as many visits as it may.
    VisitsLimit { most: u32 },
    /// The shift takes a car of the pool, and others have them all.
    CarMissing { pool: CarPoolId },
    /// An order or a meeting with this visit cannot be kept.
    Together { with: VisitId },
    /// The carer could begin at `at`, but then nobody else can fill the visit's other slots in time.
    NoSecondCarer { at: Moment },
    /// None: the carer could begin at `at`. Doing it costs more by the day's goals than leaving it out, or the plan
    /// can be better.
    CouldCome { at: Moment },
}

/// What stands in a shift's way of filling a slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    pub slot: usize,
    pub carer: CarerId,
    pub shift: usize,
    /// Every rule on who may come that stands in the way; without one, the rule on times that is nearest to be kept.
    pub hindrances: Vec<Hindrance>,
}

/// The rules on who may fill a slot that stand in the way, times and the rest of the plan apart.
pub(crate) fn who_may_not(carer: &Carer, shift: usize, visit: &Visit, slot: usize) -> Vec<Hindrance> {
    let row = &visit.slots[slot];
    let mut found: Vec<Hindrance> = Vec::new();
    let missing = row.competences.iter().filter(|it| !carer.competences.contains(it));
    found.extend(missing.map(|it| Hindrance::CompetenceMissing { competence: it.clone() }));
    if !row.groups.is_empty() && !row.groups.contains(&carer.group) {
        found.push(Hindrance::GroupNotAllowed { group: carer.group.clone(), allowed: row.groups.clone() });
    }
    if visit.forbidden.contains(&carer.id) {
        found.push(Hindrance::Forbidden);
    }
    if carer.trainee != row.trainee {
        found.push(Hindrance::TraineeMismatch { trainee: carer.trainee });
    }
    let by_screen = carer.shifts[shift].work == Work::Screen;
    if (visit.mode == Mode::Physical && by_screen) || (visit.mode == Mode::Screen && !by_screen) {
        found.push(Hindrance::WrongMode { by_screen, mode: visit.mode });
    }
    if let Some(Some(pinned)) = visit.pin.carers.get(slot)
        && *pinned != carer.id
    {
        found.push(Hindrance::PinnedToOther { carer: pinned.clone() });
    }
    found
}

/// The level of a group.
pub(crate) fn level(day: &Day, group: &GroupId) -> u8 {
    day.group_index(group).map_or(0, |row| day.groups[row].level)
}

/// So many minutes cover a length.
pub(crate) fn minutes_up(ticks: i32) -> Minutes {
    Minutes((i64::from(ticks) + 59).div_euclid(60))
}

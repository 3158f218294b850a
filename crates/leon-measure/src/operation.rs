//! The measure's own visits at citizens': refilling, exchange. They are planned like others and booked as operation.

use leon_model::*;

/// The task under which they stand until they are booked.
pub(crate) const OPERATION: &str = "measure-operation";

/// Counts as much as three ordinary visits left out: without it the measure does not work.
const PRIORITY: u8 = 3;

/// A visit to operate a measure at a citizen's, at any time when somebody of the groups is at work; a day that knows
/// none of the groups leaves it to anybody.
pub(crate) fn visit(
    name: &str,
    (citizen, location): (&CitizenId, &LocationId),
    duration: Minutes,
    groups: &[GroupId],
    day: &DayTables,
) -> Visit {
    let of_groups = || day.carers.iter().filter(|it| groups.contains(&it.group) && !it.trainee);
    let shifts = || of_groups().flat_map(|it| &it.shifts).filter(|it| matches!(it.work, Work::Visiting(_)));
    let all = || day.carers.iter().flat_map(|it| &it.shifts);
    let known = |group: &&GroupId| day.groups.iter().any(|it| it.id == **group);
    let open = shifts().map(|it| it.start).min().or_else(|| all().map(|it| it.start).min()).unwrap_or_default();
    let end = shifts().map(|it| it.end).max().or_else(|| all().map(|it| it.end).max()).unwrap_or_default();
    let close = (end - Seconds::from(duration)).max(open);
    let slot = Slot {
        competences: Vec::new(),
        groups: groups.iter().filter(known).cloned().collect(),
        duration,
        duration_by_group: Vec::new(),
        duration_by_screen: None,
        needed: true,
        trainee: false,
    };
    Visit {
        id: format!("{name}-{citizen}").into(),
        citizen: citizen.clone(),
        location: location.clone(),
        label: name.to_owned(),
        task: Some((OPERATION.into(), Complexity::Low)),
        windows: vec![Window { open, soft_close: None, close, late_weight: 1.0 }],
        slots: vec![slot],
        meetings: Vec::new(),
        mode: Mode::Physical,
        necessity: Necessity::Mandatory { priority: PRIORITY },
        wanted: Vec::new(),
        unwanted: Vec::new(),
        forbidden: Vec::new(),
        pin: Pin::default(),
    }
}

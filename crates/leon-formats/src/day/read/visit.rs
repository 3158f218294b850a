//! Reads citizens and visits.

use super::minutes_by_id;
use crate::cause::Cause;
use crate::day::entry::Entry;
use crate::day::origin::Origin;
use leon_model::{
    Citizen, Complexity, Meeting, Minutes, Mode, Moment, Necessity, Pin, Seconds, Slot, TaskId, Visit, Window,
};

pub(super) fn citizen(entry: &Entry<'_, '_>) -> Citizen {
    let faces = entry.whole_by_id("faces").into_iter();
    let faces = faces.filter_map(|(carer, visits)| match u32::try_from(visits) {
        Ok(visits) => Some((carer, visits)),
        Err(_) => {
            entry.report("faces", Cause::ValueOutside { value: visits as f64, low: 0.0, high: f64::from(u32::MAX) });
            None
        }
    });
    Citizen { id: entry.id("id"), dementia: entry.flag("dementia").unwrap_or(false), faces: faces.collect() }
}

/// A visit of a day file, or of an event.
pub(in crate::day) fn visit(entry: &Entry<'_, '_>, origin: &mut Origin) -> Visit {
    let slots = entry.list("slots", |_, it| slot(it));
    let together = vec![Meeting { from: Seconds::ZERO, to: Seconds::ZERO }; slots.len().saturating_sub(1)];
    Visit {
        id: entry.id("id"),
        citizen: entry.id("citizen"),
        location: entry.id("location"),
        label: entry.text("label").unwrap_or_default(),
        task: task(entry),
        windows: windows(entry, origin),
        slots,
        meetings: if entry.has("meetings") { entry.list("meetings", |_, it| meeting(it)) } else { together },
        mode: entry.word("mode", mode).unwrap_or(Mode::Physical),
        necessity: necessity(entry),
        wanted: entry.ids("wanted"),
        unwanted: entry.ids("unwanted"),
        forbidden: entry.ids("forbidden"),
        pin: entry.object("pin").map(|it| pin(&it)).unwrap_or_default(),
    }
}

fn task(entry: &Entry<'_, '_>) -> Option<(TaskId, Complexity)> {
    for (one, other, example) in [("task", "complexity", "\"low\""), ("complexity", "task", "\"personal_care\"")] {
        if entry.has(one) && !entry.has(other) {
            entry.report(other, Cause::FieldMissing { field: other.into(), example: example.into() });
        }
    }
    entry.optional_id("task").zip(entry.word("complexity", Complexity::parse))
}

/// Each window on each of its dates, in order of time.
fn windows(entry: &Entry<'_, '_>, origin: &mut Origin) -> Vec<Window> {
    let mut windows: Vec<(usize, Window)> = Vec::new();
    entry.list("windows", |index, it| {
        let late_weight = it.number("late_weight").unwrap_or(1.0);
        for date in it.dates(&["open", "soft_close", "close"]) {
            let open = it.moment_on("open", date, None).unwrap_or(Moment(0));
            let soft_close = it.moment_on("soft_close", date, Some(open));
            let close = it.moment_on("close", date, Some(open)).unwrap_or(open);
            windows.push((index, Window { open, soft_close, close, late_weight }));
        }
    });
    windows.sort_by_key(|(_, it)| it.open);
    for (at, (index, _)) in windows.iter().enumerate() {
        origin.moved(format!("windows[{at}]"), format!("windows[{index}]"));
    }
    windows.into_iter().map(|(_, window)| window).collect()
}

fn slot(entry: &Entry<'_, '_>) -> Slot {
    Slot {
        competences: entry.ids("competences"),
        groups: entry.ids("groups"),
        duration: entry.minutes("minutes").unwrap_or(Minutes(0)),
        duration_by_group: minutes_by_id(entry, "minutes_by_group"),
        duration_by_screen: entry.minutes("minutes_by_screen"),
        needed: entry.flag("needed").unwrap_or(true),
        trainee: entry.flag("trainee").unwrap_or(false),
    }
}

fn meeting(entry: &Entry<'_, '_>) -> Meeting {
    let from = entry.minutes_fine("from_minutes").unwrap_or(Seconds::ZERO);
    Meeting { from, to: entry.minutes_fine("to_minutes").unwrap_or(from) }
}

fn mode(word: &str) -> Option<Mode> {
    Some(match word {
        "physical" => Mode::Physical,
        "screen" => Mode::Screen,
        "either" => Mode::Either,
        _ => return None,
    })
}

fn necessity(entry: &Entry<'_, '_>) -> Necessity {
    if entry.has("priority") && entry.has("optional_worth_minutes") {
        entry.report("optional_worth_minutes", Cause::PriorityAndWorth {});
    }
    match entry.minutes("optional_worth_minutes") {
        Some(worth) => Necessity::Optional { worth },
        None => Necessity::Mandatory { priority: entry.small("priority").unwrap_or(1) },
    }
}

fn pin(entry: &Entry<'_, '_>) -> Pin {
    Pin { carers: entry.ids_or_null("carers"), start: entry.single_moment("start") }
}

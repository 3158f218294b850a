//! Reads carers and their shifts.

use crate::cause::Cause;
use crate::day::entry::Entry;
use crate::day::origin::Origin;
use jiff::civil::Date;
use leon_model::{Carer, Minutes, Moment, Pause, PauseKind, PoolCar, Shift, Travelling, Work};

pub(super) fn carer(entry: &Entry<'_, '_>, origin: &mut Origin) -> Carer {
    Carer {
        id: entry.id("id"),
        group: entry.id("group"),
        competences: entry.ids("competences"),
        trainee: entry.flag("trainee").unwrap_or(false),
        burden_before: entry.minutes("burden_before_minutes").unwrap_or_default(),
        shifts: shifts(entry, origin),
    }
}

/// Each shift on each of its dates, in order of time.
fn shifts(entry: &Entry<'_, '_>, origin: &mut Origin) -> Vec<Shift> {
    let mut shifts: Vec<(usize, Shift)> = Vec::new();
    entry.list("shifts", |index, it| {
        let dates = it.dates(&["start", "end"]);
        shifts.extend(dates.into_iter().map(|date| (index, shift(it, date))));
    });
    shifts.sort_by_key(|(_, it)| it.start);
    for (at, (index, _)) in shifts.iter().enumerate() {
        origin.moved(format!("shifts[{at}]"), format!("shifts[{index}]"));
    }
    shifts.into_iter().map(|(_, shift)| shift).collect()
}

fn shift(entry: &Entry<'_, '_>, date: Option<Date>) -> Shift {
    let start = entry.moment_on("start", date, None).unwrap_or(Moment(0));
    Shift {
        start,
        end: entry.moment_on("end", date, Some(start)).unwrap_or(start),
        overtime_max: entry.minutes("overtime_max_minutes").unwrap_or_default(),
        work: work(entry),
        visits_max: entry.count("visits_max"),
        pauses: entry.list("pauses", |_, it| pause(it, date.or_else(|| only_date(it)), start)),
    }
}

/// The file's date, where it has one only and the shift itself is said with dates.
fn only_date(entry: &Entry<'_, '_>) -> Option<Date> {
    match entry.source.dates.as_slice() {
        [date] => Some(*date),
        _ => None,
    }
}

/// What a visiting carer's shift has and a screen carer's has not.
const TRAVELLING: [&str; 6] = ["transport", "car_pool", "without_car", "from", "to", "travel_max_minutes"];

fn work(entry: &Entry<'_, '_>) -> Work {
    let is_screen = entry.word("work", |word| match word {
        "visiting" => Some(false),
        "screen" => Some(true),
        _ => None,
    });
    if is_screen == Some(true) {
        for field in TRAVELLING.into_iter().filter(|it| entry.has(it)) {
            entry.report(field, Cause::ScreenTravels { field: field.to_owned() });
        }
        return Work::Screen;
    }
    if !entry.has("transport") {
        entry.report("transport", Cause::FieldMissing { field: "transport".into(), example: "\"cykel\"".into() });
    }
    if entry.has("without_car") && !entry.has("car_pool") {
        entry.report("car_pool", Cause::FieldMissing { field: "car_pool".into(), example: "\"nord\"".into() });
    }
    let car = entry.optional_id("car_pool").map(|pool| PoolCar { pool, without_car: entry.optional_id("without_car") });
    Work::Visiting(Travelling {
        transport: entry.id("transport"),
        car,
        from: entry.optional_id("from"),
        to: entry.optional_id("to"),
        travel_max: entry.minutes("travel_max_minutes"),
    })
}

fn pause(entry: &Entry<'_, '_>, date: Option<Date>, start: Moment) -> Pause {
    let kind = entry.word("kind", |word| match word {
        "break" => Some(PauseKind::Break),
        "appointment" => Some(PauseKind::Appointment),
        _ => None,
    });
    let earliest = entry.moment_on("earliest", date, Some(start)).unwrap_or(start);
    Pause {
        kind: kind.unwrap_or(PauseKind::Break),
        earliest,
        latest: entry.moment_on("latest", date, Some(earliest)).unwrap_or(earliest),
        duration: entry.minutes("minutes").unwrap_or(Minutes(0)),
        location: entry.optional_id("location"),
        paid: entry.flag("paid").unwrap_or(true),
    }
}

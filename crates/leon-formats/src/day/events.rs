//! What happens during a day, as a file: an event a line, in order of time.

use super::clock::Clock;
use super::entry::Entry;
use super::fault;
use super::origin::{Origin, Origins};
use super::read::{check_schema, set_clock, visit};
use super::rows::VisitRow;
use super::shape::Kind::{self, *};
use super::shape::{Shape, Words, optional, required};
use super::shapes::VISIT;
use super::source::Source;
use super::write::JsonLines;
use crate::cause::Cause;
use crate::problem::Problem;
use leon_model::{Day, DayList, Event, EventKind, Minutes, Moment};
use serde::Serialize;

/// What the first field of an events file says.
const EVENTS_SCHEMA: &str = "leon/events/1";

/// What was read from an events file.
#[derive(Clone, Debug, Default)]
pub struct EventsRead {
    /// The events, unless there are errors.
    pub events: Option<Vec<Event>>,
    /// Every problem, line by line.
    pub problems: Vec<Problem>,
}

/// The kinds of events, each with the fields that it must have and those that it may have.
const KINDS: [(&str, &[&str], &[&str]); 8] = [
    ("carer_sick", &["carer"], &[]),
    ("visit_new", &["new_visit"], &[]),
    ("visit_cancelled", &["visit"], &[]),
    ("visit_overrun", &["visit", "by_minutes"], &[]),
    ("visit_done", &["visit", "carer", "start", "end"], &[]),
    ("cars_out", &["pool", "cars"], &[]),
    ("visit_pinned", &["visit"], &["carer", "start"]),
    ("visit_unpinned", &["visit"], &[]),
];

const KIND_WORDS: Words = &[
    "carer_sick",
    "visit_new",
    "visit_cancelled",
    "visit_overrun",
    "visit_done",
    "cars_out",
    "visit_pinned",
    "visit_unpinned",
];

pub(super) static EVENTS: Shape = Shape {
    name: "events",
    doc: "What happens during a day. Times are said as in a day file.",
    fields: &[
        required("schema", Exactly(EVENTS_SCHEMA), "The format and its version."),
        optional("date", Date, "The day on which times of day lie."),
        optional("time_zone", Text, "A name of the IANA time zone database. Left out: `Europe/Copenhagen`."),
        required("events", List(&EVENT), "The events, in order of time."),
    ],
};

static EVENT: Shape = Shape {
    name: "event",
    doc: "Something that happened. `carer_sick`: `carer` cannot go on. `visit_new`: `new_visit` was not there before. \
          `visit_cancelled`: `visit` is no longer wanted. `visit_overrun`: `visit` takes `by_minutes` longer. \
          `visit_done`: `carer` was at `visit` from `start` to `end`. `cars_out`: `pool` has `cars` fewer. \
          `visit_pinned`: `visit` is held fast, with `carer`, at `start`, or both. `visit_unpinned`: no longer.",
    fields: &[
        required("at", Time, "When it became known. What began before is history."),
        required("kind", Word(KIND_WORDS), "What it is; it says which of the fields below there are."),
        optional("reason", Text, "In the words of who reported it; no citizen's data."),
        optional("carer", Id, "Who."),
        optional("visit", Id, "Which visit."),
        optional("new_visit", Object(&VISIT), "The visit that was not there before."),
        optional("by_minutes", Kind::Minutes, "How much longer than planned."),
        optional("start", Time, "When it began, or is to begin."),
        optional("end", Time, "When it ended."),
        optional("pool", Id, "Which car pool."),
        optional("cars", Count, "How many cars fewer."),
    ],
};

/// Reads an events file of a day. `file` is its name in messages.
///
/// ```
/// use leon_formats::Lang;
/// use leon_formats::day::{EXAMPLE, read_day, read_events};
/// let day = read_day("day.json", EXAMPLE).day.unwrap();
/// let text = r#"{"schema": "leon/events/1", "date": "2026-11-23", "events": [
///   {"at": "08:05", "kind": "carer_sick", "carer": "m02", "reason": "feber"},
///   {"at": "08:20", "kind": "visit_cancelled", "visit": "v99"}]}"#;
/// let read = read_events("events.json", text, &day);
/// assert_eq!(
///     read.problems[0].message(Lang::En),
///     "events.json, line 3, key events[1].visit: 'v99' is not under visits. Correct the id, or add it under visits."
/// );
/// ```
pub fn read_events(file: &str, text: &str, day: &Day) -> EventsRead {
    let mut source = Source::new(file, text);
    let events = read_root(&mut source, day);
    let good = source.errors() == 0;
    EventsRead { events: events.filter(|_| good), problems: source.into_problems() }
}

fn read_root(source: &mut Source<'_>, day: &Day) -> Option<Vec<Event>> {
    let root = source.root()?;
    set_clock(source, root);
    let file = Entry::open(source, root, String::new(), &EVENTS)?;
    check_schema(&file, EVENTS_SCHEMA)?;
    let mut origins = Origins::default();
    let events = origins.read(&file, DayList::Events, event);
    if !origins.unread.is_empty() {
        origins.unread.insert(DayList::Visits); // a new visit may be among the events that could not be read
    }
    fault::report(source, &origins, &day.event_problems(&events));
    Some(events)
}

fn event(entry: &Entry<'_, '_>, origin: &mut Origin) -> Event {
    let word =
        entry.word("kind", |word| KINDS.into_iter().find(|(it, ..)| *it == word)).inspect(|it| fields(entry, *it));
    let moment = |name| entry.single_moment(name).unwrap_or(Moment(0));
    let kind = match word.map_or("", |(word, ..)| word) {
        "carer_sick" => EventKind::CarerSick { carer: entry.id("carer") },
        "visit_new" => {
            let visit = entry.object("new_visit").map(|it| visit(&it, origin));
            origin.within("new_visit");
            match visit {
                Some(visit) => EventKind::VisitNew { visit: Box::new(visit) },
                None => EventKind::VisitCancelled { visit: entry.id("visit") }, // reported, and left out
            }
        }
        "visit_overrun" => {
            EventKind::VisitOverrun { visit: entry.id("visit"), by: entry.minutes("by_minutes").unwrap_or(Minutes(0)) }
        }
        "visit_done" => EventKind::VisitDone {
            visit: entry.id("visit"),
            carer: entry.id("carer"),
            start: moment("start"),
            end: moment("end"),
        },
        "cars_out" => EventKind::CarsOut { pool: entry.id("pool"), cars: entry.count("cars").unwrap_or_default() },
        "visit_pinned" => EventKind::VisitPinned {
            visit: entry.id("visit"),
            carer: entry.optional_id("carer"),
            start: entry.single_moment("start"),
        },
        "visit_unpinned" => EventKind::VisitUnpinned { visit: entry.id("visit") },
        _ => EventKind::VisitCancelled { visit: entry.id("visit") },
    };
    Event { at: moment("at"), kind, reason: entry.text("reason") }
}

/// Reports fields that the kind of event lacks or does not have.
fn fields(entry: &Entry<'_, '_>, (kind, must, may): (&str, &[&str], &[&str])) {
    for field in EVENT.fields.iter().filter(|it| !it.required && it.name != "reason") {
        let has = entry.has(field.name);
        if must.contains(&field.name) && !has {
            let cause = Cause::FieldMissing { field: field.name.to_owned(), example: field.kind.example() };
            entry.report(field.name, cause);
        } else if has && !must.contains(&field.name) && !may.contains(&field.name) {
            entry.report(field.name, Cause::FieldOfOtherEvent { field: field.name.to_owned(), kind: kind.to_owned() });
        }
    }
}

#[derive(Default, Serialize)]
struct EventRow<'a> {
    at: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    carer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pool: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cars: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_visit: Option<VisitRow<'a>>,
}

/// An events file that is read again as the same events, an event a line, times labelled by the Danish clock.
pub fn write_events(events: &[Event]) -> String {
    let clock = Clock::copenhagen();
    let mut file = JsonLines::new(EVENTS_SCHEMA);
    file.list("events", events.iter().map(|it| event_row(it, &clock)));
    file.finish()
}

fn event_row<'a>(event: &'a Event, clock: &Clock) -> EventRow<'a> {
    let row = EventRow { at: clock.label(event.at), reason: event.reason.as_deref(), ..EventRow::default() };
    match &event.kind {
        EventKind::CarerSick { carer } => EventRow { kind: "carer_sick", carer: Some(carer.as_str()), ..row },
        EventKind::VisitNew { visit } => {
            EventRow { kind: "visit_new", new_visit: Some(VisitRow::new(visit, clock)), ..row }
        }
        EventKind::VisitCancelled { visit } => EventRow { kind: "visit_cancelled", visit: Some(visit.as_str()), ..row },
        EventKind::VisitOverrun { visit, by } => {
            EventRow { kind: "visit_overrun", visit: Some(visit.as_str()), by_minutes: Some(by.0), ..row }
        }
        EventKind::VisitDone { visit, carer, start, end } => EventRow {
            kind: "visit_done",
            visit: Some(visit.as_str()),
            carer: Some(carer.as_str()),
            start: Some(clock.label(*start)),
            end: Some(clock.label(*end)),
            ..row
        },
        EventKind::CarsOut { pool, cars } => {
            EventRow { kind: "cars_out", pool: Some(pool.as_str()), cars: Some(*cars), ..row }
        }
        EventKind::VisitPinned { visit, carer, start } => EventRow {
            kind: "visit_pinned",
            visit: Some(visit.as_str()),
            carer: carer.as_ref().map(|it| it.as_str()),
            start: start.map(|it| clock.label(it)),
            ..row
        },
        EventKind::VisitUnpinned { visit } => EventRow { kind: "visit_unpinned", visit: Some(visit.as_str()), ..row },
    }
}

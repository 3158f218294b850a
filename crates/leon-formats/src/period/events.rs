//! What happens to a roster that people know, as a file: an event a line.

use super::fields::{by_word, date, moment};
use super::shapes::ABSENCES;
use crate::cause::Cause;
use crate::day::Clock;
use crate::day::entry::Entry;
use crate::day::read::check_schema;
use crate::day::shape::Kind::{self, *};
use crate::day::shape::{Shape, Words, optional, required};
use crate::day::source::Source;
use crate::problem::Problem;
use crate::shown::shown;
use leon_model::{AbsenceKind, Date, Moment, Period, PersonId, RosterEvent, Strength, Wanted, Wish};

/// What the first field of an events file says.
const EVENTS_SCHEMA: &str = "leon/roster-events/1";

/// The kinds of events, each with the fields that it must have and those that it may have.
const KINDS: [(&str, &[&str], &[&str]); 5] = [
    ("absent", &["person"], &["first", "last", "from", "to", "absence"]),
    ("leaves", &["person", "first"], &[]),
    ("returns", &["person"], &["first", "from"]),
    ("off", &["person", "first"], &["last"]),
    ("cover", &["row", "first", "min"], &["last", "target"]),
];

const KIND_WORDS: Words = &["absent", "leaves", "returns", "off", "cover"];

pub(super) static EVENTS: Shape = Shape {
    name: "roster_events",
    doc: "What happens to a roster that people know. Times are said as in a period file.",
    fields: &[
        required("schema", Exactly(EVENTS_SCHEMA), "The format and its version."),
        required("events", List(&EVENT), "The events."),
    ],
};

static EVENT: Shape = Shape {
    name: "roster_event",
    doc: "Something that happened. `absent`: `person` is away from `first` to `last`, or from `from` to `to`. `leaves`: \
          `person` does not work from `first` on. `returns`: absences of `person` end before `first`, or at `from`. `off`: \
          `person` must be free from `first` to `last`. `cover`: the row of cover asks for `min` and `target` from \
          `first` to `last`.",
    fields: &[
        required("kind", Word(KIND_WORDS), "What it is; it says which of the fields below there are."),
        optional("person", Id, "Who."),
        optional("first", Kind::Date, "The first date."),
        optional("last", Kind::Date, "The last date. Left out: as `first`."),
        optional("from", Time, "From when, with its date, where it is not a whole day."),
        optional("to", Time, "Until when, with its date."),
        optional("absence", Word(ABSENCES), "Why. Left out: `illness`."),
        optional("row", Count, "Which of the period's cover rows, counted from 0."),
        optional("min", Count, "The minimum on these dates."),
        optional("target", Count, "The target. Left out: the minimum."),
    ],
};

/// What was read from an events file.
#[derive(Clone, Debug, Default)]
pub struct RosterEventsRead {
    /// The events, unless there are errors.
    pub events: Option<Vec<RosterEvent>>,
    /// Every problem, line by line.
    pub problems: Vec<Problem>,
}

/// Reads what has happened to a roster of a period. `file` is its name in messages.
///
/// ```
/// use leon_formats::Lang;
/// use leon_formats::period::{EXAMPLE, read_period, read_roster_events};
/// let period = read_period("period.json", EXAMPLE).period.unwrap();
/// let text = r#"{"schema": "leon/roster-events/1", "events": [
///   {"kind": "absent", "person": "s01", "first": "2026-11-24", "last": "2026-11-26"},
///   {"kind": "leaves", "person": "s99", "first": "2026-12-01"}]}"#;
/// let read = read_roster_events("events.json", text, &period);
/// assert_eq!(
///     read.problems[0].message(Lang::En),
///     "events.json, line 3, key events[1].person: 's99' is not under people. Correct the id, or add it under people."
/// );
/// ```
pub fn read_roster_events(file: &str, text: &str, period: &Period) -> RosterEventsRead {
    let source = Source::new(file, text);
    let events = read_root(&source, period);
    let good = source.errors() == 0;
    RosterEventsRead { events: events.filter(|_| good), problems: source.into_problems() }
}

fn read_root(source: &Source<'_>, period: &Period) -> Option<Vec<RosterEvent>> {
    let root = source.root()?;
    let file = Entry::open(source, root, String::new(), &EVENTS)?;
    check_schema(&file, EVENTS_SCHEMA)?;
    let events = file.list("events", |index, it| event(it, index, period));
    if events.is_empty() && source.errors() == 0 {
        file.report("events", Cause::ListEmpty {});
    }
    Some(events.into_iter().flatten().collect())
}

/// An event; `None`, reported, when its kind cannot be read.
fn event(entry: &Entry<'_, '_>, index: usize, period: &Period) -> Option<RosterEvent> {
    let kind = entry.word("kind", |word| KINDS.into_iter().find(|(it, ..)| *it == word))?;
    fields(entry, kind);
    let person: Option<PersonId> = entry.optional_id("person");
    if let Some(id) = person.as_ref().filter(|it| period.person(it).is_none()) {
        entry.report("person", Cause::NotInList { list: "people".to_owned(), id: shown(id.as_str()) });
    }
    let first = inside(entry, "first", period);
    let last = inside(entry, "last", period).or(first);
    if let (Some(first), Some(last)) = (first, last)
        && last < first
    {
        entry.report("last", Cause::LastFirst { first: first.to_string(), last: last.to_string() });
    }
    match kind.0 {
        "absent" => {
            let (from, to) = stretch(entry, first, last)?;
            let kind = by_word(entry, "absence", &AbsenceKind::ALL, AbsenceKind::word);
            Some(RosterEvent::Absent { person: person?, from, to, kind: kind.unwrap_or(AbsenceKind::Illness) })
        }
        "leaves" => Some(RosterEvent::Leaves { person: person?, from: first? }),
        "returns" => {
            let at = one_of(entry, first.map(Date::midnight), "first", "from")?;
            Some(RosterEvent::Returns { person: person?, from: at })
        }
        "off" => {
            let person = person?;
            let wish = Wish {
                id: format!("off-{person}-{}-{index}", first?).into(),
                person,
                wanted: Wanted::Off,
                from: first?,
                to: last?,
                strength: Strength::Hard,
                stated: None,
            };
            Some(RosterEvent::MustHave { wish })
        }
        _ => {
            let (row, min) = (entry.index("row")?, entry.count("min")?);
            let rows = period.cover.len();
            if row >= rows {
                let high = rows.saturating_sub(1) as f64;
                entry.report("row", Cause::ValueOutside { value: row as f64, low: 0.0, high });
            }
            let target = entry.count("target").unwrap_or(min);
            if target < min {
                entry.report("target", Cause::TargetBelowMin { min, target });
            }
            Some(RosterEvent::CoverChanged { row, from: first?, to: last?, min, target })
        }
    }
}

/// A date of the period.
fn inside(entry: &Entry<'_, '_>, name: &str, period: &Period) -> Option<Date> {
    let date = date(entry, name)?;
    if !(period.first..=period.last).contains(&date) {
        entry.report(name, Cause::DateNotInPeriod { date: date.to_string() });
    }
    Some(date)
}

/// Whole dates, or from one moment to another.
fn stretch(entry: &Entry<'_, '_>, first: Option<Date>, last: Option<Date>) -> Option<(Moment, Moment)> {
    let from = one_of(entry, first.map(Date::midnight), "first", "from")?;
    let end = if entry.has("first") || entry.has("last") { last.map(|it| (it + 1).midnight()) } else { None };
    let to = one_of(entry, end, "last", "to")?;
    if to <= from {
        let clock = Clock::copenhagen();
        entry.report("to", Cause::ToBeforeFrom { from: clock.label(from), to: clock.label(to) });
    }
    Some((from, to))
}

/// A moment that is said as a date or as a time, and not as both.
fn one_of(entry: &Entry<'_, '_>, dated: Option<Moment>, of_date: &str, of_time: &str) -> Option<Moment> {
    match (dated, entry.has(of_time)) {
        (Some(_), true) if entry.has(of_date) => {
            entry.report(of_time, Cause::SaidTwice { one: of_date.to_owned(), other: of_time.to_owned() });
            None
        }
        (_, true) => moment(entry, of_time),
        (dated, false) => {
            if dated.is_none() && !entry.has(of_date) {
                entry.report(
                    "",
                    Cause::FieldMissing { field: of_date.to_owned(), example: "\"2026-11-23\"".to_owned() },
                );
            }
            dated
        }
    }
}

/// Reports fields that the kind of event lacks or does not have.
fn fields(entry: &Entry<'_, '_>, (kind, must, may): (&str, &[&str], &[&str])) {
    for field in EVENT.fields.iter().filter(|it| !it.required) {
        let has = entry.has(field.name);
        if must.contains(&field.name) && !has {
            let cause = Cause::FieldMissing { field: field.name.to_owned(), example: field.kind.example() };
            entry.report("", cause);
        } else if has && !must.contains(&field.name) && !may.contains(&field.name) {
            entry.report(field.name, Cause::FieldOfOtherEvent { field: field.name.to_owned(), kind: kind.to_owned() });
        }
    }
}

//! A calendar that an employee subscribes to (iCalendar, RFC 5545): own duties and routes, as last published.
//!
//! Times are Danish ones, with the time zone's rules beside them. An instant that a Danish clock shows a second time, in
//! the night when it is set back, is written in UTC: of a local time that comes twice, RFC 5545 (section 3.3.5) means the
//! first.

use crate::{calendar, sha256};
use icalendar::{Component, Event, EventLike, Property};
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, TimeZone};
use leon_model::{Date, Moment};

/// Something that a person does at work. It says nothing of citizens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    /// What it keeps from one publication to the next, among the person's own.
    pub key: String,
    /// The Danish date on which it begins, as its plan counts it.
    pub date: Date,
    pub summary: String,
    /// Where, when that is one place.
    pub place: String,
    pub start: Moment,
    pub end: Moment,
    /// When it was published.
    pub published: Moment,
}

/// Since 1996 Danish clocks are set at one o'clock UTC on the last Sundays of March and October (directive 2000/84/EC).
const DANISH_TIME: &str = "BEGIN:VTIMEZONE\r\n\
    TZID:Europe/Copenhagen\r\n\
    BEGIN:DAYLIGHT\r\n\
    DTSTART:19960331T020000\r\n\
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n\
    TZNAME:CEST\r\n\
    TZOFFSETFROM:+0100\r\n\
    TZOFFSETTO:+0200\r\n\
    END:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\n\
    DTSTART:19961027T030000\r\n\
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n\
    TZNAME:CET\r\n\
    TZOFFSETFROM:+0200\r\n\
    TZOFFSETTO:+0100\r\n\
    END:STANDARD\r\n\
    END:VTIMEZONE\r\n";

const END: &str = "END:VCALENDAR\r\n";

/// The calendar of a person, asked for again each hour.
///
/// A UID is of the person and the key and says neither. Calendars take a later publication for the newer by its
/// `SEQUENCE`, which is the minute of the publication since 1970: numbers of publications begin anew with each document.
pub fn subscription(title: &str, person: &str, engagements: &[Engagement]) -> String {
    let mut empty = calendar::calendar("-//Leon//Own calendar//DA");
    empty.name(&plain(title)).append_property(("CALSCALE", "GREGORIAN"));
    empty.append_property(("X-PUBLISHED-TTL", "PT1H"));
    let mut hourly = Property::new("REFRESH-INTERVAL", "PT1H");
    empty.append_property(hourly.add_parameter("VALUE", "DURATION").done());
    let empty = empty.to_string();
    // The library would give the time zone a DTSTAMP and a UID, which it may not have.
    let mut text = empty.strip_suffix(END).unwrap_or(&empty).to_owned() + DANISH_TIME;
    for it in engagements {
        text += &event(person, it).to_string();
    }
    text + END
}

fn event(person: &str, it: &Engagement) -> Event {
    let uid = format!("{}@leon", &sha256(&["calendar\n", person, "\n", &it.key])[..32]);
    let published = calendar::utc(it.published);
    let mut event = Event::new();
    event.uid(&uid).summary(&plain(&it.summary));
    event.append_property(danish("DTSTART", it.start)).append_property(danish("DTEND", it.end));
    event.add_property("DTSTAMP", &published).add_property("LAST-MODIFIED", &published);
    event.add_property("SEQUENCE", it.published.0.div_euclid(60).to_string());
    if !it.place.is_empty() {
        event.location(&plain(&it.place));
    }
    event.done()
}

fn danish(name: &str, moment: Moment) -> Property {
    local(moment).map_or_else(
        || Property::new(name, calendar::utc(moment)),
        |local| Property::new(name, local).add_parameter("TZID", "Europe/Copenhagen").done(),
    )
}

/// What a Danish clock shows at an instant, unless it has shown that before.
fn local(moment: Moment) -> Option<String> {
    let zone = TimeZone::get("Europe/Copenhagen").ok()?;
    let at = Timestamp::from_second(moment.0).ok()?.to_zoned(zone.clone());
    match zone.to_ambiguous_timestamp(at.datetime()).offset() {
        AmbiguousOffset::Fold { before, .. } if at.offset() != before => None,
        _ => Some(at.strftime("%Y%m%dT%H%M%S").to_string()),
    }
}

/// A text on one line, without what no calendar may hold.
fn plain(text: &str) -> String {
    text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()
}

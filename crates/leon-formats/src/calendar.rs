//! Calendars (iCalendar, RFC 5545): events in UTC, so that they are right at every change of the clock.

use icalendar::{Calendar, Component, Event};
use jiff::Timestamp;
use leon_model::Moment;

/// A calendar without events, by what made it.
pub(crate) fn calendar(product: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", product));
    calendar
}

/// An event. `made`: when what it tells was made known. Of two events with the same `uid` calendars keep the later.
pub(crate) fn event(uid: &str, summary: &str, made: Moment, (start, end): (Moment, Moment)) -> Event {
    let mut event = Event::new();
    event.uid(uid).summary(summary);
    event.add_property("DTSTAMP", utc(made)).add_property("DTSTART", utc(start)).add_property("DTEND", utc(end));
    event.done()
}

/// An instant as calendars write it in UTC; the first or last of all instants when it lies beyond them.
pub(crate) fn utc(moment: Moment) -> String {
    let beyond = if moment.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_second(moment.0).unwrap_or(beyond).strftime("%Y%m%dT%H%M%SZ").to_string()
}

//! A person's duties as a calendar.

use super::{duties, kind_name, unit_name};
use crate::{Lang, calendar};
use icalendar::EventLike;
use leon_model::{Date, Moment, Period, PersonId, Roster};
use std::collections::BTreeMap;

/// The calendar of a person: an event for each duty and each fixed duty. `made`: when the roster was made known.
///
/// An event's UID is the person's duty of that date, whatever its shift: when a roster is published again with a later
/// `made`, calendars change the event instead of showing two.
pub fn person_calendar(period: &Period, roster: &Roster, person: &PersonId, made: Moment, lang: Lang) -> String {
    let mut calendar = calendar::calendar("-//Leon//Roster//DA");
    let mut on: BTreeMap<Date, usize> = BTreeMap::new();
    for duty in duties(period, roster).into_iter().filter(|it| it.person.id == *person) {
        let date = duty.assignment.date;
        let count = on.entry(date).or_default();
        *count += 1;
        let function = duty.assignment.function.as_ref().map_or(String::new(), |it| format!(", {it}"));
        let summary = format!("{} {}{function}", kind_name(duty.shift.kind, lang), duty.shift.id);
        let uid = format!("{date}-{person}-{count}@leon");
        let mut event = calendar::event(&uid, &summary, made, (duty.start, duty.end));
        calendar.push(event.location(unit_name(period, duty.shift)).done());
    }
    for (count, it) in (1..).zip(period.person(person).into_iter().flat_map(|it| &it.fixed_duties)) {
        let uid = format!("{}-{person}-fixed-{count}@leon", it.start.danish_date());
        calendar.push(calendar::event(&uid, &it.label, made, (it.start, it.end)));
    }
    calendar.to_string()
}

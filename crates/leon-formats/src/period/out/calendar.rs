//! A person's duties as a calendar.

use super::{Duty, duties, kind_name, unit_name};
use crate::{Engagement, Lang, calendar};
use icalendar::EventLike;
use leon_model::{Date, Moment, Period, PersonId, Roster, UnitId};
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
        let summary = summary(&duty, lang);
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

/// What a person works by a published roster: each duty, and each fixed duty within the period.
///
/// A duty keeps its key for its date and unit, whatever its shift, in every roster that covers them.
pub fn engagements(
    period: &Period,
    roster: &Roster,
    person: &PersonId,
    published: Moment,
    lang: Lang,
) -> Vec<Engagement> {
    let mut on: BTreeMap<(Date, &UnitId), usize> = BTreeMap::new();
    let mut all = Vec::new();
    for duty in duties(period, roster).into_iter().filter(|it| it.person.id == *person) {
        let (date, unit) = (duty.assignment.date, &duty.shift.unit);
        let count = on.entry((date, unit)).or_default();
        *count += 1;
        all.push(Engagement {
            key: format!("duty {date} {unit} {count}"),
            date,
            summary: summary(&duty, lang),
            place: unit_name(period, duty.shift).to_owned(),
            start: duty.start,
            end: duty.end,
            published,
        });
    }
    let fixed = period.person(person).into_iter().flat_map(|it| &it.fixed_duties);
    all.extend(fixed.filter(|it| (period.first..=period.last).contains(&it.start.danish_date())).map(|it| {
        Engagement {
            key: format!("fixed {} {}", it.start.0, it.label),
            date: it.start.danish_date(),
            summary: it.label.clone(),
            place: String::new(),
            start: it.start,
            end: it.end,
            published,
        }
    }));
    all
}

fn summary(duty: &Duty<'_>, lang: Lang) -> String {
    let function = duty.assignment.function.as_ref().map_or(String::new(), |it| format!(", {it}"));
    format!("{} {}{function}", kind_name(duty.shift.kind, lang), duty.shift.id)
}

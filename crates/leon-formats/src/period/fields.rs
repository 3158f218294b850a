//! Fields that a period file has and a day file has not: dates of the model, times of day, words of a list.

use crate::cause::Cause;
use crate::day::entry::{Entry, plain_text};
use crate::day::json::Node;
use crate::shown::shown;
use leon_model::{
    Date, Days, Hours, Minutes, Moment, ParameterValue, RosterGoal, RosterGoals, Span, TimeOfDay, Weekday,
};
use std::collections::BTreeMap;

/// The words for days of the week, Monday first.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub(super) fn date(entry: &Entry<'_, '_>, name: &str) -> Option<Date> {
    let text = entry.text(name)?;
    let read = text.parse().ok();
    if read.is_none() {
        entry.report(name, Cause::DateUnreadable { value: shown(&text) });
    }
    read
}

pub(super) fn time_of_day(entry: &Entry<'_, '_>, name: &str) -> Option<TimeOfDay> {
    let text = entry.text(name)?;
    let read = text.parse().ok();
    if read.is_none() {
        entry.report(name, Cause::TimeOfDayUnreadable { value: shown(&text) });
    }
    read
}

/// From and to, as times of day.
pub(super) fn span(entry: &Entry<'_, '_>) -> Span {
    Span { from: time_of_day(entry, "from").unwrap_or_default(), to: time_of_day(entry, "to").unwrap_or_default() }
}

/// An instant, which needs its date.
pub(super) fn moment(entry: &Entry<'_, '_>, name: &str) -> Option<Moment> {
    let said = entry.said(name)?;
    if said.is_time_of_day() {
        entry.report(name, Cause::DateNeeded { value: shown(&entry.text(name).unwrap_or_default()) });
        return None;
    }
    entry.moment_on(name, None, None)
}

/// Hours as whole minutes, the nearest.
pub(super) fn hours(entry: &Entry<'_, '_>, name: &str) -> Option<Minutes> {
    entry.number(name).map(|it| Hours(it.clamp(-1e9, 1e9)).to_minutes())
}

/// The item of a list by its word.
pub(super) fn by_word<T: Copy>(
    entry: &Entry<'_, '_>,
    name: &str,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Option<T> {
    entry.word(name, |text| all.iter().copied().find(|it| word(*it) == text))
}

/// The items of a list by their words.
pub(super) fn by_words<T: Copy>(
    entry: &Entry<'_, '_>,
    name: &str,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Vec<T> {
    let one = |(node, path): (Node<'_>, String)| {
        let text = plain_text(node, "\"day\"").map_err(|cause| entry.source.report(node, &path, cause)).ok()?;
        let found = all.iter().copied().find(|it| word(*it) == text);
        if found.is_none() {
            let allowed = all.iter().map(|it| word(*it)).collect::<Vec<_>>().join(", ");
            entry.source.report(node, &path, Cause::WordUnknown { value: shown(&text), allowed });
        }
        found
    };
    entry.items(name).unwrap_or_default().into_iter().filter_map(one).collect()
}

/// Days of the week and dates.
pub(super) fn days(entry: &Entry<'_, '_>) -> Days {
    let mut days = Days { holidays_as_sundays: entry.flag("holidays_as_sundays").unwrap_or(false), ..Days::default() };
    for (node, path) in entry.items("days").unwrap_or_default() {
        let text = node.text().unwrap_or_default();
        if let Some(weekday) = WEEKDAYS.iter().position(|it| *it == text) {
            days.weekdays.push(Weekday::ALL[weekday]);
        } else if let Ok(date) = text.parse() {
            days.dates.push(date);
        } else {
            entry.source.report(node, &path, Cause::DayUnreadable { value: node.brief() });
        }
    }
    days
}

/// The word of a day of the week.
pub(super) fn weekday_word(weekday: Weekday) -> &'static str {
    WEEKDAYS[weekday as usize]
}

/// Parameters by name; `None`: the field is not there.
pub(super) fn parameters(entry: &Entry<'_, '_>, name: &str) -> Option<BTreeMap<String, ParameterValue>> {
    let fields = entry.fields_of(name)?;
    let value = |node: Node<'_>| {
        let number = || node.number().filter(|it| it.is_finite()).map(ParameterValue::Number);
        let flag = || node.flag().map(ParameterValue::Flag);
        number().or_else(flag).or_else(|| node.text().map(ParameterValue::Text))
    };
    let mut all = BTreeMap::new();
    for (parameter, node, path) in fields {
        match value(node) {
            Some(value) => drop(all.insert(parameter, value)),
            None => {
                let cause = Cause::WrongKind { found: node.brief(), example: "8".to_owned() };
                entry.source.report(node, &path, cause);
            }
        }
    }
    Some(all)
}

/// The goals, if the file has any.
pub(super) fn goals(file: &Entry<'_, '_>) -> Option<RosterGoals> {
    let levels = crate::day::read::levels(file, &RosterGoal::ALL, RosterGoal::word)?;
    Some(RosterGoals { levels })
}

//! `average_hours` and `night_hours`: mean hours over months, by whole calendar weeks.

use super::super::answers::{Answers, Finding};
use super::super::clock;
use super::super::facts::PersonFacts;
use super::super::found::Measure;
use super::super::timeline::minutes;
use leon_model::{Absence, AbsenceKind, Clause, ClauseKind, Date, Minutes, Period, TimeOfDay};
use std::collections::BTreeMap;

/// Whole weeks that end together, and what was worked in them.
#[derive(Clone, Copy, Default)]
struct Weeks {
    known: i64,
    unknown: i64,
    hours: i64,
    night: i64,
    days_away: i64,
}

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    let mut seen = Seen::new();
    average_hours(person, &mut seen, answers);
    night_hours(person, &mut seen, answers);
}

/// From a time of day until another.
type Night = (TimeOfDay, TimeOfDay);

/// Single weeks, each looked at once: by the night that a clause names, if any, and the Monday.
type Seen = BTreeMap<(Option<Night>, Date), Weeks>;

fn average_hours<'a>(person: &PersonFacts<'a>, seen: &mut Seen, answers: &mut Answers) {
    for monday in mondays(person.period) {
        let clauses = person.clauses(ClauseKind::AverageHours, monday + 6, |clause| match clause {
            Clause::AverageHours { per_week, months, opt_out } => Some((*per_week, *months, *opt_out)),
            _ => None,
        });
        for (rule, (per_week, months, opt_out)) in clauses {
            let weeks = weeks(person, monday, months, None, seen);
            let days = 7 * weeks.known - weeks.days_away;
            let opted_out = opt_out && person.person.contract.opted_out;
            // Σ hours ÷ (days ÷ 7) > limit, without dividing.
            if weeks.is_judged(person.period, monday) && !opted_out && weeks.hours * 7 > per_week.0 * days {
                let found = Measure::Time(Minutes(weeks.hours * 7 / days.max(1)));
                answers.add(finding(rule, person, monday, months, found, per_week));
            }
        }
    }
}

fn night_hours<'a>(person: &PersonFacts<'a>, seen: &mut Seen, answers: &mut Answers) {
    for monday in mondays(person.period) {
        let clauses = person.clauses(ClauseKind::NightHours, monday + 6, |clause| match clause {
            Clause::NightHours { per_day, months, from, to, yearly } => {
                Some((*per_day, *months, (*from, *to), *yearly))
            }
            _ => None,
        });
        for (rule, (per_day, months, night, yearly)) in clauses {
            let weeks = weeks(person, monday, months, Some(night), seen);
            let is_night_worker = weeks.night * 365 >= yearly.0 * 7 * weeks.known;
            let days = 7 * weeks.known - weeks.days_away;
            // Σ hours ÷ (days × 6 ÷ 7) > limit.
            if weeks.is_judged(person.period, monday) && is_night_worker && weeks.hours * 7 > per_day.0 * 6 * days {
                let found = Measure::Time(Minutes(weeks.hours * 7 / (6 * days).max(1)));
                answers.add(finding(rule, person, monday, months, found, per_day));
            }
        }
    }
}

impl Weeks {
    /// Weeks all of which are known are judged; where history is short, those that end with the period only.
    fn is_judged(&self, period: &Period, monday: Date) -> bool {
        let last = monday + 13 > period.last;
        self.known > 0 && 7 * self.known > self.days_away && (self.unknown == 0 || last)
    }
}

fn finding<'a>(
    rule: leon_model::RuleInForce<'a>,
    person: &PersonFacts<'a>,
    monday: Date,
    months: u32,
    found: Measure,
    asked: Minutes,
) -> Finding<'a> {
    let (from, to) = (first_monday(monday, months).midnight(), (monday + 7).midnight());
    Finding { rule, person: Some(&person.person.id), from, to, found, asked: Measure::Time(asked) }
}

/// Mondays of the weeks that end in the period.
fn mondays(period: &Period) -> impl Iterator<Item = Date> + use<> {
    let last = period.last;
    (0..)
        .map({
            let first = period.first.monday();
            move |week| first + 7 * week
        })
        .take_while(move |monday| *monday + 6 <= last)
}

/// The first Monday at or after the day so many months before a week ends.
fn first_monday(monday: Date, months: u32) -> Date {
    (monday + 7).months_before(months) + 6 - (((monday + 7).months_before(months) + 6).weekday() as i32)
}

/// The weeks that end with one.
fn weeks(person: &PersonFacts<'_>, last: Date, months: u32, night: Option<Night>, seen: &mut Seen) -> Weeks {
    let mut sum = Weeks::default();
    let mut monday = first_monday(last, months);
    while monday <= last {
        let it = seen.entry((night, monday)).or_insert_with(|| week(person, monday, night));
        sum.known += it.known;
        sum.unknown += it.unknown;
        sum.hours += it.hours;
        sum.night += it.night;
        sum.days_away += it.days_away;
        monday = monday + 7;
    }
    sum
}

/// One week alone.
fn week(person: &PersonFacts<'_>, monday: Date, night: Option<Night>) -> Weeks {
    let history = person.person.history.weeks.iter().find(|it| it.monday == monday);
    if monday < person.period.first && history.is_none() {
        return Weeks { unknown: 1, ..Weeks::default() };
    }
    let dates = (0..7).map(|day| monday + day).filter(|date| *date >= person.period.first);
    let away = dates.filter(|date| is_away(&person.person.absences, *date)).count() as i64;
    Weeks {
        known: 1,
        unknown: 0,
        hours: history.map_or(0, |it| it.hours.0) + person.hours(monday, monday + 6).0,
        night: history.map_or(0, |it| it.night_hours.0) + night.map_or(0, |it| night_minutes(person, monday, it)),
        days_away: history.map_or(0, |it| i64::from(it.days_away)) + away,
    }
}

/// Whether a day of holiday or illness counts out.
fn is_away(absences: &[Absence], date: Date) -> bool {
    let counts_out = |it: &&Absence| matches!(it.kind, AbsenceKind::Holiday | AbsenceKind::Illness);
    absences.iter().filter(counts_out).any(|it| it.from <= date.midnight() && (date + 1).midnight() <= it.to)
}

/// Minutes of the week's duties that lie in the night.
fn night_minutes(person: &PersonFacts<'_>, monday: Date, (from, to): (TimeOfDay, TimeOfDay)) -> i64 {
    let duties = person.duties.iter().filter(|it| it.is_now() && it.date.monday() == monday);
    duties.map(|it| clock::between(minutes(it), from, to)).sum()
}

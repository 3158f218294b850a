//! `daily_rest`, `reduced_rest` and `compensating_rest`: the rest in the day that ends with each minute of work, how
//! often it may be shorter, and what must follow then.

use super::super::answers::{Answers, Finding};
use super::super::facts::{Duty, PersonFacts};
use super::super::found::Measure;
use super::super::timeline::{Minute, Timeline, is_rest, minute, minutes, moment};
use leon_model::{Clause, ClauseKind, Date, Minutes, RuleInForce};

/// A duty with a shorter rest than the daily one, allowed by an agreement.
struct Reduced {
    date: Date,
    /// When the duty ends.
    end: Minute,
    /// The whole rest, and what was missing of it.
    rest: Minutes,
    missing: Minutes,
}

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    let time = Timeline::new(person);
    // Each clause of the daily rest by its rule, since which are in force can change from day to day.
    let mut reduced: Vec<Reduced> = Vec::new();
    for duty in person.duties.iter().filter(|it| !is_rest(person, it)) {
        let clauses = person.clauses(ClauseKind::DailyRest, duty.date, |clause| match clause {
            Clause::DailyRest { rest, within } => Some((*rest, *within)),
            _ => None,
        });
        for (rule, (rest, within)) in clauses {
            let least = least_rest(&time, duty, within);
            if least >= rest {
                continue;
            }
            if may_reduce(person, duty, least, &reduced) {
                let (end, missing) = (minutes(duty).1, rest - least);
                reduced.push(Reduced { date: duty.date, end, rest, missing });
            } else if duty.is_now() {
                answers.add(Finding {
                    rule,
                    person: Some(&person.person.id),
                    from: duty.start,
                    to: duty.end,
                    found: Measure::Time(least),
                    asked: Measure::Time(rest),
                });
            }
        }
    }
    for it in &reduced {
        compensate(person, &time, it, answers);
    }
}

/// The least, over all minutes of a duty, of the longest rest in the time that ends with the minute. While somebody
/// works no rest begins and those before pass out of that time, so it is the last minute's.
fn least_rest(time: &Timeline, duty: &Duty<'_>, within: Minutes) -> Minutes {
    let (start, end) = minutes(duty);
    if start < end { Minutes(time.longest_rest(end - within.0, end)) } else { within }
}

/// Whether a duty may have so short a rest.
fn may_reduce<'a>(person: &PersonFacts<'a>, duty: &Duty<'a>, least: Minutes, reduced: &[Reduced]) -> bool {
    let limits = person.clauses(ClauseKind::ReducedRest, duty.date, |clause| match clause {
        Clause::ReducedRest { rest, per_week } => Some((*rest, *per_week)),
        _ => None,
    });
    let this_week = reduced.iter().filter(|it| it.date.monday() == duty.date.monday()).count();
    let running = reduced.iter().any(|it| it.date == duty.date || it.date == duty.date - 1);
    limits.iter().any(|(_, (rest, per_week))| least >= *rest && this_week < *per_week as usize && !running)
}

fn compensate<'a>(person: &PersonFacts<'a>, time: &Timeline, it: &Reduced, answers: &mut Answers) {
    let Some(next) = time.next_start(it.end) else { return };
    if next < minute(person.period.first.midnight()) {
        return; // history
    }
    let rules: Vec<RuleInForce<'a>> = person.rules(ClauseKind::CompensatingRest, it.date);
    let (found, asked) = (Minutes(next - it.end), it.rest + it.missing);
    for rule in rules.into_iter().filter(|_| found < asked) {
        answers.add(Finding {
            rule,
            person: Some(&person.person.id),
            from: moment(it.end),
            to: moment(next),
            found: Measure::Time(found),
            asked: Measure::Time(asked),
        });
    }
}

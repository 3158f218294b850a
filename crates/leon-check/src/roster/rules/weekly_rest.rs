//! `weekly_rest` and `rest_periods`: the long rest that must come in time, and the rest periods of a period.

use super::super::answers::{Answers, Finding};
use super::super::facts::PersonFacts;
use super::super::found::Measure;
use super::super::timeline::{Minute, Timeline, is_rest, minute, minutes};
use leon_model::{Clause, ClauseKind, Minutes};

const DAY: Minute = 24 * 60;

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    let time = Timeline::new(person);
    for duty in person.duties.iter().filter(|it| it.is_now() && !is_rest(person, it)) {
        let clauses = person.clauses(ClauseKind::WeeklyRest, duty.date, |clause| match clause {
            Clause::WeeklyRest { rest, days_between } => Some((*rest, i64::from(*days_between))),
            _ => None,
        });
        for (rule, (rest, days)) in clauses {
            // It is longest since the last rest at the duty's last minute.
            let since = minutes(duty).1 - last_rest_ended(&time, minutes(duty).0, rest);
            if since > days * DAY {
                answers.add(Finding {
                    rule,
                    person: Some(&person.person.id),
                    from: duty.start,
                    to: duty.end,
                    found: Measure::Time(Minutes(since)),
                    asked: Measure::Time(Minutes(days * DAY)),
                });
            }
        }
    }
}

/// When the last long enough rest ended before or with a minute of work.
fn last_rest_ended(time: &Timeline, at: Minute, rest: Minutes) -> Minute {
    let long = |before: Option<Minute>| before.is_none_or(|it| it >= rest.0);
    let starts = time.with_rest_before().filter(|(before, _)| long(*before)).map(|(_, (start, _))| start);
    starts.take_while(|start| *start <= at).last().unwrap_or(at)
}

/// The rest periods of the whole period, against so many a week.
pub(in super::super) fn check_rest_periods<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    let clauses = person.clauses(ClauseKind::RestPeriods, person.period.first, |clause| match clause {
        Clause::RestPeriods { short, long, further, per_week } => Some((*short, *long, *further, *per_week)),
        _ => None,
    });
    let (from, to) = person.period.span();
    let days = person.period.last - person.period.first + 1;
    for (rule, (short, long, further, per_week)) in clauses {
        let worth = |rest: Minute| match rest {
            it if it >= long.0 => 2 + if further.0 > 0 { (it - long.0) / further.0 } else { 0 },
            it if it >= short.0 => 1,
            _ => 0,
        };
        let rests = Timeline::new(person).rests(minute(from), minute(to));
        let found: Minute = rests.into_iter().map(worth).sum();
        let asked = (per_week * f64::from(days) / 7.0 + 1e-9).floor() as i64;
        if found < asked {
            answers.add(Finding {
                rule,
                person: Some(&person.person.id),
                from,
                to,
                found: Measure::Count(found),
                asked: Measure::Count(asked),
            });
        }
    }
}

//! `quick_return` and `forward_rotation`: from one duty to the next.

use super::super::answers::{Answers, Finding};
use super::super::facts::{Duty, PersonFacts};
use super::super::found::Measure;
use super::super::timeline::{is_rest, minute};
use leon_model::{Clause, ClauseKind, Minutes};

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    let duties: Vec<&Duty<'a>> = person.duties.iter().filter(|it| !is_rest(person, it)).collect();
    for pair in duties.windows(2).filter(|it| it[1].is_now()) {
        let (before, next) = (pair[0], pair[1]);
        let gap = Minutes(minute(next.start) - minute(before.end));
        for rule in person.rules(ClauseKind::QuickReturn, next.date) {
            let Clause::QuickReturn { least } = rule.clause else { continue };
            if (Minutes(0)..*least).contains(&gap) {
                let (found, asked) = (Measure::Time(gap), Measure::Time(*least));
                let (from, to) = (before.end, next.start);
                answers.add(Finding { rule, person: Some(&person.person.id), from, to, found, asked });
            }
        }
        let kinds = before.kind().zip(next.kind()).filter(|(one, other)| !one.is_on_call() && !other.is_on_call());
        let Some((asked, found)) = kinds.filter(|(one, other)| other < one && next.date - before.date == 1) else {
            continue;
        };
        for rule in person.rules(ClauseKind::ForwardRotation, next.date) {
            let (found, asked) = (Measure::Kind(found), Measure::Kind(asked));
            answers.add(Finding {
                rule,
                person: Some(&person.person.id),
                from: before.start,
                to: next.end,
                found,
                asked,
            });
        }
    }
}

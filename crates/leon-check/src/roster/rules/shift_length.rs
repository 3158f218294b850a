//! `shift_length` and `break`: how long a duty is, and its pause.

use super::super::answers::{Answers, Finding};
use super::super::facts::{Duty, PersonFacts};
use super::super::found::Measure;
use leon_model::{Clause, ClauseKind, Minutes, Moment, RuleInForce, ShiftKind};

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    for (duty, _, shift) in person.shifts() {
        let finding = |rule: RuleInForce<'a>, found: Minutes, asked: Minutes| Finding {
            rule,
            person: Some(&person.person.id),
            from: duty.start,
            to: duty.end,
            found: Measure::Time(found),
            asked: Measure::Time(asked),
        };
        let clauses = person.clauses(ClauseKind::ShiftLength, duty.date, |clause| match clause {
            Clause::ShiftLength { least, most, autumn_extra, on_call } => {
                Some((*least, *most, *autumn_extra, *on_call))
            }
            _ => None,
        });
        for (rule, (least, most, autumn_extra, on_call)) in clauses {
            let speaks_of_it = speaks_of(shift.kind, on_call);
            let most = if is_set_back(duty) { most + autumn_extra } else { most };
            let length = joined_length(person, duty, on_call);
            if speaks_of_it && length > most {
                answers.add(finding(rule, length, most));
            }
            if speaks_of_it && duty.length() < least && !person.person.contract.is_part_time() {
                answers.add(finding(rule, duty.length(), least));
            }
        }
        let pauses = person.clauses(ClauseKind::Break, duty.date, |clause| match clause {
            Clause::Break { over, least } => Some((*over, *least)),
            _ => None,
        });
        for (rule, (over, least)) in pauses {
            if shift.kind != ShiftKind::OnCallAtHome && duty.length() > over && shift.pause < least {
                answers.add(finding(rule, shift.pause, least));
            }
        }
    }
}

/// Whether a rule on the length of duties speaks of a kind of shift.
fn speaks_of(kind: ShiftKind, on_call: bool) -> bool {
    kind != ShiftKind::OnCallAtHome && kind.is_on_call() == on_call
}

/// The length of a duty with those that end just when it begins, and when that one begins: they are one duty.
fn joined_length(person: &PersonFacts<'_>, duty: &Duty<'_>, on_call: bool) -> Minutes {
    let mut start = duty.start;
    let ends_there = |start: Moment| {
        person.duties.iter().find(|it| it.end == start && it.kind().is_some_and(|kind| speaks_of(kind, on_call)))
    };
    while let Some(before) = ends_there(start).filter(|it| it.start < start) {
        start = before.start;
    }
    Minutes((duty.end - start).0 / 60)
}

/// Whether the clock is set back during a duty: it shows less time than has passed.
fn is_set_back(duty: &Duty<'_>) -> bool {
    let days = i64::from(duty.end.danish_date() - duty.start.danish_date());
    let shown = days * 24 * 60 + i64::from(duty.end.danish_time().0) - i64::from(duty.start.danish_time().0);
    shown < duty.length().0
}

//! `plan_notice`, `time_off_notice` and `moved_duty`: what is told too late, and what that costs.

use super::super::answers::{Answers, Finding};
use super::super::facts::{DutyOf, Facts, PersonFacts};
use super::super::found::Measure;
use super::super::timeline::{Minute, minute, minutes};
use leon_model::{AbsenceKind, Clause, ClauseKind, Kroner, Minutes, Moment};
use std::collections::BTreeSet;

/// The roster's own notice, told once for each rule.
pub(in super::super) fn check_plan(facts: &Facts<'_>, answers: &mut Answers) {
    let Some(announced) = facts.period.announced else { return };
    let first = facts.period.first;
    let mut told = BTreeSet::new();
    for person in &facts.people {
        for rule in person.rules(ClauseKind::PlanNotice, first) {
            let Clause::PlanNotice { days } = rule.clause else { continue };
            let found = i64::from(first - announced.danish_date());
            let by = rule.set_by.map(|it| &it.id);
            if found < i64::from(*days) && told.insert((&rule.rule.id, by)) {
                let (found, asked) = (Measure::Count(found), Measure::Count(i64::from(*days)));
                answers.add(Finding { rule, person: None, from: announced, to: first.midnight(), found, asked });
            }
        }
    }
}

pub(in super::super) fn check_time_off<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    for it in person.person.absences.iter().filter(|it| it.kind == AbsenceKind::TimeOffInLieu) {
        let Some(told) = it.told.filter(|_| it.from >= person.period.first.midnight()) else { continue };
        for rule in person.rules(ClauseKind::TimeOffNotice, it.from.danish_date()) {
            let Clause::TimeOffNotice { notice } = rule.clause else { continue };
            let found = Minutes(minute(it.from) - minute(told));
            if found < *notice {
                let (found, asked) = (Measure::Time(found), Measure::Time(*notice));
                answers.add(Finding { rule, person: Some(&person.person.id), from: told, to: it.from, found, asked });
            }
        }
    }
}

/// Duties at minutes when the published roster had none.
pub(in super::super) fn check_moved<'a>(
    person: &PersonFacts<'a>,
    published: &PersonFacts<'a>,
    changes_told: Moment,
    answers: &mut Answers,
) {
    let known: Vec<(Minute, Minute)> = published.duties.iter().map(minutes).collect();
    for duty in person.duties.iter().filter(|it| matches!(it.of, DutyOf::Shift(..))) {
        let (start, end) = minutes(duty);
        let moved = outside((start, end), &known);
        let notice = Minutes(start - minute(changes_told));
        for rule in person.rules(ClauseKind::MovedDuty, duty.date) {
            let Clause::MovedDuty { notice: asked, dkk_per_hour, step } = rule.clause else { continue };
            if moved == 0 || notice >= *asked {
                continue;
            }
            let step = step.0.max(1);
            let paid = Minutes((moved + step - 1) / step * step);
            let dkk = Kroner(dkk_per_hour.0 * paid.0 as f64 / 60.0);
            let (found, asked) = (Measure::Time(notice), Measure::Time(*asked));
            let finding =
                Finding { rule, person: Some(&person.person.id), from: duty.start, to: duty.end, found, asked };
            answers.add_at(finding, paid, dkk);
        }
    }
}

/// Minutes of a stretch that lie in none of these, which are in order of their starts.
fn outside((start, end): (Minute, Minute), known: &[(Minute, Minute)]) -> Minute {
    let (mut outside, mut since) = (0, start);
    for &(from, to) in known.iter().take_while(|it| it.0 < end) {
        outside += (from - since).max(0);
        since = since.max(to);
    }
    outside + (end - since).max(0)
}

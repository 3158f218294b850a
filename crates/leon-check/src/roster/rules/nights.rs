//! `consecutive_nights`, `night_length` and `nights_a_week`.

use super::super::answers::{Answers, Finding};
use super::super::facts::{Duty, PersonFacts};
use super::super::found::Measure;
use leon_model::{Clause, ClauseKind, RuleInForce, ShiftKind};

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    let nights: Vec<&Duty<'a>> = person.duties.iter().filter(|it| it.kind() == Some(ShiftKind::Night)).collect();
    for (at, night) in nights.iter().enumerate().filter(|(_, it)| it.is_now()) {
        let mut add = |rule: RuleInForce<'a>, first: &Duty<'a>, found: Measure, asked: Measure| {
            let (from, to) = (first.start, night.end);
            answers.add(Finding { rule, person: Some(&person.person.id), from, to, found, asked });
        };
        let next = nights.get(at + 1);
        for rule in person.rules(ClauseKind::ConsecutiveNights, night.date) {
            let Clause::ConsecutiveNights { most } = rule.clause else { continue };
            // Each run is told once, by its last night.
            let goes_on = next.is_some_and(|it| it.date - night.date == 1);
            let run = 1 + (1..=at).take_while(|back| nights[at + 1 - back].date - nights[at - back].date == 1).count();
            if !goes_on && run > *most as usize {
                add(rule, nights[at + 1 - run], Measure::Count(run as i64), Measure::Count(i64::from(*most)));
            }
        }
        for rule in person.rules(ClauseKind::NightLength, night.date) {
            let Clause::NightLength { most } = rule.clause else { continue };
            if night.length() > *most {
                add(rule, night, Measure::Time(night.length()), Measure::Time(*most));
            }
        }
        for rule in person.rules(ClauseKind::NightsAWeek, night.date) {
            let Clause::NightsAWeek { most } = rule.clause else { continue };
            let week: Vec<&&Duty<'a>> = nights.iter().filter(|it| it.date.monday() == night.date.monday()).collect();
            let is_last = next.is_none_or(|it| it.date.monday() != night.date.monday());
            if is_last && week.len() > *most as usize {
                add(rule, week[0], Measure::Count(week.len() as i64), Measure::Count(i64::from(*most)));
            }
        }
    }
}

//! The rules on work, each clause recomputed from the minutes. One file per family.

mod averages;
mod daily_rest;
mod nights;
mod norm;
mod notice;
mod rhythm;
mod shares;
mod shift_length;
mod weekends;
mod weekly_rest;

use super::answers::Answers;
use super::facts::{Facts, PersonFacts};
use super::found::NormFound;
use leon_model::Moment;

/// What every rule finds; `published` are the facts of the published roster and when changes to it are told.
pub(super) fn check(facts: &Facts<'_>, published: Option<(&Facts<'_>, Moment)>) -> (Answers, Vec<NormFound>) {
    let (mut answers, mut norms) = (Answers::default(), Vec::new());
    notice::check_plan(facts, &mut answers);
    for (row, person) in facts.people.iter().enumerate() {
        let published = published.map(|(facts, told)| (&facts.people[row], told));
        norms.extend(check_person(person, published, &mut answers));
    }
    (answers, norms)
}

/// What the rules find in one person's duties, and that person's hours.
pub(super) fn check_person<'a>(
    person: &PersonFacts<'a>,
    published: Option<(&PersonFacts<'a>, Moment)>,
    answers: &mut Answers,
) -> Vec<NormFound> {
    daily_rest::check(person, answers);
    weekly_rest::check(person, answers);
    weekly_rest::check_rest_periods(person, answers);
    averages::check(person, answers);
    shift_length::check(person, answers);
    let norms = norm::norms(person);
    norm::check(person, &norms, answers);
    notice::check_time_off(person, answers);
    if let Some((published, told)) = published {
        notice::check_moved(person, published, told, answers);
    }
    weekends::check(person, answers);
    nights::check(person, answers);
    rhythm::check(person, answers);
    shares::check(person, answers);
    norms
}

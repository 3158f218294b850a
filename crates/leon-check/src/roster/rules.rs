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
use super::facts::Facts;
use super::found::NormFound;
use leon_model::Moment;

/// What every rule finds; `published` are the facts of the published roster and when changes to it are told.
pub(super) fn check(facts: &Facts<'_>, published: Option<(&Facts<'_>, Moment)>) -> (Answers, Vec<NormFound>) {
    let (mut answers, mut norms) = (Answers::default(), Vec::new());
    notice::check_plan(facts, &mut answers);
    for (row, person) in facts.people.iter().enumerate() {
        daily_rest::check(facts, person, &mut answers);
        weekly_rest::check(facts, person, &mut answers);
        weekly_rest::check_rest_periods(facts, person, &mut answers);
        averages::check(facts, person, &mut answers);
        shift_length::check(facts, person, &mut answers);
        let found = norm::norms(facts, person);
        norm::check(facts, person, &found, &mut answers);
        norms.extend(found);
        notice::check_time_off(facts, person, &mut answers);
        if let Some((published, told)) = published {
            notice::check_moved(facts, person, &published.people[row], told, &mut answers);
        }
        weekends::check(facts, person, &mut answers);
        nights::check(facts, person, &mut answers);
        rhythm::check(facts, person, &mut answers);
        shares::check(facts, person, &mut answers);
    }
    (answers, norms)
}

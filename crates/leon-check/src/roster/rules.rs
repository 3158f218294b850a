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

pub(super) use notice::check_plan;

use super::answers::Answers;
use super::facts::PersonFacts;
use super::found::NormFound;
use leon_model::Moment;

/// What the rules find in one person's duties, and that person's hours; `published` are the duties that people know and
/// when changes to them are told.
pub(super) fn check<'a>(
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

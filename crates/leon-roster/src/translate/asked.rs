//! Duties on dates on which nobody asks for them: a secretary's day shift on a Sunday.

use super::cover::DemandOf;
use super::duties::{Duties, DutyOf};
use super::{Given, wishes};
use crate::problem::Problem;
use leon_model::{Mix, Period, ShiftTypeId, Wanted};

/// Takes duties out of people's choices on days on which no row of cover or mix counts them, where one does on other
/// days. What a person wishes for stays, and so does what people know.
pub(super) fn keep_asked(
    problem: &mut Problem,
    period: &Period,
    duties: &Duties<'_>,
    demands: &[DemandOf],
    given: Given<'_>,
) {
    let asks: Vec<bool> = demands
        .iter()
        .map(|it| match it {
            DemandOf::Cover { row, .. } => period.cover[*row].need.target() > 0,
            DemandOf::Mix { row, .. } => matches!(period.mix[*row].mix, Mix::AtLeast { count, .. } if count > 0),
            DemandOf::Profile { .. } | DemandOf::Changes => false,
        })
        .collect();
    for (index, person) in period.people.iter().enumerate() {
        let gives = &problem.covers[problem.people[index].cover].gives;
        let is_asked = |duty: u8, day: usize| {
            let given = &gives[day * duties.len() + usize::from(duty)];
            given.iter().any(|(demand, amount)| *amount > 0 && asks[*demand as usize])
        };
        let own: Vec<_> = period.wishes.iter().filter(|it| it.person == person.id).collect();
        let is_wished = |duty: u8, day: usize| {
            own.iter().any(|it| {
                let wants_work = !matches!(it.wanted, Wanted::Off | Wanted::NotKind(_));
                wants_work && wishes::days(duties, it).contains(&day) && !wishes::is_against(duties, it, duty, day)
            })
        };
        let known = given.published.into_iter().flat_map(|it| &it.roster.assignments);
        let known: Vec<_> = known.filter(|it| it.person == person.id).collect();
        let is_known =
            |shift: &ShiftTypeId, day: usize| known.iter().any(|it| it.date == duties.date(day) && it.shift == *shift);
        for duty in duties.numbers() {
            let DutyOf::Shift { shift, .. } = duties.of(duty) else { continue };
            let shift = &period.shift_types[shift].id;
            if !(0..problem.days).any(|day| is_asked(duty, day)) {
                continue;
            }
            for day in (0..problem.days).filter(|day| !is_asked(duty, *day)) {
                let choices = &mut problem.people[index].choices[day];
                if choices.len() > 1 && !is_wished(duty, day) && !is_known(shift, day) {
                    choices.retain(|it| it.duty != duty);
                }
            }
        }
    }
}

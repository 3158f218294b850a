//! What if: a period with one thing changed, to be planned again and compared.
//!
//! Nothing here is estimated. A change becomes a period of its own, both are planned with the same budget and seed, and
//! the two rosters are compared.

use leon_check::RosterVerdict;
use leon_model::{
    AbsenceKind, Burden, GroupId, History, Kroner, Minutes, NormPeriod, Period, PeriodProblem, PersonId, RosterGoal,
    UnitId, Workplace,
};
use std::collections::BTreeMap;
use thiserror::Error;

/// One thing that is changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Variant {
    /// People of a unit take a share of the duty of another (Horsens, Odense: outpatient staff on the wards). Those who
    /// work in both already stay as they are.
    ShareDuty { from: UnitId, to: UnitId, share: f64 },
    /// One more person of a group in a unit, full time, like the group's others but without a past.
    OneMore { group: GroupId, unit: UnitId },
    /// Another weight of the goal of few staff groups on a shift.
    Profiles { weight: f64 },
}

/// Why a variant cannot be made.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum VariantError {
    #[error("the period has no unit {0}")]
    UnknownUnit(UnitId),
    #[error("nobody of {group} works in {unit}, so there is nobody to be like")]
    NobodyLike { group: GroupId, unit: UnitId },
    #[error("nobody works in {0} alone")]
    NobodyToShare(UnitId),
    #[error("the changed period does not hold together: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Unsound(Vec<PeriodProblem>),
}

/// The period with one thing changed.
///
/// # Errors
/// When what is to be changed is not there, or the outcome is no valid period.
pub fn vary(period: &Period, variant: &Variant) -> Result<Period, VariantError> {
    let mut tables = leon_model::PeriodTables::clone(period);
    match variant {
        Variant::ShareDuty { from, to, share } => {
            for unit in [from, to] {
                period.unit(unit).ok_or_else(|| VariantError::UnknownUnit(unit.clone()))?;
            }
            let mut moved = 0;
            for person in &mut tables.people {
                if person.workplaces.iter().any(|it| it.unit == *to) {
                    continue;
                }
                let Some(place) = person.workplaces.iter_mut().find(|it| it.unit == *from) else { continue };
                let given = place.share * share;
                place.share -= given;
                person.workplaces.push(Workplace { unit: to.clone(), share: given });
                moved += 1;
            }
            if moved == 0 {
                return Err(VariantError::NobodyToShare(from.clone()));
            }
        }
        Variant::OneMore { group, unit } => {
            period.unit(unit).ok_or_else(|| VariantError::UnknownUnit(unit.clone()))?;
            let likes =
                period.people.iter().filter(|it| it.group == *group && it.workplaces.iter().any(|it| it.unit == *unit));
            let like = likes.max_by(|a, b| a.contract.hours_per_week.0.total_cmp(&b.contract.hours_per_week.0));
            let nobody = || VariantError::NobodyLike { group: group.clone(), unit: unit.clone() };
            let mut more = like.ok_or_else(nobody)?.clone();
            let free = (1..).map(|number| PersonId::from(format!("new-{number}").as_str()));
            more.id = free.into_iter().find(|id| period.person(id).is_none()).unwrap_or(more.id);
            more.workplaces = vec![Workplace { unit: unit.clone(), share: 1.0 }];
            more.leader = Some(unit.clone());
            more.contract.hours_per_week = more.contract.full_time_hours_per_week;
            more.contract.norm = NormPeriod { first: period.first, worked: Minutes(0), ..more.contract.norm };
            more.considerations.clear();
            more.absences.clear();
            more.fixed_duties.clear();
            more.history = History::default();
            more.wish_account.clear();
            tables.people.push(more);
        }
        Variant::Profiles { weight } => {
            for (goal, own) in tables.goals.levels.iter_mut().flatten() {
                if *goal == RosterGoal::Profiles {
                    *own = *weight;
                }
            }
        }
    }
    Period::new(tables).map_err(VariantError::Unsound)
}

/// What is compared of two rosters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Person-hours of cover below the minimum.
    pub uncovered: Minutes,
    /// Person-hours beside the target.
    pub beside_target: Minutes,
    /// Hours above and below the norm, and what rules cost.
    pub cost: Kroner,
    pub wishes_kept: usize,
    pub advised_against: usize,
    /// Staff groups together on a shift beyond one.
    pub profiles: f64,
}

impl Figures {
    pub fn of(verdict: &RosterVerdict) -> Self {
        Self {
            uncovered: verdict.cover.iter().map(|it| it.short).sum(),
            beside_target: verdict.cover.iter().map(|it| it.below_target + it.surplus).sum(),
            cost: Kroner(verdict.value(RosterGoal::Cost) + verdict.value(RosterGoal::Price)),
            wishes_kept: verdict.wishes.iter().filter(|it| it.kept).count(),
            advised_against: verdict.advised.len(),
            profiles: verdict.value(RosterGoal::Profiles),
        }
    }
}

/// How a kind of burden lies on people: how many carry any, the mean of those, and the most that one carries.
///
/// Of people with some contract hours who are not on leave throughout.
pub fn carried_by(period: &Period, verdict: &RosterVerdict, kind: Burden) -> (usize, Minutes, Minutes) {
    let here = |id: &PersonId| {
        period.person(id).is_some_and(|it| {
            let (from, to) = period.span();
            it.contract.hours_per_week.0 > 0.0
                && !it.absences.iter().any(|it| it.kind == AbsenceKind::Leave && it.from <= from && to <= it.to)
        })
    };
    let carried = verdict.burdens.iter().filter(|it| it.kind == kind && here(&it.person)).map(|it| it.carried);
    let carried: Vec<Minutes> = carried.filter(|it| it.0 > 0).collect();
    let sum: Minutes = carried.iter().copied().sum();
    let mean = Minutes(if carried.is_empty() { 0 } else { sum.0 / carried.len() as i64 });
    (carried.len(), mean, carried.into_iter().max().unwrap_or_default())
}

/// Who refers to which unit's leader: information on the span of leadership, which no goal counts.
pub fn led_by(period: &Period) -> BTreeMap<UnitId, Vec<PersonId>> {
    let mut led: BTreeMap<_, Vec<PersonId>> = BTreeMap::new();
    for person in &period.people {
        if let Some(unit) = &person.leader {
            led.entry(unit.clone()).or_default().push(person.id.clone());
        }
    }
    led
}

//! Rows of cover out of plans of visits: who was at work when, on days like those of the period.

use super::DemandOf;
use super::forecast::need;
use leon_model::{CompetenceId, Cover, CoverEvidence, CoverNeed, Days, EvidenceClass, GroupId, Span, UnitId, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// How many people a plan needs at a time of day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NeedAtTime {
    /// Of this staff group; `None`: of any.
    pub group: Option<GroupId>,
    /// Holding this competence; `None`: none in particular.
    pub competence: Option<CompetenceId>,
    pub from: leon_model::TimeOfDay,
    pub to: leon_model::TimeOfDay,
    pub people: u32,
}

/// What one plan needs, over a day that is known throughout: a time that is not in it needs nobody.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanNeed {
    pub needs: Vec<NeedAtTime>,
    pub evidence: CoverEvidence,
}

/// Why plans give no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlansError {
    /// No plan, or no day of the week.
    Nothing,
}

/// Rows of cover for a unit on days of the week, out of one plan or several.
///
/// One plan gives its numbers as minimum and target. Several give mean and spread, and the target is enough with the
/// service level's probability. Times of day with the same numbers become one row.
///
/// # Errors
/// [`PlansError::Nothing`] without a plan, or without a day of the week.
pub fn cover_from_plans(
    unit: &UnitId,
    weekdays: &[Weekday],
    plans: &[PlanNeed],
    service_level: f64,
    min_level: f64,
) -> Result<Vec<Cover>, PlansError> {
    if plans.is_empty() || weekdays.is_empty() {
        return Err(PlansError::Nothing);
    }
    let mut needed: BTreeMap<DemandOf, Vec<f64>> = BTreeMap::new();
    for (at, plan) in plans.iter().enumerate() {
        for it in &plan.needs {
            let span = Span { from: it.from, to: it.to };
            let (groups, competences) = (it.group.iter().cloned(), it.competence.iter().cloned());
            let of = DemandOf::new(unit.clone(), groups.collect(), competences.collect(), span);
            needed.entry(of).or_insert_with(|| vec![0.0; plans.len()])[at] += f64::from(it.people);
        }
    }
    let evidence = together(plans);
    let mut rows: Vec<Cover> = Vec::new();
    for (of, people) in needed {
        let need = match people.as_slice() {
            [people] => CoverNeed::Table { min: *people as u32, target: *people as u32 },
            people => {
                let (mean, standard_deviation) = mean_and_spread(people);
                need(mean, standard_deviation, service_level, min_level)
            }
        };
        let (span, who) = (of.span(), of.who());
        match rows.last_mut().filter(|it| it.need == need && it.who == who && it.span.to == span.from) {
            Some(row) => row.span.to = span.to,
            None => rows.push(Cover {
                unit: of.unit,
                days: Days { weekdays: weekdays.to_vec(), ..Days::default() },
                span,
                who,
                kinds: Vec::new(),
                need,
                surplus: None,
                weight: 1.0,
                evidence: Some(evidence.clone()),
            }),
        }
    }
    rows.retain(|it| it.need.target() > 0);
    Ok(rows)
}

/// Mean and standard deviation of a sample.
fn mean_and_spread(people: &[f64]) -> (f64, f64) {
    let count = people.len() as f64;
    let mean = people.iter().sum::<f64>() / count;
    let squares: f64 = people.iter().map(|it| (it - mean).powi(2)).sum();
    (mean, (squares / (count - 1.0).max(1.0)).sqrt())
}

/// The sources of all plans, and the weakest of their classes.
fn together(plans: &[PlanNeed]) -> CoverEvidence {
    let sources: BTreeSet<&str> = plans.iter().map(|it| it.evidence.source.as_str()).collect();
    let class = plans.iter().map(|it| it.evidence.class).max().unwrap_or(EvidenceClass::Assumption);
    CoverEvidence { class, source: sources.into_iter().collect::<Vec<_>>().join(", ") }
}

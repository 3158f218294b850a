//! Maturity: which tasks are large and have a mature technology (modenhedsanalyse).
//!
//! Tasks first, then technology: rank task areas by volume × maturity (Implement 2023, section 3.2).

use leon_model::{Case, Doer, Hours, MatchPlan, TaskId, TechnologyId};
use std::collections::BTreeMap;

/// A task's volume and the most mature technology that covers any of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskMaturity {
    pub task: TaskId,
    pub need: Hours,
    /// The most mature that covers it; ties go to the first in the table.
    pub technology: Option<TechnologyId>,
    /// From 0 (idea) to 5 (ordinary operation in many places).
    pub maturity: Option<f64>,
    /// Hours that technologies take over in the plan.
    pub taken_over: Hours,
    /// Need in that technology's scope × maturity ÷ 5: hours that are worth a look first.
    pub score: Option<f64>,
}

/// Every task by score, then by volume.
pub fn maturity(case: &Case, plan: &MatchPlan) -> Vec<TaskMaturity> {
    let mut taken_over: BTreeMap<&TaskId, Hours> = BTreeMap::new();
    for care in plan.care.iter().filter(|it| matches!(it.doer, Doer::Technology(_))) {
        *taken_over.entry(&care.need.task).or_default() += care.hours;
    }
    let mut needs: BTreeMap<&TaskId, Vec<&leon_model::Need>> = BTreeMap::new();
    for need in &case.needs {
        needs.entry(&need.task).or_default().push(need);
    }
    let mut rows: Vec<TaskMaturity> = needs
        .into_iter()
        .map(|(task, needs)| {
            let hours = |technology: Option<&leon_model::Technology>| -> f64 {
                let counts =
                    |it: &&&leon_model::Need| technology.is_none_or(|t| t.covers(&it.setting, &it.task, it.complexity));
                needs.iter().filter(counts).map(|it| it.hours_per_week.value).sum()
            };
            let rated = case.technologies.iter().filter_map(|it| Some((it, it.maturity.as_ref()?.value)));
            let covering = rated.filter(|(it, _)| hours(Some(it)) > 0.0);
            let best = covering.reduce(|best, next| if next.1 > best.1 { next } else { best });
            TaskMaturity {
                task: task.clone(),
                need: Hours(hours(None)),
                technology: best.map(|(it, _)| it.id.clone()),
                maturity: best.map(|(_, maturity)| maturity),
                taken_over: taken_over.get(task).copied().unwrap_or_default(),
                score: best.map(|(it, maturity)| hours(Some(it)) * maturity / 5.0),
            }
        })
        .collect();
    rows.sort_by(|a, b| {
        let score = |row: &TaskMaturity| row.score.unwrap_or(-1.0);
        score(b).total_cmp(&score(a)).then(b.need.0.total_cmp(&a.need.0))
    });
    rows
}

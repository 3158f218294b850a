//! What can be wrong with a measure.

use super::{Measure, MeasureChange, MeasureCost, MeasureTable};
use crate::{Case, Figure, looks_like_cpr};
use thiserror::Error;

/// A fault and where it stands, as `change[0].factor`.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{path}: {fault}")]
pub struct MeasureProblem {
    pub path: String,
    pub fault: MeasureFault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum MeasureFault {
    #[error("it is empty")]
    Empty,
    #[error("'{id}' has a character other than letters, digits, '_', '-' and '.'")]
    BadId { id: String },
    #[error("this looks like a CPR number")]
    CprLike,
    #[error("{value} does not lie within {low} to {high}")]
    OutsideRange { value: f64, low: f64, high: f64 },
    #[error("{low} to {high} does not hold the value {value}")]
    RangeWithoutValue { value: f64, low: f64, high: f64 },
    #[error("no source '{id}' is named")]
    UnknownSource { id: String },
    #[error("'{first}' and '{second}' cannot both happen to a visit")]
    ChangesClash { first: &'static str, second: &'static str },
    #[error("a measure cannot stand instead of itself")]
    InsteadOfItself,
    #[error("the case has no {what} '{id}'")]
    UnknownId { what: &'static str, id: String },
}

/// What stands in a measure, with the paths by which files speak of it.
struct Checked<'a> {
    table: &'a MeasureTable,
    problems: Vec<MeasureProblem>,
}

/// Weeks, hours and factors beyond this are mistakes.
const MOST: f64 = 10_000.0;

pub(super) fn problems(table: &MeasureTable) -> Vec<MeasureProblem> {
    let mut it = Checked { table, problems: Vec::new() };
    it.id("id", table.id.as_str());
    it.not_empty("name_da", table.name_da.is_empty());
    it.not_empty("name_en", table.name_en.is_empty());
    if let Some(other) = &table.instead_of {
        it.id("instead_of", other.as_str());
        if *other == table.id {
            it.add("instead_of", MeasureFault::InsteadOfItself);
        }
    }
    let of_rosters = table.changes.iter().find(|it| it.is_of_rosters());
    it.not_empty("eligible.units", table.units.is_empty() && of_rosters.is_some());
    it.figure("eligible.share", &table.eligible, [0.0, 1.0]);
    it.figure("take_up.adoption", &table.adoption, [0.0, 1.0]);
    it.figure("take_up.drop_out", &table.drop_out, [0.0, 1.0]);
    it.figure("take_up.failure", &table.failure, [0.0, 1.0]);
    for (i, change) in table.changes.iter().enumerate() {
        it.change(&format!("change[{i}]"), change);
        let clash = table.changes[..i].iter().find(|earlier| clash(earlier, change));
        if let Some(earlier) = clash {
            let fault = MeasureFault::ChangesClash { first: earlier.word(), second: change.word() };
            it.add(&format!("change[{i}]"), fault);
        }
    }
    for (i, cost) in table.costs.iter().enumerate() {
        it.cost(&format!("cost[{i}]"), cost);
        if let (Some(change), MeasureCost::Visit { .. }) = (of_rosters, cost) {
            let fault = MeasureFault::ChangesClash { first: change.word(), second: cost.word() };
            it.add(&format!("cost[{i}]"), fault);
        }
    }
    it.problems
}

/// Two changes of one kind, a visit that is gone and changed besides, rounds of a night at which nobody is at work, or
/// rosters beside visits.
fn clash(one: &MeasureChange, other: &MeasureChange) -> bool {
    let gone = |it: &MeasureChange| matches!(it, MeasureChange::Disappears);
    let of_visit = |it: &MeasureChange| !matches!(it, MeasureChange::Access { .. } | MeasureChange::Planning { .. });
    let rounds = |it: &MeasureChange| matches!(it, MeasureChange::NightRounds { .. });
    let on_call = |it: &MeasureChange| matches!(it, MeasureChange::OnCall { .. });
    one.word() == other.word()
        || (rounds(one) && on_call(other))
        || (on_call(one) && rounds(other))
        || one.is_of_rosters() != other.is_of_rosters()
        || ((gone(one) || gone(other)) && of_visit(one) && of_visit(other))
}

impl Checked<'_> {
    fn add(&mut self, path: &str, fault: MeasureFault) {
        self.problems.push(MeasureProblem { path: path.to_owned(), fault });
    }

    fn not_empty(&mut self, path: &str, is_empty: bool) {
        if is_empty {
            self.add(path, MeasureFault::Empty);
        }
    }

    fn id(&mut self, path: &str, id: &str) {
        if id.is_empty() {
            self.add(path, MeasureFault::Empty);
        } else if looks_like_cpr(id) {
            self.add(path, MeasureFault::CprLike);
        } else if !id.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-' | '.')) {
            self.add(path, MeasureFault::BadId { id: id.to_owned() });
        }
    }

    fn figure(&mut self, path: &str, figure: &Figure, [low, high]: [f64; 2]) {
        for value in [figure.value, figure.low, figure.high] {
            if !(low..=high).contains(&value) {
                return self.add(path, MeasureFault::OutsideRange { value, low, high });
            }
        }
        if !(figure.low..=figure.high).contains(&figure.value) {
            let Figure { value, low, high, .. } = *figure;
            self.add(path, MeasureFault::RangeWithoutValue { value, low, high });
        }
        if !self.table.sources.iter().any(|(id, _)| *id == figure.source) {
            self.add(path, MeasureFault::UnknownSource { id: figure.source.to_string() });
        }
    }

    fn change(&mut self, path: &str, change: &MeasureChange) {
        match change {
            MeasureChange::Screen { factor, filled, .. } => {
                self.figure(&format!("{path}.factor"), factor, [0.05, 5.0]);
                self.figure(&format!("{path}.filled"), filled, [0.05, 1.0]);
            }
            MeasureChange::Duration { factor } | MeasureChange::Access { factor } => {
                self.figure(&format!("{path}.factor"), factor, [0.0, 1.0])
            }
            MeasureChange::Competence { groups, .. } => {
                self.not_empty(&format!("{path}.groups"), groups.is_empty());
            }
            MeasureChange::Window { earlier, later } => {
                self.figure(&format!("{path}.earlier"), earlier, [0.0, 1440.0]);
                self.figure(&format!("{path}.later"), later, [0.0, 1440.0]);
            }
            MeasureChange::Cover { factor, .. } => self.figure(&format!("{path}.factor"), factor, [0.0, 1.0]),
            MeasureChange::NightRounds { dropped, call_outs, false_alarms, minutes, .. } => {
                self.figure(&format!("{path}.dropped"), dropped, [0.0, 1.0]);
                self.figure(&format!("{path}.call_outs"), call_outs, [0.0, 100.0]);
                self.figure(&format!("{path}.false_alarms"), false_alarms, [0.0, 100.0]);
                self.figure(&format!("{path}.minutes"), minutes, [0.0, 480.0]);
            }
            MeasureChange::OnCall { counts, worked } => {
                self.figure(&format!("{path}.counts"), counts, [0.0, 1.0]);
                self.figure(&format!("{path}.worked"), worked, [0.0, 3.0]);
            }
            MeasureChange::Forecast { error } => self.figure(&format!("{path}.error"), error, [0.0, 1.0]),
            MeasureChange::Disappears | MeasureChange::Single | MeasureChange::Planning { .. } => {}
        }
    }

    fn cost(&mut self, path: &str, cost: &MeasureCost) {
        match cost {
            MeasureCost::Support { hours_per_user_week, .. } => {
                self.figure(&format!("{path}.hours_per_user_week"), hours_per_user_week, [0.0, 168.0]);
            }
            MeasureCost::SetUp { hours_per_user, weeks, .. } => {
                self.figure(&format!("{path}.hours_per_user"), hours_per_user, [0.0, MOST]);
                self.figure(&format!("{path}.weeks"), weeks, [1.0, MOST]);
            }
            MeasureCost::Visit { per_user_week, minutes, groups } => {
                self.figure(&format!("{path}.per_user_week"), per_user_week, [0.0, 7.0]);
                self.figure(&format!("{path}.minutes"), minutes, [1.0, 480.0]);
                self.not_empty(&format!("{path}.groups"), groups.is_empty());
            }
        }
    }
}

/// Ids that the case does not have.
pub(super) fn problems_in(measure: &Measure, case: &Case) -> Vec<MeasureProblem> {
    let mut problems = Vec::new();
    let mut ask = |path: String, what: &'static str, id: &str, is_known: bool| {
        if !is_known {
            problems.push(MeasureProblem { path, fault: MeasureFault::UnknownId { what, id: id.to_owned() } });
        }
    };
    if let Some(id) = &measure.technology {
        ask("technology".into(), "technology", id.as_str(), case.technologies.iter().any(|it| it.id == *id));
    }
    for (i, id) in measure.tasks.iter().enumerate() {
        ask(format!("eligible.tasks[{i}]"), "task", id.as_str(), case.tasks.iter().any(|it| it.id == *id));
    }
    let group = |id: &crate::GroupId| case.staff_groups.iter().any(|it| it.id == *id);
    for (i, change) in measure.changes.iter().enumerate() {
        match change {
            MeasureChange::Screen { group: id, .. } => {
                ask(format!("change[{i}].group"), "staff group", id.as_str(), group(id));
            }
            MeasureChange::Competence { competences, groups } => {
                for (j, id) in competences.iter().enumerate() {
                    let is_known = case.competences.iter().any(|it| it.id == *id);
                    ask(format!("change[{i}].competences[{j}]"), "competence", id.as_str(), is_known);
                }
                for (j, id) in groups.iter().enumerate() {
                    ask(format!("change[{i}].groups[{j}]"), "staff group", id.as_str(), group(id));
                }
            }
            MeasureChange::Cover { groups, .. } => {
                for (j, id) in groups.iter().enumerate() {
                    ask(format!("change[{i}].groups[{j}]"), "staff group", id.as_str(), group(id));
                }
            }
            _ => {}
        }
    }
    for (i, cost) in measure.costs.iter().enumerate() {
        match cost {
            MeasureCost::Support { group: id, .. } | MeasureCost::SetUp { group: id, .. } => {
                ask(format!("cost[{i}].group"), "staff group", id.as_str(), group(id));
            }
            MeasureCost::Visit { groups, .. } => {
                for (j, id) in groups.iter().enumerate() {
                    ask(format!("cost[{i}].groups[{j}]"), "staff group", id.as_str(), group(id));
                }
            }
        }
    }
    problems
}

//! A path of years: hours of each year, matched one after the other.

use crate::answer::{GroupYear, Totals, YearAnswer};
use crate::assumptions::Positions;
use crate::members::Members;
use crate::project::{ForDraws, ProjectError};
use crate::rules::RulesFrom;
use crate::year::{Frame, YearHours, care_share};
use leon_match::{MatchSeries, SeriesRun, SolvedAmounts, attribution};
use leon_model::{Case, Fte, Hours, Scenario, Year};
use std::collections::BTreeMap;

/// A case under a scenario, ready to be matched year by year.
pub(crate) struct Study<'a> {
    pub(crate) frame: Frame<'a>,
    spans: &'a [RulesFrom],
    series: Vec<MatchSeries<'a>>,
    /// Full-time equivalents of an hour of care, by need.
    fte_per_hour: Vec<f64>,
    severity: Vec<f64>,
}

impl<'a> Study<'a> {
    /// Solves each span of rules once. `gap` is the unmet hours of each need in the first year.
    pub(crate) fn new(spans: &'a [RulesFrom], unmet: &[f64], members: &'a Members) -> Result<Self, ProjectError> {
        let case = &spans[0].case;
        let mut frame = Frame::new(case, members);
        frame.set_gap(unmet);
        let series = spans.iter().map(|span| MatchSeries::new(&span.case, &span.lifted)).collect::<Result<_, _>>()?;
        let of_setting: BTreeMap<_, f64> = case.settings.iter().map(|it| (&it.id, care_share(case, &it.id))).collect();
        let paid = case.paid_hours(1.0).0;
        let fte_per_hour = |need: &leon_model::Need| {
            let hours = paid * of_setting[&need.setting];
            if hours > 0.0 { 1.0 / hours } else { 0.0 }
        };
        Ok(Self {
            fte_per_hour: case.needs.iter().map(fte_per_hour).collect(),
            severity: case.needs.iter().map(|it| case.severity(&it.task, it.complexity)).collect(),
            frame,
            spans,
            series,
        })
    }

    fn span(&self, year: Year) -> usize {
        self.spans.iter().rposition(|it| it.from <= year).unwrap_or(0)
    }

    /// Matches the years in order; each goes on from the one before while the rules stay.
    pub(crate) fn solve(&self, hours: &[YearHours]) -> Result<Vec<SolvedAmounts>, ProjectError> {
        let mut run: Option<(usize, SeriesRun<'_>)> = None;
        let mut solved = Vec::with_capacity(hours.len());
        for (year, hours) in self.frame.people.years.iter().zip(hours) {
            let span = self.span(*year);
            let (_, run) = match &mut run {
                Some(run) if run.0 == span => run,
                other => other.insert((span, self.series[span].run())),
            };
            solved.push(run.solve(&hours.amounts)?);
        }
        Ok(solved)
    }

    /// The place of a year in the list of years.
    pub(crate) fn year(&self, year: Year) -> Result<usize, ProjectError> {
        let years = &self.frame.people.years;
        let at = years.iter().position(|it| *it == year);
        at.ok_or_else(|| ProjectError::NoYear { year, first: years[0], last: years[years.len() - 1] })
    }

    /// A year with every assumption at its value.
    pub(crate) fn in_year(&self, scenario: &Scenario, year: Year) -> Result<Totals, ProjectError> {
        let at = self.year(year)?;
        let hours = self.frame.hours(scenario, &Positions::Central);
        Ok(self.totals(&hours[at], &self.solve_year(at, &hours[at])?))
    }

    /// Matches one year alone.
    pub(crate) fn solve_year(&self, year: usize, hours: &YearHours) -> Result<SolvedAmounts, ProjectError> {
        let span = self.span(self.frame.people.years[year]);
        Ok(self.series[span].run().solve(&hours.amounts)?)
    }

    /// The totals of a year.
    pub(crate) fn totals(&self, hours: &YearHours, solved: &SolvedAmounts) -> Totals {
        let fte = solved.unmet.iter().zip(&self.fte_per_hour).map(|(hours, fte)| hours * fte).sum();
        let weighted = solved.unmet.iter().zip(&self.severity).map(|(hours, weight)| hours * weight).sum();
        Totals {
            need: hours.amounts.needs.iter().copied().sum(),
            hands: hours.amounts.care.iter().copied().sum(),
            unmet: Hours(solved.unmet.iter().sum()),
            weighted_unmet: weighted,
            unmet_fte: Fte(fte),
            taken_over: Hours(solved.taken_over.iter().sum()),
            bought: solved.bought,
        }
    }

    /// All that is told of a year.
    pub(crate) fn answer(&self, year: usize, hours: &YearHours, solved: &SolvedAmounts) -> YearAnswer {
        let case = self.frame.case;
        let pairs = || (0..case.needs.len()).map(|need| (need, hours.amounts.needs[need], Hours(solved.unmet[need])));
        let mut places: BTreeMap<&str, (Hours, Hours)> = BTreeMap::new();
        let mut competences: BTreeMap<&str, (Hours, Hours)> = BTreeMap::new();
        for (need, needed, unmet) in pairs() {
            let it = &case.needs[need];
            for place in case.ancestors(&it.place) {
                let sum = places.entry(place.as_str()).or_default();
                *sum = (sum.0 + needed, sum.1 + unmet);
            }
            let competence = case.task(&it.task).competence(it.complexity);
            let sum = competences.entry(competence.as_str()).or_default();
            *sum = (sum.0 + needed, sum.1 + unmet);
        }
        YearAnswer {
            year: self.frame.people.years[year],
            totals: self.totals(hours, solved),
            groups: groups(case, hours, solved, &self.fte_per_hour),
            places: (case.places.iter())
                .filter_map(|it| places.get(it.id.as_str()).map(|sum| (it.id.clone(), sum.0, sum.1)))
                .collect(),
            competences: (case.competences.iter())
                .filter_map(|it| competences.get(it.id.as_str()).map(|sum| (it.id.clone(), sum.0, sum.1)))
                .collect(),
            technologies: solved.taken_over.iter().copied().map(Hours).collect(),
        }
    }
}

/// A year of a scenario with every assumption at its value, by region.
pub(crate) fn in_year(drawn: &ForDraws, scenario: &Scenario, year: Year) -> Result<Totals, ProjectError> {
    let rules = drawn.rules(scenario)?;
    drawn.study(&rules)?.in_year(scenario, year)
}

/// Each staff group in a year, in the case's order.
fn groups(
    case: &Case,
    hours: &YearHours,
    solved: &SolvedAmounts,
    fte_per_hour: &[f64],
) -> Vec<(leon_model::GroupId, GroupYear)> {
    let numbers: BTreeMap<_, usize> = case.staff_groups.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
    let mut of_group = vec![GroupYear::default(); numbers.len()];
    let shares = attribution(case);
    let missing = case.needs.iter().zip(solved.unmet.iter().zip(fte_per_hour)).filter(|(_, (unmet, _))| **unmet > 0.0);
    for (it, (&unmet, fte)) in missing {
        for (group, share) in &shares[&(&it.setting, &it.task, it.complexity)] {
            of_group[numbers[*group]].unmet += Hours(unmet * share);
            of_group[numbers[*group]].unmet_fte.0 += unmet * share * fte;
        }
    }
    let mut weights = vec![0.0; numbers.len()];
    for (row, it) in case.capacity.iter().enumerate() {
        let group = numbers[&it.group];
        of_group[group].price += solved.prices[row] * hours.amounts.care[row].0;
        weights[group] += hours.amounts.care[row].0;
    }
    for (group, it) in of_group.iter_mut().enumerate() {
        it.price = if weights[group] > 0.0 { it.price / weights[group] } else { 0.0 };
        it.fte = Fte(hours.fte[group]);
    }
    case.staff_groups.iter().map(|it| it.id.clone()).zip(of_group).collect()
}

//! The hands: teams of a staff group in a place and sector, by age, over the years.

use crate::assumptions::{AssumptionId, Positions, education, entry};
use crate::cohorts::{AGES, Cohorts, Rates, YOUNGEST};
use leon_model::{Case, GroupId, Scenario, ScenarioList, StaffFlow, Workforce, Year};
use std::collections::BTreeMap;

/// Newcomers fall evenly on so many ages from the age at which graduates begin.
const ENTRY_AGES: usize = 10;

/// Where the teams of a case are, and whose they are.
#[derive(Clone, Debug)]
pub(crate) struct Teams {
    /// Staff group of each team.
    group: Vec<usize>,
    /// Full-time equivalents in the first year.
    fte: Vec<f64>,
    /// The team of each capacity row.
    pub(crate) of_row: Vec<usize>,
    /// The teams of each staff group.
    of_group: Vec<Vec<usize>>,
}

impl Teams {
    pub(crate) fn new(case: &Case) -> Self {
        let groups: BTreeMap<&GroupId, usize> =
            case.staff_groups.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
        let mut numbers = BTreeMap::new();
        let mut teams = Self {
            group: Vec::new(),
            fte: Vec::new(),
            of_row: Vec::new(),
            of_group: vec![Vec::new(); case.staff_groups.len()],
        };
        for it in &case.capacity {
            let group = groups[&it.group];
            let key = (&it.place, case.setting(&it.setting).sector.as_str(), group);
            let team = *numbers.entry(key).or_insert_with(|| {
                teams.of_group[group].push(teams.group.len());
                teams.group.push(group);
                teams.fte.push(0.0);
                teams.group.len() - 1
            });
            teams.fte[team] += it.fte.value;
            teams.of_row.push(team);
        }
        teams
    }

    pub(crate) fn len(&self) -> usize {
        self.group.len()
    }

    pub(crate) fn of_group(&self, group: usize) -> &[usize] {
        &self.of_group[group]
    }

    pub(crate) fn fte(&self, team: usize) -> f64 {
        self.fte[team]
    }
}

/// What is known of a staff group's flows, where a draw puts it; `None` without ages: its hours stay as they are.
struct Flows {
    ages: [f64; AGES],
    rates_before_changes: RateShares,
    outside: f64,
    working_time: f64,
    graduates: Option<Graduates>,
    replaced: f64,
}

struct RateShares {
    retires: [f64; AGES],
    leaves: f64,
    returns: f64,
    newcomers: [f64; AGES],
}

struct Graduates {
    intake: f64,
    completion: f64,
    study_years: u32,
    taken_up: f64,
}

/// The flows of every group of a case, by group, without the draws: rows by flow.
#[derive(Clone, Debug)]
pub(crate) struct FlowTable<'a>(Vec<BTreeMap<StaffFlow, Vec<&'a Workforce>>>);

impl<'a> FlowTable<'a> {
    pub(crate) fn new(case: &'a Case) -> Self {
        let rows_of = |group: &GroupId| {
            let mut by_flow: BTreeMap<StaffFlow, Vec<&Workforce>> = BTreeMap::new();
            for it in case.workforce.iter().filter(|it| it.group == *group) {
                by_flow.entry(it.flow).or_default().push(it);
            }
            by_flow.values_mut().for_each(|rows| rows.sort_by_key(|it| it.age_from));
            by_flow
        };
        Self(case.staff_groups.iter().map(|it| rows_of(&it.id)).collect())
    }

    /// Whether the case says how the group's people age, without which its hours stay as they are.
    pub(crate) fn is_known(&self, group: usize) -> bool {
        self.0[group].contains_key(&StaffFlow::AgeShare)
    }

    fn flows(&self, group: usize, positions: &Positions) -> Option<Flows> {
        let rows = &self.0[group];
        let by_age = |flow: StaffFlow| -> Option<[f64; AGES]> { Some(stairs(rows.get(&flow)?, positions)) };
        let one = |flow: StaffFlow| -> Option<f64> {
            let it = rows.get(&flow)?.first()?;
            Some(positions.value(&AssumptionId::Flow(it.group.clone(), flow), &it.value))
        };
        // A band's share is of the whole band: it is spread evenly over its ages.
        let widths = widths(rows.get(&StaffFlow::AgeShare)?);
        let shares = by_age(StaffFlow::AgeShare)?;
        let ages: [f64; AGES] = std::array::from_fn(|age| shares[age] / widths[age]);
        let begins = one(StaffFlow::GraduateAge).map(|age| age.round().max(0.0) as usize);
        let newcomers = match begins {
            Some(from) => std::array::from_fn(|age| {
                let age = age + YOUNGEST;
                f64::from(u8::from((from..from + ENTRY_AGES).contains(&age)))
            }),
            // Those who replace others are as old as the group below 60.
            None => std::array::from_fn(|age| if age + YOUNGEST < 60 { ages[age] } else { 0.0 }),
        };
        let graduates = one(StaffFlow::Intake).map(|intake| Graduates {
            intake,
            completion: one(StaffFlow::Completion).unwrap_or(1.0),
            study_years: one(StaffFlow::StudyYears).map_or(0, |it| it.round().max(0.0) as u32),
            taken_up: one(StaffFlow::TakenUp).unwrap_or(1.0),
        });
        Some(Flows {
            ages,
            rates_before_changes: RateShares {
                retires: by_age(StaffFlow::Retirement).unwrap_or([0.0; AGES]),
                leaves: one(StaffFlow::Leaving).unwrap_or(0.0),
                returns: one(StaffFlow::Return).unwrap_or(0.0),
                newcomers,
            },
            outside: one(StaffFlow::Outside).unwrap_or(0.0),
            working_time: one(StaffFlow::WorkingTime).filter(|it| *it > 0.0).unwrap_or(1.0),
            replaced: if graduates.is_some() { 0.0 } else { one(StaffFlow::Replaced).unwrap_or(1.0) },
            graduates,
        })
    }
}

/// The value of each age: that of the last row that begins at or below it, 0 before the first.
fn stairs(rows: &[&Workforce], positions: &Positions) -> [f64; AGES] {
    let mut values = [0.0; AGES];
    for it in rows {
        let value = positions.value(&AssumptionId::Flow(it.group.clone(), it.flow), &it.value);
        let from = (it.age_from.unwrap_or(0) as usize).saturating_sub(YOUNGEST);
        values.iter_mut().skip(from).for_each(|at_age| *at_age = value);
    }
    values
}

/// How many ages the row of each age holds for.
fn widths(rows: &[&Workforce]) -> [f64; AGES] {
    let starts: Vec<usize> =
        rows.iter().map(|it| (it.age_from.unwrap_or(0) as usize).saturating_sub(YOUNGEST).min(AGES)).collect();
    let mut widths = [1.0; AGES];
    for (at, &from) in starts.iter().enumerate() {
        let to = starts.get(at + 1).copied().unwrap_or(AGES);
        widths.iter_mut().take(to).skip(from).for_each(|it| *it = (to - from) as f64);
    }
    widths
}

/// Full-time equivalents of every team in every year, as a multiple of its first. By team, then year.
///
/// `growth` is how need grows where a team works, by team and year; a share `follow` of newcomers goes there.
pub(crate) fn multiples(
    case: &Case,
    teams: &Teams,
    table: &FlowTable<'_>,
    years: &[Year],
    growth: &[Vec<f64>],
    scenario: &Scenario,
    positions: &Positions,
) -> Vec<Vec<f64>> {
    let follow = case.parameters.staff_follow_need.as_ref();
    let follow = follow.map_or(0.0, |it| positions.value(&AssumptionId::StaffFollowNeed, it));
    let mut multiples = vec![vec![1.0; years.len()]; teams.len()];
    for (group, it) in case.staff_groups.iter().enumerate() {
        let own = teams.of_group(group);
        if let Some(flows) = table.flows(group, positions) {
            let rates: Vec<Rates> =
                years.iter().map(|year| rates_in(&flows, &it.id, scenario, *year, positions)).collect();
            let newcomers = newcomers(&flows, &it.id, scenario, years, positions);
            let all: f64 = own.iter().map(|&team| teams.fte[team]).sum();
            // What each team is a part of when newcomers are shared out, by year.
            let pull: Vec<f64> = (0..years.len())
                .map(|year| own.iter().map(|&team| teams.fte[team] * growth[team][year]).sum())
                .collect();
            for &team in own.iter().filter(|&&team| teams.fte[team] > 0.0) {
                let part = |year: usize| {
                    let as_today = teams.fte[team] / all;
                    let as_need = teams.fte[team] * growth[team][year] / pull[year].max(f64::MIN_POSITIVE);
                    (1.0 - follow) * as_today + follow * as_need
                };
                let people = teams.fte[team] / flows.working_time;
                let mut cohorts = Cohorts::new(people, people * flows.outside, &flows.ages);
                for year in 1..years.len() {
                    let new = match &newcomers {
                        Some(newcomers) => newcomers[year] * part(year),
                        None => {
                            let mut without = cohorts;
                            without.pass_year(&rates[year - 1], 0.0);
                            (cohorts.at_work() - without.at_work()).max(0.0) * flows.replaced
                        }
                    };
                    cohorts.pass_year(&rates[year - 1], new);
                    multiples[team][year] = cohorts.at_work() / people;
                }
            }
        }
        let hours = working_time(&it.id, scenario, years, positions);
        for &team in own {
            multiples[team].iter_mut().zip(&hours).for_each(|(multiple, factor)| *multiple *= factor);
        }
    }
    multiples
}

fn rates_in(flows: &Flows, group: &GroupId, scenario: &Scenario, year: Year, positions: &Positions) -> Rates {
    let shares = &flows.rates_before_changes;
    let mut leaves = shares.leaves;
    for it in scenario.retention.iter().filter(|it| it.groups.is_empty() || it.groups.contains(group)) {
        let factor = positions.value(&entry(ScenarioList::Retention, &it.groups), &it.leaving_factor);
        leaves *= 1.0 + it.ramp.part(year) * (factor - 1.0);
    }
    Rates::new(&shares.retires, leaves.clamp(0.0, 1.0), shares.returns, &shares.newcomers)
}

/// Graduates who begin in the case's settings at the beginning of each year; `None` for a group without intake.
fn newcomers(
    flows: &Flows,
    group: &GroupId,
    scenario: &Scenario,
    years: &[Year],
    positions: &Positions,
) -> Option<Vec<f64>> {
    let graduates = flows.graduates.as_ref()?;
    let intake = |year: i64| -> f64 {
        let changes = scenario.education.iter().filter(|it| it.group == *group && i64::from(it.from.0) <= year);
        let change: f64 = changes.map(|it| positions.value(&education(group), &it.intake_change)).sum();
        (graduates.intake + change).max(0.0)
    };
    // Who begins the education in a year has finished at the beginning of the year so many years on.
    let finished = |year: &Year| intake(i64::from(year.0) - i64::from(graduates.study_years)) * graduates.completion;
    Some(years.iter().map(|year| finished(year) * graduates.taken_up).collect())
}

/// The scenario's factor on paid hours, year by year.
fn working_time(group: &GroupId, scenario: &Scenario, years: &[Year], positions: &Positions) -> Vec<f64> {
    let mut factors = vec![1.0; years.len()];
    for it in scenario.working_time.iter().filter(|it| it.groups.is_empty() || it.groups.contains(group)) {
        let value = positions.value(&entry(ScenarioList::WorkingTime, &it.groups), &it.factor);
        for (factor, year) in factors.iter_mut().zip(years) {
            *factor *= 1.0 + it.ramp.part(*year) * (value - 1.0);
        }
    }
    factors
}

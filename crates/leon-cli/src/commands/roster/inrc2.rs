//! INRC-II as a rostering problem: a duty is a shift in a skill, or a day off.

use leon_formats::research::inrc2::{Assignment, Contract, History, NurseHistory, Scenario, Week};
use leon_roster::{
    Block, Choice, Colouring, Cost, Cover, Curve, Demand, FREE, Over, Person, Problem, Roster, RunRule, Runs,
    Succession, Total, UNKNOWN, Weights,
};

/// What the rules of the competition cost.
const SHORT_OF_OPTIMUM: i64 = 30;
const WORK_RUN: i64 = 30;
const SAME_SHIFT_RUN: i64 = 15;
const OFF_RUN: i64 = 30;
const UNWANTED: i64 = 10;
const HALF_WEEKEND: i64 = 30;
const ASSIGNMENTS: i64 = 20;
const WEEKENDS: i64 = 30;

/// How far rules are broken, one against the other: a nurse missing for the minimum, a shift that must not follow.
const MINIMUM: i64 = 2;
const FORBIDDEN: i64 = 4;

/// Colourings and weights of the problem.
const WORK_OR_OFF: usize = 0;
const SHIFTS: usize = 1;
const WORKED: usize = 0;

/// Some weeks of a scenario as a problem.
///
/// While weeks are still to come, totals are held to the share of the contract that is due by then, cut to the side of
/// the nurse's freedom: what is used up early is missed later.
pub fn problem(scenario: &Scenario, history: &History, weeks: &[Week]) -> Problem {
    let (days, shifts, skills) = (7 * weeks.len(), scenario.shifts.len(), scenario.skills.len());
    let duties = 1 + shifts * skills;
    let mut problem = Problem {
        days,
        shift_of: (0..duties).map(|duty| if duty == 0 { 0 } else { 1 + ((duty - 1) / skills) as u16 }).collect(),
        blocks: (0..weeks.len()).map(|week| Block { first: 7 * week + 5, end: 7 * week + 7 }).collect(),
        ..Problem::default()
    };
    let shift_of = problem.shift_of.clone();
    problem.colourings = vec![
        Colouring { colour_of: shift_of.iter().map(|shift| u8::from(*shift > 0)).collect() },
        Colouring { colour_of: shift_of.iter().map(|shift| *shift as u8).collect() },
    ];
    problem.weights =
        vec![Weights { by_duty: (0..duties).map(|duty| i32::from(duty > 0)).collect(), ..Weights::default() }];
    problem.successions = successions(scenario, &shift_of);
    cover(&mut problem, weeks, skills);
    let nurses = scenario.nurses.iter().zip(&history.nurses);
    problem.people = nurses
        .map(|(nurse, before)| {
            let contract = &scenario.contracts[nurse.contract];
            let mut duties = vec![FREE];
            duties.extend(
                (0..shifts).flat_map(|shift| nurse.skills.iter().map(move |&skill| duty(shift, skill, skills))),
            );
            let choices = duties.iter().map(|&duty| Choice { duty, cost: Cost::ZERO }).collect();
            let last = before.last.map_or(FREE, |shift| duty(shift, 0, skills));
            Person {
                choices: vec![choices; days],
                cover: 0,
                before: [UNKNOWN, last],
                successions: (0..days).map(|day| usize::from(day % 7 == 6 && contract.complete_weekends)).collect(),
                runs: runs(scenario, contract, before),
                rests: Vec::new(),
                totals: totals(
                    contract,
                    before,
                    weeks.len(),
                    Due { weeks: history.week as usize + weeks.len(), of: scenario.weeks },
                ),
            }
        })
        .collect();
    for (week, data) in weeks.iter().enumerate() {
        for request in &data.requests {
            let unwanted =
                |duty: u8| duty != FREE && request.shift.is_none_or(|it| shift_of[usize::from(duty)] == it as u16 + 1);
            let choices = &mut problem.people[request.nurse].choices[7 * week + request.day];
            choices.iter_mut().filter(|it| unwanted(it.duty)).for_each(|it| it.cost += Cost::soft(UNWANTED));
        }
    }
    problem
}

fn duty(shift: usize, skill: usize, skills: usize) -> u8 {
    (1 + shift * skills + skill) as u8
}

/// Steps of ordinary days, and from Saturday to Sunday for those whose weekends are whole.
fn successions(scenario: &Scenario, shift_of: &[u16]) -> Vec<Succession> {
    let pairs = || shift_of.iter().flat_map(|&a| shift_of.iter().map(move |&b| (a, b)));
    let forbidden =
        |&(a, b): &(u16, u16)| a > 0 && b > 0 && scenario.forbidden.contains(&(usize::from(a) - 1, usize::from(b) - 1));
    let cost = |is_broken: bool| if is_broken { Cost::hard(FORBIDDEN) } else { Cost::ZERO };
    let half = |&(a, b): &(u16, u16)| if (a == 0) == (b == 0) { Cost::ZERO } else { Cost::soft(HALF_WEEKEND) };
    vec![
        Succession { next: pairs().map(|it| cost(forbidden(&it))).collect(), over_free: Vec::new() },
        Succession { next: pairs().map(|it| cost(forbidden(&it)) + half(&it)).collect(), over_free: Vec::new() },
    ]
}

fn cover(problem: &mut Problem, weeks: &[Week], skills: usize) {
    let duties = problem.duties();
    let mut gives = vec![Vec::new(); problem.days * duties];
    for (week, data) in weeks.iter().enumerate() {
        for requirement in &data.requirements {
            for (day, &(least, wanted)) in requirement.nurses.iter().enumerate() {
                if wanted == 0 {
                    continue;
                }
                let at = (7 * week + day) * duties + usize::from(duty(requirement.shift, requirement.skill, skills));
                gives[at].push((problem.demands.len() as u32, 1));
                let curve = Curve::at_least(least.into(), Cost::hard(MINIMUM));
                let curve = curve.and(Curve::at_least(wanted.into(), Cost::soft(SHORT_OF_OPTIMUM)));
                problem.demands.push(Demand { start: 0, curve });
            }
        }
    }
    problem.covers = vec![Cover { gives }];
}

fn runs(scenario: &Scenario, contract: &Contract, before: &NurseHistory) -> Vec<Runs> {
    let rule = |(least, most): (u32, u32), cost: i64| {
        Some(RunRule { least, most, short: Cost::soft(cost), long: Cost::soft(cost) })
    };
    let work_or_off = match before.last {
        None => (0, before.off),
        Some(_) => (1, before.work),
    };
    let same = before.last.map_or((0, before.off), |shift| (shift as u8 + 1, before.same_shift));
    let shifts = scenario.shifts.iter().map(|it| rule(it.run, SAME_SHIFT_RUN));
    vec![
        Runs {
            colouring: WORK_OR_OFF,
            rules: vec![rule(contract.off, OFF_RUN), rule(contract.work, WORK_RUN)],
            before: Some(work_or_off),
            goes_on: true,
        },
        Runs {
            colouring: SHIFTS,
            rules: [None].into_iter().chain(shifts).collect(),
            before: Some(same),
            goes_on: true,
        },
    ]
}

/// So many weeks of all the contract's weeks.
#[derive(Clone, Copy)]
struct Due {
    weeks: usize,
    of: usize,
}

impl Due {
    fn least(self, number: u32) -> i64 {
        (number as usize * self.weeks / self.of.max(1)) as i64
    }

    fn most(self, number: u32) -> i64 {
        (number as usize * self.weeks).div_ceil(self.of.max(1)) as i64
    }
}

fn totals(contract: &Contract, before: &NurseHistory, weeks: usize, due: Due) -> Vec<Total> {
    let (least, most) = contract.total;
    vec![
        Total {
            start: before.assignments.into(),
            over: Over::Days { first: 0, end: 7 * weeks, weights: WORKED },
            curve: Curve::within(due.least(least), due.most(most), Cost::soft(ASSIGNMENTS)),
        },
        Total {
            start: before.weekends.into(),
            over: Over::Blocks { first: 0, end: weeks, weights: WORKED },
            curve: Curve::at_most(due.most(contract.weekends_max), Cost::soft(WEEKENDS)),
        },
    ]
}

/// What the problem's demands are for: the day, the shift, the skill.
pub fn demands(weeks: &[Week]) -> impl Iterator<Item = (usize, usize, usize)> {
    weeks.iter().enumerate().flat_map(|(week, data)| {
        data.requirements.iter().flat_map(move |it| {
            let wanted = it.nurses.iter().enumerate().filter(|(_, (_, wanted))| *wanted > 0);
            wanted.map(move |(day, _)| (7 * week + day, it.shift, it.skill))
        })
    })
}

/// Who works what in a week of a roster.
pub fn assignments(scenario: &Scenario, roster: &Roster, week: usize) -> Vec<Assignment> {
    let skills = scenario.skills.len();
    let nurses = 0..scenario.nurses.len();
    let cells = nurses.flat_map(|nurse| (0..7).map(move |day| (nurse, day)));
    cells
        .filter_map(|(nurse, day)| {
            let work = usize::from(roster.get(nurse, 7 * week + day)).checked_sub(1)?;
            Some(Assignment { nurse, day, shift: work / skills, skill: work % skills })
        })
        .collect()
}

/// What is history after the weeks of a roster.
pub fn after(scenario: &Scenario, history: &History, roster: &Roster, weeks: usize) -> History {
    let skills = scenario.skills.len();
    let nurses = history.nurses.iter().enumerate().map(|(nurse, before)| {
        let shifts: Vec<Option<usize>> =
            roster.row(nurse).iter().map(|&duty| usize::from(duty).checked_sub(1).map(|work| work / skills)).collect();
        let worked = |range: &[Option<usize>]| range.iter().flatten().count() as u32;
        let weekends = (0..weeks).filter(|week| worked(&shifts[7 * week + 5..7 * week + 7]) > 0).count() as u32;
        let last = shifts.last().copied().flatten();
        // Days on end up to the last, with those before the first when they reach so far.
        let run = |is_same: &dyn Fn(Option<usize>) -> bool, earlier: u32| {
            let length = shifts.iter().rev().take_while(|it| is_same(**it)).count();
            length as u32 + if length == shifts.len() && is_same(before.last) { earlier } else { 0 }
        };
        NurseHistory {
            assignments: before.assignments + worked(&shifts),
            weekends: before.weekends + weekends,
            last,
            same_shift: if last.is_some() { run(&|it| it == last, before.same_shift) } else { 0 },
            work: run(&|it| it.is_some(), before.work),
            off: run(&|it| it.is_none(), before.off),
        }
    });
    History { week: history.week + weeks as u32, nurses: nurses.collect() }
}

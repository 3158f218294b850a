//! The cost of a roster, rule by rule from the problem's own data: slow, plain, and what the search is held to.

use crate::cost::Cost;
use crate::problem::{FREE, Over, Person, Problem, Rest, RunRule, Runs, UNKNOWN};
use crate::roster::Roster;

/// What a duty that is not among a person's choices counts as.
pub const IMPOSSIBLE: Cost = Cost::hard(1000);

/// The cost of a roster.
pub fn evaluate(problem: &Problem, roster: &Roster) -> Cost {
    let rows = (0..problem.people.len()).map(|person| evaluate_row(problem, person, roster.row(person)));
    rows.sum::<Cost>() + evaluate_cover(problem, roster)
}

/// The cost of all demands together.
pub fn evaluate_cover(problem: &Problem, roster: &Roster) -> Cost {
    let mut totals: Vec<i64> = problem.demands.iter().map(|it| it.start.into()).collect();
    for (index, person) in problem.people.iter().enumerate() {
        for (day, &duty) in roster.row(index).iter().enumerate() {
            for &(demand, amount) in &problem.covers[person.cover].gives[day * problem.duties() + usize::from(duty)] {
                totals[demand as usize] += i64::from(amount);
            }
        }
    }
    problem.demands.iter().zip(totals).map(|(demand, total)| demand.curve.at(total)).sum()
}

/// The cost of one person's days, cover apart.
pub fn evaluate_row(problem: &Problem, person: usize, row: &[u8]) -> Cost {
    let person = &problem.people[person];
    let mut cost = Cost::ZERO;
    for (day, &duty) in row.iter().enumerate() {
        let choice = person.choices[day].iter().find(|it| it.duty == duty);
        cost += choice.map_or(IMPOSSIBLE, |it| it.cost);
        cost += succession(problem, person, row, day);
    }
    cost += person.runs.iter().map(|it| runs(problem, it, row)).sum();
    cost += person.rests.iter().map(|it| rest(problem, person, it, row)).sum();
    for total in &person.totals {
        cost += total.curve.at(total.start + added(problem, person, total.over, row));
    }
    cost
}

/// What a person does on a day from −2 on; [`UNKNOWN`] past the last.
fn duty(person: &Person, row: &[u8], day: isize) -> u8 {
    match day {
        -2 | -1 => person.before[(day + 2) as usize],
        _ => row.get(day as usize).copied().unwrap_or(UNKNOWN),
    }
}

fn succession(problem: &Problem, person: &Person, row: &[u8], day: usize) -> Cost {
    let table = &problem.successions[person.successions[day]];
    let at = |back: isize| duty(person, row, day as isize - back);
    let cell = |from: u8, to: u8| usize::from(from) * problem.duties() + usize::from(to);
    let mut cost = Cost::ZERO;
    if at(1) != UNKNOWN {
        cost += table.next[cell(at(1), at(0))];
    }
    if at(1) == FREE && at(2) != UNKNOWN && !table.over_free.is_empty() {
        cost += table.over_free[cell(at(2), at(0))];
    }
    cost
}

fn runs(problem: &Problem, runs: &Runs, row: &[u8]) -> Cost {
    let colours = row.iter().map(|&duty| problem.colourings[runs.colouring].colour_of[usize::from(duty)]);
    let (mut cost, mut run) = (Cost::ZERO, runs.before);
    let mut is_first = runs.before.is_none();
    if let Some((colour, length)) = run {
        cost -= excess(runs.rules[usize::from(colour)], length);
    }
    for colour in colours {
        match &mut run {
            Some((same, length)) if *same == colour => *length += 1,
            _ => {
                if let Some((other, length)) = run {
                    cost += length_cost(runs.rules[usize::from(other)], length, is_first);
                    is_first = false;
                }
                run = Some((colour, 1));
            }
        }
    }
    let (colour, length) = run.unwrap_or_default();
    cost + length_cost(runs.rules[usize::from(colour)], length, is_first || runs.goes_on)
}

fn excess(rule: Option<RunRule>, length: u32) -> Cost {
    rule.map_or(Cost::ZERO, |it| it.long.times(length.saturating_sub(it.most).into()))
}

fn length_cost(rule: Option<RunRule>, length: u32, may_be_short: bool) -> Cost {
    let Some(rule) = rule else { return Cost::ZERO };
    let missing = if may_be_short || length == 0 { 0 } else { rule.least.saturating_sub(length) };
    rule.short.times(missing.into()) + excess(Some(rule), length)
}

fn rest(problem: &Problem, person: &Person, rest: &Rest, row: &[u8]) -> Cost {
    let (mut cost, mut length) = (Cost::ZERO, rest.before);
    for day in 0..row.len() {
        let at = |step: isize| duty(person, row, day as isize + step);
        let (before, after) = (at(-1), at(1));
        let cell = usize::from(before) * problem.duties() + usize::from(after);
        let is_rest = at(0) == FREE
            && ([before, after].iter().any(|it| *it == FREE || *it == UNKNOWN)
                || problem.breaks[rest.breaks[day]].is_long[cell]);
        length = if is_rest { 0 } else { length + 1 };
        if length >= rest.days {
            cost += rest.cost;
        }
    }
    cost
}

pub(crate) fn added(problem: &Problem, person: &Person, over: Over, row: &[u8]) -> i64 {
    match over {
        Over::Days { first, end, weights } => {
            (first..end).map(|day| i64::from(problem.weights[weights].of(day, row[day]))).sum()
        }
        Over::Blocks { first, end, weights } => {
            let weights = &problem.weights[weights];
            let is_worked =
                |block: &&crate::problem::Block| (block.first..block.end).any(|day| weights.of(day, row[day]) != 0);
            problem.blocks[first..end].iter().filter(is_worked).count() as i64
        }
        Over::DaysOff { worth, before } => days_off(problem, worth, before, row),
        Over::Steps { first, end, weights } => {
            let weight = |day: usize| match duty(person, row, day as isize - 1) {
                UNKNOWN => 0,
                from => problem.step_weights[weights][usize::from(from) * problem.duties() + usize::from(row[day])],
            };
            (first..end).map(|day| i64::from(weight(day))).sum()
        }
    }
}

fn days_off(problem: &Problem, worth: usize, before: u8, row: &[u8]) -> i64 {
    let (worth, width) = (&problem.days_off[worth], problem.duties() + 1);
    let place = |duty: u8| if duty == UNKNOWN { width - 1 } else { usize::from(duty) };
    let beyond = |before: u8, days: usize, after: u8| {
        let cell = place(before) * width + place(after);
        match days {
            0 => 0,
            1 => i64::from(worth.single[cell]),
            _ => i64::from(worth.several[cell]),
        }
    };
    let (mut sum, mut days, mut before) = (0, 0, before);
    for &duty in row {
        if duty == FREE {
            days += 1;
        } else {
            sum += days as i64 + beyond(before, days, duty);
            (before, days) = (duty, 0);
        }
    }
    sum + days as i64 + beyond(before, days, UNKNOWN)
}

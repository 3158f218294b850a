//! The shift scheduling benchmark as a rostering problem: a duty is a shift, or a day off.

use leon_formats::research::shiftsched::{Employee, Instance};
use leon_roster::{
    Block, Choice, Colouring, Cost, Cover, Curve, Demand, FREE, Over, Person, Problem, Roster, RunRule, Runs,
    Succession, Total, UNKNOWN, Weights,
};

/// What breaking the rules counts against one another: a day in a run, a shift too many of a kind, a weekend.
const RULE: i64 = 4;

/// The weights of the problem: any shift, minutes, then one for each shift.
const WORKED: usize = 0;
const MINUTES: usize = 1;
const OF_SHIFT: usize = 2;

/// An instance as a problem.
///
/// # Errors
/// When no shift has a length, so that nothing tells hours apart, minutes count as they are.
pub fn problem(instance: &Instance) -> Problem {
    let (days, duties) = (instance.days, 1 + instance.shifts.len());
    let minutes = |duty: usize| if duty == 0 { 0 } else { instance.shifts[duty - 1].minutes };
    // Minutes in steps in which all shifts are whole, so that a breach of hours counts much as one of days.
    let step = (1..duties).map(minutes).fold(0, gcd).max(1);
    let by_duty =
        |weight: &dyn Fn(usize) -> i32| Weights { by_duty: (0..duties).map(weight).collect(), ..Weights::default() };
    let mut weights = vec![by_duty(&|duty| i32::from(duty > 0)), by_duty(&|duty| (minutes(duty) / step) as i32)];
    weights.extend((1..duties).map(|shift| by_duty(&|duty| i32::from(duty == shift))));
    let mut problem = Problem {
        days,
        shift_of: (0..duties as u16).collect(),
        successions: vec![succession(instance)],
        colourings: vec![Colouring { colour_of: (0..duties).map(|duty| u8::from(duty > 0)).collect() }],
        weights,
        blocks: (0..days / 7).map(|week| Block { first: 7 * week + 5, end: 7 * week + 7 }).collect(),
        ..Problem::default()
    };
    let mut gives = vec![Vec::new(); days * duties];
    for cover in &instance.cover {
        gives[cover.day * duties + cover.shift + 1].push((problem.demands.len() as u32, 1));
        let wanted = i64::from(cover.wanted);
        let curve = Curve::at_least(wanted, Cost::soft(cover.under.into()));
        let curve = curve.and(Curve::at_most(wanted, Cost::soft(cover.over.into())));
        problem.demands.push(Demand { start: 0, curve });
    }
    problem.covers = vec![Cover { gives }];
    let longest = (1..duties).map(minutes).max().unwrap_or(1).max(1) / step;
    problem.people = instance.staff.iter().map(|it| person(instance, it, step, longest.max(1))).collect();
    for request in &instance.requests {
        let asked = (request.shift + 1) as u8;
        let choices = &mut problem.people[request.employee].choices[request.day];
        // A request on that is not met costs in every other case.
        let costs = |duty: u8| (duty == asked) != request.is_on;
        choices.iter_mut().filter(|it| costs(it.duty)).for_each(|it| it.cost += Cost::soft(request.weight.into()));
    }
    problem
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn succession(instance: &Instance) -> Succession {
    let duties = 1 + instance.shifts.len();
    let mut next = vec![Cost::ZERO; duties * duties];
    for (shift, it) in instance.shifts.iter().enumerate() {
        it.not_next.iter().for_each(|after| next[(shift + 1) * duties + after + 1] = Cost::hard(RULE));
    }
    Succession { next, over_free: Vec::new() }
}

fn person(instance: &Instance, employee: &Employee, step: u32, longest: u32) -> Person {
    let days = instance.days;
    let may = |shift: &usize| employee.shifts_max[*shift] != Some(0);
    let working = (0..instance.shifts.len()).filter(may).map(|shift| (shift + 1) as u8);
    let choice = |duty: u8| Choice { duty, cost: Cost::ZERO };
    let any: Vec<Choice> = [FREE].into_iter().chain(working).map(choice).collect();
    let mut choices = vec![any; days];
    employee.days_off.iter().for_each(|&day| choices[day] = vec![choice(FREE)]);
    let rule = |least: u32, most: u32| Some(RunRule { least, most, short: Cost::hard(RULE), long: Cost::hard(RULE) });
    let whole_days = |weights: usize| Over::Days { first: 0, end: days, weights };
    let (least, most) = (employee.minutes.0.div_ceil(step), employee.minutes.1 / step);
    // A shift's worth of hours counts as a day in a run does.
    let hour = (RULE / i64::from(longest)).max(1);
    let mut totals = vec![
        Total {
            start: 0,
            over: whole_days(MINUTES),
            curve: Curve::within(least.into(), most.into(), Cost::hard(hour)),
        },
        Total {
            start: 0,
            over: Over::Blocks { first: 0, end: days / 7, weights: WORKED },
            curve: Curve::at_most(employee.weekends_max.into(), Cost::hard(RULE)),
        },
    ];
    totals.extend(shifts_with_most(instance, employee).map(|(shift, most)| {
        let curve = Curve::at_most(most.into(), Cost::hard(RULE));
        Total { start: 0, over: whole_days(OF_SHIFT + shift), curve }
    }));
    Person {
        choices,
        cover: 0,
        before: [UNKNOWN; 2],
        successions: vec![0; days],
        runs: vec![Runs {
            colouring: 0,
            rules: vec![rule(employee.off_min, u32::MAX), rule(employee.work.0, employee.work.1)],
            before: None,
            goes_on: true,
        }],
        rests: Vec::new(),
        totals,
    }
}

/// Shifts of which an employee may not work as many as there are days, and how many.
pub fn shifts_with_most(instance: &Instance, employee: &Employee) -> impl Iterator<Item = (usize, u32)> {
    let days = 1..instance.days as u32;
    let most = employee.shifts_max.iter().enumerate();
    most.filter_map(move |(shift, most)| Some((shift, most.filter(|it| days.contains(it))?)))
}

/// Who works what on which day.
pub fn assignments(roster: &Roster, instance: &Instance) -> Vec<(usize, usize, usize)> {
    let cells = (0..instance.staff.len()).flat_map(|person| (0..instance.days).map(move |day| (person, day)));
    cells
        .filter_map(|(person, day)| Some((person, day, usize::from(roster.get(person, day)).checked_sub(1)?)))
        .collect()
}

//! Small made-up problems with every kind of rule.

use leon_roster::{
    Bend, Block, Break, Choice, Colouring, Cost, Cover, Curve, DaysOff, Demand, FREE, Over, Person, Problem, Rest,
    Roster, RunRule, Runs, Succession, Total, UNKNOWN, Weights,
};
use std::collections::BTreeMap;

/// Splitmix64.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((x ^ (x >> 31)) % n as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn cost(&mut self) -> Cost {
        if self.one_in(4) { Cost::hard(1 + self.below(3) as i64) } else { Cost::soft(self.below(40) as i64) }
    }
}

pub fn problem(chance: &mut Chance) -> Problem {
    let (days, duties) = (3 + chance.below(20), 2 + chance.below(6));
    let people = 2 + chance.below(5);
    sized(days, duties, people, chance)
}

/// A problem with few rosters, in which prices may be below zero and curves bend inwards; now and then with weights that
/// make as many totals as rosters.
pub fn small(chance: &mut Chance) -> Problem {
    let is_wide = chance.one_in(8);
    let people = if is_wide { 1 } else { 1 + chance.below(3) };
    let days = if is_wide { 6 } else { 7 - people - chance.below(3) };
    let duties = if is_wide { 4 } else { 2 + chance.below(3) };
    let mut problem = sized(days, duties, people, chance);
    let gain = |cost: &mut Cost, chance: &mut Chance| {
        if chance.one_in(4) {
            *cost = Cost::soft(-(chance.below(30) as i64));
        }
    };
    for person in &mut problem.people {
        person.choices.iter_mut().flatten().for_each(|it| gain(&mut it.cost, chance));
        for total in &mut person.totals {
            total.start = chance.below(8) as i64 - 3;
            total.curve.bends.iter_mut().for_each(|it| gain(&mut it.above, chance));
        }
    }
    for demand in &mut problem.demands {
        demand.curve.bends.iter_mut().for_each(|it| gain(&mut it.below, chance));
        if chance.one_in(4) {
            demand.curve = demand.curve.clone().and(Curve::square(chance.below(4) as i64, Cost::soft(7)));
        }
    }
    if is_wide {
        for (day, weights) in (0..days).flat_map(|day| [(day, 0), (day, 1)]) {
            problem.weights[weights].on_days.insert(day, (0..duties).map(|_| chance.below(3000) as i32).collect());
        }
        for total in &mut problem.people[0].totals {
            if let (Over::Days { first, end, .. }, true) = (&mut total.over, chance.one_in(2)) {
                (*first, *end) = (0, days);
                total.curve.bends.iter_mut().for_each(|it| it.at = chance.below(16_000) as i64);
                total.curve.centre = 5000;
            }
        }
    }
    problem
}

fn sized(days: usize, duties: usize, people: usize, chance: &mut Chance) -> Problem {
    let table = |chance: &mut Chance| -> Vec<Cost> {
        (0..duties * duties).map(|_| if chance.one_in(3) { chance.cost() } else { Cost::ZERO }).collect()
    };
    let successions: Vec<Succession> = (0..3)
        .map(|_| Succession {
            next: table(chance),
            over_free: if chance.one_in(2) { table(chance) } else { Vec::new() },
        })
        .collect();
    let colours = 1 + chance.below(4);
    let colouring =
        |chance: &mut Chance| Colouring { colour_of: (0..duties).map(|_| chance.below(colours) as u8).collect() };
    let weights = |chance: &mut Chance| -> Vec<i32> { (0..duties).map(|_| chance.below(5) as i32 - 1).collect() };
    let mut problem = Problem {
        days,
        shift_of: (0..duties).map(|duty| if duty == 0 { 0 } else { 1 + chance.below(3) as u16 }).collect(),
        successions,
        colourings: (0..3).map(|_| colouring(chance)).collect(),
        weights: (0..3)
            .map(|_| Weights {
                by_duty: weights(chance),
                on_days: BTreeMap::from([(chance.below(days), weights(chance))]),
            })
            .collect(),
        blocks: (0..days / 4).map(|it| Block { first: it * 4 + 1, end: it * 4 + 3 + it % 2 }).collect(),
        breaks: (0..2).map(|_| Break { is_long: (0..duties * duties).map(|_| chance.one_in(2)).collect() }).collect(),
        days_off: vec![DaysOff { single: worths(duties, chance), several: worths(duties, chance) }],
        step_weights: vec![(0..duties * duties).map(|_| chance.below(4) as i32 - 1).collect()],
        ..Problem::default()
    };
    let demands = 1 + chance.below(2 * days);
    for _ in 0..demands {
        let (least, wanted) = (chance.below(3) as i64, chance.below(5) as i64);
        let curve = Curve::at_least(least, chance.cost()).and(Curve::within(wanted, wanted + 1, chance.cost()));
        problem.demands.push(Demand { start: chance.below(3) as i32 - 1, curve });
    }
    for _ in 0..2 {
        let gives = (0..days * duties).map(|_| {
            (0..chance.below(4)).map(|_| (chance.below(demands) as u32, chance.below(5) as i32 - 2)).collect()
        });
        problem.covers.push(Cover { gives: gives.collect() });
    }
    problem.people = (0..people).map(|_| person(&problem, colours, chance)).collect();
    problem
}

fn worths(duties: usize, chance: &mut Chance) -> Vec<i32> {
    (0..(duties + 1) * (duties + 1)).map(|_| chance.below(4) as i32 - 2).collect()
}

fn person(problem: &Problem, colours: usize, chance: &mut Chance) -> Person {
    let (days, duties) = (problem.days, problem.duties());
    let choices = |chance: &mut Chance| {
        let mut choices: Vec<Choice> =
            (0..duties as u8).filter(|_| !chance.one_in(5)).map(|duty| Choice { duty, cost: Cost::ZERO }).collect();
        if choices.is_empty() {
            choices.push(Choice { duty: FREE, cost: Cost::ZERO });
        }
        choices.iter_mut().for_each(|it| it.cost = if chance.one_in(3) { chance.cost() } else { Cost::ZERO });
        choices
    };
    let before = |chance: &mut Chance| if chance.one_in(4) { UNKNOWN } else { chance.below(duties) as u8 };
    let rule = |chance: &mut Chance| {
        let least = chance.below(4) as u32;
        let most = least + chance.below(4) as u32;
        (!chance.one_in(3)).then(|| RunRule { least, most, short: chance.cost(), long: chance.cost() })
    };
    let runs = |chance: &mut Chance| Runs {
        colouring: chance.below(3),
        rules: (0..colours).map(|_| rule(chance)).collect(),
        before: (!chance.one_in(3)).then(|| (chance.below(colours) as u8, chance.below(5) as u32)),
        goes_on: chance.one_in(2),
    };
    let rest = |chance: &mut Chance| Rest {
        days: 2 + chance.below(4) as u32,
        breaks: (0..days).map(|_| chance.below(2)).collect(),
        before: chance.below(4) as u32,
        cost: chance.cost(),
    };
    let total = |chance: &mut Chance| {
        let over_blocks = chance.one_in(2);
        let places = if over_blocks { problem.blocks.len() } else { days };
        let (a, b) = (chance.below(places + 1), chance.below(places + 1));
        let (first, end, weights) = (a.min(b), a.max(b), chance.below(3));
        let over = match chance.below(6) {
            1 => Over::Steps { first: first.min(days), end: end.min(days), weights: 0 },
            0 => Over::DaysOff { worth: 0, before: before(chance) },
            _ if over_blocks => Over::Blocks { first, end, weights },
            _ => Over::Days { first, end, weights },
        };
        let least = chance.below(4) as i64;
        let mut curve = Curve::within(least, least + chance.below(5) as i64, chance.cost());
        let start = chance.below(500) as i64 - 100;
        if chance.one_in(3) {
            curve = curve.and(Curve::square(start + chance.below(5) as i64, Cost::soft(3)));
        }
        if chance.one_in(4) {
            let price = Cost::soft(chance.below(40) as i64);
            let once = |at, above| Bend { at, below: Cost::ZERO, above };
            curve = Curve { bends: vec![once(0, price), once(1, -price)], ..Curve::default() };
        }
        Total { start, over, curve }
    };
    Person {
        choices: (0..days).map(|_| choices(chance)).collect(),
        cover: chance.below(2),
        before: [before(chance), before(chance)],
        successions: (0..days).map(|_| chance.below(3)).collect(),
        runs: (0..chance.below(4)).map(|_| runs(chance)).collect(),
        rests: (0..chance.below(2)).map(|_| rest(chance)).collect(),
        totals: (0..chance.below(5)).map(|_| total(chance)).collect(),
    }
}

/// A duty that the person may have, on each day.
pub fn roster(problem: &Problem, chance: &mut Chance) -> Roster {
    let mut roster = Roster::idle(problem);
    for (person, it) in problem.people.iter().enumerate() {
        for (day, choices) in it.choices.iter().enumerate() {
            roster.set(person, day, choices[chance.below(choices.len())].duty);
        }
    }
    roster
}

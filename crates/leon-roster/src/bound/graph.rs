//! A person's days as a graph: a node is all that steps, runs and rests remember of the days so far.

use super::kinds::Kind;
use super::level::least;
use crate::cost::Cost;
use crate::problem::{FREE, Person, Problem, Rest, RunRule, Runs, UNKNOWN};
use std::collections::HashMap;

/// The day before a working day matters to nobody.
const NO_MATTER: u8 = u8::MAX - 1;

/// No colour: nothing is known of the days before.
const NO_RUN: u8 = u8::MAX;

/// Nodes of a layer, and arcs of a graph, that are too many.
const MOST_NODES: usize = 4_000;
const MOST_ARCS: usize = 400_000;

/// A duty of a kind on a day, from what is remembered before it to what is after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    pub to: u32,
    pub kind: u8,
    pub cost: Cost,
}

/// The graph of a person: a layer of nodes before each day and one after the last.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    /// By layer: its first node; one more at the end.
    pub layers: Vec<u32>,
    /// By node: its first arc; one more at the end.
    pub first_arc: Vec<u32>,
    pub arcs: Vec<Arc>,
    /// By node of the last layer: what is still paid there.
    pub end: Vec<Cost>,
    /// Rules on runs and rests that are left out, for their states would be too many.
    pub left_out: usize,
    /// What those cannot be less than.
    pub floor: Cost,
}

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Memory {
    /// The duty two days ago, where a single free day has made it matter, and the last one.
    last: [u8; 2],
    runs: Vec<Run>,
    /// Days on end without rest, the last day not yet among them.
    rests: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Run {
    colour: u8,
    /// As far as it matters.
    length: u32,
    /// A run that may be short because nothing is known of what was before.
    is_open: bool,
}

impl Graph {
    /// The graph over a person's kinds of duties, with as many of the rules as fit.
    pub fn new(problem: &Problem, person: &Person, kinds: &[Kind]) -> Self {
        for left_out in 0.. {
            let rests = person.rests.len().min((person.runs.len() + person.rests.len()).saturating_sub(left_out));
            let runs = person.runs.len().min((person.runs.len() + person.rests.len()).saturating_sub(left_out) - rests);
            let rules = Rules::new(problem, person, runs, rests);
            if let Some(mut graph) = rules.graph(kinds, runs + rests == 0) {
                graph.left_out = person.runs.len() + person.rests.len() - runs - rests;
                graph.floor = person.runs[runs..].iter().map(|it| least_of_runs(it, problem.days)).sum::<Cost>()
                    + person.rests[rests..]
                        .iter()
                        .map(|it| least([it.cost, Cost::ZERO]).times(problem.days as i64))
                        .sum();
                return graph;
            }
        }
        unreachable!("without rules a graph always fits")
    }

    /// The nodes of a layer.
    pub fn layer(&self, layer: usize) -> std::ops::Range<usize> {
        self.layers[layer] as usize..self.layers[layer + 1] as usize
    }

    /// The arcs out of a node.
    pub fn out(&self, node: usize) -> std::ops::Range<usize> {
        self.first_arc[node] as usize..self.first_arc[node + 1] as usize
    }
}

/// What rules on runs cannot be less than; below zero only where a rule pays for being broken.
fn least_of_runs(runs: &Runs, days: usize) -> Cost {
    let of_rule = |rule: &RunRule| {
        let short = least([rule.short, Cost::ZERO]).times(i64::from(rule.least) * (days as i64 + 1));
        short + least([rule.long, Cost::ZERO]).times(days as i64)
    };
    runs.rules.iter().flatten().map(of_rule).sum()
}

/// The rules that a graph remembers for.
struct Rules<'a> {
    problem: &'a Problem,
    person: &'a Person,
    runs: &'a [Runs],
    rests: &'a [Rest],
    /// Whether the day before a single free day matters.
    over_free: bool,
}

impl<'a> Rules<'a> {
    fn new(problem: &'a Problem, person: &'a Person, runs: usize, rests: usize) -> Self {
        let (runs, rests) = (&person.runs[..runs], &person.rests[..rests]);
        let over_free =
            !rests.is_empty() || person.successions.iter().any(|it| !problem.successions[*it].over_free.is_empty());
        Self { problem, person, runs, rests, over_free }
    }

    fn graph(&self, kinds: &[Kind], whatever_its_size: bool) -> Option<Graph> {
        let mut graph = Graph {
            layers: vec![0, 1],
            first_arc: vec![0],
            arcs: Vec::new(),
            end: Vec::new(),
            left_out: 0,
            floor: Cost::ZERO,
        };
        let mut layer = vec![self.start()];
        for day in 0..self.problem.days {
            let first = graph.layers[day + 1];
            let (mut next, mut index) = (Vec::new(), HashMap::new());
            for memory in &layer {
                for (kind, it) in kinds.iter().enumerate().filter(|(_, it)| !it.choices[day].is_empty()) {
                    let (cost, after) = self.step(memory, day, it.duty);
                    let to = *index.entry(after).or_insert_with_key(|after| {
                        next.push(after.clone());
                        first + next.len() as u32 - 1
                    });
                    graph.arcs.push(Arc { to, kind: kind as u8, cost });
                }
                graph.first_arc.push(graph.arcs.len() as u32);
            }
            if !whatever_its_size && (next.len() > MOST_NODES || graph.arcs.len() > MOST_ARCS) {
                return None;
            }
            graph.layers.push(first + next.len() as u32);
            layer = next;
        }
        graph.end = layer.iter().map(|it| self.end(it)).collect();
        graph.first_arc.extend(layer.iter().map(|_| graph.arcs.len() as u32));
        Some(graph)
    }

    fn start(&self) -> Memory {
        let run = |runs: &Runs| match runs.before {
            None => Run { colour: NO_RUN, length: 0, is_open: true },
            Some((colour, length)) => self.run(runs, Run { colour, length, is_open: false }, self.problem.days),
        };
        Memory {
            last: self.last(self.person.before),
            runs: self.runs.iter().map(run).collect(),
            rests: self.rests.iter().map(|it| it.before.min(it.days)).collect(),
        }
    }

    fn last(&self, last: [u8; 2]) -> [u8; 2] {
        if self.over_free && last[1] == FREE { last } else { [NO_MATTER, last[1]] }
    }

    /// A run with its length as far as it matters when so many days are to come.
    fn run(&self, runs: &Runs, run: Run, to_come: usize) -> Run {
        let Some(rule) = runs.rules[usize::from(run.colour)] else { return Run { length: 0, is_open: false, ..run } };
        let may_be_short = rule.short == Cost::ZERO || rule.least < 2;
        let least = if may_be_short || run.is_open { 0 } else { rule.least };
        let is_long = u64::from(run.length) + to_come as u64 > u64::from(rule.most);
        let most = if rule.long != Cost::ZERO && is_long { rule.most } else { 0 };
        Run { colour: run.colour, length: run.length.min(least.max(most)), is_open: run.is_open && !may_be_short }
    }

    fn step(&self, memory: &Memory, day: usize, duty: u8) -> (Cost, Memory) {
        let [before, last] = memory.last;
        let table = &self.problem.successions[self.person.successions[day]];
        let cell = |from: u8| usize::from(from) * self.problem.duties() + usize::from(duty);
        let mut cost = Cost::ZERO;
        if last != UNKNOWN {
            cost += table.next[cell(last)];
        }
        if last == FREE && before != UNKNOWN && !table.over_free.is_empty() {
            cost += table.over_free[cell(before)];
        }
        let mut rests = memory.rests.clone();
        if day > 0 {
            for (rest, length) in self.rests.iter().zip(&mut rests) {
                let is_long = || self.problem.breaks[rest.breaks[day - 1]].is_long[cell(before)];
                let is_rest =
                    last == FREE && ([before, duty].iter().any(|it| *it == FREE || *it == UNKNOWN) || is_long());
                cost += settle(rest, length, is_rest);
            }
        }
        let to_come = self.problem.days - day - 1;
        let run = |(runs, run): (&Runs, &Run)| {
            let colour = self.problem.colourings[runs.colouring].colour_of[usize::from(duty)];
            let next = if run.colour == colour {
                Run { length: run.length + 1, ..*run }
            } else {
                if run.colour != NO_RUN {
                    cost += short(runs.rules[usize::from(run.colour)], *run);
                }
                Run { colour, length: 1, is_open: run.colour == NO_RUN }
            };
            if let Some(rule) = runs.rules[usize::from(colour)]
                && next.length > rule.most
            {
                cost += rule.long;
            }
            self.run(runs, next, to_come)
        };
        let runs = self.runs.iter().zip(&memory.runs).map(run).collect();
        (cost, Memory { last: self.last([last, duty]), runs, rests })
    }

    fn end(&self, memory: &Memory) -> Cost {
        let mut cost = Cost::ZERO;
        if self.problem.days > 0 {
            for (rest, length) in self.rests.iter().zip(&memory.rests) {
                cost += settle(rest, &mut length.clone(), memory.last[1] == FREE);
            }
        }
        for (runs, run) in self.runs.iter().zip(&memory.runs) {
            if !runs.goes_on && run.colour != NO_RUN {
                cost += short(runs.rules[usize::from(run.colour)], *run);
            }
        }
        cost
    }
}

/// Counts a day that brings rest or not; what it costs.
fn settle(rest: &Rest, length: &mut u32, is_rest: bool) -> Cost {
    *length = if is_rest { 0 } else { *length + 1 };
    let cost = if *length >= rest.days { rest.cost } else { Cost::ZERO };
    *length = (*length).min(rest.days);
    cost
}

/// What the end of a run costs.
fn short(rule: Option<RunRule>, run: Run) -> Cost {
    let Some(rule) = rule.filter(|_| !run.is_open && run.length > 0) else { return Cost::ZERO };
    rule.short.times(rule.least.saturating_sub(run.length).into())
}

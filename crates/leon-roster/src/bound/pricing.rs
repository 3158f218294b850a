//! The row of a person that costs least at given prices: labels over the graph and the totals, cut off by what going on
//! costs at least. With few labels it is quick and a little too low; it is never too high.

use super::cover::Sums;
use super::graph::Graph;
use super::kinds::{Kind, kinds};
use super::level::{Level, NEVER};
use super::tally::{Tally, floor_of};
use crate::cost::Cost;
use crate::problem::{Over, Person, Problem};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A step of a label takes as long as so many of a table.
const LABEL_STEPS: u64 = 16;

/// Bits of a label's key.
const KEY: u32 = 64;

/// A person's rules, in the form that rows are found from.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub kinds: Vec<Kind>,
    pub graph: Graph,
    /// Totals that are followed, by place among the person's totals.
    pub tallies: Vec<(usize, Tally)>,
    /// Totals that are left to the sums.
    pub apart: Vec<usize>,
    /// Rules that are not followed at all.
    pub left_out: usize,
    /// What those cannot be less than.
    pub floor: Cost,
}

impl Rules {
    pub fn new(problem: &Problem, person: &Person) -> Self {
        let kinds = kinds(problem, person);
        let graph = Graph::new(problem, person, &kinds);
        let widest = |counts: &mut dyn Iterator<Item = usize>| bits(counts.max().unwrap_or(1));
        let mut used = widest(&mut (0..=problem.days).map(|layer| graph.layer(layer).len()));
        let (mut left_out, mut floor) = (graph.left_out, graph.floor);
        let (mut tallies, mut apart) = (Vec::new(), Vec::new());
        for (place, total) in person.totals.iter().enumerate() {
            let tally = Tally::new(problem, person, total, &kinds);
            let more = tally.as_ref().map_or(KEY, |it| widest(&mut it.states.iter().map(|it| usize::from(*it))));
            match (tally, total.over) {
                (Some(tally), _) if used + more <= KEY => {
                    used += more;
                    tallies.push((place, tally));
                }
                (_, Over::Days { .. }) => apart.push(place),
                _ => {
                    left_out += 1;
                    floor += floor_of(problem, total, &kinds);
                }
            }
        }
        Self { kinds, graph, tallies, apart, left_out, floor }
    }
}

/// Bits that so many numbers need.
fn bits(count: usize) -> u32 {
    usize::BITS - count.saturating_sub(1).leading_zeros()
}

/// A total on a level.
struct Steps {
    start: i64,
    /// By day: state × kind.
    costs: Vec<Vec<i64>>,
    /// By layer × state: what is still to come at least.
    to_come: Vec<Vec<i64>>,
    shift: u32,
    mask: u64,
    /// Some layer has more than one state.
    has_states: bool,
}

/// A person's rules on a level of costs.
pub(crate) struct Pricer<'p> {
    problem: &'p Problem,
    person: usize,
    rules: &'p Rules,
    level: Level,
    most_breaches: Option<i64>,
    arcs: Vec<i64>,
    end: Vec<i64>,
    steps: Vec<Steps>,
    node_bits: u32,
    /// Steps that the tables take.
    table_steps: u64,
}

/// A row and what it costs, in units.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub duties: Vec<u8>,
    pub cost: i64,
}

/// What was found.
pub(crate) struct Priced {
    /// No row costs less, of those that cost less than what was asked.
    pub least: i64,
    /// Rows in order of cost.
    pub rows: Vec<Row>,
    /// Steps that were looked at.
    pub steps: u64,
}

#[derive(Clone, Copy)]
struct Label {
    key: u64,
    cost: i64,
    /// With what going on costs at least.
    estimate: i64,
    parent: u32,
    kind: u8,
}

/// A price for each kind on each day, and the choice that has it.
struct Prices {
    kinds: usize,
    /// By day × kind.
    best: Vec<(i64, u8)>,
}

impl<'p> Pricer<'p> {
    /// `most_breaches`: what breaks more is not looked at.
    pub fn new(
        problem: &'p Problem,
        person: usize,
        rules: &'p Rules,
        level: Level,
        most_breaches: Option<i64>,
    ) -> Self {
        let choices = problem.people[person].choices.iter().flatten().map(|it| it.cost);
        let steps =
            rules.tallies.iter().flat_map(|(_, it)| it.steps.iter().flatten().map(|it| it.cost).chain([it.start]));
        let arcs = rules.graph.arcs.iter().map(|it| it.cost).chain(rules.graph.end.iter().copied());
        let most_breaches = most_breaches.filter(|_| choices.chain(steps).chain(arcs).all(|it| it.breaches() >= 0));
        let mut pricer = Self {
            problem,
            person,
            rules,
            level,
            most_breaches,
            arcs: Vec::new(),
            end: Vec::new(),
            steps: Vec::new(),
            node_bits: 0,
            table_steps: 0,
        };
        pricer.arcs = rules.graph.arcs.iter().map(|it| pricer.units(it.cost)).collect();
        pricer.end = rules.graph.end.iter().map(|it| pricer.units(*it)).collect();
        pricer.node_bits = bits((0..=problem.days).map(|it| rules.graph.layer(it).len()).max().unwrap_or(1));
        let mut shift = pricer.node_bits;
        for (_, tally) in &rules.tallies {
            let widest = usize::from(tally.states.iter().copied().max().unwrap_or(1));
            let mask = (1_u64 << bits(widest)) - 1;
            let steps = pricer.steps_of(tally, shift, mask, widest > 1);
            shift += bits(widest);
            pricer.steps.push(steps);
        }
        pricer.table_steps = pricer.count_table_steps();
        pricer
    }

    /// Steps that pricing takes at least.
    pub fn table_steps(&self) -> u64 {
        self.table_steps
    }

    fn count_table_steps(&self) -> u64 {
        let graph = &self.rules.graph;
        let arcs = |day: usize| graph.layer(day).map(|node| graph.out(node).len()).sum::<usize>();
        let states = |day: usize| self.rules.tallies.iter().map(|it| usize::from(it.1.states[day])).sum::<usize>();
        (0..self.problem.days).map(|day| (arcs(day) * states(day).max(1)) as u64).sum()
    }

    fn units(&self, cost: Cost) -> i64 {
        if self.most_breaches.is_some_and(|most| cost.breaches() > most) { NEVER } else { self.level.units(cost) }
    }

    fn steps_of(&self, tally: &Tally, shift: u32, mask: u64, has_states: bool) -> Steps {
        let kinds = self.rules.kinds.len();
        let costs: Vec<Vec<i64>> =
            tally.steps.iter().map(|steps| steps.iter().map(|it| self.units(it.cost)).collect()).collect();
        let mut to_come = vec![vec![0; usize::from(tally.states[self.problem.days])]];
        for day in (0..self.problem.days).rev() {
            let later = &to_come[to_come.len() - 1];
            let best = |state: usize| {
                let steps = (0..kinds).filter(|kind| !self.rules.kinds[*kind].choices[day].is_empty()).map(|kind| {
                    let at = state * kinds + kind;
                    (costs[day][at] + later[usize::from(tally.steps[day][at].to)]).min(NEVER)
                });
                steps.min().unwrap_or(NEVER)
            };
            to_come.push((0..usize::from(tally.states[day])).map(best).collect());
        }
        to_come.reverse();
        Steps {
            start: self.units(tally.start),
            costs,
            to_come,
            shift: if has_states { shift } else { 0 },
            mask,
            has_states,
        }
    }

    /// The least of all rows at these prices of the sums, with at most so many labels on a day, and the best rows found.
    /// Rows that cost `enough` or more are of no interest.
    pub fn price(&self, sums: &Sums, prices: &[i64], labels: usize, enough: i64) -> Priced {
        let prices = self.prices(sums, prices);
        let tables: Vec<Vec<Vec<i64>>> = (0..self.steps.len())
            .map(|it| if self.steps[it].has_states { self.table(&prices, Some(it)) } else { vec![] })
            .collect();
        let tables = if tables.iter().all(Vec::is_empty) { vec![self.table(&prices, None)] } else { tables };
        self.labels(&prices, &tables, labels, enough)
    }

    /// What a known row costs at these prices of the sums; [`NEVER`] when it breaks more than is looked at.
    pub fn cost(&self, own: Cost, gives: &[(u32, i64)], prices: &[i64]) -> i64 {
        if self.most_breaches.is_some_and(|most| own.breaches() > most) {
            return NEVER;
        }
        self.level.units(own).saturating_add(worth(gives, prices))
    }

    fn prices(&self, sums: &Sums, prices: &[i64]) -> Prices {
        let kinds = &self.rules.kinds;
        let mut best = Vec::with_capacity(self.problem.days * kinds.len());
        for day in 0..self.problem.days {
            for kind in kinds {
                let choices = kind.choices[day].iter().map(|&choice| {
                    let own = self.problem.people[self.person].choices[day][usize::from(choice)];
                    let given = sums.given(self.person, day, choice.into());
                    ((self.units(own.cost) + worth(given, prices)).min(NEVER), own.duty)
                });
                best.push(choices.min().unwrap_or((NEVER, 0)));
            }
        }
        Prices { kinds: kinds.len(), best }
    }

    /// By layer, node × state of one total: what going on costs at least, other totals apart.
    fn table(&self, prices: &Prices, total: Option<usize>) -> Vec<Vec<i64>> {
        let graph = &self.rules.graph;
        let states = |layer: usize| total.map_or(1, |it| usize::from(self.rules.tallies[it].1.states[layer]));
        let days = self.problem.days;
        let last = self.end.iter().flat_map(|end| vec![*end; states(days)]);
        let mut tables = vec![last.collect::<Vec<i64>>()];
        for day in (0..days).rev() {
            let later = &tables[tables.len() - 1];
            let (here, there) = (states(day), states(day + 1));
            let mut table = vec![NEVER; graph.layer(day).len() * here];
            for (place, node) in graph.layer(day).enumerate() {
                for index in graph.out(node) {
                    let arc = graph.arcs[index];
                    let step = self.arcs[index] + prices.best[day * prices.kinds + usize::from(arc.kind)].0;
                    if step >= NEVER {
                        continue;
                    }
                    let to = (arc.to as usize - graph.layers[day + 1] as usize) * there;
                    for state in 0..here {
                        let (more, next) = match total {
                            Some(it) => {
                                let at = state * prices.kinds + usize::from(arc.kind);
                                (self.steps[it].costs[day][at], usize::from(self.rules.tallies[it].1.steps[day][at].to))
                            }
                            None => (0, 0),
                        };
                        let cost = step + more + later[to + next];
                        let best = &mut table[place * here + state];
                        *best = (*best).min(cost);
                    }
                }
            }
            tables.push(table);
        }
        tables.reverse();
        tables
    }

    /// What going on from a label costs at least.
    fn estimate(&self, tables: &[Vec<Vec<i64>>], layer: usize, key: u64) -> i64 {
        let node = (key & ((1 << self.node_bits) - 1)) as usize;
        if self.steps.iter().all(|it| !it.has_states) {
            let all: i64 = self.steps.iter().map(|it| it.to_come[layer][0].min(NEVER)).sum();
            return if all >= NEVER { NEVER } else { (tables[0][layer][node] + all).min(NEVER) };
        }
        let state = |it: &Steps| if it.has_states { ((key >> it.shift) & it.mask) as usize } else { 0 };
        let mut all = 0;
        for it in &self.steps {
            let to_come = it.to_come[layer][state(it)];
            if to_come >= NEVER {
                return NEVER;
            }
            all += to_come;
        }
        let mut most = i64::MIN;
        for (index, it) in self.steps.iter().enumerate().filter(|it| it.1.has_states) {
            let states = it.to_come[layer].len();
            let with = tables[index][layer][node * states + state(it)];
            if with >= NEVER {
                return NEVER;
            }
            most = most.max(with + all - it.to_come[layer][state(it)]);
        }
        most
    }

    fn labels(&self, prices: &Prices, tables: &[Vec<Vec<i64>>], most: usize, enough: i64) -> Priced {
        let graph = &self.rules.graph;
        let starts: i64 = self.steps.iter().map(|it| it.start).sum::<i64>() + self.level.units(self.rules.floor);
        let first = Label { key: 0, cost: starts, estimate: 0, parent: 0, kind: 0 };
        let first = Label { estimate: starts.saturating_add(self.estimate(tables, 0, 0)), ..first };
        if first.estimate >= enough.min(NEVER / 2) {
            return Priced { least: enough, rows: Vec::new(), steps: self.table_steps };
        }
        let (mut least, mut steps) = (enough, self.table_steps);
        let mut layers = vec![vec![first]];
        let mut known: HashMap<u64, u32, BuildHasherDefault<Mixed>> = HashMap::default();
        for day in 0..self.problem.days {
            known.clear();
            let mut next: Vec<Label> = Vec::new();
            for (parent, label) in layers[day].iter().enumerate() {
                let node = (label.key & ((1 << self.node_bits) - 1)) as usize + graph.layers[day] as usize;
                steps += LABEL_STEPS * graph.out(node).len() as u64;
                for index in graph.out(node) {
                    let arc = graph.arcs[index];
                    let kind = usize::from(arc.kind);
                    let mut cost = self.arcs[index] + prices.best[day * prices.kinds + kind].0;
                    let mut key = u64::from(arc.to - graph.layers[day + 1]);
                    for (steps, (_, tally)) in self.steps.iter().zip(&self.rules.tallies) {
                        let state =
                            if steps.has_states { ((label.key >> steps.shift) & steps.mask) as usize } else { 0 };
                        let at = state * prices.kinds + kind;
                        cost = (cost + steps.costs[day][at]).min(NEVER);
                        if steps.has_states {
                            key |= u64::from(tally.steps[day][at].to) << steps.shift;
                        }
                    }
                    if cost >= NEVER / 2 {
                        continue;
                    }
                    let cost = label.cost + cost;
                    if let Some(&at) = known.get(&key) {
                        let same = &mut next[at as usize];
                        if cost < same.cost {
                            same.estimate -= same.cost - cost;
                            (same.cost, same.parent, same.kind) = (cost, parent as u32, arc.kind);
                        }
                        continue;
                    }
                    let to_come = self.estimate(tables, day + 1, key);
                    if to_come >= NEVER / 2 || cost + to_come >= enough {
                        continue;
                    }
                    known.insert(key, next.len() as u32);
                    next.push(Label { key, cost, estimate: cost + to_come, parent: parent as u32, kind: arc.kind });
                }
            }
            if next.len() > most {
                next.select_nth_unstable_by_key(most, |it| (it.estimate, it.key));
                least = least.min(next[most..].iter().map(|it| it.estimate).min().unwrap_or(least));
                next.truncate(most);
            }
            layers.push(next);
        }
        let mut ends: Vec<usize> = (0..layers[self.problem.days].len()).collect();
        let last = &layers[self.problem.days];
        ends.sort_unstable_by_key(|&it| (last[it].estimate, last[it].key));
        ends.truncate(MOST_ROWS);
        let row = |&end: &usize| {
            let mut duties = vec![0; self.problem.days];
            let mut at = end;
            for day in (0..self.problem.days).rev() {
                let label = &layers[day + 1][at];
                duties[day] = prices.best[day * prices.kinds + usize::from(label.kind)].1;
                at = label.parent as usize;
            }
            Row { duties, cost: last[end].estimate }
        };
        let rows: Vec<Row> = ends.iter().map(row).collect();
        let least = rows.first().map_or(least, |it| least.min(it.cost));
        Priced { least, rows, steps }
    }
}

/// What gifts come to.
fn worth(gives: &[(u32, i64)], prices: &[i64]) -> i64 {
    gives.iter().map(|&(sum, amount)| prices[sum as usize] * amount).sum()
}

/// Rows of a person in a round.
const MOST_ROWS: usize = 4;

/// Keys are numbers: one multiplication spreads them.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|it| self.write_u64((*it).into()));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

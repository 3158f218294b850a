//! Rows that are added when a solution breaks them.

use super::duties::{Duty, inside};
use super::model::Model;
use super::programme::Limit;
use crate::bound::graph::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What has been added so far, so that nothing is added twice.
#[derive(Debug, Default)]
pub(super) struct Rows {
    intervals: BTreeSet<(Whose, i32, i32)>,
    visits: BTreeSet<(usize, usize)>,
    faces: BTreeSet<(usize, usize)>,
}

/// Whose time an interval is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Crew(usize),
    Party(usize),
}

/// Intervals of one crew or party that are added at once.
const AT_ONCE: usize = 4;
/// Seconds by which work must overflow an interval.
const OVER: f64 = 20.0;
/// A share by which other rows must be broken.
const SHARE: f64 = 1e-3;

impl Rows {
    /// The rows that hold all of each crew's and party's time: without them time on routes could be less than none.
    pub fn first(&mut self, model: &mut Model) {
        for crew in 0..model.crews.len() {
            let (start, close) = (model.crews[crew].start, model.crews[crew].close);
            self.add_interval(model, Whose::Crew(crew), start, close);
        }
        for party in 0..model.parties.len() {
            let crews = model.parties[party].crews.iter().map(|&it| &model.crews[it]);
            let span = crews.map(|it| (it.start, it.close)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
            if let Some((start, close)) = span.filter(|_| model.parties[party].crews.len() > 1) {
                self.add_interval(model, Whose::Party(party), start, close);
            }
        }
    }

    /// Adds rows that a solution breaks; how many.
    pub fn separate(&mut self, model: &mut Model, values: &[f64]) -> usize {
        let before = self.intervals.len() + self.visits.len() + self.faces.len();
        for crew in 0..model.crews.len() {
            self.crew_intervals(model, crew, values);
        }
        for party in 0..model.parties.len() {
            if model.parties[party].crews.len() > 1 {
                self.party_intervals(model, party, values);
            }
        }
        self.one_carer_a_visit(model, values);
        self.new_faces(model, values);
        self.intervals.len() + self.visits.len() + self.faces.len() - before
    }

    fn crew_intervals(&mut self, model: &mut Model, crew: usize, values: &[f64]) {
        let cuts = model.crews[crew].cuts.clone();
        let work: Vec<(f64, Work)> = crew_work(model, crew).into_iter().filter_map(|it| it.weighed(values)).collect();
        self.overflows(model, Whose::Crew(crew), &cuts, &work, values);
    }

    fn party_intervals(&mut self, model: &mut Model, party: usize, values: &[f64]) {
        let mut cuts: Vec<i32> =
            model.parties[party].crews.iter().flat_map(|&it| &model.crews[it].cuts).copied().collect();
        cuts.sort_unstable();
        cuts.dedup();
        // Only instants at which all crews' time is cut, or that lie outside a crew's time.
        let crews: Vec<_> = model.parties[party].crews.iter().map(|&it| &model.crews[it]).collect();
        cuts.retain(|&cut| {
            crews.iter().all(|it| cut <= it.start || cut >= it.close || it.cuts.binary_search(&cut).is_ok())
        });
        let work: Vec<(f64, Work)> = party_work(model, party).into_iter().filter_map(|it| it.weighed(values)).collect();
        self.overflows(model, Whose::Party(party), &cuts, &work, values);
    }

    /// Adds the intervals that overflow most.
    fn overflows(&mut self, model: &mut Model, whose: Whose, cuts: &[i32], work: &[(f64, Work)], values: &[f64]) {
        let mut found: Vec<(f64, i32, i32)> = Vec::new();
        for (index, &from) in cuts.iter().enumerate() {
            for &to in &cuts[index + 1..] {
                let need: f64 = work.iter().map(|(share, it)| share * f64::from(it.inside(from, to))).sum();
                let room: f64 = time(model, whose, from, to).map(|(column, time)| values[column as usize] * time).sum();
                if need > room + OVER {
                    found.push((room - need, from, to));
                }
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut taken: Vec<(i32, i32)> = Vec::new();
        for (_, from, to) in found {
            let near = |it: &(i32, i32)| (it.0 - from).abs() + (it.1 - to).abs() < (to - from) / 2;
            if !taken.iter().any(near) {
                taken.push((from, to));
                self.add_interval(model, whose, from, to);
            }
            if taken.len() >= AT_ONCE {
                break;
            }
        }
    }

    /// Time on routes within an interval is no less than the work that must lie in it.
    fn add_interval(&mut self, model: &mut Model, whose: Whose, from: i32, to: i32) {
        if !self.intervals.insert((whose, from, to)) {
            return;
        }
        let work = match whose {
            Whose::Crew(crew) => crew_work(model, crew),
            Whose::Party(party) => party_work(model, party),
        };
        let needs = work.iter().map(|it| (it.column, -f64::from(it.inside(from, to))));
        let mut sums: BTreeMap<u32, f64> = BTreeMap::new();
        for (column, time) in time(model, whose, from, to).chain(needs) {
            *sums.entry(column).or_default() += time;
        }
        let entries = sums.into_iter().filter(|it| it.1 != 0.0).collect();
        model.programme.add_row(Limit::at_least(0.0, entries));
    }

    /// A visit's slots have different carers, and only of shifts that are used.
    fn one_carer_a_visit(&mut self, model: &mut Model, values: &[f64]) {
        let mut sums: BTreeMap<(usize, usize), Vec<u32>> = BTreeMap::new();
        for (duty, fills) in model.duties.iter().zip(&model.fills) {
            sums.entry((model.jobs[duty.job].visit, duty.crew)).or_default().extend(fills);
        }
        for ((visit, crew), columns) in sums {
            let sum: f64 = columns.iter().map(|&column| values[column as usize]).sum();
            let used = model.used[crew];
            if sum > values[used as usize] + SHARE && self.visits.insert((visit, crew)) {
                let entries = columns.into_iter().map(|column| (column, 1.0)).chain([(used, -1.0)]).collect();
                model.programme.add_row(Limit::at_most(0.0, entries));
            }
        }
    }

    /// New faces of a citizen are at least those of each visit.
    fn new_faces(&mut self, model: &mut Model, values: &[f64]) {
        if model.faces.is_empty() {
            return;
        }
        let mut sums: BTreeMap<(usize, usize), (u32, Vec<u32>)> = BTreeMap::new();
        for (duty, fills) in model.duties.iter().zip(&model.fills) {
            let group = model.sharing[duty.crew];
            let Some(&face) = model.faces.get(&(model.citizens[duty.job], group)) else { continue };
            let new = duty.offers.iter().zip(fills).filter(|it| it.0.new).map(|it| *it.1);
            let entry = sums.entry((model.jobs[duty.job].visit, group)).or_insert((face, vec![]));
            entry.1.extend(new);
        }
        for (key, (face, columns)) in sums {
            let sum: f64 = columns.iter().map(|&column| values[column as usize]).sum();
            if sum > values[face as usize] + SHARE && self.faces.insert(key) {
                let entries = columns.into_iter().map(|column| (column, 1.0)).chain([(face, -1.0)]).collect();
                model.programme.add_row(Limit::at_most(0.0, entries));
            }
        }
    }
}

/// Time that a column stands for: a stretch around a start.
struct Work {
    column: u32,
    spans: Vec<Span>,
    lead: i32,
    until: i32,
    /// Another column counts `0..until` by these spans: only what is more is counted. Empty: all is.
    stay: Vec<Span>,
}

impl Work {
    fn inside(&self, from: i32, to: i32) -> i32 {
        let all = inside(&self.spans, (self.lead, self.until), (from, to));
        all - inside(&self.stay, (0, self.until), (from, to))
    }

    fn weighed(self, values: &[f64]) -> Option<(f64, Self)> {
        let value = values[self.column as usize];
        (value > 1e-9).then_some((value, self))
    }
}

/// The work of a crew: slots with the way to them, ways home, pauses.
fn crew_work(model: &Model, crew: usize) -> Vec<Work> {
    let alone = model.party_of[crew].filter(|&it| model.parties[it].crews.len() == 1);
    let mut work = Vec::new();
    for &duty in &model.duties_of[crew] {
        let it: &Duty = &model.duties[duty];
        let lead = if alone.is_some() { 0 } else { -model.lead(duty) };
        work.extend(model.fills[duty].iter().map(|&column| Work {
            column,
            spans: not_before(&it.spans, model.crews[crew].start - lead),
            lead,
            until: it.duration,
            stay: vec![],
        }));
    }
    for pause in &model.crews[crew].pauses {
        let spans = vec![Span { open: pause.open, soft: pause.close, close: pause.close, late: 0.0 }];
        work.push(Work { column: model.used[crew], spans, lead: 0, until: pause.duration, stay: vec![] });
    }
    if let Some(party) = alone {
        work.extend(ways(model, party, true));
    }
    work
}

/// Spans of a stop that nobody can begin before an instant.
fn not_before(spans: &[Span], soonest: i32) -> Vec<Span> {
    spans.iter().map(|it| Span { open: it.open.max(soonest).min(it.close), ..*it }).collect()
}

/// The work of a party's crews together.
fn party_work(model: &Model, party: usize) -> Vec<Work> {
    let mut work = Vec::new();
    for &crew in &model.parties[party].crews {
        work.extend(crew_work(model, crew).into_iter().map(|it| Work { lead: 0, ..it }));
    }
    work.extend(ways(model, party, false));
    work
}

/// The ways of a party's routes.
fn ways(model: &Model, party: usize, alone: bool) -> Vec<Work> {
    let mut work = Vec::new();
    let crews = || model.parties[party].crews.iter().map(|&it| &model.crews[it]);
    // A pause on the spot can lie between the last stop and the way home.
    let at_once = crews().all(|it| it.pauses.iter().all(|pause| !pause.places.is_empty()));
    let close = crews().map(|it| it.close).max().unwrap_or(0);
    for (before, steps) in model.parties[party].before.iter().zip(&model.steps[party]) {
        let into = |column: u32, way: i32, ready: i32| Work {
            column,
            spans: not_before(&before.spans, ready + way),
            lead: -way,
            until: if alone { before.durations.0 } else { 0 },
            stay: if alone { before.spans.clone() } else { vec![] },
        };
        let near = steps.near.iter().zip(&before.near);
        work.extend(near.map(|(&column, near)| into(column, near.way, near.ready)));
        work.extend(steps.other.zip(before.other).map(|(column, way)| into(column, way, before.start)));
        work.extend(steps.first.zip(before.first).map(|(column, way)| into(column, way, before.start)));
        if let Some((column, way)) = steps.last.zip(before.last) {
            let (least, most) = before.durations;
            let latest = |it: &Span| if at_once { (it.close + most).min(close - way) } else { close - way };
            let ends = |it: &Span| Span { open: (it.open + least).min(latest(it)), close: latest(it), ..*it };
            let spans = before.spans.iter().map(ends).collect();
            work.push(Work { column, spans, lead: 0, until: way, stay: vec![] });
        }
    }
    work.retain(|it| it.lead != 0 || it.until != 0);
    work
}

/// Time on routes within an interval, by column.
fn time(model: &Model, whose: Whose, from: i32, to: i32) -> impl Iterator<Item = (u32, f64)> + '_ {
    let crews: Vec<usize> = match whose {
        Whose::Crew(crew) => vec![crew],
        Whose::Party(party) => model.parties[party].crews.clone(),
    };
    crews.into_iter().flat_map(move |crew| {
        let it = &model.crews[crew];
        let (from, to) = (from.max(it.start), to.min(it.close));
        let since = move |cut: usize| f64::from((to - it.cuts[cut].max(from)).max(0));
        let left = model.leaves[crew].iter().map(move |&(cut, column)| (column, since(cut)));
        let done = model.dones[crew].iter().map(move |&(cut, column)| (column, -since(cut)));
        left.chain(done).filter(|it| it.1 != 0.0)
    })
}

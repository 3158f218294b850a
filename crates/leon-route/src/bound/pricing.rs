//! The route of one tour with the least cost at given prices: labels that go from stop to stop, and of two that stand
//! at the same stop only the one that is sure to be no worse (Baldacci, Mingozzi and Roberti 2011,
//! doi 10.1287/opre.1110.0975: a route remembers the visits near its last stop only).

use super::completion::{Completion, NEVER};
use super::graph::Graph;
use super::prices::Prices;
use super::walk::{Position, Step, Taken};

/// Routes handed back for a tour.
const ROUTES: usize = 12;
/// Labels at a stop when it is to be quick.
const QUICK: usize = 24;
/// Ticks of a list of labels that wait.
const SLICE: i32 = 60;
/// Whether a route has a visit yet, beside the pauses that it has.
const VISITING: u32 = 1 << 31;

/// What came of it.
#[derive(Clone, Debug)]
pub(super) struct Priced {
    /// No route costs less, and it is no more than was asked for.
    pub least: i64,
    /// Whether no label was left lying.
    pub complete: bool,
    /// Routes below what was asked for, the least first.
    pub routes: Vec<(i64, Vec<Step>)>,
}

#[derive(Clone, Copy, Debug)]
struct Label {
    at: Position,
    cost: i64,
    /// Pauses taken, and whether there is a visit.
    has: u32,
    /// Visits near the stop that are done.
    done: u16,
    before: u32,
    step: Step,
    beaten: bool,
}

impl Label {
    /// Whether it can do all that the other can, for no more.
    fn beats(&self, other: &Self, second: i64, quick: bool) -> bool {
        if self.has != other.has || self.at.ready > other.at.ready || (self.done & !other.done != 0 && !quick) {
            return false;
        }
        // Both may start later: free while there is slack, then at the price of waiting.
        let later = (other.at.ready + other.at.slack) - (self.at.ready + self.at.slack);
        self.cost + second * i64::from(later.max(0)) <= other.cost
    }
}

struct Pricing<'a> {
    graph: &'a Graph<'a>,
    prices: &'a Prices,
    completion: Completion,
    /// Only routes below this are looked for.
    most: i64,
    quick: bool,
    labels: Vec<Label>,
    /// By stop, the start last: labels not beaten.
    standing: Vec<Vec<u32>>,
    waiting: Vec<Vec<u32>>,
    ends: Vec<(i64, u32)>,
}

/// The least routes of a tour below `most` (at most 0), making at most `labels` labels. `quick`: good routes, not
/// surely the least; nothing is proven then.
pub(super) fn price(graph: &Graph, prices: &Prices, most: i64, labels: usize, quick: bool) -> Priced {
    if graph.is_idle || graph.visits == 0 {
        return Priced { least: most, complete: true, routes: Vec::new() };
    }
    let slices = ((graph.close - graph.start).max(0) / SLICE + 2) as usize;
    let mut pricing = Pricing {
        graph,
        prices,
        completion: Completion::new(graph, prices),
        most,
        quick,
        labels: Vec::new(),
        standing: vec![Vec::new(); graph.stops.len() + 1],
        waiting: vec![Vec::new(); slices],
        ends: Vec::new(),
    };
    let left = pricing.run(labels);
    let mut ends = pricing.ends.clone();
    ends.sort_unstable();
    let least = ends.first().map_or(most, |end| end.0.min(most)).min(left.unwrap_or(most));
    let routes = ends.iter().take(ROUTES).map(|&(cost, label)| (cost, pricing.steps(label))).collect();
    Priced { least, complete: left.is_none(), routes }
}

impl Pricing<'_> {
    /// Works through the labels in order of time. When there are too many: the least that those left can come to.
    fn run(&mut self, most_labels: usize) -> Option<i64> {
        let at = Position::at_start(self.graph);
        let nothing = Step::Pause { pause: u8::MAX };
        self.labels.push(Label { at, cost: 0, has: 0, done: 0, before: u32::MAX, step: nothing, beaten: false });
        self.waiting[0].push(0);
        for slice in 0..self.waiting.len() {
            let mut index = 0;
            while index < self.waiting[slice].len() {
                if self.labels.len() >= most_labels.max(2) {
                    return Some(self.left(slice, index));
                }
                let label = self.waiting[slice][index];
                index += 1;
                if !self.labels[label as usize].beaten {
                    self.go_on(label);
                }
            }
        }
        None
    }

    fn left(&self, slice: usize, index: usize) -> i64 {
        let here = self.waiting[slice][index..].iter();
        let left = here.chain(self.waiting[slice + 1..].iter().flatten());
        left.map(|&label| &self.labels[label as usize])
            .filter(|label| !label.beaten)
            .map(|label| self.at_least(label))
            .min()
            .unwrap_or(0)
            .min(self.most)
    }

    /// No more than the least route that goes on from a label.
    fn at_least(&self, label: &Label) -> i64 {
        match label.at.stop {
            None => {
                let pauses = (0..self.graph.pauses.len()).filter_map(|pause| self.pause(label, pause));
                let spans = |to: u32| 0..self.graph.stops[to as usize].spans.len() as u8;
                let stops = (0..self.graph.stops.len() as u32)
                    .flat_map(|to| spans(to).map(move |span| (to, span)))
                    .filter_map(|(to, span)| self.step(label, to, span, self.graph.first[to as usize]));
                pauses.chain(stops).map(|next| self.at_least(&next)).min().unwrap_or(NEVER)
            }
            Some(stop) => {
                let at = label.at;
                label.cost + self.completion.on(self.graph, self.prices, label.has, stop as usize, at.ready, at.slack)
            }
        }
    }

    fn go_on(&mut self, index: u32) {
        let label = self.labels[index as usize];
        let graph = self.graph;
        let all = (1_u32 << graph.pauses.len()) - 1;
        if label.has == all | VISITING
            && let Some(done) = label.at.done(graph)
        {
            let home = i64::from(graph.last_leg(label.at.stop));
            let over = i64::from((done - graph.end).max(0));
            let cost = label.cost + (self.prices.second + self.prices.busy) * home + self.prices.overtime * over;
            if cost < self.most {
                self.ends.push((cost, index));
            }
        }
        for pause in 0..graph.pauses.len() {
            if let Some(next) = self.pause(&label, pause) {
                self.add(Label { before: index, ..next });
            }
        }
        match label.at.stop {
            None => (0..graph.stops.len()).for_each(|to| self.try_stop(index, to as u32, graph.first[to])),
            Some(from) => graph.next[from as usize].iter().for_each(|&(to, leg)| self.try_stop(index, to, leg)),
        }
    }

    /// A label's next one after a pause on the spot, if it can be taken.
    fn pause(&self, label: &Label, pause: usize) -> Option<Label> {
        if label.has & 1 << pause != 0 || self.graph.pauses[pause].stop.is_some() {
            return None;
        }
        let (has, pause) = (label.has | 1 << pause, pause as u8);
        let (at, taken) = label.at.rest(self.graph, pause)?;
        Some(Label {
            at,
            cost: label.cost + self.cost(taken),
            has,
            step: Step::Pause { pause },
            beaten: false,
            ..*label
        })
    }

    fn cost(&self, taken: Taken) -> i64 {
        (self.prices.second + self.prices.busy) * i64::from(taken.leg) + self.prices.second * i64::from(taken.waiting)
    }

    fn try_stop(&mut self, index: u32, to: u32, leg: i32) {
        let label = self.labels[index as usize];
        for span in 0..self.graph.stops[to as usize].spans.len() as u8 {
            if let Some(next) = self.step(&label, to, span, leg) {
                self.add(Label { before: index, ..next });
            }
        }
    }

    /// A label's next one at a stop, if it can go there.
    fn step(&self, label: &Label, to: u32, span: u8, leg: i32) -> Option<Label> {
        let graph = self.graph;
        let mut has = label.has;
        match graph.pause_at(to) {
            None => {
                has |= VISITING;
                let position = label.at.stop.map(|from| graph.position[from as usize * graph.visits + to as usize]);
                if position.is_some_and(|position| position < 16 && label.done >> position & 1 == 1) {
                    return None;
                }
            }
            Some(pause) if has & 1 << pause != 0 => return None,
            Some(pause) => has |= 1 << pause,
        }
        let (at, taken) = label.at.go_to(graph, to, span, leg)?;
        let late = self.prices.late[to as usize][usize::from(span)] * i64::from(taken.late);
        let cost = label.cost + self.cost(taken) + late + self.prices.stops[to as usize];
        let done = self.remembered(label, to, (to as usize) < graph.visits);
        Some(Label { at, cost, has, done, step: Step::Stop { stop: to, span }, beaten: false, ..*label })
    }

    /// What is still remembered at the next stop.
    fn remembered(&self, label: &Label, to: u32, is_visit: bool) -> u16 {
        let graph = self.graph;
        let mut done = u16::from(is_visit);
        let Some(from) = label.at.stop else { return done };
        let mut bits = label.done;
        while bits != 0 {
            let visit = graph.near[from as usize][bits.trailing_zeros() as usize];
            let position = graph.position[to as usize * graph.visits + visit as usize];
            if position < 16 {
                done |= 1 << position;
            }
            bits &= bits - 1;
        }
        done
    }

    fn add(&mut self, label: Label) {
        if label.at.stop.is_some() && self.at_least(&label) >= self.most {
            return;
        }
        let standing = label.at.stop.map_or(self.graph.stops.len(), |stop| stop as usize);
        let (labels, second, quick) = (&mut self.labels, self.prices.second, self.quick);
        let here = &mut self.standing[standing];
        let full = quick && here.len() >= QUICK;
        if full || here.iter().any(|&other| labels[other as usize].beats(&label, second, quick)) {
            return;
        }
        here.retain(|&other| {
            let other = &mut labels[other as usize];
            other.beaten = label.beats(other, second, quick);
            !other.beaten
        });
        let index = labels.len() as u32;
        here.push(index);
        labels.push(label);
        let slice = ((label.at.ready - self.graph.start).max(0) / SLICE) as usize;
        if let Some(waiting) = self.waiting.get_mut(slice) {
            waiting.push(index);
        }
    }

    fn steps(&self, label: u32) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = label;
        while self.labels[at as usize].before != u32::MAX {
            steps.push(self.labels[at as usize].step);
            at = self.labels[at as usize].before;
        }
        steps.reverse();
        steps
    }
}

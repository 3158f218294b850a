//! How a relaxed route goes on: earliest times, and the least waiting that any schedule of it has.

use super::amounts::{Amounts, Doing};
use super::graph::Graph;
use leon_model::Goal;

/// One step of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// A stop, begun in one of its spans.
    Stop { stop: u32, span: u8 },
    /// A pause without a place.
    Pause { pause: u8 },
}

/// Where a route has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    /// `None`: where the tour starts.
    pub stop: Option<u32>,
    /// When the carer can set out, at the earliest.
    pub ready: i32,
    /// By how much all of the route so far can be later, at no cost.
    pub slack: i32,
}

/// What a step takes, in ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    pub leg: i32,
    pub waiting: i32,
    pub late: i32,
}

impl Position {
    /// Who has not set out can set out later, at no cost.
    pub fn at_start(graph: &Graph) -> Self {
        Self { stop: None, ready: graph.start, slack: i32::MAX / 4 }
    }

    /// On to a stop, on a way of at least `leg`.
    pub fn go_to(&self, graph: &Graph, stop: u32, span: u8, leg: i32) -> Option<(Self, Taken)> {
        let it = &graph.stops[stop as usize];
        let span = it.spans.get(usize::from(span))?;
        if self.ready + leg > span.close {
            return None;
        }
        let way = graph.way(self.stop.map(|stop| stop as usize), Some(stop as usize), self.ready);
        let (to, waiting) = self.begin(way, leg, span.open, span.close, it.duration)?;
        let late = (to.ready - it.duration - span.soft).max(0);
        Some((Self { stop: Some(stop), ..to }, Taken { leg, waiting, late }))
    }

    /// A pause on the spot.
    pub fn rest(&self, graph: &Graph, pause: u8) -> Option<(Self, Taken)> {
        let it = &graph.pauses[usize::from(pause)];
        let (to, waiting) = self.begin(0, 0, it.open, it.close, it.duration)?;
        Some((to, Taken { waiting, ..Taken::default() }))
    }

    /// Begins something after a way that takes `way` now and never less than `leg`; and the waiting that setting out
    /// later does not save.
    fn begin(&self, way: i32, leg: i32, open: i32, close: i32, duration: i32) -> Option<(Self, i32)> {
        let start = self.ready.saturating_add(way).max(open);
        if start > close {
            return None;
        }
        let idle = start - self.ready - leg;
        let slack = (self.slack - idle).max(0).min(close - start);
        Some((Self { stop: self.stop, ready: start + duration, slack }, (idle - self.slack).max(0)))
    }

    /// When the carer is done, if that is in time.
    pub fn done(&self, graph: &Graph) -> Option<i32> {
        let done = self.ready.saturating_add(graph.way(self.stop.map(|stop| stop as usize), None, self.ready));
        (done <= graph.close).then_some(done)
    }
}

/// A route and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Walk {
    pub tour: u32,
    pub steps: Vec<Step>,
    pub amounts: Amounts,
    /// Minutes of care and travel.
    pub busy: f64,
}

impl Walk {
    /// Goes through the steps; `None`: they are no route.
    pub fn new(graph: &Graph, doing: &Doing, overtime_price: f64, steps: Vec<Step>) -> Option<Self> {
        let mut at = Position::at_start(graph);
        let mut amounts = Amounts::default();
        let (mut paid, mut busy) = (0, 0);
        for &step in &steps {
            let (to, taken) = match step {
                Step::Stop { stop, span } => at.go_to(graph, stop, span, graph.leg(at.stop, stop)?)?,
                Step::Pause { pause } => at.rest(graph, pause)?,
            };
            paid += taken.leg + taken.waiting;
            busy += taken.leg;
            if let Step::Stop { stop, span } = step
                && (stop as usize) < graph.visits
            {
                let it = &graph.stops[stop as usize];
                busy += it.duration;
                amounts[Goal::Lateness as usize] += f64::from(taken.late) / 60.0 * it.spans[usize::from(span)].late;
                for (sum, amount) in amounts.iter_mut().zip(doing.amounts(it.job, graph.tour)) {
                    *sum += amount;
                }
            }
            at = to;
        }
        let done = at.done(graph)?;
        let home = graph.last_leg(at.stop);
        let over = f64::from((done - graph.end).max(0)) * overtime_price;
        amounts[Goal::PaidTime as usize] = (f64::from(paid + home) + over) / 60.0;
        Some(Self { tour: graph.tour, steps, amounts, busy: f64::from(busy + home) / 60.0 })
    }
}

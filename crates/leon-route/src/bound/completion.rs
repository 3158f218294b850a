//! From below: what it costs at least to go on from a stop, late enough. Tells which routes cannot be the least.

use super::graph::Graph;
use super::prices::Prices;

/// Costs to go, by time. Time is cut into even slices, and who is ready within one counts as ready when it begins;
/// visits may be done again.
#[derive(Clone, Debug)]
pub(super) struct Completion {
    start: i32,
    width: i32,
    stops: usize,
    slices: usize,
    /// Pauses, by bits, that are told apart; others need not be taken.
    told: u32,
    /// By pauses taken × slice × stop: price of the instant when the carer is done (after the tour's start) and of
    /// all else until then, time at stops and pauses taken off.
    costs: Vec<i64>,
}

/// No way on.
pub(super) const NEVER: i64 = i64::MAX / 4;

/// Pauses that are told apart: each doubles the work.
const TOLD: usize = 4;

impl Completion {
    pub fn new(graph: &Graph, prices: &Prices) -> Self {
        let shortest = graph.stops.iter().map(|it| it.duration).min().unwrap_or(0);
        // No stop may begin and end in one slice: the slice that follows is always known already.
        let width = shortest.clamp(1, 300);
        let slices = ((graph.close - graph.start).max(0) / width + 1) as usize;
        let stops = graph.stops.len();
        let told = (1_u32 << graph.pauses.len().min(TOLD)) - 1;
        let costs = vec![NEVER; (told as usize + 1) * slices * stops];
        let mut completion = Self { start: graph.start, width, stops, slices, told, costs };
        for slice in (0..slices).rev() {
            let now = graph.start + slice as i32 * width;
            for has in (0..=told).rev() {
                if !completion.can_be(graph, has, now) {
                    continue;
                }
                for from in 0..stops {
                    let at = completion.index(has, slice, from);
                    completion.costs[at] = completion.least(graph, prices, has, from, now);
                }
            }
        }
        completion
    }

    /// Whether just these pauses can be taken by now, and the others still be.
    fn can_be(&self, graph: &Graph, has: u32, now: i32) -> bool {
        graph.pauses.iter().take(TOLD).enumerate().all(|(number, it)| {
            if has & 1 << number == 0 { now <= it.close } else { it.open + it.duration < now + self.width }
        })
    }

    fn index(&self, has: u32, slice: usize, stop: usize) -> usize {
        ((has & self.told) as usize * self.slices + slice) * self.stops + stop
    }

    fn least(&self, graph: &Graph, prices: &Prices, has: u32, from: usize, now: i32) -> i64 {
        let home = graph.last[from];
        let mut least = NEVER;
        if has == self.told && now + home <= graph.close {
            least = prices.second * i64::from(now + home - self.start)
                + prices.busy * i64::from(home)
                + prices.overtime * i64::from((now + home - graph.end).max(0));
        }
        for (number, it) in graph.pauses.iter().take(TOLD).enumerate() {
            let start = now.max(it.open);
            if has & 1 << number == 0 && it.stop.is_none() && start <= it.close {
                let on = self.costs[self.index(has | 1 << number, self.slice(start + it.duration), from)];
                least = least.min(on - prices.second * i64::from(it.duration));
            }
        }
        for &(to, leg) in &graph.next[from] {
            let stop = &graph.stops[to as usize];
            let mut then = has;
            if let Some(number) = graph.pause_at(to).filter(|&number| number < TOLD) {
                if has & 1 << number != 0 {
                    continue;
                }
                then |= 1 << number;
            }
            for (span, &late) in stop.spans.iter().zip(&prices.late[to as usize]) {
                let start = (now + leg).max(span.open);
                if start > span.close {
                    continue;
                }
                let on = self.costs[self.index(then, self.slice(start + stop.duration), to as usize)];
                let cost = on + prices.stops[to as usize] - prices.second * i64::from(stop.duration)
                    + prices.busy * i64::from(leg)
                    + late * i64::from((start - span.soft).max(0));
                least = least.min(cost);
            }
        }
        least.min(NEVER)
    }

    fn slice(&self, at: i32) -> usize {
        (((at - self.start) / self.width) as usize).min(self.slices - 1)
    }

    /// Ticks of pauses still to come that are not told apart: time that is not paid as waiting.
    fn ahead(&self, graph: &Graph, has: u32) -> i32 {
        let pauses = graph.pauses.iter().enumerate().skip(TOLD);
        pauses.filter(|(number, _)| has & 1 << number == 0).map(|(_, it)| it.duration).sum()
    }

    /// No more than it costs to go on from a stop, with pauses taken, by whoever is ready there at `ready` or later,
    /// when being up to `slack` later is free and then each tick has its price.
    pub fn on(&self, graph: &Graph, prices: &Prices, has: u32, stop: usize, ready: i32, slack: i32) -> i64 {
        let most = ready + slack;
        let least = (self.slice(ready)..=self.slice(most))
            .map(|slice| {
                let until = (self.start + (slice as i32 + 1) * self.width).min(most);
                self.costs[self.index(has, slice, stop)] - prices.second * i64::from(until - self.start)
            })
            .min();
        least.unwrap_or(NEVER) - prices.second * i64::from(self.ahead(graph, has))
    }
}

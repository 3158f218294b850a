//! Checks orders: known visits, gaps the right way round, no circles.

use super::{At, Checker, YEAR};
use crate::{DayFault, DayList, VisitId};
use std::collections::{HashMap, HashSet};

impl Checker<'_> {
    pub(super) fn orders(&mut self) {
        for (entry, it) in self.tables.orders.iter().enumerate() {
            let at = At(DayList::Orders, entry);
            self.known(at, "first", DayList::Visits, it.first.as_str());
            self.known(at, "second", DayList::Visits, it.second.as_str());
            self.length(at, "gap_min_minutes", it.gap_min, YEAR);
            if let Some(most) = it.gap_max {
                self.length(at, "gap_max_minutes", most, YEAR);
                if it.gap_min > most {
                    let (from, to) = (it.gap_min.0, most.0);
                    self.add(at, "gap_max_minutes", DayFault::FromAfterTo { from, to });
                }
            }
            if it.first == it.second {
                self.add(at, "second", DayFault::OrderWithItself);
            }
        }
        self.circles();
    }

    /// Orders in a circle; what is to begin together is an order with gaps of 0.
    fn circles(&mut self) {
        let pairs = self.tables.orders.iter().enumerate().filter(|(_, it)| it.first != it.second);
        let mut pairs: Vec<Pair<'_>> = pairs.map(|(at, it)| (at, &it.first, &it.second)).collect();
        loop {
            pairs = without_beginnings(pairs);
            let Some((_, _, start)) = pairs.first() else { return };
            let circle = circle_before(start, &pairs);
            let chain = circle.iter().chain(circle.first()).map(|(visit, _)| visit.to_string()).collect();
            let entry = circle.iter().map(|(_, order)| *order).min().unwrap_or_default();
            self.add(At(DayList::Orders, entry), "", DayFault::OrderCircle { chain });
            let within: HashSet<&VisitId> = circle.iter().map(|(visit, _)| *visit).collect();
            pairs.retain(|(_, first, second)| !(within.contains(first) && within.contains(second)));
        }
    }
}

/// An order by its place in the list, and its two visits.
type Pair<'a> = (usize, &'a VisitId, &'a VisitId);

/// The pairs whose first visit comes after another one, and that one after another, without end: visits that nothing
/// comes before are in no circle, nor, without them, those after them.
fn without_beginnings(pairs: Vec<Pair<'_>>) -> Vec<Pair<'_>> {
    let mut before: HashMap<&VisitId, usize> = HashMap::new();
    let mut after: HashMap<&VisitId, Vec<&VisitId>> = HashMap::new();
    for (_, first, second) in &pairs {
        before.entry(first).or_default();
        *before.entry(second).or_default() += 1;
        after.entry(first).or_default().push(second);
    }
    let mut free: Vec<&VisitId> = before.iter().filter(|(_, count)| **count == 0).map(|(visit, _)| *visit).collect();
    while let Some(visit) = free.pop() {
        for second in after.remove(visit).unwrap_or_default() {
            let count = before.entry(second).or_default();
            *count -= 1;
            if *count == 0 {
                free.push(second);
            }
        }
    }
    pairs.into_iter().filter(|(_, first, _)| before[first] > 0).collect()
}

/// A circle that is met going back from a visit, each of whose forerunners has one: its visits, least id first, each
/// with the order that leads to it.
fn circle_before<'a>(start: &'a VisitId, pairs: &[Pair<'a>]) -> Vec<(&'a VisitId, usize)> {
    let before: HashMap<&VisitId, (&'a VisitId, usize)> =
        pairs.iter().rev().map(|(order, first, second)| (*second, (*first, *order))).collect();
    let mut way = vec![(start, before[start].1)];
    let mut met: HashMap<&VisitId, usize> = HashMap::from([(start, 0)]);
    loop {
        let (last, _) = way[way.len() - 1];
        let (next, _) = before[last];
        if let Some(from) = met.get(next) {
            let mut circle = way.split_off(*from);
            circle.reverse(); // it was walked backwards
            let least = (0..circle.len()).min_by_key(|at| circle[*at].0).unwrap_or_default();
            circle.rotate_left(least);
            return circle;
        }
        met.insert(next, way.len());
        way.push((next, before[next].1));
    }
}

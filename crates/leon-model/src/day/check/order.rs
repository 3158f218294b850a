//! Checks orders: known visits, gaps the right way round, no circles.

use super::{At, Checker, YEAR};
use crate::{DayFault, DayList, VisitId};
use std::collections::BTreeMap;

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
        let mut pairs: Vec<(usize, &VisitId, &VisitId)> = pairs.map(|(at, it)| (at, &it.first, &it.second)).collect();
        loop {
            // Visits that nothing comes before are in no circle, nor, without them, those after them.
            loop {
                let followers: std::collections::HashSet<&VisitId> =
                    pairs.iter().map(|(_, _, second)| *second).collect();
                let before = pairs.len();
                pairs.retain(|(_, first, _)| followers.contains(first));
                if pairs.len() == before {
                    break;
                }
            }
            let Some((_, _, start)) = pairs.first() else { return };
            // From here on each visit has one before it; going back, one comes again at last.
            let before: BTreeMap<&VisitId, (&VisitId, usize)> =
                pairs.iter().rev().map(|(at, first, second)| (*second, (*first, *at))).collect();
            let mut way: Vec<&VisitId> = vec![start];
            let circle = loop {
                let last = way[way.len() - 1];
                let (next, _) = before[last];
                if let Some(from) = way.iter().position(|it| *it == next) {
                    break way.split_off(from);
                }
                way.push(next);
            };
            let entry = circle.iter().map(|it| before[it].1).min().unwrap_or_default();
            let least = (0..circle.len()).min_by_key(|at| circle[*at]).unwrap_or_default();
            // The circle was walked backwards.
            let forwards =
                (0..=circle.len()).map(|step| circle[(least + circle.len() - step % circle.len()) % circle.len()]);
            let chain = forwards.map(ToString::to_string).collect();
            self.add(At(DayList::Orders, entry), "", DayFault::OrderCircle { chain });
            pairs.retain(|(_, first, second)| !(circle.contains(first) && circle.contains(second)));
        }
    }
}

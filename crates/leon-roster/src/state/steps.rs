//! A person's own price of days, and of what follows what.

use crate::cost::Cost;
use crate::layout::{Layout, MARGIN};
use crate::problem::FREE;

impl Layout {
    /// The change of the cost of days and steps when `duties` stand in a row (with margins) from day `first` on.
    #[inline]
    pub(crate) fn step_change(&self, person: usize, row: &[u8], first: usize, duties: &[u8]) -> Cost {
        let mut cost = Cost::ZERO;
        let (days, width) = (duties.len(), self.duties + 1);
        let cells = &self.cells[(person * self.days + first) * self.duties..][..days * self.duties];
        let old = &row[MARGIN + first..][..days];
        for ((cells, &old), &new) in cells.chunks_exact(self.duties).zip(old).zip(duties) {
            cost += cells[usize::from(new)] - cells[usize::from(old)];
        }
        // One step more than days: the last leads away from them.
        let steps = &self.steps[person * (self.days + MARGIN) + first..][..=days];
        let old = &row[MARGIN + first - 1..][..days + 2];
        let mut from = old[0];
        for (index, &table) in steps.iter().enumerate() {
            let to = if index < days { duties[index] } else { old[index + 1] };
            let at = |from: u8, to: u8| table as usize + usize::from(from) * width + usize::from(to);
            cost += self.next[at(from, to)] - self.next[at(old[index], old[index + 1])];
            from = to;
        }
        if self.over_free.is_empty() { cost } else { cost + self.over_free_change(person, row, first, duties) }
    }

    /// The same for steps over one free day.
    fn over_free_change(&self, person: usize, row: &[u8], first: usize, duties: &[u8]) -> Cost {
        let width = self.duties + 1;
        let changed = MARGIN + first..MARGIN + first + duties.len();
        let new = |at: usize| if changed.contains(&at) { duties[at - changed.start] } else { row[at] };
        let steps = &self.steps[person * (self.days + MARGIN)..][..self.days + MARGIN];
        let mut cost = Cost::ZERO;
        for to in changed.start..(changed.end + 2).min(self.stride) {
            let at = |a: u8, b: u8| steps[to - MARGIN] as usize + usize::from(a) * width + usize::from(b);
            if row[to - 1] == FREE {
                cost -= self.over_free[at(row[to - 2], row[to])];
            }
            if new(to - 1) == FREE {
                cost += self.over_free[at(new(to - 2), new(to))];
            }
        }
        cost
    }
}

//! Days of rest, and how long a person is without.

use crate::cost::Cost;
use crate::layout::{Layout, MARGIN, RestLine};
use crate::problem::FREE;

impl Layout {
    /// The change of the cost of days without rest when `duties` stand in a row (with margins) from day `first` on.
    pub(crate) fn rest_change(&self, line: &RestLine, row: &[u8], first: usize, duties: &[u8]) -> Cost {
        let changed = MARGIN + first..MARGIN + first + duties.len();
        let old = |at: usize| row[at];
        let new = |at: usize| if changed.contains(&at) { duties[at - changed.start] } else { row[at] };
        // A changed day makes the days beside it one of rest, or no more.
        let from = first.saturating_sub(1);
        let to = (first + duties.len() + 1).min(self.days);
        let mut before = 0;
        let mut day = from;
        while day > 0 && !self.is_rest(line, &old, day - 1) {
            before += 1;
            day -= 1;
        }
        before += if day == 0 { line.before } else { 0 };
        let after = (to..self.days).take_while(|&day| !self.is_rest(line, &old, day)).count() as u32;
        let walk = |is_rest: &dyn Fn(usize) -> bool| {
            let (mut cost, mut length) = (Cost::ZERO, before);
            for day in from..to {
                if is_rest(day) {
                    cost += line.without(length);
                    length = 0;
                } else {
                    length += 1;
                }
            }
            cost + line.without(length + after)
        };
        walk(&|day| self.is_rest(line, &new, day)) - walk(&|day| self.is_rest(line, &old, day))
    }

    fn is_rest(&self, line: &RestLine, duty: &impl Fn(usize) -> u8, day: usize) -> bool {
        let at = MARGIN + day;
        if duty(at) != FREE {
            return false;
        }
        let (before, after) = (duty(at - 1), duty(at + 1));
        let width = self.duties + 1;
        let table = self.rest_breaks[line.breaks as usize + day] as usize;
        before == FREE || after == FREE || self.is_long[table + usize::from(before) * width + usize::from(after)]
    }
}

impl RestLine {
    /// The cost of so many days on end without rest.
    fn without(&self, length: u32) -> Cost {
        self.cost.times((length + 1).saturating_sub(self.days).into())
    }
}

//! How long a person does the same.

use crate::cost::Cost;
use crate::layout::{Layout, MARGIN, RunsLine};
use crate::problem::RunRule;

impl Layout {
    /// The change of the cost of runs when `duties` stand in a row (with margins) from day `first` on.
    #[inline]
    pub(crate) fn run_change(&self, line: &RunsLine, row: &[u8], first: usize, duties: &[u8]) -> Cost {
        let row = &row[MARGIN..MARGIN + self.days];
        let colours = &self.colours[line.colours as usize..][..self.duties];
        let colour = |duty: u8| colours[usize::from(duty)];
        let end = first + duties.len();
        let old = &row[first..end];
        if old.iter().zip(duties).all(|(&old, &new)| colour(old) == colour(new)) {
            return Cost::ZERO;
        }
        let mut left = Run { colour: line.before_colour, length: line.before_length, may_be_short: line.is_open };
        if first > 0 {
            let same = colour(row[first - 1]);
            let start = row[..first].iter().rposition(|&duty| colour(duty) != same).map_or(0, |at| at + 1);
            let mut length = (first - start) as u32;
            let mut may_be_short = false;
            if start == 0 {
                may_be_short = line.is_open;
                length += if line.before_colour == same { line.before_length } else { 0 };
            }
            left = Run { colour: same, length, may_be_short };
        }
        let mut right = Run { colour: left.colour, length: 0, may_be_short: line.goes_on };
        if end < self.days {
            let same = colour(row[end]);
            let length = row[end..].iter().position(|&duty| colour(duty) != same);
            right.colour = same;
            right.length = length.unwrap_or(self.days - end) as u32;
            right.may_be_short = length.is_none() && line.goes_on;
        }
        let rules = &self.run_rules[line.rules as usize..];
        let is_end = end == self.days;
        walk(rules, left, duties.iter().map(|&it| colour(it)), right, is_end)
            - walk(rules, left, old.iter().map(|&it| colour(it)), right, is_end)
    }
}

/// Days of one colour on end.
#[derive(Clone, Copy)]
struct Run {
    colour: u8,
    length: u32,
    may_be_short: bool,
}

impl Run {
    #[inline]
    fn cost(self, rules: &[RunRule]) -> Cost {
        if self.length == 0 {
            return Cost::ZERO;
        }
        let rule = &rules[usize::from(self.colour)];
        if self.length > rule.most {
            rule.long.times((self.length - rule.most).into())
        } else if self.length < rule.least && !self.may_be_short {
            rule.short.times((rule.least - self.length).into())
        } else {
            Cost::ZERO
        }
    }
}

/// The cost of runs from `left` through `colours` to `right`.
#[inline]
fn walk(rules: &[RunRule], left: Run, colours: impl Iterator<Item = u8>, right: Run, is_end: bool) -> Cost {
    let mut cost = Cost::ZERO;
    let mut run = left;
    for colour in colours {
        if colour == run.colour {
            run.length += 1;
        } else {
            cost += run.cost(rules);
            // Nothing is known of what was before the first day: a run from there on may be short.
            let may_be_short = run.length == 0 && run.may_be_short;
            run = Run { colour, length: 1, may_be_short };
        }
    }
    if is_end || right.colour == run.colour {
        run.length += right.length;
        run.may_be_short |= right.may_be_short;
        return cost + run.cost(rules);
    }
    // With nothing known before, an empty run on the left hands its freedom on.
    cost + run.cost(rules) + right.cost(rules)
}

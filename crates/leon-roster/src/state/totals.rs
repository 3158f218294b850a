//! What a person's days add up to.

use super::State;
use crate::cost::Cost;
use crate::layout::{Layout, MARGIN, StepTotal};

impl Layout {
    /// Whether a day of the block has a duty that has weight, in a row without margins.
    pub(crate) fn is_worked(&self, block: usize, weights: u32, row: &[u8]) -> bool {
        let (first, end) = self.blocks[block];
        (first..end).any(|day| self.weight_on(weights, day, row[day]) != 0)
    }

    #[inline]
    pub(crate) fn step_weight(&self, add: &StepTotal, before: u8, duty: u8) -> i32 {
        self.step_weights[add.weights as usize + usize::from(before) * (self.duties + 1) + usize::from(duty)]
    }

    #[inline]
    fn weight_on(&self, weights: u32, day: usize, duty: u8) -> i32 {
        self.weights[self.weights_on[weights as usize * self.days + day] as usize + usize::from(duty)]
    }
}

impl State<'_> {
    /// The change of the cost of totals when `duties` stand in a row from day `first` on; it is noted, not made.
    #[inline]
    pub(super) fn price_totals(&mut self, person: usize, first: usize, duties: &[u8]) -> Cost {
        let Self { layout, rows, totals, total_changes, total_change, .. } = self;
        let row = &rows[person * layout.stride + MARGIN..][..layout.days];
        let noted = total_changes.len();
        let mut note = |total: u32, amount: i32| {
            if amount != 0 {
                let change = &mut total_change[total as usize];
                if *change == 0 {
                    total_changes.push((total, 0));
                }
                *change += amount;
            }
        };
        for (day, (&old, &new)) in (first..).zip(row[first..].iter().zip(duties)) {
            for add in layout.day_totals.of(person * layout.days + day) {
                let weights = &layout.weights[add.weights as usize..][..layout.duties];
                note(add.total, weights[usize::from(new)] - weights[usize::from(old)]);
            }
        }
        if !layout.step_weights.is_empty() {
            let row = &rows[person * layout.stride..][..layout.stride];
            let edited = MARGIN + first..MARGIN + first + duties.len();
            let new = |at: usize| if edited.contains(&at) { duties[at - edited.start] } else { row[at] };
            for at in edited.start..(edited.end + 1).min(MARGIN + layout.days) {
                for add in layout.step_totals.of(person * layout.days + at - MARGIN) {
                    let change = layout.step_weight(add, new(at - 1), new(at));
                    note(add.total, change - layout.step_weight(add, row[at - 1], row[at]));
                }
            }
        }
        for line in layout.off_totals.of(person) {
            let (edited, now) = (
                layout.days_off(line, row, first, duties),
                layout.days_off(line, row, first, &row[first..first + duties.len()]),
            );
            note(line.total, edited - now);
        }
        if !layout.blocks.is_empty() {
            let end = first + duties.len();
            let mut day = first;
            while day < end {
                let block = layout.block_of[day];
                if block == u32::MAX {
                    day += 1;
                    continue;
                }
                let (block_first, block_end) = layout.blocks[block as usize];
                day = block_end;
                for add in layout.block_totals.of(person * layout.blocks.len() + block as usize) {
                    let is_worked = |edited: bool| {
                        (block_first..block_end).any(|day| {
                            let duty =
                                if edited && (first..end).contains(&day) { duties[day - first] } else { row[day] };
                            layout.weight_on(add.weights, day, duty) != 0
                        })
                    };
                    note(add.total, i32::from(is_worked(true)) - i32::from(is_worked(false)));
                }
            }
        }
        let mut cost = Cost::ZERO;
        for (total, change) in &mut total_changes[noted..] {
            // A total can be noted twice, when it came back to 0 in between; the first takes all.
            *change = std::mem::take(&mut total_change[*total as usize]);
            if *change != 0 {
                let (curve, now) = (layout.total_curve[*total as usize], totals[*total as usize]);
                cost += layout.price(curve, now + *change) - layout.price(curve, now);
            }
        }
        cost
    }
}

//! Every need in full: done by staff, done by technology, or unmet, and nothing besides.

use crate::Violation;
use crate::rows::{Rows, finite_or_zero};
use crate::tolerance::differs;
use leon_model::Hours;

pub(crate) fn check(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    for (need, hours) in &rows.plan.unmet {
        if rows.need_row(need).is_none() {
            violations.push(Violation::UnknownNeed { need: need.clone() });
        }
        if !hours.0.is_finite() || finite_or_zero(*hours) < 0.0 {
            violations.push(Violation::NotAnAmount { row: "unmet", hours: *hours });
        }
    }
    let mut done = vec![0.0; rows.case.needs.len()];
    let mut unmet = vec![0.0; rows.case.needs.len()];
    for it in &rows.done {
        done[it.need] += it.hours;
    }
    for (need, hours) in &rows.unmet {
        unmet[*need] += hours;
    }
    for (row, need) in rows.case.needs.iter().enumerate() {
        if differs(done[row] + unmet[row], need.hours_per_week.value) {
            violations.push(Violation::NotCovered {
                need: need.key(),
                needed: Hours(need.hours_per_week.value),
                done: Hours(done[row]),
                unmet: Hours(unmet[row]),
            });
        }
    }
}

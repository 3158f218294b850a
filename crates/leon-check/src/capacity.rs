//! Hours at hand: no group in a setting of a place gives more than it has, buys and borrows.

use crate::Violation;
use crate::rows::{By, Rows, finite_or_zero};
use crate::tolerance::exceeds;
use leon_model::{Hours, StaffKey};
use std::collections::BTreeMap;

/// What one group in one setting of one place gives and gets, hours a week.
#[derive(Default)]
struct Load {
    care: f64,
    training: f64,
    supervision: f64,
    technology: f64,
    lent_out: f64,
    lent_in: f64,
    bought: f64,
}

impl Load {
    fn gives(&self) -> f64 {
        self.care + self.training + self.supervision + self.technology + self.lent_out
    }

    /// The gives in words, without what is zero.
    fn words(&self) -> String {
        let parts = [
            ("care", self.care),
            ("training", self.training),
            ("supervision", self.supervision),
            ("technology", self.technology),
            ("lent out", self.lent_out),
        ];
        let words = parts.into_iter().filter(|(_, hours)| *hours != 0.0);
        words.map(|(word, hours)| format!("{word} {}", crate::violation::plain(hours))).collect::<Vec<_>>().join(", ")
    }
}

pub(crate) fn check(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    for (staff, load) in loads(rows) {
        let own = rows.own_hours(&staff);
        let at_hand = own + load.bought + load.lent_in;
        if exceeds(load.gives(), at_hand) {
            violations.push(Violation::OverCapacity {
                staff,
                gives: Hours(load.gives()),
                parts: load.words(),
                own: Hours(own),
                bought: Hours(load.bought),
                lent_in: Hours(load.lent_in),
            });
        }
    }
}

fn loads(rows: &Rows<'_>) -> BTreeMap<StaffKey, Load> {
    let mut loads: BTreeMap<StaffKey, Load> = BTreeMap::new();
    for done in &rows.done {
        match done.by {
            By::Staff { group, .. } => {
                let load = loads.entry(done.staff_here(group)).or_default();
                load.care += done.hours;
                load.training += done.training();
            }
            // The pool pays for remote care and its training; see `lending`.
            By::Remote { .. } => {}
            By::Technology(_) => {
                if let Some(effect) = done.effect() {
                    let operation = effect.own_hours_share.value * done.hours;
                    loads.entry(done.staff_here(&effect.own_hours_group)).or_default().technology += operation;
                }
            }
        }
        if let Some((delegator, hours)) = done.supervision() {
            loads.entry(done.staff_here(delegator)).or_default().supervision += hours;
        }
    }
    for lending in &rows.plan.lending {
        let hours = finite_or_zero(lending.hours);
        loads.entry(lending.from.clone()).or_default().lent_out += hours;
        if let Some(borrower) = &lending.to {
            let loss = rows.pool(&lending.pool).map_or(0.0, |it| it.loss_share.value);
            loads.entry(borrower.clone()).or_default().lent_in += hours * (1.0 - loss);
        }
    }
    for extra in &rows.plan.extra {
        loads.entry(extra.staff.clone()).or_default().bought += finite_or_zero(extra.hours);
    }
    loads
}

//! Windows: each slot begins in one of its visit's windows.

use super::RouteBroken;
use super::broken::spans;
use super::facts::Facts;
use leon_model::{Moment, Window};

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for it in &facts.filled {
        if around(&it.visit.windows, it.stop.start).is_none() {
            broken.push(RouteBroken::OutsideWindows {
                visit: it.visit.id.clone(),
                slot: it.index,
                carer: it.carer.clone(),
                start: it.stop.start,
                windows: spans(&it.visit.windows),
            });
        }
    }
}

/// The window that an instant lies in.
pub(super) fn around(windows: &[Window], start: Moment) -> Option<&Window> {
    windows.iter().find(|it| (it.open..=it.close).contains(&start))
}

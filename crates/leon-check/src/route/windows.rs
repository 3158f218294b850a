//! Windows: each slot begins in one of its visit's windows.

use super::RouteBroken;
use super::broken::spans;
use super::facts::Facts;
use leon_model::{Moment, Window};

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for it in &facts.filled {
        if around(&it.visit.windows, it.stop.start).next().is_none() {
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

/// The windows that an instant lies in: one, or two that touch there.
pub(super) fn around(windows: &[Window], start: Moment) -> impl Iterator<Item = &Window> {
    windows.iter().filter(move |it| (it.open..=it.close).contains(&start))
}

//! Lateness: minutes after the soft closing of the window, times its weight.

use super::{PartOf, in_minutes};
use crate::route::facts::{Facts, at};
use crate::route::windows::around;
use leon_model::{Moment, Window};

pub(super) fn parts(facts: &Facts<'_>) -> Vec<(PartOf, f64)> {
    let filled = facts.filled.iter();
    filled
        .filter_map(|it| {
            let start = it.stop.start;
            let late = late(around(&it.visit.windows, start)?, start);
            let part = || PartOf::Late { visit: it.visit.id.clone(), slot: it.index, carer: it.carer.clone() };
            (late != 0.0).then(|| (part(), late))
        })
        .collect()
}

fn late(window: &Window, start: Moment) -> f64 {
    let late = window.soft_close.map_or(0, |soft| (at(start) - at(soft)).max(0));
    in_minutes(late) * window.late_weight
}

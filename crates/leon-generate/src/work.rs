//! How much work the visits are: time at citizens' and an estimate of the time on the way.

use crate::allowed::{self, Groups};
use crate::calibration::{self as calibrated, PARTS};
use crate::calls::Call;
use crate::geography::{Home, Land};
use crate::mix::Mix;
use crate::staff::{Pair, Work};
use leon_model::{Case, Mode};
use std::collections::BTreeMap;

/// Visits of a part of the day that the estimate of its ways looks at, at most.
const SAMPLE: usize = 300;

/// Seconds of access at a home.
pub(crate) fn access(home: &Home) -> f64 {
    if home.farm { calibrated::ACCESS_FARM.value } else { calibrated::ACCESS_TOWN.value }
}

/// Minutes on the way to a visit, by part of the day: the way to the visit that is so-and-so-many-th nearest among
/// those of the same day and part. Of the nearest ones most are due at other times or go to somebody else.
fn ways(land: &Land, homes: &[Home], home_of: &[usize], calls: &[Call]) -> [f64; PARTS.len()] {
    let (car, bike, drivers) = land.travel();
    let minutes_per_km = 60.0 * calibrated::DETOUR.value * (drivers / car + (1.0 - drivers) / bike);
    std::array::from_fn(|part| {
        // Of several days the first that has this part.
        let of_part = calls.iter().filter(|it| it.part == part && it.mode != Mode::Screen);
        let day = of_part.clone().filter_map(|it| it.day).min();
        let here: Vec<usize> = of_part.filter(|it| it.day == day).map(|it| home_of[it.person]).collect();
        let nth = (calibrated::NEIGHBOURS.value as usize).min(here.len().saturating_sub(1));
        if nth == 0 {
            return calibrated::LONELY_WAY.value;
        }
        let step = here.len().div_ceil(SAMPLE);
        let looked_at: Vec<usize> = (0..here.len()).step_by(step).collect();
        let way = |from: usize, to: usize| {
            let km = homes[from].spot.km_to(homes[to].spot);
            if from == to { 0.0 } else { km * minutes_per_km + access(&homes[to]) / 60.0 }
        };
        let nearest = |&i: &usize| {
            let others = here.iter().enumerate().filter(|(j, _)| *j != i);
            let mut ways: Vec<f64> = others.map(|(_, &home)| way(here[i], home)).collect();
            *ways.select_nth_unstable_by(nth - 1, f64::total_cmp).1
        };
        looked_at.iter().map(nearest).sum::<f64>() / looked_at.len() as f64
    })
}

/// The work of a day.
pub(crate) struct Day {
    /// Slot by slot, of a mean day of the file.
    pub(crate) works: Vec<Work>,
    /// How today's groups share each piece.
    pub(crate) shares: Vec<Vec<(usize, f64)>>,
    /// Double visits.
    pub(crate) pairs: Vec<Pair>,
}

/// What the visits ask for.
pub(crate) fn day(
    case: &Case,
    mix: &Mix<'_>,
    land: &Land,
    (homes, home_of): (&[Home], &[usize]),
    calls: &[Call],
    days: usize,
) -> Day {
    let way = ways(land, homes, home_of, calls);
    let around_the_clock = allowed::around_the_clock(case, mix.kinds[0].need);
    let mut known: BTreeMap<(usize, Groups, bool), Vec<(usize, f64)>> = BTreeMap::new();
    let mut day = Day { works: Vec::new(), shares: Vec::new(), pairs: Vec::new() };
    for call in calls.iter().filter(|call| call.mode != Mode::Screen) {
        let by_day = PARTS[call.part].band == 0;
        let first = (call.kinds[0], call.groups, call.minutes);
        let second = call.second.map(|it| (it.kind, mix.kinds[it.kind].groups, it.minutes));
        for (kind, groups, minutes) in [Some(first), second].into_iter().flatten() {
            day.works.push(Work { groups, part: call.part, minutes: (minutes as f64 + way[call.part]) / days as f64 });
            let shares = known.entry((kind, groups, by_day)).or_insert_with(|| {
                let late = groups.and(around_the_clock);
                allowed::shares(case, mix.kinds[kind].need, if by_day || late.is_empty() { groups } else { late })
            });
            day.shares.push(shares.clone());
        }
        day.pairs.extend(second.map(|(_, groups, _)| (call.groups, groups, call.part)));
    }
    day.pairs.sort();
    day.pairs.dedup();
    day
}

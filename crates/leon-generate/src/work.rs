//! How much work the visits are: time at citizens' and an estimate of the time on the way.

use crate::allowed::{self, Groups};
use crate::calibration::{self as calibrated, PARTS};
use crate::calls::Call;
use crate::geography::{Home, Land};
use crate::mix::Mix;
use crate::staff::Work;
use leon_model::{Case, Mode};
use std::collections::BTreeMap;

/// Visits of a part of the day that the estimate of its ways looks at, at most.
const SAMPLE: usize = 300;

/// Seconds of access at a home.
pub(crate) fn access(home: &Home) -> f64 {
    if home.farm { calibrated::ACCESS_FARM.value } else { calibrated::ACCESS_TOWN.value }
}

/// Minutes on the way to a visit, by part of the day: the mean of the ways to the nearest visits of the same day and
/// part. Several visits at one home in one part count as neighbours that need no way.
fn ways(land: &Land, homes: &[Home], home_of: &[usize], calls: &[Call]) -> [f64; PARTS.len()] {
    let (car, bike, drivers) = land.travel();
    let minutes_per_km = 60.0 * calibrated::DETOUR.value * (drivers / car + (1.0 - drivers) / bike);
    std::array::from_fn(|part| {
        // Of several days the first that has this part.
        let of_part = calls.iter().filter(|it| it.part == part && it.mode != Mode::Screen);
        let day = of_part.clone().filter_map(|it| it.day).min();
        let here: Vec<usize> = of_part.filter(|it| it.day == day).map(|it| home_of[it.person]).collect();
        let neighbours = (calibrated::NEIGHBOURS.value as usize).min(here.len().saturating_sub(1));
        if neighbours == 0 {
            return 10.0;
        }
        let step = here.len().div_ceil(SAMPLE);
        let looked_at: Vec<usize> = (0..here.len()).step_by(step).collect();
        let sum: f64 = looked_at
            .iter()
            .map(|&i| {
                let others = here.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, home)| *home);
                let mut way: Vec<f64> = others
                    .map(|other| {
                        let km = homes[here[i]].spot.km_to(homes[other].spot);
                        if other == here[i] { 0.0 } else { km * minutes_per_km + access(&homes[other]) / 60.0 }
                    })
                    .collect();
                let (nearest, _, _) = way.select_nth_unstable_by(neighbours - 1, f64::total_cmp);
                nearest.iter().sum::<f64>() + way[neighbours - 1]
            })
            .sum();
        sum / (looked_at.len() * neighbours) as f64
    })
}

/// The work of a mean day of the file, slot by slot, and how today's groups share each piece.
pub(crate) fn works(
    case: &Case,
    mix: &Mix<'_>,
    land: &Land,
    homes: &[Home],
    home_of: &[usize],
    calls: &[Call],
    days: usize,
) -> (Vec<Work>, Vec<Vec<(usize, f64)>>) {
    let way = ways(land, homes, home_of, calls);
    let mut known: BTreeMap<(usize, Groups), Vec<(usize, f64)>> = BTreeMap::new();
    let mut today = |kind: usize, groups: Groups| {
        known.entry((kind, groups)).or_insert_with(|| allowed::shares(case, mix.kinds[kind].need, groups)).clone()
    };
    let mut works = Vec::new();
    let mut shares = Vec::new();
    for call in calls.iter().filter(|call| call.mode != Mode::Screen) {
        let first = (call.kinds[0], call.groups, call.minutes);
        let second = call.second.map(|it| (it.kind, mix.kinds[it.kind].groups, it.minutes));
        for (kind, groups, minutes) in [Some(first), second].into_iter().flatten() {
            works.push(Work { groups, part: call.part, minutes: (minutes as f64 + way[call.part]) / days as f64 });
            shares.push(today(kind, groups));
        }
    }
    (works, shares)
}

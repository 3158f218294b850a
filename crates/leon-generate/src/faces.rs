//! Who has come in the last four weeks, and whom citizens want: fixed teams take turns at each citizen.

use crate::allowed::Groups;
use crate::calibration::{self as calibrated, PARTS};
use crate::calls::Call;
use crate::carers::Hand;
use crate::random::{Chance, Purpose};
use std::collections::BTreeMap;

/// What a citizen's past and wishes are, carers by their place among the hands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Past {
    pub(crate) faces: Vec<(usize, u32)>,
    pub(crate) wanted: Option<usize>,
    pub(crate) unwanted: Option<usize>,
    pub(crate) forbidden: Option<usize>,
}

/// Visiting carers by district, shift and allowed groups, looked up once each.
struct Pools<'h> {
    hands: &'h [Hand],
    known: BTreeMap<(usize, usize, Groups), Vec<usize>>,
}

impl Pools<'_> {
    /// Those of the district; where they are fewer than three, those of the whole day.
    fn get(&mut self, district: usize, band: usize, groups: Groups) -> &[usize] {
        let hands = self.hands;
        self.known.entry((district, band, groups)).or_insert_with(|| {
            let fits = |hand: &Hand| !hand.screen && !hand.trainee && hand.band == band && groups.has(hand.group);
            let near = |i: &usize| fits(&hands[*i]) && hands[*i].district == district;
            let here: Vec<usize> = (0..hands.len()).filter(near).collect();
            if here.len() >= 3 { here } else { (0..hands.len()).filter(|&i| fits(&hands[i])).collect() }
        })
    }
}

/// The past of each person; `calls` stand person by person.
pub(crate) fn pasts(
    calls: &[Call],
    hands: &[Hand],
    district_of: impl Fn(usize) -> usize,
    days: usize,
    seed: u64,
) -> Vec<Past> {
    let mut pools = Pools { hands, known: BTreeMap::new() };
    let mut chance = Chance::new(seed, Purpose::Faces);
    let mut wishes = Chance::new(seed, Purpose::Wishes);
    let ranks = calibrated::FACE_RANKS.value as usize;
    let turns: Vec<f64> = (1..=ranks).map(|k| 1.0 / k as f64).collect();
    let mut pasts = Vec::new();
    for visits in calls.chunk_by(|one, other| one.person == other.person) {
        let person = visits[0].person;
        let first = chance.even();
        let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
        for call in visits {
            let pool = pools.get(district_of(person), PARTS[call.part].band, call.groups);
            // A visit on one of so many days stands for 28 ÷ days in four weeks, a weekly one for 4.
            let often = if call.day.is_none() { 4.0 } else { 28.0 / days as f64 };
            for _ in 0..chance.whole(often) {
                let rank = chance.weighted(&turns[..ranks.min(pool.len())]);
                let here = chance.yes(calibrated::ON_DUTY.value);
                if let Some(&carer) = pool.get((((first * pool.len() as f64) as usize) + rank) % pool.len().max(1))
                    && here
                {
                    *counts.entry(carer).or_default() += 1;
                }
            }
        }
        let pool = pools.get(district_of(person), PARTS[visits[0].part].band, visits[0].groups);
        let some = |wishes: &mut Chance, share: f64| {
            let wish = wishes.yes(share);
            let one = pool.get(wishes.below(pool.len())).copied();
            // Where hands are few, nobody is turned away.
            one.filter(|_| wish && pool.len() >= 4)
        };
        let best = counts.iter().max_by_key(|(carer, count)| (**count, std::cmp::Reverse(**carer))).map(|it| *it.0);
        let wanted = best.filter(|_| wishes.yes(calibrated::WANTED_SHARE.value));
        let unwanted = some(&mut wishes, calibrated::UNWANTED_SHARE.value).filter(|it| Some(*it) != wanted);
        let forbidden = some(&mut wishes, calibrated::FORBIDDEN_SHARE.value)
            .filter(|it| Some(*it) != wanted && Some(*it) != unwanted);
        // Who must not come has not come.
        counts.retain(|carer, _| Some(*carer) != forbidden);
        pasts.push(Past { faces: counts.into_iter().collect(), wanted, unwanted, forbidden });
    }
    pasts
}

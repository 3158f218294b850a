//! How many carers of which group on which shift: as few as can do the work, group by group and part by part.
//!
//! Work that only some groups may do fits the carers at hand exactly if, for every set of groups, the work that no
//! other group may do fits their hours (Hall's condition, for transport problems Gale 1957,
//! doi 10.2140/pjm.1957.7.1073). Parts of a day that follow one another are held to it too, so that the morning has
//! hands enough.

use crate::allowed::Groups;
use crate::calibration::{self as calibrated, PARTS, SHIFTS};

/// Work on a day: minutes at citizens' and on the way, in a part of the day, that these groups may do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work {
    pub(crate) groups: Groups,
    pub(crate) part: usize,
    pub(crate) minutes: f64,
}

/// Carers of one group on one shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Team {
    pub(crate) band: usize,
    pub(crate) group: usize,
    pub(crate) carers: usize,
    /// How many of them have the short shift.
    pub(crate) short: usize,
}

/// Whether a shift has a break.
pub(crate) fn has_break([start, end]: [i64; 2]) -> bool {
    end - start > calibrated::BREAK_FROM.value as i64
}

/// Minutes that a shift has for work between two instants.
fn capacity(shift: [i64; 2], from: i64, to: i64) -> f64 {
    let (start, end) = (shift[0] + calibrated::BRIEFING.value as i64, shift[1] - calibrated::WAY_HOME.value as i64);
    let pause = if has_break(shift) { calibrated::BREAK.value as i64 } else { 0 };
    (end.min(to) - start.max(from)).clamp(0, end - start - pause) as f64
}

/// The work of one shift, held against carers.
struct Band<'w> {
    band: usize,
    /// Places of the groups in the case's list.
    groups: Vec<usize>,
    works: &'w [Work],
    /// Parts from and to of each stretch that must have hands enough.
    stretches: Vec<(usize, usize)>,
    factor: f64,
}

impl Band<'_> {
    /// Work of a stretch that nobody outside a set of groups may do; the set is bits over `groups`.
    fn load(&self, set: u64, (from, to): (usize, usize)) -> f64 {
        let inside = |it: &&Work| {
            let outside = |(i, &group): (usize, &usize)| set >> i & 1 == 0 && it.groups.has(group);
            (from..=to).contains(&it.part) && !self.groups.iter().enumerate().any(outside)
        };
        self.works.iter().filter(inside).map(|it| it.minutes).sum::<f64>() * self.factor
    }

    fn capacity(&self, (from, to): (usize, usize), short: bool) -> f64 {
        let parts = &PARTS[from..=to];
        let open = parts.iter().map(|part| part.open).min().unwrap_or(0);
        let close = parts.iter().map(|part| part.close).max().unwrap_or(0);
        // The windows within a part leave gaps that several parts together fill.
        let filled = if from == to { calibrated::PEAK_FILLED.value } else { 1.0 };
        capacity(SHIFTS[self.band][usize::from(short)], open, close + calibrated::LAST_VISIT.value as i64) * filled
    }

    /// Every set of groups, small ones first.
    fn sets(&self) -> Vec<u64> {
        let mut sets: Vec<u64> = (1..1 << self.groups.len()).collect();
        sets.sort_by_key(|set| set.count_ones());
        sets
    }

    fn of<'a>(&self, set: u64, counts: &'a [usize]) -> impl Iterator<Item = usize> + 'a {
        counts.iter().enumerate().filter(move |(i, _)| set >> i & 1 == 1).map(|(_, count)| *count)
    }

    /// Carers of each group, from those whom today's sharing out asks for on.
    fn fill(&self, loads: &[f64]) -> Vec<usize> {
        let whole = (self.stretches[0].0, self.stretches[self.stretches.len() - 1].1);
        let one = self.capacity(whole, false);
        let mut counts: Vec<usize> = loads.iter().map(|load| (load * self.factor / one) as usize).collect();
        for set in self.sets() {
            for &stretch in &self.stretches {
                let load = self.load(set, stretch);
                while self.of(set, &counts).sum::<usize>() as f64 * self.capacity(stretch, false) < load {
                    let left = |i: usize| loads[i] * self.factor - counts[i] as f64 * one;
                    let members = (0..counts.len()).filter(|i| set >> i & 1 == 1);
                    let Some(next) = members.max_by(|&i, &j| left(i).total_cmp(&left(j)).then(j.cmp(&i))) else {
                        break;
                    };
                    counts[next] += 1;
                }
            }
        }
        counts
    }

    /// Adds carers until there are two for each double visit. One for either slot is there already.
    fn pair_up(&self, counts: &mut [usize], loads: &[f64], pairs: &[Pair]) {
        for &(one, other, _) in pairs.iter().filter(|it| PARTS[it.2].band == self.band) {
            let may = |i: &usize| one.has(self.groups[*i]) || other.has(self.groups[*i]);
            while (0..counts.len()).filter(may).map(|i| counts[i]).sum::<usize>() < 2 {
                let Some(most) = (0..counts.len()).filter(may).max_by(|&i, &j| loads[i].total_cmp(&loads[j])) else {
                    break;
                };
                counts[most] += 1;
            }
        }
    }

    /// How many carers of each group may have the short shift with hands enough all the same.
    fn shorten(&self, counts: &[usize]) -> Vec<usize> {
        let mut short = vec![0; counts.len()];
        if SHIFTS[self.band][0] == SHIFTS[self.band][1] {
            return short;
        }
        for group in 0..counts.len() {
            let mut most = (counts[group] as f64 * calibrated::SHORT_SHIFTS.value) as usize;
            for set in self.sets().into_iter().filter(|set| set >> group & 1 == 1) {
                for &stretch in &self.stretches {
                    let (long, brief) = (self.capacity(stretch, false), self.capacity(stretch, true));
                    let here = self.of(set, counts).sum::<usize>() as f64 * long
                        - self.of(set, &short).sum::<usize>() as f64 * (long - brief);
                    if long > brief {
                        most = most.min(((here - self.load(set, stretch)) / (long - brief)).max(0.0) as usize);
                    }
                }
            }
            short[group] = most;
        }
        short
    }
}

/// Groups that a shift tells apart; smaller ones help out without being counted on.
const GROUPS_MOST: usize = 10;

/// Two carers at once: the groups that the one and the other may be of, and the part of the day.
pub(crate) type Pair = (Groups, Groups, usize);

/// Carers for the work of a day. `today` shares each piece of work out among groups.
pub(crate) fn staff(
    works: &[Work],
    today: &[Vec<(usize, f64)>],
    pairs: &[Pair],
    spare: f64,
    carers: Option<usize>,
) -> Vec<Team> {
    let mut teams = Vec::new();
    let mut loads_of = Vec::new();
    for band in 0..SHIFTS.len() {
        let (mut load_of, mut merged): (Vec<(usize, f64)>, Vec<Work>) = Default::default();
        for (work, shares) in works.iter().zip(today).filter(|(work, _)| PARTS[work.part].band == band) {
            for &(group, share) in shares {
                match load_of.iter_mut().find(|it| it.0 == group) {
                    Some(load) => load.1 += share * work.minutes,
                    None => load_of.push((group, share * work.minutes)),
                }
            }
            match merged.iter_mut().find(|it| (it.groups, it.part) == (work.groups, work.part)) {
                Some(same) => same.minutes += work.minutes,
                None => merged.push(*work),
            }
        }
        load_of.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        // A piece of work keeps a group of its own, however small.
        while load_of.len() > GROUPS_MOST {
            let Some(spared) = (0..load_of.len()).rev().find(|&i| {
                let others = |groups: Groups| load_of.iter().enumerate().any(|(j, it)| j != i && groups.has(it.0));
                merged.iter().all(|work| others(work.groups))
            }) else {
                break;
            };
            load_of.remove(spared);
        }
        load_of.sort_by_key(|it| it.0);
        if load_of.is_empty() {
            continue;
        }
        let parts: Vec<usize> = (0..PARTS.len()).filter(|&part| PARTS[part].band == band).collect();
        let stretches = parts.iter().flat_map(|&from| parts.iter().map(move |&to| (from, to)));
        let mut stretches: Vec<(usize, usize)> = stretches.filter(|(from, to)| from <= to).collect();
        stretches.sort();
        let (groups, loads): (Vec<usize>, Vec<f64>) = load_of.iter().copied().unzip();
        let band = Band { band, groups, works: &merged, stretches, factor: 1.0 + spare };
        let mut counts = band.fill(&loads);
        band.pair_up(&mut counts, &loads, pairs);
        let short = band.shorten(&counts);
        for (i, &group) in band.groups.iter().enumerate() {
            teams.push(Team { band: band.band, group, carers: counts[i], short: short[i] });
            loads_of.push(loads[i]);
        }
    }
    if let Some(carers) = carers {
        share_out(&mut teams, &loads_of, carers);
    }
    teams.retain(|team| team.carers > 0);
    teams
}

/// So many carers, no more and no fewer, shared out by load (D'Hondt), with one for each shift that has work.
fn share_out(teams: &mut [Team], loads: &[f64], carers: usize) {
    let before: Vec<Team> = teams.to_vec();
    teams.iter_mut().for_each(|team| (team.carers, team.short) = (0, 0));
    let most = |teams: &[Team], wanted: &dyn Fn(&Team) -> bool| {
        let per_carer = |i: usize| loads[i] / (teams[i].carers + 1) as f64;
        let open = (0..teams.len()).filter(|&i| wanted(&teams[i]));
        open.max_by(|&i, &j| per_carer(i).total_cmp(&per_carer(j)).then(j.cmp(&i)))
    };
    for band in 0..SHIFTS.len() {
        if let Some(first) = most(teams, &|team| team.band == band) {
            teams[first].carers = 1;
        }
    }
    let present: usize = teams.iter().map(|team| team.carers).sum();
    for _ in present..carers {
        if let Some(next) = most(teams, &|_| true) {
            teams[next].carers += 1;
        }
    }
    for (team, before) in teams.iter_mut().zip(before) {
        team.short = (team.carers * before.short).checked_div(before.carers).unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nurses are group 0, helpers group 1.
    fn work(groups: &[usize], part: usize, minutes: f64) -> Work {
        Work { groups: groups.iter().fold(Groups::default(), |all, &it| all.with(it)), part, minutes }
    }

    #[test]
    fn every_set_of_groups_has_hands_for_what_only_it_may_do() {
        // A long day shift has 480 − 10 − 30 − 10 = 430 minutes. Nurses alone: 500 → 2 nurses, 860 minutes.
        // All: 500 + 1,600 = 2,100 → 5 carers, 2,150 minutes; but the daytime alone, from 8:00 to 14:20, is 380 minutes
        // that can be filled to 85 %: 323. Nurses: 500 → 2; all: 2,100 → 7, 2,261 minutes.
        let works = [work(&[0], 1, 500.0), work(&[0, 1], 1, 1600.0)];
        let today = [vec![(0, 1.0)], vec![(1, 1.0)]];
        let teams = staff(&works, &today, &[], 0.0, None);
        let counts: Vec<_> = teams.iter().map(|it| (it.group, it.carers)).collect();
        assert_eq!(counts, [(0, 2), (1, 5)]);
    }

    #[test]
    fn the_morning_has_hands_enough() {
        // 7:00 to 10:50 after 10 minutes of briefing is 220 minutes, filled to 85 % 187: 2,200 minutes of morning care
        // take 12 carers.
        let teams = staff(&[work(&[1], 0, 2200.0)], &[vec![(1, 1.0)]], &[], 0.0, None);
        // All the mornings' work can be done by 12:00: 35 % of 12 may have the short shift.
        assert_eq!(teams, [Team { band: 0, group: 1, carers: 12, short: 4 }]);
    }

    #[test]
    fn a_double_visit_has_two_carers() {
        let (nurse, helper) = (Groups::default().with(0), Groups::default().with(1));
        let works = [work(&[0], 5, 20.0), work(&[0, 1], 5, 20.0)];
        let today = [vec![(0, 1.0)], vec![(1, 1.0)]];
        // 40 minutes would fit one nurse; the visit takes a nurse and somebody else.
        let alone: usize = staff(&works, &today, &[], 0.0, None).iter().map(|it| it.carers).sum();
        let pair = [(nurse, Groups(nurse.0 | helper.0), 5)];
        let both: usize = staff(&works, &today, &pair, 0.0, None).iter().map(|it| it.carers).sum();
        assert_eq!((alone, both), (1, 2));
    }

    #[test]
    fn a_given_number_is_kept() {
        let works = [work(&[0], 1, 500.0), work(&[1], 0, 1500.0), work(&[1], 6, 50.0)];
        let today = [vec![(0, 1.0)], vec![(1, 1.0)], vec![(1, 1.0)]];
        for carers in [3, 7, 40] {
            let teams = staff(&works, &today, &[], 0.1, Some(carers));
            assert_eq!(teams.iter().map(|it| it.carers).sum::<usize>(), carers);
            assert!(teams.iter().any(|it| it.band == 2), "the night has somebody");
        }
    }
}

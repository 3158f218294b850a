//! The columns of the programme, and the rows that are there from the start.

use super::Task;
use super::crews::{Crew, crews};
use super::duties::{Duty, Job, duties, jobs};
use super::legs::Legs;
use super::programme::{Limit, Programme};
use super::ways::{Near, Nearest, Party, party};
use crate::bound::amounts::Amounts;
use leon_model::{Goal, Necessity};
use std::collections::BTreeMap;

/// The programme, and what its columns mean.
pub(super) struct Model {
    pub programme: Programme,
    pub jobs: Vec<Job>,
    pub crews: Vec<Crew>,
    pub duties: Vec<Duty>,
    pub parties: Vec<Party>,
    /// By crew: its duties; its party.
    pub duties_of: Vec<Vec<usize>>,
    pub party_of: Vec<Option<usize>>,
    /// By duty and offer: the share of the slot done so.
    pub fills: Vec<Vec<u32>>,
    /// By crew: shifts used; by number of the cut: shifts that have left by then, that are done by then.
    pub used: Vec<u32>,
    pub leaves: Vec<Vec<(usize, u32)>>,
    pub dones: Vec<Vec<(usize, u32)>>,
    /// By party and job of it.
    pub steps: Vec<Vec<Steps>>,
    /// By citizen and group of crews that share carers: new faces.
    pub faces: BTreeMap<(usize, usize), u32>,
    /// By crew: the group of crews that share carers with it.
    pub sharing: Vec<usize>,
    /// By job: the citizen.
    pub citizens: Vec<usize>,
}

/// Columns of the ways to a job, in the order of [`super::ways::Before`].
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    pub near: Vec<u32>,
    pub other: Option<u32>,
    pub first: Option<u32>,
    pub last: Option<u32>,
}

/// How fine the programme is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Detail {
    /// Each shift is a crew of its own, and its ways are counted apart.
    pub each: bool,
    /// Ways to a job that are told apart.
    pub ways: usize,
    /// Ticks between the instants that time is cut at.
    pub grid: i32,
}

/// Columns in the making: each enters the rows of the earlier levels.
struct Columns<'a> {
    task: &'a Task<'a>,
    programme: Programme,
    above: Vec<Vec<(u32, f64)>>,
}

impl Columns<'_> {
    fn add(&mut self, amounts: &Amounts, most: f64) -> u32 {
        let value =
            |weights: &Amounts| weights.iter().zip(amounts).map(|(weight, amount)| weight * amount).sum::<f64>();
        let column = self.programme.add_column(value(&self.task.weights), most);
        for (row, above) in self.above.iter_mut().zip(self.task.above) {
            row.extend(Some((column, value(&above.weights))).filter(|it| it.1 != 0.0));
        }
        column
    }

    /// Something that is or is not: it cannot be if it alone is worse than an earlier level may come to.
    fn choice(&mut self, amounts: &Amounts) -> u32 {
        let alone = |weights: &Amounts| {
            let all = Goal::ALL.iter().filter(|goal| **goal != Goal::PaidTime || amounts[**goal as usize] > 0.0);
            all.map(|&goal| weights[goal as usize] * amounts[goal as usize]).sum::<f64>()
        };
        let fits = self.task.above.iter().all(|it| alone(&it.weights) <= it.most - it.floor);
        self.add(amounts, if fits { 1.0 } else { 0.0 })
    }

    fn time(&mut self, minutes: f64, most: f64) -> u32 {
        self.one(Goal::PaidTime, minutes, most)
    }

    fn one(&mut self, goal: Goal, amount: f64, most: f64) -> u32 {
        let mut amounts = Amounts::default();
        amounts[goal as usize] = amount;
        self.add(&amounts, most)
    }
}

impl Model {
    pub fn new(task: &Task, detail: Detail) -> Self {
        let day = task.day;
        let jobs = jobs(day, task.published, task.nobody_late);
        let crews = crews(day, detail.each, detail.grid);
        let legs = Legs::new(day);
        let duties = duties(day, &jobs, &crews, &legs);
        let nearest = Nearest::new(day, &jobs, &crews, &legs);
        let travelling: Vec<usize> = (0..crews.len()).filter(|&it| !crews[it].is_screen()).collect();
        let groups = if detail.each { travelling.iter().map(|&it| vec![it]).collect() } else { vec![travelling] };
        let parties: Vec<Party> = groups
            .into_iter()
            .map(|own| party(own, (&jobs, &crews, &duties), (&legs, &nearest), detail.ways))
            .collect();
        let mut duties_of = vec![Vec::new(); crews.len()];
        duties.iter().enumerate().for_each(|(index, duty)| duties_of[duty.crew].push(index));
        let mut party_of = vec![None; crews.len()];
        for (index, party) in parties.iter().enumerate() {
            party.crews.iter().for_each(|&crew| party_of[crew] = Some(index));
        }
        let citizen = |job: &Job| day.citizen_index(&day.visits[job.visit].citizen).unwrap_or(usize::MAX);
        let citizens = jobs.iter().map(citizen).collect();
        let above = vec![Vec::new(); task.above.len()];
        let mut columns = Columns { task, programme: Programme::default(), above };
        let mut model = Self {
            programme: Programme::default(),
            sharing: sharing(&crews),
            jobs,
            crews,
            duties,
            parties,
            duties_of,
            party_of,
            fills: vec![],
            used: vec![],
            leaves: vec![],
            dones: vec![],
            steps: vec![],
            faces: BTreeMap::new(),
            citizens,
        };
        model.fill(&mut columns);
        model.cover(&mut columns);
        model.spend(&mut columns, &legs);
        model.travel(&mut columns);
        model.meet_faces(&mut columns);
        model.share_burdens(&mut columns);
        let Columns { mut programme, above, .. } = columns;
        for (entries, level) in above.into_iter().zip(task.above) {
            programme.add_row(Limit::at_most(level.most, entries));
        }
        model.programme = programme;
        model
    }

    /// Who fills what.
    fn fill(&mut self, columns: &mut Columns) {
        for duty in &self.duties {
            let offers = duty.offers.iter().map(|offer| {
                let mut amounts = offer.amounts;
                // Time on a route is paid, time at the citizen's taken off again.
                amounts[Goal::PaidTime as usize] -= f64::from(duty.duration) / 60.0;
                columns.choice(&amounts)
            });
            self.fills.push(offers.collect());
        }
    }

    /// Each slot is filled, or its visit or the slot left out.
    fn cover(&mut self, columns: &mut Columns) {
        let day = columns.task.day;
        let mut rows: Vec<Vec<(u32, f64)>> = vec![Vec::new(); self.jobs.len()];
        for (duty, fills) in self.duties.iter().zip(&self.fills) {
            rows[duty.job].extend(fills.iter().map(|&column| (column, 1.0)));
        }
        let visits = self.jobs.chunk_by(|a, b| a.visit == b.visit);
        let mut first = 0;
        for slots in visits {
            let row = &day.visits[slots[0].visit];
            let mut amounts = Amounts::default();
            match row.necessity {
                Necessity::Mandatory { priority } => amounts[Goal::LeftOut as usize] = priority.into(),
                Necessity::Optional { worth } => amounts[Goal::PaidTime as usize] = worth.0 as f64,
            }
            let known = slots.iter().filter(|it| it.published.is_some()).count();
            amounts[Goal::Changes as usize] = known as f64;
            let out = columns.choice(&amounts);
            for (job, slot) in slots.iter().enumerate() {
                rows[first + job].push((out, 1.0));
                if !slot.needed {
                    let mut amounts = Amounts::default();
                    amounts[Goal::PaidTime as usize] = row.slots[slot.slot].duration.0 as f64;
                    amounts[Goal::Changes as usize] = if slot.published.is_some() { 1.0 } else { 0.0 };
                    rows[first + job].push((columns.choice(&amounts), 1.0));
                }
            }
            first += slots.len();
        }
        rows.into_iter().for_each(|entries| columns.programme.add_row(Limit::equal(1.0, entries)));
    }

    /// Time on routes: from leaving to being done, cut into stretches.
    fn spend(&mut self, columns: &mut Columns, legs: &Legs) {
        for (number, crew) in self.crews.iter().enumerate() {
            let pauses: i32 = crew.pauses.iter().map(|it| it.duration).sum();
            let used = columns.time(-f64::from(pauses) / 60.0, crew.count());
            self.used.push(used);
            let (latest, soonest) = core(crew, legs);
            let after = |cut: i32| {
                f64::from(crew.close - cut) + crew.overtime_price * f64::from((crew.close - cut.max(crew.end)).max(0))
            };
            let last = crew.cuts.len() - 1;
            let may_leave = (0..=last).filter(|&it| it == 0 || crew.cuts[it - 1] < latest);
            let leaves = may_leave.map(|it| (it, columns.time(after(crew.cuts[it]) / 60.0, crew.count())));
            let leaves: Vec<(usize, u32)> = leaves.collect();
            let may_be_done = (0..last).filter(|&it| crew.cuts[it + 1] > soonest);
            let dones = may_be_done.map(|it| (it, columns.time(-after(crew.cuts[it]) / 60.0, crew.count())));
            let dones: Vec<(usize, u32)> = dones.collect();
            let sum = |list: &[(usize, u32)]| list.iter().map(|it| (it.1, 1.0)).chain([(used, -1.0)]).collect();
            columns.programme.add_row(Limit::equal(0.0, sum(&leaves)));
            columns.programme.add_row(Limit::at_most(0.0, sum(&dones)));
            self.leaves.push(leaves);
            self.dones.push(dones);
            // A shift that is used has a visit.
            let fills = self.duties_of[number].iter().flat_map(|&it| &self.fills[it]);
            let entries = fills.map(|&column| (column, 1.0)).chain([(used, -1.0)]).collect();
            columns.programme.add_row(Limit::at_least(0.0, entries));
        }
    }

    /// Every slot filled on a visiting shift has one way to it and one away from it.
    fn travel(&mut self, columns: &mut Columns) {
        for party in &self.parties {
            let mut into: Vec<Vec<(u32, f64)>> = vec![Vec::new(); party.before.len()];
            let mut away = into.clone();
            let mut number = vec![usize::MAX; self.jobs.len()];
            party.before.iter().enumerate().for_each(|(index, it)| number[it.job] = index);
            for &crew in &party.crews {
                for &duty in &self.duties_of[crew] {
                    let at = number[self.duties[duty].job];
                    let fills = self.fills[duty].iter().map(|&column| (column, -1.0));
                    into[at].extend(fills.clone());
                    away[at].extend(fills);
                }
            }
            let mut steps = vec![Steps::default(); party.before.len()];
            let (mut firsts, mut lasts, mut others) = (Vec::new(), Vec::new(), Vec::new());
            let add = |columns: &mut Columns| columns.one(Goal::PaidTime, 0.0, 1.0);
            for (at, before) in party.before.iter().enumerate() {
                for &Near { from, .. } in &before.near {
                    let column = add(columns);
                    steps[at].near.push(column);
                    into[at].push((column, 1.0));
                    away[from].push((column, 1.0));
                }
                steps[at].other = before.other.map(|_| add(columns));
                steps[at].first = before.first.map(|_| add(columns));
                steps[at].last = before.last.map(|_| add(columns));
                into[at].extend(steps[at].other.iter().chain(&steps[at].first).map(|&column| (column, 1.0)));
                away[at].extend(steps[at].last.map(|column| (column, 1.0)));
                others.extend(steps[at].other.map(|column| (column, -1.0)));
                firsts.extend(steps[at].first.map(|column| (column, 1.0)));
                lasts.extend(steps[at].last.map(|column| (column, 1.0)));
            }
            if !others.is_empty() {
                // What comes from elsewhere goes elsewhere.
                for entries in &mut away {
                    let column = add(columns);
                    entries.push((column, 1.0));
                    others.push((column, 1.0));
                }
                columns.programme.add_row(Limit::equal(0.0, others));
            }
            for entries in into.into_iter().chain(away) {
                columns.programme.add_row(Limit::equal(0.0, entries));
            }
            for ends in [firsts, lasts] {
                let used = |share: &dyn Fn(&Crew) -> f64| {
                    let shares = party.crews.iter().map(|&it| (self.used[it], -share(&self.crews[it])));
                    ends.iter().copied().chain(shares).collect::<Vec<_>>()
                };
                columns.programme.add_row(Limit::at_least(0.0, used(&|_| 1.0)));
                columns.programme.add_row(Limit::at_most(0.0, used(&|crew| 1.0 + crew.errands())));
            }
            self.steps.push(steps);
        }
    }

    /// A new face is at least the share of any one visit that new faces fill.
    fn meet_faces(&mut self, columns: &mut Columns) {
        if !columns.task.prices(Goal::Continuity) {
            return;
        }
        let day = columns.task.day;
        let mut visits: BTreeMap<(usize, usize), (Vec<Entry>, Vec<usize>)> = BTreeMap::new();
        for (duty, fills) in self.duties.iter().zip(&self.fills) {
            for (_, &column) in duty.offers.iter().zip(fills).filter(|it| it.0.new) {
                let key = (self.citizens[duty.job], self.sharing[duty.crew]);
                let (entries, visits) = visits.entry(key).or_default();
                entries.push((column, 1.0));
                visits.push(self.jobs[duty.job].visit);
            }
        }
        let mut counts = vec![0.0; self.crews.len()];
        for (crew, &group) in self.crews.iter().zip(&self.sharing) {
            counts[group] += crew.count();
        }
        for ((citizen, group), (mut entries, mut visits)) in visits {
            visits.sort_unstable();
            visits.dedup();
            let Some(row) = day.citizens.get(citizen) else { continue };
            let weight = if row.dementia { day.continuity.dementia_weight } else { 1.0 };
            let face = columns.one(Goal::Continuity, weight, counts[group]);
            self.faces.insert((citizen, group), face);
            entries.push((face, -(visits.len() as f64)));
            columns.programme.add_row(Limit::at_most(0.0, entries));
        }
    }

    /// Care and travel are shared out between the carers of each crew, and each carer's burden is cut into stretches.
    fn share_burdens(&mut self, columns: &mut Columns) {
        if !columns.task.prices(Goal::Fairness) {
            return;
        }
        let task = columns.task;
        let mut carers: BTreeMap<usize, (Vec<(u32, f64)>, f64)> = BTreeMap::new();
        let mut shares: Vec<Vec<(u32, f64)>> = Vec::new();
        for crew in &self.crews {
            let longest = f64::from(crew.close - crew.start);
            let share = crew.members.iter().map(|&(carer, _)| {
                let column = columns.time(0.0, longest);
                let (entries, most) = carers.entry(carer).or_default();
                entries.push((column, 1.0));
                *most += longest;
                (column, -1.0)
            });
            shares.push(share.collect());
        }
        for (carer, (mut entries, most)) in carers {
            let burden = task.burdens[carer];
            let stretches = ((most / 60.0 + burden) / TANGENT).ceil().clamp(0.0, 400.0) as usize + 1;
            for stretch in 1..=stretches {
                let slope = 2.0 * TANGENT * stretch as f64 / 60.0;
                let column = columns.one(Goal::Fairness, slope, if stretch < stretches { TANGENT } else { 1e5 });
                entries.push((column, -60.0));
            }
            columns.programme.add_row(Limit::at_most(60.0 * (TANGENT / 2.0 - burden), entries));
        }
        for (number, crew) in shares.iter().enumerate() {
            let mut entries = crew.clone();
            entries.extend(self.busy(number));
            columns.programme.add_row(Limit::at_most(0.0, entries));
        }
        for (party, steps) in self.parties.iter().zip(&self.steps).filter(|it| it.0.crews.len() > 1) {
            let mut entries: Vec<(u32, f64)> = party.crews.iter().flat_map(|&it| shares[it].iter().copied()).collect();
            for &duty in party.crews.iter().flat_map(|&crew| &self.duties_of[crew]) {
                entries.extend(self.fills[duty].iter().map(|&column| (column, self.care(duty))));
            }
            entries.extend(ways(party, steps));
            columns.programme.add_row(Limit::at_most(0.0, entries));
        }
    }

    fn care(&self, duty: usize) -> f64 {
        self.duties[duty].duration.into()
    }

    /// Care and travel of a crew.
    fn busy(&self, crew: usize) -> Vec<(u32, f64)> {
        let own = self.party_of[crew].filter(|&it| self.parties[it].crews.len() == 1);
        let fills = self.duties_of[crew].iter().flat_map(|&duty| {
            let lead = if own.is_none() { self.lead(duty) } else { 0 };
            self.fills[duty].iter().map(move |&column| (column, self.care(duty) + f64::from(lead)))
        });
        let ways = own.into_iter().flat_map(|party| ways(&self.parties[party], &self.steps[party]));
        fills.chain(ways).collect()
    }

    /// No more than the way to a duty's job takes.
    pub fn lead(&self, duty: usize) -> i32 {
        let it = &self.duties[duty];
        let Some(party) = self.party_of[it.crew].map(|party| &self.parties[party]) else { return 0 };
        let at = party.before.partition_point(|before| before.job < it.job);
        party.before.get(at).filter(|before| before.job == it.job).map_or(0, super::ways::Before::least)
    }
}

/// A column in a row, and its coefficient.
type Entry = (u32, f64);

/// Minutes between the tangents that stand for the square of a burden.
const TANGENT: f64 = 15.0;

/// Travel of a party.
fn ways<'a>(party: &'a Party, steps: &'a [Steps]) -> impl Iterator<Item = (u32, f64)> + 'a {
    party.before.iter().zip(steps).flat_map(|(before, steps)| {
        let near = before.near.iter().map(|it| it.way).zip(steps.near.iter().copied());
        let rest = [(before.other, steps.other), (before.first, steps.first), (before.last, steps.last)];
        let rest = rest.into_iter().filter_map(|(way, column)| Some((way?, column?)));
        near.chain(rest).map(|(way, column)| (column, f64::from(way)))
    })
}

/// When a used shift of a crew must have left, and when it cannot be done yet: its pauses are in its route.
fn core(crew: &Crew, legs: &Legs) -> (i32, i32) {
    let mut latest = crew.close;
    let mut soonest = crew.start;
    for pause in &crew.pauses {
        let first = pause.places.iter().map(|&place| legs.first(crew, place)).min().unwrap_or(0);
        let last = pause.places.iter().map(|&place| legs.last(crew, place)).min().unwrap_or(0);
        latest = latest.min(pause.close - first);
        soonest = soonest.max(pause.open + pause.duration + last);
    }
    (latest, soonest)
}

/// By crew: a number that crews with a carer in common share.
fn sharing(crews: &[Crew]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..crews.len()).collect();
    let mut crew_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, crew) in crews.iter().enumerate() {
        for &(carer, _) in &crew.members {
            let first = *crew_of.entry(carer).or_insert(number);
            let (old, new) = (group[number], group[first]);
            group.iter_mut().filter(|it| **it == old).for_each(|it| *it = new);
        }
    }
    group
}

//! Who works in a team: professions, contracts, shared positions, competences, considerations.

use super::calibration as calibrated;
use super::hands::Hand;
use super::norm::Norm;
use super::trades::{COORDINATION, Team, Trade};
use super::{PeriodOptions, names};
use crate::random::Chance;
use leon_model::*;

/// Full time.
const FULL_TIME: f64 = 37.0;

/// Experienced people who may coordinate, in each team, as far as there are so many.
const COORDINATORS_LEAST: usize = 6;

/// The people of all teams.
pub(super) fn hire(
    options: &PeriodOptions,
    team: &'static Team,
    every: u32,
    norm: Norm,
    chance: &mut Chance,
) -> Vec<Hand> {
    let mut hands: Vec<Hand> = Vec::new();
    let teams = options.teams();
    for at in 0..teams {
        let people = options.people / teams + usize::from(at < options.people % teams);
        let unit = names::unit(team.code, at);
        let mut members = Vec::new();
        for (trade, count) in team.trades.iter().zip(counts(team, people)) {
            for i in 0..count {
                let number = hands.len() + members.len();
                members.push(hand(options, trade, number, &unit, (i as u32 % every, every), norm, chance));
            }
        }
        pupils(&mut members, people, chance);
        coordinators(&mut members);
        if options.clinics() > 0 {
            share_posts(&mut members, &names::unit("amb", at % options.clinics()), chance);
        }
        if teams > 1 {
            pool(&mut members, chance);
        }
        for member in &mut members {
            consider(member, chance);
        }
        hands.append(&mut members);
    }
    hands
}

/// People of each profession, by largest remainder; at least two of each that works around the clock, one of others.
fn counts(team: &Team, people: usize) -> Vec<usize> {
    let least: Vec<usize> = team.trades.iter().map(|it| if it.kinds.is_empty() { 1 } else { 2 }).collect();
    let mut counts = least.clone();
    while counts.iter().sum::<usize>() < people {
        let lacks = |i: usize| team.trades[i].share.value * people as f64 - counts[i] as f64;
        let most = (0..counts.len()).max_by(|a, b| lacks(*a).total_cmp(&lacks(*b)).then(b.cmp(a))).unwrap_or(0);
        counts[most] += 1;
    }
    counts
}

fn hand(
    options: &PeriodOptions,
    trade: &'static Trade,
    number: usize,
    unit: &UnitId,
    (turn, every): (u32, u32),
    norm: Norm,
    chance: &mut Chance,
) -> Hand {
    let part_time = chance.yes(trade.part_time.value);
    let hours = calibrated::PART_TIME_HOURS[chance.below(calibrated::PART_TIME_HOURS.len())];
    let newcomer = chance.yes(calibrated::NEWCOMERS.value);
    let skilled = chance.yes(calibrated::SKILLED.value);
    let skill = trade.skill.filter(|_| skilled && !newcomer).into_iter().map(CompetenceId::from);
    let contract = Contract {
        agreement: trade.agreement.into(),
        hours_per_week: Hours(if part_time { hours } else { FULL_TIME }),
        full_time_hours_per_week: Hours(FULL_TIME),
        norm: NormPeriod { first: norm.first, weeks: norm.weeks, worked: Minutes(0) },
        opted_out: false,
        posted: posted(options, newcomer, chance),
        project_post: false,
    };
    let person = Person {
        id: names::person(number, options.people),
        group: trade.group.into(),
        competences: skill.collect(),
        experience: if newcomer { Experience::Newcomer } else { Experience::Experienced },
        contract,
        workplaces: vec![Workplace { unit: unit.clone(), share: 1.0 }],
        leader: Some(unit.clone()),
        pools: Vec::new(),
        considerations: Vec::new(),
        absences: Vec::new(),
        fixed_duties: Vec::new(),
        history: History::default(),
        wish_account: Vec::new(),
    };
    Hand { person, trade, home: unit.clone(), turn, every }
}

/// When the post was advertised, if that was after the principles of Odense came.
fn posted(options: &PeriodOptions, newcomer: bool, chance: &mut Chance) -> Option<Date> {
    let since: Date = "2022-09-01".parse().ok()?;
    let is_new = newcomer || chance.yes(calibrated::NEW_POSTS.value);
    let days = if newcomer { 365 } else { 4 * 365 };
    let date = options.first - 60 - chance.between(0, days) as i32;
    (is_new && date >= since).then_some(date)
}

/// Pupils come from the SSA and SSH; they coordinate nothing and count in no cover.
fn pupils(members: &mut [Hand], people: usize, chance: &mut Chance) {
    let count = chance.whole(calibrated::TRAINEES.value * people as f64);
    let mut can: Vec<usize> =
        (0..members.len()).filter(|i| ["ssa", "ssh"].contains(&members[*i].trade.group)).collect();
    // Two of each profession stay, so that nothing stands without hands.
    can.retain(|i| members[..*i].iter().filter(|it| it.trade.group == members[*i].trade.group).count() >= 2);
    chance.shuffle(&mut can);
    for i in can.into_iter().take(count) {
        let person = &mut members[i].person;
        person.experience = Experience::Trainee;
        person.competences.clear();
        person.contract.hours_per_week = person.contract.full_time_hours_per_week;
        // Some of the helpers' pupils are not of age yet.
        if members[i].trade.group == "ssh" && chance.yes(0.5) {
            let restriction = Restriction::NotBetween { from: TimeOfDay(20 * 60), to: TimeOfDay(6 * 60) };
            members[i].person.considerations.push(Consideration { reason: Reason::Under18, restriction });
        }
    }
}

/// Experienced nurses who may coordinate: enough, and as many of each turn of weekends.
fn coordinators(members: &mut [Hand]) {
    let experienced = |it: &&mut Hand| it.trade.group == "nurse" && it.person.experience == Experience::Experienced;
    let nurses = members.iter_mut().filter(experienced).count();
    let count = ((calibrated::MAY_COORDINATE.value * nurses as f64).round() as usize).max(COORDINATORS_LEAST);
    for member in members.iter_mut().filter(experienced).take(count) {
        member.person.competences.push(COORDINATION.into());
    }
}

/// Shared positions: at least a third on the ward, and the leader where most of the position is.
fn share_posts(members: &mut [Hand], clinic: &UnitId, chance: &mut Chance) {
    let may =
        |it: &Hand| it.person.experience == Experience::Experienced && !["ssh", "secretary"].contains(&it.trade.group);
    let mut can: Vec<usize> = (0..members.len()).filter(|i| may(&members[*i])).collect();
    let count = chance.whole(calibrated::SHARED_POSTS.value * can.len() as f64).max(1);
    chance.shuffle(&mut can);
    for i in can.into_iter().take(count) {
        let person = &mut members[i].person;
        let (here, there) = [(0.3334, 0.6666), (0.5, 0.5), (0.6667, 0.3333)][chance.below(3)];
        let ward = person.workplaces[0].unit.clone();
        person.leader = Some(if here < 0.5 { clinic.clone() } else { ward.clone() });
        person.workplaces =
            vec![Workplace { unit: ward, share: here }, Workplace { unit: clinic.clone(), share: there }];
    }
}

/// People who may be lent.
fn pool(members: &mut [Hand], chance: &mut Chance) {
    for member in members.iter_mut().filter(|it| it.is_on_rota() && it.person.experience == Experience::Experienced) {
        if chance.yes(calibrated::POOLED.value) {
            member.person.pools.push(names::POOL.into());
        }
    }
}

/// Seniors, pregnant people and people with a consideration for their health, one reason each.
fn consider(member: &mut Hand, chance: &mut Chance) {
    let [senior, pregnant, health] =
        [&calibrated::SENIORS, &calibrated::PREGNANT, &calibrated::HEALTH].map(|it| it.value);
    let draw = chance.even();
    let nights: Vec<ShiftKind> = [ShiftKind::Night, ShiftKind::OnCallAtHome]
        .into_iter()
        .filter(|kind| member.trade.kinds.contains(kind))
        .collect();
    let person = &mut member.person;
    if person.experience == Experience::Trainee {
        return;
    }
    let (reason, restriction) = if draw < senior && person.experience == Experience::Experienced {
        let none = nights.is_empty();
        (Reason::Senior, if none { Restriction::None } else { Restriction::NotKinds(nights) })
    } else if (senior..senior + pregnant).contains(&draw) {
        (Reason::Pregnancy, Restriction::NightsAWeekMax(1))
    } else if (senior + pregnant..senior + pregnant + health).contains(&draw) {
        let restriction = match chance.below(3) {
            0 if !nights.is_empty() => Restriction::NotKinds(nights),
            1 => Restriction::LengthMax(Minutes(8 * 60)),
            _ => Restriction::RestMin(Minutes(12 * 60)),
        };
        (Reason::Health, restriction)
    } else {
        return;
    };
    person.considerations.push(Consideration { reason, restriction });
}

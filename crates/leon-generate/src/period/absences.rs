//! Who is away in the period, as far as that is known when the roster is made: annual leave, long illness, days off in
//! lieu; and what is settled besides: courses.

use super::calibration as calibrated;
use super::hands::Hand;
use super::{PeriodOptions, leave_share};
use crate::random::Chance;
use leon_model::*;
use std::collections::BTreeMap;

/// Weeks of annual leave on end, at most.
const LEAVE_RUN: u32 = 3;

/// Fills in absences and courses.
pub(super) fn settle(options: &PeriodOptions, hands: &mut [Hand], chance: &mut Chance) {
    let mut teams: BTreeMap<(UnitId, &str), Vec<usize>> = BTreeMap::new();
    for (i, hand) in hands.iter().enumerate() {
        teams.entry((hand.home.clone(), hand.trade.group)).or_default().push(i);
    }
    for members in teams.values() {
        illness(options, hands, members, chance);
        leave(options, hands, members, chance);
    }
    for hand in hands {
        courses(options, hand, chance);
        time_off(options, hand, chance);
        hand.person.absences.sort_by_key(|it| it.from);
    }
}

fn weeks(options: &PeriodOptions) -> impl Iterator<Item = (i64, Date)> + use<> {
    let first = options.first;
    (0..i64::from(options.weeks)).map(move |week| (week, first + 7 * week as i32))
}

/// Illness that is long, and so is known.
fn illness(options: &PeriodOptions, hands: &mut [Hand], members: &[usize], chance: &mut Chance) {
    let care = ["ssa", "ssh"].contains(&hands[members[0]].trade.group);
    let share = if care { &calibrated::ILLNESS_CARE } else { &calibrated::ILLNESS };
    let length = calibrated::ILLNESS_WEEKS.value;
    let (weeks, n) = (f64::from(options.weeks), members.len() as f64);
    // Illnesses begin in `weeks + length - 1` weeks, each as likely, and lie in the period for this part of their length.
    let inside = weeks / (weeks + length - 1.0);
    let count = chance.whole(share.value * calibrated::ILLNESS_KNOWN.value * weeks * n / (length * inside));
    let mut order = members.to_vec();
    chance.shuffle(&mut order);
    let most = members.len() / 4;
    for i in order.into_iter().take(count.min(most)) {
        let length = chance.between(3, 2 * length as i64 - 3);
        let begins = chance.between(1 - length, i64::from(options.weeks) - 1);
        let ends = (begins + length).min(i64::from(options.weeks));
        let begins = begins.max(0);
        let hand = &mut hands[i];
        let credited = Minutes(hand.week().0 * (ends - begins));
        let [from, to] = [begins, ends].map(|week| (options.first + 7 * week as i32).midnight());
        hand.person.absences.push(Absence { kind: AbsenceKind::Illness, from, to, credited, told: None });
    }
}

/// Annual leave in whole weeks: first those who go on with theirs, then those with the fewest weeks, and rather those
/// whose weekend it is not.
fn leave(options: &PeriodOptions, hands: &mut [Hand], members: &[usize], chance: &mut Chance) {
    let mut taken = vec![0_u32; members.len()];
    let mut run = vec![0_u32; members.len()];
    for (week, monday) in weeks(options) {
        let share = leave_share(monday);
        let wanted = share * members.len() as f64;
        let away = members.iter().filter(|i| hands[**i].is_away_in(monday)).count();
        // Half of a profession is at work, unless it has one person only.
        let most = if members.len() == 1 { 1 } else { (members.len() / 2).saturating_sub(away) };
        let count = chance.whole(wanted).min(most);
        let mut order: Vec<usize> = (0..members.len()).filter(|at| !hands[members[*at]].is_away_in(monday)).collect();
        chance.shuffle(&mut order);
        let goes_on = |at: usize| share > 0.15 && (1..LEAVE_RUN).contains(&run[at]);
        order.sort_by_key(|at| {
            (!goes_on(*at), run[*at] >= LEAVE_RUN, taken[*at], hands[members[*at]].has_weekend(week))
        });
        let mut now = vec![0; members.len()];
        for at in order.into_iter().take(count) {
            (taken[at], now[at]) = (taken[at] + 1, run[at] + 1);
            let hand = &mut hands[members[at]];
            let (from, to, credited) = (monday.midnight(), (monday + 7).midnight(), hand.week());
            let absences = &mut hand.person.absences;
            match absences.iter_mut().find(|it| it.kind == AbsenceKind::Holiday && it.to == from) {
                Some(before) => (before.to, before.credited) = (to, before.credited + credited),
                None => absences.push(Absence { kind: AbsenceKind::Holiday, from, to, credited, told: None }),
            }
        }
        run = now;
    }
}

/// Courses on Wednesdays, six hours; newcomers have an introduction in the first week.
fn courses(options: &PeriodOptions, hand: &mut Hand, chance: &mut Chance) {
    let a_week = calibrated::COURSE_DAYS.value / 52.0;
    for (week, monday) in weeks(options) {
        let introduction = week == 0 && hand.person.experience == Experience::Newcomer;
        if (chance.yes(a_week) || introduction) && !hand.is_away_in(monday) {
            let date = monday + 2;
            let label = if introduction { "Introduktion" } else { "Kursus" };
            let [start, end] = [9 * 60, 15 * 60].map(|it| date.at(TimeOfDay(it)));
            hand.person.fixed_duties.push(FixedDuty { label: label.to_owned(), start, end });
        }
    }
}

/// Days off in lieu on Fridays of weekends off, told when the roster is announced.
fn time_off(options: &PeriodOptions, hand: &mut Hand, chance: &mut Chance) {
    let a_week = calibrated::TIME_OFF_DAYS.value / 52.0;
    for (week, monday) in weeks(options) {
        if chance.yes(a_week) && !hand.is_away_in(monday) && !hand.has_weekend(week) {
            let date = monday + 4;
            let part = hand.person.contract.part_of_full_time();
            hand.person.absences.push(Absence {
                kind: AbsenceKind::TimeOffInLieu,
                from: date.midnight(),
                to: (date + 1).midnight(),
                credited: Minutes((444.0 * part).round() as i64),
                told: Some(super::announced(options)),
            });
        }
    }
}

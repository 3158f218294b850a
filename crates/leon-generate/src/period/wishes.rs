//! A self-rostering round: what people wish for, within its frame.

use super::calibration as calibrated;
use super::hands::Hand;
use super::{PeriodOptions, names};
use crate::random::Chance;
use leon_model::*;

/// The frame: two weeks, eight weeks before the roster begins.
pub(super) fn round(options: &PeriodOptions) -> WishRound {
    WishRound {
        opens: (options.first - 63).at(TimeOfDay(8 * 60)),
        closes: (options.first - 49).at(TimeOfDay(23 * 60 + 59)),
        wishes_max: options.weeks + 2,
        hard_max: options.weeks.div_ceil(4),
    }
}

/// Wishes of everybody, in the order of people.
pub(super) fn wishes(
    options: &PeriodOptions,
    round: &WishRound,
    hands: &[Hand],
    shifts: &[ShiftType],
    chance: &mut Chance,
) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = Vec::new();
    for hand in hands {
        let count = {
            let eager = 2.0 * chance.even();
            chance.whole(calibrated::WISHES.value * f64::from(options.weeks) * eager)
        };
        let mut hard = 0;
        for _ in 0..count.min(round.wishes_max as usize) {
            let week = chance.between(0, i64::from(options.weeks) - 1);
            let monday = options.first + 7 * week as i32;
            let (wanted, from, to) = wanted(hand, week, monday, shifts, chance);
            let clear = !hand.has_weekend(week)
                && hand
                    .person
                    .fixed_duties
                    .iter()
                    .all(|it| it.start.danish_date() < from || it.start.danish_date() > to);
            let can_be_hard = wanted == Wanted::Off && clear && hard < round.hard_max;
            let is_hard = can_be_hard && chance.yes(calibrated::HARD_WISHES.value);
            hard += u32::from(is_hard);
            let weight = [1.0, 1.0, 1.0, 2.0, 3.0][chance.below(5)];
            let strength = if is_hard { Strength::Hard } else { Strength::Soft(weight) };
            let stated =
                (options.first - 62 + chance.between(0, 12) as i32).at(TimeOfDay(chance.between(480, 1320) as u16));
            let (id, person) = (names::wish(wishes.len()), hand.person.id.clone());
            wishes.push(Wish { id, person, wanted, from, to, strength, stated: Some(stated) });
        }
    }
    wishes
}

/// One wish for a stretch of a week.
fn wanted(hand: &Hand, week: i64, monday: Date, shifts: &[ShiftType], chance: &mut Chance) -> (Wanted, Date, Date) {
    let day = |chance: &mut Chance, last: i64| monday + chance.between(0, last) as i32;
    let kinds = hand.kinds();
    let kind = if kinds.is_empty() { ShiftKind::Day } else { kinds[chance.below(kinds.len())] };
    if !hand.is_on_rota() || chance.yes(0.5) {
        let last = if hand.is_on_rota() { 6 } else { 4 };
        let from = day(chance, last);
        let long = if from.weekday() == Weekday::Saturday || chance.yes(0.2) { 1 } else { 0 };
        return (Wanted::Off, from, (from + long).min(monday + 6));
    }
    match chance.weighted(&[3.0, 3.0, 2.0, 1.0]) {
        0 => {
            let from = day(chance, 4);
            (Wanted::Kind(kind), from, from)
        }
        1 => {
            let not = if kind == ShiftKind::Day { ShiftKind::Evening } else { kind };
            (Wanted::NotKind(not), monday, monday + 6)
        }
        2 => {
            let mine =
                |it: &&ShiftType| it.unit == hand.home && it.kind == kind && it.groups.contains(&hand.person.group);
            let from = day(chance, 4);
            match shifts.iter().find(mine) {
                Some(shift) => (Wanted::Shift(shift.id.clone()), from, from),
                None => (Wanted::On, from, from),
            }
        }
        _ => {
            let from = if hand.has_weekend(week) { monday + 5 } else { day(chance, 4) };
            (Wanted::On, from, from)
        }
    }
}

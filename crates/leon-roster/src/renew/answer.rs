//! What the programme answers for those who have no row yet, or why it does not.

use super::part::{FIRST_ROUNDS, Generated, Part};
use super::rows::Rows;
use crate::bound::level::UNIT;
use crate::roster::Roster;

/// Rounds of pricing for one programme.
const ROUNDS: usize = 60;

/// The first programme may take such a share of what is left of the budget: while nobody has new rows, and later.
pub(super) const FIRST: f64 = 0.6;
pub(super) const FIRST_LATER: f64 = 0.3;

/// Some rows are fixed: what they add up to and cost, and who has none yet.
#[derive(Clone)]
pub(super) struct Fixed {
    pub rest: Vec<i64>,
    pub kept: i64,
    pub people: Vec<usize>,
    /// Rows that are fixed, by place in the pool.
    pub rows: Vec<usize>,
    /// Rows that the next programme begins with.
    pub taken: Vec<usize>,
}

impl Fixed {
    pub fn fix(&mut self, rows: &Rows, place: usize) {
        let row = rows.row(place);
        row.gives.iter().for_each(|&(sum, amount)| self.rest[sum as usize] += amount);
        self.kept += rows.frame.level.of(row.own);
        self.rows.push(place);
        self.people.retain(|it| *it != row.person);
        self.taken.retain(|it| rows.row(*it).person != row.person);
    }
}

/// A programme's answer.
pub(super) struct Answer {
    pub value: f64,
    /// The row with the largest share of each.
    pub largest: Vec<(f64, usize)>,
    /// Rows with a share.
    pub taken: Vec<usize>,
    /// By sum.
    pub prices: Vec<i64>,
}

/// Why there is no answer.
pub(super) enum Stopped {
    /// Nothing is cheap enough, by this bound.
    Closed(f64),
    /// The budget is spent: the rows with the largest shares, if the programme had come below what was asked for.
    Over(Option<Vec<usize>>),
}

/// Generates rows for those who have none, and answers.
pub(super) fn solve(rows: &mut Rows, fixed: &Fixed, most: f64, prices: &[i64], until: f64) -> Result<Answer, Stopped> {
    let frame = rows.frame;
    if fixed.people.is_empty() {
        let sums = frame.curves.iter().zip(&fixed.rest).map(|(curve, it)| frame.level.of(curve.at(*it)));
        let value = (fixed.kept + sums.sum::<i64>()) as f64;
        if value > most {
            return Err(Stopped::Closed(value));
        }
        return Ok(Answer { value, largest: Vec::new(), taken: Vec::new(), prices: prices.to_vec() });
    }
    let mut part = Part::new(rows, &fixed.people, (&fixed.rest, fixed.kept), fixed.taken.clone(), prices);
    let generated = part.generate(most, ROUNDS, until);
    if generated == Generated::Closed {
        return Err(Stopped::Closed(part.bound as f64 / UNIT as f64));
    }
    if generated == Generated::TooLong || (generated == Generated::Over && part.value > most) {
        return Err(Stopped::Over(None));
    }
    let shares = part.programme.shares();
    let mut largest = vec![(0.0, usize::MAX); frame.rules.len()];
    for (&share, &place) in shares.iter().zip(&part.taken) {
        let it = &mut largest[part.rows.row(place).person];
        if share > it.0 + 1e-9 {
            *it = (share, place);
        }
    }
    largest.retain(|it| it.1 != usize::MAX);
    if generated == Generated::Over {
        return Err(Stopped::Over(Some(largest.into_iter().map(|it| it.1).collect())));
    }
    let taken = part.taken.iter().zip(&shares).filter(|it| *it.1 > 1e-9).map(|it| *it.0).collect();
    Ok(Answer { value: part.value, largest, taken, prices: part.prices() })
}

/// Whether new rows for everyone take too long, as the first rounds of the first programme tell.
pub(super) fn takes_too_long(rows: &mut Rows, roster: &Roster) -> bool {
    let start = rows.meter.spent();
    let until = start + (1.0 - start) * FIRST;
    let people: Vec<usize> = (0..rows.frame.rules.len()).collect();
    let taken = people.iter().map(|&person| rows.place(person, roster.row(person))).collect();
    let rest: Vec<i64> = rows.frame.sums.sums.iter().map(|it| it.start).collect();
    let prices = rows.prices.clone();
    let mut part = Part::new(rows, &people, (&rest, 0), taken, &prices);
    part.generate(f64::INFINITY, FIRST_ROUNDS + 1, until) == Generated::TooLong
}

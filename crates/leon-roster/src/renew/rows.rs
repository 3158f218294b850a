//! Rows found so far, and what they cost.

use super::frame::Frame;
use super::meter::Meter;
use crate::bound::level::common_divisor;
use crate::bound::master::{Column, Pool};
use crate::bound::pricing::Pricer;
use crate::evaluate::evaluate;
use crate::roster::Roster;

/// Labels of pricing at first.
pub(super) const LABELS: usize = 200;

/// Rows of a person that are kept at most.
const MOST_ROWS: usize = 3_000;

/// Rows found so far.
pub(super) struct Rows<'f> {
    pub frame: &'f Frame<'f>,
    pub meter: &'f Meter<'f>,
    pub pricers: Vec<Pricer<'f>>,
    pool: Pool,
    /// By person: rows in the pool.
    of_person: Vec<Vec<usize>>,
    /// By sum: what one more cost in the last programme that had it.
    pub prices: Vec<i64>,
    /// Labels of pricing: more where rows are hard to find.
    pub labels: usize,
    /// What rosters cost is a multiple of it.
    pub multiple: i64,
}

impl<'f> Rows<'f> {
    pub fn new(frame: &'f Frame<'f>, roster: &Roster, meter: &'f Meter<'f>) -> Self {
        let Frame { problem, rules, sums, level, .. } = frame;
        // Where nothing need be broken, what breaks a rule is not looked at.
        let most = if evaluate(problem, roster).breaches() == 0 { 0 } else { i64::MAX };
        let pricer = |(person, it)| Pricer::new(problem, person, it, *level, Some(most));
        Self {
            frame,
            meter,
            pricers: rules.iter().enumerate().map(pricer).collect(),
            pool: Pool::default(),
            of_person: vec![Vec::new(); rules.len()],
            prices: vec![0; sums.sums.len()],
            labels: LABELS,
            multiple: common_divisor(problem, |it| level.of(it)).max(1),
        }
    }

    /// The place of a row in the pool.
    pub fn place(&mut self, person: usize, duties: &[u8]) -> usize {
        let Frame { problem, rules, sums, .. } = self.frame;
        let before = self.pool.columns.len();
        let place = self.pool.place(problem, &rules[person], sums, person, duties);
        if place == before {
            self.of_person[person].push(place);
        }
        place
    }

    /// Forgets rows that were not among the best at the last prices, where there are many.
    pub fn thin(&mut self) {
        let people = 0..self.of_person.len();
        if people.clone().all(|it| self.of_person[it].len() <= MOST_ROWS) {
            return;
        }
        let prices = self.prices.clone();
        let kept: Vec<_> = people.flat_map(|it| self.best(it, &prices, MOST_ROWS / 2)).collect();
        let before = std::mem::take(&mut self.pool);
        self.of_person.iter_mut().for_each(Vec::clear);
        for place in kept {
            let Column { person, duties, .. } = &before.columns[place];
            self.place(*person, duties);
        }
    }

    /// The row at a place.
    pub fn row(&self, place: usize) -> &Column {
        &self.pool.columns[place]
    }

    /// What a row costs at prices of the sums, in units.
    pub fn cost(&self, place: usize, prices: &[i64]) -> i64 {
        let column = self.row(place);
        self.pricers[column.person].cost(column.own, &column.gives, prices)
    }

    /// A person's best rows at prices of the sums, at most so many.
    pub fn best(&self, person: usize, prices: &[i64], most: usize) -> Vec<usize> {
        let mut known: Vec<(i64, usize)> =
            self.of_person[person].iter().map(|&it| (self.cost(it, prices), it)).collect();
        if known.len() > most {
            known.select_nth_unstable(most);
            known.truncate(most);
        }
        known.sort_unstable();
        known.into_iter().map(|it| it.1).collect()
    }
}

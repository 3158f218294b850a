//! New rows for some people: those that stand out in the programme's answer are fixed, some at a time, and rows are
//! generated for the rest beside them, until everyone has one. What makes the rest much dearer is taken back.

use super::answer::{Answer, FIRST, FIRST_LATER, Fixed, Stopped, solve};
use super::choose::Choice;
use super::rows::{LABELS, Rows};
use crate::evaluate::evaluate;
use crate::rng::Rng;
use crate::roster::Roster;

/// One in so many people is fixed at once, and whoever's share is at least this.
const AT_ONCE: usize = 12;
const SURE: f64 = 0.95;

/// Fixing some may make the programme dearer by so much of its value; then it is tried with fewer, or others.
const RISE: f64 = 0.004;

/// So many others are tried where fixing one is dear.
const OTHERS: usize = 3;

/// A dive and the way back may take such a share of what is left.
const MOST_BACK: f64 = 0.6;

/// While nobody has new rows, a dive ends here, and what is not fixed is rounded, so that annealing can mend it.
const LAST: f64 = 0.85;

/// When so much of its time is spent before a first roster is found, a dive takes what it fixes as it is.
const HURRY: f64 = 0.5;

/// So much of a share is by lot when people are put in order.
const LOT: f64 = 0.1;

/// What came of new rows.
#[derive(Debug)]
pub(super) enum Outcome {
    /// A roster no dearer than before.
    Better(Roster),
    /// There is none.
    NoBetter,
    /// None was found.
    Unknown,
    /// The budget ended the dive: a roster of the rows with the largest shares.
    Rounded(Roster),
    /// They are too many for what is left of the budget.
    TooMany,
}

/// New rows for some, the others keeping theirs, as `choice` says.
pub(super) fn renew(rows: &mut Rows, roster: &Roster, people: &[usize], choice: &Choice, rng: &mut Rng) -> Outcome {
    rows.labels = LABELS;
    rows.thin();
    let frame = rows.frame;
    let now = frame.level.of(evaluate(frame.problem, roster));
    let mut fixed = Fixed {
        rest: frame.sums.sums.iter().map(|it| it.start).collect(),
        kept: 0,
        people: people.to_vec(),
        rows: Vec::new(),
        taken: Vec::new(),
    };
    for person in 0..frame.rules.len() {
        let own = rows.place(person, roster.row(person));
        if people.contains(&person) {
            fixed.taken.push(own);
        } else {
            fixed.fix(rows, own);
        }
    }
    let start = rows.meter.spent();
    let first = if choice.has_found { FIRST_LATER } else { FIRST };
    let until = start + (1.0 - start) * first;
    let prices = rows.prices.clone();
    // A cheaper roster is cheaper by a multiple at least.
    let most = (now - rows.multiple) as f64;
    let root = match solve(rows, &fixed, most, &prices, until) {
        Ok(answer) => answer,
        Err(Stopped::Closed(_)) => return Outcome::NoBetter,
        Err(Stopped::Over(Some(largest))) => {
            return Outcome::Rounded(with(rows, roster, &largest));
        }
        Err(Stopped::Over(None)) => return Outcome::TooMany,
    };
    rows.prices.clone_from(&root.prices);
    let least = root.value;
    let last = if choice.has_found { 1.0 } else { LAST };
    let mut dive = Dive {
        rows,
        rng,
        most,
        last,
        hurry: start + HURRY * (last - start),
        found: None,
        rounded: None,
        aside: Vec::new(),
        dear: Vec::new(),
    };
    dive.down(fixed, root);
    let until = dive.rows.meter.spent() + choice.back * (dive.rows.meter.spent() - start);
    let until = until.min(start + (1.0 - start) * MOST_BACK);
    while dive.rows.meter.spent() < until
        && let Some((fixed, prices)) = dive.next(least, people.len())
    {
        if let Ok(answer) = solve(dive.rows, &fixed, dive.most, &prices, dive.last) {
            dive.down(fixed, answer);
        }
    }
    match (dive.found, dive.rounded) {
        (Some(found), _) => Outcome::Better(with(rows, roster, &found)),
        (None, Some(rounded)) => Outcome::Rounded(with(rows, roster, &rounded)),
        (None, None) => Outcome::Unknown,
    }
}

/// A roster with rows from the pool.
fn with(rows: &Rows, roster: &Roster, found: &[usize]) -> Roster {
    let mut roster = roster.clone();
    for row in found.iter().map(|it| rows.row(*it)) {
        roster.row_mut(row.person).copy_from_slice(&row.duties);
    }
    roster
}

/// A dive, and what it left aside.
struct Dive<'r, 'f> {
    rows: &'r mut Rows<'f>,
    rng: &'r mut Rng,
    /// Rosters that cost no more are asked for.
    most: f64,
    /// It ends when so much of the budget is spent.
    last: f64,
    /// When it begins to take what it fixes as it is.
    hurry: f64,
    /// The rows of the best roster found.
    found: Option<Vec<usize>>,
    /// Those that are fixed when the budget ends the dive, and the largest shares of the others.
    rounded: Option<Vec<usize>>,
    /// What was dearer at the time: its bound, and prices.
    aside: Vec<(f64, Fixed, Vec<i64>)>,
    /// Rows that made the rest dearer.
    dear: Vec<usize>,
}

impl Dive<'_, '_> {
    /// Fixes rows until everyone has one, or nothing is cheap enough.
    fn down(&mut self, mut fixed: Fixed, mut answer: Answer) {
        while !fixed.people.is_empty() {
            fixed.taken.clone_from(&answer.taken);
            let Some(next) = self.fix(&fixed, &answer) else { return };
            (fixed, answer) = next;
        }
        self.most = answer.value - self.rows.multiple as f64;
        self.found = Some(fixed.rows);
    }

    /// Fixes those who stand out, some at a time, or one at a time where that is dear.
    fn fix(&mut self, fixed: &Fixed, answer: &Answer) -> Option<(Fixed, Answer)> {
        let order = self.order(&answer.largest);
        let is_late = self.found.is_none() && self.rows.meter.spent() > self.hurry;
        let limit = if is_late { self.most } else { answer.value + RISE * answer.value.abs() };
        let mut count = fixed.people.len().div_ceil(AT_ONCE);
        let mut first = 0;
        let mut dearer: Vec<(f64, Fixed)> = Vec::new();
        while first <= OTHERS && first < order.len() {
            let mut next = fixed.clone();
            for (at, &(share, place)) in order.iter().enumerate() {
                if (first..first + count).contains(&at) || (count > 1 && share >= SURE) {
                    next.fix(self.rows, place);
                }
            }
            match solve(self.rows, &next, self.most.min(limit), &answer.prices, self.last) {
                Ok(found) => {
                    self.aside.extend(dearer.into_iter().map(|(bound, it)| (bound, it, answer.prices.clone())));
                    return Some((next, found));
                }
                Err(Stopped::Closed(bound)) => {
                    if count == 1 {
                        self.dear.push(order[first].1);
                    }
                    dearer.push((bound, next));
                }
                Err(Stopped::Over(_)) => {
                    let largest = answer.largest.iter().map(|it| it.1);
                    self.rounded = Some(fixed.rows.iter().copied().chain(largest).collect());
                    return None;
                }
            }
            if count > 1 {
                count = count.div_ceil(4);
            } else {
                first += 1;
            }
        }
        dearer.sort_by(|a, b| a.0.total_cmp(&b.0));
        dearer.retain(|it| it.0 <= self.most);
        for (at, (_, next)) in dearer.iter().enumerate() {
            if let Ok(found) = solve(self.rows, next, self.most, &answer.prices, self.last) {
                let next = next.clone();
                self.aside.extend(dearer.drain(at + 1..).map(|(bound, it)| (bound, it, answer.prices.clone())));
                return Some((next, found));
            }
        }
        None
    }

    /// Largest shares first, a little by lot; what was dear before comes last.
    fn order(&mut self, largest: &[(f64, usize)]) -> Vec<(f64, usize)> {
        let mut order: Vec<(bool, f64, (f64, usize))> = Vec::with_capacity(largest.len());
        for &(share, place) in largest {
            let lot = 1.0 - LOT * self.rng.below(1 << 20) as f64 / f64::from(1 << 20);
            order.push((self.dear.contains(&place), share * lot, (share, place)));
        }
        order.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.1.cmp(&b.2.1)));
        order.into_iter().map(|it| it.2).collect()
    }

    /// What was left aside and is near both the bound and the end.
    fn next(&mut self, least: f64, people: usize) -> Option<(Fixed, Vec<i64>)> {
        let most = self.most;
        self.aside.retain(|it| it.0 <= most);
        let score = |(bound, fixed, _): &(f64, Fixed, Vec<i64>)| {
            (bound - least) / (most - least).max(1.0) + fixed.people.len() as f64 / people as f64
        };
        let best = (0..self.aside.len()).min_by(|&a, &b| score(&self.aside[a]).total_cmp(&score(&self.aside[b])))?;
        let (_, fixed, prices) = self.aside.swap_remove(best);
        Some((fixed, prices))
    }
}

//! Swaps of duties between two people or more, which leave every rule, hard wish and the cover as they were.

mod graph;

use crate::change::{AtHand, Cell, ChangeError, Effect, Owns, Work, worse};
use crate::cost::Cost;
use crate::problem::FREE;
use crate::state::Draft;
use crate::translate::Tightened;
use graph::{Chain, Graph};
use leon_check::{Checked, RosterVerdict};
use leon_model::{Date, Moment, Period, PersonId, Published, Roster, RosterGoal};
use std::collections::BTreeSet;

/// What somebody wants to swap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapAsk {
    pub person: PersonId,
    /// The date of the duty that the person wants to be rid of; `None`: any that is near.
    pub gives: Option<Date>,
    /// The date on which the person wants to work instead; `None`: any that is near.
    pub takes: Option<Date>,
    /// Somebody who is to be among those who swap.
    pub with: Option<PersonId>,
    /// The most people in a swap: 2 to 4.
    pub people_max: usize,
    /// How far from the dates asked for duties are looked for.
    pub days: u32,
    /// How many swaps are wanted.
    pub count: usize,
}

impl SwapAsk {
    /// Swaps of somebody's duty on a date, with up to three others, within two weeks.
    pub fn of_duty(person: PersonId, date: Date, count: usize) -> Self {
        Self { person, gives: Some(date), takes: None, with: None, people_max: 4, days: 14, count }
    }
}

/// A duty that goes from one person to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Handover {
    pub from: PersonId,
    pub to: PersonId,
    pub date: Date,
    pub work: Work,
}

/// A swap that breaks nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Swap {
    /// Round the circle, from whoever asks and back to them: each takes a duty and gives the next.
    pub handovers: Vec<Handover>,
    /// What it does to each of them, in the same order.
    pub effects: Vec<Effect>,
    /// What the roster is worth after it less what it is worth now, level by level; below zero: better.
    pub levels: Vec<f64>,
    /// The roster after it.
    pub roster: Roster,
}

/// Swaps that may be made, the best first: of two people, or round a circle of three or four.
///
/// Everybody gives one duty and takes one, on the same date or another. Each swap has passed the independent check:
/// it breaks nothing that was not broken, no hard wish, and leaves cover as it was or better. People agree on a swap
/// themselves, so short notice has no price; what begins before changes are told is not swapped. Of the same people
/// the best swap is given, unless it is said with whom.
///
/// All circles of what everybody can take and give are looked at; of what somebody can give for a
/// duty, the cheapest 48.
///
/// # Errors
/// [`ChangeError`] for people and dates that the period does not have, a date without a duty, and what has begun.
///
/// # Example
/// ```
/// use leon_formats::period::{EXAMPLE, read_period};
/// use leon_model::Published;
/// use leon_roster::{Iterations, RosterOptions, SwapAsk, plan_roster, swaps};
///
/// let period = read_period("period.json", EXAMPLE).period.unwrap();
/// let roster = plan_roster(&period, &RosterOptions::new(&Iterations(300_000))).unwrap().roster;
/// let duty = roster.assignments.iter().find(|it| it.date > period.first + 14).unwrap().clone();
/// let published = Published { roster, changes_told: period.first.midnight() };
/// for swap in swaps(&period, &published, &SwapAsk::of_duty(duty.person.clone(), duty.date, 3)).unwrap() {
///     assert_eq!(swap.handovers[0].from, duty.person);
///     assert!(swap.effects.iter().all(|it| it.is_legal()));
/// }
/// ```
pub fn swaps(period: &Period, published: &Published, ask: &SwapAsk) -> Result<Vec<Swap>, ChangeError> {
    let agreed = Published { roster: published.roster.clone(), changes_told: LONG_AGO };
    let at_hand = AtHand::new(period, &agreed, published.changes_told, &Tightened::default(), &|_, _| false)?;
    let person = at_hand.person(&ask.person)?;
    let with = ask.with.as_ref().map(|it| at_hand.person(it)).transpose()?;
    let given = ask.gives.map(|date| at_hand.duty_to_give(&ask.person, date)).transpose()?;
    let taken = ask.takes.map(|date| at_hand.day(date)).transpose()?;
    let near = |day: usize| {
        let asked = [given.map(|it| it.day), taken];
        asked.iter().flatten().all(|it| it.abs_diff(day) <= ask.days as usize)
    };
    let mut graph = Graph::new(&at_hand, near);
    let mut chains = graph.chains(person, given, taken, ask.people_max.clamp(2, PEOPLE_MAX));
    chains.retain(|chain| with.is_none_or(|it| chain.people().any(|other| other == it)));
    chains.sort_by(|a, b| (a.cost, &a.cells).cmp(&(b.cost, &b.cells)));
    let now = Checked::new(period, &at_hand.roster_after(&[]), Some(&agreed));
    let owns = Owns::new(&at_hand, now.verdict());
    let mut choice = Choice { at_hand: &at_hand, owns, now: &now, found: Vec::new() };
    let mut sets: BTreeSet<BTreeSet<usize>> = BTreeSet::new();
    for (tried, chain) in chains.into_iter().enumerate() {
        if choice.found.len() >= ask.count || tried >= TRIES {
            break;
        }
        let people: BTreeSet<usize> = chain.people().collect();
        if (with.is_none() && sets.contains(&people)) || !keeps_cover(&mut graph, &chain) {
            continue;
        }
        if choice.add(&chain) {
            sets.insert(people);
        }
    }
    let mut found = choice.found;
    found.sort_by(|a, b| {
        let by_level = a.levels.iter().zip(&b.levels).map(|(a, b)| a.total_cmp(b));
        by_level.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    });
    Ok(found)
}

/// People in the largest circle.
const PEOPLE_MAX: usize = 4;
/// Circles that are looked at closely.
const TRIES: usize = 2000;
/// Nothing is told at short notice after this.
const LONG_AGO: Moment = Moment(0);

/// Whether cover costs no more after a swap.
fn keeps_cover(graph: &mut Graph<'_, '_>, chain: &Chain) -> bool {
    let cells = chain.changes();
    let all = graph.at_hand.change(&mut graph.state, &mut Draft::default(), &cells);
    all - chain.cost <= Cost::ZERO
}

struct Choice<'a> {
    at_hand: &'a AtHand<'a>,
    owns: Owns<'a>,
    now: &'a Checked<'a>,
    found: Vec<Swap>,
}

impl Choice<'_> {
    /// Adds a swap if it passes the check: of each person alone, then of the whole roster.
    fn add(&mut self, chain: &Chain) -> bool {
        let cells = chain.changes();
        let mut effects = Vec::new();
        for person in chain.people() {
            let effect = self.owns.effect(person, &cells);
            if !effect.is_legal() {
                return false;
            }
            effects.push(effect);
        }
        let mut roster = self.at_hand.roster_after(&cells);
        let (now, verdict) = (self.now.verdict(), self.now.with(&roster));
        let cover = |it: &RosterVerdict| it.value(RosterGoal::Cover);
        if !worse(&now.broken, &verdict.broken).is_empty() || cover(&verdict) > cover(now) + 1e-6 {
            return false;
        }
        let levels = verdict.levels.iter().zip(&now.levels).map(|(after, now)| after - now).collect();
        roster.uncovered = Some(crate::plan_roster::uncovered(&verdict));
        self.found.push(Swap { handovers: self.handovers(chain), effects, levels, roster });
        true
    }

    fn handovers(&self, chain: &Chain) -> Vec<Handover> {
        let id = |person: usize| self.at_hand.period.people[person].id.clone();
        let takers = chain.people().skip(1).chain(chain.people().take(1));
        let duty = |(cell, to): (&Cell, usize)| Handover {
            from: id(cell.person),
            to: id(to),
            date: self.at_hand.date(cell.day),
            work: self.at_hand.work(cell.duty).expect("a duty given is a shift"),
        };
        debug_assert!(chain.cells.iter().all(|it| it.duty != FREE), "days off are not given");
        chain.cells.iter().zip(takers).map(duty).collect()
    }
}

//! The rostering problem as data: people, days, what each can do on each day, rules and cover. Wards and research
//! files both become one.
//!
//! What a person does on a day is a *duty*: free ([`FREE`]), or a shift in a function and a unit. Rules belong to
//! persons; cover is what they meet in. The mathematics are in `docs/concepts/roster-engine.md`.

use crate::cost::Cost;
use crate::curve::Curve;
use std::collections::BTreeMap;

/// The duty of a day off.
pub const FREE: u8 = 0;

/// What was done before the first day is not known.
pub const UNKNOWN: u8 = u8::MAX;

/// A rostering problem.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    pub days: usize,
    /// By duty: which shift it is. Duties of one shift differ in function or unit only; [`FREE`] is a shift of its own.
    pub shift_of: Vec<u16>,
    pub people: Vec<Person>,
    /// What each duty gives to which demands; people with the same competences share one.
    pub covers: Vec<Cover>,
    pub demands: Vec<Demand>,
    pub successions: Vec<Succession>,
    pub colourings: Vec<Colouring>,
    pub weights: Vec<Weights>,
    /// Days that count as one when any of them is worked, such as weekends. In order, without overlap.
    pub blocks: Vec<Block>,
    pub breaks: Vec<Break>,
    pub days_off: Vec<DaysOff>,
    /// By duty × duty on the next day: what a step weighs in totals; what is [`UNKNOWN`] weighs nothing.
    pub step_weights: Vec<Vec<i32>>,
}

/// A person: what can be done on each day at what price, and the rules to keep.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// By day: the duties that can be, at least one, each with its own price. A single one is fixed.
    pub choices: Vec<Vec<Choice>>,
    /// Index into [`Problem::covers`].
    pub cover: usize,
    /// The duties two days before the first day and on the day before it; [`UNKNOWN`] follows and precedes all.
    pub before: [u8; 2],
    /// By day: index into [`Problem::successions`] for the step from the day before to this day.
    pub successions: Vec<usize>,
    pub runs: Vec<Runs>,
    pub rests: Vec<Rest>,
    pub totals: Vec<Total>,
}

/// A duty that a person can have on a day, and its own price: wishes, pay, a change of the published roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub duty: u8,
    pub cost: Cost,
}

/// What duties give to demands.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    /// By day × duty: demands and how much is added to each; below zero is fine.
    pub gives: Vec<Vec<(u32, i32)>>,
}

/// A number that people's duties add up to, such as the nurses on a ward from 7 to 8 on the first day, and its price.
#[derive(Clone, Debug, Default)]
pub struct Demand {
    /// What is there whatever anyone does.
    pub start: i32,
    pub curve: Curve,
}

/// What duties cost that follow one another.
#[derive(Clone, Debug, Default)]
pub struct Succession {
    /// By duty × duty on the next day.
    pub next: Vec<Cost>,
    /// By duty × duty two days later, with one free day between; empty: nothing. The table of the later day counts.
    pub over_free: Vec<Cost>,
}

/// Duties sorted by a colour. Days on end with one colour are a run.
#[derive(Clone, Debug, Default)]
pub struct Colouring {
    /// By duty, from 0 up.
    pub colour_of: Vec<u8>,
}

/// Rules on the length of a person's runs.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    /// Index into [`Problem::colourings`].
    pub colouring: usize,
    /// By colour.
    pub rules: Vec<Option<RunRule>>,
    /// Colour and length of the run that reaches the first day from before. `None`: not known, and a run from the first
    /// day on may be as short as it is.
    pub before: Option<(u8, u32)>,
    /// A run that reaches the last day may be as short as it is.
    pub goes_on: bool,
}

/// How long runs of one colour are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RunRule {
    pub least: u32,
    pub most: u32,
    /// Cost of each day missing.
    pub short: Cost,
    /// Cost of each day too many; days before the first are not counted again.
    pub long: Cost,
}

/// In any `days` days on end one is a day of rest.
///
/// A free day is one of rest when a day beside it is free too, or when the duties before and after it leave a long
/// enough break.
#[derive(Clone, Debug, Default)]
pub struct Rest {
    pub days: u32,
    /// By day: index into [`Problem::breaks`] for a single free day.
    pub breaks: Vec<usize>,
    /// Days on end without a day of rest before the first day, which count.
    pub before: u32,
    /// Cost of each day on end beyond `days` − 1 that brings no rest.
    pub cost: Cost,
}

/// Which duties before and after a single free day make it a day of rest.
#[derive(Clone, Debug, Default)]
pub struct Break {
    /// By duty × duty; what is [`UNKNOWN`] leaves a long enough break.
    pub is_long: Vec<bool>,
}

/// What free days on end are worth: as much as there are, and what follows from the duties before and after them.
///
/// So *rest periods* are counted by their hours: two free days after an evening and before a day shift are two, the
/// same two days after a night are one.
#[derive(Clone, Debug, Default)]
pub struct DaysOff {
    /// By duty before × duty after, each with one row and column more for what is [`UNKNOWN`], at the end: what a
    /// single free day is worth beyond 1.
    pub single: Vec<i32>,
    /// What two or more free days on end are worth beyond their number.
    pub several: Vec<i32>,
}

/// A number added up over days or blocks of days, and its price.
#[derive(Clone, Debug)]
pub struct Total {
    /// What was there before the first day.
    pub start: i64,
    pub over: Over,
    pub curve: Curve,
}

/// What a total adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The weights of the duties from day `first` up to, not including, day `end`.
    Days { first: usize, end: usize, weights: usize },
    /// The blocks from `first` up to, not including, `end` with a day whose duty has a weight other than 0.
    Blocks { first: usize, end: usize, weights: usize },
    /// What all free days are worth, by an index into [`Problem::days_off`]; `before` is the duty that the first of
    /// them follow.
    DaysOff { worth: usize, before: u8 },
    /// The weights, by an index into [`Problem::step_weights`], of the steps to days from `first` up to, not
    /// including, `end`.
    Steps { first: usize, end: usize, weights: usize },
}

/// What duties weigh in totals: minutes, nights, burden, 1.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// By duty.
    pub by_duty: Vec<i32>,
    /// By duty, on days that differ, as when the clock is changed.
    pub on_days: BTreeMap<usize, Vec<i32>>,
}

impl Weights {
    /// The weight of a duty on a day.
    pub fn of(&self, day: usize, duty: u8) -> i32 {
        self.on_days.get(&day).unwrap_or(&self.by_duty)[usize::from(duty)]
    }
}

/// Days from `first` up to, not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub first: usize,
    pub end: usize,
}

impl Problem {
    /// How many duties there are, [`FREE`] among them.
    pub fn duties(&self) -> usize {
        self.shift_of.len()
    }
}

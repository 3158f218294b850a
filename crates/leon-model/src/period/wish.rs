//! Wishes: what people want of their roster, and the frame of a self-rostering round.

use super::civil::Date;
use super::unit::ShiftKind;
use crate::{Moment, PersonId, ShiftTypeId, WishId};

/// A wish of a person for a stretch of dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    pub id: WishId,
    pub person: PersonId,
    pub wanted: Wanted,
    pub from: Date,
    /// The last date; `from` for a single one.
    pub to: Date,
    pub strength: Strength,
    /// When the wish was stated.
    pub stated: Option<Moment>,
}

/// What is wished for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// No minute of work from the first date's midnight to the last date's end.
    Off,
    /// A duty that begins on each of the dates.
    On,
    /// A duty of this kind that begins on each of the dates.
    Kind(ShiftKind),
    /// No duty of this kind that begins on one of the dates.
    NotKind(ShiftKind),
    /// This shift on each of the dates.
    Shift(ShiftTypeId),
}

/// How much a wish binds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Strength {
    /// The roster must keep it.
    Hard,
    /// Refused at the price of its weight.
    Soft(f64),
}

/// The frame of a self-rostering round: when wishes are stated, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WishRound {
    pub opens: Moment,
    pub closes: Moment,
    /// Wishes that each person may state.
    pub wishes_max: u32,
    /// Hard wishes among them.
    pub hard_max: u32,
}

//! Questions that have no answer.

use crate::translate::TooLarge;
use leon_model::{Date, PeriodProblem, WishId};
use thiserror::Error;

/// Why a question about a roster is refused.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum AskError {
    #[error("the period has {rows} cover rows, so none with number {cover}")]
    UnknownRow { cover: usize, rows: usize },
    #[error("cover row {cover} does not hold on {date}")]
    RowNotOn { cover: usize, date: Date },
    #[error("the period has no wish {wish}")]
    UnknownWish { wish: WishId },
    /// The period would not be valid with the rule relaxed.
    #[error("the period would not be valid: {} problems", .0.len())]
    NoPeriod(Vec<PeriodProblem>),
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

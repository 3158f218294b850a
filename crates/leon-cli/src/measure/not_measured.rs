//! Measures that planning again has no answer about, and why.

use super::Question;
use crate::results::table;
use leon_formats::results::column::{text, whole};
use leon_formats::results::{Cell, ResultTable};
use leon_measure::MeasureError;
use leon_pages::measure::why_not;

/// Measures, alone or together, that were not measured.
pub struct NotMeasured<'a> {
    pub question: Question<'a>,
    pub reason: Reason,
}

/// Why there is no answer.
pub enum Reason {
    /// A roster with the measure breaks more rules than the one without.
    RulesBroken { without: usize, with: usize },
    /// The needs differ other than by the measure; which, in words for developers.
    NeedsDiffer(String),
    /// Leon fell short, in words for developers.
    Fault(String),
}

impl Reason {
    /// What an error says of these measures on these days.
    ///
    /// # Errors
    /// The error, when no other measure would be better off: too few days, no threads.
    pub fn of(error: MeasureError) -> Result<Self, MeasureError> {
        match error {
            MeasureError::RulesBroken { without, with } => Ok(Self::RulesBroken { without, with }),
            MeasureError::NotComparable(it) => Ok(Self::NeedsDiffer(it.to_string())),
            MeasureError::TooFewDays { .. }
            | MeasureError::TooFewDraws { .. }
            | MeasureError::OtherDays { .. }
            | MeasureError::NoThreads => Err(error),
            other => Ok(Self::Fault(other.to_string())),
        }
    }

    /// The word by which results name it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::RulesBroken { .. } => "rules_broken",
            Self::NeedsDiffer(_) => "needs_differ",
            Self::Fault(_) => "fault",
        }
    }

    fn rules(&self) -> Option<[usize; 2]> {
        match *self {
            Self::RulesBroken { without, with } => Some([without, with]),
            _ => None,
        }
    }

    fn detail(&self) -> &str {
        match self {
            Self::NeedsDiffer(it) | Self::Fault(it) => it,
            Self::RulesBroken { .. } => "",
        }
    }
}

impl NotMeasured<'_> {
    /// The reason in a sentence or two.
    pub fn why(&self) -> String {
        let rules = self.reason.rules().unwrap_or_default();
        why_not(self.reason.word(), rules, self.reason.detail(), self.question.voice)
    }

    /// The measures' names before it.
    pub(super) fn line(&self) -> String {
        format!("{}: {}", self.question.name(), self.why())
    }
}

/// All of them as a table.
pub(super) fn as_table(all: &[NotMeasured<'_>]) -> ResultTable {
    let row = |it: &NotMeasured<'_>| -> Vec<Cell> {
        let rules = it.reason.rules().map_or([Cell::Missing, Cell::Missing], |it| it.map(Cell::from));
        let words = [it.question.id().into(), it.question.planned().into(), it.reason.word().into()];
        words.into_iter().chain(rules).chain([it.reason.detail().into()]).collect()
    };
    table(
        "not_measured",
        "Measures, alone or together, that planning again has no answer about.",
        vec![
            text("measures", "Their ids, in the order in which they are taken up."),
            text("planned", "What was planned twice: days or rosters."),
            text("reason", "rules_broken, needs_differ or fault."),
            whole("rules_without", "rules", "Rules that a roster without the measure breaks."),
            whole("rules_with", "rules", "Rules that it breaks with the measure, which are more."),
            text("detail", "Of the other reasons: what Leon says for its developers."),
        ],
        all.iter().map(row).collect(),
    )
}

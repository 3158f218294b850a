//! Measures together: what each gives alone, what all of them give, and what is counted twice by whoever adds up.

use super::Asked;
use crate::results::table;
use leon_formats::results::column::{number, text};
use leon_formats::results::{Cell, ResultTable};
use leon_measure::{Estimate, MeasureError, Overlap, Study, overlap};

/// A study of several measures beside those of each of them alone.
pub struct Together {
    overlap: Overlap,
    /// The sum of what each comes to in the case, in FTE; `None` where one of them cannot be scaled.
    fte_alone: Option<f64>,
}

impl Together {
    /// Sets a study of several measures against those of each of them alone, on the same days.
    ///
    /// # Errors
    /// As [`overlap`].
    pub fn of(alone: &[&Asked<'_>], together: &Study) -> Result<Self, MeasureError> {
        let studies: Vec<&Study> = alone.iter().map(|it| &it.study).collect();
        let fte = alone.iter().map(|it| it.scaled.as_ref().map(|it| it.fte[1]));
        Ok(Self { overlap: overlap(&studies, together)?, fte_alone: fte.sum() })
    }
}

impl Asked<'_> {
    /// What is counted twice, in a sentence or two; nothing for a measure alone.
    pub(super) fn counted_twice(&self) -> Vec<String> {
        let Some(it) = &self.together else { return Vec::new() };
        let [overlap, low, high] = self.numbers(it.overlap.overlap);
        let variables = [
            ("alone", self.voice.number(it.overlap.alone.mean, 1).into()),
            ("together", self.voice.number(it.overlap.together.mean, 1).into()),
            ("unit", self.unit().into()),
            ("overlap", overlap.into()),
            ("low", low.into()),
            ("high", high.into()),
        ];
        let mut lines = vec![self.voice.text_with("measure-overlap", &variables)];
        if let Some((alone, scaled)) = it.fte_alone.zip(self.scaled.as_ref()) {
            let [alone, together] = [alone, scaled.fte[1]].map(|it| self.voice.number(it, 0).into());
            lines.push(self.voice.text_with("measure-overlap-fte", &[("alone", alone), ("together", together)]));
        }
        lines
    }
}

/// Studies of several measures as a table.
pub(super) fn as_table<'a>(all: impl IntoIterator<Item = &'a Asked<'a>>) -> ResultTable {
    let of = |asked: &Asked<'_>| -> Option<Vec<Cell>> {
        let it = asked.together.as_ref()?;
        let ends = |it: Estimate| [it.mean, it.low(), it.high()].map(Cell::Number);
        let minutes = [it.overlap.alone, it.overlap.together, it.overlap.overlap].into_iter().flat_map(ends);
        let fte = [it.fte_alone, asked.scaled.as_ref().map(|it| it.fte[1])];
        let fte = fte.map(|it| it.map_or(Cell::Missing, Cell::Number));
        Some([asked.id().into(), asked.planned().into()].into_iter().chain(minutes).chain(fte).collect())
    };
    table(
        "together",
        "Measures taken up together, beside the sum of each alone on the same days or periods.",
        vec![
            text("measures", "Their ids, in the order in which they are taken up."),
            text("planned", "What was planned twice: days or rosters."),
            number("alone", "minutes/day", "The sum of what each releases alone."),
            number("alone_low", "minutes/day", "From."),
            number("alone_high", "minutes/day", "To."),
            number("together", "minutes/day", "What they release together."),
            number("together_low", "minutes/day", "From."),
            number("together_high", "minutes/day", "To."),
            number("overlap", "minutes/day", "The sum less what they release together; below 0 they help each other."),
            number("overlap_low", "minutes/day", "From."),
            number("overlap_high", "minutes/day", "To."),
            number("fte_alone", "FTE", "The sum of what each comes to in the case."),
            number("fte_together", "FTE", "What they come to in the case together."),
        ],
        all.into_iter().filter_map(of).collect(),
    )
}

//! Which of a measure's figures moves the answer most: each at its low and its high end, the others as they are.

use crate::{Estimate, MeasureError, Study};
use leon_model::Measure;

/// One figure of a measure moved over its range.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// Where it stands in the measure's file, as `change[0].factor`.
    pub path: String,
    pub low: f64,
    pub high: f64,
    /// What is released with the figure at its low end, and at its high end.
    pub at_low: Estimate,
    pub at_high: Estimate,
}

impl Driver {
    /// How far it moves what is released.
    pub fn swing(&self) -> f64 {
        (self.at_high.mean - self.at_low.mean).abs()
    }
}

/// The figures of a measure that have a range, each at both ends, the one that moves the answer most first.
///
/// `study` plans the same days or periods each time; who has a measure at a low share has it at a higher one too.
///
/// # Errors
/// The first of `study`'s, and [`MeasureError::Faulty`] for an end that makes no measure, which is a fault of Leon's.
pub fn drivers(
    measure: &Measure,
    study: impl Fn(&Measure) -> Result<Study, MeasureError>,
) -> Result<Vec<Driver>, MeasureError> {
    let mut drivers = Vec::new();
    for (path, figure) in measure.figures().into_iter().filter(|it| it.1.low < it.1.high) {
        let at = |value: f64| -> Result<Estimate, MeasureError> {
            let faulty = |problems: Vec<leon_model::MeasureProblem>| {
                MeasureError::Faulty(problems.first().map(ToString::to_string).unwrap_or_default())
            };
            Ok(study(&measure.with_value(&path, value).map_err(faulty)?)?.released())
        };
        let (at_low, at_high) = (at(figure.low)?, at(figure.high)?);
        drivers.push(Driver { low: figure.low, high: figure.high, at_low, at_high, path });
    }
    drivers.sort_by(|one, other| other.swing().total_cmp(&one.swing()));
    Ok(drivers)
}

//! How much longer or shorter things take than planned.

use crate::rng::Rng;
use leon_model::Figure;
use thiserror::Error;

/// How durations and travel spread around what is planned: factors, each with its range, evidence class and source.
///
/// A figure's `value` is the median; its `low` and `high` are the points with 5 % below and 5 % above. In between and
/// beyond it is log-normal on either side, as times of work and travel are skewed: much longer is likelier than much
/// shorter.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Of each visit's time at the citizen's.
    pub duration: Figure,
    /// Of each way.
    pub travel: Figure,
    /// Of all ways of a day together: weather, roadworks.
    pub travel_day: Figure,
}

impl Default for Spread {
    /// Assumptions, not measurements: a visit takes 75 % to 145 % of its time, a way 85 % to 130 %, and a day's roads
    /// make up to 95 % to 115 % of it. Replace them with a district's own.
    fn default() -> Self {
        let assumed = |low, high| Figure::assumed(1.0, low, high, "assumption");
        Self { duration: assumed(0.75, 1.45), travel: assumed(0.85, 1.3), travel_day: assumed(0.95, 1.15) }
    }
}

/// Why a spread cannot be drawn from.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum SpreadError {
    #[error("the spread of {what} is {low} to {high} around {value}; it must be above 0 and in order")]
    OutOfOrder { what: &'static str, low: f64, value: f64, high: f64 },
    #[error("no draws, no probability")]
    NoDraws,
}

/// The standard normal's point with 5 % above it.
const NORMAL_95: f64 = 1.644_853_626_951_472_7;

impl Spread {
    pub(super) fn check(&self) -> Result<(), SpreadError> {
        for (what, it) in [("duration", &self.duration), ("travel", &self.travel), ("travel_day", &self.travel_day)] {
            let &Figure { value, low, high, .. } = it;
            if !(low > 0.0 && low <= value && value <= high && high.is_finite()) {
                return Err(SpreadError::OutOfOrder { what, low, value, high });
            }
        }
        Ok(())
    }
}

/// A factor drawn from a figure.
pub(super) fn draw(figure: &Figure, rng: &mut Rng) -> f64 {
    let normal = normal(rng);
    let side = if normal < 0.0 { figure.value / figure.low } else { figure.high / figure.value };
    figure.value * (normal * side.ln() / NORMAL_95).exp()
}

/// A standard normal number (Box and Muller 1958, doi 10.1214/aoms/1177706645).
fn normal(rng: &mut Rng) -> f64 {
    let radius = (-2.0 * (1.0 - rng.unit()).ln()).sqrt();
    radius * (std::f64::consts::TAU * rng.unit()).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_draw_in_twenty_lies_beyond_either_end_of_the_range() {
        let figure = Figure::assumed(1.0, 0.8, 1.5, "test");
        let mut rng = Rng::new(1);
        let draws: Vec<f64> = (0..20_000).map(|_| draw(&figure, &mut rng)).collect();
        let share = |below: &dyn Fn(f64) -> bool| draws.iter().filter(|&&it| below(it)).count() as f64 / 20_000.0;
        // Standard error √(0.05 × 0.95 ÷ 20,000) = 0.0015; five of them.
        assert!((share(&|it| it < 0.8) - 0.05).abs() < 0.0077);
        assert!((share(&|it| it > 1.5) - 0.05).abs() < 0.0077);
        assert!((share(&|it| it < 1.0) - 0.5).abs() < 0.0177);
    }
}

//! How a change comes about over the years.

use crate::Year;

/// A straight line from nothing at the beginning of a year to the whole at the beginning of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ramp {
    pub from: Year,
    pub to: Year,
}

impl Ramp {
    /// The part that has come about: 0 before `from`, 1 from `to` on.
    pub fn part(self, year: Year) -> f64 {
        match self.to.since(self.from) {
            0 => f64::from(u8::from(year >= self.from)),
            years => (f64::from(year.since(self.from)) / f64::from(years)).min(1.0),
        }
    }
}

/// How a technology spreads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Curve {
    Linear(Ramp),
    /// An S from a first year, half way at another, with so many years from 10 to 90 percent.
    Logistic {
        from: Year,
        half: Year,
        years_10_to_90: f64,
    },
    /// Those who take it up on their own and those who follow others; F. M. Bass (1969), A new product growth for
    /// model consumer durables, *Management Science* 15(5), [doi 10.1287/mnsc.15.5.215](https://doi.org/10.1287/mnsc.15.5.215).
    Bass {
        from: Year,
        innovation: f64,
        imitation: f64,
    },
}

impl Curve {
    /// The part of those who take it up in the end that has done so, from 0 to 1.
    ///
    /// ```
    /// use leon_model::{Curve, Year};
    /// let curve = Curve::Logistic { from: Year(2026), half: Year(2030), years_10_to_90: 8.0 };
    /// assert_eq!(curve.part(Year(2025)), 0.0);
    /// assert_eq!(curve.part(Year(2030)), 0.5);
    /// assert!((curve.part(Year(2034)) - 0.9).abs() < 1e-12); // half of the 8 years after the middle
    /// ```
    pub fn part(self, year: Year) -> f64 {
        match self {
            Self::Linear(ramp) => ramp.part(year),
            _ if year < self.from() => 0.0,
            Self::Logistic { half, years_10_to_90, .. } => {
                let steepness = 81.0_f64.ln() / years_10_to_90;
                1.0 / (1.0 + (-steepness * (f64::from(year.0) - f64::from(half.0))).exp())
            }
            Self::Bass { from, innovation, imitation } => {
                let left = (-(innovation + imitation) * f64::from(year.since(from))).exp();
                (1.0 - left) / (1.0 + imitation / innovation * left)
            }
        }
    }

    /// The year before which nothing has happened.
    pub fn from(self) -> Year {
        match self {
            Self::Linear(ramp) => ramp.from,
            Self::Logistic { from, .. } | Self::Bass { from, .. } => from,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_begin_at_nothing_and_never_fall() {
        let (from, half) = (Year(2026), Year(2032));
        let curves = [
            Curve::Linear(Ramp { from, to: Year(2036) }),
            Curve::Linear(Ramp { from, to: from }),
            Curve::Logistic { from, half, years_10_to_90: 6.0 },
            Curve::Bass { from, innovation: 0.03, imitation: 0.38 },
        ];
        for curve in curves {
            assert_eq!(curve.part(Year(2025)), 0.0);
            let parts: Vec<f64> = from.to(Year(2100)).map(|year| curve.part(year)).collect();
            assert!(parts.windows(2).all(|pair| pair[0] <= pair[1]), "{curve:?}");
            assert!(parts.iter().all(|it| (0.0..=1.0).contains(it)), "{curve:?}");
            assert!(parts.last().is_some_and(|it| *it > 0.999), "{curve:?}");
        }
    }

    #[test]
    fn a_bass_curve_is_at_its_steepest_where_bass_says() {
        // t* = ln(q / p) / (p + q) = ln(0.38 / 0.03) / 0.41 = 6.19 years.
        let curve = Curve::Bass { from: Year(2026), innovation: 0.03, imitation: 0.38 };
        let step = |year: u32| curve.part(Year(year + 1)) - curve.part(Year(year));
        let steepest = (2026..2060).max_by(|a, b| step(*a).total_cmp(&step(*b)));
        assert_eq!(steepest, Some(2032));
    }

    #[test]
    fn a_ramp_is_half_way_in_the_middle() {
        let ramp = Ramp { from: Year(2028), to: Year(2032) };
        assert_eq!([2027, 2028, 2030, 2032, 2040].map(|year| ramp.part(Year(year))), [0.0, 0.0, 0.5, 1.0, 1.0]);
    }
}

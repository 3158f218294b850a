//! Cover: how many of whom must be there, when, and in what mix.

use super::civil::{Date, TimeOfDay, Weekday};
use super::person::Experience;
use super::unit::ShiftKind;
use crate::{CompetenceId, EvidenceClass, FunctionId, GroupId, Moment, UnitId};

/// Whom a row counts. An empty list asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    pub groups: Vec<GroupId>,
    /// Holds all of these.
    pub competences: Vec<CompetenceId>,
    /// Takes one of these functions in the shift.
    pub functions: Vec<FunctionId>,
    /// Empty: newcomers and experienced; trainees count where they are asked for only.
    pub experience: Vec<Experience>,
}

/// On which dates a row holds: those listed, and those of a weekday listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    pub weekdays: Vec<Weekday>,
    pub dates: Vec<Date>,
    /// Whether a public holiday counts as a Sunday instead of its own weekday.
    pub holidays_as_sundays: bool,
}

impl Days {
    /// Whether they hold a date, which is a public holiday or not.
    pub fn contain(&self, date: Date, is_public_holiday: bool) -> bool {
        let as_sunday = is_public_holiday && self.holidays_as_sundays;
        let weekday = if as_sunday { Weekday::Sunday } else { date.weekday() };
        self.dates.contains(&date) || self.weekdays.contains(&weekday)
    }
}

/// A time of the day; an end at or before the start lies on the next day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub from: TimeOfDay,
    pub to: TimeOfDay,
}

impl Span {
    /// The instants on a date.
    pub fn on(self, date: Date) -> (Moment, Moment) {
        let last = if self.to <= self.from { date + 1 } else { date };
        (date.at(self.from), last.at(self.to))
    }
}

/// So many of these people, in this unit, at these times.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    pub unit: UnitId,
    pub days: Days,
    pub span: Span,
    pub who: Who,
    /// Kinds of shift that count; empty: day, evening and night.
    pub kinds: Vec<ShiftKind>,
    pub need: CoverNeed,
    /// More than this are a surplus; `None`: never.
    pub surplus: Option<u32>,
    /// What a missing hour weighs.
    pub weight: f64,
    /// Where its numbers come from; `None`: not said, as in a table made by hand.
    pub evidence: Option<CoverEvidence>,
}

/// Where the numbers of a row of cover come from, and how well they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverEvidence {
    pub class: EvidenceClass,
    /// In words: a file, a plan, a register.
    pub source: String,
}

impl Cover {
    /// Whether a kind of shift counts.
    pub fn counts(&self, kind: ShiftKind) -> bool {
        if self.kinds.is_empty() { !kind.is_on_call() } else { self.kinds.contains(&kind) }
    }
}

/// How many are needed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CoverNeed {
    /// By a table.
    Table { min: u32, target: u32 },
    /// By demand that varies: the target is enough with a probability of `service_level`.
    Demand { min: u32, mean: f64, standard_deviation: f64, service_level: f64 },
}

impl CoverNeed {
    pub fn min(self) -> u32 {
        match self {
            Self::Table { min, .. } | Self::Demand { min, .. } => min,
        }
    }

    /// The target; never below the minimum.
    ///
    /// ```
    /// use leon_model::CoverNeed;
    /// let need = |service_level| CoverNeed::Demand { min: 2, mean: 4.2, standard_deviation: 0.9, service_level };
    /// assert_eq!(need(0.5).target(), 5); // 4.2
    /// assert_eq!(need(0.95).target(), 6); // 4.2 + 1.645 × 0.9 = 5.68
    /// assert_eq!(need(0.99).target(), 7); // 4.2 + 2.326 × 0.9 = 6.29
    /// ```
    pub fn target(self) -> u32 {
        match self {
            Self::Table { min, target } => target.max(min),
            Self::Demand { min, mean, standard_deviation, service_level } => {
                let enough = mean + normal_quantile(service_level) * standard_deviation;
                // What rounding leaves above a whole number asks for nobody more.
                (enough - 1e-9).ceil().clamp(0.0, 1e6).max(f64::from(min)) as u32
            }
        }
    }
}

/// Where the standard normal distribution reaches a probability, to nine digits (P. J. Acklam 2003). A probability
/// outside 0 to 1 counts as the nearest that is inside.
///
/// ```
/// assert!((leon_model::normal_quantile(0.95) - 1.644_854).abs() < 1e-6);
/// ```
pub fn normal_quantile(probability: f64) -> f64 {
    const A: [f64; 6] = [
        -39.696_830_286_653_76,
        220.946_098_424_520_5,
        -275.928_510_446_968_7,
        138.357_751_867_269,
        -30.664_798_066_147_16,
        2.506_628_277_459_239,
    ];
    const B: [f64; 6] = [
        -54.476_098_798_224_06,
        161.585_836_858_040_9,
        -155.698_979_859_886_6,
        66.801_311_887_719_72,
        -13.280_681_552_885_72,
        1.0,
    ];
    const C: [f64; 6] = [
        -0.007_784_894_002_430_293,
        -0.322_396_458_041_136_5,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 5] =
        [0.007_784_695_709_041_462, 0.322_467_129_070_039_8, 2.445_134_137_142_996, 3.754_408_661_907_416, 1.0];
    let polynomial = |coefficients: &[f64], x: f64| coefficients.iter().fold(0.0, |sum, it| sum * x + it);
    let p = probability.clamp(1e-12, 1.0 - 1e-12);
    let tail = |p: f64| {
        let q = (-2.0 * p.ln()).sqrt();
        polynomial(&C, q) / polynomial(&D, q)
    };
    if p < 0.02425 {
        tail(p)
    } else if p > 1.0 - 0.02425 {
        -tail(1.0 - p)
    } else {
        let q = p - 0.5;
        q * polynomial(&A, q * q) / polynomial(&B, q * q)
    }
}

/// A mix of people at work together.
#[derive(Clone, Debug, PartialEq)]
pub struct MixRow {
    pub unit: UnitId,
    pub days: Days,
    pub span: Span,
    pub mix: Mix,
    /// What an hour without it weighs.
    pub weight: f64,
}

/// What must hold at each minute.
#[derive(Clone, Debug, PartialEq)]
pub enum Mix {
    /// At least so many of these, when anybody is at work in the unit.
    AtLeast { count: u32, of: Who },
    /// At most `factor` of these for each one of those.
    AtMostPer { of: Who, factor: f64, per: Who },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_tables() {
        for (p, z) in
            [(0.5, 0.0), (0.8, 0.841_621_234), (0.95, 1.644_853_627), (0.975, 1.959_963_985), (0.999, 3.090_232_306)]
        {
            assert!((normal_quantile(p) - z).abs() < 1e-8, "{p}: {}", normal_quantile(p));
            assert!((normal_quantile(1.0 - p) + z).abs() < 1e-8, "{p}");
        }
    }
}

//! Every figure carries where it comes from, how well it is known, and between which limits it lies.

use crate::SourceId;
use crate::task::words;

/// How well a figure is known, from best to weakest.
///
/// The middle classes are those of Robusthedskommissionen's mapping (Implement 2023, Metode og
/// datagrundlag): a finding stands when normally at least three informants agree independently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceClass {
    /// Planned again with and without, by Leon (målt af Leon).
    Measured,
    /// From a register or an official table (registerdata).
    Register,
    /// At least three independent informants (mindst tre informanter).
    Informants,
    /// One case, trial or quotation (enkelt case).
    SingleCase,
    /// Somebody with an interest says so (påstand).
    Claim,
    /// Leon's or the case author's own assumption (antagelse).
    Assumption,
}

words!(EvidenceClass {
    Measured => "measured",
    Register => "register",
    Informants => "informants",
    SingleCase => "single_case",
    Claim => "claim",
    Assumption => "assumption",
});

/// A figure with its range, evidence class and source. `low <= value <= high` in a valid case.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub class: EvidenceClass,
    pub source: SourceId,
}

impl Figure {
    /// A figure known to the point, as from a register.
    pub fn exact(value: f64, class: EvidenceClass, source: impl Into<SourceId>) -> Self {
        Self { value, low: value, high: value, class, source: source.into() }
    }

    /// An assumption with its range.
    pub fn assumed(value: f64, low: f64, high: f64, source: impl Into<SourceId>) -> Self {
        Self { value, low, high, class: EvidenceClass::Assumption, source: source.into() }
    }
}

/// Where figures and rules come from: cited by the report's own title, section and figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub id: SourceId,
    pub title: String,
    pub publisher: String,
    /// Year of publication, as text (`2023`, `2022-09`).
    pub year: String,
    /// Section, page or figure within the work.
    pub locator: String,
    pub url: String,
}

//! Days of visits, for people: the words, the reasons and the page of a plan.

pub mod broken;
pub mod figures;
pub mod page;
pub mod reasons;
pub mod words;

use leon_check::RouteVerdict;
use leon_formats::day::{Clock, Provenance};
use leon_model::{Day, RoutePlan};
use leon_route::LeftOutReason;

/// A day with its clock and its fingerprint.
pub struct DayFile {
    pub day: Day,
    pub clock: Clock,
    /// SHA-256 of what was read, in hexadecimal.
    pub sha256: String,
}

/// A plan and what is known of it.
pub struct Published<'a> {
    pub file: &'a DayFile,
    pub plan: &'a RoutePlan,
    pub verdict: &'a RouteVerdict,
    /// How the plan came about, if it says so.
    pub made_by: Option<&'a Provenance>,
    /// Why visits are left out.
    pub left_out: &'a [LeftOutReason],
}

//! Matches tasks to competences under bindings: where hours are missing, which rule holds back most,
//! and what an hour is worth.
//!
//! Entry point: [`match_tasks`]; [`MatchSeries`] solves the same rules again and again with other hours. The model as mathematics: `docs/concepts/match.md`.

mod answer;
mod explain;
mod goals;
mod lifting;
mod model;
mod options;
mod parts;
mod plan;
mod prices;
mod series;
mod solve;
mod switchboard;
mod value;
mod views;

pub use answer::{BindingValue, Effort, HourPrice, HourWorth, LiftSet, Matched, Saved, Status};
pub use explain::{Explanation, Reason, Remedy, UnmetTask, Way, Why, explain_gap};
pub use options::{Options, Progress, Step};
pub use series::{Amounts, MatchSeries, SeriesRun, SolvedAmounts};
pub use solve::{MatchError, match_tasks};
pub use switchboard::Switchboard;
pub use views::{
    Attribution, Axis, EvidenceOf, EvidenceShare, Gap, NewShortage, TaskMaturity, Who, WhoDoesWhat, attribution,
    evidence_shares, gap_by, maturity, new_shortages, who_does_what,
};

//! Need, hands and hours in the years to come, each year matched, with the uncertainty shown.
//!
//! Entry point: [`project`]. Population by age gives need, stocks and flows of staff give hands, a
//! [`leon_model::Scenario`] says what changes, and [`leon_match::MatchSeries`] matches every year, so that what a
//! change releases is planned and never claimed. The model as mathematics: `docs/concepts/project.md`.

mod answer;
mod assumptions;
mod backtest;
mod cohorts;
mod decompose;
mod entries;
mod explain;
mod hands;
mod lean;
mod members;
mod options;
mod path;
mod people;
mod portfolio;
mod project;
mod regions;
mod regression;
mod robust;
mod rules;
mod year;

pub use answer::{Assumed, GroupYear, Interval, Path, Projection, Totals, YearAnswer, interval};
pub use assumptions::{Assumption, AssumptionId, EffectFigure, assumptions};
pub use backtest::{Measured, backtest};
pub use cohorts::{AGES, Cohorts, Rates, YOUNGEST};
pub use decompose::{Decomposition, Term, decompose};
pub use explain::{Explanation, Moved, explain};
pub use lean::{Leaning, Leanings, leanings};
pub use options::{Options, Progress, Step};
pub use portfolio::{Claim, Item, ItemId, Portfolio, Release, claims, portfolio};
pub use project::{ProjectError, inhabitants, project};
pub use regions::by_region;
pub use robust::{Robustness, robustness};
pub use rules::{claimed_hours, claimed_share, scope_hours};

//! What can be typed after `leon roster`.

use super::{RosterCoverArgs, SearchArgs};
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Days of the week, by the words of files.
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

#[derive(Args, Debug)]
pub struct RosterArgs {
    #[command(subcommand)]
    pub command: RosterCommand,
}

#[derive(Debug, Subcommand)]
pub enum RosterCommand {
    /// Plan weeks of shifts: who works which shift, in which function.
    Plan(RosterPlanArgs),
    /// Say what a roster breaks, what it costs and what it is worth; or, without a roster, what is wrong with a period.
    Check(RosterCheckArgs),
    /// Write the period that follows a roster: its history, burdens and wish accounts as the roster leaves them.
    Next(RosterNextArgs),
    /// Make rows of cover out of demand: a list of what was measured, or plans of visits.
    Cover(RosterCoverArgs),
    /// What if: plan the period as it is and with one thing changed, and compare.
    Analyse(RosterAnalyseArgs),
    /// Say why shifts are uncovered and wishes refused, what would help and what it costs, and what goals are made of.
    Explain(RosterExplainArgs),
    /// Say what tells two rosters apart: person by person, date by date.
    Diff(RosterDiffArgs),
    /// Say what no roster can cost less than, and what one more of something would change.
    Bound(RosterBoundArgs),
    /// Mend a roster that people know after an absence: few changes, and a reason for each.
    Repair(RosterRepairArgs),
    /// Say who can take a shift that is open, and what it costs.
    Recommend(RosterRecommendArgs),
    /// Find swaps of a duty, with one other person or round a circle of three or four.
    Swap(RosterSwapArgs),
    /// Write a roster for people: page, calendars, workbook, lists, hours for pay, and the book of hours.
    Publish(RosterPublishArgs),
}

/// What kind of file is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RosterFormat {
    /// A period of Leon's.
    Period,
    /// INRC-II: nurses' rosters of the second international nurse rostering competition.
    Inrc2,
    /// The shift scheduling benchmark of Curtois and Qu.
    Shiftsched,
}

#[derive(Args, Debug)]
pub struct RosterPlanArgs {
    /// The period, as JSON; or an instance file (shiftsched).
    #[arg(required_if_eq_any([("format", "period"), ("format", "shiftsched")]))]
    pub file: Option<PathBuf>,
    /// What kind of file it is; research files give rosters in the form of their own checkers.
    #[arg(long, value_enum, default_value_t = RosterFormat::Period)]
    pub format: RosterFormat,
    #[command(flatten)]
    pub known: KnownRosterArgs,
    /// Start from this roster.
    #[arg(long, value_name = "ROSTER")]
    pub from: Option<PathBuf>,
    /// Folder with the data sets, or of one data set (inrc2).
    #[arg(long, value_name = "DIR", required_if_eq("format", "inrc2"))]
    pub data: Option<PathBuf>,
    /// Data set, history and weeks, as n030w4_1_6-2-9-1 (inrc2).
    #[arg(long, value_name = "NAME", required_if_eq("format", "inrc2"))]
    pub instance: Option<String>,
    /// Plan each week without a look at later ones, as in the competition (inrc2). The time is shared out evenly.
    #[arg(long)]
    pub week_by_week: bool,
    #[command(flatten)]
    pub search: SearchArgs,
    /// Write the roster here: a file, or a folder with a file a week (inrc2).
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Rows to show in each list of the summary.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

/// A roster that people know already.
#[derive(Args, Debug)]
pub struct KnownRosterArgs {
    /// A roster that people know already: what is moved at short notice has its price, and changes count.
    #[arg(long, value_name = "ROSTER", requires = "told")]
    pub published: Option<PathBuf>,
    /// When people are told of the changes, as 2026-11-23T12:00, Danish time.
    #[arg(long, value_name = "TIME", requires = "published")]
    pub told: Option<String>,
}

#[derive(Args, Debug)]
pub struct RosterCheckArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// The roster, as JSON.
    pub roster: Option<PathBuf>,
    #[command(flatten)]
    pub known: KnownRosterArgs,
}

/// What kind of file is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RosterBoundFormat {
    /// A period of Leon's.
    Period,
    /// INRC-II: nurses' rosters of the second international nurse rostering competition.
    Inrc2,
    /// The shift scheduling benchmark of Curtois and Qu.
    Shiftsched,
}

#[derive(Args, Debug)]
pub struct RosterBoundArgs {
    /// The period, as JSON; or an instance file (shiftsched).
    #[arg(required_if_eq_any([("format", "period"), ("format", "shiftsched")]))]
    pub file: Option<PathBuf>,
    /// The roster of the period; without one a roster is planned first.
    pub roster: Option<PathBuf>,
    /// What kind of file it is.
    #[arg(long, value_enum, default_value_t = RosterBoundFormat::Period)]
    pub format: RosterBoundFormat,
    /// Folder with the data sets, or of one data set (inrc2).
    #[arg(long, value_name = "DIR", required_if_eq("format", "inrc2"))]
    pub data: Option<PathBuf>,
    /// Data set, history and weeks, as n030w4_1_6-2-9-1 (inrc2).
    #[arg(long, value_name = "NAME", required_if_eq("format", "inrc2"))]
    pub instance: Option<String>,
    /// Rounds to search for the bound: more give a tighter bound, or the same.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub rounds: u64,
    /// Stop the search for the bound after so many seconds; what was proven by then stands.
    #[arg(long, value_name = "N", value_parser = super::route::seconds)]
    pub seconds: Option<f64>,
    /// Rounds to search first for a roster to compare with; 0: none.
    #[arg(long, value_name = "N", default_value_t = 5_000_000)]
    pub search: u64,
    /// Another seed gives another roster to compare with.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Shadow prices to show in each list.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
}

#[derive(Args, Debug)]
pub struct RosterPublishArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// The roster, as JSON.
    pub roster: PathBuf,
    /// Folder to write into; an earlier result there is replaced.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub known: KnownRosterArgs,
}

#[derive(Args, Debug)]
pub struct RosterNextArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// Its roster, as JSON.
    pub roster: PathBuf,
    /// Write the next period into this file.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Args, Debug)]
pub struct RosterAnalyseArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// People of the first unit take a share of the second one's duty, as amb:m1:0.33.
    #[arg(long, value_name = "FROM:TO:SHARE")]
    pub share: Vec<String>,
    /// One more full-time person of a staff group in a unit, as nurse:m1.
    #[arg(long, value_name = "GROUP:UNIT")]
    pub one_more: Vec<String>,
    /// Another weight of few staff groups on a shift; 0: it does not count.
    #[arg(long, value_name = "WEIGHT")]
    pub profiles: Vec<f64>,
    #[command(flatten)]
    pub search: SearchArgs,
}

#[derive(Args, Debug)]
pub struct RosterExplainArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// The roster, as JSON.
    pub roster: PathBuf,
    /// Why cover is short: a row's number in the period, from 0, and a date, as 3@2026-12-24; without, all that is short.
    #[arg(long, value_name = "ROW@DATE", num_args = 0..=1)]
    pub uncovered: Option<Option<String>>,
    /// Why this wish is refused, what granting it would change, and its place in the queue.
    #[arg(long, value_name = "WISH")]
    pub wish: Option<String>,
    /// The same for every refused wish of a person; without one, for the whole round, the strongest claims first.
    #[arg(long, value_name = "PERSON", num_args = 0..=1)]
    pub wishes: Option<Option<String>>,
    /// Which hard wishes, absences, considerations and rules no roster keeps together.
    #[arg(long)]
    pub conflicts: bool,
    /// What each goal is made of, and how often each rule is broken, priced or advises against something.
    #[arg(long)]
    pub goals: bool,
    #[command(flatten)]
    pub known: KnownRosterArgs,
    /// Iterations to search for what granting a wish would change.
    #[arg(long, value_name = "N", default_value_t = 40_000)]
    pub iterations: u64,
    /// Rows to show in each list.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

#[derive(Args, Debug)]
pub struct RosterDiffArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// The roster before, as JSON.
    pub before: PathBuf,
    /// The roster after, as JSON.
    pub after: PathBuf,
    #[command(flatten)]
    pub known: KnownRosterArgs,
}

#[derive(Args, Debug)]
pub struct RosterRepairArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// The roster that people know, as JSON.
    pub roster: PathBuf,
    /// What has happened, as JSON: several absences, returns, dates off and changes of cover in one file.
    #[arg(long, value_name = "EVENTS")]
    pub events: Option<PathBuf>,
    /// Somebody is away from a date to another, the last included, or from an instant to another as 2026-11-23T12:00:
    /// holiday, illness (when nothing is said), time_off_in_lieu or leave.
    #[arg(long, num_args = 3..=4, value_names = ["PERSON", "FROM", "TO", "KIND"])]
    pub absent: Vec<String>,
    /// Somebody leaves: the first date on which they do not work any more.
    #[arg(long, num_args = 2, value_names = ["PERSON", "DATE"])]
    pub leaves: Vec<String>,
    /// Somebody must be free from a date to another, the last included, and can work on others.
    #[arg(long, num_args = 3, value_names = ["PERSON", "FROM", "TO"])]
    pub off: Vec<String>,
    /// When people are told of the changes, as 2026-11-23T12:00, Danish time. What has begun then stays.
    #[arg(long, value_name = "TIME")]
    pub told: String,
    /// What lies before this date stays.
    #[arg(long, value_name = "DATE")]
    pub keep_before: Option<String>,
    /// The most dates that may change beside those that fall away; when not given as many as the first answer needs,
    /// and three for each duty that it leaves open.
    #[arg(long, value_name = "N")]
    pub changes_max: Option<usize>,
    /// How many days from what falls away others may change.
    #[arg(long, value_name = "N", default_value_t = 14)]
    pub days: u32,
    #[command(flatten)]
    pub search: SearchArgs,
    /// Write the roster here.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write the period with the absences here: the ground of the next repair.
    #[arg(long, value_name = "FILE")]
    pub out_period: Option<PathBuf>,
    /// Rows to show in each list of the summary.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

#[derive(Args, Debug)]
pub struct RosterRecommendArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// The roster that people know, as JSON.
    pub roster: PathBuf,
    /// Whose duty falls away.
    #[arg(long, value_name = "PERSON", required_unless_present = "row", conflicts_with = "row")]
    pub person: Option<String>,
    /// Which row of cover is short, by its number from 0.
    #[arg(long, value_name = "N")]
    pub row: Option<usize>,
    /// The date of the duty, or of the row.
    #[arg(long, value_name = "DATE")]
    pub date: String,
    /// When people are told, as 2026-11-23T12:00, Danish time.
    #[arg(long, value_name = "TIME")]
    pub told: String,
    /// People to show, of those who may and of those who may not.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub count: usize,
}

#[derive(Args, Debug)]
pub struct RosterSwapArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// The roster that people know, as JSON.
    pub roster: PathBuf,
    /// Who wants to swap.
    #[arg(long, value_name = "PERSON")]
    pub person: String,
    /// The date of the duty that the person wants to be rid of.
    #[arg(long, value_name = "DATE", required_unless_present = "wants")]
    pub date: Option<String>,
    /// The date on which the person wants to work instead.
    #[arg(long, value_name = "DATE")]
    pub wants: Option<String>,
    /// Somebody who is to be in the swap.
    #[arg(long, value_name = "PERSON")]
    pub with: Option<String>,
    /// What begins before is not swapped, as 2026-11-23T12:00, Danish time; the whole period when not given.
    #[arg(long, value_name = "TIME")]
    pub told: Option<String>,
    /// The most people in a swap.
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(2..=4))]
    pub people_max: usize,
    /// How many days from the dates asked for duties are looked for.
    #[arg(long, value_name = "N", default_value_t = 14)]
    pub days: u32,
    /// Swaps to show.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
    /// Take the swap with this number, from 1.
    #[arg(long, value_name = "N", requires = "out", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub take: Option<usize>,
    /// Write the roster after the swap taken here.
    #[arg(long, value_name = "FILE", requires = "take")]
    pub out: Option<PathBuf>,
}

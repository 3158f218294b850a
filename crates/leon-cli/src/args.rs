//! What can be typed after `leon`.

mod cover;
mod generate;
mod import;
mod keep;
mod measure;
mod project;
mod roster;
mod route;
mod serve;
mod sql;
mod user;

pub use cover::*;
pub use generate::*;
pub use import::*;
pub use keep::*;
pub use measure::*;
pub use project::*;
pub use roster::*;
pub use route::*;
pub use serve::*;
pub use sql::*;
pub use user::*;

use clap::{Args, Parser, Subcommand, ValueEnum};
use leon_formats::Lang;
use leon_model::{GroupId, PlaceId};
use std::path::PathBuf;

/// Places every care task at the lowest effective level, in one book of hours.
#[derive(Debug, Parser)]
#[command(name = "leon", version, max_term_width = 100)]
pub struct Arguments {
    /// Language of what Leon writes; from LC_ALL, LC_MESSAGES or LANG when not given.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LangWord>,
    #[command(subcommand)]
    pub command: Command,
}

/// A language as it is typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangWord {
    Da,
    En,
}

impl From<LangWord> for Lang {
    fn from(word: LangWord) -> Self {
        match word {
            LangWord::Da => Self::Da,
            LangWord::En => Self::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// List every problem of a case, or sum up a case that has none.
    Check(CheckArgs),
    /// Write a small commented example case.
    Init(InitArgs),
    /// Find where hands are missing, what each binding costs and what an hour is worth.
    Match(MatchArgs),
    /// Print the accounts of a result, or what one result released against another.
    Ledger(LedgerArgs),
    /// Plan the same days with and without a measure, and say what it really releases.
    Measure(MeasureArgs),
    /// Project need, hands and gap over the years, with scenarios and intervals.
    Project(ProjectArgs),
    /// Ask the tables of a result in SQL.
    Sql(SqlArgs),
    /// Plan visits: who visits whom, when, in which order.
    Route(RouteArgs),
    /// Plan weeks of shifts: who works which shift, in which function.
    Roster(RosterArgs),
    /// Open Leon in the browser, for several people at once.
    Serve(ServeArgs),
    /// Make the plans that are asked for in the browser, beside or instead of `leon serve`.
    Worker(WorkerArgs),
    /// Put everything that Leon keeps away in a new file; Leon may be open meanwhile.
    Backup(KeepArgs),
    /// Bring back what `leon backup` has put away, into an empty database of either kind.
    Restore(KeepArgs),
    /// Give people accounts.
    User(UserArgs),
    /// Bring figures from elsewhere into a case.
    Import(ImportArgs),
    /// Make up data to try things on.
    Generate(GenerateArgs),
}

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// List what the case rests on: assumptions and claims, and the share of hours by evidence class.
    #[arg(long)]
    pub evidence: bool,
}

#[derive(Args, Debug)]
pub struct InitArgs {
    /// Folder to write into; made when it is missing.
    pub dir: PathBuf,
    /// Write even though the folder holds something; a case there is replaced.
    #[arg(long)]
    pub force: bool,
}

#[derive(Args, Debug)]
pub struct MatchArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// Lift a binding that is in force; may be given more than once.
    #[arg(long, value_name = "ID")]
    pub lift: Vec<String>,
    /// Lift every binding that its source does not call justified: keep only those marked `yes`.
    #[arg(long)]
    pub only_justified: bool,
    /// Write the whole answer into this folder: CSV, Parquet, Excel and a report to read and print.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Threads to use; 0 means one a core. The answer is the same on any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Largest set of bindings to lift together; 0 looks for none.
    #[arg(long, value_name = "K", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(0..=5))]
    pub set_size: usize,
    /// Leave out the scarcity prices.
    #[arg(long)]
    pub no_prices: bool,
    /// Leave out what each binding is worth, and the best set of them.
    #[arg(long)]
    pub no_values: bool,
    /// Say why hours are missing in one place for one staff group, and the cheapest ways to meet them.
    #[arg(long, value_name = "gap:PLACE:GROUP", conflicts_with_all = ["out", "no_prices", "no_values", "top"])]
    pub explain: Option<GapAddress>,
    /// Rows to show in each list of the summary.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

#[derive(Args, Debug)]
pub struct LedgerArgs {
    /// Folder of a result, as written by `leon match --out`; or, before a roster, its period.
    pub result: PathBuf,
    /// A roster of the period, as JSON.
    pub roster: Option<PathBuf>,
    /// Another result with the same needs, or another roster of the period: prints what it released.
    #[arg(long, value_name = "OTHER")]
    pub vs: Option<PathBuf>,
}

/// A gap to explain: one staff group in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct GapAddress {
    pub place: PlaceId,
    pub group: GroupId,
}

impl std::str::FromStr for GapAddress {
    type Err = String;

    /// Reads `gap:PLACE:GROUP`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split(':').collect::<Vec<_>>()[..] {
            ["gap", place, group] if !place.is_empty() && !group.is_empty() => {
                Ok(Self { place: place.into(), group: group.into() })
            }
            _ => {
                Err("write it as gap:PLACE:GROUP with the ids of a place and a staff group, as gap:aarhus:nurse".into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn arguments_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_gap_has_a_place_and_a_group() {
        let address = GapAddress { place: "aarhus".into(), group: "nurse".into() };
        assert_eq!("gap:aarhus:nurse".parse(), Ok(address));
        for wrong in ["", "gap:aarhus", "gap::nurse", "gap:aarhus:", "price:aarhus:nurse", "gap:a:b:c"] {
            assert!(wrong.parse::<GapAddress>().is_err(), "{wrong}");
        }
    }
}

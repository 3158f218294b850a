//! What can be typed after `leon measure`.

use clap::Args;
use leon_model::PlaceId;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct MeasureArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// The measure: a TOML file, or the id of one in the case's folder `measures`.
    #[arg(long, value_name = "FILE-OR-ID", required_unless_present = "all")]
    pub measure: Option<String>,
    /// Every measure of the case's folder `measures`, each alone, in one table.
    #[arg(long, conflicts_with_all = ["measure", "with", "case_out", "drivers"])]
    pub all: bool,
    /// Another measure at the same time; may be given more than once. A later one finds what earlier ones have left.
    #[arg(long, value_name = "OTHER")]
    pub with: Vec<String>,
    /// Days for each municipality, or periods for each kind of team when the measure is about rosters.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1000))]
    pub days: usize,
    /// A municipality, by its id in the case; may be given more than once. One of each type when none is given.
    #[arg(long, value_name = "ID")]
    pub municipality: Vec<PlaceId>,
    /// A day from a file instead of a made-up one; may be given more than once. Its municipality must be named.
    #[arg(long, value_name = "FILE", requires = "municipality")]
    pub day: Vec<PathBuf>,
    /// Visits of each day: 20 to 20000.
    #[arg(long, value_name = "N", default_value_t = 80)]
    pub visits: usize,
    /// The date of the days; a Monday when the measure is about rosters.
    #[arg(long, value_name = "DATE", default_value = "2026-11-23")]
    pub date: String,
    /// Weeks of each period of a roster.
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=26))]
    pub weeks: u32,
    /// Another seed draws other days, other citizens who have the measure, and searches otherwise.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Rounds of the search for each plan: 20000 for a day and 1000000 for a roster, unless said otherwise.
    #[arg(long, value_name = "N")]
    pub iterations: Option<u64>,
    /// Rounds of pricing routes for each bound; with more, less is left open.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub bound_rounds: u32,
    /// Minutes of a free piece of a shift from which on another citizen can be taken in.
    #[arg(long, value_name = "MINUTES", default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=480))]
    pub visit_min: i64,
    /// Measure again with each of the measure's figures at the ends of its range, to see which move the answer.
    #[arg(long)]
    pub drivers: bool,
    /// Measure again so many times with all of the measure's figures drawn from their ranges at once, to see what the
    /// answer leans on; two more than there are figures with a range, or more.
    #[arg(long, value_name = "N", conflicts_with = "all", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(2..=100_000))]
    pub draws: Option<usize>,
    /// Write the case with what was measured as the effect of the measure's technology into this folder, for `leon
    /// match` and `leon project`.
    #[arg(long, value_name = "DIR")]
    pub case_out: Option<PathBuf>,
    /// Days planned at the same time; 0 means one a core. The answer is the same on any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Write a report to read and print, and the differences as CSV and Parquet, into this folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

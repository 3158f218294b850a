//! What can be typed after `leon measure`.

use clap::Args;
use leon_model::PlaceId;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct MeasureArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// The measure: a TOML file, or the id of one in the case's folder `measures`.
    #[arg(long, value_name = "FILE-OR-ID")]
    pub measure: String,
    /// Another measure at the same time; may be given more than once. A later one finds what earlier ones have left.
    #[arg(long, value_name = "OTHER")]
    pub with: Vec<String>,
    /// Days for each municipality.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1000))]
    pub days: usize,
    /// A municipality, by its id in the case; may be given more than once. One of each type when none is given.
    #[arg(long, value_name = "ID")]
    pub municipality: Vec<PlaceId>,
    /// Visits of each day: 20 to 20000.
    #[arg(long, value_name = "N", default_value_t = 80)]
    pub visits: usize,
    /// The date of the days.
    #[arg(long, value_name = "DATE", default_value = "2026-11-23")]
    pub date: String,
    /// Another seed draws other days, other citizens who have the measure, and searches otherwise.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Rounds of the search for each plan.
    #[arg(long, value_name = "N", default_value_t = 20_000)]
    pub iterations: u64,
    /// Rounds of pricing routes for each bound; with more, less is left open.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub bound_rounds: u32,
    /// Minutes of a free piece of a shift from which on another citizen can be taken in.
    #[arg(long, value_name = "MINUTES", default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=480))]
    pub visit_min: i64,
    /// Days planned at the same time; 0 means one a core. The answer is the same on any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Write the differences as tables, CSV and Parquet, into this folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

//! What can be typed after `leon project`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What every projection takes.
#[derive(Args, Debug)]
pub struct DrawArgs {
    /// Draws over the ranges of the assumptions; 0 projects the values alone.
    #[arg(long, value_name = "N", default_value_t = 40)]
    pub draws: usize,
    /// Which draws. The same seed gives the same answer.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Threads to use; 0 means one a core. The answer is the same on any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
}

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct ProjectArgs {
    #[command(subcommand)]
    pub command: Option<ProjectCommand>,
    /// Folder of the case.
    #[arg(required = true)]
    pub case: Option<PathBuf>,
    /// A scenario, as TOML; may be given more than once. The case as it stands always comes first.
    #[arg(long, value_name = "FILE")]
    pub scenario: Vec<PathBuf>,
    #[command(flatten)]
    pub draws: DrawArgs,
    /// Write the whole answer into this folder: CSV, Parquet, Excel and a report to read and print.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Rows to show in each list of the summary.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

#[derive(Debug, Subcommand)]
pub enum ProjectCommand {
    /// Say what one scenario differs from another by, year by year, with the difference's own interval.
    Compare(ProjectCompareArgs),
    /// Say what a year's gap rests on: need and hands apart, and each assumption moved alone.
    Explain(ProjectExplainArgs),
    /// Take every technology, binding and scenario alone and together: claims against what is released, who pays and
    /// who gains.
    Portfolio(ProjectPortfolioArgs),
    /// Carry out plans in named futures, and say in how many of them the gap closes.
    Robust(ProjectRobustArgs),
}

#[derive(Args, Debug)]
pub struct ProjectCompareArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// The scenario to compare, as TOML.
    pub scenario: PathBuf,
    /// The scenario to compare it with; the case as it stands when not given.
    #[arg(long, value_name = "OTHER")]
    pub vs: Option<PathBuf>,
    /// The year in which to say which entries make the difference; the last when not given.
    #[arg(long)]
    pub year: Option<u32>,
    #[command(flatten)]
    pub draws: DrawArgs,
    /// Write both scenarios and what makes the difference into this folder: CSV, Parquet, Excel and a report.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct ProjectRobustArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// A plan, as a scenario in TOML; may be given more than once. No plan always comes first.
    #[arg(long, value_name = "FILE")]
    pub plan: Vec<PathBuf>,
    /// A future, as a scenario in TOML; may be given more than once. The case as it stands always comes first.
    #[arg(long, value_name = "FILE")]
    pub future: Vec<PathBuf>,
    /// The year; the last when not given.
    #[arg(long)]
    pub year: Option<u32>,
    /// The gap is closed when no more than this share of the need is unmet.
    #[arg(long, value_name = "SHARE", default_value_t = 0.01)]
    pub closed: f64,
    /// Threads to use; 0 means one a core. The answer is the same on any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
}

#[derive(Args, Debug)]
pub struct ProjectPortfolioArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// A scenario, as TOML, taken alone and with all else; may be given more than once.
    #[arg(long, value_name = "FILE")]
    pub scenario: Vec<PathBuf>,
    /// The year that is shown; the last when not given.
    #[arg(long)]
    pub year: Option<u32>,
    /// Threads to use; 0 means one a core. The answer is the same on any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Write every year into this folder: CSV, Parquet, Excel and a report to read and print.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct ProjectExplainArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// A scenario, as TOML; the case as it stands when not given.
    #[arg(long, value_name = "FILE")]
    pub scenario: Option<PathBuf>,
    /// The year; the last when not given.
    #[arg(long)]
    pub year: Option<u32>,
    /// Threads to use; 0 means one a core. The answer is the same on any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Assumptions to show.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

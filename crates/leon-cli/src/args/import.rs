//! What can be typed after `leon import`.

use clap::{Args, Subcommand};
use leon_model::SettingId;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct ImportArgs {
    #[command(subcommand)]
    pub command: ImportCommand,
}

#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Refresh a case with tables of Statistics Denmark: inhabitants by area, age and year, or users of care by age.
    Statbank(ImportStatbankArgs),
}

#[derive(Args, Debug)]
pub struct ImportStatbankArgs {
    /// Tables from api.statbank.dk as CSV, BULK or JSONSTAT, named as the table: FRKM126.csv.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Folder of the case whose tables are refreshed.
    #[arg(long, value_name = "DIR")]
    pub case: PathBuf,
    /// The files say who uses the care of this setting; inhabitants when not given.
    #[arg(long, value_name = "ID")]
    pub setting: Option<SettingId>,
}

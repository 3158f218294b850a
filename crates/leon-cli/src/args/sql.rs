//! What can be typed after `leon sql`.

use clap::Args;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct SqlArgs {
    /// Folder of a result. Each `NAME.parquet` in it is a table of that name.
    pub result: PathBuf,
    /// The question, as `select year, unmet_fte from years order by year`. `show tables` lists the tables, `describe
    /// years` the columns of one.
    #[arg(value_name = "QUESTION")]
    pub question: String,
    /// Answer with CSV instead of a table to read.
    #[arg(long)]
    pub csv: bool,
}

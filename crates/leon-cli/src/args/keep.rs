//! What can be typed after `leon backup` and `leon restore`.

use clap::Args;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct KeepArgs {
    /// The file.
    pub file: PathBuf,
    /// Folder of the database, as for `leon serve`. DATABASE_URL names a PostgreSQL in its place.
    #[arg(long, value_name = "FOLDER", default_value = "leon-data")]
    pub data: PathBuf,
}

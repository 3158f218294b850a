//! What can be typed after `leon roster cover`.

use clap::builder::{PossibleValuesParser, RangedU64ValueParser};
use clap::{ArgGroup, Args};
use std::path::PathBuf;

/// How well figures are known, by the words of files.
const CLASSES: [&str; 6] = ["measured", "register", "informants", "single_case", "claim", "assumption"];

#[derive(Args, Debug)]
#[command(group(ArgGroup::new("demand").required(true).args(["history", "from_day"])))]
pub struct RosterCoverArgs {
    /// The period, as JSON.
    pub period: PathBuf,
    /// A list of measured demand, as CSV: date, from, to, unit, groups, competences, and staff or care_minutes.
    #[arg(long, value_name = "DEMAND")]
    pub history: Option<PathBuf>,
    /// A day of visits and a plan of it by `leon route plan`; several days give the spread.
    #[arg(long, num_args = 2, value_names = ["DAY", "PLAN"], requires = "unit", requires = "weekdays")]
    pub from_day: Vec<PathBuf>,
    /// The unit whose cover the plans give (--from-day).
    #[arg(long, value_name = "UNIT", requires = "from_day")]
    pub unit: Option<String>,
    /// Days of the week on which it is needed, as mon,tue,wed,thu,fri (--from-day).
    #[arg(long, value_name = "DAYS", value_delimiter = ',', requires = "from_day",
        value_parser = PossibleValuesParser::new(super::roster::WEEKDAYS))]
    pub weekdays: Vec<String>,
    /// Minutes of an interval in which the plan's need is counted (--from-day).
    #[arg(long, value_name = "N", default_value = "60", requires = "from_day", value_parser = PossibleValuesParser::new(["15", "30", "60", "120", "240"]))]
    pub interval: String,
    /// How often the target is to be enough.
    #[arg(long, value_name = "SHARE", default_value_t = 0.9, value_parser = level)]
    pub service_level: f64,
    /// How often the minimum is to be enough.
    #[arg(long, value_name = "SHARE", default_value_t = 0.5, value_parser = level)]
    pub min_level: f64,
    /// Observations of a weekday below which there is no forecast (--history).
    #[arg(long, value_name = "N", default_value_t = 8, requires = "history", value_parser = RangedU64ValueParser::<usize>::new().range(3..))]
    pub observations_min: usize,
    /// Weeks at the end that are held out to measure the error (--history).
    #[arg(long, value_name = "N", default_value_t = 8, requires = "history", value_parser = RangedU64ValueParser::<u32>::new().range(0..=520))]
    pub held_out: u32,
    /// How many weeks before a week its forecast is made, when the error is measured (--history).
    #[arg(long, value_name = "N", default_value_t = 4, requires = "history", value_parser = RangedU64ValueParser::<u32>::new().range(1..=104))]
    pub weeks_ahead: u32,
    /// Where the numbers come from, in words; the file's name when not given.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// How well the numbers of --history are known.
    #[arg(long, value_name = "CLASS", default_value = "register", requires = "history", value_parser = PossibleValuesParser::new(CLASSES))]
    pub class: String,
    /// Write the period with the new rows here.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// A share of times: 0.5 to 0.9999.
fn level(text: &str) -> Result<f64, String> {
    let read = text.parse().ok().filter(|it| (0.5..=0.9999).contains(it));
    read.ok_or_else(|| "a number from 0.5 to 0.9999".to_owned())
}

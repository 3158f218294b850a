//! What can be typed after `leon route`.

use clap::{Args, Subcommand, ValueEnum};
use leon_model::{CarerId, PlaceId, SettingId, TransportId, VisitId};
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct RouteArgs {
    #[command(subcommand)]
    pub command: RouteCommand,
}

#[derive(Debug, Subcommand)]
pub enum RouteCommand {
    /// Plan a day of visits: who visits whom, when, in which order.
    Plan(RoutePlanArgs),
    /// Check a plan against its day: every rule that it breaks, and what it is worth goal by goal.
    Check(RouteCheckArgs),
    /// Say why visits are left out and goals lost, what would help, and why not another carer.
    Explain(RouteExplainArgs),
    /// Find the best carers and times for a new visit, with what each costs others.
    Recommend(RouteRecommendArgs),
    /// Say what tells two plans apart, by citizen and by carer.
    Diff(RouteDiffArgs),
    /// Say how likely visits are to be late, and what is done when a carer does not come.
    Risk(RouteRiskArgs),
    /// Say what no plan can be below on each level of the goals, and how far this plan is from it.
    Bound(RouteBoundArgs),
    /// Put travel times from a road service into a day. Places are sent to the service named, and nowhere else.
    Roads(RouteRoadsArgs),
    /// Write a plan for people: a page with map and time bars, a printable list for each carer, calendars, tables.
    Publish(RoutePublishArgs),
}

/// A day: one file, or two lists.
#[derive(Args, Debug)]
pub struct DayArgs {
    /// Day file (JSON), or a list of visits (CSV) with --carers and --date.
    pub day: PathBuf,
    /// List of carers (CSV), where the day is a list of visits.
    #[arg(long, value_name = "FILE", requires = "date")]
    pub carers: Option<PathBuf>,
    /// The date of the lists, as 2026-11-23.
    #[arg(long, value_name = "DATE", requires = "carers")]
    pub date: Option<String>,
}

/// How long to search, from which seed, on how many threads.
#[derive(Args, Debug)]
pub struct SearchArgs {
    /// Seconds to search.
    #[arg(long, value_name = "N", default_value_t = 10.0, value_parser = seconds, conflicts_with = "iterations")]
    pub seconds: f64,
    /// Rounds to search instead: the same plan on every machine.
    #[arg(long, value_name = "N")]
    pub iterations: Option<u64>,
    /// Another seed gives another, equally good search.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Threads to use; 0 means one a core, and one for rosters and research files. With --iterations the plan is the
    /// same on any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
}

/// A length of time that can be searched.
pub(super) fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text.parse().map_err(|_| "write a number of seconds, as 10 or 0.5".to_owned())?;
    if (0.0..=1e6).contains(&seconds) { Ok(seconds) } else { Err("write a number from 0 to 1000000".to_owned()) }
}

/// What kind of file is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A day of visits.
    Day,
    /// HHCRSP-JSON: home health care routing of the research community.
    Hhcrsp,
    /// VRPLIB: vehicle routing with time windows.
    Vrplib,
}

#[derive(Args, Debug)]
pub struct RoutePlanArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// What kind of file it is; research files give routes in the form of their own checkers.
    #[arg(long, value_enum, default_value_t = Format::Day)]
    pub format: Format,
    /// Start from this plan; with --events, the plan that people know.
    #[arg(long, value_name = "PLAN")]
    pub from: Option<PathBuf>,
    /// What has happened during the day: plans what is left again, with few changes and a reason for each.
    #[arg(long, value_name = "FILE", requires = "from")]
    pub events: Option<PathBuf>,
    #[command(flatten)]
    pub changes: ChangesArgs,
    /// Write the day as the events have changed it into this file.
    #[arg(long, value_name = "FILE", requires = "events")]
    pub out_day: Option<PathBuf>,
    #[command(flatten)]
    pub search: SearchArgs,
    /// Write the plan into this file.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Rows to show in each list of the summary.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

/// How many changes people are asked to bear.
#[derive(Args, Debug)]
pub struct ChangesArgs {
    /// With --events: most changed visits of one citizen.
    #[arg(long = "changes-per-citizen", value_name = "N", requires = "events")]
    pub per_citizen: Option<usize>,
    /// With --events: most changed visits of one carer.
    #[arg(long = "changes-per-carer", value_name = "N", requires = "events")]
    pub per_carer: Option<usize>,
    /// With --events: most citizens with a changed visit.
    #[arg(long = "citizens-changed", value_name = "N", requires = "events")]
    pub citizens: Option<usize>,
}

#[derive(Args, Debug)]
pub struct RouteExplainArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// Plan file.
    pub plan: PathBuf,
    /// Only this visit: why it is left out, or why no other carer does it.
    #[arg(long, value_name = "ID")]
    pub visit: Option<VisitId>,
    /// Which slot of the visit, counted from 1.
    #[arg(long, value_name = "N", default_value_t = 1, requires = "visit", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub slot: usize,
    /// Only this carer.
    #[arg(long, value_name = "ID", requires = "visit")]
    pub carer: Option<CarerId>,
    /// Visits to explain, and losses of each goal up to 3.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

#[derive(Args, Debug)]
pub struct RouteRecommendArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// Plan file.
    pub plan: PathBuf,
    /// Events file with the new visit, as an event of the kind visit_new.
    #[arg(long, value_name = "FILE")]
    pub visit: PathBuf,
    /// How many to name.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub count: usize,
}

#[derive(Args, Debug)]
pub struct RouteDiffArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// The plan before.
    pub before: PathBuf,
    /// The plan after.
    pub after: PathBuf,
}

#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("service").required(true).args(["osrm", "valhalla"]))]
pub struct RouteRoadsArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// Address of a service that speaks as OSRM, as http://localhost:5000.
    #[arg(long, value_name = "URL")]
    pub osrm: Option<String>,
    /// Address of a service that speaks as Valhalla, as http://localhost:8002.
    #[arg(long, value_name = "URL")]
    pub valhalla: Option<String>,
    /// Only this transport; all by car, bike and foot when not given.
    #[arg(long, value_name = "ID")]
    pub transport: Option<TransportId>,
    /// The service's word for the way of travelling; by the kind of transport when not given.
    #[arg(long, value_name = "WORD", requires = "transport")]
    pub profile: Option<String>,
    /// Seconds that one answer may take.
    #[arg(long, value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
    /// Folder for answers, so that the same places are not asked about again.
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
    /// Write the day with its travel times into this file.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// A range of factors, as `0.75:1.45`: one in twenty lies below, one in twenty above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

impl std::str::FromStr for Range {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let range = text
            .split_once(':')
            .and_then(|(low, high)| Some(Self { low: low.parse().ok()?, high: high.parse().ok()? }));
        range.ok_or_else(|| "write it as LOW:HIGH, as 0.75:1.45".to_owned())
    }
}

#[derive(Args, Debug)]
pub struct RouteRiskArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// Plan file.
    pub plan: PathBuf,
    /// Days to draw.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub draws: u32,
    /// Another seed draws other days.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// How long visits take, as a share of planned; an assumption until measured.
    #[arg(long, value_name = "LOW:HIGH", default_value = "0.75:1.45")]
    pub visits: Range,
    /// How long ways take, as a share of planned; an assumption until measured.
    #[arg(long, value_name = "LOW:HIGH", default_value = "0.85:1.3")]
    pub travel: Range,
    /// Plan the day without each carer in turn.
    #[arg(long)]
    pub absences: bool,
    /// Rounds to search for each absence.
    #[arg(long, value_name = "N", default_value_t = 500, requires = "absences")]
    pub iterations: u64,
    /// Rows to show in each list.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

/// Where travel stands in a carer's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TravelShown {
    /// On lines of its own, between the visits.
    Between,
    /// In the visit's time: from setting out.
    Inside,
    /// Nowhere.
    Hidden,
}

/// How a plan is written for people.
#[derive(Args, Debug)]
pub struct PublishArgs {
    /// Where travel stands in the carers' lists.
    #[arg(long, value_enum, default_value_t = TravelShown::Between)]
    pub travel: TravelShown,
    /// The place under which the plan's hours are booked.
    #[arg(long, value_name = "ID", default_value = "day")]
    pub place: PlaceId,
    /// The setting under which they are booked.
    #[arg(long, value_name = "ID", default_value = "home_care")]
    pub setting: SettingId,
}

#[derive(Args, Debug)]
pub struct RoutePublishArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// Plan file.
    pub plan: PathBuf,
    /// Folder to write into; an earlier result there is replaced.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub publish: PublishArgs,
}

#[derive(Args, Debug)]
pub struct RouteCheckArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// Plan file.
    pub plan: PathBuf,
    /// The plan that people know: the changes goal compares with it.
    #[arg(long, value_name = "PLAN")]
    pub published: Option<PathBuf>,
    /// Rows to show in each list of the summary.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub top: usize,
}

#[derive(Args, Debug)]
pub struct RouteBoundArgs {
    #[command(flatten)]
    pub day: DayArgs,
    /// Plan file.
    pub plan: PathBuf,
    /// The plan that people know: the changes goal compares with it.
    #[arg(long, value_name = "PLAN")]
    pub published: Option<PathBuf>,
    /// Rounds of search for each level: more give a tighter bound, or the same.
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub rounds: u32,
    /// No round begins after so many seconds; what was proven by then stands.
    #[arg(long, value_name = "N", value_parser = seconds)]
    pub seconds: Option<f64>,
    /// Threads to use; 0 means one a core. The bound does not depend on it.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
}

//! What can be typed after `leon generate`.

use clap::{Args, Subcommand, ValueEnum};
use leon_generate::{PeriodKind, Terrain};
use leon_model::PlaceId;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct GenerateArgs {
    #[command(subcommand)]
    pub command: GenerateCommand,
}

#[derive(Debug, Subcommand)]
pub enum GenerateCommand {
    /// Make up a day of visits in a municipality of a case; nobody in it is real.
    Day(GenerateDayArgs),
    /// Make up a period of weeks to make a roster for; nobody in it is real.
    Roster(GenerateRosterArgs),
}

#[derive(Args, Debug)]
pub struct GenerateDayArgs {
    /// Folder of the case.
    pub case: PathBuf,
    /// The municipality, by its id in the case.
    #[arg(long, value_name = "ID")]
    pub municipality: PlaceId,
    /// Visits, over all days: 20 to 20000.
    #[arg(long, value_name = "N")]
    pub visits: usize,
    /// Another seed gives another day.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// The first day.
    #[arg(long, value_name = "DATE", default_value = "2026-11-23")]
    pub date: String,
    /// Days, 1 to 28.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub days: usize,
    /// Carers, trainees besides; as many as the work asks for when not given.
    #[arg(long, value_name = "N")]
    pub carers: Option<usize>,
    /// Share of the visits that take two carers, 0 to 1.
    #[arg(long, value_name = "SHARE")]
    pub double_share: Option<f64>,
    /// Share of the visits that can be, or are to be, by screen, 0 to 1.
    #[arg(long, value_name = "SHARE")]
    pub screen_share: Option<f64>,
    /// What the country looks like; when not given, an island where the municipality is one, otherwise by the density
    /// of the population.
    #[arg(long, value_enum)]
    pub terrain: Option<TerrainWord>,
    /// Area of the municipality in square kilometres.
    #[arg(long, value_name = "KM2")]
    pub area_km2: Option<f64>,
    /// Cars in the pool.
    #[arg(long, value_name = "N")]
    pub cars: Option<u32>,
    /// Hours on duty above estimated care and travel, as a share of them; without effect when --carers is given.
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true)]
    pub spare_share: Option<f64>,
    /// Write the day into this file, not to standard output.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct GenerateRosterArgs {
    /// Where people work.
    #[arg(long, value_enum, default_value = "ward")]
    pub kind: PeriodKindWord,
    /// People over all units: 12 to 60 for each ward, group or team; 40, 30 or 16 by kind when not given.
    #[arg(long, value_name = "N")]
    pub people: Option<usize>,
    /// Units, 1 to 40. Of wards every fourth is an outpatient clinic; a ward and its clinic when not given, one otherwise.
    #[arg(long, value_name = "N")]
    pub units: Option<usize>,
    /// Weeks, 1 to 26; 16 for wards and 8 for others when not given.
    #[arg(long, value_name = "N")]
    pub weeks: Option<u32>,
    /// The first day, a Monday.
    #[arg(long, value_name = "DATE", default_value = "2026-11-23")]
    pub first: String,
    /// Another seed gives another period.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Write the period into this file, not to standard output.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// A kind of workplace as it is typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PeriodKindWord {
    /// Hospital wards with an outpatient clinic.
    Ward,
    /// Groups of home care.
    HomeCare,
    /// Municipal acute teams, on call from home by night.
    AcuteTeam,
    /// Nursing homes, where people go rounds by night.
    NursingHome,
}

impl From<PeriodKindWord> for PeriodKind {
    fn from(word: PeriodKindWord) -> Self {
        match word {
            PeriodKindWord::Ward => Self::Ward,
            PeriodKindWord::HomeCare => Self::HomeCare,
            PeriodKindWord::AcuteTeam => Self::AcuteTeam,
            PeriodKindWord::NursingHome => Self::NursingHome,
        }
    }
}

/// A terrain as it is typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum TerrainWord {
    Town,
    Mixed,
    Rural,
    Island,
}

impl From<TerrainWord> for Terrain {
    fn from(word: TerrainWord) -> Self {
        match word {
            TerrainWord::Town => Self::Town,
            TerrainWord::Mixed => Self::Mixed,
            TerrainWord::Rural => Self::Rural,
            TerrainWord::Island => Self::Island,
        }
    }
}

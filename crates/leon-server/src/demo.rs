//! What the demo begins with: the national case, held in the binary, and a made-up day and ward with plans under way.

use crate::app::{OpenError, Settings};
use crate::papers::Paper;
use crate::worker::Asked;
use leon_formats::day::{Clock, write_day};
use leon_formats::period::{rule_packs, write_period};
use leon_formats::{check_case, sha256};
use leon_generate::{DayOptions, PeriodKind, PeriodOptions, generate_day, generate_period};
use leon_model::PlaceId;
use leon_store::{NewDocument, NewJob, Store};
use std::collections::BTreeMap;

macro_rules! denmark {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../cases/denmark/", $name)))),+]
    };
}

const DENMARK: &[(&str, &str)] = denmark![
    "baseline.csv",
    "bindings.csv",
    "capacity.csv",
    "care_use.csv",
    "competences.csv",
    "complexities.csv",
    "continuity.csv",
    "datapackage.json",
    "extra_hours.csv",
    "needs.csv",
    "parameters.csv",
    "places.csv",
    "pools.csv",
    "population.csv",
    "population_history.csv",
    "prices.csv",
    "recruitment.csv",
    "settings.csv",
    "sources.csv",
    "staff_group_competences.csv",
    "staff_groups.csv",
    "tasks.csv",
    "technologies.csv",
    "workforce.csv",
];

/// Silkeborg: a town with villages around it.
const MUNICIPALITY: &str = "740";
const DATE: &str = "2026-11-23";
const VISITS: usize = 120;
/// The region that Silkeborg lies in, and the weeks of its ward.
const REGION: &str = "1082";
const MONDAY: &str = "2026-11-30";
const PEOPLE: usize = 24;
const WEEKS: u32 = 4;

/// The case of Denmark.
pub fn files() -> BTreeMap<String, Vec<u8>> {
    DENMARK.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Makes up a day of visits, and asks for its first plan.
pub async fn day(store: &Store, settings: &Settings) -> Result<(), OpenError> {
    let made = || {
        let case = check_case(&files()).case?;
        let options = DayOptions::new(PlaceId::from(MUNICIPALITY), VISITS, 1, Clock::copenhagen().midnight(DATE)?);
        generate_day(&case, &options).ok()
    };
    let Some(day) = tokio::task::spawn_blocking(made).await.ok().flatten() else { return Err(OpenError::NoDemo) };
    begin(store, Paper::Day, MUNICIPALITY, DATE, &write_day(&day), settings).await
}

/// Makes up a ward, and asks for its first roster.
pub async fn ward(store: &Store, settings: &Settings) -> Result<(), OpenError> {
    let made = || {
        let usual = PeriodOptions::new(PeriodKind::Ward, MONDAY.parse().ok()?, 1);
        let options = PeriodOptions { people: PEOPLE, units: 1, weeks: WEEKS, ..usual };
        generate_period(rule_packs(), &options).ok()
    };
    let Some(period) = tokio::task::spawn_blocking(made).await.ok().flatten() else { return Err(OpenError::NoDemo) };
    let title = format!("{} – {}", period.first, period.last);
    begin(store, Paper::Period, REGION, &title, &write_period(&period), settings).await
}

/// Keeps what was made up, with a plan under way the first time.
async fn begin(
    store: &Store,
    paper: Paper,
    place: &str,
    title: &str,
    body: &str,
    settings: &Settings,
) -> Result<(), OpenError> {
    let at = settings.clock.now();
    let sha256 = sha256(&[body]);
    let new = NewDocument { kind: paper.word(), title, place, sha256: &sha256, body, by: "", at };
    let id = store.add_document(&new).await?;
    if store.jobs(Some(&id), 1).await?.is_empty() {
        let asked = Asked::of(1, settings.search).text();
        store.add_job(&NewJob { document: &id, kind: paper.plan(), asked: &asked, by: "", at }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_table_of_the_case_is_forgotten() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/denmark");
        let names = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
        let tables = names.filter(|it| it.ends_with(".csv") || it.ends_with(".json"));
        let mut tables: Vec<String> = tables.collect();
        tables.sort();
        assert_eq!(DENMARK.iter().map(|(name, _)| *name).collect::<Vec<_>>(), tables);
    }
}

//! A scenario, projected beside the case as it stands.

use super::search::Search;
use super::{Made, NotMade};
use crate::import;
use crate::outlook::{DRAWS, SEED, options};
use crate::years::Years;
use leon_formats::check_case;
use leon_formats::scenario::read_scenario;
use leon_pages::projection::findings::{as_it_stands, told_apart};
use leon_project::{Options, Progress, Step, project};
use leon_store::Document;
use serde::{Deserialize, Serialize};

/// The kind of job and answer that a scenario's years are.
pub const SCENARIO: &str = "scenario";

/// What is asked of a case: a scenario's file, with its names.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct AskedYears {
    pub name_da: String,
    pub name_en: String,
    pub scenario: String,
}

pub fn plan(document: &Document, asked: &AskedYears, search: &Search) -> Result<Made, NotMade> {
    let case = import::files(&document.body).and_then(|files| check_case(&files).case).ok_or(NotMade::Unreadable)?;
    let scenario = read_scenario("scenario.toml", asked.scenario.as_bytes(), &case).scenario;
    let mut scenarios = [as_it_stands(), scenario.ok_or(NotMade::Unreadable)?];
    told_apart(&mut scenarios);
    // Half of it is each scenario's; years are quick beside draws.
    let progress = |it: Progress| {
        if it.step == Step::Draws {
            search.is_at((it.scenario as f64 + it.done as f64 / it.total as f64) / scenarios.len() as f64);
        }
    };
    let options = Options { cancel: Some(search.stopped()), progress: Some(&progress), ..options() };
    let projection = project(&case, &scenarios, &options).map_err(|error| {
        eprintln!("leon: {error}");
        NotMade::BrokeOff
    })?;
    let years = Years::of(&case, &projection, &scenarios, DRAWS);
    let body = serde_json::to_string(&years).map_err(|_| NotMade::BrokeOff)?;
    Ok(Made { body, seed: SEED, budget: format!("{DRAWS} draws") })
}

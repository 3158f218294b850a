//! The national case: `cases/denmark`, built from the small tables in its `inputs` folder.
//!
//! The inputs hold what is transcribed from the sources and every assumption, each row with its
//! source. What is computed here is how national figures are spread over places (`spread`), how a
//! setting's hours fall on tasks (`work`), who does them today (`today`), and what is needed
//! besides (`needs`). The case's README tells it in words.

mod bindings;
mod capacity;
mod catalogue;
mod extra;
mod fit;
mod input;
mod needs;
mod places;
mod projection;
mod shortage;
mod sources;
mod spread;
mod staff;
mod technologies;
mod today;
mod work;

pub use input::InputError;

use leon_formats::{Licence, WriteError, WriteOptions, write_case};
use leon_model::{Case, CaseProblem, Parameters, Tables};
use std::path::Path;

/// The case's folder, from the repository's root.
pub const FOLDER: &str = "cases/denmark";

/// Why the case was not built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    #[error(transparent)]
    Input(#[from] InputError),
    #[error("{setting}: no division of the hours on tasks and groups fits both (off by {off:.5} of the hours)")]
    DoesNotFit { setting: String, off: f64 },
    #[error("the tables are not a case: {} problems, first {}", .0.len(), .0[0])]
    NotACase(Vec<CaseProblem>),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Builds the case from the inputs in its folder and writes it there.
///
/// # Errors
/// [`BuildError`] names the input's file, line and column, or what keeps the tables from being a case.
pub fn rebuild(folder: &Path) -> Result<(), BuildError> {
    write(&folder.join("inputs"), folder)
}

/// Builds the case from `inputs` and writes it to `folder`; the same inputs give the same bytes.
///
/// # Errors
/// As [`rebuild`].
pub fn write(inputs: &Path, folder: &Path) -> Result<(), BuildError> {
    let case = Case::new(build(inputs)?).map_err(BuildError::NotACase)?;
    let options = WriteOptions {
        description: "Hours of care needed and at hand in Denmark's 98 municipalities and 5 regions, with the \
                      bindings on who may do what. See README.md for what is sourced and what is assumed."
            .to_owned(),
        licences: vec![Licence {
            name: "CC-BY-4.0".to_owned(),
            title: "Creative Commons Attribution 4.0".to_owned(),
            path: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        }],
        replace: true,
    };
    write_case(&case, folder, &options)?;
    Ok(())
}

/// The tables of the case.
///
/// # Errors
/// [`BuildError::Input`] and [`BuildError::DoesNotFit`].
pub fn build(inputs: &Path) -> Result<Tables, BuildError> {
    let country = places::read(inputs)?;
    let staff = staff::read(inputs)?;
    let catalogue = catalogue::read(inputs)?;
    let assumptions = sources::parameters(inputs)?;
    let rules = bindings::read(inputs)?;
    let spread = spread::read(inputs, &country)?;
    let hours = capacity::read(inputs, &assumptions)?;
    let work = work::read(inputs, &hours)?;
    let today = today::read(inputs, &catalogue, &staff, &hours, &work, &rules)?;
    let shortage = shortage::read(inputs)?;
    let extra = extra::read(inputs, &spread, &hours)?;
    Ok(Tables {
        name: "denmark".to_owned(),
        title: "Danmark: omsorgsopgaver, kompetencer og bindinger".to_owned(),
        sources: sources::read(inputs)?,
        parameters: Parameters {
            fte_hours_per_year: assumptions.get("fte_hours_per_year").cloned(),
            weeks_per_year: assumptions.get("weeks_per_year").cloned(),
            unmet_hour_dkk: assumptions.get("unmet_hour_dkk").cloned(),
            healthy_ageing: assumptions.get("healthy_ageing").cloned(),
            staff_follow_need: assumptions.get("staff_follow_need").cloned(),
            starting_gap: assumptions.get("starting_gap").cloned(),
        },
        places: country.places(),
        settings: catalogue.settings,
        complexities: catalogue.complexities,
        needs: needs::rows(&country, &spread, &hours, &today, &shortage, &extra, &assumptions),
        capacity: capacity::table(&spread, &hours, &extra.hours),
        extra_hours: extra.hours,
        prices: extra.prices,
        pools: staff::pools(inputs)?,
        continuity: staff::continuity(inputs)?,
        baseline: today.rows(),
        bindings: bindings::table(&rules, &today),
        technologies: technologies::read(inputs)?,
        recruitment: shortage.rows(),
        population: projection::population(inputs, &assumptions)?,
        population_history: projection::history(inputs)?,
        care_use: projection::care_use(inputs)?,
        workforce: projection::workforce(inputs)?,
        staff_groups: staff.groups,
        competences: staff.competences,
        holdings: staff.holdings,
        tasks: catalogue.tasks,
    })
}

//! Sources, the assumptions among them, and the parameters that are single figures.

use super::input::{InputError, rows};
use leon_model::{Figure, Source};
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn read(inputs: &Path) -> Result<Vec<Source>, InputError> {
    let source = |row: super::input::Row| {
        Ok(Source {
            id: row.word("id")?,
            title: row.word("title")?,
            publisher: row.word("publisher")?,
            year: row.word("year")?,
            locator: row.word("locator")?,
            url: row.text("url")?.to_owned(),
        })
    };
    rows(inputs, "sources.csv")?.into_iter().map(source).collect()
}

/// Single figures by id: the case's own parameters, and those that only the building uses.
pub(super) struct Assumptions(BTreeMap<String, Figure>);

impl Assumptions {
    pub(super) fn get(&self, id: &str) -> Option<&Figure> {
        self.0.get(id)
    }

    /// The value of a parameter that is known to be there.
    pub(super) fn value(&self, id: &str) -> f64 {
        self.0[id].value
    }
}

/// The parameters every building needs.
const NEEDED: [&str; 5] = [
    "fte_hours_per_year",
    "weeks_per_year",
    "missing_share_of_failed_recruitment",
    "population_error_from_65",
    "population_error_to_64",
];

pub(super) fn parameters(inputs: &Path) -> Result<Assumptions, InputError> {
    let name = "parameters.csv";
    let figures: BTreeMap<String, Figure> =
        rows(inputs, name)?.iter().map(|row| Ok((row.word("id")?, row.figure()?))).collect::<Result<_, _>>()?;
    match NEEDED.into_iter().find(|id| !figures.contains_key(*id)) {
        None => Ok(Assumptions(figures)),
        Some(id) => {
            let what = format!("the parameter {id} is missing");
            Err(InputError { file: inputs.join(name), line: 1, column: "id".to_owned(), what })
        }
    }
}

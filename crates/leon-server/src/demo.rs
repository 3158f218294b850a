//! What the demo begins with: the national case, held in the binary.

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

/// The case of Denmark.
pub fn files() -> BTreeMap<String, Vec<u8>> {
    DENMARK.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

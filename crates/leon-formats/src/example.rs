//! The example that `leon init` writes: a small invented municipality, as files to read and change.

use crate::check_case;
use crate::write::WriteError;
use leon_model::{Case, Tables};
use std::collections::BTreeMap;
use std::path::Path;

macro_rules! files {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("../example/", $name)))),+] };
}

/// The example's files, by name: its tables, their description, and a README in Danish and English.
pub const EXAMPLE_FILES: &[(&str, &str)] = files![
    "README.md",
    "datapackage.json",
    "sources.csv",
    "parameters.csv",
    "places.csv",
    "settings.csv",
    "complexities.csv",
    "staff_groups.csv",
    "competences.csv",
    "staff_group_competences.csv",
    "tasks.csv",
    "needs.csv",
    "capacity.csv",
    "extra_hours.csv",
    "prices.csv",
    "pools.csv",
    "continuity.csv",
    "baseline.csv",
    "bindings.csv",
    "technologies.csv",
    "recruitment.csv",
    "population.csv",
    "care_use.csv",
    "workforce.csv",
];

/// The example, read from its files.
///
/// # Example
/// ```
/// let case = leon_model::Case::new(leon_formats::example_case()).unwrap();
/// assert_eq!(case.places.len(), 3);
/// ```
pub fn example_case() -> Tables {
    let files: BTreeMap<String, Vec<u8>> =
        EXAMPLE_FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    check_case(&files).case.map(Case::into_tables).expect("the example is a valid case, as a test checks")
}

/// Writes the example into a folder, which is made when missing.
///
/// # Errors
/// [`WriteError::Exists`] when one of its files is there already: nothing is written then.
pub fn write_example(dir: &Path) -> Result<(), WriteError> {
    if let Some(there) = EXAMPLE_FILES.iter().map(|(name, _)| dir.join(name)).find(|path| path.exists()) {
        return Err(WriteError::Exists(there));
    }
    std::fs::create_dir_all(dir).map_err(WriteError::io(dir))?;
    for (name, text) in EXAMPLE_FILES {
        let path = dir.join(name);
        std::fs::write(&path, text).map_err(WriteError::io(&path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DESCRIPTOR, WriteOptions, case_files};

    /// The folder is what Leon writes, so that it shows the format as it is. To renew it after a change of
    /// the schema: `UPDATE_EXAMPLE=1 cargo test -p leon-formats example`.
    #[test]
    fn the_example_stands_as_it_would_be_written() {
        let options = WriteOptions {
            description: "An invented municipality, to change and run again. See README.md.".into(),
            ..WriteOptions::default()
        };
        let written = case_files(&example_case(), &options).unwrap();
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("example");
        for (name, bytes) in &written {
            if std::env::var_os("UPDATE_EXAMPLE").is_some() {
                std::fs::write(dir.join(name), bytes).unwrap();
            }
            let embedded = EXAMPLE_FILES.iter().find(|(file, _)| file == name).map(|(_, text)| text.as_bytes());
            assert!(embedded == Some(bytes.as_slice()), "{name} differs from what is written");
        }
        assert_eq!(EXAMPLE_FILES.len(), written.len() + 1, "the tables, {DESCRIPTOR} and README.md");
    }

    #[test]
    fn nothing_is_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("needs.csv"), "mine").unwrap();
        assert!(matches!(write_example(dir.path()), Err(WriteError::Exists(_))));
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}

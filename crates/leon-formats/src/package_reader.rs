//! Reads `datapackage.json`: the case's name, and which file holds which table.

use crate::cause::Cause;
use crate::csv_text::decode;
use crate::files::{CaseFiles, FileError};
use crate::package::DESCRIPTOR;
use crate::problem::Problems;
use crate::schema::TABLES;
use crate::shown::shown;
use crate::write::{file_name, is_package_name};
use leon_model::{Table, looks_like_cpr};
use serde_json::Value;
use std::collections::BTreeMap;

/// What the description of a case says.
pub(crate) struct Description {
    pub(crate) name: String,
    pub(crate) title: String,
    /// The file of each table that the package has.
    pub(crate) paths: BTreeMap<Table, String>,
    /// Whether the list of tables could be read.
    pub(crate) tables_known: bool,
}

/// Reads the description. When it cannot be read the tables are looked for under their usual names, so
/// that their problems are found all the same.
pub(crate) fn read_description(files: &dyn CaseFiles, problems: &mut Problems) -> Description {
    let usual =
        || TABLES.iter().map(|it| (it.table, file_name(it.table))).filter(|(_, path)| files.has(path)).collect();
    let mut description =
        Description { name: String::new(), title: String::new(), paths: BTreeMap::new(), tables_known: false };
    match read_json(files) {
        Ok(json) => {
            names(&json, &mut description, problems);
            match json.get("resources").and_then(Value::as_array) {
                Some(resources) => {
                    description.tables_known = true;
                    for resource in resources {
                        read_resource(resource, &mut description, problems);
                    }
                    not_listed(files, &description, problems);
                    return description;
                }
                None => {
                    let cause = Cause::NotAPackage { expected: "\"resources\"".into() };
                    problems.add(DESCRIPTOR, None, None, cause);
                }
            }
        }
        Err((row, cause)) => problems.add(DESCRIPTOR, row, None, cause),
    }
    description.paths = usual();
    description
}

/// The cause that a file could not be read for.
pub(crate) fn unreadable(error: FileError) -> Cause {
    let megabytes = |bytes: u64| bytes.div_ceil(1 << 20);
    match error {
        FileError::Missing => Cause::FileMissing {},
        FileError::TooLarge { bytes } => {
            Cause::FileTooLarge { megabytes: megabytes(bytes), megabytes_max: megabytes(crate::files::FILE_BYTES_MAX) }
        }
        FileError::Io(error) => Cause::FileUnreadable { reason: shown(&error.to_string()) },
    }
}

/// The description as JSON.
pub(crate) fn read_json(files: &dyn CaseFiles) -> Result<Value, (Option<usize>, Cause)> {
    let bytes = files.read(DESCRIPTOR).map_err(|error| (None, unreadable(error)))?;
    let text = decode(&bytes).map_err(|fault| (fault.row, fault.cause))?;
    let json: Value = serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.split(" at line").next().unwrap_or_default();
        (Some(error.line()), Cause::NotJson { reason: shown(reason) })
    })?;
    if json.is_object() { Ok(json) } else { Err((None, Cause::NotAPackage { expected: "{ … }".into() })) }
}

fn names(json: &Value, description: &mut Description, problems: &mut Problems) {
    let text = |key: &str| json.get(key).and_then(Value::as_str);
    for key in ["name", "title", "description"] {
        if text(key).is_some_and(looks_like_cpr) {
            problems.add(DESCRIPTOR, None, Some(key), Cause::CprLike {});
        }
    }
    match text("name") {
        None => {
            problems.add(DESCRIPTOR, None, Some("name"), Cause::NotAPackage { expected: "\"name\"".into() });
        }
        Some(name) if !is_package_name(name) => {
            problems.add(DESCRIPTOR, None, Some("name"), Cause::BadPackageName { name: shown(name) });
        }
        Some(name) => name.clone_into(&mut description.name),
    }
    text("title").unwrap_or_default().clone_into(&mut description.title);
}

fn read_resource(resource: &Value, description: &mut Description, problems: &mut Problems) {
    let Some(name) = resource.get("name").and_then(Value::as_str) else {
        let cause = Cause::NotAPackage { expected: "\"name\" (resources)".into() };
        return problems.add(DESCRIPTOR, None, Some("resources"), cause);
    };
    let mut report = |cause| problems.add(DESCRIPTOR, None, Some("resources"), cause);
    let Some(table) = Table::ALL.iter().copied().find(|it| it.name() == name) else {
        return report(Cause::TableUnknown { table: shown(name) });
    };
    let path = match resource.get("path") {
        Some(Value::String(path)) => Some(path.as_str()),
        Some(Value::Array(paths)) if paths.len() == 1 => paths[0].as_str(),
        _ => None,
    };
    let cause = match path {
        None | Some("") => Some(Cause::PathMissing { resource: name.to_owned() }),
        Some(path) if !is_inside(path) => Some(Cause::PathOutside { resource: name.to_owned(), path: shown(path) }),
        Some(_) if description.paths.contains_key(&table) => Some(Cause::TableTwice { table: name.to_owned() }),
        Some(_) => None,
    };
    if let Some(cause) = cause {
        report(cause);
    }
    // A table without a usable file is known, so that it is not said to be missing as well.
    description.paths.entry(table).or_insert_with(|| path.filter(|it| is_inside(it)).unwrap_or_default().to_owned());
}

/// Whether a path stays in the package's folder on every system.
fn is_inside(path: &str) -> bool {
    let name = |part: &str| !part.is_empty() && part != "." && part != "..";
    !path.contains(['\\', ':']) && path.split('/').all(name)
}

/// Tables that lie in the folder without being in the list.
fn not_listed(files: &dyn CaseFiles, description: &Description, problems: &mut Problems) {
    for schema in TABLES {
        let usual = file_name(schema.table);
        if !description.paths.contains_key(&schema.table) && files.has(&usual) {
            problems.add(&usual, None, None, Cause::TableNotListed {});
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn paths_stay_in_the_folder() {
        for inside in ["needs.csv", "tables/needs.csv", "a..b.csv"] {
            assert!(is_inside(inside), "{inside}");
        }
        for outside in
            ["/etc/needs.csv", "../needs.csv", "a/../../needs.csv", "c:\\needs.csv", "https://x/y", "a//b", "./a"]
        {
            assert!(!is_inside(outside), "{outside}");
        }
    }
}

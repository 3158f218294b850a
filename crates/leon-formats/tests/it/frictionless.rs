//! The public validator accepts what Leon writes.

use crate::peer::accepted_by_frictionless;
use leon_formats::results::{Cell, CellKind, ResultColumn, ResultTable, Results, write_results};
use leon_formats::{Licence, WriteOptions, example_case, write_case, write_example};

#[test]
fn the_example() {
    let dir = tempfile::tempdir().unwrap();
    write_example(dir.path()).unwrap();
    accepted_by_frictionless(dir.path());
}

#[test]
fn a_case_with_a_licence_and_without_optional_tables() {
    let mut tables = example_case();
    tables.baseline.clear();
    tables.recruitment.clear();
    tables.settings[0].name_da = "Hjemmepleje, \"nord\"\nog syd".into();
    let licence =
        Licence { name: "CC-BY-4.0".into(), title: "Attribution".into(), path: "https://creativecommons.org/".into() };
    let options = WriteOptions { description: "A case.".into(), licences: vec![licence], replace: false };
    let dir = tempfile::tempdir().unwrap();
    write_case(&tables, dir.path(), &options).unwrap();
    assert!(!dir.path().join("baseline.csv").exists());
    accepted_by_frictionless(dir.path());
}

#[test]
fn a_result() {
    let table = ResultTable {
        name: "gap".into(),
        description: "Hours missing.".into(),
        columns: vec![
            ResultColumn::new("place", CellKind::Text, "", "Where."),
            ResultColumn::new("hours_per_week", CellKind::Number, "hours/week", "Care hours."),
            ResultColumn::new("year", CellKind::Integer, "", "When."),
            ResultColumn::new("binding", CellKind::Bool, "", "Whether it holds back."),
        ],
        rows: vec![
            vec!["Ærø, nord".into(), 12.25.into(), Cell::Integer(2045), true.into()],
            vec![Cell::Missing, 1e-9.into(), Cell::Integer(-1), Cell::Missing],
        ],
    };
    let results =
        Results { name: "match".into(), title: "Match".into(), description: "A result.".into(), tables: vec![table] };
    let dir = tempfile::tempdir().unwrap();
    write_results(&results, dir.path()).unwrap();
    accepted_by_frictionless(dir.path());
}

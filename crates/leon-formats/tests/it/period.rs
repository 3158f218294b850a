//! Period and roster files: read as they were written, in step with their schemas.

use leon_formats::period::{
    EXAMPLE, RosterProvenance, period_format_reference, period_json_schemas, read_period, read_roster, rule_reference,
    write_period, write_roster,
};
use leon_model::{Assignment, Minutes, Roster, Uncovered};
use serde_json::Value;
use std::path::Path;

fn validator(name: &str) -> jsonschema::Validator {
    let (_, text) = period_json_schemas().into_iter().find(|(it, _)| it == name).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn errors(validator: &jsonschema::Validator, text: &str) -> Vec<String> {
    let file: Value = serde_json::from_str(text).unwrap();
    validator.iter_errors(&file).map(|it| format!("{}: {it}", it.instance_path())).collect()
}

fn roster() -> Roster {
    let date = "2026-11-23".parse().unwrap();
    let duty = |person: &str, function: Option<&str>| Assignment {
        person: person.into(),
        date,
        shift: "d".into(),
        function: function.map(Into::into),
    };
    Roster {
        assignments: vec![duty("s01", Some("coordinator")), duty("a01", None)],
        uncovered: Some(vec![Uncovered { cover: 2, date, missing: Minutes(480) }]),
    }
}

#[test]
fn the_example_is_read_as_it_is_written() {
    let read = read_period("period.json", EXAMPLE);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let period = read.period.unwrap();
    let again = read_period("period.json", &write_period(&period));
    assert_eq!(again.period.unwrap(), period);
}

#[test]
fn a_roster_is_read_as_it_is_written() {
    let made_by = RosterProvenance {
        leon_version: "0.1.0".into(),
        period_sha256: "9f86d081884c7d65".into(),
        seed: u64::MAX,
        seconds: None,
        iterations: Some(1000),
    };
    let text = write_roster(&roster(), Some(&made_by));
    let read = read_roster("roster.json", &text);
    assert_eq!((read.roster, read.made_by), (Some(roster()), Some(made_by)));
    for uncovered in [None, Some(vec![])] {
        let roster = Roster { uncovered, ..roster() };
        assert_eq!(read_roster("roster.json", &write_roster(&roster, None)).roster, Some(roster));
    }
    assert_eq!(errors(&validator("roster.schema.json"), &text), Vec::<String>::new());
}

#[test]
fn the_example_validates_and_a_written_period_too() {
    let schema = validator("period.schema.json");
    assert_eq!(errors(&schema, EXAMPLE), Vec::<String>::new());
    let period = read_period("period.json", EXAMPLE).period.unwrap();
    assert_eq!(errors(&schema, &write_period(&period)), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = validator("period.schema.json");
    for (from, to) in [
        ("leon/period/1", "leon/period/2"),
        ("\"workplaces\"", "\"workplace\""),
        ("\"burden\": 5", "\"burdens\": 5"),
        ("\"07:00\"", "\"7:00\""),
        ("\"07:00\"", "\"24:00\""),
        ("\"synthetic\": true", "\"synthetic\": \"yes\""),
        ("\"kind\": \"ward\"", "\"kind\": \"sengeafsnit\""),
        ("\"id\": \"s02\"", "\"id\": \"s 02\""),
        ("\"hour_counts\": 0.3333", "\"hour_counts\": 3"),
    ] {
        let text = EXAMPLE.replacen(from, to, 1);
        assert_ne!(text, EXAMPLE, "{from}");
        assert_ne!(errors(&schema, &text), Vec::<String>::new(), "{to}");
        assert!(read_period("period.json", &text).period.is_none(), "{to}");
    }
}

#[test]
fn what_is_published_is_in_step() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference");
    let pages = [("period.md".to_owned(), period_format_reference()), ("rules.md".to_owned(), rule_reference())];
    for (name, text) in period_json_schemas().into_iter().chain(pages) {
        let published = std::fs::read_to_string(folder.join(&name)).unwrap_or_default();
        assert!(published == text, "docs/reference/{name} is not up to date; run `target/release/xtask generate`");
    }
}

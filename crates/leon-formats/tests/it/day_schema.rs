//! The JSON Schemas: what is read validates, and what stands under `docs/reference/` is in step.

use leon_formats::day::{EXAMPLE, day_format_reference, json_schemas, read_day, write_day};
use serde_json::Value;
use std::path::Path;

fn validator(name: &str) -> jsonschema::Validator {
    let (_, text) = json_schemas().into_iter().find(|(it, _)| it == name).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn errors(validator: &jsonschema::Validator, text: &str) -> Vec<String> {
    let file: Value = serde_json::from_str(text).unwrap();
    validator.iter_errors(&file).map(|it| format!("{}: {it}", it.instance_path())).collect()
}

#[test]
fn the_example_validates_and_a_written_day_too() {
    let schema = validator("day.schema.json");
    assert_eq!(errors(&schema, EXAMPLE), Vec::<String>::new());
    let day = read_day("day.json", EXAMPLE).day.unwrap();
    assert_eq!(errors(&schema, &write_day(&day)), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = validator("day.schema.json");
    for (from, to) in [
        ("leon/day/1", "leon/day/2"),
        ("\"windows\"", "\"window\""),
        ("\"lateness\"", "\"punctuality\""),
        ("\"07:15\"", "\"07.15\""),
        ("\"dementia\": true", "\"dementia\": 1"),
        ("\"kind\": \"bike\"", "\"kind\": \"ladcykel\""),
        ("\"id\": \"v07\"", "\"id\": \"v 07\""),
        ("\"detour\": 1.2", "\"detour\": 0.8"),
    ] {
        let text = EXAMPLE.replacen(from, to, 1);
        assert_ne!(errors(&schema, &text), Vec::<String>::new(), "{to}");
        assert!(read_day("day.json", &text).day.is_none(), "{to}");
    }
}

#[test]
fn what_is_published_is_in_step() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference");
    for (name, text) in json_schemas().into_iter().chain([("day.md".to_owned(), day_format_reference())]) {
        let published = std::fs::read_to_string(folder.join(&name)).unwrap_or_default();
        assert!(published == text, "docs/reference/{name} is not up to date; run `target/release/xtask generate`");
    }
}

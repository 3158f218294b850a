//! The JSON Schemas of a day's files, and their reference page, from the fields that the reader knows.

use super::events::EVENTS;
use super::lists::{CARER_COLUMNS, VISIT_COLUMNS};
use super::plan::PLAN;
use super::shape::{Field, Kind, Shape};
use super::shapes::{DAY, WEEKDAYS};
use leon_model::{Goal, RosterGoal};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The files, each with the name under which its JSON Schema is published.
const FILES: [(&str, &Shape); 3] = [("day", &DAY), ("plan", &PLAN), ("events", &EVENTS)];

/// The JSON Schemas (draft 2020-12) of a day's files: name of each, as `day.schema.json`, and its text.
pub fn json_schemas() -> Vec<(String, String)> {
    FILES.iter().map(|(name, shape)| (format!("{name}.schema.json"), json_schema(shape))).collect()
}

pub(crate) fn json_schema(root: &'static Shape) -> String {
    let definitions: Map<String, Value> =
        within(root).into_iter().filter(|it| it.name != root.name).map(|it| (it.name.to_owned(), object(it))).collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("leon/{}/1", root.name),
    });
    let all = schema.as_object_mut().expect("the schema is an object");
    all.extend(object(root).as_object().cloned().unwrap_or_default());
    all.insert("$defs".to_owned(), Value::Object(definitions));
    serde_json::to_string_pretty(&schema).expect("a value is written") + "\n"
}

/// An object and all objects in it, each once, in the order of the fields.
pub(crate) fn within(root: &'static Shape) -> Vec<&'static Shape> {
    let mut shapes: Vec<&'static Shape> = vec![root];
    let mut next = 0;
    while let Some(shape) = shapes.get(next) {
        let inner = shape.fields.iter().filter_map(|field| match field.kind {
            Kind::Object(shape) | Kind::List(shape) => Some(shape),
            _ => None,
        });
        let new: Vec<_> = inner.filter(|it| !shapes.iter().any(|known| known.name == it.name)).collect();
        shapes.extend(new);
        next += 1;
    }
    shapes
}

fn object(shape: &Shape) -> Value {
    let property = |field: &Field| {
        let mut schema = kind(field.kind);
        schema["description"] = json!(field.doc);
        if !field.required {
            schema = or_null(schema);
        }
        (field.name.to_owned(), schema)
    };
    let required: Vec<&str> = shape.fields.iter().filter(|it| it.required).map(|it| it.name).collect();
    json!({
        "type": "object",
        "description": shape.doc,
        "properties": shape.fields.iter().map(property).collect::<Map<String, Value>>(),
        "required": required,
        "additionalProperties": false,
    })
}

/// A field that may be left out may be `null` too.
fn or_null(mut schema: Value) -> Value {
    match schema.get("type").cloned() {
        Some(Value::String(only)) if schema.get("enum").is_none() => {
            schema["type"] = json!([only, "null"]);
            schema
        }
        _ => {
            let description = schema.as_object_mut().and_then(|it| it.remove("description"));
            json!({ "anyOf": [schema, { "type": "null" }], "description": description })
        }
    }
}

fn kind(kind: Kind) -> Value {
    let id = json!({ "type": "string", "pattern": "^[\\p{L}\\p{N}_./-]+$" });
    let whole = json!({ "type": "integer", "minimum": 0 });
    match kind {
        Kind::Exactly(text) => json!({ "type": "string", "const": text }),
        Kind::Id => id,
        Kind::Ids => json!({ "type": "array", "items": id }),
        Kind::IdsOrNull => json!({ "type": "array", "items": { "anyOf": [id, { "type": "null" }] } }),
        Kind::Text => json!({ "type": "string" }),
        Kind::Hash => json!({ "type": "string", "pattern": "^[0-9a-f]*$" }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Count | Kind::Minutes | Kind::Seconds => whole,
        Kind::Small => json!({ "type": "integer", "minimum": 0, "maximum": 255 }),
        Kind::MinutesSigned => json!({ "type": "integer" }),
        Kind::MinutesFine => json!({ "type": "number", "minimum": 0 }),
        Kind::Between(low, high) => json!({ "type": "number", "minimum": low, "maximum": high }),
        Kind::Time => json!({
            "type": "string",
            "pattern": "^(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?|\\d{2}:\\d{2}(:\\d{2})?)$",
        }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Dates => json!({ "type": "array", "items": { "type": "string", "format": "date" } }),
        Kind::Days => {
            let days = json!([{ "enum": WEEKDAYS }, { "type": "string", "format": "date" }]);
            json!({ "type": "array", "items": { "anyOf": days } })
        }
        Kind::Word(words) => json!({ "type": "string", "enum": words }),
        Kind::MinutesById | Kind::CountById => json!({ "type": "object", "additionalProperties": whole }),
        Kind::Matrix => {
            let cell = json!({ "type": ["integer", "null"], "minimum": 0 });
            json!({ "type": "array", "items": { "type": "array", "items": cell } })
        }
        Kind::TimeOfDay => json!({ "type": "string", "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$" }),
        Kind::Words(words) => json!({ "type": "array", "items": { "enum": words } }),
        Kind::Parameters => {
            json!({ "type": "object", "additionalProperties": { "type": ["number", "boolean", "string"] } })
        }
        Kind::Goals => levels(&Goal::ALL.map(Goal::word)),
        Kind::RosterGoals => levels(&RosterGoal::ALL.map(RosterGoal::word)),
        Kind::Object(shape) => json!({ "$ref": format!("#/$defs/{}", shape.name) }),
        Kind::List(shape) => json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", shape.name) } }),
    }
}

/// Levels of goals: each a goal, or an object of goals and weights.
fn levels(words: &[&str]) -> Value {
    let goal = json!({ "enum": words });
    let weights = json!({
        "type": "object",
        "propertyNames": goal,
        "additionalProperties": { "type": "number", "minimum": 0 },
    });
    json!({ "type": "array", "items": { "anyOf": [goal, weights] } })
}

/// The reference page of a day's files, as Markdown: every object and its fields, and the example.
pub fn day_format_reference() -> String {
    let mut page = String::from(
        "# A day's files\n\nGenerated from `crates/leon-formats/src/day/shapes.rs`, `plan.rs` and `events.rs`. The \
         JSON Schemas beside this page say the same to programs. What the words mean stands in [the \
         model](../concepts/route.md); what a message means, in [the problems](problems.md).\n",
    );
    for (name, root) in FILES {
        let _ = write!(page, "\n## The {name} file: `leon/{name}/1`\n");
        // A new visit in an event is a visit of a day.
        for shape in within(root).into_iter().filter(|it| name == "day" || !is_in_day(it)) {
            write_shape(&mut page, shape, shape.name == root.name);
        }
    }
    let _ = write!(page, "\n## An example\n\n```json\n{}```\n", super::EXAMPLE);
    page += "\n## Two lists instead of a day file\n\nWho has visits and carers as lists in a spreadsheet saves them as CSV, \
             with commas between columns and a point in numbers. Places, staff groups and citizens follow from the rows; \
             ways go straight, at a mean speed for each transport.\n";
    for ((name, text), columns) in super::EXAMPLE_LISTS.into_iter().zip([VISIT_COLUMNS, CARER_COLUMNS]) {
        let _ = write!(page, "\n### {name}\n\n| column | required | meaning |\n|---|---|---|\n");
        for column in columns {
            let required = if column.required { "yes" } else { "" };
            let _ = writeln!(page, "| `{}` | {required} | {} |", column.name, column.doc);
        }
        let _ = write!(page, "\n```csv\n{text}```\n");
    }
    page
}

fn is_in_day(shape: &Shape) -> bool {
    within(&DAY).iter().any(|it| it.name == shape.name)
}

pub(crate) fn write_shape(page: &mut String, shape: &Shape, is_root: bool) {
    if !is_root {
        let _ = write!(page, "\n### {}\n", shape.name);
    }
    let _ = write!(page, "\n{}\n\n| field | required | holds | meaning |\n|---|---|---|---|\n", shape.doc);
    for field in shape.fields {
        let required = if field.required { "yes" } else { "" };
        let _ = writeln!(page, "| `{}` | {required} | {} | {} |", field.name, holds(field.kind), field.doc);
    }
}

fn holds(kind: Kind) -> String {
    match kind {
        Kind::Exactly(text) => format!("`\"{text}\"`"),
        Kind::Id => "an id".to_owned(),
        Kind::Ids => "ids".to_owned(),
        Kind::IdsOrNull => "ids or `null`".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Hash => "hexadecimal digits".to_owned(),
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::Count => "a whole number from 0".to_owned(),
        Kind::Small => "a whole number from 0 to 255".to_owned(),
        Kind::Minutes => "whole minutes".to_owned(),
        Kind::MinutesSigned => "whole minutes, below 0 too".to_owned(),
        Kind::MinutesFine => "minutes, to the second".to_owned(),
        Kind::Seconds => "whole seconds".to_owned(),
        Kind::Between(low, high) => format!("a number from {low} to {high}"),
        Kind::Time => "a time".to_owned(),
        Kind::Date => "a date".to_owned(),
        Kind::Dates => "dates".to_owned(),
        Kind::Days => "days of the week or dates".to_owned(),
        Kind::Word(words) => words.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "),
        Kind::MinutesById => format!("whole minutes by id: `{}`", kind.example()),
        Kind::CountById => format!("whole numbers by id: `{}`", kind.example()),
        Kind::Matrix => format!("rows of seconds: `{}`", kind.example()),
        Kind::TimeOfDay => "a time of day".to_owned(),
        Kind::Words(words) => {
            format!("list of {}", words.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "))
        }
        Kind::Parameters => format!("parameters by name: `{}`", kind.example()),
        Kind::Goals | Kind::RosterGoals => format!("levels of goals: `{}`", kind.example()),
        Kind::Object(shape) => format!("a [{}](#{})", shape.name, shape.name),
        Kind::List(shape) => format!("list of [{}](#{})", shape.name, shape.name),
    }
}

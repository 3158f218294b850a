//! The JSON Schemas of a period's files, and the reference pages of files and rules, from what the reader knows.

use super::demand_list::DEMAND_COLUMNS;
use super::events::EVENTS;
use super::packs::rule_packs;
use super::roster::ROSTER;
use super::shapes::PERIOD;
use crate::day::json_schema::{json_schema, within, write_shape};
use crate::day::shape::Shape;
use leon_model::{ClauseKind, ParameterValue, Rule};
use std::fmt::Write as _;

/// The files, each with the name under which its JSON Schema is published.
const FILES: [(&str, &Shape); 3] = [("period", &PERIOD), ("roster", &ROSTER), ("roster-events", &EVENTS)];

/// The JSON Schemas (draft 2020-12) of a period's files: name of each, as `period.schema.json`, and its text.
pub fn period_json_schemas() -> Vec<(String, String)> {
    FILES.iter().map(|(name, shape)| (format!("{name}.schema.json"), json_schema(shape))).collect()
}

/// The reference page of a period's files, as Markdown: every object and its fields, and the example.
pub fn period_format_reference() -> String {
    let mut page = String::from(
        "# A period's files\n\nGenerated from `crates/leon-formats/src/period/shapes.rs`, `roster.rs` and `events.rs`. The JSON \
         Schemas beside this page say the same to programs. What the words mean stands in [the \
         model](../concepts/roster.md); which rules there are, in [the rules](rules.md); what a message means, in [the \
         problems](problems.md).\n",
    );
    for (name, root) in FILES {
        let _ = write!(page, "\n## The {name} file: `leon/{name}/1`\n");
        for shape in within(root) {
            write_shape(&mut page, shape, shape.name == root.name);
        }
    }
    page += "\n## A list of demand\n\n`leon roster cover --history` reads a list that a spreadsheet holds, saved as CSV with \
             commas between columns and a point in numbers.\n\n| column | required | meaning |\n|---|---|---|\n";
    for column in DEMAND_COLUMNS {
        let required = if column.required { "yes" } else { "" };
        let _ = writeln!(page, "| `{}` | {required} | {} |", column.name, column.doc);
    }
    let _ = write!(page, "\n## An example\n\nMade up.\n\n```json\n{}```\n", super::EXAMPLE);
    page
}

/// The reference page of rules, as Markdown: every kind of clause with its parameters, and every rule of every pack.
pub fn rule_reference() -> String {
    let mut page = String::from(
        "# Rules on work\n\nGenerated from `crates/leon-model/src/rule/clause.rs` and `data/rules/`. What each kind \
         asks to the minute stands in [the model](../concepts/roster.md).\n\n## Kinds\n\n\
         | kind | asks | parameters |\n|---|---|---|\n",
    );
    for kind in ClauseKind::ALL {
        let parameters = kind.parameters().iter().map(|it| format!("`{}`: {}", it.name, it.doc)).collect::<Vec<_>>();
        let _ = writeln!(page, "| `{}` | {} | {} |", kind.word(), kind.doc(), parameters.join("<br>"));
    }
    for pack in rule_packs() {
        let _ = write!(page, "\n## `{}`: {} · {}\n", pack.id, pack.title_da, pack.title_en);
        for rule in &pack.rules {
            write_rule(&mut page, rule);
        }
    }
    page
}

fn write_rule(page: &mut String, rule: &Rule) {
    let _ = write!(page, "\n### {}\n\n{}\n\n*{}*\n\n", rule.id, rule.text_da, rule.text_en);
    let values = match &rule.clause {
        Some(clause) => clause.values().iter().map(|(name, it)| format!(" {name} = {}", value(it))).collect::<String>(),
        None => " open until a local agreement sets it".to_owned(),
    };
    let _ = writeln!(page, "`{}`{}{values}", rule.kind.word(), if values.is_empty() { "" } else { ":" });
    let list = |name: &str, ids: Vec<&str>| {
        if ids.is_empty() { String::new() } else { format!("; {name}: {}", ids.join(", ")) }
    };
    let from = rule.from.map_or(String::new(), |it| format!("; from {it}"));
    let to = rule.to.map_or(String::new(), |it| format!("; to {it}"));
    let replaceable = if rule.replaceable { "; a local agreement may replace it" } else { "" };
    let agreements = list("agreements", rule.agreements.iter().map(|it| it.as_str()).collect());
    let groups = list("groups", rule.groups.iter().map(|it| it.as_str()).collect());
    let reasons = list("reasons", rule.reasons.iter().map(|it| it.word()).collect());
    let _ = write!(
        page,
        "\n{}; {}; confidence {}{from}{to}{agreements}{groups}{reasons}{replaceable}\n\n{}. Read in: {}\n",
        rule.scope.word(),
        rule.breach.word(),
        rule.confidence.word(),
        rule.paragraph,
        rule.source,
    );
}

fn value(value: &ParameterValue) -> String {
    match value {
        ParameterValue::Number(it) => it.to_string(),
        ParameterValue::Flag(it) => it.to_string(),
        ParameterValue::Text(it) => it.clone(),
    }
}

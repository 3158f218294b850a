//! The reference page of the case format, generated from the schema.

use crate::schema::{Column, Kind, TABLES, TableSchema, evidence_words};
use leon_model::{KINDS, Table};
use std::fmt::Write as _;

const OPENING: &str = "\
# The case format

Generated from `crates/leon-formats/src/schema.rs`.

A case is a folder: a [Frictionless Data Package](https://specs.frictionlessdata.io/data-package/) with a
`datapackage.json` and CSV tables, in UTF-8, with commas between columns, decimal points and a header row.
`leon init DIR` writes an example, `leon check CASE` says what is wrong with a case.

- **Missing is an empty cell**, never zero.
- **Lists** in one cell have blanks between their elements.
- **Ids** are made of letters, digits and the characters `_ - . /`.
- Columns that need no value may be left out. Other columns are not read, with a warning.
- Nothing about persons: a value that looks like a CPR number is refused wherever it stands.
";

/// The reference page of the case format, as Markdown: every table with its columns.
pub fn case_format_reference() -> String {
    let mut page = OPENING.to_owned();
    let classes = evidence_words().join("`, `");
    let _ = writeln!(
        page,
        "- A **figure** `x` is five columns: `x`, `x_low`, `x_high`, `x_evidence` and `x_source`. A value has an \
         evidence class (`{classes}`) and a source. Its range may be empty for `measured` and `register`, and is \
         then the value itself."
    );
    for schema in TABLES {
        table(&mut page, schema);
    }
    page
}

fn table(page: &mut String, schema: &TableSchema) {
    let need = if schema.required { "Required" } else { "Optional" };
    let _ = write!(
        page,
        "\n## {}\n\n{} {need}. Different in every row: {}.\n\n| column | holds | required | meaning |\n|---|---|---|---|\n",
        schema.table.name(),
        schema.doc,
        quoted(schema.key),
    );
    for column in schema.columns {
        let required = if column.required { "yes" } else { "" };
        let _ = writeln!(page, "| `{}` | {} | {required} | {} |", column.name, holds(column), column.doc);
    }
    if schema.table == Table::Bindings {
        page.push_str("\nThe kinds of binding:\n\n| kind | limit | meaning |\n|---|---|---|\n");
        for kind in KINDS {
            let limit = if kind.has_limit { "yes" } else { "" };
            let _ = writeln!(page, "| `{}` | {limit} | {} |", kind.word, kind.doc);
        }
    }
}

fn quoted(words: &[&str]) -> String {
    format!("`{}`", words.join("`, `"))
}

fn holds(column: &Column) -> String {
    let link = |table: Table| format!("[{0}](#{0})", table.name());
    match column.kind {
        Kind::Text => "text".to_owned(),
        Kind::Id => "id".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Integer => "whole number".to_owned(),
        Kind::Bool => "`true` or `false`".to_owned(),
        Kind::Word(words) => format!("one of {}", quoted(&words())),
        Kind::WordList(words) => format!("some of {}", quoted(&words())),
        Kind::Ref(table) => format!("id in {}", link(table)),
        Kind::RefList(table) => format!("ids in {}", link(table)),
        Kind::Figure => "figure".to_owned(),
    }
}

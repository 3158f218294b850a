//! `datapackage.json`: a Frictionless Data Package (version 1), generated from the schema.

use crate::schema::{Column, FileColumn, Kind, TableSchema, evidence_words};
use leon_model::Table;
use serde::Serialize;

/// The file that describes a package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// A data package, as it is written.
#[derive(Serialize)]
pub(crate) struct Package {
    pub(crate) profile: &'static str,
    pub(crate) name: String,
    pub(crate) title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) licenses: Vec<Licence>,
    pub(crate) resources: Vec<Resource>,
}

/// The terms on which a package's data may be used.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Licence {
    /// Its Open Definition id, as `CC-BY-4.0`.
    pub name: String,
    pub title: String,
    /// Where its text stands.
    pub path: String,
}

/// A table in a package.
#[derive(Serialize)]
pub(crate) struct Resource {
    pub(crate) profile: &'static str,
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) description: String,
    pub(crate) format: &'static str,
    pub(crate) mediatype: &'static str,
    pub(crate) encoding: &'static str,
    pub(crate) schema: Schema,
}

#[derive(Serialize)]
pub(crate) struct Schema {
    pub(crate) fields: Vec<Field>,
    #[serde(rename = "primaryKey", skip_serializing_if = "Vec::is_empty")]
    pub(crate) primary_key: Vec<&'static str>,
    #[serde(rename = "foreignKeys", skip_serializing_if = "Vec::is_empty")]
    pub(crate) foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
pub(crate) struct Field {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) description: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) unit: String,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    pub(crate) constraints: Constraints,
}

#[derive(Default, Serialize)]
pub(crate) struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(crate) words: Vec<&'static str>,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        !self.required && self.words.is_empty()
    }
}

#[derive(Serialize)]
pub(crate) struct ForeignKey {
    fields: String,
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    /// Empty for the table itself.
    resource: &'static str,
    fields: &'static str,
}

impl Resource {
    /// A CSV table at the root of the package.
    pub(crate) fn csv(name: &str, description: String, schema: Schema) -> Self {
        Self {
            profile: "tabular-data-resource",
            name: name.to_owned(),
            path: format!("{name}.csv"),
            description,
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            schema,
        }
    }

    /// A table of a case.
    pub(crate) fn of_case(schema: &TableSchema) -> Self {
        let fields = schema.columns.iter().flat_map(fields).collect();
        let foreign_keys = schema.columns.iter().filter_map(|it| foreign_key(schema.table, it)).collect();
        let written = Schema { fields, primary_key: schema.key.to_vec(), foreign_keys };
        Self::csv(schema.table.name(), schema.doc.to_owned(), written)
    }
}

/// The fields of a column, five when it is a figure.
fn fields(column: &Column) -> Vec<Field> {
    let part = |(index, file_column): (usize, FileColumn)| {
        let (kind, words) = match (column.kind, index) {
            (Kind::Figure, 3) => ("string", evidence_words()),
            (Kind::Figure, 4) => ("string", vec![]),
            (Kind::Figure | Kind::Number, _) => ("number", vec![]),
            (Kind::Integer, _) => ("integer", vec![]),
            (Kind::Bool, _) => ("boolean", vec![]),
            (Kind::Word(words), _) => ("string", words()),
            (Kind::Text | Kind::Id | Kind::Ref(_) | Kind::RefList(_) | Kind::WordList(_), _) => ("string", vec![]),
        };
        Field {
            name: file_column.name,
            kind,
            description: description(column, index),
            unit: String::new(),
            constraints: Constraints { required: file_column.required_in_row, words },
        }
    };
    column.file_columns().into_iter().enumerate().map(part).collect()
}

fn description(column: &Column, index: usize) -> String {
    match (index, column.kind) {
        (0, Kind::WordList(words)) => {
            format!("{} Some of {}, with blanks between.", column.doc, words().join(", "))
        }
        (0, Kind::RefList(table)) => format!("{} Ids of {}, with blanks between.", column.doc, table.name()),
        (0, _) => column.doc.to_owned(),
        (1, _) => format!("Lower limit of {}.", column.name),
        (2, _) => format!("Upper limit of {}.", column.name),
        (3, _) => format!("Evidence class of {}.", column.name),
        _ => format!("Source of {}.", column.name),
    }
}

fn foreign_key(table: Table, column: &Column) -> Option<ForeignKey> {
    let (field, target) = match column.kind {
        Kind::Ref(target) => (column.name.to_owned(), target),
        Kind::Figure => (format!("{}_source", column.name), Table::Sources),
        _ => return None,
    };
    let resource = if target == table { "" } else { target.name() };
    Some(ForeignKey { fields: field, reference: Reference { resource, fields: "id" } })
}

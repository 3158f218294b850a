//! Fields of a TOML table, taken one by one; what is left over nobody asked for.

use super::problem::{MeasureCause, MeasureFileProblem};
use leon_model::{EvidenceClass, Figure};
use toml::{Table, Value};

/// A table, where it stands in the file, and the problems found so far.
pub(super) struct Fields {
    table: Table,
    path: String,
    problems: Vec<MeasureFileProblem>,
    /// The table is missing, which is reported: its fields are not missed besides.
    is_missing: bool,
}

impl Fields {
    pub(super) fn new(table: Table) -> Self {
        Self { table, path: String::new(), problems: Vec::new(), is_missing: false }
    }

    fn at(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    fn add(&mut self, name: &str, cause: MeasureCause) {
        let path = self.at(name);
        self.problems.push(MeasureFileProblem { path, cause });
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let value = self.table.remove(name);
        if value.is_none() && !self.is_missing {
            self.add(name, MeasureCause::Missing {});
        }
        value
    }

    /// All problems, and the fields that nobody asked for.
    pub(super) fn problems(mut self) -> Vec<MeasureFileProblem> {
        let left: Vec<String> = self.table.keys().cloned().collect();
        left.iter().for_each(|name| self.add(name, MeasureCause::UnknownField {}));
        self.problems
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let value = self.take(name)?;
        self.as_text(name, value)
    }

    /// A text that may be missing.
    pub(super) fn optional_text(&mut self, name: &str) -> Option<String> {
        let value = self.table.remove(name)?;
        self.as_text(name, value)
    }

    fn as_text(&mut self, name: &str, value: Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text),
            other => {
                self.add(name, MeasureCause::WrongType { wanted: "text", found: other.type_str() });
                None
            }
        }
    }

    /// One of some words.
    pub(super) fn word(&mut self, name: &str, words: &[&'static str]) -> Option<&'static str> {
        let text = self.text(name)?;
        let word = words.iter().find(|it| **it == text);
        if word.is_none() {
            self.add(name, MeasureCause::UnknownWord { word: text, known: words.join(", ") });
        }
        word.copied()
    }

    /// One of some values, by its word.
    pub(super) fn choice<T: Copy>(&mut self, name: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Option<T> {
        let words: Vec<&'static str> = all.iter().map(|it| word(*it)).collect();
        let found = self.word(name, &words)?;
        all.iter().copied().find(|it| word(*it) == found)
    }

    /// A list of texts that may be missing, but not empty.
    pub(super) fn optional_texts(&mut self, name: &str) -> Option<Vec<String>> {
        let Some(value) = self.table.remove(name) else { return Some(Vec::new()) };
        let texts = self.as_texts(name, value)?;
        if texts.is_empty() {
            self.add(name, MeasureCause::Empty {});
        }
        Some(texts)
    }

    /// A list of texts that must be there.
    pub(super) fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        let value = self.take(name)?;
        self.as_texts(name, value)
    }

    fn as_texts(&mut self, name: &str, value: Value) -> Option<Vec<String>> {
        let Value::Array(items) = value else {
            self.add(name, MeasureCause::WrongType { wanted: "list", found: value.type_str() });
            return None;
        };
        let texts: Vec<Option<String>> =
            items.into_iter().enumerate().map(|(i, item)| self.as_text(&format!("{name}[{i}]"), item)).collect();
        texts.into_iter().collect()
    }

    /// A list of words that may be missing.
    pub(super) fn words<T: Copy>(&mut self, name: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Vec<T> {
        let Some(value) = self.table.remove(name) else { return Vec::new() };
        let texts = self.as_texts(name, value).unwrap_or_default();
        let mut found = Vec::new();
        for (i, text) in texts.into_iter().enumerate() {
            match all.iter().find(|it| word(**it) == text) {
                Some(it) => found.push(*it),
                None => {
                    let known = all.iter().map(|it| word(*it)).collect::<Vec<_>>().join(", ");
                    self.add(&format!("{name}[{i}]"), MeasureCause::UnknownWord { word: text, known });
                }
            }
        }
        found
    }

    /// A whole number from 0 on.
    pub(super) fn count(&mut self, name: &str) -> Option<u32> {
        let value = self.take(name)?;
        let count = value.as_integer().and_then(|it| u32::try_from(it).ok());
        if count.is_none() {
            self.add(name, MeasureCause::WrongType { wanted: "whole number", found: value.type_str() });
        }
        count
    }

    fn number(&mut self, name: &str) -> Option<f64> {
        let value = self.take(name)?;
        self.as_number(name, &value)
    }

    fn as_number(&mut self, name: &str, value: &Value) -> Option<f64> {
        let number = match value {
            Value::Integer(number) => Some(*number as f64),
            Value::Float(number) if number.is_finite() => Some(*number),
            _ => None,
        };
        if number.is_none() {
            self.add(name, MeasureCause::WrongType { wanted: "number", found: value.type_str() });
        }
        number
    }

    /// A figure: value, range (the value alone where it is missing), class and source.
    pub(super) fn figure(&mut self, name: &str) -> Option<Figure> {
        let mut fields = self.table(name);
        let value = fields.number("value");
        let mut bound = |name| match fields.table.remove(name) {
            Some(number) => fields.as_number(name, &number),
            None => value,
        };
        let (low, high) = (bound("low"), bound("high"));
        let classes: Vec<&'static str> = EvidenceClass::ALL.iter().map(|it| it.as_str()).collect();
        let class = fields.word("class", &classes).and_then(EvidenceClass::parse);
        let source = fields.text("source");
        self.put_back(fields);
        Some(Figure { value: value?, low: low?, high: high?, class: class?, source: source?.into() })
    }

    /// A table that must be there, to be put back when it is read.
    pub(super) fn table(&mut self, name: &str) -> Fields {
        let (path, is_missing) = (self.at(name), self.is_missing);
        match self.take(name) {
            Some(Value::Table(table)) => Fields { table, path, problems: Vec::new(), is_missing },
            found => {
                if let Some(other) = found {
                    self.add(name, MeasureCause::WrongType { wanted: "table", found: other.type_str() });
                }
                Fields { table: Table::new(), path, problems: Vec::new(), is_missing: true }
            }
        }
    }

    /// Keeps the problems of a table that was read.
    pub(super) fn put_back(&mut self, fields: Fields) {
        self.problems.extend(fields.problems());
    }

    /// Every entry of a list of tables, which may be missing.
    pub(super) fn tables<T>(&mut self, name: &str, read: impl Fn(&mut Fields) -> Option<T>) -> Vec<T> {
        let items = match self.table.remove(name) {
            None => return Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.add(name, MeasureCause::WrongType { wanted: "list", found: other.type_str() });
                return Vec::new();
            }
        };
        let mut found = Vec::new();
        for (i, item) in items.into_iter().enumerate() {
            let entry = format!("{name}[{i}]");
            let Value::Table(table) = item else {
                self.add(&entry, MeasureCause::WrongType { wanted: "table", found: item.type_str() });
                continue;
            };
            let mut fields = Fields { table, path: self.at(&entry), problems: Vec::new(), is_missing: false };
            let it = read(&mut fields);
            if it.is_none() && fields.problems.iter().any(|it| it.path.ends_with(".kind")) {
                // Without a kind it cannot be said which fields belong to it.
                fields.table.clear();
            }
            found.extend(it);
            self.put_back(fields);
        }
        found
    }

    /// Every field of a table as text, in order of names.
    pub(super) fn all_texts(&mut self, mut fields: Fields) -> Vec<(String, String)> {
        let names: Vec<String> = fields.table.keys().cloned().collect();
        let texts = names.into_iter().filter_map(|name| Some((name.clone(), fields.text(&name)?))).collect();
        self.put_back(fields);
        texts
    }
}

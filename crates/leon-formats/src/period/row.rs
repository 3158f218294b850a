//! An object as it is written: fields in their order, without those that a reader puts in when they are left out.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

#[derive(Default)]
pub(super) struct Row(Vec<(&'static str, Box<RawValue>)>);

impl Row {
    /// With a field.
    pub(super) fn with(mut self, name: &'static str, value: impl Serialize) -> Self {
        self.0.push((name, to_raw_value(&value).expect("rows have text for names")));
        self
    }

    /// With a field, unless it is what a reader puts in.
    pub(super) fn unless<T: Serialize + PartialEq>(self, usual: T, name: &'static str, value: T) -> Self {
        if value == usual { self } else { self.with(name, value) }
    }

    /// With a field, if there is something.
    pub(super) fn some(self, name: &'static str, value: Option<impl Serialize>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With a list, if it is not empty.
    pub(super) fn list<T: Serialize>(self, name: &'static str, items: impl Iterator<Item = T>) -> Self {
        let items: Vec<T> = items.collect();
        if items.is_empty() { self } else { self.with(name, items) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

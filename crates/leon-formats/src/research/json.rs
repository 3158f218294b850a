//! A value within a JSON file, and the way to it.

use super::problem::{Found, other_kind, within_reach};
use crate::cause::Cause;
use crate::shown::shown;
use leon_model::looks_like_cpr;
use serde_json::Value;

/// The file as JSON, or the problem that it is none.
pub(super) fn parse(text: &str, found: &mut Found) -> Option<Value> {
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
        .map_err(|error| {
            let reason = error.to_string();
            let reason = reason.split(" at line").next().unwrap_or_default();
            found.at_line(error.line(), Cause::BrokenJson { reason: shown(reason) });
        })
        .ok()
}

/// A value and the way to it. Every method that finds something else than it should reports that.
#[derive(Clone)]
pub(super) struct At<'a> {
    value: &'a Value,
    pub(super) path: String,
}

impl<'a> At<'a> {
    pub(super) fn root(value: &'a Value) -> Self {
        Self { value, path: String::new() }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    /// Whether this is an object; reported when it is not.
    pub(super) fn is_object(&self, example: &str, found: &mut Found) -> bool {
        if !self.value.is_object() {
            found.at_path(&self.path, other_kind(&brief(self.value), example));
        }
        self.value.is_object()
    }

    /// The first key of an object that is not one of these.
    pub(super) fn other_key(&self, known: &[&str]) -> Option<&'a str> {
        self.value.as_object()?.keys().map(String::as_str).find(|key| !known.contains(key))
    }

    /// The value under a key; `null` counts as none.
    pub(super) fn optional(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key).filter(|it| !it.is_null())?;
        let dot = if self.path.is_empty() { "" } else { "." };
        Some(Self { value, path: format!("{}{dot}{key}", self.path) })
    }

    /// The value under a key, which must be there.
    pub(super) fn required(&self, key: &str, example: &str, found: &mut Found) -> Option<Self> {
        let value = self.optional(key);
        if value.is_none() {
            let cause = if self.value.is_object() {
                Cause::KeyMissing { key: key.to_owned(), example: format!("\"{key}\": {example}") }
            } else {
                other_kind(&brief(self.value), &format!("{{\"{key}\": {example}}}"))
            };
            found.at_path(&self.path, cause);
        }
        value
    }

    /// The elements of a list; none, reported, when this is no list.
    pub(super) fn items(&self, found: &mut Found) -> Vec<Self> {
        let Some(values) = self.value.as_array() else {
            found.at_path(&self.path, other_kind(&brief(self.value), "[ … ]"));
            return Vec::new();
        };
        values.iter().enumerate().map(|(at, value)| Self { value, path: format!("{}[{at}]", self.path) }).collect()
    }

    pub(super) fn number(&self, found: &mut Found) -> Option<f64> {
        let number = self.value.as_f64().ok_or_else(|| other_kind(&brief(self.value), "12.5"));
        number.and_then(within_reach).map_err(|cause| found.at_path(&self.path, cause)).ok()
    }

    /// A number from 0 up.
    pub(super) fn amount(&self, found: &mut Found) -> Option<f64> {
        let value = self.number(found)?;
        if value < 0.0 {
            found.at_path(&self.path, Cause::Negative { value });
            return None;
        }
        Some(value)
    }

    /// Two numbers.
    pub(super) fn pair(&self, found: &mut Found) -> Option<(f64, f64)> {
        match self.value.as_array().map(Vec::as_slice) {
            Some([_, _]) => {
                let both: Vec<Option<f64>> = self.items(found).iter().map(|it| it.number(found)).collect();
                both[0].zip(both[1])
            }
            _ => {
                found.at_path(&self.path, other_kind(&brief(self.value), "[0, 60]"));
                None
            }
        }
    }

    /// Two numbers, the second not below the first.
    pub(super) fn interval(&self, found: &mut Found) -> Option<(f64, f64)> {
        let (from, to) = self.pair(found)?;
        if to < from {
            found.at_path(&self.path, Cause::IntervalReversed { from, to });
            return None;
        }
        Some((from, to))
    }

    /// A text that is not empty and not a person's number.
    pub(super) fn text(&self, found: &mut Found) -> Option<&'a str> {
        let cause = match self.value.as_str() {
            None | Some("") => other_kind(&brief(self.value), "\"p1\""),
            Some(text) if looks_like_cpr(text) => Cause::CprLike {},
            Some(text) => return Some(text),
        };
        found.at_path(&self.path, cause);
        None
    }
}

/// A value as a message shows it.
fn brief(value: &Value) -> String {
    match value {
        Value::Array(values) if values.is_empty() => "[]".to_owned(),
        Value::Array(_) => "[ … ]".to_owned(),
        Value::Object(_) => "{ … }".to_owned(),
        _ => value.to_string(),
    }
}

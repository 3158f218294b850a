//! A JSON text as it stands: values by their place in the text, fields in order, names that stand twice kept.

use crate::cause::Cause;
use crate::shown::shown;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A value, not yet looked into.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a>(&'a RawValue);

/// What keeps a text from being JSON, and its line.
pub(crate) struct SyntaxFault {
    pub(crate) line: usize,
    pub(crate) cause: Cause,
}

impl<'a> Node<'a> {
    /// The text's one value.
    ///
    /// # Errors
    /// The first place where the text is no JSON.
    pub(crate) fn parse(text: &'a str) -> Result<Self, SyntaxFault> {
        serde_json::from_str(text).map(Self).map_err(|error| {
            let rest = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
            let rest: String = rest.chars().skip(error.column().saturating_sub(1)).collect();
            let word = ["NaN", "Infinity", "-Infinity", "nan", "inf", "-inf", "-NaN"].into_iter().find(|word| {
                // A minus sign is read before what follows it is refused.
                rest.starts_with(word) || rest.starts_with(word.trim_start_matches('-'))
            });
            let reason = error.to_string();
            let reason = shown(reason.split(" at line").next().unwrap_or_default());
            let cause = match word {
                Some(word) => Cause::JsonNumberWord { word: word.to_owned() },
                None => Cause::JsonBroken { column: error.column(), reason },
            };
            SyntaxFault { line: error.line(), cause }
        })
    }

    /// The value as it is written.
    pub(crate) fn written(self) -> &'a str {
        self.0.get()
    }

    pub(crate) fn is_null(self) -> bool {
        self.written() == "null"
    }

    /// The fields of an object, in order; `None` for another kind of value.
    pub(crate) fn fields(self) -> Option<Vec<(String, Self)>> {
        serde_json::Deserializer::from_str(self.written()).deserialize_map(Fields).ok()
    }

    /// The entries of a list; `None` for another kind of value.
    pub(crate) fn items(self) -> Option<Vec<Self>> {
        let items: Vec<&RawValue> = serde_json::from_str(self.written()).ok()?;
        Some(items.into_iter().map(Self).collect())
    }

    /// A text; `None` for another kind of value.
    pub(crate) fn text(self) -> Option<String> {
        serde_json::from_str(self.written()).ok()
    }

    /// A number; infinite when it is too large for one. `None` for another kind of value.
    pub(crate) fn number(self) -> Option<f64> {
        let begins_number = self.written().starts_with(|c: char| c == '-' || c.is_ascii_digit());
        self.written().parse().ok().filter(|_| begins_number)
    }

    pub(crate) fn flag(self) -> Option<bool> {
        self.written().parse().ok()
    }

    /// The value for a message: short, and an object or a list without what is in it.
    pub(crate) fn brief(self) -> String {
        match self.written().as_bytes().first() {
            Some(b'{') => "{ … }".to_owned(),
            Some(b'[') => "[ … ]".to_owned(),
            _ => shown(self.written()),
        }
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Vec<(String, Node<'de>)>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
            fields.push((name, Node(value)));
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_of_one_kind() {
        let node = Node::parse(" [1, -2.5e3, \"a\\u00e6\", true, null, {\"b\": 1, \"b\": 2}, 1e999] ").ok().unwrap();
        let items = node.items().unwrap();
        assert_eq!(items.iter().map(|it| it.number()).collect::<Vec<_>>()[..3], [Some(1.0), Some(-2500.0), None]);
        assert_eq!(items[2].text().as_deref(), Some("aæ"));
        assert_eq!((items[3].flag(), items[4].is_null(), items[0].flag()), (Some(true), true, None));
        let fields = items[5].fields().unwrap();
        assert_eq!(fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["b", "b"]);
        assert_eq!(items[6].number(), Some(f64::INFINITY));
    }

    #[test]
    fn nesting_without_end_is_no_trouble() {
        let deep = "[".repeat(200_000) + &"]".repeat(200_000);
        assert_eq!(Node::parse(&deep).ok().unwrap().items().unwrap().len(), 1);
        assert!(Node::parse(&"[".repeat(200_000)).is_err());
    }
}

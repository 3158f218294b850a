//! What the objects of a file consist of: the reader, the JSON Schema and the reference page follow from it.

/// An object: what it is, and its fields.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Its name in the JSON Schema, small letters and `_`.
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    pub(crate) fields: &'static [Field],
}

/// A field of an object.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    pub(crate) doc: &'static str,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// This text and no other.
    Exactly(&'static str),
    /// An id: letters, digits and `_ - . /`.
    Id,
    Ids,
    Text,
    /// A hash in hexadecimal, in which ten digits in a row mean nothing.
    Hash,
    Flag,
    /// A whole number from 0.
    Count,
    /// A whole number from 0 to 255.
    Small,
    /// Whole minutes from 0.
    Minutes,
    /// Whole minutes, below 0 too.
    MinutesSigned,
    /// Minutes, to the second.
    MinutesFine,
    /// Whole seconds from 0.
    Seconds,
    /// A number between two others.
    Between(f64, f64),
    Time,
    Date,
    Dates,
    /// Days of the week and dates.
    Days,
    Word(Words),
    /// An object whose names are ids.
    MinutesById,
    CountById,
    /// Rows of whole seconds or `null`.
    Matrix,
    Goals,
    /// Levels of a roster's goals.
    RosterGoals,
    /// A time of day, without a date.
    TimeOfDay,
    /// Some of these words.
    Words(Words),
    /// An object of numbers, flags and texts.
    Parameters,
    Object(&'static Shape),
    List(&'static Shape),
    /// A list of ids, or `null` for none.
    IdsOrNull,
}

/// The words that a field allows.
pub(crate) type Words = &'static [&'static str];

pub(crate) const fn required(name: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { name, kind, required: true, doc }
}

pub(crate) const fn optional(name: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { name, kind, required: false, doc }
}

impl Shape {
    /// The field of a name.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|it| it.name == name)
    }

    /// The name of a field most like a name that is none, if one is like it.
    pub(crate) fn nearest(&self, name: &str) -> Option<&'static str> {
        let name = name.to_lowercase();
        let distance = |field: &Field| (edits(&name, field.name), field.name);
        let (edits, nearest) = self.fields.iter().map(distance).min()?;
        (edits * 3 <= nearest.chars().count().max(name.chars().count())).then_some(nearest)
    }
}

/// Letters to put in, take out or change to make one word of the other (Levenshtein).
fn edits(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().take(60).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

impl Kind {
    /// A value of the kind, as JSON.
    pub(crate) fn example(self) -> String {
        match self {
            Self::Exactly(text) => format!("\"{text}\""),
            Self::Id => "\"b01\"".to_owned(),
            Self::Ids | Self::IdsOrNull => "[\"b01\", \"b02\"]".to_owned(),
            Self::Text => "\"Morgenpleje\"".to_owned(),
            Self::Hash => "\"9f86d081884c7d65\"".to_owned(),
            Self::Flag => "true".to_owned(),
            Self::Count | Self::Small => "2".to_owned(),
            Self::Minutes | Self::MinutesSigned => "30".to_owned(),
            Self::MinutesFine => "7.5".to_owned(),
            Self::Seconds => "120".to_owned(),
            Self::Between(low, _) => format!("{}", low.max(1.5)),
            Self::Time => "\"07:30\"".to_owned(),
            Self::Date => "\"2026-11-23\"".to_owned(),
            Self::Dates => "[\"2026-11-23\", \"2026-11-24\"]".to_owned(),
            Self::Days => "[\"mon\", \"2026-11-26\"]".to_owned(),
            Self::Word(words) => format!("\"{}\"", words[0]),
            Self::MinutesById => "{\"ssa\": 25}".to_owned(),
            Self::CountById => "{\"m01\": 6}".to_owned(),
            Self::Matrix => "[[0, 300], [320, null]]".to_owned(),
            Self::Goals => "[\"left_out\", {\"paid_time\": 1, \"continuity\": 15}]".to_owned(),
            Self::RosterGoals => "[\"cover\", {\"cost\": 1, \"wishes\": 200}]".to_owned(),
            Self::TimeOfDay => "\"07:30\"".to_owned(),
            Self::Words(words) => format!("[\"{}\"]", words[0]),
            Self::Parameters => "{\"rest_hours\": 8}".to_owned(),
            Self::Object(_) => "{ … }".to_owned(),
            Self::List(_) => "[{ … }]".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        for (one, other, expected) in
            [("", "abc", 3), ("abc", "abc", 0), ("windos", "windows", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!(edits(one, other), expected, "{one} {other}");
            assert_eq!(edits(other, one), expected, "{other} {one}");
        }
    }
}

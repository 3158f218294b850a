//! Reads the fields of an object, reporting what cannot be read and standing something in for it.

use super::clock::Said;
use super::json::Node;
use super::shape::{Kind, Shape};
use super::shapes::WEEKDAYS;
use super::source::Source;
use crate::cause::Cause;
use crate::shown::shown;
use jiff::civil::Date;
use leon_model::{Kroner, Minutes, Moment, Seconds, looks_like_cpr};
use std::collections::BTreeMap;

/// An object of the file. Each field is asked for by its name in the object's shape.
pub(crate) struct Entry<'a, 's> {
    pub(crate) source: &'s Source<'a>,
    node: Node<'a>,
    pub(crate) path: String,
    shape: &'static Shape,
    fields: BTreeMap<&'static str, Node<'a>>,
}

/// Minutes beyond which nothing is counted: far more than the most that a day allows, and far from overflow.
const WHOLE_MAX: f64 = 1e12;

impl<'a, 's> Entry<'a, 's> {
    /// Looks into an object. `None`, reported, when the value is none.
    pub(crate) fn open(source: &'s Source<'a>, node: Node<'a>, path: String, shape: &'static Shape) -> Option<Self> {
        let Some(named) = node.fields() else {
            source.report(node, &path, wrong_kind(node, "{ … }"));
            return None;
        };
        let mut entry = Self { source, node, path, shape, fields: BTreeMap::new() };
        for (name, value) in named {
            match shape.field(&name) {
                None => entry.unknown(&name, value),
                Some(field) if entry.fields.contains_key(field.name) => {
                    source.report(value, &entry.path_of(field.name), Cause::FieldTwice { field: name });
                }
                Some(field) => {
                    entry.fields.insert(field.name, value);
                }
            }
        }
        entry.fields.retain(|_, value| !value.is_null());
        for field in shape.fields.iter().filter(|it| it.required && !entry.fields.contains_key(it.name)) {
            let cause = Cause::FieldMissing { field: field.name.to_owned(), example: field.kind.example() };
            source.report(node, &entry.path, cause);
        }
        Some(entry)
    }

    fn unknown(&self, name: &str, value: Node<'_>) {
        let field = shown(name);
        let cause = match self.shape.nearest(name) {
            Some(nearest) => Cause::FieldMisspelt { field, nearest: nearest.to_owned() },
            None => {
                let known: Vec<&str> = self.shape.fields.iter().map(|it| it.name).collect();
                Cause::FieldUnknown { field, known: known.join(", ") }
            }
        };
        self.source.report(value, &self.path, cause);
    }

    pub(crate) fn line(&self) -> usize {
        self.source.line(self.node)
    }

    fn path_of(&self, name: &str) -> String {
        match (self.path.as_str(), name) {
            ("", name) => name.to_owned(),
            (path, "") => path.to_owned(),
            (path, name) => format!("{path}.{name}"),
        }
    }

    /// Reports a problem of a field, or of the object where the field is not there.
    pub(crate) fn report(&self, name: &str, cause: Cause) {
        let node = self.fields.get(name).copied().unwrap_or(self.node);
        self.source.report(node, &self.path_of(name), cause);
    }

    /// Whether the field is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        assert!(self.shape.field(name).is_some(), "{} has no field {name}", self.shape.name);
        self.fields.contains_key(name)
    }

    /// Whether the field must be there.
    pub(crate) fn requires(&self, name: &str) -> bool {
        self.shape.field(name).is_some_and(|it| it.required)
    }

    fn kind(&self, name: &str) -> Kind {
        self.shape.field(name).expect("a field that was found is in the shape").kind
    }

    fn get<T>(&self, name: &str, read: impl Fn(Node<'a>) -> Option<T>) -> Option<T> {
        self.try_get(name, |node| read(node).ok_or_else(|| wrong_kind(node, &self.kind(name).example())))
    }

    fn try_get<T>(&self, name: &str, read: impl Fn(Node<'a>) -> Result<T, Cause>) -> Option<T> {
        if !self.has(name) {
            return None;
        }
        let node = self.fields[name];
        read(node).map_err(|cause| self.source.report(node, &self.path_of(name), cause)).ok()
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.try_get(name, |node| plain_text(node, &self.kind(name).example()))
    }

    /// A hash: hexadecimal digits, small letters. Ten digits in a row are no CPR number there.
    pub(crate) fn hash(&self, name: &str) -> Option<String> {
        let is_hash = |it: &String| it.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        self.get(name, |node| node.text().filter(is_hash))
    }

    pub(crate) fn id<T: From<String>>(&self, name: &str) -> T {
        self.optional_id(name).unwrap_or_else(|| String::new().into())
    }

    pub(crate) fn optional_id<T: From<String>>(&self, name: &str) -> Option<T> {
        self.text(name).map(Into::into)
    }

    pub(crate) fn ids<T: From<String>>(&self, name: &str) -> Vec<T> {
        self.ids_or_null(name).into_iter().flatten().collect()
    }

    /// Ids, in which `null` is nobody.
    pub(crate) fn ids_or_null<T: From<String>>(&self, name: &str) -> Vec<Option<T>> {
        let null_allowed = matches!(self.kind_if_there(name), Some(Kind::IdsOrNull));
        let id = |(at, node): (usize, Node<'_>)| {
            if null_allowed && node.is_null() {
                return None;
            }
            let read = plain_text(node, "\"b01\"").map(Into::into);
            read.map_err(|cause| self.source.report(node, &format!("{}[{at}]", self.path_of(name)), cause)).ok()
        };
        self.get(name, Node::items).into_iter().flatten().enumerate().map(id).collect()
    }

    fn kind_if_there(&self, name: &str) -> Option<Kind> {
        self.has(name).then(|| self.kind(name))
    }

    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.get(name, Node::flag)
    }

    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        self.try_get(name, |node| finite(node, &self.kind(name).example()))
    }

    pub(crate) fn kroner(&self, name: &str) -> Option<Kroner> {
        self.number(name).map(Kroner)
    }

    fn whole(&self, name: &str) -> Option<i64> {
        self.try_get(name, |node| whole(node, &self.kind(name).example()))
    }

    /// A whole number of a type with a largest value.
    fn fitting<T: TryFrom<i64>>(&self, name: &str, max: f64) -> Option<T> {
        let value = self.whole(name)?;
        let fits = T::try_from(value).ok();
        if fits.is_none() {
            self.report(name, Cause::ValueOutside { value: value as f64, low: 0.0, high: max });
        }
        fits
    }

    pub(crate) fn count(&self, name: &str) -> Option<u32> {
        self.fitting(name, f64::from(u32::MAX))
    }

    pub(crate) fn small(&self, name: &str) -> Option<u8> {
        self.fitting(name, f64::from(u8::MAX))
    }

    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.fitting(name, WHOLE_MAX)
    }

    pub(crate) fn large(&self, name: &str) -> Option<u64> {
        self.get(name, |node| node.written().parse().ok())
    }

    pub(crate) fn minutes(&self, name: &str) -> Option<Minutes> {
        self.whole(name).map(Minutes)
    }

    pub(crate) fn seconds(&self, name: &str) -> Option<Seconds> {
        self.whole(name).map(Seconds)
    }

    /// Minutes with a fraction, to the nearest second.
    pub(crate) fn minutes_fine(&self, name: &str) -> Option<Seconds> {
        let minutes = self.number(name)?;
        if minutes.abs() > WHOLE_MAX {
            self.report(name, Cause::NumberBeyond { value: format!("{minutes:e}") });
            return None;
        }
        Some(Seconds((minutes * 60.0).round() as i64))
    }

    /// An object of ids and whole numbers, in the order of the file.
    pub(crate) fn whole_by_id<T: From<String>>(&self, name: &str) -> Vec<(T, i64)> {
        let Some(fields) = self.get(name, Node::fields) else { return Vec::new() };
        let mut read: Vec<(T, i64)> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for (id, node) in fields {
            let path = format!("{}.{}", self.path_of(name), shown(&id));
            if looks_like_cpr(&id) {
                self.source.report(node, &self.path_of(name), Cause::CprInDay {});
            } else if !seen.insert(id.clone()) {
                self.source.report(node, &path, Cause::FieldTwice { field: shown(&id) });
            } else {
                match whole(node, "25") {
                    Ok(value) => read.push((id.into(), value)),
                    Err(cause) => self.source.report(node, &path, cause),
                }
            }
        }
        read
    }

    /// One of the field's words.
    pub(crate) fn word<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.try_get(name, |node| {
            let text = plain_text(node, &self.kind(name).example())?;
            parse(&text).ok_or_else(|| {
                let Kind::Word(words) = self.kind(name) else { unreachable!("only a field of words is read as words") };
                Cause::WordUnknown { value: shown(&text), allowed: words.join(", ") }
            })
        })
    }

    /// Reads each object of a list; those in which an error was found are left out.
    pub(crate) fn list<T>(&self, name: &str, mut read: impl FnMut(usize, &Entry<'a, 's>) -> T) -> Vec<T> {
        let Some(items) = self.get(name, Node::items) else { return Vec::new() };
        let Kind::List(shape) = self.kind(name) else { unreachable!("only a list of objects is read as one") };
        let path = self.path_of(name);
        let mut good = Vec::with_capacity(items.len());
        for (index, node) in items.into_iter().enumerate() {
            let errors = self.source.errors();
            let entry = Entry::open(self.source, node, format!("{path}[{index}]"), shape);
            let row = entry.map(|it| read(index, &it));
            good.extend(row.filter(|_| self.source.errors() == errors));
        }
        good
    }

    pub(crate) fn object(&self, name: &str) -> Option<Entry<'a, 's>> {
        if !self.has(name) {
            return None;
        }
        let Kind::Object(shape) = self.kind(name) else { unreachable!("only an object is read as one") };
        Entry::open(self.source, self.fields[name], self.path_of(name), shape)
    }

    /// The values of a list, with the way to each.
    pub(crate) fn items(&self, name: &str) -> Option<Vec<(Node<'a>, String)>> {
        let items = self.get(name, Node::items)?;
        let path = self.path_of(name);
        Some(items.into_iter().enumerate().map(|(at, node)| (node, format!("{path}[{at}]"))).collect())
    }

    /// The fields of an object whose names are not fixed, with the way to each.
    pub(crate) fn fields_of(&self, name: &str) -> Option<Vec<(String, Node<'a>, String)>> {
        let fields = self.get(name, Node::fields)?;
        let path = self.path_of(name);
        Some(
            fields
                .into_iter()
                .map(|(field, node)| (field.clone(), node, format!("{path}.{}", shown(&field))))
                .collect(),
        )
    }

    pub(crate) fn said(&self, name: &str) -> Option<Said> {
        self.try_get(name, |node| Said::parse(&plain_text(node, &self.kind(name).example())?))
    }

    /// A time that the file says once.
    pub(crate) fn single_moment(&self, name: &str) -> Option<Moment> {
        let said = self.said(name)?;
        self.source.single_moment(said).map_err(|cause| self.report(name, cause)).ok()
    }

    /// A time on a date; at or after `after`, when it is an end.
    pub(crate) fn moment_on(&self, name: &str, date: Option<Date>, after: Option<Moment>) -> Option<Moment> {
        let said = self.said(name)?;
        self.source.clock.moment(said, date, after).map_err(|cause| self.report(name, cause)).ok()
    }

    /// The dates on which the entry's times lie: each that `days` names or the file has, if a time of day is among
    /// them; else none, once.
    pub(crate) fn dates(&self, times: &[&str]) -> Vec<Option<Date>> {
        let said = |name: &&&str| {
            self.fields.get(**name).and_then(|node| node.text()).and_then(|text| Said::parse(&text).ok())
        };
        let of_day = times.iter().filter_map(|name| said(&name)).any(Said::is_time_of_day);
        let days = self.days();
        match (of_day, days) {
            (true, None) if self.source.dates.is_empty() => vec![None],
            (true, None) => self.source.dates.iter().copied().map(Some).collect(),
            (true, Some(days)) => days.into_iter().map(Some).collect(),
            (false, None) => vec![None],
            (false, Some(_)) => {
                if times.iter().filter_map(|name| said(&name)).count() > 0 {
                    self.report("days", Cause::DaysUnused {});
                }
                vec![None]
            }
        }
    }

    /// The file's dates that `days` names, in order of time.
    fn days(&self) -> Option<Vec<Date>> {
        let items = self.items("days")?;
        let mut named = Vec::new();
        for (node, path) in items {
            let text = node.text().unwrap_or_default();
            let date = text.parse::<Date>().ok().filter(|_| text.len() == 10);
            let weekday = WEEKDAYS.iter().position(|it| *it == text);
            if date.is_none() && weekday.is_none() {
                self.source.report(node, &path, Cause::DayUnreadable { value: node.brief() });
                continue;
            }
            let of_file = |it: &&Date| {
                Some(**it) == date || Some(it.weekday().to_monday_zero_offset()) == weekday.map(|at| at as i8)
            };
            let dates: Vec<Date> = self.source.dates.iter().filter(of_file).copied().collect();
            if dates.is_empty() {
                self.source.report(node, &path, Cause::DayNotInFile { day: shown(&text) });
            }
            named.extend(dates);
        }
        named.sort();
        named.dedup();
        Some(named)
    }
}

fn wrong_kind(node: Node<'_>, example: &str) -> Cause {
    Cause::WrongKind { found: node.brief(), example: example.to_owned() }
}

/// A text that is no CPR number.
pub(crate) fn plain_text(node: Node<'_>, example: &str) -> Result<String, Cause> {
    let text = node.text().ok_or_else(|| wrong_kind(node, example))?;
    if looks_like_cpr(&text) { Err(Cause::CprInDay {}) } else { Ok(text) }
}

/// A number that is not beyond all numbers.
pub(crate) fn finite(node: Node<'_>, example: &str) -> Result<f64, Cause> {
    let number = node.number().ok_or_else(|| wrong_kind(node, example))?;
    if number.is_finite() { Ok(number) } else { Err(Cause::NumberBeyond { value: node.brief() }) }
}

/// A whole number; 3.0 is one.
pub(crate) fn whole(node: Node<'_>, example: &str) -> Result<i64, Cause> {
    let number = finite(node, example)?;
    if number.fract() != 0.0 {
        return Err(Cause::NotWholeNumber { value: number });
    }
    if number.abs() > WHOLE_MAX {
        return Err(Cause::NumberBeyond { value: node.brief() });
    }
    Ok(number as i64)
}

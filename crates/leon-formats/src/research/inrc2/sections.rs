//! A file as titled sections, and the words on its lines.

use crate::cause::Cause;
use crate::research::problem::{Found, other_kind};
use crate::shown::shown;
use leon_model::looks_like_cpr;
use std::collections::BTreeMap;

/// The largest number that is read.
const LARGEST: u32 = 10_000;

/// The words on a line.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) number: usize,
    pub(super) words: Vec<&'a str>,
}

/// A title such as `NURSES = 30`, and the lines under it.
#[derive(Debug)]
pub(super) struct Section<'a> {
    pub(super) number: usize,
    /// What stands after the equals sign.
    pub(super) value: &'a str,
    pub(super) lines: Vec<Line<'a>>,
}

/// The sections of a file, of which these are wanted.
pub(super) struct Sections<'a>(BTreeMap<&'static str, Section<'a>>);

impl<'a> Sections<'a> {
    /// Splits a file. Titles that are missing or stand twice are reported, and lines under none.
    pub(super) fn split(text: &'a str, titles: &[(&'static str, &str)], found: &mut Found) -> Self {
        let mut sections: BTreeMap<&'static str, Section<'a>> = BTreeMap::new();
        let mut open = None;
        for (number, line) in (1..).zip(text.strip_prefix('\u{feff}').unwrap_or(text).lines()) {
            let line = line.trim();
            let (title, value) = line.split_once('=').map_or((line, ""), |(title, value)| (title.trim(), value.trim()));
            if let Some(&(title, _)) = titles.iter().find(|it| it.0 == title) {
                if let Some(first) = sections.get(title) {
                    let cause = Cause::Duplicate { id: title.to_owned(), first_row: first.number.to_string() };
                    found.at_line(number, cause);
                    open = None;
                } else {
                    sections.insert(title, Section { number, value, lines: Vec::new() });
                    open = Some(title);
                }
            } else if !line.is_empty() {
                let is_before_all = sections.is_empty();
                match open.and_then(|it| sections.get_mut(it)) {
                    Some(section) => {
                        section.lines.push(Line { number, words: line.split_whitespace().collect() });
                    }
                    None if is_before_all => {
                        found.at_line(number, Cause::RosterLineUnknown { line: shown(line) });
                    }
                    // Under a title that stands twice, which is reported.
                    None => {}
                }
            }
        }
        for (title, example) in titles {
            if !sections.contains_key(title) {
                let cause = Cause::KeyMissing { key: (*title).to_owned(), example: (*example).to_owned() };
                found.at_line(None, cause);
            }
        }
        Self(sections)
    }

    /// A section, if it is there; if not, that is reported already.
    pub(super) fn get(&self, title: &str) -> Option<&Section<'a>> {
        self.0.get(title)
    }

    /// The number after the equals sign of a title.
    pub(super) fn number(&self, title: &str, found: &mut Found) -> Option<u32> {
        let section = self.get(title)?;
        whole(section.value, section.number, found)
    }

    /// The lines of a section, as many as its title says.
    pub(super) fn counted(&self, title: &str, found: &mut Found) -> &[Line<'a>] {
        let Some(section) = self.get(title) else { return &[] };
        if let Some(expected) = whole(section.value, section.number, found)
            && expected as usize != section.lines.len()
        {
            let cause = Cause::CountDiffers { found: section.lines.len(), expected: expected as usize };
            found.at_line(section.number, cause);
        }
        &section.lines
    }
}

impl<'a> Line<'a> {
    /// The word at an index; reported when there are fewer.
    pub(super) fn word(&self, index: usize, example: &str, found: &mut Found) -> Option<&'a str> {
        let word = self.words.get(index).copied();
        if word.is_none() {
            found.at_line(self.number, other_kind(&self.words.join(" "), example));
        }
        word
    }

    /// A name, which is not a person's number.
    pub(super) fn name(&self, index: usize, example: &str, found: &mut Found) -> Option<String> {
        let word = self.word(index, example, found)?;
        if looks_like_cpr(word) {
            found.at_line(self.number, Cause::CprLike {});
            return None;
        }
        Some(word.to_owned())
    }

    /// The index of a name in a list, which must have it.
    pub(super) fn listed<'n>(
        &self,
        word: &str,
        names: impl IntoIterator<Item = &'n String>,
        list: &str,
        found: &mut Found,
    ) -> Option<usize> {
        let index = names.into_iter().position(|it| it == word);
        if index.is_none() {
            found.at_line(self.number, Cause::NotListed { id: shown(word), list: list.to_owned() });
        }
        index
    }

    /// A whole number from 0 up.
    pub(super) fn whole(&self, index: usize, example: &str, found: &mut Found) -> Option<u32> {
        whole(self.word(index, example, found)?, self.number, found)
    }

    /// Two numbers as `(2,5)`, the second not below the first.
    pub(super) fn pair(&self, index: usize, example: &str, found: &mut Found) -> Option<(u32, u32)> {
        let word = self.word(index, example, found)?;
        let inside = word.strip_prefix('(').and_then(|it| it.strip_suffix(')')).and_then(|it| it.split_once(','));
        let Some((least, most)) = inside else {
            found.at_line(self.number, other_kind(word, "(2,5)"));
            return None;
        };
        let (least, most) = (whole(least, self.number, found)?, whole(most, self.number, found)?);
        if most < least {
            found.at_line(self.number, Cause::RangeReversed { least, most });
            return None;
        }
        Some((least, most))
    }
}

/// A whole number within reach.
pub(super) fn whole(text: &str, line: usize, found: &mut Found) -> Option<u32> {
    let number = text.trim().parse::<u32>().ok();
    match number {
        None => found.at_line(line, other_kind(text, "5")),
        Some(number) if number > LARGEST => {
            found.at_line(line, Cause::NumberTooLarge { value: number.into() });
            return None;
        }
        Some(_) => {}
    }
    number
}

/// Reports names that stand twice.
pub(super) fn once<'n>(names: impl Iterator<Item = (usize, &'n String)>, found: &mut Found) {
    let mut first_of = BTreeMap::new();
    for (line, name) in names {
        if let Some(first) = first_of.get(name) {
            found.at_line(line, Cause::Duplicate { id: shown(name), first_row: usize::to_string(first) });
        } else {
            first_of.insert(name, line);
        }
    }
}

//! Reads an instance.

use super::{Cover, Employee, Instance, Request, Shift};
use crate::cause::Cause;
use crate::research::ResearchProblem;
use crate::research::problem::{Found, other_kind};
use crate::shown::shown;
use leon_model::looks_like_cpr;
use std::collections::BTreeMap;

/// Sections, the shape of their lines, and whether a file must have them.
const SECTIONS: &[(&str, &str, bool)] = &[
    ("HORIZON", "14", true),
    ("SHIFTS", "E,480,L|N", true),
    ("STAFF", "A,E=14|L=0,4320,3360,5,2,2,1", true),
    ("DAYS_OFF", "A,0,7", false),
    ("SHIFT_ON_REQUESTS", "A,2,E,2", false),
    ("SHIFT_OFF_REQUESTS", "A,2,E,2", false),
    ("COVER", "0,E,5,100,1", true),
];

/// Days that a horizon has at most: two years.
const DAYS_MAX: u32 = 731;

/// The largest number that is read, weights and minutes apart.
const LARGEST: u32 = 1_000_000;

/// Reads an instance.
///
/// # Errors
/// Every problem at once: a section that is missing or stands twice; a line of other words; an employee, shift or day
/// that is not there; a minimum above its maximum; a number that cannot be read.
pub fn read_shiftsched(text: &str) -> Result<Instance, Vec<ResearchProblem>> {
    let mut found = Found::default();
    let sections = split(text, &mut found);
    let lines = |title: &str| sections.get(title).map(|it| it.1.as_slice()).unwrap_or_default();
    let days = match lines("HORIZON") {
        [line] => {
            let days = line.whole(0, DAYS_MAX, &mut found);
            if days == Some(0) {
                found.at_line(line.number, other_kind("0", line.example));
            }
            days.filter(|it| *it > 0).map(|it| it as usize)
        }
        other => {
            if let Some((number, _)) = sections.get("HORIZON") {
                found.at_line(*number, Cause::CountDiffers { found: other.len(), expected: 1 });
            }
            None
        }
    };
    let mut instance = Instance { days: days.unwrap_or(DAYS_MAX as usize), ..Instance::default() };
    let ids = Ids::of(lines("SHIFTS"), "SHIFTS", &mut found);
    instance.shifts = lines("SHIFTS").iter().filter_map(|line| shift(line, &ids, &mut found)).collect();
    let staff = Ids::of(lines("STAFF"), "STAFF", &mut found);
    instance.staff = lines("STAFF").iter().filter_map(|line| employee(line, &ids, &mut found)).collect();
    if instance.shifts.len() > 250 {
        found.at_line(None, Cause::TooManyDuties { duties: instance.shifts.len(), most: 250 });
    }
    for line in lines("DAYS_OFF") {
        let employee = line.listed(0, &staff, &mut found);
        for index in 1..line.words.len() {
            if let (Some(day), Some(employee)) = (line.day(index, instance.days, &mut found), employee)
                && let Some(employee) = instance.staff.get_mut(employee)
            {
                employee.days_off.push(day);
            }
        }
    }
    for (title, is_on) in [("SHIFT_ON_REQUESTS", true), ("SHIFT_OFF_REQUESTS", false)] {
        let read = |line| request(line, is_on, instance.days, &staff, &ids, &mut found);
        let requests: Vec<Request> = lines(title).iter().filter_map(read).collect();
        instance.requests.extend(requests);
    }
    let mut read = |line| cover(line, instance.days, &ids, &mut found);
    instance.cover = lines("COVER").iter().filter_map(&mut read).collect();
    found.into_result(days.map(|_| instance))
}

/// The words on a line, which commas divide.
struct Line<'a> {
    number: usize,
    words: Vec<&'a str>,
    example: &'static str,
}

/// The line of a title, and the lines under it.
type Sections<'a> = BTreeMap<&'static str, (usize, Vec<Line<'a>>)>;

fn split<'a>(text: &'a str, found: &mut Found) -> Sections<'a> {
    let mut sections = Sections::new();
    let mut open: Option<(&'static str, &'static str)> = None;
    for (number, line) in (1..).zip(text.strip_prefix('\u{feff}').unwrap_or(text).lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(title) = line.strip_prefix("SECTION_") {
            open = SECTIONS.iter().find(|it| it.0 == title).map(|it| (it.0, it.1));
            match open {
                None => found.at_line(number, Cause::RuleUnknown { key: shown(line) }),
                Some((title, _)) if sections.contains_key(title) => {
                    let first_row = sections[title].0.to_string();
                    found.at_line(number, Cause::Duplicate { id: line.to_owned(), first_row });
                    open = None;
                }
                Some((title, _)) => {
                    sections.insert(title, (number, Vec::new()));
                }
            }
        } else if let Some((title, example)) = open {
            let line = Line { number, words: line.split(',').map(str::trim).collect(), example };
            sections.entry(title).or_default().1.push(line);
        } else if sections.is_empty() {
            found.at_line(number, Cause::RosterLineUnknown { line: shown(line) });
        }
    }
    for (title, example, _) in SECTIONS.iter().filter(|it| it.2) {
        if sections.get(title).is_none_or(|it| it.1.is_empty()) {
            let key = format!("SECTION_{title}");
            found.at_line(None, Cause::KeyMissing { example: format!("{key} / {example}"), key });
        }
    }
    sections
}

/// Ids in the first words of a section's lines.
struct Ids<'a> {
    list: &'static str,
    index_of: BTreeMap<&'a str, usize>,
    /// Every id could be read. If not, that is reported, and nothing is said about what refers to one.
    is_whole: bool,
}

impl<'a> Ids<'a> {
    fn of(lines: &[Line<'a>], list: &'static str, found: &mut Found) -> Self {
        let mut index_of = BTreeMap::new();
        let before = found.count();
        for (index, line) in lines.iter().enumerate() {
            let id = line.words[0];
            if looks_like_cpr(id) {
                found.at_line(line.number, Cause::CprLike {});
            } else if id.is_empty() {
                found.at_line(line.number, other_kind(&line.words.join(","), line.example));
            }
            if let Some(first) = index_of.insert(id, index) {
                let first_row = lines[first].number.to_string();
                found.at_line(line.number, Cause::Duplicate { id: shown(id), first_row });
            }
        }
        Self { list, index_of, is_whole: found.count() == before && !lines.is_empty() }
    }
}

impl Line<'_> {
    fn word(&self, index: usize, found: &mut Found) -> Option<&str> {
        let word = self.words.get(index).copied().filter(|it| !it.is_empty());
        if word.is_none() {
            found.at_line(self.number, other_kind(&self.words.join(","), self.example));
        }
        word
    }

    fn whole(&self, index: usize, most: u32, found: &mut Found) -> Option<u32> {
        let word = self.word(index, found)?;
        let number = word.parse::<u32>().ok();
        match number {
            None => found.at_line(self.number, other_kind(word, "5")),
            Some(number) if number > most => {
                found.at_line(self.number, Cause::NumberTooLarge { value: number.into() });
                return None;
            }
            Some(_) => {}
        }
        number
    }

    fn listed(&self, index: usize, ids: &Ids, found: &mut Found) -> Option<usize> {
        let id = self.word(index, found)?;
        self.among(id, ids, found)
    }

    fn among(&self, id: &str, ids: &Ids, found: &mut Found) -> Option<usize> {
        let index = ids.index_of.get(id).copied();
        if index.is_none() && ids.is_whole {
            found.at_line(self.number, Cause::NotListed { id: shown(id), list: format!("SECTION_{}", ids.list) });
        }
        index
    }

    fn day(&self, index: usize, days: usize, found: &mut Found) -> Option<usize> {
        let day = self.whole(index, LARGEST, found)?;
        if day as usize >= days {
            found.at_line(self.number, Cause::DayOutside { day, days });
            return None;
        }
        Some(day as usize)
    }

    /// At most and at least, in the order of the file.
    fn range(&self, most: usize, least: usize, found: &mut Found) -> Option<(u32, u32)> {
        let (most, least) = (self.whole(most, LARGEST, found)?, self.whole(least, LARGEST, found)?);
        if least > most {
            found.at_line(self.number, Cause::RangeReversed { least, most });
            return None;
        }
        Some((least, most))
    }
}

fn shift(line: &Line, ids: &Ids, found: &mut Found) -> Option<Shift> {
    let minutes = line.whole(1, 10_000, found);
    let after = line.words.get(2).copied().unwrap_or_default();
    let not_next = after.split('|').map(str::trim).filter(|it| !it.is_empty());
    let not_next = not_next.filter_map(|id| line.among(id, ids, found)).collect();
    Some(Shift { id: line.words[0].to_owned(), minutes: minutes?, not_next })
}

fn employee(line: &Line, ids: &Ids, found: &mut Found) -> Option<Employee> {
    let mut shifts_max = vec![None; ids.index_of.len()];
    for part in line.word(1, found)?.split('|') {
        let number = part.split_once('=').and_then(|(id, most)| Some((id.trim(), most.trim().parse::<u32>().ok()?)));
        let Some((id, most)) = number else {
            found.at_line(line.number, other_kind(part, "E=14"));
            continue;
        };
        if let Some(most_of) = line.among(id, ids, found).and_then(|it| shifts_max.get_mut(it)) {
            *most_of = Some(most);
        }
    }
    Some(Employee {
        id: line.words[0].to_owned(),
        shifts_max,
        minutes: line.range(2, 3, found)?,
        work: line.range(4, 5, found)?,
        off_min: line.whole(6, LARGEST, found)?,
        weekends_max: line.whole(7, LARGEST, found)?,
        days_off: Vec::new(),
    })
}

fn request(line: &Line, is_on: bool, days: usize, staff: &Ids, shifts: &Ids, found: &mut Found) -> Option<Request> {
    let (employee, day) = (line.listed(0, staff, found), line.day(1, days, found));
    let (shift, weight) = (line.listed(2, shifts, found), line.whole(3, LARGEST, found));
    Some(Request { employee: employee?, day: day?, shift: shift?, weight: weight?, is_on })
}

fn cover(line: &Line, days: usize, shifts: &Ids, found: &mut Found) -> Option<Cover> {
    let (day, shift) = (line.day(0, days, found), line.listed(1, shifts, found));
    let wanted = line.whole(2, 10_000, found);
    let (under, over) = (line.whole(3, LARGEST, found), line.whole(4, LARGEST, found));
    Some(Cover { day: day?, shift: shift?, wanted: wanted?, under: under?, over: over? })
}

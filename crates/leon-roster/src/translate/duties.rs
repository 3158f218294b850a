//! Duties by number: a day off, each shift in each function, and what is settled before the search: history, courses.

use super::TooLarge;
use crate::problem::{FREE, UNKNOWN};
use leon_model::{Date, FunctionId, Moment, Period, Person, ShiftKind, ShiftType, TimeOfDay};
use std::collections::BTreeMap;

/// What a duty of the search stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutyOf {
    /// A day off.
    Free,
    /// A shift type of the period, and the function taken in it, by their places in the lists.
    Shift { shift: usize, function: Option<usize> },
    /// Work that is settled and no shift of the period's.
    Settled(Settled),
}

/// Work from a time of day on, so many minutes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Settled {
    pub start: TimeOfDay,
    pub minutes: i64,
    /// The kind of shift that it was, in history.
    pub kind: Option<ShiftKind>,
}

/// The duties of a period, and when they are on each of its dates.
pub(super) struct Duties<'p> {
    pub period: &'p Period,
    list: Vec<DutyOf>,
    settled: BTreeMap<Settled, u8>,
    /// By duty and day from −2 on to two days past the last: minutes since 1970; (0, 0) on a day off.
    times: Vec<Vec<(i64, i64)>>,
}

/// Days beside the period of which duties have their times.
const BESIDE: usize = 2;

impl<'p> Duties<'p> {
    pub fn new(period: &'p Period) -> Result<Self, TooLarge> {
        let mut list = vec![DutyOf::Free];
        for (shift, row) in period.shift_types.iter().enumerate() {
            list.push(DutyOf::Shift { shift, function: None });
            let place = |id: &FunctionId| period.functions.iter().position(|it| it.id == *id);
            list.extend(row.functions.iter().map(|id| DutyOf::Shift { shift, function: place(id) }));
        }
        let mut settled = BTreeMap::new();
        for person in &period.people {
            for it in fixed(period, person).into_iter().chain(past(period, person)).map(|(_, it)| it) {
                settled.entry(it).or_insert(UNKNOWN);
            }
        }
        for (it, number) in &mut settled {
            let same = list.iter().position(|duty| is_same(period, *duty, *it));
            *number = same.unwrap_or(list.len()) as u8;
            if same.is_none() {
                list.push(DutyOf::Settled(*it));
            }
        }
        let most = usize::from(UNKNOWN) - 1;
        if list.len() > most {
            return Err(TooLarge::Duties { found: list.len(), most });
        }
        let mut duties = Self { period, list, settled, times: Vec::new() };
        let days = -(BESIDE as i32)..(duties.days() + BESIDE) as i32;
        let times = |duty| days.clone().map(|day| duties.reckon(duty, period.first + day)).collect();
        duties.times = duties.list.iter().map(|duty| times(*duty)).collect();
        Ok(duties)
    }

    pub fn days(&self) -> usize {
        (self.period.last - self.period.first + 1) as usize
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn of(&self, duty: u8) -> DutyOf {
        self.list[usize::from(duty)]
    }

    pub fn numbers(&self) -> impl Iterator<Item = u8> + use<> {
        0..self.list.len() as u8
    }

    pub fn list(&self) -> &[DutyOf] {
        &self.list
    }

    pub fn into_list(self) -> Vec<DutyOf> {
        self.list
    }

    /// The shift of a duty, if it is one of the period's.
    pub fn shift(&self, duty: u8) -> Option<&'p ShiftType> {
        match self.of(duty) {
            DutyOf::Shift { shift, .. } => Some(&self.period.shift_types[shift]),
            _ => None,
        }
    }

    pub fn kind(&self, duty: u8) -> Option<ShiftKind> {
        match self.of(duty) {
            DutyOf::Settled(it) => it.kind,
            _ => self.shift(duty).map(|it| it.kind),
        }
    }

    /// By duty: its shift's number, for the search to keep functions of one shift together.
    pub fn shift_of(&self) -> Vec<u16> {
        let shifts = self.period.shift_types.len();
        let number = |(place, duty): (usize, &DutyOf)| match duty {
            DutyOf::Free => 0,
            DutyOf::Shift { shift, .. } => 1 + *shift as u16,
            DutyOf::Settled(_) => (1 + shifts + place) as u16,
        };
        self.list.iter().enumerate().map(number).collect()
    }

    /// From when to when a duty is on a day of the period, in minutes since 1970; the day may lie two beside it.
    pub fn times(&self, duty: u8, day: i64) -> (i64, i64) {
        self.times[usize::from(duty)][(day + BESIDE as i64) as usize]
    }

    fn reckon(&self, duty: DutyOf, date: Date) -> (i64, i64) {
        match duty {
            DutyOf::Free => (0, 0),
            DutyOf::Shift { shift, .. } => {
                let (start, end) = self.period.shift_types[shift].on(date);
                (minute(start), minute(end))
            }
            DutyOf::Settled(it) => {
                let start = minute(date.at(it.start));
                (start, start + it.minutes)
            }
        }
    }

    /// Hours of work of a duty on a day, in minutes.
    pub fn hours(&self, duty: u8, day: usize) -> i64 {
        match self.of(duty) {
            DutyOf::Free => 0,
            DutyOf::Shift { shift, .. } => self.period.shift_types[shift].hours(self.date(day)).0,
            DutyOf::Settled(it) => it.minutes,
        }
    }

    pub fn date(&self, day: usize) -> Date {
        self.period.first + day as i32
    }

    /// A person's settled work by day: of several on a day the longest.
    pub fn fixed(&self, person: &Person) -> BTreeMap<usize, u8> {
        let mut all: BTreeMap<usize, (i64, u8)> = BTreeMap::new();
        for (day, it) in fixed(self.period, person) {
            let (Ok(day), number) = (usize::try_from(day), self.settled[&it]) else { continue };
            let longest = all.entry(day).or_insert((it.minutes, number));
            *longest = (*longest).max((it.minutes, number));
        }
        all.into_iter().map(|(day, (_, duty))| (day, duty)).collect()
    }

    /// What a person did two days before the period and on the day before it.
    pub fn before(&self, person: &Person) -> [u8; 2] {
        let mut before = [FREE; 2];
        for (day, it) in past(self.period, person) {
            before[(day + BESIDE as i64) as usize] = self.settled[&it];
        }
        before
    }

    /// By duty, what a number of it is on each day of the period: the usual one, and those of days that differ.
    pub fn by_day(&self, number: impl Fn(u8, usize) -> i64) -> crate::Weights {
        let on = |day: usize| -> Vec<i32> { self.numbers().map(|duty| number(duty, day) as i32).collect() };
        let days: Vec<Vec<i32>> = (0..self.days()).map(on).collect();
        let mut counts: BTreeMap<&Vec<i32>, usize> = BTreeMap::new();
        days.iter().for_each(|it| *counts.entry(it).or_default() += 1);
        let usual = counts.into_iter().max_by_key(|(_, count)| *count).map(|(it, _)| it.clone()).unwrap_or_default();
        let on_days = days.into_iter().enumerate().filter(|(_, it)| *it != usual).collect();
        crate::Weights { by_duty: usual, on_days }
    }
}

/// The minute of an instant, since 1970.
pub(super) fn minute(moment: Moment) -> i64 {
    moment.0.div_euclid(60)
}

fn settled(start: Moment, end: Moment, kind: Option<ShiftKind>) -> Settled {
    Settled { start: start.danish_time(), minutes: minute(end) - minute(start), kind }
}

/// Fixed duties of the period, by day of their start.
fn fixed(period: &Period, person: &Person) -> Vec<(i64, Settled)> {
    let day = |start: Moment| i64::from(start.danish_date() - period.first);
    let here = person.fixed_duties.iter().map(|it| (day(it.start), settled(it.start, it.end, None)));
    here.filter(|(day, _)| (0..=i64::from(period.last - period.first)).contains(day)).collect()
}

/// Duties of the two days before the period, in order of time, by day.
fn past(period: &Period, person: &Person) -> Vec<(i64, Settled)> {
    let day = |start: Moment| i64::from(start.danish_date() - period.first);
    let past = person.history.duties.iter().map(|it| (day(it.start), settled(it.start, it.end, Some(it.kind))));
    past.filter(|(day, _)| (-(BESIDE as i64)..0).contains(day)).collect()
}

/// Whether settled work has the times and kind of a shift taken without a function.
fn is_same(period: &Period, duty: DutyOf, it: Settled) -> bool {
    let DutyOf::Shift { shift, function: None } = duty else { return false };
    let row = &period.shift_types[shift];
    let length = |row: &ShiftType| (i64::from(row.end.0) - i64::from(row.start.0) + 1439).rem_euclid(1440) + 1;
    Some(row.kind) == it.kind && row.start == it.start && length(row) == it.minutes
}

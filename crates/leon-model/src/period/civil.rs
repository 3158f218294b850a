//! Danish civil time: dates, times of day, and the instants that they mean.

use crate::{Moment, Seconds};
use std::fmt;
use std::ops::{Add, RangeInclusive, Sub};
use std::sync::LazyLock;

const DAY: i64 = 24 * 3600;

/// A date of the Gregorian calendar: days since 1970-01-01.
///
/// ```
/// use leon_model::{Date, Weekday};
/// let date: Date = "2026-03-29".parse().unwrap();
/// assert_eq!(date.weekday(), Weekday::Sunday);
/// assert_eq!((date + 3).to_string(), "2026-04-01");
/// assert!("2026-02-29".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub i32);

/// A time of day on the clock: minutes after midnight, below 24 × 60.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(pub u16);

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Monday first.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        self >= Self::Saturday
    }
}

/// A text that is not `2026-11-23` or `07:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date like 2026-11-23 or a time like 07:30")]
pub struct NotCivil;

impl Date {
    /// The date of a year from 1 to 9999, a month and a day; `None` if there is none.
    ///
    /// Days are counted from 1 March (Hinnant, "chrono-compatible low-level date algorithms").
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let (year_from_march, month_from_march) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let (era, year_of_era) = (year_from_march.div_euclid(400), year_from_march.rem_euclid(400));
        let day_of_year = (153 * i32::from(month_from_march) + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let date = Self(era * 146_097 + day_of_era - 719_468);
        (date.year_month_day() == (year, month, day)).then_some(date)
    }

    /// Year, month from 1 and day from 1.
    pub fn year_month_day(self) -> (i32, u8, u8) {
        let days = i64::from(self.0) + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year as i32, month as u8, day as u8)
    }

    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        Weekday::ALL[(i64::from(self.0) + 3).rem_euclid(7) as usize]
    }

    /// The Monday of the date's calendar week.
    pub fn monday(self) -> Self {
        self - self.weekday() as i32
    }

    /// The date so many months earlier; the month's last day where that month is shorter.
    ///
    /// ```
    /// use leon_model::Date;
    /// let date = |text: &str| text.parse::<Date>().unwrap();
    /// assert_eq!(date("2026-03-31").months_before(1), date("2026-02-28"));
    /// ```
    pub fn months_before(self, months: u32) -> Self {
        let (year, month, day) = self.year_month_day();
        let count = i64::from(year) * 12 + i64::from(month) - 1 - i64::from(months);
        let (year, month) = (count.div_euclid(12) as i32, count.rem_euclid(12) as u8 + 1);
        (0..4).find_map(|less| Self::new(year, month, day - less)).unwrap_or(self)
    }

    /// The instant of a time of day on this date, on the Danish clock.
    ///
    /// In the hour that the clock skips, the time lies an hour later; in the hour that comes twice it is the first.
    ///
    /// ```
    /// use leon_model::{Date, Seconds, TimeOfDay};
    /// let date = |text: &str| text.parse::<Date>().unwrap();
    /// let night = |from: Date| (from + 1).at(TimeOfDay(7 * 60)) - from.at(TimeOfDay(23 * 60));
    /// assert_eq!(night(date("2026-03-28")), Seconds(7 * 3600)); // set forward
    /// assert_eq!(night(date("2026-06-28")), Seconds(8 * 3600));
    /// assert_eq!(night(date("2026-10-24")), Seconds(9 * 3600)); // set back
    /// ```
    pub fn at(self, time: TimeOfDay) -> Moment {
        let wall = i64::from(self.0) * DAY + i64::from(time.0) * 60;
        // Summer time is the greater offset, so trying it first gives the first of two readings. In the skipped hour
        // neither reading has its own offset; the offset before the change then shows a time an hour later.
        let summer = Moment(wall - 2 * 3600);
        if danish_offset(summer) == Seconds(2 * 3600) { summer } else { Moment(wall - 3600) }
    }

    /// The instant at which the date begins.
    pub fn midnight(self) -> Moment {
        self.at(TimeOfDay(0))
    }
}

impl Moment {
    /// The date that the Danish clock shows.
    pub fn danish_date(self) -> Date {
        let wall = self.0.saturating_add(danish_offset(self).0);
        Date(wall.div_euclid(DAY).clamp(i64::from(i32::MIN) / 2, i64::from(i32::MAX) / 2) as i32)
    }

    /// The whole minutes after midnight that the Danish clock shows.
    pub fn danish_time(self) -> TimeOfDay {
        let wall = self.0.saturating_add(danish_offset(self).0);
        TimeOfDay((wall.rem_euclid(DAY) / 60) as u16)
    }
}

/// How much the Danish clock is before UTC: an hour, two in summer. From 1996 on: from the last Sunday of March to the
/// last Sunday of October, 01:00 UTC both (Directive 2000/84/EC).
fn danish_offset(moment: Moment) -> Seconds {
    /// Years whose summers are looked up: asked for by the minute.
    const YEARS: RangeInclusive<i64> = 1969..=2201;
    static SUMMERS: LazyLock<Vec<[Moment; 2]>> = LazyLock::new(|| YEARS.map(|it| summer(it as i32)).collect());
    // By years of mean length, which is right but for some hours around New Year, and it is winter then.
    let year = 1970 + moment.0.div_euclid(31_556_952);
    let [first, end] = if YEARS.contains(&year) {
        SUMMERS[(year - YEARS.start()) as usize]
    } else {
        summer(year.clamp(1, 9999) as i32)
    };
    Seconds(if first <= moment && moment < end { 2 * 3600 } else { 3600 })
}

/// When summer time begins and ends in a year.
fn summer(year: i32) -> [Moment; 2] {
    [3, 10].map(|month| {
        let last = Date::new(year, month, 31).unwrap_or_default();
        let sunday = last - (last.weekday() as i32 + 1) % 7;
        Moment(i64::from(sunday.0) * DAY + 3600)
    })
}

impl Add<i32> for Date {
    type Output = Self;
    fn add(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl Sub<i32> for Date {
    type Output = Self;
    fn sub(self, days: i32) -> Self {
        Self(self.0.saturating_sub(days))
    }
}

impl Sub for Date {
    type Output = i32;
    /// Days from the other date to this one.
    fn sub(self, other: Self) -> i32 {
        self.0.saturating_sub(other.0)
    }
}

impl std::str::FromStr for Date {
    type Err = NotCivil;
    fn from_str(text: &str) -> Result<Self, NotCivil> {
        let [year, month, day] = parts(text, '-', [4, 2, 2])?;
        Self::new(i32::from(year), month as u8, day as u8).ok_or(NotCivil)
    }
}

impl std::str::FromStr for TimeOfDay {
    type Err = NotCivil;
    fn from_str(text: &str) -> Result<Self, NotCivil> {
        let [hour, minute] = parts(text, ':', [2, 2])?;
        if hour < 24 && minute < 60 { Ok(Self(hour * 60 + minute)) } else { Err(NotCivil) }
    }
}

/// Numbers of so many digits each, with a mark between.
fn parts<const N: usize>(text: &str, mark: char, digits: [usize; N]) -> Result<[u16; N], NotCivil> {
    let found: Vec<&str> = text.split(mark).collect();
    let good = found.len() == N && found.iter().zip(digits).all(|(it, n)| it.len() == n && is_digits(it));
    if !good {
        return Err(NotCivil);
    }
    let mut numbers = [0; N];
    for (number, part) in numbers.iter_mut().zip(found) {
        *number = part.parse().map_err(|_| NotCivil)?;
    }
    Ok(numbers)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.year_month_day();
        f.pad(&format!("{year:04}-{month:02}-{day:02}"))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}:{:02}", self.0 / 60, self.0 % 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_date_of_four_centuries_is_read_as_it_is_written() {
        for days in -80_000..80_000 {
            let date = Date(days);
            let (year, month, day) = date.year_month_day();
            assert_eq!(Date::new(year, month, day), Some(date), "{date}");
            assert_eq!(date.to_string().parse(), Ok(date), "{date}");
        }
    }

    #[test]
    fn the_clock_shows_what_was_said_but_in_the_skipped_hour() {
        let first = Date::new(2026, 1, 1).unwrap();
        for date in (0..365).map(|days| first + days) {
            for minute in (0..1440).step_by(30).map(TimeOfDay) {
                let shown = date.at(minute).danish_time();
                let skipped = date == Date::new(2026, 3, 29).unwrap() && (120..180).contains(&minute.0);
                let expected = if skipped { TimeOfDay(minute.0 + 60) } else { minute };
                assert_eq!((date.at(minute).danish_date(), shown), (date, expected), "{date} {minute}");
            }
        }
    }
}

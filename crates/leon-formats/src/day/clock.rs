//! Civil time: what a clock on the wall says, and the instant that it means.

use crate::cause::Cause;
use crate::shown::shown;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, ToSpan, Zoned};
use leon_model::{Moment, Seconds};

/// The clock of a place, which knows its summer time.
///
/// ```
/// use leon_formats::day::Clock;
/// use leon_model::Moment;
/// let clock = Clock::copenhagen();
/// assert_eq!(clock.label(Moment(1_795_415_400)), "2026-11-23T07:30+01:00");
/// assert_eq!(clock.time_of_day(Moment(1_795_415_400)), "07:30");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    zone: TimeZone,
}

/// A time as a file says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Said {
    /// With an offset from UTC.
    Instant(Moment),
    /// With a date.
    On(DateTime),
    /// A time of day.
    At(Time),
}

/// An end that is said as a time of day before its beginning lies on the next day if that is at most so much later.
/// So a night shift goes over midnight, and a day shift whose ends are swapped does not.
const OVER_MIDNIGHT_MAX: Seconds = Seconds(12 * 3600);

impl Default for Clock {
    fn default() -> Self {
        Self::copenhagen()
    }
}

impl Clock {
    /// Danish time.
    pub fn copenhagen() -> Self {
        Self::named("Europe/Copenhagen").unwrap_or(Self { zone: TimeZone::UTC })
    }

    /// The time zone of a name of the IANA database, such as `Europe/Copenhagen`; `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(|zone| Self { zone })
    }

    fn zoned(&self, moment: Moment) -> Option<Zoned> {
        Timestamp::from_second(moment.0).ok().map(|it| it.to_zoned(self.zone.clone()))
    }

    /// Date, time and offset, as files write them; the seconds since 1970 beyond the years 1 to 9999.
    pub fn label(&self, moment: Moment) -> String {
        // Clocks of old were set by the sun: a whole minute of ours has seconds on them.
        let format = |it: &Zoned| if it.second() == 0 { "%Y-%m-%dT%H:%M%:z" } else { "%Y-%m-%dT%H:%M:%S%:z" };
        self.zoned(moment).map_or_else(|| moment.0.to_string(), |it| it.strftime(format(&it)).to_string())
    }

    /// The time of day, as `07:30`; with seconds where there are any.
    pub fn time_of_day(&self, moment: Moment) -> String {
        let format = |it: &Zoned| if it.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
        self.zoned(moment).map_or_else(|| moment.0.to_string(), |it| it.strftime(format(&it)).to_string())
    }

    /// The date, as `2026-11-23`.
    pub fn date(&self, moment: Moment) -> String {
        self.zoned(moment).map_or_else(|| moment.0.to_string(), |it| it.date().to_string())
    }

    /// When a date such as `2026-11-23` begins; `None` if it is no date.
    ///
    /// ```
    /// use leon_formats::day::Clock;
    /// let clock = Clock::copenhagen();
    /// assert_eq!(clock.midnight("2026-07-01").map(|it| clock.label(it)).as_deref(), Some("2026-07-01T00:00+02:00"));
    /// assert_eq!(clock.midnight("2026-02-30"), None);
    /// ```
    pub fn midnight(&self, date: &str) -> Option<Moment> {
        let date: Date = date.parse().ok().filter(|_| date.len() == 10)?;
        self.instant(date.to_datetime(Time::midnight())).ok()
    }

    /// The instant that a date and time mean.
    ///
    /// # Errors
    /// The clock is set forward over it or back to it, or it lies beyond all years.
    fn instant(&self, civil: DateTime) -> Result<Moment, Cause> {
        let said = || civil.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let at = |offset: Offset| offset.to_timestamp(civil).map(|it| Moment(it.as_second())).ok();
        let beyond = || Cause::TimeUnreadable { value: said() };
        let readings = |before: Offset, after: Offset| {
            let (one, other) = at(before).zip(at(after))?;
            Some((self.label(one.min(other)), self.label(one.max(other))))
        };
        Err(match self.zone.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => return at(offset).ok_or_else(beyond),
            AmbiguousOffset::Gap { before, after } => readings(before, after)
                .map_or_else(beyond, |(first, second)| Cause::TimeSkipped { value: said(), first, second }),
            AmbiguousOffset::Fold { before, after } => readings(before, after)
                .map_or_else(beyond, |(first, second)| Cause::TimeTwice { value: said(), first, second }),
        })
    }

    /// The instant of a time said for a date. A time of day that is an end lies after its beginning `begin` instead,
    /// on the same day or the next.
    ///
    /// # Errors
    /// As [`Clock::instant`]; also a time of day without a date.
    pub(crate) fn moment(&self, said: Said, date: Option<Date>, begin: Option<Moment>) -> Result<Moment, Cause> {
        match (said, date) {
            (Said::Instant(moment), _) => Ok(moment),
            (Said::On(civil), _) => self.instant(civil),
            (Said::At(time), None) => Err(Cause::TimeWithoutDate { value: time.strftime("%H:%M").to_string() }),
            (Said::At(time), Some(date)) => match begin.and_then(|it| Some((it, self.zoned(it)?.datetime()))) {
                Some((begin, civil)) => self.end(time, begin, civil),
                None => self.instant(date.to_datetime(time)),
            },
        }
    }

    fn end(&self, time: Time, begin: Moment, civil: DateTime) -> Result<Moment, Cause> {
        let next_day = civil.date().checked_add(1.day()).ok().filter(|_| time < civil.time());
        let next_day = next_day.map(|it| self.instant(it.to_datetime(time)));
        let near = |end: &Result<Moment, Cause>| end.as_ref().map_or(true, |it| *it - begin <= OVER_MIDNIGHT_MAX);
        next_day.filter(near).unwrap_or_else(|| self.instant(civil.date().to_datetime(time)))
    }
}

impl Said {
    /// Reads `07:30`, `2026-11-23T07:30` or `2026-11-23T07:30+01:00`, seconds allowed.
    ///
    /// # Errors
    /// It is none of these.
    pub(crate) fn parse(text: &str) -> Result<Self, Cause> {
        let unreadable = || Cause::TimeUnreadable { value: shown(text) };
        let trimmed = text.trim();
        if trimmed.contains(':') && trimmed.bytes().all(|b| b.is_ascii_digit() || b == b':') {
            return trimmed.parse().map(Self::At).map_err(|_| unreadable());
        }
        if !trimmed.contains(['T', 't', ' ']) {
            return Err(unreadable()); // a date alone
        }
        if let Ok(instant) = trimmed.parse::<Timestamp>() {
            return Ok(Self::Instant(Moment(instant.as_second())));
        }
        trimmed.parse().map(Self::On).map_err(|_| unreadable())
    }

    pub(crate) fn is_time_of_day(self) -> bool {
        matches!(self, Self::At(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn moment(clock: &Clock, said: &str, after: Option<&str>) -> Result<String, Cause> {
        let day = Some(date(2026, 11, 23));
        let begin = after.map(|it| clock.moment(Said::parse(it).unwrap(), day, None).unwrap());
        clock.moment(Said::parse(said)?, day, begin).map(|it| clock.label(it))
    }

    #[test]
    fn times_of_day_lie_on_the_date_and_ends_may_go_over_midnight() {
        let clock = Clock::copenhagen();
        for (said, after, expected) in [
            ("07:30", None, "2026-11-23T07:30+01:00"),
            ("07:30:15", None, "2026-11-23T07:30:15+01:00"),
            ("2026-07-01T07:30", None, "2026-07-01T07:30+02:00"),
            ("2026-07-01T07:30Z", None, "2026-07-01T09:30+02:00"),
            ("07:00", Some("23:00"), "2026-11-24T07:00+01:00"), // 8 hours later
            ("07:00", Some("15:00"), "2026-11-23T07:00+01:00"), // 16 hours: swapped ends
            ("00:00", Some("16:00"), "2026-11-24T00:00+01:00"),
            ("04:00", Some("2026-11-24T03:00"), "2026-11-24T04:00+01:00"), // the break of a night shift
            ("07:00", Some("07:00"), "2026-11-23T07:00+01:00"),
        ] {
            assert_eq!(moment(&clock, said, after).unwrap(), expected, "{said} {after:?}");
        }
    }

    #[test]
    fn a_time_before_there_was_a_zone_is_the_same_when_it_is_read_again() {
        let clock = Clock::copenhagen();
        let written = moment(&clock, "1013-11-23T09:00+01:00", None).unwrap();
        assert_eq!(moment(&clock, &written, None).unwrap(), written);
    }

    #[test]
    fn at_the_clock_change_both_readings_are_named() {
        let clock = Clock::copenhagen();
        assert_eq!(
            moment(&clock, "2026-03-29T02:30", None),
            Err(Cause::TimeSkipped {
                value: "2026-03-29T02:30:00".into(),
                first: "2026-03-29T01:30+01:00".into(),
                second: "2026-03-29T03:30+02:00".into(),
            })
        );
        assert_eq!(
            moment(&clock, "2026-10-25T02:30", None),
            Err(Cause::TimeTwice {
                value: "2026-10-25T02:30:00".into(),
                first: "2026-10-25T02:30+02:00".into(),
                second: "2026-10-25T02:30+01:00".into(),
            })
        );
        assert_eq!(moment(&clock, "2026-10-25T02:30+01:00", None).unwrap(), "2026-10-25T02:30+01:00");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "7",
            "halv otte",
            "2026-11-23",
            "25:00",
            "2026-02-30T07:00",
            "07.30",
            "0730",
            "07:30+01:00",
            "99999-01-01T07:00",
        ] {
            assert!(Said::parse(text).is_err(), "{text}");
        }
    }
}

//! People as they are made up: the person, and what the generator knows about them besides.

use super::trades::Trade;
use leon_model::{Date, Minutes, Person, ShiftKind, UnitId};

/// Somebody made up.
pub(super) struct Hand {
    pub(super) person: Person,
    pub(super) trade: &'static Trade,
    /// The unit in which the person works around the clock, or by day, most of all.
    pub(super) home: UnitId,
    /// Which of the weekends in a row the person works: those whose number leaves this remainder.
    pub(super) turn: u32,
    /// Weekends in a row, of which the person works one.
    pub(super) every: u32,
}

impl Hand {
    /// Whether the person works around the clock, not on weekdays by day only.
    pub(super) fn is_on_rota(&self) -> bool {
        !self.trade.kinds.is_empty()
    }

    /// Kinds of shift that the person takes.
    pub(super) fn kinds(&self) -> Vec<ShiftKind> {
        self.trade.kinds.iter().copied().filter(|kind| !self.person.is_kept_from(*kind)).collect()
    }

    /// Whether it is the person's turn in the weekend of a week, counted from the period's first.
    pub(super) fn has_weekend(&self, week: i64) -> bool {
        self.is_on_rota() && week.rem_euclid(i64::from(self.every)) == i64::from(self.turn)
    }

    /// Whether an absence of a week or more reaches into the week that begins on a Monday.
    pub(super) fn is_away_in(&self, monday: Date) -> bool {
        let (from, to) = (monday.midnight(), (monday + 7).midnight());
        self.person
            .absences
            .iter()
            .any(|it| it.from < to && from < it.to && it.to - it.from > leon_model::Seconds(3 * 86_400))
    }

    /// Share of the person's position in a unit.
    pub(super) fn share_in(&self, unit: &UnitId) -> f64 {
        self.person.workplaces.iter().find(|it| it.unit == *unit).map_or(0.0, |it| it.share)
    }

    /// Contract hours of a week.
    pub(super) fn week(&self) -> Minutes {
        Minutes((self.person.contract.hours_per_week.0 * 60.0).round() as i64)
    }

    /// Contract hours of a week, less courses and days off in lieu in it.
    pub(super) fn hours_left(&self, monday: Date) -> f64 {
        let here = |at: leon_model::Moment| (monday.midnight()..(monday + 7).midnight()).contains(&at);
        let courses = self.person.fixed_duties.iter().filter(|it| here(it.start)).map(|it| (it.end - it.start).0 / 60);
        let days =
            self.person.absences.iter().filter(|it| it.kind == leon_model::AbsenceKind::TimeOffInLieu && here(it.from));
        let less = courses.sum::<i64>() + days.map(|it| it.credited.0).sum::<i64>();
        (self.week().0 - less).max(0) as f64 / 60.0
    }
}

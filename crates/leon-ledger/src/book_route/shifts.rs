//! The staff's side: every minute of every shift, and what it went to.

use super::read::Read;
use super::{RouteUnbookable, SCREEN, Unit};
use crate::apportion::apportion;
use crate::book::Draft;
use crate::fine::Fine;
use crate::{Account, Keys};
use leon_model::{
    Carer, Day, Doing, Minutes, Moment, Pause, PauseKind, Route, Seconds, Shift, Slot, Stop, Visit, Work,
};

/// Longer than any shift, in seconds; beyond it a time is a mistake.
const LONGEST: i64 = 366 * 24 * 3600;

pub(super) fn book(day: &Day, read: &Read<'_>, unit: Unit<'_>, draft: &mut Draft) -> Result<(), RouteUnbookable> {
    for (row, carer) in day.carers.iter().enumerate() {
        for (index, shift) in carer.shifts.iter().enumerate() {
            let route = read.route(row, index);
            let time = Time { day, carer, index, shift, route };
            time.book(unit, draft)?;
        }
    }
    Ok(())
}

/// What seconds of a shift went to.
#[derive(Clone, Copy)]
enum Use<'a> {
    Visit(&'a Visit, &'a Slot),
    Other(Account),
}

/// A shift and its route, if it has one.
struct Time<'a> {
    day: &'a Day,
    carer: &'a Carer,
    index: usize,
    shift: &'a Shift,
    route: Option<&'a Route>,
}

impl<'a> Time<'a> {
    fn book(&self, unit: Unit<'_>, draft: &mut Draft) -> Result<(), RouteUnbookable> {
        let (mut uses, unpaid) = self.uses()?;
        let overtime = match self.route {
            Some(route) if route.done > self.shift.end => self.between(self.shift.end, route.done)?,
            _ => 0,
        };
        let paid = self.between(self.shift.start, self.shift.end)? - unpaid;
        let idle = paid + overtime - uses.iter().map(|(_, seconds)| seconds).sum::<i64>();
        if paid < 0 || idle < 0 {
            return Err(self.over(-paid.min(idle)));
        }
        uses.push((Use::Other(Account::Idle), idle));

        let staff = unit.staff(&self.carer.group);
        let paid_minutes = self.whole(paid + overtime, [paid, overtime].into_iter())?;
        for (account, minutes) in [Account::Paid, Account::Overtime].into_iter().zip(paid_minutes) {
            draft.enter(account, Account::AtHand, staff.clone(), minutes);
        }
        let minutes = self.whole(paid + overtime, uses.iter().map(|(_, seconds)| *seconds))?;
        for ((used, _), minutes) in uses.into_iter().zip(minutes) {
            match used {
                Use::Visit(visit, slot) if !slot.trainee => self.care(unit, visit, slot, minutes, draft),
                Use::Visit(..) => draft.enter(Account::AtHand, Account::Training, staff.clone(), minutes),
                Use::Other(account) => draft.enter(Account::AtHand, account, staff.clone(), minutes),
            }
        }
        Ok(())
    }

    /// Enters a slot's care, and what it takes less or more than usual.
    fn care(&self, unit: Unit<'_>, visit: &Visit, slot: &Slot, minutes: Minutes, draft: &mut Draft) {
        let technology = (self.shift.work == Work::Screen).then(|| SCREEN.into());
        let keys = Keys { group: Some(self.carer.group.clone()), technology, ..unit.need(visit) };
        draft.enter(Account::AtHand, Account::Care, unit.staff(&self.carer.group), minutes);
        draft.enter(Account::Care, Account::Cover, keys.clone(), minutes);
        let quicker = slot.duration - minutes;
        if quicker > Minutes(0) {
            draft.enter(Account::Pace, Account::Cover, keys, quicker);
        } else {
            draft.enter(Account::Cover, Account::Pace, keys, -quicker);
        }
    }

    /// What the shift's seconds went to, idle time left aside; and the seconds that are not paid.
    ///
    /// Pauses belong to the shift: they take their time also when there is no route.
    fn uses(&self) -> Result<(Vec<(Use<'a>, i64)>, i64), RouteUnbookable> {
        let (mut uses, mut unpaid) = (Vec::new(), 0);
        let mut pause = |uses: &mut Vec<_>, pause: &Pause, seconds: i64| match (pause.paid, pause.kind) {
            (false, _) => unpaid += seconds,
            (true, PauseKind::Break) => uses.push((Use::Other(Account::Break), seconds)),
            (true, PauseKind::Appointment) => uses.push((Use::Other(Account::Documentation), seconds)),
        };
        let Some(route) = self.route else {
            for it in &self.shift.pauses {
                pause(&mut uses, it, Seconds::from(it.duration).0);
            }
            return Ok((uses, unpaid));
        };
        let (mut travel, mut waiting) = (self.length(route.travel_home)?, 0);
        for stop in &route.stops {
            travel += self.length(stop.travel)?;
            waiting += self.between(stop.arrive, stop.start)?;
            let seconds = self.between(stop.start, stop.end)?;
            match self.stop(stop)? {
                Stopped::Visit(visit, slot) => uses.push((Use::Visit(visit, slot), seconds)),
                Stopped::Pause(it) => pause(&mut uses, it, seconds),
            }
        }
        uses.push((Use::Other(Account::Travel), travel));
        // Who sits at a screen is not kept anywhere between two calls: that time is as idle as before the first one.
        if self.shift.work != Work::Screen {
            uses.push((Use::Other(Account::Waiting), waiting));
        }
        Ok((uses, unpaid))
    }

    fn stop(&self, stop: &Stop) -> Result<Stopped<'a>, RouteUnbookable> {
        match &stop.doing {
            Doing::Visit { visit: id, slot } => {
                let visit = self.day.visit_index(id).map(|row| &self.day.visits[row]);
                let found = visit.and_then(|visit| Some(Stopped::Visit(visit, visit.slots.get(*slot)?)));
                found.ok_or_else(|| RouteUnbookable::UnknownSlot { visit: id.clone(), slot: *slot })
            }
            Doing::Pause { pause } => self.shift.pauses.get(*pause).map(Stopped::Pause).ok_or_else(|| {
                let (carer, shift) = (self.carer.id.clone(), self.index);
                RouteUnbookable::UnknownPause { carer, shift, pause: *pause }
            }),
        }
    }

    /// Whole minutes for parts that add up to so many seconds.
    fn whole(&self, all: i64, parts: impl Iterator<Item = i64>) -> Result<Vec<Minutes>, RouteUnbookable> {
        let fine: Vec<Fine> = parts.map(Fine::of_seconds).collect();
        apportion(Fine::of_seconds(all).rounded(), &fine).ok_or_else(|| self.over(0))
    }

    fn between(&self, from: Moment, to: Moment) -> Result<i64, RouteUnbookable> {
        self.length(Seconds(to.0.saturating_sub(from.0)))
    }

    fn length(&self, length: Seconds) -> Result<i64, RouteUnbookable> {
        let not_a_time = || RouteUnbookable::NotATime { carer: self.carer.id.clone(), shift: self.index };
        Some(length.0).filter(|it| (0..=LONGEST).contains(it)).ok_or_else(not_a_time)
    }

    fn over(&self, seconds: i64) -> RouteUnbookable {
        RouteUnbookable::OverShift { carer: self.carer.id.clone(), shift: self.index, over: Seconds(seconds) }
    }
}

/// What a stop is for, as the day has it.
enum Stopped<'a> {
    Visit(&'a Visit, &'a Slot),
    Pause(&'a Pause),
}

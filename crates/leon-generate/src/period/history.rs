//! What people did before the period: a rotation of whole weeks by day, evening or night, with free weekends between,
//! that keeps every rule on rest into the period's first day.

use super::calibration as calibrated;
use super::hands::Hand;
use super::trades::{Block, OFFICE_HOURS, Team};
use super::{PeriodOptions, leave_share};
use crate::random::Chance;
use leon_model::*;

/// Weeks of sums: four months, and more than any norm period has before a roster.
const WEEKS: i64 = 18;

/// Days of duties: as far back as rules on rest look.
const DAYS: i32 = 14;

impl Block {
    fn on(&self, date: Date) -> (Moment, Moment) {
        let last = if self.end <= self.start { date + 1 } else { date };
        (date.at(TimeOfDay(self.start)), last.at(TimeOfDay(self.end)))
    }

    fn hours(&self, date: Date) -> Minutes {
        let (start, end) = self.on(date);
        Minutes(((end - start).0 as f64 / 60.0 * self.counts).round() as i64)
    }
}

/// A person's history, wish account and hours of the norm period before the roster.
pub(super) fn remember(
    options: &PeriodOptions,
    team: &'static Team,
    holidays: &[PublicHoliday],
    hand: &mut Hand,
    chance: &mut Chance,
) {
    let (mut owed, mut worked) = (0_i64, 0_i64);
    for week in -WEEKS..0 {
        let monday = options.first + 7 * week as i32;
        if monday == hand.person.contract.norm.first {
            (owed, worked) = (0, 0);
        }
        let free = |date: Date| holidays.iter().any(|it| it.date == date && it.lowers_norm);
        let holidays = (0..5).filter(|day| free(monday + *day)).count() as f64;
        let contract = &hand.person.contract;
        let week_owed = hand.week() - Minutes((holidays * 444.0 * contract.part_of_full_time()).round() as i64);
        owed += week_owed.0;
        let mut past = PastWeek { monday, hours: Minutes(0), night_hours: Minutes(0), weekend: false, days_away: 0 };
        let mut credited = Minutes(0);
        if chance.yes(leave_share(monday)) {
            (past.days_away, credited) = (7, week_owed);
        } else {
            for (block, date) in duties(team, hand, week, monday, owed - worked, &free, chance) {
                let (start, end) = block.on(date);
                past.hours += block.hours(date);
                if !block.kind.is_on_call() {
                    past.night_hours += in_the_night(start, end);
                }
                past.weekend |= date.weekday().is_weekend();
                if date >= options.first - DAYS {
                    hand.person.history.duties.push(PastDuty { kind: block.kind, start, end });
                }
            }
        }
        worked += (past.hours + credited).0;
        if monday >= hand.person.contract.norm.first {
            hand.person.contract.norm.worked += past.hours + credited;
        }
        hand.person.history.weeks.push(past);
    }
    hand.person.history.burden = burden(hand, chance);
    let year = options.first.year_month_day().0;
    hand.person.wish_account = (year - 2..year).map(|year| wish_year(year, chance)).collect();
}

/// The duties of a week, in order of time, for so many minutes or as near as whole duties and free days allow.
fn duties(
    team: &'static Team,
    hand: &Hand,
    week: i64,
    monday: Date,
    minutes: i64,
    free: &dyn Fn(Date) -> bool,
    chance: &mut Chance,
) -> Vec<(&'static Block, Date)> {
    let count = |length: i64| ((minutes.max(0) as f64 / length as f64).round()) as usize;
    if !hand.is_on_rota() {
        let days = (0..5).map(|day| monday + day).filter(|date| !free(*date));
        return days.take(count(444)).map(|date| (&OFFICE_HOURS, date)).collect();
    }
    let kinds = hand.kinds();
    let is_under_age = hand.person.has_reason(Reason::Under18);
    let can: Vec<&'static Block> = team
        .blocks
        .iter()
        .filter(|it| kinds.contains(&it.kind) && (it.kind == ShiftKind::Day || !is_under_age))
        .collect();
    let weights: Vec<f64> = can.iter().map(|it| 5.0 * it.weekday + 2.0 * it.weekend).collect();
    let Some(drawn) = can.get(chance.weighted(&weights)).copied() else { return Vec::new() };
    let on_call = drawn.kind.is_on_call();
    let block = if on_call { can[0] } else { drawn };
    // Weekdays that leave a free day before a weekend at work, and after one.
    let (from, to, weekend) = match (hand.has_weekend(week), hand.has_weekend(week - 1)) {
        (true, _) => (0, 4, true),
        (false, true) => (1, 5, false),
        (false, false) => (0, if block.kind == ShiftKind::Night { 4 } else { 5 }, false),
    };
    let weekdays = count(480).saturating_sub(if weekend { 2 } else { 0 });
    let days = (from..to).take(weekdays).chain([5, 6].into_iter().filter(|_| weekend));
    let mut duties: Vec<(&'static Block, Date)> = Vec::new();
    for (i, day) in days.enumerate() {
        duties.push((block, monday + day));
        if on_call && i == 0 {
            duties.push((drawn, monday + day));
        }
    }
    duties
}

/// Minutes between 22 and 05, as the rules on night work count them.
fn in_the_night(start: Moment, end: Moment) -> Minutes {
    let date = start.danish_date();
    let (from, to) = (date.at(TimeOfDay(22 * 60)), (date + 1).at(TimeOfDay(5 * 60)));
    Minutes((end.0.min(to.0) - start.0.max(from.0)).max(0) / 60)
}

/// Burden above or below a fair share, of the kinds that the person can have.
fn burden(hand: &Hand, chance: &mut Chance) -> BurdenAccount {
    let most = calibrated::BURDEN.value;
    let kinds = hand.kinds();
    BurdenAccount(Burden::ALL.map(|kind| {
        let hours = ((2.0 * chance.even() - 1.0) * most).round();
        let has = match kind {
            Burden::Evenings => kinds.contains(&ShiftKind::Evening),
            Burden::Nights => kinds.contains(&ShiftKind::Night),
            Burden::OnCall => kinds.iter().any(|it| it.is_on_call()),
            Burden::Weekends | Burden::PublicHolidays => hand.is_on_rota(),
        };
        Minutes(if has { hours as i64 * 60 } else { 0 })
    }))
}

fn wish_year(year: i32, chance: &mut Chance) -> WishYear {
    let stated = chance.between(4, 20) as u32;
    let refused = chance.between(0, i64::from(stated) / 2) as u32;
    WishYear { year, granted: stated - refused, refused, popular: chance.between(0, 3) as u32 }
}

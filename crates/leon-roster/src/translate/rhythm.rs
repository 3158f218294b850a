//! Days on end: weekly rest, days off, nights, weekends.

use super::duties::{Duties, DutyOf};
use super::law::{BREACH, Law, is_illegal};
use super::prices::Prices;
use super::tightened::Tightened;
use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::{
    Block, Break, Colouring, DaysOff, FREE, Over, Problem, Rest, RunRule, Runs, Total, UNKNOWN, Weights,
};
use leon_model::{
    Breach, Clause, ClauseKind, Date, Minutes, Period, Person, Restriction, RosterGoal, Rule, ShiftKind, Weekday,
};
use std::collections::{BTreeMap, BTreeSet};

/// Minutes of a usual day.
const DAY: i64 = 24 * 60;

pub(super) fn fill(
    problem: &mut Problem,
    period: &Period,
    duties: &Duties<'_>,
    law: &Law<'_>,
    prices: &Prices,
    tightened: &Tightened,
) {
    let is_night = |duty: u8| duties.kind(duty) == Some(ShiftKind::Night);
    let nights = put(problem, Weights { by_duty: count(duties, is_night), ..Weights::default() });
    let shifts =
        put(problem, Weights { by_duty: count(duties, |duty| duties.shift(duty).is_some()), ..Weights::default() });
    problem.colourings.push(Colouring { colour_of: count(duties, is_night).iter().map(|it| *it as u8).collect() });
    let night_runs = problem.colourings.len() - 1;
    let saturdays = weekends(problem, duties);
    let mut breaks = Breaks { duties, known: BTreeMap::new() };
    let mut rest_periods = RestPeriods { duties, known: Vec::new() };
    let last = problem.days - 1;
    for (index, person) in period.people.iter().enumerate() {
        for rule in law.of(index, 0, ClauseKind::WeeklyRest).filter(|it| is_illegal(it.rule)) {
            let Clause::WeeklyRest { rest, days_between } = rule.clause else { continue };
            let sooner = tightened.sooner.get(&index).copied().unwrap_or(0);
            let days = (days_between + 1).saturating_sub(sooner).max(1);
            let breaks = (0..problem.days).map(|day| breaks.number(problem, *rest, day)).collect();
            let before = days_without_rest(period, person, *rest);
            problem.people[index].rests.push(Rest { days, breaks, before, cost: Cost::hard(BREACH) });
        }
        for rule in law.of(index, 0, ClauseKind::RestPeriods).filter(|it| is_illegal(it.rule)) {
            let Clause::RestPeriods { per_week, .. } = rule.clause else { continue };
            let asked = (per_week * problem.days as f64 / 7.0 + 1e-9).floor() as i64;
            let least = asked + tightened.days_off.get(&index).copied().unwrap_or(0);
            let worth = rest_periods.number(problem, rule.clause);
            // Rests are cut off where the period begins: what ended before that counts as nothing before.
            let ends_here = |duty: &u8| duties.times(*duty, -1).1 > super::duties::minute(period.first.midnight());
            let before = Some(problem.people[index].before[1]).filter(ends_here).unwrap_or(UNKNOWN);
            let curve = Curve::at_least(least, Cost::hard(BREACH));
            problem.people[index].totals.push(Total { start: 0, over: Over::DaysOff { worth, before }, curve });
        }
        for rule in law.of(index, last, ClauseKind::ConsecutiveNights) {
            let Clause::ConsecutiveNights { most } = rule.clause else { continue };
            let long = answer(rule.rule, prices, 1.0);
            let rule = RunRule { least: 0, most: *most, short: Cost::ZERO, long };
            let (colour, length) = nights_before(period, person);
            let before = Some((colour, length));
            let runs = Runs { colouring: night_runs, rules: vec![None, Some(rule)], before, goes_on: true };
            problem.people[index].runs.push(runs);
        }
        nights_a_week(problem, period, law, prices, index, nights);
        for rule in law.of(index, last, ClauseKind::WeekendFrequency) {
            let Clause::WeekendFrequency { every } = rule.clause else { continue };
            let every = *every as usize;
            // A pair of weekends too near each other lies in several stretches.
            let above = answer(rule.rule, prices, 2.0 / every.max(1) as f64);
            let worked = weekends_before(period, person);
            for end in 1..=saturdays.len() {
                let first = end.saturating_sub(every);
                let earlier = saturdays[end - 1] - 7 * (every as i32 - 1);
                let start = worked.range(earlier..).filter(|it| !saturdays.contains(it)).count() as i64;
                if every < 2 || (first == end - 1 && start == 0) {
                    continue;
                }
                let start = start + i64::from(has_begun(period, &worked, saturdays[first]));
                let over = Over::Blocks { first, end, weights: shifts };
                problem.people[index].totals.push(Total { start, over, curve: Curve::at_most(1, above) });
            }
        }
    }
}

/// Whether a weekend that the period cuts in two was worked before it began.
fn has_begun(period: &Period, worked: &BTreeSet<Date>, saturday: Date) -> bool {
    saturday < period.first && worked.contains(&saturday)
}

fn put(problem: &mut Problem, weights: Weights) -> usize {
    problem.weights.push(weights);
    problem.weights.len() - 1
}

fn count(duties: &Duties<'_>, test: impl Fn(u8) -> bool) -> Vec<i32> {
    duties.numbers().map(|duty| i32::from(test(duty))).collect()
}

/// What a breach of a rule costs; what is advised against so many times.
fn answer(rule: &Rule, prices: &Prices, times: f64) -> Cost {
    match rule.breach {
        Breach::Illegal => Cost::hard(BREACH),
        Breach::AdvisedAgainst => prices.of(RosterGoal::Health, times),
        Breach::Priced => Cost::ZERO,
    }
}

/// Weekends as blocks of days; their Saturdays.
fn weekends(problem: &mut Problem, duties: &Duties<'_>) -> Vec<Date> {
    let mut saturdays: Vec<Date> = Vec::new();
    for day in 0..problem.days {
        let date = duties.date(day);
        let saturday = match date.weekday() {
            Weekday::Saturday => date,
            Weekday::Sunday => date - 1,
            _ => continue,
        };
        if saturdays.last() == Some(&saturday) {
            problem.blocks.last_mut().expect("with its Saturday").end = day + 1;
        } else {
            saturdays.push(saturday);
            problem.blocks.push(Block { first: day, end: day + 1 });
        }
    }
    saturdays
}

/// The Saturdays of weekends before the period with a duty that began in them.
fn weekends_before(period: &Period, person: &Person) -> BTreeSet<Date> {
    let dates = person.history.duties.iter().map(|it| it.start.danish_date()).filter(|it| it.weekday().is_weekend());
    let saturday = |date: Date| if date.weekday() == Weekday::Sunday { date - 1 } else { date };
    let weeks = person.history.weeks.iter().filter(|it| it.weekend).map(|it| it.monday + 5);
    dates.map(saturday).chain(weeks).filter(|it| *it < period.first).collect()
}

/// Nights in calendar weeks, where a rule or a consideration limits them.
fn nights_a_week(problem: &mut Problem, period: &Period, law: &Law<'_>, prices: &Prices, index: usize, nights: usize) {
    let person = &period.people[index];
    let mut first = 0;
    while first < problem.days {
        let monday = (period.first + first as i32).monday();
        let end = usize::try_from(monday + 7 - period.first).unwrap_or(0).min(problem.days);
        let past = person.history.duties.iter().filter(|it| it.kind == ShiftKind::Night);
        let start = past.filter(|it| it.start.danish_date().monday() == monday).count() as i64;
        let rules = law.of(index, first, ClauseKind::NightsAWeek).filter_map(|rule| match rule.clause {
            Clause::NightsAWeek { most } => Some((*most, answer(rule.rule, prices, 1.0))),
            _ => None,
        });
        let restrictions = person.considerations.iter().filter_map(|it| match it.restriction {
            Restriction::NightsAWeekMax(most) => Some((most, Cost::hard(BREACH))),
            _ => None,
        });
        let all: Vec<(u32, Cost)> = rules.chain(restrictions).collect();
        for (most, above) in all {
            let over = Over::Days { first, end, weights: nights };
            let curve = Curve::at_most(most.into(), above);
            problem.people[index].totals.push(Total { start, over, curve });
        }
        first = end;
    }
}

/// Nights on end up to the day before the period, or none of them.
fn nights_before(period: &Period, person: &Person) -> (u8, u32) {
    let past = person.history.duties.iter().filter(|it| it.kind == ShiftKind::Night);
    let dates: BTreeSet<Date> = past.map(|it| it.start.danish_date()).collect();
    let run = (1..).take_while(|back| dates.contains(&(period.first - *back))).count() as u32;
    (u8::from(run > 0), run.max(1))
}

/// Days on end before the period that brought no rest so long.
fn days_without_rest(period: &Period, person: &Person, rest: Minutes) -> u32 {
    let past = &person.history.duties;
    let worked: BTreeSet<Date> = past.iter().map(|it| it.start.danish_date()).collect();
    // How long the rest around a day off was; that of the last one before the period is known up to the period only.
    let is_rest = |date: Date| {
        let midnight = date.midnight();
        let before = past.iter().filter(|it| it.start < midnight).map(|it| it.end).max();
        let after = past.iter().map(|it| it.start).filter(|it| *it >= midnight).min();
        let until = after.unwrap_or(period.first.midnight());
        !worked.contains(&date) && before.is_none_or(|end| (until - end).0 / 60 >= rest.0)
    };
    let earliest = worked.first().copied().unwrap_or(period.first);
    (1..=period.first - earliest).take_while(|back| !is_rest(period.first - *back)).count() as u32
}

/// Tables of breaks, one for each rest and kind of day.
struct Breaks<'a, 'p> {
    duties: &'a Duties<'p>,
    known: BTreeMap<(i64, [i64; 3]), usize>,
}

impl Breaks<'_, '_> {
    /// Which duties on the day before and the day after leave so long a rest around a day off.
    fn number(&mut self, problem: &mut Problem, rest: Minutes, day: usize) -> usize {
        let duties = self.duties;
        let date = duties.date(day);
        let clock = [-1, 0, 1].map(|it| ((date + it + 1).midnight() - (date + it).midnight()).0 / 60);
        *self.known.entry((rest.0, clock)).or_insert_with(|| {
            let is_long = |before: u8, after: u8| {
                let (end, start) = (duties.times(before, day as i64 - 1).1, duties.times(after, day as i64 + 1).0);
                before == FREE || after == FREE || start - end >= rest.0
            };
            let pairs = duties.numbers().flat_map(|before| duties.numbers().map(move |after| (before, after)));
            problem.breaks.push(Break { is_long: pairs.map(|(before, after)| is_long(before, after)).collect() });
            problem.breaks.len() - 1
        })
    }
}

/// What free days are worth as rest periods, one table for each clause.
struct RestPeriods<'a, 'p> {
    duties: &'a Duties<'p>,
    known: Vec<Clause>,
}

impl RestPeriods<'_, '_> {
    /// Free days between two duties by the hours that they make, on days of 24 hours.
    ///
    /// A rest is worth 2 from `long` on and 1 more for each `further`; with 24 hours of these each free day more is
    /// one more, so that two tables say it all.
    fn number(&mut self, problem: &mut Problem, clause: &Clause) -> usize {
        if let Some(known) = self.known.iter().position(|it| it == clause) {
            return known;
        }
        let Clause::RestPeriods { short, long, further, .. } = clause else { unreachable!("asked for rest periods") };
        let worth = |rest: i64| match rest {
            it if it >= long.0 => 2 + if further.0 > 0 { (it - long.0) / further.0 } else { 0 },
            it if it >= short.0 => 1,
            _ => 0,
        };
        let width = self.duties.len() + 1;
        // Minutes from the last midnight before the free days to the end of the duty before them.
        let end = |duty: usize| match self.clock(duty) {
            Some((start, length)) => start + length - DAY,
            None => 0,
        };
        let start = |duty: usize| self.clock(duty).map_or(0, |it| it.0);
        let table = |days: i64| {
            let cell = |(before, after): (usize, usize)| (worth(days * DAY - end(before) + start(after)) - days) as i32;
            (0..width).flat_map(|before| (0..width).map(move |after| (before, after))).map(cell).collect()
        };
        problem.days_off.push(DaysOff { single: table(1), several: table(2) });
        self.known.push(clause.clone());
        self.known.len() - 1
    }

    /// When a duty begins on the clock and how long it is, on a day of 24 hours; `None`: it is none.
    fn clock(&self, duty: usize) -> Option<(i64, i64)> {
        match self.duties.list().get(duty)? {
            DutyOf::Free => None,
            DutyOf::Shift { shift, .. } => {
                let row = &self.duties.period.shift_types[*shift];
                let (start, end) = (i64::from(row.start.0), i64::from(row.end.0));
                Some((start, (end - start + DAY - 1).rem_euclid(DAY) + 1))
            }
            DutyOf::Settled(it) => Some((i64::from(it.start.0), it.minutes)),
        }
    }
}

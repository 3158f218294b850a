//! Cover: how many of whom are asked for, from the hours that are at hand.

use super::calibration as calibrated;
use super::hands::Hand;
use super::strength::{Limits, Strength, none, share_out};
use super::trades::{Block, CLINIC_HOURS, OFFICE_HOURS, Team};
use super::{PeriodOptions, leave_share};
use leon_model::*;
use std::collections::BTreeMap;

/// Weeks with the same cover.
struct Season {
    weeks: Vec<usize>,
    /// Whether these are all weeks of the period.
    whole: bool,
}

/// What a set of people has at hand, week by week.
struct AtHand {
    hours: Vec<f64>,
    present: Vec<u32>,
    /// Present and with their turn of weekends.
    weekend: Vec<u32>,
}

/// A list of rows for one set of people.
struct Rows<'a> {
    unit: &'a UnitId,
    blocks: Vec<&'static Block>,
    who: &'a dyn Fn(&Block) -> Who,
    weight: f64,
    /// More than the target by this many is a surplus.
    slack: Option<u32>,
}

/// Writes cover rows for a period.
pub(super) struct Planner<'a> {
    pub(super) options: &'a PeriodOptions,
    pub(super) team: &'static Team,
    pub(super) hands: &'a [Hand],
    pub(super) holidays: &'a [PublicHoliday],
    pub(super) rows: Vec<Cover>,
}

impl Planner<'_> {
    /// The rows of a ward, group or team.
    pub(super) fn team(&mut self, unit: &UnitId) {
        let blocks: Vec<&'static Block> = self.team.blocks.iter().collect();
        let on_rota = |it: &Hand| it.is_on_rota();
        let seasons = self.seasons();
        let groups = |test: &dyn Fn(&super::trades::Trade) -> bool| -> Vec<GroupId> {
            self.team.trades.iter().filter(|it| test(it)).map(|it| it.group.into()).collect()
        };
        let able = |block: &Block| groups(&|it| it.kinds.contains(&block.kind));
        let all = |block: &Block| Who { groups: able(block), ..Who::default() };
        let rows = Rows { unit, blocks: blocks.clone(), who: &all, weight: 1.0, slack: Some(2) };
        let (fill, target) = (calibrated::FILLED.value, calibrated::FILLED_TARGET.value);
        let whole = self.ask(&rows, &seasons, &on_rota, (fill, target), None);

        let nurses = |_: &Block| Who { groups: vec!["nurse".into()], ..Who::default() };
        let is_nurse = |it: &Hand| it.is_on_rota() && it.trade.group == "nurse";
        let nurse_kinds = self.team.trades.iter().find(|it| it.group == "nurse").map_or(&[][..], |it| it.kinds);
        let part = |kinds: &[ShiftKind], most: u32| -> Vec<Strength> {
            let of = |(block, days): (&&Block, &[u32; 7])| {
                if kinds.contains(&block.kind) { days.map(|it| it.min(most)) } else { [0; 7] }
            };
            whole.iter().map(|strength| blocks.iter().zip(strength).map(of).collect()).collect()
        };
        let special = calibrated::FILLED_SPECIAL.value;
        let rows = Rows { unit, blocks: blocks.clone(), who: &nurses, weight: 1.0, slack: None };
        self.ask(&rows, &seasons, &is_nurse, (special, special), Some(&part(nurse_kinds, u32::MAX)));

        for it in self.team.specials {
            let who = |_: &Block| Who {
                competences: if it.function.is_none() { vec![it.competence.into()] } else { Vec::new() },
                functions: it.function.into_iter().map(Into::into).collect(),
                ..Who::default()
            };
            let can = |hand: &Hand| {
                hand.is_on_rota() && hand.person.competences.iter().any(|held| held.as_str() == it.competence)
            };
            let rows = Rows { unit, blocks: blocks.clone(), who: &who, weight: 1.0, slack: None };
            self.ask(&rows, &seasons, &can, (special, special), Some(&part(it.kinds, 1)));
        }
        for trade in self.team.trades.iter().filter(|it| it.kinds.is_empty()) {
            let who = |_: &Block| Who { groups: vec![trade.group.into()], ..Who::default() };
            let rows = Rows { unit, blocks: vec![&OFFICE_HOURS], who: &who, weight: 0.5, slack: None };
            self.ask(&rows, &seasons, &|it| it.trade.group == trade.group, (special, target), None);
        }
    }

    /// The rows of an outpatient clinic: whoever has a part of their position there.
    pub(super) fn clinic(&mut self, unit: &UnitId) {
        let seasons = self.seasons();
        let who = |_: &Block| Who::default();
        let rows = Rows { unit, blocks: vec![&CLINIC_HOURS], who: &who, weight: 0.5, slack: None };
        let (special, target) = (calibrated::FILLED_SPECIAL.value, calibrated::FILLED_TARGET.value);
        self.ask(&rows, &seasons, &|_| true, (special, target), None);
    }

    fn monday(&self, week: usize) -> Date {
        self.options.first + 7 * week as i32
    }

    /// What people have at hand in a unit. Pupils do not count.
    fn at_hand(&self, unit: &UnitId, who: &dyn Fn(&Hand) -> bool) -> AtHand {
        let counted = |it: &&Hand| it.share_in(unit) > 0.0 && it.person.experience != Experience::Trainee && who(it);
        let hands: Vec<&Hand> = self.hands.iter().filter(counted).collect();
        let mut at_hand = AtHand { hours: Vec::new(), present: Vec::new(), weekend: Vec::new() };
        for week in 0..self.options.weeks as usize {
            let monday = self.monday(week);
            let here = || hands.iter().filter(|it| !it.is_away_in(monday));
            at_hand.hours.push(here().map(|it| it.share_in(unit) * it.hours_left(monday)).sum());
            at_hand.present.push(here().count() as u32);
            at_hand.weekend.push(here().filter(|it| it.has_weekend(week as i64)).count() as u32);
        }
        at_hand
    }

    /// Usual weeks, and those in which so many are on leave that fewer are asked for, if there are any.
    fn seasons(&self) -> Vec<Season> {
        let is_low = |week: &usize| leave_share(self.monday(*week)) > calibrated::LOW_SEASON.value;
        let (low, usual): (Vec<usize>, Vec<usize>) = (0..self.options.weeks as usize).partition(is_low);
        let whole = low.is_empty() || usual.is_empty();
        [usual, low].into_iter().filter(|it| !it.is_empty()).map(|weeks| Season { weeks, whole }).collect()
    }

    /// Rows of minimum and target for a set of people, and the minimum of each season.
    fn ask(
        &mut self,
        rows: &Rows<'_>,
        seasons: &[Season],
        who: &dyn Fn(&Hand) -> bool,
        (fill, fill_target): (f64, f64),
        most: Option<&[Strength]>,
    ) -> Vec<Strength> {
        let at_hand = self.at_hand(rows.unit, who);
        let mut minima = Vec::new();
        for (at, season) in seasons.iter().enumerate() {
            let of = |list: &[u32]| season.weeks.iter().map(|week| list[*week]).min().unwrap_or(0);
            let hours = season.weeks.iter().map(|week| at_hand.hours[*week]);
            let (mean, lowest) =
                (hours.clone().sum::<f64>() / season.weeks.len() as f64, hours.fold(f64::MAX, f64::min));
            let limits = |hours: f64, more: u32| Limits {
                hours,
                weekday: of(&at_hand.present),
                weekend: of(&at_hand.weekend) + more,
                most: most.map(|it| &it[at]),
            };
            let minimum = share_out(
                &rows.blocks,
                &none(&rows.blocks),
                &limits((fill * mean).min(calibrated::LEAN_WEEK.value * lowest), 0),
            );
            let target = share_out(&rows.blocks, &minimum, &limits(fill_target * mean, 1));
            self.write(rows, season, &minimum, &target);
            minima.push(minimum);
        }
        minima
    }

    /// Rows for each block: days with the same numbers share one.
    fn write(&mut self, rows: &Rows<'_>, season: &Season, minimum: &Strength, target: &Strength) {
        for (at, block) in rows.blocks.iter().enumerate() {
            let mut days: BTreeMap<(bool, u32, u32), Vec<usize>> = BTreeMap::new();
            for day in 0..7 {
                let (min, target) = (minimum[at][day], target[at][day]);
                if target > 0 {
                    // A row of everybody can be a demand, which weekends have no part in.
                    days.entry((day >= 5 && rows.slack.is_some(), min, target)).or_default().push(day);
                }
            }
            for ((weekend, min, target), days) in days {
                let days = self.days(season, &days);
                if days.weekdays.is_empty() && days.dates.is_empty() {
                    continue; // public holidays all of them, which count as Sundays
                }
                let by_demand = !weekend && block.kind == ShiftKind::Day && rows.slack.is_some() && target > min;
                let need = if by_demand { demand(min, target) } else { CoverNeed::Table { min, target } };
                self.rows.push(Cover {
                    unit: rows.unit.clone(),
                    days,
                    span: Span { from: TimeOfDay(block.start), to: TimeOfDay(block.end) },
                    who: (rows.who)(block),
                    kinds: if block.kind.is_on_call() { vec![block.kind] } else { Vec::new() },
                    need,
                    surplus: rows.slack.map(|it| target + it),
                    weight: rows.weight,
                    evidence: None,
                });
            }
        }
    }

    fn days(&self, season: &Season, days: &[usize]) -> Days {
        if season.whole {
            let weekdays = days.iter().map(|day| Weekday::ALL[*day]).collect();
            return Days { weekdays, dates: Vec::new(), holidays_as_sundays: true };
        }
        let is_holiday = |date: Date| self.holidays.iter().any(|it| it.date == date);
        let as_day = |date: Date| if is_holiday(date) { 6 } else { date.weekday() as usize };
        let dates = season.weeks.iter().flat_map(|week| (0..7).map(|day| self.monday(*week) + day));
        Days {
            weekdays: Vec::new(),
            dates: dates.filter(|date| days.contains(&as_day(*date))).collect(),
            holidays_as_sundays: false,
        }
    }
}

/// A demand whose target is enough four times of five.
fn demand(min: u32, target: u32) -> CoverNeed {
    // ⌈target − 0.6 + 0.8416 × 0.6⌉ = ⌈target − 0.095⌉ = target.
    CoverNeed::Demand { min, mean: f64::from(target) - 0.6, standard_deviation: 0.6, service_level: 0.8 }
}

/// What must be right about who is at work together.
pub(super) fn mixes(unit: &UnitId, cover: &[Cover]) -> Vec<MixRow> {
    let every_day = Days { weekdays: Weekday::ALL.to_vec(), dates: Vec::new(), holidays_as_sundays: false };
    let around_the_clock = Span { from: TimeOfDay(0), to: TimeOfDay(0) };
    let of = |experience| Who { experience: vec![experience], ..Who::default() };
    let row = |mix, weight| MixRow { unit: unit.clone(), days: every_day.clone(), span: around_the_clock, mix, weight };
    let mut rows = vec![
        row(Mix::AtMostPer { of: of(Experience::Trainee), factor: 2.0, per: of(Experience::Experienced) }, 0.5),
        row(Mix::AtMostPer { of: of(Experience::Newcomer), factor: 2.0, per: of(Experience::Experienced) }, 0.5),
    ];
    // Where a function is covered every day, somebody at work must also be able to take it.
    let named =
        |it: &&Cover| it.unit == *unit && it.who.functions.iter().any(|it| it.as_str() == super::trades::COORDINATOR);
    for row in cover.iter().filter(named).filter(|it| it.need.min() > 0) {
        let of = Who {
            groups: vec!["nurse".into()],
            competences: vec![super::trades::COORDINATION.into()],
            ..Who::default()
        };
        let mix = Mix::AtLeast { count: 1, of };
        rows.push(MixRow { unit: unit.clone(), days: row.days.clone(), span: row.span, mix, weight: 1.0 });
    }
    rows
}

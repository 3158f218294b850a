//! A period as it is with a measure: which units have taken it up, and what becomes of their shifts and cover.

use crate::night_rounds::Calls;
use crate::take_up::draw;
use crate::{MeasureError, SampledPeriod};
use leon_model::rng::Rng;
use leon_model::*;
use std::collections::BTreeMap;

/// A period with measures.
#[derive(Clone, Debug, PartialEq)]
pub struct AppliedPeriod {
    pub period: Period,
    /// Units that have taken a measure up, once for each measure.
    pub users: usize,
    /// Rows of cover that were changed, once for each measure.
    pub rows: usize,
    /// Staff time that the measures cost beside the shifts, over the period.
    pub beside: BTreeMap<(UnitId, GroupId), Minutes>,
    /// By unit: the share of hours on call that call-outs take up.
    pub called_out: BTreeMap<UnitId, f64>,
}

/// The period with measures, one after the other.
///
/// # Errors
/// [`MeasureError::Faulty`] when the period is none any more, which is a fault of Leon's.
pub fn apply_period(measures: &[&Measure], sampled: &SampledPeriod) -> Result<AppliedPeriod, MeasureError> {
    let mut tables = sampled.period.clone().into_tables();
    let (mut users, mut rows) = (0, 0);
    let mut beside: BTreeMap<(UnitId, GroupId), f64> = BTreeMap::new();
    let mut called_out = BTreeMap::new();
    let weeks = f64::from(tables.last - tables.first + 1) / 7.0;
    for measure in measures {
        let has = |it: &&Unit| {
            measure.units.contains(&it.kind)
                && draw(it.id.as_str(), measure.id.as_str(), sampled.seed) < measure.users_share()
        };
        let units: Vec<UnitId> = tables.units.iter().filter(has).map(|it| it.id.clone()).collect();
        users += units.len();
        for change in &measure.changes {
            match change {
                MeasureChange::Cover { kinds, groups, factor, at_least } => {
                    // Where it fails, people are there after all.
                    let factor = 1.0 - (1.0 - factor.value) * (1.0 - measure.failure.value);
                    rows += fewer(&mut tables, &units, (kinds, groups), (factor, *at_least), sampled.seed);
                }
                MeasureChange::NightRounds { dropped, call_outs, false_alarms, minutes, at_least } => {
                    let calls = Calls {
                        // Where it fails, the round is gone after all.
                        dropped: dropped.value * (1.0 - measure.failure.value),
                        minutes: (call_outs.value + false_alarms.value) * minutes.value,
                        at_least: *at_least,
                    };
                    let homes = sampled.nights.iter().filter(|it| units.contains(&it.unit));
                    rows += homes.map(|it| calls.need(&mut tables, it, &measure.id, sampled.seed)).sum::<usize>();
                }
                MeasureChange::OnCall { counts, worked } => {
                    rows += on_call(&mut tables, &units, counts.value);
                    called_out.extend(units.iter().map(|it| (it.clone(), worked.value)));
                }
                MeasureChange::Forecast { error } => rows += forecast(&mut tables, &units, error.value, sampled.seed),
                _ => {}
            }
        }
        for cost in &measure.costs {
            let (hours_per_week, group) = match cost {
                MeasureCost::Support { hours_per_user_week, group } => (hours_per_user_week.value, group),
                MeasureCost::SetUp { hours_per_user, weeks, group } => (hours_per_user.value / weeks.value, group),
                MeasureCost::Visit { .. } => continue,
            };
            for unit in &units {
                *beside.entry((unit.clone(), group.clone())).or_default() += hours_per_week * 60.0 * weeks;
            }
        }
    }
    let faulty = |problems: Vec<PeriodProblem>| {
        MeasureError::Faulty(problems.iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join("; "))
    };
    let whole = |minutes: f64| Minutes(minutes.round() as i64);
    Ok(AppliedPeriod {
        period: Period::new(tables).map_err(faulty)?,
        users,
        rows,
        beside: beside.into_iter().map(|(at, minutes)| (at, whole(minutes))).collect(),
        called_out,
    })
}

/// Another need in a row; people beyond it are a surplus as many above as before.
pub(crate) fn set_need(row: &mut Cover, need: CoverNeed) {
    if let Some(surplus) = &mut row.surplus {
        *surplus = (*surplus + need.target()).saturating_sub(row.need.target());
    }
    row.need = need;
}

/// Whether a row holds at the times of a unit's shifts of some kinds (all when none is named).
pub(crate) fn is_at(row: &Cover, kinds: &[ShiftKind], shifts: &[ShiftType]) -> bool {
    let same = |it: &ShiftType| it.unit == row.unit && (it.start, it.end) == (row.span.from, row.span.to);
    kinds.is_empty() || shifts.iter().any(|it| same(it) && kinds.contains(&it.kind))
}

/// Fewer people in rows of these kinds of shift and just these groups: numbers times the factor, what is not whole
/// rounded up or down by chance so that the mean is right, and never below `at_least` where there were as many.
fn fewer(
    tables: &mut PeriodTables,
    units: &[UnitId],
    (kinds, groups): (&[ShiftKind], &[GroupId]),
    (factor, at_least): (f64, u32),
    seed: u64,
) -> usize {
    let mut changed = 0;
    for (at, row) in tables.cover.iter_mut().enumerate() {
        let is_meant = units.contains(&row.unit)
            && is_at(row, kinds, &tables.shift_types)
            && (groups.is_empty() || row.who.groups == groups);
        if !is_meant {
            continue;
        }
        let chance = draw(row.unit.as_str(), &at.to_string(), seed);
        let less = |count: u32| {
            let exact = f64::from(count) * factor;
            let whole = exact.floor() + f64::from(chance < exact.fract());
            (whole as u32).max(at_least.min(count))
        };
        let before = row.need;
        let need = match row.need {
            CoverNeed::Table { min, target } => CoverNeed::Table { min: less(min), target: less(target) },
            CoverNeed::Demand { min, mean, standard_deviation, service_level } => {
                CoverNeed::Demand { min: less(min), mean: mean * factor, standard_deviation, service_level }
            }
        };
        set_need(row, need);
        changed += usize::from(row.need != before);
    }
    changed
}

/// Nights at work become nights on call at home.
fn on_call(tables: &mut PeriodTables, units: &[UnitId], counts: f64) -> usize {
    let mut changed = 0;
    let shifts = tables.shift_types.clone();
    let at_night = |row: &Cover| units.contains(&row.unit) && is_at(row, &[ShiftKind::Night], &shifts);
    // A function is taken at work.
    tables.cover.retain(|row| !at_night(row) || row.who.functions.is_empty());
    for row in tables.cover.iter_mut().filter(|row| at_night(row)) {
        row.kinds = vec![ShiftKind::OnCallAtHome];
        changed += 1;
    }
    for shift in tables.shift_types.iter_mut().filter(|it| units.contains(&it.unit) && it.kind == ShiftKind::Night) {
        (shift.kind, shift.hour_counts, shift.pause) = (ShiftKind::OnCallAtHome, counts, Minutes(0));
        shift.functions.clear();
    }
    changed
}

/// Demand that is forecast date by date: of its variance only the share `error`² is left unknown when the roster is
/// made, the rest is in each date's own mean.
fn forecast(tables: &mut PeriodTables, units: &[UnitId], error: f64, seed: u64) -> usize {
    let holidays: Vec<Date> = tables.public_holidays.iter().map(|it| it.date).collect();
    let dates: Vec<Date> = tables.dates().collect();
    let (mut rows, mut changed) = (Vec::new(), 0);
    for (at, row) in std::mem::take(&mut tables.cover).into_iter().enumerate() {
        let CoverNeed::Demand { min, mean, standard_deviation, service_level } = row.need else {
            rows.push(row);
            continue;
        };
        if !units.contains(&row.unit) {
            rows.push(row);
            continue;
        }
        changed += 1;
        for &date in dates.iter().filter(|it| row.days.contain(**it, holidays.contains(it))) {
            let mut rng = Rng::new(crate::take_up::seed_of(row.unit.as_str(), &format!("{at}.{date}"), seed));
            // Nearly normal: twelve even draws.
            let known = (0..12).map(|_| rng.unit()).sum::<f64>() - 6.0;
            let need = CoverNeed::Demand {
                min,
                mean: (mean + standard_deviation * (1.0 - error * error).sqrt() * known).max(0.0),
                standard_deviation: standard_deviation * error,
                service_level,
            };
            let days = Days { weekdays: Vec::new(), dates: vec![date], holidays_as_sundays: false };
            rows.push(Cover { days, need, ..row.clone() });
        }
    }
    tables.cover = rows;
    changed
}

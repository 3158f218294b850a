//! Measures of rosters: on made-up periods of few weeks.

use crate::{figure, taken_up_by_all};
use leon_formats::period::rule_packs;
use leon_generate::PeriodKind;
use leon_ledger::Account;
use leon_measure::Kind;
use leon_measure::*;
use leon_model::*;

/// Taken up by every unit of home care.
fn in_home_care(changes: Vec<MeasureChange>, costs: Vec<MeasureCost>) -> Measure {
    Measure::new(MeasureTable { units: vec![UnitKind::HomeCare], ..taken_up_by_all(changes, costs) }).unwrap()
}

fn fewer(kinds: Vec<ShiftKind>, factor: f64, at_least: u32) -> MeasureChange {
    MeasureChange::Cover { kinds, groups: vec![], factor: figure(factor), at_least }
}

fn periods(count: usize) -> Vec<SampledPeriod> {
    let first = "2026-11-23".parse().unwrap();
    let sample = PeriodSample { kinds: vec![PeriodKind::HomeCare], periods: count, weeks: 1, first, seed: 5 };
    draw_periods(rule_packs(), &sample).unwrap()
}

fn options() -> StudyOptions {
    StudyOptions { iterations: 20_000, ..StudyOptions::default() }
}

/// People needed at night on all dates together.
fn nights(period: &Period) -> u32 {
    let night = |row: &&Cover| row.span.from == TimeOfDay(23 * 60);
    let dates = |row: &Cover| period.dates().filter(|it| row.days.contain(*it, period.is_public_holiday(*it))).count();
    period.cover.iter().filter(night).map(|row| row.need.min() * dates(row) as u32).sum()
}

#[test]
fn rosters_without_a_change_differ_by_chance_alone() {
    let study = measure_rosters(&[], &periods(4), &options(), None).unwrap();
    assert!(study.released().covers(0.0), "{:?}", study.released());
    assert_eq!((study.of(&Quantity::Dropped).mean, study.visits), (study.of(&Quantity::Dropped).mean, 0.0));
    let on_two = measure_rosters(&[], &periods(4), &StudyOptions { threads: 2, ..options() }, None).unwrap();
    assert_eq!(study, on_two, "the answer does not depend on threads");
    assert_eq!(measure_rosters(&[], &periods(1), &options(), None), Err(MeasureError::TooFewDays { days: 1 }));
}

#[test]
fn nobody_is_asked_for_by_night_any_more() {
    let sampled = &periods(1)[0];
    assert!(nights(&sampled.period) > 0);
    let gone = in_home_care(vec![fewer(vec![ShiftKind::Night], 0.0, 0)], vec![]);
    let applied = apply_period(&[&gone], sampled).unwrap();
    assert_eq!((nights(&applied.period), applied.users), (0, 1));
    // Other times of the day stand as they are.
    let others = |period: &Period| {
        period.cover.iter().filter(|it| it.span.from != TimeOfDay(23 * 60)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(others(&applied.period), others(&sampled.period));
    let one = in_home_care(vec![fewer(vec![ShiftKind::Night], 0.0, 1)], vec![]);
    let least = nights(&apply_period(&[&one], sampled).unwrap().period);
    assert!(least > 0 && least <= nights(&sampled.period));
    // The books hold the same needs all the same: what is asked for no more counts as done by the measure.
    let pair = measure_period(&[&gone], sampled, &options()).unwrap();
    assert_eq!(pair.kind, Kind::Team(PeriodKind::HomeCare));
    assert!(pair.of(&Quantity::Account(Account::NightDuty)) > 0.0, "{:?}", pair.less);
}

#[test]
fn what_is_not_whole_is_right_in_the_mean() {
    let half = in_home_care(vec![fewer(vec![], 0.5, 0)], vec![]);
    let (mut before, mut after) = (0.0, 0.0);
    for sampled in periods(40) {
        let asked = |period: &Period| period.cover.iter().map(|it| f64::from(it.need.min())).sum::<f64>();
        before += asked(&sampled.period);
        after += asked(&apply_period(&[&half], &sampled).unwrap().period);
    }
    assert!((after / before - 0.5).abs() < 0.05, "{after} of {before}");
}

#[test]
fn a_forecast_knows_a_part_of_what_varies() {
    let known = in_home_care(vec![MeasureChange::Forecast { error: figure(0.6) }], vec![]);
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for sampled in periods(40) {
        let applied = apply_period(&[&known], &sampled).unwrap();
        for row in &applied.period.cover {
            if let CoverNeed::Demand { mean, standard_deviation, .. } = row.need {
                // What is left unknown: 0.6 × 0.6. The rest is in the mean of the date: 0.6 × √(1 − 0.36) = 0.48.
                assert!((standard_deviation - 0.36).abs() < 1e-9);
                assert_eq!(row.days.dates.len(), 1);
                // Means before are 0.4 above a whole number.
                let apart = mean - (mean - 0.4).round() - 0.4;
                (count, sum, squares) = (count + 1.0, sum + apart, squares + apart * apart);
            }
        }
    }
    assert!(count > 100.0 && (sum / count).abs() < 0.1 && squares > 0.0, "{count}, {sum}, {squares}");
}

#[test]
fn nights_on_call_pay_for_call_outs() {
    let on_call = in_home_care(vec![MeasureChange::OnCall { counts: figure(0.33), worked: figure(0.5) }], vec![]);
    let sampled = &periods(1)[0];
    let applied = apply_period(&[&on_call], sampled).unwrap();
    assert!(applied.period.shift_types.iter().all(|it| it.kind != ShiftKind::Night));
    let pair = measure_period(&[&on_call], sampled, &options()).unwrap();
    let of = |account: Account| pair.of(&Quantity::Account(account));
    assert!(of(Account::NightDuty) > 0.0 && of(Account::OnCall) < 0.0);
    // Half of the hours on call, as they count, are worked beside.
    assert!((of(Account::TechnologyOperation) - 0.5 * of(Account::OnCall)).abs() < 1.0, "{:?}", pair.less);
}

#[test]
fn support_is_paid_for_each_unit() {
    let support = MeasureCost::Support { hours_per_user_week: figure(2.0), group: "nurse".into() };
    let set_up = MeasureCost::SetUp { hours_per_user: figure(52.0), weeks: figure(52.0), group: "nurse".into() };
    let both = in_home_care(vec![fewer(vec![], 1.0, 0)], vec![support, set_up]);
    // 2 + 52 ÷ 52 hours a week.
    let pair = measure_period(&[&both], &periods(1)[0], &options()).unwrap();
    assert_eq!(pair.of(&Quantity::Account(Account::TechnologyOperation)), -180.0);
}

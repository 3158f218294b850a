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

/// Nursing homes over a week each.
fn homes(count: usize) -> Vec<SampledPeriod> {
    let first = "2026-11-23".parse().unwrap();
    let sample = PeriodSample { kinds: vec![PeriodKind::NursingHome], periods: count, weeks: 1, first, seed: 5 };
    draw_periods(rule_packs(), &sample).unwrap()
}

/// Rounds by night that become calls, in every nursing home.
fn sensors(dropped: f64, calls: f64, at_least: u32) -> Measure {
    let rounds = MeasureChange::NightRounds {
        dropped: figure(dropped),
        call_outs: figure(calls),
        false_alarms: figure(calls),
        minutes: figure(5.0),
        at_least,
    };
    let table = taken_up_by_all(vec![rounds], vec![]);
    Measure::new(MeasureTable { units: vec![UnitKind::NursingHome], ..table }).unwrap()
}

#[test]
fn rounds_that_are_gone_no_more_leave_fewer_at_work_by_night() {
    let all = homes(60);
    let (mut spared, mut fewer) = (0.0, 0.0);
    for sampled in &all {
        let [home] = &sampled.nights[..] else { panic!("one home") };
        // 0.9 × 45 residents, twice a night each, five minutes.
        assert_eq!(home.residents, 41);
        spared += home.rounds.iter().map(|it| it.minutes).sum::<f64>() / (home.filled * 480.0);
        let applied = apply_period(&[&sensors(1.0, 0.0, 0)], sampled).unwrap();
        fewer += f64::from(nights(&sampled.period) - nights(&applied.period)) / 7.0;
        // Nothing that is dropped and nobody who calls: nothing changes.
        assert_eq!(apply_period(&[&sensors(0.0, 0.0, 0)], sampled).unwrap().rows, 0);
        // Whoever must be there stays, and calls alone take more people.
        assert!(nights(&apply_period(&[&sensors(1.0, 0.0, 2)], sampled).unwrap().period) >= 14);
        assert!(nights(&apply_period(&[&sensors(0.0, 5.0, 0)], sampled).unwrap().period) > nights(&sampled.period));
    }
    // About 41 × 2 × 5 ÷ (0.85 × 480) = 1 person of a home's night; whole people in each, the same in the mean.
    assert!((spared / 60.0 - 1.0).abs() < 0.1, "{}", spared / 60.0);
    assert!((fewer - spared).abs() / 60.0 < 0.15, "{fewer} and {spared}");
}

#[test]
fn a_home_with_fewer_by_night_is_planned_again() {
    let all = sensors(1.0, 0.0, 0);
    let is_fewer = |it: &SampledPeriod| nights(&apply_period(&[&all], it).unwrap().period) < nights(&it.period);
    let sampled = homes(4).into_iter().find(is_fewer).unwrap();
    let long = StudyOptions { iterations: 400_000, ..StudyOptions::default() };
    let pair = measure_period(&[&all], &sampled, &long).unwrap();
    assert!(pair.of(&Quantity::Account(Account::NightDuty)) > 0.0, "{:?}", pair.less);
    // A measure with a night at work and on call at once is none.
    let on_call = MeasureChange::OnCall { counts: figure(0.3), worked: figure(0.5) };
    let mut both = (*all).clone();
    both.changes.push(on_call);
    assert!(Measure::new(both).is_err());
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

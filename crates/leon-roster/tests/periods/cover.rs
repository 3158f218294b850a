//! Cover out of demand: means and spreads by hand, seasons found again, errors that are what they say.

use leon_formats::period::{EXAMPLE, read_period};
use leon_model::{CoverEvidence, CoverNeed, Date, EvidenceClass, Period, Span, TimeOfDay, Weekday, Who};
use leon_roster::{
    DemandOf, ForecastError, ForecastOptions, NeedAtTime, Observation, PlanNeed, cover_from_plans, forecast_cover,
    replace_cover,
};

const DAY: Span = Span { from: TimeOfDay(7 * 60), to: TimeOfDay(15 * 60) };

/// 23 November 2026 to 3 January 2027; 25 and 26 December are public holidays.
fn period() -> Period {
    read_period("period.json", EXAMPLE).period.unwrap()
}

fn of() -> DemandOf {
    DemandOf::new("m1".into(), Vec::new(), Vec::new(), DAY)
}

fn seen(date: Date, people: f64) -> Observation {
    Observation { of: of(), date, public_holiday: false, people }
}

fn options(least: usize) -> ForecastOptions {
    let evidence = CoverEvidence { class: EvidenceClass::Register, source: "demand.csv".to_owned() };
    ForecastOptions { least, ..ForecastOptions::new(evidence) }
}

fn monday(weeks_before: i32) -> Date {
    period().first - 7 * weeks_before
}

#[test]
fn two_mondays_give_mean_and_spread() {
    // Mean 5. Pearson: (1² + 1²) ÷ 5 over one degree of freedom: φ = 0.4.
    // Variance 0.4 × 5 + 0.4 × 5 ÷ 2 = 3. Target ⌈5 + 1.2816 × 1.7321⌉ = ⌈7.22⌉.
    let forecast = forecast_cover(&period(), &[seen(monday(2), 4.0), seen(monday(1), 6.0)], &options(2)).unwrap();
    let [row] = forecast.rows.as_slice() else { panic!("{:?}", forecast.rows) };
    let CoverNeed::Demand { min, mean, standard_deviation, service_level } = row.need else { panic!("{row:?}") };
    assert_eq!((min, mean, standard_deviation, service_level), (5, 5.0, 1.73, 0.9));
    assert_eq!(row.need.target(), 8);
    assert_eq!(row.days.weekdays, [Weekday::Monday]);
    assert_eq!((forecast.series[0].dispersion * 10.0).round(), 4.0);
    let others: Vec<Weekday> = Weekday::ALL[1..].to_vec();
    assert_eq!(forecast.series[0].unseen, others, "what was not observed is not 0");
    assert_eq!(row.evidence.as_ref().unwrap().class, EvidenceClass::Register);
}

#[test]
fn a_public_holiday_counts_as_a_sunday() {
    let days = [seen(monday(2), 4.0), Observation { public_holiday: true, ..seen(monday(1), 9.0) }];
    let forecast = forecast_cover(&period(), &days, &options(1)).unwrap();
    let sunday = forecast.rows.iter().find(|it| it.days.weekdays == [Weekday::Sunday]).unwrap();
    let CoverNeed::Demand { mean, .. } = sunday.need else { panic!() };
    assert_eq!(mean, 9.0);
    assert!(sunday.days.holidays_as_sundays);
}

#[test]
fn a_weekday_seen_too_seldom_is_refused() {
    let days = [seen(monday(3), 4.0), seen(monday(2), 4.0), seen(monday(1) + 1, 4.0)];
    let refused = forecast_cover(&period(), &days, &options(2)).unwrap_err();
    assert_eq!(refused, ForecastError::TooFew { of: of(), weekday: Weekday::Tuesday, found: 1, least: 2 });
    assert_eq!(forecast_cover(&period(), &[], &options(2)).unwrap_err(), ForecastError::Nothing);
}

#[test]
fn weekday_and_season_are_found_again() {
    // Two years without chance: Mondays 8, others 4, × 1.5 in December, × 0.5 in July.
    let season = |date: Date| match date.year_month_day().1 {
        12 => 1.5,
        7 => 0.5,
        _ => 1.0,
    };
    let level = |date: Date| if date.weekday() == Weekday::Monday { 8.0 } else { 4.0 };
    let first = period().first - 728;
    let days: Vec<_> = (0..728).map(|it| first + it).map(|it| seen(it, level(it) * season(it))).collect();
    let forecast = forecast_cover(&period(), &days, &options(8)).unwrap();
    assert!(forecast.series[0].seasonal && forecast.series[0].dispersion < 1e-9);
    for row in &forecast.rows {
        let CoverNeed::Demand { mean, standard_deviation, .. } = row.need else { panic!() };
        for date in &row.days.dates {
            let as_sunday = period().is_public_holiday(*date);
            let expected = if as_sunday { 4.0 } else { level(*date) } * season(*date);
            assert!((mean - expected).abs() < 0.006 && standard_deviation < 0.01, "{date}: {mean}, not {expected}");
        }
    }
    let dates: usize = forecast.rows.iter().map(|it| it.days.dates.len()).sum();
    assert_eq!(dates, period().dates().count(), "each date has one row");
}

#[test]
fn a_month_that_was_never_seen_is_an_assumption() {
    let first = period().first - 728;
    let days = (0..728).map(|it| first + it).filter(|it| it.year_month_day().1 != 12).map(|it| seen(it, 5.0));
    let forecast = forecast_cover(&period(), &days.collect::<Vec<_>>(), &options(8)).unwrap();
    for row in &forecast.rows {
        let in_december = row.days.dates[0].year_month_day().1 == 12;
        let class = if in_december { EvidenceClass::Assumption } else { EvidenceClass::Register };
        assert_eq!(row.evidence.as_ref().unwrap().class, class, "{:?}", row.days);
    }
}

/// Numbers from 0 to 1 (Knuth's MMIX).
struct Chance(u64);

impl Chance {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Twice the hits of 24 trials at ¼: mean 12, variance 4 × 24 × ¼ × ¾ = 18.
    fn count(&mut self) -> f64 {
        2.0 * (0..24).filter(|_| self.share() < 0.25).count() as f64
    }
}

#[test]
fn spread_and_error_are_what_they_say() {
    // Mean 12, variance 18: φ = 1.5.
    let mut chance = Chance(20_261_122);
    let first = period().first - 7 * 51;
    let days: Vec<_> = (0..7 * 51).map(|it| seen(first + it, chance.count())).collect();
    let forecast = forecast_cover(&period(), &days, &ForecastOptions { held_out: 30, ..options(8) }).unwrap();
    let found = &forecast.series[0];
    assert!((found.mean - 12.0).abs() < 0.6, "{found:?}");
    assert!((found.dispersion - 1.5).abs() < 0.25, "{found:?}");
    let held_out = forecast.held_out.unwrap();
    assert_eq!(held_out.forecasts, 30 * 7);
    // The mean absolute deviation of a near-normal count is √(2 ÷ π) × √18 = 3.4; last week's number misses by √2 of it.
    assert!((held_out.error - 3.4).abs() < 0.5, "{held_out:?}");
    assert!(held_out.error_as_last.unwrap() > 1.15 * held_out.error, "{held_out:?}");
    assert!((0.7..0.9).contains(&held_out.inside), "{held_out:?}");
    assert!((0.85..0.97).contains(&held_out.enough), "{held_out:?}");
}

#[test]
fn the_error_is_measured_with_what_was_known_then() {
    // The level doubles for the last four weeks: forecasts four weeks ahead cannot know it.
    let level = |week: i32| if week < 4 { 8.0 } else { 4.0 };
    let days: Vec<_> = (0..20).map(|week| seen(monday(week + 1), level(week))).collect();
    let forecast = forecast_cover(&period(), &days, &ForecastOptions { held_out: 4, ..options(3) }).unwrap();
    let held_out = forecast.held_out.unwrap();
    assert_eq!((held_out.forecasts, held_out.error), (4, 4.0));
    assert_eq!((held_out.inside, held_out.enough), (0.0, 0.0));
}

#[test]
fn rows_for_the_same_people_give_way_on_the_same_days() {
    let period = period();
    let rows = forecast_cover(&period, &[seen(monday(2), 4.0), seen(monday(1), 6.0)], &options(2)).unwrap().rows;
    let mut tables = (*period).clone();
    // A row for the same people on Mondays and Tuesdays, one for nurses on Mondays.
    let old = |weekdays: &[Weekday], who: Who| {
        let mut row = rows[0].clone();
        row.days.weekdays = weekdays.to_vec();
        leon_model::Cover { who, evidence: None, ..row }
    };
    let nurses = Who { groups: vec!["nurse".into()], ..Who::default() };
    tables.cover = vec![old(&[Weekday::Monday, Weekday::Tuesday], Who::default()), old(&[Weekday::Monday], nurses)];
    let period = Period::new(tables).unwrap();
    let replaced = replace_cover(&period, rows);
    assert_eq!((replaced.replaced, replaced.kept), (1, 1));
    let after = Period::new(replaced.tables).unwrap();
    assert_eq!(after.cover.len(), 3);
    let tuesdays = &after.cover[0].days.dates;
    assert!(!tuesdays.is_empty() && tuesdays.iter().all(|it| it.weekday() == Weekday::Tuesday), "{tuesdays:?}");
    assert!(after.cover[2].evidence.is_some());
}

fn plan(people: &[u32], class: EvidenceClass) -> PlanNeed {
    let needs = people.iter().enumerate().filter(|(_, people)| **people > 0).map(|(at, people)| {
        let from = 7 * 60 + 60 * at as u16;
        let (from, to) = (TimeOfDay(from), TimeOfDay(from + 60));
        NeedAtTime { group: Some("ssh".into()), competence: None, from, to, people: *people }
    });
    PlanNeed { needs: needs.collect(), evidence: CoverEvidence { class, source: "day.json".to_owned() } }
}

#[test]
fn one_plan_gives_its_numbers_and_several_their_spread() {
    let weekdays = [Weekday::Monday, Weekday::Tuesday];
    let one = plan(&[2, 2, 3], EvidenceClass::Measured);
    let rows = cover_from_plans(&"m1".into(), &weekdays, std::slice::from_ref(&one), 0.9, 0.5).unwrap();
    let found: Vec<_> = rows.iter().map(|it| (it.span.from.0 / 60, it.span.to.0 / 60, it.need)).collect();
    let table = |people| CoverNeed::Table { min: people, target: people };
    assert_eq!(found, [(7, 9, table(2)), (9, 10, table(3))]);

    // 2 and 4: mean 3, deviation √2 = 1.41; 3 + 1.2816 × 1.41 = 4.81. The second plan has nobody at 8: mean 1.
    let two = [one, plan(&[4, 0, 3], EvidenceClass::Assumption)];
    let rows = cover_from_plans(&"m1".into(), &weekdays, &two, 0.9, 0.5).unwrap();
    let found: Vec<_> = rows.iter().map(|it| (it.span.from.0 / 60, it.need.min(), it.need.target())).collect();
    assert_eq!(found, [(7, 3, 5), (8, 1, 3), (9, 3, 3)]);
    assert!(rows.iter().all(|it| it.evidence.as_ref().unwrap().class == EvidenceClass::Assumption), "the weakest");
    assert!(cover_from_plans(&"m1".into(), &[], &two, 0.9, 0.5).is_err());
}

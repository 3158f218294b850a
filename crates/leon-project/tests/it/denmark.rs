//! The national case: published totals, and the years matched afresh.

use leon_formats::read_case;
use leon_match::{Amounts, MatchSeries, Options, match_tasks};
use leon_model::{AgeBand, Case, Scenario, Year};
use leon_project::{backtest, by_region, inhabitants, project};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static CASE: LazyLock<Case> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    read_case(&folder).unwrap_or_else(|problems| panic!("{}", problems.len()))
});

#[test]
fn inhabitants_are_those_that_statistics_denmark_publishes() {
    // FRKM126, the sum of 98 published totals: each band of each municipality is rounded for itself, by 14 at most in
    // all of a municipality. FRDK126 for the nation has Christiansø too.
    for (year, frkm, frdk) in
        [(2030, 6_075_395.0, 6_075_410.0), (2035, 6_166_550.0, 6_166_561.0), (2040, 6_231_911.0, 6_231_908.0_f64)]
    {
        let country: f64 = inhabitants(&CASE, &"dk".into(), Year(year)).unwrap().iter().sum();
        assert!((country - frkm).abs() < 100.0 && (country - frdk).abs() < 200.0, "{year}: {country}");
    }
    // Regions: the sum of their municipalities' published totals.
    for (region, totals) in [
        ("1081", [590_558.0, 589_296.0, 586_802.0]),
        ("1082", [1_407_662.0, 1_443_354.0, 1_472_815.0]),
        ("1083", [1_244_448.0, 1_250_865.0, 1_254_629.0]),
        ("1084", [1_975_084.0, 2_019_396.0, 2_050_540.0]),
        ("1085", [857_643.0, 863_639.0, 867_125.0_f64]),
    ] {
        for (year, total) in [2030, 2035, 2040].into_iter().zip(totals) {
            let found: f64 = inhabitants(&CASE, &region.into(), Year(year)).unwrap().iter().sum();
            assert!((found - total).abs() < 50.0, "{region} {year}: {found}, not {total}");
        }
    }
    // Single figures of the table: people of 80 or more, and all of Copenhagen, 711,011 before rounding by age.
    let at = |place: &str, year: u32| inhabitants(&CASE, &place.into(), Year(year)).unwrap();
    for (year, old) in [(2030, 427_695.0), (2035, 466_686.0), (2040, 498_958.0)] {
        assert_eq!(at("dk", year)[AgeBand::From80 as usize], old, "{year}");
    }
    assert_eq!(at("101", 2040).iter().sum::<f64>(), 711_004.0);
}

#[test]
fn projections_of_the_past_were_off_as_another_reckoning_says() {
    // The same method in a few lines of Python on the same table: 1996 is the first year with ten years before it, so
    // 10 years ahead there are 21 origins, and 20 years ahead 11.
    let measured = backtest(&CASE);
    let of = |age, years| measured.iter().find(|it| it.age == age && it.years_ahead == years).unwrap();
    for (age, years, origins, bias, error) in [
        (AgeBand::From35, 10, 21, -0.008, 0.016),
        (AgeBand::From65, 10, 21, -0.002, 0.019),
        (AgeBand::From80, 10, 21, -0.019, 0.041),
        (AgeBand::From80, 20, 11, -0.127, 0.148),
    ] {
        let it = of(age, years);
        assert_eq!(it.origins, origins);
        assert!((it.bias - bias).abs() < 5e-4 && (it.error - error).abs() < 5e-4, "{it:?}");
    }
}

#[test]
fn a_series_gives_what_a_match_gives() {
    let case = by_region(&CASE).unwrap().unwrap();
    let series = MatchSeries::new(&case, &BTreeSet::new()).unwrap();
    let matched = match_tasks(&case, &Options::default()).unwrap();
    let solved = series.run().solve(&Amounts::of(&case)).unwrap();
    let objective = matched.plan.objective;
    assert!((solved.weighted_unmet - objective.weighted_unmet).abs() < 1e-6 * objective.weighted_unmet);
    assert!((solved.bought.0 - objective.bought_dkk).abs() < 1e-6 * objective.bought_dkk);

    // A year of other hours: from the basis at hand, and as a case of its own.
    let mut amounts = Amounts::of(&case);
    amounts.needs.iter_mut().for_each(|it| *it = *it * 1.2);
    amounts.care.iter_mut().enumerate().for_each(|(row, it)| *it = *it * (1.0 - 0.01 * (row % 7) as f64));
    let solved = series.run().solve(&amounts).unwrap();
    let mut tables = case.clone().into_tables();
    for (need, hours) in tables.needs.iter_mut().zip(&amounts.needs) {
        need.hours_per_week.value = hours.0;
        need.hours_per_week.high = need.hours_per_week.high.max(hours.0);
    }
    for (row, it) in tables.capacity.iter_mut().enumerate() {
        let factor = 1.0 - 0.01 * (row % 7) as f64;
        it.fte.value *= factor;
        it.fte.low *= factor;
    }
    // Bought hours are bounded by full-time positions, which stay.
    let afresh = match_tasks(&Case::new(tables).unwrap(), &Options::default()).unwrap();
    let objective = afresh.plan.objective;
    assert!((solved.weighted_unmet - objective.weighted_unmet).abs() < 1e-6 * objective.weighted_unmet);
}

#[test]
fn the_nation_is_projected_year_by_year() {
    let options = leon_project::Options { draws: 2, ..leon_project::Options::default() };
    let projection = project(&CASE, &[Scenario::default()], &options).unwrap();
    let path = &projection.paths[0];
    assert_eq!((projection.years[0], *projection.years.last().unwrap()), (Year(2026), Year(2045)));
    let first = &path.central[0].totals;
    let need: f64 = CASE.needs.iter().map(|it| it.hours_per_week.value).sum();
    assert!((first.need.0 - need).abs() < 1e-3);
    // The need of the old grows while the hands do not keep up: the gap of the last year is larger than the first.
    let last = &path.central.last().unwrap().totals;
    assert!(last.need.0 > first.need.0 && last.unmet.0 > first.unmet.0);
    // By region the gap is smaller, but near.
    for year in [0, projection.years.len() - 1] {
        let error = path.region_error(year, |it| it.weighted_unmet).unwrap();
        assert!((-0.1..=1e-9).contains(&error), "{error}");
    }
}

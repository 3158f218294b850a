//! What must hold for every projection.

use crate::tiny::{between, case, known, nothing, tables};
use leon_model::{AgeBand, Case, Education, FiveYears, PastInhabitants, Scenario, ScenarioFault, StaffFlow, Year};
use leon_project::{Options, ProjectError, backtest, explain, leanings, project};

/// The tiny case with ranges: who leaves, how many graduate, how the old age.
fn uncertain() -> Case {
    let mut tables = tables();
    for it in &mut tables.workforce {
        match it.flow {
            StaffFlow::Leaving => it.value = between(0.1, 0.05, 0.15),
            StaffFlow::Intake => it.value = between(1.0, 0.5, 1.5),
            _ => {}
        }
    }
    tables.parameters.healthy_ageing = Some(between(0.005, 0.0, 0.01));
    case(tables)
}

fn more_graduates(more: f64) -> Scenario {
    let education = Education { group: "nurse".into(), from: Year(2026), intake_change: known(more) };
    Scenario { education: vec![education], ..nothing() }
}

#[test]
fn any_number_of_threads_gives_the_same_answer() {
    let case = uncertain();
    let scenarios = [nothing(), more_graduates(2.0)];
    let with =
        |threads| project(&case, &scenarios, &Options { draws: 12, seed: 3, threads, ..Options::default() }).unwrap();
    let one = with(1);
    assert_eq!(one, with(2));
    assert_eq!(one, with(8));
    let other = project(&case, &scenarios, &Options { draws: 12, seed: 4, ..Options::default() }).unwrap();
    assert_ne!(one.paths[0].drawn, other.paths[0].drawn);
}

#[test]
fn more_graduates_never_raise_the_gap() {
    let case = uncertain();
    let scenarios = [nothing(), more_graduates(1.0), more_graduates(4.0)];
    let projection = project(&case, &scenarios, &Options { draws: 10, ..Options::default() }).unwrap();
    for pair in projection.paths.windows(2) {
        for (fewer, more) in pair[0].drawn.iter().flatten().zip(pair[1].drawn.iter().flatten()) {
            assert!(more.weighted_unmet <= fewer.weighted_unmet + 1e-9);
        }
        let last = pair[0].drawn[0].len() - 1;
        assert!(pair[1].difference(&pair[0], last, |it| it.unmet.0).high < 0.0);
    }
}

#[test]
fn scenarios_that_differ_in_nothing_differ_by_nothing_in_every_draw() {
    let case = uncertain();
    let projection =
        project(&case, &[nothing(), more_graduates(0.0)], &Options { draws: 10, ..Options::default() }).unwrap();
    let difference = projection.paths[1].difference(&projection.paths[0], 4, |it| it.unmet.0);
    assert_eq!((difference.low, difference.value, difference.high), (0.0, 0.0, 0.0));
}

#[test]
fn what_is_put_together_by_region_misses_no_more_than_place_by_place() {
    let case = uncertain();
    let projection = project(&case, &[nothing()], &Options { draws: 1, ..Options::default() }).unwrap();
    let path = &projection.paths[0];
    for (whole, region) in path.central.iter().zip(&path.by_region) {
        assert!((whole.totals.need.0 - region.need.0).abs() < 1e-9);
        assert!((whole.totals.hands.0 - region.hands.0).abs() < 1e-9);
        assert!(region.weighted_unmet <= whole.totals.weighted_unmet + 1e-9);
    }
}

#[test]
fn the_interval_leans_on_what_moves_it() {
    let case = uncertain();
    let options = Options { draws: 200, ..Options::default() };
    let projection = project(&case, &[nothing()], &options).unwrap();
    let leans = leanings(&projection.paths[0], &options, 4, |it| it.unmet.0);
    assert!(leans.together > 0.95, "{}", leans.together);
    let leans = leans.all;
    assert_eq!(leans[0].assumption.id.to_string(), "flow/nurse/leaving");
    // From 5 to 15 percent a year over four years: 400 × (0.95^4 − 0.85^4) = 117 hours. From half a graduate a year to
    // one and a half, four times: 4 × 18.5 = 74 hours. So 117² / (117² + 74²) = 0.71 of the variance.
    assert!((0.6..0.82).contains(&leans[0].share) && (100.0..135.0).contains(&leans[0].change), "{:?}", leans[0]);
    assert_eq!(leans[1].assumption.id.to_string(), "flow/nurse/intake");
    let explained = explain(&case, &nothing(), Year(2030), &options).unwrap();
    let first = &explained.moved[0];
    assert_eq!(first.assumption.id.to_string(), "flow/nurse/leaving");
    assert!((first.high.unmet.0 - first.low.unmet.0 - leans[0].change).abs() < 12.0);
    // With the need of the first year only hands make the gap, and the other way round.
    assert!(explained.hands_stay.unmet.0 < explained.central.unmet.0);
    assert!(explained.need_stays.unmet.0 < explained.central.unmet.0);
}

/// The tiny case with a past in which people of 80 or more came and went.
fn with_past() -> Case {
    let mut tables = tables();
    for (step, year) in (1986..=2026).step_by(5).enumerate() {
        let old = if step % 2 == 0 { 100.0 } else { 120.0 };
        tables.population_history.extend(FiveYears::ALL.iter().map(|&age| PastInhabitants {
            place: "small".into(),
            year: Year(year),
            age,
            persons: known(if age >= FiveYears::From80 { old } else { 100.0 }),
        }));
    }
    case(tables)
}

#[test]
fn what_the_past_was_off_by_widens_the_interval() {
    // Nothing in the tiny case has a range, so every draw is the same until there is a past.
    let options = Options { draws: 40, ..Options::default() };
    let interval = |case: &Case| project(case, &[nothing()], &options).unwrap().paths[0].interval(4, |it| it.need.0);
    let known = interval(&case(tables()));
    assert_eq!((known.low, known.high), (known.value, known.value));
    let measured = backtest(&with_past());
    let error = measured.iter().find(|it| it.age == AgeBand::From80 && it.years_ahead == 5).unwrap().error;
    // 500 hours in 2030, four years on: 80 of 100 draws within 1.28 × four fifths of the error on either side.
    let (it, half) = (interval(&with_past()), 500.0 * 1.2816 * 0.8 * error);
    assert!(error > 0.1 && it.value == known.value, "{error} {it:?}");
    assert!((0.6..1.4).contains(&((it.high - it.low) / (2.0 * half))), "{it:?} {half}");
}

#[test]
fn the_interval_holds_the_truth_as_often_as_it_says() {
    // Hands are 400 × (1 − l)^4 + newcomers with l triangular from 5 to 15 percent. Every draw of another seed is a
    // truth; about 80 of 100 lie within. Standard error √(0.8 × 0.2 / 200) = 0.028 on either side.
    let case = uncertain();
    let drawn = |seed| project(&case, &[nothing()], &Options { draws: 200, seed, ..Options::default() }).unwrap();
    let interval = drawn(1).paths[0].interval(4, |it| it.unmet.0);
    let truths = drawn(2);
    let within = truths.paths[0].draws_where(4, |it| (interval.low..=interval.high).contains(&it.unmet.0));
    assert!((140..=180).contains(&within), "{within} of 200");
}

#[test]
fn what_does_not_fit_is_refused() {
    let mut empty = tables();
    empty.population.clear();
    let options = Options::default();
    assert!(matches!(project(&case(empty), &[nothing()], &options), Err(ProjectError::NoPopulation)));
    let mut late = more_graduates(1.0);
    late.education[0].from = Year(2031);
    let Err(ProjectError::Scenario { scenario: 0, problems }) = project(&uncertain(), &[late], &options) else {
        panic!("a year after the last is no year");
    };
    assert!(matches!(problems[0].fault, ScenarioFault::YearOutside { .. }));
    let explained = explain(&uncertain(), &nothing(), Year(2031), &options);
    assert!(matches!(explained, Err(ProjectError::NoYear { .. })));
}

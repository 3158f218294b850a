//! Scenarios against each other: what makes the difference, portfolios, and plans in futures.

use crate::tiny::{case, known, nothing, tables};
use leon_model::{
    Case, Complexity, ParameterChange, Ramp, Retention, Scenario, ScenarioParameter, Technology, WorkingTime, Year,
};
use leon_project::{ItemId, Options, decompose, portfolio, robustness};

/// Hours of care a week from a full-time position in the tiny case.
const CARE: f64 = 18.5;

fn at_once() -> Ramp {
    Ramp { from: Year(2026), to: Year(2026) }
}

/// A tenth more paid hours.
fn longer_hours() -> Scenario {
    let it = WorkingTime { groups: Vec::new(), ramp: at_once(), factor: known(1.1) };
    Scenario { working_time: vec![it], ..nothing() }
}

/// Half of those who leave stay.
fn fewer_leave() -> Scenario {
    let it = Retention { groups: Vec::new(), ramp: at_once(), leaving_factor: known(0.5) };
    Scenario { retention: vec![it], ..nothing() }
}

#[test]
fn each_difference_has_its_part_in_whatever_order() {
    let case = case(tables());
    let both = Scenario { retention: fewer_leave().retention, ..longer_hours() };
    let found = decompose(&case, [&nothing(), &both], Year(2030), &Options::default()).unwrap();
    // Hands are 400 × 0.9⁴ = 262.44. Longer hours: 26.244 more. Fewer leave: 400 × 0.95⁴ = 325.8025, 63.3625 more. Both:
    // 358.38275. Longer hours first 26.244 and then 69.69875; fewer leave first 63.3625 and then 32.58025.
    let parts: Vec<(String, f64, f64)> =
        found.terms.iter().map(|it| (it.id.to_string(), -it.part.0 * CARE, -it.alone.0 * CARE)).collect();
    let expected = [("retention/all", 66.530_625, 63.3625), ("working_time/all", 29.412_125, 26.244)];
    assert_eq!(parts.len(), 2);
    for ((id, part, alone), (expected_id, expected_part, expected_alone)) in parts.iter().zip(expected) {
        assert_eq!(id, expected_id);
        assert!((part - expected_part).abs() < 1e-6 && (alone - expected_alone).abs() < 1e-6, "{parts:?}");
    }
    let sum: f64 = found.terms.iter().map(|it| it.part.0).sum();
    assert!((sum - (found.to.unmet_fte.0 - found.from.unmet_fte.0)).abs() < 1e-9);
    // The other way round it is the same with the other sign; what both have is no difference.
    let back = decompose(&case, [&both, &nothing()], Year(2030), &Options::default()).unwrap();
    assert!((back.terms[0].part.0 + found.terms[0].part.0).abs() < 1e-9);
    let one = decompose(&case, [&longer_hours(), &both], Year(2030), &Options::default()).unwrap();
    assert_eq!(one.terms.len(), 1);
}

#[test]
fn many_differences_are_taken_list_by_list() {
    let case = case(tables());
    let mut many = longer_hours();
    many.education = (0..11)
        .map(|_| leon_model::Education { group: "nurse".into(), from: Year(2026), intake_change: known(1.0) })
        .collect();
    let found = decompose(&case, [&nothing(), &many], Year(2030), &Options::default()).unwrap();
    // Eleven entries for the same education are one difference.
    assert_eq!(found.terms.len(), 2);
}

/// The tiny case with two technologies for its one task, each claimed to free ten employees.
fn with_claims() -> Case {
    let mut tables = tables();
    tables.technologies = ["robot", "screen"]
        .map(|id| Technology {
            id: id.into(),
            name_da: id.into(),
            name_en: id.into(),
            sector: "municipal".into(),
            maturity: Some(known(3.0)),
            claimed_fte: Some(known(10.0)),
            tasks: vec!["care".into()],
            settings: Vec::new(),
            complexities: vec![Complexity::Low],
            effect: None,
        })
        .into();
    tables.parameters.unmet_hour_dkk = Some(known(100.0));
    case(tables)
}

#[test]
fn what_claims_release_together_is_less_than_their_sum() {
    let case = with_claims();
    let found = portfolio(&case, &[fewer_leave()], &Options::default()).unwrap();
    let of = |id: ItemId| &found.items.iter().find(|it| it.id == id).unwrap().years;
    // Ten employees give 185 of the 400 hours needed today, so 231.25 of the 500 in 2030; 237.56 are missing then.
    let robot = &of(ItemId::Technology("robot".into()))[4];
    assert!((robot.positions.0 - 231.25 / CARE).abs() < 1e-6, "{robot:?}");
    assert!((robot.care["municipal"].0 - 231.25).abs() < 1e-6);
    let together = &of(ItemId::AllTechnologies)[4];
    assert!((together.positions.0 - 237.56 / CARE).abs() < 1e-6, "more than is missing cannot be released");
    // Nothing is missing in the first year: a claim of ten releases nobody.
    assert!(of(ItemId::AllTechnologies)[0].positions.0.abs() < 1e-9);
    assert!((of(ItemId::Scenario(0))[4].positions.0 - 63.3625 / CARE).abs() < 1e-6);
    assert!(of(ItemId::AllBindings).iter().all(|it| it.positions.0.abs() < 1e-9), "there are none");
    // Citizens get 231.25 hours a week for 52 weeks, worth 100 kroner each.
    assert!((robot.gains(&case)["citizen"].0 - 231.25 * 52.0 * 100.0).abs() < 1e-3);
}

#[test]
fn a_technology_for_hours_that_the_case_does_not_have_has_no_years() {
    let mut tables = with_claims().into_tables();
    tables.technologies[1].tasks.clear();
    let found = portfolio(&case(tables), &[], &Options::default()).unwrap();
    let screen = found.items.iter().find(|it| it.id == ItemId::Technology("screen".into())).unwrap();
    assert!(screen.years.is_empty() && found.items.iter().all(|it| it.id != ItemId::AllScenarios));
}

#[test]
fn a_gap_closes_in_the_futures_in_which_it_does() {
    let case = case(tables());
    // Care for each old person falls by a fifth a year: 500 × 0.8⁴ = 204.8 hours, fewer than the hands.
    let parameter = ParameterChange { parameter: ScenarioParameter::HealthyAgeing, value: known(0.2) };
    let healthy = Scenario { parameters: vec![parameter], ..nothing() };
    let found = robustness(&case, &[longer_hours()], &[healthy], Year(2030), &Options::default()).unwrap();
    let unmet: Vec<Vec<f64>> = found.totals.iter().map(|it| it.iter().map(|it| it.unmet.0).collect()).collect();
    // No plan: 237.56 and nothing. Longer hours: 26.244 fewer, and nothing.
    let expected = [[237.56, 0.0], [211.316, 0.0]];
    let near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-6;
    assert!(unmet.iter().flatten().zip(expected.iter().flatten()).all(near), "{unmet:?}");
    assert_eq!((found.closed(0, 0.01), found.closed(1, 0.01), found.closed(1, 0.5)), (1, 1, 2));
}

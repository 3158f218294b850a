//! Closed forms: need, hands and gap of every year by hand.

use crate::tiny::{between, case, known, nothing, tables};
use leon_model::{
    Case, Curve, Education, Effect, Lift, LocalUptake, Need, NeedTrend, Ramp, Retention, Scenario, StaffFlow,
    Technology, Uptake, UptakeEffect, Workforce, WorkingTime, Year,
};
use leon_project::{Options, Projection, Totals, project};

fn projected(case: &Case, scenario: &Scenario) -> Projection {
    project(case, std::slice::from_ref(scenario), &Options::default()).unwrap()
}

fn totals(case: &Case, scenario: &Scenario, of: impl Fn(&Totals) -> f64) -> Vec<f64> {
    projected(case, scenario).paths[0].central.iter().map(|it| of(&it.totals)).collect()
}

fn close(found: &[f64], expected: &[f64]) {
    let near = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6);
    assert!(found.len() == expected.len() && near, "{found:?}, not {expected:?}");
}

#[test]
fn need_follows_those_who_use_it_and_hands_those_who_leave() {
    let case = case(tables());
    // 80 or more: 100 to 200 in a straight line over four years, and 300 throughout; an hour a week each.
    close(&totals(&case, &nothing(), |it| it.need.0), &[400.0, 425.0, 450.0, 475.0, 500.0]);
    // A tenth leaves every year, nobody comes: 400 × 0.9^t.
    close(&totals(&case, &nothing(), |it| it.hands.0), &[400.0, 360.0, 324.0, 291.6, 262.44]);
    close(&totals(&case, &nothing(), |it| it.unmet.0), &[0.0, 65.0, 126.0, 183.4, 237.56]);
    // 18.5 hours of care a week from a full-time position.
    close(&totals(&case, &nothing(), |it| it.unmet_fte.0 * 18.5), &[0.0, 65.0, 126.0, 183.4, 237.56]);
}

#[test]
fn healthy_ageing_lowers_need_for_each_old_inhabitant() {
    let mut tables = tables();
    tables.parameters.healthy_ageing = Some(known(0.02));
    let need: [f64; 5] = [400.0, 425.0, 450.0, 475.0, 500.0];
    let expected: Vec<f64> = need.iter().zip(0..).map(|(need, year)| need * 0.98_f64.powi(year)).collect();
    close(&totals(&case(tables), &nothing(), |it| it.need.0), &expected);
}

#[test]
fn a_gap_at_the_start_grows_with_need_and_can_be_made_larger() {
    let mut tables = tables();
    tables.needs[0].hours_per_week = known(120.0); // 20 of 120 hours unmet today
    let with = |gap: f64| {
        let mut tables = tables.clone();
        tables.parameters.starting_gap = Some(known(gap));
        totals(&case(tables), &nothing(), |it| it.need.0)[0]
    };
    close(&[with(1.0), with(2.0), with(0.0)], &[420.0, 440.0, 400.0]);
}

#[test]
fn graduates_come_when_they_have_studied_and_go_where_they_are_wanted() {
    let mut tables = tables();
    let flow =
        |flow: StaffFlow, value: f64| Workforce { group: "nurse".into(), flow, age_from: None, value: known(value) };
    tables.workforce.retain(|it| it.flow != StaffFlow::Leaving);
    tables.workforce.extend([
        flow(StaffFlow::Completion, 0.8),
        flow(StaffFlow::TakenUp, 0.5),
        flow(StaffFlow::StudyYears, 2.0),
        flow(StaffFlow::GraduateAge, 25.0),
        flow(StaffFlow::WorkingTime, 0.9),
    ]);
    let more = Scenario {
        education: vec![Education { group: "nurse".into(), from: Year(2026), intake_change: known(10.0) }],
        ..nothing()
    };
    // Ten begin every year from 2026 and 10 × 0.8 × 0.5 = 4 work here from 2028 on: 4 × 0.9 × 18.5 = 66.6 hours more a
    // year.
    let hands = |tables: leon_model::Tables| totals(&case(tables), &more, |it| it.hands.0);
    close(&hands(tables.clone()), &[400.0, 400.0, 466.6, 533.2, 599.8]);
    // A quarter of the newcomers goes to the small municipality as staff are spread; its need has grown by half in
    // 2028 (150 of 450 hours), so all that follow need are a third.
    let unmet = |follow: f64| {
        let mut tables = tables.clone();
        tables.parameters.staff_follow_need = Some(known(follow));
        let projection = projected(&case(tables), &more);
        let small = projection.paths[0].central[2].places.iter().find(|it| it.0.as_str() == "small").unwrap();
        small.2.0
    };
    // 150 − 100 − 66.6 / 4 = 33.35 hours; 150 − 100 − 66.6 / 3 = 27.8.
    close(&[unmet(0.0), unmet(1.0)], &[33.35, 27.8]);
}

#[test]
fn groups_without_an_education_are_replaced() {
    let mut tables = tables();
    tables.workforce.retain(|it| it.flow != StaffFlow::Intake);
    close(&totals(&case(tables.clone()), &nothing(), |it| it.hands.0), &[400.0; 5]);
    let flow = StaffFlow::Replaced;
    tables.workforce.push(Workforce { group: "nurse".into(), flow, age_from: None, value: known(0.5) });
    // Half of the tenth that leaves: 400 × 0.95^t.
    let expected: Vec<f64> = (0..5).map(|year| 400.0 * 0.95_f64.powi(year)).collect();
    close(&totals(&case(tables), &nothing(), |it| it.hands.0), &expected);
}

#[test]
fn without_a_word_on_flows_hands_stay_and_it_is_said() {
    let mut tables = tables();
    tables.workforce.clear();
    let case = case(tables);
    close(&totals(&case, &nothing(), |it| it.hands.0), &[400.0; 5]);
    assert_eq!(projected(&case, &nothing()).assumed, [leon_project::Assumed::HandsStay("nurse".into())]);
}

#[test]
fn changes_of_staff_and_need_do_what_they_say() {
    let ramp = Ramp { from: Year(2026), to: Year(2028) };
    let scenario = Scenario {
        retention: vec![Retention {
            groups: vec![],
            ramp: Ramp { from: Year(2026), to: Year(2026) },
            leaving_factor: known(0.5),
        }],
        working_time: vec![WorkingTime { groups: vec!["nurse".into()], ramp, factor: known(1.1) }],
        need: vec![NeedTrend { settings: vec![], from: Year(2028), per_year: known(-0.1) }],
        ..nothing()
    };
    let case = case(tables());
    // A twentieth leaves; 0, 5, then 10 % longer hours.
    let hands = [400.0, 400.0 * 0.95 * 1.05, 400.0 * 0.95_f64.powi(2) * 1.1];
    close(&totals(&case, &scenario, |it| it.hands.0)[..3], &hands);
    close(&totals(&case, &scenario, |it| it.need.0), &[400.0, 425.0, 450.0, 475.0 * 0.9, 500.0 * 0.81]);
}

/// A robot that can take over half of the care where it is taken up, and nobody has yet.
fn robot(tables: &mut leon_model::Tables) {
    tables.technologies.push(Technology {
        id: "robot".into(),
        name_da: "Robot".into(),
        name_en: "Robot".into(),
        sector: String::new(),
        maturity: None,
        claimed_fte: Some(known(200.0 / 18.5)),
        tasks: vec!["care".into()],
        settings: vec![],
        complexities: vec![],
        effect: Some(Effect {
            eligible_share: known(0.5),
            adoption: known(0.0),
            freed_share: known(1.0),
            own_hours_share: known(0.0),
            own_hours_group: "nurse".into(),
        }),
    });
}

fn uptake(ceiling: f64, effect: UptakeEffect) -> Scenario {
    let curve = Curve::Linear(Ramp { from: Year(2026), to: Year(2030) });
    let uptake = Uptake { technology: "robot".into(), effect, ceiling: known(ceiling), curve, places: vec![] };
    Scenario { technologies: vec![uptake], ..nothing() }
}

#[test]
fn a_technology_takes_over_what_its_adoption_lets_it() {
    let mut tables = tables();
    robot(&mut tables);
    let case = case(tables);
    // Of 500 hours in 2030: half eligible, 0.4 adopted = 100 hours; in 2028, 450 × 0.5 × 0.2 = 45.
    let taken = totals(&case, &uptake(0.4, UptakeEffect::OfCase), |it| it.taken_over.0);
    close(&[taken[2], taken[4]], &[45.0, 100.0]);
    // The claim: 200 of today's 400 care hours, so half of what is needed when all have it.
    let taken = totals(&case, &uptake(1.0, UptakeEffect::Claim { own_hours: None }), |it| it.taken_over.0);
    // 2030: half of 500 hours could go, but in the small municipality only hands are short: its 100 of 200 hours,
    // and 150 of 300 in the large; every hour of technology is wanted where hands are too few.
    assert!(taken[4] > 100.0 && taken[4] <= 250.0, "{taken:?}");
}

#[test]
fn a_technology_spreads_as_its_places_say() {
    let mut tables = tables();
    robot(&mut tables);
    // Hands are short in both, so that every hour of technology is wanted.
    tables.capacity.iter_mut().for_each(|it| it.fte = known(it.fte.value / 4.0));
    let case = case(tables);
    let here = |place: &str, ceiling: f64, from: u32| LocalUptake {
        place: place.into(),
        ceiling: known(ceiling),
        curve: Curve::Linear(Ramp { from: Year(from), to: Year(from) }),
    };
    let scenario = |places: Vec<LocalUptake>| {
        let mut scenario = uptake(0.4, UptakeEffect::OfCase);
        scenario.technologies[0].places = places;
        scenario
    };
    let taken = |places| totals(&case, &scenario(places), |it| it.taken_over.0);
    // In 2028 need is 150 and 300; everywhere 0.2 of half has it: 45 hours. All of the small one from 2027 on: 75 and 30.
    close(&[taken(vec![])[2], taken(vec![here("small", 1.0, 2027)])[2]], &[45.0, 105.0]);
    // The nearest counts: the region has none, the small one all.
    close(&taken(vec![here("region", 0.0, 2026), here("small", 1.0, 2027)])[..3], &[0.0, 62.5, 75.0]);
    // The same everywhere is no difference, to the bit.
    let same = LocalUptake { curve: Curve::Linear(Ramp { from: Year(2026), to: Year(2030) }), ..here("large", 0.4, 0) };
    assert_eq!(taken(vec![same]), taken(vec![]));
}

#[test]
fn draws_by_region_have_the_mean_of_its_places() {
    let mut tables = tables();
    robot(&mut tables);
    tables.capacity.iter_mut().for_each(|it| it.fte = known(it.fte.value / 4.0));
    let case = case(tables);
    let mut scenario = uptake(0.0, UptakeEffect::OfCase);
    let curve = Curve::Linear(Ramp { from: Year(2026), to: Year(2026) });
    scenario.technologies[0].places = vec![LocalUptake { place: "small".into(), ceiling: known(1.0), curve }];
    let options = Options { draws: 1, ..Options::default() };
    let projection = project(&case, std::slice::from_ref(&scenario), &options).unwrap();
    // Today 100 of 400 hours are in the small one: a quarter of the region has it, half of that is eligible. In 2026 so in
    // the municipality itself, 50 hours; later the small one has grown more than the region knows.
    let taken: Vec<f64> = projection.paths[0].by_region.iter().map(|it| it.taken_over.0).collect();
    close(&[taken[0], taken[4]], &[50.0, 500.0 / 8.0]);
    close(&[projection.paths[0].central[4].totals.taken_over.0], &[100.0]);
}

#[test]
fn what_nobody_takes_up_changes_nothing() {
    let mut tables = tables();
    robot(&mut tables);
    let case = case(tables);
    let [without, with] = [nothing(), uptake(0.0, UptakeEffect::OfCase)].map(|it| projected(&case, &it));
    assert_eq!(without.paths[0].central, with.paths[0].central);
}

#[test]
fn a_binding_is_lifted_from_its_year_on() {
    let mut tables = tables();
    robot(&mut tables);
    tables.technologies[0].effect.as_mut().unwrap().adoption = known(1.0);
    tables.bindings.push(leon_model::Binding {
        id: "no-robots".into(),
        name_da: "Ingen robotter".into(),
        name_en: "No robots".into(),
        theme: leon_model::Theme::Expectations,
        justified: leon_model::Justified::No,
        kind: leon_model::kind("forbid_technology").unwrap(),
        scope: leon_model::Scope::default(),
        limit: None,
        in_force: true,
        source: "s".into(),
    });
    let scenario = Scenario { lifts: vec![Lift { binding: "no-robots".into(), from: Year(2028) }], ..nothing() };
    let case = case(tables);
    let taken = totals(&case, &scenario, |it| it.taken_over.0);
    assert_eq!(&taken[..2], [0.0, 0.0]);
    // 126 hours are unmet in 2028 without it, and half of every need could go.
    assert!(taken[2] > 100.0, "{taken:?}");
}

#[test]
fn a_task_that_moves_is_needed_where_it_goes() {
    let mut tables = tables();
    tables.settings.push(leon_model::Setting {
        id: "ward".into(),
        name_da: "Afsnit".into(),
        name_en: "Ward".into(),
        sector: "regional".into(),
    });
    let ward = Need { place: "region".into(), setting: "ward".into(), ..tables.needs[0].clone() };
    tables.needs.push(ward);
    let relocation = leon_model::Relocation {
        from_setting: "ward".into(),
        from_task: "care".into(),
        to_setting: "home".into(),
        to_task: "care".into(),
        ramp: Ramp { from: Year(2027), to: Year(2027) },
        share: between(0.5, 0.4, 0.6),
    };
    let scenario = Scenario { relocations: vec![relocation], ..nothing() };
    let case = case(tables);
    let projection = projected(&case, &scenario);
    let need = |year: usize, place: &str| {
        projection.paths[0].central[year].places.iter().find(|it| it.0.as_str() == place).unwrap().1.0
    };
    // The ward's 100 hours grow as all of the region do, 400 to 425; half of 106.25 goes to 100 and 300 hours as 1 to 3.
    close(&[need(1, "small"), need(1, "large")], &[125.0 + 53.125 / 4.0, 300.0 + 53.125 * 3.0 / 4.0]);
    close(&[need(1, "region")], &[425.0 + 106.25]); // nothing is lost on the way
}

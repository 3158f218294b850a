//! How sure a plan is: probabilities against arithmetic, and plans for absences.

mod made;

use leon_model::{EvidenceClass, Figure, RoutePlan, Seconds};
use leon_route::{
    Disturbance, Iterations, ReplanOptions, RouteOptions, Spread, SpreadError, lateness_risk, plan_b, plan_routes,
};
use made::{at, carer, generated, plan_of, tables, tiny, visit};

fn exact(value: f64) -> Figure {
    Figure::exact(value, EvidenceClass::Assumption, "test")
}

fn steady() -> Spread {
    Spread { duration: exact(1.0), travel: exact(1.0), travel_day: exact(1.0) }
}

#[test]
fn without_spread_what_is_planned_happens() {
    let day = generated(60, 5);
    let options =
        RouteOptions { seed: 1, threads: 1, budget: &Iterations(300), published: None, from: None, progress: None };
    let plan = plan_routes(&day, &options).unwrap().plan;
    let risk = lateness_risk(&day, &plan, &steady(), 3, 1).unwrap();
    for (it, (_, stop, visit, slot)) in risk.visits.iter().zip(plan.visits()) {
        assert_eq!((&it.visit, it.slot), (visit, slot));
        let row = &day.visits[day.visit_index(visit).unwrap()];
        let window = row.windows.iter().find(|it| stop.start <= it.close).unwrap();
        let late = (stop.start - window.soft_close.unwrap_or(window.close)).0.max(0) as f64 / 60.0;
        assert_eq!(it.late.value, f64::from(u8::from(late > 0.0)), "{visit}");
        assert!((it.late_minutes - late).abs() < 1e-6, "{visit}: {} minutes, planned {late}", it.late_minutes);
        assert_eq!(it.too_late.value, 0.0);
    }
    assert!(risk.routes.iter().all(|it| it.beyond_overtime.value == 0.0));
}

#[test]
fn a_visit_is_late_as_often_as_the_one_before_takes_too_long() {
    // v1 from 8:10 for 30 minutes, 10 minutes to v2, which is late after 9:00: as soon as v1 takes more than 40
    // minutes, 4/3 of what is planned. With 5 % above 4/3, that is 5 %; with the median there, one half.
    let mut late = visit("v2");
    late.windows[0].soft_close = Some(at(9, 0));
    let day = tiny(&[carer("a")], &[visit("v1"), late]);
    let plan = plan_of(&day, &[("a", &[("v1", at(8, 10)), ("v2", at(8, 50))])]);
    let four_thirds = 4.0 / 3.0;
    for (duration, expected) in
        [(Figure::assumed(1.0, 0.8, four_thirds, "test"), 0.05), (Figure::assumed(four_thirds, 1.0, 2.0, "test"), 0.5)]
    {
        let spread = Spread { duration, ..steady() };
        let risk = lateness_risk(&day, &plan, &spread, 20_000, 7).unwrap();
        assert_eq!(risk.visits[0].late.value, 0.0);
        let late = risk.visits[1].late;
        // Standard error at most √(0.25 ÷ 20,000) = 0.0035; four of them.
        assert!((late.value - expected).abs() < 0.014, "{late:?}, expected {expected}");
        assert!(late.low < late.value && late.value < late.high && late.high - late.low < 0.015);
    }
}

#[test]
fn carers_who_meet_wait_for_each_other_and_the_shift_overruns_with_them() {
    // v1 takes a twice as long, 60 minutes from 8:10, then 10 minutes' way: a meets b at w at 9:20, not 8:50. b, whose
    // w takes 60 minutes too, is home at 10:30. The shift ends at 10:29, or at 10:30 and is not overrun.
    for (end, overrun) in [(at(10, 29), 1.0), (at(10, 30), 0.0)] {
        let mut double = visit("w");
        double.slots.push(made::slot());
        double.meetings.push(leon_model::Meeting { from: Seconds(0), to: Seconds(0) });
        let mut tables = tables(&[carer("a"), carer("b")], &[visit("v1"), double]);
        tables.carers[1].shifts[0].end = end;
        let day = leon_model::Day::new(tables).unwrap();
        let mut plan = plan_of(&day, &[("a", &[("v1", at(8, 10)), ("w", at(8, 50))]), ("b", &[("w", at(8, 50))])]);
        plan.routes[1].stops[0].doing = leon_model::Doing::Visit { visit: "w".into(), slot: 1 };
        let spread = Spread { duration: exact(2.0), ..steady() };
        let risk = lateness_risk(&day, &plan, &spread, 1, 1).unwrap();
        let b = risk.routes.iter().find(|it| it.carer.as_str() == "b").unwrap();
        assert_eq!(b.overrun.value, overrun);
        assert!((b.overtime_minutes - overrun).abs() < 1e-6);
    }
}

#[test]
fn the_same_times_are_drawn_for_the_same_visits_in_every_plan() {
    // Two carers alike: who of them comes does not change the luck of the visits.
    let mut hurried = visit("v1");
    hurried.windows[0].soft_close = Some(at(8, 10));
    let day = tiny(&[carer("a"), carer("b")], &[hurried, visit("v2")]);
    let risk = |carer: &str| {
        let plan = plan_of(&day, &[(carer, &[("v1", at(8, 10)), ("v2", at(9, 0))])]);
        let risk = lateness_risk(&day, &plan, &Spread::default(), 500, 3).unwrap();
        (risk.visits[0].late, risk.visits[0].late_minutes)
    };
    assert_eq!(risk("a"), risk("b"));
    assert!(risk("a").0.value > 0.3);
}

#[test]
fn a_spread_that_makes_no_sense_is_refused() {
    let day = tiny(&[carer("a")], &[]);
    let none = RoutePlan::default();
    for figure in [Figure::assumed(1.0, 0.0, 2.0, "test"), Figure::assumed(1.0, 1.1, 2.0, "test"), exact(f64::NAN)] {
        let spread = Spread { travel: figure, ..steady() };
        let error = lateness_risk(&day, &none, &spread, 10, 1).unwrap_err();
        assert!(matches!(error, SpreadError::OutOfOrder { what: "travel", .. }));
    }
    assert_eq!(lateness_risk(&day, &none, &steady(), 0, 1).unwrap_err(), SpreadError::NoDraws);
}

#[test]
fn the_risk_is_the_same_on_any_number_of_threads_and_grows_with_the_spread() {
    let day = generated(60, 6);
    let options =
        RouteOptions { seed: 1, threads: 1, budget: &Iterations(300), published: None, from: None, progress: None };
    let plan = plan_routes(&day, &options).unwrap().plan;
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let risk = |spread: &Spread, threads| pool(threads).install(|| lateness_risk(&day, &plan, spread, 300, 2).unwrap());
    let default = risk(&Spread::default(), 1);
    assert_eq!(default, risk(&Spread::default(), 3));
    let late = |it: &leon_route::LatenessRisk| it.visits.iter().map(|it| it.late_minutes).sum::<f64>();
    assert!(late(&risk(&steady(), 1)) < late(&default));
}

#[test]
fn there_is_a_plan_for_each_absence() {
    let day = generated(40, 7);
    let options =
        RouteOptions { seed: 1, threads: 1, budget: &Iterations(300), published: None, from: None, progress: None };
    let plan = plan_routes(&day, &options).unwrap().plan;
    let budget = Iterations(50);
    let options = ReplanOptions { seed: 1, budget: &budget, disturbance: Disturbance::default(), now: None };
    let plans = plan_b(&day, &plan, &options).unwrap();
    let carers: std::collections::BTreeSet<_> = plan.routes.iter().map(|route| &route.carer).collect();
    assert_eq!(plans.len(), carers.len());
    for it in &plans {
        assert!(it.replanned.plan.routes.iter().all(|route| route.carer != it.carer), "{} does not come", it.carer);
        let had = plan.visits().filter(|(route, ..)| route.carer == it.carer).count();
        let theirs = it.replanned.changes.iter().filter(|change| {
            change.before.as_ref().is_some_and(|(carer, _)| *carer == it.carer) && change.because == Some(0)
        });
        assert_eq!(theirs.count(), had);
    }
    assert_eq!(plans, plan_b(&day, &plan, &options).unwrap());
}

/// A first answer within 200 ms and a final one within a second, at 350 visits; told, not asserted, for machines
/// differ.
#[test]
fn a_re_plan_at_350_visits_is_timed() {
    let day = generated(350, 1);
    let options =
        RouteOptions { seed: 1, threads: 1, budget: &Iterations(1_000), published: None, from: None, progress: None };
    let plan = plan_routes(&day, &options).unwrap().plan;
    let carer = plan.routes[0].carer.clone();
    let start = day.carers.iter().flat_map(|it| &it.shifts).map(|it| it.start).min().unwrap();
    let kind = leon_model::EventKind::CarerSick { carer };
    let events = [leon_model::Event { at: start, kind, reason: None }];
    for disturbance in
        [Disturbance::default(), Disturbance { per_carer: Some(3), per_citizen: Some(1), citizens: None }]
    {
        for iterations in [0, 500] {
            let budget = Iterations(iterations);
            let options = ReplanOptions { seed: 1, budget: &budget, disturbance, now: None };
            let clock = std::time::Instant::now();
            let it = leon_route::replan(&day, &plan, &events, &options).unwrap();
            println!(
                "{iterations} iterations: {:?}, {} changes, {} left out, {} exceeded",
                clock.elapsed(),
                it.changes.len(),
                it.plan.left_out.len(),
                it.exceeded.len()
            );
            assert!(it.verdict.stands());
        }
    }
}

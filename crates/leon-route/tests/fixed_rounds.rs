//! Fixed rounds: today's practice, as a baseline to compare plans with.

use leon_model::{RoundOrder, RoutePlan};
use leon_route::{Iterations, RouteOptions, fixed_rounds, plan_routes};
use tiny_day::TinyDay;

mod made;
#[path = "../../leon-check/tests/common/tiny_day.rs"]
mod tiny_day;

fn visits_of(plan: &RoutePlan) -> Vec<(String, Vec<String>)> {
    let visit = |stop: &leon_model::Stop| match &stop.doing {
        leon_model::Doing::Visit { visit, .. } => Some(visit.to_string()),
        leon_model::Doing::Pause { .. } => None,
    };
    plan.routes.iter().map(|it| (it.carer.to_string(), it.stops.iter().filter_map(visit).collect())).collect()
}

fn named(routes: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    routes.iter().map(|it| (it.0.to_owned(), it.1.iter().map(|it| (*it).to_owned()).collect())).collect()
}

#[test]
fn the_chain_of_homes_is_cut_among_carers() {
    // o–a–b–c on a line, one home after the other: the first half of the visits to eva, the second to eve.
    let day = TinyDay::new().carer("eva", "helper").carer("eve", "helper");
    let day = day.visit("a1", "a", 30).visit("a2", "a", 30).visit("c1", "c", 30).visit("c2", "c", 30).day();
    let plan = fixed_rounds(&day, RoundOrder::Nearest).unwrap().plan;
    let wanted = named(&[("eva", &["a1", "a2"]), ("eve", &["c1", "c2"])]);
    let mut found = visits_of(&plan);
    found.iter_mut().for_each(|it| it.1.sort());
    assert_eq!(found, wanted);
    assert!(plan.left_out.is_empty());
}

#[test]
fn rounds_by_the_hour_do_not_look_at_the_way() {
    // Usual hours: c at 9, a at 9:30, c at 10. By the hour eva drives c–a–c; else she stays at c while she is there.
    let day = |order| {
        let day = TinyDay::new().carer("eva", "helper");
        let day = day.visit("c1", "c", 10).window(480, Some(600), 700);
        let day = day.visit("a1", "a", 10).window(480, Some(660), 700);
        let day = day.visit("c2", "c", 10).window(480, Some(720), 720).day();
        visits_of(&fixed_rounds(&day, order).unwrap().plan)
    };
    assert_eq!(day(RoundOrder::Hours), named(&[("eva", &["c1", "a1", "c2"])]));
    let near = day(RoundOrder::Nearest);
    assert_ne!(near[0].1[1], "a1", "{near:?}");
}

#[test]
fn a_full_round_hands_over_to_the_next() {
    // Each has 240 minutes; four visits at a of 60 minutes and a way of 10 to and fro do not fit one round.
    let day = TinyDay::new().carer("eva", "helper").carer("ida", "nurse");
    let day = ["v1", "v2", "v3", "v4"].iter().fold(day, |day, id| day.visit(id, "a", 60)).day();
    let found = visits_of(&fixed_rounds(&day, RoundOrder::Nearest).unwrap().plan);
    // The lowest level first; the nurse takes what the helper has no room for.
    assert_eq!(found.iter().map(|it| (it.0.as_str(), it.1.len())).collect::<Vec<_>>(), [("eva", 3), ("ida", 1)]);
}

#[test]
fn rounds_of_made_up_days_pass_the_check_and_are_worse_than_a_search() {
    for (visits, seed) in [(60, 2), (150, 3)] {
        let day = made::generated(visits, seed);
        let budget = Iterations(3_000);
        let options = RouteOptions { seed, threads: 1, budget: &budget, published: None, from: None, progress: None };
        let searched = plan_routes(&day, &options).unwrap();
        for order in RoundOrder::ALL {
            let fixed = fixed_rounds(&day, order).unwrap_or_else(|error| panic!("{visits} visits: {error}"));
            assert_eq!(fixed, fixed_rounds(&day, order).unwrap(), "no chance in it");
            let left_out = fixed.plan.left_out.iter().filter(|it| it.slot == 0).count();
            assert!(left_out * 100 <= 15 * day.visits.len(), "{left_out} of {visits} left out, {order:?}");
            assert!(searched.verdict.levels < fixed.verdict.levels, "{order:?}");
        }
    }
}

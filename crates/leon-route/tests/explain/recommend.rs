//! Carers and times for a new visit, by hand.

use super::tiny_day::*;
use leon_check::check_route;
use leon_model::*;
use leon_route::{AskError, recommend};

/// The last visit of a day, and the day without it.
fn new_visit(mut day: TinyDay) -> (Day, Visit) {
    let visit = day.0.visits.pop().expect("a visit");
    (day.day(), visit)
}

#[test]
fn the_carer_who_passes_by_comes_first() {
    // Anna is free: o–a–o, 20 minutes of travel. Bente goes o–b–o: a lies on her way, so it costs no travel at all.
    // w must begin by 560, so v comes first or last; first would move w, which is a change.
    let day = TinyDay::new().carer("anna", "helper").carer("bente", "helper").visit("w", "b", 30);
    let (day, visit) = new_visit(day.visit("v", "a", 30));
    let plan = plan().route("bente", 480).at("w", 20, 30).home(20);
    let found = recommend(&day, &plan, &visit, 5).unwrap();
    let told: Vec<_> = found
        .iter()
        .map(|it| (it.placed[0].carer.as_str(), it.placed[0].start, it.worse(Goal::PaidTime), it.moved.len()))
        .collect();
    // 500 + 30 of w + 10 of travel = 540. Both faces are new, as anybody's would be.
    assert_eq!(told, [("bente", clock(540), 0.0, 0), ("anna", clock(490), 20.0, 0)]);
    assert_eq!(recommend(&day, &plan, &visit, 1).unwrap(), found[..1]);
    assert_eq!(recommend(&day, &plan, &visit, 0), Ok(vec![]));
}

#[test]
fn a_double_visit_gets_pairs() {
    let day = TinyDay::new().carer("anna", "helper").carer("bente", "helper").carer("carl", "nurse");
    let (day, visit) = new_visit(day.visit("v", "a", 30).and_slot(slot(30), 0, 0));
    let found = recommend(&day, &RoutePlan::default(), &visit, 9).unwrap();
    let pairs: Vec<Vec<&str>> = found
        .iter()
        .map(|it| {
            let mut pair: Vec<_> = it.placed.iter().map(|it| it.carer.as_str()).collect();
            pair.sort_unstable();
            pair
        })
        .collect();
    // A nurse is spent on what a helper may do, so pairs with Carl come last.
    assert_eq!(pairs[0], ["anna", "bente"]);
    assert_eq!(pairs.len(), 3);
    for outcome in &found {
        assert_eq!(outcome.placed[0].start, outcome.placed[1].start);
    }
}

#[test]
fn a_trainee_comes_along_where_that_is_possible() {
    let trainee = Slot { needed: false, trainee: true, ..slot(30) };
    let day = TinyDay::new().carer("anna", "helper").carer("tine", "helper").with_carer(|it| it.trainee = true);
    let (day, visit) = new_visit(day.visit("v", "a", 30).and_slot(trainee, 0, 0));
    let best = &recommend(&day, &RoutePlan::default(), &visit, 1).unwrap()[0];
    // 30 minutes of a slot not filled cost more than 20 of travel; but a new face costs 15.
    let carers: Vec<_> = best.placed.iter().map(|it| it.carer.as_str()).collect();
    assert_eq!(carers, ["anna"]);
    let mut tables = (*day).clone();
    tables.visits.push(visit.clone());
    assert_eq!(check_route(&Day::new(tables).unwrap(), &best.plan, None).broken, []);

    let mut known = (*day).clone();
    known.citizens[0].faces.push(("tine".into(), 3));
    let best = &recommend(&Day::new(known).unwrap(), &RoutePlan::default(), &visit, 1).unwrap()[0];
    let carers: Vec<_> = best.placed.iter().map(|it| it.carer.as_str()).collect();
    assert_eq!(carers, ["anna", "tine"]);
}

#[test]
fn visits_of_the_day_and_of_no_citizen_are_refused() {
    let day = TinyDay::new().carer("anna", "helper").visit("v", "a", 30).day();
    let known = day.visits[0].clone();
    let refused = recommend(&day, &plan().leave_out("v", 0), &known, 1);
    assert_eq!(refused, Err(AskError::VisitKnown { visit: "v".into() }));
    let stranger = Visit { id: "new".into(), citizen: "nobody".into(), ..known };
    assert!(matches!(recommend(&day, &plan().leave_out("v", 0), &stranger, 1), Err(AskError::NoDay(_))));
}

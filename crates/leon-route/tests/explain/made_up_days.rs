//! What holds for every day: remedies are proven and least, recommendations sorted and feasible, differences mirrored.

use leon_check::check_route;
use leon_formats::read_case;
use leon_generate::{DayOptions, generate_day};
use leon_model::{Day, Minutes, Moment, RoutePlan};
use leon_route::{
    Hindrance, Iterations, Relaxation, RouteOptions, WhyNot, carry_out, diff_plans, explain_goals, explain_left_out,
    plan_routes, recommend, why_not,
};
use std::path::Path;

fn made_up(visits: usize, seed: u64) -> Day {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    let case = read_case(&folder).expect("the Danish case reads");
    let monday = Moment(1_795_388_400); // 2026-11-23T00:00+01:00
    generate_day(&case, &DayOptions::new("461", visits, seed, monday)).expect("a day")
}

/// The same day with every third carer at home.
fn short_of_hands(day: Day) -> Day {
    let mut tables = day.into_tables();
    tables.carers.iter_mut().step_by(3).for_each(|carer| carer.shifts.clear());
    Day::new(tables).expect("still a day")
}

fn planned(day: &Day, seed: u64) -> RoutePlan {
    let budget = Iterations(300);
    let options = RouteOptions { seed, threads: 1, budget: &budget, published: None, from: None, progress: None };
    plan_routes(day, &options).expect("a plan").plan
}

#[test]
fn every_remedy_is_proven_and_asks_for_the_least() {
    let mut kinds = std::collections::BTreeSet::new();
    for (visits, seed) in [(30, 1), (60, 2), (60, 3)] {
        let day = short_of_hands(made_up(visits, seed));
        let plan = planned(&day, seed);
        let reasons = explain_left_out(&day, &plan).expect("a plan of the day");
        for reason in &reasons {
            let says = |hindrance: &[Hindrance]| !hindrance.is_empty();
            assert!(reason.obstacles.iter().all(|it| says(&it.hindrances)), "seed {seed}: {}", reason.visit);
            assert!(reason.remedies.is_sorted_by(|a, b| a.price <= b.price), "seed {seed}: {}", reason.visit);
            for remedy in &reason.remedies {
                let told = format!("seed {seed}, visit {}: {:?}", reason.visit, remedy.relaxation);
                let carried = carry_out(&day, &plan, &reason.visit, &remedy.relaxation).expect("it can be relaxed");
                let (relaxed, outcome) = carried.unwrap_or_else(|| panic!("{told} does not help"));
                assert_eq!(check_route(&relaxed, &outcome.plan, None).broken, [], "{told}");
                assert!(outcome.plan.visits().any(|(_, _, visit, _)| *visit == reason.visit), "{told}");
                if let Some(less) = a_minute_less(&remedy.relaxation) {
                    let carried = carry_out(&day, &plan, &reason.visit, &less).expect("it can be relaxed");
                    assert!(carried.is_none(), "{told}, but {less:?} is enough");
                }
                kinds.insert(kind(&remedy.relaxation));
            }
        }
    }
    assert!(kinds.len() >= 3, "days of few kinds of remedies prove little: {kinds:?}");
}

/// A word for each kind of relaxation.
fn kind(of: &Relaxation) -> &'static str {
    match of {
        Relaxation::StartLater { .. } => "later",
        Relaxation::StartEarlier { .. } => "earlier",
        Relaxation::Overtime { .. } => "overtime",
        Relaxation::MoreTravel { .. } => "travel",
        Relaxation::MoreVisits { .. } => "visits",
        Relaxation::AllowGroup { .. } => "group",
        Relaxation::UnpinCarer { .. } | Relaxation::UnpinStart => "pin",
        Relaxation::LeaveOut { .. } => "leave out",
    }
}

fn a_minute_less(relaxation: &Relaxation) -> Option<Relaxation> {
    let mut less = relaxation.clone();
    match &mut less {
        Relaxation::StartLater { minutes, .. }
        | Relaxation::StartEarlier { minutes, .. }
        | Relaxation::Overtime { minutes, .. }
        | Relaxation::MoreTravel { minutes, .. } => *minutes -= Minutes(1),
        _ => return None,
    }
    Some(less)
}

#[test]
fn recommendations_are_sorted_feasible_and_of_different_carers() {
    for (visits, seed) in [(40, 4), (80, 5)] {
        let whole = made_up(visits, seed);
        for taken in (0..visits).step_by(9) {
            let mut tables = whole.clone().into_tables();
            let visit = tables.visits.remove(taken.min(tables.visits.len() - 1));
            tables.orders.retain(|it| it.first != visit.id && it.second != visit.id);
            let day = Day::new(tables.clone()).expect("a day with a visit less");
            let plan = planned(&day, seed);
            let found = recommend(&day, &plan, &visit, 4).expect("a visit of the day");
            tables.visits.push(visit.clone());
            let with_visit = Day::new(tables).expect("the day with it");
            for outcome in &found {
                let verdict = check_route(&with_visit, &outcome.plan, Some(&plan));
                assert_eq!(verdict.broken, [], "seed {seed}, visit {}", visit.id);
                assert_eq!(verdict.levels, outcome.levels, "seed {seed}, visit {}", visit.id);
            }
            assert!(found.is_sorted_by(|a, b| a.levels <= b.levels), "seed {seed}, visit {}", visit.id);
            let carers = found.iter().map(|it| it.placed.iter().map(|it| &it.carer).collect());
            let mut carers: Vec<std::collections::BTreeSet<_>> = carers.collect();
            carers.sort();
            assert!(carers.is_sorted_by(|a, b| a < b), "seed {seed}, visit {}: the same carers twice", visit.id);
        }
    }
}

#[test]
fn who_comes_does_it_already_and_what_others_could_do_passes_the_check() {
    let day = made_up(40, 6);
    let plan = planned(&day, 6);
    let mut possible = 0;
    for (k, (route, stop, visit, slot)) in plan.visits().enumerate() {
        let present = why_not(&day, &plan, visit, slot, &route.carer).expect("a plan of the day");
        assert_eq!(present, WhyNot::DoesAlready { start: stop.start }, "visit {visit}");
        let other = &day.carers[k % day.carers.len()];
        match why_not(&day, &plan, visit, slot, &other.id).expect("a plan of the day") {
            WhyNot::Possible(outcome) => {
                assert_eq!(check_route(&day, &outcome.plan, None).broken, [], "visit {visit}");
                assert!(outcome.placed.iter().any(|it| it.slot == slot && it.carer == other.id), "visit {visit}");
                possible += 1;
            }
            WhyNot::Hindered(obstacles) => {
                assert_eq!(obstacles.len(), other.shifts.len(), "visit {visit}");
                assert!(obstacles.iter().all(|it| !it.hindrances.is_empty()), "visit {visit}");
            }
            WhyNot::DoesAlready { .. } => assert_eq!(other.id, route.carer),
        }
    }
    assert!(possible > 0, "a day where nobody could do anything else proves little");
}

#[test]
fn a_plan_does_not_differ_from_itself_and_differences_mirror() {
    let day = made_up(60, 7);
    let (one, two) = (planned(&day, 1), planned(&day, 2));
    assert!(diff_plans(&day, &one, &one).expect("plans of the day").is_empty());
    let (there, back) = (diff_plans(&day, &one, &two).unwrap(), diff_plans(&day, &two, &one).unwrap());
    assert!(!there.is_empty());
    assert_eq!((there.citizens_touched, there.carers_touched), (back.citizens_touched, back.carers_touched));
    for (a, b) in there.carers.iter().zip(&back.carers) {
        assert_eq!((&a.carer, &a.gained, &a.lost, a.travel.0), (&b.carer, &b.lost, &b.gained, -b.travel.0));
    }
}

#[test]
fn the_largest_parts_of_goals_are_explained() {
    let day = made_up(40, 8);
    let plan = planned(&day, 8);
    let reasons = explain_goals(&day, &plan, 2).expect("a plan of the day");
    assert!(!reasons.is_empty());
    for pair in reasons.windows(2) {
        let same = pair[0].part.goal == pair[1].part.goal;
        assert!(!same || pair[0].part.amount >= pair[1].part.amount);
    }
    assert_eq!(reasons, explain_goals(&day, &plan, 2).unwrap(), "the same question, the same answer");
}

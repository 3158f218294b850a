//! Matches small enough to reckon by hand.

#[path = "../../leon-check/tests/common/mod.rs"]
mod tiny;

use leon_match::*;
use leon_model::Complexity::{High, Low, Medium};
use leon_model::*;
use tiny::{Tiny, known, need, staff};

fn solve(case: &Case) -> Matched {
    match_tasks(case, &Options::everything()).unwrap()
}

/// 10 h of washing by helpers, nurses or SSAs; helpers have 6 h and nurses 6 h.
fn washing() -> Tiny {
    Tiny::new()
        .need(need("a", "home", "wash", Low), 10.0)
        .hours(staff("a", "home", "helper"), 6.0)
        .hours(staff("a", "home", "nurse"), 6.0)
}

#[test]
fn the_lowest_level_that_may_does_it_first() {
    let matched = solve(&washing().case());
    // Helpers (level 1) do all their 6 h, nurses (level 3) the other 4: 6 × 1 + 4 × 3 = 18.
    assert_eq!(matched.status, Status::Optimal);
    assert_eq!(matched.plan.objective.level_hours, 18.0);
    assert_eq!(matched.plan.objective.weighted_unmet, 0.0);
    assert!(matched.plan.unmet.is_empty());
}

#[test]
fn a_binding_is_worth_the_unmet_hours_that_it_causes() {
    let nurses = Scope { groups: vec!["nurse".into()], tasks: vec!["wash".into()], ..Scope::default() };
    let matched = solve(&washing().binding("not-nurses", "forbid", nurses, None).case());
    // Helpers do 6 of 10 h, 4 are unmet; without the binding nurses would do them.
    assert_eq!(matched.plan.objective.weighted_unmet, 4.0);
    assert_eq!(matched.binding_values[0].saved.weighted_unmet, 4.0);
    assert_eq!(matched.best_sets.len(), 1);
    // One more helper hour meets one more; one fewer leaves one more; nurses have nothing to do.
    let price = |group: &str| matched.prices.iter().find(|it| it.staff.group.as_str() == group).unwrap();
    assert_eq!(price("helper").more.weighted_unmet, 1.0);
    assert_eq!(price("helper").less.unwrap().weighted_unmet, 1.0);
    assert_eq!(price("nurse").more.weighted_unmet, 0.0);
}

#[test]
fn two_bindings_that_need_each_other_are_worth_something_only_together() {
    // Helpers are forbidden twice over; 10 h of washing and only helpers at hand.
    let helpers = Scope { groups: vec!["helper".into()], ..Scope::default() };
    let case = Tiny::new()
        .need(need("a", "home", "wash", Low), 10.0)
        .hours(staff("a", "home", "helper"), 10.0)
        .binding("one", "forbid", helpers.clone(), None)
        .binding("two", "forbid", helpers.clone(), None)
        .binding("half", "share_max", Scope { groups: vec!["nurse".into()], ..Scope::default() }, Some(0.5))
        .case();
    let matched = solve(&case);
    assert!(matched.binding_values.iter().all(|it| it.saved.weighted_unmet == 0.0), "{:?}", matched.binding_values);
    let both = Options { lifted: ["one".into(), "two".into()].into(), ..Options::everything() };
    assert_eq!(match_tasks(&case, &both).unwrap().plan.objective.weighted_unmet, 0.0);
}

#[test]
fn an_hour_at_a_corner_has_two_prices() {
    // 6 h of wounds (weight 2 × 1) and 6 nurse hours: one hour more is worth nothing, one fewer costs 2.
    let case = Tiny::new().need(need("a", "home", "wound", Low), 6.0).hours(staff("a", "home", "nurse"), 6.0).case();
    let price = &solve(&case).prices[0];
    assert_eq!((price.more.weighted_unmet, price.less.unwrap().weighted_unmet), (0.0, 2.0));
}

#[test]
fn complexity_and_not_only_the_task_decides_who_may() {
    let mut tiny = washing();
    tiny.0.tasks[0].competence_high = "clinical".into();
    let case = tiny.need(need("a", "home", "wash", High), 3.0).case();
    let by_group = |group: &str, complexity| -> f64 {
        let plan = &solve(&case).plan;
        let mine =
            |it: &&Care| it.need.complexity == complexity && it.doer.group().is_some_and(|id| id.as_str() == group);
        plan.care.iter().filter(mine).map(|it| it.hours.0).sum()
    };
    assert_eq!(by_group("nurse", High), 3.0);
    assert_eq!(by_group("helper", High), 0.0);
    // Nurses' other 3 h go to washing at low complexity, 1 h of which is left unmet: 10 − 6 − 3.
    assert_eq!(by_group("nurse", Low), 3.0);
}

#[test]
fn training_is_paid_for_in_hours_of_the_same_year() {
    // Helpers learn wounds at 0.25 h of training an hour: 5 h at hand give 5 ÷ 1.25 = 4 h of care.
    let case = Tiny::new()
        .learned("helper", "clinical", 0.25)
        .need(need("a", "home", "wound", Low), 10.0)
        .hours(staff("a", "home", "helper"), 5.0)
        .case();
    let matched = solve(&case);
    assert!((matched.plan.care[0].hours.0 - 4.0).abs() < 1e-9);
    // One hour more gives 0.8 h of care at weight 2.
    assert!((matched.prices[0].more.weighted_unmet - 1.6).abs() < 1e-9);
}

#[test]
fn continuity_stops_a_redistribution() {
    // At least half of the staff care by nurses: 2 nurse hours allow 4 h in all, though helpers have 10.
    let case = Tiny::new()
        .need(need("a", "home", "wash", Medium), 10.0)
        .hours(staff("a", "home", "helper"), 10.0)
        .hours(staff("a", "home", "nurse"), 2.0)
        .continuity("home", Medium, &["nurse"], 0.5)
        .case();
    let matched = solve(&case);
    let unmet: f64 = matched.plan.unmet.iter().map(|it| it.1.0).sum();
    assert!((unmet - 6.0).abs() < 1e-6, "{unmet}");
    // A nurse hour meets two unmet hours at weight 2 (one of her own, one that a helper may then do).
    let nurse = matched.prices.iter().find(|it| it.staff.group.as_str() == "nurse").unwrap();
    assert!((nurse.more.weighted_unmet - 4.0).abs() < 1e-6, "{nurse:?}");
}

#[test]
fn hours_are_bought_only_where_need_would_be_unmet() {
    let case = washing().extra(staff("a", "home", "helper"), ExtraKind::Agency, 20.0, 500.0).case();
    // Helpers at level 1 could be bought for all 4 h that nurses at level 3 do; nurses are there, so none is.
    assert!(solve(&case).plan.extra.is_empty());
    let case = Tiny::new()
        .need(need("a", "home", "wash", Low), 10.0)
        .hours(staff("a", "home", "helper"), 6.0)
        .extra(staff("a", "home", "helper"), ExtraKind::Agency, 3.0, 500.0)
        .case();
    let matched = solve(&case);
    assert_eq!(matched.plan.objective.bought_dkk, 1500.0);
    assert_eq!(matched.plan.objective.weighted_unmet, 1.0);
}

#[test]
fn a_technology_goes_before_staff_and_is_paid_for_in_hours() {
    // Half of 10 h at most by screen, 0.2 nurse hours each: 5 h by screen, 1 nurse hour, 5 h by helpers.
    let case = washing().technology("screen", "wash", 0.5, 0.2, "nurse").case();
    let matched = solve(&case);
    let gap = &gap_by(&case, &matched.plan, Axis::Task)[0];
    assert_eq!((gap.technology.0, gap.staff.0, gap.unmet.0), (5.0, 5.0, 0.0));
    let nurse = matched.prices.iter().find(|it| it.staff.group.as_str() == "nurse").unwrap();
    assert_eq!(nurse.used.0, 1.0);
}

#[test]
fn idle_hours_next_door_help_only_when_lending_is_allowed() {
    let rule = Scope { pools: vec!["shared".into()], ..Scope::default() };
    let tiny = Tiny::new()
        .need(need("a", "home", "wash", Low), 10.0)
        .hours(staff("a", "home", "helper"), 0.0)
        .hours(staff("b", "home", "helper"), 8.0)
        .pool("shared", "helper", Reach::Distance, 1.0, 0.25)
        .binding("at-home", "lending_max", rule, Some(0.0));
    let matched = solve(&tiny.case());
    // 8 h lent less a quarter on the way: 6 of 10 h would be met.
    assert_eq!(matched.plan.objective.weighted_unmet, 10.0);
    assert_eq!(matched.binding_values[0].saved.weighted_unmet, 6.0);
}

#[test]
fn a_gap_is_explained_with_its_cheapest_remedies() {
    let nurses = Scope { groups: vec!["nurse".into()], tasks: vec!["wash".into()], ..Scope::default() };
    let mut tiny = washing()
        .binding("not-nurses", "forbid", nurses, None)
        .baseline("home", "wash", "helper", 1.0)
        .extra(staff("a", "home", "helper"), ExtraKind::Overtime, 0.0, 400.0);
    tiny.0.parameters.unmet_hour_dkk = Some(known(1000.0));
    let case = tiny.case();
    let answer = explain_gap(&case, &Options::default(), &"a".into(), &"helper".into()).unwrap();
    assert_eq!((answer.need, answer.unmet), (Hours(10.0), Hours(4.0)));
    let whys: Vec<&Why> = answer.reasons.iter().map(|it| &it.why).collect();
    assert!(whys.contains(&&Why::UsedUp { group: "helper".into() }), "{whys:?}");
    assert!(whys.contains(&&Why::Forbidden { group: "nurse".into(), binding: "not-nurses".into() }), "{whys:?}");
    assert!(whys.contains(&&Why::NoStaff { group: "ssa".into() }), "{whys:?}");
    // Lifting the binding meets all 4 h for nothing; 4 more helper hours cost 4 × 400 kr.
    assert_eq!(answer.ways[0].remedy, Remedy::LiftBinding("not-nurses".into()));
    assert_eq!((answer.ways[0].met, answer.ways[0].cost), (Hours(4.0), Some(Kroner(0.0))));
    assert_eq!((answer.ways[1].met, answer.ways[1].cost), (Hours(4.0), Some(Kroner(1600.0))));

    let error = explain_gap(&case, &Options::default(), &"nowhere".into(), &"helper".into()).unwrap_err();
    assert_eq!(error.to_string(), "the case has no place 'nowhere'");
}

#[test]
fn a_binding_that_cannot_be_lifted_is_refused() {
    let mut tiny = washing().binding("rule", "forbid", Scope::default(), None);
    tiny.0.bindings[0].in_force = false;
    let case = tiny.case();
    let lift = |id: &str| {
        let options = Options { lifted: [BindingId::from(id)].into(), ..Options::default() };
        match_tasks(&case, &options).unwrap_err().to_string()
    };
    assert_eq!(lift("rul"), "the case has no binding 'rul'");
    assert_eq!(lift("rule"), "binding 'rule' is not in force, so it cannot be lifted");
}

#[test]
fn the_gap_adds_up_on_every_axis() {
    let case = washing().need(need("b", "ward", "wound", High), 5.0).hours(staff("b", "ward", "nurse"), 2.0).case();
    let plan = solve(&case).plan;
    for axis in [Axis::Setting, Axis::Task, Axis::Competence, Axis::StaffGroup] {
        let gaps = gap_by(&case, &plan, axis);
        let sum = |part: fn(&Gap) -> f64| gaps.iter().map(part).sum::<f64>();
        assert_eq!(sum(|it| it.need.0), 15.0, "{axis:?}");
        assert_eq!(sum(|it| it.unmet.0), 3.0, "{axis:?}");
        // Wounds weigh 2, high complexity × 3.
        assert_eq!(sum(|it| it.weighted_unmet), 18.0, "{axis:?}");
    }
    let places = gap_by(&case, &plan, Axis::Place);
    assert_eq!(places[0].key, "dk");
    assert_eq!((places[0].need.0, places[0].unmet.0), (15.0, 3.0));
}

use super::common::*;
use leon_check::{Goal, Violation, check_match};
use leon_model::Complexity::High;
use leon_model::{Case, ExtraKind, Hours, MatchPlan, Objective, Reach};

/// Wounds at high complexity, 20 h: nurses of a 6 h (2 of them overtime), nurses by screen 4 h, a
/// technology 3 h, unmet 7 h. Today nurses do 0.3 × 20 = 6 h of it.
fn example() -> (Case, MatchPlan) {
    let wound = need("a", "home", "wound", High);
    let nurse = |place: &str| staff(place, "home", "nurse");
    let case = Tiny::new()
        .need(wound.clone(), 20.0)
        .hours(nurse("a"), 4.0)
        .hours(nurse("b"), 8.0)
        .extra(nurse("a"), ExtraKind::Overtime, 2.0, 450.0)
        .pool("screen", "nurse", Reach::Remote, 0.5, 0.0)
        .technology("chair", "wound", 0.5, 0.0, "nurse")
        .baseline("home", "wound", "nurse", 0.3)
        .case();
    let plan = plan()
        .staff(&wound, "nurse", 6.0)
        .remote(&wound, "nurse", "screen", 4.0)
        .technology(&wound, "chair", 3.0)
        .unmet(&wound, 7.0)
        .extra(nurse("a"), ExtraKind::Overtime, 2.0)
        .lend("screen", nurse("b"), None, 4.0);
    (case, plan)
}

#[test]
fn the_objective_is_added_up_again() {
    let (case, plan) = example();
    // Unmet 7 h × severity 2 × 3; 2 h × 450 kr.; (6 + 4) h × level 3; 10 h by nurses less 6 today.
    let verified = check_match(&case, &plan.worth(42.0, 900.0, 30.0, 4.0)).expect("legal");
    let objective = Objective { weighted_unmet: 42.0, bought_dkk: 900.0, level_hours: 30.0, moved_hours: 4.0 };
    assert_eq!(verified.objective, objective);
    let hours = (verified.staff_hours, verified.technology_hours, verified.unmet_hours);
    assert_eq!(hours, (Hours(10.0), Hours(3.0), Hours(7.0)));
}

#[test]
fn a_wrong_worth_is_named() {
    let (case, plan) = example();
    let wrong = [
        ([42.001, 900.0, 30.0, 4.0], Goal::WeightedUnmet, 42.001, 42.0),
        ([42.0, 899.0, 30.0, 4.0], Goal::BoughtDkk, 899.0, 900.0),
        ([42.0, 900.0, 0.0, 4.0], Goal::LevelHours, 0.0, 30.0),
        ([42.0, 900.0, 30.0, 4.1], Goal::MovedHours, 4.1, 4.0),
    ];
    for ([unmet, dkk, level, moved], goal, said, found) in wrong {
        let violations = check_match(&case, &plan.clone().worth(unmet, dkk, level, moved)).expect_err("wrong worth");
        assert_eq!(violations, [Violation::WrongObjective { goal, said, found }]);
    }
    let violations = check_match(&case, &plan.worth(f64::NAN, 900.0, 30.0, 4.0)).expect_err("no number");
    assert_eq!(
        violations[0].to_string(),
        "the plan says NaN severity-weighted unmet hours a week, but its rows give 42"
    );
}

#[test]
fn rows_for_the_complexity_come_before_rows_for_all() {
    let (case, plan) = example();
    let mut tables = case.into_tables();
    let mut own = tables.baseline[0].clone();
    own.complexity = Some(High);
    own.share = known(0.5);
    tables.baseline.push(own);
    // 10 h by nurses, 0.5 × 20 = 10 h today: nothing moved.
    assert!(check_match(&Tiny(tables).case(), &plan.worth(42.0, 900.0, 30.0, 0.0)).is_ok());
}

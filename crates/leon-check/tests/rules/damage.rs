//! A legal plan with one thing damaged is a plan that the check refuses, and for that reason.

use super::common::*;
use leon_check::{Violation, check_match};
use leon_model::Complexity::{High, Low};
use leon_model::*;
use proptest::prelude::*;

/// Hours drawn for a plan that uses every way of doing care.
#[derive(Clone, Debug)]
struct Drawn {
    washed: f64,
    delegated: f64,
    learned: f64,
    remote: f64,
    technology: f64,
    unmet: f64,
    bought: f64,
    lent: f64,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let hours = || (1u32..400).prop_map(|quarters| f64::from(quarters) / 4.0);
    (hours(), hours(), hours(), hours(), hours(), hours(), hours(), hours()).prop_map(
        |(washed, delegated, learned, remote, technology, unmet, bought, lent)| Drawn {
            washed,
            delegated,
            learned,
            remote,
            technology,
            unmet,
            bought,
            lent,
        },
    )
}

fn wash() -> NeedKey {
    need("a", "home", "wash", Low)
}

fn wound() -> NeedKey {
    need("a", "home", "wound", High)
}

/// The case in which the drawn hours are a plan on the edge: nothing at hand is left over.
fn on_the_edge(it: &Drawn) -> (Case, MatchPlan) {
    let at_a = |group: &str| staff("a", "home", group);
    let nurses_at_b = || staff("b", "home", "nurse");
    let ssas_at_b = || staff("b", "home", "ssa");
    let wounds = it.delegated + it.learned + it.remote + it.unmet;
    // SSAs at a: wash and delegated wounds; helpers: learned wounds + a quarter training; nurses at a: half
    // an hour's supervision for each delegated, a fifth of an hour for each by technology.
    let ssas = it.washed + it.delegated;
    let case = Tiny::new()
        .delegated("ssa", "clinical", "nurse", 0.5)
        .learned("helper", "clinical", 0.25)
        .need(wash(), it.washed + it.technology)
        .need(wound(), wounds)
        .hours(at_a("ssa"), (ssas - it.bought - 0.5 * it.lent).max(0.0))
        .hours(at_a("helper"), it.learned * 1.25)
        .hours(at_a("nurse"), it.delegated * 0.5 + it.technology * 0.2)
        .hours(nurses_at_b(), it.remote)
        .hours(ssas_at_b(), it.lent)
        .extra(at_a("ssa"), ExtraKind::Agency, it.bought, 500.0)
        .pool("screen", "nurse", Reach::Remote, 1.0, 0.0)
        .pool("bus", "ssa", Reach::Distance, 1.0, 0.5)
        .technology("chair", "wash", it.technology / (it.washed + it.technology), 0.2, "nurse")
        .baseline("home", "wash", "ssa", 1.0)
        .binding(
            "few-helpers",
            "hours_max",
            Scope { groups: vec!["helper".into()], ..Scope::default() },
            Some(it.learned),
        )
        .case();
    let (delegated, learned) = (Through::Delegated, Through::Learned);
    let plan = plan()
        .staff(&wash(), "ssa", it.washed)
        .staff_through(&wound(), "ssa", delegated, it.delegated)
        .staff_through(&wound(), "helper", learned, it.learned)
        .remote(&wound(), "nurse", "screen", it.remote)
        .technology(&wash(), "chair", it.technology)
        .unmet(&wound(), it.unmet)
        .extra(at_a("ssa"), ExtraKind::Agency, it.bought)
        .lend("screen", nurses_at_b(), None, it.remote)
        .lend("bus", ssas_at_b(), Some(at_a("ssa")), it.lent)
        .worth(
            6.0 * it.unmet, // severity 2 × 3
            500.0 * it.bought,
            2.0 * ssas + it.learned + 3.0 * it.remote,
            it.delegated + it.learned + it.remote, // nobody does wounds today
        );
    (case, plan)
}

/// One way to damage a plan, and whether a violation names it.
type Damage = (&'static str, fn(&mut MatchPlan), fn(&Violation) -> bool);

const DAMAGES: &[Damage] = &[
    ("care dropped", |it| drop(it.care.remove(0)), |it| matches!(it, Violation::NotCovered { .. })),
    ("unmet kept quiet", |it| it.unmet.clear(), |it| matches!(it, Violation::NotCovered { .. })),
    ("unmet made care", unmet_made_care, |it| matches!(it, Violation::OverCapacity { .. })),
    ("competence claimed", competence_claimed, |it| matches!(it, Violation::NoCompetence { .. })),
    ("hours negative", |it| it.care[0].hours = -it.care[0].hours, |it| matches!(it, Violation::NotAnAmount { .. })),
    ("need made up", |it| it.care[0].need.place = "q".into(), |it| matches!(it, Violation::UnknownNeed { .. })),
    ("technology stretched", technology_stretched, |it| matches!(it, Violation::TechnologyBeyondReach { .. })),
    (
        "loan to oneself",
        |it| it.lending[1].to = Some(it.lending[1].from.clone()),
        |it| matches!(it, Violation::BeyondReach { .. }),
    ),
    ("loan withheld", |it| drop(it.lending.remove(0)), |it| matches!(it, Violation::PoolOverdrawn { .. })),
    (
        "loan doubled",
        |it| it.lending[1].hours = it.lending[1].hours * 2.0,
        |it| matches!(it, Violation::LendsTooMuch { .. }),
    ),
    (
        "purchase doubled",
        |it| it.extra[0].hours = it.extra[0].hours * 2.0,
        |it| matches!(it, Violation::ExtraBeyondLimit { .. }),
    ),
    (
        "purchase of another kind",
        |it| it.extra[0].kind = ExtraKind::Overtime,
        |it| matches!(it, Violation::ExtraNotToBeHad { .. }),
    ),
    ("rule broken", unmet_to_helpers, |it| matches!(it, Violation::BindingBroken { .. })),
    (
        "unknown rule lifted",
        |it| it.lifted.extend([BindingId::from("q")]),
        |it| matches!(it, Violation::LiftedUnknown { .. }),
    ),
    (
        "worth embellished",
        |it| it.objective.weighted_unmet *= 0.99,
        |it| matches!(it, Violation::WrongObjective { goal: leon_check::Goal::WeightedUnmet, .. }),
    ),
];

fn unmet_made_care(plan: &mut MatchPlan) {
    plan.care[1].hours += plan.unmet.remove(0).1;
}

fn competence_claimed(plan: &mut MatchPlan) {
    plan.care[1].doer = Doer::Staff { group: "ssa".into(), through: Through::Held };
}

fn technology_stretched(plan: &mut MatchPlan) {
    let washed = plan.care.remove(0).hours;
    plan.care[3].hours += washed;
}

fn unmet_to_helpers(plan: &mut MatchPlan) {
    plan.care[2].hours += plan.unmet.remove(0).1;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_plan_is_refused_for_its_damage(drawn in drawn()) {
        let (case, plan) = on_the_edge(&drawn);
        prop_assert_eq!(check_match(&case, &plan).err(), None);
        for (name, damage, names_it) in DAMAGES {
            let mut damaged = plan.clone();
            damage(&mut damaged);
            let violations = check_match(&case, &damaged).err().unwrap_or_default();
            prop_assert!(violations.iter().any(names_it), "{}: {:?}", name, violations);
        }
    }

    /// The order of a plan's rows says nothing.
    #[test]
    fn rows_in_another_order_are_the_same_plan(drawn in drawn(), lift in any::<bool>()) {
        let (case, mut plan) = on_the_edge(&drawn);
        if lift {
            plan = plan.lift("few-helpers");
        }
        let before = check_match(&case, &plan).map(|it| it.staff_hours.to_minutes());
        plan.care.reverse();
        plan.lending.reverse();
        prop_assert_eq!(before, check_match(&case, &plan).map(|it| it.staff_hours.to_minutes()));
    }

    /// Any plan is answered: verified or refused, never a panic.
    #[test]
    fn any_plan_is_answered(drawn in drawn(), plan in super::any_plan::any_plan()) {
        let (case, _) = on_the_edge(&drawn);
        let answer = check_match(&case, &plan);
        prop_assert!(answer.is_err(), "these needs are not covered by chance: {:?}", answer);
    }
}

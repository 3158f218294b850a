//! Why goals are lost, by hand.

use super::tiny_day::*;
use leon_check::PartOf;
use leon_model::*;
use leon_route::{Because, WhyNot, explain_goals};

#[test]
fn a_late_visit_tells_where_its_carer_comes_from_and_who_else_could_come() {
    // w is done at 500 + 60 = 560; v is wanted by 540 and begins at 570, 30 minutes late. Bente could be there at 490.
    let day = TinyDay::new().carer("anna", "helper").carer("bente", "helper").carer("carl", "nurse");
    let day = day.with_carer(|it| it.competences.clear()).visit("w", "b", 60);
    let day = day.visit("v", "a", 30).with_slot(|it| it.competences = vec!["basic".into()]);
    let day = day.window(480, Some(540), 700).day();
    let plan = plan().route("anna", 480).at("w", 20, 60).at("v", 10, 30).home(10);
    let reasons = explain_goals(&day, &plan, 1).unwrap();
    let late = reasons.iter().find(|it| it.part.goal == Goal::Lateness).expect("v is late");
    assert_eq!(late.part.amount, 30.0);
    let after = Some(Doing::Visit { visit: "w".into(), slot: 0 });
    let start = clock(570);
    assert_eq!(late.because, Because::ComesFrom { after, free: clock(560), arrive: start, start });
    let others: Vec<_> = late.alternatives.iter().map(|it| it.carer.as_str()).collect();
    assert_eq!(others, ["bente", "carl"]);
    let WhyNot::Possible(outcome) = &late.alternatives[0].why_not else { panic!("Bente could") };
    assert_eq!(outcome.worse(Goal::Lateness), -30.0);
    assert!(matches!(late.alternatives[1].why_not, WhyNot::Hindered(_)));

    // Travel: o–b 20, b–a 10, a–o 10.
    let travel = reasons.iter().find(|it| matches!(it.part.of, PartOf::Travel { .. })).expect("anna travels");
    let Because::LongestWays(ways) = &travel.because else { panic!("{:?}", travel.because) };
    let minutes: Vec<_> = ways.iter().map(|(_, way)| way.0 / 60).collect();
    assert_eq!(minutes, [20, 10, 10]);
}

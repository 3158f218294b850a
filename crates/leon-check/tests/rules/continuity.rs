use super::common::*;
use super::{illegal, legal};
use leon_model::Complexity::{High, Low};

#[test]
fn those_who_coordinate_keep_their_share_of_staff_care() {
    let (wash, easy) = (need("a", "home", "wash", High), need("a", "home", "wash", Low));
    // Of 8 h staff care at high complexity, 0.25 × 8 = 2 h by nurse or SSA. What technology does is
    // not staff care, and the low complexity has no rule.
    let case = Tiny::new()
        .need(wash.clone(), 10.0)
        .need(easy.clone(), 5.0)
        .hours(staff("a", "home", "nurse"), 10.0)
        .hours(staff("a", "home", "ssa"), 10.0)
        .hours(staff("a", "home", "helper"), 20.0)
        .technology("chair", "wash", 1.0, 0.0, "helper")
        .continuity("home", High, &["nurse", "ssa"], 0.25)
        .case();
    let draft = || plan().technology(&wash, "chair", 2.0).staff(&easy, "helper", 5.0);
    legal(&case, draft().staff(&wash, "nurse", 1.0).staff(&wash, "ssa", 1.0).staff(&wash, "helper", 6.0));
    illegal(
        &case,
        draft().staff(&wash, "nurse", 1.0).staff(&wash, "helper", 7.0),
        &["home at a, high complexity: those who coordinate give 1 h a week, continuity asks 2 h"],
    );
    legal(&case, draft().unmet(&wash, 8.0)); // nobody there, nobody to know
}

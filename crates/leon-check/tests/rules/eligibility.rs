use super::common::*;
use super::{illegal, legal};
use leon_model::Complexity::{High, Low};
use leon_model::{Reach, Through};

#[test]
fn a_group_needs_the_competence_through_the_same_way() {
    let wound = need("a", "home", "wound", Low);
    let case = Tiny::new()
        .delegated("ssa", "clinical", "nurse", 0.1)
        .need(wound.clone(), 10.0)
        .hours(staff("a", "home", "nurse"), 20.0)
        .hours(staff("a", "home", "ssa"), 20.0)
        .case();
    legal(&case, plan().staff(&wound, "nurse", 10.0));
    legal(&case, plan().staff_through(&wound, "ssa", Through::Delegated, 10.0));
    illegal(
        &case,
        plan().staff(&wound, "ssa", 10.0),
        &["wound (low) in home at a: ssa may not use the competence clinical (held)"],
    );
}

#[test]
fn competence_follows_complexity() {
    let (easy, hard) = (need("a", "home", "wash", Low), need("a", "home", "wash", High));
    let mut tiny = Tiny::new().need(easy.clone(), 1.0).need(hard.clone(), 1.0).hours(staff("a", "home", "helper"), 2.0);
    tiny.0.tasks[0].competence_high = "clinical".into();
    let case = tiny.case();
    legal(&case, plan().staff(&easy, "helper", 1.0).unmet(&hard, 1.0));
    illegal(
        &case,
        plan().staff(&easy, "helper", 1.0).staff(&hard, "helper", 1.0),
        &["wash (high) in home at a: helper may not use the competence clinical (held)"],
    );
}

#[test]
fn rows_of_another_case_are_named() {
    let (wash, elsewhere) = (need("a", "home", "wash", Low), need("q", "home", "wash", Low));
    let case = Tiny::new().need(wash.clone(), 1.0).hours(staff("a", "home", "ssa"), 2.0).case();
    illegal(
        &case,
        plan().staff(&wash, "ssa", 1.0).staff(&elsewhere, "ssa", 1.0),
        &["wash (low) in home at q: the case has no such need"],
    );
    illegal(
        &case,
        plan().staff(&wash, "ssa", 0.5).technology(&wash, "robot", 0.5),
        &["the case has no technology robot"],
    );
    illegal(
        &case,
        plan().staff(&wash, "ssa", 1.0).lift("no-such-rule"),
        &["binding no-such-rule was lifted, but the case has no such binding"],
    );
}

#[test]
fn a_row_holds_some_hours_and_a_finite_number_of_them() {
    let wash = need("a", "home", "wash", Low);
    let case = Tiny::new().need(wash.clone(), 1.0).hours(staff("a", "home", "ssa"), 2.0).case();
    for (hours, word) in [(0.0, "0"), (f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
        illegal(
            &case,
            plan().staff(&wash, "ssa", hours).unmet(&wash, 1.0),
            &[&format!("a row of care has {word} h; a row must hold some hours, and a finite number of them")],
        );
    }
}

#[test]
fn a_technology_takes_over_its_share_of_its_tasks() {
    let (wash, wound) = (need("a", "home", "wash", Low), need("a", "home", "wound", Low));
    // 0.5 eligible × 0.5 adopted × 1 freed = a quarter of the 8 hours: 2.
    let mut tiny =
        Tiny::new().need(wash.clone(), 8.0).need(wound.clone(), 1.0).technology("chair", "wash", 0.5, 0.0, "ssa");
    if let Some(effect) = &mut tiny.0.technologies[0].effect {
        effect.adoption = known(0.5);
    }
    let mut claimed = tiny.0.technologies[0].clone();
    claimed.id = "claimed".into();
    claimed.effect = None;
    tiny.0.technologies.push(claimed);
    let case = tiny.case();

    legal(&case, plan().technology(&wash, "chair", 2.0).unmet(&wash, 6.0).unmet(&wound, 1.0));
    illegal(
        &case,
        plan().technology(&wash, "chair", 2.01).unmet(&wash, 5.99).unmet(&wound, 1.0),
        &["wash (low) in home at a: technology chair does 2.01 h a week, \
           but eligibility, adoption and freed share allow 2 h"],
    );
    // Two rows do not get the share twice.
    illegal(
        &case,
        plan().technology(&wash, "chair", 1.5).technology(&wash, "chair", 1.5).unmet(&wash, 5.0).unmet(&wound, 1.0),
        &["wash (low) in home at a: technology chair does 3 h a week, \
           but eligibility, adoption and freed share allow 2 h"],
    );
    illegal(
        &case,
        plan().unmet(&wash, 8.0).technology(&wound, "chair", 0.1).unmet(&wound, 0.9),
        &["wound (low) in home at a: technology chair does not take over this task here"],
    );
    illegal(
        &case,
        plan().technology(&wash, "claimed", 1.0).unmet(&wash, 7.0).unmet(&wound, 1.0),
        &["technology claimed has no known effect, so it cannot be planned with; a claim does not suffice"],
    );
}

#[test]
fn remote_care_needs_a_remote_task_a_remote_pool_its_group_and_a_member() {
    let (wash, wound) = (need("a", "home", "wash", Low), need("a", "home", "wound", Low));
    let mut tiny = Tiny::new()
        .need(wash.clone(), 1.0)
        .need(wound.clone(), 1.0)
        .hours(staff("b", "home", "nurse"), 10.0)
        .pool("screen", "nurse", Reach::Remote, 1.0, 0.0)
        .pool("bus", "nurse", Reach::Distance, 1.0, 0.0)
        .pool("there", "nurse", Reach::Remote, 1.0, 0.0)
        .pool("ward", "nurse", Reach::Remote, 1.0, 0.0)
        .held("helper", "clinical");
    tiny.0.pools[2].place = "b".into();
    tiny.0.pools[3].settings = vec!["ward".into()];
    let case = tiny.case();
    let lent = |pool| plan().lend(pool, staff("b", "home", "nurse"), None, 1.0);

    legal(&case, lent("screen").unmet(&wash, 1.0).remote(&wound, "nurse", "screen", 1.0));
    illegal(
        &case,
        lent("screen").remote(&wash, "nurse", "screen", 1.0).unmet(&wound, 1.0),
        &["wash (low) in home at a: the task cannot be done by screen"],
    );
    illegal(
        &case,
        lent("screen").unmet(&wash, 1.0).remote(&wound, "helper", "screen", 1.0),
        &["pool screen consists of nurse, not of helper"],
    );
    illegal(&case, plan().unmet(&wash, 1.0).remote(&wound, "nurse", "no-such", 1.0), &["the case has no pool no-such"]);
    illegal(
        &case,
        lent("there").unmet(&wash, 1.0).remote(&wound, "nurse", "there", 1.0),
        &["home at a does not take part in pool there"],
    );
    illegal(
        &case,
        plan().unmet(&wash, 1.0).remote(&wound, "nurse", "ward", 1.0),
        &[
            "home at a does not take part in pool ward",
            "pool ward works 1 h a week by screen, but after the loss on the way 0 h were lent to it",
        ],
    );
    illegal(
        &case,
        plan().unmet(&wash, 1.0).remote(&wound, "nurse", "bus", 1.0),
        &[
            "pool bus does not work by screen",
            "pool bus works 1 h a week by screen, but after the loss on the way 0 h were lent to it",
        ],
    );
}

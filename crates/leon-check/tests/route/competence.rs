use super::common::*;
use super::{illegal, legal};
use leon_model::{Mode, RoutePlan};

fn one_visit() -> TinyDay {
    TinyDay::new().carer("eva", "helper").visit("v1", "a", 20)
}

fn to_v1() -> RoutePlan {
    plan().route("eva", 480).at("v1", 10, 20).home(10)
}

#[test]
fn a_carer_holds_every_competence_of_the_slot() {
    let asks = |wanted: &[&str]| {
        let wanted = wanted.iter().map(|&it| it.into()).collect();
        let tiny = one_visit().with_slot(|it| it.competences = wanted).carer("ida", "nurse");
        tiny.with_carer(|it| it.competences = vec!["wound".into(), "lift".into()]).day()
    };
    legal(&asks(&["basic"]), to_v1());
    illegal(
        &asks(&["basic", "wound", "lift"]),
        to_v1(),
        &[
            "visit v1, slot 0: eva does not hold the competence wound",
            "visit v1, slot 0: eva does not hold the competence lift",
        ],
    );
}

#[test]
fn a_carer_is_of_an_allowed_group() {
    let allows = |groups: &[&str]| {
        let groups = groups.iter().map(|&it| it.into()).collect();
        one_visit().with_slot(|it| it.groups = groups).day()
    };
    legal(&allows(&[]), to_v1());
    legal(&allows(&["nurse", "helper"]), to_v1());
    illegal(&allows(&["nurse"]), to_v1(), &["visit v1, slot 0: eva is of group helper, but nurse may come"]);
}

#[test]
fn who_is_forbidden_does_not_come() {
    let without =
        |carer: &str| one_visit().carer("ida", "helper").with_visit(|it| it.forbidden = vec![carer.into()]).day();
    legal(&without("ida"), to_v1());
    illegal(&without("eva"), to_v1(), &["visit v1, slot 0: eva must not come"]);
}

#[test]
fn trainees_fill_trainee_slots_and_nobody_else_does() {
    let tiny = |carer, slot| one_visit().with_carer(|it| it.trainee = carer).with_slot(|it| it.trainee = slot).day();
    legal(&tiny(true, true), to_v1());
    illegal(&tiny(true, false), to_v1(), &["visit v1, slot 0: eva is a trainee, but the slot takes no trainee"]);
    illegal(&tiny(false, true), to_v1(), &["visit v1, slot 0: eva is no trainee, but the slot takes a trainee"]);
}

#[test]
fn visits_are_made_as_their_mode_asks() {
    let of_mode = |mode| {
        TinyDay::new()
            .carer("per", "nurse")
            .screen()
            .carer("eva", "helper")
            .visit("v1", "a", 20)
            .with_visit(|it| it.mode = mode)
    };
    let by_screen = || plan().route("eva", 480).by(None).at("v1", 0, 20);
    legal(&of_mode(Mode::Physical).day(), to_v1());
    legal(&of_mode(Mode::Either).day(), to_v1());
    legal(&of_mode(Mode::Either).screen().day(), by_screen());
    legal(&of_mode(Mode::Screen).screen().day(), by_screen());
    illegal(
        &of_mode(Mode::Screen).day(),
        to_v1(),
        &["visit v1, slot 0: eva works on the spot, but the visit is by screen"],
    );
    illegal(
        &of_mode(Mode::Physical).screen().day(),
        by_screen(),
        &["visit v1, slot 0: eva works by screen, but the visit is on the spot"],
    );
}

//! Each goal's value by hand, and the parts that it is made of.

use super::common::*;
use leon_check::{PartOf, check_route};
use leon_model::{Day, Goal, Goals, Minutes, Mode, Necessity, RoutePlan, Slot, Window};

#[track_caller]
fn worth(day: &Day, plan: &RoutePlan, goal: Goal, parts: &[(PartOf, f64)]) {
    let verdict = check_route(day, plan, None);
    assert_eq!(verdict.broken, []);
    let found: Vec<(PartOf, f64)> = verdict.parts_of(goal).map(|it| (it.of.clone(), it.amount)).collect();
    assert_eq!(found, parts);
    assert_eq!(verdict.value(goal), parts.iter().map(|it| it.1).sum::<f64>());
}

fn two_visits() -> TinyDay {
    TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).visit("v2", "a", 30)
}

fn both(wait: i64) -> RoutePlan {
    plan().route("eva", 480).at("v1", 10, 20).at("v2", 0, 30).wait(wait).home(10)
}

#[test]
fn left_out_counts_priorities_of_mandatory_visits() {
    let tiny = two_visits().with_visit(|it| it.necessity = Necessity::Mandatory { priority: 7 });
    let tiny = tiny.visit("v3", "b", 10).with_visit(|it| it.necessity = Necessity::Optional { worth: Minutes(9) });
    let day = tiny.day();
    let nobody = plan().leave_out("v1", 0).leave_out("v2", 0).leave_out("v3", 0);
    let left = |visit: &str| PartOf::VisitLeftOut { visit: visit.into() };
    worth(&day, &nobody, Goal::LeftOut, &[(left("v1"), 5.0), (left("v2"), 7.0)]);
    worth(&day, &nobody, Goal::PaidTime, &[(left("v3"), 9.0)]);
    worth(&day, &both(0).leave_out("v3", 0), Goal::LeftOut, &[]);
}

#[test]
fn lateness_counts_minutes_after_the_soft_closing() {
    let tiny = two_visits().with_visit(|it| {
        let window = |open, soft: i64, close, late_weight| Window {
            open: clock(open),
            soft_close: Some(clock(soft)),
            close: clock(close),
            late_weight,
        };
        it.windows = vec![window(500, 505, 519, 3.0), window(520, 530, 600, 1.0)];
    });
    let day = tiny.day();
    let late = |minutes| (PartOf::Late { visit: "v2".into(), slot: 0, carer: "eva".into() }, minutes);
    // Begins at 510, 5 minutes late × 3; at 520, where the second window opens; at 540, 10 minutes late.
    worth(&day, &both(0), Goal::Lateness, &[late(15.0)]);
    worth(&day, &both(10), Goal::Lateness, &[]);
    worth(&day, &both(30), Goal::Lateness, &[late(10.0)]);
}

#[test]
fn level_counts_minutes_above_the_lowest_level_that_may() {
    let nurse = || TinyDay::new().carer("ida", "nurse").visit("v1", "a", 20);
    let to_v1 = plan().route("ida", 480).at("v1", 10, 20).home(10);
    // Level 3 where a helper of level 1 may: 2 × 20.
    let above = (PartOf::AboveLowestLevel { visit: "v1".into(), slot: 0, carer: "ida".into() }, 40.0);
    worth(&nurse().carer("eva", "helper").day(), &to_v1, Goal::Level, &[above]);
    // Nobody lower is there, or may: by competence, forbidden, learning, or at a screen.
    worth(&nurse().day(), &to_v1, Goal::Level, &[]);
    let with_helper = || nurse().with_slot(|it| it.competences = vec!["basic".into()]).carer("eva", "helper");
    let helpers = [
        with_helper().with_carer(|it| it.competences.clear()),
        with_helper().with_visit(|it| it.forbidden = vec!["eva".into()]),
        with_helper().with_carer(|it| it.trainee = true),
        with_helper().screen(),
        with_helper().with_slot(|it| it.groups = vec!["nurse".into()]),
    ];
    for tiny in helpers {
        worth(&tiny.day(), &to_v1, Goal::Level, &[]);
    }
}

#[test]
fn paid_time_counts_travel_waiting_and_overtime_at_its_price() {
    let tiny = two_visits().with_shift(|it| (it.end, it.overtime_max) = (clock(540), Minutes(60)));
    let (carer, shift) = (|| "eva".into(), 0);
    // Travel 10 + 10; waiting 7; done at 480 + 10 + 20 + 7 + 30 + 10 = 557, 17 minutes × 300 ÷ 200.
    let parts = |overtime| {
        [
            (PartOf::Travel { carer: carer(), shift }, 20.0),
            (PartOf::Waiting { carer: carer(), shift }, 7.0),
            (PartOf::Overtime { carer: carer(), shift }, overtime),
        ]
    };
    let mut tables = tiny.0;
    worth(&Day::new(tables.clone()).expect("a day"), &both(7), Goal::PaidTime, &parts(25.5));
    // Without a price an ordinary minute.
    tables.groups[0].dkk_per_hour = leon_model::Kroner(0.0);
    worth(&Day::new(tables).expect("a day"), &both(7), Goal::PaidTime, &parts(17.0));
}

#[test]
fn paid_time_counts_unneeded_slots_of_visits_that_are_done() {
    let day = two_visits().and_slot(Slot { needed: false, ..slot(25) }, 0, 0).day();
    let travel = (PartOf::Travel { carer: "eva".into(), shift: 0 }, 20.0);
    let left = (PartOf::SlotLeftOut { visit: "v2".into(), slot: 1 }, 25.0);
    worth(&day, &both(0).leave_out("v2", 1), Goal::PaidTime, &[travel.clone(), left]);
    let without = plan().route("eva", 480).at("v1", 10, 20).home(10).leave_out("v2", 0).leave_out("v2", 1);
    worth(&day, &without, Goal::PaidTime, &[travel]);
}

#[test]
fn continuity_counts_new_faces_once_and_wishes_for_each_slot() {
    let tiny = |dementia, known: bool| {
        let mut tiny = two_visits().with_visit(|it| it.unwanted = vec!["eva".into()]);
        tiny.0.visits[0].wanted = vec!["eva".into()];
        tiny.0.citizens[0].dementia = dementia;
        tiny.0.citizens[0].faces = if known { vec![("eva".into(), 3)] } else { vec![("ida".into(), 3)] };
        tiny.0.continuity.wanted = 0.25;
        tiny.day()
    };
    let face = |amount| (PartOf::NewFace { citizen: "citizen-a".into(), carer: "eva".into() }, amount);
    let wanted = || (PartOf::Wanted { visit: "v1".into(), slot: 0, carer: "eva".into() }, -0.25);
    let unwanted = || (PartOf::Unwanted { visit: "v2".into(), slot: 0, carer: "eva".into() }, 1.0);
    // Both visits are to the same citizen: one new face.
    worth(&tiny(false, false), &both(0), Goal::Continuity, &[face(1.0), wanted(), unwanted()]);
    worth(&tiny(true, false), &both(0), Goal::Continuity, &[face(2.0), wanted(), unwanted()]);
    worth(&tiny(true, true), &both(0), Goal::Continuity, &[wanted(), unwanted()]);
}

#[test]
fn fairness_squares_the_burden_above_a_share() {
    let tiny = |before| {
        let tiny = two_visits().with_carer(|it| it.burden_before = Minutes(before));
        tiny.carer("ida", "helper").with_shift(|it| it.end = clock(480 + 60)).day()
    };
    // Slots 20 + 30 = 50 minutes for shifts of 240 + 60 = 300: u = 1/6. Eva: 50 care + 20 travel − 240 ÷ 6 = 30, and
    // what she carries; Ida: 0 − 60 ÷ 6 < 0. 30² ÷ 60 = 15; (30 + 30)² ÷ 60 = 60; nothing at −30.
    let above = |amount| (PartOf::AboveFairShare { carer: "eva".into() }, amount);
    worth(&tiny(0), &both(0), Goal::Fairness, &[above(15.0)]);
    worth(&tiny(30), &both(0), Goal::Fairness, &[above(60.0)]);
    worth(&tiny(-30), &both(0), Goal::Fairness, &[]);
}

#[test]
fn changes_count_slots_with_another_carer_or_time() {
    let mut tiny = two_visits().visit("v3", "a", 5).carer("ida", "helper");
    tiny.0.change_tolerance = Minutes(5);
    let day = tiny.day();
    let three = |wait| {
        plan()
            .route("eva", 480)
            .at("v1", 10, 20)
            .at("v2", 0, 30)
            .wait(wait)
            .home(10)
            .route("ida", 480)
            .at("v3", 10, 5)
            .home(10)
    };
    let changes = |plan: &RoutePlan, published: &RoutePlan| {
        let verdict = check_route(&day, plan, Some(published));
        let parts: Vec<PartOf> = verdict.parts_of(Goal::Changes).map(|it| it.of.clone()).collect();
        assert_eq!(verdict.value(Goal::Changes), parts.len() as f64);
        parts
    };
    let none: [PartOf; 0] = [];
    assert_eq!(changes(&three(5), &three(0)), none); // moved by just the tolerance
    let moved = PartOf::OtherTime { visit: "v2".into(), slot: 0, carer: "eva".into() };
    assert_eq!(changes(&three(6), &three(0)), [moved]);
    let alone = plan().route("ida", 480).at("v1", 10, 20).home(10).leave_out("v2", 0).leave_out("v3", 0);
    let other = |visit: &str, before: &str, now: Option<&str>| PartOf::OtherCarer {
        visit: visit.into(),
        slot: 0,
        before: before.into(),
        now: now.map(Into::into),
    };
    assert_eq!(
        changes(&alone, &three(0)),
        [other("v1", "eva", Some("ida")), other("v2", "eva", None), other("v3", "ida", None)]
    );
    // What was not in the published plan, or is no longer in the day, is no change.
    assert_eq!(changes(&three(0), &plan()), none);
    assert_eq!(changes(&three(0), &plan().route("eva", 480).at("v9", 0, 5)), none);
}

#[test]
fn levels_add_goals_with_their_weights() {
    let mut tiny = two_visits().with_visit(|it| it.mode = Mode::Either);
    tiny.0.goals = Goals {
        levels: vec![
            vec![(Goal::LeftOut, 1.0)],
            vec![(Goal::PaidTime, 2.0), (Goal::Continuity, 15.0)],
            vec![(Goal::Level, 1.0)],
        ],
    };
    // v2 (priority 5) left out; 20 minutes of travel × 2 + one new face × 15.
    let plan = plan().route("eva", 480).at("v1", 10, 20).home(10).leave_out("v2", 0);
    assert_eq!(check_route(&tiny.day(), &plan, None).levels, [5.0, 55.0, 0.0]);
}

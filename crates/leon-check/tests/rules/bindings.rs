use super::common::*;
use super::{illegal, legal};
use leon_model::Complexity::{High, Low};
use leon_model::{Case, KINDS, MatchPlan, NeedKey, Reach, Scope, TaskLevel, Through};

fn wash() -> NeedKey {
    need("a", "home", "wash", Low)
}

fn wound() -> NeedKey {
    need("a", "home", "wound", High)
}

/// Ten hours each of washing and wound care at a, enough hands of every group, one binding.
fn case(word: &str, scope: Scope, limit: Option<f64>) -> Case {
    Tiny::new()
        .learned("ssa", "clinical", 0.0)
        .need(wash(), 10.0)
        .need(wound(), 10.0)
        .hours(staff("a", "home", "nurse"), 20.0)
        .hours(staff("a", "home", "ssa"), 20.0)
        .hours(staff("b", "home", "ssa"), 20.0)
        .technology("chair", "wash", 1.0, 0.0, "ssa")
        .technology("robot", "wash", 1.0, 0.0, "ssa")
        .pool("bus", "ssa", Reach::Distance, 1.0, 0.0)
        .pool("train", "ssa", Reach::Distance, 1.0, 0.0)
        .binding("rule", word, scope, limit)
        .case()
}

/// Wound care with so many hours by learned SSAs, the rest by nurses; washing by SSAs.
fn wounds_by_ssa(hours: f64) -> MatchPlan {
    let rest = plan().staff(&wash(), "ssa", 10.0).staff(&wound(), "nurse", 10.0 - hours);
    if hours > 0.0 { rest.staff_through(&wound(), "ssa", Through::Learned, hours) } else { rest }
}

fn ssa() -> Scope {
    Scope { groups: vec!["ssa".into()], ..Scope::default() }
}

/// A new kind is tested here, by a test of its name, before it stands in this list.
#[test]
fn every_kind_has_its_test() {
    let words: Vec<&str> = KINDS.iter().map(|it| it.word).collect();
    assert_eq!(words, ["forbid", "forbid_technology", "share_max", "presence_min", "hours_max", "lending_max"]);
}

#[test]
fn forbid() {
    let case = case("forbid", Scope { tasks: vec!["wound".into()], ..ssa() }, None);
    legal(&case, wounds_by_ssa(0.0));
    illegal(&case, wounds_by_ssa(1.0), &["binding rule (forbid) in home at a: 1 h a week, at most 0 h allowed"]);
    legal(&case, wounds_by_ssa(1.0).lift("rule"));
}

#[test]
fn share_max() {
    // Of 20 h staff care, 0.6 × 20 = 12 h by SSAs: the 10 h of washing and 2 h of wounds.
    let case = case("share_max", ssa(), Some(0.6));
    legal(&case, wounds_by_ssa(2.0));
    illegal(&case, wounds_by_ssa(3.0), &["binding rule (share_max) in home at a: 13 h a week, at most 12 h allowed"]);
}

#[test]
fn the_share_is_of_all_staff_care_in_scope_and_of_no_other() {
    // Only wounds in scope: 0.2 × 10 = 2 h.
    let wounds = Scope { tasks: vec!["wound".into()], ..ssa() };
    let case = case("share_max", wounds, Some(0.2));
    legal(&case, wounds_by_ssa(2.0));
    illegal(&case, wounds_by_ssa(3.0), &["binding rule (share_max) in home at a: 3 h a week, at most 2 h allowed"]);
}

#[test]
fn through_narrows_what_is_counted_and_not_its_base() {
    // 0.1 × 20 h = 2 h learned.
    let learned = Scope { through: vec![Through::Learned], ..Scope::default() };
    let case = case("share_max", learned, Some(0.1));
    legal(&case, wounds_by_ssa(2.0));
    illegal(&case, wounds_by_ssa(2.5), &["binding rule (share_max) in home at a: 2.5 h a week, at most 2 h allowed"]);
}

#[test]
fn presence_min() {
    // At each complexity by itself: of 10 h at high complexity 0.75 × 10 = 7.5 h by nurses. At low
    // complexity nurses do none of the 10 h, which breaks it unless the scope leaves it out.
    let nurses = Scope { groups: vec!["nurse".into()], ..Scope::default() };
    let at_high = case("presence_min", Scope { complexities: vec![High], ..nurses.clone() }, Some(0.75));
    legal(&at_high, wounds_by_ssa(2.5));
    illegal(
        &at_high,
        wounds_by_ssa(3.0),
        &["binding rule (presence_min) in home at a, high complexity: 7 h a week, at least 7.5 h asked"],
    );
    illegal(
        &case("presence_min", nurses, Some(0.75)),
        wounds_by_ssa(2.5),
        &["binding rule (presence_min) in home at a, low complexity: 0 h a week, at least 7.5 h asked"],
    );
}

#[test]
fn hours_max() {
    let case = case("hours_max", ssa(), Some(11.0));
    legal(&case, wounds_by_ssa(1.0));
    illegal(&case, wounds_by_ssa(1.5), &["binding rule (hours_max) in home at a: 11.5 h a week, at most 11 h allowed"]);
}

#[test]
fn forbid_technology() {
    let case = case("forbid_technology", Scope { technologies: vec!["chair".into()], ..Scope::default() }, None);
    legal(&case, wounds_by_ssa(0.0));
    let with_chair = plan().technology(&wash(), "chair", 1.0).staff(&wash(), "ssa", 9.0).staff(&wound(), "nurse", 10.0);
    illegal(
        &case,
        with_chair.clone(),
        &["binding rule (forbid_technology) in home at a: 1 h a week, at most 0 h allowed"],
    );
    legal(&case, with_chair.lift("rule"));
}

#[test]
fn lending_max() {
    // 0.1 × 20 own hours at b.
    let case = case("lending_max", Scope { pools: vec!["bus".into()], ..Scope::default() }, Some(0.1));
    let lent =
        |hours| wounds_by_ssa(0.0).lend("bus", staff("b", "home", "ssa"), Some(staff("a", "home", "ssa")), hours);
    legal(&case, lent(2.0));
    illegal(&case, lent(3.0), &["binding rule (lending_max) in home at b, ssa: 3 h a week, at most 2 h allowed"]);
}

#[test]
fn a_scope_speaks_where_every_list_agrees() {
    let wounds = || Scope { tasks: vec!["wound".into()], ..ssa() };
    let places = |it: &str| Scope { places: vec![it.into()], ..wounds() };
    let settings = |it: &str| Scope { settings: vec![it.into()], ..wounds() };
    let levels = |it| Scope { task_levels: vec![it], ..wounds() };
    let complexities = |it| Scope { complexities: vec![it], ..wounds() };
    let competences = |it: &str| Scope { competences: vec![it.into()], ..wounds() };
    let through = |it| Scope { through: vec![it], ..wounds() };
    let scopes = [
        (wounds(), true),
        (places("a"), true),
        (places("dk"), true), // the place that a lies under
        (places("b"), false),
        (settings("home"), true),
        (settings("ward"), false),
        (levels(TaskLevel::Delimited), true),
        (levels(TaskLevel::OddJob), false),
        (complexities(High), true),
        (complexities(Low), false),
        (competences("clinical"), true),
        (competences("basic"), false),
        (through(Through::Learned), true),
        (through(Through::Held), false),
    ];
    for (scope, speaks) in scopes {
        let broken = ["binding rule (forbid) in home at a: 1 h a week, at most 0 h allowed"];
        let expected: &[&str] = if speaks { &broken } else { &[] };
        illegal(&case("forbid", scope, None), wounds_by_ssa(1.0), expected);
    }
}

#[test]
fn a_scope_names_technologies_and_pools() {
    let chair = plan().technology(&wash(), "chair", 1.0).staff(&wash(), "ssa", 9.0).staff(&wound(), "nurse", 10.0);
    let robots = Scope { technologies: vec!["robot".into()], ..Scope::default() };
    legal(&case("forbid_technology", robots, None), chair);

    let by_bus = wounds_by_ssa(0.0).lend("bus", staff("b", "home", "ssa"), Some(staff("a", "home", "ssa")), 3.0);
    let trains = Scope { pools: vec!["train".into()], ..Scope::default() };
    legal(&case("lending_max", trains, Some(0.1)), by_bus);
}

#[test]
fn what_is_not_in_force_binds_nobody_and_cannot_be_lifted() {
    let mut tables = case("forbid", ssa(), None).into_tables();
    tables.bindings[0].in_force = false;
    let case = Tiny(tables).case();
    legal(&case, wounds_by_ssa(1.0));
    illegal(&case, wounds_by_ssa(1.0).lift("rule"), &["binding rule was lifted, but it is not in force"]);
}

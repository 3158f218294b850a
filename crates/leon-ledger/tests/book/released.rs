use super::common::*;
use leon_ledger::{Account, Book, Minutes, NotComparable, Released, book_match, released};
use leon_model::Complexity::Low;
use leon_model::{Case, ExtraKind, MatchPlan, NeedKey};

fn wash() -> NeedKey {
    need("a", "home", "wash", Low)
}

/// Ten hours of washing; SSAs and helpers with ten hours each, and a chair that costs helpers 0.1.
fn case(hours: f64) -> Case {
    Tiny::new()
        .need(wash(), hours)
        .hours(staff("a", "home", "ssa"), 10.0)
        .hours(staff("a", "home", "helper"), 10.0)
        .extra(staff("a", "home", "ssa"), ExtraKind::Agency, 5.0, 500.0)
        .technology("chair", "wash", 1.0, 0.1, "helper")
        .case()
}

fn book(plan: MatchPlan) -> Book {
    book_match(&case(10.0), &plan).expect("a plan that fits its case")
}

fn lines(released: &Released) -> Vec<(Account, &str, i64)> {
    released.lines.iter().map(|it| (it.account, it.group.as_str(), it.minutes.0)).collect()
}

#[test]
fn a_technology_releases_care_and_costs_its_operation() {
    let without = book(plan().staff(&wash(), "ssa", 10.0));
    let with = book(plan().staff(&wash(), "ssa", 6.0).technology(&wash(), "chair", 4.0));
    let it = released(&without, &with).expect("the same needs");
    // 4 h of SSAs less 0.1 × 4 h = 24 minutes of helpers; idle time is the other side of it.
    assert_eq!(
        lines(&it),
        [
            (Account::Care, "ssa", 240),
            (Account::TechnologyOperation, "helper", -24),
            (Account::Idle, "helper", 24),
            (Account::Idle, "ssa", -240),
        ]
    );
    assert_eq!(it.minutes(), Minutes(216));
    assert_eq!(it.by_group(), [("helper".into(), Minutes(-24)), ("ssa".into(), Minutes(240))].into());
    assert_eq!((it.dropped_minutes(), it.gained_minutes()), (Minutes(0), Minutes(0)));
}

#[test]
fn hours_that_need_not_be_bought_stand_on_their_own_line() {
    let ssa = staff("a", "home", "ssa");
    let without = book(plan().staff(&wash(), "ssa", 10.0).extra(ssa.clone(), ExtraKind::Agency, 5.0));
    let with = book(plan().staff(&wash(), "ssa", 10.0));
    let it = released(&without, &with).expect("the same needs");
    assert_eq!(lines(&it), [(Account::Agency, "ssa", 300), (Account::Idle, "ssa", 300)]);
    assert_eq!(it.minutes(), Minutes(0)); // the same care by the same hands
}

#[test]
fn dropped_care_is_no_release() {
    let without = book(plan().staff(&wash(), "ssa", 6.0).staff(&wash(), "helper", 3.0).unmet(&wash(), 1.0));
    // SSAs give 4 h less, helpers 2 h less, but 3 h of those 6 are now unmet: 2 of theirs, 1 of helpers'.
    let with = book(
        plan()
            .staff(&wash(), "ssa", 2.0)
            .staff(&wash(), "helper", 1.0)
            .technology(&wash(), "chair", 3.0)
            .unmet(&wash(), 4.0),
    );
    let it = released(&without, &with).expect("the same needs");
    assert_eq!(it.dropped, [(wash(), Minutes(180))].into());
    // SSAs 240 − 120 = 120, helpers 120 − 60 = 60 less 18 for the chair.
    assert_eq!(it.by_group(), [("helper".into(), Minutes(42)), ("ssa".into(), Minutes(120))].into());

    // Only dropped: nothing released at all.
    let dropped = book(plan().staff(&wash(), "helper", 3.0).unmet(&wash(), 7.0));
    let it = released(&without, &dropped).expect("the same needs");
    assert_eq!((it.minutes(), it.dropped_minutes()), (Minutes(0), Minutes(360)));
}

#[test]
fn care_gained_is_told_apart_from_its_cost() {
    let without = book(plan().staff(&wash(), "ssa", 6.0).unmet(&wash(), 4.0));
    let with = book(plan().staff(&wash(), "ssa", 10.0));
    let it = released(&without, &with).expect("the same needs");
    assert_eq!(it.minutes(), Minutes(-240));
    assert_eq!(it.gained, [(wash(), Minutes(240))].into());
}

#[test]
fn unequal_needs_are_refused() {
    let nine = book_match(&case(9.0), &plan().staff(&wash(), "ssa", 9.0)).expect("a plan that fits its case");
    let ten = book(plan().staff(&wash(), "ssa", 10.0));
    let refusal = released(&ten, &nine).expect_err("unequal needs");
    assert_eq!(
        refusal.to_string(),
        "the needs differ in 1, first wash (low) in home at a: 600 minutes without, 540 with"
    );
    assert!(matches!(released(&Book::default(), &ten), Err(NotComparable::NeedsDiffer { count: 1, .. })));
}

#[test]
fn a_book_that_does_not_balance_is_refused() {
    let ten = book(plan().staff(&wash(), "ssa", 10.0));
    let torn = Book::new(ten.entries().iter().filter(|it| it.from != Account::Care).cloned());
    assert_eq!(
        released(&ten, &torn).map_err(|it| it.to_string()),
        Err("the book with the change does not balance: \
             cover (wash, low, home, a): 0 minutes entered and 600 left"
            .to_owned())
    );
}

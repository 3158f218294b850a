use super::common::*;
use leon_ledger::book_match;
use leon_model::Complexity::Low;
use leon_model::{MatchPlan, NeedKey, Reach};

fn wash() -> NeedKey {
    need("a", "home", "wash", Low)
}

#[test]
fn a_plan_that_does_not_fit_is_refused_in_words() {
    let case = Tiny::new()
        .need(wash(), 10.0)
        .hours(staff("a", "home", "ssa"), 8.0)
        .pool("screen", "ssa", Reach::Remote, 1.0, 0.5)
        .case();
    let elsewhere = need("q", "home", "wash", Low);
    let too_many = format!("{} h a week cannot be booked", 1e300);
    let cases: [(MatchPlan, &str); 12] = [
        (plan().staff(&elsewhere, "ssa", 1.0), "the case has no need wash (low) in home at q"),
        (plan().unmet(&elsewhere, 1.0), "the case has no need wash (low) in home at q"),
        (plan().technology(&wash(), "robot", 1.0), "the case has no technology robot with a known effect"),
        (plan().remote(&wash(), "ssa", "no-such", 1.0), "the case has no pool no-such"),
        (
            plan().unmet(&wash(), 10.0).lend("no-such", staff("a", "home", "ssa"), None, 1.0),
            "the case has no pool no-such",
        ),
        (plan().staff(&wash(), "doctor", 1.0), "doctor may not do wash (low), for its competence is not held"),
        (plan().staff(&wash(), "ssa", f64::NAN), "NaN h a week cannot be booked"),
        (plan().unmet(&wash(), -1.0), "-1 h a week cannot be booked"),
        (plan().unmet(&wash(), 1e300), &too_many),
        (plan().unmet(&wash(), 9.0), "wash (low) in home at a: 10 h a week needed, but 9 h done or unmet"),
        (plan().staff(&wash(), "ssa", 9.0).unmet(&wash(), 1.0), "ssa in home at a gives 1 h a week more than it has"),
        (
            plan().remote(&wash(), "ssa", "screen", 2.0).unmet(&wash(), 8.0).lend(
                "screen",
                staff("a", "home", "ssa"),
                None,
                2.0,
            ),
            "pool screen works 1 h a week more than was lent to it",
        ),
    ];
    for (plan, words) in cases {
        assert_eq!(book_match(&case, &plan).map_err(|it| it.to_string()), Err(words.to_owned()));
    }
}

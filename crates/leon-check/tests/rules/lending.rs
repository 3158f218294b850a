use super::common::*;
use super::{illegal, legal};
use leon_model::Complexity::Low;
use leon_model::{Case, Doer, MatchPlan, Reach, Through};

/// Ten nurse hours in each setting of each place, nothing to do but a wound that nobody tends.
fn case(reach: Reach) -> Case {
    Tiny::new()
        .need(need("a", "home", "wound", Low), 1.0)
        .hours(staff("a", "home", "nurse"), 10.0)
        .hours(staff("a", "ward", "nurse"), 10.0)
        .hours(staff("b", "home", "nurse"), 10.0)
        .pool("pool", "nurse", reach, 0.4, 0.0)
        .case()
}

fn lend(from: (&str, &str), to: Option<(&str, &str)>, hours: f64) -> MatchPlan {
    let nurse = |(place, setting): (&str, &str)| staff(place, setting, "nurse");
    plan().unmet(&need("a", "home", "wound", Low), 1.0).lend("pool", nurse(from), to.map(nurse), hours)
}

#[test]
fn a_member_lends_its_share_at_most() {
    let case = case(Reach::Distance);
    legal(&case, lend(("b", "home"), Some(("a", "home")), 4.0)); // 0.4 × 10 h
    illegal(
        &case,
        lend(("b", "home"), Some(("a", "home")), 4.1),
        &["nurse in home at b lends 4.1 h a week in pool pool, but at most 4 h of its own care hours"],
    );
}

#[test]
fn each_reach_has_its_borrowers() {
    let home_a_to = |to: &str, why: &str| format!("pool pool cannot lend from nurse in home at a to {to}: {why}");
    let same_place = "it reaches another setting of the same place";
    let distance = "it reaches the same setting of another place";
    let cases = [
        (Reach::SamePlace, Some(("a", "ward")), None),
        (Reach::SamePlace, Some(("b", "home")), Some(home_a_to("nurse in home at b", same_place))),
        (Reach::SamePlace, Some(("a", "home")), Some(home_a_to("nurse in home at a", same_place))),
        (Reach::SamePlace, None, Some(home_a_to("the pool as a whole", "the borrower is missing"))),
        (Reach::Distance, Some(("b", "home")), None),
        (Reach::Distance, Some(("a", "ward")), Some(home_a_to("nurse in ward at a", distance))),
        (Reach::Distance, Some(("b", "ward")), Some(home_a_to("nurse in ward at b", distance))),
        (Reach::Distance, None, Some(home_a_to("the pool as a whole", "the borrower is missing"))),
        (Reach::Remote, None, None),
        (
            Reach::Remote,
            Some(("b", "home")),
            Some(home_a_to("nurse in home at b", "a remote pool has no single borrower")),
        ),
    ];
    for (reach, to, expected) in cases {
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        illegal(&case(reach), lend(("a", "home"), to, 1.0), &expected);
    }
}

#[test]
fn distance_is_along_the_great_circle() {
    // 0.1° of latitude × 111.195 km = 11.1 km.
    let reach = |km| {
        let mut tables = case(Reach::Distance).into_tables();
        tables.pools[0].distance_km_max = Some(km);
        Tiny(tables).case()
    };
    let lent = || lend(("b", "home"), Some(("a", "home")), 1.0);
    legal(&reach(11.12), lent());
    illegal(
        &reach(11.0),
        lent(),
        &["pool pool cannot lend from nurse in home at b to nurse in home at a: 11.1 km apart, at most 11 km"],
    );
}

#[test]
fn only_members_lend_and_borrow() {
    let mut tables = case(Reach::Distance).into_tables();
    tables.pools[0].place = "b".into();
    let case = Tiny(tables).case();
    let row = |to: (&str, &str)| lend(("b", "home"), Some(to), 1.0);
    illegal(&case, row(("a", "home")), &["nurse in home at a is no member of pool pool"]);
    illegal(&case, row(("q", "home")), &["nurse in home at q is no member of pool pool"]);
    let wound = need("a", "home", "wound", Low);
    illegal(
        &case,
        plan().unmet(&wound, 1.0).lend("no-such", staff("b", "home", "nurse"), None, 1.0),
        &["the case has no pool no-such"],
    );
    illegal(
        &case,
        plan().unmet(&wound, 1.0).lend("pool", staff("b", "home", "ssa"), None, 1.0),
        &[
            "ssa in home at b: gives 1 h a week (lent out 1), but has 0 h of its own, 0 h bought and 0 h borrowed",
            "ssa in home at b is no member of pool pool",
            "ssa in home at b lends 1 h a week in pool pool, but at most 0 h of its own care hours",
        ],
    );
}

#[test]
fn a_remote_pool_works_with_what_was_lent_to_it() {
    let wound = need("a", "home", "wound", Low);
    // 2 h of care + 0.5 × 2 h of training = 3 h; 4 h lent × (1 − 0.25) = 3 h.
    let case = Tiny::new()
        .learned("helper", "clinical", 0.5)
        .need(wound.clone(), 2.0)
        .hours(staff("b", "home", "helper"), 10.0)
        .pool("screen", "helper", Reach::Remote, 0.5, 0.25)
        .case();
    let doer = Doer::Remote { group: "helper".into(), pool: "screen".into(), through: Through::Learned };
    let lent = |hours| plan().done(&wound, doer.clone(), 2.0).lend("screen", staff("b", "home", "helper"), None, hours);
    legal(&case, lent(4.0));
    illegal(
        &case,
        lent(3.6),
        &["pool screen works 3 h a week by screen, but after the loss on the way 2.7 h were lent to it"],
    );
    // What goes to a borrower does not reach the pool.
    let (from, to) = (staff("b", "home", "helper"), staff("a", "home", "helper"));
    illegal(
        &case,
        plan().done(&wound, doer, 2.0).lend("screen", from, Some(to), 4.0),
        &[
            "pool screen cannot lend from helper in home at b to helper in home at a: \
             a remote pool has no single borrower",
            "pool screen works 3 h a week by screen, but after the loss on the way 0 h were lent to it",
        ],
    );
}

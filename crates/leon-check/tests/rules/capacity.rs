use super::common::*;
use super::{illegal, legal};
use leon_model::Complexity::Low;
use leon_model::{Doer, ExtraKind, Reach, Through};

#[test]
fn care_fits_the_hours_at_hand() {
    let wash = need("a", "home", "wash", Low);
    let case = Tiny::new().need(wash.clone(), 10.0).hours(staff("a", "home", "ssa"), 8.0).case();
    legal(&case, plan().staff(&wash, "ssa", 8.0).unmet(&wash, 2.0));
    illegal(
        &case,
        plan().staff(&wash, "ssa", 8.5).unmet(&wash, 1.5),
        &["ssa in home at a: gives 8.5 h a week (care 8.5), but has 8 h of its own, 0 h bought and 0 h borrowed"],
    );
    // Without a capacity row nobody is there.
    illegal(
        &case,
        plan().staff(&wash, "nurse", 1.0).unmet(&wash, 9.0),
        &["nurse in home at a: gives 1 h a week (care 1), but has 0 h of its own, 0 h bought and 0 h borrowed"],
    );
}

#[test]
fn learning_is_paid_in_hours_of_the_learner() {
    let wound = need("a", "home", "wound", Low);
    // 8 h of care + 0.25 × 8 h of training = 10 h.
    let tiny = || Tiny::new().learned("ssa", "clinical", 0.25).need(wound.clone(), 8.0);
    let learned = || plan().staff_through(&wound, "ssa", Through::Learned, 8.0);
    legal(&tiny().hours(staff("a", "home", "ssa"), 10.0).case(), learned());
    illegal(
        &tiny().hours(staff("a", "home", "ssa"), 9.0).case(),
        learned(),
        &["ssa in home at a: gives 10 h a week (care 8, training 2), \
           but has 9 h of its own, 0 h bought and 0 h borrowed"],
    );
}

#[test]
fn delegation_is_paid_in_hours_of_the_delegator() {
    let wound = need("a", "home", "wound", Low);
    // 8 h delegated × 0.25 = 2 h of nurses.
    let tiny = || {
        Tiny::new()
            .delegated("ssa", "clinical", "nurse", 0.25)
            .need(wound.clone(), 8.0)
            .hours(staff("a", "home", "ssa"), 8.0)
    };
    let delegated = || plan().staff_through(&wound, "ssa", Through::Delegated, 8.0);
    legal(&tiny().hours(staff("a", "home", "nurse"), 2.0).case(), delegated());
    illegal(
        &tiny().hours(staff("a", "home", "nurse"), 1.0).case(),
        delegated(),
        &["nurse in home at a: gives 2 h a week (supervision 2), \
           but has 1 h of its own, 0 h bought and 0 h borrowed"],
    );
}

#[test]
fn technology_costs_hours_where_it_is_used() {
    let wash = need("a", "home", "wash", Low);
    // 10 h taken over × 0.2 = 2 h of helpers.
    let tiny = || Tiny::new().need(wash.clone(), 10.0).technology("chair", "wash", 1.0, 0.2, "helper");
    let taken = || plan().technology(&wash, "chair", 10.0);
    legal(&tiny().hours(staff("a", "home", "helper"), 2.0).case(), taken());
    illegal(
        &tiny().hours(staff("a", "ward", "helper"), 2.0).case(),
        taken(),
        &["helper in home at a: gives 2 h a week (technology 2), \
           but has 0 h of its own, 0 h bought and 0 h borrowed"],
    );
}

#[test]
fn bought_and_borrowed_hours_count_less_the_way() {
    let wash = need("a", "home", "wash", Low);
    // 5 own + 2 bought + 4 lent × (1 − 0.25) = 10 h; the lender keeps 4 of its 8.
    let case = Tiny::new()
        .need(wash.clone(), 10.5)
        .hours(staff("a", "home", "ssa"), 5.0)
        .hours(staff("b", "home", "ssa"), 8.0)
        .extra(staff("a", "home", "ssa"), ExtraKind::Overtime, 2.0, 400.0)
        .pool("bus", "ssa", Reach::Distance, 0.5, 0.25)
        .case();
    let helped = || {
        let there = staff("a", "home", "ssa");
        plan().extra(there.clone(), ExtraKind::Overtime, 2.0).lend("bus", staff("b", "home", "ssa"), Some(there), 4.0)
    };
    legal(&case, helped().staff(&wash, "ssa", 10.0).unmet(&wash, 0.5));
    illegal(
        &case,
        helped().staff(&wash, "ssa", 10.5),
        &["ssa in home at a: gives 10.5 h a week (care 10.5), but has 5 h of its own, 2 h bought and 3 h borrowed"],
    );
}

#[test]
fn supervision_of_remote_care_is_paid_where_the_need_is() {
    let wound = need("a", "home", "wound", Low);
    // 4 h by helpers of the pool, delegated by the nurses at a: 4 × 0.5 = 2 h of theirs.
    let tiny = || {
        Tiny::new()
            .delegated("helper", "clinical", "nurse", 0.5)
            .need(wound.clone(), 4.0)
            .hours(staff("b", "home", "helper"), 4.0)
            .pool("screen", "helper", Reach::Remote, 1.0, 0.0)
    };
    let doer = Doer::Remote { group: "helper".into(), pool: "screen".into(), through: Through::Delegated };
    let remote = || plan().done(&wound, doer.clone(), 4.0).lend("screen", staff("b", "home", "helper"), None, 4.0);
    legal(&tiny().hours(staff("a", "home", "nurse"), 2.0).case(), remote());
    illegal(
        &tiny().hours(staff("b", "home", "nurse"), 2.0).case(),
        remote(),
        &["nurse in home at a: gives 2 h a week (supervision 2), \
           but has 0 h of its own, 0 h bought and 0 h borrowed"],
    );
}

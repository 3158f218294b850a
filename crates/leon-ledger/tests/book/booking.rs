use super::common::*;
use leon_ledger::{Account, Book, Minutes, book_match};
use leon_model::Complexity::Low;
use leon_model::{Doer, ExtraKind, Reach, Through};

/// The entries in words, one a line.
fn entries(book: &Book) -> Vec<String> {
    book.entries().iter().map(|it| format!("{} -> {} {} ({})", it.from, it.to, it.minutes, it.keys)).collect()
}

#[test]
fn every_way_of_doing_care_is_booked() {
    let (wash, wound) = (need("a", "home", "wash", Low), need("a", "home", "wound", Low));
    // Wash 10 h: SSA 7, chair 3 (which costs helpers 0.5 × 3 = 1.5 h). Wounds 10 h: SSA delegated 4
    // (nurses 0.25 × 4 = 1 h), helper learned 2 (+ 0.5 × 2 = 1 h training), nurses of b by screen 1,
    // unmet 3. SSAs at a: 6 own + 2 overtime + 4 lent × 0.75 = 11 h for 7 + 4.
    let mut tiny = Tiny::new()
        .delegated("ssa", "clinical", "nurse", 0.25)
        .learned("helper", "clinical", 0.5)
        .need(wash.clone(), 10.0)
        .need(wound.clone(), 10.0)
        .hours(staff("a", "home", "nurse"), 1.5)
        .hours(staff("a", "home", "ssa"), 6.0)
        .hours(staff("a", "home", "helper"), 4.5)
        .hours(staff("b", "home", "ssa"), 4.0)
        .hours(staff("b", "home", "nurse"), 2.0)
        .extra(staff("a", "home", "ssa"), ExtraKind::Overtime, 2.0, 400.0)
        .pool("bus", "ssa", Reach::Distance, 1.0, 0.25)
        .pool("screen", "nurse", Reach::Remote, 1.0, 0.5)
        .technology("chair", "wash", 1.0, 0.5, "helper");
    // Nurses at b: 4 paid hours, half of them care.
    tiny.0.capacity[4].fte = known(4.0);
    tiny.0.capacity[4].net_care_share = known(0.5);
    let case = tiny.case();
    let plan = plan()
        .staff(&wash, "ssa", 7.0)
        .technology(&wash, "chair", 3.0)
        .staff_through(&wound, "ssa", Through::Delegated, 4.0)
        .staff_through(&wound, "helper", Through::Learned, 2.0)
        .remote(&wound, "nurse", "screen", 1.0)
        .unmet(&wound, 3.0)
        .extra(staff("a", "home", "ssa"), ExtraKind::Overtime, 2.0)
        .lend("bus", staff("b", "home", "ssa"), Some(staff("a", "home", "ssa")), 4.0)
        .lend("screen", staff("b", "home", "nurse"), None, 2.0);

    let book = book_match(&case, &plan).expect("a plan that fits its case");
    assert_eq!(
        entries(&book),
        [
            "cover -> need 600 (wash, low, home, a)",
            "technology -> cover 180 (wash, low, chair, home, a)",
            "cover -> need 600 (wound, low, home, a)",
            "unmet -> cover 180 (wound, low, home, a)",
            "paid -> at_hand 270 (helper, home, a)",
            "at_hand -> care 120 (helper, home, a)",
            "at_hand -> training 60 (helper, home, a)",
            "at_hand -> technology_operation 90 (helper, home, a)",
            "care -> cover 120 (wound, low, helper, home, a)",
            "paid -> at_hand 90 (nurse, home, a)",
            "at_hand -> supervision 60 (nurse, home, a)",
            "at_hand -> idle 30 (nurse, home, a)",
            "pool -> lent_in 60 (nurse, home, a, screen)",
            "lent_in -> care 60 (nurse, home, a, screen)",
            "care -> cover 60 (wound, low, nurse, home, a, screen)",
            "paid -> at_hand 360 (ssa, home, a)",
            "overtime -> at_hand 120 (ssa, home, a)",
            "at_hand -> care 660 (ssa, home, a)",
            "pool -> lent_in 180 (ssa, home, a, bus)",
            "lent_in -> at_hand 180 (ssa, home, a, bus)",
            "care -> cover 420 (wash, low, ssa, home, a)",
            "care -> cover 240 (wound, low, ssa, home, a)",
            "paid -> at_hand 240 (nurse, home, b)",
            "at_hand -> outside_care 120 (nurse, home, b)",
            "at_hand -> lent_out 120 (nurse, home, b, screen)",
            "lent_out -> pool 60 (nurse, home, b, screen)",
            "lent_out -> lost_on_the_way 60 (nurse, home, b, screen)",
            "paid -> at_hand 240 (ssa, home, b)",
            "at_hand -> lent_out 240 (ssa, home, b, bus)",
            "lent_out -> pool 180 (ssa, home, b, bus)",
            "lent_out -> lost_on_the_way 60 (ssa, home, b, bus)",
        ]
    );
    assert_eq!(book.balances(), Ok(()));
}

#[test]
fn a_remote_pool_pays_for_its_training_and_keeps_the_rest() {
    let wound = need("a", "home", "wound", Low);
    // 4 h lent × (1 − 0.25) = 3 h: 1 h of care, 0.5 h of training, 1.5 h left.
    let case = Tiny::new()
        .learned("helper", "clinical", 0.5)
        .need(wound.clone(), 1.0)
        .hours(staff("b", "home", "helper"), 4.0)
        .pool("screen", "helper", Reach::Remote, 1.0, 0.25)
        .case();
    let doer = Doer::Remote { group: "helper".into(), pool: "screen".into(), through: Through::Learned };
    let plan = plan().done(&wound, doer, 1.0).lend("screen", staff("b", "home", "helper"), None, 4.0);
    let book = book_match(&case, &plan).expect("a plan that fits its case");
    assert_eq!(
        entries(&book),
        [
            "pool -> idle 90 (helper, screen)",
            "cover -> need 60 (wound, low, home, a)",
            "pool -> lent_in 90 (helper, home, a, screen)",
            "lent_in -> care 60 (helper, home, a, screen)",
            "lent_in -> training 30 (helper, home, a, screen)",
            "care -> cover 60 (wound, low, helper, home, a, screen)",
            "paid -> at_hand 240 (helper, home, b)",
            "at_hand -> lent_out 240 (helper, home, b, screen)",
            "lent_out -> pool 180 (helper, home, b, screen)",
            "lent_out -> lost_on_the_way 60 (helper, home, b, screen)",
        ]
    );
    assert_eq!(book.balances(), Ok(()));
}

#[test]
fn a_needs_parts_add_up_to_the_minute() {
    let wash = need("a", "home", "wash", Low);
    let tenth = 10.0 / 60.0; // 10 minutes in three: 3⅓ each, and the minute left over to the first.
    let case = Tiny::new()
        .need(wash.clone(), tenth)
        .hours(staff("a", "home", "helper"), 1.0)
        .hours(staff("a", "home", "nurse"), 1.0)
        .hours(staff("a", "home", "ssa"), tenth / 3.0)
        .case();
    let third = |group: &str| (Doer::Staff { group: group.into(), through: Through::Held }, tenth / 3.0);
    let plan =
        ["nurse", "helper", "ssa"].into_iter().map(third).fold(plan(), |it, (doer, hours)| it.done(&wash, doer, hours));
    let book = book_match(&case, &plan).expect("a plan that fits its case");

    let by_group = book.by_group();
    let care = |group: &str| by_group[&group.into()].of(Account::Care).minutes();
    assert_eq!([care("helper"), care("nurse"), care("ssa")], [Minutes(4), Minutes(3), Minutes(3)]);
    // Helpers: 60 at hand, 56⅔ idle, which is 57; 4 + 57 is a minute too many.
    let helpers = &by_group[&"helper".into()];
    assert_eq!(helpers.of(Account::Idle).minutes(), Minutes(57));
    assert_eq!(helpers.of(Account::Rounding).net(), Minutes(-1));
    assert_eq!(book.balances(), Ok(()));
}

#[test]
fn trial_balances_by_place_setting_and_group_are_parts_of_the_whole() {
    let (here, there) = (need("a", "home", "wash", Low), need("b", "ward", "wash", Low));
    let case = Tiny::new()
        .need(here.clone(), 2.0)
        .need(there.clone(), 3.0)
        .hours(staff("a", "home", "ssa"), 4.0)
        .hours(staff("b", "ward", "helper"), 1.0)
        .case();
    let plan = plan().staff(&here, "ssa", 2.0).staff(&there, "helper", 1.0).unmet(&there, 2.0);
    let book = book_match(&case, &plan).expect("a plan that fits its case");

    let whole = book.trial_balance();
    assert_eq!(whole.of(Account::Need).minutes(), Minutes(300));
    assert_eq!(whole.of(Account::Unmet).minutes(), Minutes(120));
    assert_eq!(whole.of(Account::Idle).minutes(), Minutes(120));
    assert_eq!(whole.of(Account::Travel).minutes(), Minutes(0));
    let (places, settings, groups) = (book.by_place(), book.by_setting(), book.by_group());
    assert_eq!(places[&"a".into()].of(Account::Care).minutes(), Minutes(120));
    assert_eq!(settings[&"ward".into()].of(Account::Unmet).minutes(), Minutes(120));
    assert_eq!(groups[&"helper".into()].of(Account::Paid).minutes(), Minutes(60));
    for (account, turnover) in whole.iter() {
        assert_eq!(places.values().map(|it| it.of(account).minutes()).sum::<Minutes>(), turnover.minutes());
    }
}

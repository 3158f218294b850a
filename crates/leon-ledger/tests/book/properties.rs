use super::common::*;
use leon_ledger::{Account, Book, Minutes, book_match, released};
use leon_model::Complexity::{High, Low};
use leon_model::*;
use proptest::prelude::*;

/// Hours that seldom are whole minutes.
fn hours() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0001..40.0, 1 => (1u32..60).prop_map(|minutes| f64::from(minutes) / 120.0)]
}

/// Every way of doing care, at two places and complexities.
#[derive(Clone, Debug)]
struct Drawn {
    /// For each place and complexity: by nurse, SSA, helper, technology and nobody.
    washing: Vec<[f64; 5]>,
    /// For each place and complexity: by nurse, SSA delegated, helper learned, screen and nobody.
    wounds: Vec<[f64; 5]>,
    bought: f64,
    lent: f64,
    net_care_share: f64,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let table = || prop::collection::vec(prop::array::uniform5(hours()), 4);
    (table(), table(), hours(), hours(), 0.3..1.0).prop_map(|(washing, wounds, bought, lent, net_care_share)| Drawn {
        washing,
        wounds,
        bought,
        lent,
        net_care_share,
    })
}

fn cells(task: &'static str) -> impl Iterator<Item = NeedKey> {
    ["a", "b"].into_iter().flat_map(move |place| [Low, High].map(|it| need(place, "home", task, it)))
}

/// A case with hours enough, and the drawn plan.
fn case_and_plan(it: &Drawn) -> (Case, MatchPlan) {
    let mut tiny = Tiny::new()
        .delegated("ssa", "clinical", "nurse", 0.13)
        .learned("helper", "clinical", 0.29)
        .technology("chair", "wash", 1.0, 0.17, "helper")
        .pool("screen", "nurse", Reach::Remote, 1.0, 0.11)
        .pool("bus", "ssa", Reach::Distance, 1.0, 0.07)
        .extra(staff("a", "home", "ssa"), ExtraKind::Overtime, 50.0, 400.0);
    for place in ["a", "b"] {
        for group in ["nurse", "ssa", "helper"] {
            tiny = tiny.hours(staff(place, "home", group), 1000.0);
        }
    }
    for capacity in &mut tiny.0.capacity {
        capacity.net_care_share = known(it.net_care_share);
    }
    let mut plan = plan().extra(staff("a", "home", "ssa"), ExtraKind::Overtime, it.bought).lend(
        "bus",
        staff("b", "home", "ssa"),
        Some(staff("a", "home", "ssa")),
        it.lent,
    );
    for (wash, [nurse, ssa, helper, chair, unmet]) in cells("wash").zip(&it.washing) {
        tiny = tiny.need(wash.clone(), nurse + ssa + helper + chair + unmet);
        plan = plan.staff(&wash, "nurse", *nurse).staff(&wash, "ssa", *ssa).staff(&wash, "helper", *helper);
        plan = plan.technology(&wash, "chair", *chair).unmet(&wash, *unmet);
    }
    for (wound, [nurse, ssa, helper, screen, unmet]) in cells("wound").zip(&it.wounds) {
        tiny = tiny.need(wound.clone(), nurse + ssa + helper + screen + unmet);
        plan = plan.staff(&wound, "nurse", *nurse).staff_through(&wound, "ssa", Through::Delegated, *ssa);
        plan = plan.staff_through(&wound, "helper", Through::Learned, *helper);
        plan = plan.remote(&wound, "nurse", "screen", *screen).unmet(&wound, *unmet);
    }
    let by_screen: f64 = it.wounds.iter().map(|it| it[3]).sum();
    let plan = plan.lend("screen", staff("b", "home", "nurse"), None, by_screen / 0.89 + 0.25);
    (tiny.case(), plan)
}

fn book(it: &Drawn) -> Book {
    let (case, plan) = case_and_plan(it);
    book_match(&case, &plan).expect("a plan that fits its case")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_book_balances_and_holds_the_needs_to_the_minute(drawn in drawn()) {
        let (case, plan) = case_and_plan(&drawn);
        let book = book_match(&case, &plan).expect("a plan that fits its case");
        prop_assert_eq!(book.balances(), Ok(()));
        let needs = book.needs();
        for need in &case.needs {
            let minutes = needs.get(&need.key()).copied().unwrap_or_default();
            let off = minutes.0 as f64 - need.hours_per_week.value * 60.0;
            prop_assert!(off.abs() < 0.5 + 1e-5, "{} min for {} h", minutes, need.hours_per_week.value);
        }
    }

    /// No entry of care lies a minute or more from the plan's hours.
    #[test]
    fn rounding_moves_no_part_by_a_minute(drawn in drawn()) {
        let book = book(&drawn);
        for (need, parts) in cells("wash").zip(&drawn.washing) {
            for (group, hours) in ["nurse", "ssa", "helper"].into_iter().zip(parts) {
                let of_part = |it: &&leon_ledger::Entry| {
                    it.to == Account::Cover && it.keys.need().as_ref() == Some(&need) && it.keys.group == Some(group.into())
                };
                let minutes: Minutes = book.entries().iter().filter(of_part).map(|it| it.minutes).sum();
                prop_assert!((minutes.0 as f64 - hours * 60.0).abs() < 1.0 + 1e-6, "{} min for {} h", minutes, hours);
            }
        }
    }

    #[test]
    fn the_order_of_rows_says_nothing(drawn in drawn(), seed in any::<u64>()) {
        let (case, mut plan) = case_and_plan(&drawn);
        let before = book_match(&case, &plan);
        // Sorted by a scrambled index: another order for each seed.
        let scrambled = |at: usize| (at as u64 + 1).wrapping_mul(seed | 1).rotate_left(23);
        let mut care: Vec<_> = plan.care.into_iter().enumerate().collect();
        care.sort_by_key(|(at, _)| scrambled(*at));
        plan.care = care.into_iter().map(|(_, it)| it).collect();
        plan.unmet.reverse();
        plan.lending.reverse();
        let mut tables = case.into_tables();
        tables.needs.reverse();
        tables.capacity.reverse();
        prop_assert_eq!(before, book_match(&Tiny(tables).case(), &plan));
    }

    #[test]
    fn a_book_reads_back_from_its_rows(drawn in drawn()) {
        let book = book(&drawn);
        prop_assert_eq!(Book::from_rows(book.rows()), Ok(book));
    }

    #[test]
    fn nothing_is_released_by_nothing(drawn in drawn()) {
        let book = book(&drawn);
        prop_assert_eq!(released(&book, &book), Ok(leon_ledger::Released::default()));
    }

    /// What one change releases, its reversal costs, when no care is dropped or gained.
    #[test]
    fn the_reversal_of_a_change_costs_what_it_released(drawn in drawn(), at in 0usize..4) {
        let mut other = drawn.clone();
        other.washing[at].swap(0, 3); // what the nurse did, the chair does
        let (without, with) = (book(&drawn), book(&other));
        let (there, back) = (released(&without, &with), released(&with, &without));
        let (there, back) = (there.expect("the same needs"), back.expect("the same needs"));
        // Whole minutes may move unmet care by one.
        let shift = there.dropped_minutes() + there.gained_minutes();
        prop_assert!(shift <= Minutes(1));
        prop_assert!((there.minutes() + back.minutes()).0.abs() <= shift.0);
    }

    /// Taking minutes from any entry unbalances the book.
    #[test]
    fn no_minute_goes_astray_unseen(drawn in drawn(), at in any::<prop::sample::Index>()) {
        let book = book(&drawn);
        let mut entries = book.entries().to_vec();
        at.get_mut(&mut entries).minutes += Minutes(1);
        prop_assert!(Book::new(entries).balances().is_err());
    }

    /// Staff time in is staff time out: paid and bought = used + idle ± rounding.
    #[test]
    fn what_is_paid_is_accounted_for(drawn in drawn()) {
        let balance = book(&drawn).trial_balance();
        let paid: Minutes = [Account::Paid, Account::Overtime].map(|it| balance.of(it).minutes()).into_iter().sum();
        let used = balance.iter().filter(|(account, _)| account.is_staff_time_used());
        let used: Minutes = used.map(|(_, turnover)| turnover.minutes()).sum();
        let rest = balance.of(Account::Idle).minutes() + balance.of(Account::Rounding).net();
        prop_assert_eq!(paid, used + rest);
    }

    /// Any plan is answered: booked so that it balances, or refused, never a panic.
    #[test]
    fn any_plan_is_answered(drawn in drawn(), plan in super::any_plan::any_plan(), covers in any::<bool>()) {
        let (case, mut booked) = case_and_plan(&drawn);
        if covers {
            booked.extra.extend(plan.extra);
            booked.lending.extend(plan.lending);
        } else {
            booked = plan;
        }
        if let Ok(book) = book_match(&case, &booked) {
            prop_assert_eq!(book.balances(), Ok(()));
        }
    }
}

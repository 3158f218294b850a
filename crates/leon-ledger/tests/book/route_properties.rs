//! What holds for the book of any plan of visits.

use super::tiny_day::*;
use leon_ledger::{Account, Minutes, Released, book_route, released};
use leon_model::*;
use proptest::prelude::*;

/// A visit drawn: seconds of travel, seconds waited, minutes there, minutes that are usual.
type Drawn = (i64, i64, i64, i64);

/// For each carer (helper, nurse, nurse at a screen): visits, seconds home, seconds idle at the end.
type DrawnCarer = (Vec<Drawn>, i64, i64);

fn carers() -> impl Strategy<Value = Vec<DrawnCarer>> {
    let visits = prop::collection::vec((0_i64..2000, 0_i64..1000, 1_i64..60, 1_i64..60), 0..6);
    prop::collection::vec((visits, 0_i64..2000, -900_i64..2000), 3)
}

/// A day in which the plan ends as drawn before or after each shift's end, and a visit that nobody makes.
fn day_and_plan(drawn: &[DrawnCarer], usual: bool) -> (Day, RoutePlan) {
    let (mut tiny, mut plan) = (TinyDay::new(), plan());
    let mut groups = ["helper", "nurse", "nurse"].into_iter().zip(["eva", "ida", "per"]);
    for (visits, home, idle) in drawn {
        let (group, carer) = groups.next().expect("three carers");
        tiny = tiny.carer(carer, group).pause(485, 485, 30, None);
        if carer == "per" {
            tiny = tiny.screen();
        }
        plan = plan.route(carer, 485).pause(0, 0, 30);
        for (count, &(travel, wait, takes, asked)) in (1..).zip(visits) {
            let id = format!("{carer}{count}");
            tiny = tiny.visit(&id, "a", asked).with_visit(|it| it.mode = Mode::Either);
            tiny = tiny.with_slot(|it| it.duration_by_group = vec![(group.into(), Minutes(takes))]);
            let takes = if usual { asked } else { takes };
            let route = plan.routes.last_mut().expect("a route");
            let (arrive, travel) = (route.done + Seconds(travel), Seconds(travel));
            let start = arrive + Seconds(wait);
            let end = start + Seconds(takes * 60);
            let doing = Doing::Visit { visit: id.as_str().into(), slot: 0 };
            route.stops.push(Stop { doing, travel, arrive, start, end });
            route.done = end;
        }
        let route = plan.routes.last_mut().expect("a route");
        route.travel_home = Seconds(*home);
        route.done = route.done + route.travel_home;
        let end = route.done + Seconds((*idle).max(-600));
        tiny = tiny.with_shift(|it| it.end = end.max(clock(515)));
    }
    (tiny.visit("left", "c", 17).day(), plan.leave_out("left", 0))
}

fn book(day: &Day, plan: &RoutePlan) -> leon_ledger::Book {
    book_route(day, plan, &"aarhus".into(), &"home_care".into()).expect("a plan that fits its day")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_days_book_balances_to_the_minute_without_rounding(drawn in carers()) {
        let (day, plan) = day_and_plan(&drawn, false);
        let book = book(&day, &plan);
        prop_assert_eq!(book.balances(), Ok(()));
        let whole = book.trial_balance();
        prop_assert_eq!(whole.of(Account::Rounding).minutes(), Minutes(0));

        let asked: i64 = day.visits.iter().map(|it| it.slots[0].duration.0).sum();
        prop_assert_eq!(whole.of(Account::Need).minutes(), Minutes(asked));
        prop_assert_eq!(whole.of(Account::Unmet).minutes(), Minutes(17));
        let at_citizens: i64 = drawn.iter().flat_map(|it| &it.0).map(|it| it.2).sum();
        prop_assert_eq!(whole.of(Account::Care).minutes(), Minutes(at_citizens));

        // Each of three shifts moves travel by less than a minute.
        let travel: i64 = plan.routes.iter().map(|it| {
            it.travel_home.0 + it.stops.iter().map(|it| it.travel.0).sum::<i64>()
        }).sum();
        let off = whole.of(Account::Travel).minutes().0 * 60 - travel;
        prop_assert!(off.abs() < 3 * 60, "{} s", off);
        for (group, balance) in book.by_group() {
            let of = |account| balance.of(account).minutes();
            prop_assert_eq!(
                of(Account::Paid) + of(Account::Overtime),
                of(Account::Care) + of(Account::Travel) + of(Account::Waiting) + of(Account::Idle),
                "{}", group
            );
        }
    }

    #[test]
    fn the_order_of_routes_says_nothing_and_nothing_is_released_by_it(drawn in carers()) {
        let (day, plan) = day_and_plan(&drawn, false);
        let mut turned = plan.clone();
        turned.routes.reverse();
        let (one, other) = (book(&day, &plan), book(&day, &turned));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(released(&one, &other), Ok(Released::default()));
    }

    /// Care at its usual pace instead: the care line is the difference of the minutes, whoever is quicker.
    #[test]
    fn pace_is_released_as_care(drawn in carers()) {
        let ((day, plan), (_, usual)) = (day_and_plan(&drawn, false), day_and_plan(&drawn, true));
        let (own, usual) = (book(&day, &plan), book(&day, &usual));
        let there = released(&own, &usual).expect("the same needs");
        let back = released(&usual, &own).expect("the same needs");
        prop_assert_eq!(there.minutes(), -back.minutes());
        let care: i64 = there.lines.iter().filter(|it| it.account == Account::Care).map(|it| it.minutes.0).sum();
        let expected: i64 = drawn.iter().flat_map(|it| &it.0).map(|it| it.2 - it.3).sum();
        prop_assert_eq!(care, expected);
    }
}

use crate::ward::{MONDAY, daily_rest, duties, off, pack, period, published, tables};
use leon_check::check_roster;
use leon_formats::period::{EXAMPLE, read_period};
use leon_model::{Published, RosterGoal, Strength};
use leon_roster::{ChangeError, Iterations, RosterOptions, Swap, SwapAsk, plan_roster, swaps};

fn told(swap: &Swap) -> Vec<String> {
    swap.handovers.iter().map(|it| format!("{}>{} {}{}", it.from, it.to, it.date - MONDAY, it.work.shift)).collect()
}

#[test]
fn two_swap_and_the_wish_decides_with_whom() {
    // a wants to be rid of Monday. With b a works on Tuesday, with c on Wednesday, which c wished to be off.
    let mut it = tables("abc");
    it.wishes = vec![off("c", 2, Strength::Soft(1.0))];
    let (period, known) = (period(it), published(&["a0d", "b1d", "c2d"]));
    let ask = SwapAsk { people_max: 2, ..SwapAsk::of_duty("a".into(), MONDAY, 5) };
    let found = swaps(&period, &known, &ask).unwrap();
    // Four dates change: 400. c's wish, refused now, is granted: 200 less.
    assert_eq!(told(&found[0]), ["a>c 0d", "c>a 2d"]);
    assert_eq!(found[0].levels, [0.0, 200.0]);
    assert_eq!(told(&found[1]), ["a>b 0d", "b>a 1d"]);
    assert_eq!(found[1].levels, [0.0, 400.0]);
    assert_eq!(duties(&found[0].roster), ["a2d", "b1d", "c0d"]);
    assert_eq!(found[0].effects[1].granted, ["c-2".into()]);
    // With b, and for a duty on Wednesday: b and c must both be in it.
    let ask = SwapAsk { with: Some("b".into()), takes: Some(MONDAY + 2), ..SwapAsk::of_duty("a".into(), MONDAY, 1) };
    assert_eq!(told(&swaps(&period, &known, &ask).unwrap()[0]), ["a>b 0d", "b>c 1d", "c>a 2d"]);
}

#[test]
fn three_swap_where_no_two_can() {
    // a cannot work on Tuesday, so not with b alone; c cannot work on Monday, so not with c alone. b takes Monday, c
    // Tuesday, a Wednesday.
    let mut it = tables("abc");
    it.wishes = vec![off("a", 1, Strength::Hard), off("c", 0, Strength::Hard)];
    let (period, known) = (period(it), published(&["a0d", "b1d", "c2d"]));
    let ask = SwapAsk::of_duty("a".into(), MONDAY, 5);
    assert!(swaps(&period, &known, &SwapAsk { people_max: 2, ..ask.clone() }).unwrap().is_empty());
    let found = swaps(&period, &known, &ask).unwrap();
    let all: Vec<_> = found.iter().map(told).collect();
    assert_eq!(all, [["a>b 0d", "b>c 1d", "c>a 2d"]]);
    assert_eq!(duties(&found[0].roster), ["a2d", "b0d", "c1d"]);
}

#[test]
fn rest_is_kept_and_the_date_can_be_the_same() {
    // b's evening before leaves 8 hours before a day; c swaps evening for day on the date itself.
    let mut it = tables("abc");
    it.packs = vec![pack(vec![daily_rest()])];
    let (period, known) = (period(it), published(&["a1d", "b0e", "b2d", "c1e"]));
    let found = swaps(&period, &known, &SwapAsk::of_duty("a".into(), MONDAY + 1, 9)).unwrap();
    assert!(!found.is_empty());
    // Two dates change with c. With b, what b gives must be Monday's evening, or b has too little rest.
    assert_eq!(told(&found[0]), ["a>c 1d", "c>a 1e"]);
    assert_eq!(found[0].levels, [0.0, 200.0]);
    let with_b = found.iter().map(told).find(|it| it[0] == "a>b 1d" && it.len() == 2).unwrap();
    assert_eq!(with_b[1], "b>a 0e");
}

#[test]
fn what_cannot_be_swapped_is_refused() {
    let (period, known) = (period(tables("ab")), published(&["a0d", "b1d"]));
    let ask =
        |person: &str, day: i32| swaps(&period, &known, &SwapAsk::of_duty(person.into(), MONDAY + day, 1)).unwrap_err();
    assert_eq!(ask("x", 0), ChangeError::UnknownPerson { person: "x".into() });
    assert_eq!(ask("a", 1), ChangeError::NoDuty { person: "a".into(), date: MONDAY + 1 });
}

#[test]
fn swaps_in_a_ward_break_nothing_and_keep_the_cover() {
    let period = read_period("period.json", EXAMPLE).period.unwrap();
    let roster = plan_roster(&period, &RosterOptions::new(&Iterations(200_000))).unwrap().roster;
    let known = Published { roster, changes_told: (period.first + 7).midnight() };
    let before = check_roster(&period, &known.roster, None);
    let duties: Vec<_> = known.roster.assignments.iter().filter(|it| it.date > period.first + 14).step_by(37).collect();
    let mut seen = 0;
    for duty in duties.into_iter().take(4) {
        let ask = SwapAsk { days: 7, ..SwapAsk::of_duty(duty.person.clone(), duty.date, 4) };
        let found = swaps(&period, &known, &ask).unwrap();
        assert_eq!(found, swaps(&period, &known, &ask).unwrap());
        for swap in found {
            seen += 1;
            let after = check_roster(&period, &swap.roster, None);
            assert!(after.broken.len() <= before.broken.len(), "{:?}", after.broken);
            assert!(after.value(RosterGoal::Cover) <= before.value(RosterGoal::Cover) + 1e-6);
            // As many duties as before; whoever gives one takes one.
            assert_eq!(swap.roster.assignments.len(), known.roster.assignments.len());
            let last = swap.handovers.last().unwrap();
            assert_eq!((&swap.handovers[0].from, &last.to), (&duty.person, &duty.person));
            assert!(swap.handovers.windows(2).all(|it| it[0].to == it[1].from));
        }
    }
    assert!(seen > 0, "the ward has some swaps");
}

//! Plans of visits, booked by hand.

use super::tiny_day::*;
use leon_ledger::{Account, Book, Minutes, NotComparable, book_route, released};
use leon_model::{Complexity, Day, Mode, Moment, PauseKind, RoutePlan, Seconds, Slot};

fn book(day: &Day, plan: &RoutePlan) -> Book {
    let book = book_route(day, plan, &"aarhus".into(), &"home_care".into()).expect("a plan that fits its day");
    assert_eq!(book.balances(), Ok(()));
    book
}

/// The entries in words, one a line; all are of the same place and setting.
fn entries(book: &Book) -> Vec<String> {
    let words = |keys: String| keys.replace(", home_care, aarhus", "");
    book.entries()
        .iter()
        .map(|it| format!("{} -> {} {} ({})", it.from, it.to, it.minutes, words(it.keys.to_string())))
        .collect()
}

fn task(tiny: TinyDay, task: &str, complexity: Complexity) -> TinyDay {
    tiny.with_visit(|it| it.task = Some((task.into(), complexity)))
}

#[test]
fn every_minute_of_every_shift_is_booked() {
    // Eva: leaves at 490, 10 to a, washes 20, waits 5, unpaid break 30, 10 + 15 at b, 20 home: done at 600, and is
    // there from 480 to 590: 110 − 30 = 80 paid, 10 overtime; 10 idle before she leaves.
    // 80 + 10 = 35 care + 40 travel + 5 waiting + 10 idle.
    let tiny = TinyDay::new().carer("eva", "helper").pause(480, 590, 30, None);
    let tiny = tiny.with_shift(|it| (it.end, it.overtime_max) = (clock(590), leon_model::Minutes(10)));
    // Ida, at her screen from 480 to 720: a visit of 20 in 8, a paid meeting of 60, a paid break of 15.
    let tiny = tiny.carer("ida", "nurse").screen().pause(480, 720, 60, None).pause(480, 720, 15, None);
    let tiny = tiny.with_shift(|it| {
        it.pauses.iter_mut().for_each(|it| it.paid = true);
        it.pauses[0].kind = PauseKind::Appointment;
    });
    // Per, a nurse with nothing to do, has his meeting all the same.
    let tiny = tiny.carer("per", "nurse").pause(480, 720, 60, None).with_shift(|it| {
        it.pauses[0].kind = PauseKind::Appointment;
        it.pauses[0].paid = true;
    });
    let tiny = task(tiny.visit("v1", "a", 20), "wash", Complexity::Low);
    let tiny = task(tiny.visit("v2", "b", 10), "wash", Complexity::Low)
        .with_slot(|it| it.duration_by_group = vec![("helper".into(), leon_model::Minutes(15))]);
    let tiny = task(tiny.visit("v3", "b", 20), "talk", Complexity::High)
        .with_slot(|it| it.duration_by_screen = Some(leon_model::Minutes(8)))
        .with_visit(|it| it.mode = Mode::Either);
    let day = tiny.visit("v4", "c", 25).day();
    let plan = plan()
        .route("eva", 490)
        .at("v1", 10, 20)
        .pause(0, 0, 30)
        .wait(5)
        .at("v2", 10, 15)
        .home(20)
        .route("ida", 480)
        .by(None)
        .at("v3", 0, 8)
        .pause(0, 0, 60)
        .pause(1, 0, 15)
        .leave_out("v4", 0);
    let book = book(&day, &plan);
    assert_eq!(
        entries(&book),
        [
            "cover -> need 20 (talk, high)",
            "cover -> need 25 (visit, low)",
            "unmet -> cover 25 (visit, low)",
            "cover -> need 30 (wash, low)",
            "paid -> at_hand 80 (helper)",
            "overtime -> at_hand 10 (helper)",
            "at_hand -> care 35 (helper)",
            "at_hand -> travel 40 (helper)",
            "at_hand -> waiting 5 (helper)",
            "at_hand -> idle 10 (helper)",
            "cover -> pace 5 (wash, low, helper)",
            "care -> cover 35 (wash, low, helper)",
            "paid -> at_hand 480 (nurse)",
            "at_hand -> care 8 (nurse)",
            "at_hand -> documentation 120 (nurse)",
            "at_hand -> break 15 (nurse)",
            "at_hand -> idle 337 (nurse)",
            "pace -> cover 12 (talk, high, screen, nurse)",
            "care -> cover 8 (talk, high, screen, nurse)",
        ]
    );
    let by_group = &book.by_group()[&"nurse".into()];
    assert_eq!(by_group.of(Account::Care).minutes(), Minutes(8));
    assert_eq!(Book::from_rows(book.rows()), Ok(book));
}

#[test]
fn between_calls_at_a_screen_time_is_idle() {
    // From 480 to 720: a call of 8, 40 of nothing, a call of 8. 240 − 16 are idle, 40 of them between the two.
    let call = |tiny: TinyDay, id: &str| {
        tiny.visit(id, "b", 20)
            .with_slot(|it| it.duration_by_screen = Some(leon_model::Minutes(8)))
            .with_visit(|it| it.mode = Mode::Either)
    };
    let day = call(call(TinyDay::new().carer("ida", "nurse").screen(), "v1"), "v2").day();
    let plan = plan().route("ida", 480).by(None).at("v1", 0, 8).wait(40).at("v2", 0, 8);
    let balance = book(&day, &plan).trial_balance();
    let of = |account| balance.of(account).minutes();
    assert_eq!([Account::Care, Account::Waiting, Account::Idle].map(of), [16, 0, 224].map(Minutes));
}

#[test]
fn a_trainee_learns_and_meets_no_need() {
    let tiny = TinyDay::new().carer("eva", "helper").carer("bo", "helper").with_carer(|it| it.trainee = true);
    let trainee = Slot { needed: false, trainee: true, ..slot(20) };
    let day = tiny.visit("v1", "a", 20).and_slot(trainee, 0, 0).day();
    let eva = || plan().route("eva", 480).at("v1", 10, 20).home(10);
    let with = book(&day, &eva().route("bo", 480).fill("v1", 1, 10, 20).home(10));
    assert_eq!(
        entries(&with),
        [
            "cover -> need 20 (visit, low)",
            "paid -> at_hand 480 (helper)",
            "at_hand -> care 20 (helper)",
            "at_hand -> training 20 (helper)",
            "at_hand -> travel 40 (helper)",
            "at_hand -> idle 400 (helper)",
            "care -> cover 20 (visit, low, helper)",
        ]
    );
    // Without the trainee nothing is unmet.
    assert_eq!(book(&day, &eva().leave_out("v1", 1)).unmet(), [].into());
}

#[test]
fn seconds_become_minutes_that_add_up_to_the_shift() {
    // A shift of 43 min 20 s: 20 min care; 50 s there and 70 s back, 2 min; waiting 1 min 40 s; idle 19 min 40 s.
    let mut tiny = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20);
    tiny = tiny.with_shift(|it| it.end = it.start + Seconds(43 * 60 + 20));
    let mut plan = plan().route("eva", 480).at("v1", 0, 20);
    let route = &mut plan.routes[0];
    let stop = &mut route.stops[0];
    let after = |at: Moment, seconds| at + Seconds(seconds);
    (stop.travel, stop.arrive) = (Seconds(50), after(route.leave, 50));
    stop.start = after(stop.arrive, 100);
    stop.end = after(stop.start, 1200);
    (route.travel_home, route.done) = (Seconds(70), after(stop.end, 70));
    // 43 minutes, of which 20 + 2 + 1 + 19 are full: the one left goes to waiting, the first of those with 40 s.
    assert_eq!(
        entries(&book(&tiny.day(), &plan)),
        [
            "cover -> need 20 (visit, low)",
            "paid -> at_hand 43 (helper)",
            "at_hand -> care 20 (helper)",
            "at_hand -> travel 2 (helper)",
            "at_hand -> waiting 2 (helper)",
            "at_hand -> idle 19 (helper)",
            "care -> cover 20 (visit, low, helper)",
        ]
    );
}

#[test]
fn a_shorter_way_is_released() {
    let day = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).visit("v2", "b", 30).visit("v3", "c", 5).day();
    // b, a, c, home: 20 + 10 + 21 + 30 minutes; a, b, c, home: 10 + 10 + 11 + 30.
    let zigzag = plan().route("eva", 480).at("v2", 20, 30).at("v1", 10, 20).at("v3", 21, 5).home(30);
    let straight = plan().route("eva", 480).at("v1", 10, 20).at("v2", 10, 30).at("v3", 11, 5).home(30);
    let it = released(&book(&day, &zigzag), &book(&day, &straight)).expect("the same needs");
    assert_eq!(it.by_group(), [("helper".into(), Minutes(20))].into());
}

#[test]
fn a_visit_that_is_dropped_releases_the_way_to_it_and_not_its_care() {
    let day = TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).visit("v2", "b", 30).day();
    let both = plan().route("eva", 480).at("v1", 10, 20).at("v2", 10, 30).home(20);
    let one = plan().route("eva", 480).at("v1", 10, 20).home(10).leave_out("v2", 0);
    let it = released(&book(&day, &both), &book(&day, &one)).expect("the same needs");
    assert_eq!((it.dropped_minutes(), it.minutes()), (Minutes(30), Minutes(20)));
}

#[test]
fn a_screen_releases_what_it_takes_less() {
    let tiny = || {
        let tiny = TinyDay::new().carer("eva", "helper").carer("ida", "nurse").screen().visit("v1", "a", 20);
        tiny.with_visit(|it| it.mode = Mode::Either).with_slot(|it| {
            it.duration_by_screen = Some(leon_model::Minutes(8));
            it.duration_by_group = vec![("helper".into(), leon_model::Minutes(25))];
        })
    };
    let day = tiny().day();
    let by_car = book(&day, &plan().route("eva", 480).at("v1", 10, 25).home(10));
    let by_screen = book(&day, &plan().route("ida", 480).by(None).at("v1", 0, 8));
    let it = released(&by_car, &by_screen).expect("the same needs");
    // 25 of care and 20 of travel less for the helper, 8 more for the nurse.
    assert_eq!(it.by_group(), [("helper".into(), Minutes(45)), ("nurse".into(), Minutes(-8))].into());
    // A visit that is dropped releases none of its care, at whatever pace it was done: only the way to it.
    let dropped = book(&day, &plan().leave_out("v1", 0));
    for (book, travel) in [(&by_car, 20), (&by_screen, 0)] {
        let it = released(book, &dropped).expect("the same needs");
        assert_eq!((it.minutes(), it.dropped_minutes()), (Minutes(travel), Minutes(20)));
    }
}

#[test]
fn days_with_other_needs_are_not_compared() {
    let day = |minutes| TinyDay::new().carer("eva", "helper").visit("v1", "a", minutes).day();
    let left = plan().leave_out("v1", 0);
    let refusal = released(&book(&day(20), &left), &book(&day(19), &left));
    assert!(matches!(refusal, Err(NotComparable::NeedsDiffer { count: 1, .. })), "{refusal:?}");
}

#[test]
fn a_plan_that_does_not_fit_is_refused_in_words() {
    let day = TinyDay::new().carer("eva", "helper").carer("ida", "helper").visit("v1", "a", 20).day();
    let to_v1 = |carer: &str| plan().route(carer, 480).at("v1", 10, 20).home(10);
    let both = |one: RoutePlan, mut other: RoutePlan| {
        other.routes.splice(0..0, one.routes);
        other
    };
    let changed = |change: fn(&mut leon_model::Route)| {
        let mut plan = to_v1("eva");
        change(&mut plan.routes[0]);
        plan
    };
    let cases = [
        (to_v1("q"), "the day has no carer q with a shift 0"),
        (changed(|it| it.shift = 2), "the day has no carer eva with a shift 2"),
        (both(to_v1("eva"), to_v1("eva")), "carer eva has two routes in shift 0"),
        (both(to_v1("eva"), to_v1("ida")), "visit v1, slot 0 is filled twice"),
        (plan().route("eva", 480).at("v9", 10, 20), "the day has no visit v9 with a slot 0"),
        (plan().route("eva", 480).fill("v1", 3, 10, 20), "the day has no visit v1 with a slot 3"),
        (plan().route("eva", 480).pause(0, 0, 5), "carer eva has no pause 0 in shift 0"),
        (
            changed(|it| it.travel_home = Seconds(-1)),
            "carer eva: a time of shift 0 runs backwards, or is longer than any shift",
        ),
        (
            changed(|it| it.stops[0].end = Moment(i64::MAX)),
            "carer eva: a time of shift 0 runs backwards, or is longer than any shift",
        ),
        // 240 minutes at hand; 10 + 20 + 211 are 60 s too many.
        (
            changed(|it| it.travel_home = Seconds(211 * 60)),
            "carer eva is busy for 60 s more than shift 0 has, overtime included",
        ),
    ];
    for (plan, words) in cases {
        let refusal = book_route(&day, &plan, &"aarhus".into(), &"home_care".into()).map_err(|it| it.to_string());
        assert_eq!(refusal, Err(words.to_owned()));
    }
}

//! What a day is refused for, fault by fault, on a day of two visits and two carers.

use leon_model::*;

/// 2026-11-23T07:00+01:00.
const SEVEN: Moment = Moment(1_795_413_600);

fn at(minutes: i64) -> Moment {
    SEVEN + Seconds(minutes * 60)
}

fn slot() -> Slot {
    Slot {
        competences: Vec::new(),
        groups: Vec::new(),
        duration: Minutes(20),
        duration_by_group: Vec::new(),
        duration_by_screen: None,
        needed: true,
        trainee: false,
    }
}

fn visit(id: &str) -> Visit {
    Visit {
        id: id.into(),
        citizen: "b1".into(),
        location: "home".into(),
        label: "Morgenpleje".to_owned(),
        task: None,
        windows: vec![Window { open: at(0), soft_close: Some(at(60)), close: at(120), late_weight: 1.0 }],
        slots: vec![slot()],
        meetings: Vec::new(),
        mode: Mode::Physical,
        necessity: Necessity::Mandatory { priority: 1 },
        wanted: Vec::new(),
        unwanted: Vec::new(),
        forbidden: Vec::new(),
        pin: Pin::default(),
    }
}

fn order(first: &str, second: &str, minutes: i64) -> Order {
    Order { first: first.into(), second: second.into(), gap_min: Seconds(minutes * 60), gap_max: None }
}

fn tables() -> DayTables {
    let travelling =
        Travelling { transport: "bike".into(), car: None, from: Some("home".into()), to: None, travel_max: None };
    let shift = Shift {
        start: at(0),
        end: at(480),
        overtime_max: Minutes(0),
        work: Work::Visiting(travelling),
        visits_max: None,
        pauses: vec![Pause {
            kind: PauseKind::Break,
            earliest: at(240),
            latest: at(300),
            duration: Minutes(30),
            location: None,
            paid: true,
        }],
    };
    let carer = |id: &str| Carer {
        id: id.into(),
        group: "ssh".into(),
        competences: Vec::new(),
        trainee: false,
        burden_before: Minutes(0),
        shifts: vec![shift.clone()],
    };
    DayTables {
        groups: vec![DayGroup {
            id: "ssh".into(),
            name_da: String::new(),
            name_en: String::new(),
            level: 1,
            dkk_per_hour: Kroner(230.0),
            overtime_dkk_per_hour: Kroner(345.0),
        }],
        locations: vec![Location {
            id: "home".into(),
            point: Some(Point { latitude: 56.0, longitude: 10.0 }),
            access: Seconds(60),
        }],
        transports: vec![Transport {
            id: "bike".into(),
            kind: TransportKind::Bike,
            times: TravelTimes::Straight { speed_kmh: 15.0, detour: 1.2 },
            bands: Vec::new(),
        }],
        citizens: vec![Citizen { id: "b1".into(), dementia: false, faces: vec![("m9".into(), 3)] }],
        carers: vec![carer("m1"), carer("m2")],
        visits: vec![visit("v1"), visit("v2")],
        ..DayTables::default()
    }
}

/// The problems of the day with a change, as text.
fn problems(change: impl FnOnce(&mut DayTables)) -> Vec<String> {
    let mut changed = tables();
    change(&mut changed);
    Day::new(changed).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn the_day_is_good() {
    let day = Day::new(tables()).unwrap();
    assert_eq!(day.warnings(), []);
    assert_eq!(day.visit_index(&"v2".into()), Some(1));
}

#[test]
fn each_fault_is_named_where_it_stands() {
    type Change = fn(&mut DayTables);
    let cases: &[(Change, &str)] = &[
        (|it| it.visits[1].id = "v1".into(), "visits[1].id: 'v1' stands already in entry 0"),
        (|it| it.visits[1].citizen = "0101801234".into(), "visits[1].citizen: this looks like a CPR number"),
        (|it| it.visits[0].label = "ring 010180-1234".into(), "visits[0].label: this looks like a CPR number"),
        (|it| it.visits[0].location = "x".into(), "visits[0].location: the list locations has no id 'x'"),
        (
            |it| it.carers[0].shifts[0].end = at(-10),
            "carers[0].shifts[0].end: it ends at 1795413000 and begins at 1795413600",
        ),
        (
            |it| it.visits[0].windows[0].close = Moment(i64::MAX),
            "visits[0].windows[0].close: the instant lies before 1900 or after 2200",
        ),
        (
            |it| it.visits[0].slots[0].duration = Minutes(i64::MAX),
            "visits[0].slots[0].minutes: 9223372036854775807 seconds is longer than 604800",
        ),
        (
            |it| it.visits[0].slots[0].duration = Minutes(-1),
            "visits[0].slots[0].minutes: -60 seconds is less than nothing",
        ),
        (
            |it| it.transports[0].times = TravelTimes::Straight { speed_kmh: f64::NAN, detour: 1.0 },
            "transports[0].speed_kmh: NaN is not a finite number",
        ),
        (
            |it| it.transports[0].times = TravelTimes::Straight { speed_kmh: f64::INFINITY, detour: 1.0 },
            "transports[0].speed_kmh: inf is not a finite number",
        ),
        (|it| it.goals.levels[0][0].1 = f64::NAN, "goals[0].left_out: NaN is not a finite number"),
        (
            |it| it.transports[0].times = TravelTimes::Matrix(vec![vec![Some(Seconds(i64::MAX))]]),
            "transports[0].travel_seconds[0][0]: 9223372036854775807 seconds is longer than 604800",
        ),
        (
            |it| it.visits[0].windows = it.visits[0].windows.repeat(2),
            "visits[0].windows[1].open: it begins at 1795413600, before the one before it ends",
        ),
        (
            |it| it.carers[1].burden_before = Minutes(i64::MIN),
            "carers[1].burden_before_minutes: 9223372036854775807 seconds is longer than 31622400",
        ),
        (
            |it| it.carers[1].shifts[0].pauses[0].latest = at(100),
            "carers[1].shifts[0].pauses[0].latest: it ends at 1795419600 and begins at 1795428000",
        ),
        (|it| it.orders = vec![order("v1", "v1", 0)], "orders[0].second: the visit comes before itself"),
        (
            |it| it.orders = vec![order("v1", "v2", 0), order("v2", "v1", 5)],
            "orders[0]: the orders run in a circle: v1 > v2 > v1",
        ),
        (|it| it.visits[0].pin.carers = vec![None, None], "visits[0].pin.carers: there are 2; there can be 1"),
    ];
    for (change, expected) in cases {
        let found = problems(change);
        assert!(found.iter().any(|it| it == expected), "{expected} is not among {found:?}");
    }
}

#[test]
fn warnings_do_not_refuse_a_day() {
    let mut changed = tables();
    changed.visits[1].slots[0].competences = vec!["wound".into()];
    changed.visits[0].mode = Mode::Screen;
    changed.goals.levels.rotate_left(1);
    let said: Vec<String> = Day::new(changed).unwrap().warnings().iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "visits[0].mode: no carer has a screen shift",
            "visits[1].slots[0].competences: no carer holds competence 'wound'",
            "goals[0]: visits left out do not come first among the goals",
        ]
    );
}

#[test]
fn every_circle_is_named_once_and_long_chains_are_quick() {
    let mut changed = tables();
    let id = |at: usize| format!("w{at:05}");
    changed.visits.extend((0..20_000).map(|at| visit(&id(at))));
    // A chain of 20,000 visits; a circle of two visits at its end, and one of three beside it.
    changed.orders.extend((1..20_000).map(|at| order(&id(at - 1), &id(at), 0)));
    changed.orders.push(order("w19999", "v1", 0));
    changed.orders.push(order("v1", "w19999", 0));
    changed.visits.extend(["x1", "x2", "x3"].map(visit));
    changed.orders.extend([order("x2", "x3", 0), order("x3", "x1", 0), order("x1", "x2", 0), order("x1", "v2", 0)]);
    let found: Vec<String> = Day::new(changed).unwrap_err().iter().map(|it| it.fault.to_string()).collect();
    assert_eq!(
        found,
        ["the orders run in a circle: v1 > w19999 > v1", "the orders run in a circle: x1 > x2 > x3 > x1"]
    );
}

#[test]
fn events_know_new_visits_from_when_they_are_there() {
    let day = Day::new(tables()).unwrap();
    let event = |minutes, kind| Event { at: at(minutes), kind, reason: None };
    let pinned = |id: &str| EventKind::VisitPinned { visit: id.into(), carer: None, start: Some(at(30)) };
    let new = EventKind::VisitNew { visit: Box::new(visit("v3")) };
    let mut wrong = visit("v4");
    wrong.windows.clear();
    let events = [
        event(0, pinned("v3")),
        event(1, new),
        event(2, pinned("v3")),
        event(1, EventKind::VisitNew { visit: Box::new(wrong) }),
        event(3, EventKind::VisitOverrun { visit: "v1".into(), by: Minutes(i64::MAX) }),
    ];
    let said: Vec<String> = day.event_problems(&events).iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "events[0].visit: the list visits has no id 'v3'",
            "events[3].at: the event comes before the one before it",
            "events[3].new_visit.windows: the list is empty",
            "events[4].by_minutes: 9223372036854775807 seconds is longer than 604800",
        ]
    );
}

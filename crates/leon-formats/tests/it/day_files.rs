//! Plan and event files: read, written, read again.

use leon_formats::Lang;
use leon_formats::day::{EXAMPLE, Provenance, read_day, read_events, read_plan, write_events, write_plan};
use leon_model::{Doing, Event, EventKind, LeftOut, Minutes, Moment, Route, RoutePlan, Seconds, Stop};

/// 2026-11-23T07:00+01:00.
const SEVEN: Moment = Moment(1_795_413_600);

fn later(minutes: i64) -> Moment {
    SEVEN + Seconds(minutes * 60)
}

fn plan() -> RoutePlan {
    let stop = |doing, arrive, start, end| Stop {
        doing,
        travel: Seconds(95),
        arrive: later(arrive),
        start: later(start),
        end: later(end),
    };
    let visit = |id: &str, slot| Doing::Visit { visit: id.into(), slot };
    let route = |carer: &str, transport: Option<&str>, stops| Route {
        carer: carer.into(),
        shift: 0,
        transport: transport.map(Into::into),
        leave: SEVEN,
        stops,
        travel_home: Seconds(61),
        done: later(400),
    };
    RoutePlan {
        routes: vec![
            route(
                "m01",
                Some("cykel"),
                vec![stop(visit("v01", 0), 10, 15, 45), stop(Doing::Pause { pause: 0 }, 240, 240, 270)],
            ),
            route("m03", None, vec![stop(visit("v05", 0), 120, 120, 135)]),
        ],
        left_out: vec![LeftOut { visit: "v03".into(), slot: 1 }],
    }
}

#[test]
fn a_plan_is_read_as_it_was_written() {
    let made_by = Provenance {
        leon_version: "0.1.0".into(),
        day_sha256: "0101801234abcdef".into(), // ten digits that would be a CPR number elsewhere
        seed: u64::MAX,
        seconds: Some(2.5),
        iterations: None,
    };
    let text = write_plan(&plan(), &made_by);
    let read = read_plan("plan.json", &text);
    assert_eq!(read.problems, []);
    assert_eq!((read.plan, read.made_by), (Some(plan()), Some(made_by)));
    insta::assert_snapshot!(text);
}

#[test]
fn events_are_read_as_they_were_written() {
    let day = read_day("day.json", EXAMPLE).day.unwrap();
    let mut new = day.visits[0].clone();
    new.id = "v11".into();
    let kinds = [
        EventKind::CarerSick { carer: "m01".into() },
        EventKind::VisitNew { visit: Box::new(new) },
        EventKind::VisitCancelled { visit: "v04".into() },
        EventKind::VisitOverrun { visit: "v11".into(), by: Minutes(15) },
        EventKind::VisitDone { visit: "v01".into(), carer: "m01".into(), start: later(20), end: later(50) },
        EventKind::CarsOut { pool: "nord".into(), cars: 1 },
        EventKind::VisitPinned { visit: "v02".into(), carer: Some("m02".into()), start: None },
        EventKind::VisitUnpinned { visit: "v10".into() },
    ];
    let event = |(at, kind)| Event { at: later(at), kind, reason: (at == 1).then(|| "feber".to_owned()) };
    let events: Vec<Event> = (1..).zip(kinds).map(event).collect();
    let text = write_events(&events);
    let read = read_events("events.json", &text, &day);
    let said: Vec<String> = read.problems.iter().map(|it| it.message(Lang::En)).collect();
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(read.events.unwrap(), events);
    insta::assert_snapshot!(text);
}

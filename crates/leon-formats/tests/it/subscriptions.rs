//! A calendar to subscribe to, read back by a library that is not Leon's.

use crate::peer::read_by_icalendar;
use leon_formats::{Engagement, Lang, day, period, subscription};
use leon_model::Moment;
use serde_json::{Value, json};

fn instant(utc: &str) -> Moment {
    Moment(utc.parse::<jiff::Timestamp>().unwrap().as_second())
}

fn engagement(key: &str, start: &str, end: &str) -> Engagement {
    let (start, end) = (instant(start), instant(end));
    Engagement {
        key: key.to_owned(),
        date: start.danish_date(),
        summary: "Nattevagt n".to_owned(),
        place: "Medicinsk afsnit".to_owned(),
        start,
        end,
        published: instant("2026-03-01T12:00:30Z"),
    }
}

#[test]
fn every_instant_is_right_at_both_changes_of_the_clock() {
    let engagements = [
        engagement("spring", "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z"), // 23 to 07: 7 hours
        engagement("summer", "2026-06-27T21:00:00Z", "2026-06-28T05:00:00Z"), // 23 to 07: 8 hours
        engagement("autumn", "2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z"), // 23 to 07: 9 hours
        engagement("first half past two", "2026-10-25T00:30:00Z", "2026-10-25T00:45:00Z"),
        engagement("second half past two", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"),
    ];
    let text = subscription("Leon", "anna", &engagements);
    for line in [
        "DTSTART;TZID=Europe/Copenhagen:20260328T230000",
        "DTEND;TZID=Europe/Copenhagen:20260329T070000",
        "DTEND;TZID=Europe/Copenhagen:20261025T070000",
        "DTSTART;TZID=Europe/Copenhagen:20261025T023000",
        "DTSTART:20261025T013000Z",
        "DTEND;TZID=Europe/Copenhagen:20261025T030000",
        "SEQUENCE:29539440", // 2026-03-01T12:00Z in minutes
    ] {
        assert!(text.lines().any(|it| it == line), "{line}:\n{text}");
    }
    let Some(read) = read_by_icalendar(&text) else { return };
    assert_eq!(read["zone_differences"], json!([]));
    let events = read["events"].as_array().unwrap();
    assert_eq!(events.len(), engagements.len());
    for (event, wanted) in events.iter().zip(&engagements) {
        let span = (event["start"].as_i64(), event["end"].as_i64());
        assert_eq!(span, (Some(wanted.start.0), Some(wanted.end.0)), "{}", wanted.key);
        assert_eq!((&event["published"], &event["stamp"]), (&json!(wanted.published.0), &json!(wanted.published.0)));
    }
}

#[test]
fn texts_come_back_whole_from_short_lines() {
    let long = "Rødgrød; med fløde, \\n og \"æøå\" ".repeat(9);
    let mut odd = engagement("odd", "2026-06-27T21:00:00Z", "2026-06-28T05:00:00Z");
    (odd.summary, odd.place) = (format!("{long}\r\nEND:VEVENT"), format!("{}|", "ø".repeat(100)));
    let text = subscription("Leon: min arbejdstid", "anna", &[odd.clone()]);
    let Some(read) = read_by_icalendar(&text) else { return };
    assert_eq!((&read["errors"], &read["bare_line_feeds"]), (&json!([]), &json!(0)));
    assert!(read["longest_line"].as_i64().unwrap() <= 75, "{read}");
    assert_eq!(read["name"], "Leon: min arbejdstid");
    let event = &read["events"][0];
    assert_eq!(
        (event["summary"].as_str(), event["place"].as_str()),
        (Some(&*odd.summary.replace("\r\n", "  ")), Some(&*odd.place))
    );
}

#[test]
fn a_uid_is_of_the_person_and_the_duty_and_says_neither() {
    let duty = engagement("duty", "2026-06-27T21:00:00Z", "2026-06-28T05:00:00Z");
    let later = Engagement { published: instant("2026-04-01T12:00:00Z"), summary: "Dagvagt d".into(), ..duty.clone() };
    let uid = |person: &str, it: &Engagement| {
        let text = subscription("Leon", person, std::slice::from_ref(it));
        text.lines().find_map(|it| it.strip_prefix("UID:")).unwrap().to_owned()
    };
    assert_eq!(uid("anna", &duty), uid("anna", &later));
    assert_ne!(uid("anna", &duty), uid("bo", &duty));
    assert!(!uid("anna", &duty).contains("anna"));
}

#[test]
fn an_empty_calendar_is_one_too() {
    let Some(read) = read_by_icalendar(&subscription("Leon", "anna", &[])) else { return };
    assert_eq!((&read["events"], &read["errors"]), (&json!([]), &json!([])));
}

#[test]
fn duties_and_routes_say_nothing_of_citizens() {
    let example = period::read_period("period.json", period::EXAMPLE).period.unwrap();
    let roster = period::read_roster("roster.json", include_str!("roster.json")).roster.unwrap();
    let of = |person: &str| period::engagements(&example, &roster, &person.into(), Moment(0), Lang::Da);
    let duties = roster.assignments.iter().filter(|it| it.person.as_str() == "s04").count();
    assert!(duties > 0 && of("s04").len() >= duties, "{:?}", of("s04"));
    assert!(of("nobody").is_empty());

    let day = day::read_day("day.json", day::EXAMPLE).day.unwrap();
    let routes = leon_model::RoutePlan {
        routes: vec![leon_model::Route {
            carer: "m01".into(),
            shift: 0,
            transport: None,
            leave: instant("2026-11-23T06:30:00Z"),
            stops: vec![],
            travel_home: leon_model::Seconds(0),
            done: instant("2026-11-23T13:00:00Z"),
        }],
        left_out: vec![],
    };
    let tours = day::engagements(&routes, &"m01".into(), Moment(0), Lang::En);
    assert_eq!((tours.len(), tours[0].summary.as_str(), tours[0].place.as_str()), (1, "Route", ""));
    let text = subscription("Leon", "m01", &tours);
    let said: Value = json!(text);
    for citizen in &day.citizens {
        assert!(!said.as_str().unwrap().contains(citizen.id.as_str()), "{}", citizen.id);
    }
    assert!(day::engagements(&routes, &"m02".into(), Moment(0), Lang::En).is_empty());
}

//! Damaged day, plan and event files, and what people are told about them.

use super::told::{Swaps, say, swap, swap_all, unsaid};
use leon_formats::Lang;
use leon_formats::day::{EXAMPLE, read_day, read_events, read_plan};

const FORM: &[Swaps] = &[
    ("NaN", &[("\"latitude\": 56.1611", "\"latitude\": NaN")]),
    ("minus infinity", &[("\"latitude\": 56.1611", "\"latitude\": -Infinity")]),
    ("a comma too much", &[("\"cars\": 1 }", "\"cars\": 1, }")]),
    ("another format", &[("leon/day/1", "leon/plan/1")]),
    ("no schema", &[("  \"schema\": \"leon/day/1\",\n", "")]),
    ("a required list is missing", &[("\"carers\":", "\"carer_pools\":")]),
    ("a field that is misspelt", &[("\"windows\"", "\"window\"")]),
    ("a field that nobody knows", &[("\"label\": \"Morgenmad\"", "\"colour\": \"blue\"")]),
    ("a field twice", &[("\"id\": \"v04\"", "\"id\": \"v04\", \"id\": \"v44\"")]),
    ("a text for a number", &[("\"minutes\": 45", "\"minutes\": \"45 min\"")]),
    ("a number for an id", &[("\"id\": \"b06\", ", "\"id\": 6, ")]),
    (
        "a list for an object",
        &[("{ \"id\": \"kontor\", \"latitude\": 56.1572, \"longitude\": 10.2107 }", "[\"kontor\"]")],
    ),
    ("a word for true", &[("\"dementia\": true", "\"dementia\": \"ja\"")]),
    ("half a minute", &[("\"minutes\": 45", "\"minutes\": 45.5")]),
    ("a number beyond all numbers", &[("\"minutes\": 45", "\"minutes\": 1e999")]),
    ("a number beyond all days", &[("\"gap_min_minutes\": 240", "\"gap_min_minutes\": 1e300")]),
    ("a priority beyond 255", &[("\"priority\": 3", "\"priority\": 300")]),
    ("a negative count", &[("\"cars\": 1", "\"cars\": -1")]),
    ("faces that cannot be counted", &[("\"m01\": 14", "\"m01\": -14")]),
    ("an unknown kind of transport", &[("\"kind\": \"bike\"", "\"kind\": \"ladcykel\"")]),
    ("an unknown goal", &[("\"lateness\", \"level\"", "\"punctuality\", \"level\"")]),
    ("a goal with a text for its weight", &[("\"continuity\": 15", "\"continuity\": \"high\"")]),
    ("a number for a level of goals", &[("\"lateness\", \"level\"", "1, \"level\"")]),
    ("a CPR number as id", &[("\"id\": \"b03\"", "\"id\": \"010180-1234\"")]),
    ("a CPR number in a label", &[("Morgenmad", "Morgenmad 0101801234")]),
    ("a CPR number among faces", &[("\"m07\": 2", "\"010180-1234\": 2")]),
    ("matrix and speed", &[("\"speed_kmh\": 15", "\"travel_seconds\": [], \"speed_kmh\": 15")]),
    (
        "a matrix with a text in it",
        &[("\"speed_kmh\": 15, \"detour\": 1.2", "\"travel_seconds\": [[0, \"5 min\"], 7]")],
    ),
    ("neither matrix nor speed", &[("\"speed_kmh\": 15, ", "")]),
    ("half a point", &[("\"latitude\": 56.1572, ", "")]),
    ("a screen shift with a transport", &[("\"work\": \"screen\"", "\"work\": \"screen\", \"transport\": \"bil\"")]),
    ("a visiting shift without transport", &[("\"transport\": \"cykel\", ", "")]),
    ("without a car, but no pool", &[("\"car_pool\": \"nord\", ", "")]),
    ("priority and worth", &[("\"optional_worth_minutes\": 60", "\"optional_worth_minutes\": 60, \"priority\": 1")]),
    ("a task without complexity", &[(", \"complexity\": \"medium\"", "")]),
];

const TIMES: &[Swaps] = &[
    ("a time with a point", &[("\"open\": \"07:15\"", "\"open\": \"07.15\"")]),
    ("a time that no clock shows", &[("\"open\": \"07:15\"", "\"open\": \"27:15\"")]),
    ("a number for a time", &[("\"open\": \"07:15\"", "\"open\": 715")]),
    ("no date", &[("  \"date\": \"2026-11-23\",\n", "")]),
    ("a date of another kind", &[("\"date\": \"2026-11-23\"", "\"date\": \"23/11-2026\"")]),
    ("date and dates", &[("\"date\": \"2026-11-23\"", "\"date\": \"2026-11-23\", \"dates\": [\"2026-11-24\"]")]),
    ("an unknown time zone", &[("Europe/Copenhagen", "Europe/Lillekøbing")]),
    (
        "the hour that the clock is set forward over",
        &[
            ("\"date\": \"2026-11-23\"", "\"date\": \"2026-03-29\""),
            ("\"open\": \"07:15\"", "\"open\": \"02:15\""),
            ("\"start\": \"2026-11-23T10:30\"", "\"start\": \"2026-03-29T10:30\""),
        ],
    ),
    (
        "the hour that the clock is set back to",
        &[
            ("\"date\": \"2026-11-23\"", "\"date\": \"2026-10-25\""),
            ("\"open\": \"07:15\"", "\"open\": \"02:15\""),
            ("\"start\": \"2026-11-23T10:30\"", "\"start\": \"2026-10-25T10:30\""),
        ],
    ),
    (
        "a pinned time of day in several days",
        &[("\"date\": \"2026-11-23\"", "\"dates\": [\"2026-11-23\", \"2026-11-24\"]"), ("2026-11-23T10:30", "10:30")],
    ),
    ("a day that is none", &[("\"close\": \"09:00\" }", "\"close\": \"09:00\", \"days\": [\"man\"] }")]),
    ("a day that the file has not", &[("\"close\": \"09:00\" }", "\"close\": \"09:00\", \"days\": [\"tue\"] }")]),
    (
        "days for times with dates",
        &[(
            "{ \"open\": \"12:30\", \"close\": \"14:00\" }",
            "{ \"open\": \"2026-11-23T12:30\", \"close\": \"2026-11-23T14:00\", \"days\": [\"mon\"] }",
        )],
    ),
    (
        "a window closed before it opens",
        &[("\"open\": \"10:00\", \"close\": \"13:30\"", "\"open\": \"13:30\", \"close\": \"10:00\"")],
    ),
    ("a soft closing outside its window", &[("\"soft_close\": \"12:30\"", "\"soft_close\": \"14:30\"")]),
    (
        "windows over each other",
        &[("\"open\": \"12:30\", \"close\": \"14:00\"", "\"open\": \"11:00\", \"close\": \"14:00\"")],
    ),
    (
        "a shift with its ends swapped",
        &[("\"start\": \"08:00\", \"end\": \"12:00\"", "\"start\": \"12:00\", \"end\": \"08:00\"")],
    ),
    (
        "a shift of weeks",
        &[("\"start\": \"08:00\", \"end\": \"12:00\"", "\"start\": \"08:00\", \"end\": \"2026-12-23T12:00\"")],
    ),
    (
        "shifts over each other",
        &[(
            "\"minutes\": 15 }] }",
            "\"minutes\": 15 }] }, { \"start\": \"11:00\", \"end\": \"13:00\", \"work\": \"screen\" }",
        )],
    ),
    ("a pause before the shift", &[("\"earliest\": \"10:00\"", "\"earliest\": \"07:00\"")]),
    (
        "a pause longer than the shift",
        &[("\"earliest\": \"10:00\", \"minutes\": 15", "\"earliest\": \"10:00\", \"minutes\": 180")],
    ),
    (
        "a pause that must begin before it may",
        &[("\"latest\": \"12:30\", \"minutes\": 30, ", "\"latest\": \"10:30\", \"minutes\": 30, ")],
    ),
    ("bands that begin together", &[("\"from\": \"09:00\"", "\"from\": \"07:30\"")]),
    ("the year 2300", &[("2026-11-23T10:30", "2300-11-23T10:30")]),
    ("a visit longer than a week", &[("\"minutes\": 45", "\"minutes\": 99999")]),
    ("a visit that takes no time", &[("\"minutes\": 45", "\"minutes\": 0")]),
    ("a negative length", &[("\"access_seconds\": 90", "\"access_seconds\": -90")]),
];

const CONTENTS: &[Swaps] = &[
    ("an unknown citizen", &[("\"citizen\": \"b05\"", "\"citizen\": \"b50\"")]),
    ("an unknown location", &[("\"location\": \"sted5\"", "\"location\": \"sted50\"")]),
    ("an unknown carer pinned", &[("\"carers\": [\"m01\"]", "\"carers\": [\"m10\"]")]),
    ("an unknown staff group", &[("\"group\": \"nurse\"", "\"group\": \"doctor\"")]),
    ("an unknown car pool", &[("\"car_pool\": \"nord\"", "\"car_pool\": \"syd\"")]),
    ("an unknown competence", &[("\"competences\": [\"wound\"]", "\"competences\": [\"wuond\"]")]),
    ("an id twice", &[("\"id\": \"v07\"", "\"id\": \"v01\"")]),
    ("an empty id", &[("\"id\": \"v07\"", "\"id\": \"\"")]),
    ("an id with blanks", &[("\"id\": \"v07\"", "\"id\": \"v 07\"")]),
    ("wanted and unwanted", &[("\"unwanted\": [\"m02\"]", "\"unwanted\": [\"m02\"], \"wanted\": [\"m02\"]")]),
    ("a carer twice in a list", &[("\"unwanted\": [\"m02\"]", "\"unwanted\": [\"m02\", \"m02\"]")]),
    ("no windows", &[("\"windows\": [{ \"open\": \"10:00\", \"close\": \"13:30\" }]", "\"windows\": []")]),
    ("no slots", &[("\"slots\": [{ \"minutes\": 35 }]", "\"slots\": []")]),
    (
        "meetings for one slot",
        &[("\"slots\": [{ \"minutes\": 35 }]", "\"slots\": [{ \"minutes\": 35 }], \"meetings\": [{}]")],
    ),
    ("a meeting with its ends swapped", &[("\"from_minutes\": 0", "\"from_minutes\": 5")]),
    ("more pins than slots", &[("\"carers\": [\"m01\"]", "\"carers\": [\"m01\", null]")]),
    ("a gap with its ends swapped", &[("\"gap_max_minutes\": 360", "\"gap_max_minutes\": 60")]),
    ("a visit before itself", &[("\"second\": \"v08\"", "\"second\": \"v02\"")]),
    (
        "two pairs in a circle",
        &[("\"gap_max_minutes\": 360 }", "\"gap_max_minutes\": 360 }, { \"first\": \"v08\", \"second\": \"v02\" }")],
    ),
    (
        "three pairs in a circle and a pair beside",
        &[(
            "\"orders\": [",
            "\"orders\": [{ \"first\": \"v01\", \"second\": \"v09\" }, { \"first\": \"v09\", \"second\": \"v07\" }, \
         { \"first\": \"v10\", \"second\": \"v01\" }, { \"first\": \"v07\", \"second\": \"v01\" }, ",
        )],
    ),
    (
        "a place without a point where distances are measured",
        &[("\"latitude\": 56.1702, \"longitude\": 10.1955, ", "")],
    ),
    ("a latitude beyond the pole", &[("\"latitude\": 56.1702", "\"latitude\": 561.702")]),
    ("a speed of nothing", &[("\"speed_kmh\": 15", "\"speed_kmh\": 0")]),
    ("a way shorter than straight", &[("\"detour\": 1.2", "\"detour\": 0.8")]),
    ("a band of nothing", &[("\"factor\": 1.4", "\"factor\": 0")]),
    ("a matrix without a row", &[("\"speed_kmh\": 15, \"detour\": 1.2", "\"travel_seconds\": []")]),
    (
        "a matrix that is not square",
        &[(
            "\"speed_kmh\": 15, \"detour\": 1.2",
            "\"travel_seconds\": [[0,1,1,1,1,1,1], [1,0], [1,1,0,1,1,1,1], [1,1,1,0,1,1,1], [1,1,1,1,0,1,1], \
         [1,1,1,1,1,0,1], [1,1,1,1,1,1,0,9]]",
        )],
    ),
    ("a goal twice", &[("[\"left_out\", \"lateness\"", "[\"left_out\", \"left_out\"")]),
    ("a negative weight", &[("\"fairness\": 0.1", "\"fairness\": -1")]),
    ("an empty level of goals", &[("[\"left_out\", \"lateness\"", "[\"left_out\", {}")]),
    ("visits left out do not count first", &[("[\"left_out\", \"lateness\"", "[\"lateness\", \"left_out\"")]),
    (
        "a screen visit without a screen",
        &[(
            "\"work\": \"screen\", \"pauses\": [{ \"earliest\": \"10:00\", \"minutes\": 15 }]",
            "\"transport\": \"bil\"",
        )],
    ),
    (
        "several things at once",
        &[
            ("\"citizen\": \"b05\"", "\"citizen\": \"b50\""),
            ("\"open\": \"07:15\"", "\"open\": \"7.15\""),
            ("\"minutes\": 45", "\"minutes\": -45"),
            ("\"second\": \"v08\"", "\"second\": \"v88\""),
        ],
    ),
];

const EVENTS: &str = r#"{
  "schema": "leon/events/1",
  "date": "2026-11-23",
  "events": [
    { "at": "07:05", "kind": "carer_sick", "carer": "m01", "reason": "feber" },
    { "at": "07:20", "kind": "visit_new", "new_visit": {
      "id": "v11", "citizen": "b04", "location": "sted4", "slots": [{ "minutes": 20 }],
      "windows": [{ "open": "13:00", "close": "14:30" }] } },
    { "at": "08:00", "kind": "visit_done", "visit": "v01", "carer": "m01", "start": "07:20", "end": "07:55" },
    { "at": "08:10", "kind": "visit_overrun", "visit": "v02", "by_minutes": 10 },
    { "at": "08:30", "kind": "cars_out", "pool": "nord", "cars": 1 },
    { "at": "09:00", "kind": "visit_pinned", "visit": "v11", "carer": "m02" }
  ]
}"#;

const EVENT_DAMAGES: &[Swaps] = &[
    ("an event of an unknown visit", &[("\"visit\": \"v02\"", "\"visit\": \"v22\"")]),
    (
        "a new visit is pinned before it is there",
        &[("\"carer\": \"m01\", \"reason\"", "\"carer\": \"v11\", \"reason\"")],
    ),
    ("an unknown kind of event", &[("carer_sick", "carer_gone")]),
    ("an event without what it must have", &[(", \"by_minutes\": 10", "")]),
    ("an event with what it has not", &[("\"cars\": 1", "\"cars\": 1, \"visit\": \"v01\"")]),
    ("events out of order", &[("\"at\": \"09:00\"", "\"at\": \"06:00\"")]),
    ("a visit done before it began", &[("\"end\": \"07:55\"", "\"end\": \"07:05\"")]),
    ("a new visit with an id that is there", &[("\"id\": \"v11\"", "\"id\": \"v01\"")]),
    ("a new visit whose window is wrong", &[("\"close\": \"14:30\"", "\"close\": \"12:30\"")]),
    ("a CPR number in a reason", &[("feber", "feber, 010180-1234 ringet")]),
];

const PLAN: &str = r#"{
  "schema": "leon/plan/1",
  "routes": [
    { "carer": "m01", "shift": 0, "transport": "cykel", "leave": "2026-11-23T07:05", "done": "2026-11-23T08:00",
      "stops": [{ "visit": "v01", "slot": 0, "travel_seconds": 300,
        "arrive": "2026-11-23T07:10", "start": "2026-11-23T07:15", "end": "2026-11-23T07:45" }] }
  ],
  "left_out": [{ "visit": "v03", "slot": 1 }]
}"#;

const PLAN_DAMAGES: &[Swaps] = &[
    ("a stop for nothing", &[("\"visit\": \"v01\", \"slot\": 0, ", "")]),
    ("a stop for two things", &[("\"slot\": 0, ", "\"pause\": 0, ")]),
    ("a time of day in a plan", &[("\"2026-11-23T08:00\"", "\"08:00\"")]),
    ("a slot below nothing", &[("\"slot\": 1", "\"slot\": -1")]),
];

fn day_messages(damages: &[Swaps]) -> String {
    let mut page = String::new();
    for (name, swaps) in damages {
        let read = read_day("day.json", &swap_all(EXAMPLE, swaps));
        let refused = read.problems.iter().any(|it| !it.is_warning());
        assert_eq!(read.day.is_none(), refused, "{name}: a day is refused for its errors alone");
        say(&mut page, name, &read.problems);
    }
    page
}

#[test]
fn form() {
    insta::assert_snapshot!(day_messages(FORM));
}

#[test]
fn times() {
    insta::assert_snapshot!(day_messages(TIMES));
}

#[test]
fn contents() {
    insta::assert_snapshot!(day_messages(CONTENTS));
}

/// Files that are no day at all.
fn text_messages() -> String {
    let mut page = String::new();
    let half = &EXAMPLE[..EXAMPLE.len() / 2];
    let open = "[".repeat(100_000);
    let deep = open.clone() + &"]".repeat(100_000);
    let deep_label = swap(EXAMPLE, "\"Morgenmad\"", &deep);
    for (name, text) in [
        ("an empty file", ""),
        ("a file cut in half", half),
        ("brackets that never close", &open),
        ("brackets a hundred thousand deep", &deep),
        ("such brackets for a label", &deep_label),
        ("a number alone", "7"),
    ] {
        let read = read_day("day.json", text);
        assert!(read.day.is_none());
        say(&mut page, name, &read.problems);
    }
    page
}

#[test]
fn text() {
    insta::assert_snapshot!(text_messages());
}

fn event_and_plan_messages() -> String {
    let mut page = String::new();
    let day = read_day("day.json", EXAMPLE).day.unwrap();
    assert_eq!(read_events("events.json", EVENTS, &day).problems, []);
    for (name, swaps) in EVENT_DAMAGES {
        let read = read_events("events.json", &swap_all(EVENTS, swaps), &day);
        assert!(read.events.is_none(), "{name}");
        say(&mut page, name, &read.problems);
    }
    assert_eq!(read_plan("plan.json", PLAN).problems, []);
    for (name, swaps) in PLAN_DAMAGES {
        let read = read_plan("plan.json", &swap_all(PLAN, swaps));
        assert!(read.plan.is_none(), "{name}");
        say(&mut page, name, &read.problems);
    }
    page
}

#[test]
fn events_and_plans() {
    insta::assert_snapshot!(event_and_plan_messages());
}

#[test]
fn every_code_of_a_day_is_shown_by_some_damage() {
    let shown = [FORM, TIMES, CONTENTS].map(day_messages).concat() + &text_messages() + &event_and_plan_messages();
    let mut missing = [unsaid(&shown, "L4"), unsaid(&shown, "L5")].concat();
    // L526 is of lists, see `day_lists`.
    missing.retain(|code| code != "L526");
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_cpr_number_is_never_repeated() {
    for (name, swaps) in FORM.iter().filter(|(name, _)| name.contains("CPR")) {
        let problems = read_day("day.json", &swap_all(EXAMPLE, swaps)).problems;
        assert!(problems.iter().any(|it| it.code() == "L412"), "{name}: {problems:?}");
        let said: String = problems.iter().flat_map(|it| Lang::ALL.map(|lang| it.message(lang))).collect();
        assert!(!said.contains("0101") && !said.contains("1234"), "{name}: {said}");
    }
}

#[test]
fn a_matrix_need_not_be_the_same_both_ways_and_a_way_may_be_missing() {
    let rows: Vec<String> = (0..7)
        .map(|from| format!("[{}]", [from * 7, 60, 120, 180, 240, 300, 360].map(|it| it.to_string()).join(", ")))
        .collect();
    let matrix = format!("\"travel_seconds\": [{}]", rows.join(", ")).replacen("60", "null", 1);
    let read = read_day("day.json", &swap(EXAMPLE, "\"speed_kmh\": 15, \"detour\": 1.2", &matrix));
    assert_eq!(read.problems, []);
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_no_damage() {
    let text = format!("\u{feff}{}", EXAMPLE.replace('\n', "\r\n"));
    let read = read_day("day.json", &text);
    assert_eq!(read.problems, []);
    assert_eq!(read.day, read_day("day.json", EXAMPLE).day);
}

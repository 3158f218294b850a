//! Damaged period and roster files, and what people are told about them.

use super::told::{Swaps, say, swap_all, unsaid};
use leon_formats::period::{EXAMPLE, read_period, read_roster, read_roster_events};
use leon_model::{AbsenceKind, RosterEvent};

const FORM: &[Swaps] = &[
    ("another format", &[("leon/period/1", "leon/day/1")]),
    ("a required list is missing", &[("\"people\":", "\"peoples\":")]),
    ("a field that is misspelt", &[("\"hour_counts\"", "\"hour_count\"")]),
    ("a text for a number", &[("\"hours_per_week\": 32", "\"hours_per_week\": \"32 timer\"")]),
    ("a CPR number as id", &[("\"id\": \"s06\"", "\"id\": \"010180-1234\"")]),
    ("a CPR number in a label", &[("Introduktion", "Introduktion 0101801234")]),
    ("a CPR number among ids", &[("\"pools\": [\"float\"]", "\"pools\": [\"010180-1234\"]")]),
    ("a date of another kind", &[("\"last\": \"2027-01-03\"", "\"last\": \"3/1-2027\"")]),
    ("a date that is none", &[("\"date\": \"2026-12-25\"", "\"date\": \"2026-12-32\"")]),
    ("a time of day with a point", &[("\"start\": \"07:30\"", "\"start\": \"07.30\"")]),
    ("24 o'clock", &[("\"end\": \"07:00\"", "\"end\": \"24:00\"")]),
    ("an instant without its date", &[("\"from\": \"2026-11-24T08:00+01:00\"", "\"from\": \"08:00\"")]),
    (
        "the hour that the clock is set back to",
        &[("\"announced\": \"2026-10-20T12:00+02:00\"", "\"announced\": \"2026-10-25T02:30\"")],
    ),
    ("a day of the week in Danish", &[("\"days\": [\"tue\", \"thu\"]", "\"days\": [\"tir\", \"thu\"]")]),
    ("an unknown kind of unit", &[("\"kind\": \"ward\"", "\"kind\": \"sengeafsnit\"")]),
    ("an unknown kind of shift", &[("\"not_kinds\": [\"night\"]", "\"not_kinds\": [\"nat\"]")]),
    ("an unknown goal", &[("\"burden\": 5", "\"vagtbyrde\": 5")]),
    ("an unknown pack of rules", &[("\"regional\"", "\"regionerne\"")]),
    (
        "two restrictions in one",
        &[("\"not_kinds\": [\"night\"]", "\"not_kinds\": [\"night\"], \"rest_min_hours\": 12")],
    ),
    ("half a time of day", &[("\"not_from\": \"20:00\", ", "")]),
    ("target and demand", &[("\"surplus\": 6", "\"target\": 4, \"surplus\": 6")]),
    ("at least and at most", &[("\"at_least\": 1", "\"at_least\": 1, \"at_most_each\": 2")]),
    ("a mix that asks nothing", &[(", \"at_least\": 1", "")]),
    ("a wish for a kind without the kind", &[("\"wants\": \"kind\", \"kind\": \"evening\"", "\"wants\": \"kind\"")]),
    ("a wish for no work with a shift", &[("\"wants\": \"off\"", "\"wants\": \"off\", \"shift\": \"d\"")]),
    ("a parameter is missing", &[("\"rest_hours\": 8, ", "")]),
    ("a parameter that the rule has not", &[("\"every_weekends\": 2", "\"every_weekends\": 2, \"months\": 1")]),
    ("a parameter that is a text", &[("\"every_weekends\": 2", "\"every_weekends\": \"hver anden\"")]),
    ("half a weekend", &[("\"every_weekends\": 2", "\"every_weekends\": 2.5")]),
];

const CONTENTS: &[Swaps] = &[
    ("the period ends before it begins", &[("\"last\": \"2027-01-03\"", "\"last\": \"2026-11-22\"")]),
    ("a period of years", &[("\"last\": \"2027-01-03\"", "\"last\": \"2029-01-03\"")]),
    ("a date in the last century but one", &[("\"signed\": \"2026-05-01\"", "\"signed\": \"1826-05-01\"")]),
    ("an id twice", &[("\"id\": \"s02\"", "\"id\": \"s01\"")]),
    ("a public holiday twice", &[("\"date\": \"2026-12-26\"", "\"date\": \"2026-12-25\"")]),
    ("an id with a blank", &[("\"id\": \"h01\"", "\"id\": \"h 01\"")]),
    ("an unknown group", &[("\"group\": \"ssh\"", "\"group\": \"sosu\"")]),
    ("an unknown unit", &[("\"lends_to\": [\"amb\"]", "\"lends_to\": [\"ambulatorium\"]")]),
    ("an unknown competence", &[("\"competence\": \"coordination\"", "\"competence\": \"ledelse\"")]),
    ("an unknown function", &[("\"functions\": [\"coordinator\"]}, \"min\"", "\"functions\": [\"head\"]}, \"min\"")]),
    ("an unknown shift in a wish", &[("\"shift\": \"n\"", "\"shift\": \"nat\"")]),
    ("an unknown person in a wish", &[("\"person\": \"h01\"", "\"person\": \"h02\"")]),
    ("a pause that fills the shift", &[("\"pause_minutes\": 29", "\"pause_minutes\": 480")]),
    ("an hour that counts three times", &[("\"hour_counts\": 0.3333", "\"hour_counts\": 3")]),
    ("shares that are not whole", &[("\"share\": 0.3333", "\"share\": 0.25")]),
    ("a workplace twice", &[("\"unit\": \"m1\", \"share\": 0.3333", "\"unit\": \"amb\", \"share\": 0.3333")]),
    (
        "no workplace",
        &[(
            "\"workplaces\": [{\"unit\": \"m1\"}], \"leader\": \"m1\", \"considerations\": [{\"reason\": \"senior\"",
            "\"workplaces\": [], \"considerations\": [{\"reason\": \"senior\"",
        )],
    ),
    ("a leader elsewhere", &[("\"leader\": \"m1\"", "\"leader\": \"amb\"")]),
    ("90 hours a week", &[("\"hours_per_week\": 28", "\"hours_per_week\": 90")]),
    ("a norm period that is over", &[("\"first\": \"2026-10-12\"", "\"first\": \"2026-01-12\"")]),
    ("an agreement without rules", &[("rltn.foa", "rltn.faa")]),
    ("no kinds that somebody is kept from", &[("\"not_kinds\": [\"night\"]", "\"not_kinds\": []")]),
    (
        "an absence with its ends swapped",
        &[("\"to\": \"2026-12-28T00:00+01:00\"", "\"to\": \"2026-12-20T00:00+01:00\"")],
    ),
    (
        "a course before the period",
        &[("2026-11-24T08:00+01:00", "2026-10-24T08:00+02:00"), ("2026-11-24T12:00+01:00", "2026-10-24T12:00+02:00")],
    ),
    ("a course of weeks", &[("2026-11-24T12:00+01:00", "2026-12-24T12:00+01:00")]),
    (
        "history in the period",
        &[("2026-11-22T11:00+01:00", "2026-11-23T11:00+01:00"), ("2026-11-22T15:00+01:00", "2026-11-23T15:00+01:00")],
    ),
    ("duties before the period that overlap", &[("2026-11-22T11:00+01:00", "2026-11-21T22:00+01:00")]),
    ("a week that begins on Tuesday", &[("\"monday\": \"2026-10-26\"", "\"monday\": \"2026-10-27\"")]),
    ("a week twice", &[("\"monday\": \"2026-11-02\"", "\"monday\": \"2026-10-26\"")]),
    ("a week of the period in history", &[("\"monday\": \"2026-11-16\"", "\"monday\": \"2026-11-23\"")]),
    (
        "a target below the minimum",
        &[("\"min\": 2, \"target\": 2, \"surplus\": 3", "\"min\": 2, \"target\": 1, \"surplus\": 3")],
    ),
    ("a surplus limit below the target", &[("\"target\": 2, \"surplus\": 3", "\"target\": 2, \"surplus\": 1")]),
    ("a service level of certainty", &[("\"service_level\": 0.8", "\"service_level\": 1")]),
    ("a row on no days", &[("\"days\": [\"tue\", \"thu\"]", "\"days\": []")]),
    ("a row on a date outside the period", &[("\"days\": [\"2026-12-24\"]", "\"days\": [\"2027-12-24\"]")]),
    (
        "a row that nobody can cover",
        &[("{\"groups\": [\"secretary\"]}", "{\"groups\": [\"secretary\"], \"competences\": [\"coordination\"]}")],
    ),
    (
        "a shift that nobody can work",
        &[(
            "\"groups\": [\"secretary\"]}",
            "\"groups\": [\"secretary\"]}, {\"id\": \"x\", \"unit\": \"amb\", \"kind\": \"day\", \"start\": \"08:00\", \"end\": \"12:00\", \"groups\": [\"secretary\"]}",
        )],
    ),
    ("a wish outside the period", &[("\"from\": \"2026-12-19\"", "\"from\": \"2027-12-19\"")]),
    ("a wish that ends before it begins", &[("\"to\": \"2026-12-06\"", "\"to\": \"2026-11-29\"")]),
    ("a wish after the round", &[("\"stated\": \"2026-10-05T10:00+02:00\"", "\"stated\": \"2026-10-15T10:00+02:00\"")]),
    ("too many wishes", &[("\"wishes_max\": 4", "\"wishes_max\": 0")]),
    ("too many hard wishes", &[("\"hard_max\": 1", "\"hard_max\": 0")]),
    ("a round that closes before it opens", &[("2026-10-11T23:59+02:00", "2026-09-11T23:59+02:00")]),
    ("a goal twice", &[("[\"cover\",", "[\"cover\", \"cover\",")]),
    ("an empty level of goals", &[("[\"cover\",", "[\"cover\", {},")]),
    ("a negative weight", &[("\"burden\": 5", "\"burden\": -5")]),
    ("an unknown rule", &[("\"replaces\": \"L3\"", "\"replaces\": \"L33\"")]),
    (
        "a rule that nobody may replace",
        &[(
            "\"replaces\": \"L3\", \"parameters\": {\"rest_hours\": 8, \"times_a_week\": 1}",
            "\"replaces\": \"L1\", \"parameters\": {\"rest_hours\": 8, \"within_hours\": 24}",
        )],
    ),
    (
        "a local agreement that says nothing",
        &[(
            "[{\"replaces\": \"L3\", \"parameters\": {\"rest_hours\": 8, \"times_a_week\": 1}}, {\"replaces\": \"R13\", \"parameters\": {\"every_weekends\": 2}}]",
            "[]",
        )],
    ),
    (
        "several things at once",
        &[
            ("\"group\": \"ssh\"", "\"group\": \"sosu\""),
            ("\"start\": \"07:30\"", "\"start\": \"7.30\""),
            ("\"share\": 0.3333", "\"share\": 0.25"),
            ("\"person\": \"h01\"", "\"person\": \"h02\""),
        ],
    ),
];

const ROSTER: &str = r#"{
  "schema": "leon/roster/1",
  "assignments": [
    { "person": "s01", "date": "2026-11-23", "shift": "d", "function": "coordinator" }
  ],
  "uncovered": [{ "cover": 0, "date": "2026-11-23", "missing_minutes": 480 }]
}"#;

const ROSTERS: &[Swaps] = &[
    ("another format", &[("leon/roster/1", "leon/plan/1")]),
    ("no date", &[(", \"date\": \"2026-11-23\", \"shift\"", ", \"shift\"")]),
    ("a date of another kind", &[("\"2026-11-23\", \"shift\"", "\"23.11.2026\", \"shift\"")]),
    ("a row below nothing", &[("\"cover\": 0", "\"cover\": -1")]),
    ("a CPR number", &[("\"s01\"", "\"0101801234\"")]),
];

fn period_messages(damages: &[Swaps]) -> String {
    let mut page = String::new();
    for (name, swaps) in damages {
        let read = read_period("period.json", &swap_all(EXAMPLE, swaps));
        let refused = read.problems.iter().any(|it| !it.is_warning());
        assert_eq!(read.period.is_none(), refused, "{name}: a period is refused for its errors alone");
        say(&mut page, name, &read.problems);
    }
    page
}

#[test]
fn form() {
    insta::assert_snapshot!(period_messages(FORM));
}

#[test]
fn contents() {
    insta::assert_snapshot!(period_messages(CONTENTS));
}

#[test]
fn every_code_of_a_period_is_shown_by_some_damage() {
    // A file's clause is of its rule's kind; only a period made by a program can have another.
    let elsewhere = ["L721"];
    let shown =
        period_messages(FORM) + &period_messages(CONTENTS) + &event_messages() + &super::demand_lists::messages();
    let mut missing = unsaid(&shown, "L7");
    missing.retain(|code| !elsewhere.contains(&code.as_str()));
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn rosters() {
    assert!(read_roster("roster.json", ROSTER).problems.is_empty());
    let mut page = String::new();
    for (name, swaps) in ROSTERS {
        let read = read_roster("roster.json", &swap_all(ROSTER, swaps));
        assert!(read.roster.is_none(), "{name}");
        say(&mut page, name, &read.problems);
    }
    insta::assert_snapshot!(page);
}

const HAPPENED: &str = r#"{"schema": "leon/roster-events/1", "events": [
  {"kind": "absent", "person": "s01", "first": "2026-11-24", "last": "2026-11-26", "absence": "holiday"},
  {"kind": "absent", "person": "s02", "from": "2026-11-24T12:00", "to": "2026-11-24T23:00"},
  {"kind": "leaves", "person": "s03", "first": "2026-12-01"},
  {"kind": "returns", "person": "s04", "first": "2026-12-02"},
  {"kind": "off", "person": "h01", "first": "2026-12-03"},
  {"kind": "cover", "row": 2, "first": "2026-12-04", "last": "2026-12-06", "min": 2, "target": 3}
]}"#;

const EVENTS: &[Swaps] = &[
    ("another format", &[("leon/roster-events/1", "leon/events/1")]),
    ("an unknown kind", &[("\"leaves\"", "\"stopper\"")]),
    ("an unknown person", &[("\"s03\"", "\"s99\"")]),
    ("a person that looks like a CPR number", &[("\"s03\"", "\"010180-1234\"")]),
    ("nobody is away", &[("\"person\": \"s01\", ", "")]),
    ("away from nowhen", &[("\"first\": \"2026-11-24\", \"last\": \"2026-11-26\", ", "")]),
    ("away without an end", &[(", \"to\": \"2026-11-24T23:00\"", "")]),
    ("away until before", &[("2026-11-24T23:00", "2026-11-24T11:00")]),
    (
        "a date and a time",
        &[("\"first\": \"2026-12-02\"", "\"first\": \"2026-12-02\", \"from\": \"2026-12-02T12:00\"")],
    ),
    ("a time without its date", &[("2026-11-24T12:00", "12:00")]),
    ("the last date before the first", &[("\"last\": \"2026-11-26\"", "\"last\": \"2026-11-23\"")]),
    ("a date outside the period", &[("\"2026-12-01\"", "\"2027-12-01\"")]),
    ("a row that is not there", &[("\"row\": 2", "\"row\": 99")]),
    ("a target below the minimum", &[("\"target\": 3", "\"target\": 1")]),
    ("no minimum", &[("\"min\": 2, ", "")]),
    ("a field of another kind", &[("\"first\": \"2026-12-03\"", "\"first\": \"2026-12-03\", \"min\": 1")]),
    ("an unknown reason", &[("\"holiday\"", "\"ferie\"")]),
];

#[test]
fn events() {
    let period = read_period("period.json", EXAMPLE).period.unwrap();
    let whole = read_roster_events("events.json", HAPPENED, &period);
    assert!(whole.problems.is_empty(), "{:?}", whole.problems);
    let found = whole.events.unwrap();
    assert_eq!(found.len(), 6);
    let first = period.first;
    let (person, kind) = ("s01".into(), AbsenceKind::Holiday);
    let away = RosterEvent::Absent { person, from: (first + 1).midnight(), to: (first + 4).midnight(), kind };
    assert_eq!(found[0], away, "the last date is included");
    insta::assert_snapshot!(event_messages());
}

fn event_messages() -> String {
    let period = read_period("period.json", EXAMPLE).period.unwrap();
    let mut page = String::new();
    for (name, swaps) in EVENTS {
        let read = read_roster_events("events.json", &swap_all(HAPPENED, swaps), &period);
        assert!(read.events.is_none(), "{name}");
        say(&mut page, name, &read.problems);
    }
    page
}

/// Every value of the example in turn gives way to others: it is read or refused, and nothing panics.
#[test]
fn whatever_stands_in_a_period_is_read_or_refused() {
    let values: Vec<(usize, usize)> = spans(EXAMPLE);
    let others = ["null", "-1", "1e999", "\"\"", "[]", "{}", "\"9999-12-31\"", "\"0001-01-01T00:00Z\"", "\"23:59\""];
    for (at, (from, to)) in values.into_iter().enumerate() {
        let text = format!("{}{}{}", &EXAMPLE[..from], others[at % others.len()], &EXAMPLE[to..]);
        let read = read_period("period.json", &text);
        let refused = read.problems.iter().any(|it| !it.is_warning());
        assert_eq!(read.period.is_none(), refused, "{text}");
    }
}

/// Where the texts and numbers after a colon stand.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let after = text.match_indices("\": ").map(|(at, _)| at + 3);
    let scalar = after.filter(|from| !text[*from..].starts_with(['[', '{']));
    scalar
        .map(|from| {
            let rest = &text[from..];
            let end = match rest.strip_prefix('"') {
                Some(inner) => inner.find('"').expect("a text ends") + 2,
                None => rest.find([',', '}', ']', '\n']).expect("a value ends"),
            };
            (from, from + end)
        })
        .collect()
}

//! Day files: read, written, read again.

use leon_formats::Lang;
use leon_formats::day::{Clock, EXAMPLE, read_day, write_day};

#[test]
fn the_example_reads_without_problems_and_is_written_as_it_is() {
    let read = read_day("day.json", EXAMPLE);
    let said: Vec<String> = read.problems.iter().map(|it| it.message(Lang::En)).collect();
    assert_eq!(said, Vec::<String>::new());
    let day = read.day.unwrap();
    let again = read_day("day.json", &write_day(&day));
    assert_eq!(again.problems, []);
    assert_eq!(again.day.unwrap(), day);
}

/// A day file of one carer, with its dates, its shifts and the windows of its only visit.
fn file(dates: &str, shifts: &str, windows: &str) -> String {
    format!(
        r#"{{"schema": "leon/day/1", {dates},
        "groups": [{{"id": "ssh", "level": 1}}],
        "locations": [{{"id": "home", "latitude": 56, "longitude": 10}}],
        "transports": [{{"id": "bil", "kind": "car", "speed_kmh": 40}}],
        "citizens": [{{"id": "b01"}}],
        "carers": [{{"id": "m01", "group": "ssh", "shifts": [{shifts}]}}],
        "visits": [{{"id": "v01", "citizen": "b01", "location": "home", "slots": [{{"minutes": 15}}],
          "windows": [{windows}]}}]}}"#
    )
}

/// The times of the visit's windows and the carer's shifts.
fn times(text: &str) -> (Vec<String>, Vec<String>) {
    let read = read_day("day.json", text);
    let said: Vec<String> = read.problems.iter().map(|it| it.message(Lang::En)).collect();
    assert_eq!(said, Vec::<String>::new());
    let (day, clock) = (read.day.unwrap(), Clock::copenhagen());
    let windows = day.visits[0].windows.iter().map(|it| clock.label(it.open) + " " + &clock.label(it.close));
    let shifts = day.carers[0].shifts.iter().map(|it| clock.label(it.start) + " " + &clock.label(it.end));
    (windows.collect(), shifts.collect())
}

#[test]
fn windows_and_shifts_repeat_on_the_days_that_they_name() {
    // A Monday to Thursday. The night between Wednesday and Thursday: 23 to 7, with a break after midnight.
    let (windows, shifts) = times(&file(
        r#""dates": ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]"#,
        r#"{"start": "23:00", "end": "07:00", "transport": "bil", "days": ["wed"],
            "pauses": [{"earliest": "02:30", "latest": "03:30", "minutes": 30}]},
           {"start": "07:00", "end": "15:00", "transport": "bil", "days": ["mon", "2026-11-24"]}"#,
        r#"{"open": "18:00", "close": "19:00", "days": ["thu", "mon"]}, {"open": "08:00", "close": "09:00"}"#,
    ));
    assert_eq!(
        windows,
        [
            "2026-11-23T08:00+01:00 2026-11-23T09:00+01:00",
            "2026-11-23T18:00+01:00 2026-11-23T19:00+01:00",
            "2026-11-24T08:00+01:00 2026-11-24T09:00+01:00",
            "2026-11-25T08:00+01:00 2026-11-25T09:00+01:00",
            "2026-11-26T08:00+01:00 2026-11-26T09:00+01:00",
            "2026-11-26T18:00+01:00 2026-11-26T19:00+01:00",
        ]
    );
    assert_eq!(
        shifts,
        [
            "2026-11-23T07:00+01:00 2026-11-23T15:00+01:00",
            "2026-11-24T07:00+01:00 2026-11-24T15:00+01:00",
            "2026-11-25T23:00+01:00 2026-11-26T07:00+01:00",
        ]
    );
}

#[test]
fn a_night_is_as_long_as_the_clock_makes_it() {
    // The night when the clock is set back: 23 to 7 is 9 hours.
    let night = r#"{"start": "23:00", "end": "07:00", "transport": "bil"}"#;
    let text = file(
        r#""date": "2026-10-24""#,
        night,
        r#"{"open": "2026-10-25T02:30+02:00", "close": "2026-10-25T02:30+01:00"}"#,
    );
    let day = read_day("day.json", &text).day.unwrap();
    let shift = &day.carers[0].shifts[0];
    assert_eq!((shift.end - shift.start).minutes(), 9.0 * 60.0);
    let window = day.visits[0].windows[0];
    assert_eq!((window.close - window.open).minutes(), 60.0);
}

#[test]
fn a_problem_of_a_repeated_window_stands_where_the_file_has_it() {
    let text = file(
        r#""dates": ["2026-11-23", "2026-11-24"]"#,
        r#"{"start": "07:00", "end": "15:00", "transport": "bil"}"#,
        r#"{"open": "12:00", "close": "13:00"}, {"open": "09:00", "close": "08:00"}"#,
    );
    let problems = read_day("day.json", &text).problems;
    let places: Vec<_> = problems.iter().map(|it| (it.code(), it.column.as_deref().unwrap_or_default())).collect();
    assert_eq!(places, [("L511", "visits[0].windows[1].close"); 2]); // on each of the two dates
}

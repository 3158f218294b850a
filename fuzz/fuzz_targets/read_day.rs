//! Any text as a day, a plan of visits or events: read or refused, and every message can be said.
#![no_main]

use leon_formats::Lang;
use leon_formats::day::{EXAMPLE, Provenance, read_day, read_events, read_plan, write_day, write_events, write_plan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = read_day("day.json", text);
    for problem in &read.problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
    assert_eq!(read.day.is_none(), read.problems.iter().any(|it| !it.is_warning()));
    // What is read is written and read again as it was.
    if let Some(day) = read.day {
        assert_eq!(read_day("day.json", &write_day(&day)).day, Some(day));
    }
    if let Some(plan) = read_plan("plan.json", text).plan {
        assert_eq!(read_plan("plan.json", &write_plan(&plan, &Provenance::default())).plan, Some(plan));
    }
    let day = read_day("day.json", EXAMPLE).day.expect("the example is a day");
    if let Some(events) = read_events("events.json", text, &day).events {
        assert_eq!(read_events("events.json", &write_events(&events), &day).events, Some(events));
    }
});

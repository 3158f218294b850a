//! Any text as a period, a roster or what has happened to one: read or refused, and every message can be said.
#![no_main]

use leon_formats::period::{EXAMPLE, read_period, read_roster, read_roster_events, write_period, write_roster};
use leon_formats::{Lang, Problem};
use libfuzzer_sys::fuzz_target;

fn said(problems: &[Problem]) {
    for problem in problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
}

fuzz_target!(|text: &str| {
    let read = read_period("period.json", text);
    said(&read.problems);
    assert_eq!(read.period.is_none(), read.problems.iter().any(|it| !it.is_warning()));
    // What is read is written and read again as it was.
    if let Some(period) = read.period {
        assert_eq!(read_period("period.json", &write_period(&period)).period, Some(period));
    }
    let read = read_roster("roster.json", text);
    said(&read.problems);
    assert_eq!(read.roster.is_none(), read.problems.iter().any(|it| !it.is_warning()));
    if let Some(roster) = read.roster {
        let again = read_roster("roster.json", &write_roster(&roster, read.made_by.as_ref()));
        assert_eq!((again.roster, again.made_by), (Some(roster), read.made_by));
    }
    let example = read_period("period.json", EXAMPLE).period.expect("the example is a period");
    let read = read_roster_events("events.json", text, &example);
    said(&read.problems);
    assert_eq!(read.events.is_none(), read.problems.iter().any(|it| !it.is_warning()));
});

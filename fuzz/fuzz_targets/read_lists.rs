//! Any text as a list: demand of a period, visits and carers of a day. Read or refused, and every message can be said.
#![no_main]

use leon_formats::day::{read_day, read_day_lists, write_day};
use leon_formats::period::{EXAMPLE, read_demand, read_period};
use leon_formats::{Lang, Problem};
use libfuzzer_sys::fuzz_target;

fn said(problems: &[Problem]) {
    for problem in problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
}

fuzz_target!(|text: &str| {
    let period = read_period("period.json", EXAMPLE).period.expect("the example is a period");
    let read = read_demand("demand.csv", text, &period);
    said(&read.problems);
    assert_eq!(read.rows.is_none(), read.problems.iter().any(|it| !it.is_warning()));
    // The visits end where an empty line begins the carers.
    let (visits, carers) = text.split_once("\n\n").unwrap_or((text, ""));
    let read = read_day_lists(("visits.csv", visits), ("carers.csv", carers), "2026-11-23");
    said(&read.problems);
    assert_eq!(read.day.is_none(), read.problems.iter().any(|it| !it.is_warning()));
    if let Some(day) = read.day {
        assert_eq!(read_day("day.json", &write_day(&day)).day, Some(day));
    }
});

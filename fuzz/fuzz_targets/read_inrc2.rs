//! Any text as a scenario, a history or a week of INRC-II: it is read or refused, and every message can be said.
#![no_main]

use leon_formats::Lang;
use leon_formats::research::{
    ResearchProblem, read_inrc2_history, read_inrc2_scenario, read_inrc2_week, write_inrc2_history,
};
use libfuzzer_sys::fuzz_target;

const SCENARIO: &str = include_str!("../../crates/leon-formats/tests/it/research/rosters/Sc-n003w1.txt");

fn said<T>(read: &Result<T, Vec<ResearchProblem>>) {
    let Err(problems) = read else { return };
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
}

fuzz_target!(|text: &str| {
    said(&read_inrc2_scenario(text));
    let scenario = read_inrc2_scenario(SCENARIO).expect("the scenario of the tests");
    said(&read_inrc2_week(text, &scenario));
    let history = read_inrc2_history(text, &scenario);
    said(&history);
    // What is read is written and read again as it was.
    if let Ok(history) = history {
        assert_eq!(read_inrc2_history(&write_inrc2_history(&history, &scenario), &scenario), Ok(history));
    }
});

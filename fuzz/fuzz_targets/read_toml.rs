//! Any bytes as a scenario or a measure: read or refused, and every message can be said.
#![no_main]

use leon_formats::measure::read_measure;
use leon_formats::scenario::read_scenario;
use leon_formats::{Lang, example_case};
use leon_model::Case;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let case = Case::new(example_case()).expect("the example is a case");
    let read = read_scenario("scenario.toml", bytes, &case);
    for problem in &read.problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
    assert_eq!(read.scenario.is_none(), read.problems.iter().any(|it| !it.is_warning()));
    if let Err(problems) = read_measure(bytes) {
        assert!(!problems.is_empty());
        for problem in problems {
            assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
        }
    }
});

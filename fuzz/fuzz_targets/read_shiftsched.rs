//! Any text as an instance of the shift scheduling benchmark: it is read or refused, and every message can be said.
#![no_main]

use leon_formats::Lang;
use leon_formats::research::read_shiftsched;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Err(problems) = read_shiftsched(text) else { return };
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
});

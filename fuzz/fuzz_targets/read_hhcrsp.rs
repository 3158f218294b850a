//! Any text as HHCRSP-JSON, an instance and a solution: it is read or refused, and every message can be said.
#![no_main]

use leon_formats::Lang;
use leon_formats::research::{ResearchProblem, read_hhcrsp, read_hhcrsp_solution, write_hhcrsp, write_hhcrsp_solution};
use libfuzzer_sys::fuzz_target;

fn said(problems: &[ResearchProblem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
}

fuzz_target!(|text: &str| {
    match read_hhcrsp(text) {
        // What is read is written and read again as it was.
        Ok(instance) => assert_eq!(read_hhcrsp(&write_hhcrsp(&instance)).as_ref(), Ok(&instance)),
        Err(problems) => said(&problems),
    }
    match read_hhcrsp_solution(text) {
        Ok(solution) => {
            let written = write_hhcrsp_solution(&solution, &Default::default());
            assert_eq!(read_hhcrsp_solution(&written), Ok(solution));
        }
        Err(problems) => said(&problems),
    }
});

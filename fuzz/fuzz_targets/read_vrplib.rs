//! Any text as VRPLIB, an instance and a solution: it is read or refused, and every message can be said.
#![no_main]

use leon_formats::Lang;
use leon_formats::research::{ResearchProblem, read_sol, read_vrplib, write_sol, write_vrplib};
use libfuzzer_sys::fuzz_target;

fn said(problems: &[ResearchProblem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
}

fuzz_target!(|text: &str| {
    match read_vrplib(text) {
        // What is read is written and read again as it was.
        Ok(instance) => {
            assert!(instance.distance_tenths(0, instance.nodes.len() - 1) >= 0);
            assert_eq!(read_vrplib(&write_vrplib(&instance)).as_ref(), Ok(&instance));
        }
        Err(problems) => said(&problems),
    }
    match read_sol(text) {
        Ok(sol) => {
            let again = read_sol(&write_sol(&sol.routes, sol.cost.unwrap_or_default())).expect("it was written");
            let driven: Vec<_> = sol.routes.into_iter().filter(|it| !it.is_empty()).collect();
            assert_eq!(again.routes, driven);
        }
        Err(problems) => said(&problems),
    }
});

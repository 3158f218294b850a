//! A table of a million rows is read in a few seconds.

use crate::damage::Files;
use leon_formats::check_case;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

#[test]
fn a_million_needs() {
    let mut files = Files::example();
    let header = files.text("needs.csv").lines().next().unwrap().to_owned();
    // 1,000 places × 334 tasks × 3 complexities = 1,002,000 needs.
    let mut needs = header + "\n";
    for place in 0..1000 {
        files.append("places.csv", &format!("p{place},P {place},unit,nord,,,,,,,,,,,,\n"));
        for task in 0..334 {
            for complexity in ["low", "medium", "high"] {
                let _ = writeln!(needs, "p{place},home_care,t{task},{complexity},3.25,,,register,visitation");
            }
        }
    }
    for task in 0..334 {
        let cells = "odd_job,,,false,practical_help,practical_help,practical_help,1,,,register,visitation";
        files.append("tasks.csv", &format!("t{task},T,T,{cells}\n"));
    }
    files.put("needs.csv", needs);
    let start = Instant::now();
    let checked = check_case(&files.0);
    let took = start.elapsed();
    assert_eq!(checked.problems, []);
    assert_eq!(checked.case.unwrap().needs.len(), 1_002_000);
    eprintln!("read in {took:?}");
    assert!(took < Duration::from_secs(30), "{took:?}");
}

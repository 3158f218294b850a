//! A day and a period are brought in from a file; one with errors is not, and it is said why.

use crate::house::file;
use crate::visitor::Visitor;
use leon_formats::{day, period};

#[test]
fn files_are_brought_in_and_errors_are_told() {
    let folder = tempfile::tempdir().unwrap();
    for (name, list, body) in [("pia", "/routes", day::EXAMPLE), ("vera", "/rosters", period::EXAMPLE)] {
        let Some(mut planner) = Visitor::signed_in(name) else { return };
        let good = file(&folder, "good.json", body);
        // Each begins with its schema: this one is of another.
        let bad = file(&folder, "bad.json", &body.replacen("leon/", "noel/", 1));
        planner.in_each_language(|planner| {
            planner.bring(list, &good);
            assert!(planner.here().starts_with(list), "{}", planner.here());
            planner.is_well();

            planner.open(list);
            planner.choose_file("#file", &bad);
            planner.enter("form[enctype] button");
            planner.find("main:not(:has(form))");
            assert!(planner.text("h1").contains(&planner.says("refused-wrong")));
            // Chromium notes that the answer was a refusal.
            assert!(planner.complaints().iter().all(|it| it.contains("422")));
            planner.is_well();
        });
    }
}

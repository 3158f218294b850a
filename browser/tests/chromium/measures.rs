//! Måling: what was promised of a measure beside what planning again shows.

// The same tables as the server's own tests read.
#[path = "../../../crates/leon-server/tests/common/results.rs"]
mod results;

use crate::visitor::Visitor;
use leon_formats::results::write_results;
use std::path::{Path, PathBuf};

/// A folder as `leon measure --all --out` writes it.
pub fn folder(beside: &Path) -> PathBuf {
    let folder = beside.join("measures");
    write_results(&results::results(), &folder).unwrap();
    folder
}

#[test]
fn a_measure_opens_its_promise_and_what_it_rests_on() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        visitor.open("/measures");
        visitor.is_well();
        visitor.enter("a[href='/measures/robot']");
        assert!(visitor.text("main").contains(&visitor.says("account-travel")));
        visitor.is_well();
        visitor.enter("main a[href='/measures']");
        assert!(visitor.text("h1").contains(&visitor.says("measures-title")));
    });
}

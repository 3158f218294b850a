//! Every case in `cases/`: what a rule says to a few duties.

use crate::case::{Case, File};

const FILES: [(&str, &str); 6] = [
    ("rest", include_str!("cases/rest.toml")),
    ("hours", include_str!("cases/hours.toml")),
    ("length", include_str!("cases/length.toml")),
    ("notice", include_str!("cases/notice.toml")),
    ("nights_and_weekends", include_str!("cases/nights_and_weekends.toml")),
    ("shares", include_str!("cases/shares.toml")),
];

pub fn cases() -> Vec<(&'static str, Case)> {
    let read = |(name, text): (&'static str, &str)| {
        let file: File = toml::from_str(text).unwrap_or_else(|error| panic!("{name}.toml: {error}"));
        file.cases.into_iter().map(move |case| (name, case))
    };
    FILES.into_iter().flat_map(read).collect()
}

#[test]
fn every_case_has_the_answer_that_it_tells() {
    let wrong: Vec<String> =
        cases().iter().filter_map(|(file, it)| it.wrong().map(|why| format!("{file}: {why}"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

//! Every case in `cases/`: what a rule says to a few duties.

use crate::case::{Case, File};
use crate::packs::rule_packs;
use std::collections::BTreeSet;

const FILES: [(&str, &str); 6] = [
    ("rest", include_str!("cases/rest.toml")),
    ("hours", include_str!("cases/hours.toml")),
    ("length", include_str!("cases/length.toml")),
    ("notice", include_str!("cases/notice.toml")),
    ("nights_and_weekends", include_str!("cases/nights_and_weekends.toml")),
    ("shares", include_str!("cases/shares.toml")),
];

fn cases() -> Vec<(&'static str, Case)> {
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

#[test]
fn every_rule_with_parameters_is_just_kept_and_just_broken() {
    let (mut kept, mut broken) = (BTreeSet::new(), BTreeSet::new());
    for (_, case) in cases() {
        let of = if case.found.is_empty() { &mut kept } else { &mut broken };
        of.extend(case.kind());
    }
    let kinds: BTreeSet<_> =
        rule_packs().iter().flat_map(|it| &it.rules).filter(|it| it.clause.is_some()).map(|it| it.kind).collect();
    // These change what other rules find; the cases of daily_rest, norm_hours and average_hours show them.
    let found_by_others = ["reduced_rest", "on_call_rest", "norm_hours"];
    for kind in kinds.into_iter().filter(|it| !found_by_others.contains(&it.word())) {
        assert!(kept.contains(&kind), "no case keeps {}", kind.word());
        assert!(broken.contains(&kind), "no case breaks {}", kind.word());
    }
}

//! A case with one of its files replaced: it is read or refused, and every message can be said.
//!
//! The first byte of the input chooses the file, the rest is what stands in it.
#![no_main]

use leon_formats::{EXAMPLE_FILES, Lang, WriteOptions, case_files, check_case};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

fuzz_target!(|input: &[u8]| {
    let Some((choice, text)) = input.split_first() else { return };
    let mut files: BTreeMap<String, Vec<u8>> =
        EXAMPLE_FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let (name, _) = EXAMPLE_FILES[usize::from(*choice) % EXAMPLE_FILES.len()];
    files.insert(name.to_owned(), text.to_vec());

    let checked = check_case(&files);
    for problem in &checked.problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
    let refused = checked.problems.iter().any(|it| !it.is_warning());
    assert_eq!(checked.case.is_none(), refused);
    // What is read is written and read again as it was.
    if let Some(case) = checked.case {
        let tables = case.into_tables();
        let files = case_files(&tables, &WriteOptions::default()).expect("a case that was read has a good name");
        let again = check_case(&files).case.expect("a case that was read is good").into_tables();
        assert_eq!(again, tables);
    }
});

//! Whatever stands in its files, a case is read or refused: nothing panics.

use crate::damage::Files;
use leon_formats::{EXAMPLE_FILES, Lang, check_case};
use proptest::prelude::*;

fn any_file() -> impl Strategy<Value = &'static str> {
    prop::sample::select(EXAMPLE_FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>())
}

/// Reads the case and asks for every message.
fn read(files: &Files) {
    let checked = check_case(&files.0);
    for problem in &checked.problems {
        for lang in Lang::ALL {
            assert!(!problem.message(lang).is_empty());
        }
    }
    assert_eq!(checked.case.is_none(), checked.problems.iter().any(|it| !it.is_warning()));
}

/// Bytes that mean something in a table.
fn telling_bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        &b","[..],
        b"\"",
        b"\n",
        b"\r",
        b";",
        b" ",
        b"0101801234",
        b"-1",
        b"1e999",
        b"nord",
        b"nurse",
        b"\xe6",
        b"\0",
        b"low",
        b"true",
        b"\xef\xbb\xbf",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b"\"name\"",
        b"../",
        b"4294967296",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes(file in any_file(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut files = Files::example();
        files.put(file, bytes);
        read(&files);
    }

    #[test]
    fn a_piece_put_anywhere(file in any_file(), at in any::<prop::sample::Index>(), cut in 0..20_usize, piece in telling_bytes()) {
        let mut files = Files::example();
        let mut bytes = files.0[file].clone();
        let at = at.index(bytes.len());
        let end = bytes.len().min(at + cut);
        bytes.splice(at..end, piece);
        files.put(file, bytes);
        read(&files);
    }
}

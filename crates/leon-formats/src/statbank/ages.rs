//! Ages as Statistics Denmark writes them.

use leon_model::{AgeBand, FiveYears};

/// No end.
const OPEN: u32 = u32::MAX;

/// What a word says of age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Age {
    /// All ages together.
    All,
    /// From an age up to, not including, another.
    Range(u32, u32),
}

/// An age: `67 år`, `65-79 år`, `80 år og derover`, `80+`, `Under 65 år`, `I alt`; `None` for another text.
pub(super) fn age(text: &str) -> Option<Age> {
    let text = text.to_lowercase();
    if ["alt", "total", "tot", "ialt"].iter().any(|it| text.split_whitespace().any(|word| word == *it)) {
        return Some(Age::All);
    }
    let numbers: Vec<u32> = text
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| !it.is_empty())
        .map(|it| it.parse().ok().filter(|age| *age <= 150))
        .collect::<Option<_>>()?;
    let open = ["derover", "over", "ov", "+"].iter().any(|it| text.contains(it)) || text.trim_end().ends_with('-');
    match numbers[..] {
        [to] if text.contains("under") => Some(Age::Range(0, to)),
        [from] if open => Some(Age::Range(from, OPEN)),
        [only] => Some(Age::Range(only, only + 1)),
        [from, to] if from <= to => Some(Age::Range(from, to + 1)),
        _ => None,
    }
}

/// The band that holds the whole range.
pub(super) fn band(from: u32, to: u32) -> Option<AgeBand> {
    within(&[0, 6, 17, 20, 35, 65, 80], from, to).map(|at| AgeBand::ALL[at])
}

/// The five-year ages that hold the whole range.
pub(super) fn five_years(from: u32, to: u32) -> Option<FiveYears> {
    let starts: Vec<u32> = (0..FiveYears::ALL.len() as u32).map(|it| 5 * it).collect();
    within(&starts, from, to).map(|at| FiveYears::ALL[at])
}

/// Which of the ranges that begin so holds the whole of another; the last has no end.
pub(super) fn within(starts: &[u32], from: u32, to: u32) -> Option<usize> {
    let at = starts.iter().rposition(|start| *start <= from)?;
    (to <= starts.get(at + 1).copied().unwrap_or(OPEN)).then_some(at)
}

/// Whether ranges follow on each other from 0 without an end, none left out or twice.
pub(super) fn is_whole(mut ranges: Vec<(u32, u32)>) -> bool {
    ranges.sort_unstable();
    let ends = ranges.iter().try_fold(0, |end, (from, to)| (*from == end).then_some(*to));
    // Single ages may stop at the oldest there is.
    ends.is_some_and(|end| end == OPEN || end >= 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_as_they_are_written() {
        for (text, expected) in [
            ("I alt", Some(Age::All)),
            ("Alder i alt", Some(Age::All)),
            ("TOT", Some(Age::All)),
            ("67 år", Some(Age::Range(67, 68))),
            ("0", Some(Age::Range(0, 1))),
            ("65-79 år", Some(Age::Range(65, 80))),
            ("80 år og derover", Some(Age::Range(80, OPEN))),
            ("100 år +", Some(Age::Range(100, OPEN))),
            ("80-", Some(Age::Range(80, OPEN))),
            ("Under 65 år", Some(Age::Range(0, 65))),
            ("79-65 år", None),
            ("Gifte", None),
        ] {
            assert_eq!(age(text), expected, "{text}");
        }
    }

    #[test]
    fn a_band_holds_only_what_lies_within() {
        assert_eq!(band(65, 67), Some(AgeBand::From65));
        assert_eq!(band(75, 85), None);
        assert_eq!(band(85, OPEN), Some(AgeBand::From80));
        assert_eq!(five_years(85, OPEN), Some(FiveYears::From85));
        assert_eq!(five_years(80, OPEN), None);
        assert!(is_whole(vec![(65, OPEN), (0, 65)]) && !is_whole(vec![(0, 65), (66, OPEN)]) && !is_whole(vec![]));
    }
}

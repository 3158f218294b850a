//! Whole minutes for parts that must add up to a whole: the method of largest remainders.

use crate::fine::Fine;
use leon_model::Minutes;
use std::cmp::Reverse;

/// Whole minutes for each part, adding up to the total: each part's full minutes, then one more for
/// those with the largest remainders, earlier parts first among equals. No part moves by a minute.
///
/// `None` when the parts lie more than half a minute from the total, so that no such minutes exist.
///
/// Also known as Hamilton's or Hare-Niemeyer's method.
pub(crate) fn apportion(total: Minutes, parts: &[Fine]) -> Option<Vec<Minutes>> {
    let mut minutes: Vec<Minutes> = parts.iter().map(|it| it.floor()).collect();
    let left = total - minutes.iter().copied().sum();
    let left = usize::try_from(left.0).ok().filter(|it| *it <= parts.len())?;
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    by_remainder.sort_by_key(|&part| Reverse(parts[part].remainder()));
    for &part in &by_remainder[..left] {
        minutes[part] += Minutes(1);
    }
    Some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thousandths(parts: &[i128]) -> Vec<Fine> {
        parts.iter().map(|it| Fine(it * 1000)).collect()
    }

    #[test]
    fn the_largest_remainders_get_the_minutes_left() {
        type Example = (i64, &'static [i128], Option<&'static [i64]>);
        let cases: [Example; 8] = [
            (10, &[3_300, 3_300, 3_400], Some(&[3, 3, 4])),
            (10, &[3_500, 3_500, 3_000], Some(&[4, 3, 3])), // the earlier of equals
            (11, &[10_500], Some(&[11])),
            (2, &[600, 700, 700], Some(&[0, 1, 1])),
            (0, &[], Some(&[])),
            (0, &[400], Some(&[0])),
            (1, &[], None),      // a minute and nobody to have it
            (5, &[7_000], None), // too much
        ];
        for (total, parts, expected) in cases {
            let expected = expected.map(|it| it.iter().copied().map(Minutes).collect::<Vec<_>>());
            assert_eq!(apportion(Minutes(total), &thousandths(parts)), expected, "{total} among {parts:?}");
        }
    }
}

//! Which citizens have taken a measure up: by a number that each has, whatever the measure's figures are.

use leon_model::rng::Rng;

/// A number from 0 to 1 that somebody or something has for a measure and a seed.
///
/// Whoever lies below a share is in it, so raising the share keeps those who were in before: the same days with other
/// figures stay as alike as they can.
pub(crate) fn draw(of: &str, what: &str, seed: u64) -> f64 {
    Rng::new(seed_of(of, what, seed)).unit()
}

/// A seed of one's own for each text and seed: FNV-1a, 64 bits.
pub(crate) fn seed_of(of: &str, what: &str, seed: u64) -> u64 {
    let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    of.bytes().chain([0]).chain(what.bytes()).fold(0xCBF2_9CE4_8422_2325 ^ seed, fnv)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_even_and_apart() {
        // 10,000 even draws have a mean of 0.5 ± 0.0029.
        let draws = |what: &str, seed: u64| (0..10_000).map(|i| draw(&format!("B{i}"), what, seed)).collect::<Vec<_>>();
        let (one, other) = (draws("robot", 1), draws("screen", 1));
        let mean = one.iter().sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.015, "{mean}");
        // Below 0.3 in both: 0.09 ± 0.003.
        let both = one.iter().zip(&other).filter(|(one, other)| **one < 0.3 && **other < 0.3).count();
        assert!((both as f64 / 10_000.0 - 0.09).abs() < 0.015, "{both}");
        assert_ne!(one, draws("robot", 2));
    }
}

//! Numbers by chance, the same on every machine.
//!
//! xoshiro256** seeded by splitmix64 (Blackman and Vigna 2021, doi 10.1145/3460772). Only +, −, ×, ÷ and √ are used
//! on what it gives, which IEEE 754 fixes to the last bit; logarithms and sines differ from machine to machine.

/// A stream of numbers by chance.
#[derive(Clone, Debug)]
pub(crate) struct Chance([u64; 4]);

/// What a stream is for. Each purpose has its own, so that one more double visit moves no house.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    Citizens = 1,
    Times,
    Geography,
    Doubles,
    Screens,
    Staff,
    Faces,
    Wishes,
    Trainees,
    Along,
    Waiting,
    Orders,
    People,
    History,
    Absences,
    RosterWishes,
    NightRounds,
}

impl Chance {
    pub(crate) fn new(seed: u64, purpose: Purpose) -> Self {
        let mut state = seed ^ (purpose as u64).wrapping_mul(0xD1B5_4A32_D192_ED03);
        Self(std::array::from_fn(|_| {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^ (mixed >> 31)
        }))
    }

    fn next(&mut self) -> u64 {
        let Self(s) = self;
        let result = s[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// From 0 to just under 1, evenly.
    pub(crate) fn even(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Yes, with this probability.
    pub(crate) fn yes(&mut self, probability: f64) -> bool {
        self.even() < probability
    }

    /// One of 0, 1, …, `count` − 1; 0 if there is none.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        ((self.even() * count as f64) as usize).min(count.saturating_sub(1))
    }

    /// Between two whole numbers, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as usize) as i64
    }

    /// The whole part of a number, and one more as often as its fraction says.
    pub(crate) fn whole(&mut self, number: f64) -> usize {
        number as usize + usize::from(self.yes(number - (number as usize) as f64))
    }

    /// A place in a list of weights, as often as its weight says; the first if all weigh nothing.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.even() * weights.iter().sum::<f64>();
        for (i, weight) in weights.iter().enumerate() {
            if left < *weight {
                return i;
            }
            left -= weight;
        }
        weights.iter().rposition(|&weight| weight > 0.0).unwrap_or(0)
    }

    /// A list in an order by chance (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        // The first number from the state 1, 2, 3, 4: rotl(2 × 5, 7) × 9 = 1280 × 9 = 11520; the second: s1 = 2^3^1 = 0.
        let mut chance = Chance([1, 2, 3, 4]);
        assert_eq!((chance.next(), chance.next()), (11520, 0));
    }

    #[test]
    fn chances_are_what_they_are_called() {
        let mut chance = Chance::new(7, Purpose::Citizens);
        let draws = 100_000;
        let mut counts = [0; 3];
        for _ in 0..draws {
            counts[chance.weighted(&[1.0, 0.0, 3.0])] += 1;
        }
        // A quarter of 100,000, standard error √(100,000 × 1/4 × 3/4) = 137.
        assert!((counts[0] - 25_000_i64).abs() < 4 * 137 && counts[1] == 0, "{counts:?}");
        let ones: usize = (0..draws).map(|_| chance.whole(0.25)).sum();
        assert!(ones.abs_diff(25_000) < 4 * 137, "{ones}");
        assert_eq!(chance.below(0), 0);
    }
}

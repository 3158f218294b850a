//! How often somebody may ask: a person, or an address where nobody is signed in. Reads and changes are counted apart.

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

/// Reads a minute of each who asks, when the operator says nothing: no planner comes near.
pub const READS_A_MINUTE: u32 = 1200;
/// Reads for each change: a planner looks more than they change.
const READS_A_CHANGE: u32 = 5;
/// Requests after which those who have been quiet are forgotten, so that memory is bounded by who asks now.
const SWEEP: u32 = 4096;

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    /// Somebody who is signed in, by a session or a token.
    Person(String),
    /// An address; the first half of one of IPv6, for whoever has one has all that begin so.
    Address(IpAddr),
}

impl Asker {
    /// Whoever is at an address.
    pub fn at(address: IpAddr) -> Self {
        Self::Address(match address.to_canonical() {
            IpAddr::V6(it) => Ipv6Addr::from_bits(it.to_bits() & (u128::MAX << 64)).into(),
            it => it,
        })
    }
}

type Limiter<C> = RateLimiter<Asker, DashMapStateStore<Asker>, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// What everybody may ask in a minute, and at once (GCRA). The clock is not the one on the wall, which jumps.
pub struct Rates<C: Clock = MonotonicClock> {
    /// `None`: without limit.
    limiters: Option<[Limiter<C>; 2]>,
    clock: C,
    asked: AtomicU32,
}

impl<C: Clock + Clone> Rates<C> {
    /// So many reads a minute for each who asks, and a fifth as many changes; 0 is without limit.
    pub fn a_minute(reads: u32, clock: C) -> Self {
        let limiter = |count| RateLimiter::dashmap_with_clock(Quota::per_minute(count), clock.clone());
        let limiters = NonZeroU32::new(reads).map(|reads| {
            let changes = NonZeroU32::new(reads.get() / READS_A_CHANGE).unwrap_or(NonZeroU32::MIN);
            [limiter(reads), limiter(changes)]
        });
        Self { limiters, clock, asked: AtomicU32::new(0) }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// The seconds after which the next one would be answered.
    pub fn ask(&self, asker: &Asker, is_change: bool) -> Result<(), u64> {
        let Some(limiters) = &self.limiters else { return Ok(()) };
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            for limiter in limiters {
                limiter.retain_recent();
                limiter.shrink_to_fit();
            }
        }
        limiters[usize::from(is_change)].check_key(asker).map_err(|until| {
            let wait = until.wait_time_from(self.clock.now());
            wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
        })
    }

    /// Who is remembered.
    #[cfg(test)]
    fn remembered(&self) -> usize {
        self.limiters.iter().flatten().map(RateLimiter::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;
    use std::time::Duration;

    fn person(name: &str) -> Asker {
        Asker::Person(name.to_owned())
    }

    #[test]
    fn each_has_so_many_reads_a_minute_and_a_fifth_as_many_changes() {
        let clock = FakeRelativeClock::default();
        let rates = Rates::a_minute(60, clock.clone());
        let (anna, bo) = (person("anna"), person("bo"));
        assert!((0..60).all(|_| rates.ask(&anna, false).is_ok()));
        assert_eq!(rates.ask(&anna, false), Err(1));
        assert_eq!(rates.ask(&bo, false), Ok(()));
        assert!((0..12).all(|_| rates.ask(&anna, true).is_ok()));
        assert_eq!(rates.ask(&anna, true), Err(5), "60 s / 12");
        clock.advance(Duration::from_secs(1));
        assert_eq!((rates.ask(&anna, false), rates.ask(&anna, false)), (Ok(()), Err(1)));
        assert_eq!(rates.ask(&anna, true), Err(4));
        clock.advance(Duration::from_secs(60));
        assert!((0..60).all(|_| rates.ask(&anna, false).is_ok()));
    }

    #[test]
    fn whoever_is_quiet_is_forgotten() {
        let clock = FakeRelativeClock::default();
        let rates = Rates::a_minute(60, clock.clone());
        let ask = |from: u32, count: u32| {
            for it in from..from + count {
                rates.ask(&Asker::Address(IpAddr::from(it.to_be_bytes())), false).unwrap();
            }
        };
        ask(0, SWEEP - 1);
        assert_eq!(rates.remembered(), SWEEP as usize - 1);
        clock.advance(Duration::from_secs(2));
        ask(SWEEP, 1);
        assert_eq!(rates.remembered(), 1);
    }

    #[test]
    fn nought_is_without_limit() {
        let rates = Rates::a_minute(0, FakeRelativeClock::default());
        assert!((0..10_000).all(|_| rates.ask(&person("anna"), true).is_ok()));
        assert_eq!(rates.remembered(), 0);
    }

    #[test]
    fn an_address_is_that_of_a_house() {
        let at = |text: &str| Asker::at(text.parse().unwrap());
        assert_eq!(at("2001:db8::1"), at("2001:db8::ffff:1"));
        assert_ne!(at("2001:db8::1"), at("2001:db8:0:1::1"));
        assert_eq!(at("::ffff:10.0.0.1"), at("10.0.0.1"));
        assert_ne!(at("10.0.0.1"), at("10.0.0.2"));
    }
}

//! How often one address may try to sign in.

use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// Tries in a window.
const TRIES_MAX: u32 = 30;
const WINDOW: SignedDuration = SignedDuration::from_mins(5);
/// Addresses remembered; above that the oldest windows are forgotten.
const ADDRESSES_MAX: usize = 10_000;

/// Counts tries by address.
#[derive(Default)]
pub struct Throttle(Mutex<BTreeMap<IpAddr, (Timestamp, u32)>>);

impl Throttle {
    /// Counts a try; `false` when the address has used up its window.
    pub fn may_try(&self, address: IpAddr, now: Timestamp) -> bool {
        let mut tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.len() >= ADDRESSES_MAX {
            tries.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
        }
        let (since, count) = tries.entry(address).or_insert((now, 0));
        if now.duration_since(*since) >= WINDOW {
            (*since, *count) = (now, 0);
        }
        *count += 1;
        *count <= TRIES_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_thirty_tries_in_five_minutes() {
        let throttle = Throttle::default();
        let (one, other) = (IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2]));
        let now: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        assert!((0..30).all(|_| throttle.may_try(one, now)));
        assert!(!throttle.may_try(one, now));
        assert!(throttle.may_try(other, now));
        assert!(!throttle.may_try(one, now + SignedDuration::from_secs(299)));
        assert!(throttle.may_try(one, now + SignedDuration::from_secs(300)));
    }
}

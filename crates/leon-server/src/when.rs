//! When something happened, for people: as clocks in Denmark show it.

use jiff::Timestamp;
use leon_model::Moment;

/// Date and time to the minute, as `2026-11-23 09:30`.
pub fn when(at: Timestamp) -> String {
    let at = Moment(at.as_second());
    format!("{} {}", at.danish_date(), at.danish_time())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_an_hour_before_utc_and_two_in_summer() {
        let shown = |at: &str| when(at.parse().unwrap());
        assert_eq!(shown("2026-11-23T23:30:59Z"), "2026-11-24 00:30");
        assert_eq!(shown("2026-07-01T08:00:00Z"), "2026-07-01 10:00");
    }
}

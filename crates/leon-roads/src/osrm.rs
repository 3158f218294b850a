//! The table service of OSRM.

use crate::transport::Transport;
use crate::{Point, Roads, RoadsError, sized};
use serde::Deserialize;
use std::fmt::Write as _;

#[derive(Deserialize)]
struct Answer {
    code: String,
    /// Seconds, row by row; `null` where there is no way.
    durations: Vec<Vec<Option<f64>>>,
}

/// The times from some points to others.
pub(crate) fn block(
    roads: &Roads,
    transport: &Transport,
    from: &[Point],
    to: &[Point],
) -> Result<Vec<Vec<Option<u32>>>, RoadsError> {
    let address = roads.address(&query(&roads.profile, from, to));
    let answer = transport.ask(|agent| agent.get(&address).call())?;
    match serde_json::from_slice(&answer) {
        Ok(Answer { code, durations }) if code == "Ok" => sized(durations, from, to),
        _ => Err(RoadsError::NotAnAnswer { service: "OSRM" }),
    }
}

/// Longitude first; six decimals are a tenth of a metre.
fn query(profile: &str, from: &[Point], to: &[Point]) -> String {
    let mut query = format!("table/v1/{profile}/");
    for (index, point) in from.iter().chain(to).enumerate() {
        let separator = if index == 0 { "" } else { ";" };
        let _ = write!(query, "{separator}{:.6},{:.6}", point.lon, point.lat);
    }
    let numbers = |range: std::ops::Range<usize>| range.map(|it| it.to_string()).collect::<Vec<_>>().join(";");
    let sources = numbers(0..from.len());
    let destinations = numbers(from.len()..from.len() + to.len());
    let _ = write!(query, "?annotations=duration&sources={sources}&destinations={destinations}");
    query
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longitude_comes_first() {
        let point = |lat, lon| Point { lat, lon };
        assert_eq!(
            query("driving", &[point(55.5, 12.25)], &[point(-1.0, 0.5), point(56.0, 9.0)]),
            "table/v1/driving/12.250000,55.500000;0.500000,-1.000000;9.000000,56.000000\
             ?annotations=duration&sources=0&destinations=1;2"
        );
    }
}

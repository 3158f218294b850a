//! The time-distance matrix of Valhalla.

use crate::transport::Transport;
use crate::{Point, Roads, RoadsError, sized};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Answer {
    sources_to_targets: Vec<Vec<Cell>>,
}

#[derive(Deserialize)]
struct Cell {
    /// Seconds; `null` where there is no way.
    #[serde(deserialize_with = "Option::deserialize")]
    time: Option<f64>,
}

/// The times from some points to others.
pub(crate) fn block(
    roads: &Roads,
    transport: &Transport,
    from: &[Point],
    to: &[Point],
) -> Result<Vec<Vec<Option<u32>>>, RoadsError> {
    let points = |points: &[Point]| -> Vec<Value> {
        points.iter().map(|point| json!({"lat": point.lat, "lon": point.lon})).collect()
    };
    let question = json!({"sources": points(from), "targets": points(to), "costing": roads.profile}).to_string();
    let address = roads.address("sources_to_targets");
    let answer = transport.ask(|agent| agent.post(&address).content_type("application/json").send(&question))?;
    let Answer { sources_to_targets } =
        serde_json::from_slice(&answer).map_err(|_| RoadsError::NotAnAnswer { service: "Valhalla" })?;
    let times = |row: Vec<Cell>| row.into_iter().map(|it| it.time).collect();
    sized(sources_to_targets.into_iter().map(times).collect(), from, to)
}

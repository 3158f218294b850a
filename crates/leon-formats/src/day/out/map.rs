//! A plan as a map: GeoJSON (RFC 7946) with a line for each route and a point for each stop.

use super::{ends, found, location};
use crate::day::Clock;
use leon_model::{Day, Doing, Location, Point, Route, RoutePlan, Stop};
use serde_json::{Value, json};

/// The map of a plan. A feature holds ids and times only: no label, no citizen.
///
/// A line is straight from stop to stop. Stops at places without a point, and routes at a screen, are not on it.
pub fn plan_map(day: &Day, plan: &RoutePlan, clock: &Clock) -> String {
    let features: Vec<Value> = plan.routes.iter().flat_map(|it| route_features(day, it, clock)).collect();
    let map = json!({ "type": "FeatureCollection", "features": features });
    serde_json::to_string(&map).expect("a value is written") + "\n"
}

fn route_features(day: &Day, route: &Route, clock: &Clock) -> Vec<Value> {
    if route.transport.is_none() {
        return Vec::new();
    }
    let (from, to) = ends(day, route);
    let stops: Vec<(usize, &Stop, Point)> = (1..)
        .zip(&route.stops)
        .filter_map(|(order, stop)| Some((order, stop, place(day, route, stop)?.point?)))
        .collect();
    let way: Vec<Point> = from
        .and_then(|it| it.point)
        .into_iter()
        .chain(stops.iter().map(|(_, _, point)| *point))
        .chain(to.and_then(|it| it.point))
        .collect();
    let mut features = Vec::new();
    if way.len() > 1 {
        features.push(json!({
            "type": "Feature",
            "geometry": { "type": "LineString", "coordinates": way.iter().map(position).collect::<Vec<_>>() },
            "properties": {
                "kind": "route", "carer": route.carer.as_str(), "shift": route.shift,
                "transport": route.transport.as_ref().map(|it| it.as_str()),
                "leave": clock.label(route.leave), "done": clock.label(route.done),
            },
        }));
    }
    features.extend(stops.into_iter().map(|(order, stop, point)| stop_feature(route, order, stop, point, clock)));
    features
}

fn stop_feature(route: &Route, order: usize, stop: &Stop, point: Point, clock: &Clock) -> Value {
    let mut properties = json!({
        "kind": "stop", "carer": route.carer.as_str(), "shift": route.shift, "order": order,
        "arrive": clock.label(stop.arrive), "start": clock.label(stop.start), "end": clock.label(stop.end),
    });
    match &stop.doing {
        Doing::Visit { visit, slot } => {
            properties["visit"] = json!(visit.as_str());
            properties["slot"] = json!(slot);
        }
        Doing::Pause { pause } => properties["pause"] = json!(pause),
    }
    let geometry = json!({ "type": "Point", "coordinates": position(&point) });
    json!({ "type": "Feature", "geometry": geometry, "properties": properties })
}

/// Where a stop is; a pause without a place of its own is not on the map.
fn place<'a>(day: &'a Day, route: &Route, stop: &Stop) -> Option<&'a Location> {
    let it = found(day, route, stop);
    let id = it.visit.map(|it| &it.location).or(it.pause.and_then(|it| it.location.as_ref()))?;
    location(day, id)
}

/// Longitude first, to a decimetre.
fn position(point: &Point) -> [f64; 2] {
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    [round(point.longitude), round(point.latitude)]
}

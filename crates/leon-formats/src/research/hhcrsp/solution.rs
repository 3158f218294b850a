//! A solution: who gives which service to whom, and when.

use super::Instance;
use crate::research::ResearchProblem;
use crate::research::json::{At, parse};
use crate::research::problem::Found;
use serde_json::{Value, json};

/// The routes of the caregivers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Solution {
    pub routes: Vec<Route>,
}

/// One caregiver's way from the office and back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    pub caregiver_id: String,
    /// The stops in the order in which they are made; none for a caregiver who stays.
    pub locations: Vec<Stop>,
}

/// One service given to one patient.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stop {
    pub patient: String,
    pub service: String,
    /// When the service starts. The caregiver may have waited for it.
    pub arrival_time: f64,
    /// When the service ends.
    pub departure_time: f64,
}

/// Writes a solution with a route for every caregiver of the instance, in the instance's order, as the public
/// validator wants it: an empty one for those who stay. Routes of others come last.
///
/// Times are JSON numbers; one that is not finite becomes `null`, which no checker takes.
pub fn write_hhcrsp_solution(solution: &Solution, instance: &Instance) -> String {
    let is_known = |route: &&Route| instance.caregivers.iter().any(|it| it.id == route.caregiver_id);
    let of = |id: &str| {
        let mut routes: Vec<Value> = solution.routes.iter().filter(|it| it.caregiver_id == id).map(route).collect();
        if routes.is_empty() {
            routes.push(json!({"caregiver_id": id, "locations": []}));
        }
        routes
    };
    let mut routes: Vec<Value> = instance.caregivers.iter().flat_map(|it| of(&it.id)).collect();
    routes.extend(solution.routes.iter().filter(|it| !is_known(it)).map(route));
    json!({ "routes": routes }).to_string()
}

fn route(route: &Route) -> Value {
    let stop = |it: &Stop| {
        json!({
            "patient": it.patient,
            "service": it.service,
            "arrival_time": it.arrival_time,
            "departure_time": it.departure_time,
        })
    };
    json!({"caregiver_id": route.caregiver_id, "locations": route.locations.iter().map(stop).collect::<Vec<_>>()})
}

/// Reads a solution. Published ones say `caregiver`, `patient_id` and `service_id` at times; other keys are
/// passed over. Whether it keeps the rules of an instance is for a checker to say.
///
/// # Errors
/// Every problem at once: no JSON, or a missing or misplaced value.
pub fn read_hhcrsp_solution(text: &str) -> Result<Solution, Vec<ResearchProblem>> {
    let mut found = Found::default();
    let Some(json) = parse(text, &mut found) else { return found.into_result(None) };
    let routes = At::root(&json).required("routes", "[{\"caregiver_id\": \"c1\", \"locations\": []}]", &mut found);
    let routes = routes.map(|it| it.items(&mut found)).unwrap_or_default();
    let routes = routes.iter().filter_map(|it| read_route(it, &mut found)).collect();
    found.into_result(Some(Solution { routes }))
}

fn read_route(item: &At, found: &mut Found) -> Option<Route> {
    item.is_object("{\"caregiver_id\": \"c1\", \"locations\": []}", found).then_some(())?;
    let caregiver_id = name(item, ["caregiver_id", "caregiver"], "\"c1\"", found);
    let stops = item.optional("locations").map(|it| it.items(found)).unwrap_or_default();
    let locations = stops.iter().filter_map(|it| read_stop(it, found)).collect();
    Some(Route { caregiver_id: caregiver_id?, locations })
}

fn read_stop(item: &At, found: &mut Found) -> Option<Stop> {
    item.is_object("{\"patient\": \"p1\", \"service\": \"s1\"}", found).then_some(())?;
    let patient = name(item, ["patient", "patient_id"], "\"p1\"", found);
    let service = name(item, ["service", "service_id"], "\"s1\"", found);
    let arrival_time = item.required("arrival_time", "148", found).and_then(|it| it.number(found));
    let departure_time = item.required("departure_time", "162", found).and_then(|it| it.number(found));
    Some(Stop { patient: patient?, service: service?, arrival_time: arrival_time?, departure_time: departure_time? })
}

/// An id that stands under one of two keys.
fn name(item: &At, keys: [&str; 2], example: &str, found: &mut Found) -> Option<String> {
    let value = item.optional(keys[1]).filter(|_| item.optional(keys[0]).is_none());
    value.or_else(|| item.required(keys[0], example, found))?.text(found).map(str::to_owned)
}

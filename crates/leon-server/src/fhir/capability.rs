//! What can be asked, for programs that look before they ask.

use super::answer::{FHIR_JSON, base};
use super::{DK_CORE, Kind};
use crate::app::App;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// When what can be asked last changed.
const CHANGED: &str = "2026-11-22";

pub(super) async fn statement(State(app): State<App>, headers: HeaderMap) -> Response {
    let resources: Vec<Value> = Kind::ALL.into_iter().map(resource).collect();
    let body = json!({
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": CHANGED,
        "kind": "instance",
        "software": { "name": "Leon", "version": env!("CARGO_PKG_VERSION") },
        "implementation": { "description": "Published plans of visits and rosters", "url": base(&app, &headers) },
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json"],
        "rest": [{
            "mode": "server",
            "security": { "description": "A bearer token from leon user token, or a session." },
            "resource": resources,
        }],
    });
    ([(CONTENT_TYPE, FHIR_JSON)], body.to_string()).into_response()
}

fn resource(kind: Kind) -> Value {
    let parameters: Vec<Value> =
        kind.parameters().iter().map(|(name, what)| json!({ "name": name, "type": what })).collect();
    let mut resource = json!({
        "type": kind.word(),
        "interaction": [{ "code": "read" }, { "code": "search-type" }],
        "searchParam": parameters,
    });
    let profile = match kind {
        Kind::PractitionerRole => "dk-core-practitioner-role",
        Kind::Location => "dk-core-location",
        _ => return resource,
    };
    resource["supportedProfile"] = json!([format!("{DK_CORE}{profile}")]);
    resource
}

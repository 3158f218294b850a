//! What is answered: a bundle of what was found, or why not.

use super::{ROOT, Resource};
use crate::app::App;
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::http::header::{ALLOW, CONTENT_TYPE, HOST, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

pub(super) const FHIR_JSON: &str = "application/fhir+json; charset=utf-8";

/// The address under which all of it stands, as the asker sees it.
pub(super) fn base(app: &App, headers: &HeaderMap) -> String {
    let host = headers.get(HOST).and_then(|it| it.to_str().ok()).unwrap_or("localhost");
    let scheme = if app.is_secure() { "https" } else { "http" };
    format!("{scheme}://{host}{ROOT}")
}

pub(super) fn entry(base: &str, it: &Resource) -> Value {
    let body: Value = serde_json::from_str(&it.body).unwrap_or_default();
    let address = format!("{base}/{}/{}", it.kind.word(), it.id);
    json!({ "fullUrl": address, "resource": body, "search": { "mode": "match" } })
}

pub(super) fn bundle(total: usize, links: &[(&str, String)], entries: Vec<Value>) -> Value {
    let links: Vec<Value> = links.iter().map(|(relation, url)| json!({ "relation": relation, "url": url })).collect();
    let mut bundle = json!({ "resourceType": "Bundle", "type": "searchset", "total": total, "link": links });
    if !entries.is_empty() {
        bundle["entry"] = json!(entries);
    }
    bundle
}

/// A refusal in words of the visitor's language.
pub(crate) fn outcome(refused: &Refused, visitor: &Visitor) -> Response {
    let (title, text) = refused.words(visitor);
    let is_stranger = *refused == Refused::Forbidden && visitor.name.is_none();
    let status = if is_stranger { StatusCode::UNAUTHORIZED } else { refused.status() };
    let code = match status {
        StatusCode::UNAUTHORIZED => "login",
        StatusCode::FORBIDDEN => "forbidden",
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::TOO_MANY_REQUESTS => "throttled",
        StatusCode::SERVICE_UNAVAILABLE => "transient",
        it if it.is_server_error() => "exception",
        _ => "invalid",
    };
    let issue = json!({ "severity": "error", "code": code, "details": { "text": title }, "diagnostics": text });
    let body = json!({ "resourceType": "OperationOutcome", "issue": [issue] }).to_string();
    let mut response = (status, [(CONTENT_TYPE, FHIR_JSON)], body).into_response();
    if is_stranger {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// An error of the way in, as a wrong method, with a body that programs read.
pub(crate) fn in_words(response: Response, visitor: &Visitor) -> Response {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let mut said = outcome(&Refused::Body(status, status.canonical_reason().unwrap_or_default().to_owned()), visitor);
    if let Some(allowed) = response.headers().get(ALLOW) {
        said.headers_mut().insert(ALLOW, allowed.clone());
    }
    said
}

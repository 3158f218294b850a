//! What browsers get beside the pages: style, scripts and maps, bundled by `make web` and held in the binary.
//!
//! A binary that was built without them has the style of reports and no scripts; every page works so.

use crate::refused::Refused;
use axum::extract::{Path, RawQuery};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use leon_pages::document::STYLE;
use leon_pages::projection::CHARTS;
use leon_pages::roster::page::ROSTER_STYLE;
use leon_pages::route::page::ROUTE_STYLE;
use rust_embed::{Embed, EmbeddedFile};
use std::borrow::Cow;
use std::fmt::Write;

#[derive(Embed)]
#[folder = "../../web/dist"]
#[exclude = ".*"]
#[allow_missing = true]
struct Bundle;

const HOUR: &str = "public, max-age=3600";
/// An address with the hash of what it leads to never leads to anything else.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Bytes of a hash in an address.
const HASHED: usize = 6;

/// Whether this binary was built with what makes pages handsome and quick to the hand.
pub fn is_bundled() -> bool {
    Bundle::get("leon.js").is_some()
}

/// Where a file of the bundle is, with its hash, so that a new one is never taken for the old.
pub fn address(name: &str) -> String {
    let mut address = format!("/assets/{name}");
    if let Some(file) = Bundle::get(name) {
        address.push_str("?v=");
        for byte in &file.metadata.sha256_hash()[..HASHED] {
            write!(address, "{byte:02x}").expect("writing to a string");
        }
    }
    address
}

pub async fn file(Path(name): Path<String>, RawQuery(asked): RawQuery, headers: HeaderMap) -> Response {
    let held = if asked.is_some() { FOR_GOOD } else { HOUR };
    let head = [(CONTENT_TYPE, kind(&name)), (CACHE_CONTROL, held), (VARY, "accept-encoding")];
    let takes = headers.get(ACCEPT_ENCODING).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let compressed = takes.split(',').any(|it| it.trim() == "br").then(|| Bundle::get(&format!("{name}.br"))).flatten();
    match (compressed, Bundle::get(&name)) {
        (Some(file), _) => (head, [(CONTENT_ENCODING, "br")], bytes(file)).into_response(),
        (None, Some(file)) => (head, bytes(file)).into_response(),
        (None, None) if name == "leon.css" => (head, plain_style()).into_response(),
        (None, None) => Refused::NotFound.into_response(),
    }
}

fn bytes(file: EmbeddedFile) -> axum::body::Bytes {
    match file.data {
        Cow::Borrowed(bytes) => axum::body::Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes.into(),
    }
}

/// The style of reports, for a binary without the bundle.
fn plain_style() -> String {
    [STYLE, CHARTS, ROUTE_STYLE, ROSTER_STYLE, include_str!("assets/layout.css")].concat()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|it| it.1) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

//! The style sheet and the script, held in the binary.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use leon_pages::document::STYLE;
use leon_pages::projection::CHARTS;
use leon_pages::roster::page::ROSTER_STYLE;
use leon_pages::route::page::ROUTE_STYLE;

const HOUR: &str = "public, max-age=3600";

pub async fn style() -> impl IntoResponse {
    let style = [STYLE, CHARTS, ROUTE_STYLE, ROSTER_STYLE, include_str!("assets/shell.css")].concat();
    ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, HOUR)], style)
}

pub async fn script() -> impl IntoResponse {
    let script =
        concat!(include_str!("assets/leon.js"), include_str!("assets/drag.js"), include_str!("assets/grid.js"));
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, HOUR)], script)
}

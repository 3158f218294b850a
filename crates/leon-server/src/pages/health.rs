//! Whether Leon and the database answer, for whoever watches the machine.

use crate::app::App;
use axum::extract::State;
use axum::http::StatusCode;

pub async fn page(State(app): State<App>) -> (StatusCode, &'static str) {
    if app.store().is_there().await {
        (StatusCode::OK, "ok\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "no database\n")
    }
}

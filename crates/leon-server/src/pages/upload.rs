//! A day or a period sent by a form, with the place that it belongs to.

use crate::app::App;
use crate::papers::{Paper, bring};
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::response::Redirect;

/// Brings in a day from a file.
pub async fn day(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    parts: Multipart,
) -> Result<Redirect, Refused> {
    upload(&app, &visitor, Paper::Day, parts).await
}

/// Brings in a period from a file.
pub async fn period(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    parts: Multipart,
) -> Result<Redirect, Refused> {
    upload(&app, &visitor, Paper::Period, parts).await
}

/// Reads the form's parts. A file's name is never used.
async fn upload(app: &App, visitor: &Visitor, paper: Paper, mut parts: Multipart) -> Result<Redirect, Refused> {
    let wrong = |error: MultipartError| Refused::Body(error.status(), visitor.voice.text("upload-wrong"));
    let (mut place, mut body) = (String::new(), String::new());
    while let Some(part) = parts.next_field().await.map_err(wrong)? {
        let name = part.name().unwrap_or_default().to_owned();
        let text = part.text().await.map_err(wrong)?;
        match name.as_str() {
            "place" => place = text,
            "file" => body = text,
            _ => {}
        }
    }
    Ok(Redirect::to(&paper.address(&bring(app, visitor, paper, &place, &body).await?)))
}

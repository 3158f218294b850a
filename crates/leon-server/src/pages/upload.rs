//! A file sent by a form, with the place that it belongs to.

use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::Multipart;

/// What a form brought in.
#[derive(Default)]
pub struct Uploaded {
    pub place: String,
    pub body: String,
}

/// Reads the form's parts. A file's name is never used.
pub async fn uploaded(mut parts: Multipart, visitor: &Visitor) -> Result<Uploaded, Refused> {
    let wrong = || Refused::Wrong(visitor.voice.text("upload-wrong"));
    let mut found = Uploaded::default();
    while let Some(part) = parts.next_field().await.map_err(|_| wrong())? {
        let name = part.name().unwrap_or_default().to_owned();
        let text = part.text().await.map_err(|_| wrong())?;
        match name.as_str() {
            "place" => found.place = text,
            "file" => found.body = text,
            _ => {}
        }
    }
    Ok(found)
}

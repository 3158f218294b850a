//! Which answer people work by. Whoever publishes says which publication was the last they saw.

use super::{must_change, seen};
use crate::app::App;
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::header::{ETAG, IF_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use leon_store::{AnswerId, Publication, StoreError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An answer that people work by.
#[derive(Serialize, ToSchema)]
pub struct PublicationEntry {
    /// From 1, for each document.
    number: i64,
    answer: String,
    published_by: String,
    #[schema(format = DateTime)]
    published_at: String,
}

impl From<Publication> for PublicationEntry {
    fn from(it: Publication) -> Self {
        Self {
            number: it.number,
            answer: it.answer.to_string(),
            published_by: it.published_by,
            published_at: it.published_at.to_string(),
        }
    }
}

/// What to publish.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToPublish {
    /// Id of an answer to the document.
    answer: String,
}

/// Everything that was published for a document, first to last. The `ETag` is the number of the last one.
#[utoipa::path(
    get, path = "/api/documents/{document}/publications", tag = "publications", params(("document" = String, Path)),
    responses(
        (status = 200, body = Vec<PublicationEntry>, headers(("ETag" = String, description = "For `If-Match`."))),
    )
)]
pub async fn list(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(document): Path<String>,
) -> Result<Response, Refused> {
    let document = seen(&app, &visitor, &document).await?;
    let all = app.store().publications(&document.head.id).await?;
    let tag = [(ETAG, tag(all.last().map_or(0, |it| it.number)))];
    let all: Vec<PublicationEntry> = all.into_iter().map(Into::into).collect();
    Ok((tag, Json(all)).into_response())
}

/// Publishes an answer, if the publication in `If-Match` is still the last one.
#[utoipa::path(
    post, path = "/api/documents/{document}/publications", tag = "publications", request_body = ToPublish,
    params(
        ("document" = String, Path),
        ("If-Match" = String, Header, description = "The `ETag` of the list, as it was seen."),
    ),
    responses((status = 201, body = PublicationEntry))
)]
pub async fn publish(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(document): Path<String>,
    headers: HeaderMap,
    asked: Result<Json<ToPublish>, JsonRejection>,
) -> Result<Response, Refused> {
    let document = seen(&app, &visitor, &document).await?.head;
    must_change(&app, &visitor, &document.kind, &document.place).await?;
    let Json(asked) = asked?;
    let seen = headers.get(IF_MATCH).ok_or(Refused::NotSaidWhatWasSeen)?;
    let after = seen.to_str().ok().and_then(number).ok_or(Refused::Changed)?;
    let answer = AnswerId(asked.answer);
    let is_of_it = app.store().answer(&answer).await?.is_some_and(|it| it.document == document.id);
    if !is_of_it {
        return Err(Refused::Wrong(visitor.voice.text("api-no-such-answer")));
    }
    let by = visitor.by();
    let at = app.now();
    match app.store().publish(&answer, after, by, at).await {
        Err(StoreError::Conflict) => Err(Refused::Changed),
        Err(error) => Err(error.into()),
        Ok(number) => {
            let made = PublicationEntry {
                number,
                answer: answer.to_string(),
                published_by: by.into(),
                published_at: at.to_string(),
            };
            Ok((StatusCode::CREATED, [(ETAG, tag(number))], Json(made)).into_response())
        }
    }
}

fn tag(number: i64) -> String {
    format!("\"{number}\"")
}

fn number(tag: &str) -> Option<i64> {
    tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_as_it_was_written() {
        assert_eq!(number(&tag(7)), Some(7));
        for other in ["7", "\"7", "W/\"7\"", "\"seven\"", "\"", ""] {
            assert_eq!(number(other), None, "{other}");
        }
    }
}

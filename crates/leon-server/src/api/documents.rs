//! Documents that people and programs bring.

use super::{may_see, must_change, seen};
use crate::app::App;
use crate::import::{self, CASE, NotImported};
use crate::papers::{self, Paper};
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{ETAG, LOCATION};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use leon_store::{DocumentHead, DocumentId, NewEvent};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Documents in an answer when no number is asked for, and at most.
const LIMIT: usize = 50;
const LIMIT_MAX: usize = 200;

/// What a document is, without what stands in it.
#[derive(Serialize, ToSchema)]
pub struct DocumentEntry {
    id: String,
    /// `case`, `day` or `period`.
    kind: String,
    title: String,
    /// Id of the place it belongs to; empty for the whole country.
    place: String,
    sha256: String,
    created_by: String,
    #[schema(format = DateTime)]
    created_at: String,
}

impl From<DocumentHead> for DocumentEntry {
    fn from(it: DocumentHead) -> Self {
        Self {
            id: it.id.to_string(),
            kind: it.kind,
            title: it.title,
            place: it.place,
            sha256: it.sha256,
            created_by: it.created_by,
            created_at: it.created_at.to_string(),
        }
    }
}

/// A page of documents, newest first.
#[derive(Serialize, ToSchema)]
pub struct DocumentList {
    items: Vec<DocumentEntry>,
    /// What to ask for `after` to see the next page; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// A document with what stands in it.
#[derive(Serialize, ToSchema)]
pub struct DocumentWhole {
    #[serde(flatten)]
    entry: DocumentEntry,
    /// Of a case: the text of each of its files, by name. Of a day or a period: as its schema says.
    content: Value,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Only documents of a kind.
    kind: Option<String>,
    /// Documents on a page, 50 unless told, 200 at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
    /// The id after which to go on.
    after: Option<String>,
}

/// A document to be brought.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Brought {
    #[schema(pattern = "^(case|day|period)$")]
    kind: String,
    /// Of a day or a period: the id of its municipality. A case is for the whole country.
    #[serde(default)]
    place: String,
    /// Of a case: the text of each of its files, by name. Of a day or a period: as its schema says.
    content: Value,
}

/// Every kind of document.
fn kinds() -> impl Iterator<Item = &'static str> {
    [CASE].into_iter().chain(Paper::ALL.into_iter().map(Paper::word))
}

/// Documents that one may see, newest first.
#[utoipa::path(
    get, path = "/api/documents", tag = "documents", params(Asked),
    responses((status = 200, body = DocumentList))
)]
pub async fn list(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<DocumentList>, Refused> {
    let Query(asked) = asked?;
    let limit = asked.limit.unwrap_or(LIMIT);
    if !(1..=LIMIT_MAX).contains(&limit) {
        let max = [("max", LIMIT_MAX.into())];
        return Err(Refused::Wrong(visitor.voice.text_with("api-limit", &max)));
    }
    let mut heads = Vec::new();
    for kind in kinds().filter(|it| asked.kind.as_deref().is_none_or(|kind| kind == *it)) {
        for head in app.store().documents(kind).await? {
            if may_see(&app, &visitor, &head).await? {
                heads.push(head);
            }
        }
    }
    heads.sort_by(|a, b| (b.created_at, &a.id).cmp(&(a.created_at, &b.id)));
    let begin = match &asked.after {
        None => 0,
        Some(after) => heads.iter().position(|it| it.id.as_str() == after).map_or(heads.len(), |it| it + 1),
    };
    let is_last = heads.len() - begin <= limit;
    let items: Vec<DocumentEntry> = heads.into_iter().skip(begin).take(limit).map(Into::into).collect();
    let next = items.last().filter(|_| !is_last).map(|it| it.id.clone());
    Ok(Json(DocumentList { items, next }))
}

/// One document with what stands in it. The `ETag` is the SHA-256 of its content, which never changes.
#[utoipa::path(
    get, path = "/api/documents/{document}", tag = "documents", params(("document" = String, Path)),
    responses((status = 200, body = DocumentWhole))
)]
pub async fn one(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let document = seen(&app, &visitor, &id).await?;
    if let Some(paper) = Paper::of(&document.head) {
        // It holds where citizens live, or who is ill.
        let what = format!("see-{}", paper.word());
        let told = NewEvent { at: app.now(), person: visitor.by(), what: &what, about: &id, detail: "" };
        app.store().tell(&told).await?;
    }
    let content = serde_json::from_str(&document.body).map_err(|_| Refused::Internal)?;
    let tag = [(ETAG, format!("\"{}\"", document.head.sha256))];
    Ok((tag, Json(DocumentWhole { entry: document.head.into(), content })).into_response())
}

/// Brings a document. The same content is kept once: whoever brings it again is told where it is.
#[utoipa::path(
    post, path = "/api/documents", tag = "documents", request_body = Brought,
    responses(
        (status = 201, body = DocumentEntry, headers(("Location" = String, description = "Where it is."))),
    )
)]
pub async fn bring(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    brought: Result<Json<Brought>, JsonRejection>,
) -> Result<Response, Refused> {
    let Json(brought) = brought?;
    let id = match Paper::called(&brought.kind) {
        Some(paper) => papers::bring(&app, &visitor, paper, &brought.place, &brought.content.to_string()).await?,
        None if brought.kind == CASE => {
            must_change(&app, &visitor, CASE, "").await?;
            case(&app, &visitor, brought.content).await?
        }
        None => {
            let kinds = kinds().collect::<Vec<_>>().join(", ");
            return Err(Refused::Wrong(visitor.voice.text_with("api-no-such-kind", &[("kinds", kinds.into())])));
        }
    };
    created(&app, &id).await
}

async fn case(app: &App, visitor: &Visitor, content: Value) -> Result<DocumentId, Refused> {
    let texts: BTreeMap<String, String> =
        serde_json::from_value(content).map_err(|_| Refused::Wrong(visitor.voice.text("api-case-content")))?;
    let files = texts.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    import::case(app.store(), &files, visitor.by(), app.now()).await.map_err(|error| match error {
        NotImported::Problems { problems, .. } => Refused::Problems(problems),
        NotImported::Store(error) => error.into(),
    })
}

async fn created(app: &App, id: &DocumentId) -> Result<Response, Refused> {
    let document = app.store().document(id).await?.ok_or(Refused::Internal)?;
    let place = [(LOCATION, format!("/api/documents/{id}"))];
    Ok((StatusCode::CREATED, place, Json(DocumentEntry::from(document.head))).into_response())
}

//! Answers of planners, with how they came about.

use super::seen;
use crate::app::App;
use crate::papers::Paper;
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::{Path, State};
use axum::{Extension, Json};
use leon_store::{Answer, AnswerId, NewEvent};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// How an answer came about.
#[derive(Serialize, ToSchema)]
pub struct AnswerEntry {
    id: String,
    document: String,
    /// `route`, `replan`, `roster` or `scenario`.
    kind: String,
    /// What was asked for beside the document.
    asked: String,
    input_sha256: String,
    /// Leon's version.
    version: String,
    /// Empty where no chance is used.
    seed: String,
    /// How long was searched; empty where the answer is the best there is.
    budget: String,
    made_by: String,
    #[schema(format = DateTime)]
    made_at: String,
}

/// An answer.
#[derive(Serialize, ToSchema)]
pub struct AnswerWhole {
    #[serde(flatten)]
    entry: AnswerEntry,
    content: Value,
}

impl From<Answer> for AnswerEntry {
    fn from(it: Answer) -> Self {
        Self {
            id: it.id.to_string(),
            document: it.document.to_string(),
            kind: it.kind,
            asked: it.asked,
            input_sha256: it.input_sha256,
            version: it.version,
            seed: it.seed,
            budget: it.budget,
            made_by: it.made_by,
            made_at: it.made_at.to_string(),
        }
    }
}

/// The answers to a document, newest first, without what they say.
#[utoipa::path(
    get, path = "/api/documents/{document}/answers", tag = "answers", params(("document" = String, Path)),
    responses((status = 200, body = Vec<AnswerEntry>))
)]
pub async fn list(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(document): Path<String>,
) -> Result<Json<Vec<AnswerEntry>>, Refused> {
    let document = seen(&app, &visitor, &document).await?;
    let answers = app.store().answers(&document.head.id).await?;
    Ok(Json(answers.into_iter().map(Into::into).collect()))
}

/// One answer.
#[utoipa::path(
    get, path = "/api/answers/{answer}", tag = "answers", params(("answer" = String, Path)),
    responses((status = 200, body = AnswerWhole))
)]
pub async fn one(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(answer): Path<String>,
) -> Result<Json<AnswerWhole>, Refused> {
    let answer = app.store().answer(&AnswerId(answer)).await?.ok_or(Refused::NotFound)?;
    let document = seen(&app, &visitor, answer.document.as_str()).await?;
    if Paper::of(&document.head).is_some() {
        let about = answer.id.as_str();
        let told = NewEvent { at: app.now(), person: visitor.by(), what: "see-plan", about, detail: "" };
        app.store().tell(&told).await?;
    }
    let content = serde_json::from_str(&answer.body).map_err(|_| Refused::Internal)?;
    Ok(Json(AnswerWhole { entry: answer.into(), content }))
}

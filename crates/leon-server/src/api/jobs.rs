//! Plans under way.

use super::{must_change, seen};
use crate::app::App;
use crate::import::CASE;
use crate::pages::projection::build::ask_for_years;
use crate::papers::{Paper, ask_for_plan};
use crate::refused::Refused;
use crate::visitor::Visitor;
use crate::worker::{self, SCENARIO};
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use leon_store::{Job, JobId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// A plan to be made.
#[derive(Serialize, ToSchema)]
pub struct JobEntry {
    id: String,
    document: String,
    /// `route`, `roster` or `scenario`.
    kind: String,
    /// `waiting`, `running`, `done`, `failed` or `cancelled`.
    state: String,
    /// Thousandths of the budget spent.
    done: i64,
    /// The answer, once there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
    /// Why it failed, in one word; empty otherwise.
    failure: String,
    created_by: String,
    #[schema(format = DateTime)]
    created_at: String,
}

impl From<Job> for JobEntry {
    fn from(it: Job) -> Self {
        Self {
            id: it.id.to_string(),
            document: it.document.to_string(),
            kind: it.kind,
            state: it.state.word().to_owned(),
            done: it.done,
            answer: it.answer.map(|it| it.to_string()),
            failure: it.failure,
            created_by: it.created_by,
            created_at: it.created_at.to_string(),
        }
    }
}

/// How long to search: in seconds, or in iterations, which give the same plan on every machine.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Another seed gives another, equally good search.
    seed: u64,
    seconds: Option<f64>,
    iterations: Option<u64>,
}

/// Asks for a plan of a document. The same question while it is under way is the same job.
#[utoipa::path(
    post, path = "/api/documents/{document}/jobs", tag = "jobs", request_body = Search,
    params(("document" = String, Path)),
    responses(
        (status = 202, body = JobEntry, headers(("Location" = String, description = "Where it is."))),
    )
)]
pub async fn ask(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(document): Path<String>,
    search: Result<Json<Search>, JsonRejection>,
) -> Result<Response, Refused> {
    let document = seen(&app, &visitor, &document).await?.head;
    let paper = Paper::of(&document).ok_or_else(|| Refused::Wrong(visitor.voice.text("api-not-planned")))?;
    let Json(search) = search?;
    let asked = worker::Asked { seed: search.seed, seconds: search.seconds, iterations: search.iterations };
    let id = ask_for_plan(&app, &visitor, &document, paper, &asked).await?;
    accepted(&app, &id).await
}

/// A scenario, as `leon project` reads it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    /// TOML.
    scenario: String,
}

/// Asks for the years of a case with a scenario beside the case as it stands. The same question while it is under way is
/// the same job.
#[utoipa::path(
    post, path = "/api/documents/{document}/scenarios", tag = "jobs", request_body = ScenarioFile,
    params(("document" = String, Path)),
    responses(
        (status = 202, body = JobEntry, headers(("Location" = String, description = "Where it is."))),
    )
)]
pub async fn project(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(document): Path<String>,
    file: Result<Json<ScenarioFile>, JsonRejection>,
) -> Result<Response, Refused> {
    let document = seen(&app, &visitor, &document).await?.head;
    if document.kind != CASE {
        return Err(Refused::Wrong(visitor.voice.text("api-not-projected")));
    }
    let Json(file) = file?;
    let case = Arc::clone(&app.desk(&document.id).await?.case);
    let id = ask_for_years(&app, &visitor, &document.id, &case, &file.scenario).await?;
    accepted(&app, &id).await
}

/// A job that was asked for, and where it is.
async fn accepted(app: &App, id: &JobId) -> Result<Response, Refused> {
    let job = app.store().job(id).await?.ok_or(Refused::Internal)?;
    let place = [(LOCATION, format!("/api/jobs/{id}"))];
    Ok((StatusCode::ACCEPTED, place, Json(JobEntry::from(job))).into_response())
}

/// How far a job is.
#[utoipa::path(
    get, path = "/api/jobs/{job}", tag = "jobs", params(("job" = String, Path)),
    responses((status = 200, body = JobEntry))
)]
pub async fn one(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(job): Path<String>,
) -> Result<Json<JobEntry>, Refused> {
    let job = app.store().job(&JobId(job)).await?.ok_or(Refused::NotFound)?;
    seen(&app, &visitor, job.document.as_str()).await?;
    Ok(Json(job.into()))
}

/// Ends a job that is not over. A scenario is ended by who asked for it.
#[utoipa::path(
    delete, path = "/api/jobs/{job}", tag = "jobs", params(("job" = String, Path)),
    responses((status = 204))
)]
pub async fn cancel(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(job): Path<String>,
) -> Result<StatusCode, Refused> {
    let job = app.store().job(&JobId(job)).await?.ok_or(Refused::NotFound)?;
    let document = seen(&app, &visitor, job.document.as_str()).await?.head;
    match job.kind.as_str() {
        SCENARIO if job.created_by != visitor.by() => return Err(Refused::Forbidden),
        SCENARIO => {}
        _ => must_change(&app, &visitor, &document.kind, &document.place).await?,
    }
    app.store().cancel_job(&job.id, visitor.by(), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

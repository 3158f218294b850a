//! Job: plans under way, how far they are as it comes, and ending one.

use crate::access::Right;
use crate::app::App;
use crate::papers::{must_plan, seen};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use crate::when::when;
use crate::worker::{AskedYears, SCENARIO};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderName;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect};
use futures_util::stream::unfold;
use leon_pages::numbers::MISSING;
use leon_pages::table::{Lean, table, text};
use leon_pages::texts::Voice;
use leon_store::{Job, JobId, JobState};
use maud::{Markup, html};
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::interval;

/// How often a page hears how far a job is.
const BEAT: Duration = Duration::from_millis(500);
/// Jobs in the list.
const ROWS: i64 = 100;
/// Keeps proxies from holding back what is told as it comes.
const UNBUFFERED: (HeaderName, &str) = (HeaderName::from_static("x-accel-buffering"), "no");

/// The latest jobs of what the visitor may see.
pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let (mut rows, mut under_way) = (Vec::new(), Vec::new());
    for job in app.store().jobs(None, ROWS).await? {
        let Ok((title, address)) = known(&app, &visitor, &job).await else { continue };
        rows.push(vec![
            html! { a href=(address) { (title) } },
            text(voice.text(&format!("job-kind-{}", job.kind))),
            text(state(&job, voice)),
            text(if job.worker.is_empty() { MISSING } else { &job.worker }),
            text(&job.created_by),
            text(when(job.created_at)),
        ]);
        if !job.state.is_over() {
            under_way.push((title, job));
        }
    }
    let keys = ["jobs-document", "jobs-kind", "jobs-state", "jobs-worker", "jobs-by", "jobs-at"];
    let columns = keys.map(|key| (Lean::Words, voice.text(key)));
    let content = html! {
        p.lead { (voice.text("jobs-lead")) }
        @for (title, job) in &under_way { (progress_bar(job, title, voice)) }
        @if rows.is_empty() { p { (voice.text("jobs-none")) } }
        @else { (table(&voice.text("jobs-all"), &columns, &rows)) }
    };
    Ok(shell(&visitor, "/jobs", &voice.text("menu-jobs"), &content))
}

/// What a job is of, and its address; for who may not see that nothing is there. A scenario is of the whole case.
async fn known(app: &App, visitor: &Visitor, job: &Job) -> Result<(String, String), Refused> {
    if job.kind != SCENARIO {
        let (document, paper) = seen(app, visitor, &job.document).await?;
        return Ok((document.head.title, paper.address(&job.document)));
    }
    let asked: AskedYears = serde_json::from_str(&job.asked).map_err(|_| Refused::NotFound)?;
    if !visitor.may(Right::SeeGap) {
        return Err(Refused::NotFound);
    }
    let name = visitor.voice.name(&asked.name_da, &asked.name_en).to_owned();
    Ok((name, format!("/projection/runs/{}", job.id)))
}

/// Ends a job that is not over. A scenario is ended by who asked for it.
pub async fn cancel(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<Redirect, Refused> {
    let job = app.store().job(&JobId(id)).await?.ok_or(Refused::NotFound)?;
    if job.kind == SCENARIO {
        if job.created_by != visitor.by() {
            return Err(Refused::Forbidden);
        }
    } else {
        let (document, paper) = seen(&app, &visitor, &job.document).await?;
        must_plan(&app, &visitor, paper, &document.head.place).await?;
    }
    app.store().cancel_job(&job.id, visitor.by(), app.now()).await?;
    Ok(Redirect::to("/jobs"))
}

/// How far a job is, in thousandths, told until it is over or Leon closes.
pub async fn progress(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<impl IntoResponse, Refused> {
    let job = app.store().job(&JobId(id)).await?.ok_or(Refused::NotFound)?;
    known(&app, &visitor, &job).await?;
    let beats = unfold(Some((app, job.id, interval(BEAT))), |state| async {
        let (app, id, mut beat) = state?;
        let mut stopping = app.stopping();
        tokio::select! { _ = beat.tick() => {}, _ = stopping.wait_for(|it| *it) => return None }
        let job = app.store().job(&id).await.ok().flatten()?;
        let over = job.state.is_over();
        let event = Event::default().event(if over { "over" } else { "at" }).data(job.done.to_string());
        Some((Ok::<_, Infallible>(event), (!over).then_some((app, id, beat))))
    });
    Ok(([UNBUFFERED], Sse::new(beats).keep_alive(KeepAlive::default())))
}

/// A job under way, with how far it is and a way to end it.
pub fn progress_bar(job: &Job, title: &str, voice: Voice) -> Markup {
    let name = format!("job-{}", job.id);
    html! {
        div.notice {
            label for=(name) { (title) ": " (state(job, voice)) }
            progress id=(name) data-job=(job.id) max="1000" value=(job.done) {}
            form method="post" action=(format!("/jobs/{}/cancel", job.id)) {
                button.plain { (voice.text("job-cancel")) }
            }
        }
    }
}

/// Where a job is, in words; why, when it failed.
pub fn state(job: &Job, voice: Voice) -> String {
    let state = voice.text(&format!("job-state-{}", job.state.word()));
    if job.state != JobState::Failed {
        return state;
    }
    format!("{state}: {}", voice.text(&format!("job-failure-{}", job.failure)))
}

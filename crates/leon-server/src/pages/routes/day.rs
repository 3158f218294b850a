//! One day of visits: what is in it, its plans, and a new plan.

use crate::app::App;
use crate::pages::jobs::{progress_bar, state};
use crate::papers::{Paper, may_plan, must_plan, seen};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use crate::worker::{Asked, SECONDS_MAX};
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::{Extension, Form};
use leon_formats::day::read_day;
use leon_pages::numbers::MISSING;
use leon_pages::route::words::Words;
use leon_pages::table::{Lean, table, text};
use leon_store::{Answer, Document, DocumentId, Job, JobState, NewJob, Publication};
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Search {
    seed: u64,
    seconds: Option<f64>,
    iterations: Option<u64>,
}

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<Markup, Refused> {
    let document = seen_day(&app, &visitor, id).await?;
    let answers = app.store().answers(&document.head.id).await?;
    let jobs = app.store().jobs(Some(&document.head.id), 10).await?;
    let published = app.store().publications(&document.head.id).await?;
    let may_plan = may_plan(&app, &visitor, Paper::Day, &document.head.place).await?;
    let drawn = move || day_page(&visitor, &document, &answers, &jobs, &published, may_plan);
    tokio::task::spawn_blocking(drawn).await.map_err(|_| Refused::Internal)
}

/// Asks for a plan.
pub async fn plan(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Form(search): Form<Search>,
) -> Result<Redirect, Refused> {
    let document = seen_day(&app, &visitor, id).await?;
    must_plan(&app, &visitor, Paper::Day, &document.head.place).await?;
    let asked = Asked { seed: search.seed, seconds: search.seconds, iterations: search.iterations };
    if !asked.is_in_range() {
        return Err(Refused::Wrong(visitor.voice.text("routes-search-wrong")));
    }
    let asked = asked.text();
    let by = visitor.name.as_deref().unwrap_or_default();
    let new = NewJob { document: &document.head.id, kind: Paper::Day.plan(), asked: &asked, by, at: app.now() };
    app.store().add_job(&new).await?;
    app.asked().notify_one();
    Ok(Redirect::to(&Paper::Day.address(&document.head.id)))
}

/// A day that the visitor may see.
pub async fn seen_day(app: &App, visitor: &Visitor, id: String) -> Result<Document, Refused> {
    match seen(app, visitor, &DocumentId(id)).await? {
        (document, Paper::Day) => Ok(document),
    }
}

fn day_page(
    visitor: &Visitor,
    document: &Document,
    answers: &[Answer],
    jobs: &[Job],
    published: &[Publication],
    may_plan: bool,
) -> Markup {
    let voice = visitor.voice;
    let id = &document.head.id;
    let read = read_day(&document.head.title, &document.body);
    let counts = read.day.as_ref().map(|day| Words::new(day, &read.clock, voice).counts());
    let row = |answer: &Answer| {
        let number = published.iter().rfind(|it| it.answer == answer.id).map(|it| it.number.to_string());
        vec![
            html! { a href=(format!("/plans/{}", answer.id)) { (format!("{:.0}", answer.made_at)) } },
            text(&answer.made_by),
            text(&answer.seed),
            text(&answer.budget),
            text(number.as_deref().unwrap_or(MISSING)),
        ]
    };
    let keys = ["routes-plan", "jobs-by", "routes-seed", "routes-budget", "routes-published"];
    let columns = keys.map(|key| (Lean::Words, voice.text(key)));
    let content = html! {
        @if let Some(counts) = counts { p.lead { (counts) } }
        @if read.day.is_some_and(|it| it.synthetic) { p.notice { (voice.text("day-synthetic")) } }
        @for job in jobs.iter().filter(|it| !it.state.is_over()) { (progress_bar(job, &document.head.title, voice)) }
        @if let Some(job) = jobs.first().filter(|it| it.state == JobState::Failed) {
            p.problem role="alert" { (state(job, voice)) }
        }
        @if may_plan {
            form method="post" action=(format!("/routes/{id}/plan")) {
                label for="seconds" { (voice.text("routes-seconds")) }
                input type="number" id="seconds" name="seconds" value="10" min="1" max=(SECONDS_MAX) required;
                label for="seed" { (voice.text("routes-seed")) }
                input type="number" id="seed" name="seed" value="1" min="0" required;
                p { button { (voice.text("routes-plan-do")) } }
            }
        }
        h2 { (voice.text("routes-plans")) }
        @if answers.is_empty() { p { (voice.text("routes-no-plans")) } }
        @else { (table("", &columns, &answers.iter().map(row).collect::<Vec<_>>())) }
    };
    shell(
        visitor,
        "/routes",
        &voice.text_with("route-day-title", &[("dates", document.head.title.as_str().into())]),
        &content,
    )
}

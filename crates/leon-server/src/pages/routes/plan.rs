//! One plan of visits: what changed, map and time bars, what is left out and why, changing it, and publishing it.

use super::ask::Question;
use super::kept::{Kept, after, read, seen_plan};
use super::{ask, change, effect};
use crate::app::App;
use crate::papers::{Paper, may_plan, must_plan};
use crate::refused::Refused;
use crate::shelf::Drawn;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use axum::{Extension, Form};
use leon_check::check_route;
use leon_pages::route::Published;
use leon_pages::route::page::{sections, title};
use leon_pages::route::words::Words;
use leon_pages::texts::Voice;
use leon_route::explain_left_out;
use leon_store::{Answer, AnswerId, Document, DocumentHead, NewEvent, Publication, StoreError};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct After {
    /// The last publication that the planner has seen; 0 for none.
    after: i64,
}

/// The plan. That it was seen is told in the book of events, for it holds where citizens are.
pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Query(question): Query<Question>,
) -> Result<Markup, Refused> {
    let (answer, document) = seen_plan(&app, &visitor, &AnswerId(id)).await?;
    let name = visitor.by();
    let seen = NewEvent { at: app.now(), person: name, what: "see-plan", about: answer.id.as_str(), detail: "" };
    app.store().tell(&seen).await?;
    let may_change = may_plan(&app, &visitor, Paper::Day, &document.head.place).await?;
    let published = app.store().publications(&document.head.id).await?;
    let before = match after(&answer) {
        Some(before) => Some(seen_plan(&app, &visitor, &before).await?),
        None => None,
    };
    let head = head(&document.head, &answer.id, &published, may_change, visitor.voice);
    let voice = visitor.voice;
    let drawn = tokio::task::spawn_blocking(move || {
        let name = format!("plan {} {} {may_change}", answer.id, voice.lang.code());
        let is_asked = question.is_asked();
        let draw = || drawn(document, answer, before, may_change, &question, voice);
        // An answered question is one reader's, and would push others' pages off the shelf.
        if is_asked { draw().map(Arc::new) } else { app.drawn().get_or(&name, draw) }
    });
    let drawn = drawn.await.map_err(|_| Refused::Internal)??;
    Ok(shell(&visitor, "/routes", &drawn.title, &html! { (head) (drawn.content) }))
}

/// What a plan shows, whoever has published it.
fn drawn(
    document: Document,
    answer: Answer,
    before: Option<(Answer, Document)>,
    may_change: bool,
    question: &Question,
    voice: Voice,
) -> Result<Drawn, Refused> {
    let kept = read(document, answer)?;
    let words = Words::new(&kept.file.day, &kept.file.clock, voice);
    let effect = match (before, &kept.change) {
        (Some((answer, document)), Some(change)) => effect::section(&read(document, answer)?, &kept, change, &words),
        _ => html! {},
    };
    let content = html! {
        (effect)
        div.plan { (drawing(&kept, words)) }
        @if may_change { (change::forms(&kept, &words)) }
        (ask::section(question, &kept, &words))
        (phones(&kept, &words))
    };
    Ok(Drawn { title: title(words), content })
}

/// Makes the plan the one that people work by, unless somebody has published since it was looked at.
pub async fn publish(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Form(after): Form<After>,
) -> Result<Redirect, Refused> {
    let (answer, document) = seen_plan(&app, &visitor, &AnswerId(id)).await?;
    must_plan(&app, &visitor, Paper::Day, &document.head.place).await?;
    let by = visitor.by();
    match app.store().publish(&answer.id, after.after, by, app.now()).await {
        Ok(_) => Ok(Redirect::to(&format!("/plans/{}", answer.id))),
        Err(StoreError::Conflict) => Err(Refused::Conflict),
        Err(error) => Err(error.into()),
    }
}

/// Where one is, whether people work by this plan, and making it so.
fn head(document: &DocumentHead, id: &AnswerId, published: &[Publication], may_publish: bool, voice: Voice) -> Markup {
    let last = published.last().map_or(0, |it| it.number);
    let number = published.iter().rfind(|it| it.answer == *id).map(|it| it.number);
    html! {
        // Past every visit on the bars in one step.
        nav.buttons aria-label=(voice.text("page-parts")) {
            a href=(Paper::Day.address(&document.id)) { (voice.text("plan-back")) }
            @if may_publish { a href="#move" { (voice.text("adjust-title")) } }
            a href="#why-not-heading" { (voice.text("why-not-title")) }
            a href="#phones-heading" { (voice.text("phones-title")) }
        }
        @if let Some(number) = number {
            p.notice { (voice.text_with("plan-published", &[("number", number.into())])) }
        }
        @if may_publish {
            form method="post" action=(format!("/plans/{id}/publish")) {
                p { button name="after" value=(last) { (voice.text("plan-publish")) } }
            }
        }
    }
}

/// Headline, map, time bars, stops, what is left out, goals.
fn drawing(kept: &Kept, words: Words<'_>) -> Markup {
    let verdict = check_route(words.day, &kept.plan, None);
    // What has happened may break rules, as a visit begun by somebody who fell ill: then nobody can say what would fit.
    let left_out = explain_left_out(words.day, &kept.plan);
    let shown = Published {
        file: &kept.file,
        plan: &kept.plan,
        verdict: &verdict,
        made_by: kept.made_by.as_ref(),
        left_out: left_out.as_deref().unwrap_or_default(),
    };
    html! {
        @if left_out.is_err() && !kept.plan.left_out.is_empty() {
            p.notice { (words.voice.text("plan-no-reasons")) }
        }
        (sections(&shown, words))
    }
}

/// The way to what each carer's phone shows.
fn phones(kept: &Kept, words: &Words<'_>) -> Markup {
    html! {
        section aria-labelledby="phones-heading" {
            h2 id="phones-heading" { (words.voice.text("phones-title")) }
            form.buttons method="get" action=(format!("/plans/{}/phone", kept.answer.id)) {
                @for carer in &words.day.carers { button.plain name="carer" value=(carer.id) { (carer.id) } }
            }
        }
    }
}

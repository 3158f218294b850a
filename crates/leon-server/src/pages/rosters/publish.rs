//! Publishing a roster: what it breaks, what changes at short notice, and who was first.

use super::kept::{Kept, known, seen_roster};
use crate::app::App;
use crate::papers::{Paper, must_plan};
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::{Extension, Form};
use leon_check::{RosterVerdict, check_roster};
use leon_model::{Minutes, Published};
use leon_pages::roster::words::Words;
use leon_roster::changed_dates;
use leon_store::{AnswerId, Publication, StoreError};
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Asked {
    /// The last publication that the planner has seen; 0 for none.
    after: i64,
    /// Whether the planner has seen what is broken.
    seen: Option<String>,
}

/// Makes the roster the one that people work by, unless somebody has published since it was looked at. One that breaks
/// rules is published only by who says that they have seen it.
pub async fn publish(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Redirect, Refused> {
    let kept = seen_roster(&app, &visitor, &AnswerId(id)).await?;
    must_plan(&app, &visitor, Paper::Period, &kept.document.head.place).await?;
    let published = app.store().publications(&kept.document.head.id).await?;
    let known = known(&app, &kept.answer, &published).await?;
    let (id, address) = (kept.answer.id.clone(), Paper::Period.plan_address(&kept.answer.id));
    let checked = tokio::task::spawn_blocking(move || check_roster(&kept.file.period, &kept.roster, known.as_ref()));
    let verdict = checked.await.map_err(|_| Refused::Internal)?;
    if !verdict.stands() && asked.seen.is_none() {
        return Err(Refused::Wrong(visitor.voice.text("shifts-publish-unseen")));
    }
    let by = visitor.by();
    match app.store().publish(&id, asked.after, by, app.now()).await {
        Ok(_) => Ok(Redirect::to(&address)),
        Err(StoreError::Conflict) => Err(Refused::Conflict),
        Err(error) => Err(error.into()),
    }
}

/// Whether people work by this roster, and making it so.
pub fn section(
    kept: &Kept,
    published: &[Publication],
    known: Option<&Published>,
    verdict: &RosterVerdict,
    words: Words<'_>,
) -> Markup {
    let voice = words.voice;
    let last = published.last().map_or(0, |it| it.number);
    let number = published.iter().rfind(|it| it.answer == kept.answer.id).map(|it| it.number);
    let changes = known.map(|it| changed_dates(&it.roster, &kept.roster).len());
    let short = Minutes(verdict.cover.iter().map(|it| it.short.0).sum());
    let late: f64 = verdict.priced.iter().map(|it| it.dkk.0).sum();
    html! {
        section aria-labelledby="publish-heading" {
            h2 id="publish-heading" { (voice.text("shifts-publish-title")) }
            @if let Some(number) = number {
                p.notice { (voice.text_with("plan-published", &[("number", number.into())])) }
            }
            @if let Some(changes) = changes {
                p { (voice.text_with("shifts-publish-changes", &[("number", changes.into())])) }
            }
            @if short > Minutes(0) {
                p.problem { (voice.text_with("shifts-publish-short", &[("length", words.length(short).into())])) }
            }
            p { (voice.text_with("shifts-publish-price", &[("kroner", voice.number(late, 0).into())])) }
            form method="post" action=(format!("/shifts/{}/publish", kept.answer.id)) {
                @if !verdict.stands() {
                    p.problem {
                        (voice.text_with("shifts-publish-broken", &[("number", verdict.broken.len().into())]))
                    }
                    p { label { input type="checkbox" name="seen" required; " " (voice.text("shifts-publish-seen")) } }
                }
                p { button name="after" value=(last) { (voice.text("shifts-publish-do")) } }
            }
        }
    }
}

//! One roster: the grid with what the law says of each cell, cover, hours, wishes; changing it, undoing, publishing.

use super::kept::{Kept, known, read, seen_answer, step};
use super::{change, effect, publish, wishes};
use crate::app::App;
use crate::papers::{Paper, may_plan};
use crate::refused::Refused;
use crate::shelf::Drawn;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Path, State};
use leon_check::check_roster;
use leon_pages::roster::Published;
use leon_pages::roster::page::{sections, title};
use leon_pages::roster::words::Words;
use leon_store::{Answer, AnswerId};
use maud::{Markup, html};

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<Markup, Refused> {
    let (answer, document) = seen_answer(&app, &visitor, &AnswerId(id)).await?;
    let may_change = may_plan(&app, &visitor, Paper::Period, &document.head.place).await?;
    let published = app.store().publications(&document.head.id).await?;
    let known = known(&app, &answer, &published).await?;
    let before = match step(&answer) {
        Some(step) => app.store().answer(&AnswerId(step.after)).await?,
        None => None,
    };
    let redo = redo(&app, &answer).await?;
    let voice = visitor.voice;
    // What is told now costs what it costs now, to the minute.
    let minute = app.now().as_second() / 60;
    let last = published.last().map_or(0, |it| it.number);
    let name = format!("roster {} {} {may_change} {last} {redo:?} {minute}", answer.id, voice.lang.code());
    let drawn = tokio::task::spawn_blocking(move || {
        app.drawn().get_or(&name, || {
            let kept = read(document, answer)?;
            let words = Words { period: &kept.file.period, voice };
            let verdict = check_roster(words.period, &kept.roster, known.as_ref());
            let shown = Published {
                file: &kept.file,
                roster: &kept.roster,
                verdict: &verdict,
                told: known.as_ref().map(|it| it.changes_told),
            };
            let effect = match &before {
                Some(before) => {
                    let before = read(kept.document.clone(), before.clone())?;
                    let was = check_roster(words.period, &before.roster, known.as_ref());
                    effect::section(&before, &was, &kept, &verdict, words)
                }
                None => html! {},
            };
            let content = html! {
                (head(&kept, before.as_ref(), redo.as_ref(), may_change, words))
                @if may_change { (publish::section(&kept, &published, known.as_ref(), &verdict, words)) }
                (effect)
                div.roster { (sections(&shown, words)) }
                @if may_change { (change::forms(&kept, &verdict.cover, words)) }
                (wishes::form(&kept.answer.id, &verdict, None, words))
            };
            Ok::<_, Refused>(Drawn { title: title(words), content })
        })
    });
    let drawn = drawn.await.map_err(|_| Refused::Internal)??;
    Ok(shell(&visitor, "/rosters", &drawn.title, &drawn.content))
}

/// The last change that was made of a roster by hand: where redoing leads.
async fn redo(app: &App, answer: &Answer) -> Result<Option<AnswerId>, Refused> {
    let all = app.store().answers(&answer.document).await?;
    let is_next = |it: &&Answer| step(it).is_some_and(|step| step.after == answer.id.as_str());
    Ok(all.iter().find(is_next).map(|it| it.id.clone()))
}

/// Where one is, and the way back and forth between changes.
fn head(kept: &Kept, before: Option<&Answer>, redo: Option<&AnswerId>, may_change: bool, words: Words<'_>) -> Markup {
    let voice = words.voice;
    html! {
        nav.buttons aria-label=(voice.text("shifts-steps")) {
            a href=(Paper::Period.address(&kept.document.head.id)) { (voice.text("shifts-back")) }
            @if let Some(before) = before {
                a href=(Paper::Period.plan_address(&before.id)) rel="prev" { (voice.text("shifts-undo")) }
            }
            @if let Some(redo) = redo {
                a href=(Paper::Period.plan_address(redo)) rel="next" { (voice.text("shifts-redo")) }
            }
            // Past every mark on the grid in one step.
            @if may_change { a href="#set" { (voice.text("shifts-change-title")) } }
        }
    }
}

//! "Why was I refused?": a wish, what stands against it, what granting it would take, and its place in the queue.

use super::kept::seen_roster;
use crate::app::App;
use crate::papers::Paper;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Path, Query, State};
use leon_check::{RosterVerdict, check_roster};
use leon_model::{Period, PersonId, Roster, Wish, WishId};
use leon_pages::roster::reasons::wish::WishExplained;
use leon_pages::roster::words::Words;
use leon_roster::{Iterations, explain_wish};
use leon_store::AnswerId;
use maud::{Markup, html};
use serde::Deserialize;

/// Rounds of search for what granting a wish would take.
const ROUNDS: u64 = 5_000;

#[derive(Deserialize)]
pub struct Question {
    #[serde(default)]
    pub wish: String,
}

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Query(question): Query<Question>,
) -> Result<Markup, Refused> {
    let kept = seen_roster(&app, &visitor, &AnswerId(id)).await?;
    let drawn = tokio::task::spawn_blocking(move || {
        let words = Words { period: &kept.file.period, voice: visitor.voice };
        let wish = WishId::from(question.wish.as_str());
        let explained = explained(words.period, &kept.roster, &wish, words)?;
        let verdict = check_roster(words.period, &kept.roster, None);
        let content = html! {
            p { a href=(Paper::Period.plan_address(&kept.answer.id)) { (words.voice.text("shifts-wish-back")) } }
            (explained)
            (form(&kept.answer.id, &verdict, None, words))
        };
        Ok(shell(&visitor, "/rosters", &words.voice.text("shifts-why"), &content))
    });
    drawn.await.map_err(|_| Refused::Internal)?
}

/// A wish explained; nothing is there for one that the period does not have.
pub fn explained(period: &Period, roster: &Roster, wish: &WishId, words: Words<'_>) -> Result<Markup, Refused> {
    let reason = explain_wish(period, roster, None, wish, &Iterations(ROUNDS)).map_err(|_| Refused::NotFound)?;
    let explained = WishExplained::of(&reason, words);
    Ok(html! {
        section aria-labelledby="wish-heading" {
            h2 id="wish-heading" { (explained.title) }
            ul { @for it in &explained.reasons { li { (it) } } }
            p { (explained.place) }
            ol { @for it in &explained.queue { li { (it) } } }
        }
    })
}

/// A choice of the wishes that were refused; of one person when it is given. Nothing when none was.
pub fn form(answer: &AnswerId, verdict: &RosterVerdict, person: Option<&PersonId>, words: Words<'_>) -> Markup {
    let voice = words.voice;
    let is_refused = |wish: &&Wish| verdict.wishes.iter().any(|it| it.wish == wish.id && !it.kept);
    let of_person = |wish: &&Wish| person.is_none_or(|it| *it == wish.person);
    let refused: Vec<&Wish> = words.period.wishes.iter().filter(is_refused).filter(of_person).collect();
    let address = if person.is_some() { "/my-shifts".to_owned() } else { format!("/shifts/{answer}/wishes") };
    html! {
        @if !refused.is_empty() {
            section aria-labelledby="why-heading" {
                h2 id="why-heading" { (voice.text("shifts-why")) }
                form method="get" action=(address) {
                    label for="wish" { (voice.text("roster-wish")) }
                    select id="wish" name="wish" {
                        @for it in &refused {
                            option value=(it.id) { (it.person) ": " (it.from) @if it.to != it.from { " – " (it.to) } " (" (it.id) ")" }
                        }
                    }
                    p { button { (voice.text("why-not-ask")) } }
                }
            }
        }
    }
}

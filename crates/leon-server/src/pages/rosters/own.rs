//! An employee's own shifts and wishes, of the newest published roster that they are in.

use super::kept::{Kept, read};
use super::round;
use super::wishes::{self, Question};
use crate::app::App;
use crate::calendar::said;
use crate::papers::{Paper, of_own, worked};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Query, State};
use leon_check::check_roster;
use leon_model::{Assignment, PersonId, WishId};
use leon_pages::roster::words::Words;
use leon_pages::table::{Lean, table, text};
use leon_pages::texts::Voice;
use leon_store::DocumentId;
use maud::{Markup, html};

/// Periods looked through, the newest first.
const PERIODS: usize = 8;

/// The account is called as the person of the period.
pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Query(question): Query<Question>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let name = visitor.name.clone().unwrap_or_default();
    let person = PersonId::from(name.as_str());
    let (mut rounds, mut newest) = (Vec::new(), None);
    for head in of_own(&app, &visitor, Paper::Period, PERIODS).await? {
        if newest.is_none() {
            newest = published(&app, &head.id, &visitor).await?;
        }
        let Some(document) = app.store().document(&head.id).await? else { continue };
        rounds.extend(round::open(&app, document, &visitor).await?);
    }
    let drawn = tokio::task::spawn_blocking(move || {
        let shifts = match &newest {
            Some(kept) => own_shifts(kept, &person, &question, voice)?,
            None => html! { p { (voice.text("my-shifts-none")) } },
        };
        let calendar = html! { p { a href="/my-calendar" { (voice.text("calendar-title")) } } };
        let content = html! { (calendar) (shifts) @for round in &rounds { (round.section(voice)) } };
        Ok(shell(&visitor, "/my-shifts", &voice.text("menu-my-shifts"), &content))
    });
    drawn.await.map_err(|_| Refused::Internal)?
}

/// The roster that people work by, if it was published and knows the visitor.
async fn published(app: &App, period: &DocumentId, visitor: &Visitor) -> Result<Option<Kept>, Refused> {
    let Some(publication) = app.store().publications(period).await?.pop() else { return Ok(None) };
    if !said(app, period, &publication, visitor.voice.lang).await?.knows(visitor.by()) {
        return Ok(None);
    }
    let Some(it) = worked(app, period, publication).await? else { return Ok(None) };
    tokio::task::spawn_blocking(move || read(it.document, it.answer)).await.map_err(|_| Refused::Internal)?.map(Some)
}

fn own_shifts(kept: &Kept, person: &PersonId, question: &Question, voice: Voice) -> Result<Markup, Refused> {
    let words = Words { period: &kept.file.period, voice };
    let verdict = check_roster(words.period, &kept.roster, None);
    let wish = words.period.wishes.iter().find(|it| it.id == WishId::from(question.wish.as_str()));
    let explained = match wish {
        // Of others' wishes nobody is told.
        Some(wish) if wish.person == *person => wishes::explained(words.period, &kept.roster, &wish.id, words)?,
        Some(_) => return Err(Refused::NotFound),
        None => html! {},
    };
    Ok(html! {
        (explained)
        (duties(kept, person, words))
        (own_wishes(person, &verdict, words))
        (wishes::form(&kept.answer.id, &verdict, Some(person), words))
    })
}

fn duties(kept: &Kept, person: &PersonId, words: Words<'_>) -> Markup {
    let voice = words.voice;
    let mut own: Vec<&Assignment> = kept.roster.assignments.iter().filter(|it| it.person == *person).collect();
    own.sort();
    html! {
        ol.phone {
            @for it in own {
                @if let Some(shift) = words.period.shift_type(&it.shift) {
                    li {
                        time { (it.date) " " (shift.start) "–" (shift.end) }
                        strong { (voice.text(&format!("shift-kind-{}", shift.kind.word()))) }
                        span { (shift.unit) @if let Some(function) = &it.function { " · " (function) } }
                    }
                }
            }
        }
    }
}

/// What became of the person's wishes, and of those of years before: the wish account.
fn own_wishes(person: &PersonId, verdict: &leon_check::RosterVerdict, words: Words<'_>) -> Markup {
    let voice = words.voice;
    let wishes = words.period.wishes.iter().zip(&verdict.wishes).filter(|(wish, _)| wish.person == *person);
    let rows: Vec<_> = wishes
        .map(|(wish, found)| {
            let became = voice.text(if found.kept { "roster-wish-kept" } else { "roster-wish-refused" });
            [wish.id.to_string(), wish.from.to_string(), wish.to.to_string(), became].map(text).to_vec()
        })
        .collect();
    let columns = ["roster-wish", "rosters-first", "rosters-last", "roster-kept"];
    let columns = columns.map(|key| (Lean::Words, voice.text(key)));
    let account = words.period.person(person).map_or(&[][..], |it| it.wish_account.as_slice());
    html! {
        h2 { (voice.text("roster-wishes")) }
        @if rows.is_empty() { p { (voice.text("my-shifts-no-wishes")) } } @else { (table("", &columns, &rows)) }
        @for year in account {
            @let counts = [("year", year.year.to_string().into()), ("refused", year.refused.into()), ("granted", year.granted.into())];
            p { (voice.text_with("my-shifts-account", &counts)) }
        }
    }
}

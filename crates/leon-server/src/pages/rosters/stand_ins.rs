//! Who can take a duty: one that somebody cannot take, or one that cover is short of. Everybody is named, the best
//! first, with what it does to them; giving somebody the duty is a change by hand as any other.

use super::kept::{Kept, seen_roster};
use crate::app::App;
use crate::papers::{Paper, may_plan};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Path, Query, State};
use leon_check::CoverFound;
use leon_model::{Date, Minutes, Moment, PersonId, Published};
use leon_pages::roster::changes::refusal;
use leon_pages::roster::words::Words;
use leon_roster::{ChangeError, Opening, Recommended, Replacement, Work, recommend};
use leon_store::AnswerId;
use maud::{Markup, html};
use serde::Deserialize;

/// People held against the whole roster: as many as anybody reads.
const COUNT: usize = 10;
/// Those who may not take it, with why.
const REFUSED: usize = 10;
/// A year before the period: of a roster that nobody knows no change comes late.
const UNKNOWN_DAYS: i32 = 365;

/// A person's duty on a date, or a row of cover that is short on it.
#[derive(Debug, Deserialize)]
pub struct Question {
    #[serde(default)]
    person: String,
    /// A row of cover and its date, as the form names them: `3 2026-12-07`.
    #[serde(default)]
    short: String,
    #[serde(default)]
    date: String,
}

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Query(question): Query<Question>,
) -> Result<Markup, Refused> {
    let kept = seen_roster(&app, &visitor, &AnswerId(id)).await?;
    let may_change = may_plan(&app, &visitor, Paper::Period, &kept.document.head.place).await?;
    let is_known = !app.store().publications(&kept.document.head.id).await?.is_empty();
    let now = Moment(app.now().as_second());
    let drawn = tokio::task::spawn_blocking(move || {
        let words = Words { period: &kept.file.period, voice: visitor.voice };
        let told = if is_known { now } else { now.min((words.period.first - UNKNOWN_DAYS).midnight()) };
        let opening = opening(&question).ok_or_else(|| Refused::Wrong(words.voice.text("stand-in-wrong")))?;
        let at_hand = Published { roster: kept.roster.clone(), changes_told: told };
        let found = recommend(words.period, &at_hand, &opening, COUNT).map_err(|error| {
            Refused::Wrong(match &error {
                ChangeError::Past { date } => {
                    words.voice.text_with("stand-in-past", &[("date", date.to_string().into())])
                }
                error => refusal(error, words.voice),
            })
        })?;
        let shown = Shown { kept: &kept, opening: &opening, may_change, is_known, words };
        Ok(shell(&visitor, "/rosters", &words.voice.text("stand-in-title"), &shown.content(&found)))
    });
    drawn.await.map_err(|_| Refused::Internal)?
}

/// What is asked for; `None` when it is neither.
fn opening(question: &Question) -> Option<Opening> {
    if let Some((row, date)) = question.short.split_once(' ') {
        return Some(Opening::Cover { row: row.parse().ok()?, date: date.parse().ok()? });
    }
    let (person, date) = (PersonId::from(question.person.as_str()), question.date.parse().ok()?);
    Some(Opening::Duty { person, date })
}

struct Shown<'a> {
    kept: &'a Kept,
    opening: &'a Opening,
    may_change: bool,
    /// Whether people know a roster of the period, so that notice counts.
    is_known: bool,
    words: Words<'a>,
}

impl Shown<'_> {
    fn content(&self, found: &Recommended) -> Markup {
        let voice = self.words.voice;
        html! {
            nav.buttons aria-label=(voice.text("shifts-steps")) {
                a href=(Paper::Period.plan_address(&self.kept.answer.id)) { (voice.text("shifts-wish-back")) }
            }
            p.lead { (self.asked()) }
            p { (voice.text("stand-in-lead")) }
            section aria-labelledby="can-heading" {
                h2 id="can-heading" { (voice.text("roster-can-take")) }
                @if found.legal.is_empty() { p.problem { (voice.text("roster-nobody-can")) } }
                ol.answer { @for it in found.legal.iter().take(COUNT) { (self.item(it)) } }
                (self.more(found.legal.len(), COUNT))
            }
            @if !found.illegal.is_empty() {
                section aria-labelledby="cannot-heading" {
                    h2 id="cannot-heading" { (voice.text("roster-cannot-take")) }
                    ul.answer { @for it in found.illegal.iter().take(REFUSED) { (self.item(it)) } }
                    (self.more(found.illegal.len(), REFUSED))
                }
            }
        }
    }

    /// The duty, in words.
    fn asked(&self) -> String {
        let voice = self.words.voice;
        match self.opening {
            Opening::Duty { person, date } => {
                let own = self.kept.roster.assignments.iter().filter(|it| it.person == *person && it.date == *date);
                let duties: Vec<Work> =
                    own.map(|it| Work { shift: it.shift.clone(), function: it.function.clone() }).collect();
                let variables = [
                    ("person", person.to_string().into()),
                    ("date", date.to_string().into()),
                    ("duty", self.words.works(&duties).into()),
                ];
                voice.text_with("stand-in-duty", &variables)
            }
            Opening::Cover { row, date } => {
                let variables = [("row", self.words.row(*row).into()), ("date", date.to_string().into())];
                voice.text_with("stand-in-cover", &variables)
            }
        }
    }

    fn more(&self, all: usize, shown: usize) -> Markup {
        html! {
            @if let Some(more) = all.checked_sub(shown).filter(|it| *it > 0) {
                p { (self.words.voice.text_with("roster-more", &[("number", self.words.voice.count(more).into())])) }
            }
        }
    }

    /// Somebody, what it does to them and to the roster, and the way to give them the duty.
    fn item(&self, it: &Replacement) -> Markup {
        let (words, voice) = (self.words, self.words.voice);
        // What sets the order stands first.
        let worth = it.levels.as_ref().map(|it| words.worth(it));
        let notice = || voice.text_with("roster-notice", &[("length", words.length(it.notice).into())]);
        let lines: Vec<String> =
            worth.into_iter().chain(self.is_known.then(notice)).chain(words.effect(&it.effect)).collect();
        let person = &it.change.person;
        html! {
            li {
                strong { (words.changed(&it.change)) }
                ul { @for line in &lines { li { (line) } } }
                @if self.may_change { (self.give(it, &voice.text_with("stand-in-give", &[("person", person.to_string().into())]))) }
            }
        }
    }

    fn give(&self, it: &Replacement, label: &str) -> Markup {
        let change = &it.change;
        let class = if it.effect.is_legal() { None } else { Some("plain") };
        html! {
            form method="post" action=(format!("/shifts/{}/change", self.kept.answer.id)) {
                input type="hidden" name="date" value=(change.date);
                @match self.opening {
                    Opening::Duty { person, .. } => {
                        input type="hidden" name="person" value=(person);
                        input type="hidden" name="other" value=(change.person);
                        button class=[class] name="what" value="give" { (label) }
                    }
                    Opening::Cover { .. } => {
                        input type="hidden" name="person" value=(change.person);
                        @if let Some(work) = change.now.first() {
                            input type="hidden" name="shift" value=(work.shift);
                            @if let Some(function) = &work.function { input type="hidden" name="function" value=(function); }
                        }
                        button class=[class] name="what" value="set" { (label) }
                    }
                }
            }
        }
    }
}

/// The rows of cover that are short, each with its date, as a question who can come; nothing when none is.
pub fn form(id: &AnswerId, cover: &[CoverFound], words: Words<'_>) -> Markup {
    let voice = words.voice;
    let mut short: Vec<(Date, usize)> =
        cover.iter().filter(|it| it.short > Minutes(0)).map(|it| (it.date, it.cover)).collect();
    short.sort_unstable();
    html! {
        @if !short.is_empty() {
            form.card method="get" action=(format!("/shifts/{id}/stand-ins")) id="short" {
                h3 { (voice.text("stand-in-short")) }
                label for="short-row" { (voice.text("stand-in-short-row")) }
                select id="short-row" name="short" {
                    @for (date, row) in &short {
                        option value=(format!("{row} {date}")) { (date) " " (words.row(*row)) }
                    }
                }
                p { button { (voice.text("stand-in-ask")) } }
            }
        }
    }
}

//! Changing a roster by hand: another shift or none for somebody on a date, two who swap, or a duty given to a stand-in.
//! What comes out is a new roster; the one before stays, so that a change is undone by going back.

use super::kept::{Kept, Step, seen_roster};
use super::stand_ins;
use crate::app::App;
use crate::papers::{Paper, must_plan};
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::{Extension, Form};
use leon_check::CoverFound;
use leon_formats::period::write_roster;
use leon_model::{Assignment, Date, FunctionId, PersonId, Roster, ShiftTypeId};
use leon_pages::roster::words::Words;
use leon_store::{AnswerId, NewAnswer};
use maud::{Markup, html};
use serde::Deserialize;

/// What is to change. What is not given is empty.
#[derive(Debug, Default, Deserialize)]
pub struct Change {
    /// `set`, `swap` or `give`.
    what: String,
    person: String,
    date: String,
    /// Empty: a day off.
    #[serde(default)]
    shift: String,
    #[serde(default)]
    function: String,
    /// Who swaps with the person, or stands in for them.
    #[serde(default)]
    other: String,
}

pub async fn change(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Redirect, Refused> {
    let kept = seen_roster(&app, &visitor, &AnswerId(id)).await?;
    must_plan(&app, &visitor, Paper::Period, &kept.document.head.place).await?;
    let roster = changed(&kept, &change).ok_or_else(|| Refused::Wrong(visitor.voice.text("shifts-change-wrong")))?;
    let step = Step { after: kept.answer.id.to_string() };
    let new = NewAnswer {
        document: &kept.document.head.id,
        kind: Paper::Period.plan(),
        asked: &serde_json::json!(step).to_string(),
        input_sha256: &kept.document.head.sha256,
        version: env!("CARGO_PKG_VERSION"),
        seed: "",
        budget: "",
        body: &write_roster(&roster, None),
        by: visitor.by(),
        at: app.now(),
    };
    let id = app.store().add_answer(&new).await?;
    Ok(Redirect::to(&format!("{}#effect", Paper::Period.plan_address(&id))))
}

/// The roster after a change; `None` when it speaks of what the period does not have, or changes nothing.
fn changed(kept: &Kept, change: &Change) -> Option<Roster> {
    let period = &kept.file.period;
    let date: Date = change.date.parse().ok().filter(|it| (period.first..=period.last).contains(it))?;
    let person = |id: &str| Some(period.person(&PersonId::from(id))?.id.clone());
    let one = person(&change.person)?;
    let mut assignments = kept.roster.assignments.clone();
    match change.what.as_str() {
        "set" => {
            assignments.retain(|it| it.person != one || it.date != date);
            if !change.shift.is_empty() {
                let shift = period.shift_type(&ShiftTypeId::from(change.shift.as_str()))?.id.clone();
                let function = match change.function.as_str() {
                    "" => None,
                    id => Some(period.function(&FunctionId::from(id))?.id.clone()),
                };
                assignments.push(Assignment { person: one, date, shift, function });
            }
        }
        // The stand-in gives up what they had on the date.
        "give" => {
            let other = person(&change.other)?;
            let has_duty = |it: &Assignment| it.person == one && it.date == date;
            if other == one || !assignments.iter().any(has_duty) {
                return None;
            }
            assignments.retain(|it| it.person != other || it.date != date);
            assignments.iter_mut().filter(|it| has_duty(it)).for_each(|it| it.person = other.clone());
        }
        "swap" => {
            let other = person(&change.other)?;
            for it in assignments.iter_mut().filter(|it| it.date == date) {
                if it.person == one {
                    it.person = other.clone();
                } else if it.person == other {
                    it.person = one.clone();
                }
            }
        }
        _ => return None,
    }
    assignments.sort();
    let mut before = kept.roster.assignments.clone();
    before.sort();
    (assignments != before).then_some(Roster { assignments, uncovered: None })
}

/// The forms for a change. A cell of the grid fills them in.
pub fn forms(kept: &Kept, cover: &[CoverFound], words: Words<'_>) -> Markup {
    let voice = words.voice;
    let address = format!("/shifts/{}/change", kept.answer.id);
    html! {
        section aria-labelledby="change-heading" {
            h2 id="change-heading" { (voice.text("shifts-change-title")) }
            p.lead { (voice.text("shifts-change-lead")) }
            div.columns {
                form.card method="post" action=(address) id="set" {
                    h3 { (voice.text("shifts-set")) }
                    (person_field("set-person", "person", "roster-person", words))
                    (date_field("set-date", words))
                    label for="set-shift" { (voice.text("shifts-shift")) }
                    select id="set-shift" name="shift" {
                        option value="" { (voice.text("shifts-off")) }
                        @for it in &words.period.shift_types {
                            option value=(it.id) { (it.id) " " (it.start) "–" (it.end) " (" (it.unit) ")" }
                        }
                    }
                    label for="set-function" { (voice.text("shifts-function")) }
                    select id="set-function" name="function" {
                        option value="" { (voice.text("shifts-no-function")) }
                        @for it in &words.period.functions { option value=(it.id) { (it.id) } }
                    }
                    p.buttons {
                        button name="what" value="set" { (voice.text("shifts-set-do")) }
                        button.plain formmethod="get" formaction=(format!("/shifts/{}/stand-ins", kept.answer.id)) {
                            (voice.text("stand-in-ask"))
                        }
                    }
                }
                form.card method="post" action=(address) id="swap" {
                    h3 { (voice.text("shifts-swap")) }
                    (person_field("swap-person", "person", "roster-person", words))
                    (person_field("swap-other", "other", "shifts-with", words))
                    (date_field("swap-date", words))
                    p { button name="what" value="swap" { (voice.text("shifts-swap-do")) } }
                }
                (stand_ins::form(&kept.answer.id, cover, words))
            }
        }
    }
}

fn person_field(id: &str, name: &str, key: &str, words: Words<'_>) -> Markup {
    html! {
        label for=(id) { (words.voice.text(key)) }
        select id=(id) name=(name) {
            @for it in &words.period.people { option value=(it.id) { (it.id) " (" (words.group(&it.group)) ")" } }
        }
    }
}

fn date_field(id: &str, words: Words<'_>) -> Markup {
    let (first, last) = (words.period.first, words.period.last);
    html! {
        label for=(id) { (words.voice.text("roster-dates")) }
        input type="date" id=(id) name="date" value=(first) min=(first) max=(last) required;
    }
}

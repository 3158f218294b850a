//! A day brought in from a file, or made up.

use crate::app::App;
use crate::papers::{Paper, bring, must_plan_in};
use crate::places::place_field;
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::State;
use axum::response::Redirect;
use axum::{Extension, Form};
use jiff::Timestamp;
use leon_formats::day::{Clock, write_day};
use leon_generate::{DayOptions, GenerateError, generate_day};
use leon_model::{Moment, PlaceId};
use leon_pages::texts::Voice;
use maud::{Markup, html};
use serde::Deserialize;

/// Visits of a made-up day.
const VISITS: std::ops::RangeInclusive<usize> = 20..=2000;

#[derive(Deserialize)]
pub struct MadeUp {
    place: String,
    visits: usize,
    date: String,
    seed: u64,
}

/// Makes up a day in a municipality of the newest case.
pub async fn make_up(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Form(asked): Form<MadeUp>,
) -> Result<Redirect, Refused> {
    let voice = visitor.voice;
    let date = Clock::copenhagen().midnight(&asked.date).filter(|_| VISITS.contains(&asked.visits));
    let date = date.ok_or_else(|| Refused::Wrong(voice.text("routes-made-up-wrong")))?;
    must_plan_in(&app, &visitor, Paper::Day, &asked.place).await?;
    let head = app.newest_case().await?.ok_or(Refused::NotFound)?;
    let desk = app.desk(&head.id).await?;
    let options = DayOptions::new(PlaceId::from(asked.place.as_str()), asked.visits, asked.seed, date);
    let made = tokio::task::spawn_blocking(move || generate_day(&desk.case, &options)).await;
    let day = made.map_err(|_| Refused::Internal)?.map_err(|error| {
        let place = [("id", asked.place.as_str().into())];
        match error {
            GenerateError::NoNeeds(_) => Refused::Wrong(voice.text_with("generate-no-needs", &place)),
            GenerateError::NoPoint(_) => Refused::Wrong(voice.text_with("generate-no-point", &place)),
            _ => Refused::Wrong(voice.text("routes-made-up-wrong")),
        }
    })?;
    let id = bring(&app, &visitor, Paper::Day, &asked.place, &write_day(&day)).await?;
    Ok(Redirect::to(&Paper::Day.address(&id)))
}

/// Both ways to bring in a day.
pub fn forms(places: &[(String, String)], now: Timestamp, voice: Voice) -> Markup {
    html! { (made_up_form(places, now, voice)) (upload_form(places, voice)) }
}

fn made_up_form(places: &[(String, String)], now: Timestamp, voice: Voice) -> Markup {
    let tomorrow = Moment(now.as_second()).danish_date() + 1;
    html! {
        h2 { (voice.text("routes-make-up")) }
        form method="post" action="/routes/made-up" {
            (place_field("made-up-place", places, voice))
            label for="visits" { (voice.text("figure-visits")) }
            input type="number" id="visits" name="visits" value="120" min=(VISITS.start()) max=(VISITS.end()) required;
            label for="date" { (voice.text("routes-date")) }
            input type="date" id="date" name="date" value=(tomorrow) required;
            label for="seed" { (voice.text("routes-seed")) }
            input type="number" id="seed" name="seed" value="1" min="0" required;
            p { button { (voice.text("routes-make-up-do")) } }
        }
    }
}

fn upload_form(places: &[(String, String)], voice: Voice) -> Markup {
    html! {
        h2 { (voice.text("routes-upload")) }
        form method="post" action="/routes/upload" enctype="multipart/form-data" {
            (place_field("upload-place", places, voice))
            label for="file" { (voice.text("routes-file")) }
            input type="file" id="file" name="file" accept="application/json,.json" required;
            p { button { (voice.text("routes-upload-do")) } }
        }
    }
}

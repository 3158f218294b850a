//! A period brought in from a file, or made up.

use crate::app::App;
use crate::papers::{Paper, bring, must_plan_in};
use crate::places::place_field;
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::State;
use axum::response::Redirect;
use axum::{Extension, Form};
use jiff::Timestamp;
use leon_formats::period::{rule_packs, write_period};
use leon_generate::{PeriodKind, PeriodOptions, generate_period};
use leon_model::{Date, Moment};
use leon_pages::texts::Voice;
use maud::{Markup, html};
use serde::Deserialize;

/// People and weeks of a made-up period.
const PEOPLE: std::ops::RangeInclusive<usize> = 12..=60;
const WEEKS: std::ops::RangeInclusive<u32> = 1..=16;

#[derive(Deserialize)]
pub struct MadeUp {
    place: String,
    kind: String,
    people: usize,
    weeks: u32,
    first: String,
    seed: u64,
}

/// Makes up a period of one unit.
pub async fn make_up(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Form(asked): Form<MadeUp>,
) -> Result<Redirect, Refused> {
    let wrong = || Refused::Wrong(visitor.voice.text("rosters-made-up-wrong"));
    let kind = PeriodKind::ALL.into_iter().find(|it| it.word() == asked.kind).ok_or_else(wrong)?;
    let first: Date = asked.first.parse().map_err(|_| wrong())?;
    if !PEOPLE.contains(&asked.people) || !WEEKS.contains(&asked.weeks) {
        return Err(wrong());
    }
    must_plan_in(&app, &visitor, Paper::Period, &asked.place).await?;
    let usual = PeriodOptions::new(kind, first, asked.seed);
    let options = PeriodOptions { people: asked.people, units: 1, weeks: asked.weeks, ..usual };
    let made = tokio::task::spawn_blocking(move || generate_period(rule_packs(), &options)).await;
    let period = made.map_err(|_| Refused::Internal)?.map_err(|_| wrong())?;
    let id = bring(&app, &visitor, Paper::Period, &asked.place, &write_period(&period)).await?;
    Ok(Redirect::to(&Paper::Period.address(&id)))
}

/// Both ways to bring in a period.
pub fn forms(places: &[(String, String)], now: Timestamp, voice: Voice) -> Markup {
    // The Monday of next week.
    let today = Moment(now.as_second()).danish_date();
    let monday = (1..=7).map(|days| today + days).find(|it| it.weekday() as usize == 0).unwrap_or(today);
    html! {
        h2 { (voice.text("rosters-make-up")) }
        form method="post" action="/rosters/made-up" {
            (place_field("made-up-place", places, voice))
            label for="kind" { (voice.text("rosters-kind")) }
            select id="kind" name="kind" {
                @for kind in PeriodKind::ALL {
                    option value=(kind.word()) { (voice.text(&format!("rosters-kind-{}", kind.word()))) }
                }
            }
            label for="people" { (voice.text("rosters-people")) }
            input type="number" id="people" name="people" value="24" min=(PEOPLE.start()) max=(PEOPLE.end()) required;
            label for="weeks" { (voice.text("rosters-weeks")) }
            input type="number" id="weeks" name="weeks" value="4" min=(WEEKS.start()) max=(WEEKS.end()) required;
            label for="first" { (voice.text("rosters-first")) }
            input type="date" id="first" name="first" value=(monday) required;
            label for="seed" { (voice.text("routes-seed")) }
            input type="number" id="seed" name="seed" value="1" min="0" required;
            p { button { (voice.text("rosters-make-up-do")) } }
        }
        h2 { (voice.text("rosters-upload")) }
        form method="post" action="/rosters/upload" enctype="multipart/form-data" {
            (place_field("upload-place", places, voice))
            label for="file" { (voice.text("rosters-file")) }
            input type="file" id="file" name="file" accept="application/json,.json" required;
            p { button { (voice.text("routes-upload-do")) } }
        }
    }
}

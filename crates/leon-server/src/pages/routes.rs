//! Ruter: days of visits. A day is brought in or made up, planned as a job, looked at and changed.

pub mod ask;
pub mod bring;
pub mod carer;
pub mod change;
mod effect;
pub(crate) mod kept;
pub mod plan;

use crate::access::Right;
use crate::app::App;
use crate::papers::{self, Paper};
use crate::places::{name_of, places};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use crate::when::when;
use axum::Extension;
use axum::extract::State;
use leon_model::PlaceKind;
use leon_pages::table::{Lean, table, text};
use leon_store::DocumentHead;
use maud::{Markup, html};

/// The days that the visitor may see, and how to bring in more.
pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let days = papers::all(&app, &visitor, Paper::Day).await?;
    let places = places(&app, &visitor, Right::SeeVisits, &[PlaceKind::Municipality]).await?;
    let row = |head: &DocumentHead| {
        vec![
            html! { a href=(format!("/routes/{}", head.id)) { (head.title) } },
            text(name_of(&places, &head.place)),
            text(&head.created_by),
            text(when(head.created_at)),
        ]
    };
    let columns = ["routes-day", "people-place", "jobs-by", "jobs-at"].map(|key| (Lean::Words, voice.text(key)));
    let content = html! {
        p.lead { (voice.text("routes-lead")) }
        @if days.is_empty() { p { (voice.text("routes-none")) } }
        @else { (table("", &columns, &days.iter().map(row).collect::<Vec<_>>())) }
        @if visitor.may(Right::PlanVisits) { (bring::forms(&places, app.now(), voice)) }
    };
    Ok(shell(&visitor, "/routes", &voice.text("menu-routes"), &content))
}

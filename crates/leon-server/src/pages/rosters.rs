//! Vagtplan: periods of shifts. A period is brought in or made up, planned as a job, changed, and published.

pub mod bring;
pub mod change;
mod effect;
pub(crate) mod kept;
pub mod own;
pub mod publish;
pub mod roster;
pub mod round;
pub mod stand_ins;
pub mod wishes;

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

/// The periods that the visitor may see, and how to bring in more.
pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let periods = papers::all(&app, &visitor, Paper::Period).await?;
    let places = places(&app, &visitor, Right::SeeShifts, &[PlaceKind::Region, PlaceKind::Municipality]).await?;
    let row = |head: &DocumentHead| {
        vec![
            html! { a href=(Paper::Period.address(&head.id)) { (head.title) } },
            text(name_of(&places, &head.place)),
            text(&head.created_by),
            text(when(head.created_at)),
        ]
    };
    let keys = ["rosters-period", "people-place", "jobs-by", "jobs-at"];
    let columns = keys.map(|key| (Lean::Words, voice.text(key)));
    let content = html! {
        p.lead { (voice.text("rosters-lead")) }
        @if periods.is_empty() { p { (voice.text("rosters-none")) } }
        @else { (table("", &columns, &periods.iter().map(row).collect::<Vec<_>>())) }
        @if visitor.may(Right::PlanShifts) { (bring::forms(&places, app.now(), voice)) }
    };
    Ok(shell(&visitor, "/rosters", &voice.text("menu-rosters"), &content))
}

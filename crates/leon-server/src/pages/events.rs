//! The book of events: who did what, searched by person, deed or object.

use crate::access::Right;
use crate::app::App;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use crate::when::when;
use axum::Extension;
use axum::extract::{Query, State};
use leon_pages::table::{Lean, table, text};
use leon_store::Event;
use maud::{Markup, html};
use serde::Deserialize;

/// Rows of a page.
const ROWS: i64 = 100;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    text: String,
    before: Option<i64>,
}

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    // The book is of the whole house: an administrator of a part of it does not read it.
    if !app.may_in(&visitor, Right::Administer, "").await? {
        return Err(Refused::Forbidden);
    }
    let events = app.store().events(&asked.text, asked.before, ROWS).await?;
    let row = |event: &Event| {
        let cells = [
            when(event.at),
            event.person.clone(),
            voice.text(&format!("event-{}", event.what)),
            event.about.clone(),
            event.detail.clone(),
        ];
        cells.map(text).to_vec()
    };
    let keys = ["events-at", "events-person", "events-what", "events-about", "events-detail"];
    let columns = keys.map(|key| (Lean::Words, voice.text(key)));
    let content = html! {
        p.lead { (voice.text("events-lead")) }
        form action="/events" method="get" {
            label for="text" { (voice.text("events-search")) }
            input type="text" id="text" name="text" value=(asked.text);
            p { button { (voice.text("events-do")) } }
        }
        (table(&voice.text("menu-events"), &columns, &events.iter().map(row).collect::<Vec<_>>()))
        @if let Some(last) = events.last().filter(|_| events.len() as i64 == ROWS) {
            form action="/events" method="get" {
                input type="hidden" name="text" value=(asked.text);
                button.plain name="before" value=(last.number) { (voice.text("events-older")) }
            }
        }
    };
    Ok(shell(&visitor, "/events", &voice.text("menu-events"), &content))
}

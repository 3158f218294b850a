//! The book of events.

use crate::access::Right;
use crate::app::App;
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::{Extension, Json};
use leon_store::Event;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Events on a page.
const PAGE: usize = 100;

/// Who did what to what, when.
#[derive(Serialize, ToSchema)]
pub struct EventEntry {
    number: i64,
    #[schema(format = DateTime)]
    at: String,
    person: String,
    what: String,
    about: String,
    detail: String,
    /// SHA-256 of this row and of the hash before it.
    sha256: String,
}

impl From<Event> for EventEntry {
    fn from(it: Event) -> Self {
        Self {
            number: it.number,
            at: it.at.to_string(),
            person: it.person,
            what: it.what,
            about: it.about,
            detail: it.detail,
            sha256: it.sha256,
        }
    }
}

/// A page of events, newest first.
#[derive(Serialize, ToSchema)]
pub struct EventList {
    items: Vec<EventEntry>,
    /// What to ask for `before` to see the next page; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Only events whose person, deed or object holds this.
    #[serde(default)]
    text: String,
    /// Only events with a smaller number.
    before: Option<i64>,
}

/// The book of events. It takes a right everywhere.
#[utoipa::path(
    get, path = "/api/events", tag = "events", params(Asked),
    responses((status = 200, body = EventList))
)]
pub async fn list(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<EventList>, Refused> {
    let Query(asked) = asked?;
    if !app.may_in(&visitor, Right::Administer, "").await? {
        return Err(Refused::Forbidden);
    }
    let events = app.store().events(&asked.text, asked.before, PAGE as i64).await?;
    let next = events.last().filter(|_| events.len() == PAGE).map(|it| it.number);
    Ok(Json(EventList { items: events.into_iter().map(Into::into).collect(), next }))
}

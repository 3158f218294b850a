//! The same house for programs: resources as JSON, refusals as `application/problem+json` (RFC 9457), described by
//! OpenAPI 3.1. What may be seen and done is what the same person may see and do in the browser.

mod answers;
mod description;
mod documents;
mod events;
mod gap;
mod jobs;
mod once;
mod problem;
mod publications;

pub use description::description;
pub use gap::GapFigures;
pub(crate) use once::once;
pub(crate) use problem::{in_words, problem};

use crate::access::{Access, Right};
use crate::app::App;
use crate::endpoints::{Endpoint, Served};
use crate::import::CASE;
use crate::papers::{self, Paper};
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::http::Method;
use axum::routing::{delete, get, post};
use leon_store::{Document, DocumentHead, DocumentId};

/// Where programs come in; every address of theirs begins so.
pub(crate) const ROOT: &str = "/api";

/// Every address of the interface, with who may ask it.
pub(crate) fn served() -> Vec<Served> {
    let see_gap = Access::Having(Right::SeeGap);
    let at = |method, path, access, handler| (Endpoint { method, path, access }, handler);
    vec![
        at(Method::GET, "/api", Access::Anybody, get(description::page)),
        at(Method::GET, "/api/openapi.json", Access::Anybody, get(description::json)),
        at(Method::GET, "/api/documents", Access::SignedIn, get(documents::list)),
        at(Method::POST, "/api/documents", Access::SignedIn, post(documents::bring)),
        at(Method::GET, "/api/documents/{document}", Access::SignedIn, get(documents::one)),
        at(Method::GET, "/api/documents/{document}/answers", Access::SignedIn, get(answers::list)),
        at(Method::GET, "/api/answers/{answer}", Access::SignedIn, get(answers::one)),
        at(Method::GET, "/api/documents/{document}/publications", Access::SignedIn, get(publications::list)),
        at(Method::POST, "/api/documents/{document}/publications", Access::SignedIn, post(publications::publish)),
        at(Method::POST, "/api/documents/{document}/jobs", Access::SignedIn, post(jobs::ask)),
        at(Method::POST, "/api/documents/{document}/scenarios", see_gap, post(jobs::project)),
        at(Method::GET, "/api/jobs/{job}", Access::SignedIn, get(jobs::one)),
        at(Method::DELETE, "/api/jobs/{job}", Access::SignedIn, delete(jobs::cancel)),
        at(Method::GET, "/api/gap", see_gap, get(gap::gap)),
        at(Method::GET, "/api/events", Access::Having(Right::Administer), get(events::list)),
    ]
}

/// Whether a visitor may see a document. A case is of groups and places and is seen whole.
async fn may_see(app: &App, visitor: &Visitor, head: &DocumentHead) -> Result<bool, Refused> {
    match Paper::of(head) {
        Some(paper) => papers::may_see(app, visitor, paper, &head.place).await,
        None => Ok(head.kind == CASE && visitor.may(Right::SeeGap)),
    }
}

/// A document that the visitor may see; one that they may not see is not there.
async fn seen(app: &App, visitor: &Visitor, id: &str) -> Result<Document, Refused> {
    let document = app.store().document(&DocumentId(id.to_owned())).await?.ok_or(Refused::NotFound)?;
    if may_see(app, visitor, &document.head).await? { Ok(document) } else { Err(Refused::NotFound) }
}

/// Refuses a visitor who may not bring documents of this kind in this place, plan and publish them.
async fn must_change(app: &App, visitor: &Visitor, kind: &str, place: &str) -> Result<(), Refused> {
    match Paper::called(kind) {
        Some(paper) => papers::must_plan(app, visitor, paper, place).await,
        None if app.may_in(visitor, Right::Administer, "").await? => Ok(()),
        None => Err(Refused::Forbidden),
    }
}

//! An employee's own calendar: its secret address given, renewed and taken back, and what is answered there.

use crate::app::App;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use crate::{calendar, token};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::response::{IntoResponse, Redirect, Response};
use leon_formats::{Lang, subscription};
use leon_store::Person;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Asked {
    lang: Option<String>,
}

/// The calendar that a token opens, for programs that cannot sign in. Who has lost the right to see their own plans in
/// a place no longer finds them here.
pub async fn read(
    State(app): State<App>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let token = name.strip_suffix(".ics").ok_or(Refused::NotFound)?;
    let person = app.store().calendar_of(&token::sha256(token)).await?.ok_or(Refused::NotFound)?;
    let lang = asked.lang.as_deref().and_then(Lang::parse).unwrap_or_default();
    let own = Visitor { name: Some(person.name), grants: person.grants, ..Visitor::stranger(lang, String::new()) };
    let engagements = calendar::engagements(&app, &own).await?;
    let text = subscription(&own.voice.text("calendar-name"), own.by(), &engagements);
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response())
}

/// Whether the visitor has an address.
pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Markup, Refused> {
    let since = match app.store().person_called(visitor.by()).await? {
        Some(person) => app.store().calendar_since(&person).await?,
        None => None,
    };
    let voice = visitor.voice;
    let content = html! {
        (about(&visitor))
        @match since {
            Some(since) => {
                p { (voice.text_with("calendar-since", &[("at", since.strftime("%Y-%m-%d").to_string().into())])) }
                (changes(&visitor))
            }
            None => form method="post" action="/my-calendar" { p { button { (voice.text("calendar-give")) } } },
        }
    };
    Ok(shell(&visitor, "/my-calendar", &voice.text("calendar-title"), &content))
}

/// Gives the visitor a new address, and shows it this once.
pub async fn give(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let person = person(&app, &visitor).await?;
    let token = token::new().map_err(|_| Refused::Internal)?;
    app.store().give_calendar(&person, &token::sha256(&token), app.now()).await?;
    let host = headers.get(HOST).and_then(|it| it.to_str().ok()).unwrap_or("localhost");
    let scheme = if app.is_secure() { "https" } else { "http" };
    let lang = if voice.lang == Lang::default() { String::new() } else { format!("?lang={}", voice.lang.code()) };
    let address = format!("{host}/calendar/{token}.ics{lang}");
    let content = html! {
        (about(&visitor))
        p.notice { (voice.text("calendar-once")) }
        p { code { (scheme) "://" (address) } }
        p { a href=(format!("webcal://{address}")) { (voice.text("calendar-open")) } }
        (changes(&visitor))
    };
    Ok(shell(&visitor, "/my-calendar", &voice.text("calendar-title"), &content))
}

/// Takes the visitor's address back.
pub async fn end(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Redirect, Refused> {
    let person = person(&app, &visitor).await?;
    app.store().take_calendar(&person, app.now()).await?;
    Ok(Redirect::to("/my-calendar"))
}

/// The visitor's account; the demo's visitor has none.
async fn person(app: &App, visitor: &Visitor) -> Result<Person, Refused> {
    let person = app.store().person_called(visitor.by()).await?;
    person.ok_or_else(|| Refused::Wrong(visitor.voice.text("calendar-nobody")))
}

fn about(visitor: &Visitor) -> Markup {
    html! { p.lead { (visitor.voice.text("calendar-about")) } p { (visitor.voice.text("calendar-secret")) } }
}

fn changes(visitor: &Visitor) -> Markup {
    html! {
        div.buttons {
            form method="post" action="/my-calendar" { button { (visitor.voice.text("calendar-renew")) } }
            form method="post" action="/my-calendar/end" { button.plain { (visitor.voice.text("calendar-end")) } }
        }
    }
}

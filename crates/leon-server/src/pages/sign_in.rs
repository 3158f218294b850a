//! Signing in and out.

use super::language::own_address;
use crate::app::App;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::{SESSION, Visitor, cookie};
use crate::{password, token};
use axum::extract::{Query, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use jiff::SignedDuration;
use leon_store::{NewEvent, Person};
use maud::{Markup, html};
use serde::Deserialize;
use std::net::IpAddr;

/// How long one stays signed in: a working day.
const SIGNED_IN: SignedDuration = SignedDuration::from_hours(10);

#[derive(Default, Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
    /// Whether the visitor has just signed out.
    out: Option<String>,
}

#[derive(Deserialize)]
pub struct Given {
    name: String,
    password: String,
    #[serde(default)]
    back: String,
}

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Query(back): Query<Back>,
) -> Result<Markup, Refused> {
    let has_people = app.store().has_people().await?;
    Ok(form(&app, &visitor, "", &back, has_people, None))
}

/// Checks name and password. What is wrong is never said more closely, and a locked account is not tried.
pub async fn sign_in(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Extension(address): Extension<IpAddr>,
    Form(given): Form<Given>,
) -> Result<Response, Refused> {
    let now = app.now();
    let again = |status: StatusCode, problem: &str| {
        let back = Back { back: given.back.clone(), out: None };
        let page = form(&app, &visitor, &given.name, &back, true, Some(&visitor.voice.text(problem)));
        Ok((status, page).into_response())
    };
    if !app.throttle().may_try(address, now) {
        return again(StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often");
    }
    // Who has no password here is nobody here: not tried, not counted, not locked.
    let person = app.store().person_called(&given.name).await?.filter(|it| it.password != password::NONE);
    if person.as_ref().and_then(|it| it.locked_until).is_some_and(|until| now < until) {
        return again(StatusCode::TOO_MANY_REQUESTS, "sign-in-locked");
    }
    let kept = person.as_ref().map(|it| it.password.clone());
    let password = given.password.clone();
    let permit = app.hashing().acquire().await.map_err(|_| Refused::Internal)?;
    let right = tokio::task::spawn_blocking(move || password::is_right(&password, kept.as_deref())).await;
    drop(permit);
    let is_right = right.is_ok_and(|it| it);
    let Some(person) = person.as_ref().filter(|_| is_right) else {
        if let Some(person) = &person {
            app.store().wrong_password(person, now, |failures| password::locked_until(failures, now)).await?;
        }
        return again(StatusCode::UNAUTHORIZED, "sign-in-wrong");
    };
    begin(&app, person, &given.back).await
}

/// Signs a person in, who goes on to a page of Leon's own.
pub(super) async fn begin(app: &App, person: &Person, back: &str) -> Result<Response, Refused> {
    let token = token::new().map_err(|_| Refused::Internal)?;
    let now = app.now();
    app.store().start_session(person, &token::sha256(&token), now, now + SIGNED_IN).await?;
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let age = SIGNED_IN.as_secs();
    let cookie = format!("{SESSION}={token}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
    Ok(([(SET_COOKIE, cookie)], Redirect::to(own_address(back))).into_response())
}

/// The page to sign in on, with what went wrong.
pub(super) fn again(app: &App, visitor: &Visitor, status: StatusCode, problem: &str) -> Result<Response, Refused> {
    let page = form(app, visitor, "", &Back::default(), true, Some(&visitor.voice.text(problem)));
    Ok((status, page).into_response())
}

pub async fn sign_out(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    if let Some(token) = cookie(&headers, SESSION) {
        app.store().end_session(&token::sha256(token)).await?;
    }
    if let Some(name) = &visitor.name {
        let event = NewEvent { at: app.now(), person: name, what: "sign-out", about: name, detail: "" };
        app.store().tell(&event).await?;
    }
    let cookie = format!("{SESSION}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    Ok(([(SET_COOKIE, cookie)], Redirect::to("/sign-in?out=")).into_response())
}

fn form(
    app: &App,
    visitor: &Visitor,
    name: &str,
    Back { back, out }: &Back,
    has_people: bool,
    problem: Option<&str>,
) -> Markup {
    let voice = visitor.voice;
    let content = html! {
        @if out.is_some() {
            p.notice {
                (voice.text("sign-in-out"))
                @if app.provider().is_some() {
                    " " (voice.text("sign-in-out-provider")) " "
                    a href="/sign-out/provider" { (voice.text("sign-out-provider")) }
                }
            }
        }
        @if !has_people { p.notice { (voice.text("sign-in-nobody")) } }
        @if let Some(problem) = problem { p.problem role="alert" { (problem) } }
        @if app.provider().is_some() {
            // A link and no form: browsers let no form lead away from here.
            @let on: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
            p { a.button href=(format!("/sign-in/provider?back={on}")) { (voice.text("sign-in-provider")) } }
            h2 { (voice.text("sign-in-local")) }
        }
        form method="post" action="/sign-in" {
            input type="hidden" name="back" value=(back);
            label for="name" { (voice.text("sign-in-name")) }
            input type="text" id="name" name="name" value=(name) autocomplete="username" required maxlength="200";
            label for="password" { (voice.text("sign-in-password")) }
            input type="password" id="password" name="password" autocomplete="current-password" required maxlength="256";
            p { button { (voice.text("sign-in-do")) } }
        }
    };
    shell(visitor, "", &voice.text("sign-in-title"), &content)
}

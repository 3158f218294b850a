//! Signing in and out at the sign-in service of the house. Who may do what here is Leon's own: whoever comes from there
//! has an account already, which an administrator has linked.

use super::language::own_address;
use super::people::{administered, is_name};
use super::sign_in::{again, begin};
use crate::app::App;
use crate::provider::{Attempt, Provider, ProviderError, SignedIn};
use crate::refused::Refused;
use crate::token;
use crate::visitor::{Visitor, cookie};
use axum::extract::{Query, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use leon_store::{Identity, NewEvent, StoreError};
use serde::Deserialize;
use std::net::IpAddr;
use std::sync::Arc;

/// The cookie of an attempt to sign in: its secret, and where to go on.
const ATTEMPT: &str = "leon-attempt";
/// Seconds for which an attempt holds.
const ATTEMPT_SECONDS: u32 = 600;
/// Letters of an identity at most.
const IDENTITY_MAX: usize = 255;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub struct Returned {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    error: String,
}

#[derive(Deserialize)]
pub struct Linked {
    name: String,
    claim: String,
    #[serde(default)]
    value: String,
}

/// Sends the visitor to the service.
pub async fn sign_in(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Extension(address): Extension<IpAddr>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let provider = app.provider().ok_or(Refused::NotFound)?;
    let now = app.now();
    if !app.throttle().may_try(address, now) {
        return again(&app, &visitor, StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often");
    }
    let attempt = Attempt(token::new().map_err(|_| Refused::Internal)?);
    let back: String = form_urlencoded::byte_serialize(own_address(&asked.back).as_bytes()).collect();
    let value = format!("{}.{back}", attempt.0);
    match waiting(provider, move |it| it.sign_in_address(&attempt, now)).await? {
        Ok(address) => Ok((attempt_cookie(&app, &value, ATTEMPT_SECONDS), Redirect::to(&address)).into_response()),
        Err(error) => not_let_in(&app, &visitor, &error),
    }
}

/// The visitor comes back from the service, which has let them in or not.
pub async fn returned(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Extension(address): Extension<IpAddr>,
    headers: HeaderMap,
    Query(returned): Query<Returned>,
) -> Result<Response, Refused> {
    let provider = app.provider().ok_or(Refused::NotFound)?;
    let now = app.now();
    if !app.throttle().may_try(address, now) {
        return again(&app, &visitor, StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often");
    }
    // An answer that this browser has not asked for would sign its visitor in as somebody else.
    let asked = cookie(&headers, ATTEMPT).and_then(|it| it.split_once('.'));
    let asked = asked.map(|(secret, back)| (Attempt(secret.to_owned()), back));
    let Some((attempt, back)) = asked.filter(|(attempt, _)| attempt.state() == returned.state) else {
        return again(&app, &visitor, StatusCode::BAD_REQUEST, "sign-in-provider-again");
    };
    let gone = attempt_cookie(&app, "", 0);
    if !returned.error.is_empty() {
        let page = again(&app, &visitor, StatusCode::UNAUTHORIZED, "sign-in-provider-refused")?;
        return Ok((gone, page).into_response());
    }
    let back = form_urlencoded::parse(back.as_bytes()).next().map_or(String::new(), |(it, _)| it.into_owned());
    let issuer = provider.issuer().to_owned();
    let signed_in = match waiting(provider, move |it| it.signed_in(&attempt, &returned.code, now)).await? {
        Ok(signed_in) => signed_in,
        Err(error) => return Ok((gone, not_let_in(&app, &visitor, &error)?).into_response()),
    };
    let SignedIn { subject, email } = signed_in;
    match app.store().identify(&issuer, &subject, email.as_deref(), now).await? {
        Some(person) => Ok((gone, begin(&app, &person, &back).await?).into_response()),
        None => {
            let told = NewEvent { at: now, person: "", what: "unknown-identity", about: &subject, detail: &issuer };
            app.store().tell(&told).await?;
            let page = again(&app, &visitor, StatusCode::FORBIDDEN, "sign-in-provider-unknown")?;
            Ok((gone, page).into_response())
        }
    }
}

/// Sends whoever has signed out of Leon on to sign out of the service too.
pub async fn sign_out(State(app): State<App>) -> Result<Redirect, Refused> {
    let provider = app.provider().ok_or(Refused::NotFound)?;
    let now = app.now();
    let address = waiting(provider, move |it| it.sign_out_address(now)).await?;
    Ok(Redirect::to(address.ok().flatten().as_deref().unwrap_or("/sign-in")))
}

/// Says who a person is at the service; nothing, that they are nobody there. Whoever says that can come in as them, so
/// it takes an administrator of every place in which they have a role.
pub async fn link(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Form(linked): Form<Linked>,
) -> Result<Redirect, Refused> {
    let provider = app.provider().ok_or(Refused::NotFound)?;
    let person = app.store().person_called(linked.name.trim()).await?;
    let person = administered(&app, &visitor, person).await?;
    let value = linked.value.trim();
    if !value.is_empty() && !is_name(value, IDENTITY_MAX) {
        return Err(Refused::Wrong(visitor.voice.text("people-identity-wrong")));
    }
    let identity = match linked.claim.as_str() {
        _ if value.is_empty() => None,
        "email" => Some(Identity::Email(value.to_owned())),
        _ => Some(Identity::Subject(value.to_owned())),
    };
    match app.store().link_person(&person, provider.issuer(), identity.as_ref(), visitor.by(), app.now()).await {
        Err(StoreError::Conflict) => Err(Refused::Wrong(visitor.voice.text("people-identity-taken"))),
        other => Ok(other.map(|()| Redirect::to("/people"))?),
    }
}

/// Asks the service without keeping other visitors waiting.
async fn waiting<T: Send + 'static>(
    provider: &Arc<Provider>,
    ask: impl FnOnce(&Provider) -> T + Send + 'static,
) -> Result<T, Refused> {
    let provider = Arc::clone(provider);
    tokio::task::spawn_blocking(move || ask(&provider)).await.map_err(|_| Refused::Internal)
}

/// What the service said is for whoever runs Leon; the visitor is told what to do.
fn not_let_in(app: &App, visitor: &Visitor, error: &ProviderError) -> Result<Response, Refused> {
    eprintln!("leon: {error}");
    match error {
        ProviderError::NotLetIn(_) => again(app, visitor, StatusCode::UNAUTHORIZED, "sign-in-provider-refused"),
        _ => again(app, visitor, StatusCode::BAD_GATEWAY, "sign-in-provider-silent"),
    }
}

fn attempt_cookie(app: &App, value: &str, seconds: u32) -> AppendHeaders<[(HeaderName, String); 1]> {
    let secure = if app.is_secure() { "; Secure" } else { "" };
    // Lax: the service's answer comes from its own site.
    let cookie = format!("{ATTEMPT}={value}; Path=/sign-in; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    AppendHeaders([(SET_COOKIE, cookie)])
}

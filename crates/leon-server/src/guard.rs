//! Stands before every endpoint: knows the visitor, lets them in or not, and gives a refusal its words.

use crate::access::Access;
use crate::app::App;
use crate::rates::Asker;
use crate::refused::Refused;
use crate::token;
use crate::visitor::{SESSION, Visitor, cookie, language};
use crate::{api, fhir};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN, RETRY_AFTER};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// What belongs to every page stands under this.
const ASSETS: &str = "/assets/";

/// Asks who comes, whether they may, and hands on; a refusal on the way back becomes a page.
pub async fn guard(app: App, access: Access, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = match visitor(&app, &parts).await {
        Ok(visitor) => visitor,
        Err(refused) => return answer(&refused, &stranger(&parts), Reader::of(&parts)),
    };
    let address = address(&app, &parts);
    if let Err(refused) = not_too_often(&app, &visitor, address, &parts) {
        return answer(&refused, &visitor, Reader::of(&parts));
    }
    match let_in(access, &visitor, &parts) {
        // Who is not signed in is asked to, and then comes back to the page.
        Err(Refused::Forbidden) if visitor.name.is_none() && is_safe(&parts.method) && !is_program(&parts) => {
            let back: String = form_urlencoded::byte_serialize(visitor.here.as_bytes()).collect();
            return Redirect::to(&format!("/sign-in?back={back}")).into_response();
        }
        Err(refused) => return answer(&refused, &visitor, Reader::of(&parts)),
        Ok(()) => {}
    }
    parts.extensions.insert::<IpAddr>(address);
    parts.extensions.insert(visitor.clone());
    let reader = Reader::of(&parts);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    match response.extensions_mut().remove::<Refused>() {
        Some(refused) => answer(&refused, &visitor, reader),
        None => reader.in_words(response, &visitor),
    }
}

/// A refusal in the form that its asker reads.
fn answer(refused: &Refused, visitor: &Visitor, reader: Reader) -> Response {
    let mut response = match reader {
        Reader::Person => refused.page(visitor),
        Reader::Program => api::problem(refused, visitor),
        Reader::CareProgram => fhir::outcome(refused, visitor),
    };
    if let Refused::TooOften(seconds) = refused {
        response.headers_mut().insert(RETRY_AFTER, (*seconds).into());
    }
    response
}

/// Who reads the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    Person,
    Program,
    /// A program of health care, by FHIR.
    CareProgram,
}

impl Reader {
    /// The description of the interface is for people.
    fn of(request: &Parts) -> Self {
        let is_under = |root: &str| request.uri.path().strip_prefix(root).is_some_and(|it| it.starts_with('/'));
        match () {
            () if is_under(api::ROOT) => Self::Program,
            () if is_under(fhir::ROOT) => Self::CareProgram,
            () => Self::Person,
        }
    }

    /// An error of the way in, as a wrong method, in a form that its reader knows.
    fn in_words(self, response: Response, visitor: &Visitor) -> Response {
        match self {
            Self::Person => response,
            Self::Program => api::in_words(response, visitor),
            Self::CareProgram => fhir::in_words(response, visitor),
        }
    }
}

fn is_program(request: &Parts) -> bool {
    Reader::of(request) != Reader::Person
}

/// Nobody's address.
pub async fn not_found(State(app): State<App>, request: Request) -> Response {
    let parts = request.into_parts().0;
    let visitor = stranger(&parts);
    let refused = not_too_often(&app, &visitor, address(&app, &parts), &parts).err().unwrap_or(Refused::NotFound);
    answer(&refused, &visitor, Reader::of(&parts))
}

/// Where a request comes from.
fn address(app: &App, request: &Parts) -> IpAddr {
    let named = if app.is_behind_proxy() { forwarded(&request.headers) } else { None };
    let peer = || request.extensions.get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    named.or_else(peer).unwrap_or(Ipv4Addr::LOCALHOST.into())
}

/// Whom the proxy saw: the last address that is named. Those before it are what the asker says.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let last = last.rsplit(',').next()?.trim();
    last.parse().ok().or_else(|| last.parse::<SocketAddr>().ok().map(|it| it.ip()))
}

/// Counts a request, if it is not for what belongs to every page. Whoever looks at the demo is nobody in particular.
fn not_too_often(app: &App, visitor: &Visitor, address: IpAddr, request: &Parts) -> Result<(), Refused> {
    if request.uri.path().starts_with(ASSETS) {
        return Ok(());
    }
    let asker = match &visitor.name {
        Some(name) if !visitor.demo => Asker::Person(name.clone()),
        _ => Asker::at(address),
    };
    app.rates().ask(&asker, !is_safe(&request.method)).map_err(Refused::TooOften)
}

fn stranger(request: &Parts) -> Visitor {
    Visitor::stranger(language(&request.headers), here(request))
}

async fn visitor(app: &App, request: &Parts) -> Result<Visitor, Refused> {
    let lang = language(&request.headers);
    if app.is_demo() {
        return Ok(Visitor::of_demo(lang, here(request)));
    }
    let token = if is_program(request) { bearer(&request.headers) } else { None };
    let Some(token) = token.or_else(|| cookie(&request.headers, SESSION)) else { return Ok(stranger(request)) };
    let session = app.store().session(&token::sha256(token), app.now()).await?;
    Ok(session.map_or_else(|| stranger(request), |it| Visitor::signed_in(it, lang, here(request))))
}

/// The token that a program sends.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

fn here(request: &Parts) -> String {
    let path = request.uri.path_and_query().map_or("/", |it| it.as_str());
    if request.method == Method::GET { path.to_owned() } else { "/".into() }
}

fn let_in(access: Access, visitor: &Visitor, request: &Parts) -> Result<(), Refused> {
    if !is_safe(&request.method) && !is_own(&request.headers) {
        return Err(Refused::Foreign);
    }
    let may = match access {
        Access::Anybody => true,
        Access::SignedIn => visitor.name.is_some(),
        Access::Having(right) => visitor.may(right),
    };
    if may { Ok(()) } else { Err(Refused::Forbidden) }
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// Whether a change is asked for by a page of our own, as the browser says: `Sec-Fetch-Site`, else `Origin`.
/// A browser sends at least one with a change; who sends neither is no browser and carries nobody's cookie by
/// mistake.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|it| it.to_str().unwrap_or_default());
    match (text("sec-fetch-site"), text(ORIGIN.as_str())) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text(HOST.as_str()).unwrap_or_default();
            origin.split_once("://").is_some_and(|(_, it)| !host.is_empty() && it == host)
        }
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proxy_is_believed_and_nobody_before_it() {
        let of = |values: &[&'static str]| {
            let named = values.iter().map(|it| ("x-forwarded-for".parse().unwrap(), it.parse().unwrap()));
            forwarded(&named.collect::<HeaderMap>()).map(|it| it.to_string())
        };
        assert_eq!(of(&["10.0.0.1"]).as_deref(), Some("10.0.0.1"));
        assert_eq!(of(&["6.6.6.6, 10.0.0.1"]).as_deref(), Some("10.0.0.1"));
        assert_eq!(of(&["6.6.6.6", "2001:db8::1"]).as_deref(), Some("2001:db8::1"));
        assert_eq!(of(&["10.0.0.1:4711"]).as_deref(), Some("10.0.0.1"));
        assert_eq!((of(&[]), of(&["unknown"]), of(&["10.0.0.1,"])), (None, None, None));
    }

    #[test]
    fn a_change_comes_from_our_own_page() {
        let asked = |headers: &[(&'static str, &'static str)]| {
            let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
            is_own(&headers.collect::<HeaderMap>())
        };
        assert!(asked(&[("sec-fetch-site", "same-origin"), ("origin", "http://leon.dk")]));
        assert!(asked(&[("host", "leon.dk"), ("origin", "https://leon.dk")]));
        assert!(asked(&[("host", "leon.dk")]));
        for foreign in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site"), ("host", "leon.dk"), ("origin", "https://leon.dk")],
            &[("host", "leon.dk"), ("origin", "https://evil.dk")],
            &[("host", "leon.dk"), ("origin", "null")],
            &[("origin", "https://leon.dk")],
        ] {
            assert!(!asked(foreign), "{foreign:?}");
        }
    }
}

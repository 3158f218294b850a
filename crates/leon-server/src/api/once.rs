//! The same request is done once: `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07).

use crate::app::App;
use crate::refused::Refused;
use crate::token;
use crate::visitor::Visitor;
use axum::Extension;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, ETAG, IF_MATCH, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use leon_store::{Begun, KeptAnswer};
use std::collections::BTreeMap;

/// The header that carries the key.
pub(super) const KEY: &str = "Idempotency-Key";
/// Letters of a key at most.
pub(super) const KEY_MAX: usize = 255;

/// Headers that are part of an answer; all others come anew.
const KEPT: [HeaderName; 3] = [CONTENT_TYPE, ETAG, LOCATION];

/// Stands before what programs change. A request with a key is done or refused once: asked again within a day it has the
/// same answer, so who was told that nothing was done is never wrong later. One that Leon could not answer is free again.
pub(crate) async fn once(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
    next: Next,
) -> Result<Response, Refused> {
    // What comes by another method is refused as wrong, and uses no key up.
    let key = request.headers().get(KEY).filter(|_| *request.method() == Method::POST);
    let Some(key) = key else { return Ok(next.run(request).await) };
    let refused = |status, text: &str| Err(Refused::Body(status, visitor.voice.text(text)));
    let Some(key) = key_of(key) else { return refused(StatusCode::BAD_REQUEST, "api-key-wrong") };
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, crate::endpoints::BODY_MAX).await else {
        return refused(StatusCode::PAYLOAD_TOO_LARGE, "api-too-large");
    };
    let header = |name: HeaderName| parts.headers.get(name).map_or("", |it| it.to_str().unwrap_or_default());
    let address = parts.uri.path_and_query().map_or("/", |it| it.as_str());
    let asked = [parts.method.as_str(), address, header(CONTENT_TYPE), header(IF_MATCH)];
    let asked = token::sha256([asked.join("\n").as_bytes(), b"\n", &body].concat());
    let (person, at) = (visitor.by(), app.now());
    match app.store().begin_request(person, &key, &asked, at).await? {
        Begun::UnderWay => return refused(StatusCode::CONFLICT, "api-key-under-way"),
        Begun::Another => return refused(StatusCode::UNPROCESSABLE_ENTITY, "api-key-another"),
        Begun::Done(answer) => return again(answer),
        Begun::First => {}
    }
    let mut answer = next.run(Request::from_parts(parts, Body::from(body))).await;
    // A refusal has its words here already, for they are part of the answer.
    if let Some(refused) = answer.extensions_mut().remove::<Refused>() {
        answer = super::problem(&refused, &visitor);
    }
    if answer.status().is_server_error() {
        app.store().end_request(person, &key, at, None).await?;
        return Ok(answer);
    }
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(|_| Refused::Internal)?;
    let text = String::from_utf8(body.to_vec()).map_err(|_| Refused::Internal)?;
    let kept = KeptAnswer { status: parts.status.as_u16(), headers: headers_to_keep(&parts.headers), body: text };
    app.store().end_request(person, &key, at, Some(&kept)).await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}

/// The key, which is a string of structured fields (RFC 8941, section 3.3.3); one without quotes is taken too.
fn key_of(value: &HeaderValue) -> Option<String> {
    let text = value.to_str().ok()?.trim();
    let key = text.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(text);
    let is_key = (1..=KEY_MAX).contains(&key.len()) && key.bytes().all(|it| it.is_ascii_graphic() && it != b'"');
    is_key.then(|| key.to_owned())
}

fn headers_to_keep(headers: &HeaderMap) -> String {
    let kept = KEPT.iter().filter_map(|name| Some((name.as_str(), headers.get(name)?.to_str().ok()?)));
    serde_json::to_string(&kept.collect::<BTreeMap<_, _>>()).unwrap_or_default()
}

fn again(answer: KeptAnswer) -> Result<Response, Refused> {
    let kept: BTreeMap<String, String> = serde_json::from_str(&answer.headers).map_err(|_| Refused::Internal)?;
    let status = StatusCode::from_u16(answer.status).map_err(|_| Refused::Internal)?;
    let mut response = (status, answer.body).into_response();
    response.headers_mut().remove(CONTENT_TYPE);
    for (name, value) in kept {
        let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) else { continue };
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_short_text_with_or_without_quotes() {
        let of = |text: &str| key_of(&HeaderValue::from_str(text).unwrap());
        assert_eq!(of("\"8e03978e-40d5\""), Some("8e03978e-40d5".to_owned()));
        assert_eq!(of("8e03978e-40d5"), Some("8e03978e-40d5".to_owned()));
        for wrong in ["", "\"\"", "\"", "a\"b", "a b", &"k".repeat(256)] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
        assert_eq!(key_of(&HeaderValue::from_bytes("\"æ\"".as_bytes()).unwrap()), None);
    }
}

//! What people, programs and machines do wrong: hostile words, huge bodies, paths that climb, clocks that jump.

mod common;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE};
use axum::http::{Method, Request, StatusCode};
use common::{Browser, House, house};
use leon_server::{Role, endpoints, router};
use leon_store::{AnswerId, DocumentId, Grant};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tower::ServiceExt;

const HOSTILE: &str = r#""'><img src=x onerror=alert(1)><script>alert(1)</script>{{1+1}}"#;

/// Keys of texts that people write freely; ids are checked by the readers.
const WORDS: &[&str] = &["label", "name", "name_da", "name_en", "parties", "title"];

/// Puts hostile words behind every text that people write freely; gives how many.
fn poison(value: &mut Value) -> usize {
    match value {
        Value::Object(fields) => fields
            .iter_mut()
            .map(|(key, value)| match value {
                Value::String(text) if WORDS.contains(&key.as_str()) => {
                    text.push_str(HOSTILE);
                    1
                }
                other => poison(other),
            })
            .sum(),
        Value::Array(items) => items.iter_mut().map(poison).sum(),
        _ => 0,
    }
}

/// The address of a document with hostile words, planned.
async fn brought(house: &House, browser: &Browser, kind: &str, example: &str) -> (DocumentId, AnswerId) {
    let mut content: Value = serde_json::from_str(example).unwrap();
    assert!(poison(&mut content) > 0, "{kind} has no words");
    let json = Browser { headers: vec![("content-type", "application/json")], ..browser.clone() };
    let body = json!({ "kind": kind, "place": "lillekoebing", "content": content }).to_string();
    let answered = house.post(&json, "/api/documents", &body).await;
    assert_eq!(answered.status, StatusCode::CREATED, "{}", answered.body);
    let address = answered.location().to_owned();
    let asked = house.post(&json, &format!("{address}/jobs"), r#"{"seed": 1, "iterations": 200}"#).await;
    assert_eq!(asked.status, StatusCode::ACCEPTED, "{}", asked.body);
    assert!(house.app.work_once("worker").await.unwrap());
    let document = DocumentId(address.rsplit('/').next().unwrap().to_owned());
    let answer = house.store.answers(&document).await.unwrap()[0].id.clone();
    (document, answer)
}

/// The browser of Anna, who may do browser.
async fn anna(house: &House) -> Browser {
    let grant = |role: &Role| Grant { role: role.word().to_owned(), place: String::new() };
    let grants: Vec<Grant> = Role::ALL.iter().map(grant).collect();
    // Who signs in again has an account.
    let _ = house.store.add_person("anna", "no password", &grants, "", house.now()).await;
    house.signed_in_as("anna").await
}

#[test]
fn hostile_words_are_words_on_every_page() {
    let house = house();
    house.run(async {
        let browser = anna(&house).await;
        let (day, plan) = brought(&house, &browser, "day", leon_formats::day::EXAMPLE).await;
        let (period, roster) = brought(&house, &browser, "period", leon_formats::period::EXAMPLE).await;
        let escaped: String = form_urlencoded::byte_serialize(HOSTILE.as_bytes()).collect();
        let form = format!("name={escaped}&password=langt+nok+til+alle&role=planner&place=");
        house.post(&browser, "/people", &form).await;
        let mut seen = BTreeSet::new();
        for endpoint in endpoints().into_iter().filter(|it| it.method == Method::GET) {
            let (document, answer) = if endpoint.path.starts_with("/routes") || endpoint.path.starts_with("/plans") {
                (&day, &plan)
            } else {
                (&period, &roster)
            };
            let path = endpoint.path.replace("{document}", document.as_str()).replace("{answer}", answer.as_str());
            let path = path.replace("{account}", "care");
            // Whatever a page may be asked for, it is asked for with hostile words.
            let asked = ["back", "text", "lift", "visit", "carer", "person", "what", "at", "kind", "after"];
            let queries = asked.iter().map(|it| format!("{path}?{it}={escaped}"));
            for address in [path.clone()].into_iter().chain(queries) {
                let answered = house.get(&browser, &address).await;
                let kind = answered.headers.get(CONTENT_TYPE).map_or("", |it| it.to_str().unwrap());
                if kind.starts_with("text/html") {
                    for harm in ["<img src=x", "<script>alert", "\"'><"] {
                        assert!(!answered.body.contains(harm), "{harm} in {address}: {}", answered.body);
                    }
                    if answered.body.contains("&lt;img src=x") {
                        seen.insert(endpoint.path);
                    }
                }
                assert!(answered.status.as_u16() < 500, "{address}: {}", answered.status);
                assert_eq!(answered.headers["x-content-type-options"], "nosniff", "{address}");
            }
        }
        // The words did come as far as the pages.
        for path in ["/plans/{answer}", "/shifts/{answer}", "/people", "/events", "/sign-in"] {
            assert!(seen.contains(path), "{path}: {seen:?}");
        }
    });
}

#[test]
fn a_hundred_megabytes_are_refused_unread() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        let huge = "x".repeat(100 << 20);
        let form = "multipart/form-data; boundary=b";
        let part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"day.json\"\r\n\r\n";
        for (address, kind, body) in [
            ("/routes/upload", form, format!("{part}{huge}\r\n--b--\r\n")),
            ("/api/documents", "application/json", format!(r#"{{"kind": "{huge}"}}"#)),
            ("/sign-in", "application/x-www-form-urlencoded", format!("name={huge}&password={huge}")),
        ] {
            let request = Request::post(address).header(CONTENT_TYPE, kind);
            let request = request.header(COOKIE, format!("leon={}", planner.cookies["leon"]));
            let answered = router(house.app.clone()).oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
            assert_eq!(answered.status(), StatusCode::PAYLOAD_TOO_LARGE, "{address}");
        }
        assert!(house.store.documents("day").await.unwrap().is_empty());
    });
}

#[test]
fn no_path_climbs_out_of_the_house() {
    let house = house();
    house.run(async {
        let browser = anna(&house).await;
        let up =
            ["../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//etc/passwd"];
        for endpoint in endpoints().into_iter().filter(|it| it.method == Method::GET) {
            for up in up {
                let begin = endpoint.path.split('{').next().unwrap().trim_end_matches('/');
                let answered = house.get(&browser, &format!("{begin}/{up}")).await;
                assert!(!answered.body.contains("root:"), "{begin}/{up}");
                assert_eq!(answered.status, StatusCode::NOT_FOUND, "{begin}/{up}");
            }
        }
    });
}

#[test]
fn a_clock_that_jumps_loses_nothing() {
    let house = house();
    house.run(async {
        let browser = anna(&house).await;
        let (day, plan) = brought(&house, &browser, "day", leon_formats::day::EXAMPLE).await;
        let publish = format!("/api/documents/{day}/publications");
        let body = json!({ "answer": plan.as_str() }).to_string();
        let ask = async |seen: &'static str| {
            let headers = vec![("content-type", "application/json"), ("if-match", seen)];
            house.post(&Browser { headers, ..browser.clone() }, &publish, &body).await.status
        };
        assert_eq!(ask("\"0\"").await, StatusCode::CREATED);
        // Two days back: who is signed in stays so, and what comes later has the higher number all the same.
        house.wait(-2 * 86_400);
        assert_eq!(ask("\"0\"").await, StatusCode::PRECONDITION_FAILED);
        assert_eq!(ask("\"1\"").await, StatusCode::CREATED);
        let history = house.store.publications(&day).await.unwrap();
        assert_eq!(history.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 2]);
        assert!(history[1].published_at < history[0].published_at, "as the clock said");
        let events = house.store.events("publish", None, 9).await.unwrap();
        assert!(events[0].number > events[1].number);
        assert_eq!(house.store.first_forged_event().await.unwrap(), None);
        // A month on: one signs in again, and browser is there.
        house.wait(30 * 86_400);
        assert_eq!(ask("\"2\"").await, StatusCode::UNAUTHORIZED);
        let again = anna(&house).await;
        assert_eq!(house.get(&again, &publish).await.status, StatusCode::OK);
    });
}

//! The interface for programs: documents in, plans out, refusals that a program can read.

mod common;

use axum::http::{Method, StatusCode};
use common::{Answered, Browser, House, house};
use jiff::SignedDuration;
use leon_server::Role;
use leon_store::DocumentId;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const JSON: (&str, &str) = ("content-type", "application/json");

fn with(browser: &Browser, headers: &[(&'static str, &'static str)]) -> Browser {
    let mut browser = browser.clone();
    browser.headers.extend(headers);
    browser
}

fn read(answered: &Answered) -> Value {
    serde_json::from_str(&answered.body).unwrap_or_else(|_| panic!("{} {}", answered.status, answered.body))
}

fn header<'a>(answered: &'a Answered, name: &str) -> &'a str {
    answered.headers.get(name).map_or("", |it| it.to_str().unwrap())
}

/// Refused with a status, in the form of RFC 9457; gives the detail.
fn refused(answered: &Answered, status: StatusCode) -> String {
    assert_eq!(answered.status, status, "{}", answered.body);
    assert_eq!(header(answered, "content-type"), "application/problem+json");
    let problem = read(answered);
    assert_eq!(problem["status"], status.as_u16());
    assert!(!problem["title"].as_str().unwrap().is_empty());
    problem["detail"].as_str().unwrap().to_owned()
}

/// The example's day, brought to a place by a planner; its address.
async fn brought(house: &House, planner: &Browser) -> String {
    let day: Value = serde_json::from_str(leon_formats::day::EXAMPLE).unwrap();
    let body = json!({ "kind": "day", "place": "lillekoebing", "content": day }).to_string();
    let answered = house.post(&with(planner, &[JSON]), "/api/documents", &body).await;
    assert_eq!(answered.status, StatusCode::CREATED, "{}", answered.body);
    answered.location().to_owned()
}

#[test]
fn a_day_is_brought_planned_and_published() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        let day = brought(&house, &planner).await;
        assert_eq!(brought(&house, &planner).await, day, "the same is kept once");
        let kept = read(&house.get(&planner, &day).await);
        assert_eq!((kept["kind"].as_str(), kept["created_by"].as_str()), (Some("day"), Some("everywhere-planner")));
        assert_eq!(house.store.events("see-day", None, 9).await.unwrap().len(), 1);

        let ask = with(&planner, &[JSON]);
        let asked = house.post(&ask, &format!("{day}/jobs"), r#"{"seed": 1, "iterations": 50}"#).await;
        assert_eq!(asked.status, StatusCode::ACCEPTED, "{}", asked.body);
        let job = asked.location().to_owned();
        assert_eq!(read(&house.get(&planner, &job).await)["state"], "waiting");
        assert!(house.app.work_once("worker").await.unwrap());
        let done = read(&house.get(&planner, &job).await);
        assert_eq!((done["state"].as_str(), done["done"].as_i64()), (Some("done"), Some(1000)));
        let answer = done["answer"].as_str().unwrap();
        let plan = read(&house.get(&planner, &format!("/api/answers/{answer}")).await);
        assert_eq!(plan["input_sha256"], kept["sha256"]);
        assert!(plan["content"]["routes"].is_array(), "{plan}");
        let answers = read(&house.get(&planner, &format!("{day}/answers")).await);
        assert_eq!((answers.as_array().unwrap().len(), answers[0]["id"].as_str()), (1, Some(answer)));

        let list = format!("{day}/publications");
        let before = house.get(&planner, &list).await;
        assert_eq!((header(&before, "etag"), before.body.as_str()), ("\"0\"", "[]"));
        let body = json!({ "answer": answer }).to_string();
        refused(&house.post(&ask, &list, &body).await, StatusCode::PRECONDITION_REQUIRED);
        let published = house.post(&with(&ask, &[("if-match", "\"0\"")]), &list, &body).await;
        assert_eq!((published.status, header(&published, "etag")), (StatusCode::CREATED, "\"1\""));
        let late = house.post(&with(&ask, &[("if-match", "\"0\"")]), &list, &body).await;
        refused(&late, StatusCode::PRECONDITION_FAILED);
        let other = house.post(&with(&ask, &[("if-match", "\"1\"")]), &list, r#"{"answer": "none"}"#).await;
        refused(&other, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(read(&house.get(&planner, &list).await).as_array().unwrap().len(), 1);

        // A job that is over stays as it is.
        assert_eq!(house.ask(&planner, &Method::DELETE, &job, "").await.status, StatusCode::NO_CONTENT);
        assert_eq!(read(&house.get(&planner, &job).await)["state"], "done");
    });
}

#[test]
fn a_case_is_brought_with_every_problem_told() {
    let house = house();
    house.run(async {
        let administrator = house.signed_in(Role::Administrator).await;
        let list = read(&house.get(&administrator, "/api/documents?kind=case").await);
        let case = format!("/api/documents/{}", list["items"][0]["id"].as_str().unwrap());
        let mut content = read(&house.get(&administrator, &case).await)["content"].clone();
        let bring = async |content: &Value| {
            let body = json!({ "kind": "case", "content": content }).to_string();
            house.post(&with(&administrator, &[JSON]), "/api/documents", &body).await
        };
        let same = bring(&content).await;
        assert_eq!((same.status, same.location()), (StatusCode::CREATED, case.as_str()), "{}", same.body);
        // Without a comma between them, two columns are one.
        let places = content["places.csv"].as_str().unwrap().replacen(',', "", 1);
        content["places.csv"] = places.into();
        let wrong = bring(&content).await;
        refused(&wrong, StatusCode::UNPROCESSABLE_ENTITY);
        let problems = read(&wrong)["problems"].clone();
        let first = &problems[0];
        assert!(first["code"].as_str().unwrap().starts_with('L') && first["file"].is_string(), "{problems}");
        refused(&bring(&json!({ "places.csv": 7 })).await, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn documents_come_in_pages() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        brought(&house, &planner).await;
        let first = read(&house.get(&planner, "/api/documents?limit=1").await);
        let next = first["next"].as_str().unwrap();
        let second = read(&house.get(&planner, &format!("/api/documents?limit=1&after={next}")).await);
        assert_eq!(second["next"], Value::Null);
        let kinds = [&first, &second].map(|it| it["items"][0]["kind"].as_str().unwrap().to_owned());
        assert!(kinds.contains(&"case".to_owned()) && kinds.contains(&"day".to_owned()), "{kinds:?}");
        let days = read(&house.get(&planner, "/api/documents?kind=day").await);
        assert_eq!(days["items"].as_array().unwrap().len(), 1);
        for limit in ["many", "0", "201", "-1"] {
            let refused_list = house.get(&planner, &format!("/api/documents?limit={limit}")).await;
            refused(&refused_list, StatusCode::UNPROCESSABLE_ENTITY);
        }
    });
}

#[test]
fn what_one_may_not_see_is_not_there() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        let day = brought(&house, &planner).await;
        let analyst = house.signed_in(Role::Analyst).await;
        let elsewhere = house.signed_in_at(Role::Planner, "nord").await;
        let leader = house.signed_in(Role::Leader).await;
        for other in [&analyst, &elsewhere] {
            refused(&house.get(other, &day).await, StatusCode::NOT_FOUND);
            refused(&house.get(other, &format!("{day}/answers")).await, StatusCode::NOT_FOUND);
            let asked = house.post(&with(other, &[JSON]), &format!("{day}/jobs"), r#"{"seed":1,"iterations":1}"#).await;
            refused(&asked, StatusCode::NOT_FOUND);
        }
        let asked = house.post(&with(&leader, &[JSON]), &format!("{day}/jobs"), r#"{"seed":1,"iterations":1}"#).await;
        refused(&asked, StatusCode::FORBIDDEN);
        let of_analyst = read(&house.get(&analyst, "/api/documents").await);
        assert_eq!(of_analyst["items"].as_array().unwrap().len(), 1, "the case alone");
        refused(
            &house.get(&house.signed_in_at(Role::Administrator, "nord").await, "/api/events").await,
            StatusCode::FORBIDDEN,
        );
        let events = read(&house.get(&house.signed_in(Role::Administrator).await, "/api/events?text=planner").await);
        assert!(events["items"].as_array().unwrap().iter().any(|it| it["what"] == "add-document"), "{events}");
    });
}

#[test]
fn refusals_are_for_programs() {
    let house = house();
    house.run(async {
        let stranger = Browser::default();
        let nobody = house.get(&stranger, "/api/documents").await;
        refused(&nobody, StatusCode::UNAUTHORIZED);
        assert_eq!(header(&nobody, "www-authenticate"), "Bearer");
        refused(&house.get(&stranger, "/api/nothing").await, StatusCode::NOT_FOUND);
        let planner = house.signed_in(Role::Planner).await;
        let posted = with(&planner, &[JSON]);
        refused(&house.post(&posted, "/api/documents", "{").await, StatusCode::BAD_REQUEST);
        refused(&house.post(&posted, "/api/documents", "{}").await, StatusCode::UNPROCESSABLE_ENTITY);
        refused(&house.post(&planner, "/api/documents", "{}").await, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let other = r#"{"kind": "<script>", "content": {}}"#;
        let said = refused(&house.post(&posted, "/api/documents", other).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(said.contains("case, day, period"), "{said}");
        refused(&house.ask(&planner, &Method::PUT, "/api/documents", "").await, StatusCode::METHOD_NOT_ALLOWED);
        refused(&house.get(&planner, "/api/gap?lift=none").await, StatusCode::UNPROCESSABLE_ENTITY);
        let gap = read(&house.get(&planner, "/api/gap").await);
        assert!(gap["weighted_unmet_hours"].as_f64().unwrap() > 0.0 && !gap["groups"].as_array().unwrap().is_empty());
    });
}

#[test]
fn a_token_opens_the_interface_and_no_page() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        let person = house.store.person_called("everywhere-planner").await.unwrap().unwrap();
        let until = house.now() + SignedDuration::from_hours(24);
        house.store.give_token(&person, &leon_formats::sha256(&["secret"]), house.now(), until).await.unwrap();
        let program = with(&Browser::default(), &[("authorization", "Bearer secret")]);
        assert_eq!(house.get(&program, "/api/documents").await.status, StatusCode::OK);
        assert_eq!(house.get(&program, "/gap").await.status, StatusCode::SEE_OTHER, "a page asks to sign in");
        let wrong = with(&Browser::default(), &[("authorization", "Bearer other")]);
        refused(&house.get(&wrong, "/api/documents").await, StatusCode::UNAUTHORIZED);
        // Who takes all tokens back signs everybody of that name out.
        house.store.end_sessions(&person, house.now()).await.unwrap();
        refused(&house.get(&program, "/api/documents").await, StatusCode::UNAUTHORIZED);
        refused(&house.get(&planner, "/api/documents").await, StatusCode::UNAUTHORIZED);
        let told: BTreeMap<String, String> =
            house.store.events("token", None, 9).await.unwrap().into_iter().map(|it| (it.what, it.about)).collect();
        assert_eq!(told["give-token"], "everywhere-planner");
    });
}

#[test]
fn a_request_with_a_key_is_done_once() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        let day = brought(&house, &planner).await;
        let keyed = with(&planner, &[JSON, ("idempotency-key", "\"first\"")]);
        let jobs = format!("{day}/jobs");
        let body = r#"{"seed": 1, "iterations": 5}"#;
        let first = house.post(&keyed, &jobs, body).await;
        assert_eq!(first.status, StatusCode::ACCEPTED, "{}", first.body);
        assert!(house.app.work_once("worker").await.unwrap());
        // Without the key this would be a second job, for the first is done.
        let again = house.post(&keyed, &jobs, body).await;
        assert_eq!((again.status, &again.body, again.location()), (first.status, &first.body, first.location()));
        assert_eq!(header(&again, "content-type"), "application/json");
        assert!(!house.app.work_once("worker").await.unwrap(), "nothing more was asked for");

        let other_body = house.post(&keyed, &jobs, r#"{"seed": 2, "iterations": 5}"#).await;
        refused(&other_body, StatusCode::UNPROCESSABLE_ENTITY);
        let elsewhere = house.post(&keyed, "/api/documents", body).await;
        refused(&elsewhere, StatusCode::UNPROCESSABLE_ENTITY);
        let other_person = house.signed_in_at(Role::Planner, "lillekoebing").await;
        let theirs = house.post(&with(&other_person, &keyed.headers), &jobs, r#"{"seed": 2, "iterations": 5}"#).await;
        assert_eq!(theirs.status, StatusCode::ACCEPTED, "each has their own keys");
        house.wait(24 * 3600);
        let later = with(&house.signed_in(Role::Planner).await, &keyed.headers);
        let later = house.post(&later, &jobs, r#"{"seed": 3, "iterations": 5}"#).await;
        assert_eq!(later.status, StatusCode::ACCEPTED, "a day later");
    });
}

#[test]
fn a_refusal_to_a_key_stays_when_things_have_changed() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        let day = brought(&house, &planner).await;
        let keyed = with(&planner, &[JSON, ("idempotency-key", "one")]);
        let jobs = format!("{day}/jobs");
        let first = house.post(&keyed, &jobs, "{").await;
        refused(&first, StatusCode::BAD_REQUEST);
        let again = house.post(&keyed, &jobs, "{").await;
        refused(&again, StatusCode::BAD_REQUEST);
        assert_eq!(again.body, first.body);
        let mended = r#"{"seed": 1, "iterations": 5}"#;
        refused(&house.post(&keyed, &jobs, mended).await, StatusCode::UNPROCESSABLE_ENTITY);
        let other = with(&planner, &[JSON, ("idempotency-key", "one-mended")]);
        assert_eq!(house.post(&other, &jobs, mended).await.status, StatusCode::ACCEPTED);
        // What was told not to be there is not brought into being by a late second try.
        let late = with(&planner, &[JSON, ("idempotency-key", "late"), ("if-match", "\"1\"")]);
        let address = format!("{day}/publications");
        assert!(house.app.work_once("worker").await.unwrap());
        let document = DocumentId(day.rsplit('/').next().unwrap().to_owned());
        let answer = house.store.answers(&document).await.unwrap()[0].id.clone();
        let publish = format!(r#"{{"answer": "{answer}"}}"#);
        let changed = house.post(&late, &address, &publish).await;
        refused(&changed, StatusCode::PRECONDITION_FAILED);
        house.store.publish(&answer, 0, "", house.now()).await.unwrap();
        assert_eq!(house.post(&late, &address, &publish).await.body, changed.body);
        assert_eq!(house.store.publications(&document).await.unwrap().len(), 1);
        for wrong in ["", "a b", "a\"b"] {
            let keyed = with(&planner, &[JSON, ("idempotency-key", wrong)]);
            refused(&house.post(&keyed, &jobs, "{}").await, StatusCode::BAD_REQUEST);
        }
        // Two at once.
        let keyed = with(&planner, &[JSON, ("idempotency-key", "two")]);
        let body = r#"{"seed": 4, "iterations": 5}"#;
        let (asked, same) = (house.post(&keyed, &jobs, body), house.post(&keyed, &jobs, body));
        let (asked, same) = tokio::join!(asked, same);
        let statuses = [asked.status, same.status];
        assert!(statuses.contains(&StatusCode::ACCEPTED), "{statuses:?}");
        let fits = |it: &StatusCode| matches!(*it, StatusCode::ACCEPTED | StatusCode::CONFLICT);
        assert!(statuses.iter().all(fits), "{statuses:?}");
        assert_eq!(house.store.jobs(None, 9).await.unwrap().len(), 2, "both together asked once");
    });
}

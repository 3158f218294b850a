//! Who asks too often is asked to wait, in the form that they read; nobody else notices.

mod common;

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{Method, StatusCode};
use common::{Answered, Browser, House, house_with};
use leon_server::{Role, Settings};
use serde_json::Value;

fn strict(reads: u32) -> House {
    house_with(|it| Settings { requests_a_minute: reads, ..it })
}

/// That it was refused for asking too often, and says for how long.
fn is_too_often(it: &Answered, seconds: &str) {
    assert_eq!(it.status, StatusCode::TOO_MANY_REQUESTS, "{}", it.body);
    assert_eq!(it.headers[RETRY_AFTER], *seconds);
}

#[test]
fn who_asks_too_often_is_told_when_to_come_back() {
    let house = strict(5);
    house.run(async {
        let (anna, bo) = (house.signed_in(Role::Planner).await, house.signed_in(Role::Leader).await);
        for _ in 0..5 {
            assert_eq!(house.get(&anna, "/jobs").await.status, StatusCode::OK);
        }
        let page = house.get(&anna, "/jobs").await;
        is_too_often(&page, "12");
        assert!(page.body.contains("Prøv igen om 12 s."), "{}", page.body);
        let english = Browser {
            cookies: anna.cookies.clone().into_iter().chain([("lang".into(), "en".into())]).collect(),
            ..anna.clone()
        };
        assert!(house.get(&english, "/jobs").await.body.contains("Try again in 12 s."));
        let program = house.get(&anna, "/api/documents").await;
        is_too_often(&program, "12");
        assert_eq!(program.headers[CONTENT_TYPE], "application/problem+json");
        let care = house.get(&anna, "/fhir/Slot").await;
        is_too_often(&care, "12");
        let outcome: Value = serde_json::from_str(&care.body).unwrap();
        assert_eq!(outcome["issue"][0]["code"], "throttled");
        assert_eq!(house.get(&bo, "/jobs").await.status, StatusCode::OK, "another person");
        assert_eq!(house.get(&anna, "/assets/leon.css").await.status, StatusCode::OK, "belongs to every page");
        // Changes are counted by themselves.
        let form = "back=/&lang=da";
        assert_eq!(house.post(&anna, "/language", form).await.status, StatusCode::SEE_OTHER);
        is_too_often(&house.post(&anna, "/language", form).await, "60");
    });
}

#[test]
fn strangers_are_counted_by_address_also_where_there_is_nothing() {
    let house = strict(5);
    house.run(async {
        let stranger = Browser::default();
        let forged = Browser { headers: vec![("authorization", "Bearer nonsense")], ..Browser::default() };
        for address in ["/sign-in", "/health", "/nowhere", "/nowhere", "/sign-in"] {
            assert_ne!(house.get(&stranger, address).await.status, StatusCode::TOO_MANY_REQUESTS);
        }
        is_too_often(&house.get(&stranger, "/nowhere").await, "12");
        is_too_often(&house.get(&forged, "/api/documents").await, "12");
        let anna = house.signed_in(Role::Planner).await;
        assert_eq!(house.get(&anna, "/jobs").await.status, StatusCode::OK, "from the same address, but signed in");
    });
}

#[test]
fn behind_a_proxy_each_stranger_has_their_own_address() {
    let from = |headers| Browser { headers: vec![("x-forwarded-for", headers)], ..Browser::default() };
    for (behind_proxy, other) in [(true, StatusCode::OK), (false, StatusCode::TOO_MANY_REQUESTS)] {
        let house = house_with(|it| Settings { requests_a_minute: 5, behind_proxy, ..it });
        house.run(async {
            for _ in 0..5 {
                assert_eq!(house.get(&from("10.0.0.1"), "/sign-in").await.status, StatusCode::OK);
            }
            is_too_often(&house.get(&from("6.6.6.6, 10.0.0.1"), "/sign-in").await, "12");
            assert_eq!(house.get(&from("10.0.0.2"), "/sign-in").await.status, other, "behind a proxy: {behind_proxy}");
        });
    }
}

#[test]
fn without_a_limit_nobody_is_refused() {
    let house = strict(0);
    house.run(async {
        for _ in 0..500 {
            assert_eq!(house.ask(&Browser::default(), &Method::GET, "/health", "").await.status, StatusCode::OK);
        }
    });
}

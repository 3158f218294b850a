//! Every endpoint against every role, from the router's own list.

mod common;

use axum::http::{Method, StatusCode};
use common::{Browser, house, house_with};
use leon_server::{ProviderSettings, Role, Settings, endpoints};
use leon_store::Grant;

/// Who may ask each endpoint, written down here a second time by hand. **An endpoint that is not in this list fails
/// the test.** `anybody`, `signed-in`, or roles.
const MAY: &[(&str, &str, &[&str])] = &[
    ("GET", "/assets/{file}", &["anybody"]),
    ("GET", "/map-tiles", &["anybody"]),
    ("GET", "/health", &["anybody"]),
    ("POST", "/language", &["anybody"]),
    ("GET", "/sign-in", &["anybody"]),
    ("POST", "/sign-in", &["anybody"]),
    ("GET", "/sign-in/provider", &["anybody"]),
    ("GET", "/sign-in/return", &["anybody"]),
    ("GET", "/sign-out/provider", &["anybody"]),
    ("POST", "/sign-out", &["signed-in"]),
    ("GET", "/people", &["administrator"]),
    ("POST", "/people", &["administrator"]),
    ("POST", "/people/link", &["administrator"]),
    ("GET", "/events", &["administrator"]),
    ("GET", "/", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/hours/{account}", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/routes", &["planner", "leader"]),
    ("POST", "/routes/made-up", &["planner"]),
    ("POST", "/routes/upload", &["planner"]),
    ("GET", "/routes/{document}", &["planner", "leader"]),
    ("POST", "/routes/{document}/plan", &["planner"]),
    ("GET", "/plans/{answer}", &["planner", "leader"]),
    ("POST", "/plans/{answer}/publish", &["planner"]),
    ("POST", "/plans/{answer}/change", &["planner"]),
    ("GET", "/plans/{answer}/ask", &["planner", "leader"]),
    ("GET", "/plans/{answer}/phone", &["planner", "leader"]),
    ("GET", "/my-route", &["employee"]),
    ("GET", "/rosters", &["shift-planner", "leader"]),
    ("POST", "/rosters/made-up", &["shift-planner"]),
    ("POST", "/rosters/upload", &["shift-planner"]),
    ("GET", "/rosters/{document}", &["shift-planner", "leader"]),
    ("POST", "/rosters/{document}/plan", &["shift-planner"]),
    ("GET", "/shifts/{answer}", &["shift-planner", "leader"]),
    ("POST", "/shifts/{answer}/publish", &["shift-planner"]),
    ("POST", "/shifts/{answer}/change", &["shift-planner"]),
    ("GET", "/shifts/{answer}/stand-ins", &["shift-planner", "leader"]),
    ("GET", "/shifts/{answer}/wishes", &["shift-planner", "leader"]),
    ("POST", "/rosters/{document}/wishes", &["shift-planner"]),
    ("POST", "/my-wishes", &["employee"]),
    ("POST", "/my-wishes/withdraw", &["employee"]),
    ("GET", "/my-shifts", &["employee"]),
    ("GET", "/my-calendar", &["employee"]),
    ("POST", "/my-calendar", &["employee"]),
    ("POST", "/my-calendar/end", &["employee"]),
    ("GET", "/calendar/{name}", &["anybody"]),
    ("GET", "/jobs", &["planner", "shift-planner", "leader", "analyst"]),
    ("GET", "/jobs/{job}/progress", &["planner", "shift-planner", "leader", "analyst"]),
    ("POST", "/jobs/{job}/cancel", &["planner", "shift-planner", "analyst"]),
    ("GET", "/gap", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/sources", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/measures", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/measures/{measure}", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/projection", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/projection/scenario", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("POST", "/projection/scenario", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/projection/runs/{job}", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/api", &["anybody"]),
    ("GET", "/api/openapi.json", &["anybody"]),
    ("GET", "/api/documents", &["signed-in"]),
    ("POST", "/api/documents", &["signed-in"]),
    ("GET", "/api/documents/{document}", &["signed-in"]),
    ("GET", "/api/documents/{document}/answers", &["signed-in"]),
    ("GET", "/api/answers/{answer}", &["signed-in"]),
    ("GET", "/api/documents/{document}/publications", &["signed-in"]),
    ("POST", "/api/documents/{document}/publications", &["signed-in"]),
    ("POST", "/api/documents/{document}/jobs", &["signed-in"]),
    (
        "POST",
        "/api/documents/{document}/scenarios",
        &["planner", "shift-planner", "leader", "analyst", "administrator"],
    ),
    ("GET", "/api/jobs/{job}", &["signed-in"]),
    ("DELETE", "/api/jobs/{job}", &["signed-in"]),
    ("GET", "/fhir/metadata", &["anybody"]),
    ("GET", "/fhir/{kind}", &["signed-in"]),
    ("GET", "/fhir/{kind}/{id}", &["signed-in"]),
    ("GET", "/api/gap", &["planner", "shift-planner", "leader", "analyst", "administrator"]),
    ("GET", "/api/events", &["administrator"]),
];

/// Endpoints without an access test. There are none, and there shall be none.
const WITHOUT: [(&str, &str); 0] = [];

#[test]
fn every_endpoint_lets_in_whom_it_should() {
    let house = house();
    house.run(async {
        let listed: Vec<_> = endpoints().into_iter().map(|it| (it.method.to_string(), it.path)).collect();
        let is_tested = |it: &(String, &str)| MAY.iter().any(|may| (may.0, may.1) == (&it.0, it.1));
        let without: Vec<_> = listed.iter().filter(|it| !is_tested(it)).map(|it| (it.0.as_str(), it.1)).collect();
        assert_eq!(without, WITHOUT);
        assert_eq!(listed.len(), MAY.len(), "an endpoint in the test is not in the router");
        for &(method, path, may) in MAY {
            let method: Method = method.parse().unwrap();
            let address = filled_in(path);
            let stranger = Browser::default();
            let status = house.ask(&stranger, &method, &address, "").await.status;
            let is_let_in = !is_sent_away(status, &address, &method);
            assert_eq!(is_let_in, may == ["anybody"], "{method} {path}: nobody got {status}");
            for role in Role::ALL {
                let browser = house.signed_in(*role).await;
                let status = house.ask(&browser, &method, &address, "").await.status;
                let wanted = may == ["anybody"] || may == ["signed-in"] || may.contains(&role.word());
                assert_eq!(!is_sent_away(status, &address, &method), wanted, "{method} {path}: {role:?} got {status}");
            }
        }
    });
}

/// An address with an account that there is, and with ids that there are not.
fn filled_in(path: &str) -> String {
    let part = |part: &str| match part {
        "{account}" => "care".to_owned(),
        id if id.starts_with('{') => "none".to_owned(),
        word => word.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Refused, or sent to sign in.
fn is_sent_away(status: StatusCode, address: &str, method: &Method) -> bool {
    let to_sign_in = status == StatusCode::SEE_OTHER && *method == Method::GET && address != "/sign-in";
    matches!(status, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED) || to_sign_in
}

#[test]
fn an_administrator_of_a_place_gives_accounts_there_only() {
    let house = house();
    house.run(async {
        let of_all = house.signed_in_at(Role::Administrator, "lillekoebing").await;
        let of_north = house.signed_in_at(Role::Administrator, "nord").await;
        house.signed_in(Role::Administrator).await;
        let add = async |browser: &Browser, name: &str, place: &str| {
            let form = format!("name={name}&password=langt+nok+til+alle&role=planner&place={place}");
            house.post(browser, "/people", &form).await.status
        };
        assert_eq!(add(&of_all, "a", "lillekoebing").await, StatusCode::SEE_OTHER);
        assert_eq!(add(&of_all, "b", "syd").await, StatusCode::SEE_OTHER, "under it");
        assert_eq!(add(&of_all, "c", "").await, StatusCode::FORBIDDEN);
        assert_eq!(add(&of_all, "d", "nowhere").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(add(&of_north, "e", "nord").await, StatusCode::SEE_OTHER);
        assert_eq!(add(&of_north, "f", "syd").await, StatusCode::FORBIDDEN);
        assert_eq!(add(&of_north, "g", "lillekoebing").await, StatusCode::FORBIDDEN);
        let seen = house.get(&of_north, "/people").await.body;
        assert!(seen.contains(">e<") && !seen.contains(">a<") && !seen.contains(">b<"), "{seen}");
        assert!(!seen.contains("everywhere-administrator"));
        assert_eq!(house.get(&of_all, "/events").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn whoever_links_a_person_administers_all_their_places() {
    let provider = ProviderSettings {
        issuer: "https://login.example".into(),
        client: "leon".into(),
        secret: "none".into(),
        address: "https://leon.example".into(),
    };
    let house = house_with(|it| Settings { provider: Some(provider), ..it });
    house.run(async {
        let of_north = house.signed_in_at(Role::Administrator, "nord").await;
        let grant = |role: Role, place: &str| Grant { role: role.word().to_owned(), place: place.to_owned() };
        let everywhere = grant(Role::Administrator, "");
        for (name, grants) in [
            ("own", vec![grant(Role::Planner, "nord")]),
            ("half", vec![grant(Role::Planner, "nord"), everywhere]),
            ("other", vec![grant(Role::Planner, "syd")]),
        ] {
            house.store.add_person(name, "no password", &grants, "", house.now()).await.unwrap();
        }
        let link = async |name: &str, value: &str| {
            let form = format!("name={name}&claim=sub&value={value}");
            house.post(&of_north, "/people/link", &form).await.status
        };
        assert_eq!(link("own", "s1").await, StatusCode::SEE_OTHER);
        assert_eq!(link("half", "s2").await, StatusCode::FORBIDDEN, "who links can come in as them, everywhere");
        assert_eq!(link("other", "s2").await, StatusCode::UNPROCESSABLE_ENTITY, "is not there");
        assert_eq!(link("nobody", "s2").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(link("everywhere-administrator", "s2").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(link("nord-administrator", "s1").await, StatusCode::UNPROCESSABLE_ENTITY, "is somebody else's");
        assert_eq!(link("own", &"x".repeat(256)).await, StatusCode::UNPROCESSABLE_ENTITY);
        let seen = house.get(&of_north, "/people").await.body;
        assert!(seen.contains(">s1<") && !seen.contains(">s2<"), "{seen}");
    });
}

//! Signing in, being locked out, and changes that another site asks for.

mod common;

use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use common::{Browser, House, house, house_with};
use leon_server::{ProviderSettings, Role, Settings, password};
use leon_store::Grant;

const RIGHT: &str = "korrekt hest batteri";

async fn with_anna(house: &House) {
    let grant = Grant { role: Role::Analyst.word().to_owned(), place: String::new() };
    let hash = password::hash(RIGHT).unwrap();
    house.store.add_person("anna", &hash, &[grant], "", house.now()).await.unwrap();
}

fn form(password: &str) -> String {
    format!("name=anna&password={}&back=%2Fgap", password.replace(' ', "+"))
}

#[test]
fn one_signs_in_and_out() {
    let house = house_with(|it| Settings { secure: true, ..it });
    house.run(async {
        with_anna(&house).await;
        let mut browser = Browser::default();
        assert_eq!(house.get(&browser, "/gap?lift=a").await.location(), "/sign-in?back=%2Fgap%3Flift%3Da");
        let wrong = house.post(&browser, "/sign-in", &form("forkert hest batteri")).await;
        assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
        assert!(wrong.headers.get(SET_COOKIE).is_none());
        let nobody = house.post(&browser, "/sign-in", "name=ingen&password=korrekt+hest+batteri").await;
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);

        let signed_in = house.post(&browser, "/sign-in", &form(RIGHT)).await;
        assert_eq!((signed_in.status, signed_in.location()), (StatusCode::SEE_OTHER, "/gap"));
        let cookie = signed_in.headers[SET_COOKIE].to_str().unwrap().to_owned();
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Max-Age=36000"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        browser.cookies = signed_in.cookies();
        assert_eq!(house.get(&browser, "/gap").await.status, StatusCode::OK);
        let of_database = house.store.session(&browser.cookies["leon"], house.now()).await.unwrap();
        assert_eq!(of_database, None, "the token itself is not kept");

        assert_eq!(house.post(&browser, "/sign-out", "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get(&browser, "/gap").await.status, StatusCode::SEE_OTHER, "the old cookie is worth nothing");
        let told: Vec<_> = house.store.events("anna", None, 9).await.unwrap().into_iter().map(|it| it.what).collect();
        assert_eq!(told, ["sign-out", "answer", "sign-in", "wrong-password", "add-person"]);
        assert_eq!(house.store.first_forged_event().await.unwrap(), None);
    });
}

fn at_a_service() -> ProviderSettings {
    ProviderSettings {
        issuer: "https://login.example".into(),
        client: "leon".into(),
        secret: "none".into(),
        address: "https://leon.example".into(),
    }
}

#[test]
fn no_password_opens_an_account_without_one() {
    let house = house_with(|it| Settings { provider: Some(at_a_service()), ..it });
    house.run(async {
        let administrator = house.signed_in(Role::Administrator).await;
        let page = house.get(&administrator, "/people").await.body;
        assert!(page.contains("name=\"no_password\"") && page.contains("Uden adgangskode"), "{page}");
        let add = "name=anna&password=&no_password=yes&role=planner&place=";
        assert_eq!(house.post(&administrator, "/people", add).await.status, StatusCode::SEE_OTHER);
        let browser = Browser::default();
        for password in ["", "none", RIGHT, "$argon2id$"] {
            for _ in 0..5 {
                let anna = house.post(&browser, "/sign-in", &form(password)).await;
                let nobody = house.post(&browser, "/sign-in", &form(password).replace("anna", "ingen")).await;
                assert_eq!((anna.status, nobody.status), (StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED));
                assert_eq!(anna.body.replace("anna", "ingen"), nobody.body, "nobody is told that she is there");
            }
            house.wait(300);
        }
        let anna = house.store.person_called("anna").await.unwrap().unwrap();
        assert_eq!((anna.failures, anna.locked_until), (0, None), "others cannot lock her out of the service");
    });
}

#[test]
fn without_a_service_everybody_has_a_password() {
    let house = house();
    house.run(async {
        let administrator = house.signed_in(Role::Administrator).await;
        assert!(!house.get(&administrator, "/people").await.body.contains("no_password"));
        for password in ["&no_password=yes", "", "&password="] {
            let form = format!("name=anna{password}&role=planner&place=");
            let refused = house.post(&administrator, "/people", &form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{password}: {}", refused.body);
        }
        assert_eq!(house.store.person_called("anna").await.unwrap(), None);
    });
}

#[test]
fn a_session_ends_by_itself() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Analyst).await;
        assert_eq!(house.get(&browser, "/people").await.status, StatusCode::FORBIDDEN);
        house.wait(3600);
        assert_eq!(house.get(&browser, "/people").await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn ten_thousand_wrong_passwords_open_nothing() {
    let house = house();
    house.run(async {
        with_anna(&house).await;
        let browser = Browser::default();
        let (mut wrong, mut locked) = (0, 0);
        for number in 0..10_000 {
            // A patient attacker: never more than thirty tries from an address in five minutes.
            if number % 30 == 29 {
                house.wait(300);
            }
            match house.post(&browser, "/sign-in", &form(&format!("gaet nummer {number}"))).await.status {
                StatusCode::UNAUTHORIZED => wrong += 1,
                StatusCode::TOO_MANY_REQUESTS => locked += 1,
                other => panic!("{other}"),
            }
        }
        // Locks of 1, 2, 4 … 64 minutes: 333 windows of five minutes are about 27 hours, about 26 locks of 64.
        assert!((20..60).contains(&wrong), "{wrong} were tried, {locked} were not");
        assert_eq!(house.post(&browser, "/sign-in", &form(RIGHT)).await.status, StatusCode::TOO_MANY_REQUESTS);
        house.wait(64 * 60);
        assert_eq!(house.post(&browser, "/sign-in", &form(RIGHT)).await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn many_tries_from_one_address_are_stopped() {
    let house = house();
    house.run(async {
        let browser = Browser::default();
        let mut last = StatusCode::OK;
        for number in 0..31 {
            let form = format!("name=nobody{number}&password=korrekt+hest+batteri");
            last = house.post(&browser, "/sign-in", &form).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    });
}

#[test]
fn another_site_changes_nothing() {
    let house = house();
    house.run(async {
        let mut browser = house.signed_in(Role::Administrator).await;
        browser.headers = vec![("sec-fetch-site", "cross-site")];
        let form = "name=mallory&password=langt+nok+til+alle&role=administrator";
        assert_eq!(house.post(&browser, "/people", form).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.store.person_called("mallory").await.unwrap(), None);
        assert_eq!(house.get(&browser, "/people").await.status, StatusCode::OK, "reading changes nothing");
    });
}

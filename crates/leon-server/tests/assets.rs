//! Style, scripts and maps: what pages name is there, for good and compressed; the house's own map tiles are let in.

mod common;

use axum::http::StatusCode;
use common::{Browser, house, house_with};
use leon_server::{Settings, Tiles, is_bundled};

/// Whether there is a bundle to test; `make test` makes one.
fn bundled() -> bool {
    assert!(is_bundled() || std::env::var_os("LEON_REQUIRE_PEERS").is_none(), "make web");
    is_bundled()
}

#[test]
fn what_a_page_names_is_there_for_good() {
    if !bundled() {
        return;
    }
    let house = house();
    house.run(async {
        let page = house.get(&Browser::default(), "/sign-in").await;
        let named: Vec<&str> = page.body.split('"').filter(|it| it.starts_with("/assets/")).collect();
        assert_eq!(named.len(), 2, "{named:?}");
        for address in named {
            assert!(address.contains("?v="), "{address}");
            let file = house.get(&Browser::default(), address).await;
            assert_eq!(file.status, StatusCode::OK, "{address}");
            assert!(file.headers["cache-control"].to_str().unwrap().contains("immutable"));
        }
        let unnamed = house.get(&Browser::default(), "/assets/leon.js").await;
        assert_eq!(unnamed.headers["cache-control"], "public, max-age=3600");
        assert_eq!(unnamed.headers["content-type"], "text/javascript; charset=utf-8");
        assert_eq!(house.get(&Browser::default(), "/assets/nothing.js").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn who_takes_brotli_gets_less() {
    if !bundled() {
        return;
    }
    let house = house();
    house.run(async {
        let plain = house.get(&Browser::default(), "/assets/leon.css").await;
        assert!(!plain.headers.contains_key("content-encoding"));
        let takes = Browser { headers: vec![("accept-encoding", "gzip, deflate, br")], ..Browser::default() };
        let less = house.get(&takes, "/assets/leon.css").await;
        assert_eq!(less.headers["content-encoding"], "br");
        assert!(less.body.len() < plain.body.len(), "{} of {}", less.body.len(), plain.body.len());
    });
}

#[test]
fn pages_may_fetch_the_tiles_of_the_house_and_no_others() {
    let policy = |it: &common::Answered| it.headers["content-security-policy"].to_str().unwrap().to_owned();
    let without = house();
    without.run(async {
        let answer = without.get(&Browser::default(), "/map-tiles").await;
        assert_eq!(answer.body, "null");
        assert!(policy(&answer).contains("connect-src 'self';"));
    });
    let address = "https://tiles.example:8443/{z}/{x}/{y}.png";
    let tiles = Tiles::new(address, "© Tiles").unwrap();
    let with = house_with(|it| Settings { tiles: Some(tiles), ..it });
    with.run(async {
        let answer = with.get(&Browser::default(), "/map-tiles").await;
        assert_eq!(answer.body, format!(r#"{{"address":"{address}","credit":"© Tiles"}}"#));
        assert!(policy(&answer).contains("connect-src 'self' https://tiles.example:8443;"), "{}", policy(&answer));
    });
}

#[test]
fn an_address_that_would_open_the_policy_is_no_address_of_tiles() {
    for address in [
        "",
        "tiles.example/{z}/{x}/{y}",
        "ftp://tiles.example/{z}/{x}/{y}",
        "https://tiles.example/{z}/{x}.png",
        "https:///{z}/{x}/{y}",
        "https://a; script-src *; b/{z}/{x}/{y}",
        "https://*/{z}/{x}/{y}",
    ] {
        let error = Tiles::new(address, "").unwrap_err().to_string();
        assert!(error.starts_with(&format!("{address}: an address of map tiles begins with")), "{error}");
    }
}

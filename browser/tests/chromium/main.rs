//! Each page's main job, done in Chromium as a planner would, on the demo. Where there is no Chromium nothing is tested,
//! which only `LEON_REQUIRE_PEERS` forbids. `LEON_PICTURES=folder` keeps what the pages look like, as PNG in
//! base64; two of them stand in the README.

use leon_browser::{Browser, is_there};
use leon_server::{ProviderSettings, Settings, serve};
use std::sync::{OnceLock, mpsc};

/// The demo's address, opened once for all tests; `None` where there is no browser.
fn demo() -> Option<&'static str> {
    static ADDRESS: OnceLock<Option<String>> = OnceLock::new();
    let opened = ADDRESS.get_or_init(|| {
        if !is_there() {
            assert!(std::env::var_os("LEON_REQUIRE_PEERS").is_none(), "apt-get install chromium chromium-driver");
            return None;
        }
        let (ready, address) = mpsc::channel();
        std::thread::spawn(move || {
            let folder = tempfile::tempdir().unwrap();
            // Nobody is asked here: the service's forms and links are looked at.
            let provider = ProviderSettings {
                issuer: "http://127.0.0.1:9".into(),
                client: "leon".into(),
                secret: "none".into(),
                address: "http://127.0.0.1:9".into(),
            };
            let data = folder.path().into();
            let settings = Settings { data, demo: true, workers: 1, provider: Some(provider), ..Settings::default() };
            serve(&settings, "127.0.0.1:0".parse().unwrap(), |it| ready.send(it).unwrap()).unwrap();
        });
        Some(format!("http://{}", address.recv().unwrap()))
    });
    opened.as_deref()
}

/// axe, the public tester of accessibility (<https://github.com/dequelabs/axe-core>), as `make test` installs it.
fn axe() -> Option<String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/npm/node_modules/axe-core/axe.min.js");
    let script = std::fs::read_to_string(file).ok();
    assert!(script.is_some() || std::env::var_os("LEON_REQUIRE_PEERS").is_none(), "axe-core is not installed");
    script
}

/// A page without a word of complaint and without a serious barrier.
fn is_well(browser: &Browser) {
    if let Some(axe) = axe() {
        assert_eq!(browser.barriers(&axe), Vec::<String>::new(), "{}", browser.address());
    }
    assert_eq!(browser.complaints(), Vec::<String>::new(), "{}", browser.address());
}

fn keep_picture(browser: &Browser, name: &str) {
    let Some(folder) = std::env::var_os("LEON_PICTURES") else { return };
    std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png.base64")), browser.picture()).unwrap();
}

#[test]
fn every_page_of_the_menu_and_beside_it_opens_in_both_languages() {
    let Some(demo) = demo() else { return };
    let browser = Browser::open();
    browser.go(demo);
    let links = browser.run("return [...document.querySelectorAll('header nav a')].map((it) => it.href)");
    let mut links: Vec<String> = links.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect();
    assert!(links.len() >= 6, "{links:?}");
    // Those that open from other pages.
    links.extend(["/my-calendar", "/sign-in?out="].map(|it| format!("{demo}{it}")));
    for lang in ["da", "en"] {
        for link in &links {
            browser.go(link);
            assert!(!browser.text("h1").is_empty());
            let spoken = browser.run("return document.documentElement.lang");
            assert_eq!(spoken, lang, "{link}");
            is_well(&browser);
        }
        browser.click("form[action='/language'] button");
    }
}

#[test]
fn a_thrown_switch_changes_the_gap() {
    let Some(demo) = demo() else { return };
    let browser = Browser::open();
    browser.go(&format!("{demo}/gap"));
    browser.click("#switchboard input[type=checkbox]");
    assert!(browser.text("a[href='/gap#switchboard']").len() > 1, "the way back to nothing lifted");
    assert!(browser.address().contains("lift="));
    keep_picture(&browser, "gap");
    is_well(&browser);
}

#[test]
fn a_visit_is_moved_published_and_read_on_a_phone() {
    let Some(demo) = demo() else { return };
    let browser = Browser::open();
    browser.go(&format!("{demo}/routes"));
    browser.click("table a[href^='/routes/']");
    // The demo's first plan is under way; the page is read again when it is there.
    browser.click("a[href^='/plans/']");
    keep_picture(&browser, "routes");
    is_well(&browser);

    // Dragged an inch to the right: the form is filled in, and what it would do is said beside it.
    browser.drag("svg.bars a[data-visit]", (60, 0));
    assert_ne!(browser.run("return document.querySelector('#move [name=at]').value"), "");
    assert!(!browser.text("#asked li").is_empty());
    is_well(&browser);

    // By keyboard alone: from the time to the button, past the folded limits.
    let before = browser.address();
    browser.run("document.querySelector('#move [name=at]').focus()");
    browser.type_into("#move button[name=what]", "\u{e007}");
    assert!(!browser.text("#effect h2").is_empty());
    assert_ne!(browser.address(), before);
    browser.click("form[action$='/publish'] button");
    assert!(browser.text("p.notice").contains('1'), "published as the first");
    is_well(&browser);
    browser.click("form[action$='/phone'] button");
    assert!(!browser.text("ol.phone li").is_empty());
    is_well(&browser);
}

#[test]
fn a_cell_of_the_roster_is_changed_and_undone() {
    let Some(demo) = demo() else { return };
    let browser = Browser::open();
    browser.go(&format!("{demo}/rosters"));
    browser.click("table a[href^='/rosters/']");
    browser.click("a[href^='/shifts/']");
    keep_picture(&browser, "roster");
    is_well(&browser);

    let before = browser.address();
    browser.click("td[data-shift] .duty");
    let person = browser.run("return document.querySelector('td[data-shift]').dataset.person");
    assert_eq!(browser.run("return document.querySelector('#set [name=person]').value"), person);
    browser.run("document.querySelector('#set [name=shift]').value = ''");
    browser.click("#set button");
    assert!(!browser.text("#effect li").is_empty());
    browser.click("a[rel=prev]");
    assert_eq!(browser.address(), before);
    is_well(&browser);
}

#[test]
fn a_scenario_is_built_reckoned_and_seen_over_the_years() {
    let Some(demo) = demo() else { return };
    let browser = Browser::open();
    browser.go(&format!("{demo}/projection/scenario"));
    is_well(&browser);
    browser.type_into("#name", "Plan");
    browser.click("input[name=technology][value=e-district]");
    browser.click("input[name=lift]");
    browser.click("form.scenario button");
    browser.find("#scenario");
    let file = browser.run("return document.querySelector('#scenario').value");
    let file = file.as_str().unwrap();
    assert!(file.contains("technology = \"e-district\"") && file.contains("[[lift]]"), "{file}");
    is_well(&browser);

    // Asked for, and read again by itself when it is there.
    browser.click("form[method=post][action='/projection/scenario'] button");
    browser.find("#year-map[data-year='2045']");
    assert!(browser.text("p.lead").contains("Plan: "));
    keep_picture(&browser, "scenario");
    is_well(&browser);

    // The slider by keyboard alone: one year back, and the address says so.
    browser.type_into("#year", "\u{e012}");
    browser.find("#year-map[data-year='2044']");
    assert_eq!(browser.text("output"), "2044");
    assert!(browser.address().contains("year=2044"));
    browser.click("#path option[value='0']");
    assert_eq!(browser.run("return document.activeElement.id"), "path");
    is_well(&browser);

    browser.click("form[action='/language'] button");
    assert!(browser.text("[lang=en] p.lead").contains("full-time positions are missing in 2045"));
    is_well(&browser);
    browser.click("form[action='/language'] button");
}

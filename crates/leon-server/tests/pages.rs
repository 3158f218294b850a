//! What stands in the pages, on the small case.

mod common;

use axum::http::StatusCode;
use common::{Browser, house, house_with};
use leon_server::{Role, Settings};

/// The first number after a heading of the key figures.
fn figure(page: &str, heading: &str) -> String {
    let after = page.split(&format!("<dt>{heading}</dt>")).nth(1).unwrap_or_else(|| panic!("no {heading}"));
    after.split("<strong>").nth(1).unwrap().split("</strong>").next().unwrap().to_owned()
}

#[test]
fn a_thrown_switch_gives_the_figures_of_a_match_without_the_binding() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Analyst).await;
        let as_now = house.get(&browser, "/gap").await.body;
        let lifted = house.get(&browser, "/gap?lift=unskilled_share&lift=medicine_by_authorised").await.body;
        let case = leon_model::Case::new(leon_formats::example_case()).unwrap();
        for (page, ids) in [(&as_now, &[][..]), (&lifted, &["unskilled_share", "medicine_by_authorised"])] {
            let options = leon_match::Options {
                lifted: ids.iter().map(|it| (*it).into()).collect(),
                ..leon_match::Options::default()
            };
            let matched = leon_match::match_tasks(&case, &options).unwrap();
            let unmet: leon_model::Hours = matched.plan.unmet.iter().map(|(_, hours)| *hours).sum();
            let voice = leon_pages::texts::Voice::new(leon_formats::Lang::Da);
            assert_eq!(figure(page, "Udækket"), voice.hours(unmet), "lifted {ids:?}");
        }
        assert_ne!(figure(&as_now, "Udækket"), figure(&lifted, "Udækket"));
        assert!(lifted.contains(r#"value="unskilled_share" checked"#));
        assert!(lifted.contains("Hvad det ændrer") && !as_now.contains("Hvad det ændrer"));

        // How each answer came about is kept, once.
        house.get(&browser, "/gap?lift=unskilled_share&lift=medicine_by_authorised").await;
        let case = &house.store.documents("case").await.unwrap()[0];
        let mut asked: Vec<_> = house.store.answers(&case.id).await.unwrap();
        asked.sort_by(|a, b| a.asked.cmp(&b.asked));
        let words: Vec<_> = asked.iter().map(|it| it.asked.as_str()).collect();
        assert_eq!(words, [r#"{"lifted":["medicine_by_authorised","unskilled_share"]}"#, r#"{"lifted":[]}"#]);
        assert!(asked.iter().all(|it| it.input_sha256 == case.sha256 && it.made_by == "everywhere-analyst"));
    });
}

#[test]
fn the_projection_is_that_of_leon_project_and_is_kept_once() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Analyst).await;
        let page = house.get(&browser, "/projection").await.body;
        let case = leon_model::Case::new(leon_formats::example_case()).unwrap();
        let options = leon_project::Options { draws: 40, seed: 1, ..leon_project::Options::default() };
        let projection = leon_project::project(&case, &[leon_model::Scenario::default()], &options).unwrap();
        let last = projection.years.len() - 1;
        let missing = projection.paths[0].interval(last, |it| it.unmet_fte.0);
        let voice = leon_pages::texts::Voice::new(leon_formats::Lang::Da);
        let said = format!("Som casen er: {} årsværk mangler i 2035", voice.number(missing.value, 0));
        assert!(page.contains(&said), "{said}: {page}");
        for part in [r#"<svg class="fan""#, r#"<svg class="tornado""#, r#"id="places""#, r#"id="leans""#] {
            assert!(page.contains(part), "{part}: {page}");
        }

        house.get(&browser, "/projection").await;
        let case = &house.store.documents("case").await.unwrap()[0];
        let kept = house.store.answers(&case.id).await.unwrap();
        assert_eq!(kept.iter().map(|it| it.asked.as_str()).collect::<Vec<_>>(), [r#"{"draws":40}"#]);
        assert_eq!(kept[0].input_sha256, case.sha256);
    });
}

#[test]
fn pages_speak_both_languages() {
    let house = house();
    house.run(async {
        let mut browser = house.signed_in(Role::Analyst).await;
        let danish = house.get(&browser, "/").await;
        assert!(danish.body.contains(r#"<html lang="da">"#) && danish.body.contains("Timeregnskabet"));
        let chosen = house.post(&browser, "/language", "lang=en&back=%2Fhours%2Fcare").await;
        assert_eq!(chosen.location(), "/hours/care");
        browser.cookies.extend(chosen.cookies());
        let english = house.get(&browser, "/").await;
        assert!(english.body.contains(r#"<html lang="en">"#) && english.body.contains("The book of hours"));
        assert_eq!(house.post(&browser, "/language", "lang=en&back=https://evil.dk").await.location(), "/");
        assert_eq!(house.post(&browser, "/language", "lang=xx&back=/").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn each_account_opens_what_it_rests_on() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Leader).await;
        let overview = house.get(&browser, "/").await.body;
        // A figure leads to its account, and from there to what it rests on.
        for account in ["/hours/need", "/hours/unmet"] {
            assert!(overview.contains(&format!("<strong><a href=\"{account}\">")), "{overview}");
        }
        assert!(overview.contains("data-live=\"flow\"") && overview.contains("data-hours="), "{overview}");
        let mut opened = 0;
        for part in overview.split(r#"href="/hours/"#).skip(1) {
            let account = part.split('"').next().unwrap();
            let page = house.get(&browser, &format!("/hours/{account}")).await;
            assert_eq!(page.status, StatusCode::OK, "{account}");
            assert!(page.body.contains("Hvad tallene hviler på") && page.body.contains("<tbody>"), "{account}");
            opened += 1;
        }
        assert!(opened > 5, "{opened}");
        assert_eq!(house.get(&browser, "/hours/nothing").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_is_typed_stays_text() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Administrator).await;
        let script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";
        let addresses = [
            format!("/gap?lift={script}"),
            format!("/sign-in?back={script}"),
            format!("/events?text={script}"),
            format!("/{script}"),
            format!("/hours/{script}"),
        ];
        for address in addresses {
            let page = house.get(&browser, &address).await;
            assert!(!page.body.contains("<script>alert"), "{address}");
        }
        let form = format!("name={script}&password=langt+nok+til+alle&role=planner&place=");
        assert_eq!(house.post(&browser, "/people", &form).await.status, StatusCode::SEE_OTHER);
        for address in ["/people", "/events"] {
            let page = house.get(&browser, address).await.body;
            assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"), "{address}");
        }
        let wrong = house.post(&browser, "/sign-in", &format!("name={script}&password=x")).await;
        assert!(wrong.body.contains("&lt;script&gt;") && !wrong.body.contains("<script>alert"));
    });
}

#[test]
fn nothing_outside_is_reached_and_nothing_is_too_large() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Administrator).await;
        for path in ["/assets/../leon.db", "/assets/%2e%2e/leon.db", "/..%2f..%2fetc/passwd", "/leon.db"] {
            let page = house.get(&browser, path).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        }
        let hundred_megabytes = "x".repeat(100 << 20);
        let large = house.post(&browser, "/people", &hundred_megabytes).await;
        assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    });
}

#[test]
fn pages_carry_their_headers() {
    let house = house();
    house.run(async {
        for address in ["/sign-in", "/nowhere", "/assets/leon.css"] {
            let page = house.get(&Browser::default(), address).await;
            let policy = page.headers["content-security-policy"].to_str().unwrap();
            assert!(policy.contains("script-src 'self';") && !policy.contains("script-src 'self' 'unsafe"), "{policy}");
            assert_eq!(page.headers["x-content-type-options"], "nosniff");
            assert_eq!(page.headers["x-frame-options"], "DENY");
            assert!(!page.body.contains("<script>") && !page.body.contains("onclick"), "{address}");
        }
    });
}

#[test]
fn a_demo_lets_everybody_in() {
    let house = house_with(|it| Settings { demo: true, cases: Vec::new(), ..it });
    house.run(async {
        let page = house.get(&Browser::default(), "/gap").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Dette er en demo") && page.body.contains("Aarhus"));
    });
}

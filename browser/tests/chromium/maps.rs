//! Maps to go into and charts to point at, made of the server's drawings.

use crate::house::demo;
use crate::visitor::Visitor;
use leon_browser::{Browser, keys};

/// Looks at the page until the map has moved.
const LOOKS: usize = 2_000;

#[test]
fn a_map_is_chosen_and_gone_into_by_keyboard() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        visitor.open("/gap");
        visitor.find(".live-map[data-ready]");
        assert_eq!(visitor.count(".choice"), 4, "municipalities and regions, each by two figures");
        visitor.tab_to(".choice:nth-child(3)", 200);
        visitor.press(keys::SPACE);
        let by = [("by", visitor.says("map-by-price").into())];
        assert_eq!(visitor.text(".choice[aria-pressed=true]"), visitor.voice.text_with("map-places", &by));
        assert!(visitor.text(".maps figure:not(.unseen) figcaption").contains(&visitor.says("map-caption-price")));

        visitor.run("document.querySelector('.maps').scrollIntoView()");
        visitor.keep_picture(&format!("gap-{}", visitor.voice.lang.code()));

        let scale = visitor.text(".maplibregl-ctrl-scale");
        visitor.tab_to(".maplibregl-canvas", 5);
        visitor.press("+");
        assert!((0..LOOKS).any(|_| visitor.text(".maplibregl-ctrl-scale") != scale), "{scale}");
        visitor.is_well();
    });
}

#[test]
fn routes_lie_on_a_map_and_hours_flow() {
    let Some(visitor) = Visitor::of_demo() else { return };
    visitor.open("/routes");
    visitor.click("table tbody tr:last-child a[href^='/routes/']");
    visitor.click("a[href^='/plans/']");
    visitor.find(".live-map[data-ready]");
    let shown = visitor.run("return Number(document.querySelector('.live-map').dataset.shown)");
    let drawn = visitor.run("return document.querySelectorAll('.maps [data-at], .maps [data-way]').length");
    assert_eq!(shown, drawn);
    assert!(drawn.as_u64().unwrap() > 20, "{drawn}");

    visitor.open("/");
    visitor.find(".live-chart.flow canvas");
    visitor.open("/projection");
    visitor.find(".live-map[data-ready]");
    visitor.is_well();
}

#[test]
fn without_webgl_the_drawing_stays() {
    let Some(demo) = demo() else { return };
    let browser = Browser::open_with(&["--disable-3d-apis"]);
    browser.go(&format!("{demo}/gap"));
    browser.find(".choice, .maps svg[role=img]");
    assert_eq!(browser.count(".live-map"), 0);
    assert!(!browser.text(".maps figure:last-child figcaption").is_empty(), "all of them are seen");
}

//! Every page of the menu, and what opens from other pages.

use crate::visitor::Visitor;
use leon_browser::keys;

/// Pixels from side to side.
const PHONE: u32 = 390;

#[test]
fn every_page_of_the_menu_and_beside_it_opens_in_both_languages() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.open("/");
    let links =
        visitor.run("return [...document.querySelectorAll('header nav a')].map((it) => it.getAttribute('href'))");
    let mut links: Vec<String> = links.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect();
    assert!(links.len() >= 10, "{links:?}");
    links.extend(["/my-calendar", "/sign-in?out="].map(str::to_owned));
    visitor.in_each_language(|visitor| {
        for link in &links {
            visitor.open(link);
            assert!(!visitor.text("h1").is_empty());
            visitor.is_well();
            visitor.shown_at(PHONE, 844);
            let width = visitor.run("return document.documentElement.scrollWidth").as_u64().unwrap();
            assert!(width <= PHONE.into(), "{link} is {width} wide on a phone");
            visitor.shown_at(1600, 1200);
            visitor.keep_pictures(&format!("menu-{}", link.trim_matches('/').replace(['/', '?', '='], "-")));
        }
    });
}

#[test]
fn the_language_is_chosen_and_the_menu_skipped_by_keyboard() {
    let Some(visitor) = Visitor::of_demo() else { return };
    visitor.open("/jobs");
    visitor.press(keys::TAB);
    assert!(visitor.has_focus("body > a[href='#content']"), "the first that can be reached");
    visitor.confirm();
    assert!(visitor.has_focus("#content"));
    visitor.tab_back_to("button[name=lang]", 20);
    visitor.confirm();
    visitor.find("html[lang=en]");
    assert_eq!(visitor.here(), "/jobs");
    visitor.tab_to("button[name=lang]", 30);
    visitor.confirm();
    visitor.find("html[lang=da]");
    visitor.is_well();
}

//! Ruter: a visit is moved, held and let go, asked about, published and read on a phone.

use crate::visitor::{FAR, Visitor};
use leon_browser::keys;

/// Makes up a small day of its own by keyboard, and plans it.
fn planned_day(visitor: &Visitor) {
    visitor.open("/routes");
    visitor.tab_to("#made-up-place", FAR);
    visitor.press("Silkeborg");
    visitor.tab_to("#visits", 1);
    visitor.press("24");
    visitor.tab_to("#seed", 5);
    // Another day in each language.
    visitor.press(visitor.seed());
    visitor.enter("form[action='/routes/made-up'] button");
    visitor.find("form[action$='/plan']");
    visitor.is_well();
    visitor.plan();
}

#[test]
fn a_visit_is_dragged_published_and_read_on_a_phone() {
    let Some(visitor) = Visitor::of_demo() else { return };
    visitor.open("/routes");
    // The demo's own day, which is the oldest.
    visitor.click("tbody tr:last-child a[href^='/routes/']");
    // The demo's first plan is under way; the page is read again when it is there.
    visitor.click("a[href^='/plans/']");
    visitor.find(".live-map[data-ready]");
    visitor.keep_picture("routes");
    visitor.is_well();

    // Dragged an inch to the right: the form is filled in, and what it would do is said beside it.
    visitor.drag("svg.bars a[data-visit]", (60, 0));
    assert_ne!(visitor.run("return document.querySelector('#move [name=at]').value"), "");
    assert!(!visitor.text("#asked li").is_empty());
    assert!(visitor.has_focus("#move button[name=what]"), "Enter moves it");
    visitor.is_well();
    let before = visitor.address();
    visitor.confirm();
    assert!(!visitor.text("#effect h2").is_empty());
    assert_ne!(visitor.address(), before);
    visitor.click("form[action$='/publish'] button");
    assert!(visitor.text("p.notice").contains('1'), "published as the first");
    visitor.is_well();
    visitor.shown_at(390, 844);
    visitor.click("form[action$='/phone'] button");
    assert!(!visitor.text("ol.phone li").is_empty());
    let over = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(visitor.run(over), false, "a phone shows it without moving sideways");
    visitor.is_well();
}

#[test]
fn a_day_is_planned_changed_explained_and_published_by_keyboard() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        planned_day(visitor);
        visitor.is_well();
        let before = visitor.here();

        // From the top of the page to the form in one step, past the visits on the bars.
        visitor.enter("nav.buttons a[href='#move']");
        visitor.tab_to("#move-carer", 2);
        visitor.press(keys::DOWN);
        // Past the folded limits to the button.
        visitor.tab_to("#move button[name=what]", 9);
        visitor.confirm();
        assert_eq!(visitor.text("#effect-heading"), visitor.says("adjusted-title"));
        visitor.is_well();
        let moved = visitor.here();

        // Moving has pinned the visit; it is let go again, and held where it is then.
        let visit = visitor.run("return document.querySelector('#move-visit').value");
        let held = format!("[data-pinned={visit}]");
        visitor.tab_back_to("nav.buttons a[href='#move']", FAR);
        visitor.confirm();
        visitor.enter(&held);
        visitor.find(&format!("main:not(:has({held}))"));
        visitor.tab_back_to("nav.buttons a[href='#move']", FAR);
        visitor.confirm();
        visitor.enter("#pin button");
        visitor.find(&held);
        visitor.is_well();

        // Undone by going back, as far as one likes.
        visitor.open(&moved);
        visitor.enter("#effect a[href^='/plans/']");
        visitor.find("main:not(:has(#effect))");
        assert_eq!(visitor.here(), before.trim_end_matches('#'));

        visitor.enter("nav.buttons a[href='#why-not-heading']");
        visitor.tab_to("#carer", 3);
        visitor.press(keys::DOWN);
        visitor.tab_to("form[action='#why-not-heading'] button", 1);
        visitor.confirm();
        assert!(!visitor.text("ul.answer li").is_empty());
        visitor.is_well();

        visitor.open(&before);
        visitor.enter("form[action$='/publish'] button");
        assert!(visitor.text("p.notice").contains('1'), "published as the first");
        visitor.enter("nav.buttons a[href='#phones-heading']");
        visitor.enter("form[action$='/phone'] button");
        visitor.find("ol.phone li");
        visitor.enter("main a[href^='/plans/']");
        visitor.find("form[action$='/publish']");
    });
}

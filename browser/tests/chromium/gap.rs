//! Kompetencegab: a thrown switch, and the set of them that is worth most.

use crate::visitor::Visitor;
use leon_browser::keys;

#[test]
fn a_thrown_switch_changes_the_gap() {
    let Some(visitor) = Visitor::of_demo() else { return };
    visitor.open("/gap");
    visitor.click("#switchboard input[type=checkbox]");
    assert!(visitor.text("a[href='/gap#switchboard']").len() > 1, "the way back to nothing lifted");
    assert!(visitor.address().contains("lift="));
    visitor.keep_picture("gap");
    visitor.is_well();
}

#[test]
fn switches_are_thrown_by_keyboard_and_the_most_valuable_set_is_one_link_away() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        visitor.open("/gap");
        visitor.tab_to("#switchboard input[type=checkbox]", 200);
        visitor.press(keys::SPACE);
        assert_eq!(visitor.text("#effect-heading"), visitor.says("effect-title"));
        // One goes on where one was: the next that can be reached is of the switchboard.
        visitor.tab_to("#switchboard a[href='/gap#switchboard']", 3);
        visitor.confirm();
        visitor.find("main:not(:has(#effect))");
        visitor.is_well();
    });
    // What each binding is worth takes about as long as forty matches, and stands there when the page is read again.
    while visitor.count("#switchboard a[href*='lift=']") == 0 {
        visitor.open("/gap");
    }
    visitor.enter("#switchboard a[href*='lift=']");
    visitor.find("#effect");
    assert!(visitor.count("#switchboard input:checked") > 1);
    visitor.is_well();
}

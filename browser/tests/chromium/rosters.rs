//! Vagtplan: cells changed and swapped, undone and redone, a stand-in found, published.

use crate::visitor::{FAR, Visitor};
use leon_browser::keys;

/// Makes up a small home-care group by keyboard, and plans its first week.
fn planned_week(visitor: &Visitor) {
    visitor.open("/rosters");
    visitor.tab_to("#people", FAR);
    visitor.press("12");
    visitor.tab_to("#weeks", 1);
    visitor.press("1");
    visitor.tab_to("#seed", 5);
    // Another period in each language.
    visitor.press(visitor.seed());
    visitor.enter("form[action='/rosters/made-up'] button");
    visitor.find("form[action$='/plan']");
    visitor.is_well();
    visitor.plan();
}

/// Somebody who works on the first date, or somebody who does not.
fn somebody(visitor: &Visitor, works: bool) -> String {
    let cells = if works { "td[data-shift]" } else { "td[data-person]:not([data-shift])" };
    let script = format!(
        "const first = document.querySelector('#set-date').value;
        return [...document.querySelectorAll('{cells}')].find((it) => it.dataset.date === first).dataset.person"
    );
    visitor.run(&script).as_str().unwrap().to_owned()
}

#[test]
fn a_cell_is_clicked_changed_undone_and_dragged_to_swap() {
    let Some(visitor) = Visitor::of_demo() else { return };
    visitor.open("/rosters");
    visitor.click("table tbody tr:last-child a[href^='/rosters/']");
    visitor.click("a[href^='/shifts/']");
    visitor.keep_picture("roster");
    visitor.is_well();

    let before = visitor.address();
    visitor.click("td[data-shift] .duty");
    let person = visitor.run("return document.querySelector('td[data-shift]').dataset.person");
    assert_eq!(visitor.run("return document.querySelector('#set [name=person]').value"), person);
    visitor.run("document.querySelector('#set [name=shift]').value = ''");
    visitor.click("#set button");
    assert!(!visitor.text("#effect li").is_empty());
    visitor.click("a[rel=prev]");
    assert_eq!(visitor.address(), before);
    visitor.is_well();

    // Dragged to the cell below: the two of that date are in the form that swaps.
    let rows = visitor.run(
        "const cell = document.querySelector('td[data-shift]');
        const place = cell.cellIndex;
        const below = cell.parentElement.nextElementSibling.cells[place];
        return [cell.dataset.person, below.dataset.person,
            below.getBoundingClientRect().top - cell.getBoundingClientRect().top]",
    );
    visitor.drag("td[data-shift]", (0, rows[2].as_f64().unwrap().round() as i64));
    let chosen =
        visitor.run("const it = document.querySelector('#swap').elements; return [it.person.value, it.other.value]");
    assert_eq!((&chosen[0], &chosen[1]), (&rows[0], &rows[1]));
    assert!(visitor.has_focus("#swap button"), "Enter swaps");
}

#[test]
fn a_roster_is_changed_filled_and_published_by_keyboard() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        planned_week(visitor);
        visitor.is_well();
        let (working, free) = (somebody(visitor, true), somebody(visitor, false));
        let before = visitor.here();

        // A day off, from the top of the page to the form in one step.
        visitor.enter("nav.buttons a[href='#set']");
        visitor.tab_to("#set-person", 1);
        visitor.press(&working);
        visitor.tab_to("#set-shift", 5);
        visitor.press(keys::HOME);
        visitor.enter("#set button[name=what]");
        assert_eq!(visitor.text("#effect-heading"), visitor.says("adjusted-title"));
        visitor.is_well();
        let off = visitor.here();
        visitor.tab_back_to("a[rel=prev]", FAR);
        visitor.confirm();
        visitor.find("a[rel=next]");
        assert_eq!(visitor.here(), before);
        visitor.enter("a[rel=next]");
        visitor.find("a[rel=prev]");
        assert_eq!(visitor.here(), off.trim_end_matches("#effect"));
        visitor.enter("a[rel=prev]");
        visitor.find("a[rel=next]");

        // Two swap.
        visitor.enter("nav.buttons a[href='#set']");
        visitor.tab_to("#swap-person", FAR);
        visitor.press(&working);
        visitor.tab_to("#swap-other", 1);
        visitor.press(&free);
        visitor.enter("#swap button");
        assert!(visitor.text("#effect").contains(&free));

        // Somebody cannot come: who can?
        visitor.open(&before);
        visitor.enter("nav.buttons a[href='#set']");
        visitor.tab_to("#set-person", 1);
        visitor.press(&working);
        visitor.enter("#set button[formaction]");
        assert_eq!(visitor.text("#can-heading"), visitor.says("roster-can-take"));
        assert!(visitor.text("p.lead").contains(&working));
        visitor.is_well();
        visitor.keep_picture(&format!("stand-ins-{}", visitor.voice.lang.code()));
        let other = visitor.run("return document.querySelector('[name=other]').value");
        visitor.enter("ol.answer button");
        assert!(visitor.text("#effect").contains(other.as_str().unwrap()));
        visitor.is_well();

        // What is broken is ticked before it is published, where anything is.
        if visitor.count("[name=seen]") > 0 {
            visitor.tab_back_to("[name=seen]", FAR);
            visitor.press(keys::SPACE);
            visitor.tab_to("form[action$='/publish'] button", 1);
        } else {
            visitor.tab_back_to("form[action$='/publish'] button", FAR);
        }
        visitor.confirm();
        assert!(visitor.text("section[aria-labelledby=publish-heading] p.notice").contains('1'));
        visitor.is_well();
    });
}

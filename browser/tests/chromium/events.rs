//! The book of events: who did what, searched.

use crate::visitor::{FAR, Visitor};

#[test]
fn the_book_is_searched_by_keyboard() {
    let Some(mut administrator) = Visitor::signed_in("anna") else { return };
    administrator.in_each_language(|administrator| {
        administrator.open("/events");
        administrator.is_well();
        administrator.tab_to("#text", FAR);
        administrator.press("sign-in");
        administrator.confirm();
        administrator.find("#text[value='sign-in']");
        let rows = administrator.run("return [...document.querySelectorAll('tbody tr')].map((it) => it.innerText)");
        let rows = rows.as_array().unwrap();
        assert!(!rows.is_empty());
        let said = administrator.says("event-sign-in");
        assert!(rows.iter().all(|it| it.as_str().unwrap().contains(&said)), "{rows:?}");
        administrator.is_well();
    });
}

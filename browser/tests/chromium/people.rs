//! People: an account is given with a role, linked to a sign-in service, and used.

use crate::house::PASSWORD;
use crate::visitor::{FAR, Visitor};

#[test]
fn an_account_is_given_linked_and_used_by_keyboard() {
    let Some(mut administrator) = Visitor::signed_in("anna") else { return };
    administrator.in_each_language(|administrator| {
        let name = format!("ny-{}", administrator.voice.lang.code());
        administrator.open("/people");
        administrator.is_well();
        administrator.tab_to("#name", FAR);
        administrator.press(&name);
        administrator.tab_to("#password", 1);
        administrator.press(PASSWORD);
        administrator.tab_to("#role", 3);
        administrator.press(&administrator.says("role-analyst"));
        administrator.enter("form[action='/people'] button");
        assert!(administrator.text("table").contains(&name));
        administrator.tab_to("#link-name", FAR);
        administrator.press(&name);
        administrator.tab_to("#link-value", 2);
        administrator.press(&format!("{name}@example.dk"));
        administrator.enter("form[action='/people/link'] button");
        administrator.find("table");
        administrator.open("/people");
        assert!(administrator.text("table").contains(&format!("{name}@example.dk")));
        administrator.is_well();
    });
    let Some(new) = Visitor::of_house() else { return };
    new.open("/sign-in");
    new.sign_in("ny-da", PASSWORD);
    new.find("form[action='/sign-out']");
    assert!(new.count("nav a[href='/gap']") == 1 && new.count("nav a[href='/people']") == 0, "an analyst's menu");
    new.enter("nav a[href='/gap']");
    new.find("#switchboard");
    new.is_well();
}

//! Signing in with an account of Leon's own, and out.

use crate::house::PASSWORD;
use crate::visitor::Visitor;

#[test]
fn somebody_signs_in_and_out_by_keyboard() {
    let Some(mut visitor) = Visitor::of_house() else { return };
    visitor.in_each_language(|visitor| {
        // A stranger is told to sign in, and comes to where they wanted.
        visitor.open("/sign-in?back=/people");
        visitor.is_well();
        visitor.sign_in("anna", "not the password");
        assert_eq!(visitor.text("p.problem[role=alert]"), visitor.says("sign-in-wrong"));
        // Chromium notes that the answer was a refusal.
        assert!(visitor.complaints().iter().all(|it| it.contains("401")));
        visitor.is_well();
        visitor.sign_in("anna", PASSWORD);
        visitor.find("form[action='/sign-out']");
        assert_eq!(visitor.here(), "/people");
        visitor.enter("form[action='/sign-out'] button");
        assert!(visitor.text("p.notice").contains(&visitor.says("sign-in-out")));
        visitor.is_well();
    });
}

//! Overblik: where hours go, and what a figure rests on.

use crate::visitor::Visitor;

#[test]
fn a_figure_opens_what_it_rests_on() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        visitor.open("/");
        visitor.enter("main a[href^='/hours/']");
        assert!(visitor.text("#rests-heading").contains(&visitor.says("hours-rests")));
        assert!(visitor.count("section[aria-labelledby=rests-heading] tbody tr") > 0);
        visitor.is_well();
        visitor.enter("main a[href='/']");
        visitor.find("#book-heading");
    });
}

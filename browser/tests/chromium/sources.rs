//! Kilder: from a figure to its source, and a source found by a word.

use crate::visitor::{FAR, Visitor};

#[test]
fn a_figure_leads_to_its_source_and_sources_are_searched_by_keyboard() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        visitor.open("/hours/need");
        visitor.enter("td a[href^='/sources#']");
        visitor.find("main section h2");
        assert!(visitor.here().starts_with("/sources#"));
        let all = visitor.count("main section");
        visitor.is_well();

        visitor.open("/sources");
        visitor.tab_to("#text", FAR);
        visitor.press("needs.hours_per_week");
        visitor.confirm();
        visitor.find("#text[value='needs.hours_per_week']");
        assert!((1..all).contains(&visitor.count("main section")));
        visitor.is_well();
    });
}

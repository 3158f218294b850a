//! Fremskrivning: a scenario is built, reckoned and seen over the years.

use crate::visitor::Visitor;
use leon_browser::keys;

/// Presses of Tab on the form of a scenario, which has a field for each binding and technology.
const LONG: usize = 400;

#[test]
fn a_scenario_is_built_reckoned_and_seen_over_the_years_by_keyboard() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        visitor.open("/projection/scenario");
        visitor.tab_to("#name", LONG);
        visitor.press("Plan");
        visitor.tab_to("input[name=technology][value=e-district]", LONG);
        visitor.press(keys::SPACE);
        visitor.tab_to("input[name=lift]", LONG);
        visitor.press(keys::SPACE);
        visitor.is_well();
        visitor.confirm();
        visitor.find("#scenario");
        let file = visitor.run("return document.querySelector('#scenario').value");
        let file = file.as_str().unwrap();
        assert!(file.contains("technology = \"e-district\"") && file.contains("[[lift]]"), "{file}");
        visitor.is_well();
    });

    // Asked for, and read again by itself when it is there.
    visitor.enter("form[method=post][action='/projection/scenario'] button");
    visitor.find("#year-map[data-year='2045']");
    assert!(visitor.text("p.lead").contains("Plan: "));
    visitor.keep_picture("scenario");
    visitor.is_well();

    // The slider: one year back, and the address says so.
    visitor.tab_to("#year", LONG);
    visitor.press(keys::LEFT);
    visitor.find("#year-map[data-year='2044']");
    assert_eq!(visitor.text("output"), "2044");
    assert!(visitor.address().contains("year=2044"));
    assert!(visitor.has_focus("#year"), "the keys go on");
    visitor.tab_back_to("#path", 2);
    visitor.press(keys::UP);
    visitor.is_well();
    let address = visitor.here();
    visitor.in_each_language(|visitor| {
        visitor.open(&address);
        assert!(visitor.text("p.lead").contains("2045"));
        visitor.is_well();
    });
}

//! The wishes round: an employee states wishes, the planner takes them in, and the employee asks why one was refused.

use crate::house::file;
use crate::visitor::{FAR, Visitor};
use leon_browser::keys;
use leon_formats::period::EXAMPLE;
use serde_json::{Value, json};

/// The example's period, which takes wishes until it is published, with a wish of s02 that nobody could grant.
fn period() -> String {
    let mut period: Value = serde_json::from_str(EXAMPLE).unwrap();
    period.as_object_mut().unwrap().remove("wish_round");
    let impossible =
        json!({ "id": "w9", "person": "s02", "wants": "off", "from": "2026-11-23", "to": "2027-01-03", "weight": 1 });
    period["wishes"].as_array_mut().unwrap().push(impossible);
    period.to_string()
}

#[test]
fn wishes_are_stated_taken_in_and_explained_by_keyboard() {
    let Some(planner) = Visitor::signed_in("vera") else { return };
    let Some(mut employee) = Visitor::signed_in("s02") else { return };
    let folder = tempfile::tempdir().unwrap();
    planner.bring("/rosters", &file(&folder, "period.json", &period()));
    let document = planner.here();

    employee.in_each_language(|employee| {
        employee.open("/my-shifts");
        employee.tab_to("#wanted", FAR);
        employee.press(keys::DOWN);
        employee.enter("form[action='/my-wishes'] button");
        employee.find("button[name=wish]");
        assert!(employee.text("section[aria-labelledby=round-heading]").contains(&employee.says("shift-kind-day")));
        employee.is_well();
        employee.enter("button[name=wish]");
        employee.find("main:not(:has(button[name=wish]))");
    });
    // One that stands.
    employee.enter("form[action='/my-wishes'] button");
    employee.find("button[name=wish]");

    planner.open(&document);
    planner.enter("form[action$='/wishes'] button");
    planner.find(&format!("main:not(:has(form[action='{document}/wishes']))"));
    assert_ne!(planner.here(), document, "a new document");
    planner.plan();
    // The example is planned in a few rounds: what is broken is ticked.
    if planner.count("[name=seen]") > 0 {
        planner.tab_to("[name=seen]", FAR);
        planner.press(keys::SPACE);
    }
    planner.enter("form[action$='/publish'] button");
    planner.find("section[aria-labelledby=publish-heading] p.notice");
    planner.is_well();

    employee.in_each_language(|employee| {
        employee.open("/my-shifts");
        employee.find("ol.phone li");
        employee.enter("form[action='/my-shifts'] button");
        employee.find("#wish-heading");
        assert!(employee.count("section[aria-labelledby=wish-heading] li") > 0, "what stands against it");
        employee.is_well();
    });
}

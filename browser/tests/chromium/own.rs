//! What an employee has of their own: route and calendar.

use crate::house::file;
use crate::visitor::Visitor;
use leon_formats::day::EXAMPLE;

#[test]
fn a_carer_sees_their_own_route_on_a_phone_once_it_is_published() {
    let Some(planner) = Visitor::signed_in("pia") else { return };
    let Some(mut carer) = Visitor::signed_in("m01") else { return };
    carer.open("/my-route");
    assert_eq!(carer.text("main p"), carer.says("my-route-none"));
    let folder = tempfile::tempdir().unwrap();
    planner.bring("/routes", &file(&folder, "day.json", EXAMPLE));
    planner.plan();
    planner.enter("form[action$='/publish'] button");
    planner.find("p.notice");

    carer.shown_at(390, 844);
    carer.in_each_language(|carer| {
        // The menu leads there, and shows nothing that an employee may not open.
        carer.open("/my-shifts");
        assert_eq!(carer.count("nav a[href='/routes'], nav a[href='/people']"), 0);
        carer.enter("nav a[href='/my-route']");
        carer.find("ol.phone time");
        carer.enter("button[value=between]");
        carer.find("ol.phone li.travel");
        carer.is_well();
        // Shown in the visits' time instead, which the browser keeps.
        carer.enter("button[value=inside]");
        carer.find("ol.phone:not(:has(li.travel))");
        carer.open("/my-route");
        assert_eq!(carer.count("button[value=inside][aria-pressed=true]"), 1);
        carer.keep_picture(&format!("own-route-{}", carer.voice.lang.code()));
    });
}

#[test]
fn a_calendar_is_given_renewed_and_closed_by_keyboard() {
    let Some(mut employee) = Visitor::signed_in("s01") else { return };
    employee.in_each_language(|employee| {
        employee.open("/my-shifts");
        employee.enter("main a[href='/my-calendar']");
        employee.enter("form[action='/my-calendar'] button");
        let first = employee.text("main code");
        assert!(first.contains("/calendar/"), "{first}");
        employee.is_well();
        employee.enter("form[action='/my-calendar'] button");
        employee.find("form[action='/my-calendar/end']");
        assert_ne!(employee.text("main code"), first);
        employee.enter("form[action='/my-calendar/end'] button");
        employee.find("main:not(:has(form[action='/my-calendar/end']))");
        employee.is_well();
    });
}

//! Jobs: a plan is asked for, its progress comes by itself, and it is ended.

use crate::house::file;
use crate::visitor::Visitor;
use leon_browser::keys;
use leon_formats::day::EXAMPLE;

#[test]
fn a_long_plan_is_followed_and_ended_by_keyboard() {
    let Some(mut visitor) = Visitor::signed_in("pia") else { return };
    let folder = tempfile::tempdir().unwrap();
    // The example under another name of its own, so that nobody else's plan is on its page.
    let day = EXAMPLE.replacen("\"v01\"", "\"v01-long\"", usize::MAX);
    let day = file(&folder, "day.json", &day);
    visitor.in_each_language(|visitor| {
        visitor.bring("/routes", &day);
        visitor.tab_to("#iterations", 40);
        visitor.press("400000000");
        visitor.enter("form[action$='/plan'] button");
        // Told as it comes, without the page being read again.
        visitor.find("progress[data-job]:not([value='0'])");
        visitor.is_well();
        let job = visitor.run("return document.querySelector('progress[data-job]').dataset.job");
        let job = job.as_str().unwrap();
        visitor.enter("nav a[href='/jobs']");
        visitor.find(&format!("progress[data-job='{job}']"));
        visitor.is_well();
        visitor.enter(&format!("form[action='/jobs/{job}/cancel'] button"));
        visitor.find(&format!("main:not(:has(progress[data-job='{job}']))"));
        assert!(visitor.text("table").contains(&visitor.says("job-state-cancelled")));
        assert_eq!(visitor.here(), "/jobs");
        visitor.press(keys::TAB);
        visitor.is_well();
    });
}

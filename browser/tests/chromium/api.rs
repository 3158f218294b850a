//! The page on the interface for programs.

use crate::visitor::Visitor;

#[test]
fn the_interface_is_described_and_its_description_is_a_link_away() {
    let Some(mut visitor) = Visitor::of_demo() else { return };
    visitor.in_each_language(|visitor| {
        visitor.open("/api");
        assert_eq!(visitor.text("h1"), visitor.says("api-title"));
        assert!(visitor.count("main h2 code") > 10);
        visitor.is_well();
        visitor.enter("a[href='/api/openapi.json']");
        assert!(visitor.text("pre").contains("\"openapi\": \"3.1.0\""));
        // Chromium asks for an icon of what is no page.
        assert!(visitor.complaints().iter().all(|it| it.contains("favicon.ico")));
    });
}

//! Rosters and routes on paper.

use crate::visitor::Visitor;

/// How many sheets a page takes.
fn sheets(visitor: &Visitor, lying: bool) -> u64 {
    let pdf = visitor.print(lying);
    let script = format!("return (atob('{pdf}').match(/\\/Type\\s*\\/Page\\b/g) ?? []).length");
    visitor.run(&script).as_u64().unwrap()
}

#[test]
fn a_roster_and_routes_are_printed_whole() {
    let Some(visitor) = Visitor::of_demo() else { return };
    for (list, plan, name) in
        [("/routes", "a[href^='/plans/']", "routes"), ("/rosters", "a[href^='/shifts/']", "roster")]
    {
        visitor.open(list);
        visitor.click(&format!("table tbody tr:last-child a[href^='{list}/']"));
        visitor.click(plan);
        visitor.find("form[action$='/publish']");
        for lying in [false, true] {
            let count = sheets(&visitor, lying);
            assert!((1..=30).contains(&count), "{name}: {count}");
        }
        visitor.keep_print(name);
    }
}

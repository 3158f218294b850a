//! What the rules say, numbered as on the grid.

use super::{Page, grade_class, grade_sign};
use crate::roster::marks::Grade;
use maud::{Markup, html};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let voice = page.words.voice;
    let grades = [
        (Grade::Broken, "roster-broken-title"),
        (Grade::Priced, "roster-priced-title"),
        (Grade::Advised, "roster-advised-title"),
    ];
    let content = html! {
        @if page.marks.all.is_empty() { p { (voice.text("roster-stands")) } }
        @for (grade, title) in grades {
            @let found = page.marks.all.iter().enumerate().filter(|(_, it)| it.grade == grade);
            @if found.clone().next().is_some() {
                h3 { span class=(grade_class(grade)) { (grade_sign(grade)) } " " (voice.text(title)) }
                ul.found { @for (number, it) in found { li id=(format!("rule-{}", number + 1)) { b { (number + 1) } " " (it.text) } } }
            }
        }
    };
    page.section("rules", "roster-rules", "roster-rules-lead", &content)
}

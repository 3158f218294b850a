//! A page to read in a browser and to print: it holds its own style, runs no script and asks for nothing from elsewhere.

use crate::texts::Voice;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style that reports share.
pub const STYLE: &str = concat!(include_str!("document/sheet.css"), include_str!("document/content.css"));

/// A whole page with its styles, one after the other, and what stands in it.
pub fn document(voice: Voice, title: &str, styles: &[&'static str], body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(voice.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { @for style in styles { (PreEscaped(style)) } }
            }
            body { (body) }
        }
    };
    page.into_string()
}

/// A section with its heading and, under it, what it shows in a sentence.
pub fn section(voice: Voice, id: &str, heading: &str, lead: &str, content: &Markup) -> Markup {
    html! {
        section id=(id) aria-labelledby=(format!("{id}-heading")) {
            h2 id=(format!("{id}-heading")) { (voice.text(heading)) }
            p.lead { (voice.text(lead)) }
            (content)
        }
    }
}

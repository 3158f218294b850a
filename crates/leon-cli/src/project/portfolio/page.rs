//! The page of a portfolio.

use super::{Shown, bindings, parties, technologies, together};
use crate::document::{STYLE, document, section};
use crate::texts::Voice;
use leon_pages::projection::lists::shown as list;
use maud::{Markup, html};

/// The whole page, which holds its own style and asks for nothing from elsewhere.
pub fn page(shown: &Shown<'_>, voice: Voice) -> String {
    let title = shown.case.title.as_str();
    let part = |id: &str, heading: &str, lead: &str, content: Markup| section(voice, id, heading, lead, &content);
    let body = html! {
        header {
            p.kicker { (voice.text("portfolio-kicker")) }
            h1 { (title) }
        }
        main {
            (part("together", "portfolio-page-together", "portfolio-page-together-lead", list(&together(shown, voice))))
            (part("technologies", "portfolio-page-technologies", "portfolio-note", list(&technologies(shown, voice))))
            (part("bindings", "portfolio-page-bindings", "portfolio-page-bindings-lead", list(&bindings(shown, voice))))
            (part("parties", "portfolio-page-parties", "portfolio-page-parties-lead", list(&parties(shown, voice))))
        }
    };
    document(voice, title, &[STYLE], &body)
}

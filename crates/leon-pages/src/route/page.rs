//! The page of a plan: map, time bars, what is left out, what it is worth. One file per section.

mod about;
mod bars;
mod goals;
mod headline;
mod left_out;
mod map;
mod stops;

use super::Published;
use super::words::Words;
use crate::document::{STYLE, document, section};
use leon_model::Day;
use maud::{Markup, html};

/// Colours of carers on the map and in the bars, told apart by most of the colour-blind (Paul Tol, *Colour schemes*,
/// SRON 2021, the muted scheme). After the last the first comes again, and the number beside the line tells who it is.
const COLOURS: [&str; 9] =
    ["#332288", "#117733", "#882255", "#0b4a6f", "#999933", "#cc6677", "#44aa99", "#aa4499", "#6b5d00"];

/// What a plan of visits adds to [`STYLE`].
pub const ROUTE_STYLE: &str = include_str!("page/style.css");

/// Everything that a section needs.
struct Page<'a> {
    published: &'a Published<'a>,
    words: Words<'a>,
}

/// The whole page, which holds its own style and drawings and asks for nothing from elsewhere.
pub fn page(published: &Published<'_>, words: Words<'_>) -> String {
    let page = Page { published, words };
    let voice = words.voice;
    let title = title(words);
    let body = html! {
        header {
            p.kicker { "Leon" }
            h1 { (title) }
        }
        main { (page.sections()) }
    };
    document(voice, &title, &[STYLE, ROUTE_STYLE], &body)
}

/// What the page is called.
pub fn title(words: Words<'_>) -> String {
    words.voice.text_with("route-title", &[("dates", words.dates().into())])
}

/// The sections of the page, for one that has its own head.
pub fn sections(published: &Published<'_>, words: Words<'_>) -> Markup {
    Page { published, words }.sections()
}

impl<'a> Page<'a> {
    fn sections(&self) -> Markup {
        let sections = [
            headline::section,
            map::section,
            bars::section,
            stops::section,
            left_out::section,
            goals::section,
            about::section,
        ];
        html! { @for section in sections { (section(self)) } }
    }

    fn day(&self) -> &'a Day {
        &self.published.file.day
    }

    /// A section with its heading and, under it, what it shows in a sentence.
    fn section(&self, id: &str, heading: &str, lead: &str, content: &Markup) -> Markup {
        section(self.words.voice, id, heading, lead, content)
    }
}

/// The colour of a route.
fn colour(route: usize) -> &'static str {
    COLOURS[route % COLOURS.len()]
}

/// Where the stops of a route stand on the page.
fn route_anchor(route: usize) -> String {
    format!("route-{}", route + 1)
}

/// Where a stop of a route stands on the page.
fn stop_anchor(route: usize, stop: usize) -> String {
    format!("route-{}-stop-{}", route + 1, stop + 1)
}

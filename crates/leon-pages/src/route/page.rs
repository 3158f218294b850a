//! The page of a plan: map, time bars, what is left out, what it is worth. One file per section.

mod about;
mod bars;
mod goals;
mod headline;
mod left_out;
mod map;
mod stops;

use super::publish::Published;
use super::words::Words;
use crate::document::{STYLE, document, section};
use leon_model::Day;
use maud::{Markup, html};

/// Colours of carers on the map and in the bars, told apart by most of the colour-blind (Paul Tol, *Colour schemes*,
/// SRON 2021, the muted scheme). After the last the first comes again, and the number beside the line tells who it is.
const COLOURS: [&str; 9] =
    ["#332288", "#117733", "#882255", "#0b4a6f", "#999933", "#cc6677", "#44aa99", "#aa4499", "#6b5d00"];

/// Everything that a section needs.
struct Page<'a> {
    published: &'a Published<'a>,
    words: Words<'a>,
}

/// The whole page, which holds its own style and drawings and asks for nothing from elsewhere.
pub fn page(published: &Published<'_>, words: Words<'_>) -> String {
    let page = Page { published, words };
    let voice = words.voice;
    let title = voice.text_with("route-title", &[("dates", words.dates().into())]);
    let sections = [
        headline::section,
        map::section,
        bars::section,
        stops::section,
        left_out::section,
        goals::section,
        about::section,
    ];
    let body = html! {
        header {
            p.kicker { "Leon" }
            h1 { (title) }
        }
        main { @for section in sections { (section(&page)) } }
    };
    document(voice, &title, &[STYLE, include_str!("page/style.css")], &body)
}

impl<'a> Page<'a> {
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

//! The map of one of the years: each place by how much of its need is unmet, with the same figures in a table.

use crate::map::{Map, Missing, Shade, Spot, maps};
use crate::table::{Lean, bar, part, table, text};
use crate::texts::Voice;
use leon_model::{Case, Hours, PlaceId, PlaceKind};
use maud::{Markup, html};
use std::collections::HashSet;

/// The address of the map within its page.
pub const ID: &str = "year-map";

/// A year of a scenario.
pub struct YearMap<'a> {
    pub scenario: &'a str,
    pub year: u32,
    /// The places below the regions, as [`local`] gives them.
    pub places: Vec<Missing<'a>>,
    /// The largest unmet share in any year, so that a colour is the same in all of them.
    pub most: f64,
}

/// The places below the regions with need of their own, largest unmet share first.
pub fn local<'a>(case: &'a Case, places: impl Iterator<Item = (&'a PlaceId, Hours, Hours)>) -> Vec<Missing<'a>> {
    let own: HashSet<&PlaceId> = case.needs.iter().map(|it| &it.place).collect();
    let is_local =
        |id: &PlaceId| own.contains(id) && !matches!(case.place(id).kind, PlaceKind::Country | PlaceKind::Region);
    let mut local: Vec<Missing<'a>> = places
        .filter(|(id, need, _)| is_local(id) && need.0 > 0.0)
        .map(|(id, need, unmet)| Missing { place: case.place(id), need, unmet })
        .collect();
    local.sort_by(|a, b| b.share().total_cmp(&a.share()));
    local
}

impl YearMap<'_> {
    /// The map, its heading and the table beside it.
    pub fn draw(&self, voice: Voice) -> Markup {
        let (need, unmet) = self.places.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.need.0, sum.1 + it.unmet.0));
        let said = [
            ("year", self.year.to_string().into()),
            ("share", voice.percent(part(unmet, need)).into()),
            ("scenario", self.scenario.to_owned().into()),
        ];
        let heading = voice.text_with("projection-map-at", &said);
        let row = |(index, it): (usize, &Missing<'_>)| {
            vec![
                text(format!("{}. {}", index + 1, it.place.name)),
                text(voice.hours(it.need)),
                text(voice.hours(it.unmet)),
                text(voice.percent(it.share())),
                bar(part(it.share(), self.most), "unmet"),
            ]
        };
        let numbers = ["column-need", "column-unmet", "column-share"].map(|key| (Lean::Number, voice.text(key)));
        let columns: Vec<_> = std::iter::once((Lean::Words, voice.text("column-place")))
            .chain(numbers)
            .chain([(Lean::Words, String::new())])
            .collect();
        let rows: Vec<_> = self.places.iter().enumerate().map(row).collect();
        let spots: Vec<_> = self.places.iter().map(|it| Spot::of_missing(it, voice)).collect();
        let map = Map { spots: &spots, shade: Shade::Unmet, most: self.most, title: &heading, name: "" };
        html! {
            div id=(ID) data-year=(self.year) {
                h3 aria-live="polite" { (heading) }
                div.beside {
                    (maps(&[map], voice))
                    div { (table("", &columns, &rows)) }
                }
            }
        }
    }
}

//! Which year of which path the map shows, and the form that asks for another.

use leon_pages::projection::year_map;
use leon_pages::texts::Voice;
use maud::{Markup, html};
use serde::Deserialize;

/// What is asked of the map, as it stands in the address; what is no number asks for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Shown {
    year: Option<String>,
    /// 0: the case as it stands; 1: the scenario.
    path: Option<String>,
    /// `map`: the map alone, as the script asks for it.
    only: Option<String>,
}

impl Shown {
    pub fn is_map_alone(&self) -> bool {
        self.only.as_deref() == Some("map")
    }

    /// The path of a scenario: that of the case as it stands if it is asked for.
    pub fn path(&self) -> usize {
        usize::from(self.path.as_deref() != Some("0"))
    }

    /// The place of the year in a list of years: the one asked for, or the last.
    pub fn at(&self, years: &[u32]) -> usize {
        let year: Option<u32> = self.year.as_ref().and_then(|it| it.parse().ok());
        let asked = year.and_then(|year| years.iter().position(|it| *it == year));
        asked.unwrap_or(years.len().saturating_sub(1))
    }
}

/// The section of the map: a slider over the years, by hand and by keys, and the map under it. `paths` are the names of
/// what can be shown; with one there is nothing to choose.
pub fn section(
    address: &str,
    years: &[u32],
    at: usize,
    (paths, path): (&[&str], usize),
    map: &Markup,
    voice: Voice,
) -> Markup {
    let (first, last) = (years.first().copied().unwrap_or_default(), years.last().copied().unwrap_or_default());
    html! {
        section aria-labelledby="map-heading" {
            h2 id="map-heading" { (voice.text("projection-map")) }
            p.lead { (voice.text("projection-map-lead")) }
            form.over-years method="get" action=(format!("{address}#map-heading")) data-map=(address) data-into=(year_map::ID) {
                @if paths.len() > 1 {
                    label for="path" { (voice.text("projection-map-path")) }
                    select id="path" name="path" {
                        @for (number, name) in paths.iter().enumerate() {
                            option value=(number) selected[number == path] { (name) }
                        }
                    }
                }
                label for="year" { (voice.text("column-year")) }
                div.buttons {
                    input type="range" id="year" name="year" min=(first) max=(last) step="1" value=(years.get(at).copied().unwrap_or(last));
                    output for="year" { (years.get(at).copied().unwrap_or(last)) }
                    button { (voice.text("projection-map-do")) }
                }
            }
            (map)
        }
    }
}

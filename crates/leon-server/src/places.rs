//! Regions and municipalities of the newest case, for lists and choices.

use crate::access::Right;
use crate::app::App;
use crate::refused::Refused;
use crate::visitor::Visitor;
use leon_model::PlaceKind;
use leon_pages::texts::Voice;
use maud::{Markup, html};

/// Id and name of the places of some kinds in which the visitor has a right.
pub async fn places(
    app: &App,
    visitor: &Visitor,
    right: Right,
    kinds: &[PlaceKind],
) -> Result<Vec<(String, String)>, Refused> {
    let Some(head) = app.newest_case().await? else { return Ok(Vec::new()) };
    let desk = app.desk(&head.id).await?;
    let mut places = Vec::new();
    for place in desk.case.places.iter().filter(|it| kinds.contains(&it.kind)) {
        if app.may_in(visitor, right, place.id.as_str()).await? {
            places.push((place.id.to_string(), place.name.clone()));
        }
    }
    Ok(places)
}

/// What a place is called.
pub fn name_of<'a>(places: &'a [(String, String)], id: &'a str) -> &'a str {
    places.iter().find(|(it, _)| it == id).map_or(id, |(_, name)| name)
}

/// A choice of one of them.
pub fn place_field(id: &str, places: &[(String, String)], voice: Voice) -> Markup {
    html! {
        label for=(id) { (voice.text("routes-municipality")) }
        select id=(id) name="place" { @for (value, name) in places { option value=(value) { (name) } } }
    }
}

//! What became of wishes.

use super::Page;
use crate::table::{Lean, table, text};
use leon_model::{ShiftKind, Strength, Wanted, Wish};
use maud::Markup;

pub(super) fn section(page: &Page<'_>) -> Markup {
    let voice = page.words.voice;
    let columns = ["roster-wish", "roster-person", "roster-wanted", "roster-dates", "roster-kept"];
    let columns = columns.map(|key| (Lean::Words, voice.text(key)));
    let rows: Vec<Vec<Markup>> = page
        .period()
        .wishes
        .iter()
        .zip(&page.published.verdict.wishes)
        .map(|(wish, found)| {
            let dates =
                if wish.from == wish.to { wish.from.to_string() } else { format!("{} – {}", wish.from, wish.to) };
            let kept = voice.text(match (found.kept, wish.strength) {
                (true, _) => "roster-wish-kept",
                (false, Strength::Soft(_)) => "roster-wish-refused",
                (false, Strength::Hard) => "roster-wish-broken",
            });
            [wish.id.to_string(), wish.person.to_string(), wanted(page, wish), dates, kept].map(text).to_vec()
        })
        .collect();
    page.section("wishes", "roster-wishes", "roster-wishes-lead", &table("", &columns, &rows))
}

fn wanted(page: &Page<'_>, wish: &Wish) -> String {
    let voice = page.words.voice;
    let kind = |kind: ShiftKind| [("what", voice.text(&format!("shift-kind-{}", kind.word())).into())];
    match &wish.wanted {
        Wanted::Off => voice.text("roster-wants-off"),
        Wanted::On => voice.text("roster-wants-on"),
        Wanted::Kind(it) => voice.text_with("roster-wants", &kind(*it)),
        Wanted::NotKind(it) => voice.text_with("roster-wants-not", &kind(*it)),
        Wanted::Shift(it) => voice.text_with("roster-wants", &[("what", it.to_string().into())]),
    }
}

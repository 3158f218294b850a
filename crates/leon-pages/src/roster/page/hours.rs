//! Hours owed and worked, and shift burden beside a fair share, for each person.

use super::Page;
use crate::table::{Lean, table, text};
use leon_model::{Burden, Person};
use maud::Markup;

pub(super) fn section(page: &Page<'_>) -> Markup {
    let (words, voice, verdict) = (page.words, page.words.voice, page.published.verdict);
    let words_first = ["roster-person", "column-group", "roster-norm-period"].map(|key| (Lean::Words, key));
    let numbers = ["roster-owed", "roster-worked", "roster-balance"].map(|key| (Lean::Number, key));
    let columns = words_first.into_iter().chain(numbers).map(|(lean, key)| (lean, voice.text(key)));
    let burdens = Burden::ALL.map(|it| (Lean::Number, voice.text(&format!("burden-{}", it.word()))));
    let columns: Vec<(Lean, String)> = columns.chain(burdens).collect();
    let mut rows = Vec::new();
    for person in &page.period().people {
        let norms = verdict.norms.iter().filter(|it| it.person == person.id);
        for (at, it) in norms.enumerate() {
            let dates = format!("{} – {}", it.first, it.last);
            let hours = [it.owed, it.worked, it.worked - it.owed].map(|it| words.length(it));
            let first = [person.id.to_string(), page.words.group(&person.group), dates];
            // Burden is the roster's, not a norm period's: it stands once.
            let burdens = Burden::ALL.map(|kind| if at == 0 { burden(page, person, kind) } else { String::new() });
            rows.push(first.into_iter().chain(hours).chain(burdens).map(text).collect::<Vec<Markup>>());
        }
    }
    let content = table(&voice.text("roster-hours-caption"), &columns, &rows);
    page.section("hours", "roster-hours", "roster-hours-lead", &content)
}

/// Hours above (or below) the fair share.
fn burden(page: &Page<'_>, person: &Person, kind: Burden) -> String {
    let mut found = page.published.verdict.burdens.iter().filter(|it| it.kind == kind && it.person == person.id);
    found.next().map_or(String::new(), |it| crate::numbers::signed(page.words.voice.lang, it.above_hours(), 1))
}

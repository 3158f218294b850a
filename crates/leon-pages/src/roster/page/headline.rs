//! The key figures.

use super::Page;
use crate::roster::marks::Grade;
use leon_model::{Kroner, Minutes};
use maud::{Markup, html};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let (voice, verdict) = (page.words.voice, page.published.verdict);
    let broken = page.marks.all.iter().filter(|it| it.grade == Grade::Broken).count();
    let short: Minutes = verdict.cover.iter().map(|it| it.short).sum();
    let kept = verdict.wishes.iter().filter(|it| it.kept).count();
    let paid: Kroner = verdict.priced.iter().map(|it| it.dkk).sum();
    let figures = [
        ("roster-figure-duties", voice.count(page.published.roster.assignments.len())),
        ("roster-figure-broken", voice.count(broken)),
        ("roster-figure-short", page.words.length(short)),
        ("roster-figure-wishes", format!("{} / {}", voice.count(kept), voice.count(verdict.wishes.len()))),
        ("roster-figure-price", voice.number(paid.0, 0)),
    ];
    let content = html! {
        @if page.period().synthetic { p.notice { (voice.text("roster-synthetic")) } }
        dl.figures { @for (key, value) in &figures { div { dt { (voice.text(key)) } dd { strong { (value) } } } } }
    };
    page.section("headline", "report-headline", "roster-headline-lead", &content)
}

//! The key figures.

use super::Page;
use crate::route::figures::{RouteFigures, left_out};
use maud::{Markup, html};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let (words, voice) = (page.words, page.words.voice);
    let (day, plan) = (page.day(), page.published.plan);
    let mut all = RouteFigures::default();
    plan.routes.iter().for_each(|route| all += RouteFigures::of(day, route));
    let out = left_out(day, plan).len();
    let time = voice.text("unit-hours-minutes");
    let figures = [
        (
            "figure-visits",
            voice.count(day.visits.len() - out),
            voice.text_with("unit-of", &[("all", voice.count(day.visits.len()).into())]),
        ),
        ("route-left-out-title", voice.count(out), voice.text("unit-visits")),
        ("column-care", words.length(all.care), time.clone()),
        ("column-travel", words.length(all.travel), time.clone()),
        ("column-waiting", words.length(all.waiting), time.clone()),
        ("column-overtime", words.length(all.overtime), time),
    ];
    let content = html! {
        @if day.synthetic { p.notice { (voice.text("day-synthetic")) } }
        dl.figures {
            @for (key, value, unit) in &figures {
                div { dt { (voice.text(key)) } dd { strong { (value) } " " span { (unit) } } }
            }
        }
    };
    page.section("headline", "report-headline", "page-headline-lead", &content)
}

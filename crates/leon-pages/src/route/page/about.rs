//! How the plan came about.

use super::Page;
use maud::{Markup, html};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let voice = page.words.voice;
    let made = page.published.made_by.map(|it| {
        let budget = match (it.iterations, it.seconds) {
            (Some(rounds), _) => voice.text_with("budget-rounds", &[("rounds", voice.number(rounds as f64, 0).into())]),
            (None, Some(seconds)) => voice.text_with("budget-seconds", &[("seconds", voice.number(seconds, 1).into())]),
            (None, None) => crate::numbers::MISSING.to_owned(),
        };
        let variables = [
            ("version", it.leon_version.clone().into()),
            ("seed", it.seed.to_string().into()),
            ("budget", budget.into()),
        ];
        voice.text_with("page-about-run", &variables)
    });
    let content = html! {
        @if let Some(made) = made { p { (made) } }
        p.hash { (voice.text("page-about-hash")) " " code { (page.published.file.sha256) } }
    };
    page.section("about", "page-about", "page-about-lead", &content)
}

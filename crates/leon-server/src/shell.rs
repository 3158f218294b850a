//! What stands around every page: where one is, where one can go, in which language.

use crate::access::Right;
use crate::assets;
use crate::visitor::Visitor;
use leon_formats::Lang;
use maud::{DOCTYPE, Markup, html};

/// The pages of the menu: address, name, and the right that opens it.
const MENU: &[(&str, &str, Right)] = &[
    ("/", "menu-hours", Right::SeeGap),
    ("/gap", "menu-gap", Right::SeeGap),
    ("/measures", "menu-measures", Right::SeeGap),
    ("/projection", "menu-projection", Right::SeeGap),
    ("/routes", "menu-routes", Right::SeeVisits),
    ("/rosters", "menu-rosters", Right::SeeShifts),
    ("/my-route", "menu-my-route", Right::SeeOwn),
    ("/my-shifts", "menu-my-shifts", Right::SeeOwn),
    ("/jobs", "menu-jobs", Right::SeeJobs),
    ("/sources", "report-sources", Right::SeeGap),
    ("/people", "menu-people", Right::Administer),
    ("/events", "menu-events", Right::Administer),
];

/// A whole page with its heading. `here` is its address in the menu.
pub fn shell(visitor: &Visitor, here: &str, title: &str, content: &Markup) -> Markup {
    let voice = visitor.voice;
    html! {
        (DOCTYPE)
        html lang=(voice.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Leon" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(assets::address("leon.css"));
                @if assets::is_bundled() { script type="module" src=(assets::address("leon.js")) {} }
            }
            body {
                a.skipnav href="#content" { (voice.text("shell-skip")) }
                header.header {
                    div.solution-info {
                        div.solution-info-inner.container {
                            div.solution-heading { a href="/" { "Leon" } }
                            (who(visitor))
                        }
                    }
                    div.navigation-menu {
                        div.navigation-menu-inner.container {
                            nav.nav aria-label=(voice.text("shell-menu")) { (menu(visitor, here)) }
                        }
                    }
                }
                main.container id="content" tabindex="-1" {
                    @if visitor.demo { p.banner { (voice.text("shell-demo")) } }
                    h1 { (title) }
                    (content)
                }
            }
        }
    }
}

fn menu(visitor: &Visitor, here: &str) -> Markup {
    html! {
        ul.mainmenu {
            @for (address, name, right) in MENU {
                @if visitor.may(*right) {
                    li.active[*address == here] {
                        a.nav-link href=(address) aria-current=[(*address == here).then_some("page")] {
                            span { (visitor.voice.text(name)) }
                        }
                    }
                }
            }
        }
    }
}

/// Who is signed in, and the other language.
fn who(visitor: &Visitor) -> Markup {
    let voice = visitor.voice;
    html! {
        div.who {
            @if let Some(name) = &visitor.name {
                span { (name) }
                @if !visitor.demo {
                    form method="post" action="/sign-out" { button.plain { (voice.text("sign-out-do")) } }
                }
            }
            @for lang in Lang::ALL {
                @if lang != voice.lang {
                    form method="post" action="/language" {
                        input type="hidden" name="back" value=(visitor.here);
                        button.plain name="lang" value=(lang.code()) lang=(lang.code()) { (language_name(lang)) }
                    }
                }
            }
        }
    }
}

/// What a language calls itself.
fn language_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Da => "Dansk",
        Lang::En => "English",
    }
}

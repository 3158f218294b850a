//! Each route stop by stop, folded under its carer.

use super::bars::pause_key;
use super::{Page, route_anchor, stop_anchor};
use crate::route::figures::{Company, RouteFigures, visit};
use leon_model::{Doing, Route, Stop};
use maud::{Markup, html};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let plan = page.published.plan;
    let company = Company::of(plan);
    let content =
        html! { @for (index, route) in plan.routes.iter().enumerate() { (details(page, index, route, &company)) } };
    page.section("stops", "page-stops", "page-stops-lead", &content)
}

fn details(page: &Page<'_>, index: usize, route: &Route, company: &Company<'_>) -> Markup {
    let (words, voice) = (page.words, page.words.voice);
    let figures = RouteFigures::of(page.day(), route);
    let counts = [
        ("visits", voice.count(figures.visits).into()),
        ("care", words.length(figures.care).into()),
        ("travel", words.length(figures.travel).into()),
        ("transport", route.transport.as_ref().map_or_else(|| voice.text("by-screen"), ToString::to_string).into()),
    ];
    let columns = ["column-time", "column-what", "column-citizen", "column-travel", "column-waiting", "column-with"];
    html! {
        details id=(route_anchor(index)) {
            summary {
                (route.carer) " · " (words.span(route.leave, route.done)) " "
                span.sums { (voice.text_with("lists-sums", &counts)) }
            }
            div.scroll { table {
                thead { tr { @for key in columns { th scope="col" { (voice.text(key)) } } } }
                tbody { @for (at, stop) in route.stops.iter().enumerate() { (row(page, (index, at), route, stop, company)) } }
            } }
        }
    }
}

fn row(page: &Page<'_>, at: (usize, usize), route: &Route, stop: &Stop, company: &Company<'_>) -> Markup {
    let words = page.words;
    let (what, citizen, with) = match &stop.doing {
        Doing::Visit { visit: id, slot } => {
            let citizen = visit(page.day(), id).map_or_else(String::new, |it| it.citizen.to_string());
            (words.visit(id), citizen, company.with(id, *slot).join(", "))
        }
        Doing::Pause { pause } => (words.voice.text(pause_key(page, route, *pause)), String::new(), String::new()),
    };
    html! {
        tr id=(stop_anchor(at.0, at.1)) {
            th scope="row" { (words.span(stop.start, stop.end)) }
            td { (what) }
            td { (citizen) }
            td { (words.length(stop.travel)) }
            td { (words.length(stop.start - stop.arrive)) }
            td { (with) }
        }
    }
}

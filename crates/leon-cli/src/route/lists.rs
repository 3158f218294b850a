//! The carers' lists: a sheet for each shift, to print or read on a telephone.

use super::figures::{Company, RouteFigures, shift, visit};
use super::words::Words;
use crate::args::TravelShown;
use crate::document::document;
use leon_model::{Day, Doing, Moment, PauseKind, Route, RoutePlan, Seconds, Stop};
use maud::{Markup, html};

/// A page that stands alone, with a sheet for each route.
pub fn page(day: &Day, plan: &RoutePlan, words: Words<'_>, travel: TravelShown) -> String {
    let voice = words.voice;
    let title = voice.text_with("lists-title", &[("dates", words.dates().into())]);
    let company = Company::of(plan);
    let body = html! {
        main {
            h1 { (title) }
            @if day.synthetic { p.notice { (voice.text("day-synthetic")) } }
            @for route in &plan.routes { (sheet(day, route, &company, words, travel)) }
        }
    };
    document(voice, &title, &[include_str!("lists/style.css")], &body)
}

fn sheet(day: &Day, route: &Route, company: &Company<'_>, words: Words<'_>, travel: TravelShown) -> Markup {
    let voice = words.voice;
    let figures = RouteFigures::of(day, route);
    let by = route.transport.as_ref().map_or_else(|| voice.text("by-screen"), ToString::to_string);
    let begins = shift(day, route).map_or(route.leave, |it| it.start);
    let counts = [
        ("visits", voice.count(figures.visits).into()),
        ("care", words.length(figures.care).into()),
        ("travel", words.length(figures.travel).into()),
        ("transport", by.into()),
    ];
    html! {
        section.sheet {
            h2 { (route.carer) " · " (words.clock.date(begins)) " · " (words.span(route.leave, route.done)) }
            p.sums { (voice.text_with(if travel == TravelShown::Hidden { "lists-sums-short" } else { "lists-sums" }, &counts)) }
            table {
                thead { tr {
                    @for key in ["column-time", "column-what", "column-citizen", "column-place", "column-done"] {
                        th scope="col" { (voice.text(key)) }
                    }
                } }
                tbody {
                    @for stop in &route.stops { (rows(day, route, stop, company, words, travel)) }
                    @if travel == TravelShown::Between && route.travel_home > Seconds::ZERO {
                        (travel_row(route.done - route.travel_home, route.done, words))
                    }
                }
            }
        }
    }
}

/// The row of a stop, and before it that of the way there.
fn rows(day: &Day, route: &Route, stop: &Stop, company: &Company<'_>, words: Words<'_>, travel: TravelShown) -> Markup {
    let voice = words.voice;
    let travels = stop.travel > Seconds::ZERO;
    let leaves = stop.arrive - stop.travel;
    let inside = travel == TravelShown::Inside && travels;
    let from = if inside { leaves } else { stop.start };
    let (what, citizen, place) = match &stop.doing {
        Doing::Visit { visit: id, slot } => {
            let found = visit(day, id);
            let label = found.map(|it| it.label.as_str()).filter(|it| !it.is_empty()).unwrap_or(id.as_str());
            let with = company.with(id, *slot);
            let with = (!with.is_empty()).then(|| voice.text_with("lists-with", &[("carers", with.join(", ").into())]));
            let what = html! { (label) @if let Some(with) = with { span.note { (with) } } };
            (what, found.map(|it| it.citizen.to_string()), found.map(|it| it.location.to_string()))
        }
        Doing::Pause { pause } => {
            let found = shift(day, route).and_then(|it| it.pauses.get(*pause));
            let key = match found.map(|it| it.kind) {
                Some(PauseKind::Appointment) => "pause-appointment",
                _ => "pause-break",
            };
            let place = found.and_then(|it| it.location.as_ref()).map(ToString::to_string);
            (html! { (voice.text(key)) }, None, place)
        }
    };
    html! {
        @if travel == TravelShown::Between && travels { (travel_row(leaves, stop.arrive, words)) }
        tr.pause[matches!(stop.doing, Doing::Pause { .. })] {
            th scope="row" {
                (words.span(from, stop.end))
                @if inside {
                    @let minutes = words.minutes_up(stop.travel);
                    span.note { (voice.text_with("lists-of-which-travel", &[("minutes", minutes.into()), ("start", words.minute(stop.start).into())])) }
                }
            }
            td { (what) }
            td { (citizen.unwrap_or_default()) }
            td { (place.unwrap_or_default()) }
            td.box { @if matches!(stop.doing, Doing::Visit { .. }) { span.tick aria-hidden="true" {} } }
        }
    }
}

fn travel_row(from: Moment, to: Moment, words: Words<'_>) -> Markup {
    let minutes = [("minutes", words.minutes_up(to - from).into())];
    html! {
        tr.travel {
            th scope="row" { (words.span(from, to)) }
            td colspan="4" { (words.voice.text_with("lists-travel", &minutes)) }
        }
    }
}

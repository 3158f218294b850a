//! Each route as a bar of time: visits, travel, waiting, pauses.

use super::{Page, colour, route_anchor, stop_anchor};
use crate::route::figures::{shift, visit};
use leon_model::{Doing, Moment, PauseKind, Route, Stop};
use maud::{Markup, html};

const WIDTH: f64 = 1100.0;
/// Width of the carers' names.
const NAMES: f64 = 110.0;
/// Where the last hour stands.
const RIGHT: f64 = WIDTH - 20.0;
const ROW: f64 = 26.0;
const BAR: f64 = 16.0;
const TOP: f64 = 22.0;

/// Instants on paper.
struct Scale {
    from: Moment,
    to: Moment,
}

impl Scale {
    /// Whole hours around all routes; `None` without routes.
    fn of(routes: &[Route]) -> Option<Self> {
        let hour = |moment: Moment, up: i64| Moment((moment.0 + up).div_euclid(3600) * 3600);
        let from = routes.iter().map(|it| it.leave).min()?;
        let to = routes.iter().map(|it| it.done).max()?;
        let (from, to) = (hour(from, 0), hour(to, 3599));
        Some(Self { from, to: to.max(Moment(from.0 + 3600)) })
    }

    fn x(&self, moment: Moment) -> f64 {
        let share = (moment - self.from).0 as f64 / (self.to - self.from).0 as f64;
        NAMES + share * (RIGHT - NAMES)
    }

    /// Hours to mark: at most 24, so that they can be read.
    fn hours(&self) -> Vec<Moment> {
        let all = (self.to - self.from).0 / 3600;
        let step = (all / 24 + 1).max(1);
        (0..=all / step).map(|hour| Moment(self.from.0 + hour * step * 3600)).collect()
    }
}

pub(super) fn section(page: &Page<'_>) -> Markup {
    let voice = page.words.voice;
    let routes = &page.published.plan.routes;
    let Some(scale) = Scale::of(routes) else { return html! {} };
    let height = TOP + ROW * routes.len() as f64;
    let keys = [
        ("key-visit", "page-key-visit"),
        ("key-travel", "column-travel"),
        ("key-waiting", "column-waiting"),
        ("key-pause", "column-pauses"),
    ];
    let content = html! {
        ul.legend {
            @for (class, key) in keys { li { span class=(format!("key {class}")) aria-hidden="true" {} (voice.text(key)) } }
        }
        div.scroll {
            svg.bars viewBox=(format!("0 0 {WIDTH:.0} {height:.0}")) role="group" aria-labelledby="bars-title"
                data-from=(scale.from.0) data-to=(scale.to.0) data-midnight=[midnight(page, &scale)]
                data-left=(NAMES) data-right=(RIGHT) data-top=(TOP) data-row=(ROW) {
                title id="bars-title" { (voice.text("page-bars-title")) }
                defs {
                    pattern id="waiting" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                        rect width="5" height="5" fill="#fff" {}
                        line x1="0" y1="0" x2="0" y2="5" stroke="#8fa3b0" stroke-width="2" {}
                    }
                }
                g.hours aria-hidden="true" {
                    @for hour in scale.hours() {
                        @let x = format!("{:.1}", scale.x(hour));
                        line x1=(x) x2=(x) y1=(TOP - 6.0) y2=(height) {}
                        text x=(x) y="12" text-anchor="middle" { (page.words.clock.time_of_day(hour)) }
                    }
                }
                @for (index, route) in routes.iter().enumerate() { (row(page, index, route, &scale)) }
            }
        }
    };
    page.section("bars", "page-bars", "page-bars-lead", &content)
}

/// The midnight before the first hour.
fn midnight(page: &Page<'_>, scale: &Scale) -> Option<i64> {
    let clock = page.words.clock;
    Some(clock.midnight(&clock.date(scale.from))?.0)
}

fn row(page: &Page<'_>, index: usize, route: &Route, scale: &Scale) -> Markup {
    let y = TOP + ROW * index as f64 + (ROW - BAR) / 2.0;
    let home = (route.done - route.travel_home, route.done);
    html! {
        g data-carer=(route.carer) {
            a href=(format!("#{}", route_anchor(index))) {
                text x="0" y=(format!("{:.1}", y + BAR - 4.0)) font-size="12" { (route.carer) }
            }
            @for (at, stop) in route.stops.iter().enumerate() { (bars(page, (index, at), route, stop, (y, scale))) }
            (bar("bar-travel", home, (y, scale)))
        }
    }
}

/// The way to a stop, the wait before it and the stop itself.
fn bars(page: &Page<'_>, at: (usize, usize), route: &Route, stop: &Stop, (y, scale): (f64, &Scale)) -> Markup {
    let what = match &stop.doing {
        Doing::Visit { visit: id, .. } => page.words.visit(id),
        Doing::Pause { pause } => page.words.voice.text(pause_key(page, route, *pause)),
    };
    let said = [
        ("carer", route.carer.to_string().into()),
        ("time", page.words.span(stop.start, stop.end).into()),
        ("what", what.into()),
        ("citizen", citizen(page, stop).into()),
    ];
    let visit = match &stop.doing {
        Doing::Visit { visit, .. } => Some(visit.as_str()),
        Doing::Pause { .. } => None,
    };
    let is_visit = visit.is_some();
    let (x, end) = (scale.x(stop.start), scale.x(stop.end));
    html! {
        (bar("bar-travel", (stop.arrive - stop.travel, stop.arrive), (y, scale)))
        (bar("bar-waiting", (stop.arrive, stop.start), (y, scale)))
        a href=(format!("#{}", stop_anchor(at.0, at.1))) data-visit=[visit] data-start=(stop.start.0) {
            title { (page.words.voice.text_with(if is_visit { "page-bar-visit" } else { "page-bar-pause" }, &said)) }
            rect x=(format!("{x:.1}")) y=(format!("{y:.1}")) width=(format!("{:.1}", (end - x).max(1.0))) height=(BAR)
                class=[(!is_visit).then_some("bar-pause")] fill=[is_visit.then(|| colour(at.0))] {}
        }
    }
}

fn citizen(page: &Page<'_>, stop: &Stop) -> String {
    match &stop.doing {
        Doing::Visit { visit: id, .. } => visit(page.day(), id).map_or_else(String::new, |it| it.citizen.to_string()),
        Doing::Pause { .. } => String::new(),
    }
}

/// What a pause of a route is called.
pub(super) fn pause_key(page: &Page<'_>, route: &Route, pause: usize) -> &'static str {
    match shift(page.day(), route).and_then(|it| it.pauses.get(pause)).map(|it| it.kind) {
        Some(PauseKind::Appointment) => "pause-appointment",
        _ => "pause-break",
    }
}

/// A stretch of time that is not a stop; nothing when it is empty.
fn bar(class: &str, (from, to): (Moment, Moment), (y, scale): (f64, &Scale)) -> Markup {
    let (x, end) = (scale.x(from), scale.x(to));
    html! {
        @if to > from {
            rect class=(class) x=(format!("{x:.1}")) y=(format!("{:.1}", y + 4.0)) width=(format!("{:.1}", end - x))
                height=(BAR - 8.0) aria-hidden="true" {}
        }
    }
}

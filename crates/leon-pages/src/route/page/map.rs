//! The routes on a map, straight from place to place.

use super::{Page, colour, route_anchor};
use crate::map::frame;
use crate::route::figures::{RouteFigures, shift, visit};
use leon_model::{Doing, LocationId, Point, Route, Work};
use maud::{Markup, html};
use std::collections::BTreeSet;

const WIDTH: f64 = 900.0;
const MARGIN: f64 = 20.0;
/// Height of the drawing to its width, at most.
const HEIGHT_MAX: f64 = 0.9;

/// Longitudes and latitudes on paper, longitudes shrunk by the cosine of the middle latitude.
struct Projection {
    west: f64,
    north: f64,
    shrink: f64,
    scale: f64,
    height: f64,
}

impl Projection {
    /// `None` without points.
    fn of(points: &[Point]) -> Option<Self> {
        let range = |value: fn(&Point) -> f64| {
            let values = points.iter().map(value);
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)))
        };
        let ((west, east), (south, north)) = (range(|it| it.longitude), range(|it| it.latitude));
        if points.is_empty() {
            return None;
        }
        let shrink = f64::midpoint(south, north).to_radians().cos();
        let extent = ((east - west) * shrink).max((north - south) / HEIGHT_MAX).max(1e-6);
        let scale = (WIDTH - 2.0 * MARGIN) / extent;
        Some(Self { west, north, shrink, scale, height: (north - south) * scale + 2.0 * MARGIN })
    }

    fn place(&self, point: Point) -> (f64, f64) {
        let x = MARGIN + (point.longitude - self.west) * self.shrink * self.scale;
        (x, MARGIN + (self.north - point.latitude) * self.scale)
    }
}

pub(super) fn section(page: &Page<'_>) -> Markup {
    let (voice, routes) = (page.words.voice, &page.published.plan.routes);
    let ways: Vec<Vec<Point>> = routes.iter().map(|route| way(page, route)).collect();
    let points: Vec<Point> = ways.iter().flatten().copied().collect();
    let Some(paper) = Projection::of(&points) else { return html! {} };
    let drawing = html! {
        figure {
            svg viewBox=(format!("0 0 {WIDTH:.0} {:.0}", paper.height)) role="group" aria-labelledby="routes-map-title" {
                title id="routes-map-title" { (voice.text("page-map-title")) }
                @for (index, (route, way)) in routes.iter().zip(&ways).enumerate() {
                    @if way.len() > 1 { (line(page, index, route, way, &paper)) }
                }
                @for ((x, y), at) in places(page, &paper) { circle.place cx=(x) cy=(y) r="3" data-at=(at) {} }
                @for ((x, y), at) in offices(page, &paper) { rect.office x=(x) y=(y) width="8" height="8" data-at=(at) {} }
            }
            figcaption { (voice.text("page-map-caption")) }
        }
    };
    page.section("map", "page-map", "page-map-lead", &frame(&drawing, voice))
}

fn point(page: &Page<'_>, id: &LocationId) -> Option<Point> {
    page.day().locations[page.day().location_index(id)?].point
}

/// Where a route goes: its start, its visits, its end, as far as they are on the map.
fn way(page: &Page<'_>, route: &Route) -> Vec<Point> {
    let ends = shift(page.day(), route).map(|it| &it.work);
    let (from, to) = match ends {
        Some(Work::Visiting(it)) => (it.from.as_ref(), it.to.as_ref()),
        _ => return Vec::new(),
    };
    let stops = route.stops.iter().filter_map(|stop| match &stop.doing {
        Doing::Visit { visit: id, .. } => Some(&visit(page.day(), id)?.location),
        Doing::Pause { pause } => shift(page.day(), route)?.pauses.get(*pause)?.location.as_ref(),
    });
    from.into_iter().chain(stops).chain(to).filter_map(|id| point(page, id)).collect()
}

fn line(page: &Page<'_>, index: usize, route: &Route, way: &[Point], paper: &Projection) -> Markup {
    let corners: Vec<String> = way.iter().map(|it| paper.place(*it)).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let figures = RouteFigures::of(page.day(), route);
    let said = [
        ("carer", route.carer.to_string().into()),
        ("visits", page.words.voice.count(figures.visits).into()),
        ("travel", page.words.length(figures.travel).into()),
    ];
    html! {
        a.route-line href=(format!("#{}", route_anchor(index))) data-way=(on_earth(way)) {
            title { (page.words.voice.text_with("page-map-route", &said)) }
            polyline points=(corners.join(" ")) stroke=(colour(index)) {}
        }
    }
}

/// Points as longitude and latitude, for a browser's map.
fn on_earth(points: &[Point]) -> String {
    let points: Vec<_> = points.iter().map(|it| format!("{},{}", it.longitude, it.latitude)).collect();
    points.join(" ")
}

/// Where something stands in the drawing, and where on earth.
type Mark = ((String, String), String);

fn marks<'a>(ids: impl Iterator<Item = &'a LocationId>, page: &Page<'_>, paper: &Projection) -> Vec<Mark> {
    let ids: BTreeSet<&LocationId> = ids.collect();
    let mark = |it: Point| {
        let (x, y) = paper.place(it);
        ((format!("{x:.1}"), format!("{y:.1}")), on_earth(&[it]))
    };
    ids.into_iter().filter_map(|id| point(page, id)).map(mark).collect()
}

fn places(page: &Page<'_>, paper: &Projection) -> Vec<Mark> {
    let visits = page.published.plan.visits().filter_map(|(_, _, id, _)| visit(page.day(), id));
    marks(visits.map(|it| &it.location), page, paper)
}

fn offices(page: &Page<'_>, paper: &Projection) -> Vec<Mark> {
    let shifts = page.published.plan.routes.iter().filter_map(|route| shift(page.day(), route));
    let ends = shifts.filter_map(|it| match &it.work {
        Work::Visiting(it) => Some(it.from.iter().chain(&it.to)),
        Work::Screen => None,
    });
    marks(ends.flatten(), page, paper)
}

//! Maps of places: each a circle where it lies, coloured by a figure of its own.

mod dorling;

use crate::findings::{PriceUnit, amount};
use crate::table::{largest, part};
use crate::texts::Voice;
use dorling::{Circle, pushed_apart};
use leon_model::{Hours, Place};
use maud::{Markup, html};

/// Width of the drawing, at least.
const WIDTH: f64 = 620.0;
const MARGIN: f64 = 30.0;
/// Height of the drawing to its width, at most.
const HEIGHT_MAX: f64 = 0.8;
/// Largest radius: among many places, and among few.
const RADIUS_MAX: (f64, f64) = (24.0, 56.0);
const RADIUS_MIN: f64 = 3.0;
/// Places that carry their number on the map.
const NUMBERED: usize = 10;
/// From little to much missing: ColorBrewer YlOrBr, which the colour-blind can tell apart.
const COLOURS: [&str; 5] = ["#ffffd4", "#fed98e", "#fe9929", "#d95f0e", "#993404"];

/// A place, and what is missing there.
#[derive(Clone, Copy, Debug)]
pub struct Missing<'a> {
    pub place: &'a Place,
    pub need: Hours,
    pub unmet: Hours,
}

impl Missing<'_> {
    /// Unmet of need.
    pub fn share(&self) -> f64 {
        part(self.unmet.0, self.need.0)
    }
}

/// A place with its figure.
#[derive(Clone, Debug)]
pub struct Spot<'a> {
    pub place: &'a Place,
    pub need: Hours,
    /// What the colour shows.
    pub value: f64,
    /// The place and its figure in words.
    pub said: String,
}

impl<'a> Spot<'a> {
    /// A place with its unmet share.
    pub fn of_missing(it: &Missing<'a>, voice: Voice) -> Self {
        let said = [
            ("place", it.place.name.as_str().into()),
            ("unmet", voice.hours(it.unmet).into()),
            ("need", voice.hours(it.need).into()),
            ("share", voice.percent(it.share()).into()),
        ];
        Self { place: it.place, need: it.need, value: it.share(), said: voice.text_with("map-place", &said) }
    }
}

/// What the colours of a map stand for.
#[derive(Clone, Copy, Debug)]
pub enum Shade {
    /// A share of the need.
    Unmet,
    /// What one more hour is worth.
    Price(PriceUnit),
}

/// A map and its words.
#[derive(Clone, Copy, Debug)]
pub struct Map<'a> {
    /// Places in the order of their ranks.
    pub spots: &'a [Spot<'a>],
    pub shade: Shade,
    /// The largest figure that the colours reach.
    pub most: f64,
    pub title: &'a str,
    /// What it is called beside other maps.
    pub name: &'a str,
}

/// A place on the map.
struct Dot<'a> {
    spot: &'a Spot<'a>,
    rank: usize,
    circle: Circle,
}

/// Maps of the same part of the world, of which a browser shows one at a time; nothing of one with fewer than two points.
pub fn maps(all: &[Map<'_>], voice: Voice) -> Markup {
    let figures: Vec<_> = all.iter().filter_map(|it| figure(it, voice)).collect();
    frame(&html! { @for figure in figures { (figure) } }, voice)
}

/// What stands around drawings with places (`data-at`) and ways (`data-way`), so that a browser can make a map of them.
pub fn frame(drawings: &Markup, voice: Voice) -> Markup {
    html! {
        div.maps data-zoom-in=(voice.text("map-zoom-in")) data-zoom-out=(voice.text("map-zoom-out"))
            data-wheel=(voice.text("map-wheel")) data-fingers=(voice.text("map-fingers")) { (drawings) }
    }
}

/// The places that have a point, projected: longitudes shrunk by the cosine of the middle latitude.
fn dots<'a>(spots: &'a [Spot<'a>]) -> Vec<Dot<'a>> {
    let placed = |(index, it): (usize, &'a Spot<'a>)| Some((index + 1, it, it.place.longitude?, it.place.latitude?));
    let placed: Vec<_> = spots.iter().enumerate().filter_map(placed).collect();
    let range = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)))
    };
    let (west, east) = range(&mut placed.iter().map(|it| it.2));
    let (south, north) = range(&mut placed.iter().map(|it| it.3));
    let shrink = f64::midpoint(south, north).to_radians().cos();
    let extent = ((east - west) * shrink).max((north - south) / HEIGHT_MAX).max(1e-6);
    let scale = (WIDTH - 2.0 * MARGIN) / extent;
    // In the case's order of places, so that circles do not move when ranks do.
    let mut placed = placed;
    placed.sort_by(|a, b| a.1.place.id.cmp(&b.1.place.id));
    let sizes: Vec<f64> = sizes(&placed.iter().map(|it| it.1).collect::<Vec<_>>());
    let most = largest(sizes.iter().copied());
    let radius_max = (WIDTH * 0.35 / (placed.len() as f64).sqrt()).clamp(RADIUS_MAX.0, RADIUS_MAX.1);
    let homes: Vec<Circle> = placed
        .iter()
        .zip(&sizes)
        .map(|(&(_, _, longitude, latitude), size)| Circle {
            x: MARGIN + (longitude - west) * shrink * scale,
            y: MARGIN + (north - latitude) * scale,
            radius: (radius_max * part(*size, most).sqrt()).max(RADIUS_MIN),
        })
        .collect();
    let circles = pushed_apart(&homes);
    placed.into_iter().zip(circles).map(|((rank, spot, _, _), circle)| Dot { spot, rank, circle }).collect()
}

/// What a circle's area stands for: citizens of 80 years and more where all places have them, else need.
fn sizes(spots: &[&Spot<'_>]) -> Vec<f64> {
    let old: Option<Vec<f64>> = spots.iter().map(|it| Some(it.place.population_80_plus.as_ref()?.value)).collect();
    old.unwrap_or_else(|| spots.iter().map(|it| it.need.0).collect())
}

fn figure(map: &Map<'_>, voice: Voice) -> Option<Markup> {
    let dots = dots(map.spots);
    if dots.len() < 2 {
        return None;
    }
    let step = class_step(map.most);
    let class = |it: &Spot<'_>| ((it.value / step).floor() as usize).min(COLOURS.len() - 1);
    let left = dots.iter().map(|it| it.circle.x - it.circle.radius).fold(f64::INFINITY, f64::min) - 4.0;
    let top = dots.iter().map(|it| it.circle.y - it.circle.radius).fold(f64::INFINITY, f64::min) - 4.0;
    let right = largest(dots.iter().map(|it| it.circle.x + it.circle.radius)) + 4.0;
    let bottom = largest(dots.iter().map(|it| it.circle.y + it.circle.radius)) + 4.0;
    // A tall and narrow country stands in the middle.
    let width = (right - left).max(WIDTH);
    let view = format!("{:.0} {top:.0} {width:.0} {:.0}", f64::midpoint(left, right) - width / 2.0, bottom - top);
    let by_age = dots.iter().all(|it| it.spot.place.population_80_plus.is_some());
    Some(html! {
        figure data-choice=(map.name) {
            svg viewBox=(view) role="img" aria-label=(map.title) {
                title { (map.title) }
                @for dot in &dots { (circle(dot, class(dot.spot))) }
            }
            ul.legend {
                @for (index, colour) in COLOURS.iter().enumerate() {
                    li { span.key style=(format!("background:{colour};border:1px solid #555")) aria-hidden="true" {} (legend(index, step, map.shade, voice)) }
                }
            }
            figcaption {
                (voice.text(if by_age { "map-caption-age" } else { "map-caption-need" })) " "
                (voice.text(match map.shade { Shade::Unmet => "map-caption-unmet", Shade::Price(_) => "map-caption-price" })) " "
                span.drawn { (voice.text("map-caption-drawn")) }
            }
        }
    })
}

fn circle(dot: &Dot<'_>, class: usize) -> Markup {
    let at = dot.circle;
    let place = dot.spot.place.longitude.zip(dot.spot.place.latitude).map(|(x, y)| format!("{x},{y}"));
    html! {
        g data-at=[place] {
            title { (dot.spot.said) }
            circle cx=(format!("{:.1}", at.x)) cy=(format!("{:.1}", at.y)) r=(format!("{:.1}", at.radius))
                fill=(COLOURS[class]) stroke="#444" stroke-width="0.8" {}
            @if dot.rank <= NUMBERED {
                text x=(format!("{:.1}", at.x)) y=(format!("{:.1}", at.y + 3.0)) text-anchor="middle" font-size="10"
                    fill=(if class >= 4 { "#fff" } else { "#1a1a1a" }) { (dot.rank) }
            }
        }
    }
}

/// A round step so that five classes reach the largest share.
fn class_step(largest: f64) -> f64 {
    let wanted = (largest / COLOURS.len() as f64).max(1e-4);
    let magnitude = 10_f64.powf(wanted.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0].map(|it| it * magnitude);
    steps.into_iter().find(|step| *step >= wanted * (1.0 - 1e-9)).unwrap_or(10.0 * magnitude)
}

fn legend(index: usize, step: f64, shade: Shade, voice: Voice) -> String {
    let decimals = if step >= 0.01 && (step * 100.0).fract() < 1e-9 { 0 } else { 1 };
    let bound = |steps: usize| match shade {
        Shade::Unmet => crate::numbers::percent(voice.lang, step * steps as f64, decimals),
        Shade::Price(unit) => amount(voice, unit, step * steps as f64),
    };
    if index + 1 == COLOURS.len() {
        voice.text_with("map-legend-last", &[("from", bound(index).into())])
    } else {
        voice.text_with("map-legend", &[("from", bound(index).into()), ("to", bound(index + 1).into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_round_classes_reach_the_largest_share() {
        for (largest, step) in [(0.0, 1e-4), (0.04, 0.01), (0.05, 0.01), (0.11, 0.025), (0.37, 0.1), (1.0, 0.2)] {
            assert!((class_step(largest) - step).abs() < 1e-12, "{largest}: {}", class_step(largest));
        }
    }
}

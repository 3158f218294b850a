//! The places as circles on a map, with the same figures in a table beside it.

use super::Report;
use super::dorling::{Circle, pushed_apart};
use crate::findings::unmet_share;
use crate::table::{Lean, bar, largest, part, table, text};
use leon_match::Gap;
use leon_model::Place;
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

/// A place on the map.
struct Dot<'a> {
    gap: &'a Gap,
    place: &'a Place,
    rank: usize,
    circle: Circle,
}

pub(super) fn section(report: &Report<'_>) -> Markup {
    let gaps = report.findings.worst_places();
    if gaps.is_empty() {
        return html! {};
    }
    let dots = dots(report, &gaps);
    let content = html! {
        (regions(report))
        div.beside {
            @if dots.len() > 1 { (figure(report, &dots)) }
            div { (places(report, &gaps)) }
        }
    };
    report.section("map", "report-map", "report-map-lead", &content)
}

/// The places that have a point, projected: longitudes shrunk by the cosine of the middle latitude.
fn dots<'a>(report: &Report<'a>, gaps: &[&'a Gap]) -> Vec<Dot<'a>> {
    let placed = |(index, gap): (usize, &&'a Gap)| {
        let place = report.names.case.place(&gap.key.as_str().into());
        Some((index + 1, *gap, place, place.longitude?, place.latitude?))
    };
    let placed: Vec<_> = gaps.iter().enumerate().filter_map(placed).collect();
    let range = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)))
    };
    let (west, east) = range(&mut placed.iter().map(|it| it.3));
    let (south, north) = range(&mut placed.iter().map(|it| it.4));
    let shrink = f64::midpoint(south, north).to_radians().cos();
    let extent = ((east - west) * shrink).max((north - south) / HEIGHT_MAX).max(1e-6);
    let scale = (WIDTH - 2.0 * MARGIN) / extent;
    let sizes: Vec<f64> = sizes(&placed.iter().map(|it| (it.1, it.2)).collect::<Vec<_>>());
    let most = largest(sizes.iter().copied());
    let radius_max = (WIDTH * 0.35 / (placed.len() as f64).sqrt()).clamp(RADIUS_MAX.0, RADIUS_MAX.1);
    let homes: Vec<Circle> = placed
        .iter()
        .zip(&sizes)
        .map(|(&(_, _, _, longitude, latitude), size)| Circle {
            x: MARGIN + (longitude - west) * shrink * scale,
            y: MARGIN + (north - latitude) * scale,
            radius: (radius_max * part(*size, most).sqrt()).max(RADIUS_MIN),
        })
        .collect();
    let circles = pushed_apart(&homes);
    placed.into_iter().zip(circles).map(|((rank, gap, place, _, _), circle)| Dot { gap, place, rank, circle }).collect()
}

/// What a circle's area stands for: citizens of 80 years and more where all places have them, else need.
fn sizes(places: &[(&Gap, &Place)]) -> Vec<f64> {
    let old: Option<Vec<f64>> = places.iter().map(|(_, it)| Some(it.population_80_plus.as_ref()?.value)).collect();
    old.unwrap_or_else(|| places.iter().map(|(gap, _)| gap.need.0).collect())
}

fn figure(report: &Report<'_>, dots: &[Dot<'_>]) -> Markup {
    let voice = report.voice;
    let step = class_step(largest(dots.iter().map(|it| unmet_share(it.gap))));
    let class = |gap: &Gap| ((unmet_share(gap) / step).floor() as usize).min(COLOURS.len() - 1);
    let left = dots.iter().map(|it| it.circle.x - it.circle.radius).fold(f64::INFINITY, f64::min) - 4.0;
    let top = dots.iter().map(|it| it.circle.y - it.circle.radius).fold(f64::INFINITY, f64::min) - 4.0;
    let right = largest(dots.iter().map(|it| it.circle.x + it.circle.radius)) + 4.0;
    let bottom = largest(dots.iter().map(|it| it.circle.y + it.circle.radius)) + 4.0;
    // A tall and narrow country stands in the middle.
    let width = (right - left).max(WIDTH);
    let view = format!("{:.0} {top:.0} {width:.0} {:.0}", f64::midpoint(left, right) - width / 2.0, bottom - top);
    let by_age = dots.iter().all(|it| it.place.population_80_plus.is_some());
    html! {
        figure {
            svg viewBox=(view) role="img" aria-labelledby="map-title" {
                title id="map-title" { (voice.text("map-title")) }
                @for dot in dots {
                    (circle(report, dot, class(dot.gap)))
                }
            }
            ul.legend {
                @for (index, colour) in COLOURS.iter().enumerate() {
                    li { span.key style=(format!("background:{colour};border:1px solid #555")) aria-hidden="true" {} (legend(report, index, step)) }
                }
            }
            figcaption { (voice.text(if by_age { "map-caption-age" } else { "map-caption-need" })) }
        }
    }
}

fn circle(report: &Report<'_>, dot: &Dot<'_>, class: usize) -> Markup {
    let (voice, at) = (report.voice, dot.circle);
    let title = [
        ("place", dot.place.name.as_str().into()),
        ("unmet", voice.hours(dot.gap.unmet).into()),
        ("need", voice.hours(dot.gap.need).into()),
        ("share", voice.percent(unmet_share(dot.gap)).into()),
    ];
    html! {
        g {
            title { (voice.text_with("map-place", &title)) }
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

fn legend(report: &Report<'_>, index: usize, step: f64) -> String {
    let decimals = if step >= 0.01 && (step * 100.0).fract() < 1e-9 { 0 } else { 1 };
    let percent = |steps: usize| crate::numbers::percent(report.voice.lang, step * steps as f64, decimals);
    if index + 1 == COLOURS.len() {
        report.voice.text_with("map-legend-last", &[("from", percent(index).into())])
    } else {
        report.voice.text_with("map-legend", &[("from", percent(index).into()), ("to", percent(index + 1).into())])
    }
}

fn places(report: &Report<'_>, gaps: &[&Gap]) -> Markup {
    let voice = report.voice;
    let most = largest(gaps.iter().map(|it| unmet_share(it)));
    let row = |(index, gap): (usize, &&Gap)| {
        vec![
            text(format!("{}. {}", index + 1, report.names.place(&gap.key.as_str().into()))),
            text(voice.hours(gap.need)),
            text(voice.hours(gap.unmet)),
            text(voice.percent(unmet_share(gap))),
            bar(part(unmet_share(gap), most), "unmet"),
        ]
    };
    let rows: Vec<_> = gaps.iter().enumerate().map(row).collect();
    table(&voice.text("gap-places"), &columns(report, "column-place"), &rows)
}

fn regions(report: &Report<'_>) -> Markup {
    let voice = report.voice;
    let gaps = report.findings.regions();
    let most = largest(gaps.iter().map(|it| unmet_share(it)));
    let row = |gap: &&Gap| {
        vec![
            text(report.names.place(&gap.key.as_str().into())),
            text(voice.hours(gap.need)),
            text(voice.hours(gap.unmet)),
            text(voice.percent(unmet_share(gap))),
            bar(part(unmet_share(gap), most), "unmet"),
        ]
    };
    let rows: Vec<_> = gaps.iter().map(row).collect();
    html! { @if !rows.is_empty() { (table(&voice.text("gap-regions"), &columns(report, "column-region"), &rows)) } }
}

fn columns(report: &Report<'_>, first: &str) -> Vec<(Lean, String)> {
    let voice = report.voice;
    let mut columns = vec![(Lean::Words, voice.text(first))];
    columns.extend(["column-need", "column-unmet", "column-share"].map(|key| (Lean::Number, voice.text(key))));
    columns.push((Lean::Words, String::new()));
    columns
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

//! Fan charts: the missing full-time positions of each scenario, year by year, with the middle 80 of 100 draws.

use super::Report;
use crate::projection::findings::unmet_fte;
use crate::texts::Voice;
use leon_project::Interval;
use maud::{Markup, html};
use std::fmt::Write;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 64.0;
const BELOW: f64 = 28.0;
const ABOVE: f64 = 12.0;

pub(super) fn section(page: &Report<'_>) -> Markup {
    let scenarios = 0..page.findings.scenarios.len();
    let content = html! { @for number in scenarios { (chart(page, number)) } };
    page.section("fans", "project-fans", "project-fans-lead", &content)
}

fn chart(page: &Report<'_>, number: usize) -> Markup {
    let (findings, voice) = (page.findings, page.voice);
    let paths = &findings.projection.paths;
    let years = findings.projection.years.len();
    let intervals = |path: usize| (0..years).map(|year| paths[path].interval(year, unmet_fte)).collect::<Vec<_>>();
    let all: Vec<_> = (0..paths.len()).map(intervals).collect();
    let drawn = Fan {
        name: findings.scenario(number, voice),
        years: &findings.projection.years.iter().map(|it| it.0).collect::<Vec<_>>(),
        shown: &findings.years_shown(),
        own: &all[number],
        other: (number > 0).then(|| &all[0][..]),
        has_draws: !paths[number].drawn.is_empty(),
        top: all.iter().flatten().map(|it| it.high.max(it.value)).fold(1.0, f64::max),
    };
    fan(&drawn, voice)
}

/// What a fan chart shows.
pub struct Fan<'a> {
    pub name: &'a str,
    pub years: &'a [u32],
    /// Places in the list of years that stand under the axis.
    pub shown: &'a [usize],
    /// Missing full-time positions of each year.
    pub own: &'a [Interval],
    /// Those to compare with.
    pub other: Option<&'a [Interval]>,
    pub has_draws: bool,
    /// The end of the axis.
    pub top: f64,
}

/// One fan chart.
pub fn fan(fan: &Fan<'_>, voice: Voice) -> Markup {
    let (own, top) = (fan.own, fan.top);
    let step = step(top);
    let x = |year: usize| LEFT + (WIDTH - LEFT - 12.0) * year as f64 / (fan.years.len().max(2) - 1) as f64;
    let y = |value: f64| ABOVE + (HEIGHT - ABOVE - BELOW) * (1.0 - value.max(0.0) / top);
    let line = |values: &mut dyn Iterator<Item = f64>| {
        let mut points = String::new();
        for (year, value) in values.enumerate() {
            write!(points, "{:.1},{:.1} ", x(year), y(value)).expect("writing to a string");
        }
        points
    };
    let band = line(&mut own.iter().map(|it| it.high))
        + &own.iter().enumerate().rev().fold(String::new(), |mut points, (year, it)| {
            write!(points, "{:.1},{:.1} ", x(year), y(it.low)).expect("writing to a string");
            points
        });
    let last = own.last().map_or(0.0, |it| it.value);
    let said = [
        ("scenario", fan.name.to_owned().into()),
        ("last", voice.number(last, 0).into()),
        ("year", fan.years.last().map_or(String::new(), ToString::to_string).into()),
    ];
    let rules = (0..).map(|at| f64::from(at) * step).take_while(|it| *it <= top);
    let values =
        |values: &mut dyn Iterator<Item = f64>| values.map(|it| format!("{it:.0}")).collect::<Vec<_>>().join(" ");
    html! {
        figure data-live="fan" {
            figcaption { (voice.text_with("project-fan", &said)) }
            svg.fan viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(voice.text_with("project-fan", &said))
                data-years=(fan.years.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
                data-value=(values(&mut own.iter().map(|it| it.value)))
                data-low=[fan.has_draws.then(|| values(&mut own.iter().map(|it| it.low)))]
                data-high=[fan.has_draws.then(|| values(&mut own.iter().map(|it| it.high)))]
                data-other=[fan.other.map(|it| values(&mut it.iter().map(|it| it.value)))]
                data-said-value=(voice.text("fan-value")) data-said-range=(voice.text("fan-range")) data-said-other=(voice.text("fan-other")) {
                @for rule in rules {
                    line.rule x1=(LEFT) x2=(WIDTH - 12.0) y1=(format!("{:.1}", y(rule))) y2=(format!("{:.1}", y(rule))) {}
                    text x=(LEFT - 8.0) y=(format!("{:.1}", y(rule) + 4.0)) text-anchor="end" { (voice.number(rule, 0)) }
                }
                @for &year in fan.shown {
                    text x=(format!("{:.1}", x(year))) y=(HEIGHT - 8.0) text-anchor="middle" { (fan.years[year]) }
                }
                @if fan.has_draws { polygon.band points=(band.trim_end()) {} }
                @if let Some(other) = fan.other { polyline.other points=(line(&mut other.iter().map(|it| it.value)).trim_end()) {} }
                polyline.line points=(line(&mut own.iter().map(|it| it.value)).trim_end()) {}
            }
        }
    }
}

/// A round step that divides the axis in four to ten.
fn step(top: f64) -> f64 {
    let power = 10.0_f64.powf((top / 4.0).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|it| it * power).find(|it| top / it >= 4.0).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn axes_have_round_steps() {
        for (top, expected) in [(100.0, 20.0), (38_000.0, 5_000.0), (9.0, 2.0), (1.0, 0.2)] {
            assert!((step(top) - expected).abs() < 1e-9, "{top}: {}", step(top));
        }
    }
}

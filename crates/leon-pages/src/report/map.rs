//! The places as circles on maps, by what is missing there and by what an hour is worth, with the same figures in tables.

use super::Report;
use crate::findings::{PriceUnit, amount, price_unit, unmet_share, worth};
use crate::map::{Map, Missing, Shade, Spot, maps};
use crate::table::{Lean, bar, largest, part, table, text};
use leon_match::{Gap, HourPrice};
use leon_model::Place;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let gaps = report.findings.worst_places();
    if gaps.is_empty() {
        return html! {};
    }
    let content = html! {
        (regions(report))
        div.beside {
            (drawn(report, &gaps))
            div { (self::places(report, &gaps)) }
        }
    };
    report.section("map", "report-map", "report-map-lead", &content)
}

/// Four maps: places and regions, each by what is missing and by what an hour is worth.
fn drawn(report: &Report<'_>, places: &[&Gap]) -> Markup {
    let voice = report.voice;
    let prices = &report.findings.matched.prices;
    let unit = price_unit(prices);
    let regions = report.findings.regions();
    let kinds = [(places, "map-places"), (&regions[..], "map-regions")];
    let unmet = kinds.map(|(gaps, name)| (unmet(report, gaps), Shade::Unmet, "map-title", name));
    let worth =
        kinds.map(|(gaps, name)| (dearest(report, gaps, prices, unit), Shade::Price(unit), "map-title-price", name));
    let all: Vec<_> = unmet
        .into_iter()
        .chain(worth)
        .map(|(spots, shade, title, name)| {
            let by = voice.text(match shade {
                Shade::Unmet => "map-by-unmet",
                Shade::Price(_) => "map-by-price",
            });
            (spots, shade, voice.text(title), voice.text_with(name, &[("by", by.into())]))
        })
        .collect();
    let all: Vec<_> = all
        .iter()
        .map(|(spots, shade, title, name)| {
            let most = largest(spots.iter().map(|it| it.value));
            Map { spots, shade: *shade, most, title, name }
        })
        .collect();
    maps(&all, voice)
}

fn place<'a>(report: &Report<'a>, gap: &Gap) -> &'a Place {
    report.names.case.place(&gap.key.as_str().into())
}

fn unmet<'a>(report: &Report<'a>, gaps: &[&Gap]) -> Vec<Spot<'a>> {
    let missing = |gap: &&Gap| Missing { place: place(report, gap), need: gap.need, unmet: gap.unmet };
    gaps.iter().map(missing).map(|it| Spot::of_missing(&it, report.voice)).collect()
}

/// What one more hour is worth at most in each place, and of whom.
fn dearest<'a>(report: &Report<'a>, gaps: &[&Gap], prices: &[HourPrice], unit: PriceUnit) -> Vec<Spot<'a>> {
    let voice = report.voice;
    let spot = |gap: &&Gap| {
        let of_place = prices.iter().filter(|it| it.staff.place.as_str() == gap.key.as_str());
        let dearest = of_place.max_by(|a, b| worth(a, unit).total_cmp(&worth(b, unit)))?;
        let (place, value) = (place(report, gap), worth(dearest, unit));
        let said = [
            ("place", place.name.as_str().into()),
            ("price", amount(voice, unit, value).into()),
            ("group", report.names.group(&dearest.staff.group).to_owned().into()),
            (
                "unit",
                voice
                    .text(match unit {
                        PriceUnit::Kroner => "map-unit-dkk",
                        PriceUnit::WeightedHours => "map-unit-hours",
                    })
                    .into(),
            ),
        ];
        Some(Spot { place, need: gap.need, value, said: voice.text_with("map-place-price", &said) })
    };
    let mut spots: Vec<_> = gaps.iter().filter_map(spot).collect();
    spots.sort_by(|a, b| b.value.total_cmp(&a.value));
    spots
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

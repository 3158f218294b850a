//! The key figures.

use super::Report;
use crate::table::width;
use leon_model::Kroner;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let (voice, total, plan) = (report.voice, &report.findings.total, &report.findings.matched.plan);
    let mut figures = vec![
        ("figure-need", voice.hours(total.need), voice.text("unit-hours-week")),
        ("figure-unmet", voice.hours(total.unmet), voice.text("unit-hours-week")),
        ("figure-share", voice.share(total.unmet, total.need), voice.text("unit-of-need")),
        ("figure-weighted", voice.weighted(total.weighted_unmet), voice.text("unit-weighted")),
    ];
    if let Some(fte) = total.unmet_fte {
        let decimals = usize::from(fte.0 < 100.0);
        figures.insert(3, ("figure-fte", voice.number(fte.0, decimals), voice.text("unit-fte")));
    }
    if total.bought.0 > 0.0 {
        let dkk = voice.kroner(Kroner(plan.objective.bought_dkk));
        figures.push((
            "figure-bought",
            voice.hours(total.bought),
            voice.text_with("unit-bought", &[("dkk", dkk.into())]),
        ));
    }
    let content = html! {
        dl.figures {
            @for (key, value, unit) in &figures {
                div { dt { (voice.text(key)) } dd { strong { (value) } " " span { (unit) } } }
            }
        }
        (met_by(report))
        @if !plan.lifted.is_empty() {
            @let names: Vec<_> = plan.lifted.iter().map(|it| report.names.binding(it)).collect();
            p.note { (voice.text_with("headline-lifted", &[("bindings", names.join(", ").into()), ("count", names.len().into())])) }
        }
    };
    report.section("headline", "report-headline", "report-headline-lead", &content)
}

/// Who meets the need, as one bar with its legend.
fn met_by(report: &Report<'_>) -> Markup {
    let (voice, total) = (report.voice, &report.findings.total);
    let parts = [
        ("staff", "headline-staff", total.staff),
        ("technology", "headline-technology", total.technology),
        ("unmet", "headline-unmet", total.unmet),
    ];
    html! {
        div.stack aria-hidden="true" {
            @for (class, _, hours) in &parts {
                span class=(class) style=(width(if total.need.0 > 0.0 { hours.0 / total.need.0 } else { 0.0 })) {}
            }
        }
        ul.legend {
            @for (class, key, hours) in &parts {
                li {
                    span class=(format!("key {class}")) aria-hidden="true" {}
                    (voice.text(key)) ": " (voice.hours(*hours)) " (" (voice.share(*hours, total.need)) ")"
                }
            }
        }
    }
}

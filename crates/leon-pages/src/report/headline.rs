//! The key figures.

use super::Report;
use crate::table::width;
use leon_ledger::Account;
use leon_model::{ExtraKind, Kroner};
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let (voice, total, plan) = (report.voice, &report.findings.total, &report.findings.matched.plan);
    let (need, unmet) = (Some(Account::Need), Some(Account::Unmet));
    let mut figures = vec![
        ("figure-need", need, voice.hours(total.need), voice.text("unit-hours-week")),
        ("figure-unmet", unmet, voice.hours(total.unmet), voice.text("unit-hours-week")),
        ("figure-share", unmet, voice.share(total.unmet, total.need), voice.text("unit-of-need")),
        ("figure-weighted", unmet, voice.weighted(total.weighted_unmet), voice.text("unit-weighted")),
    ];
    if let Some(fte) = total.unmet_fte {
        let decimals = usize::from(fte.0 < 100.0);
        figures.insert(3, ("figure-fte", unmet, voice.number(fte.0, decimals), voice.text("unit-fte")));
    }
    if total.bought.0 > 0.0 {
        let dkk = voice.kroner(Kroner(plan.objective.bought_dkk));
        figures.push((
            "figure-bought",
            bought_from(report),
            voice.hours(total.bought),
            voice.text_with("unit-bought", &[("dkk", dkk.into())]),
        ));
    }
    let content = html! {
        dl.figures {
            @for (key, account, value, unit) in &figures {
                div {
                    dt { (voice.text(key)) }
                    dd {
                        @match account.and_then(|it| report.address_of(it)) {
                            Some(address) => { strong { a href=(address) { (value) } } }
                            None => { strong { (value) } }
                        }
                        " " span { (unit) }
                    }
                }
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

/// The account that bought hours come from, most of them.
fn bought_from(report: &Report<'_>) -> Option<Account> {
    let of = |kind: ExtraKind| -> f64 {
        let extra = report.findings.matched.plan.extra.iter();
        extra.filter(|it| it.kind == kind).map(|it| it.hours.0).sum()
    };
    let kinds = [
        (ExtraKind::Overtime, Account::Overtime),
        (ExtraKind::Recruitment, Account::Recruitment),
        (ExtraKind::Agency, Account::Agency),
    ];
    kinds.into_iter().max_by(|a, b| of(a.0).total_cmp(&of(b.0))).map(|it| it.1)
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

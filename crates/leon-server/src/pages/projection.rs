//! Fremskrivning: need, hands and gap in the years to come, and what they rest on.

use crate::app::App;
use crate::desk::Desk;
use crate::figures::Figures;
use crate::outlook::{DRAWS, NoOutlook, Outlook, SEED, options};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::State;
use leon_pages::projection::findings::{Findings, unmet_fte};
use leon_pages::projection::{Part, Report};
use leon_pages::texts::Voice;
use maud::{Markup, html};

pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let title = voice.text("projection-page-title");
    let shown = |content: &Markup| shell(&visitor, "/projection", &title, content);
    let Some(head) = app.newest_case().await? else {
        return Ok(shown(&html! { p { (voice.text("no-case")) } }));
    };
    let desk = app.desk(&head.id).await?;
    let outlook = match desk.outlooks.of(&desk.case).await {
        None => return Ok(shown(&html! { p.notice role="status" { (voice.text("projection-reckoning")) } })),
        Some(Err(NoOutlook::NoPopulation)) => {
            return Ok(shown(&html! { p { (voice.text("project-no-population")) } }));
        }
        Some(Err(NoOutlook::Fault(fault))) => {
            eprintln!("leon: {fault}");
            return Err(Refused::Internal);
        }
        Some(Ok(outlook)) => outlook,
    };
    figures(&outlook).keep(&app, &head.id, &desk, &visitor).await?;
    let name = format!("projection {}", voice.lang.code());
    let content = tokio::task::spawn_blocking(move || desk.drawn(&name, || drawn(&desk, &outlook, voice)));
    Ok(shown(&content.await.map_err(|_| Refused::Internal)?))
}

fn drawn(desk: &Desk, outlook: &Outlook, voice: Voice) -> Markup {
    let findings = Findings {
        case: &desk.case,
        scenarios: &outlook.scenarios,
        projection: &outlook.projection,
        options: options(),
    };
    let voice = findings.voice(voice);
    let report = Report { findings: &findings, why: None, explained: Some(&outlook.explained), voice };
    html! {
        p.lead { (desk.case.title) }
        @for part in Part::ALL { (report.part(part)) }
    }
}

/// The last year's.
fn figures(outlook: &Outlook) -> Figures<'static> {
    let last = outlook.projection.years.len().saturating_sub(1);
    let missing = outlook.projection.paths[0].interval(last, unmet_fte);
    Figures {
        kind: "project",
        asked: serde_json::json!({ "draws": DRAWS }),
        seed: Some(SEED),
        found: serde_json::json!({
            "year": outlook.explained.year.0,
            "unmet_fte": missing.value,
            "unmet_fte_low": missing.low,
            "unmet_fte_high": missing.high,
        }),
    }
}

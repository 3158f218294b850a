//! Fremskrivning: need, hands and gap in the years to come, where, and what they rest on; and scenarios beside it.

pub mod build;
mod map;
pub mod run;

use crate::app::App;
use crate::desk::Desk;
use crate::figures::Figures;
use crate::outlook::{DRAWS, NoOutlook, Outlook, SEED, options};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Query, State};
use leon_pages::map::Missing;
use leon_pages::projection::findings::{Findings, unmet_fte};
use leon_pages::projection::year_map::YearMap;
use leon_pages::projection::{Part, Report};
use leon_pages::table::largest;
use leon_pages::texts::Voice;
use map::{Shown, section};
use maud::{Markup, html};

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<Shown>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let title = voice.text("projection-page-title");
    let shown = |content: &Markup| shell(&visitor, "/projection", &title, content);
    let Some(head) = app.newest_case().await? else {
        return Ok(shown(&html! { p { (voice.text("no-case")) } }));
    };
    let desk = app.desk(&head.id).await?;
    let to_builder = html! { p { a href=(build::ADDRESS) { (voice.text("scenario-title")) } } };
    let outlook = match desk.outlooks.of(&desk.case).await {
        None => {
            return Ok(shown(&html! {
                (to_builder)
                p.notice role="status" data-again { (voice.text("projection-reckoning")) }
            }));
        }
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
    let years: Vec<u32> = outlook.projection.years.iter().map(|it| it.0).collect();
    let at = asked.at(&years);
    let is_map_alone = asked.is_map_alone();
    let drawn = move || {
        let map_name = format!("projection map {} {at}", voice.lang.code());
        let map = desk.drawn(&map_name, || map_of(&desk, &outlook, at, voice));
        if is_map_alone {
            return Markup::clone(&map);
        }
        let name = format!("projection {}", voice.lang.code());
        let map = section("/projection", &years, at, (&[], 0), &map, voice);
        let parts = desk.drawn(&name, || parts(&desk, &outlook, voice));
        html! {
            p.lead { (desk.case.title) }
            (to_builder)
            (map)
            (parts)
        }
    };
    let content = tokio::task::spawn_blocking(drawn).await.map_err(|_| Refused::Internal)?;
    Ok(if is_map_alone { content } else { shown(&content) })
}

fn findings<'a>(desk: &'a Desk, outlook: &'a Outlook) -> Findings<'a> {
    Findings { case: &desk.case, scenarios: &outlook.scenarios, projection: &outlook.projection, options: options() }
}

/// The places in one of the years.
fn map_of(desk: &Desk, outlook: &Outlook, at: usize, voice: Voice) -> Markup {
    let findings = findings(desk, outlook);
    let voice = findings.voice(voice);
    let central = &outlook.projection.paths[0].central;
    let all = central.iter().flat_map(|it| findings.worst_places(it));
    let most = largest(all.map(|it: Missing<'_>| it.share()));
    let places = findings.worst_places(&central[at]);
    YearMap { scenario: findings.scenario(0, voice), year: central[at].year.0, places, most }.draw(voice)
}

fn parts(desk: &Desk, outlook: &Outlook, voice: Voice) -> Markup {
    let findings = findings(desk, outlook);
    let voice = findings.voice(voice);
    let report = Report { findings: &findings, why: None, explained: Some(&outlook.explained), voice };
    html! { @for part in Part::ALL { (report.part(part)) } }
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

//! Kompetencegab: where hands are missing under the bindings in force, and what a thrown switch does to it.

mod effect;
mod switchboard;

use crate::app::App;
use crate::desk::{Desk, NoAnswer};
use crate::figures::Figures;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Query, State};
use leon_match::Matched;
use leon_model::BindingId;
use leon_pages::findings::Findings;
use leon_pages::report::{Part, Report};
use maud::{Markup, html};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Sections after the switchboard.
const PARTS: [Part; 9] = [
    Part::Map,
    Part::Gap,
    Part::Prices,
    Part::Who,
    Part::Shortages,
    Part::Maturity,
    Part::Evidence,
    Part::Sources,
    Part::About,
];

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let title = voice.text("gap-page-title");
    let Some(head) = app.newest_case().await? else {
        return Ok(shell(&visitor, "/gap", &title, &html! { p { (voice.text("no-case")) } }));
    };
    let lifted: BTreeSet<BindingId> =
        asked.iter().filter(|(key, _)| key == "lift").map(|(_, id)| id.as_str().into()).collect();
    let desk = app.desk(&head.id).await?;
    let base = answer(&desk, &BTreeSet::new(), &visitor).await?;
    let answer = answer(&desk, &lifted, &visitor).await?;
    figures(&answer).keep(&app, &head.id, &desk, &visitor).await?;
    let drawn = tokio::task::spawn_blocking(move || {
        let valued = desk.worth().is_some();
        let name = format!("gap {} {valued} {}", voice.lang.code(), words(&lifted).join(" "));
        desk.drawn(&name, || {
            let case = &*desk.case;
            let (before, after) = (Findings::new(case, &base), Findings::new(case, &answer));
            let voice = before.voice(voice);
            let report = Report::new(&after, voice, &desk.sha256);
            html! {
                p.lead { (case.title) }
                (report.part(Part::Headline))
                @if !lifted.is_empty() { (effect::section(&before, &after, voice)) }
                (switchboard::section(&desk, &report, &lifted, voice))
                @for part in PARTS { (report.part(part)) }
            }
        })
    });
    let drawn = drawn.await.map_err(|_| Refused::Internal)?;
    Ok(shell(&visitor, "/gap", &title, &drawn))
}

/// The match with these bindings lifted.
pub(crate) async fn answer(
    desk: &Desk,
    lifted: &BTreeSet<BindingId>,
    visitor: &Visitor,
) -> Result<Arc<Matched>, Refused> {
    desk.answer(lifted).await.map_err(|error| match error {
        NoAnswer::NoSuchBinding(id) => {
            let id = ("id", id.as_str().into());
            Refused::Wrong(visitor.voice.text_with("gap-no-such-binding", &[id]))
        }
        NoAnswer::Fault(fault) => {
            eprintln!("leon: {fault}");
            Refused::Internal
        }
    })
}

fn figures(answer: &Matched) -> Figures<'static> {
    let objective = answer.plan.objective;
    Figures {
        kind: "match",
        asked: serde_json::json!({ "lifted": words(&answer.plan.lifted) }),
        seed: None,
        found: serde_json::json!({
            "weighted_unmet_hours_per_week": objective.weighted_unmet,
            "bought_dkk_per_week": objective.bought_dkk,
            "level_hours_per_week": objective.level_hours,
            "moved_hours_per_week": objective.moved_hours,
        }),
    }
}

fn words(lifted: &BTreeSet<BindingId>) -> Vec<&str> {
    lifted.iter().map(|it| it.as_str()).collect()
}

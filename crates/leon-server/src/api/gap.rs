//! The gap of the newest case, with bindings in force or lifted.

use crate::app::App;
use crate::desk::Desk;
use crate::pages::gap::answer;
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::{Extension, Json};
use leon_match::{Gap, Matched};
use leon_model::BindingId;
use leon_pages::findings::Findings;
use leon_store::DocumentId;
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// What a match finds, a week.
#[derive(Clone, Serialize, ToSchema)]
pub struct GapFigures {
    /// Id of the case.
    case: String,
    case_sha256: String,
    /// Bindings that are lifted.
    lifted: Vec<String>,
    unmet_hours: f64,
    /// Unmet hours, each counted by how severe it is.
    weighted_unmet_hours: f64,
    bought_dkk: f64,
    groups: Vec<GroupGap>,
}

/// The gap of what a staff group does today.
#[derive(Clone, Serialize, ToSchema)]
pub struct GroupGap {
    staff_group: String,
    need_hours: f64,
    unmet_hours: f64,
    weighted_unmet_hours: f64,
}

/// The gap of the newest case. `lift` may be given more than once.
#[utoipa::path(
    get, path = "/api/gap", tag = "gap",
    params(("lift" = Option<Vec<String>>, Query, description = "Id of a binding to lift.")),
    responses((status = 200, body = GapFigures))
)]
pub async fn gap(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    asked: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<GapFigures>, Refused> {
    let Query(asked) = asked?;
    let head = app.newest_case().await?.ok_or(Refused::NotFound)?;
    let lifted: BTreeSet<BindingId> =
        asked.iter().filter(|(key, _)| key == "lift").map(|(_, id)| id.as_str().into()).collect();
    let desk = app.desk(&head.id).await?;
    let matched = answer(&desk, &lifted, &visitor).await?;
    let words: Vec<String> = lifted.iter().map(ToString::to_string).collect();
    let figures = tokio::task::spawn_blocking(move || {
        desk.gaps.get_or(&words.join(" "), || Ok::<_, Refused>(figures(&head.id, &desk, &matched, &words)))
    });
    Ok(Json(GapFigures::clone(&*figures.await.map_err(|_| Refused::Internal)??)))
}

fn figures(case: &DocumentId, desk: &Desk, matched: &Matched, lifted: &[String]) -> GapFigures {
    let findings = Findings::new(&desk.case, matched);
    let group = |it: &Gap| GroupGap {
        staff_group: it.key.clone(),
        need_hours: it.need.0,
        unmet_hours: it.unmet.0,
        weighted_unmet_hours: it.weighted_unmet,
    };
    GapFigures {
        case: case.to_string(),
        case_sha256: desk.sha256.clone(),
        lifted: lifted.to_vec(),
        unmet_hours: findings.total.unmet.0,
        weighted_unmet_hours: matched.plan.objective.weighted_unmet,
        bought_dkk: matched.plan.objective.bought_dkk,
        groups: findings.groups.iter().map(group).collect(),
    }
}

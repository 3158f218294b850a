//! What to do next.

use super::Summary;
use leon_match::{Axis, gap_by};
use leon_model::{MatchPlan, PlaceId};

pub(super) fn section(summary: &Summary<'_>) -> String {
    let (voice, folder) = (summary.voice, summary.folder.display().to_string());
    let mut lines = Vec::new();
    if let Some((place, group)) = scarcest(summary) {
        let variables = [("case", folder.clone().into()), ("place", place.into()), ("group", group.into())];
        lines.push(voice.text_with("next-explain", &variables));
    }
    lines.push(match summary.out {
        Some(out) => voice.text_with("next-written", &[("out", out.display().to_string().into())]),
        None => voice.text_with("next-out", &[("case", folder.into())]),
    });
    let lines: String = lines.iter().map(|line| summary.screen.paragraph(line)).collect();
    summary.screen.heading(&voice.text("next-title")) + &lines
}

/// The place with the largest unmet share, and the group that misses most weighted hours there.
fn scarcest(summary: &Summary<'_>) -> Option<(String, String)> {
    let (case, plan) = (summary.findings.case, &summary.findings.matched.plan);
    let place: PlaceId = summary.findings.worst_places().first().filter(|it| it.unmet.0 > 0.0)?.key.as_str().into();
    let here = plan.unmet.iter().filter(|(need, _)| case.is_within(&need.place, &place)).cloned().collect();
    let groups = gap_by(case, &MatchPlan { unmet: here, ..MatchPlan::default() }, Axis::StaffGroup);
    let group = groups.into_iter().max_by(|a, b| a.weighted_unmet.total_cmp(&b.weighted_unmet))?;
    Some((place.to_string(), group.key))
}

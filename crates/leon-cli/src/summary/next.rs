//! What to do next.

use super::Summary;
use leon_model::PlaceId;

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

/// The place with the largest unmet share, and the group whose hour is worth most there.
fn scarcest(summary: &Summary<'_>) -> Option<(String, String)> {
    let findings = summary.findings;
    let place: PlaceId = findings.worst_places().first().filter(|it| it.unmet.0 > 0.0)?.key.as_str().into();
    let here = findings.matched.prices.iter().filter(|it| it.staff.place == place);
    let dearest = here.max_by(|a, b| a.more.weighted_unmet.total_cmp(&b.more.weighted_unmet));
    let most_unmet = || findings.groups.iter().max_by(|a, b| a.unmet.0.total_cmp(&b.unmet.0)).map(|it| it.key.clone());
    let group = dearest.map(|it| it.staff.group.to_string()).or_else(most_unmet)?;
    Some((place.to_string(), group))
}

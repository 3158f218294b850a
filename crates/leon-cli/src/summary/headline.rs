//! The need, who meets it, and what is left.

use super::Summary;
use crate::grid::{Grid, Lean};
use leon_model::Kroner;

pub(super) fn section(summary: &Summary<'_>) -> String {
    let (voice, total) = (summary.voice, &summary.findings.total);
    let mut grid = Grid::new([Lean::Words, Lean::Number, Lean::Number].map(|lean| (lean, String::new())));
    let parts = [
        ("headline-need", total.need),
        ("headline-staff", total.staff),
        ("headline-technology", total.technology),
        ("headline-unmet", total.unmet),
    ];
    for (key, hours) in parts {
        grid.row([voice.text(key), voice.hours(hours), voice.share(hours, total.need)]);
    }
    let title = [("title", summary.findings.case.title.as_str().into())];
    let mut text = summary.screen.heading(&voice.text_with("headline-title", &title));
    text += &grid.render(summary.screen.width);
    for line in lines(summary) {
        text += &summary.screen.paragraph(&line);
    }
    text
}

fn lines(summary: &Summary<'_>) -> Vec<String> {
    let (voice, total, plan) = (summary.voice, &summary.findings.total, &summary.findings.matched.plan);
    let mut lines = Vec::new();
    let weighted = ("weighted", voice.weighted(total.weighted_unmet).into());
    lines.push(match total.unmet_fte {
        Some(fte) => {
            let decimals = usize::from(fte.0 < 100.0);
            voice.text_with("headline-fte", &[("fte", voice.number(fte.0, decimals).into()), weighted])
        }
        None => voice.text_with("headline-weighted", &[weighted]),
    });
    if total.bought.0 > 0.0 {
        let dkk = voice.kroner(Kroner(plan.objective.bought_dkk));
        lines.push(
            voice.text_with("headline-bought", &[("hours", voice.hours(total.bought).into()), ("dkk", dkk.into())]),
        );
    }
    if !plan.lifted.is_empty() {
        let names: Vec<_> = plan.lifted.iter().map(|it| summary.names.binding(it)).collect();
        let variables = [("bindings", names.join(", ").into()), ("count", names.len().into())];
        lines.push(voice.text_with("headline-lifted", &variables));
    }
    lines
}

//! The gap by setting, staff group, competence and task.

use super::Report;
use crate::findings::unmet_share;
use crate::table::{Lean, bar, largest, part, table, text};
use leon_match::Gap;
use maud::{Markup, html};

/// Less than this is a solver's dust.
const UNMET_MIN: f64 = 0.01;

pub(super) fn section(report: &Report<'_>) -> Markup {
    let (findings, names) = (report.findings, report.names);
    let content = html! {
        (gaps(report, "gap-settings", "column-setting", &findings.settings, |id| names.setting(&id.into())))
        (gaps(report, "gap-groups", "column-group", &findings.groups, |id| names.group(&id.into())))
        (gaps(report, "gap-competences", "column-competence", &findings.competences, |id| names.competence(&id.into())))
        (gaps(report, "gap-tasks", "column-task", &findings.tasks, |id| names.task(&id.into())))
    };
    report.section("gap", "report-gap", "report-gap-lead", &content)
}

fn gaps<'a>(report: &Report<'_>, caption: &str, first: &str, gaps: &[Gap], name: impl Fn(&str) -> &'a str) -> Markup {
    let voice = report.voice;
    let all = gaps.iter().filter(|it| it.need.0 > 0.0).count();
    let mut gaps: Vec<&Gap> = gaps.iter().filter(|it| it.unmet.0 > UNMET_MIN).collect();
    gaps.sort_by(|a, b| b.unmet.0.total_cmp(&a.unmet.0));
    let most = largest(gaps.iter().map(|it| it.unmet.0));
    let row = |gap: &&Gap| {
        vec![
            text(name(&gap.key)),
            text(voice.hours(gap.need)),
            text(voice.hours(gap.staff)),
            text(voice.hours(gap.technology)),
            text(voice.hours(gap.unmet)),
            text(voice.percent(unmet_share(gap))),
            text(voice.weighted(gap.weighted_unmet)),
            bar(part(gap.unmet.0, most), "unmet"),
        ]
    };
    let numbers =
        ["column-need", "column-staff", "column-technology", "column-unmet", "column-share", "column-weighted"];
    let mut columns = vec![(Lean::Words, voice.text(first))];
    columns.extend(numbers.map(|key| (Lean::Number, voice.text(key))));
    columns.push((Lean::Words, String::new()));
    let met = all - gaps.len();
    html! {
        @if !gaps.is_empty() { (table(&voice.text(caption), &columns, &gaps.iter().map(row).collect::<Vec<_>>())) }
        @if met > 0 {
            @let count = [("count", met.into()), ("number", voice.count(met).into())];
            p.note {
                @if gaps.is_empty() { (voice.text(caption)) ": " }
                (voice.text_with("report-gap-met", &count))
            }
        }
    }
}

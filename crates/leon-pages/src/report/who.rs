//! Who does what, before and after.

use super::Report;
use crate::findings::Share;
use crate::table::{Lean, bar, largest, part, table, text};
use leon_match::WhoDoesWhat;
use leon_model::SettingId;
use maud::{Markup, html};

/// Moves listed one by one.
const MOVES: usize = 20;

pub(super) fn section(report: &Report<'_>) -> Markup {
    let settings: Vec<_> = report.names.case.settings.iter().map(|it| &it.id).collect();
    let content = html! {
        ul.legend aria-hidden="true" {
            li { span.key.before {} (report.voice.text("column-before")) }
            li { span.key.after {} (report.voice.text("column-after")) }
        }
        @if settings.len() > 1 { (shares(report, None)) }
        @for setting in settings { (shares(report, Some(setting))) }
        (moves(report))
    };
    report.section("who", "report-who", "report-who-lead", &content)
}

/// Hours of each doer in a setting, or in all, as paired bars.
fn shares(report: &Report<'_>, setting: Option<&SettingId>) -> Markup {
    let voice = report.voice;
    let mut shares = report.findings.shares_in(setting);
    shares.retain(|it| it.before.0 > 0.0 || it.after.0 > 0.0);
    if shares.is_empty() {
        return html! {};
    }
    let most = largest(shares.iter().map(|it| it.before.0.max(it.after.0)));
    let row = |it: &Share| {
        vec![
            text(report.names.doer(&it.who)),
            text(voice.hours(it.before)),
            text(voice.hours(it.after)),
            text(voice.change(it.after - it.before)),
            html! { (bar(part(it.before.0, most), "before")) (bar(part(it.after.0, most), "after")) },
        ]
    };
    let caption = setting.map_or_else(|| voice.text("report-all-settings"), |it| report.names.setting(it).to_owned());
    let columns = [
        (Lean::Words, voice.text("column-doer")),
        (Lean::Number, voice.text("column-before")),
        (Lean::Number, voice.text("column-after")),
        (Lean::Number, voice.text("column-change")),
        (Lean::Words, String::new()),
    ];
    let caption = voice.text_with("report-who-caption", &[("setting", caption.into())]);
    table(&caption, &columns, &shares.iter().map(row).collect::<Vec<_>>())
}

fn moves(report: &Report<'_>) -> Markup {
    let (voice, names) = (report.voice, report.names);
    let row = |it: &&WhoDoesWhat| {
        vec![
            text(names.task(&it.task)),
            text(names.setting(&it.setting)),
            text(names.doer(&it.who)),
            text(voice.hours(it.before)),
            text(voice.hours(it.after)),
            text(voice.change(it.after - it.before)),
        ]
    };
    let words = ["column-task", "column-setting", "column-doer"].map(|key| (Lean::Words, voice.text(key)));
    let numbers = ["column-before", "column-after", "column-change"].map(|key| (Lean::Number, voice.text(key)));
    let columns: Vec<_> = words.into_iter().chain(numbers).collect();
    let rows: Vec<_> = report.findings.largest_moves().iter().take(MOVES).map(row).collect();
    html! { @if !rows.is_empty() { (table(&voice.text("moves-tasks"), &columns, &rows)) } }
}

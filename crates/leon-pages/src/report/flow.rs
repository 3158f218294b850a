//! Whose hours meet the need of each setting, as a table that a browser draws as a flow.

use super::Report;
use crate::numbers::MISSING;
use crate::table::{Lean, table};
use leon_match::Who;
use maud::{Markup, html};

/// Hours a week that are shown as none.
const NONE: f64 = 0.5;

pub(super) fn section(report: &Report<'_>) -> Markup {
    let (voice, findings) = (report.voice, report.findings);
    let shares = findings.shares_in(None);
    let doers: Vec<&Who> = shares.iter().filter(|it| it.after.0 > NONE).map(|it| &it.who).collect();
    let hours = |setting, who: &Who| {
        let of_setting = findings.shares_in(Some(setting));
        of_setting.into_iter().find(|it| it.who == *who).map(|it| it.after).filter(|it| it.0 > NONE)
    };
    let rows: Vec<Vec<Markup>> = (report.names.case.settings.iter())
        .map(|setting| {
            let cells = doers.iter().map(|who| match hours(&setting.id, who) {
                Some(hours) => html! {
                    span data-hours=(format!("{:.0}", hours.0)) data-by=(kind(who)) { (voice.hours(hours)) }
                },
                None => html! { (MISSING) },
            });
            std::iter::once(html! { (report.names.setting(&setting.id)) }).chain(cells).collect()
        })
        .collect();
    let columns: Vec<_> = std::iter::once((Lean::Words, voice.text("column-setting")))
        .chain(doers.iter().map(|it| (Lean::Number, report.names.doer(it))))
        .collect();
    let content = html! {
        figure data-live="flow" aria-label=(voice.text("report-flow")) {
            (table(&voice.text("flow-table"), &columns, &rows))
        }
    };
    report.section("flow", "report-flow", "report-flow-lead", &content)
}

/// What kind of doer it is, as the colours of the page know it.
fn kind(who: &Who) -> &'static str {
    match who {
        Who::Group(_) => "staff",
        Who::Technology(_) => "technology",
        Who::Unmet => "unmet",
    }
}

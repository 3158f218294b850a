//! Cover: for each row and date how many are there, against how many are wanted.

use super::Page;
use crate::table::{part, width};
use leon_check::CoverFound;
use leon_model::{Cover, Date, Minutes};
use maud::{Markup, html};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let voice = page.words.voice;
    let content = html! {
        ul.legend {
            @for (sign, key) in [("✓", "roster-cover-enough"), ("–", "roster-cover-below-target"), ("✗", "roster-cover-short")] {
                li { (sign) " " (voice.text(key)) }
            }
        }
        @for dates in page.chunks() { (table(page, &dates)) }
    };
    page.section("cover", "roster-cover", "roster-cover-lead", &content)
}

fn table(page: &Page<'_>, dates: &[Date]) -> Markup {
    let voice = page.words.voice;
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return html! {} };
    html! {
        div.scroll {
            table.grid {
                caption { (voice.text("roster-cover")) ", " (first) " – " (last) }
                thead { tr { th scope="col" { (voice.text("roster-cover-row")) } (page.date_heads(dates)) } }
                tbody {
                    @for (at, row) in page.period().cover.iter().enumerate() {
                        tr {
                            th scope="row" { (label(row)) }
                            @for date in dates {
                                @let found = page.published.verdict.cover.iter().find(|it| it.cover == at && it.date == *date);
                                td.off[page.is_off(*date)] { @if let Some(found) = found { (cell(page, found)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where, when and who.
fn label(row: &Cover) -> String {
    let who = crate::roster::who(&row.who).join(", ");
    format!("{} {}–{} {who}", row.unit, row.span.from, row.span.to).trim_end().to_owned()
}

fn cell(page: &Page<'_>, found: &CoverFound) -> Markup {
    let sign = match found {
        it if it.short > Minutes(0) => "✗",
        it if it.below_target > Minutes(0) => "–",
        _ => "✓",
    };
    let variables = [
        ("fewest", found.fewest.into()),
        ("target", found.target.into()),
        ("short", page.words.length(found.short).into()),
        ("below", page.words.length(found.below_target).into()),
    ];
    let filled = if found.target == 0 { 1.0 } else { part(f64::from(found.fewest), f64::from(found.target)) };
    html! {
        span title=(page.words.voice.text_with("roster-cover-title", &variables)) { (sign) (found.fewest) "/" (found.target) }
        span.track aria-hidden="true" { span.bar.staff style=(width(filled)) {} }
    }
}

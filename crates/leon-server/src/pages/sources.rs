//! Kilder: every source of the case, with the figures and bindings that rest on it, searched by any word.

use crate::app::App;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Query, State};
use leon_model::{Binding, Case, Source};
use leon_pages::findings::{SourceUse, sources_in_use};
use leon_pages::names::{Names, citation};
use leon_pages::table::{Lean, table, text};
use leon_pages::texts::Voice;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    text: String,
}

/// A source with what rests on it.
struct Used<'a> {
    source: &'a Source,
    figures: Vec<&'a SourceUse<'a>>,
    bindings: Vec<&'a Binding>,
}

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let title = voice.text("report-sources");
    let Some(head) = app.newest_case().await? else {
        return Ok(shell(&visitor, "/sources", &title, &html! { p { (voice.text("no-case")) } }));
    };
    let desk = app.desk(&head.id).await?;
    let drawn = tokio::task::spawn_blocking(move || match asked.text.trim() {
        "" => Markup::clone(&desk.drawn(&format!("sources {}", voice.lang.code()), || list(&desk.case, "", voice))),
        text => list(&desk.case, text, voice),
    });
    let drawn = drawn.await.map_err(|_| Refused::Internal)?;
    Ok(shell(&visitor, "/sources", &title, &drawn))
}

/// The sources with a text in them or in what rests on them, and the way to search them.
fn list(case: &Case, text: &str, voice: Voice) -> Markup {
    let figures = sources_in_use(case);
    let found: Vec<_> = used(case, &figures).into_iter().filter(|it| speaks_of(it, text, case, voice)).collect();
    html! {
        p.lead { (voice.text("report-sources-lead")) }
        form action="/sources" method="get" {
            label for="text" { (voice.text("sources-search")) }
            input type="text" id="text" name="text" value=(text);
            p { button { (voice.text("events-do")) } }
        }
        p role="status" { (voice.text_with("sources-found", &[("found", found.len().into()), ("all", case.sources.len().into())])) }
        @for it in &found { (section(it, case, voice)) }
    }
}

fn used<'a>(case: &'a Case, figures: &'a [SourceUse<'a>]) -> Vec<Used<'a>> {
    let of = |source: &'a Source| Used {
        source,
        figures: figures.iter().filter(|it| *it.source == source.id).collect(),
        bindings: case.bindings.iter().filter(|it| it.source == source.id).collect(),
    };
    case.sources.iter().map(of).collect()
}

/// Whether a source, or what rests on it, has a text in it, whatever the case of its letters.
fn speaks_of(it: &Used<'_>, text: &str, case: &Case, voice: Voice) -> bool {
    let names = Names { case, voice };
    let mut words = vec![citation(it.source), it.source.id.to_string()];
    words.extend(it.figures.iter().map(|it| figures_in(it)));
    words.extend(it.bindings.iter().map(|it| names.binding(&it.id).to_owned()));
    let text = text.to_lowercase();
    words.iter().any(|it| it.to_lowercase().contains(&text))
}

fn figures_in(it: &SourceUse<'_>) -> String {
    format!("{}.{}", it.table.name(), it.column)
}

fn section(it: &Used<'_>, case: &Case, voice: Voice) -> Markup {
    let names = Names { case, voice };
    let row = |it: &&SourceUse<'_>| {
        let class = voice.text(&format!("evidence-{}", it.class));
        [figures_in(it), class, voice.count(it.figures), it.range(voice)].map(text).to_vec()
    };
    let columns = [
        (Lean::Words, voice.text("column-figures-in")),
        (Lean::Words, voice.text("column-evidence")),
        (Lean::Number, voice.text("column-figures")),
        (Lean::Number, voice.text("column-range")),
    ];
    html! {
        section aria-labelledby=(it.source.id) {
            h2 id=(it.source.id) { (it.source.title) }
            p {
                (citation(it.source)) "."
                @if it.source.url.starts_with("https://") || it.source.url.starts_with("http://") {
                    " " a href=(it.source.url) { (it.source.url) }
                }
            }
            @if !it.figures.is_empty() { (table("", &columns, &it.figures.iter().map(row).collect::<Vec<_>>())) }
            @if !it.bindings.is_empty() {
                p { (voice.text("sources-bindings")) }
                ul { @for binding in &it.bindings { li { (names.binding(&binding.id)) } } }
            }
        }
    }
}

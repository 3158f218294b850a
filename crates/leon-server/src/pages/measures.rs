//! Måling: what was promised of each measure, what planning again shows, and what is counted twice by whoever adds up.
//!
//! The pages show the folder that `leon measure CASE --all --out` wrote, as it is now.

use crate::app::App;
use crate::measured::{Measured, Row};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Path, State};
use leon_formats::{Lang, Problem};
use leon_pages::measure::figure_name;
use leon_pages::numbers::MISSING;
use leon_pages::table::{Lean, table, text};
use leon_pages::texts::Voice;
use maud::{Markup, html};

/// Measures shown where only those that release most are.
const RELEASED_MOST: usize = 5;

/// The league table, and measures together.
pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let title = voice.text("measures-title");
    let content = match measured(&app).await? {
        Some(it) => html! {
            p.lead { (voice.text("measures-lead")) }
            (league(&it, usize::MAX, voice))
            (together(&it, voice))
            (not_measured(&it, voice))
            p { (about(&it, voice)) }
        },
        None => html! { p { (voice.text("measures-none")) } },
    };
    Ok(shell(&visitor, "/measures", &title, &content))
}

/// One measure: its promise, and where the hours come from.
pub async fn one(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let it = measured(&app).await?.ok_or(Refused::NotFound)?;
    let measure = it.measures().find(|row| row.words("measure") == id).ok_or(Refused::NotFound)?;
    let unit = [("unit", unit(&measure, voice).into())];
    let heading = |key: &str| voice.text_with(key, &unit);
    let content = html! {
        p { a href="/measures" { (voice.text("measures-back")) } }
        (promise(&measure, voice))
        @match it.not_measured().find(|row| row.words("measures") == id) {
            Some(row) => { p.notice { (why_not(&row, voice)) } }
            None => { p { (voice.text(&format!("measure-finding-{}", measure.words("finding")))) } }
        }
        (differences(&it, &id, &heading("measure-lines"), voice, |row| match (row.words("what"), row.words("kind")) {
            ("released", "all") => Some(voice.text("measure-all")),
            ("account", "all") => Some(voice.text(&format!("account-{}", row.words("of")))),
            _ => None,
        }))
        (differences(&it, &id, &heading("measure-free"), voice, |row| match (row.words("what"), row.words("kind")) {
            ("free_time", "all") => Some(voice.text(&format!("measure-piece-{}", row.words("of")))),
            (what @ ("bought" | "uncovered" | "surplus"), "all") => Some(voice.text(&format!("measure-{what}"))),
            _ => None,
        }))
        (differences(&it, &id, &heading("measure-types"), voice, |row| match (row.words("what"), row.words("kind")) {
            ("released", kind) if kind != "all" => Some(voice.text(&format!("measure-kind-{kind}"))),
            _ => None,
        }))
        (figures(&it, &id, voice))
        p { (about(&it, voice)) }
    };
    Ok(shell(&visitor, "", measure.name(voice), &content))
}

/// What the folder holds; `None`: there is none.
async fn measured(app: &App) -> Result<Option<Measured>, Refused> {
    let Some(folder) = app.measures().map(ToOwned::to_owned) else { return Ok(None) };
    let read = tokio::task::spawn_blocking(move || Measured::read(&folder));
    let read = read.await.map_err(|_| Refused::Internal)?;
    read.map(Some).map_err(|problems| {
        let told = |it: &Problem| eprintln!("leon: {} {} {}", it.code(), it.place(Lang::En), it.message(Lang::En));
        problems.iter().for_each(told);
        Refused::Internal
    })
}

/// What measures have released, for the page of the book of hours: those that release most.
pub(super) async fn released(app: &App, voice: Voice) -> Result<Markup, Refused> {
    let measured = measured(app).await?;
    Ok(html! {
        section aria-labelledby="released-heading" {
            h2 id="released-heading" { (voice.text("hours-released")) }
            @match &measured {
                Some(it) => {
                    p.lead { (voice.text("hours-released-lead")) }
                    (league(it, RELEASED_MOST, voice))
                    p { a href="/measures" { (voice.text("hours-released-all")) } }
                }
                None => { p { (voice.text("measures-none")) } }
            }
        }
    })
}

/// Measures beside their promise, the one that releases most first.
fn league(it: &Measured, most: usize, voice: Voice) -> Markup {
    let row = |row: Row<'_>| {
        let address = format!("/measures/{}", row.words("measure"));
        vec![
            html! { a href=(address) { (row.name(voice)) } },
            text(row.number("share").map_or(MISSING.to_owned(), |it| voice.percent(it))),
            text(fte(&row, "fte", voice)),
            text(interval(&row, voice)),
            text(fte(&row, "promised_fte", voice)),
            text(verdict(&row, voice)),
        ]
    };
    let columns = [
        (Lean::Words, "measure-column-measure"),
        (Lean::Number, "measure-column-share"),
        (Lean::Number, "measure-column-fte"),
        (Lean::Number, "measure-column-interval"),
        (Lean::Number, "measure-column-promised"),
        (Lean::Words, "measure-column-verdict"),
    ];
    let columns = columns.map(|(lean, key)| (lean, voice.text(key)));
    table(&voice.text("measure-league"), &columns, &it.measures().take(most).map(row).collect::<Vec<_>>())
}

/// Measures that are taken up at the same time.
fn together(it: &Measured, voice: Voice) -> Markup {
    let number = |row: &Row<'_>, column: &str| voice.number(row.number(column).unwrap_or_default(), 1).into();
    let lines = |row: Row<'_>| {
        let names: Vec<&str> = row.words("measures").split('+').map(|id| it.name_of(id, voice)).collect();
        let of = [("count", names.len().into()), ("names", names.join(" + ").into())];
        let minutes = ["alone", "together", "overlap"].map(|column| (column, number(&row, column)));
        let ends = [("low", number(&row, "overlap_low")), ("high", number(&row, "overlap_high"))];
        let variables = [&minutes[..], &ends, &[("unit", unit(&row, voice).into())]].concat();
        let in_case = row.number("fte_alone").zip(row.number("fte_together")).map(|(alone, together)| {
            let variables = [("alone", voice.number(alone, 0).into()), ("together", voice.number(together, 0).into())];
            voice.text_with("measure-overlap-fte", &variables)
        });
        html! {
            h3 { (voice.text_with("measure-together-of", &of)) }
            p { (voice.text_with("measure-overlap", &variables)) }
            @if let Some(line) = in_case { p { (line) } }
        }
    };
    html! {
        section aria-labelledby="together-heading" {
            h2 id="together-heading" { (voice.text("measure-together")) }
            p.lead { (voice.text("measure-together-lead")) }
            @for row in it.together() { (lines(row)) }
        }
    }
}

/// Measures without an answer, and why.
fn not_measured(it: &Measured, voice: Voice) -> Markup {
    let line = |row: Row<'_>| {
        let names: Vec<&str> = row.words("measures").split('+').map(|id| it.name_of(id, voice)).collect();
        format!("{}: {}", names.join(" + "), why_not(&row, voice))
    };
    let mut rows = it.not_measured().peekable();
    html! {
        @if rows.peek().is_some() {
            section aria-labelledby="not-measured-heading" {
                h2 id="not-measured-heading" { (voice.text("measure-not")) }
                p.lead { (voice.text("measure-not-lead")) }
                @for row in rows { p { (line(row)) } }
            }
        }
    }
}

fn why_not(row: &Row<'_>, voice: Voice) -> String {
    let rules = ["rules_without", "rules_with"].map(|it| row.number(it).unwrap_or_default() as usize);
    leon_pages::measure::why_not(row.words("reason"), rules, row.words("detail"), voice)
}

/// What the measure rests on: who can have it, who has, what it changes and what it costs, each with its source.
fn figures(it: &Measured, id: &str, voice: Voice) -> Markup {
    let number = |row: &Row<'_>, column: &str| row.number(column).map(|it| voice.number(it, 2));
    let row = |row: Row<'_>| {
        let ends = number(&row, "low").zip(number(&row, "high")).filter(|(low, high)| low != high);
        vec![
            text(figure_name(row.words("figure"), voice)),
            text(number(&row, "value").unwrap_or_else(|| MISSING.to_owned())),
            text(ends.map_or(MISSING.to_owned(), |(low, high)| format!("{low} – {high}"))),
            text(voice.text(&format!("evidence-{}", row.words("evidence")))),
            text(row.words("source")),
        ]
    };
    let columns = [
        (Lean::Words, "measure-column-figure"),
        (Lean::Number, "measure-column-value"),
        (Lean::Number, "column-range"),
        (Lean::Words, "measure-column-evidence"),
        (Lean::Words, "measure-column-source"),
    ];
    let columns = columns.map(|(lean, key)| (lean, voice.text(key)));
    html! {
        section aria-labelledby="figures" {
            h2 id="figures" { (voice.text("measure-figures")) }
            p.lead { (voice.text("measure-section-needs-lead")) }
            (table("", &columns, &it.figures(id).map(row).collect::<Vec<_>>()))
        }
    }
}

/// What was promised, what was found, and what becomes of the promise.
fn promise(row: &Row<'_>, voice: Voice) -> Markup {
    let figure = |key: &str, value: String, beside: String| {
        html! { div { dt { (voice.text(key)) } dd { strong { (value) } span { (beside) } } } }
    };
    html! {
        dl.figures {
            (figure("measure-figure-promised", fte(row, "promised_fte", voice), String::new()))
            (figure("measure-figure-found", fte(row, "fte", voice), interval(row, voice)))
            (figure("measure-figure-verdict", verdict(row, voice), String::new()))
        }
        p { a href="#figures" { (voice.text("measure-figures")) } }
    }
}

/// The differences that have a name here, with their intervals.
fn differences(
    it: &Measured,
    id: &str,
    caption: &str,
    voice: Voice,
    name: impl Fn(&Row<'_>) -> Option<String>,
) -> Markup {
    let row = |row: Row<'_>| {
        let numbers = ["minutes", "low", "high"].map(|column| voice.number(row.number(column).unwrap_or_default(), 1));
        let name = name(&row)?;
        Some(std::iter::once(name).chain(numbers).map(text).collect::<Vec<Markup>>())
    };
    let rows: Vec<Vec<Markup>> = it.differences(id).filter_map(row).collect();
    let numbers = ["measure-column-less", "measure-column-low", "measure-column-high"];
    let numbers = numbers.map(|key| (Lean::Number, voice.text(key)));
    let columns: Vec<(Lean, String)> = std::iter::once((Lean::Words, String::new())).chain(numbers).collect();
    html! { @if !rows.is_empty() { (table(caption, &columns, &rows)) } }
}

/// What the figures rest on: case, version, seed and rounds.
fn about(it: &Measured, voice: Voice) -> String {
    let variables = ["case", "leon_version", "seed", "iterations"].map(|item| (item, it.run(item).into()));
    voice.text_with("measures-about", &variables)
}

fn fte(row: &Row<'_>, column: &str, voice: Voice) -> String {
    row.number(column).map_or(MISSING.to_owned(), |it| voice.number(it, 0))
}

fn interval(row: &Row<'_>, voice: Voice) -> String {
    let ends = row.number("fte_low").zip(row.number("fte_high"));
    ends.map(|(low, high)| format!("{} – {}", voice.number(low, 0), voice.number(high, 0))).unwrap_or_default()
}

fn verdict(row: &Row<'_>, voice: Voice) -> String {
    if row.words("finding") == "not_measured" {
        return voice.text("measure-verdict-not_measured");
    }
    let word = Some(row.words("verdict")).filter(|it| !it.is_empty()).unwrap_or("none");
    voice.text(&format!("measure-verdict-{word}"))
}

/// Minutes a day, or a week of a unit.
fn unit(row: &Row<'_>, voice: Voice) -> String {
    voice.text(if row.words("planned") == "rosters" { "measure-minutes-a-week" } else { "measure-minutes-a-day" })
}

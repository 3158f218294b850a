//! The page of a measure: what was promised, what planning again shows, for whom, where, what it needs, how sure.

use super::summary::{PARTS, dropped, users};
use super::{Asked, LEANINGS, Sampled};
use crate::document::{STYLE, document, section};
use crate::grid::Lean;
use crate::table::{table, text};
use leon_measure::{Estimate, Quantity, Regression};
use leon_model::EvidenceClass;
use leon_pages::measure::figure_name;
use maud::{Markup, html};

/// The whole page, which holds its own style and asks for nothing from elsewhere.
pub fn page(asked: &Asked<'_>) -> String {
    let (voice, title) = (asked.voice, asked.name());
    let sections = [promise, found, whom, places, needs, sure];
    let body = html! {
        header {
            p.kicker { (voice.text("measure-kicker")) }
            h1 { (title) }
        }
        main { @for section in sections { (section(asked)) } }
    };
    document(voice, &title, &[STYLE], &body)
}

fn paragraphs(lines: &[String]) -> Markup {
    html! { @for line in lines { p { (line) } } }
}

/// What was promised, and what becomes of it.
fn promise(asked: &Asked<'_>) -> Markup {
    let voice = asked.voice;
    let figure = |key: &str, value: Option<String>, beside: String| {
        html! { div { dt { (voice.text(key)) } dd { strong { (value.unwrap_or_else(|| "–".into())) } span { (beside) } } } }
    };
    let number = |value: f64| voice.number(value, 0);
    let claim = asked.claim().map(|it| number(it.value));
    let fte = asked.scaled.as_ref().map(|it| it.fte);
    let interval = fte.map(|[low, _, high]| format!("{} – {}", number(low), number(high))).unwrap_or_default();
    let content = html! {
        dl.figures {
            (figure("measure-figure-promised", claim, String::new()))
            (figure("measure-figure-found", fte.map(|it| number(it[1])), interval))
            (figure("measure-figure-verdict", Some(asked.verdict_word()), String::new()))
        }
        (paragraphs(&asked.promise()))
    };
    section(voice, "promise", "measure-section-promise", "measure-section-promise-lead", &content)
}

fn found(asked: &Asked<'_>) -> Markup {
    let lines = [asked.asked_for(), asked.released(), dropped(asked)];
    let content = html! { (paragraphs(&lines)) (paragraphs(&asked.counted_twice())) (part(asked, 0)) (part(asked, 2)) };
    section(asked.voice, "found", "measure-section-found", "measure-section-found-lead", &content)
}

fn whom(asked: &Asked<'_>) -> Markup {
    section(asked.voice, "whom", "measure-section-whom", "measure-section-whom-lead", &part(asked, 1))
}

/// A table of quantities that belong together.
fn part(asked: &Asked<'_>, index: usize) -> Markup {
    let (caption, is_part) = PARTS[index];
    let rows = asked.study.less.iter().filter(|it| is_part(it.0)).map(|it| (asked.words(it.0), *it.1));
    estimates(asked, caption, rows)
}

fn estimates(asked: &Asked<'_>, caption: &str, rows: impl Iterator<Item = (String, Estimate)>) -> Markup {
    let voice = asked.voice;
    let row = |(name, estimate): (String, Estimate)| {
        std::iter::once(name).chain(asked.numbers(estimate)).map(text).collect::<Vec<Markup>>()
    };
    let rows: Vec<Vec<Markup>> = rows.map(row).collect();
    let numbers = ["measure-column-less", "measure-column-low", "measure-column-high"];
    let numbers = numbers.map(|key| (Lean::Number, voice.text(key)));
    let columns: Vec<(Lean, String)> = std::iter::once((Lean::Words, String::new())).chain(numbers).collect();
    table(&voice.text_with(caption, &[("unit", asked.unit().into())]), &columns, &rows)
}

fn places(asked: &Asked<'_>) -> Markup {
    let voice = asked.voice;
    let types = asked.study.types.iter();
    let released = |it: &leon_measure::Type| it.less.get(&Quantity::Released).copied().unwrap_or_default();
    let rows = types.map(|it| (asked.kind(it.kind), released(it)));
    let scaled = asked.scaled.iter().flat_map(|it| &it.types);
    let scaled = scaled.map(|it| vec![text(asked.kind(it.0)), text(voice.number(it.1.0, 0))]);
    let scaled: Vec<Vec<Markup>> = scaled.collect();
    let columns =
        [(Lean::Words, voice.text("measure-column-type")), (Lean::Number, voice.text("measure-column-hours-week"))];
    let content = html! {
        (estimates(asked, "measure-types", rows))
        @if !scaled.is_empty() { (table(&voice.text("measure-types-scaled"), &columns, &scaled)) }
    };
    section(voice, "where", "measure-section-where", "measure-section-where-lead", &content)
}

/// What the measure needs, and every figure that it rests on.
fn needs(asked: &Asked<'_>) -> Markup {
    let voice = asked.voice;
    let mut rows = Vec::new();
    for measure in &asked.measures {
        for (path, figure) in measure.figures() {
            let source = measure.source_of(&figure).unwrap_or_default();
            let numbers = [figure.value, figure.low, figure.high].map(|it| text(voice.number(it, 3)));
            let class = voice.text(&format!("evidence-{}", figure.class));
            let words = [text(class), text(source)];
            rows.push(
                std::iter::once(text(figure_name(&path, voice))).chain(numbers).chain(words).collect::<Vec<Markup>>(),
            );
        }
    }
    let column = |lean: Lean, key: &str| (lean, voice.text(key));
    let columns = [
        column(Lean::Words, "measure-column-figure"),
        column(Lean::Number, "measure-column-value"),
        column(Lean::Number, "measure-column-low"),
        column(Lean::Number, "measure-column-high"),
        column(Lean::Words, "measure-column-evidence"),
        column(Lean::Words, "measure-column-source"),
    ];
    let content = html! { p { (users(asked)) } (table(&voice.text("measure-figures"), &columns, &rows)) };
    section(voice, "needs", "measure-section-needs", "measure-section-needs-lead", &content)
}

fn sure(asked: &Asked<'_>) -> Markup {
    let voice = asked.voice;
    let real = voice.text(if asked.is_real() { "measure-real" } else { "measure-synthetic" });
    let class = voice.text(&format!("evidence-{}", EvidenceClass::Measured));
    let drivers = asked.drivers.iter().map(|it| {
        let ends = [it.at_low.mean, it.at_high.mean].map(|value| text(voice.number(value, 1)));
        std::iter::once(text(asked.figure_words(&it.path, [it.low, it.high]))).chain(ends).collect::<Vec<Markup>>()
    });
    let drivers: Vec<Vec<Markup>> = drivers.collect();
    let column = |lean: Lean, key: &str| (lean, voice.text(key));
    let columns = [
        column(Lean::Words, "measure-column-figure"),
        column(Lean::Number, "measure-column-at-low"),
        column(Lean::Number, "measure-column-at-high"),
    ];
    let leaning_columns = LEANINGS.map(|(lean, key)| column(lean, key));
    let unit = [("unit", asked.unit().into())];
    let free = [("minutes", voice.number(asked.options.visit_min.0 as f64, 0).into())];
    let content = html! {
        p { (asked.finding()) }
        p { (class) ": " (real) }
        @if !matches!(asked.sampled, Sampled::Rosters(_)) { p { (voice.text_with("measure-free-lead", &free)) } }
        @if !drivers.is_empty() {
            (table(&voice.text_with("measure-drivers", &unit), &columns, &drivers))
        }
        @if let Some(regression) = &asked.regression {
            (table(&voice.text_with("measure-regression", &unit), &leaning_columns, &leanings(asked, regression)))
            p { (asked.explained(regression)) }
        }
    };
    section(voice, "sure", "measure-section-sure", "measure-section-sure-lead", &content)
}

fn leanings(asked: &Asked<'_>, regression: &Regression) -> Vec<Vec<Markup>> {
    asked.leanings(regression).into_iter().map(|it| it.map(text).into()).collect()
}

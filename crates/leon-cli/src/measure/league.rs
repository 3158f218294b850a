//! Every measure of a case alone, beside the others and what was promised.

use super::not_measured::{self, NotMeasured};
use super::{Asked, Question, page, tables, together};
use crate::document::{STYLE, document, section};
use crate::failure::Failure;
use crate::grid::{Grid, Lean};
use crate::numbers::MISSING;
use crate::out;
use crate::screen::Screen;
use crate::table::{table, text};
use crate::texts::Voice;
use leon_formats::results::column;
use leon_formats::results::{Cell, ResultTable, Results, result_files};
use leon_model::Case;
use maud::{Markup, html};
use std::path::Path;

/// What became of every measure of a case.
pub struct League<'a> {
    pub case: &'a Case,
    /// Each measure that was measured.
    pub alone: Vec<Asked<'a>>,
    /// Those of visits, and those of rosters.
    pub together: Vec<Asked<'a>>,
    /// Those without an answer, alone or together.
    pub not_measured: Vec<NotMeasured<'a>>,
    pub voice: Voice,
}

impl<'a> League<'a> {
    /// Single measures that were not measured.
    fn left(&self) -> impl Iterator<Item = &NotMeasured<'a>> {
        self.not_measured.iter().filter(|it| it.question.measures.len() == 1)
    }

    /// The first question that was asked.
    fn first(&self) -> Option<&Question<'a>> {
        self.alone.first().map(|it| &it.question).or(self.not_measured.first().map(|it| &it.question))
    }
}

/// The columns, by their texts.
const COLUMNS: [(Lean, &str); 7] = [
    (Lean::Words, "measure-column-measure"),
    (Lean::Number, "measure-column-share"),
    (Lean::Number, "measure-column-fte"),
    (Lean::Number, "measure-column-interval"),
    (Lean::Number, "measure-column-promised"),
    (Lean::Number, "measure-column-ratio"),
    (Lean::Words, "measure-column-verdict"),
];

/// By what is released in the case, the most first.
fn ranked<'a, 'b>(all: &'b [Asked<'a>]) -> Vec<&'b Asked<'a>> {
    let mut ranked: Vec<&Asked<'_>> = all.iter().collect();
    let fte = |it: &Asked<'_>| it.scaled.as_ref().map_or(f64::NEG_INFINITY, |it| it.fte[1]);
    ranked.sort_by(|one, other| fte(other).total_cmp(&fte(one)));
    ranked
}

/// A measure as a row of words.
fn row(asked: &Asked<'_>) -> [String; 7] {
    let voice = asked.voice;
    let number = |value: f64| voice.number(value, 0);
    let none = || MISSING.to_owned();
    let scaled = asked.scaled.as_ref();
    let ratio = scaled.zip(asked.claim()).map(|(scaled, claim)| scaled.fte[1] / claim.value);
    [
        asked.name(),
        scaled.map_or_else(none, |it| voice.percent(it.share.value)),
        scaled.map_or_else(none, |it| number(it.fte[1])),
        scaled.map_or_else(none, |it| format!("{} – {}", number(it.fte[0]), number(it.fte[2]))),
        asked.claim().map_or_else(none, |it| number(it.value)),
        ratio.map_or_else(none, |it| voice.percent(it)),
        asked.verdict_word(),
    ]
}

/// A measure that was not measured, as such a row.
fn row_of_not(it: &NotMeasured<'_>) -> [String; 7] {
    let question = &it.question;
    let voice = question.voice;
    let promised = question.claim().map_or_else(|| MISSING.to_owned(), |it| voice.number(it.value, 0));
    let [share, fte, interval, ratio] = [MISSING; 4].map(str::to_owned);
    [question.name(), share, fte, interval, promised, ratio, voice.text("measure-verdict-not_measured")]
}

/// What measures give together: of visits, of rosters.
fn lines(together: &[Asked<'_>]) -> Vec<(String, Vec<String>)> {
    let one = |it: &Asked<'_>| {
        let count = ("count", it.measures.len().into());
        let of = it.voice.text_with("measure-together-of", &[count, ("names", it.name().into())]);
        (of, it.counted_twice())
    };
    together.iter().map(one).collect()
}

/// The table for the terminal, what measures give together, and what was not measured.
pub fn league(league: &League<'_>) -> String {
    let (voice, screen) = (league.voice, Screen::of_stdout());
    let mut grid = Grid::new(COLUMNS.iter().map(|(lean, key)| (*lean, voice.text(key))));
    ranked(&league.alone).into_iter().for_each(|it| grid.row(row(it)));
    league.left().for_each(|it| grid.row(row_of_not(it)));
    let mut text = screen.heading(&voice.text("measure-league"));
    text += &grid.render(screen.width);
    text += &screen.paragraph(&voice.text("measure-league-lead"));
    if !league.together.is_empty() {
        text += &screen.heading(&voice.text("measure-together"));
    }
    for (of, lines) in lines(&league.together) {
        text += &screen.paragraph(&of);
        lines.iter().for_each(|it| text += &screen.paragraph(it));
    }
    if !league.not_measured.is_empty() {
        text += &screen.heading(&voice.text("measure-not"));
    }
    league.not_measured.iter().for_each(|it| text += &screen.paragraph(&it.line()));
    text.trim_start_matches('\n').to_owned()
}

/// Writes the table as a page and as CSV and Parquet with what measures give together, and each measure's page.
///
/// # Errors
/// As [`out::replace`].
pub fn write_league(league: &League<'_>, dir: &Path) -> Result<(), Failure> {
    let Some(first) = league.first() else { return Ok(()) };
    let voice = league.voice;
    let questions = || {
        let not = league.left().map(|it| &it.question);
        league.alone.iter().map(|it| &it.question).chain(not)
    };
    let ids: Vec<String> = questions().map(Question::id).collect();
    let results = Results {
        name: format!("{}-measures", league.case.name),
        title: voice.text("measure-league"),
        description: "Every measure of a case alone: what planning again shows, scaled by a match, beside what is \
                      promised."
            .into(),
        tables: vec![
            as_table(league),
            tables::differences(league.alone.iter().chain(&league.together)),
            together::as_table(&league.together),
            not_measured::as_table(&league.not_measured),
            tables::figures(questions()),
            tables::run(first, &ids, Vec::new()),
        ],
    };
    let mut files = result_files(&results).map_err(|reason| {
        Failure::Internal(voice.text_with("failure-internal", &[("reason", reason.to_string().into())]))
    })?;
    files.insert("report.html".into(), league_page(league).into_bytes());
    for it in &league.alone {
        files.insert(format!("{}.html", it.id()), page::page(it).into_bytes());
    }
    out::replace(&files, dir, |name| name.ends_with(".html"), voice)
}

fn league_page(league: &League<'_>) -> String {
    let voice = league.voice;
    let columns: Vec<(Lean, String)> = COLUMNS.iter().map(|(lean, key)| (*lean, voice.text(key))).collect();
    let linked = |it: &Asked<'_>| {
        let mut cells: Vec<Markup> = row(it).map(text).into();
        cells[0] = html! { a href=(format!("{}.html", it.id())) { (it.name()) } };
        cells
    };
    let measured = ranked(&league.alone).into_iter().map(linked);
    let rows: Vec<Vec<Markup>> = measured.chain(league.left().map(|it| row_of_not(it).map(text).into())).collect();
    let title = voice.text("measure-league");
    let shared = html! { @for (of, lines) in lines(&league.together) { h3 { (of) } @for it in lines { p { (it) } } } };
    let not = html! { @for it in &league.not_measured { p { (it.line()) } } };
    let body = html! {
        header {
            p.kicker { (voice.text("measure-kicker")) }
            h1 { (title) }
        }
        main {
            (section(voice, "league", "measure-league", "measure-league-lead", &table("", &columns, &rows)))
            @if !league.together.is_empty() {
                (section(voice, "together", "measure-together", "measure-together-lead", &shared))
            }
            @if !league.not_measured.is_empty() {
                (section(voice, "not-measured", "measure-not", "measure-not-lead", &not))
            }
        }
    };
    document(voice, &title, &[STYLE], &body)
}

fn as_table(league: &League<'_>) -> ResultTable {
    let names = |it: &Question<'_>| -> [Cell; 4] {
        let [da, en] = it.measures.first().map_or(["", ""], |it| [it.name_da.as_str(), it.name_en.as_str()]);
        [it.id().into(), da.into(), en.into(), it.planned().into()]
    };
    let number = |value: Option<f64>| value.map_or(Cell::Missing, Cell::Number);
    let row = |it: &&Asked<'_>| {
        let scaled = it.scaled.as_ref();
        let share = scaled.map(|it| &it.share);
        let numbers = [
            share.map(|it| it.value),
            share.map(|it| it.low),
            share.map(|it| it.high),
            scaled.map(|it| it.fte[1]),
            scaled.map(|it| it.fte[0]),
            scaled.map(|it| it.fte[2]),
            it.claim().map(|it| it.value),
        ];
        let verdict = it.verdict().map_or("", leon_measure::Verdict::word);
        let words = [it.study.finding().word().to_owned().into(), verdict.to_owned().into()];
        names(it).into_iter().chain(numbers.map(number)).chain(words).collect::<Vec<Cell>>()
    };
    let not = |it: &NotMeasured<'_>| {
        let numbers = std::iter::repeat_n(None, 6).chain([it.question.claim().map(|it| it.value)]).map(number);
        names(&it.question).into_iter().chain(numbers).chain(["not_measured".into(), "".into()]).collect()
    };
    crate::results::table(
        "measures",
        "Every measure alone, by what it releases in the case.",
        vec![
            column::text("measure", "Its id."),
            column::text("name_da", "Its name in Danish."),
            column::text("name_en", "Its name in English."),
            column::text("planned", "What was planned twice: days or rosters."),
            column::number("share", "share", "Of the care hours in its scope, what it releases."),
            column::number("share_low", "share", "The interval's low end, widened by what the search may still shift."),
            column::number("share_high", "share", "The high end."),
            column::number("fte", "FTE", "What that is in the case, by a match."),
            column::number("fte_low", "FTE", "At the low end."),
            column::number("fte_high", "FTE", "At the high end."),
            column::number("promised_fte", "FTE", "What somebody promises."),
            column::text(
                "finding",
                "proven, measured, plan_longer or not_shown; not_measured: why stands in its own table.",
            ),
            column::text("verdict", "confirmed, lower, higher, not_testable; empty without a promise."),
        ],
        ranked(&league.alone).iter().map(row).chain(league.left().map(not)).collect(),
    )
}

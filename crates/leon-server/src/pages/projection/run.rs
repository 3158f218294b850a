//! A scenario beside the case as it stands: under way, or year by year.

use super::map::{Shown, section};
use crate::access::Right;
use crate::app::App;
use crate::pages::jobs::{progress_bar, state};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use crate::when::when;
use crate::worker::{AskedYears, SCENARIO};
use crate::years::{PathYears, Years};
use axum::Extension;
use axum::extract::{Path, Query, State};
use leon_model::{Case, Hours};
use leon_pages::map::Missing;
use leon_pages::numbers::signed;
use leon_pages::projection::year_map::YearMap;
use leon_pages::projection::{Fan, fan};
use leon_pages::table::{Lean, largest, table, text};
use leon_pages::texts::Voice;
use leon_project::Interval;
use leon_store::{DocumentId, Job, JobId, JobState};
use maud::{Markup, html};
use std::sync::Arc;

/// Scenarios in the list of those that were projected.
const RUNS: usize = 10;
/// Years shown under an axis.
const YEARS_SHOWN: u32 = 5;

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Query(shown): Query<Shown>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let job = app.store().job(&JobId(id)).await?.filter(|it| it.kind == SCENARIO).ok_or(Refused::NotFound)?;
    let asked: AskedYears = serde_json::from_str(&job.asked).map_err(|_| Refused::Internal)?;
    let title = voice.text("scenario-run-title");
    let Some(answer) = &job.answer else {
        return Ok(shell(&visitor, "", &title, &under_way(&job, &visitor)));
    };
    let answer = app.store().answer(answer).await?.ok_or(Refused::NotFound)?;
    let years: Years = serde_json::from_str(&answer.body).map_err(|_| Refused::Internal)?;
    let case = Arc::clone(&app.desk(&job.document).await?.case);
    let is_map_alone = shown.is_map_alone();
    let drawn = move || {
        let need = years.paths[0].need.first().copied().unwrap_or_default();
        let run = Run { case: &case, years: &years, voice: voice.for_hours(Hours(need)) };
        if shown.is_map_alone() { run.map(&shown) } else { run.page(&job, &asked, &shown) }
    };
    let content = tokio::task::spawn_blocking(drawn).await.map_err(|_| Refused::Internal)?;
    Ok(if is_map_alone { content } else { shell(&visitor, "", &title, &content) })
}

/// How far it is, for whom may see that as it comes; or why it failed.
fn under_way(job: &Job, visitor: &Visitor) -> Markup {
    let voice = visitor.voice;
    html! {
        p { a href=(super::build::ADDRESS) { (voice.text("scenario-another")) } }
        @if job.state.is_over() {
            p.problem role="alert" { (state(job, voice)) }
        } @else if visitor.may(Right::SeeJobs) {
            (progress_bar(job, &voice.text("scenario-run-title"), voice))
        } @else {
            p.notice role="status" { (state(job, voice)) }
        }
    }
}

/// The scenarios of a case that were asked for last.
pub async fn runs(app: &App, visitor: &Visitor, case: &DocumentId) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let jobs = app.store().jobs(Some(case), 100).await?;
    let row = |job: &Job| {
        let asked: Option<AskedYears> = serde_json::from_str(&job.asked).ok();
        let name = asked.map(|it| voice.name(&it.name_da, &it.name_en).to_owned()).unwrap_or_default();
        vec![
            html! { a href=(format!("/projection/runs/{}", job.id)) { (name) } },
            text(state(job, voice)),
            text(&job.created_by),
            text(when(job.created_at)),
        ]
    };
    let is_ours = |it: &&Job| it.kind == SCENARIO && it.state != JobState::Cancelled;
    let rows: Vec<_> = jobs.iter().filter(is_ours).take(RUNS).map(row).collect();
    let columns = ["column-scenario", "jobs-state", "jobs-by", "jobs-at"].map(|key| (Lean::Words, voice.text(key)));
    Ok(html! {
        @if !rows.is_empty() {
            section aria-labelledby="runs" {
                h2 id="runs" { (voice.text("scenario-runs")) }
                (table("", &columns, &rows))
            }
        }
    })
}

/// What was found, with its case.
struct Run<'a> {
    case: &'a Case,
    years: &'a Years,
    voice: Voice,
}

impl Run<'_> {
    fn page(&self, job: &Job, asked: &AskedYears, shown: &Shown) -> Markup {
        let voice = self.voice;
        let names = [0, 1].map(|at| self.name(&self.years.paths[at]));
        let path = shown.path();
        let address = format!("/projection/runs/{}", job.id);
        html! {
            p {
                a href=(super::build::ADDRESS) { (voice.text("scenario-another")) } " · "
                a href=(format!("{}?run={}#file", super::build::ADDRESS, job.id)) { (voice.text("scenario-change")) }
            }
            p.lead { (self.headline()) }
            section { (self.chart()) }
            (section(&address, &self.years.years, shown.at(&self.years.years), (&names, path), &self.map(shown), voice))
            (self.table())
            details {
                summary { (voice.text("scenario-file")) }
                pre { code { (asked.scenario) } }
            }
            p { (voice.text_with("scenario-about", &[("draws", voice.count(self.years.draws).into()), ("version", env!("CARGO_PKG_VERSION").into())])) }
        }
    }

    fn name<'p>(&self, path: &'p PathYears) -> &'p str {
        self.voice.name(&path.name_da, &path.name_en)
    }

    /// What the scenario changes in the last year, in a sentence.
    fn headline(&self) -> String {
        let voice = self.voice;
        let last = |of: &[[f64; 3]]| of.last().copied().unwrap_or_default();
        let [value, low, high] = last(&self.years.difference).map(|it| signed(voice.lang, it, 0));
        let [base, with] = [0, 1].map(|at| voice.number(last(&self.years.paths[at].missing)[0], 0));
        let variables = [
            ("scenario", self.name(&self.years.paths[1]).to_owned().into()),
            ("year", self.years.years.last().map_or(String::new(), ToString::to_string).into()),
            ("base", base.into()),
            ("with", with.into()),
            ("change", value.into()),
            ("low", low.into()),
            ("high", high.into()),
        ];
        voice.text_with("scenario-headline", &variables)
    }

    fn chart(&self) -> Markup {
        let years = &self.years.years;
        let intervals = |path: &PathYears| -> Vec<Interval> {
            path.missing.iter().map(|&[value, low, high]| Interval { value, low, high }).collect()
        };
        let [base, with] = [0, 1].map(|at| intervals(&self.years.paths[at]));
        let is_shown =
            |(at, year): &(usize, &u32)| *at == 0 || *at + 1 == years.len() || year.is_multiple_of(YEARS_SHOWN);
        let drawn = Fan {
            name: self.name(&self.years.paths[1]),
            years,
            shown: &years.iter().enumerate().filter(is_shown).map(|(at, _)| at).collect::<Vec<_>>(),
            own: &with,
            other: Some(&base),
            has_draws: self.years.draws > 0,
            top: base.iter().chain(&with).map(|it| it.high.max(it.value)).fold(1.0, f64::max),
        };
        fan(&drawn, self.voice)
    }

    /// Both paths and the difference, year by year.
    fn table(&self) -> Markup {
        let voice = self.voice;
        let [base, with] = &self.years.paths;
        let row = |(at, year): (usize, &u32)| {
            let [change, low, high] = self.years.difference[at].map(|it| signed(voice.lang, it, 0));
            let hours = [with.need[at], with.hands[at], with.taken_over[at], with.unmet[at]];
            std::iter::once(text(year.to_string()))
                .chain(hours.map(|it| text(voice.hours(Hours(it)))))
                .chain([with, base].map(|it| text(voice.number(it.missing[at][0], 0))))
                .chain([text(change), text(format!("{low} – {high}"))])
                .collect::<Vec<_>>()
        };
        let numbers = [
            "column-need",
            "column-hands",
            "column-technology",
            "column-unmet",
            "scenario-missing",
            "scenario-missing-base",
            "column-difference",
            "column-interval",
        ];
        let columns: Vec<_> = std::iter::once((Lean::Words, voice.text("column-year")))
            .chain(numbers.map(|key| (Lean::Number, voice.text(key))))
            .collect();
        let rows: Vec<_> = self.years.years.iter().enumerate().map(row).collect();
        table(&voice.text("scenario-years"), &columns, &rows)
    }

    fn map(&self, shown: &Shown) -> Markup {
        let at = shown.at(&self.years.years);
        let path = &self.years.paths[shown.path()];
        let missing = |(id, need, unmet): &(String, f64, f64)| Missing {
            place: self.case.place(&id.as_str().into()),
            need: Hours(*need),
            unmet: Hours(*unmet),
        };
        let places: Vec<Missing<'_>> = path.places[at].iter().map(missing).collect();
        let all = self.years.paths.iter().flat_map(|it| it.places.iter().flatten());
        let most = largest(all.map(|(_, need, unmet)| unmet / need));
        YearMap { scenario: self.name(path), year: self.years.years[at], places, most }.draw(self.voice)
    }
}

//! One day of visits, or one period of shifts: what is in it, its plans, and a new plan.

use crate::app::{App, SearchLength};
use crate::pages::jobs::{progress_bar, state};
use crate::papers::{Paper, ask_for_plan, may_plan, seen};
use crate::refused::Refused;
use crate::shelf::Drawn;
use crate::shell::shell;
use crate::visitor::Visitor;
use crate::when::when;
use crate::worker::{Asked, SECONDS_MAX};
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::{Extension, Form};
use leon_formats::day::read_day;
use leon_formats::period::read_period;
use leon_pages::numbers::MISSING;
use leon_pages::route::words::Words;
use leon_pages::table::{Lean, table, text};
use leon_pages::texts::Voice;
use leon_store::{Answer, Document, DocumentId, Job, JobState, Publication};
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Search {
    seed: u64,
    seconds: Option<f64>,
    iterations: Option<u64>,
}

/// A document with everything that has been made of it.
struct Planned {
    document: Document,
    paper: Paper,
    answers: Vec<Answer>,
    jobs: Vec<Job>,
    published: Vec<Publication>,
    /// Wishes of employees that are not taken into the period.
    wishes: usize,
    may_plan: bool,
    search: SearchLength,
}

pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<Markup, Refused> {
    let (document, paper) = seen(&app, &visitor, &DocumentId(id)).await?;
    let id = &document.head.id;
    let planned = Planned {
        paper,
        answers: app.store().answers(id).await?,
        jobs: app.store().jobs(Some(id), 10).await?,
        published: app.store().publications(id).await?,
        wishes: app.store().wishes(id).await?.len(),
        may_plan: may_plan(&app, &visitor, paper, &document.head.place).await?,
        search: app.search(),
        document,
    };
    let (name, voice) = (format!("{} {}", planned.document.head.id, visitor.voice.lang.code()), visitor.voice);
    let drawn = tokio::task::spawn_blocking(move || {
        let draw = || {
            let (title, content) = (String::new(), contents(&planned.document, paper, voice));
            Ok::<_, Refused>(Drawn { title, content })
        };
        Ok::<_, Refused>(planned.page(&app.drawn().get_or(&name, draw)?.content, &visitor))
    });
    drawn.await.map_err(|_| Refused::Internal)?
}

/// Asks for a plan.
pub async fn plan(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Form(search): Form<Search>,
) -> Result<Redirect, Refused> {
    let (document, paper) = seen(&app, &visitor, &DocumentId(id)).await?;
    let asked = Asked { seed: search.seed, seconds: search.seconds, iterations: search.iterations };
    ask_for_plan(&app, &visitor, &document.head, paper, &asked).await?;
    Ok(Redirect::to(&paper.address(&document.head.id)))
}

impl Planned {
    fn page(&self, contents: &Markup, visitor: &Visitor) -> Markup {
        let voice = visitor.voice;
        let dates = [("dates", self.document.head.title.as_str().into())];
        let (here, title) = match self.paper {
            Paper::Day => ("/routes", voice.text_with("route-day-title", &dates)),
            Paper::Period => ("/rosters", voice.text_with("rosters-period-title", &dates)),
        };
        let content = html! {
            (contents)
            @for job in self.jobs.iter().filter(|it| !it.state.is_over()) {
                (progress_bar(job, &self.document.head.title, voice))
            }
            @if let Some(job) = self.jobs.first().filter(|it| it.state == JobState::Failed) {
                p.problem role="alert" { (state(job, voice)) }
            }
            @if self.may_plan && self.wishes > 0 { (self.take(voice)) }
            @if self.may_plan { (self.form(voice)) }
            h2 { (voice.text("routes-plans")) }
            @if self.answers.is_empty() { p { (voice.text("routes-no-plans")) } } @else { (self.plans(voice)) }
        };
        shell(visitor, here, &title, &content)
    }

    fn form(&self, voice: Voice) -> Markup {
        html! {
            form method="post" action=(format!("{}/plan", self.paper.address(&self.document.head.id))) {
                @match self.search {
                    SearchLength::Seconds(seconds) => {
                        label for="seconds" { (voice.text("routes-seconds")) }
                        input type="number" id="seconds" name="seconds" value=(seconds) min="1" max=(SECONDS_MAX) required;
                    }
                    SearchLength::Iterations(iterations) => {
                        label for="iterations" { (voice.text("routes-iterations")) }
                        input type="number" id="iterations" name="iterations" value=(iterations) min="1" required;
                    }
                }
                label for="seed" { (voice.text("routes-seed")) }
                input type="number" id="seed" name="seed" value="1" min="0" required;
                p { button { (voice.text("routes-plan-do")) } }
            }
        }
    }

    /// The way to take the wishes that employees have stated into the period.
    fn take(&self, voice: Voice) -> Markup {
        html! {
            form.notice method="post" action=(format!("{}/wishes", self.paper.address(&self.document.head.id))) {
                p { (voice.text_with("rosters-wishes", &[("number", self.wishes.into())])) }
                p { button { (voice.text("rosters-wishes-take")) } }
            }
        }
    }

    /// The plans, newest first.
    fn plans(&self, voice: Voice) -> Markup {
        let row = |answer: &Answer| {
            let number = self.published.iter().rfind(|it| it.answer == answer.id).map(|it| it.number.to_string());
            let address = self.paper.plan_address(&answer.id);
            vec![
                html! { a href=(address) { (when(answer.made_at)) } },
                text(&answer.made_by),
                text(&answer.seed),
                text(budget(&answer.budget, voice)),
                text(number.as_deref().unwrap_or(MISSING)),
            ]
        };
        let keys = ["routes-plan", "jobs-by", "routes-seed", "routes-budget", "routes-published"];
        let columns = keys.map(|key| (Lean::Words, voice.text(key)));
        table("", &columns, &self.answers.iter().map(row).collect::<Vec<_>>())
    }
}

/// How long was searched, as the store keeps it: a number and its unit.
fn budget(kept: &str, voice: Voice) -> String {
    let number = |it: &str| it.parse().map_or_else(|_| it.to_owned(), |number| voice.number(number, 0));
    match kept.split_once(' ') {
        Some((seconds, "seconds")) => voice.text_with("budget-seconds", &[("seconds", number(seconds).into())]),
        Some((rounds, "iterations")) => voice.text_with("budget-rounds", &[("rounds", number(rounds).into())]),
        _ => kept.to_owned(),
    }
}

/// How much is in it, and whether it is made up.
fn contents(document: &Document, paper: Paper, voice: Voice) -> Markup {
    let (counts, synthetic) = match paper {
        Paper::Day => {
            let read = read_day(&document.head.title, &document.body);
            let counts = read.day.as_ref().map(|day| Words::new(day, &read.clock, voice).counts());
            (counts, read.day.is_some_and(|it| it.synthetic).then(|| voice.text("day-synthetic")))
        }
        Paper::Period => {
            let period = read_period(&document.head.title, &document.body).period;
            let counts = period.as_ref().map(|it| {
                let counts = [
                    ("people", voice.count(it.people.len()).into()),
                    ("units", voice.count(it.units.len()).into()),
                    ("count", it.units.len().into()),
                    ("wishes", voice.count(it.wishes.len()).into()),
                ];
                voice.text_with("rosters-counts", &counts)
            });
            (counts, period.is_some_and(|it| it.synthetic).then(|| voice.text("generate-roster-synthetic")))
        }
    };
    html! {
        @if let Some(counts) = counts { p.lead { (counts) } }
        @if let Some(synthetic) = synthetic { p.notice { (synthetic) } }
    }
}

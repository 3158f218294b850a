//! "Why not this other carer?", and what a visit at another time would do: answers before anything is changed.

use super::change::{Change, carer_field, changed, visit_field};
use super::kept::{Kept, read, seen_plan};
use crate::app::App;
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Path, Query, State};
use leon_check::check_route;
use leon_model::{CarerId, Goal, VisitId};
use leon_pages::numbers::signed;
use leon_pages::route::figures::visit;
use leon_pages::route::reasons::{obstacles, outcome, placed, refusal, replanned_change};
use leon_pages::route::words::Words;
use leon_route::{WhyNot, why_not};
use leon_store::AnswerId;
use maud::{Markup, html};
use serde::Deserialize;

/// Which visit, by whom, when; what is not asked is empty.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    visit: String,
    #[serde(default)]
    carer: String,
    #[serde(default)]
    at: String,
}

impl Question {
    /// Whether anything is asked.
    pub fn is_asked(&self) -> bool {
        [&self.visit, &self.carer, &self.at].iter().any(|it| !it.is_empty())
    }
}

/// The answer alone, to be shown beside what is being dragged.
pub async fn answer(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Query(question): Query<Question>,
) -> Result<Markup, Refused> {
    let (answer, document) = seen_plan(&app, &visitor, &AnswerId(id)).await?;
    let answered = tokio::task::spawn_blocking(move || {
        let kept = read(document, answer)?;
        let words = Words::new(&kept.file.day, &kept.file.clock, visitor.voice);
        Ok(list(&lines(&question, &kept, &words)))
    });
    answered.await.map_err(|_| Refused::Internal)?
}

/// The question as a form, and its answer once it is asked.
pub fn section(question: &Question, kept: &Kept, words: &Words<'_>) -> Markup {
    html! {
        section aria-labelledby="why-not-heading" {
            h2 id="why-not-heading" { (words.voice.text("why-not-title")) }
            form method="get" action="#why-not-heading" {
                (visit_field("visit", &question.visit, words))
                (carer_field("carer", &question.carer, false, words))
                p { button { (words.voice.text("why-not-ask")) } }
            }
            @if !question.visit.is_empty() { (list(&lines(question, kept, words))) }
        }
    }
}

fn list(lines: &[String]) -> Markup {
    html! { ul.answer { @for line in lines { li { (line) } } } }
}

fn lines(question: &Question, kept: &Kept, words: &Words<'_>) -> Vec<String> {
    if question.at.is_empty() { at_best(question, kept, words) } else { at_time(question, kept, words) }
}

/// What stands in the way of a carer, or what it costs at the best place of their route.
fn at_best(question: &Question, kept: &Kept, words: &Words<'_>) -> Vec<String> {
    let voice = words.voice;
    let (id, carer) = (VisitId::from(question.visit.as_str()), CarerId::from(question.carer.as_str()));
    let name = ("carer", carer.to_string().into());
    match why_not(words.day, &kept.plan, &id, 0, &carer) {
        Err(error) => vec![refusal(&error, words)],
        Ok(WhyNot::DoesAlready { start }) => {
            vec![voice.text_with("why-not-does", &[name, ("start", words.minute(start).into())])]
        }
        Ok(WhyNot::Hindered(found)) if found.is_empty() => vec![voice.text_with("why-not-no-shift", &[name])],
        Ok(WhyNot::Hindered(found)) => obstacles(&found, visit(words.day, &id), words),
        Ok(WhyNot::Possible(instead)) => {
            let cost = ("cost", outcome(&instead, words).into());
            vec![voice.text_with("why-not-possible", &[name, ("placed", placed(&instead.placed, words).into()), cost])]
        }
    }
}

/// What a visit at a time would do to the plan, before the search makes the best of it.
fn at_time(question: &Question, kept: &Kept, words: &Words<'_>) -> Vec<String> {
    let voice = words.voice;
    let change = Change::of_visit(&question.visit, &question.carer, &question.at);
    let replanned = match changed(kept, &change, 0, voice) {
        Ok((replanned, _)) => replanned,
        Err(Refused::Wrong(why)) => return vec![why],
        Err(_) => return vec![voice.text("refused-internal-text")],
    };
    let after = Words::new(&replanned.day, words.clock, voice);
    let mut lines: Vec<String> = replanned.changes.iter().map(|it| replanned_change(it, &after)).collect();
    if lines.is_empty() {
        lines.push(voice.text("replan-no-changes"));
    }
    let was = check_route(words.day, &kept.plan, None);
    let goals = words.day.goals.levels.iter().flatten().map(|it| it.0).filter(|it| *it != Goal::Changes);
    let worse = goals.map(|it| (it, replanned.verdict.value(it) - was.value(it))).filter(|it| it.1.abs() >= 0.05);
    let worse: Vec<_> = worse
        .map(|(goal, by)| {
            let by = signed(voice.lang, by, Words::goal_decimals(goal));
            format!("{} {by} {}", words.goal(goal), words.goal_unit(goal))
        })
        .collect();
    lines.push(if worse.is_empty() { voice.text("costs-nothing") } else { worse.join(" · ") });
    lines
}

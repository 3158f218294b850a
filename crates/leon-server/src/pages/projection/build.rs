//! The scenario builder: what is chosen becomes a scenario's file, which can be seen, changed and projected.

use crate::app::App;
use crate::desk::Desk;
use crate::pages::projection::run::runs;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use crate::worker::{AskedYears, SCENARIO};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use leon_formats::Problem;
use leon_formats::scenario::{Draft, DraftTechnology, read_scenario};
use leon_model::{Case, EvidenceClass, GroupId, Source, StaffFlow, Technology};
use leon_pages::names::Names;
use leon_pages::table::{Lean, table, text};
use leon_pages::texts::Voice;
use leon_store::{DocumentId, JobId, NewJob};
use maud::{Markup, html};
use serde::Deserialize;

/// What the file is called in messages.
const FILE: &str = "scenario.toml";
/// The builder's address.
pub const ADDRESS: &str = "/projection/scenario";
/// How many percent take a technology up in the end, until somebody says otherwise.
const CEILING: u32 = 80;
/// Years from the beginning until half of them have.
const HALF: u32 = 5;

/// What is chosen, by the names of the form's fields.
struct Chosen(Vec<(String, String)>);

impl Chosen {
    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.value(name)?.trim().parse().ok()
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(key, it)| key == name && it == value)
    }
}

/// The form, and the file that it makes.
pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let Some(head) = app.newest_case().await? else {
        return Ok(shell(&visitor, "", &voice.text("scenario-title"), &html! { p { (voice.text("no-case")) } }));
    };
    let desk = app.desk(&head.id).await?;
    let chosen = Chosen(asked);
    // The file of a scenario that was projected before, to be changed; else what is chosen.
    let earlier = match chosen.value("run") {
        Some(id) => app.store().job(&JobId(id.to_owned())).await?.filter(|it| it.kind == SCENARIO),
        None => None,
    };
    let earlier = earlier.and_then(|it| serde_json::from_str::<AskedYears>(&it.asked).ok());
    let file = match earlier {
        Some(it) => Some(it.scenario),
        None if chosen.0.is_empty() => None,
        None => Some(draft(&desk.case, &chosen, voice).toml()),
    };
    let read = |file: &String| read_scenario(FILE, file.as_bytes(), &desk.case).problems;
    let problems = file.as_ref().map(read).unwrap_or_default();
    let runs = runs(&app, &visitor, &head.id).await?;
    let builder = Builder { desk: &desk, chosen: &chosen, file: file.as_deref(), problems: &problems, voice };
    Ok(shell(&visitor, "", &voice.text("scenario-title"), &html! { (builder.page()) (runs) }))
}

#[derive(Deserialize)]
pub struct Written {
    scenario: String,
}

/// Asks for a scenario's years. A file with errors comes back with what is wrong.
pub async fn ask(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Form(written): Form<Written>,
) -> Result<Response, Refused> {
    let voice = visitor.voice;
    let head = app.newest_case().await?.ok_or(Refused::NotFound)?;
    let desk = app.desk(&head.id).await?;
    // Browsers end lines as letters once were.
    let file = written.scenario.replace("\r\n", "\n");
    match ask_for_years(&app, &visitor, &head.id, &desk.case, &file).await {
        Ok(job) => Ok(Redirect::to(&format!("/projection/runs/{job}")).into_response()),
        Err(Refused::Problems(problems)) => {
            let chosen = Chosen(Vec::new());
            let builder = Builder { desk: &desk, chosen: &chosen, file: Some(&file), problems: &problems, voice };
            let page = shell(&visitor, "", &voice.text("scenario-title"), &builder.page());
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(refused) => Err(refused),
    }
}

/// Asks for the years of a case with a scenario, given as its file. The same question while it is under way is the same job.
///
/// # Errors
/// [`Refused::Problems`] names everything that is wrong with the file.
pub async fn ask_for_years(
    app: &App,
    visitor: &Visitor,
    document: &DocumentId,
    case: &Case,
    file: &str,
) -> Result<JobId, Refused> {
    let read = read_scenario(FILE, file.as_bytes(), case);
    let scenario = read.scenario.ok_or(Refused::Problems(read.problems))?;
    let asked = AskedYears { name_da: scenario.name_da, name_en: scenario.name_en, scenario: file.to_owned() };
    let asked = serde_json::json!(asked).to_string();
    let new = NewJob { document, kind: SCENARIO, asked: &asked, by: visitor.by(), at: app.now() };
    let job = app.store().add_job(&new).await?;
    app.asked().notify_one();
    Ok(job)
}

/// What is chosen, as far as it says something.
fn draft(case: &Case, chosen: &Chosen, voice: Voice) -> Draft {
    let (first, _) = span(case);
    let name = chosen.value("name").map(str::trim).filter(|it| !it.is_empty());
    let technology = |it: &&Technology| {
        let id = it.id.as_str();
        let from = chosen.number(&format!("from-{id}")).unwrap_or(first + 1);
        chosen.has("technology", id).then(|| DraftTechnology {
            id: it.id.clone(),
            at_claim: chosen.has(&format!("effect-{id}"), "claim") || it.effect.is_none(),
            ceiling: chosen.number(&format!("ceiling-{id}")).unwrap_or(f64::from(CEILING)) / 100.0,
            from,
            half: chosen.number(&format!("half-{id}")).unwrap_or(from + HALF),
        })
    };
    let education = |group: GroupId| {
        let more: f64 = chosen.number(&format!("places-{group}")).filter(|it| *it != 0.0)?;
        let from = chosen.number(&format!("places-from-{group}")).unwrap_or(first + 1);
        Some((group, more, from))
    };
    let lifted = case.bindings.iter().filter(|it| it.in_force && chosen.has("lift", it.id.as_str()));
    let lift_from = |id: &str| chosen.number(&format!("lift-from-{id}")).unwrap_or(first + 1);
    let productivity: Option<f64> = chosen.number("productivity").filter(|it| *it != 0.0);
    Draft {
        name: name.map_or_else(|| voice.text("scenario-unnamed"), str::to_owned),
        source: chosen.value("source").unwrap_or_default().into(),
        technologies: technologies(case).iter().filter_map(technology).collect(),
        lifts: lifted.map(|it| (it.id.clone(), lift_from(it.id.as_str()))).collect(),
        education: educated(case).into_iter().filter_map(education).collect(),
        productivity: productivity.map(|it| (it / 100.0, chosen.number("productivity-from").unwrap_or(first + 1))),
    }
}

/// The first and the last year of the case's inhabitants.
fn span(case: &Case) -> (u32, u32) {
    let years = || case.population.iter().map(|it| it.year.0);
    (years().min().unwrap_or_default(), years().max().unwrap_or_default())
}

/// Technologies that a scenario can take up: with an effect, or a claim for tasks.
fn technologies(case: &Case) -> Vec<&Technology> {
    let can = |it: &&Technology| it.effect.is_some() || (it.claimed_fte.is_some() && !it.tasks.is_empty());
    case.technologies.iter().filter(can).collect()
}

/// Groups whose education the case knows.
fn educated(case: &Case) -> Vec<GroupId> {
    let has = |id: &GroupId| case.workforce.iter().any(|it| it.group == *id && it.flow == StaffFlow::Intake);
    case.staff_groups.iter().map(|it| it.id.clone()).filter(has).collect()
}

/// The source that stands for what somebody tries out: one whose figures are assumptions on scenarios, else the first
/// that an assumption of the case has.
fn usual_source(case: &Case) -> Option<&Source> {
    let of_scenarios = case.sources.iter().find(|it| it.id.as_str() == "a-scenario");
    let assumed = || case.workforce.iter().find(|it| it.value.class == EvidenceClass::Assumption);
    of_scenarios.or_else(|| assumed().and_then(|it| case.sources.iter().find(|of| of.id == it.value.source)))
}

struct Builder<'a> {
    desk: &'a Desk,
    chosen: &'a Chosen,
    /// The file as it stands; none before anything is chosen.
    file: Option<&'a str>,
    problems: &'a [Problem],
    voice: Voice,
}

impl Builder<'_> {
    fn page(&self) -> Markup {
        let voice = self.voice;
        html! {
            p { a href="/projection" { (voice.text("scenario-back")) } }
            p.lead { (voice.text("scenario-lead")) }
            @if let Some(file) = self.file { (self.file(file)) }
            form.scenario method="get" action=(format!("{ADDRESS}#file")) {
                label for="name" { (voice.text("scenario-name")) }
                input type="text" id="name" name="name" maxlength="80" value=(self.chosen.value("name").unwrap_or_default());
                (self.technologies())
                (self.bindings())
                (self.education())
                (self.productivity())
                (self.source())
                p { button { (voice.text("scenario-write")) } }
            }
        }
    }

    /// The file, to be changed and projected.
    fn file(&self, file: &str) -> Markup {
        let voice = self.voice;
        html! {
            section aria-labelledby="file" {
                h2 id="file" { (voice.text("scenario-file")) }
                p.lead { (voice.text("scenario-file-lead")) }
                @if !self.problems.is_empty() {
                    div.problem role="alert" {
                        @for it in self.problems {
                            p { (it.code()) " " (it.message(voice.lang)) }
                        }
                    }
                }
                form method="post" action=(ADDRESS) {
                    label for="scenario" { (voice.text("scenario-toml")) }
                    textarea id="scenario" name="scenario" rows="18" spellcheck="false" required { (file) }
                    p { button { (voice.text("scenario-ask")) } }
                }
            }
        }
    }

    fn years(&self, name: &str, usual: u32, label: &str) -> Markup {
        let (first, last) = span(&self.desk.case);
        let value: u32 = self.chosen.number(name).unwrap_or(usual);
        html! { input type="number" name=(name) value=(value) min=(first) max=(last) aria-label=(label); }
    }

    fn technologies(&self) -> Markup {
        let (voice, (first, _)) = (self.voice, span(&self.desk.case));
        let row = |it: &&Technology| {
            let (id, name) = (it.id.as_str(), voice.name(&it.name_da, &it.name_en));
            let label = |key: &str| format!("{}: {name}", voice.text(key));
            let (effect, ceiling) = (format!("effect-{id}"), format!("ceiling-{id}"));
            let percent: f64 = self.chosen.number(&ceiling).unwrap_or(f64::from(CEILING));
            let claimed = it.claimed_fte.as_ref().filter(|_| !it.tasks.is_empty());
            vec![
                text(name),
                html! {
                    input type="checkbox" name="technology" value=(id) checked[self.chosen.has("technology", id)]
                        aria-label=(label("scenario-taken-up"));
                },
                html! {
                    select name=(effect) aria-label=(label("scenario-effect")) {
                        @if it.effect.is_some() { option value="case" { (voice.text("scenario-effect-case")) } }
                        @if let Some(claim) = claimed {
                            option value="claim" selected[self.chosen.has(&effect, "claim")] {
                                (voice.text_with("scenario-effect-claim", &[("fte", voice.number(claim.value, 0).into())]))
                            }
                        }
                    }
                },
                html! { input type="number" name=(ceiling) value=(percent) min="0" max="100" aria-label=(label("scenario-ceiling")); },
                self.years(&format!("from-{id}"), first + 1, &label("scenario-from")),
                self.years(&format!("half-{id}"), first + 1 + HALF, &label("scenario-half")),
            ]
        };
        let keys = [
            "column-technology",
            "scenario-taken-up",
            "scenario-effect",
            "scenario-ceiling",
            "scenario-from",
            "scenario-half",
        ];
        let columns = keys.map(|key| (Lean::Words, voice.text(key)));
        let rows: Vec<_> = technologies(&self.desk.case).iter().map(row).collect();
        self.part("scenario-technologies", &table("", &columns, &rows))
    }

    fn bindings(&self) -> Markup {
        let (voice, (first, _)) = (self.voice, span(&self.desk.case));
        let row = |it: &leon_model::Binding| {
            let (id, name) = (it.id.as_str(), voice.name(&it.name_da, &it.name_en));
            let label = |key: &str| format!("{}: {name}", voice.text(key));
            vec![
                text(name),
                html! {
                    input type="checkbox" name="lift" value=(id) checked[self.chosen.has("lift", id)]
                        aria-label=(label("column-lifted"));
                },
                self.years(&format!("lift-from-{id}"), first + 1, &label("scenario-from")),
            ]
        };
        let columns = ["column-binding", "column-lifted", "scenario-from"].map(|key| (Lean::Words, voice.text(key)));
        let rows: Vec<_> = self.desk.case.bindings.iter().filter(|it| it.in_force).map(row).collect();
        self.part("scenario-bindings", &table("", &columns, &rows))
    }

    fn education(&self) -> Markup {
        let (voice, (first, _)) = (self.voice, span(&self.desk.case));
        let names = Names { case: &self.desk.case, voice };
        let row = |id: &GroupId| {
            let name = names.group(id);
            let label = |key: &str| format!("{}: {name}", voice.text(key));
            let places = format!("places-{id}");
            let more: f64 = self.chosen.number(&places).unwrap_or_default();
            vec![
                text(name),
                html! { input type="number" name=(places) value=(more) step="any" aria-label=(label("scenario-places")); },
                self.years(&format!("places-from-{id}"), first + 1, &label("scenario-from")),
            ]
        };
        let columns = ["column-group", "scenario-places", "scenario-from"].map(|key| (Lean::Words, voice.text(key)));
        let rows: Vec<_> = educated(&self.desk.case).iter().map(row).collect();
        self.part("scenario-education", &table("", &columns, &rows))
    }

    fn productivity(&self) -> Markup {
        let (voice, (first, _)) = (self.voice, span(&self.desk.case));
        let share: f64 = self.chosen.number("productivity").unwrap_or_default();
        let content = html! {
            p {
                label for="productivity" { (voice.text("scenario-productivity-share")) }
                input type="number" id="productivity" name="productivity" value=(share) min="-20" max="20" step="any";
            }
            p { label { (voice.text("scenario-from")) " " (self.years("productivity-from", first + 1, &voice.text("scenario-from"))) } }
        };
        self.part("scenario-productivity", &content)
    }

    /// Where the figures come from: a source of the case.
    fn source(&self) -> Markup {
        let voice = self.voice;
        let case = &self.desk.case;
        let usual = usual_source(case).map_or("", |it| it.id.as_str());
        let chosen = self.chosen.value("source").unwrap_or(usual);
        html! {
            label for="source" { (voice.text("scenario-source")) }
            select id="source" name="source" {
                @for it in &case.sources {
                    option value=(it.id) selected[it.id.as_str() == chosen] { (it.title) @if !it.locator.is_empty() { ": " (it.locator) } }
                }
            }
        }
    }

    fn part(&self, heading: &str, content: &Markup) -> Markup {
        html! { section aria-labelledby=(heading) { h2 id=(heading) { (self.voice.text(heading)) } (content) } }
    }
}

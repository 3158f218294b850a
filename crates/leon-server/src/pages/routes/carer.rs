//! What a carer's phone shows: one route, stop by stop. Also the carer's own page.

use super::kept::{Kept, read, seen_plan};
use crate::app::App;
use crate::calendar::said;
use crate::papers::{Paper, Worked, of_own, worked};
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::{Visitor, cookie};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use leon_model::{Doing, PauseKind, Route, Seconds, Stop};
use leon_pages::route::figures::{Company, RouteFigures, shift, visit};
use leon_pages::route::words::Words;
use leon_pages::texts::Voice;
use leon_store::{AnswerId, NewEvent};
use maud::{Markup, html};
use serde::Deserialize;

/// Days looked through for a carer's own route, the newest first.
const DAYS: usize = 14;
/// The cookie of what is chosen.
const TRAVEL: &str = "travel";

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    carer: String,
    travel: Option<Travel>,
}

/// Where travel stands, as `leon route publish --travel` has it too. The browser keeps what was chosen last.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Travel {
    /// On lines of its own, between the visits.
    #[default]
    Between,
    /// In the visit's time: from setting out.
    Inside,
    /// Nowhere.
    Hidden,
}

impl Travel {
    const ALL: [Self; 3] = [Self::Between, Self::Inside, Self::Hidden];

    fn word(self) -> &'static str {
        match self {
            Self::Between => "between",
            Self::Inside => "inside",
            Self::Hidden => "hidden",
        }
    }

    /// What it is called on the page.
    fn name(self) -> &'static str {
        match self {
            Self::Between => "phone-travel-between",
            Self::Inside => "phone-travel-inside",
            Self::Hidden => "phone-travel-hidden",
        }
    }

    /// What is asked for, else what was chosen before.
    fn chosen(asked: Option<Self>, headers: &HeaderMap) -> Self {
        let kept = || Self::ALL.into_iter().find(|it| Some(it.word()) == cookie(headers, TRAVEL));
        asked.or_else(kept).unwrap_or_default()
    }

    /// A page that shows it so, and keeps that.
    fn kept_with(self, page: Markup) -> Response {
        let cookie = format!("{TRAVEL}={}; Path=/; Max-Age=31536000; SameSite=Lax", self.word());
        ([(SET_COOKIE, cookie)], page).into_response()
    }
}

/// The page of any carer of a plan, for who plans.
pub async fn page(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Query(Asked { carer, travel }): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let travel = Travel::chosen(travel, &headers);
    let (answer, document) = seen_plan(&app, &visitor, &AnswerId(id)).await?;
    see(&app, &visitor, &answer.id, &carer).await?;
    let drawn = tokio::task::spawn_blocking(move || {
        let kept = read(document, answer)?;
        if kept.file.day.carer_index(&carer.as_str().into()).is_none() {
            return Err(Refused::NotFound);
        }
        Ok(travel.kept_with(phone(&kept, &carer, travel, &visitor, "/routes")))
    });
    drawn.await.map_err(|_| Refused::Internal)?
}

/// The visitor's own route of the newest day in which they work: the account is called as the carer of the day.
pub async fn own(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let travel = Travel::chosen(asked.travel, &headers);
    let voice = visitor.voice;
    let name = visitor.name.clone().unwrap_or_default();
    let last = app.store().last_publications(Paper::Day.word()).await?;
    for head in of_own(&app, &visitor, Paper::Day, DAYS).await? {
        let Some(publication) = last.get(&head.id) else { continue };
        if said(&app, &head.id, publication, voice.lang).await?.engages(&name) {
            let it = worked(&app, &head.id, publication.clone()).await?.ok_or(Refused::Internal)?;
            see(&app, &visitor, &it.answer.id, &name).await?;
            let drawn = tokio::task::spawn_blocking(move || {
                let Worked { document, answer, .. } = it;
                Ok(travel.kept_with(phone(&read(document, answer)?, &name, travel, &visitor, "/my-route")))
            });
            return drawn.await.map_err(|_| Refused::Internal)?;
        }
    }
    let none = html! { p { (voice.text("my-route-none")) } };
    Ok(shell(&visitor, "/my-route", &voice.text("menu-my-route"), &none).into_response())
}

/// That a route was seen is told, for it says where citizens are and when.
async fn see(app: &App, visitor: &Visitor, plan: &AnswerId, carer: &str) -> Result<(), Refused> {
    let person = visitor.by();
    let event = NewEvent { at: app.now(), person, what: "see-route", about: plan.as_str(), detail: carer };
    Ok(app.store().tell(&event).await?)
}

fn phone(kept: &Kept, carer: &str, travel: Travel, visitor: &Visitor, here: &str) -> Markup {
    let voice = visitor.voice;
    let words = Words::new(&kept.file.day, &kept.file.clock, voice);
    let title = voice.text_with("phone-title", &[("carer", carer.to_owned().into()), ("dates", words.dates().into())]);
    let routes: Vec<&Route> = kept.plan.routes.iter().filter(|it| it.carer.as_str() == carer).collect();
    let company = Company::of(&kept.plan);
    let content = html! {
        @if here == "/my-route" { p { a href="/my-calendar" { (voice.text("calendar-title")) } } }
        @if here == "/routes" { p { a href=(format!("/plans/{}", kept.answer.id)) { (voice.text("phone-back")) } } }
        @if kept.file.day.synthetic { p.notice { (voice.text("day-synthetic")) } }
        @if routes.is_empty() { p { (voice.text("phone-no-visits")) } }
        @for route in &routes { (list(route, travel, &company, &words)) }
        @if !routes.is_empty() { (travel_form(travel, (here == "/routes").then_some(carer), voice)) }
    };
    shell(visitor, here, &title, &content)
}

/// How travel is shown: another choice is one press away.
fn travel_form(travel: Travel, carer: Option<&str>, voice: Voice) -> Markup {
    html! {
        form.buttons method="get" aria-label=(voice.text("phone-travel")) {
            span { (voice.text("phone-travel")) }
            @if let Some(carer) = carer { input type="hidden" name="carer" value=(carer); }
            @for it in Travel::ALL {
                button.plain name="travel" value=(it.word()) aria-pressed=(it == travel) {
                    (voice.text(it.name()))
                }
            }
        }
    }
}

fn list(route: &Route, travel: Travel, company: &Company<'_>, words: &Words<'_>) -> Markup {
    let voice = words.voice;
    let figures = RouteFigures::of(words.day, route);
    let by = route.transport.as_ref().map_or_else(|| voice.text("by-screen"), ToString::to_string);
    let counts = [
        ("visits", voice.count(figures.visits).into()),
        ("care", words.length(figures.care).into()),
        ("travel", words.length(figures.travel).into()),
        ("transport", by.into()),
    ];
    let sums = if travel == Travel::Hidden { "lists-sums-short" } else { "lists-sums" };
    html! {
        p.lead { (words.span(route.leave, route.done)) " · " (voice.text_with(sums, &counts)) }
        ol.phone { @for stop in &route.stops { (item(route, stop, travel, company, words)) } }
    }
}

fn item(route: &Route, stop: &Stop, travel: Travel, company: &Company<'_>, words: &Words<'_>) -> Markup {
    let voice = words.voice;
    let travels = stop.travel > Seconds::ZERO;
    let inside = travel == Travel::Inside && travels;
    let begins = if inside { stop.arrive - stop.travel } else { stop.start };
    html! {
        @if travel == Travel::Between && travels {
            li.travel { (voice.text_with("lists-travel", &[("minutes", words.minutes_up(stop.travel).into())])) }
        }
        li {
            time { (words.span(begins, stop.end)) }
            @if inside {
                @let minutes = words.minutes_up(stop.travel);
                span { (voice.text_with("lists-of-which-travel", &[("minutes", minutes.into()), ("start", words.minute(stop.start).into())])) }
            }
            @match &stop.doing {
                Doing::Visit { visit: id, slot } => {
                    @let found = visit(words.day, id);
                    strong { (found.map(|it| it.label.as_str()).filter(|it| !it.is_empty()).unwrap_or(id.as_str())) }
                    @if let Some(found) = found { span { (found.citizen) " · " (found.location) } }
                    @let with = company.with(id, *slot);
                    @if !with.is_empty() { span { (voice.text_with("lists-with", &[("carers", with.join(", ").into())])) } }
                }
                Doing::Pause { pause } => {
                    @let kind = shift(words.day, route).and_then(|it| it.pauses.get(*pause)).map(|it| it.kind);
                    @let key = if kind == Some(PauseKind::Appointment) { "pause-appointment" } else { "pause-break" };
                    strong { (voice.text(key)) }
                }
            }
        }
    }
}

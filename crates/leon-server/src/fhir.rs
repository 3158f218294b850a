//! FHIR R4 (4.0.1) to read: what people work by, for the programs of health care. The same documents and rights as
//! everywhere; nothing can be changed here.

mod answer;
mod capability;
mod search;
mod shifts;
mod visits;

pub(crate) use answer::{in_words, outcome};

use crate::access::Access;
use crate::app::App;
use crate::endpoints::{Endpoint, Served};
use crate::pages::{rosters, routes};
use crate::papers::{self, Paper, Worked, worked};
use crate::refused::Refused;
use crate::shelf::Shelf;
use crate::visitor::Visitor;
use answer::{FHIR_JSON, base};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use leon_formats::sha256;
use leon_model::{Moment, TaskId};
use leon_store::{DocumentId, NewEvent, Publication};
use search::Search;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where programs of health care come in.
pub(crate) const ROOT: &str = "/fhir";

/// Documents of a kind that are searched, the newest first.
const DOCUMENTS: usize = 100;
/// Letters of a document's id, with which every id here begins.
const DOCUMENT_LETTERS: usize = 32;

/// KL's Fælles Sprog III.
const FSIII: &str = "urn:oid:1.2.208.176.2.21";
/// Staff and citizens as the house calls them, in systems of their own.
const STAFF: &str = "urn:x-leon:staff";
const CITIZEN: &str = "urn:x-leon:citizen";
/// The Danish profiles, which narrow what others may refer to.
const DK_CORE: &str = "http://hl7.dk/fhir/core/StructureDefinition/";

/// What there is to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A visit of a published plan.
    Appointment,
    /// A unit in which people work shifts.
    Location,
    /// What somebody is in a day or a period.
    PractitionerRole,
    /// When somebody works in a day or a period.
    Schedule,
    /// A duty of a published roster, or a route of a published plan.
    Slot,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Appointment, Self::Location, Self::PractitionerRole, Self::Schedule, Self::Slot];

    fn word(self) -> &'static str {
        match self {
            Self::Appointment => "Appointment",
            Self::Location => "Location",
            Self::PractitionerRole => "PractitionerRole",
            Self::Schedule => "Schedule",
            Self::Slot => "Slot",
        }
    }

    fn parse(word: &str) -> Result<Self, Refused> {
        Self::ALL.into_iter().find(|it| it.word() == word).ok_or(Refused::NotFound)
    }

    /// Documents in which there are any.
    fn papers(self) -> &'static [Paper] {
        match self {
            Self::Appointment => &[Paper::Day],
            Self::Location => &[Paper::Period],
            _ => &Paper::ALL,
        }
    }
}

/// Bytes of resources that are kept. Those of a day of 120 visits take some 200 KiB.
const BYTES_MAX: usize = 64 << 20;
/// Plans of which it is remembered when they are; each takes some 150 bytes.
const SPANS_MAX: usize = 20_000;

/// From when until when; `None` where nothing has a time.
type Span = Option<(Moment, Moment)>;

/// What is known of published plans. Those of other dates than are asked for are passed over, also when their resources
/// had to make way.
pub(crate) struct Known {
    resources: Shelf<Resources>,
    spans: Shelf<Span>,
}

impl Default for Known {
    fn default() -> Self {
        Self { resources: Shelf::holding(BYTES_MAX), spans: Shelf::holding(SPANS_MAX) }
    }
}

/// Everything in a published plan.
struct Resources {
    /// The plan's id.
    answer: String,
    all: Vec<Resource>,
}

/// Something to read, with what it is searched by.
struct Resource {
    kind: Kind,
    id: String,
    /// From when until when; both the same for one that is searched by its beginning.
    when: Option<(Moment, Moment)>,
    /// Ids of what it refers to.
    about: Vec<String>,
    /// Who, as the house calls them.
    identifier: Option<String>,
    /// As JSON, which takes a fifth of the room of a tree.
    body: String,
}

impl Resource {
    /// Bytes that it takes, nearly.
    fn weight(&self) -> usize {
        let about: usize = self.about.iter().map(|it| it.len() + size_of::<String>()).sum();
        size_of::<Self>() + self.id.len() + about + self.body.len()
    }
}

/// What all resources of a published plan share.
struct Source<'a> {
    document: &'a DocumentId,
    publication: &'a Publication,
}

impl Source<'_> {
    /// An id that says nothing of what it names, and finds its document again.
    fn id(&self, kind: Kind, name: &[&str]) -> String {
        let name = sha256(&[kind.word(), "\n", &name.join("\n")]);
        format!("{}-{}", self.document, &name[..24])
    }

    fn resource(&self, kind: Kind, id: String, mut body: Value) -> Resource {
        body["resourceType"] = json!(kind.word());
        body["id"] = json!(id);
        body["meta"]["versionId"] = json!(self.publication.number.to_string());
        body["meta"]["lastUpdated"] = json!(instant(Moment(self.publication.published_at.as_second())));
        Resource { kind, id, when: None, about: Vec::new(), identifier: None, body: body.to_string() }
    }
}

/// An instant as FHIR writes it, by the Danish clock.
fn instant(moment: Moment) -> String {
    let at = jiff::Timestamp::from_second(moment.0).unwrap_or_default();
    let zone = jiff::tz::TimeZone::get("Europe/Copenhagen").unwrap_or(jiff::tz::TimeZone::UTC);
    at.to_zoned(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Every address, with who may ask it.
pub(crate) fn served() -> Vec<Served> {
    let page = |path, access, handler| (Endpoint { method: Method::GET, path, access }, handler);
    vec![
        page("/fhir/metadata", Access::Anybody, get(capability::statement)),
        page("/fhir/{kind}", Access::SignedIn, get(search)),
        page("/fhir/{kind}/{id}", Access::SignedIn, get(read)),
    ]
}

/// One resource.
async fn read(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path((kind, id)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let kind = Kind::parse(&kind)?;
    let document = id.get(..DOCUMENT_LETTERS).ok_or(Refused::NotFound)?;
    let (document, _) = papers::seen(&app, &visitor, &DocumentId(document.to_owned())).await?;
    let publication = app.store().publications(&document.head.id).await?.pop().ok_or(Refused::NotFound)?;
    let published = Codes::newest(&app).await?.resources(&app, &document.head.id, &publication).await?;
    let found = published.all.iter().find(|it| it.kind == kind && it.id == id).ok_or(Refused::NotFound)?;
    tell(&app, &visitor, &published.answer).await?;
    Ok(([(CONTENT_TYPE, FHIR_JSON)], found.body.clone()).into_response())
}

/// Every resource of a kind that is asked for, page by page.
async fn search(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(kind): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Refused> {
    let kind = Kind::parse(&kind)?;
    let search = Search::new(kind, &asked, visitor.voice)?;
    let codes = Codes::newest(&app).await?;
    let mut published: Vec<Arc<Resources>> = Vec::new();
    for paper in kind.papers() {
        let last = app.store().last_publications(paper.word()).await?;
        for head in papers::all(&app, &visitor, *paper).await?.into_iter().take(DOCUMENTS) {
            let Some(publication) = last.get(&head.id).filter(|_| search.may_be_in(&head.id)) else { continue };
            let span = app.known().spans.get(&codes.name(&head.id, publication));
            if span.is_none_or(|it| search.may_be_at(*it)) {
                published.push(codes.resources(&app, &head.id, publication).await?);
            }
        }
    }
    let all = published.iter().flat_map(|it| it.all.iter().map(move |one| (one, &it.answer)));
    let mut found: Vec<(&Resource, &String)> = all.filter(|(it, _)| search.finds(it)).collect();
    found.sort_by(|(a, _), (b, _)| (a.when, &a.id).cmp(&(b.when, &b.id)));
    let total = found.len();
    let page: Vec<_> = found.into_iter().skip(search.offset).take(search.count).collect();
    let mut seen: Vec<&String> = page.iter().map(|(_, answer)| *answer).collect();
    seen.sort();
    seen.dedup();
    for answer in seen {
        tell(&app, &visitor, answer).await?;
    }
    let base = base(&app, &headers);
    let entries: Vec<Value> = page.into_iter().map(|(it, _)| answer::entry(&base, it)).collect();
    let links = search.links(&base, &uri, total);
    Ok(([(CONTENT_TYPE, FHIR_JSON)], answer::bundle(total, &links, entries).to_string()).into_response())
}

/// Reads everything in a published plan.
fn read_all(it: Worked, codes: &BTreeMap<TaskId, (String, String)>) -> Result<Resources, Refused> {
    let Worked { document, answer, publication } = it;
    let (id, plan) = (document.head.id.clone(), answer.id.to_string());
    let source = Source { document: &id, publication: &publication };
    let all = match Paper::of(&document.head).ok_or(Refused::Internal)? {
        Paper::Day => visits::resources(&source, &routes::kept::read(document, answer)?, codes),
        Paper::Period => shifts::resources(&source, &rosters::kept::read(document, answer)?),
    };
    Ok(Resources { answer: plan, all })
}

/// From the first beginning to the last end.
fn span(all: &[Resource]) -> Span {
    let times = || all.iter().filter_map(|it| it.when);
    times().map(|it| it.0).min().zip(times().map(|it| it.1).max())
}

/// A look at a plan is told, for it says where citizens and staff are.
async fn tell(app: &App, visitor: &Visitor, answer: &str) -> Result<(), Refused> {
    let event = NewEvent { at: app.now(), person: visitor.by(), what: "see-plan", about: answer, detail: "FHIR" };
    Ok(app.store().tell(&event).await?)
}

/// Codes and names of tasks in Fælles Sprog III, by the newest case.
struct Codes {
    /// The case; empty without any.
    case: String,
    codes: Arc<BTreeMap<TaskId, (String, String)>>,
}

impl Codes {
    async fn newest(app: &App) -> Result<Self, Refused> {
        let Some(head) = app.newest_case().await? else {
            return Ok(Self { case: String::new(), codes: Arc::default() });
        };
        let desk = app.desk(&head.id).await?;
        let code = |it: &leon_model::Task| Some((it.id.clone(), (it.fsiii.clone()?, it.name_da.clone())));
        let codes = desk.case.tasks.iter().filter_map(code).collect();
        Ok(Self { case: head.id.to_string(), codes: Arc::new(codes) })
    }

    /// Everything in a published plan, read once: neither the plan nor the case is ever changed.
    async fn resources(
        &self,
        app: &App,
        id: &DocumentId,
        publication: &Publication,
    ) -> Result<Arc<Resources>, Refused> {
        let name = self.name(id, publication);
        if let Some(kept) = app.known().resources.get(&name) {
            return Ok(kept);
        }
        let worked = worked(app, id, publication.clone()).await?.ok_or(Refused::Internal)?;
        let codes = Arc::clone(&self.codes);
        let read = tokio::task::spawn_blocking(move || read_all(worked, &codes)).await;
        let read = read.map_err(|_| Refused::Internal)??;
        let weight = name.len() + read.all.iter().map(Resource::weight).sum::<usize>();
        app.known().spans.keep(&name, 1, span(&read.all));
        Ok(app.known().resources.keep(&name, weight, read))
    }

    /// Everything on which the resources of a published plan depend.
    fn name(&self, id: &DocumentId, publication: &Publication) -> String {
        format!("{id} {} {}", publication.number, self.case)
    }
}

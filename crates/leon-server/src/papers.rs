//! Documents that are planned: days of visits and periods of shifts, and who may see and plan them.

use crate::access::Right;
use crate::app::App;
use crate::refused::Refused;
use crate::visitor::Visitor;
use crate::worker::Asked;
use leon_formats::day::read_day;
use leon_formats::period::read_period;
use leon_formats::{Lang, Problem, sha256};
use leon_pages::route::words::Words;
use leon_pages::texts::Voice;
use leon_store::{Answer, AnswerId, Document, DocumentHead, DocumentId, JobId, NewDocument, NewJob, Publication};
use std::collections::BTreeMap;

/// What kind of document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A day of visits.
    Day,
    /// Weeks of shifts.
    Period,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::Day, Self::Period];

    /// Its word in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Period => "period",
        }
    }

    /// The kind of plan that is made of it, as the store and the queue call it.
    pub fn plan(self) -> &'static str {
        match self {
            Self::Day => "route",
            Self::Period => "roster",
        }
    }

    /// The address under which it is shown.
    pub fn address(self, id: &DocumentId) -> String {
        match self {
            Self::Day => format!("/routes/{id}"),
            Self::Period => format!("/rosters/{id}"),
        }
    }

    /// The address under which a plan of it is shown.
    pub fn plan_address(self, id: &AnswerId) -> String {
        match self {
            Self::Day => format!("/plans/{id}"),
            Self::Period => format!("/shifts/{id}"),
        }
    }

    /// What a document of this kind is called, by what stands in it.
    fn title(self, body: &str) -> Result<String, Vec<Problem>> {
        match self {
            Self::Day => {
                let read = read_day("day.json", body);
                let day = read.day.ok_or(read.problems)?;
                Ok(Words::new(&day, &read.clock, Voice::new(Lang::Da)).dates())
            }
            Self::Period => {
                let read = read_period("period.json", body);
                let period = read.period.ok_or(read.problems)?;
                let units: Vec<&str> = period.units.iter().map(|it| it.name.as_str()).collect();
                Ok(format!("{} – {} {}", period.first, period.last, units.join(", ")))
            }
        }
    }

    fn see(self) -> Right {
        match self {
            Self::Day => Right::SeeVisits,
            Self::Period => Right::SeeShifts,
        }
    }

    fn make_plans(self) -> Right {
        match self {
            Self::Day => Right::PlanVisits,
            Self::Period => Right::PlanShifts,
        }
    }

    /// What kind a document is; `None` for one that is not planned, such as a case.
    pub fn of(head: &DocumentHead) -> Option<Self> {
        Self::called(&head.kind)
    }

    /// The kind with this word.
    pub fn called(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// A document that the visitor may see; for others nothing is there.
pub async fn seen(app: &App, visitor: &Visitor, id: &DocumentId) -> Result<(Document, Paper), Refused> {
    let document = app.store().document(id).await?.ok_or(Refused::NotFound)?;
    let paper = Paper::of(&document.head).ok_or(Refused::NotFound)?;
    if !may_see(app, visitor, paper, &document.head.place).await? {
        return Err(Refused::NotFound);
    }
    Ok((document, paper))
}

/// Every document of a kind that the visitor may see, newest first.
pub async fn all(app: &App, visitor: &Visitor, paper: Paper) -> Result<Vec<DocumentHead>, Refused> {
    where_may(app, visitor, paper.see(), paper, usize::MAX).await
}

/// The newest documents of a kind in which the visitor may see what is their own. Another place may have somebody of the
/// same name.
pub async fn of_own(app: &App, visitor: &Visitor, paper: Paper, count: usize) -> Result<Vec<DocumentHead>, Refused> {
    where_may(app, visitor, Right::SeeOwn, paper, count).await
}

/// The newest documents of a kind in places in which the visitor has a right. Each place is looked up once.
async fn where_may(
    app: &App,
    visitor: &Visitor,
    right: Right,
    paper: Paper,
    count: usize,
) -> Result<Vec<DocumentHead>, Refused> {
    let (mut heads, mut places) = (Vec::new(), BTreeMap::new());
    for head in app.store().documents(paper.word()).await? {
        if heads.len() == count {
            break;
        }
        let may = match places.get(&head.place) {
            Some(may) => *may,
            None => {
                let may = app.may_in(visitor, right, &head.place).await?;
                places.insert(head.place.clone(), may);
                may
            }
        };
        if may {
            heads.push(head);
        }
    }
    Ok(heads)
}

/// A document with the plan that people work by.
pub struct Worked {
    pub document: Document,
    pub answer: Answer,
    pub publication: Publication,
}

/// The plan of a publication.
pub async fn worked(app: &App, id: &DocumentId, publication: Publication) -> Result<Option<Worked>, Refused> {
    let (answer, document) = (app.store().answer(&publication.answer).await?, app.store().document(id).await?);
    Ok(answer.zip(document).map(|(answer, document)| Worked { document, answer, publication }))
}

/// Whether the visitor may see documents of a kind in a place.
pub async fn may_see(app: &App, visitor: &Visitor, paper: Paper, place: &str) -> Result<bool, Refused> {
    app.may_in(visitor, paper.see(), place).await
}

/// Whether the visitor may bring in and plan documents of a kind in a place.
pub async fn may_plan(app: &App, visitor: &Visitor, paper: Paper, place: &str) -> Result<bool, Refused> {
    app.may_in(visitor, paper.make_plans(), place).await
}

/// Refuses a visitor who may not plan this document.
pub async fn must_plan(app: &App, visitor: &Visitor, paper: Paper, place: &str) -> Result<(), Refused> {
    if may_plan(app, visitor, paper, place).await? { Ok(()) } else { Err(Refused::Forbidden) }
}

/// As [`must_plan`], in a place that the newest case knows.
pub async fn must_plan_in(app: &App, visitor: &Visitor, paper: Paper, place: &str) -> Result<(), Refused> {
    if !app.knows_place(place).await? {
        let place = [("place", place.into())];
        return Err(Refused::Wrong(visitor.voice.text_with("people-place-wrong", &place)));
    }
    must_plan(app, visitor, paper, place).await
}

/// Keeps a document that has no errors, in a municipality where the visitor may plan its kind; every error is told.
pub async fn bring(app: &App, visitor: &Visitor, paper: Paper, place: &str, body: &str) -> Result<DocumentId, Refused> {
    must_plan_in(app, visitor, paper, place).await?;
    let title = paper.title(body).map_err(Refused::Problems)?;
    let (kind, sha256, by) = (paper.word(), sha256(&[body]), visitor.by());
    let new = NewDocument { kind, title: &title, place, sha256: &sha256, body, by, at: app.now() };
    Ok(app.store().add_document(&new).await?)
}

/// Asks for a plan of a document. The same question while it is under way is the same job.
pub async fn ask_for_plan(
    app: &App,
    visitor: &Visitor,
    head: &DocumentHead,
    paper: Paper,
    asked: &Asked,
) -> Result<JobId, Refused> {
    must_plan(app, visitor, paper, &head.place).await?;
    if !asked.is_in_range() {
        return Err(Refused::Wrong(visitor.voice.text("routes-search-wrong")));
    }
    let asked = asked.text();
    let new = NewJob { document: &head.id, kind: paper.plan(), asked: &asked, by: visitor.by(), at: app.now() };
    let job = app.store().add_job(&new).await?;
    app.asked().notify_one();
    Ok(job)
}

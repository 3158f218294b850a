//! Documents that are planned: days of visits and periods of shifts, and who may see and plan them.

use crate::access::Right;
use crate::app::App;
use crate::refused::Refused;
use crate::visitor::Visitor;
use leon_store::{AnswerId, Document, DocumentHead, DocumentId};

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
    let mut heads = Vec::new();
    for head in app.store().documents(paper.word()).await? {
        if may_see(app, visitor, paper, &head.place).await? {
            heads.push(head);
        }
    }
    Ok(heads)
}

/// The newest documents of a kind in which the visitor may see what is their own. Another place may have somebody of the
/// same name.
pub async fn of_own(app: &App, visitor: &Visitor, paper: Paper, count: usize) -> Result<Vec<DocumentHead>, Refused> {
    let mut heads = Vec::new();
    for head in app.store().documents(paper.word()).await? {
        if heads.len() < count && app.may_in(visitor, Right::SeeOwn, &head.place).await? {
            heads.push(head);
        }
    }
    Ok(heads)
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
    if place.is_empty() || !app.knows_place(place).await? {
        return Err(Refused::Forbidden);
    }
    must_plan(app, visitor, paper, place).await
}

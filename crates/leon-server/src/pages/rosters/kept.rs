//! A roster as it is kept: with its period, and what it was made from.

use crate::app::App;
use crate::papers::{Paper, seen};
use crate::refused::Refused;
use crate::visitor::Visitor;
use leon_formats::period::{read_period, read_roster};
use leon_model::{Moment, Published, Roster};
use leon_pages::roster::PeriodFile;
use leon_store::{Answer, AnswerId, Document, Publication};
use serde::{Deserialize, Serialize};

/// A roster with its period.
pub struct Kept {
    pub document: Document,
    pub answer: Answer,
    pub file: PeriodFile,
    pub roster: Roster,
}

/// What is asked for by a change made by hand: the roster before.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Step {
    pub after: String,
}

/// The step that made an answer, if it was made by hand.
pub fn step(answer: &Answer) -> Option<Step> {
    serde_json::from_str(&answer.asked).ok()
}

/// A roster that the visitor may see; for others nothing is there.
pub async fn seen_answer(app: &App, visitor: &Visitor, id: &AnswerId) -> Result<(Answer, Document), Refused> {
    let is_ours = |it: &Answer| it.kind == Paper::Period.plan();
    let answer = app.store().answer(id).await?.filter(is_ours).ok_or(Refused::NotFound)?;
    let (document, _) = seen(app, visitor, &answer.document).await?;
    Ok((answer, document))
}

/// The same, read.
pub async fn seen_roster(app: &App, visitor: &Visitor, id: &AnswerId) -> Result<Kept, Refused> {
    let (answer, document) = seen_answer(app, visitor, id).await?;
    tokio::task::spawn_blocking(move || read(document, answer)).await.map_err(|_| Refused::Internal)?
}

/// Reads a roster with its period.
pub fn read(document: Document, answer: Answer) -> Result<Kept, Refused> {
    let period = read_period(&document.head.title, &document.body).period.ok_or(Refused::Internal)?;
    let roster = read_roster(&document.head.title, &answer.body).roster.ok_or(Refused::Internal)?;
    let file = PeriodFile { period, sha256: document.head.sha256.clone() };
    Ok(Kept { document, answer, file, roster })
}

/// The roster that people know, when it is another than this one; what differs is told now.
pub async fn known(app: &App, answer: &Answer, published: &[Publication]) -> Result<Option<Published>, Refused> {
    let Some(last) = published.last().filter(|it| it.answer != answer.id) else { return Ok(None) };
    let kept = app.store().answer(&last.answer).await?.ok_or(Refused::Internal)?;
    let roster = read_roster("published", &kept.body).roster.ok_or(Refused::Internal)?;
    Ok(Some(Published { roster, changes_told: Moment(app.now().as_second()) }))
}

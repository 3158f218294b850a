//! What an employee is published to work, out of every day and period in which they may see their own.

use crate::app::App;
use crate::pages::{rosters, routes};
use crate::papers::{Paper, Worked, of_own, worked};
use crate::refused::Refused;
use crate::visitor::Visitor;
use leon_formats::{Engagement, Lang, day, period};
use leon_model::{CarerId, Date, Moment, PersonId, UnitId};
use leon_store::{DocumentId, Publication};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Documents of a kind looked through, the newest first.
const DOCUMENTS: usize = 100;

/// What one published plan says of everybody in it.
pub struct Said {
    dates: BTreeSet<Date>,
    /// Empty for a day of visits.
    units: BTreeSet<UnitId>,
    /// By name. Who has none is there too.
    engagements: BTreeMap<String, Vec<Engagement>>,
}

impl Said {
    /// Whether this plan, being of a newer document, says in place of another what happens on a date: a period that
    /// was brought anew, with wishes say, leaves its forerunner published.
    fn replaces(&self, older: &Self, date: Date) -> bool {
        let of_days = self.units.is_empty() && older.units.is_empty();
        self.dates.contains(&date) && (of_days || !self.units.is_disjoint(&older.units))
    }
}

/// Everything that the visitor is published to work, in order of time.
pub async fn engagements(app: &App, visitor: &Visitor) -> Result<Vec<Engagement>, Refused> {
    let mut all = Vec::new();
    for paper in Paper::ALL {
        let last = app.store().last_publications(paper.word()).await?;
        let mut newer: Vec<Arc<Said>> = Vec::new();
        for head in of_own(app, visitor, paper, DOCUMENTS).await? {
            let Some(publication) = last.get(&head.id) else { continue };
            let said = said(app, &head.id, publication, visitor.voice.lang).await?;
            let Some(own) = said.engagements.get(visitor.by()) else { continue };
            let counts = |it: &&Engagement| !newer.iter().any(|newer| newer.replaces(&said, it.date));
            all.extend(own.iter().filter(counts).cloned());
            newer.push(said);
        }
    }
    all.sort_by(|a, b| (a.start, &a.key).cmp(&(b.start, &b.key)));
    Ok(all)
}

impl Said {
    /// Whether somebody is in the document.
    pub fn knows(&self, name: &str) -> bool {
        self.engagements.contains_key(name)
    }

    /// Whether somebody has anything to do.
    pub fn engages(&self, name: &str) -> bool {
        self.engagements.get(name).is_some_and(|it| !it.is_empty())
    }
}

/// What a published plan says of everybody in it, read once: a plan is never changed.
pub async fn said(app: &App, id: &DocumentId, publication: &Publication, lang: Lang) -> Result<Arc<Said>, Refused> {
    let name = format!("{id} {} {}", publication.number, lang.code());
    if let Some(said) = app.said().get(&name) {
        return Ok(said);
    }
    let worked = worked(app, id, publication.clone()).await?.ok_or(Refused::Internal)?;
    let said = tokio::task::spawn_blocking(move || read(worked, lang)).await.map_err(|_| Refused::Internal)??;
    let weight = 1 + said.engagements.values().map(|it| 1 + it.len()).sum::<usize>();
    Ok(app.said().keep(&name, weight, said))
}

fn read(it: Worked, lang: Lang) -> Result<Said, Refused> {
    let Worked { document, answer, publication } = it;
    let published = Moment(publication.published_at.as_second());
    Ok(match Paper::of(&document.head).ok_or(Refused::Internal)? {
        Paper::Period => {
            let kept = rosters::kept::read(document, answer)?;
            let period = &kept.file.period;
            let of = |it: &PersonId| period::engagements(period, &kept.roster, it, published, lang);
            Said {
                dates: period.dates().collect(),
                units: period.units.iter().map(|it| it.id.clone()).collect(),
                engagements: period.people.iter().map(|it| (it.id.to_string(), of(&it.id))).collect(),
            }
        }
        Paper::Day => {
            let kept = routes::kept::read(document, answer)?;
            let carers = &kept.file.day.carers;
            let of = |it: &CarerId| day::engagements(&kept.plan, it, published, lang);
            Said {
                dates: carers.iter().flat_map(|it| &it.shifts).map(|it| it.start.danish_date()).collect(),
                units: BTreeSet::new(),
                engagements: carers.iter().map(|it| (it.id.to_string(), of(&it.id))).collect(),
            }
        }
    })
}

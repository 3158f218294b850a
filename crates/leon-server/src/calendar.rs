//! What an employee is published to work, out of every day and period in which they may see their own.

use crate::app::App;
use crate::pages::{rosters, routes};
use crate::papers::{Paper, of_own, published};
use crate::refused::Refused;
use crate::visitor::Visitor;
use leon_formats::{Engagement, Lang, day, period};
use leon_model::{CarerId, Date, Moment, PersonId, UnitId};
use leon_store::{Answer, Document};
use std::collections::BTreeSet;

/// Documents of a kind looked through, the newest first.
const DOCUMENTS: usize = 100;

/// What one published plan says of a person.
struct Said {
    dates: BTreeSet<Date>,
    /// Empty for a day of visits.
    units: BTreeSet<UnitId>,
    engagements: Vec<Engagement>,
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
    let lang = visitor.voice.lang;
    // The name as it stands in documents: most of them are of other people, and are not read.
    let quoted = serde_json::to_string(visitor.by()).map_err(|_| Refused::Internal)?;
    let mut all = Vec::new();
    for paper in Paper::ALL {
        let mut newer: Vec<Said> = Vec::new();
        for head in of_own(app, visitor, paper, DOCUMENTS).await? {
            let Some(it) = published(app, &head.id).await? else { continue };
            if !it.document.body.contains(&quoted) {
                continue;
            }
            let at = Moment(it.publication.published_at.as_second());
            let name = visitor.by().to_owned();
            let reading = move || said(paper, it.document, it.answer, &name, at, lang);
            let Some(mut said) = tokio::task::spawn_blocking(reading).await.map_err(|_| Refused::Internal)?? else {
                continue;
            };
            let mut engagements = std::mem::take(&mut said.engagements);
            engagements.retain(|it| !newer.iter().any(|newer| newer.replaces(&said, it.date)));
            all.append(&mut engagements);
            newer.push(said);
        }
    }
    all.sort_by(|a, b| (a.start, &a.key).cmp(&(b.start, &b.key)));
    Ok(all)
}

/// What a plan says of a person; `None` when its document does not know them.
fn said(
    paper: Paper,
    document: Document,
    answer: Answer,
    name: &str,
    published: Moment,
    lang: Lang,
) -> Result<Option<Said>, Refused> {
    Ok(match paper {
        Paper::Period => {
            let kept = rosters::kept::read(document, answer)?;
            let (period, person) = (&kept.file.period, PersonId::from(name));
            period.person(&person).map(|_| Said {
                dates: period.dates().collect(),
                units: period.units.iter().map(|it| it.id.clone()).collect(),
                engagements: period::engagements(period, &kept.roster, &person, published, lang),
            })
        }
        Paper::Day => {
            let kept = routes::kept::read(document, answer)?;
            let (day, carer) = (&kept.file.day, CarerId::from(name));
            day.carer_index(&carer).map(|_| Said {
                dates: day.carers.iter().flat_map(|it| &it.shifts).map(|it| it.start.danish_date()).collect(),
                units: BTreeSet::new(),
                engagements: day::engagements(&kept.plan, &carer, published, lang),
            })
        }
    })
}

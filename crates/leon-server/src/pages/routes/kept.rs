//! A plan of visits as it is kept: with its day, which events may have changed since it was brought in.

use crate::app::App;
use crate::papers::{Paper, seen};
use crate::refused::Refused;
use crate::visitor::Visitor;
use leon_formats::day::{PlanRead, Provenance, read_day, read_plan, write_day, write_plan};
use leon_formats::sha256;
use leon_model::{Moment, RoutePlan};
use leon_pages::route::DayFile;
use leon_route::{Disturbed, Exceeded, Replanned};
use leon_store::{Answer, AnswerId, Document};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The kind of answer that a changed plan is.
pub const REPLAN: &str = "replan";

/// A plan with its day and how it came about.
pub struct Kept {
    pub answer: Answer,
    pub file: DayFile,
    pub plan: RoutePlan,
    pub made_by: Option<Provenance>,
    /// What changed it; `None` for one that was planned from the day as it was brought in.
    pub change: Option<Changed>,
}

/// What is kept beside a changed plan.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Changed {
    /// The plan before.
    pub after: String,
    /// What happened, as a file of events.
    pub events: Value,
    /// What was begun by then is history.
    pub now: i64,
    /// Visit, slot, and the event that its change follows from.
    pub because: Vec<(String, usize, Option<usize>)>,
    pub exceeded: Vec<Limit>,
}

/// A limit on disturbances that could not be kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Limit {
    /// `citizen`, `carer` or `citizens`.
    of: String,
    id: String,
    most: usize,
    changes: usize,
}

#[derive(Deserialize, Serialize)]
struct Body {
    day: Value,
    plan: Value,
    change: Changed,
}

impl Changed {
    pub fn now(&self) -> Moment {
        Moment(self.now)
    }
}

impl Limit {
    fn of(it: &Exceeded) -> Self {
        let (of, id) = match &it.of {
            Disturbed::Citizen(id) => ("citizen", id.to_string()),
            Disturbed::Carer(id) => ("carer", id.to_string()),
            Disturbed::Citizens => ("citizens", String::new()),
        };
        Self { of: of.to_owned(), id, most: it.most, changes: it.changes }
    }

    /// The limit in the planner's terms.
    pub fn exceeded(&self) -> Exceeded {
        let of = match self.of.as_str() {
            "citizen" => Disturbed::Citizen(self.id.as_str().into()),
            "carer" => Disturbed::Carer(self.id.as_str().into()),
            _ => Disturbed::Citizens,
        };
        Exceeded { of, most: self.most, changes: self.changes }
    }
}

/// A plan that the visitor may see; for others nothing is there.
pub async fn seen_plan(app: &App, visitor: &Visitor, id: &AnswerId) -> Result<(Answer, Document), Refused> {
    let is_ours = |it: &Answer| it.kind == Paper::Day.plan() || it.kind == REPLAN;
    let answer = app.store().answer(id).await?.filter(is_ours).ok_or(Refused::NotFound)?;
    let (document, _) = seen(app, visitor, &answer.document).await?;
    Ok((answer, document))
}

/// The plan that another was changed from, when it was.
pub fn after(answer: &Answer) -> Option<AnswerId> {
    #[derive(Deserialize)]
    struct Body {
        change: After,
    }
    #[derive(Deserialize)]
    struct After {
        after: String,
    }
    let changed = (answer.kind == REPLAN).then(|| serde_json::from_str::<Body>(&answer.body).ok());
    Some(AnswerId(changed??.change.after))
}

/// Reads a plan with its day.
pub fn read(document: Document, answer: Answer) -> Result<Kept, Refused> {
    let title = &document.head.title;
    if answer.kind != REPLAN {
        let plan = read_plan(title, &answer.body);
        return put_together(title, &document.body, document.head.sha256, plan, None, answer);
    }
    let body: Body = serde_json::from_str(&answer.body).map_err(|_| Refused::Internal)?;
    let day = body.day.to_string();
    let plan = read_plan(title, &body.plan.to_string());
    put_together(title, &day, sha256(&[&day]), plan, Some(body.change), answer)
}

fn put_together(
    title: &str,
    day: &str,
    sha256: String,
    plan: PlanRead,
    change: Option<Changed>,
    answer: Answer,
) -> Result<Kept, Refused> {
    let read = read_day(title, day);
    let (Some(day), Some(routes)) = (read.day, plan.plan) else { return Err(Refused::Internal) };
    let file = DayFile { day, clock: read.clock, sha256 };
    Ok(Kept { answer, file, plan: routes, made_by: plan.made_by, change })
}

/// What is kept of a changed plan: its day, the plan and how it differs.
pub fn body(replanned: &Replanned, after: &AnswerId, events: &str, rounds: u64, seed: u64) -> Result<String, Refused> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).map_err(|_| Refused::Internal);
    let day = parsed(&write_day(&replanned.day))?;
    let made_by = Provenance {
        leon_version: env!("CARGO_PKG_VERSION").to_owned(),
        day_sha256: sha256(&[&day.to_string()]),
        seed,
        seconds: None,
        iterations: Some(rounds),
    };
    let because = replanned.changes.iter().map(|it| (it.visit.to_string(), it.slot, it.because));
    let change = Changed {
        after: after.to_string(),
        events: parsed(events)?,
        now: replanned.now.0,
        because: because.collect(),
        exceeded: replanned.exceeded.iter().map(Limit::of).collect(),
    };
    let body = Body { plan: parsed(&write_plan(&replanned.plan, &made_by))?, day, change };
    serde_json::to_string(&body).map_err(|_| Refused::Internal)
}

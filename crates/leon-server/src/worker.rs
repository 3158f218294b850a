//! The worker: takes jobs from the queue and plans them, one at a time.

mod search;
mod shifts;
mod visits;
mod years;

pub use search::{Asked, SECONDS_MAX};
pub use years::{AskedYears, SCENARIO};

use crate::app::App;
use leon_store::{Document, Job, NewAnswer, StoreError};
use search::{Budget, Search};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinError;

/// How often a worker looks for jobs that others have asked for, and tells how far its own is.
const TICK: Duration = Duration::from_secs(1);

/// What a planner made: its plan as text, with how it came about.
struct Made {
    body: String,
    seed: u64,
    budget: String,
}

/// Why a job cannot be done, as a word of the store and the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NotMade {
    /// The document or the question is not one that this version reads.
    Unreadable,
    /// The planner refused, or broke off.
    BrokeOff,
}

impl NotMade {
    fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::BrokeOff => "broke-off",
        }
    }
}

/// Works until the app stops; a job under way is then given back to the queue.
pub async fn work(app: App, name: String) {
    let mut ticks = tokio::time::interval(TICK);
    let mut stopping = app.stopping();
    while !*stopping.borrow() {
        match one(&app, &name).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => eprintln!("leon: {error}"),
        }
        tokio::select! { () = app.asked().notified() => {}, _ = ticks.tick() => {}, () = closed(&mut stopping) => {} }
    }
}

/// Comes back once Leon closes.
async fn closed(stopping: &mut watch::Receiver<bool>) {
    // An error says that the app is gone, which is as good.
    drop(stopping.wait_for(|it| *it).await);
}

/// Takes a job and ends it; `false` when none waits.
pub async fn one(app: &App, name: &str) -> Result<bool, StoreError> {
    let Some(job) = app.store().take_job(name, app.now()).await? else { return Ok(false) };
    let document = app.store().document(&job.document).await?;
    let Some(document) = document else { return Err(StoreError::NotOurs(format!("job {} has no document", job.id))) };
    let search = Arc::new(Search::default());
    // However this ends, the planner's thread is told to stop.
    let _stop = search.stop_when_dropped();
    let (at_work, asked, paper) = (Arc::clone(&search), job.asked.clone(), document.clone());
    let kind = job.kind.clone();
    let mut planning = tokio::task::spawn_blocking(move || plan(&kind, &paper, &asked, &at_work));
    let mut ticks = tokio::time::interval(TICK);
    let mut stopping = app.stopping();
    loop {
        tokio::select! {
            made = &mut planning => {
                end(app, &job, &document, made).await?;
                return Ok(true);
            }
            _ = ticks.tick() => match app.store().job_is_at(&job, search.spent(), app.now()).await {
                Ok(true) => {}
                // Cancelled, or another has taken it: the plan is nobody's.
                Ok(false) => return Ok(true),
                // The database may come back before the lease runs out.
                Err(error) => eprintln!("leon: {error}"),
            },
            () = closed(&mut stopping) => {
                app.store().give_back_job(&job).await?;
                return Ok(true);
            }
        }
    }
}

fn plan(kind: &str, document: &Document, asked: &str, search: &Search) -> Result<Made, NotMade> {
    if kind == SCENARIO {
        let asked: AskedYears = serde_json::from_str(asked).map_err(|_| NotMade::Unreadable)?;
        return years::plan(document, &asked, search);
    }
    let asked: Asked = serde_json::from_str(asked).map_err(|_| NotMade::Unreadable)?;
    let budget = Budget { search, since: Instant::now(), asked };
    let body = match kind {
        "route" => visits::plan(document, &budget)?,
        "roster" => shifts::plan(document, &budget)?,
        _ => return Err(NotMade::Unreadable),
    };
    Ok(Made { body, seed: asked.seed, budget: asked.budget() })
}

async fn end(
    app: &App,
    job: &Job,
    document: &Document,
    made: Result<Result<Made, NotMade>, JoinError>,
) -> Result<(), StoreError> {
    let made = match made.unwrap_or(Err(NotMade::BrokeOff)) {
        Ok(made) => made,
        Err(why) => return app.store().fail_job(job, why.word(), app.now()).await,
    };
    let answer = NewAnswer {
        document: &job.document,
        kind: &job.kind,
        asked: &job.asked,
        input_sha256: &document.head.sha256,
        version: env!("CARGO_PKG_VERSION"),
        seed: &made.seed.to_string(),
        budget: &made.budget,
        body: &made.body,
        by: &job.created_by,
        at: app.now(),
    };
    match app.store().end_job(job, &answer).await {
        Ok(_) | Err(StoreError::Conflict) => Ok(()),
        Err(error) => Err(error),
    }
}

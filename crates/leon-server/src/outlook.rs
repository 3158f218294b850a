//! The outlook of a case: its projection as it stands, reckoned once, when somebody first asks.

use leon_model::{Case, Scenario};
use leon_pages::projection::findings::as_it_stands;
use leon_project::{Explanation, Options, ProjectError, Projection, explain, project};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::watch;

/// As many draws as `leon project` makes, of the same seed, so that both say the same.
pub const DRAWS: usize = 40;
pub const SEED: u64 = 1;
/// How long a page waits for it. A large case takes longer; its page says so.
const WAIT: Duration = Duration::from_secs(20);

/// What is to come if nothing changes.
pub struct Outlook {
    pub scenarios: [Scenario; 1],
    pub projection: Projection,
    /// What the last year rests on.
    pub explained: Explanation,
}

/// Why a case has no outlook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoOutlook {
    /// It has no inhabitants by age.
    NoPopulation,
    /// A fault of Leon's, in words for developers.
    Fault(String),
}

type Found = Result<Arc<Outlook>, NoOutlook>;

/// The outlook of one case, begun by the first who asks.
#[derive(Default)]
pub struct Outlooks(OnceLock<watch::Receiver<Option<Found>>>);

impl Outlooks {
    /// The outlook; `None` when it is still being reckoned after a while.
    pub async fn of(&self, case: &Arc<Case>) -> Option<Found> {
        let begin = || {
            let (tell, told) = watch::channel(None);
            let case = Arc::clone(case);
            // Nobody may be waiting any more; the answer is kept all the same.
            tokio::task::spawn_blocking(move || tell.send_replace(Some(reckon(&case))));
            told
        };
        let mut told = self.0.get_or_init(begin).clone();
        let found = tokio::time::timeout(WAIT, told.wait_for(Option::is_some)).await.ok()?;
        match found {
            Ok(found) => found.clone(),
            Err(_) => Some(Err(NoOutlook::Fault("the outlook was given up".into()))),
        }
    }
}

/// On one thread, beside those who ask for other pages.
pub fn options() -> Options<'static> {
    Options { draws: DRAWS, seed: SEED, threads: 1, ..Options::default() }
}

fn reckon(case: &Case) -> Found {
    let refused = |error: ProjectError| match error {
        ProjectError::NoPopulation => NoOutlook::NoPopulation,
        other => NoOutlook::Fault(other.to_string()),
    };
    let scenarios = [as_it_stands()];
    let projection = project(case, &scenarios, &options()).map_err(refused)?;
    let last = projection.years.last().copied().ok_or(NoOutlook::NoPopulation)?;
    let explained = explain(case, &scenarios[0], last, &options()).map_err(refused)?;
    Ok(Arc::new(Outlook { scenarios, projection, explained }))
}

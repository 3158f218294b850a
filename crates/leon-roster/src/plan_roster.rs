//! Plans a roster for a period.

use crate::options::{Budget, RosterOptions};
use crate::roster::Roster as Rows;
use crate::search::Search;
use crate::state::State;
use crate::translate::{Given, Tightened, TooLarge, Translation, carried};
use leon_check::{RosterVerdict, check_roster};
use leon_model::{Minutes, Period, Roster, Uncovered};
use thiserror::Error;

/// A roster, verified.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedRoster {
    pub roster: Roster,
    /// What the independent check found. What it says is broken no roster of this period can mend, as far as the
    /// search has seen: a notice that was given too late, hard wishes against the law.
    pub verdict: RosterVerdict,
    pub iterations: u64,
}

/// Why there is no roster.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RosterError {
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

/// Shares of the budget: a first roster, which shows how much burden there is to share; the search; and what is left
/// to mend what the check finds.
const FIRST: f64 = 0.15;
const SEARCH: f64 = 0.85;
const MENDS: u32 = 4;

/// Plans a roster: who works which shift, in which function, on each date.
///
/// Always gives a roster. With too few hands, cover stays short, and the roster lists where. The independent check
/// has its word before the roster leaves: what it finds broken beyond what the search knew is asked more strictly, and
/// the search goes on.
///
/// The same period, seed and number of iterations give the same roster.
///
/// # Errors
/// [`RosterError::TooLarge`] if the period has more shifts and functions than the engine tells apart.
///
/// # Example
/// ```
/// use leon_formats::period::{EXAMPLE, read_period};
/// use leon_roster::{Iterations, RosterOptions, plan_roster};
///
/// let period = read_period("period.json", EXAMPLE).period.unwrap();
/// let planned = plan_roster(&period, &RosterOptions::new(&Iterations(600_000))).unwrap();
/// assert!(planned.verdict.stands());
/// ```
pub fn plan_roster(period: &Period, options: &RosterOptions<'_>) -> Result<PlannedRoster, RosterError> {
    let mut tightened = Tightened::default();
    let mut run = Run { period, options, iterations: 0, spent: options.budget.spent(0) };
    let mut found = match options.from {
        Some(from) => run.search(Some(from), None, &tightened, 0.0, 0.0)?,
        None => run.search(None, None, &tightened, FIRST, 1.0)?,
    };
    let burden = Some(carried(period, &found.roster));
    tightened.add(period, &found.verdict);
    found = match options.from {
        Some(from) => run.search(Some(from), burden, &tightened, SEARCH, GENTLE)?,
        None => run.search(None, burden, &tightened, SEARCH, 1.0)?,
    };
    let mut best = found.clone();
    for mend in 1..=MENDS {
        if !tightened.add(period, &found.verdict) && mend < MENDS {
            continue;
        }
        if mend + 1 >= MENDS {
            tightened.be_strict();
        }
        let until = SEARCH + (1.0 - SEARCH) * f64::from(mend) / f64::from(MENDS);
        found = run.search(Some(&found.roster), burden, &tightened, until, GENTLE)?;
        if better(&found.verdict, &best.verdict) {
            best = found.clone();
        }
    }
    Ok(PlannedRoster { iterations: run.iterations, ..best })
}

/// The temperature of a search that goes on from a good roster, as a share of the first.
const GENTLE: f64 = 0.1;

/// Whether the first roster is the better one: it breaks less, or as much and is worth more.
fn better(one: &RosterVerdict, other: &RosterVerdict) -> bool {
    let key = |it: &RosterVerdict| (it.broken.len(), it.levels.clone());
    key(one) < key(other)
}

/// A plan on its way.
struct Run<'a> {
    period: &'a Period,
    options: &'a RosterOptions<'a>,
    iterations: u64,
    spent: f64,
}

impl Run<'_> {
    /// Searches until so much of the whole budget is spent.
    fn search(
        &mut self,
        from: Option<&Roster>,
        burden: Option<[f64; 5]>,
        tightened: &Tightened,
        until: f64,
        heat: f64,
    ) -> Result<PlannedRoster, RosterError> {
        let given = Given { published: self.options.published, burden, tightened, asked_only: true };
        let translation = Translation::new(self.period, given)?;
        let mut state = State::new(&translation.problem);
        if let Some(from) = from {
            state.load(&translation.rows(from));
        }
        if self.spent < until {
            let mut search = Search::for_problem(&translation.problem, self.options.seed ^ self.iterations);
            if heat < 1.0 {
                search = search.gentle();
            }
            let budget = Part { whole: self.options.budget, before: self.iterations, from: self.spent, until };
            let progress = &mut |it: crate::Progress| {
                if let Some(progress) = self.options.progress {
                    progress(crate::Progress {
                        spent: self.options.budget.spent(self.iterations + it.iterations).min(1.0),
                        ..it
                    });
                }
            };
            self.iterations += search.run(&mut state, &budget, progress).iterations;
            self.spent = self.options.budget.spent(self.iterations);
        }
        Ok(verified(&translation, &state.roster(), self.options))
    }
}

/// A roster of the search in the period's words, checked.
pub(crate) fn verified(translation: &Translation<'_>, rows: &Rows, options: &RosterOptions<'_>) -> PlannedRoster {
    let mut roster = Roster { assignments: translation.assignments(rows), uncovered: None };
    let verdict = check_roster(translation.period, &roster, options.published);
    roster.uncovered = Some(uncovered(&verdict));
    PlannedRoster { roster, verdict, iterations: 0 }
}

/// What a check finds uncovered, as a roster lists it.
pub(crate) fn uncovered(verdict: &RosterVerdict) -> Vec<Uncovered> {
    let short = verdict.cover.iter().filter(|it| it.short > Minutes(0));
    short.map(|it| Uncovered { cover: it.cover, date: it.date, missing: it.short }).collect()
}

/// A part of a budget, from what was spent before it.
struct Part<'a> {
    whole: &'a dyn Budget,
    before: u64,
    from: f64,
    until: f64,
}

impl Budget for Part<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        (self.whole.spent(self.before + iterations) - self.from) / (self.until - self.from)
    }
}

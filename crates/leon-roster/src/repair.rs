//! What happens to a roster that people know: somebody falls ill, leaves, or must be free; few changes mend it.

mod events;
mod fill;
mod limit;
mod reasons;

pub use reasons::{RosterChange, WhyChanged};

use crate::change::{AtHand, Cell, ChangeError, Effect, Owns, worse};
use crate::options::Budget;
use crate::plan_roster::uncovered;
use crate::recommend::fills;
use crate::roster::Roster as Rows;
use crate::search::Search;
use crate::translate::Tightened;
use events::{asked, fallen, is_absence};
use fill::Fill;
use leon_check::{Checked, RosterBroken, RosterVerdict, check_roster};
use leon_model::{Date, Period, PersonId, Published, Roster, RosterEvent};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What can be asked of a repair.
#[derive(Clone, Copy)]
pub struct RepairOptions<'a> {
    /// Different seeds give different, equally good searches.
    pub seed: u64,
    /// How long to improve on the first answer; [`Iterations(0)`](crate::Iterations): the first answer as it is.
    pub budget: &'a dyn Budget,
    /// The most dates of people's duties that may change, beside those that fell away; `None`: as many as the first
    /// answer needs, and three for each duty that it leaves open or that a wish brings.
    pub changes_max: Option<usize>,
    /// What lies before this date stays. What has begun when changes are told stays in any case.
    pub keep_before: Option<Date>,
    /// How far from the duties that fall away or that a wish brings others may change.
    pub days: u32,
}

impl<'a> RepairOptions<'a> {
    /// A budget; changes within two weeks of what falls away.
    pub fn new(budget: &'a dyn Budget) -> Self {
        Self { seed: 1, budget, changes_max: None, keep_before: None, days: 14 }
    }
}

impl fmt::Debug for RepairOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, changes_max, keep_before, days, .. } = self;
        let mut words = f.debug_struct("RepairOptions");
        words.field("seed", seed).field("changes_max", changes_max).field("keep_before", keep_before);
        words.field("days", days).finish_non_exhaustive()
    }
}

/// A roster after events.
#[derive(Clone, Debug, PartialEq)]
pub struct Repaired {
    /// The period as the events have changed it: the ground of the next repair.
    pub period: Period,
    pub roster: Roster,
    /// Every date on which somebody works something else than published, in the order of dates and people.
    pub changes: Vec<RosterChange>,
    /// What that does to each person whose dates change, in the period's order.
    pub effects: Vec<Effect>,
    /// Duties that fell away and are left open.
    pub open: Vec<RosterChange>,
    /// What was broken already, and is still.
    pub facts: Vec<RosterBroken>,
    /// What the independent check found in the new roster; changes are counted against the published one.
    pub verdict: RosterVerdict,
    pub iterations: u64,
}

/// Dates that may change for each duty that the first answer leaves open, or that a wish brings, when nothing is said.
const CHANGES_EACH: usize = 3;

/// Repairs a published roster after events, with few changes.
///
/// What has begun when changes are told stays, and so does everything further than [`RepairOptions::days`] from the
/// duties that fall away or that a wish brings, and all other duties of those who are away. Each duty that falls away is
/// filled at once by what costs least: one person, two of whom the second relieves the first on the same date or
/// another, or nobody. The budget is for making that better, within the limit on changes. Of the two answers the one
/// that breaks less that was not broken before is given, and then the one that the independent check values more.
///
/// An absence counts as the hours of the duties that it takes.
///
/// The same period, roster, events, seed and number of iterations give the same answer.
///
/// # Errors
/// [`ChangeError`] for people and dates that the period does not have, absences that end before they begin, and events
/// that leave a period which is not valid.
///
/// # Example
/// ```
/// use leon_formats::period::{EXAMPLE, read_period};
/// use leon_model::{AbsenceKind, Published, RosterEvent};
/// use leon_roster::{Iterations, RepairOptions, RosterOptions, plan_roster, repair};
///
/// let period = read_period("period.json", EXAMPLE).period.unwrap();
/// let roster = plan_roster(&period, &RosterOptions::new(&Iterations(300_000))).unwrap().roster;
/// let monday = period.first + 14;
/// let published = Published { roster, changes_told: (monday - 1).midnight() };
/// let ill = RosterEvent::Absent {
///     person: period.people[0].id.clone(),
///     from: monday.midnight(),
///     to: (monday + 7).midnight(),
///     kind: AbsenceKind::Illness,
/// };
/// let repaired = repair(&period, &published, &[ill], &RepairOptions::new(&Iterations(0))).unwrap();
/// assert!(repaired.changes.iter().all(|it| it.changed.date >= monday - 14));
/// ```
pub fn repair(
    period: &Period,
    published: &Published,
    events: &[RosterEvent],
    options: &RepairOptions<'_>,
) -> Result<Repaired, ChangeError> {
    let after = events::after(period, published, events)?;
    let kept = |_: usize, date: Date| options.keep_before.is_some_and(|it| date < it);
    let mut at_hand = AtHand::new(&after, published, published.changes_told, &Tightened::default(), &kept)?;
    let gone = fallen(&at_hand, events);
    let asked = asked(period, events);
    let forced = at_hand.cells_of(&at_hand.rows);
    let opened = gone.iter().map(|it| it.cell).chain(forced.clone()).map(|it| at_hand.date(it.day));
    let touched: BTreeSet<Date> = opened.chain(asked.iter().map(|it| it.0)).collect();
    let near = |date: Date| touched.iter().any(|it| (*it - date).unsigned_abs() <= options.days);
    let near: BTreeSet<Date> = after.dates().filter(|date| near(*date)).collect();
    let away: BTreeSet<&PersonId> = events.iter().filter(|it| is_absence(it)).filter_map(RosterEvent::person).collect();
    at_hand.settle(&|person, date| !near.contains(&date) || away.contains(&after.people[person].id));
    limit::count(&mut at_hand, &gone, options.changes_max);

    let left = at_hand.roster_after(&cells(&at_hand, &gone, &at_hand.rows));
    let checked = Checked::new(&after, &left, Some(published));
    let base = checked.verdict();
    let (mut rows, still_asked) = fill(&at_hand, &gone, &asked, base);
    let verdict = |at_hand: &AtHand<'_>, rows: &Rows| checked.with(&at_hand.roster_after(&cells(at_hand, &gone, rows)));
    let mut best = verdict(&at_hand, &rows);
    let mut iterations = 0;
    if options.budget.spent(0) < 1.0 && !touched.is_empty() {
        let known = check_roster(period, &published.roster, Some(published));
        if options.changes_max.is_none() {
            let is_new = |it: &&Cell| !gone.iter().any(|gone| gone.is_of(**it));
            let cells = cells(&at_hand, &gone, &rows);
            let open = gone.iter().filter(|it| !it.is_taken(&cells)).count() + still_asked;
            limit::set(&mut at_hand, cells.iter().filter(is_new).count() + CHANGES_EACH * (open + forced.len()));
        }
        let mut state = at_hand.state();
        state.load(&rows);
        let search = Search::for_problem(&at_hand.translation.problem, options.seed).gentle();
        let searched = search.run(&mut state, options.budget, &mut |_| {});
        iterations = searched.iterations;
        let found = verdict(&at_hand, &searched.roster);
        let key = |it: &RosterVerdict| (worse(&known.broken, &it.broken).len(), it.levels.clone());
        if key(&found) < key(&best) {
            (rows, best) = (searched.roster, found);
        }
    }

    let cells = cells(&at_hand, &gone, &rows);
    let mut owns = Owns::new(&at_hand, base).known_in(period);
    let people: BTreeSet<usize> = cells.iter().map(|it| it.person).collect();
    let effects: Vec<Effect> = people.into_iter().map(|person| owns.effect(person, &cells)).collect();
    let (changes, open) = reasons::explained(&at_hand, &gone, &asked, &cells, &effects);
    let new = worse(&base.broken, &best.broken);
    let facts = best.broken.iter().filter(|it| !new.contains(it)).cloned().collect();
    let roster = Roster { uncovered: Some(uncovered(&best)), ..at_hand.roster_after(&cells) };
    Ok(Repaired { roster, changes, effects, open, facts, verdict: best, iterations, period: after.clone() })
}

/// The first answer, and how many people that events ask for are still missing.
fn fill(at_hand: &AtHand<'_>, gone: &[Gone], asked: &[(Date, usize)], base: &RosterVerdict) -> (Rows, usize) {
    let mut state = at_hand.state();
    let mut fill = Fill { at_hand, owns: Owns::new(at_hand, base), cells: BTreeMap::new() };
    for it in gone {
        fill.one(&mut state, &[it.cell]);
    }
    let mut missing = 0;
    let is_asked = |date: Date| asked.iter().any(|it| it.0 == date);
    for short in base.cover.iter().filter(|it| it.short.0 > 0 && is_asked(it.date)) {
        let duties = fills(at_hand, short.cover, short.date).unwrap_or_default();
        let open: Vec<Cell> = duties.into_iter().map(|(day, duty)| Cell { person: NOBODY, day, duty }).collect();
        missing += (short.fewest..short.min).filter(|_| !fill.one(&mut state, &open)).count();
    }
    (state.roster(), missing)
}

/// Who has a duty that nobody has had.
const NOBODY: usize = usize::MAX;

/// A duty that an event takes, by the event's place in the list. The cell's duty is the one that was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Gone {
    cell: Cell,
    event: usize,
}

impl Gone {
    /// Whether a cell is the person's day.
    fn is_of(&self, cell: Cell) -> bool {
        (self.cell.person, self.cell.day) == (cell.person, cell.day)
    }

    /// Whether somebody has taken the duty.
    fn is_taken(&self, cells: &[Cell]) -> bool {
        cells.iter().any(|it| (it.day, it.duty) == (self.cell.day, self.cell.duty))
    }
}

/// Everything that differs from what people know, what fell away among it.
fn cells(at_hand: &AtHand<'_>, gone: &[Gone], rows: &Rows) -> Vec<Cell> {
    let duty = |cell: Cell| Cell { duty: rows.get(cell.person, cell.day), ..cell };
    let gone = gone.iter().map(|it| duty(it.cell));
    let all: BTreeSet<Cell> = gone.chain(at_hand.cells_of(rows)).collect();
    all.into_iter().collect()
}

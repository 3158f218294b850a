//! How far from the best a roster can be: a proven lower bound on what any roster costs, and what one more of something
//! would change. See `docs/concepts/roster-bound.md`.
//!
//! | file | its one idea |
//! |---|---|
//! | `level` | costs as whole numbers |
//! | `kinds` | duties that no rule of a person tells apart |
//! | `graph` | what steps, runs and rests remember, day by day |
//! | `tally` | a total as it grows |
//! | `pricing` | the row of a person that costs least |
//! | `points`, `cover` | what people add up to, and its price from below |
//! | `master` | the linear programme over rows |
//! | `rounds` | column generation |
//! | `branch` | numbers of people are whole |
//! | `worth` | what one more would change |

mod branch;
pub(crate) mod cover;
mod graph;
mod kinds;
pub(crate) mod level;
pub(crate) mod master;
pub(crate) mod points;
pub(crate) mod pricing;
mod rounds;
mod tally;
mod worth;

pub use worth::TotalWorth;

use crate::cost::Cost;
use crate::evaluate::evaluate;
use crate::options::Budget;
use crate::problem::Problem;
use crate::roster::Roster;
use cover::Sums;
use level::{Level, NEVER, UNIT, common_divisor, each_cost};
use master::Pool;
use pricing::{Pricer, Rules};
use rounds::{Found, Task, rounds};

/// What can be asked of the bound.
#[derive(Clone, Copy, Debug)]
pub struct BoundOptions<'a> {
    /// A roster that is known: the search for a bound begins with its rows and ends where it cannot be undercut.
    pub roster: Option<&'a Roster>,
    /// Labels for each day of a person: with fewer a round is quicker and its bound weaker.
    pub labels: usize,
    /// Whether to say what a change of each person's totals would be worth.
    pub totals: bool,
}

impl Default for BoundOptions<'_> {
    fn default() -> Self {
        Self { roster: None, labels: 20_000, totals: false }
    }
}

/// What no roster can be better than.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterBound {
    /// No roster breaks rules by less.
    pub breaches: LevelBound,
    /// No roster that breaks rules by just so much has a lower price.
    pub price: LevelBound,
    /// Rules of people that were left out, for what they remember is too much; the bound is lower for it, if anything.
    pub left_out: usize,
    /// Rounds of pricing.
    pub rounds: u64,
    demands: Vec<f64>,
    totals: Vec<TotalWorth>,
}

/// A bound on one level of the cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelBound {
    pub bound: i64,
    pub method: BoundMethod,
    pub end: BoundEnd,
}

/// Where a bound comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundMethod {
    /// Each person and each demand looked at alone.
    Alone,
    /// All rows of all people, in shares that add up to the cover.
    Rows,
}

/// Why the search for a bound ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundEnd {
    /// This relaxation gives no more, or no roster can be better than the one that is known.
    Finished,
    /// The budget is spent.
    Budget,
    /// Rows would take more labels than allowed.
    Labels,
    /// The linear programme has no answer.
    NoAnswer,
}

impl RosterBound {
    /// A lower bound on what rosters cost: first on the rules they break, then on the price of those that break no more
    /// than that.
    ///
    /// Rosters are all that give everyone on each day a duty among their choices. Every bound is proven, also when the
    /// budget ends the search; the budget's iterations are rounds of pricing everyone. The same problem, options and
    /// rounds give the same bound.
    ///
    /// # Example
    /// ```
    /// use leon_roster::{BoundOptions, Iterations, Problem, RosterBound};
    /// let bound = RosterBound::of(&Problem::default(), &BoundOptions::default(), &Iterations(10));
    /// assert_eq!((bound.breaches.bound, bound.price.bound), (0, 0));
    /// ```
    pub fn of(problem: &Problem, options: &BoundOptions, budget: &dyn Budget) -> Self {
        let rules: Vec<Rules> = problem.people.iter().map(|it| Rules::new(problem, it)).collect();
        let apart =
            rules.iter().enumerate().flat_map(|(person, it)| it.apart.iter().map(move |&total| (person, total)));
        let sums = Sums::new(problem, &apart.collect::<Vec<_>>());
        let mut dearest = 1;
        each_cost(problem, |cost| dearest = dearest.max(cost.price().abs()));
        let mut work =
            Work { dearest, problem, options, budget, rules, sums, pool: Pool::default(), rounds: 0, known: None };
        work.begin();
        let (least, mut breaches) = work.breaches();
        loop {
            let among = breaches.bound;
            let (level, mut found) = work.price(&least, among);
            if found.bound.is_some() && found.end == BoundEnd::Finished {
                let (mut pool, mut count) = (std::mem::take(&mut work.pool), work.rounds);
                found = branch::branch(&work.task(&least, among, level), &mut pool, found, &mut count);
                (work.pool, work.rounds) = (pool, count);
            }
            // Nobody can have a row: what was to be looked at is not there.
            let Some(bound) = found.bound else {
                breaches.bound += 1;
                continue;
            };
            let task = work.task(&least, among, level);
            let method = if found.is_joint { BoundMethod::Rows } else { BoundMethod::Alone };
            let price = LevelBound { bound: task.rounded(bound), method, end: found.end };
            let demands = found.prices[..problem.demands.len()].iter().map(|it| *it as f64 / UNIT as f64).collect();
            let totals = if options.totals { worth::totals(&task, &found.prices) } else { Vec::new() };
            let left_out = work.rules.iter().map(|it| it.left_out).sum();
            return Self { breaches, price, left_out, rounds: work.rounds, demands, totals };
        }
    }

    /// By demand: what one more there would change the price by; below zero it saves.
    ///
    /// A price of the relaxation, for the first small change: the bound falls by no more than this times the change. One
    /// more nurse on evenings of a period is the sum over those evenings' demands.
    pub fn shadow_prices(&self) -> &[f64] {
        &self.demands
    }

    /// What more room in people's totals would change, where it changes anything; with [`BoundOptions::totals`].
    pub fn total_worths(&self) -> &[TotalWorth] {
        &self.totals
    }
}

/// A breach counts as so many times the dearest price, to begin with.
const BREACH: i64 = 20;

/// A number outside its range counts as so many times the dearest price in the programme, which rows then mend.
const OUTSIDE: f64 = 1000.0;

/// No breach counts for more.
const DEAREST_BREACH: i64 = 1 << 28;

/// What people, and sums, break at least.
struct Least {
    people: Vec<i64>,
    sums: Vec<i64>,
}

impl Least {
    fn all(&self) -> i64 {
        self.people.iter().chain(&self.sums).sum()
    }
}

/// The bound under way.
struct Work<'a> {
    problem: &'a Problem,
    options: &'a BoundOptions<'a>,
    budget: &'a dyn Budget,
    rules: Vec<Rules>,
    sums: Sums,
    pool: Pool,
    rounds: u64,
    /// The dearest single price.
    dearest: i64,
    /// What the known roster costs.
    known: Option<Cost>,
}

impl Work<'_> {
    /// Puts the known roster's rows into the pool, or some row for each.
    fn begin(&mut self) {
        let people = || self.problem.people.iter().enumerate();
        let is_choice = |roster: &Roster| {
            people().all(|(person, it)| {
                let mut cells = it.choices.iter().zip(roster.row(person));
                cells.all(|(choices, duty)| choices.iter().any(|it| it.duty == *duty))
            })
        };
        let known = self.options.roster.filter(|it| is_choice(it));
        self.known = known.map(|it| evaluate(self.problem, it));
        let idle = Roster::idle(self.problem);
        for (person, rules) in self.rules.iter().enumerate() {
            for roster in [Some(&idle), known].into_iter().flatten() {
                self.pool.add(self.problem, rules, &self.sums, person, roster.row(person));
            }
        }
    }

    /// What must be broken: by each alone, and by all together.
    fn breaches(&mut self) -> (Least, LevelBound) {
        let nothing = vec![0; self.sums.sums.len()];
        let people = self.rules.iter().enumerate().map(|(person, rules)| {
            let pricer = Pricer::new(self.problem, person, rules, Level::BREACHES, None);
            let priced = pricer.price(&self.sums, &nothing, self.options.labels, NEVER);
            if let Some(row) = priced.rows.first() {
                self.pool.add(self.problem, rules, &self.sums, person, &row.duties);
            }
            (priced.least + UNIT - 1).div_euclid(UNIT)
        });
        let people = people.collect();
        let least = Least { people, sums: self.sums.sums.iter().map(|it| it.points.least_breaches()).collect() };
        let (known, floor) = (self.known.map(Cost::breaches), least.all());
        let mut bound = LevelBound { bound: floor, method: BoundMethod::Alone, end: BoundEnd::Finished };
        if known.is_none_or(|it| it > floor) {
            let task = Task {
                problem: self.problem,
                rules: &self.rules,
                sums: &self.sums,
                level: Level::BREACHES,
                most_breaches: None,
                multiple: common_divisor(self.problem, Cost::breaches),
                offset: 0,
                enough: known,
                outside: OUTSIDE,
                labels: self.options.labels,
                budget: self.budget,
                share: 0.4,
            };
            let found = rounds(&task, &mut self.pool, None, &mut self.rounds);
            let joint = found.bound.map_or(floor, |it| task.rounded(it));
            if joint > floor {
                (bound.bound, bound.method) = (joint, BoundMethod::Rows);
            }
            bound.end = found.end;
        }
        (least, bound)
    }

    fn task(&self, least: &Least, among: i64, level: Level) -> Task<'_> {
        let slack = among - least.all();
        let most = |least: &[i64]| least.iter().map(|it| it + slack).collect();
        Task {
            problem: self.problem,
            rules: &self.rules,
            sums: &self.sums,
            level,
            most_breaches: Some((most(&least.people), most(&least.sums))),
            multiple: common_divisor(self.problem, Cost::price),
            offset: level.breach * among,
            outside: OUTSIDE * self.dearest as f64,
            enough: self.known.filter(|it| it.breaches() == among).map(Cost::price),
            labels: self.options.labels,
            budget: self.budget,
            share: 1.0,
        }
    }

    /// The price of rosters that break so much at most. What a breach counts for is moved until rows break as much.
    fn price(&mut self, least: &Least, among: i64) -> (Level, Found) {
        let mut level = Level::prices(self.dearest.saturating_mul(BREACH).min(DEAREST_BREACH));
        let mut best: Option<(Level, Found)> = None;
        let mut was_dearer = None;
        loop {
            let mut pool = std::mem::take(&mut self.pool);
            let mut count = self.rounds;
            let from = best.as_ref().map(|it| it.1.prices.clone());
            let found = rounds(&self.task(least, among, level), &mut pool, from, &mut count);
            (self.pool, self.rounds) = (pool, count);
            let rounded = |it: &(Level, Found)| it.1.bound.map(|bound| self.task(least, among, it.0).rounded(bound));
            let (broken, end) = (found.breaches - among as f64, found.end);
            let this = (level, found);
            let better = match best {
                Some(it) if rounded(&it) >= rounded(&this) => (it.0, Found { end: this.1.end, ..it.1 }),
                _ => this,
            };
            // Where nothing can be broken but what is cut off, it does not matter what a breach counts for.
            let is_dearer = broken > 1e-6;
            let is_settled = broken.abs() < 1e-6 || was_dearer.is_some_and(|it| it != is_dearer);
            let next = if is_dearer { level.breach * 8 } else { level.breach / 8 };
            let enough = self.task(least, among, better.0).enough.is_some_and(|it| rounded(&better) >= Some(it));
            if better.1.bound.is_none()
                || end == BoundEnd::NoAnswer
                || is_settled
                || enough
                || level.breach == 0
                || next > DEAREST_BREACH
                || self.budget.spent(self.rounds) >= 1.0
            {
                return better;
            }
            was_dearer = Some(is_dearer);
            best = Some(better);
            level = Level::prices(next);
        }
    }
}

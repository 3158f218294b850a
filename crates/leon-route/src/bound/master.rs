//! The linear programme over routes: every job done (once or more) or left out, every tour used once at most, every earlier
//! level no worse than the plan.

use super::amounts::{Amounts, Doing, Missing};
use super::graph::Graph;
use super::prices::{Fixed, Prices, Worth};
use super::pricing::{Priced, price};
use super::walk::Walk;
use leon_lp::{Lp, Method, Row, Solver, Status};
use leon_model::Goal;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Minutes between the tangents that stand for the square of a burden.
const TANGENT: f64 = 15.0;
const TANGENTS: usize = 60;

/// What the programme is made from.
pub(super) struct Ground<'a> {
    pub graphs: &'a [Graph<'a>],
    pub doing: &'a Doing,
    pub missing: &'a Missing,
    /// By visit: its needed jobs, its extra ones.
    pub visits: &'a [crate::problem::VisitJobs],
    pub jobs: usize,
    /// By tour: the carer of the day, and a second of overtime in ordinary seconds.
    pub carers: &'a [usize],
    pub overtime_prices: &'a [f64],
    /// By carer of the day, in minutes: see [`super::amounts::burdens`].
    pub burdens: &'a [f64],
    /// The earlier levels.
    pub above: &'a [Above],
    /// Weights of the goals on the level that is bounded.
    pub weights: Amounts,
    pub labels: usize,
}

/// A level before the one that is bounded.
pub(super) struct Above {
    pub weights: Amounts,
    /// What it may come to, and what it can never be less than.
    pub most: f64,
    pub floor: f64,
}

/// Prices of the rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Duals {
    jobs: Vec<f64>,
    /// At most 0: what a tour more would save.
    tours: Vec<f64>,
    /// At least 0: of a unit of each earlier level, of a minute of each carer's burden.
    levels: Vec<f64>,
    carers: Vec<f64>,
}

impl Duals {
    /// `share` of these and the rest of others.
    pub fn mixed(&self, share: f64, others: &Self) -> Self {
        let mix = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| share * a + (1.0 - share) * b).collect();
        Self {
            jobs: mix(&self.jobs, &others.jobs),
            tours: mix(&self.tours, &others.tours),
            levels: mix(&self.levels, &others.levels),
            carers: mix(&self.carers, &others.carers),
        }
    }
}

/// A column that is there from the start: a visit or slot left out, a stretch of burden.
struct Column {
    most: f64,
    amounts: Amounts,
    jobs: Vec<u32>,
    carer: Option<usize>,
}

/// The programme at work.
pub(super) struct Master<'a> {
    ground: &'a Ground<'a>,
    solver: Solver,
    empty: Lp,
    columns: Vec<Column>,
    costs: Vec<f64>,
    /// Columns that let a row go at a price, and that price. They keep the duals in bounds until there are routes
    /// enough (du Merle, Villeneuve, Desrosiers and Hansen 1999, doi 10.1016/S0012-365X(98)00213-1).
    loose: Vec<(usize, f64)>,
    known: BTreeSet<(u32, Vec<super::walk::Step>)>,
    fixed: Fixed,
    /// Whether any level so far counts burdens.
    fair: bool,
}

fn value(weights: &Amounts, amounts: &Amounts) -> f64 {
    weights.iter().zip(amounts).map(|(weight, amount)| weight * amount).sum()
}

impl<'a> Master<'a> {
    /// `value`: of the plan, for a first guess at prices.
    pub fn new(ground: &'a Ground<'a>, plan_value: f64) -> Self {
        let fairness = |weights: &Amounts| weights[Goal::Fairness as usize] > 0.0;
        let fair = fairness(&ground.weights) || ground.above.iter().any(|it| fairness(&it.weights));
        let mut lp = Lp::default();
        let mut rows = vec![(f64::NEG_INFINITY, f64::INFINITY); ground.jobs];
        for &job in ground.visits.iter().flat_map(|it| it.needed.iter().chain(&it.extra)) {
            rows[job as usize] = (1.0, f64::INFINITY);
        }
        let at_most = |most: f64| (f64::NEG_INFINITY, most);
        rows.extend(ground.graphs.iter().map(|_| at_most(1.0)));
        rows.extend(ground.above.iter().map(|it| at_most(it.most)));
        let burden_most = |burden: f64| if fair { free_burden() - burden } else { f64::INFINITY };
        rows.extend(ground.burdens.iter().map(|&burden| at_most(burden_most(burden))));
        for (lower, upper) in rows {
            lp.add_row(lower, upper);
        }
        let columns = columns(ground, fair);
        let empty = lp.same_rows();
        let fixed = Fixed::new(ground.weights.iter().sum());
        let (known, costs, loose) = (BTreeSet::new(), Vec::new(), Vec::new());
        let mut master = Self { ground, solver: Solver::new(&lp), empty, columns, costs, loose, known, fixed, fair };
        for column in &master.columns {
            let mut entries: Vec<(Row, f64)> = column.jobs.iter().map(|&job| (job as Row, 1.0)).collect();
            entries.extend(master.level_entries(&column.amounts));
            entries.extend(column.carer.map(|carer| (master.carer_row(carer), -1.0)));
            lp.add_column(value(&ground.weights, &column.amounts), 0.0, column.most, &entries);
        }
        let job_price = 6.0 * plan_value.abs() / ground.jobs.max(1) as f64;
        for row in ground.visits.iter().flat_map(|it| it.needed.iter().chain(&it.extra)) {
            let column = lp.add_column(job_price, 0.0, f64::INFINITY, &[(*row as Row, 1.0)]);
            master.loose.push((column, job_price));
        }
        let most_weight: f64 = ground.weights.iter().sum();
        for (level, above) in ground.above.iter().enumerate() {
            let price = 20.0 * most_weight / above.weights.iter().sum::<f64>().max(1e-9);
            let column = lp.add_column(price, 0.0, f64::INFINITY, &[(master.level_row(level), -1.0)]);
            master.loose.push((column, price));
        }
        master.costs.clone_from(&lp.costs);
        master.solver = Solver::new(&lp);
        master
    }

    fn level_row(&self, level: usize) -> Row {
        self.ground.jobs + self.ground.graphs.len() + level
    }

    fn carer_row(&self, carer: usize) -> Row {
        self.level_row(self.ground.above.len()) + carer
    }

    fn level_entries(&self, amounts: &Amounts) -> impl Iterator<Item = (Row, f64)> {
        let levels = self.ground.above.iter().enumerate();
        levels.map(|(level, it)| (self.level_row(level), value(&it.weights, amounts))).filter(|it| it.1 != 0.0)
    }

    /// Adds routes; how many of them are new.
    pub fn add(&mut self, walks: impl IntoIterator<Item = Walk>) -> usize {
        let mut lp = self.empty.clone();
        for walk in walks {
            let graph = &self.ground.graphs[walk.tour as usize];
            if !self.known.insert((walk.tour, walk.steps.clone())) {
                continue;
            }
            let mut jobs: Vec<u32> = walk
                .steps
                .iter()
                .filter_map(|step| match *step {
                    super::walk::Step::Stop { stop, .. } if (stop as usize) < graph.visits => {
                        Some(graph.stops[stop as usize].job)
                    }
                    _ => None,
                })
                .collect();
            jobs.sort_unstable();
            let times = jobs.chunk_by(|a, b| a == b).map(|same| (same[0] as Row, same.len() as f64));
            let mut entries: Vec<(Row, f64)> = times.collect();
            entries.push((self.ground.jobs + walk.tour as usize, 1.0));
            entries.extend(self.level_entries(&walk.amounts));
            if self.fair {
                entries.push((self.carer_row(self.ground.carers[walk.tour as usize]), walk.busy));
            }
            lp.add_column(value(&self.ground.weights, &walk.amounts), 0.0, f64::INFINITY, &entries);
        }
        self.solver.add_columns(&lp);
        self.costs.extend_from_slice(&lp.costs);
        lp.columns()
    }

    /// Makes letting rows go dearer, if any is let go still; `false`: none is.
    pub fn hold(&mut self) -> bool {
        let columns = self.solver.solution().columns;
        let mut held = false;
        for (column, price) in &mut self.loose {
            if columns[*column] > 1e-7 {
                *price *= 4.0;
                self.costs[*column] = *price;
                held = true;
            }
        }
        self.solver.set_costs(&self.costs);
        held
    }

    /// Solves over the routes at hand: the least value, and the duals. `None`: the solver has no answer.
    pub fn solve(&mut self, method: Method) -> Option<(f64, Duals)> {
        if self.solver.solve(method) != Ok(Status::Optimal) {
            return None;
        }
        let duals = self.solver.solution().row_duals;
        let (jobs, rest) = duals.split_at(self.ground.jobs);
        let (tours, rest) = rest.split_at(self.ground.graphs.len());
        let (levels, carers) = rest.split_at(self.ground.above.len());
        let price = |duals: &[f64]| duals.iter().map(|dual| (-dual).max(0.0)).collect();
        let tours = tours.iter().map(|dual| dual.min(0.0)).collect();
        let duals = Duals { jobs: jobs.to_vec(), tours, levels: price(levels), carers: price(carers) };
        Some((self.solver.objective(), duals))
    }

    /// The Lagrangian bound at any duals, and the routes that are worth adding.
    ///
    /// Weak duality holds for all duals, so how well the solver did is no matter (Neumaier and Shcherbina 2004,
    /// doi 10.1007/s10107-003-0433-3). The least routes are found in whole numbers, from prices rounded down. What is
    /// left is one sum of fractions, and what that can be off by is taken off.
    ///
    /// `quick`: routes only, no bound (−∞).
    pub fn price(&self, duals: &Duals, quick: bool) -> (f64, bool, Vec<Walk>) {
        let (ground, fixed) = (self.ground, self.fixed);
        let jobs: Vec<i64> = duals.jobs.iter().map(|&dual| fixed.dual(dual)).collect();
        let most_weight: f64 = ground.weights.iter().sum();
        let mut goals = ground.weights;
        let mut terms: Vec<f64> = jobs.iter().map(|&job| fixed.back(job)).collect();
        for (above, &dual) in ground.above.iter().zip(&duals.levels) {
            let dual = dual.min(32_768.0 * most_weight / above.weights.iter().sum::<f64>().max(1e-100));
            goals.iter_mut().zip(above.weights).for_each(|(price, weight)| *price += dual * weight);
            terms.push(-dual * above.most);
        }
        let mut busy = vec![0; ground.burdens.len()];
        let steepest = slope(TANGENTS);
        for (carer, burden) in ground.burdens.iter().enumerate().filter(|_| self.fair) {
            let most = goals[Goal::Fairness as usize] * steepest * (1.0 - 1e-9);
            busy[carer] = fixed.rate(duals.carers[carer].min(most) / 60.0);
            terms.push(-fixed.back(busy[carer] * 60) * (free_burden() - burden));
        }
        for column in &self.columns {
            let paid: f64 = column.jobs.iter().map(|&job| fixed.back(jobs[job as usize])).sum();
            let minute = column.carer.map_or(0.0, |carer| fixed.back(busy[carer] * 60));
            let reduced = value(&goals, &column.amounts) - paid - minute;
            if reduced < 0.0 && column.most > 0.0 {
                terms.push(reduced * column.most);
            }
        }
        let priced: Vec<(Priced, Vec<Walk>)> = ground
            .graphs
            .par_iter()
            .enumerate()
            .map(|(tour, graph)| {
                let overtime_price = ground.overtime_prices[tour];
                let worth =
                    Worth { fixed, goals: &goals, jobs: &jobs, busy: busy[ground.carers[tour]], overtime_price };
                let prices = Prices::new(graph, ground.doing, &worth);
                let priced = price(graph, &prices, fixed.dual(duals.tours[tour]).min(0), ground.labels, quick);
                let walk = |steps: &Vec<_>| Walk::new(graph, ground.doing, overtime_price, steps.clone());
                let walks = priced.routes.iter().filter_map(|(_, steps)| walk(steps)).collect();
                (priced, walks)
            })
            .collect();
        let complete = priced.iter().all(|(it, _)| it.complete);
        terms.extend(priced.iter().map(|(it, _)| fixed.back(it.least)));
        let size: f64 = terms.iter().map(|term| term.abs()).sum();
        let bound = if quick { f64::NEG_INFINITY } else { terms.iter().sum::<f64>() - size * 1e-11 };
        (bound, complete, priced.into_iter().flat_map(|(_, walks)| walks).collect())
    }
}

/// The steepness of the n-th stretch of burden, in points of fairness a minute.
fn slope(stretch: usize) -> f64 {
    2.0 * TANGENT * stretch as f64 / 60.0
}

/// Minutes of burden that the tangents count as nothing.
fn free_burden() -> f64 {
    TANGENT / 2.0
}

fn columns(ground: &Ground, fair: bool) -> Vec<Column> {
    let mut columns = Vec::new();
    let fits = |amounts: &Amounts| ground.above.iter().all(|it| value(&it.weights, amounts) <= it.most - it.floor);
    for (visit, entry) in ground.visits.iter().enumerate() {
        let amounts = ground.missing.visits[visit];
        let jobs = entry.needed.iter().chain(&entry.extra).copied().collect();
        columns.push(Column { most: if fits(&amounts) { 1.0 } else { 0.0 }, amounts, jobs, carer: None });
        for (&job, &amounts) in entry.extra.iter().zip(&ground.missing.extras[visit]) {
            let most = if fits(&amounts) { 1.0 } else { 0.0 };
            columns.push(Column { most, amounts, jobs: vec![job], carer: None });
        }
    }
    for carer in (0..ground.burdens.len()).filter(|_| fair) {
        for stretch in 1..=TANGENTS {
            let mut amounts = Amounts::default();
            amounts[Goal::Fairness as usize] = slope(stretch);
            let most = if stretch < TANGENTS { TANGENT } else { f64::INFINITY };
            columns.push(Column { most, amounts, jobs: vec![], carer: Some(carer) });
        }
    }
    columns
}

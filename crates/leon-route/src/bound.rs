//! How far a plan can be from the best: a proven lower bound for each level, for all plans that are no worse than
//! this one on the levels before.
//!
//! | file | its one idea |
//! |---|---|
//! | `flow` | one programme for the whole day: who fills what, how many are on their way when, the ways between |
//! | `amounts` | what doing a job, or leaving it out, adds to each goal |
//! | `graph` | a tour's stops and the ways between them |
//! | `walk` | a relaxed route: its times and its amounts |
//! | `prices` | costs as whole numbers |
//! | `pricing` | the least route of a tour, by labels |
//! | `completion` | what going on costs at least, to cut labels off |
//! | `master` | the programme over routes, its duals, the bound at any duals |
//! | `rounds` | column generation |

mod amounts;
mod completion;
mod flow;
mod graph;
mod master;
mod prices;
mod pricing;
mod rounds;
mod walk;

use crate::parts::Part;
use crate::translate::Translation;
use amounts::{Amounts, Doing, Missing, Spans};
use flow::Task;
use graph::Graph;
use leon_check::RouteVerdict;
use leon_model::{Day, Doing as StopFor, Goal, Route, RoutePlan, Work};
use master::{Above, Ground};
use rounds::Found;
use std::fmt;
use walk::{Step, Walk};

/// What can be asked of the bound.
#[derive(Clone, Copy)]
pub struct BoundOptions<'a> {
    /// Rounds of pricing routes for each level: more never give less. 0: routes are not looked at.
    pub rounds: u32,
    /// Labels for each tour in a round. With fewer a round is quicker and its bound weaker.
    pub labels: usize,
    /// Threads to work on; the bound does not depend on it.
    pub threads: usize,
    /// The plan that the verdict's changes were counted from.
    pub published: Option<&'a RoutePlan>,
    /// Asked before each round; `true` ends the search with the bound found so far.
    pub stop: Option<&'a (dyn Fn() -> bool + Sync)>,
}

impl Default for BoundOptions<'_> {
    fn default() -> Self {
        Self { rounds: 100, labels: 8_000, threads: 1, published: None, stop: None }
    }
}

impl fmt::Debug for BoundOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoundOptions")
            .field("rounds", &self.rounds)
            .field("labels", &self.labels)
            .field("threads", &self.threads)
            .finish_non_exhaustive()
    }
}

/// How far a plan can be from the best, level by level.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteBound {
    /// In the order of the day's levels.
    pub levels: Vec<LevelBound>,
}

/// A level of the goals: the plan's value, and what no plan can be below.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelBound {
    pub goals: Vec<(Goal, f64)>,
    /// The plan's, as the check has it.
    pub value: f64,
    /// No plan that is no worse than this one on all earlier levels has less.
    pub bound: f64,
    pub method: BoundMethod,
    pub end: BoundEnd,
    /// What the bound does not ask of plans, of what this day has. Each makes it lower than the best plan, if
    /// anything.
    pub relaxed: Vec<Relaxed>,
    /// Rounds of pricing.
    pub rounds: u32,
}

impl LevelBound {
    /// Value less bound: the plan is at most so far from the best.
    pub fn gap(&self) -> f64 {
        (self.value - self.bound).max(0.0)
    }

    /// The gap as a share of the value; `None` when the value is 0 or less.
    pub fn gap_share(&self) -> Option<f64> {
        (self.value > 0.0).then(|| self.gap() / self.value)
    }

    /// Whether the plan is proven to be the best on this level, among those no worse on the levels before.
    pub fn is_best(&self) -> bool {
        self.gap() <= 1e-6 * (1.0 + self.value.abs())
    }
}

/// Where a bound comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundMethod {
    /// From the goals alone: they cannot be less, whatever the plan. For most this is 0.
    Floor,
    /// From one programme over who fills what, how many are on their way when, and the ways between.
    Flow,
    /// From all relaxed routes of all tours.
    Routes,
}

/// Why the search for a bound ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundEnd {
    /// Nothing is left to find: the plan is the best, or this relaxation gives no more.
    Finished,
    /// The rounds are used up.
    Budget,
    /// Routes would take more labels than allowed.
    Labels,
    /// The caller stopped it.
    Stopped,
    /// The day is too large to look at routes, or has visits that take no time, or tours with more than 30 pauses.
    TooLarge,
    /// The linear programme has no answer, as for plans that break rules.
    NoAnswer,
}

/// What a bound does not ask of plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relaxed {
    /// Visits are shared out in fractions between routes, and a route may repeat one that is not near its last.
    Fractions,
    /// Slots of one visit, and visits in order, each at a time of their own within their windows.
    Ties,
    /// A car for everyone who may have one.
    Cars,
    /// Routes of any length.
    TravelMax,
    /// Routes of any number of visits.
    VisitsMax,
    /// A new face counts by shares, as if who comes came for all that the citizen gets.
    SharedFaces,
    /// Lateness by the earliest start, waiting by the best one.
    EarliestLateness,
    /// Burden by tangents to its square, each at most 1 point too low.
    Tangents,
    /// Visits of the published plan with the same carer at another time count as unchanged.
    ChangedTimes,
    /// Travel by the quickest band of the day.
    QuickestBand,
}

/// Visits that are too many for routes.
const MOST_VISITS: usize = 400;

/// A lower bound for each level of the day's goals, and so the gap of a plan.
///
/// For each level it bounds all plans that are no worse than this one on every level before. Every bound is proven,
/// also when the search for it is stopped; a floor (0, for most goals) is said to be one. See
/// `docs/concepts/route.md`, "How far from the best".
///
/// `verdict` is what [`leon_check::check_route`] says of the plan with `options.published`.
pub fn lower_bound(day: &Day, plan: &RoutePlan, verdict: &RouteVerdict, options: &BoundOptions) -> RouteBound {
    let work = || {
        let translation =
            (day.visits.len() <= MOST_VISITS).then(|| Translation::new(day, Part::whole(day), options.published));
        let levels = 0..day.goals.levels.len().min(verdict.levels.len());
        levels.map(|level| bound_level(day, translation.as_ref(), plan, verdict, level, options)).collect()
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads.max(1)).build();
    RouteBound { levels: pool.map_or_else(|_| work(), |pool| pool.install(work)) }
}

/// A level's weights, goal by goal.
fn weights(goals: &[(Goal, f64)]) -> Amounts {
    let mut weights = Amounts::default();
    goals.iter().for_each(|&(goal, weight)| weights[goal as usize] += weight);
    weights
}

fn bound_level(
    day: &Day,
    translation: Option<&Translation>,
    plan: &RoutePlan,
    verdict: &RouteVerdict,
    level: usize,
    options: &BoundOptions,
) -> LevelBound {
    let goals = &day.goals.levels[level];
    let value = verdict.levels[level];
    let floor = amounts::floor(day, goals);
    let (method, end) = (BoundMethod::Floor, BoundEnd::Finished);
    let mut bound = LevelBound { goals: goals.clone(), value, bound: floor, method, end, relaxed: vec![], rounds: 0 };
    if value <= floor || goals.iter().all(|(_, weight)| *weight == 0.0) {
        return bound;
    }
    let above: Vec<Above> = (0..level)
        .map(|level| {
            let (goals, value) = (&day.goals.levels[level], verdict.levels[level]);
            // As much as sums of fractions may be off by, so that no plan as good is lost.
            let most = value + 1e-7 * (1.0 + value.abs());
            Above { weights: weights(goals), most, floor: amounts::floor(day, goals) }
        })
        .collect();
    let nobody_late = (0..level).any(|level| {
        verdict.levels[level] <= 0.0 && above[level].floor == 0.0 && above[level].weights[Goal::Lateness as usize] > 0.0
    });
    let burdens = amounts::burdens(day);
    let weights = weights(goals);
    let task = Task { day, published: options.published, weights, above: &above, nobody_late, burdens: &burdens };
    let never = || false;
    let stop = options.stop.unwrap_or(&never);
    let whole = |&(goal, weight): &(Goal, f64)| {
        weight.fract() == 0.0 && matches!(goal, Goal::LeftOut | Goal::Level | Goal::Changes)
    };
    let proven = |bound: f64| if goals.iter().all(whole) { (bound - 1e-6).ceil() } else { bound };
    let mut take = |found: f64, method| {
        if proven(found) > bound.bound {
            (bound.bound, bound.method) = (proven(found).min(value), method);
            bound.relaxed = relaxed(&task);
        }
        bound.bound >= value
    };
    let flow = flow::flow(&task, value, stop);
    bound.end = flow.end;
    if take(flow.bound, BoundMethod::Flow) {
        bound.end = BoundEnd::Finished;
        return bound;
    }
    if options.rounds == 0 || stop() {
        bound.end = match flow.end {
            _ if stop() => BoundEnd::Stopped,
            BoundEnd::TooLarge | BoundEnd::NoAnswer => flow.end,
            _ => BoundEnd::Budget,
        };
        return bound;
    }
    match translation.and_then(|it| bound_routes(it, &task, plan, value, options, stop)) {
        Some(routes) => {
            take(routes.bound, BoundMethod::Routes);
            (bound.end, bound.rounds) = (routes.end, routes.rounds);
        }
        None => bound.end = BoundEnd::TooLarge,
    }
    bound
}

/// What routes prove. `None`: the day has something that they cannot go through.
fn bound_routes(
    translation: &Translation,
    task: &Task,
    plan: &RoutePlan,
    value: f64,
    options: &BoundOptions,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Found> {
    let spans = amounts::spans(translation, task.nobody_late);
    let graphs = graphs(translation, &spans)?;
    let doing = Doing::new(translation, &graphs, options.published);
    let missing = Missing::new(translation, options.published);
    let carers: Vec<usize> = translation.part.shifts.iter().map(|&(carer, _)| carer).collect();
    let overtime_prices: Vec<f64> = carers.iter().map(|&carer| overtime_price(task.day, carer)).collect();
    let ground = Ground {
        graphs: &graphs,
        doing: &doing,
        missing: &missing,
        visits: &translation.problem.visits,
        jobs: translation.problem.jobs.len(),
        carers: &carers,
        overtime_prices: &overtime_prices,
        burdens: task.burdens,
        above: task.above,
        weights: task.weights,
        labels: options.labels,
    };
    let walks = plan.routes.iter().filter_map(|route| walk_of(translation, &ground, route)).collect();
    Some(rounds::rounds(&ground, walks, value, options.rounds, stop))
}

/// By tour; `None`: what labels cannot go through.
fn graphs<'p>(translation: &'p Translation, spans: &Spans) -> Option<Vec<Graph<'p>>> {
    let tours = 0..translation.part.shifts.len();
    let graphs: Option<Vec<Graph>> = tours
        .map(|tour| {
            let (carer, shift) = translation.part.shifts[tour];
            let mut transports = Vec::new();
            if let Work::Visiting(it) = &translation.day.carers[carer].shifts[shift].work {
                let without = it.car.as_ref().and_then(|car| car.without_car.as_ref());
                let both = [Some(&it.transport), without].into_iter().flatten();
                transports.extend(both.filter_map(|id| translation.day.transport_index(id)));
            }
            Graph::new(&translation.problem, tour as u32, &transports, spans)
        })
        .collect();
    graphs.filter(|graphs| graphs.iter().flat_map(|graph| &graph.stops).all(|stop| stop.duration > 0))
}

/// A second of overtime in ordinary seconds.
fn overtime_price(day: &Day, carer: usize) -> f64 {
    let group = day.group_index(&day.carers[carer].group).map(|row| &day.groups[row]);
    group.filter(|it| it.dkk_per_hour.0 != 0.0).map_or(1.0, |it| it.overtime_dkk_per_hour.0 / it.dkk_per_hour.0)
}

/// A route of the plan as the relaxation sees it.
fn walk_of(translation: &Translation, ground: &Ground, route: &Route) -> Option<Walk> {
    let carer = translation.day.carer_index(&route.carer)?;
    let tour = translation.part.shifts.iter().position(|&it| it == (carer, route.shift))?;
    let graph = &ground.graphs[tour];
    let mut steps = Vec::new();
    for stop in &route.stops {
        let index = match &stop.doing {
            StopFor::Visit { visit, slot } => {
                let job = translation.job(visit, *slot)?;
                graph.stops[..graph.visits].iter().position(|it| it.job == job)?
            }
            StopFor::Pause { pause } => match graph.pauses.get(*pause)?.stop {
                Some(stop) => stop,
                None => {
                    steps.push(Step::Pause { pause: u8::try_from(*pause).ok()? });
                    continue;
                }
            },
        };
        let start = translation.tick(stop.start);
        let span = graph.stops[index].spans.iter().position(|it| it.open <= start && start <= it.close)?;
        steps.push(Step::Stop { stop: index as u32, span: u8::try_from(span).ok()? });
    }
    Walk::new(graph, ground.doing, ground.overtime_prices[tour], steps)
}

/// What bounds do not ask, of what the day has.
fn relaxed(task: &Task) -> Vec<Relaxed> {
    let day = task.day;
    let shifts = || day.carers.iter().flat_map(|it| &it.shifts);
    let travelling = || {
        shifts().filter_map(|it| match &it.work {
            Work::Visiting(travelling) => Some(travelling),
            Work::Screen => None,
        })
    };
    let mut windows = day.visits.iter().flat_map(|it| &it.windows);
    let late = windows.any(|it| it.soft_close.is_some_and(|soft| soft < it.close));
    let together = !day.orders.is_empty() || day.visits.iter().any(|it| it.slots.len() > 1);
    let candidates = [
        (Relaxed::Fractions, true),
        (Relaxed::Ties, together),
        (Relaxed::Cars, travelling().any(|it| it.car.is_some())),
        (Relaxed::TravelMax, travelling().any(|it| it.travel_max.is_some())),
        (Relaxed::VisitsMax, shifts().any(|it| it.visits_max.is_some())),
        (Relaxed::SharedFaces, task.prices(Goal::Continuity)),
        (Relaxed::EarliestLateness, task.prices(Goal::Lateness) && late),
        (Relaxed::Tangents, task.prices(Goal::Fairness)),
        (Relaxed::ChangedTimes, task.prices(Goal::Changes) && task.published.is_some()),
        (Relaxed::QuickestBand, task.prices(Goal::PaidTime) && day.transports.iter().any(|it| !it.bands.is_empty())),
    ];
    candidates.into_iter().filter(|it| it.1).map(|it| it.0).collect()
}

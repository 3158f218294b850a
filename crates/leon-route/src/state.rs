//! A solution under change: tours as linked lists, the earliest schedule, the cost, and a way back.
//!
//! For fixed tours every rule on times is a lower bound on one start given others, so the earliest schedule is the
//! least fixed point of these bounds and best for every cost that grows with lateness. [`State::settle`] finds it
//! from the old one, touching only what moves.

mod circle;
mod follow;
mod insertion;
mod price;
mod settle;

pub use insertion::Place;
pub use price::{Legs, Price};

use crate::problem::{NONE, Opening, Problem, Tie, Travel};

/// A job in a tour, or one of the two ends of a tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(64))]
pub struct Node {
    pub next: u32,
    pub prev: u32,
    pub tour: u32,
    /// Where it is; [`NONE`]: wherever the carer happens to be.
    pub place: u32,
    /// Where the carer is during the job.
    pub at: u32,
    /// When it begins; at the end of a tour, when the carer is home.
    pub start: i32,
    pub end: i32,
    /// Travel to it.
    pub leg: i32,
    /// The latest start that closing times further on in the tour allow, ties apart. Never too early.
    pub latest: i32,
    /// A delay of the start up to here costs no lateness, no overtime, and moves no tied job. Never too long.
    pub slack: i32,
    /// Waiting between here and the end of the tour, which absorbs delay.
    pub calm: i32,
    /// Cost of its lateness (at the end of a tour: of overtime).
    pub late: i64,
}

/// Sums over a tour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub travel: i32,
    /// Time of jobs, pauses included.
    pub service: i32,
    pub pauses: i32,
    pub load: i32,
    /// Visits, pauses apart.
    pub visits: u32,
    /// Cost of waiting, less that of travel if there is no visit to travel to.
    pub cost: i64,
    /// Which of the tour's transports is used.
    pub transport: u32,
}

/// Where to come back to.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    nodes: usize,
    sums: usize,
    faces: usize,
    missing: usize,
    burdens: usize,
    cost: i64,
    worst: i32,
}

/// Jobs that are tied to one another, directly or through others.
#[derive(Clone, Debug, Default)]
struct Cluster {
    jobs: Vec<u32>,
    /// Index of first, index of second, gap.
    ties: Vec<(u8, u8, i32)>,
    /// Openings of all its jobs.
    openings: usize,
}

/// A solution under change.
#[derive(Clone, Debug)]
pub struct State<'p> {
    pub problem: &'p Problem,
    nodes: Vec<Node>,
    sums: Vec<Sums>,
    /// By citizen × carer: visits.
    faces: Vec<u16>,
    /// By visit: needed jobs without a tour.
    missing: Vec<u16>,
    /// By carer: burden above the fair share.
    burden: Vec<i32>,
    cost: i64,
    worst: i32,
    /// The job with the greatest lateness may have become less late.
    worst_is_stale: bool,

    firsts: Vec<Opening>,
    last_close: Vec<i32>,
    /// By tour: whether its pauses alone do not fit, so that it gets no visits.
    is_closed: Vec<bool>,
    /// By tour: all that waiting and travel can cost in it, and so all that a visit more could save.
    waiting_most: Vec<i64>,
    tours_of: Vec<Vec<u32>>,
    class_of: Vec<u16>,
    /// All tours travel alike, at any time of day, between places that jobs have.
    one_way: bool,
    is_banded: bool,
    /// Travel takes the same at any time of day, and jobs stay where they are.
    is_steady: bool,
    cluster_of: Vec<u32>,
    clusters: Vec<Cluster>,
    /// Rounds after which a schedule made afresh must stand.
    rounds_most: usize,
    /// By job: whether its visit has other jobs.
    is_shared: Vec<bool>,
    /// Jobs of such visits, put in since the last settling.
    shared_in: Vec<u32>,

    /// A start has become earlier in this round of settling, so that circles of ties may hold themselves up.
    fell: bool,
    /// Tied jobs that came up in this round.
    held: Vec<u32>,
    pending: Vec<u32>,
    is_pending: Vec<bool>,
    /// By node: the last round of settling that it came up in, and how often.
    rounds: Vec<(u64, u32)>,
    round: u64,
    /// By node: the last walk along a chain that passed it, and after how many ticks.
    walks: Vec<(u64, i32)>,
    walk: u64,
    delays: follow::Delays,
    touched: Vec<u32>,
    is_touched: Vec<bool>,
    node_log: Vec<(u32, Node)>,
    sums_log: Vec<(u32, Sums)>,
    face_log: Vec<(u32, u16)>,
    missing_log: Vec<(u32, u16)>,
    burden_log: Vec<(u32, i32)>,
}

impl<'p> State<'p> {
    /// Nobody visits anybody; each tour has its pauses.
    pub fn new(problem: &'p Problem) -> Self {
        let (jobs, tours) = (problem.jobs.len(), problem.tours.len());
        let blank = Node {
            next: NONE,
            prev: NONE,
            tour: NONE,
            place: NONE,
            at: NONE,
            start: 0,
            end: 0,
            leg: 0,
            latest: i32::MAX,
            slack: 0,
            calm: 0,
            late: 0,
        };
        let mut nodes = vec![blank; jobs + 2 * tours];
        for (node, job) in nodes.iter_mut().zip(&problem.jobs) {
            node.place = job.place;
        }
        for (t, tour) in problem.tours.iter().enumerate() {
            let (head, tail) = (jobs + 2 * t, jobs + 2 * t + 1);
            nodes[head] = Node {
                next: tail as u32,
                tour: t as u32,
                at: tour.from,
                start: tour.start,
                end: tour.start,
                slack: i32::MAX,
                ..blank
            };
            nodes[tail] =
                Node { prev: head as u32, tour: t as u32, place: tour.to, at: tour.to, start: tour.start, ..blank };
        }
        let (cluster_of, clusters) = clusters(problem);
        let mut state = Self {
            problem,
            nodes,
            sums: problem.tours.iter().map(|tour| Sums { transport: tour.transport, ..Sums::default() }).collect(),
            faces: vec![0; problem.citizens * problem.carers],
            missing: problem.visits.iter().map(|visit| visit.needed.len() as u16).collect(),
            burden: problem.burden.clone(),
            cost: 0,
            worst: 0,
            worst_is_stale: false,
            firsts: problem.jobs.iter().map(|job| job.openings[0]).collect(),
            is_closed: vec![false; tours],
            waiting_most: waiting_most(problem),
            last_close: problem.jobs.iter().map(|job| job.openings[job.openings.len() - 1].close).collect(),
            tours_of: tours_of(problem),
            class_of: problem.tours.iter().map(|tour| tour.class as u16).collect(),
            one_way: one_way(problem),
            is_banded: problem.travel.iter().any(Travel::is_banded),
            is_steady: is_steady(problem),
            rounds_most: rounds_most(problem, clusters.len()),
            cluster_of,
            clusters,
            is_shared: is_shared(problem),
            shared_in: Vec::new(),
            fell: false,
            held: Vec::new(),
            pending: Vec::new(),
            is_pending: vec![false; jobs + 2 * tours],
            rounds: vec![(0, 0); jobs + 2 * tours],
            round: 0,
            walks: vec![(0, 0); jobs + 2 * tours],
            walk: 0,
            delays: follow::Delays::new(jobs + 2 * tours),
            touched: Vec::new(),
            is_touched: vec![false; tours],
            node_log: Vec::new(),
            sums_log: Vec::new(),
            face_log: Vec::new(),
            missing_log: Vec::new(),
            burden_log: Vec::new(),
        };
        state.cost = problem.visits.iter().map(|visit| visit.left_out).sum();
        state.cost += state.burden.iter().map(|&burden| state.unfair(burden)).sum::<i64>();
        for t in 0..tours {
            let mark = state.mark();
            for &pause in &problem.tours[t].pauses {
                let before = state.nodes[state.tail(t as u32) as usize].prev;
                state.insert(pause, before);
            }
            let tail = state.tail(t as u32);
            state.push(tail);
            if state.settle() {
                state.commit();
            } else {
                // Its pauses alone do not fit the shift (one may lie too far away): it gets no visits.
                state.back(mark);
                state.is_closed[t] = true;
            }
        }
        state
    }

    /// Number of jobs.
    pub fn jobs(&self) -> usize {
        self.problem.jobs.len()
    }

    /// The node where a tour begins.
    pub fn head(&self, tour: u32) -> u32 {
        (self.jobs() + 2 * tour as usize) as u32
    }

    /// The node where a tour ends.
    pub fn tail(&self, tour: u32) -> u32 {
        self.head(tour) + 1
    }

    /// The node of a job or of a tour's end.
    #[inline]
    pub fn node(&self, node: u32) -> &Node {
        &self.nodes[node as usize]
    }

    /// Sums over a tour.
    pub fn sums(&self, tour: u32) -> &Sums {
        &self.sums[tour as usize]
    }

    /// Whether a job is in a tour.
    #[inline]
    pub fn is_in(&self, job: u32) -> bool {
        self.nodes[job as usize].tour != NONE
    }

    /// Whether a node is a job, not an end of a tour.
    #[inline]
    pub fn is_job(&self, node: u32) -> bool {
        (node as usize) < self.problem.jobs.len()
    }

    /// Whether a visit is left out.
    pub fn is_left_out(&self, visit: usize) -> bool {
        self.missing[visit] > 0
    }

    /// The cost of everything.
    pub fn cost(&self) -> i64 {
        self.cost + self.problem.rates.worst * i64::from(self.worst)
    }

    /// Jobs in tours, pauses apart, and tours that have any.
    pub fn visits_and_tours(&self) -> (u32, usize) {
        let used = self.sums.iter().filter(|sums| sums.visits > 0);
        used.fold((0, 0), |(visits, tours), sums| (visits + sums.visits, tours + 1))
    }

    /// Replaces all tours by others (jobs in order, pauses included).
    ///
    /// Returns `false`, with nothing done, when they break a rule: a job twice or where it may not be, a pause
    /// missing, a limit passed.
    pub fn load(&mut self, tours: &[Vec<u32>]) -> bool {
        let mark = self.mark();
        for job in 0..self.jobs() as u32 {
            if self.is_in(job) {
                self.remove(job);
            }
        }
        let possible = self.put_in(tours) && self.settle();
        if !possible {
            self.back(mark);
        }
        possible
    }

    fn put_in(&mut self, tours: &[Vec<u32>]) -> bool {
        for (tour, jobs) in tours.iter().enumerate().take(self.sums.len()) {
            let mut after = self.head(tour as u32);
            for &job in jobs {
                let may = self.is_job(job) && !self.is_in(job) && self.problem.duration(job, tour as u32) >= 0;
                if !may {
                    return false;
                }
                self.insert(job, after);
                after = job;
            }
        }
        let open = self.problem.tours.iter().zip(&self.is_closed).filter(|(_, is_closed)| !**is_closed);
        open.flat_map(|(tour, _)| &tour.pauses).all(|&pause| self.is_in(pause))
    }

    /// The jobs of a tour, in order.
    pub fn tour_jobs(&self, tour: u32) -> impl Iterator<Item = u32> + '_ {
        let mut at = self.nodes[self.head(tour) as usize].next;
        std::iter::from_fn(move || {
            let job = at;
            self.is_job(job).then(|| {
                at = self.nodes[job as usize].next;
                job
            })
        })
    }

    /// Whether a job is tied to another.
    pub fn is_tied(&self, job: u32) -> bool {
        self.cluster_of[job as usize] != NONE
    }

    /// A place to come back to with [`State::back`].
    pub fn mark(&self) -> Mark {
        Mark {
            nodes: self.node_log.len(),
            sums: self.sums_log.len(),
            faces: self.face_log.len(),
            missing: self.missing_log.len(),
            burdens: self.burden_log.len(),
            cost: self.cost,
            worst: self.worst,
        }
    }

    /// Undoes everything since the mark.
    pub fn back(&mut self, mark: Mark) {
        self.forget_pending();
        self.worst_is_stale = false;
        self.shared_in.clear();
        while self.node_log.len() > mark.nodes {
            let (node, old) = self.node_log.pop().expect("longer than the mark");
            self.nodes[node as usize] = old;
        }
        while self.sums_log.len() > mark.sums {
            let (tour, old) = self.sums_log.pop().expect("longer than the mark");
            self.sums[tour as usize] = old;
        }
        while self.face_log.len() > mark.faces {
            let (face, old) = self.face_log.pop().expect("longer than the mark");
            self.faces[face as usize] = old;
        }
        while self.missing_log.len() > mark.missing {
            let (visit, old) = self.missing_log.pop().expect("longer than the mark");
            self.missing[visit as usize] = old;
        }
        while self.burden_log.len() > mark.burdens {
            let (carer, old) = self.burden_log.pop().expect("longer than the mark");
            self.burden[carer as usize] = old;
        }
        self.cost = mark.cost;
        self.worst = mark.worst;
    }

    /// Makes all changes final; earlier marks are void.
    pub fn commit(&mut self) {
        self.node_log.clear();
        self.sums_log.clear();
        self.face_log.clear();
        self.missing_log.clear();
        self.burden_log.clear();
    }

    /// Cost of a burden above the fair share.
    #[inline]
    fn unfair(&self, burden: i32) -> i64 {
        let above = i64::from(burden.max(0));
        ((i128::from(above * above) * i128::from(self.problem.rates.fairness)) >> 32) as i64
    }

    fn log_node(&mut self, node: u32) -> &mut Node {
        self.node_log.push((node, self.nodes[node as usize]));
        &mut self.nodes[node as usize]
    }

    fn log_sums(&mut self, tour: u32) -> &mut Sums {
        self.sums_log.push((tour, self.sums[tour as usize]));
        &mut self.sums[tour as usize]
    }

    fn touch(&mut self, tour: u32) {
        if !self.is_touched[tour as usize] {
            self.is_touched[tour as usize] = true;
            self.touched.push(tour);
        }
    }

    fn push(&mut self, node: u32) {
        if !self.is_pending[node as usize] {
            self.is_pending[node as usize] = true;
            self.pending.push(node);
        }
    }

    fn forget_pending(&mut self) {
        self.fell = false;
        for node in self.pending.drain(..) {
            self.is_pending[node as usize] = false;
        }
        for tour in self.touched.drain(..) {
            self.is_touched[tour as usize] = false;
        }
    }
}

/// Ties grouped into clusters of jobs that can move one another.
fn clusters(problem: &Problem) -> (Vec<u32>, Vec<Cluster>) {
    let mut root: Vec<u32> = (0..problem.jobs.len() as u32).collect();
    fn find(root: &mut [u32], job: u32) -> u32 {
        let mut at = job;
        while root[at as usize] != at {
            root[at as usize] = root[root[at as usize] as usize];
            at = root[at as usize];
        }
        at
    }
    for &Tie { first, second, .. } in &problem.ties {
        let (a, b) = (find(&mut root, first), find(&mut root, second));
        root[a.max(b) as usize] = a.min(b);
    }
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut number = vec![NONE; problem.jobs.len()];
    let mut cluster_of = vec![NONE; problem.jobs.len()];
    let mut index = vec![0u8; problem.jobs.len()];
    let mut join = |job: u32, root: &mut [u32], clusters: &mut Vec<Cluster>| {
        let top = find(root, job) as usize;
        if number[top] == NONE {
            number[top] = clusters.len() as u32;
            clusters.push(Cluster::default());
        }
        let cluster = &mut clusters[number[top] as usize];
        if cluster_of[job as usize] == NONE {
            cluster_of[job as usize] = number[top];
            index[job as usize] = cluster.jobs.len() as u8;
            cluster.jobs.push(job);
            cluster.openings += problem.jobs[job as usize].openings.len();
        }
        (number[top] as usize, index[job as usize])
    };
    for tie in &problem.ties {
        let (number, first) = join(tie.first, &mut root, &mut clusters);
        let (_, second) = join(tie.second, &mut root, &mut clusters);
        clusters[number].ties.push((first, second, tie.gap));
    }
    (cluster_of, clusters)
}

fn tours_of(problem: &Problem) -> Vec<Vec<u32>> {
    let mut tours_of = vec![Vec::new(); problem.carers];
    for (t, tour) in problem.tours.iter().enumerate() {
        tours_of[tour.carer as usize].push(t as u32);
    }
    tours_of
}

/// Ties pass a delay on at most once through each cluster, and once more for each later opening that a job may be
/// pushed into. Travel that is slow for a while can send a delay round a circle as often as it likes: after a hundred
/// times the circle counts as closed.
fn rounds_most(problem: &Problem, clusters: usize) -> usize {
    let later: usize = problem.jobs.iter().map(|job| job.openings.len() - 1).sum();
    2 + clusters * (later + 1) + if is_steady(problem) { 0 } else { 100 }
}

fn waiting_most(problem: &Problem) -> Vec<i64> {
    let rate = problem.rates.waiting.max(problem.rates.travel);
    let most = |tour: &crate::problem::Tour| rate.saturating_mul(i64::from(tour.close) - i64::from(tour.start));
    problem.tours.iter().map(most).collect()
}

fn is_shared(problem: &Problem) -> Vec<bool> {
    let count = |visit: u32| {
        let visit = &problem.visits[visit as usize];
        visit.needed.len() + visit.extra.len()
    };
    problem.jobs.iter().map(|job| job.visit != NONE && count(job.visit) > 1).collect()
}

fn one_way(problem: &Problem) -> bool {
    problem.tours.iter().all(|tour| tour.transports == [0]) && is_steady(problem)
}

fn is_steady(problem: &Problem) -> bool {
    !problem.travel.iter().any(Travel::is_banded) && problem.jobs.iter().all(|job| job.place != NONE)
}

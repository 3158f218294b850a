//! Small random problems in which every rule and every cost turns up.

use leon_route::{Job, NONE, Opening, Problem, Rates, Tie, Tour, Travel, VisitJobs};

/// Random numbers, the same on every machine (splitmix64).
pub struct Lot(pub u64);

impl Lot {
    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^= x >> 31;
        low + (x % (high - low + 1) as u64) as i32
    }

    /// `true` once in `n` times.
    pub fn one_in(&mut self, n: i32) -> bool {
        self.between(1, n) == 1
    }
}

/// What may turn up in a problem.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Any,
    /// The straight way is the shortest, at any time; one opening each; everything has a place; no published plan.
    DelayNeverPays,
}

/// A problem of `visits` visits and `tours` tours.
pub fn random_problem(lot: &mut Lot, visits: usize, tours: usize, kind: Kind) -> Problem {
    let places = visits + 2;
    let transports = lot.between(1, 2);
    let banded = kind == Kind::Any && lot.one_in(4);
    let mut problem = Problem { classes: tours, carers: tours.max(2) - 1, citizens: visits, ..Problem::default() };
    for _ in 0..transports {
        let spots: Vec<(i32, i32)> = (0..places).map(|_| (lot.between(0, 8), lot.between(0, 8))).collect();
        let mut way = |a: usize, b: usize| match kind {
            Kind::Any => lot.between(0, 12) * i32::from(a != b),
            Kind::DelayNeverPays => (spots[a].0 - spots[b].0).abs() + (spots[a].1 - spots[b].1).abs(),
        };
        let ticks = (0..places * places).map(|k| way(k / places, k % places)).collect();
        let access = vec![0; places];
        let bands = if banded { vec![(0, 1.0), (30, 1.6), (60, 0.9)] } else { vec![] };
        problem.travel.push(Travel::new(places, ticks, access, bands));
    }
    let limited = lot.one_in(2);
    for t in 0..tours {
        let start = lot.between(0, 15);
        let end = start + lot.between(40, 80);
        problem.tours.push(Tour {
            carer: (t % problem.carers) as u32,
            start,
            end,
            close: end + lot.between(0, 40),
            from: lot.between(0, 1) as u32,
            to: if lot.one_in(5) { NONE } else { 1 },
            transport: 0,
            transports: if lot.one_in(6) { vec![NONE] } else { (0..transports as u32).collect() },
            pool: NONE,
            without_car: true,
            capacity: if limited { lot.between(6, 12) } else { i32::MAX },
            travel_max: if limited { lot.between(20, 50) } else { i32::MAX },
            overtime: i64::from(lot.between(0, 5)),
            kind: t as u32,
            class: t as u32,
            pauses: vec![],
        });
    }
    for visit in 0..visits {
        add_visit(lot, &mut problem, visit, kind);
    }
    if lot.one_in(2) {
        for t in 0..tours {
            if lot.one_in(2) {
                add_pause(lot, &mut problem, t, kind);
            }
        }
    }
    for _ in 0..lot.between(0, 2) {
        tie_two_visits(lot, &mut problem);
    }
    add_costs(lot, &mut problem, kind);
    problem
}

fn openings(lot: &mut Lot, kind: Kind) -> Vec<Opening> {
    let mut openings = Vec::new();
    let mut from = lot.between(0, 40);
    for _ in 0..lot.between(1, if kind == Kind::Any { 2 } else { 1 }) {
        let soft = from + lot.between(0, 30);
        let close = soft + if lot.one_in(3) { 0 } else { lot.between(0, 60) };
        openings.push(Opening { open: from, soft, close, late: i64::from(lot.between(0, 3)) });
        from = close + lot.between(1, 20);
    }
    openings
}

fn add_job(lot: &mut Lot, problem: &mut Problem, visit: u32, kind: Kind) -> u32 {
    let job = problem.jobs.len() as u32;
    let place = if kind == Kind::Any && lot.one_in(8) { NONE } else { visit + 2 };
    let openings = openings(lot, kind);
    problem.jobs.push(Job { visit, place, openings, load: lot.between(0, 3), citizen: visit / 2 });
    for _ in 0..problem.tours.len() {
        problem.duration.push(if lot.one_in(6) { -1 } else { lot.between(0, 10) });
    }
    job
}

fn add_visit(lot: &mut Lot, problem: &mut Problem, visit: usize, kind: Kind) {
    let needed: Vec<u32> =
        (0..if lot.one_in(3) { 2 } else { 1 }).map(|_| add_job(lot, problem, visit as u32, kind)).collect();
    let mut entry = VisitJobs { needed, extra: vec![], left_out: 500, extra_missing: vec![] };
    if lot.one_in(5) {
        entry.extra.push(add_job(lot, problem, visit as u32, kind));
        entry.extra_missing.push(70);
        problem.ties.push(Tie { first: entry.needed[0], second: entry.extra[0], gap: 0 });
        problem.ties.push(Tie { first: entry.extra[0], second: entry.needed[0], gap: 0 });
    }
    if let [first, second] = entry.needed[..] {
        let least = if lot.one_in(2) { 0 } else { lot.between(0, 10) };
        let most = if lot.one_in(2) { least } else { least + lot.between(0, 15) };
        problem.ties.push(Tie { first, second, gap: least });
        problem.ties.push(Tie { first: second, second: first, gap: -most });
    }
    problem.visits.push(entry);
}

fn add_pause(lot: &mut Lot, problem: &mut Problem, tour: usize, kind: Kind) {
    let job = problem.jobs.len() as u32;
    let open = problem.tours[tour].start + lot.between(0, 30);
    let close = open + 60;
    problem.jobs.push(Job {
        visit: NONE,
        place: if kind == Kind::Any { NONE } else { 1 },
        openings: vec![Opening { open, soft: open + 20, close, late: 2 }],
        load: 0,
        citizen: NONE,
    });
    for t in 0..problem.tours.len() {
        problem.duration.push(if t == tour { 5 } else { -1 });
    }
    problem.tours[tour].pauses.push(job);
}

/// One visit some time after another.
fn tie_two_visits(lot: &mut Lot, problem: &mut Problem) {
    let count = problem.visits.len() as i32;
    let (a, b) = (lot.between(0, count - 1), lot.between(0, count - 1));
    if a == b {
        return;
    }
    let (first, second) = (problem.visits[a as usize].needed[0], problem.visits[b as usize].needed[0]);
    let gap = lot.between(0, 15);
    problem.ties.push(Tie { first, second, gap });
    if lot.one_in(2) {
        problem.ties.push(Tie { first: second, second: first, gap: -gap - lot.between(0, 30) });
    }
}

fn add_costs(lot: &mut Lot, problem: &mut Problem, kind: Kind) {
    let some = |lot: &mut Lot, high| if lot.one_in(2) { lot.between(0, high) } else { 0 };
    problem.rates = Rates {
        travel: i64::from(lot.between(0, 3)),
        waiting: i64::from(some(lot, 3)),
        worst: i64::from(some(lot, 3)),
        fairness: i64::from(some(lot, 3)) << 30,
    };
    problem.burden = (0..problem.carers).map(|_| lot.between(-30, 10)).collect();
    if lot.one_in(2) {
        problem.new_face = (0..problem.citizens * problem.carers).map(|_| i64::from(lot.between(0, 9))).collect();
    }
    if lot.one_in(2) {
        problem.doing = (0..problem.jobs.len() * problem.tours.len()).map(|_| i64::from(lot.between(0, 9))).collect();
    }
    problem.published = vec![None; problem.jobs.len()];
    if kind == Kind::Any && lot.one_in(2) {
        problem.change = 15;
        problem.change_tolerance = lot.between(0, 10);
        for published in &mut problem.published {
            if lot.one_in(2) {
                *published = Some((lot.between(0, problem.carers as i32 - 1) as u32, lot.between(0, 80)));
            }
        }
    }
}

//! The state keeps, after every change, what a plain recomputation gives.

use crate::plain::{Facts, Tours, recompute};
use crate::random::{Kind, Lot, random_problem};
use leon_route::state::{Legs, Place, State};
use leon_route::{NONE, Problem};

fn facts(state: &State, floor: Option<(u32, i32)>) -> Option<Facts> {
    let tours = 0..state.problem.tours.len() as u32;
    let jobs: Vec<Vec<u32>> = tours.clone().map(|tour| state.tour_jobs(tour).collect()).collect();
    let transports: Vec<u32> = tours.map(|tour| state.sums(tour).transport).collect();
    recompute(state.problem, &Tours { jobs: &jobs, transports: &transports }, floor)
}

/// What is kept, the same way as [`Facts`]: cost, start and end of each job in a tour, and what else must come back.
type Kept = (i64, Vec<Option<(i32, i32)>>, Vec<i32>, Vec<i32>);

fn kept(state: &State) -> Kept {
    let times = (0..state.jobs() as u32)
        .map(|job| state.is_in(job).then(|| (state.node(job).start, state.node(job).end)))
        .collect();
    let tours = 0..state.problem.tours.len() as u32;
    let home = tours.clone().map(|tour| state.node(state.tail(tour)).start).collect();
    (state.cost(), times, home, tours.map(|tour| state.sums(tour).travel).collect())
}

/// One random change; `false` when there was nothing to do.
fn change(lot: &mut Lot, state: &mut State) -> bool {
    let problem = state.problem;
    let tours = problem.tours.len() as i32;
    let job = lot.between(0, state.jobs() as i32 - 1) as u32;
    match lot.between(0, 7) {
        0..=5 if !state.is_in(job) => {
            let tour = lot.between(0, tours - 1) as u32;
            if problem.duration(job, tour) < 0 {
                return false;
            }
            let after = random_node(lot, state, tour);
            state.insert(job, after);
            true
        }
        0..=6 if state.is_in(job) && problem.jobs[job as usize].visit != NONE => {
            state.remove(job);
            true
        }
        7 => {
            let tour = lot.between(0, tours - 1) as u32;
            let transports = problem.tours[tour as usize].transports.len() as i32;
            state.change_transport(tour, lot.between(0, transports - 1) as u32);
            true
        }
        _ => false,
    }
}

/// A node of a tour that something can come after.
fn random_node(lot: &mut Lot, state: &State, tour: u32) -> u32 {
    let mut nodes = vec![state.head(tour)];
    nodes.extend(state.tour_jobs(tour));
    nodes[lot.between(0, nodes.len() as i32 - 1) as usize]
}

fn walks(seeds: std::ops::Range<u64>, kind: Kind, mut look: impl FnMut(&mut State, u64)) {
    for seed in seeds {
        let mut lot = Lot(seed);
        let (visits, tours) = (lot.between(2, 9) as usize, lot.between(2, 4) as usize);
        let problem: Problem = random_problem(&mut lot, visits, tours, kind);
        let mut state = State::new(&problem);
        for _ in 0..80 {
            let before = kept(&state);
            let mark = state.mark();
            let changes = if lot.one_in(4) { 2 } else { 1 };
            let mut changed = false;
            for _ in 0..changes {
                changed |= change(&mut lot, &mut state);
            }
            if !changed {
                continue;
            }
            let wanted = facts(&state, None);
            let possible = state.settle();
            assert_eq!(possible, wanted.is_some(), "seed {seed}: possible or not");
            let Some(wanted) = wanted else {
                state.back(mark);
                assert_eq!(kept(&state), before, "seed {seed}: back");
                continue;
            };
            let (cost, times, home, travel) = kept(&state);
            assert_eq!(times, wanted.times, "seed {seed}: times");
            assert_eq!((home, travel), (wanted.home, wanted.travel), "seed {seed}: tours");
            assert_eq!(cost, wanted.cost, "seed {seed}: cost");
            if lot.one_in(5) {
                state.back(mark);
                assert_eq!(kept(&state), before, "seed {seed}: back after a settled change");
            } else if lot.one_in(2) {
                state.commit();
            }
            look(&mut state, seed);
        }
    }
}

#[test]
fn every_change_gives_what_a_plain_recomputation_gives() {
    walks(0..10_000, Kind::Any, |_, _| {});
}

#[test]
fn an_exact_price_is_the_price_and_any_other_is_never_above_it() {
    let (any, _) = prices(3000..3200, Kind::Any);
    let (exact, below) = prices(3200..3400, Kind::DelayNeverPays);
    assert!(any > 1000 && exact > 1000 && below > 1000, "{any}, {exact} exact, {below} from below");
}

/// Compares all prices along random walks; how many were exact, how many not.
fn prices(seeds: std::ops::Range<u64>, kind: Kind) -> (u64, u64) {
    let (mut exact, mut below) = (0, 0);
    walks(seeds, kind, |state, seed| {
        // Who sets out later may wait less.
        let sure = kind == Kind::DelayNeverPays && state.problem.rates.waiting == 0;
        for job in 0..state.jobs() as u32 {
            if state.is_in(job) || state.problem.jobs[job as usize].visit == NONE {
                continue;
            }
            for tour in 0..state.problem.tours.len() as u32 {
                let mut nodes = vec![state.head(tour)];
                nodes.extend(state.tour_jobs(tour));
                for after in nodes {
                    let place = Place { tour, after };
                    let price = state.price(job, place, Legs::default());
                    if state.problem.duration(job, tour) < 0 {
                        assert_eq!(price, None);
                        continue;
                    }
                    let real = state.try_place(job, place, i64::MAX);
                    let about = format!("seed {seed}: job {job} after {after}");
                    let Some(price) = price else {
                        assert_eq!(real, None, "{about}");
                        continue;
                    };
                    let followed = if price.exact { Some(price) } else { state.follow(job, place, price, i64::MAX) };
                    let Some(followed) = followed else {
                        assert_eq!(real, None, "{about}: followed");
                        continue;
                    };
                    if let Some(real) = real
                        && sure
                    {
                        assert_eq!(state.try_place(job, place, real), None, "{about}: no dearer than it is");
                        assert_eq!(state.try_place(job, place, real + 1), Some(real), "{about}");
                    }
                    for price in [price, followed] {
                        if price.exact {
                            exact += 1;
                            assert_eq!(real, Some(price.cost), "{about}");
                        } else if let Some(real) = real
                            && sure
                        {
                            below += 1;
                            assert!(price.cost <= real, "{about}: {} above {real}", price.cost);
                        }
                    }
                }
            }
        }
    });
    (exact, below)
}

#[test]
fn a_start_after_the_latest_is_impossible_and_one_within_the_slack_costs_nothing() {
    let (mut too_late, mut in_time) = (0, 0);
    walks(3400..3700, Kind::Any, |state, seed| {
        let wanted = facts(state, None).expect("settled");
        for job in 0..state.jobs() as u32 {
            if !state.is_in(job) || state.sums(state.node(job).tour).visits == 0 {
                continue;
            }
            let node = *state.node(job);
            if node.latest < 10_000 {
                too_late += 1;
                assert_eq!(facts(state, Some((job, node.latest + 1))), None, "seed {seed}: job {job}");
            }
            let tour = &state.problem.tours[node.tour as usize];
            let limited = tour.travel_max < i32::MAX || state.problem.travel[0].is_banded();
            if node.slack > 0 && node.slack < 10_000 && !limited {
                in_time += 1;
                let delayed = facts(state, Some((job, node.start + node.slack)));
                let delayed = delayed.unwrap_or_else(|| panic!("seed {seed}: job {job}: within the slack"));
                assert_eq!(delayed.late, wanted.late, "seed {seed}: job {job}: {}", node.slack);
            }
        }
    });
    assert!(too_late > 1000 && in_time > 1000, "{too_late} too late, {in_time} in time");
}

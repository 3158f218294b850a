//! Days so small that every plan of them can be tried.

use super::tiny_day::{TinyDay, clock, slot};
use super::{bound, planned};
use leon_check::check_route;
use leon_model::{Day, Doing, Goal, Goals, LeftOut, Minutes, Mode, Moment, Route, RoutePlan, Seconds, Stop};

/// Whole numbers from a seed (Knuth's constants).
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % most) as i64
    }
}

/// Four visits at the three homes, in windows of their own, by a helper and a nurse.
fn draw(seed: u64) -> TinyDay {
    let mut draw = Draw(seed);
    let mut tiny = TinyDay::new();
    for (carer, group) in [("x", "helper"), ("y", "nurse")] {
        let (start, end) = (480 + 10 * draw.below(4), 560 + 10 * draw.below(10));
        tiny = tiny.carer(carer, group).with_shift(|it| {
            (it.start, it.end, it.overtime_max) = (clock(start), clock(end), Minutes(20));
        });
    }
    for id in ["s", "t", "u", "v"] {
        let (place, open, wide) =
            (["a", "b", "c"][draw.below(3) as usize], 480 + 5 * draw.below(20), 5 * draw.below(16));
        let soft = (draw.below(2) == 0).then_some(open + wide / 2);
        tiny = tiny.visit(id, place, 10 + 5 * draw.below(5)).window(open, soft, open + wide);
        match draw.below(5) {
            0 => tiny = tiny.with_slot(|it| it.groups = vec!["nurse".into()]),
            1 => tiny = tiny.with_visit(|it| it.wanted = vec!["y".into()]),
            2 => tiny = tiny.and_slot(slot(10), 0, 0),
            _ => {}
        }
    }
    tiny.0.citizens[0].faces = vec![("x".into(), 3)];
    tiny
}

/// Every order of any of these.
fn orders(of: &[Doing]) -> Vec<Vec<Doing>> {
    let mut all = vec![vec![]];
    for (index, first) in of.iter().enumerate() {
        let rest: Vec<Doing> = of.iter().enumerate().filter(|it| it.0 != index).map(|it| it.1.clone()).collect();
        all.extend(orders(&rest).into_iter().map(|tail| [vec![first.clone()], tail].concat()));
    }
    all
}

/// A route through stops as early as it can be, later where that saves waiting; the check says whether it is right.
fn route(day: &Day, carer: &str, list: &[Doing], not_before: &dyn Fn(&Doing) -> Moment) -> Route {
    let row = &day.carers[day.carer_index(&carer.into()).unwrap()];
    let slot_of = |doing: &Doing| match doing {
        Doing::Visit { visit, slot } => (&day.visits[day.visit_index(visit).unwrap()], *slot),
        Doing::Pause { .. } => unreachable!("there are none"),
    };
    // Minutes between o, a, b, c on a line; the last has a minute of access.
    let line = |location: &str| ["o", "a", "b", "c"].iter().position(|it| *it == location).unwrap() as i64;
    let way = |from: &str, to: &str| {
        let access = if to == "c" && from != "c" { 60 } else { 0 };
        Seconds((line(from) - line(to)).abs() * 600 + access)
    };
    let mut stops: Vec<Stop> = Vec::new();
    let (mut at, mut now) = ("o", row.shifts[0].start);
    for doing in list {
        let (visit, slot) = slot_of(doing);
        let travel = way(at, visit.location.as_str());
        let start = (now + travel).max(visit.windows[0].open).max(not_before(doing));
        let end = start + Seconds::from(visit.slots[slot].duration);
        stops.push(Stop { doing: doing.clone(), travel, arrive: now + travel, start, end });
        (at, now) = (visit.location.as_str(), end);
    }
    for index in (1..stops.len()).rev() {
        let (visit, slot) = slot_of(&stops[index - 1].doing);
        let length = Seconds::from(visit.slots[slot].duration);
        let latest = if visit.slots.len() > 1 { stops[index - 1].start } else { visit.windows[0].close };
        let soft = visit.windows[0].soft_close.unwrap_or(latest);
        let until = stops[index].start - stops[index].travel;
        let start = (until - length).min(latest).min(soft.max(stops[index - 1].start)).max(stops[index - 1].start);
        (stops[index - 1].start, stops[index - 1].end) = (start, start + length);
        stops[index].arrive = start + length + stops[index].travel;
    }
    let leave = stops[0].start - stops[0].travel;
    stops[0].arrive = stops[0].start;
    let travel_home = way(at, "o");
    let done = stops[stops.len() - 1].end + travel_home;
    Route { carer: carer.into(), shift: 0, transport: Some("car".into()), leave, stops, travel_home, done }
}

/// The levels of the best plan.
fn best(day: &Day) -> Vec<f64> {
    let slots = day.visits.iter().flat_map(|visit| (0..visit.slots.len()).map(|slot| (visit.id.clone(), slot)));
    let slots: Vec<Doing> = slots.map(|(visit, slot)| Doing::Visit { visit, slot }).collect();
    let mut least: Option<Vec<f64>> = None;
    // Who does each slot: nobody, x or y.
    for who in 0..3_usize.pow(slots.len() as u32) {
        let of = |number: usize| {
            let theirs = slots.iter().enumerate().filter(|it| who / 3_usize.pow(it.0 as u32) % 3 == number);
            theirs.map(|it| it.1.clone()).collect::<Vec<_>>()
        };
        let full = |list: &[Doing]| orders(list).into_iter().filter(|it| it.len() == list.len()).collect::<Vec<_>>();
        let (nobody, xs, ys) = (of(0), full(&of(1)), full(&of(2)));
        for x in &xs {
            for y in &ys {
                let never = |_: &Doing| Moment(0);
                let lists = [("x", x), ("y", y)];
                let routes = |not_before: &dyn Fn(&Doing) -> Moment| {
                    let used = lists.iter().filter(|it| !it.1.is_empty());
                    used.map(|(carer, list)| route(day, carer, list, not_before)).collect::<Vec<_>>()
                };
                // Who meets begins when the later of them is there; a few rounds settle it.
                let mut plan = RoutePlan { routes: routes(&never), left_out: vec![] };
                for _ in 0..3 {
                    let starts: Vec<_> = plan.visits().map(|(_, stop, visit, _)| (visit.clone(), stop.start)).collect();
                    let together = |doing: &Doing| match doing {
                        Doing::Visit { visit, .. } if day.visits[day.visit_index(visit).unwrap()].slots.len() > 1 => {
                            starts.iter().filter(|it| it.0 == *visit).map(|it| it.1).max().unwrap()
                        }
                        _ => Moment(0),
                    };
                    plan.routes = routes(&together);
                }
                let left_out = nobody.iter().map(|doing| match doing {
                    Doing::Visit { visit, slot } => LeftOut { visit: visit.clone(), slot: *slot },
                    Doing::Pause { .. } => unreachable!("there are none"),
                });
                plan.left_out = left_out.collect();
                let verdict = check_route(day, &plan, None);
                if verdict.stands() && least.as_ref().is_none_or(|least| verdict.levels < *least) {
                    least = Some(verdict.levels);
                }
            }
        }
    }
    least.expect("leaving all out is a plan")
}

#[test]
fn no_bound_is_above_the_best_of_all_plans() {
    for seed in 1..=25 {
        let mut tiny = draw(seed);
        tiny.0.visits.iter().for_each(|visit| assert_eq!(visit.mode, Mode::Physical));
        if seed % 2 == 0 {
            tiny.0.goals =
                Goals { levels: vec![vec![(Goal::LeftOut, 1.0)], vec![(Goal::PaidTime, 1.0), (Goal::Level, 0.5)]] };
        }
        let day = tiny.day();
        let plan = planned(&day, seed, 400);
        let best = best(&day);
        for rounds in [0, 15] {
            let bound = bound(&day, &plan.plan, &plan.verdict, rounds, 1);
            for (level, (it, &best)) in bound.levels.iter().zip(&best).enumerate() {
                assert!(it.bound <= best + 1e-6, "day {seed}: {it:?} is above {best}");
                if plan.verdict.levels[level] > best + 1e-6 {
                    break; // what follows is about other plans than the best
                }
            }
        }
    }
}

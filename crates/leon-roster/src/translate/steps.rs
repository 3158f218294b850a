//! From one duty to the next: daily rest, quick returns, forward rotation.

use super::duties::{Duties, DutyOf};
use super::law::{BREACH, Law, is_illegal};
use super::prices::Prices;
use super::tightened::Tightened;
use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::{FREE, Over, Problem, Succession, Total};
use leon_model::{Breach, Clause, ClauseKind, Period, Person, Restriction, RosterGoal, RuleInForce, ShiftKind};
use std::collections::HashMap;

const KINDS: [ClauseKind; 7] = [
    ClauseKind::DailyRest,
    ClauseKind::ReducedRest,
    ClauseKind::CompensatingRest,
    ClauseKind::QuickReturn,
    ClauseKind::ForwardRotation,
    ClauseKind::OnCallRest,
    ClauseKind::ShiftLength,
];

/// Tables of steps for everybody's days; those who are under the same rules on days with the same clock share one.
pub(super) fn fill(
    problem: &mut Problem,
    period: &Period,
    duties: &Duties<'_>,
    law: &Law<'_>,
    prices: &Prices,
    tightened: &Tightened,
) {
    let mut known: HashMap<Key, usize> = HashMap::new();
    for (index, person) in period.people.iter().enumerate() {
        problem.people[index].before = duties.before(person);
        for day in 0..problem.days {
            let rules = law.on(index, day).iter().filter(|it| KINDS.contains(&it.rule.kind));
            let may_shorten = tightened.may_shorten(index, duties.date(day));
            let key = Key {
                rules: rules.clone().map(|it| std::ptr::from_ref(it.clause).addr()).collect(),
                rest: rest_min(person),
                clock: [-2, -1, 0].map(|it| clock(duties, day as i64 + it)),
                may_shorten,
            };
            let next = known.len();
            let table = *known.entry(key).or_insert(next);
            if table == next {
                let steps = Steps { duties, rules: rules.collect(), rest: rest_min(person), prices, may_shorten, day };
                problem.successions.push(steps.table());
            }
            problem.people[index].successions.push(table);
        }
    }
    limit_shortened(problem, duties, law, prices, tightened);
}

/// How often in a calendar week a rest may be shortened: the most that an agreement allows.
fn limit_shortened(problem: &mut Problem, duties: &Duties<'_>, law: &Law<'_>, prices: &Prices, tightened: &Tightened) {
    let mut known: HashMap<Vec<usize>, usize> = HashMap::new();
    for index in 0..problem.people.len() {
        let mut first = 0;
        while first < problem.days {
            let date = duties.date(first);
            let end = (first + 7 - date.weekday() as usize).min(problem.days);
            let rules: Vec<&RuleInForce<'_>> =
                law.on(index, first).iter().filter(|it| KINDS.contains(&it.rule.kind)).collect();
            let most = rules.iter().filter_map(|it| match it.clause {
                Clause::ReducedRest { per_week, .. } => Some(*per_week),
                _ => None,
            });
            let (most, day) = (most.max().unwrap_or(0), first);
            first = end;
            if most == 0 || !tightened.may_shorten(index, date) {
                continue;
            }
            let next = known.len();
            let key = rules.iter().map(|it| std::ptr::from_ref(it.clause).addr()).collect();
            let weights = *known.entry(key).or_insert(next);
            if weights == next {
                let steps = Steps { duties, rules, rest: 0, prices, may_shorten: false, day };
                let pairs = duties.numbers().flat_map(|before| duties.numbers().map(move |after| (before, after)));
                problem
                    .step_weights
                    .push(pairs.map(|(before, after)| i32::from(steps.is_shortened(before, after))).collect());
            }
            let curve = Curve::at_most(most.into(), Cost::hard(BREACH));
            problem.people[index].totals.push(Total {
                start: 0,
                over: Over::Steps { first: day, end, weights },
                curve,
            });
        }
    }
}

/// What tables of steps depend on. Clauses are told apart by where they are.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    rules: Vec<usize>,
    rest: i64,
    clock: [i64; 3],
    may_shorten: bool,
}

/// Minutes of a day beside the period's first.
fn clock(duties: &Duties<'_>, day: i64) -> i64 {
    let date = duties.period.first + day as i32;
    ((date + 1).midnight() - date.midnight()).0 / 60
}

/// The rest that a consideration for the person asks for.
fn rest_min(person: &Person) -> i64 {
    let rests = person.considerations.iter().map(|it| match it.restriction {
        Restriction::RestMin(rest) => rest.0,
        _ => 0,
    });
    rests.max().unwrap_or(0)
}

struct Steps<'a, 'p> {
    duties: &'a Duties<'p>,
    rules: Vec<&'a RuleInForce<'p>>,
    rest: i64,
    prices: &'a Prices,
    may_shorten: bool,
    day: usize,
}

impl Steps<'_, '_> {
    fn table(&self) -> Succession {
        let pairs = || self.duties.numbers().flat_map(|before| self.duties.numbers().map(move |after| (before, after)));
        let next = pairs().map(|(before, after)| self.cost(before, after, 1)).collect();
        let mut over_free: Vec<Cost> = pairs().map(|(before, after)| self.cost(before, after, 2)).collect();
        if over_free.iter().all(|it| *it == Cost::ZERO) {
            over_free.clear();
        }
        Succession { next, over_free }
    }

    /// What it costs that one duty follows another after so many days.
    fn cost(&self, before: u8, after: u8, days: i64) -> Cost {
        // What is settled is not the roster's to answer for.
        let is_settled = |duty| matches!(self.duties.of(duty), DutyOf::Settled(_));
        if before == FREE || after == FREE || (is_settled(before) && is_settled(after)) {
            return Cost::ZERO;
        }
        let one = self.duties.times(before, self.day as i64 - days);
        let other = self.duties.times(after, self.day as i64);
        if other.0 < one.1 {
            return Cost::hard(4 * BREACH);
        }
        if self.is_rest(before) || self.is_rest(after) {
            return Cost::ZERO;
        }
        let mut cost = Cost::ZERO;
        if self.is_rested_too_little(one, other) || other.0 - one.1 < self.rest {
            cost += Cost::hard(BREACH);
        }
        for rule in &self.rules {
            let is_broken = match rule.clause {
                Clause::QuickReturn { least } => other.0 - one.1 < least.0,
                Clause::ForwardRotation {} => days == 1 && self.is_backward(before, after),
                // Duties that touch are one.
                Clause::ShiftLength { most, on_call, .. } => {
                    one.1 == other.0 && self.speaks_of(before, after, *on_call) && other.1 - one.0 > most.0
                }
                _ => false,
            };
            if is_broken {
                cost += match rule.rule.breach {
                    Breach::Illegal => Cost::hard(BREACH),
                    Breach::AdvisedAgainst => self.prices.of(RosterGoal::Health, 1.0),
                    Breach::Priced => Cost::ZERO,
                };
            }
        }
        cost
    }

    /// Whether there is less than the daily rest between two duties on days on end.
    fn is_shortened(&self, before: u8, after: u8) -> bool {
        if before == FREE || after == FREE || self.is_rest(before) || self.is_rest(after) {
            return false;
        }
        let day = self.day as i64;
        self.is_rested_too_little(self.duties.times(before, day - 1), self.duties.times(after, day))
    }

    /// Whether the daily rest is missing at the end of the second duty, or may not be as short as it is.
    fn is_rested_too_little(&self, one: (i64, i64), other: (i64, i64)) -> bool {
        self.rules.iter().any(|rule| {
            let Clause::DailyRest { rest, within } = rule.clause else { return false };
            // The day that ends with the duty's last minute has a rest before the first duty and one between the two.
            let from = other.1 - within.0;
            let least = (one.0 - from).max(other.0 - one.1.max(from));
            let may_be = self.may_be_shortened_to(least) && self.leaves_time(other, 2 * rest.0 - least);
            is_illegal(rule.rule) && least < rest.0 && !may_be
        })
    }

    /// Whether the rest that makes up for a shortened one is there whatever shift comes on the next day.
    fn leaves_time(&self, (_, end): (i64, i64), asked: i64) -> bool {
        let is_asked = self.rules.iter().any(|it| matches!(it.clause, Clause::CompensatingRest {}));
        let shifts = self.duties.numbers().filter(|duty| self.duties.shift(*duty).is_some());
        let starts = shifts.map(|duty| self.duties.times(duty, self.day as i64 + 1).0);
        !is_asked || starts.min().is_none_or(|start| start - end >= asked)
    }

    fn may_be_shortened_to(&self, least: i64) -> bool {
        self.may_shorten
            && self.rules.iter().any(|rule| {
                matches!(rule.clause, Clause::ReducedRest { rest, per_week } if least >= rest.0 && *per_week > 0)
            })
    }

    /// Whether a rule on the length of duties speaks of these two.
    fn speaks_of(&self, before: u8, after: u8, on_call: bool) -> bool {
        let speaks = |kind: ShiftKind| kind != ShiftKind::OnCallAtHome && kind.is_on_call() == on_call;
        [before, after].iter().all(|it| self.duties.kind(*it).is_some_and(speaks))
    }

    fn is_backward(&self, before: u8, after: u8) -> bool {
        let kinds = self.duties.kind(before).zip(self.duties.kind(after));
        kinds.is_some_and(|(one, other)| !one.is_on_call() && !other.is_on_call() && other < one)
    }

    /// Whether a duty on call counts as rest.
    fn is_rest(&self, duty: u8) -> bool {
        let Some(kind) = self.duties.kind(duty).filter(|it| it.is_on_call()) else { return false };
        self.rules.iter().any(|it| match it.clause {
            Clause::OnCallRest { at_work, .. } if kind == ShiftKind::OnCallAtWork => *at_work,
            Clause::OnCallRest { at_home, .. } => *at_home,
            _ => false,
        })
    }
}

//! Cover, mix and profiles as demands.

use super::duties::{Duties, DutyOf, minute};
use super::prices::Prices;
use crate::cost::Cost;
use crate::curve::{Bend, Curve};
use crate::problem::{Cover as Gives, Demand, Problem};
use leon_model::{
    Date, Days, Experience, GroupId, Mix, Period, Person, RosterGoal, ShiftKind, ShiftTypeId, UnitId, Who,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a demand stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DemandOf {
    /// A cover row on a date, in a stretch of minutes since 1970 in which nobody comes or goes.
    Cover { row: usize, date: Date, from: i64, to: i64 },
    /// A mix row, likewise.
    Mix { row: usize, date: Date, from: i64, to: i64 },
    /// A staff group on a kind of shift in a unit on a date.
    Profile { unit: UnitId, date: Date, kind: ShiftKind, group: GroupId },
    /// Dates that differ from the published roster, of all people.
    Changes,
}

/// Adds the demands, and what each class of people gives to them.
pub(super) fn fill(problem: &mut Problem, period: &Period, duties: &Duties<'_>, prices: &Prices) -> Vec<DemandOf> {
    let mut classes = Classes::new(problem, period, duties);
    let mut of = Vec::new();
    for (row, cover) in period.cover.iter().enumerate() {
        let counts = |kind: ShiftKind| cover.counts(kind);
        for date in dates(period, &cover.days) {
            for span in stretches(duties, &cover.unit, cover.span.on(date), &counts) {
                let hours = (span.1 - span.0) as f64 / 60.0 * cover.weight;
                let missing = prices.of(RosterGoal::Cover, hours);
                let beside = prices.of(RosterGoal::Target, hours);
                let (min, target) = (i64::from(cover.need.min()), i64::from(cover.need.target()));
                let mut bends = vec![Bend { at: min, below: missing - beside, above: Cost::ZERO }];
                bends.push(Bend { at: target, below: beside, above: Cost::ZERO });
                bends.extend(cover.surplus.map(|most| Bend { at: most.into(), below: Cost::ZERO, above: beside }));
                let demand = problem.demands.len() as u32;
                problem.demands.push(Demand { start: 0, curve: Curve { bends, ..Curve::default() } });
                of.push(DemandOf::Cover { row, date, from: span.0, to: span.1 });
                let at = There { unit: &cover.unit, span, counts: &counts };
                classes.give(problem, duties, &at, &cover.who, (demand, 1));
            }
        }
    }
    mix(problem, period, duties, prices, &mut classes, &mut of);
    profiles(problem, period, duties, prices, &classes, &mut of);
    of
}

fn dates(period: &Period, days: &Days) -> Vec<Date> {
    period.dates().filter(|date| days.contain(*date, period.is_public_holiday(*date))).collect()
}

/// A span of a unit cut where its duties begin and end, so that each piece has the same people throughout.
fn stretches(
    duties: &Duties<'_>,
    unit: &UnitId,
    (from, to): (leon_model::Moment, leon_model::Moment),
    counts: &dyn Fn(ShiftKind) -> bool,
) -> Vec<(i64, i64)> {
    let (from, to) = (minute(from), minute(to));
    let mut cuts = BTreeSet::from([from, to]);
    for duty in duties.numbers() {
        if duties.shift(duty).is_some_and(|it| it.unit == *unit && counts(it.kind)) {
            for day in near(duties, from, to) {
                let (start, end) = duties.times(duty, day as i64);
                cuts.extend([start, end].into_iter().filter(|it| (from..to).contains(it)));
            }
        }
    }
    let cuts: Vec<i64> = cuts.into_iter().collect();
    cuts.windows(2).map(|pair| (pair[0], pair[1])).filter(|it| it.0 < it.1).collect()
}

/// Days whose duties can lie in a span: a duty is at most a day long, or a little more.
fn near(duties: &Duties<'_>, from: i64, to: i64) -> std::ops::Range<usize> {
    let base = minute(duties.period.first.midnight());
    let day = |at: i64| (at - base).div_euclid(1440).clamp(0, duties.days() as i64) as usize;
    day(from).saturating_sub(2)..(day(to) + 1).min(duties.days())
}

/// Where and when somebody is counted, and on which kinds of shift.
struct There<'a> {
    unit: &'a UnitId,
    span: (i64, i64),
    counts: &'a dyn Fn(ShiftKind) -> bool,
}

/// People who count the same: of one group, with the same competences and experience.
struct Classes<'p> {
    people: Vec<&'p Person>,
    days: usize,
}

impl<'p> Classes<'p> {
    fn new(problem: &mut Problem, period: &'p Period, duties: &Duties<'_>) -> Self {
        let mut known: BTreeMap<(&GroupId, BTreeSet<&leon_model::CompetenceId>, Experience), usize> = BTreeMap::new();
        let mut people = Vec::new();
        for (index, person) in period.people.iter().enumerate() {
            let key = (&person.group, person.competences.iter().collect(), person.experience);
            let class = *known.entry(key).or_insert_with(|| {
                people.push(person);
                people.len() - 1
            });
            problem.people[index].cover = class;
        }
        let gives = vec![Vec::new(); problem.days * duties.len()];
        problem.covers = people.iter().map(|_| Gives { gives: gives.clone() }).collect();
        Self { people, days: problem.days }
    }

    /// Adds an amount to a demand for each duty in the unit that lies over a stretch, of those whom a row counts.
    fn give(
        &self,
        problem: &mut Problem,
        duties: &Duties<'_>,
        at: &There<'_>,
        who: &Who,
        (demand, amount): (u32, i32),
    ) {
        let (period, span) = (duties.period, at.span);
        for duty in duties.numbers() {
            let DutyOf::Shift { shift, function } = duties.of(duty) else { continue };
            let row = &period.shift_types[shift];
            let function = function.map(|it| &period.functions[it].id);
            let is_function = who.functions.is_empty() || function.is_some_and(|it| who.functions.contains(it));
            if row.unit != *at.unit || !(at.counts)(row.kind) || !is_function {
                continue;
            }
            for day in near(duties, span.0, span.1).filter(|it| *it < self.days) {
                let (start, end) = duties.times(duty, day as i64);
                if start > span.0 || end < span.1 {
                    continue;
                }
                for (class, _) in self.people.iter().enumerate().filter(|(_, it)| is_one(who, it)) {
                    let given = &mut problem.covers[class].gives[day * duties.len() + usize::from(duty)];
                    match given.last_mut().filter(|it| it.0 == demand) {
                        Some(same) => same.1 += amount,
                        None => given.push((demand, amount)),
                    }
                }
            }
        }
    }
}

/// Whether a row counts a person, as far as duties do not matter.
fn is_one(who: &Who, person: &Person) -> bool {
    let experience = if who.experience.is_empty() {
        person.experience != Experience::Trainee
    } else {
        who.experience.contains(&person.experience)
    };
    experience
        && (who.groups.is_empty() || who.groups.contains(&person.group))
        && who.competences.iter().all(|it| person.competences.contains(it))
}

/// Mix rows, at times when some cover row of the unit asks for anybody.
fn mix(
    problem: &mut Problem,
    period: &Period,
    duties: &Duties<'_>,
    prices: &Prices,
    classes: &mut Classes<'_>,
    of: &mut Vec<DemandOf>,
) {
    let counts = |kind: ShiftKind| kind != ShiftKind::OnCallAtHome;
    for (row, it) in period.mix.iter().enumerate() {
        for date in dates(period, &it.days) {
            for span in stretches(duties, &it.unit, it.span.on(date), &counts) {
                let price = prices.of(RosterGoal::Cover, (span.1 - span.0) as f64 / 60.0 * it.weight);
                let demand = problem.demands.len() as u32;
                let at = There { unit: &it.unit, span, counts: &counts };
                let curve = match &it.mix {
                    Mix::AtLeast { count, of: who } => {
                        if !is_asked_for(period, &it.unit, date, span) {
                            continue;
                        }
                        classes.give(problem, duties, &at, who, (demand, 1));
                        Curve::at_least((*count).into(), price)
                    }
                    Mix::AtMostPer { of: who, factor, per } => {
                        // In tenths: each of those makes room for `factor` of these.
                        classes.give(problem, duties, &at, per, (demand, (factor * 10.0).round() as i32));
                        classes.give(problem, duties, &at, who, (demand, -10));
                        Curve::at_least(0, Cost::soft((price.price() + 9) / 10))
                    }
                };
                problem.demands.push(Demand { start: 0, curve });
                of.push(DemandOf::Mix { row, date, from: span.0, to: span.1 });
            }
        }
    }
}

fn is_asked_for(period: &Period, unit: &UnitId, date: Date, span: (i64, i64)) -> bool {
    period.cover.iter().filter(|it| it.unit == *unit && it.need.target() > 0).any(|it| {
        [date - 1, date].iter().any(|&on| {
            let (from, to) = it.span.on(on);
            it.days.contain(on, period.is_public_holiday(on)) && minute(from) < span.1 && span.0 < minute(to)
        })
    })
}

/// One price for each staff group that is on a kind of shift, however many of it.
fn profiles(
    problem: &mut Problem,
    period: &Period,
    duties: &Duties<'_>,
    prices: &Prices,
    classes: &Classes<'_>,
    of: &mut Vec<DemandOf>,
) {
    let price = prices.of(RosterGoal::Profiles, 1.0);
    if price == Cost::ZERO {
        return;
    }
    let mut kinds: BTreeMap<(&UnitId, ShiftKind), BTreeSet<&ShiftTypeId>> = BTreeMap::new();
    for shift in &period.shift_types {
        kinds.entry((&shift.unit, shift.kind)).or_default().insert(&shift.id);
    }
    let groups: BTreeSet<&GroupId> = classes.people.iter().map(|it| &it.group).collect();
    for (unit, kind) in kinds.into_keys() {
        for (day, date) in period.dates().enumerate() {
            for group in &groups {
                let demand = problem.demands.len() as u32;
                for duty in duties.numbers() {
                    if duties.shift(duty).is_some_and(|it| it.unit == *unit && it.kind == kind) {
                        for (class, _) in classes.people.iter().enumerate().filter(|(_, it)| it.group == **group) {
                            problem.covers[class].gives[day * duties.len() + usize::from(duty)].push((demand, 1));
                        }
                    }
                }
                problem.demands.push(Demand { start: 0, curve: super::wishes::once(price) });
                of.push(DemandOf::Profile { unit: unit.clone(), date, kind, group: (*group).clone() });
            }
        }
    }
}

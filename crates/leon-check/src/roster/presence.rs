//! Who is in a unit when, and how many that are.

use super::facts::{Facts, PersonFacts};
use super::timeline::{Minute, minutes};
use leon_model::{Assignment, Experience, ShiftKind, UnitId, Who};
use std::collections::BTreeMap;

/// The duties of a roster unit by unit, in order of time.
pub(super) struct Presence<'a> {
    units: BTreeMap<&'a UnitId, InUnit<'a>>,
}

#[derive(Default)]
struct InUnit<'a> {
    duties: Vec<There<'a>>,
    /// The length of the longest duty.
    longest: Minute,
}

struct There<'a> {
    minutes: (Minute, Minute),
    /// Place of the person in the facts.
    person: usize,
    kind: ShiftKind,
    assignment: &'a Assignment,
}

/// Whom a row counts, before it is asked what they do.
pub(super) struct Counted<'a> {
    who: &'a Who,
    /// By place of the person in the facts.
    people: Vec<bool>,
}

impl<'a> Counted<'a> {
    pub fn new(facts: &Facts<'_>, who: &'a Who) -> Self {
        Self { who, people: facts.people.iter().map(|it| is_one(who, it)).collect() }
    }

    fn counts(&self, it: &There<'_>) -> bool {
        let functions = &self.who.functions;
        self.people[it.person]
            && (functions.is_empty() || it.assignment.function.as_ref().is_some_and(|it| functions.contains(it)))
    }
}

/// Whether a row counts a person, as far as functions do not matter.
fn is_one(who: &Who, person: &PersonFacts<'_>) -> bool {
    let person = person.person;
    let experience = if who.experience.is_empty() {
        person.experience != Experience::Trainee
    } else {
        who.experience.contains(&person.experience)
    };
    experience
        && (who.groups.is_empty() || who.groups.contains(&person.group))
        && who.competences.iter().all(|it| person.competences.contains(it))
}

impl<'a> Presence<'a> {
    pub fn new(facts: &Facts<'a>) -> Self {
        let mut units: BTreeMap<&UnitId, InUnit<'_>> = BTreeMap::new();
        for (person, it) in facts.people.iter().enumerate() {
            for (duty, assignment, shift) in it.shifts() {
                let (unit, minutes) = (units.entry(&shift.unit).or_default(), minutes(duty));
                unit.longest = unit.longest.max(minutes.1 - minutes.0);
                unit.duties.push(There { minutes, person, kind: shift.kind, assignment });
            }
        }
        units.values_mut().for_each(|it| it.duties.sort_by_key(|it| it.minutes));
        Self { units }
    }

    /// The minutes of duties in a unit that reach into a span, of people whom a row counts.
    pub fn during(
        &self,
        unit: &UnitId,
        span: (Minute, Minute),
        counted: &Counted<'_>,
        counts: impl Fn(ShiftKind) -> bool,
    ) -> Vec<(Minute, Minute)> {
        let Some(unit) = self.units.get(unit) else { return Vec::new() };
        let near = unit.duties.partition_point(|it| it.minutes.0 + unit.longest <= span.0);
        let before_end = unit.duties[near..].iter().take_while(|it| it.minutes.0 < span.1);
        let there = before_end.filter(|it| span.0 < it.minutes.1 && counts(it.kind) && counted.counts(it));
        there.map(|it| it.minutes).collect()
    }
}

/// How many of some duties lie over a minute.
pub(super) fn count(there: &[(Minute, Minute)], at: Minute) -> u32 {
    there.iter().filter(|(start, end)| *start <= at && at < *end).count() as u32
}

/// A span, cut wherever one of some duties begins or ends: from one cut to the next each minute is like the first.
pub(super) fn cut<'a>(
    (from, to): (Minute, Minute),
    duties: impl Iterator<Item = &'a (Minute, Minute)>,
) -> Vec<(Minute, Minute)> {
    let mut cuts = vec![from, to];
    cuts.extend(duties.flat_map(|it| [it.0, it.1]).filter(|it| (from..to).contains(it)));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|it| (it[0], it[1])).collect()
}

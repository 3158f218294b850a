//! How many are there, minute by minute: cover, mix, and what the roster says is uncovered.

use super::facts::{Duty, Facts, PersonFacts};
use super::found::{CoverFound, MixFound, RosterBroken};
use super::timeline::{Minute, minute, minutes};
use leon_model::{Assignment, Cover, Date, Days, Experience, Minutes, Mix, ShiftKind, UnitId, Who};
use std::collections::BTreeMap;

/// What every cover row finds, row by row and date by date.
pub(super) fn cover(facts: &Facts<'_>) -> Vec<CoverFound> {
    let mut all = Vec::new();
    for (cover, row) in facts.period.cover.iter().enumerate() {
        for date in dates(facts, &row.days) {
            all.push(on(facts, cover, row, date));
        }
    }
    all
}

fn dates(facts: &Facts<'_>, days: &Days) -> Vec<Date> {
    facts.period.dates().filter(|date| days.contain(*date, facts.period.is_public_holiday(*date))).collect()
}

fn on(facts: &Facts<'_>, cover: usize, row: &Cover, date: Date) -> CoverFound {
    let (from, to) = row.span.on(date);
    let (min, target) = (row.need.min(), row.need.target());
    let there = present(facts, &row.unit, (minute(from), minute(to)), &row.who, |kind| row.counts(kind));
    let mut found = CoverFound {
        cover,
        date,
        from,
        to,
        min,
        target,
        fewest: u32::MAX,
        most: 0,
        short: Minutes(0),
        below_target: Minutes(0),
        surplus: Minutes(0),
    };
    for at in minute(from)..minute(to) {
        let count = count(&there, at);
        found.fewest = found.fewest.min(count);
        found.most = found.most.max(count);
        found.short += Minutes(i64::from(min.saturating_sub(count)));
        found.below_target += Minutes(i64::from(target.saturating_sub(count.max(min))));
        found.surplus += Minutes(i64::from(row.surplus.map_or(0, |most| count.saturating_sub(most))));
    }
    found
}

/// The minutes of duties in a unit, near a span, of people whom a row counts.
fn present(
    facts: &Facts<'_>,
    unit: &UnitId,
    span: (Minute, Minute),
    who: &Who,
    counts: impl Fn(ShiftKind) -> bool,
) -> Vec<(Minute, Minute)> {
    let mut there = Vec::new();
    for person in &facts.people {
        for (duty, assignment, shift) in person.shifts() {
            let (start, end) = minutes(duty);
            let near = start < span.1 && span.0 < end;
            if near && shift.unit == *unit && counts(shift.kind) && is_one(who, person, assignment) {
                there.push((start, end));
            }
        }
    }
    there
}

fn count(there: &[(Minute, Minute)], at: Minute) -> u32 {
    there.iter().filter(|(start, end)| *start <= at && at < *end).count() as u32
}

fn is_one(who: &Who, person: &PersonFacts<'_>, assignment: &Assignment) -> bool {
    let person = person.person;
    let experience = if who.experience.is_empty() {
        person.experience != Experience::Trainee
    } else {
        who.experience.contains(&person.experience)
    };
    let function = assignment.function.as_ref();
    experience
        && (who.groups.is_empty() || who.groups.contains(&person.group))
        && who.competences.iter().all(|it| person.competences.contains(it))
        && (who.functions.is_empty() || function.is_some_and(|it| who.functions.contains(it)))
}

/// What every mix row finds, row by row and date by date. Duties on call elsewhere count in no mix.
pub(super) fn mix(facts: &Facts<'_>) -> Vec<MixFound> {
    let mut all = Vec::new();
    let anybody = Who { experience: Experience::ALL.to_vec(), ..Who::default() };
    for (mix, row) in facts.period.mix.iter().enumerate() {
        for date in dates(facts, &row.days) {
            let (from, to) = row.span.on(date);
            let span = (minute(from), minute(to));
            let there = |who: &Who| present(facts, &row.unit, span, who, |kind| kind != ShiftKind::OnCallAtHome);
            let missing = match &row.mix {
                Mix::AtLeast { count: least, of } => {
                    let (of, all) = (there(of), there(&anybody));
                    (span.0..span.1).filter(|at| count(&all, *at) > 0 && count(&of, *at) < *least).count()
                }
                Mix::AtMostPer { of, factor, per } => {
                    let (of, per) = (there(of), there(per));
                    let too_many = |at: &Minute| f64::from(count(&of, *at)) > factor * f64::from(count(&per, *at));
                    (span.0..span.1).filter(too_many).count()
                }
            };
            all.push(MixFound { mix, date, missing: Minutes(missing as i64) });
        }
    }
    all
}

/// Whether the roster lists just what is uncovered, if it says it at all.
pub(super) fn uncovered(facts: &Facts<'_>, cover: &[CoverFound], broken: &mut Vec<RosterBroken>) {
    let Some(listed) = &facts.roster.uncovered else { return };
    let mut said: BTreeMap<(usize, Date), Minutes> = BTreeMap::new();
    for it in listed {
        *said.entry((it.cover, it.date)).or_default() += it.missing;
    }
    let mut found: BTreeMap<(usize, Date), Minutes> = cover.iter().map(|it| ((it.cover, it.date), it.short)).collect();
    for key in said.keys() {
        found.entry(*key).or_default();
    }
    for ((cover, date), found) in found {
        let said = said.get(&(cover, date)).copied().unwrap_or_default();
        if said != found {
            broken.push(RosterBroken::WrongUncovered { cover, date, said, found });
        }
    }
}

/// The minutes of a duty that lie on dates for which a test holds.
pub(super) fn minutes_on(duty: &Duty<'_>, test: impl Fn(leon_model::Moment) -> bool) -> Minutes {
    let (start, end) = minutes(duty);
    Minutes((start..end).filter(|it| test(super::timeline::moment(*it))).count() as i64)
}

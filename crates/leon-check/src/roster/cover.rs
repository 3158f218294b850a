//! How many are there at each minute: cover, mix, and what the roster says is uncovered.

use super::facts::Facts;
use super::found::{CoverFound, MixFound, RosterBroken};
use super::presence::{Counted, Presence, count, cut};
use super::timeline::{Minute, minute};
use leon_model::{Cover, Date, Days, Experience, Minutes, Mix, ShiftKind, Who};
use std::collections::BTreeMap;

/// What every cover row finds, row by row and date by date.
pub(super) fn cover(facts: &Facts<'_>, presence: &Presence<'_>) -> Vec<CoverFound> {
    let mut all = Vec::new();
    for (cover, row) in facts.period.cover.iter().enumerate() {
        let counted = Counted::new(facts, &row.who);
        for date in dates(facts, &row.days) {
            let (from, to) = row.span.on(date);
            let there = presence.during(&row.unit, (minute(from), minute(to)), &counted, |kind| row.counts(kind));
            all.push(on(cover, row, date, &there));
        }
    }
    all
}

fn dates(facts: &Facts<'_>, days: &Days) -> Vec<Date> {
    facts.period.dates().filter(|date| days.contain(*date, facts.period.is_public_holiday(*date))).collect()
}

fn on(cover: usize, row: &Cover, date: Date, there: &[(Minute, Minute)]) -> CoverFound {
    let (from, to) = row.span.on(date);
    let (min, target) = (row.need.min(), row.need.target());
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
    for (start, end) in cut((minute(from), minute(to)), there.iter()) {
        let count = count(there, start);
        let person_minutes = |people: u32| Minutes(i64::from(people) * (end - start));
        found.fewest = found.fewest.min(count);
        found.most = found.most.max(count);
        found.short += person_minutes(min.saturating_sub(count));
        found.below_target += person_minutes(target.saturating_sub(count.max(min)));
        found.surplus += person_minutes(row.surplus.map_or(0, |most| count.saturating_sub(most)));
    }
    found
}

/// What every mix row finds, row by row and date by date. Duties on call elsewhere count in no mix.
pub(super) fn mix(facts: &Facts<'_>, presence: &Presence<'_>) -> Vec<MixFound> {
    let mut all = Vec::new();
    let anybody = Who { experience: Experience::ALL.to_vec(), ..Who::default() };
    for (mix, row) in facts.period.mix.iter().enumerate() {
        let [of, other] = match &row.mix {
            Mix::AtLeast { of, .. } => [of, &anybody],
            Mix::AtMostPer { of, per, .. } => [of, per],
        };
        let (of, other) = (Counted::new(facts, of), Counted::new(facts, other));
        for date in dates(facts, &row.days) {
            let (from, to) = row.span.on(date);
            let span = (minute(from), minute(to));
            let there = |who| presence.during(&row.unit, span, who, |kind| kind != ShiftKind::OnCallAtHome);
            let (of, other) = (there(&of), there(&other));
            let is_missing = |at: Minute| match row.mix {
                Mix::AtLeast { count: least, .. } => count(&other, at) > 0 && count(&of, at) < least,
                Mix::AtMostPer { factor, .. } => f64::from(count(&of, at)) > factor * f64::from(count(&other, at)),
            };
            let pieces = cut(span, of.iter().chain(&other)).into_iter();
            let missing = pieces.filter(|it| is_missing(it.0)).map(|(start, end)| end - start).sum();
            all.push(MixFound { mix, date, missing: Minutes(missing) });
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

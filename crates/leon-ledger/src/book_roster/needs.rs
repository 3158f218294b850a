//! The need's side: what a unit's cover asks, who is there for it, and what nobody covers.

use super::{Duty, need_keys};
use crate::apportion::apportion;
use crate::book::Draft;
use crate::fine::Fine;
use crate::{Account, Keys};
use leon_model::{Cover, Experience, GroupId, Minutes, Moment, Period, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// A cover row on a date.
struct Asked<'a> {
    /// Which of the period's rows.
    at: usize,
    row: &'a Cover,
    from: Moment,
    to: Moment,
}

/// Enters a unit's need, family by family of its rows.
pub(super) fn book(period: &Period, unit: &Unit, duties: &[Duty<'_>], draft: &mut Draft) {
    let rows = period.cover.iter().enumerate().filter(|(_, it)| it.unit == unit.id && it.need.min() > 0);
    let rows: Vec<(usize, &Cover)> = rows.collect();
    let mut asked = Vec::new();
    for (at, row) in &rows {
        for date in period.dates().filter(|it| row.days.contain(*it, period.is_public_holiday(*it))) {
            let (from, to) = row.span.on(date);
            asked.push(Asked { at: *at, row, from, to });
        }
    }
    let here: Vec<&Duty<'_>> = duties.iter().filter(|it| it.shift.unit == unit.id).collect();
    for family in families(&rows) {
        let asked: Vec<&Asked<'_>> = asked.iter().filter(|it| family.contains(&it.at)).collect();
        enter(&need_keys(unit), &asked, &here, draft);
    }
}

/// Rows in families: two rows whose staff groups overlap speak of the same people. A row without groups speaks of all.
fn families(rows: &[(usize, &Cover)]) -> Vec<BTreeSet<usize>> {
    let overlap = |one: &Cover, other: &Cover| {
        let (one, other) = (&one.who.groups, &other.who.groups);
        one.is_empty() || other.is_empty() || one.iter().any(|it| other.contains(it))
    };
    let mut families: Vec<Vec<(usize, &Cover)>> = Vec::new();
    for (at, row) in rows {
        let near = |it: &Vec<(usize, &Cover)>| it.iter().any(|(_, other)| overlap(row, other));
        let (joined, others): (Vec<_>, Vec<_>) = families.into_iter().partition(near);
        families = others;
        families.push(joined.into_iter().flatten().chain([(*at, *row)]).collect());
    }
    families.into_iter().map(|it| it.into_iter().map(|(at, _)| at).collect()).collect()
}

/// Between two moments at which something begins or ends everything stands still.
fn enter(keys: &Keys, asked: &[&Asked<'_>], duties: &[&Duty<'_>], draft: &mut Draft) {
    let spans = asked.iter().map(|it| (it.from, it.to)).chain(duties.iter().map(|it| (it.start, it.end)));
    let moments: BTreeSet<Moment> = spans.flat_map(|(from, to)| [from, to]).collect();
    let moments: Vec<Moment> = moments.into_iter().collect();
    let (mut needed, mut unmet) = (Minutes(0), Minutes(0));
    let mut there: BTreeMap<&GroupId, Fine> = BTreeMap::new();
    for (from, to) in moments.iter().zip(moments.iter().skip(1)) {
        let rows: Vec<&Cover> = asked.iter().filter(|it| it.from <= *from && *to <= it.to).map(|it| it.row).collect();
        if rows.is_empty() {
            continue;
        }
        let present: Vec<&&Duty<'_>> = duties.iter().filter(|it| it.start <= *from && *to <= it.end).collect();
        let most = |of: &dyn Fn(&Cover) -> u32| i64::from(rows.iter().map(|row| of(row)).max().unwrap_or(0));
        let need = most(&|row| row.need.min());
        let short = most(&|row| {
            let count = present.iter().filter(|it| counts(row, it)).count();
            row.need.min().saturating_sub(u32::try_from(count).unwrap_or(u32::MAX))
        });
        let minutes = (*to - *from).0 / 60;
        needed += Minutes(minutes * need);
        unmet += Minutes(minutes * short);
        let mut groups: BTreeMap<&GroupId, i64> = BTreeMap::new();
        for it in present.iter().filter(|it| rows.iter().any(|row| counts(row, it))) {
            *groups.entry(&it.person.group).or_default() += 1;
        }
        let all = Minutes(groups.values().sum());
        for (group, count) in groups {
            *there.entry(group).or_default() += Fine::share(Minutes(minutes * (need - short)), Minutes(count), all);
        }
    }
    draft.enter(Account::Cover, Account::Need, keys.clone(), needed);
    draft.enter(Account::Unmet, Account::Cover, keys.clone(), unmet);
    let parts: Vec<Fine> = there.values().copied().collect();
    // The parts add up to what is covered, but for their last millionths.
    let shares = apportion(needed - unmet, &parts).unwrap_or_default();
    for (group, minutes) in there.into_keys().zip(shares) {
        let keys = Keys { group: Some(group.clone()), ..keys.clone() };
        draft.enter(Account::Presence, Account::Cover, keys, minutes);
    }
}

/// Whether a row counts somebody on a duty.
fn counts(row: &Cover, duty: &Duty<'_>) -> bool {
    let (who, person) = (&row.who, duty.person);
    let experience = match &who.experience[..] {
        [] => person.experience != Experience::Trainee,
        asked => asked.contains(&person.experience),
    };
    experience
        && row.counts(duty.shift.kind)
        && (who.groups.is_empty() || who.groups.contains(&person.group))
        && who.competences.iter().all(|it| person.competences.contains(it))
        && (who.functions.is_empty() || duty.assignment.function.as_ref().is_some_and(|it| who.functions.contains(it)))
}

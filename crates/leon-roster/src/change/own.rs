//! The independent check of one person alone: rules speak of single people, so it says what a change breaks, at a
//! fraction of the work of checking everybody.

use super::at_hand::{AtHand, Cell};
use super::effect::{BurdenChange, Effect, compare};
use leon_check::{BurdenFound, RosterVerdict, check_roster};
use leon_model::{Assignment, Hours, Period, PeriodTables, PersonId, Published, Roster};
use std::collections::BTreeMap;

/// What single people have, each checked alone when first asked for.
pub(crate) struct Owns<'a> {
    at_hand: &'a AtHand<'a>,
    /// The period without its people, their wishes and the cover.
    frame: PeriodTables,
    known: BTreeMap<usize, Own>,
    /// What the check found in the roster of all.
    whole: &'a RosterVerdict,
    /// The period in which the roster became known, before anything happened.
    known_in: &'a Period,
}

/// A person alone: a period of their own, what they know, and what the check says of it.
struct Own {
    period: Period,
    published: Published,
    before: RosterVerdict,
}

impl<'a> Owns<'a> {
    pub fn new(at_hand: &'a AtHand<'a>, whole: &'a RosterVerdict) -> Self {
        let period = at_hand.period;
        let frame = PeriodTables {
            announced: period.announced,
            public_holidays: period.public_holidays.clone(),
            units: period.units.clone(),
            pools: period.pools.clone(),
            groups: period.groups.clone(),
            competences: period.competences.clone(),
            functions: period.functions.clone(),
            shift_types: period.shift_types.clone(),
            packs: period.packs.clone(),
            local_agreements: period.local_agreements.clone(),
            goals: period.goals.clone(),
            synthetic: period.synthetic,
            ..PeriodTables::empty(period.first, period.last)
        };
        Self { at_hand, frame, known: BTreeMap::new(), whole, known_in: period }
    }

    /// Holds changes against a period before events.
    pub fn known_in(self, period: &'a Period) -> Self {
        Self { known_in: period, ..self }
    }

    /// What a change does to one of the people whose cells change.
    pub fn effect(&mut self, person: usize, cells: &[Cell]) -> Effect {
        let at_hand = self.at_hand;
        let assignments = at_hand.own_after(person, cells);
        let own = self.known.entry(person).or_insert_with(|| Own::new(at_hand, &self.frame, self.known_in, person));
        let after = alone(&own.period, assignments, &own.published);
        let changes = cells.iter().filter(|it| it.person == person).map(|it| at_hand.changed(*it)).collect();
        let effect = compare(&own.before, &after, changes);
        let burden = burden(&effect.person, &own.before, &after, self.whole);
        Effect { burden, ..effect }
    }
}

impl Own {
    fn new(at_hand: &AtHand<'_>, frame: &PeriodTables, known_in: &Period, person: usize) -> Self {
        let roster = Roster { assignments: at_hand.own_after(person, &[]), uncovered: None };
        let published = Published { roster, changes_told: at_hand.published.changes_told };
        let before = check_roster(&only(known_in, frame, person), &published.roster, Some(&published));
        Self { period: only(at_hand.period, frame, person), published, before }
    }
}

/// A period with one of its people alone.
fn only(period: &Period, frame: &PeriodTables, person: usize) -> Period {
    let row = &period.people[person];
    let mut tables = frame.clone();
    tables.people.push(row.clone());
    tables.wishes.extend(period.wishes.iter().filter(|it| it.person == row.id).cloned());
    Period::new(tables).expect("part of a valid period")
}

/// Kinds of burden that somebody carries more or less of, against the fair shares of all.
fn burden(
    person: &PersonId,
    before: &RosterVerdict,
    after: &RosterVerdict,
    whole: &RosterVerdict,
) -> Vec<BurdenChange> {
    let pairs = before.burdens.iter().zip(&after.burdens).filter(|(old, new)| old.carried != new.carried);
    let change = |(old, new): (&BurdenFound, &BurdenFound)| {
        let of_all = whole.burdens.iter().find(|it| it.person == *person && it.kind == new.kind)?;
        let added = new.carried - old.carried;
        let above = Hours(of_all.above_hours()).to_minutes() + added;
        Some(BurdenChange { kind: new.kind, added, above })
    };
    pairs.filter_map(change).collect()
}

fn alone(period: &Period, assignments: Vec<Assignment>, published: &Published) -> RosterVerdict {
    check_roster(period, &Roster { assignments, uncovered: None }, Some(published))
}

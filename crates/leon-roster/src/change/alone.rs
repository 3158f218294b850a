//! One person alone: rules speak of single people, so the independent check of one says what a change breaks, at a
//! fraction of the work of checking everybody.

use super::at_hand::{AtHand, Cell};
use super::effect::{BurdenChange, Effect, compare, worse};
use leon_check::{PersonVerdict, RosterBroken, RosterVerdict, check_person};
use leon_model::{Assignment, Burden, Hours, Period, Person, Published, Roster};
use std::collections::BTreeMap;

/// A person with the duties that they have, and what the check says of them.
#[derive(Clone, Debug)]
pub(crate) struct Alone<'a> {
    period: &'a Period,
    person: &'a Person,
    /// What people know of the person's duties.
    published: Option<Published>,
    pub duties: Vec<Assignment>,
    before: PersonVerdict,
}

impl<'a> Alone<'a> {
    /// One of a period's people, with their duties of a roster.
    pub fn new(period: &'a Period, person: &'a Person, roster: &Roster, published: Option<&Published>) -> Self {
        Self::known_in((period, person), period, person, roster, published)
    }

    /// The same, held against what the check said in the period before something happened.
    fn known_in(
        known_in: (&Period, &Person),
        period: &'a Period,
        person: &'a Person,
        roster: &Roster,
        published: Option<&Published>,
    ) -> Self {
        let own = |roster: &Roster| Roster { assignments: duties_of(person, roster), uncovered: None };
        let published = published.map(|it| Published { roster: own(&it.roster), changes_told: it.changes_told });
        let own = own(roster);
        let before = check_person(known_in.0, known_in.1, &own, published.as_ref());
        Self { period, person, published, duties: own.assignments, before }
    }

    /// What the check says of the person with other duties.
    pub fn with(&self, duties: &[Assignment]) -> PersonVerdict {
        let roster = Roster { assignments: duties.to_vec(), uncovered: None };
        check_person(self.period, self.person, &roster, self.published.as_ref())
    }

    /// What the person would break with other duties, and does not break now or not as far.
    pub fn would_break(&self, duties: &[Assignment]) -> Vec<RosterBroken> {
        worse(&self.before.broken, &self.with(duties).broken)
    }

    /// The duties and one more.
    pub fn and(&self, more: &Assignment) -> Vec<Assignment> {
        self.duties.iter().chain([more]).cloned().collect()
    }
}

fn duties_of(person: &Person, roster: &Roster) -> Vec<Assignment> {
    roster.assignments.iter().filter(|it| it.person == person.id).cloned().collect()
}

/// What single people have, each checked alone when first asked for.
pub(crate) struct Owns<'a> {
    at_hand: &'a AtHand<'a>,
    known: BTreeMap<usize, Alone<'a>>,
    /// What the check found in the roster of all.
    whole: &'a RosterVerdict,
    /// The period in which the roster became known, before anything happened.
    known_in: &'a Period,
}

impl<'a> Owns<'a> {
    pub fn new(at_hand: &'a AtHand<'a>, whole: &'a RosterVerdict) -> Self {
        Self { at_hand, known: BTreeMap::new(), whole, known_in: at_hand.period }
    }

    /// Holds changes against a period before events.
    pub fn known_in(self, period: &'a Period) -> Self {
        Self { known_in: period, ..self }
    }

    /// What a change does to one of the people whose cells change.
    pub fn effect(&mut self, person: usize, cells: &[Cell]) -> Effect {
        let (at_hand, known_in) = (self.at_hand, self.known_in);
        let alone = self.known.entry(person).or_insert_with(|| {
            let published = at_hand.published;
            let (before, now) = (&known_in.people[person], &at_hand.period.people[person]);
            Alone::known_in((known_in, before), at_hand.period, now, &published.roster, Some(published))
        });
        let after = alone.with(&at_hand.own_after(person, cells));
        let changes = cells.iter().filter(|it| it.person == person).map(|it| at_hand.changed(*it)).collect();
        let burden = burden(&alone.before, &after, self.whole);
        Effect { burden, ..compare(&alone.before, &after, changes) }
    }
}

/// Kinds of burden that somebody carries more or less of, against the fair shares of all.
fn burden(before: &PersonVerdict, after: &PersonVerdict, whole: &RosterVerdict) -> Vec<BurdenChange> {
    let change = |(at, kind): (usize, Burden)| {
        let added = after.carried[at] - before.carried[at];
        let of_all = whole.burdens.iter().find(|it| it.person == after.person && it.kind == kind)?;
        let above = Hours(of_all.above_hours()).to_minutes() + added;
        (added.0 != 0).then_some(BurdenChange { kind, added, above })
    };
    Burden::ALL.into_iter().enumerate().filter_map(change).collect()
}

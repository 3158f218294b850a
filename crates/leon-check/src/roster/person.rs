//! The check of one person's duties: rules speak of single people, so nobody else's are looked at.

use super::answers::Answers;
use super::facts::{Facts, PersonFacts};
use super::found::{NormFound, RosterBroken, RuleFound, RulePrice, WishFound};
use super::goals::burden::carried;
use super::{clashes, known, restrictions, rules, wishes};
use leon_model::{Burden, Kroner, Minutes, Moment, Period, Person, PersonId, Published, Roster};
use std::slice;

/// What the check finds in the duties of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonVerdict {
    pub person: PersonId,
    /// Everything of the person's for which the roster may not stand.
    pub broken: Vec<RosterBroken>,
    /// Rules kept at a price.
    pub priced: Vec<RulePrice>,
    /// Rules that advise against something that the person does.
    pub advised: Vec<RuleFound>,
    /// The person's hours in each norm period.
    pub norms: Vec<NormFound>,
    /// Time on duty of each kind of burden, in the order of [`Burden::ALL`].
    pub carried: [Minutes; Burden::ALL.len()],
    /// The person's wishes, in the period's order.
    pub wishes: Vec<WishFound>,
}

impl PersonVerdict {
    /// What the rules cost, supplements and overtime.
    pub fn dkk(&self) -> Kroner {
        self.priced.iter().map(|it| it.dkk).sum()
    }
}

/// Checks the duties of one person: what they break, keep at a price or are advised against, and what they add up to.
///
/// The duties of others, in the roster and in the published one, are not looked at; a roster's verdict holds for each
/// person what this says. `person` is one of the period's.
///
/// # Example
/// ```
/// use leon_check::{check_person, check_roster};
/// use leon_model::{Period, PeriodTables, Roster};
///
/// let date = "2026-11-23".parse().unwrap();
/// let period = Period::new(PeriodTables::empty(date, date + 27)).unwrap();
/// let alone = period.people.iter().map(|it| check_person(&period, it, &Roster::default(), None));
/// assert_eq!(alone.count(), 0); // nobody
/// ```
pub fn check_person(period: &Period, person: &Person, roster: &Roster, published: Option<&Published>) -> PersonVerdict {
    let only = slice::from_ref(person);
    let facts = Facts::new(period, roster, only);
    let before = published.map(|it| (Facts::new(period, &it.roster, only), it.changes_told));
    of(&facts.people[0], before.as_ref().map(|(facts, told)| (&facts.people[0], *told)))
}

/// What is found in the duties of a person, beside those of the published roster.
pub(super) fn of<'a>(person: &PersonFacts<'a>, published: Option<(&PersonFacts<'a>, Moment)>) -> PersonVerdict {
    let mut broken = Vec::new();
    person.listed.iter().for_each(|it| known::check(person.period, it, &mut broken));
    clashes::check(person, &mut broken);
    restrictions::check(person, &mut broken);
    let mut answers = Answers::default();
    let norms = rules::check(person, published, &mut answers);
    broken.append(&mut answers.broken);
    let wishes = wishes::check(person, &mut broken);
    PersonVerdict {
        person: person.person.id.clone(),
        broken,
        priced: answers.priced,
        advised: answers.advised,
        norms,
        carried: Burden::ALL.map(|kind| carried(person, kind)),
        wishes,
    }
}

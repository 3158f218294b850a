//! The queue for a wish: who else wants the same dates, and whose claim is the stronger.

use leon_check::RosterVerdict;
use leon_model::{Period, Person, PersonId, Strength, Wish, WishId};

/// A wish in the queue for some dates.
#[derive(Clone, Debug, PartialEq)]
pub struct InQueue {
    pub wish: WishId,
    pub person: PersonId,
    /// `None`: hard, before all soft ones.
    pub weight: Option<f64>,
    /// The share of the person's wishes refused in earlier years.
    pub refused_share: f64,
    pub kept: bool,
}

impl InQueue {
    fn new(person: &Person, wish: &Wish, kept: bool) -> Self {
        let weight = match wish.strength {
            Strength::Soft(weight) => Some(weight),
            Strength::Hard => None,
        };
        Self { wish: wish.id.clone(), person: person.id.clone(), weight, refused_share: person.refused_share(), kept }
    }

    /// Weight × (1 + share refused), as the goal counts it; `None`: hard.
    pub fn claim(&self) -> Option<f64> {
        self.weight.map(|it| it * (1.0 + self.refused_share))
    }
}

/// Wishes that compete with one, itself among them: of the same staff group with a unit in common, for dates in
/// common. Hard wishes first, then by claim, then by when they were stated, then in the period's order.
pub(crate) fn queue(period: &Period, verdict: &RosterVerdict, wish: &Wish) -> Vec<InQueue> {
    let Some(owner) = period.person(&wish.person) else { return Vec::new() };
    let shares_unit =
        |it: &Person| it.workplaces.iter().any(|one| owner.workplaces.iter().any(|other| one.unit == other.unit));
    let competes = |it: &Wish, person: &Person| {
        it.id == wish.id
            || (person.id != owner.id
                && person.group == owner.group
                && shares_unit(person)
                && it.from <= wish.to
                && wish.from <= it.to)
    };
    let all = period.wishes.iter().zip(&verdict.wishes).filter_map(|(it, found)| {
        let person = period.person(&it.person)?;
        competes(it, person).then(|| (it.stated, InQueue::new(person, it, found.kept)))
    });
    let mut all: Vec<_> = all.collect();
    let claim = |it: &InQueue| it.claim().unwrap_or(f64::INFINITY);
    let late = |stated: Option<leon_model::Moment>| (stated.is_none(), stated);
    all.sort_by(|one, other| claim(&other.1).total_cmp(&claim(&one.1)).then_with(|| late(one.0).cmp(&late(other.0))));
    all.into_iter().map(|it| it.1).collect()
}

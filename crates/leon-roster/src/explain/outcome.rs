//! What becomes of a roster when it is changed.

use crate::change::{Changed, worse};
use crate::difference::{changed_dates, goal_changes};
use crate::plan_roster::uncovered;
use leon_check::{Checked, RosterBroken, RosterVerdict, RulePrice, check_roster};
use leon_model::{Kroner, Period, PersonId, Published, Roster, RosterGoal, RuleId, WishId};
use std::collections::BTreeMap;

/// A goal before and after a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoalChange {
    pub goal: RosterGoal,
    pub before: f64,
    pub after: f64,
}

impl GoalChange {
    /// By how much the goal gets worse; below 0, better.
    pub fn worse(&self) -> f64 {
        self.after - self.before
    }
}

/// What a rule costs more than before.
#[derive(Clone, Debug, PartialEq)]
pub struct Supplement {
    pub person: Option<PersonId>,
    pub rule: RuleId,
    pub dkk: Kroner,
}

/// What becomes of a roster: who does what else, and what it costs by goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Dates on which somebody does something else, by person and date.
    pub changes: Vec<Changed>,
    /// Every goal, in the order of [`RosterGoal::ALL`].
    pub goals: Vec<GoalChange>,
    /// By how much each level of the period's goals gets worse; below 0, better. Of two changes the one with less on
    /// the first level that differs is better.
    pub worse: Vec<f64>,
    /// Rules kept at a price that cost more than before, overtime among them.
    pub supplements: Vec<Supplement>,
    /// Wishes kept before and refused after.
    pub refused: Vec<WishId>,
    /// The roster after, which breaks nothing that the roster before keeps.
    pub roster: Roster,
}

impl Outcome {
    /// By how much a goal gets worse; below 0, better.
    pub fn worse(&self, goal: RosterGoal) -> f64 {
        self.goals.iter().find(|it| it.goal == goal).map_or(0.0, GoalChange::worse)
    }
}

/// A roster as it stands before a change, with what the check says of it.
#[derive(Clone, Debug)]
pub(crate) struct Before<'a> {
    pub roster: &'a Roster,
    published: Option<&'a Published>,
    checked: Checked<'a>,
}

impl<'a> Before<'a> {
    pub fn new(period: &'a Period, roster: &'a Roster, published: Option<&'a Published>) -> Self {
        Self { roster, published, checked: Checked::new(period, roster, published) }
    }

    /// What the check says of it.
    pub fn verdict(&self) -> &RosterVerdict {
        self.checked.verdict()
    }

    /// What the check says of another roster of the period.
    pub fn with(&self, roster: &Roster) -> RosterVerdict {
        self.checked.with(roster)
    }

    /// What becomes of it when `roster` is followed instead, in a period of which something may be relaxed, with what
    /// the check says of that.
    ///
    /// # Errors
    /// All that the roster breaks and the roster before does not, or not as far.
    pub fn outcome(
        &self,
        relaxed: Option<&Period>,
        mut roster: Roster,
    ) -> Result<(Outcome, RosterVerdict), Vec<RosterBroken>> {
        roster.uncovered = None;
        let verdict = match relaxed {
            Some(period) => check_roster(period, &roster, self.published),
            None => self.with(&roster),
        };
        let was = self.verdict();
        let new = worse(&was.broken, &verdict.broken);
        if !new.is_empty() {
            return Err(new);
        }
        roster.uncovered = Some(uncovered(&verdict));
        let refused = was.wishes.iter().filter(|it| it.kept);
        let refused = refused.filter(|was| verdict.wishes.iter().any(|it| it.wish == was.wish && !it.kept));
        let outcome = Outcome {
            changes: changed_dates(self.roster, &roster),
            goals: goal_changes(was, &verdict),
            worse: verdict.levels.iter().zip(&was.levels).map(|(is, was)| is - was).collect(),
            supplements: supplements(was, &verdict),
            refused: refused.map(|it| it.wish.clone()).collect(),
            roster,
        };
        Ok((outcome, verdict))
    }
}

fn supplements(before: &RosterVerdict, after: &RosterVerdict) -> Vec<Supplement> {
    let mut sums: BTreeMap<(&Option<PersonId>, &RuleId), f64> = BTreeMap::new();
    let signed = |priced: &[RulePrice], sign: f64| -> Vec<(Option<PersonId>, RuleId, f64)> {
        priced.iter().map(|it| (it.found.person.clone(), it.found.rule.clone(), sign * it.dkk.0)).collect()
    };
    let all = [signed(&after.priced, 1.0), signed(&before.priced, -1.0)].concat();
    for (person, rule, dkk) in &all {
        *sums.entry((person, rule)).or_default() += dkk;
    }
    let more = sums.into_iter().filter(|(_, dkk)| *dkk > 0.005);
    more.map(|((person, rule), dkk)| Supplement { person: person.clone(), rule: rule.clone(), dkk: Kroner(dkk) })
        .collect()
}

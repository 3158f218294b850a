//! The second opinion on a roster: what it breaks, what is legal at a price, and what it is worth, from the period alone.
//!
//! It shares no code with a planner: its own minutes, its own sums. The rules are those of `docs/concepts/roster.md`,
//! one file per family:
//!
//! | file | question |
//! |---|---|
//! | `known` | does the period know people, shifts and functions, and may this person work that shift? |
//! | `clashes` | is anybody in two places, or at work while away? |
//! | `restrictions` | are considerations for people kept? |
//! | `rules/` | does each clause in force hold, for each person and minute? |
//! | `cover` | how many are there at each minute, in what mix; does the roster list just what is uncovered? |
//! | `wishes` | which wishes are kept? |
//! | `goals` | what is the roster worth, goal by goal, and from what? |
//!
//! All but the last three speak of single people: `person` asks them of one, `checked` keeps their answers.

mod answers;
mod checked;
mod clashes;
mod clock;
mod cover;
mod facts;
mod found;
mod goals;
mod known;
mod person;
mod presence;
mod restrictions;
mod rules;
mod timeline;
mod wishes;

pub use checked::Checked;
pub use found::{
    BurdenFound, CoverFound, DutyKey, Measure, MixFound, NormFound, RosterBroken, RuleFound, RulePrice, WishFound,
};
pub use goals::{RosterGoalPart, RosterPartOf};
pub use person::{PersonVerdict, check_person};

use answers::Answers;
use facts::Facts;
use leon_model::{Period, Published, Roster, RosterGoal, Wish};

/// What the check finds in a roster.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterVerdict {
    /// Everything for which the roster may not stand, family by family; empty: it may.
    pub broken: Vec<RosterBroken>,
    /// Rules kept at a price.
    pub priced: Vec<RulePrice>,
    /// Rules that advise against something that the roster does.
    pub advised: Vec<RuleFound>,
    /// Every cover row on each of its dates.
    pub cover: Vec<CoverFound>,
    /// Every mix row on each of its dates.
    pub mix: Vec<MixFound>,
    /// Every person's hours in each norm period.
    pub norms: Vec<NormFound>,
    /// Every person's shift burden, kind by kind.
    pub burdens: Vec<BurdenFound>,
    /// Every wish, in the period's order.
    pub wishes: Vec<WishFound>,
    /// The value of every goal, in the order of [`RosterGoal::ALL`]. Meant for rosters that break no rule.
    pub goals: Vec<(RosterGoal, f64)>,
    /// What the values are made of. The parts of a goal add up to its value.
    pub parts: Vec<RosterGoalPart>,
    /// The value of each level of the period's goals: its goals added, each times its weight. Of two rosters the one
    /// with less on the first level that differs is better.
    pub levels: Vec<f64>,
}

impl RosterVerdict {
    /// Whether the roster may stand.
    pub fn stands(&self) -> bool {
        self.broken.is_empty()
    }

    /// The value of a goal; less is better.
    pub fn value(&self, goal: RosterGoal) -> f64 {
        self.goals.iter().find(|(it, _)| *it == goal).map_or(0.0, |(_, value)| *value)
    }

    /// What contributes to a goal.
    pub fn parts_of(&self, goal: RosterGoal) -> impl Iterator<Item = &RosterGoalPart> {
        self.parts.iter().filter(move |it| it.goal == goal)
    }
}

/// Checks a roster: every rule that it breaks, keeps at a price or is advised against, and its value under each goal.
///
/// `published` is the roster that people know already: what is moved at short notice has its price, and the stability
/// goal counts what differs. Without one nothing is moved.
///
/// Any roster is answered, also one for another period.
///
/// # Example
/// ```
/// use leon_check::check_roster;
/// use leon_model::{Assignment, Period, PeriodTables, Roster, RosterGoal};
///
/// let date = "2026-11-23".parse().unwrap();
/// let period = Period::new(PeriodTables::empty(date, date + 27)).unwrap();
/// let verdict = check_roster(&period, &Roster::default(), None);
/// assert!(verdict.stands());
/// assert_eq!(verdict.value(RosterGoal::Cover), 0.0);
///
/// let duty = Assignment { person: "p1".into(), date, shift: "d".into(), function: None };
/// let roster = Roster { assignments: vec![duty], ..Roster::default() };
/// let verdict = check_roster(&period, &roster, None);
/// assert_eq!(verdict.broken[0].to_string(), "the period has no person p1");
/// ```
pub fn check_roster(period: &Period, roster: &Roster, published: Option<&Published>) -> RosterVerdict {
    Checked::new(period, roster, published).into_verdict()
}

/// The verdict on a roster, by what was found in the duties of each of the period's people.
fn whole(facts: &Facts<'_>, published: Option<&Facts<'_>>, people: &[PersonVerdict]) -> RosterVerdict {
    let period = facts.period;
    let mut answers = Answers::default();
    rules::check_plan(facts, &mut answers);
    let mut broken = Vec::new();
    let strangers = facts.roster.assignments.iter().filter(|it| period.person(&it.person).is_none());
    strangers.for_each(|it| known::check(period, it, &mut broken));
    broken.append(&mut answers.broken);
    for it in people {
        broken.extend(it.broken.iter().cloned());
        answers.priced.extend(it.priced.iter().cloned());
        answers.advised.extend(it.advised.iter().cloned());
    }
    let presence = presence::Presence::new(facts);
    let (cover, mix) = (cover::cover(facts, &presence), cover::mix(facts, &presence));
    cover::uncovered(facts, &cover, &mut broken);
    broken.sort_by_key(RosterBroken::family);
    let norms: Vec<NormFound> = people.iter().flat_map(|it| it.norms.iter().cloned()).collect();
    let burdens = goals::burden::burdens(period, people);
    let wishes = in_order(period, people);

    let found = goals::Found { cover: &cover, mix: &mix, norms: &norms, burdens: &burdens, wishes: &wishes };
    let parts = goals::parts(facts, &answers, &found, published);
    let value = |goal| parts.iter().filter(|it| it.goal == goal).fold(0.0, |sum, it| sum + it.amount);
    let goals: Vec<(RosterGoal, f64)> = RosterGoal::ALL.map(|goal| (goal, value(goal))).into();
    let weighed = |&(goal, weight): &(RosterGoal, f64)| weight * value(goal);
    let levels =
        period.goals.levels.iter().map(|level| level.iter().map(weighed).fold(0.0, |sum, it| sum + it)).collect();
    RosterVerdict {
        broken,
        priced: answers.priced,
        advised: answers.advised,
        cover,
        mix,
        norms,
        burdens,
        wishes,
        goals,
        parts,
        levels,
    }
}

/// Every wish in the period's order: each person's are found in that order already.
fn in_order(period: &Period, people: &[PersonVerdict]) -> Vec<WishFound> {
    let mut left: Vec<_> = people.iter().map(|it| it.wishes.iter()).collect();
    let next = |wish: &Wish| period.person_index(&wish.person).and_then(|row| left[row].next().cloned());
    period.wishes.iter().filter_map(next).collect()
}

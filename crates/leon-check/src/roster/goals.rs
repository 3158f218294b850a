//! What a roster is worth: each goal's value as the sum of its parts.

pub(super) mod burden;

use super::answers::Answers;
use super::facts::Facts;
use super::found::{BurdenFound, CoverFound, MixFound, NormFound, WishFound};
use leon_model::{
    Burden, ClauseKind, Date, GroupId, Kroner, Minutes, PersonId, RosterGoal, RuleId, ShiftKind, ShiftTypeId, Strength,
    UnitId, WishId,
};
use std::collections::{BTreeMap, BTreeSet};

/// What something in the roster contributes to a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterGoalPart {
    pub goal: RosterGoal,
    pub of: RosterPartOf,
    /// In the goal's unit.
    pub amount: f64,
}

/// Where a part of a goal comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RosterPartOf {
    /// A cover row on a date.
    Cover { cover: usize, date: Date },
    /// A mix row on a date.
    Mix { mix: usize, date: Date },
    /// A rule kept at a price.
    Price { person: Option<PersonId>, rule: RuleId },
    /// Hours above or below the norm, from a norm period's first date on.
    Norm { person: PersonId, first: Date },
    /// A kind of burden above a fair share.
    AboveFairShare { person: PersonId, kind: Burden },
    /// A wish refused.
    Wish { wish: WishId },
    /// What is advised against.
    Advice { person: Option<PersonId>, rule: RuleId },
    /// A date that differs from the published roster.
    Changed { person: PersonId, date: Date },
    /// Staff groups together on a kind of shift.
    Profiles { unit: UnitId, date: Date, kind: ShiftKind },
}

/// What was found beside the rules.
pub(super) struct Found<'a> {
    pub cover: &'a [CoverFound],
    pub mix: &'a [MixFound],
    pub norms: &'a [NormFound],
    pub burdens: &'a [BurdenFound],
    pub wishes: &'a [WishFound],
}

/// Every part of every goal, goal by goal; nothing that contributes nothing.
pub(super) fn parts(
    facts: &Facts<'_>,
    answers: &Answers,
    found: &Found<'_>,
    published: Option<&Facts<'_>>,
) -> Vec<RosterGoalPart> {
    let mut parts = Vec::new();
    let mut add = |goal, found: Vec<(RosterPartOf, f64)>| {
        let some = found.into_iter().filter(|(_, amount)| *amount != 0.0);
        parts.extend(some.map(|(of, amount)| RosterGoalPart { goal, of, amount }));
    };
    add(RosterGoal::Cover, cover(facts, found));
    add(RosterGoal::Target, target(facts, found));
    add(RosterGoal::Price, price(answers));
    add(RosterGoal::Cost, cost(facts, answers, found));
    add(RosterGoal::Burden, burden::parts(found.burdens));
    add(RosterGoal::Wishes, wishes(facts, found));
    add(RosterGoal::Health, health(answers));
    add(RosterGoal::Stability, published.map_or_else(Vec::new, |it| stability(facts, it)));
    add(RosterGoal::Profiles, profiles(facts));
    parts
}

fn hours(minutes: Minutes) -> f64 {
    minutes.to_hours().0
}

fn cover(facts: &Facts<'_>, found: &Found<'_>) -> Vec<(RosterPartOf, f64)> {
    let short = found.cover.iter().map(|it| {
        let weight = facts.period.cover[it.cover].weight;
        (RosterPartOf::Cover { cover: it.cover, date: it.date }, weight * hours(it.short))
    });
    let mix = found.mix.iter().map(|it| {
        let weight = facts.period.mix[it.mix].weight;
        (RosterPartOf::Mix { mix: it.mix, date: it.date }, weight * hours(it.missing))
    });
    short.chain(mix).collect()
}

fn target(facts: &Facts<'_>, found: &Found<'_>) -> Vec<(RosterPartOf, f64)> {
    let part = |it: &CoverFound| {
        let weight = facts.period.cover[it.cover].weight;
        (RosterPartOf::Cover { cover: it.cover, date: it.date }, weight * hours(it.below_target + it.surplus))
    };
    found.cover.iter().map(part).collect()
}

fn price(answers: &Answers) -> Vec<(RosterPartOf, f64)> {
    let other = answers.priced.iter().filter(|it| it.found.kind != ClauseKind::Overtime);
    let of =
        |person: &Option<PersonId>, rule: &RuleId| RosterPartOf::Price { person: person.clone(), rule: rule.clone() };
    other.map(|it| (of(&it.found.person, &it.found.rule), it.dkk.0)).collect()
}

fn cost(facts: &Facts<'_>, answers: &Answers, found: &Found<'_>) -> Vec<(RosterPartOf, f64)> {
    let norm = found.norms.iter().map(|it| {
        let group = facts.period.person(&it.person).and_then(|person| facts.period.group(&person.group));
        let price = group.map_or(Kroner(0.0), |it| it.dkk_per_hour);
        let beside = hours(it.worked - it.owed).abs();
        (RosterPartOf::Norm { person: it.person.clone(), first: it.first }, price.0 * beside)
    });
    let overtime = answers.priced.iter().filter(|it| it.found.kind == ClauseKind::Overtime).map(|it| {
        let (person, rule) = (it.found.person.clone(), it.found.rule.clone());
        (RosterPartOf::Price { person, rule }, it.dkk.0)
    });
    norm.chain(overtime).collect()
}

fn wishes(facts: &Facts<'_>, found: &Found<'_>) -> Vec<(RosterPartOf, f64)> {
    let refused = facts.period.wishes.iter().zip(found.wishes).filter(|(_, found)| !found.kept);
    refused
        .filter_map(|(wish, _)| {
            let Strength::Soft(weight) = wish.strength else { return None };
            let person = facts.period.person(&wish.person)?;
            Some((RosterPartOf::Wish { wish: wish.id.clone() }, weight * (1.0 + person.refused_share())))
        })
        .collect()
}

fn health(answers: &Answers) -> Vec<(RosterPartOf, f64)> {
    let part =
        |it: &super::found::RuleFound| (RosterPartOf::Advice { person: it.person.clone(), rule: it.rule.clone() }, 1.0);
    answers.advised.iter().map(part).collect()
}

/// What each person works on each date.
fn by_date<'a>(facts: &Facts<'a>) -> BTreeMap<(usize, Date), Vec<&'a ShiftTypeId>> {
    let mut all: BTreeMap<(usize, Date), Vec<&ShiftTypeId>> = BTreeMap::new();
    for (row, person) in facts.people.iter().enumerate() {
        for (duty, assignment, _) in person.shifts() {
            all.entry((row, duty.date)).or_default().push(&assignment.shift);
        }
    }
    all
}

fn stability(facts: &Facts<'_>, published: &Facts<'_>) -> Vec<(RosterPartOf, f64)> {
    let (now, before) = (by_date(facts), by_date(published));
    let keys: BTreeSet<_> = now.keys().chain(before.keys()).collect();
    let changed = keys.into_iter().filter(|key| now.get(key) != before.get(key));
    let part = |(row, date): &(usize, Date)| {
        (RosterPartOf::Changed { person: facts.people[*row].person.id.clone(), date: *date }, 1.0)
    };
    changed.map(part).collect()
}

fn profiles(facts: &Facts<'_>) -> Vec<(RosterPartOf, f64)> {
    let mut groups: BTreeMap<(&UnitId, Date, ShiftKind), BTreeSet<&GroupId>> = BTreeMap::new();
    for person in &facts.people {
        for (duty, _, shift) in person.shifts() {
            groups.entry((&shift.unit, duty.date, shift.kind)).or_default().insert(&person.person.group);
        }
    }
    let part = |((unit, date, kind), groups): ((&UnitId, Date, ShiftKind), BTreeSet<&GroupId>)| {
        (RosterPartOf::Profiles { unit: unit.clone(), date, kind }, groups.len() as f64 - 1.0)
    };
    groups.into_iter().map(part).collect()
}

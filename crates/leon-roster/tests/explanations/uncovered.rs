//! Why a shift is uncovered, and what would cover it.

use crate::ward::{HOUR, cover, daily_rest, date, nurse, pack, period, roster, tables, wish};
use leon_check::{RosterBroken, check_roster};
use leon_model::{
    Absence, AbsenceKind, Clause, Consideration, Experience, Kroner, Minutes, Period, Person, Reason, Restriction,
    Roster, RosterGoal, ShiftKind, Strength, TimeOfDay, Wanted, Workplace,
};
use leon_roster::{AskError, Hindrance, Relaxation, Remedy, UncoveredReason, carry_out, explain_uncovered};

fn with(id: &str, change: impl FnOnce(&mut Person)) -> Person {
    let mut person = nurse(id);
    change(&mut person);
    person
}

/// A day shift on Tuesday that nobody has; each nurse is kept from it by something else.
fn ward() -> (Period, Roster) {
    let mut tables = tables();
    let away = Absence {
        kind: AbsenceKind::Holiday,
        from: date(2).midnight(),
        to: date(3).midnight(),
        credited: Minutes(0),
        told: None,
    };
    tables.people = vec![
        nurse("anna"), // evening on Monday until 23, so 8 hours of rest before 7
        with("bo", |it| it.absences = vec![away]),
        nurse("cai"), // evening on Tuesday
        with("dan", |it| it.workplaces = vec![Workplace { unit: "m2".into(), share: 1.0 }]),
        with("eva", |it| it.competences.clear()),
        nurse("fie"), // a hard wish for the day off
        with("gro", |it| {
            let restriction = Restriction::NotBetween { from: TimeOfDay(0), to: TimeOfDay(8 * 60) };
            it.considerations = vec![Consideration { reason: Reason::Pregnancy, restriction }];
        }),
        with("hans", |it| it.group = "aide".into()),
        with("ib", |it| it.experience = Experience::Trainee),
    ];
    tables.cover = vec![cover(7, 15, &[2], 1), cover(15, 23, &[1, 2], 1)];
    tables.wishes = vec![wish("off", "fie", Wanted::Off, 2, Strength::Hard)];
    tables.packs = vec![pack(vec![daily_rest()])];
    (period(tables), roster(&[("anna", 1, "e"), ("cai", 2, "e")]))
}

fn explained(period: &Period, roster: &Roster) -> UncoveredReason {
    let mut reasons = explain_uncovered(period, roster, None, &[]).unwrap();
    assert_eq!(reasons.len(), 1);
    reasons.remove(0)
}

#[test]
fn each_person_is_kept_from_it_by_what_it_is() {
    let (period, roster) = ward();
    let reason = explained(&period, &roster);
    assert_eq!((reason.found.cover, reason.found.date, reason.found.short), (0, date(2), Minutes(8 * HOUR)));
    let by = |id: &str| {
        let person = reason.people.iter().find(|it| it.person.as_str() == id).unwrap();
        assert_eq!(person.hindrances.len(), 1, "{id}: {:?}", person.hindrances);
        person.hindrances[0].clone()
    };
    let Hindrance::Rule(found) = by("anna") else { panic!("{:?}", by("anna")) };
    assert_eq!((found.rule.as_str(), found.found), ("rest", leon_check::Measure::Time(Minutes(8 * HOUR))));
    assert_eq!(by("bo"), Hindrance::Away { absence: AbsenceKind::Holiday });
    assert_eq!(by("cai"), Hindrance::AtWork { date: date(2), shift: "e".into() });
    assert_eq!(by("dan"), Hindrance::OtherUnit);
    assert_eq!(by("eva"), Hindrance::CompetenceMissing { competence: "iv".into() });
    assert_eq!(by("fie"), Hindrance::HardWish { wish: "off".into() });
    assert_eq!(by("gro"), Hindrance::Restricted { reason: Reason::Pregnancy });
    assert_eq!(by("hans"), Hindrance::OtherGroup);
    assert_eq!(by("ib"), Hindrance::NotCounted);
}

/// Carries a remedy out and lets the check say whether what is claimed holds.
fn holds(period: &Period, roster: &Roster, reason: &UncoveredReason, remedy: &Remedy) {
    let (changed, after) = carry_out(period, &reason.found, remedy).unwrap();
    let (before, verdict) = (check_roster(period, roster, None), check_roster(&changed, &after, None));
    let new: Vec<&RosterBroken> = verdict.broken.iter().filter(|it| !before.broken.contains(it)).collect();
    assert!(new.is_empty(), "{remedy:?}: {new:?}");
    let lowered = matches!(remedy.relaxation, Some(Relaxation::LowerMinimum { .. }));
    let total = |verdict: &leon_check::RosterVerdict| verdict.cover.iter().map(|it| it.short.0).sum::<i64>();
    // All that is less short is less short here.
    assert_eq!(total(&before) - total(&verdict), (reason.found.short - remedy.short).0, "{remedy:?}");
    if !lowered {
        for change in &remedy.outcome.goals {
            assert_eq!(change.after, verdict.value(change.goal), "{remedy:?}");
            assert_eq!(change.before, before.value(change.goal));
        }
    }
}

#[test]
fn every_remedy_holds_when_it_is_carried_out() {
    let (period, roster) = ward();
    let reason = explained(&period, &roster);
    assert!(reason.remedies.len() >= 5);
    reason.remedies.iter().for_each(|it| holds(&period, &roster, &reason, it));
    let dearer = |pair: &[Remedy]| pair[0].outcome.worse <= pair[1].outcome.worse;
    assert!(reason.remedies.windows(2).all(dearer));
}

#[test]
fn each_rule_that_can_be_relaxed_is_relaxed_just_far_enough() {
    let (period, roster) = ward();
    let reason = explained(&period, &roster);
    let find = |is_it: &dyn Fn(&Relaxation) -> bool| {
        let mut found = reason.remedies.iter().filter(|it| it.relaxation.as_ref().is_some_and(is_it));
        found.next().unwrap_or_else(|| panic!("{:?}", reason.remedies))
    };
    let agreement = find(&|it| matches!(it, Relaxation::LocalAgreement { .. }));
    let Some(Relaxation::LocalAgreement { rule, to: Some(Clause::DailyRest { rest, .. }), .. }) = &agreement.relaxation
    else {
        panic!("{agreement:?}")
    };
    assert_eq!((rule.as_str(), *rest), ("rest", Minutes(8 * HOUR)));
    // Anna owes 37 hours and has 8: 8 more bring her nearer to the norm, 8 × 300.
    assert_eq!(agreement.outcome.worse(RosterGoal::Cost), -2400.0);
    assert_eq!(agreement.outcome.worse(RosterGoal::Cover), -8.0);
    let temp = find(&|it| matches!(it, Relaxation::Temp { .. }));
    let Some(Relaxation::Temp { temp: it }) = &temp.relaxation else { unreachable!() };
    assert_eq!((it.dkk(), it.hours), (Kroner(2400.0), Minutes(8 * HOUR)));
    assert_eq!(temp.outcome.worse(RosterGoal::Cost), 2400.0);
    find(&|it| *it == Relaxation::Lend { person: "dan".into(), unit: "m1".into() });
    find(&|it| *it == Relaxation::SoftenWish { wish: "off".into() });
    find(&|it| *it == Relaxation::LowerMinimum { from: 1, to: 0 });
    // Nobody more comes when the minimum is lowered, so it is last.
    assert!(matches!(reason.remedies.last().unwrap().relaxation, Some(Relaxation::LowerMinimum { .. })));
    // No consideration for a person is lifted: Gro may take over an evening, but not this shift.
    let takes_it = |it: &leon_roster::Changed| it.person.as_str() == "gro" && it.date == date(2) && !it.now.is_empty();
    assert!(!reason.remedies.iter().any(|it| it.outcome.changes.iter().any(takes_it)));
}

#[test]
fn a_rule_that_no_agreement_may_replace_is_not_relaxed() {
    let (period, roster) = ward();
    let mut tables = period.into_tables();
    tables.packs[0].rules[0].replaceable = false;
    let period = crate::ward::period(tables);
    let reason = explained(&period, &roster);
    let is_agreement = |it: &Remedy| matches!(it.relaxation, Some(Relaxation::LocalAgreement { .. }));
    assert!(!reason.remedies.iter().any(is_agreement));
}

#[test]
fn one_takes_the_shift_and_hands_on_the_duty_that_hinders() {
    // Anna has the evening before. Bo is an evening nurse who may not work before 8, so cannot take the day himself.
    let mut tables = tables();
    let restriction = Restriction::NotKinds(vec![ShiftKind::Day]);
    tables.people = vec![
        nurse("anna"),
        with("bo", |it| it.considerations = vec![Consideration { reason: Reason::Senior, restriction }]),
    ];
    tables.cover = vec![cover(7, 15, &[2], 1), cover(15, 23, &[1], 1)];
    tables.packs = vec![pack(vec![daily_rest()])];
    let (period, roster) = (period(tables), roster(&[("anna", 1, "e")]));
    let reason = explained(&period, &roster);
    let first = &reason.remedies[0];
    assert_eq!((&first.relaxation, first.short), (&None, Minutes(0)), "{first:?}");
    let changes = told(first);
    assert_eq!(changes, ["anna 2026-11-23 e>", "anna 2026-11-24 >d", "bo 2026-11-23 >e"]);
    holds(&period, &roster, &reason, first);
}

/// Who works what instead of what.
fn told(remedy: &Remedy) -> Vec<String> {
    let shifts = |all: &[leon_roster::Work]| all.iter().map(|it| it.shift.to_string()).collect::<String>();
    let one =
        |it: &leon_roster::Changed| format!("{} {} {}>{}", it.person, it.date, shifts(&it.before), shifts(&it.now));
    remedy.outcome.changes.iter().map(one).collect()
}

#[test]
fn three_hand_on_duties_when_two_do_not_suffice() {
    // Nobody works a night or an evening less than 11 hours before the next duty. Anna's evening hinders the day after;
    // Bo, who has no days, can take it only without his night; Cai has nights alone.
    let mut tables = tables();
    let never = |kinds: &[ShiftKind]| {
        let restriction = Restriction::NotKinds(kinds.to_vec());
        vec![Consideration { reason: Reason::Senior, restriction }]
    };
    tables.people = vec![
        with("anna", |it| it.considerations = never(&[ShiftKind::Night])),
        with("bo", |it| it.considerations = never(&[ShiftKind::Day])),
        with("cai", |it| it.considerations = never(&[ShiftKind::Day, ShiftKind::Evening])),
    ];
    tables.cover = vec![cover(7, 15, &[3], 1), cover(15, 23, &[2], 1), cover(23, 7, &[1], 1)];
    tables.packs = vec![pack(vec![daily_rest()])];
    let (period, roster) = (period(tables), roster(&[("anna", 2, "e"), ("bo", 1, "n")]));
    let reason = explained(&period, &roster);
    let first = &reason.remedies[0];
    assert_eq!((&first.relaxation, first.short), (&None, Minutes(0)), "{first:?}");
    assert_eq!(
        told(first),
        ["anna 2026-11-24 e>", "anna 2026-11-25 >d", "bo 2026-11-23 n>", "bo 2026-11-24 >e", "cai 2026-11-23 >n",]
    );
    holds(&period, &roster, &reason, first);
}

#[test]
fn who_could_come_costs_what_the_goals_say() {
    // Anna has worked 37 hours of 37 and 1 more day makes 8 × 300 above the norm; a soft wish of weight 2 is refused.
    let mut tables = tables();
    tables.people = vec![with("anna", |it| it.contract.norm.worked = Minutes(37 * HOUR))];
    tables.cover = vec![cover(7, 15, &[2], 1)];
    tables.wishes = vec![wish("off", "anna", Wanted::Off, 2, Strength::Soft(2.0))];
    let (period, roster) = (period(tables), roster(&[]));
    let reason = explained(&period, &roster);
    assert!(reason.people[0].hindrances.is_empty());
    let takes = reason.remedies.iter().find(|it| it.relaxation.is_none()).unwrap();
    assert_eq!(takes.outcome.worse(RosterGoal::Cost), 2400.0);
    assert_eq!(takes.outcome.worse(RosterGoal::Wishes), 2.0);
    assert_eq!(takes.outcome.refused, ["off".into()]);
    // 2400 + 2 × 200 is dearer than a temp at 2400.
    let temp = reason.remedies.iter().position(|it| matches!(it.relaxation, Some(Relaxation::Temp { .. }))).unwrap();
    let own = reason.remedies.iter().position(|it| it.relaxation.is_none()).unwrap();
    assert!(temp < own);
}

#[test]
fn rows_that_the_period_does_not_have_are_refused() {
    let (period, roster) = ward();
    let ask = |cover, day| explain_uncovered(&period, &roster, None, &[(cover, date(day))]).unwrap_err();
    assert_eq!(ask(2, 2), AskError::UnknownRow { cover: 2, rows: 2 });
    assert_eq!(ask(0, 3), AskError::RowNotOn { cover: 0, date: date(3) });
    // A row that is covered has no remedies.
    let covered = explain_uncovered(&period, &roster, None, &[(1, date(1))]).unwrap();
    assert!(covered[0].remedies.is_empty() && covered[0].found.short == Minutes(0));
}

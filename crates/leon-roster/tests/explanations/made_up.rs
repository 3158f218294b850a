//! Made-up wards: what is claimed of them holds.

use leon_check::check_roster;
use leon_formats::period::rule_packs;
use leon_generate::{PeriodKind, PeriodOptions, generate_period};
use leon_model::{Period, Roster};
use leon_roster::{Iterations, Relaxation, RosterOptions, carry_out, conflicts, explain_uncovered, plan_roster};

fn ward(weeks: u32, iterations: u64) -> (Period, Roster) {
    let first = "2026-11-23".parse().unwrap();
    let options = PeriodOptions { weeks, ..PeriodOptions::new(PeriodKind::Ward, first, 7) };
    let period = generate_period(rule_packs(), &options).unwrap();
    let planned = plan_roster(&period, &RosterOptions::new(&Iterations(iterations))).unwrap();
    (period, planned.roster)
}

#[test]
fn every_remedy_of_a_ward_holds() {
    let (period, roster) = ward(4, 60_000);
    let before = check_roster(&period, &roster, None);
    let short: Vec<_> = before.cover.iter().filter(|it| it.short.0 > 0).map(|it| (it.cover, it.date)).take(3).collect();
    assert!(!short.is_empty(), "a search this short leaves something uncovered");
    let mut remedies = 0;
    for reason in explain_uncovered(&period, &roster, None, &short).unwrap() {
        assert_eq!(reason.people.len(), period.people.len());
        for remedy in &reason.remedies {
            let (changed, after) = carry_out(&period, &reason.found, remedy).unwrap();
            let verdict = check_roster(&changed, &after, None);
            assert!(verdict.broken.iter().all(|it| before.broken.contains(it)), "{remedy:?}");
            let total = |verdict: &leon_check::RosterVerdict| verdict.cover.iter().map(|it| it.short.0).sum::<i64>();
            assert!(total(&verdict) < total(&before), "{remedy:?}");
            let is_temp = matches!(remedy.relaxation, Some(Relaxation::Temp { .. }));
            assert_eq!(is_temp, changed.people.len() > period.people.len());
            remedies += 1;
        }
    }
    assert!(remedies > 3, "{remedies}");
}

#[test]
fn a_ward_is_not_at_odds_with_itself() {
    let (period, _) = ward(4, 1);
    assert!(conflicts(&period).unwrap().people.is_empty());
}

//! Made-up periods.

use crate::greedy_roster;
use leon_check::check_roster;
use leon_formats::period::{read_period, rule_packs, write_period};
use leon_generate::{GenerateError, PeriodKind, PeriodOptions, generate_period};
use leon_model::*;
use std::collections::BTreeSet;

fn first() -> Date {
    "2026-11-23".parse().unwrap()
}

fn period(options: &PeriodOptions) -> Period {
    generate_period(rule_packs(), options).unwrap_or_else(|error| panic!("{options:?}: {error}"))
}

#[test]
fn every_kind_and_size_is_valid_without_a_warning() {
    for kind in PeriodKind::ALL {
        for seed in 0..20 {
            for (people, units, weeks) in [(12, 1, 4), (14, 1, 4), (30, 1, 8), (60, 1, 16), (40, 1, 26), (100, 4, 1)] {
                let options = PeriodOptions { people, units, weeks, ..PeriodOptions::new(kind, first(), seed) };
                let period = period(&options);
                assert_eq!(period.warnings(), [], "{options:?}");
                assert_eq!(period.people.len(), people);
                assert!(period.synthetic);
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_the_file_reads_back() {
    for kind in PeriodKind::ALL {
        let options = PeriodOptions::new(kind, first(), 7);
        let text = write_period(&period(&options));
        assert_eq!(text, write_period(&period(&options)));
        assert_ne!(text, write_period(&period(&PeriodOptions { seed: 8, ..options })));
        let read = read_period("period.json", &text);
        let read = read.period.unwrap_or_else(|| panic!("{:?}", read.problems));
        assert_eq!(write_period(&read), text);
    }
}

/// Options of every kind and size that people ask for.
fn usual(seed: u64) -> Vec<PeriodOptions> {
    let [ward, home, acute, nursing_home] = PeriodKind::ALL.map(|kind| PeriodOptions::new(kind, first(), seed));
    let small = PeriodOptions { people: 14, weeks: 4, ..ward.clone() };
    let hospital = PeriodOptions { people: 400, units: 12, weeks: 4, ..ward.clone() };
    vec![ward, home, acute, nursing_home, small, hospital]
}

/// Minimum hours of the rows that count everybody who works around the clock, and the hours of those people.
fn strength(period: &Period, unit: &UnitId) -> (f64, f64) {
    let counts_all = |it: &&Cover| it.unit == *unit && it.surplus.is_some();
    let rows: Vec<&Cover> = period.cover.iter().filter(counts_all).collect();
    let hours = |row: &Cover| {
        let shift = period.shift_types.iter().find(|it| it.unit == *unit && it.start == row.span.from).unwrap();
        let dates = period.dates().filter(|date| row.days.contain(*date, period.is_public_holiday(*date)));
        dates.map(|date| shift.hours(date).0 as f64 / 60.0).sum::<f64>() * f64::from(row.need.min())
    };
    let asked = rows.iter().map(|it| hours(it)).sum();
    let on_rota = |it: &&Person| {
        it.experience != Experience::Trainee && rows.iter().any(|row| row.who.groups.contains(&it.group))
    };
    let weeks = f64::from(period.last - period.first + 1) / 7.0;
    let left = |it: &Person| {
        let share = it.workplaces.iter().find(|it| it.unit == *unit).map_or(0.0, |it| it.share);
        let away: i64 = it.absences.iter().map(|it| it.credited.0).sum();
        let courses: i64 = it.fixed_duties.iter().map(|it| (it.end - it.start).0 / 60).sum();
        share * (it.contract.hours_per_week.0 * weeks - (away + courses) as f64 / 60.0)
    };
    (asked, period.people.iter().filter(on_rota).map(left).sum())
}

#[test]
fn minimum_cover_takes_most_of_the_hands() {
    for seed in 0..12 {
        for options in usual(seed) {
            let period = period(&options);
            for unit in period.units.iter().filter(|it| it.kind != UnitKind::Outpatient) {
                let (asked, at_hand) = strength(&period, &unit.id);
                let share = asked / at_hand;
                println!("{:?} {} of {} seed {seed}: {share:.3}", options.kind, unit.id, options.people);
                assert!((0.85..=0.92).contains(&share), "{options:?}, {}: {share:.3}", unit.id);
            }
        }
    }
}

#[test]
fn what_was_before_keeps_the_rest_into_the_first_day() {
    for options in (0..6).flat_map(usual) {
        let period = period(&options);
        // Everything of history, courses and absences, and no duty yet: no rule is broken.
        let verdict = check_roster(&period, &Roster::default(), None);
        assert_eq!(verdict.broken, [], "{options:?}");
        for person in &period.people {
            let at_work: Vec<&PastDuty> = person.history.duties.iter().filter(|it| !it.kind.is_on_call()).collect();
            for pair in at_work.windows(2) {
                assert!(pair[1].start - pair[0].end >= Seconds(11 * 3600), "{options:?}, {}: {pair:?}", person.id);
            }
            // Whoever comes from the last night may be at work on the second day.
            let last = person.history.duties.last().map_or(Moment(0), |it| it.end);
            assert!(last <= period.first.at(TimeOfDay(7 * 60)), "{options:?}, {}", person.id);
            let weeks = person.history.weeks.iter().filter(|it| it.monday >= person.contract.norm.first);
            let worked: i64 = weeks.map(|it| it.hours.0).sum();
            assert!(person.contract.norm.worked.0 >= worked);
        }
    }
}

#[test]
fn norm_periods_are_whole_and_hours_before_are_near_what_was_owed() {
    for options in usual(3) {
        let period = period(&options);
        for it in check_roster(&period, &Roster::default(), None).norms {
            assert!(it.ends, "{options:?}: {it:?}");
        }
        for person in &period.people {
            let contract = &person.contract;
            let norm = contract.norm;
            let weeks = f64::from(period.first - norm.first) / 7.0;
            // 7.4 hours for each public holiday on a weekday, by part of full time.
            let holidays = period.public_holidays.iter().filter(|it| {
                it.lowers_norm && (norm.first..period.first).contains(&it.date) && !it.date.weekday().is_weekend()
            });
            let less = 7.4 * holidays.count() as f64 * contract.part_of_full_time();
            let balance = norm.worked.0 as f64 / 60.0 - (contract.hours_per_week.0 * weeks - less);
            assert!(balance.abs() <= 24.0, "{options:?}, {}: {balance:.1} h", person.id);
        }
    }
}

#[test]
fn a_planner_of_the_simplest_kind_covers_nearly_all_and_breaks_no_rule() {
    // It moves nothing that it has planned, so a little is left; more where there are few people.
    let kinds = [
        ("ward", 4.0),
        ("home care", 4.0),
        ("acute team", 2.0),
        ("nursing home", 4.0),
        ("small ward", 6.0),
        ("hospital", 5.0),
    ];
    for (at, (kind, most)) in kinds.into_iter().enumerate() {
        let seeds = if kind == "hospital" { 1 } else { 4 };
        let (mut asked, mut short) = (0.0, 0.0);
        for seed in 0..seeds {
            let period = period(&usual(seed)[at]);
            let verdict = check_roster(&period, &greedy_roster::roster(&period), None);
            assert_eq!(verdict.broken, [], "{kind}, seed {seed}");
            for it in &verdict.cover {
                asked += f64::from(it.min) * (it.to - it.from).0 as f64 / 3600.0;
                short += it.short.0 as f64 / 60.0;
            }
        }
        let share = 100.0 * short / asked;
        println!("{kind}: {share:.2} % of {asked:.0} h");
        assert!(share <= most, "{kind}: {share:.2} % of {asked:.0} h");
    }
}

#[test]
fn what_people_ask_for_is_there() {
    let ward = period(&PeriodOptions::new(PeriodKind::Ward, first(), 1));
    assert_eq!((ward.people.len(), ward.groups.len(), ward.last - ward.first), (40, 5, 16 * 7 - 1));
    let packs: Vec<&str> = ward.packs.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(packs, ["statute", "regional", "guidance", "odense"]);
    let shared: Vec<&Person> = ward.people.iter().filter(|it| it.workplaces.len() == 2).collect();
    assert!(!shared.is_empty());
    for person in shared {
        let largest = person.workplaces.iter().max_by(|a, b| a.share.total_cmp(&b.share)).unwrap();
        let leader = person.workplaces.iter().find(|it| Some(&it.unit) == person.leader.as_ref()).unwrap();
        assert_eq!(leader.share, largest.share);
    }
    assert!(ward.wishes.iter().any(|it| it.strength == Strength::Hard) && ward.wishes.len() > 200);
    assert!(ward.cover.iter().any(|it| it.unit.as_str() == "amb1" && it.need.target() > 0));
    let summer = period(&PeriodOptions::new(PeriodKind::Ward, "2026-06-01".parse().unwrap(), 1));
    let asked = |date: &str| {
        let date: Date = date.parse().unwrap();
        let here = |it: &&Cover| it.surplus.is_some() && it.days.contain(date, summer.is_public_holiday(date));
        summer.cover.iter().filter(here).map(|it| it.need.min()).sum::<u32>()
    };
    assert!(asked("2026-07-15") < asked("2026-06-17"), "fewer are asked for in July");

    let hospital =
        period(&PeriodOptions { people: 400, units: 12, weeks: 4, ..PeriodOptions::new(PeriodKind::Ward, first(), 1) });
    let clinics = hospital.units.iter().filter(|it| it.kind == UnitKind::Outpatient).count();
    assert_eq!((hospital.people.len(), hospital.units.len(), clinics), (400, 12, 3));
    let lent = hospital.people.iter().filter(|it| !it.pools.is_empty()).count();
    assert!(lent > 5 && hospital.pools[0].lends_to.len() == 9, "{lent}");

    let home = period(&PeriodOptions::new(PeriodKind::HomeCare, first(), 1));
    let agreements: BTreeSet<&str> = home.people.iter().map(|it| it.contract.agreement.as_str()).collect();
    assert_eq!(Vec::from_iter(agreements), ["kl.79.01", "kl.79.03", "kl.79.04"]);
    let nursing_home = period(&PeriodOptions::new(PeriodKind::NursingHome, first(), 1));
    let night = |it: &&Cover| it.span.from == TimeOfDay(23 * 60) && it.surplus.is_some();
    let nights: Vec<u32> = nursing_home.cover.iter().filter(night).map(|it| it.need.min()).collect();
    assert!(!nights.is_empty() && nights.iter().all(|it| (2..=4).contains(it)), "{nights:?}");
    let acute = period(&PeriodOptions::new(PeriodKind::AcuteTeam, first(), 1));
    assert!(acute.cover.iter().any(|it| it.kinds == [ShiftKind::OnCallAtHome] && it.need.min() > 0));
}

#[test]
fn leave_and_illness_are_as_often_as_the_calibration_says() {
    // A year of people: 6 weeks of leave in 52; the two halves begin in January and July.
    let (mut leave, mut ill, mut days) = (0.0, 0.0, 0.0);
    for seed in 0..20 {
        for start in ["2025-12-29", "2026-06-29"] {
            let options =
                PeriodOptions { weeks: 26, ..PeriodOptions::new(PeriodKind::HomeCare, start.parse().unwrap(), seed) };
            let period = period(&options);
            days += (period.people.len() * 182) as f64;
            for it in period.people.iter().flat_map(|it| &it.absences) {
                let length = (it.to - it.from).0 as f64 / 86_400.0;
                match it.kind {
                    AbsenceKind::Holiday => leave += length,
                    AbsenceKind::Illness => ill += length,
                    _ => {}
                }
            }
        }
    }
    let (leave, ill) = (52.0 * leave / days, 100.0 * ill / days);
    // 2026 has five Thursdays in July; leave that would leave less than half of a profession at work is not given.
    assert!((5.6..=6.5).contains(&leave), "{leave:.2} weeks of leave a year");
    // 82 % of the group are SSA and SSH: 0.42 × (0.82 × 7.2 + 0.18 × 4.8) % = 2.8 %; small professions have none.
    assert!((2.2..=3.2).contains(&ill), "{ill:.2} % ill");
}

#[test]
fn what_cannot_be_made_up_is_refused() {
    let good = PeriodOptions::new(PeriodKind::Ward, first(), 1);
    let refused = |options: PeriodOptions| generate_period(rule_packs(), &options).unwrap_err();
    let range = |options| match refused(options) {
        GenerateError::OutOfRange { name, .. } => name,
        other => panic!("{other:?}"),
    };
    assert_eq!(range(PeriodOptions { people: 11, ..good.clone() }), "people");
    assert_eq!(range(PeriodOptions { people: 61, ..good.clone() }), "people");
    assert_eq!(range(PeriodOptions { people: usize::MAX, ..good.clone() }), "people");
    assert_eq!(range(PeriodOptions { units: 0, ..good.clone() }), "units");
    assert_eq!(range(PeriodOptions { units: usize::MAX, ..good.clone() }), "units");
    assert_eq!(range(PeriodOptions { weeks: 0, ..good.clone() }), "weeks");
    assert_eq!(range(PeriodOptions { weeks: u32::MAX, ..good.clone() }), "weeks");
    for date in [first() + 1, Date(i32::MAX), Date(i32::MIN), Date(0)] {
        assert_eq!(refused(PeriodOptions { first: date, ..good.clone() }), GenerateError::NotMonday(date));
    }
    let error = generate_period(&rule_packs()[..1], &good).unwrap_err();
    assert_eq!(error, GenerateError::UnknownPack("regional".into()));
}

//! A ward of one unit and three shifts: day 7–15, evening 15–23, night 23–07, in the week of Monday 23 November 2026.

use leon_model::{
    Assignment, Breach, Clause, Competence, Confidence, Contract, Cover, CoverNeed, Date, DayGroup, Days, Experience,
    History, Hours, Kroner, Minutes, NormPeriod, Period, PeriodTables, Person, Roster, Rule, RulePack, RuleScope,
    ShiftKind, ShiftType, Span, Strength, TimeOfDay, Unit, UnitKind, Wanted, Who, Wish, Workplace,
};

pub const HOUR: i64 = 60;

pub fn date(day: i32) -> Date {
    // Day 1 is the Monday.
    "2026-11-22".parse::<Date>().unwrap() + day
}

/// Units m1 and m2, the shifts d, e and n of m1, nobody, no cover and no rules, for a week.
pub fn tables() -> PeriodTables {
    let unit = |id: &str| Unit { id: id.into(), name: id.to_uppercase(), kind: UnitKind::Ward };
    let mut tables = PeriodTables::empty(date(1), date(7));
    tables.units = vec![unit("m1"), unit("m2")];
    tables.groups = vec![group("nurse", 300.0), group("aide", 200.0)];
    tables.competences = vec![Competence { id: "iv".into(), name_da: "iv".into(), name_en: "iv".into() }];
    tables.shift_types = vec![
        shift("d", ShiftKind::Day, 7, 15),
        shift("e", ShiftKind::Evening, 15, 23),
        shift("n", ShiftKind::Night, 23, 7),
    ];
    tables
}

fn group(id: &str, dkk: f64) -> DayGroup {
    DayGroup {
        id: id.into(),
        name_da: String::new(),
        name_en: String::new(),
        level: 3,
        dkk_per_hour: Kroner(dkk),
        overtime_dkk_per_hour: Kroner(1.5 * dkk),
    }
}

fn shift(id: &str, kind: ShiftKind, start: i64, end: i64) -> ShiftType {
    ShiftType {
        id: id.into(),
        unit: "m1".into(),
        kind,
        start: clock(start),
        end: clock(end),
        pause: Minutes(0),
        pause_paid: true,
        hour_counts: 1.0,
        groups: vec![],
        functions: vec![],
    }
}

fn clock(hour: i64) -> TimeOfDay {
    format!("{hour:02}:00").parse().unwrap()
}

/// A nurse of m1 with 37 hours, who holds iv, and owes the week's norm.
pub fn nurse(id: &str) -> Person {
    Person {
        id: id.into(),
        group: "nurse".into(),
        competences: vec!["iv".into()],
        experience: Experience::Experienced,
        contract: Contract {
            agreement: "agreed".into(),
            hours_per_week: Hours(37.0),
            full_time_hours_per_week: Hours(37.0),
            norm: NormPeriod { first: date(1), weeks: 1, worked: Minutes(0) },
            opted_out: false,
            posted: None,
            project_post: false,
        },
        workplaces: vec![Workplace { unit: "m1".into(), share: 1.0 }],
        leader: None,
        pools: vec![],
        considerations: vec![],
        absences: vec![],
        fixed_duties: vec![],
        history: History::default(),
        wish_account: vec![],
    }
}

/// So many nurses with iv from a shift's beginning to its end on a day.
pub fn cover(from: i64, to: i64, days: &[i32], min: u32) -> Cover {
    Cover {
        unit: "m1".into(),
        days: Days { dates: days.iter().map(|it| date(*it)).collect(), ..Days::default() },
        span: Span { from: clock(from), to: clock(to) },
        who: Who { groups: vec!["nurse".into()], competences: vec!["iv".into()], ..Who::default() },
        kinds: vec![],
        need: CoverNeed::Table { min, target: min },
        surplus: None,
        weight: 1.0,
        evidence: None,
    }
}

/// An illegal breach of a clause; an agreement may replace it.
pub fn rule(id: &str, clause: Clause) -> Rule {
    Rule {
        id: id.into(),
        kind: clause.kind(),
        clause: Some(clause),
        scope: RuleScope::Law,
        replaceable: true,
        agreements: vec![],
        groups: vec![],
        reasons: vec![],
        from: None,
        to: None,
        breach: Breach::Illegal,
        confidence: Confidence::A,
        paragraph: format!("§ of {id}"),
        source: "made up".into(),
        text_da: id.into(),
        text_en: id.into(),
    }
}

pub fn pack(rules: Vec<Rule>) -> RulePack {
    RulePack { id: "made-up".into(), title_da: "p".into(), title_en: "p".into(), rules }
}

pub fn daily_rest() -> Rule {
    rule("rest", Clause::DailyRest { rest: Minutes(11 * HOUR), within: Minutes(24 * HOUR) })
}

pub fn wish(id: &str, person: &str, wanted: Wanted, day: i32, strength: Strength) -> Wish {
    Wish { id: id.into(), person: person.into(), wanted, from: date(day), to: date(day), strength, stated: None }
}

pub fn period(tables: PeriodTables) -> Period {
    Period::new(tables).unwrap_or_else(|problems| panic!("{problems:?}"))
}

pub fn roster(duties: &[(&str, i32, &str)]) -> Roster {
    let duty = |&(person, day, shift): &(&str, i32, &str)| Assignment {
        person: person.into(),
        date: date(day),
        shift: shift.into(),
        function: None,
    };
    Roster { assignments: duties.iter().map(duty).collect(), uncovered: None }
}

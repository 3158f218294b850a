//! A ward of a week: a day shift and an evening shift, one person each.

use leon_model::{
    Assignment, Breach, Burden, BurdenAccount, Clause, ClauseKind, Confidence, Contract, Cover, CoverNeed, Date,
    DayGroup, Days, Experience, History, Hours, Kroner, Minutes, Moment, NormPeriod, Period, PeriodTables, Person,
    Published, Roster, RosterGoal, RosterGoals, Rule, RulePack, RuleScope, ShiftKind, ShiftType, Span, Strength,
    TimeOfDay, Unit, UnitKind, Wanted, Weekday, Who, Wish, Workplace,
};

/// A Monday.
pub const MONDAY: Date = Date(20_780);

/// Noon on the Sunday before.
pub fn sunday_noon() -> Moment {
    (MONDAY - 1).at(TimeOfDay(12 * 60))
}

/// People by their letters, nurses in lower case and secretaries in upper case; each day wants a nurse from 7 to 15 and
/// one from 15 to 23. Goals are cover first, then a refused wish 200 times its weight, a changed date 100, and kroner
/// for short notice.
pub fn tables(people: &str) -> PeriodTables {
    let group = |id: &str| DayGroup {
        id: id.into(),
        name_da: String::new(),
        name_en: String::new(),
        level: 1,
        dkk_per_hour: Kroner(200.0),
        overtime_dkk_per_hour: Kroner(300.0),
    };
    let shift = |id: &str, kind, start: u16, end: u16| ShiftType {
        id: id.into(),
        unit: "m1".into(),
        kind,
        start: TimeOfDay(start * 60),
        end: TimeOfDay(end * 60),
        pause: Minutes(30),
        pause_paid: true,
        hour_counts: 1.0,
        groups: vec!["nurse".into()],
        functions: vec![],
    };
    let cover = |from: u16, to: u16| Cover {
        unit: "m1".into(),
        days: Days { weekdays: Weekday::ALL.to_vec(), dates: vec![], holidays_as_sundays: false },
        span: Span { from: TimeOfDay(from * 60), to: TimeOfDay(to * 60) },
        who: Who::default(),
        kinds: vec![],
        need: CoverNeed::Table { min: 1, target: 1 },
        surplus: None,
        weight: 1.0,
        evidence: None,
    };
    PeriodTables {
        units: vec![Unit { id: "m1".into(), name: "M1".into(), kind: UnitKind::Ward }],
        groups: vec![group("nurse"), group("secretary")],
        shift_types: vec![shift("d", ShiftKind::Day, 7, 15), shift("e", ShiftKind::Evening, 15, 23)],
        people: people.chars().map(person).collect(),
        cover: vec![cover(7, 15), cover(15, 23)],
        goals: RosterGoals {
            levels: vec![
                vec![(RosterGoal::Cover, 1.0)],
                vec![(RosterGoal::Price, 1.0), (RosterGoal::Wishes, 200.0), (RosterGoal::Stability, 100.0)],
            ],
        },
        ..PeriodTables::empty(MONDAY, MONDAY + 6)
    }
}

fn person(letter: char) -> Person {
    let group = if letter.is_lowercase() { "nurse" } else { "secretary" };
    Person {
        id: letter.to_string().into(),
        group: group.into(),
        competences: vec![],
        experience: Experience::Experienced,
        contract: Contract {
            agreement: "dsr".into(),
            hours_per_week: Hours(37.0),
            full_time_hours_per_week: Hours(37.0),
            norm: NormPeriod { first: MONDAY, weeks: 1, worked: Minutes(0) },
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
        history: History { burden: BurdenAccount([Minutes(0); Burden::ALL.len()]), ..History::default() },
        wish_account: vec![],
    }
}

pub fn period(tables: PeriodTables) -> Period {
    Period::new(tables).unwrap()
}

/// Dates so many days after Monday.
pub fn on(days: &[i32]) -> Days {
    Days { weekdays: vec![], dates: days.iter().map(|it| MONDAY + *it).collect(), holidays_as_sundays: false }
}

/// A day off wished for, `day` days after Monday.
pub fn off(person: &str, day: i32, strength: Strength) -> Wish {
    Wish {
        id: format!("{person}-{day}").into(),
        person: person.into(),
        wanted: Wanted::Off,
        from: MONDAY + day,
        to: MONDAY + day,
        strength,
        stated: None,
    }
}

/// Duties as `"a0d"`: person, days after Monday, shift; told at noon on Sunday.
pub fn published(duties: &[&str]) -> Published {
    let assignment = |it: &&str| Assignment {
        person: it[..1].into(),
        date: MONDAY + it[1..2].parse::<i32>().unwrap(),
        shift: it[2..].into(),
        function: None,
    };
    let roster = Roster { assignments: duties.iter().map(assignment).collect(), uncovered: None };
    Published { roster, changes_told: sunday_noon() }
}

/// The duties of a roster, as [`published`] takes them.
pub fn duties(roster: &Roster) -> Vec<String> {
    let mut all: Vec<String> =
        roster.assignments.iter().map(|it| format!("{}{}{}", it.person, it.date - MONDAY, it.shift)).collect();
    all.sort();
    all
}

/// Rules of one pack.
pub fn pack(rules: Vec<Rule>) -> RulePack {
    RulePack { id: "test".into(), title_da: "Prøve".into(), title_en: "Test".into(), rules }
}

/// A rule that holds for all.
pub fn rule(id: &str, kind: ClauseKind, clause: Clause, breach: Breach) -> Rule {
    Rule {
        id: id.into(),
        kind,
        clause: Some(clause),
        scope: RuleScope::Agreement,
        replaceable: false,
        agreements: vec![],
        groups: vec![],
        reasons: vec![],
        from: None,
        to: None,
        breach,
        confidence: Confidence::A,
        paragraph: "§ 1".into(),
        source: "made up".into(),
        text_da: "prøve".into(),
        text_en: "test".into(),
    }
}

/// 30 kr. for each hour moved less than a day before.
pub fn moved_duty() -> Rule {
    let clause = Clause::MovedDuty { notice: Minutes(1440), dkk_per_hour: Kroner(30.0), step: Minutes(30) };
    rule("moved", ClauseKind::MovedDuty, clause, Breach::Priced)
}

/// Eleven hours of rest within each day.
pub fn daily_rest() -> Rule {
    let clause = Clause::DailyRest { rest: Minutes(660), within: Minutes(1440) };
    rule("rest", ClauseKind::DailyRest, clause, Breach::Illegal)
}

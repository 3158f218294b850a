//! The smallest period in which something can be shown.

use leon_model::*;

pub fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("no date {text}"))
}

/// An instant from `2026-11-23 07:00`, Danish time.
pub fn moment(text: &str) -> Moment {
    let (day, time) = text.split_once(' ').unwrap_or_else(|| panic!("no instant {text}"));
    date(day).at(time.parse().unwrap_or_else(|_| panic!("no time {time}")))
}

/// A ward, an outpatient clinic and an office; nurses at 240 kroner an hour; nobody, nothing to do and no rules.
pub fn tables(first: Date, last: Date) -> PeriodTables {
    let unit = |id: &str, kind| Unit { id: id.into(), name: String::new(), kind };
    PeriodTables {
        units: vec![
            unit("ward", UnitKind::Ward),
            unit("clinic", UnitKind::Outpatient),
            unit("office", UnitKind::Office),
        ],
        groups: vec![DayGroup {
            id: "nurse".into(),
            name_da: String::new(),
            name_en: String::new(),
            level: 3,
            dkk_per_hour: Kroner(240.0),
            overtime_dkk_per_hour: Kroner(360.0),
        }],
        ..PeriodTables::empty(first, last)
    }
}

/// A full-time nurse on the ward, in a norm period of 16 weeks from 23 November 2026.
pub fn person(id: &str) -> Person {
    Person {
        id: id.into(),
        group: "nurse".into(),
        competences: vec![],
        experience: Experience::Experienced,
        contract: Contract {
            agreement: "kl.79.03".into(),
            hours_per_week: Hours(37.0),
            full_time_hours_per_week: Hours(37.0),
            norm: NormPeriod { first: date("2026-11-23"), weeks: 16, worked: Minutes(0) },
            opted_out: false,
            posted: None,
            project_post: false,
        },
        workplaces: vec![Workplace { unit: "ward".into(), share: 1.0 }],
        leader: None,
        pools: vec![],
        considerations: vec![],
        absences: vec![],
        fixed_duties: vec![],
        history: History::default(),
        wish_account: vec![],
    }
}

/// A shift of the ward with a paid pause of half an hour.
pub fn shift_type(id: &str, kind: ShiftKind, start: TimeOfDay, end: TimeOfDay) -> ShiftType {
    ShiftType {
        id: id.into(),
        unit: "ward".into(),
        kind,
        start,
        end,
        pause: Minutes(30),
        pause_paid: true,
        hour_counts: 1.0,
        groups: vec![],
        functions: vec![],
    }
}

//! Duties in a line of text: `2026-11-23 15:00-23:00`, with more where it matters.
//!
//! After the times may stand, in any order: a kind of shift (else it follows from the start: before 12 day, before 20
//! evening, then night), `pause 30`, `in UNIT` (else the ward), and `x5` for five dates in a row.

use crate::tiny;
use leon_model::*;

/// A duty as a line says it.
#[derive(Clone)]
pub struct Said {
    date: Date,
    shift: ShiftType,
}

/// Every duty that a line says.
pub fn said(line: &str) -> Vec<Said> {
    let mut words = line.split_whitespace();
    let date = tiny::date(words.next().expect("a date"));
    let (start, end) = words.next().and_then(|it| it.split_once('-')).expect("start and end");
    let time = |text: &str| text.parse::<TimeOfDay>().unwrap_or_else(|_| panic!("{line}: no time {text}"));
    let (start, end) = (time(start), time(end));
    let kind = match start.0 / 60 {
        0..12 => ShiftKind::Day,
        12..20 => ShiftKind::Evening,
        _ => ShiftKind::Night,
    };
    let mut shift = tiny::shift_type("", kind, start, end);
    let mut count = 1;
    while let Some(word) = words.next() {
        match word {
            "pause" => shift.pause = Minutes(words.next().and_then(|it| it.parse().ok()).expect("minutes")),
            "in" => shift.unit = words.next().expect("a unit").into(),
            times if times.starts_with('x') => count = times[1..].parse().expect("how many dates"),
            word => shift.kind = ShiftKind::ALL.into_iter().find(|it| it.word() == word).expect("a kind of shift"),
        }
    }
    shift.id = format!("{}.{start}-{end}.{}.{}", shift.unit, shift.kind.word(), shift.pause).replace(':', "").into();
    (0..count).map(|day| Said { date: date + day, shift: shift.clone() }).collect()
}

impl Said {
    /// The duty as an assignment; its shift type is added to the tables.
    pub fn assignment(&self, person: &str, tables: &mut PeriodTables) -> Assignment {
        if !tables.shift_types.iter().any(|it| it.id == self.shift.id) {
            tables.shift_types.push(self.shift.clone());
        }
        Assignment { person: person.into(), date: self.date, shift: self.shift.id.clone(), function: None }
    }

    pub fn past(&self) -> PastDuty {
        let (start, end) = self.shift.on(self.date);
        PastDuty { kind: self.shift.kind, start, end }
    }

    pub fn fixed(&self) -> FixedDuty {
        let (start, end) = self.shift.on(self.date);
        FixedDuty { label: String::new(), start, end }
    }
}

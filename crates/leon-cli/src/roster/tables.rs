//! What the check finds, as tables: cover by date, hours, burden and wishes; and what of it is for pay.

use crate::results::table;
use leon_check::{RosterVerdict, RulePrice};
use leon_formats::period::{PayCategory, PayFound};
use leon_formats::results::column::{text, whole};
use leon_formats::results::{Cell, CellKind, ResultColumn, ResultTable};
use leon_model::{ClauseKind, Minutes, Period, Strength, Wanted};

/// The tables `cover`, `hours`, `burden` and `wishes`.
pub(super) fn tables(period: &Period, verdict: &RosterVerdict) -> Vec<ResultTable> {
    vec![cover(period, verdict), hours(verdict), burden(verdict), wishes(period, verdict)]
}

fn minutes(minutes: Minutes) -> Cell {
    Cell::Integer(minutes.0)
}

fn cover(period: &Period, verdict: &RosterVerdict) -> ResultTable {
    let columns = vec![
        whole("row", "", "Which of the period's cover rows, from 0."),
        text("unit", "Where."),
        text("who", "Staff groups, competences, functions and experience that count; empty: all but trainees."),
        text("date", "The date."),
        text("from", "From when."),
        text("to", "Until when."),
        whole("min", "persons", "The fewest that must be there."),
        whole("target", "persons", "How many are wanted."),
        whole("fewest", "persons", "The fewest at any minute."),
        whole("most", "persons", "The most at any minute."),
        whole("short_minutes", "min", "Person-minutes below the minimum."),
        whole("below_target_minutes", "min", "Person-minutes between minimum and target that are missing."),
        whole("surplus_minutes", "min", "Person-minutes above the surplus limit."),
    ];
    let rows = verdict.cover.iter().map(|it| {
        let row = &period.cover[it.cover];
        vec![
            it.cover.into(),
            row.unit.as_str().into(),
            super::who(&row.who).join(", ").into(),
            it.date.to_string().into(),
            it.from.danish_time().to_string().into(),
            it.to.danish_time().to_string().into(),
            it.min.into(),
            it.target.into(),
            it.fewest.into(),
            it.most.into(),
            minutes(it.short),
            minutes(it.below_target),
            minutes(it.surplus),
        ]
    });
    table("cover", "Every cover row on each of its dates.", columns, rows.collect())
}

fn hours(verdict: &RosterVerdict) -> ResultTable {
    let columns = vec![
        text("person", "Who."),
        text("first", "The norm period's first date."),
        text("last", "Its last date, or the roster's if that comes first."),
        ResultColumn::new("ends", CellKind::Bool, "", "Whether the norm period ends here."),
        whole("owed_minutes", "min", "The norm of these dates."),
        whole("worked_minutes", "min", "Worked and credited, what came before the roster among it."),
        whole("balance_minutes", "min", "Worked less owed."),
    ];
    let rows = verdict.norms.iter().map(|it| {
        vec![
            it.person.as_str().into(),
            it.first.to_string().into(),
            it.last.to_string().into(),
            it.ends.into(),
            minutes(it.owed),
            minutes(it.worked),
            minutes(it.worked - it.owed),
        ]
    });
    table("hours", "Every person's hours in each norm period.", columns, rows.collect())
}

fn burden(verdict: &RosterVerdict) -> ResultTable {
    let columns = vec![
        text("person", "Who."),
        text("kind", "evenings, nights, weekends, public_holidays or on_call."),
        whole("before_minutes", "min", "Carried above a fair share before the period (negative: below)."),
        whole("minutes", "min", "Time on duty of the kind."),
        ResultColumn::new("fair_hours", CellKind::Number, "hours", "The fair share."),
        ResultColumn::new("above_hours", CellKind::Number, "hours", "Above the fair share, what was before among it."),
    ];
    let rows = verdict.burdens.iter().map(|it| {
        vec![
            it.person.as_str().into(),
            it.kind.word().into(),
            minutes(it.before),
            minutes(it.carried),
            it.fair_hours.into(),
            it.above_hours().into(),
        ]
    });
    table("burden", "Every person's shift burden of each kind.", columns, rows.collect())
}

fn wishes(period: &Period, verdict: &RosterVerdict) -> ResultTable {
    let columns = vec![
        text("wish", "The wish."),
        text("person", "Whose."),
        text("wants", "off, on, kind, not_kind or shift."),
        text("what", "The kind of shift, or the shift."),
        text("from", "The first date."),
        text("to", "The last date."),
        ResultColumn::new("hard", CellKind::Bool, "", "Whether the roster must keep it."),
        ResultColumn::new("kept", CellKind::Bool, "", "Whether it is kept."),
    ];
    let rows = period.wishes.iter().zip(&verdict.wishes).map(|(wish, found)| {
        let (wants, what): (&str, Cell) = match &wish.wanted {
            Wanted::Off => ("off", Cell::Missing),
            Wanted::On => ("on", Cell::Missing),
            Wanted::Kind(kind) => ("kind", kind.word().into()),
            Wanted::NotKind(kind) => ("not_kind", kind.word().into()),
            Wanted::Shift(shift) => ("shift", shift.as_str().into()),
        };
        vec![
            wish.id.as_str().into(),
            wish.person.as_str().into(),
            wants.into(),
            what,
            wish.from.to_string().into(),
            wish.to.to_string().into(),
            (wish.strength == Strength::Hard).into(),
            found.kept.into(),
        ]
    });
    table("wishes", "What became of each wish.", columns, rows.collect())
}

/// Hours above the norm where a norm period ends, and what rules give supplements for.
pub(super) fn pay_found(verdict: &RosterVerdict) -> Vec<PayFound> {
    let above = verdict.norms.iter().filter(|it| it.ends && it.worked > it.owed).map(|it| PayFound {
        person: it.person.clone(),
        date: it.last,
        category: PayCategory::AboveNorm,
        rule: None,
        minutes: it.worked - it.owed,
    });
    let by_rule = |it: &RulePrice| {
        let person = it.found.person.clone()?;
        let (category, date) = match it.found.kind {
            // It ends with the midnight after the last date.
            ClauseKind::Overtime => (PayCategory::Overtime, it.found.to.danish_date() - 1),
            ClauseKind::MovedDuty => (PayCategory::MovedDuty, it.found.from.danish_date()),
            _ => return None,
        };
        Some(PayFound { person, date, category, rule: Some(it.found.rule.clone()), minutes: it.minutes })
    };
    above.chain(verdict.priced.iter().filter_map(by_rule)).collect()
}

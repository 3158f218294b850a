//! Writes a period file: an entry a line, times with their offset.

mod demand;
mod person;

use super::row::Row;
use super::shapes::PERIOD_SCHEMA;
use crate::day::Clock;
use crate::day::write::JsonLines;
use leon_model::{LocalAgreement, Minutes, ParameterValue, Period, RosterGoal, RosterGoals, ShiftType, TimeOfDay};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::collections::BTreeMap;

/// A period file that is read again as the same period. Packs of rules are named, not written out.
///
/// ```
/// use leon_formats::period::{EXAMPLE, read_period, write_period};
/// let period = read_period("period.json", EXAMPLE).period.unwrap();
/// assert_eq!(read_period("period.json", &write_period(&period)).period.unwrap(), period);
/// ```
pub fn write_period(period: &Period) -> String {
    let clock = Clock::copenhagen();
    let mut file = JsonLines::new(PERIOD_SCHEMA);
    file.field("first", &period.first.to_string());
    file.field("last", &period.last.to_string());
    if let Some(announced) = period.announced {
        file.field("announced", &clock.label(announced));
    }
    if period.synthetic {
        file.field("synthetic", &true);
    }
    file.field("rules", &period.packs.iter().map(|it| it.id.as_str()).collect::<Vec<_>>());
    if period.goals != RosterGoals::default() {
        file.field("goals", &period.goals.levels.iter().map(|it| Level(it)).collect::<Vec<_>>());
    }
    file.list("local_agreements", period.local_agreements.iter().map(local_agreement));
    file.list(
        "public_holidays",
        period.public_holidays.iter().map(|it| {
            let row = Row::default().with("date", it.date.to_string()).unless("", "name", &it.name);
            row.unless("00:00".to_owned(), "begins", it.begins.to_string()).unless(true, "lowers_norm", it.lowers_norm)
        }),
    );
    file.list(
        "units",
        period
            .units
            .iter()
            .map(|it| Row::default().with("id", it.id.as_str()).with("name", &it.name).with("kind", it.kind.word())),
    );
    file.list(
        "pools",
        period.pools.iter().map(|it| {
            let lends_to: Vec<&str> = it.lends_to.iter().map(|it| it.as_str()).collect();
            Row::default().with("id", it.id.as_str()).with("lends_to", lends_to)
        }),
    );
    file.list(
        "groups",
        period.groups.iter().map(|it| {
            let row = Row::default().with("id", it.id.as_str());
            let row = row.unless("", "name_da", &it.name_da).unless("", "name_en", &it.name_en).with("level", it.level);
            row.with("dkk_per_hour", it.dkk_per_hour.0).with("overtime_dkk_per_hour", it.overtime_dkk_per_hour.0)
        }),
    );
    file.list(
        "competences",
        period.competences.iter().map(|it| {
            Row::default().with("id", it.id.as_str()).with("name_da", &it.name_da).with("name_en", &it.name_en)
        }),
    );
    file.list(
        "functions",
        period.functions.iter().map(|it| {
            Row::default().with("id", it.id.as_str()).some("competence", it.competence.as_ref().map(|it| it.as_str()))
        }),
    );
    file.list("shift_types", period.shift_types.iter().map(shift_type));
    file.list("people", period.people.iter().map(|it| person::person(it, &clock)));
    file.list("cover", period.cover.iter().map(demand::cover));
    file.list("mix", period.mix.iter().map(demand::mix));
    if let Some(round) = period.wish_round {
        let row = Row::default().with("from", clock.label(round.opens)).with("to", clock.label(round.closes));
        file.field("wish_round", &row.with("wishes_max", round.wishes_max).with("hard_max", round.hard_max));
    }
    file.list("wishes", period.wishes.iter().map(|it| demand::wish(it, &clock)));
    file.finish()
}

/// Hours from whole minutes, which the reader rounds to the minute they came from.
fn hours(minutes: Minutes) -> f64 {
    minutes.to_hours().0
}

fn time(time: TimeOfDay) -> String {
    time.to_string()
}

fn shift_type(it: &ShiftType) -> Row {
    Row::default()
        .with("id", it.id.as_str())
        .with("unit", it.unit.as_str())
        .with("kind", it.kind.word())
        .with("start", time(it.start))
        .with("end", time(it.end))
        .unless(0, "pause_minutes", it.pause.0)
        .unless(true, "pause_paid", it.pause_paid)
        .unless(1.0, "hour_counts", it.hour_counts)
        .list("groups", it.groups.iter().map(|it| it.as_str()))
        .list("functions", it.functions.iter().map(|it| it.as_str()))
}

fn local_agreement(it: &LocalAgreement) -> Row {
    let clauses = it.clauses.iter().map(|it| {
        let row = Row::default().with("replaces", it.replaces.as_str());
        row.some(
            "parameters",
            it.clause.as_ref().map(|clause| {
                clause.values().into_iter().map(|(name, value)| (name, Parameter(value))).collect::<BTreeMap<_, _>>()
            }),
        )
    });
    Row::default()
        .with("id", it.id.as_str())
        .with("parties", &it.parties)
        .with("signed", it.signed.to_string())
        .some("from", it.from.map(|it| it.to_string()))
        .some("to", it.to.map(|it| it.to_string()))
        .list("units", it.units.iter().map(|it| it.as_str()))
        .list("clauses", clauses)
}

struct Parameter(ParameterValue);

impl Serialize for Parameter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            ParameterValue::Number(it) => it.serialize(serializer),
            ParameterValue::Flag(it) => it.serialize(serializer),
            ParameterValue::Text(it) => it.serialize(serializer),
        }
    }
}

/// A level of goals: its weights by their words.
struct Level<'a>(&'a [(RosterGoal, f64)]);

impl Serialize for Level<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (goal, weight) in self.0 {
            map.serialize_entry(goal.word(), weight)?;
        }
        map.end()
    }
}

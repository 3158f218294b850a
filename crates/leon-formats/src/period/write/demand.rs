//! Cover, mix and wishes as they are written.

use super::time;
use crate::day::Clock;
use crate::period::fields::weekday_word;
use crate::period::row::Row;
use leon_model::{Cover, CoverEvidence, CoverNeed, Days, Mix, MixRow, Span, Strength, Wanted, Who, Wish};

pub(super) fn cover(it: &Cover) -> Row {
    let row = place(Row::default().with("unit", it.unit.as_str()), &it.days, it.span)
        .some("who", who(&it.who))
        .list("kinds", it.kinds.iter().map(|it| it.word()))
        .with("min", it.need.min());
    let row = match it.need {
        CoverNeed::Table { target, .. } => row.with("target", target),
        CoverNeed::Demand { mean, standard_deviation, service_level, .. } => {
            let demand = Row::default().with("mean", mean).with("standard_deviation", standard_deviation);
            row.with("demand", demand.with("service_level", service_level))
        }
    };
    let evidence = |it: &CoverEvidence| Row::default().with("class", it.class.as_str()).with("source", &it.source);
    row.some("surplus", it.surplus)
        .unless(1.0, "weight", it.weight)
        .some("evidence", it.evidence.as_ref().map(evidence))
}

fn place(row: Row, days: &Days, span: Span) -> Row {
    let weekdays = days.weekdays.iter().map(|it| weekday_word(*it).to_owned());
    let all: Vec<String> = weekdays.chain(days.dates.iter().map(ToString::to_string)).collect();
    row.with("days", all)
        .unless(false, "holidays_as_sundays", days.holidays_as_sundays)
        .with("from", time(span.from))
        .with("to", time(span.to))
}

fn who(it: &Who) -> Option<Row> {
    let row = Row::default()
        .list("groups", it.groups.iter().map(|it| it.as_str()))
        .list("competences", it.competences.iter().map(|it| it.as_str()))
        .list("functions", it.functions.iter().map(|it| it.as_str()))
        .list("experience", it.experience.iter().map(|it| it.word()));
    Some(row).filter(|it| !it.is_empty())
}

pub(super) fn mix(it: &MixRow) -> Row {
    let row = place(Row::default().with("unit", it.unit.as_str()), &it.days, it.span);
    let somebody = |it: &Who| who(it).unwrap_or_default();
    let row = match &it.mix {
        Mix::AtLeast { count, of } => row.with("at_least", count).with("of", somebody(of)),
        Mix::AtMostPer { of, factor, per } => {
            row.with("of", somebody(of)).with("at_most_each", factor).with("per", somebody(per))
        }
    };
    row.unless(1.0, "weight", it.weight)
}

pub(super) fn wish(it: &Wish, clock: &Clock) -> Row {
    let row = Row::default().with("id", it.id.as_str()).with("person", it.person.as_str());
    let row = match &it.wanted {
        Wanted::Off => row.with("wants", "off"),
        Wanted::On => row.with("wants", "on"),
        Wanted::Kind(kind) => row.with("wants", "kind").with("kind", kind.word()),
        Wanted::NotKind(kind) => row.with("wants", "not_kind").with("kind", kind.word()),
        Wanted::Shift(shift) => row.with("wants", "shift").with("shift", shift.as_str()),
    };
    let row = row.with("from", it.from.to_string()).unless(it.from.to_string(), "to", it.to.to_string());
    let row = match it.strength {
        Strength::Hard => row.with("hard", true),
        Strength::Soft(weight) => row.unless(1.0, "weight", weight),
    };
    row.some("stated", it.stated.map(|it| clock.label(it)))
}

//! People as they are written.

use super::{hours, time};
use crate::day::Clock;
use crate::period::row::Row;
use leon_model::{Burden, Consideration, Contract, Experience, History, Hours, Person, Restriction, ShiftKind};

pub(super) fn person(it: &Person, clock: &Clock) -> Row {
    let workplaces =
        it.workplaces.iter().map(|it| Row::default().with("unit", it.unit.as_str()).unless(1.0, "share", it.share));
    let absences = it.absences.iter().map(|it| {
        Row::default()
            .with("kind", it.kind.word())
            .with("from", clock.label(it.from))
            .with("to", clock.label(it.to))
            .unless(0.0, "credited_hours", hours(it.credited))
            .some("told", it.told.map(|it| clock.label(it)))
    });
    let fixed_duties = it.fixed_duties.iter().map(|it| {
        let row = Row::default().unless("", "label", &it.label);
        row.with("from", clock.label(it.start)).with("to", clock.label(it.end))
    });
    let wish_account = it.wish_account.iter().map(|it| {
        let row = Row::default().with("year", it.year).with("granted", it.granted).with("refused", it.refused);
        row.unless(0, "popular", it.popular)
    });
    Row::default()
        .with("id", it.id.as_str())
        .with("group", it.group.as_str())
        .list("competences", it.competences.iter().map(|it| it.as_str()))
        .unless(Experience::Experienced.word(), "experience", it.experience.word())
        .with("contract", contract(&it.contract))
        .list("workplaces", workplaces)
        .some("leader", it.leader.as_ref().map(|it| it.as_str()))
        .list("pools", it.pools.iter().map(|it| it.as_str()))
        .list("considerations", it.considerations.iter().map(consideration))
        .list("absences", absences)
        .list("fixed_duties", fixed_duties)
        .some("history", Some(history(&it.history, clock)).filter(|it| !it.is_empty()))
        .list("wish_account", wish_account)
}

fn contract(it: &Contract) -> Row {
    let norm = Row::default().with("first", it.norm.first.to_string()).with("weeks", it.norm.weeks);
    Row::default()
        .with("agreement", it.agreement.as_str())
        .with("hours_per_week", it.hours_per_week.0)
        .unless(Hours(37.0).0, "full_time_hours_per_week", it.full_time_hours_per_week.0)
        .with("norm", norm.unless(0.0, "worked_hours", hours(it.norm.worked)))
        .unless(false, "opted_out", it.opted_out)
        .some("posted", it.posted.map(|it| it.to_string()))
        .unless(false, "project_post", it.project_post)
}

fn consideration(it: &Consideration) -> Row {
    let row = Row::default().with("reason", it.reason.word());
    match &it.restriction {
        Restriction::None => row,
        Restriction::NotKinds(kinds) => row.list("not_kinds", kinds.iter().map(|it| ShiftKind::word(*it))),
        Restriction::NotBetween { from, to } => row.with("not_from", time(*from)).with("not_to", time(*to)),
        Restriction::LengthMax(most) => row.with("length_max_hours", hours(*most)),
        Restriction::NightsAWeekMax(most) => row.with("nights_a_week_max", most),
        Restriction::RestMin(least) => row.with("rest_min_hours", hours(*least)),
        Restriction::BurdenShareMax(share) => row.with("burden_share_max", share),
    }
}

fn history(it: &History, clock: &Clock) -> Row {
    let duties = it.duties.iter().map(|it| {
        let row = Row::default().with("kind", it.kind.word());
        row.with("from", clock.label(it.start)).with("to", clock.label(it.end))
    });
    let weeks = it.weeks.iter().map(|it| {
        Row::default()
            .with("monday", it.monday.to_string())
            .with("hours", hours(it.hours))
            .unless(0.0, "night_hours", hours(it.night_hours))
            .unless(false, "weekend", it.weekend)
            .unless(0, "days_away", it.days_away)
    });
    let burden = Burden::ALL
        .into_iter()
        .fold(Row::default(), |row, kind| row.unless(0.0, kind.word(), hours(it.burden.of(kind))));
    let row = Row::default().list("duties", duties).list("weeks", weeks);
    row.some("burden_hours", Some(burden).filter(|it| !it.is_empty()))
}

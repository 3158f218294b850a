//! Reads people: contract, workplaces, considerations, absences, history.

use crate::cause::Cause;
use crate::day::entry::Entry;
use crate::period::fields::{by_word, by_words, date, hours, moment, time_of_day};
use leon_model::{
    Absence, AbsenceKind, Burden, BurdenAccount, Consideration, Contract, Experience, FixedDuty, History, Hours,
    Minutes, Moment, NormPeriod, PastDuty, PastWeek, Person, Reason, Restriction, ShiftKind, WishYear, Workplace,
};

pub(super) fn person(entry: &Entry<'_, '_>) -> Person {
    Person {
        id: entry.id("id"),
        group: entry.id("group"),
        competences: entry.ids("competences"),
        experience: by_word(entry, "experience", &Experience::ALL, Experience::word).unwrap_or(Experience::Experienced),
        contract: entry.object("contract").map_or_else(no_contract, |it| contract(&it)),
        workplaces: entry
            .list("workplaces", |_, it| Workplace { unit: it.id("unit"), share: it.number("share").unwrap_or(1.0) }),
        leader: entry.optional_id("leader"),
        pools: entry.ids("pools"),
        considerations: entry.list("considerations", |_, it| consideration(it)),
        absences: entry.list("absences", |_, it| absence(it)),
        fixed_duties: entry.list("fixed_duties", |_, it| FixedDuty {
            label: it.text("label").unwrap_or_default(),
            start: moment(it, "from").unwrap_or_default(),
            end: moment(it, "to").unwrap_or_default(),
        }),
        history: entry.object("history").map(|it| history(&it)).unwrap_or_default(),
        wish_account: entry.list("wish_account", |_, it| wish_year(it)),
    }
}

/// What stands in for a contract that could not be read, which is reported already.
fn no_contract() -> Contract {
    Contract {
        agreement: "".into(),
        hours_per_week: Hours(37.0),
        full_time_hours_per_week: Hours(37.0),
        norm: NormPeriod { first: leon_model::Date(0), weeks: 1, worked: Minutes(0) },
        opted_out: false,
        posted: None,
        project_post: false,
    }
}

fn contract(entry: &Entry<'_, '_>) -> Contract {
    let norm = entry.object("norm").map(|it| NormPeriod {
        first: date(&it, "first").unwrap_or_default(),
        weeks: it.small("weeks").map_or(1, u32::from),
        worked: hours(&it, "worked_hours").unwrap_or_default(),
    });
    Contract {
        agreement: entry.id("agreement"),
        hours_per_week: Hours(entry.number("hours_per_week").unwrap_or(37.0)),
        full_time_hours_per_week: Hours(entry.number("full_time_hours_per_week").unwrap_or(37.0)),
        norm: norm.unwrap_or(no_contract().norm),
        opted_out: entry.flag("opted_out").unwrap_or(false),
        posted: date(entry, "posted"),
        project_post: entry.flag("project_post").unwrap_or(false),
    }
}

fn consideration(entry: &Entry<'_, '_>) -> Consideration {
    let between = time_of_day(entry, "not_from").zip(time_of_day(entry, "not_to"));
    let said = [
        entry
            .has("not_kinds")
            .then(|| Restriction::NotKinds(by_words(entry, "not_kinds", &ShiftKind::ALL, ShiftKind::word))),
        between.map(|(from, to)| Restriction::NotBetween { from, to }),
        hours(entry, "length_max_hours").map(Restriction::LengthMax),
        entry.small("nights_a_week_max").map(|it| Restriction::NightsAWeekMax(it.into())),
        hours(entry, "rest_min_hours").map(Restriction::RestMin),
        entry.number("burden_share_max").map(Restriction::BurdenShareMax),
    ];
    let mut said = said.into_iter().flatten();
    let restriction = said.next().unwrap_or(Restriction::None);
    if said.next().is_some() || entry.has("not_from") != entry.has("not_to") {
        entry.report("", Cause::RestrictionUnclear {});
    }
    let reason = by_word(entry, "reason", &Reason::ALL, Reason::word).unwrap_or(Reason::Health);
    Consideration { reason, restriction }
}

fn absence(entry: &Entry<'_, '_>) -> Absence {
    Absence {
        kind: by_word(entry, "kind", &AbsenceKind::ALL, AbsenceKind::word).unwrap_or(AbsenceKind::Leave),
        from: moment(entry, "from").unwrap_or_default(),
        to: moment(entry, "to").unwrap_or_default(),
        credited: hours(entry, "credited_hours").unwrap_or_default(),
        told: moment(entry, "told"),
    }
}

fn history(entry: &Entry<'_, '_>) -> History {
    let burden = entry.object("burden_hours");
    let of = |kind: Burden| burden.as_ref().and_then(|it| hours(it, kind.word())).unwrap_or_default();
    History {
        duties: entry.list("duties", |_, it| PastDuty {
            kind: by_word(it, "kind", &ShiftKind::ALL, ShiftKind::word).unwrap_or(ShiftKind::Day),
            start: moment(it, "from").unwrap_or(Moment(0)),
            end: moment(it, "to").unwrap_or(Moment(0)),
        }),
        weeks: entry.list("weeks", |_, it| PastWeek {
            monday: date(it, "monday").unwrap_or_default(),
            hours: hours(it, "hours").unwrap_or_default(),
            night_hours: hours(it, "night_hours").unwrap_or_default(),
            weekend: it.flag("weekend").unwrap_or(false),
            days_away: it.small("days_away").unwrap_or(0),
        }),
        burden: BurdenAccount(Burden::ALL.map(of)),
    }
}

fn wish_year(entry: &Entry<'_, '_>) -> WishYear {
    WishYear {
        year: entry.count("year").and_then(|it| i32::try_from(it).ok()).unwrap_or_default(),
        granted: entry.count("granted").unwrap_or_default(),
        refused: entry.count("refused").unwrap_or_default(),
        popular: entry.count("popular").unwrap_or_default(),
    }
}

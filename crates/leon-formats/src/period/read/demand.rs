//! Reads what is asked for: cover, mix, wishes.

use crate::cause::Cause;
use crate::day::entry::Entry;
use crate::period::fields::{by_word, by_words, date, days, moment, span};
use crate::period::shapes::WANTED;
use leon_model::{
    Cover, CoverEvidence, CoverNeed, EvidenceClass, Experience, Mix, MixRow, ShiftKind, Strength, Wanted, Who, Wish,
    WishRound,
};

pub(super) fn cover(entry: &Entry<'_, '_>) -> Cover {
    let min = entry.count("min").unwrap_or(0);
    let demand = entry.object("demand");
    if demand.is_some() && entry.has("target") {
        entry.report("target", Cause::TargetAndDemand {});
    }
    let need = match demand {
        Some(it) => CoverNeed::Demand {
            min,
            mean: it.number("mean").unwrap_or_default(),
            standard_deviation: it.number("standard_deviation").unwrap_or_default(),
            service_level: it.number("service_level").unwrap_or(0.5),
        },
        None => CoverNeed::Table { min, target: entry.count("target").unwrap_or(min) },
    };
    Cover {
        unit: entry.id("unit"),
        days: days(entry),
        span: span(entry),
        who: who(entry, "who"),
        kinds: by_words(entry, "kinds", &ShiftKind::ALL, ShiftKind::word),
        need,
        surplus: entry.count("surplus"),
        weight: entry.number("weight").unwrap_or(1.0),
        evidence: entry.object("evidence").map(|it| CoverEvidence {
            class: it.word("class", EvidenceClass::parse).unwrap_or(EvidenceClass::Assumption),
            source: it.text("source").unwrap_or_default(),
        }),
    }
}

fn who(entry: &Entry<'_, '_>, name: &str) -> Who {
    let Some(it) = entry.object(name) else { return Who::default() };
    Who {
        groups: it.ids("groups"),
        competences: it.ids("competences"),
        functions: it.ids("functions"),
        experience: by_words(&it, "experience", &Experience::ALL, Experience::word),
    }
}

pub(super) fn mix(entry: &Entry<'_, '_>) -> MixRow {
    let (of, per) = (who(entry, "of"), who(entry, "per"));
    let says_most = entry.has("at_most_each") && entry.has("per");
    let mix = match (entry.count("at_least"), entry.number("at_most_each").filter(|_| says_most)) {
        (Some(count), None) if !entry.has("at_most_each") && !entry.has("per") => Mix::AtLeast { count, of },
        (None, Some(factor)) => Mix::AtMostPer { of, factor, per },
        _ => {
            entry.report("", Cause::MixUnclear {});
            Mix::AtLeast { count: 1, of }
        }
    };
    MixRow {
        unit: entry.id("unit"),
        days: days(entry),
        span: span(entry),
        mix,
        weight: entry.number("weight").unwrap_or(1.0),
    }
}

pub(super) fn wish_round(entry: &Entry<'_, '_>) -> WishRound {
    WishRound {
        opens: moment(entry, "from").unwrap_or_default(),
        closes: moment(entry, "to").unwrap_or_default(),
        wishes_max: entry.count("wishes_max").unwrap_or_default(),
        hard_max: entry.count("hard_max").unwrap_or_default(),
    }
}

pub(super) fn wish(entry: &Entry<'_, '_>) -> Wish {
    let wants = by_word(entry, "wants", WANTED, |it| it);
    let kind = by_word(entry, "kind", &ShiftKind::ALL, ShiftKind::word);
    let wanted = match (wants, kind, entry.optional_id("shift")) {
        (Some("off"), None, None) => Some(Wanted::Off),
        (Some("on"), None, None) => Some(Wanted::On),
        (Some("kind"), Some(kind), None) => Some(Wanted::Kind(kind)),
        (Some("not_kind"), Some(kind), None) => Some(Wanted::NotKind(kind)),
        (Some("shift"), None, Some(shift)) => Some(Wanted::Shift(shift)),
        _ => None,
    };
    if let (None, Some(wants)) = (&wanted, wants) {
        entry.report("wants", Cause::WishUnclear { wants: wants.to_owned() });
    }
    let from = date(entry, "from").unwrap_or_default();
    let strength = match entry.flag("hard") {
        Some(true) => Strength::Hard,
        _ => Strength::Soft(entry.number("weight").unwrap_or(1.0)),
    };
    Wish {
        id: entry.id("id"),
        person: entry.id("person"),
        wanted: wanted.unwrap_or(Wanted::Off),
        from,
        to: date(entry, "to").unwrap_or(from),
        strength,
        stated: moment(entry, "stated"),
    }
}

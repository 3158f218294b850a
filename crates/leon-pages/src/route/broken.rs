//! A rule that a plan breaks, as a sentence with names and times.

use super::words::Words;
use fluent_templates::fluent_bundle::FluentValue;
use leon_check::{RouteBroken, StopKey};
use leon_model::{CarerId, Doing, Mode, Moment, TransportId, VisitId};

type Variables = Vec<(&'static str, FluentValue<'static>)>;

/// What is broken, where, and what is asked for.
pub fn sentence(broken: &RouteBroken, words: &Words<'_>) -> String {
    let (key, variables) = said(broken, words);
    words.voice.text_with(key, &variables)
}

fn said(broken: &RouteBroken, words: &Words<'_>) -> (&'static str, Variables) {
    let id = |id: &dyn ToString| FluentValue::from(id.to_string());
    let count = |count: usize| FluentValue::from(words.voice.count(count));
    let visit = |visit: &VisitId| ("visit", FluentValue::from(words.visit(visit)));
    let carer = |carer: &CarerId| ("carer", id(carer));
    let shift = |carer: &CarerId, shift: usize| ("shift", FluentValue::from(words.shift(carer, shift)));
    let slot = |slot: usize| ("slot", count(slot + 1));
    let pause = |pause: usize| ("pause", count(pause + 1));
    let time = |name, moment: Moment| (name, FluentValue::from(words.exact(moment)));
    let length = |name, seconds: leon_model::Seconds| (name, FluentValue::from(words.minutes(seconds)));
    let stop = |it: &StopKey| ("stop", FluentValue::from(stop(it, words)));
    match broken {
        RouteBroken::UnknownCarer { carer: c } => ("broken-unknown-carer", vec![carer(c)]),
        RouteBroken::UnknownShift { carer: c, shift } => {
            ("broken-unknown-shift", vec![carer(c), ("shift", count(shift + 1))])
        }
        RouteBroken::RouteTwice { carer: c, shift: s, routes } => {
            ("broken-route-twice", vec![carer(c), shift(c, *s), ("routes", count(*routes))])
        }
        RouteBroken::NoVisits { carer: c, shift: s } => ("broken-no-visits", vec![carer(c), shift(c, *s)]),
        RouteBroken::UnknownVisit { carer: c, visit: v } => ("broken-unknown-visit", vec![carer(c), ("visit", id(v))]),
        RouteBroken::UnknownSlot { carer: c, visit: v, slot: s, slots } => {
            ("broken-unknown-slot", vec![carer(c), visit(v), slot(*s), ("slots", count(*slots))])
        }
        RouteBroken::UnknownPause { carer: c, shift: s, pause: p, pauses } => {
            ("broken-unknown-pause", vec![carer(c), shift(c, *s), pause(*p), ("pauses", count(*pauses))])
        }
        RouteBroken::WrongTransport { carer: c, shift: s, transport, allowed } => {
            let allowed = transports(allowed.iter().map(Some), words);
            let transport = transports([transport.as_ref()].into_iter(), words);
            let variables = vec![carer(c), shift(c, *s), ("transport", transport.into()), ("allowed", allowed.into())];
            ("broken-wrong-transport", variables)
        }
        RouteBroken::NoWay { stop: s, transport, from, to } => {
            ("broken-no-way", vec![stop(s), ("transport", id(transport)), ("from", id(from)), ("to", id(to))])
        }
        RouteBroken::WrongTravel { stop: s, said, found } => {
            ("broken-wrong-travel", vec![stop(s), length("said", *said), length("found", *found)])
        }
        RouteBroken::WrongArrival { stop: s, arrive, leaves, travel } => (
            "broken-wrong-arrival",
            vec![stop(s), time("arrive", *arrive), time("leaves", *leaves), length("travel", *travel)],
        ),
        RouteBroken::BeforeArrival { stop: s, start, arrive } => {
            ("broken-before-arrival", vec![stop(s), time("start", *start), time("arrive", *arrive)])
        }
        RouteBroken::WrongEnd { stop: s, start, end, duration } => {
            ("broken-wrong-end", vec![stop(s), time("start", *start), time("end", *end), length("duration", *duration)])
        }
        RouteBroken::BeforeShift { carer: c, shift: s, leave, begins } => {
            ("broken-before-shift", vec![carer(c), shift(c, *s), time("leave", *leave), time("begins", *begins)])
        }
        RouteBroken::OutsideWindows { visit: v, slot: _, carer: c, start, windows } => {
            let spans: Vec<_> = windows.iter().map(|&(open, close)| words.span(open, close)).collect();
            let spans = ("windows", spans.join(", ").into());
            ("broken-outside-windows", vec![visit(v), carer(c), time("start", *start), spans])
        }
        RouteBroken::CompetenceMissing { visit: v, slot: _, carer: c, competence } => {
            ("broken-competence", vec![visit(v), carer(c), ("competence", id(competence))])
        }
        RouteBroken::GroupNotAllowed { visit: v, slot: _, carer: c, group, allowed } => {
            let allowed: Vec<_> = allowed.iter().map(ToString::to_string).collect();
            ("broken-group", vec![visit(v), carer(c), ("group", id(group)), ("allowed", allowed.join(", ").into())])
        }
        RouteBroken::Forbidden { visit: v, slot: _, carer: c } => ("broken-forbidden", vec![visit(v), carer(c)]),
        RouteBroken::TraineeMismatch { visit: v, slot: s, carer: c, trainee } => {
            (if *trainee { "broken-trainee" } else { "broken-no-trainee" }, vec![visit(v), slot(*s), carer(c)])
        }
        RouteBroken::WrongMode { visit: v, slot: _, carer: c, by_screen: _, mode } => {
            let key = match mode {
                Mode::Screen => "broken-mode-screen",
                Mode::Physical | Mode::Either => "broken-mode-physical",
            };
            (key, vec![visit(v), carer(c)])
        }
        RouteBroken::SlotTwice { visit: v, slot: s, times } => {
            ("broken-slot-twice", vec![visit(v), slot(*s), ("times", count(*times))])
        }
        RouteBroken::SameCarer { visit: v, carer: c, first, second } => {
            ("broken-same-carer", vec![visit(v), carer(c), ("first", count(first + 1)), ("second", count(second + 1))])
        }
        RouteBroken::PartlyFilled { visit: v, slot: s } => ("broken-partly-filled", vec![visit(v), slot(*s)]),
        RouteBroken::NotTogether { visit: v, slot: s, gap, from, to } => (
            "broken-not-together",
            vec![visit(v), slot(*s), length("gap", *gap), length("from", *from), length("to", *to)],
        ),
        RouteBroken::OrderBroken { order, gap } => {
            let first = ("first", words.visit(&order.first).into());
            let second = ("second", words.visit(&order.second).into());
            let mut variables = vec![first, second, length("gap", *gap), length("least", order.gap_min)];
            variables.extend(order.gap_max.map(|it| length("most", it)));
            (if order.gap_max.is_some() { "broken-order-between" } else { "broken-order" }, variables)
        }
        RouteBroken::PauseMissing { carer: c, shift: s, pause: p } => {
            ("broken-pause-missing", vec![carer(c), shift(c, *s), pause(*p)])
        }
        RouteBroken::PauseTwice { carer: c, shift: s, pause: p, times } => {
            ("broken-pause-twice", vec![carer(c), shift(c, *s), pause(*p), ("times", count(*times))])
        }
        RouteBroken::PauseOutside { stop: s, start, earliest, latest } => (
            "broken-pause-outside",
            vec![stop(s), time("start", *start), time("earliest", *earliest), time("latest", *latest)],
        ),
        RouteBroken::WrongDone { carer: c, shift: s, done, last, travel } => (
            "broken-wrong-done",
            vec![carer(c), shift(c, *s), time("done", *done), time("last", *last), length("travel", *travel)],
        ),
        RouteBroken::TooLate { carer: c, shift: s, done, latest } => {
            ("broken-too-late", vec![carer(c), shift(c, *s), time("done", *done), time("latest", *latest)])
        }
        RouteBroken::TravelMax { carer: c, shift: s, travel, most } => {
            ("broken-travel-max", vec![carer(c), shift(c, *s), length("travel", *travel), length("most", *most)])
        }
        RouteBroken::VisitsMax { carer: c, shift: s, visits, most } => {
            let most = ("most", count(*most as usize));
            ("broken-visits-max", vec![carer(c), shift(c, *s), ("visits", count(*visits)), most])
        }
        RouteBroken::CarsMissing { pool, at, out, cars } => (
            "broken-cars",
            vec![("pool", id(pool)), time("at", *at), ("out", count(*out)), ("cars", count(*cars as usize))],
        ),
        RouteBroken::LeftOutUnknownVisit { visit: v } => ("broken-left-out-unknown", vec![("visit", id(v))]),
        RouteBroken::LeftOutUnknownSlot { visit: v, slot: s, slots } => {
            ("broken-left-out-slot", vec![visit(v), slot(*s), ("slots", count(*slots))])
        }
        RouteBroken::LeftOutFilled { visit: v, slot: s, carer: c } => {
            ("broken-left-out-filled", vec![visit(v), slot(*s), carer(c)])
        }
        RouteBroken::LeftOutTwice { visit: v, slot: s, times } => {
            ("broken-left-out-twice", vec![visit(v), slot(*s), ("times", count(*times))])
        }
        RouteBroken::LeftOutMissing { visit: v, slot: s } => ("broken-left-out-missing", vec![visit(v), slot(*s)]),
        RouteBroken::PinnedCarer { visit: v, slot: _, pinned, found } => {
            ("broken-pinned-carer", vec![visit(v), ("pinned", id(pinned)), ("found", id(found))])
        }
        RouteBroken::PinnedStart { visit: v, pinned, found } => {
            ("broken-pinned-start", vec![visit(v), time("pinned", *pinned), time("found", *found)])
        }
    }
}

/// A stop, as a sentence begins with it.
fn stop(key: &StopKey, words: &Words<'_>) -> String {
    let carer = ("carer", key.carer.to_string().into());
    match &key.doing {
        Some(Doing::Visit { visit, .. }) => {
            words.voice.text_with("stop-visit", &[carer, ("visit", words.visit(visit).into())])
        }
        Some(Doing::Pause { pause }) => {
            words.voice.text_with("stop-pause", &[carer, ("pause", words.voice.count(pause + 1).into())])
        }
        None => words.voice.text_with("stop-home", &[carer]),
    }
}

fn transports<'a>(ids: impl Iterator<Item = Option<&'a TransportId>>, words: &Words<'_>) -> String {
    let words: Vec<_> = ids.map(|it| it.map_or_else(|| words.voice.text("by-screen"), ToString::to_string)).collect();
    words.join(", ")
}

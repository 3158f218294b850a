//! A carer's visits as a calendar (iCalendar, RFC 5545).

use super::found;
use crate::day::Clock;
use crate::{Engagement, Lang, calendar};
use icalendar::Event;
use leon_model::{CarerId, Day, Doing, Moment, PauseKind, Route, RoutePlan, Stop};

/// The calendar of a carer: an event for each stop, in UTC. `made`: when the plan was made.
///
/// An event's UID stays the same from plan to plan of a day, so that calendars move it instead of showing it twice.
/// Its summary is the visit's label and id; where the citizen lives is not in it.
pub fn carer_calendar(day: &Day, plan: &RoutePlan, carer: &CarerId, made: Moment, clock: &Clock, lang: Lang) -> String {
    let mut calendar = calendar::calendar("-//Leon//Plan of visits//DA");
    for route in plan.routes.iter().filter(|it| it.carer == *carer) {
        for stop in &route.stops {
            calendar.push(event(day, route, stop, made, clock, lang));
        }
    }
    calendar.to_string()
}

/// When a carer is on the way by a published plan: each route from setting out to done. Nothing says whom they visit,
/// or where.
pub fn engagements(plan: &RoutePlan, carer: &CarerId, published: Moment, lang: Lang) -> Vec<Engagement> {
    let summary = match lang {
        Lang::Da => "Rute",
        Lang::En => "Route",
    };
    let own = plan.routes.iter().filter(|it| it.carer == *carer);
    own.map(|it| {
        let date = it.leave.danish_date();
        Engagement {
            key: format!("route {date} {}", it.shift),
            date,
            summary: summary.to_owned(),
            place: String::new(),
            start: it.leave,
            end: it.done,
            published,
        }
    })
    .collect()
}

fn event(day: &Day, route: &Route, stop: &Stop, made: Moment, clock: &Clock, lang: Lang) -> Event {
    let it = found(day, route, stop);
    let date = clock.date(stop.start);
    let (uid, summary) = match &stop.doing {
        Doing::Visit { visit, slot } => {
            let label = it.visit.map_or("", |it| it.label.as_str());
            (format!("{date}-{visit}-{slot}@leon"), format!("{label} ({visit})").trim_start().to_owned())
        }
        Doing::Pause { pause } => {
            let kind = it.pause.map_or(PauseKind::Break, |it| it.kind);
            let uid = format!("{date}-{}-{}-pause-{pause}@leon", route.carer, route.shift);
            (uid, pause_word(kind, lang).to_owned())
        }
    };
    calendar::event(&uid, &summary, made, (stop.start, stop.end))
}

fn pause_word(kind: PauseKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (PauseKind::Break, Lang::Da) => "Pause",
        (PauseKind::Break, Lang::En) => "Break",
        (PauseKind::Appointment, Lang::Da) => "Aftale",
        (PauseKind::Appointment, Lang::En) => "Appointment",
    }
}

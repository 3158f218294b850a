//! Changing a plan: a visit to another carer or time, held fast where it is or let go again, somebody sick, a visit
//! cancelled. What comes out is a new plan; the one before stays, and nothing is published by it.

use super::kept::{Kept, REPLAN, body, read, seen_plan};
use crate::app::App;
use crate::papers::{Paper, must_plan};
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::{Extension, Form};
use leon_formats::day::{Clock, write_events};
use leon_model::{CarerId, Day, Doing, Event, EventKind, Moment, Pin, Visit, VisitId};
use leon_pages::route::words::{Words, faults};
use leon_pages::texts::Voice;
use leon_route::{Disturbance, Iterations, ReplanError, ReplanOptions, Replanned, replan};
use leon_store::{AnswerId, NewAnswer};
use maud::{Markup, html};
use serde::Deserialize;

/// Rounds of search after the first answer, so that the same change always gives the same plan.
const ROUNDS: u64 = 2_000;
const SEED: u64 = 1;

/// What is to change. What is not given is empty.
#[derive(Debug, Default, Deserialize)]
pub struct Change {
    /// `move`, `pin`, `unpin`, `sick` or `cancelled`.
    what: String,
    #[serde(default)]
    visit: String,
    #[serde(default)]
    carer: String,
    /// The time of day: when a visit is to begin, or when something became known.
    #[serde(default)]
    at: String,
    /// Most citizens with a changed visit.
    #[serde(default)]
    citizens: String,
    /// Most changed visits of one carer.
    #[serde(default)]
    per_carer: String,
}

impl Change {
    /// A visit moved to a carer, a time or both.
    pub fn of_visit(visit: &str, carer: &str, at: &str) -> Self {
        let (visit, carer, at) = (visit.to_owned(), carer.to_owned(), at.to_owned());
        Self { what: "move".into(), visit, carer, at, ..Self::default() }
    }

    /// Rounds of search: none for what is held fast as it is, for then nothing else is to move.
    fn rounds(&self) -> u64 {
        if self.what == "pin" { 0 } else { ROUNDS }
    }
}

pub async fn change(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Redirect, Refused> {
    let (answer, document) = seen_plan(&app, &visitor, &AnswerId(id)).await?;
    must_plan(&app, &visitor, Paper::Day, &document.head.place).await?;
    let (before, voice) = (answer.id.clone(), visitor.voice);
    let (place, sha256) = (document.head.id.clone(), document.head.sha256.clone());
    let rounds = change.rounds();
    let changed = tokio::task::spawn_blocking(move || {
        let kept = read(document, answer)?;
        let (replanned, events) = changed(&kept, &change, rounds, voice)?;
        body(&replanned, &kept.answer.id, &events, rounds, SEED)
    });
    let body = changed.await.map_err(|_| Refused::Internal)??;
    let new = NewAnswer {
        document: &place,
        kind: REPLAN,
        asked: before.as_str(),
        input_sha256: &sha256,
        version: env!("CARGO_PKG_VERSION"),
        seed: &SEED.to_string(),
        budget: &format!("{rounds} iterations"),
        body: &body,
        by: visitor.by(),
        at: app.now(),
    };
    let id = app.store().add_answer(&new).await?;
    Ok(Redirect::to(&format!("/plans/{id}#effect")))
}

/// The plan after a change, and the change as a file of events.
pub fn changed(kept: &Kept, change: &Change, rounds: u64, voice: Voice) -> Result<(Replanned, String), Refused> {
    let events = events(kept, change).ok_or_else(|| Refused::Wrong(voice.text("adjust-wrong")))?;
    let limit = |text: &str| match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refused::Wrong(voice.text("adjust-limit-wrong"))),
    };
    let disturbance =
        Disturbance { per_citizen: None, per_carer: limit(&change.per_carer)?, citizens: limit(&change.citizens)? };
    let now = kept.change.as_ref().map(super::kept::Changed::now);
    let options = ReplanOptions { seed: SEED, budget: &Iterations(rounds), disturbance, now };
    let replanned = replan(&kept.file.day, &kept.plan, &events, &options).map_err(|error| match error {
        ReplanError::Events(problems) | ReplanError::Day(problems) => {
            let reason = faults(&problems, &kept.file.clock, voice);
            Refused::Wrong(voice.text_with("replan-refused", &[("reason", reason.into())]))
        }
        ReplanError::CheckFailed(_) => {
            eprintln!("leon: {error}");
            Refused::Internal
        }
    })?;
    Ok((replanned, write_events(&events)))
}

/// What a change asks for; `None` when something in it is missing or no time of day.
fn events(kept: &Kept, change: &Change) -> Option<Vec<Event>> {
    let day = &kept.file.day;
    let begins = day.carers.iter().flat_map(|it| &it.shifts).map(|it| it.start).min()?;
    let at = match change.at.trim() {
        "" => None,
        text => Some(moment(&kept.file.clock, begins, text)?),
    };
    // Before anybody has begun, unless something has happened already.
    let first = kept.change.as_ref().map_or(begins, super::kept::Changed::now);
    let given = |text: &str| !text.is_empty();
    let (at, kind) = match change.what.as_str() {
        "pin" => return pinned_as_planned(kept, &change.visit.as_str().into(), first),
        "unpin" if is_pinned(day, &change.visit) => {
            (first, EventKind::VisitUnpinned { visit: change.visit.as_str().into() })
        }
        "move" if given(&change.visit) && (given(&change.carer) || at.is_some()) => {
            let carer = given(&change.carer).then(|| change.carer.as_str().into());
            (first, EventKind::VisitPinned { visit: change.visit.as_str().into(), carer, start: at })
        }
        "sick" if given(&change.carer) => {
            (at.unwrap_or(first), EventKind::CarerSick { carer: change.carer.as_str().into() })
        }
        "cancelled" if given(&change.visit) => {
            (at.unwrap_or(first), EventKind::VisitCancelled { visit: change.visit.as_str().into() })
        }
        _ => return None,
    };
    Some(vec![Event { at, kind, reason: None }])
}

/// Holds a visit where the plan has it: everybody who comes, and when. `None`: nobody comes.
fn pinned_as_planned(kept: &Kept, visit: &VisitId, at: Moment) -> Option<Vec<Event>> {
    let stops = kept.plan.routes.iter().flat_map(|route| route.stops.iter().map(move |stop| (&route.carer, stop)));
    let mut coming: Vec<(usize, &CarerId, Moment)> = stops
        .filter_map(|(carer, stop)| match &stop.doing {
            Doing::Visit { visit: id, slot } if id == visit => Some((*slot, carer, stop.start)),
            _ => None,
        })
        .collect();
    coming.sort_unstable();
    // A pinned start is that of the first who come.
    let event = |(slot, carer, start): (usize, &CarerId, Moment)| {
        let (visit, carer, start) = (visit.clone(), Some(carer.clone()), (slot == 0).then_some(start));
        Event { at, kind: EventKind::VisitPinned { visit, carer, start }, reason: None }
    };
    Some(coming.into_iter().map(event).collect::<Vec<_>>()).filter(|it| !it.is_empty())
}

fn is_pinned(day: &Day, visit: &str) -> bool {
    day.visits.iter().any(|it| it.id.as_str() == visit && it.pin != Pin::default())
}

/// The instant of a time of day such as `09:30`, on the date on which the day begins.
fn moment(clock: &Clock, begins: Moment, text: &str) -> Option<Moment> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    if !(0..24).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    let wall = clock.midnight(&clock.date(begins))?.0 + hour * 3600 + minute * 60;
    // The clock may have been set since midnight.
    let reads = |it: &Moment| clock.time_of_day(*it) == format!("{hour:02}:{minute:02}");
    [0, -3600, 3600].map(|set| Moment(wall + set)).into_iter().find(reads)
}

/// The forms for a change. The first is also filled in by dragging a visit on the time bars.
pub fn forms(kept: &Kept, words: &Words<'_>) -> Markup {
    let voice = words.voice;
    let address = format!("/plans/{}/change", kept.answer.id);
    html! {
        section aria-labelledby="change-heading" {
            h2 id="change-heading" { (voice.text("adjust-title")) }
            p.lead { (voice.text("adjust-lead")) }
            div.columns {
                form.card method="post" action=(address) id="move" data-ask=(format!("/plans/{}/ask", kept.answer.id)) {
                    h3 { (voice.text("adjust-move")) }
                    (visit_field("move-visit", "", words))
                    (carer_field("move-carer", "", true, words))
                    (time_field("move-at", "adjust-move-at", words))
                    (limit_fields("move", voice))
                    p { button name="what" value="move" { (voice.text("adjust-move-do")) } }
                    div id="asked" role="status" {}
                }
                form.card method="post" action=(address) {
                    h3 { (voice.text("adjust-sick")) }
                    (carer_field("sick-carer", "", false, words))
                    (time_field("sick-at", "adjust-known-at", words))
                    (limit_fields("sick", voice))
                    p { button name="what" value="sick" { (voice.text("adjust-do")) } }
                }
                form.card method="post" action=(address) {
                    h3 { (voice.text("adjust-cancelled")) }
                    (visit_field("cancelled-visit", "", words))
                    (time_field("cancelled-at", "adjust-known-at", words))
                    p { button name="what" value="cancelled" { (voice.text("adjust-do")) } }
                }
                form.card method="post" action=(address) id="pin" {
                    h3 { (voice.text("adjust-pin")) }
                    p { (voice.text("adjust-pin-lead")) }
                    (visit_field("pin-visit", "", words))
                    p { button name="what" value="pin" { (voice.text("adjust-pin-do")) } }
                }
            }
            (pins(&address, words))
        }
    }
}

/// Visits that are held fast, each with the way to let it go; nothing when none is.
fn pins(address: &str, words: &Words<'_>) -> Markup {
    let voice = words.voice;
    let pinned: Vec<&Visit> = words.day.visits.iter().filter(|it| it.pin != Pin::default()).collect();
    html! {
        @if !pinned.is_empty() {
            h3 id="pins-heading" { (voice.text("pins-title")) }
            ul aria-labelledby="pins-heading" {
                @for it in pinned {
                    li {
                        (words.visit(&it.id)) ": " (held(&it.pin, words)) " "
                        form.inline method="post" action=(address) {
                            input type="hidden" name="visit" value=(it.id);
                            button.plain name="what" value="unpin" data-pinned=(it.id)
                                aria-label=(voice.text_with("unpin-visit", &[("visit", words.visit(&it.id).into())])) {
                                (voice.text("unpin-do"))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// By whom and when a visit is held.
fn held(pin: &Pin, words: &Words<'_>) -> String {
    let carers = pin.carers.iter().flatten().map(ToString::to_string);
    carers.chain(pin.start.map(|it| words.minute(it))).collect::<Vec<_>>().join(", ")
}

/// A choice of a visit.
pub fn visit_field(id: &str, chosen: &str, words: &Words<'_>) -> Markup {
    html! {
        label for=(id) { (words.voice.text("column-visit")) }
        select id=(id) name="visit" {
            @for it in &words.day.visits {
                option value=(it.id) selected[it.id.as_str() == chosen] { (words.visit(&it.id)) }
            }
        }
    }
}

/// A choice of a carer, or of whoever fits best.
pub fn carer_field(id: &str, chosen: &str, anybody: bool, words: &Words<'_>) -> Markup {
    html! {
        label for=(id) { (words.voice.text("column-carer")) }
        select id=(id) name="carer" {
            @if anybody { option value="" { (words.voice.text("adjust-anybody")) } }
            @for it in &words.day.carers { option value=(it.id) selected[it.id.as_str() == chosen] { (it.id) } }
        }
    }
}

fn time_field(id: &str, key: &str, words: &Words<'_>) -> Markup {
    html! {
        label for=(id) { (words.voice.text(key)) }
        input type="time" id=(id) name="at";
    }
}

fn limit_fields(name: &str, voice: Voice) -> Markup {
    html! {
        details {
            summary { (voice.text("adjust-limits")) }
            @for (field, key) in [("citizens", "adjust-citizens"), ("per_carer", "adjust-per-carer")] {
                @let id = format!("{name}-{field}");
                label for=(id) { (voice.text(key)) }
                input type="number" id=(id) name=(field) min="0";
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_that_of_the_clock_on_the_wall() {
        let clock = Clock::copenhagen();
        let at = |date: &str, text: &str| {
            let begins = Moment(clock.midnight(date).unwrap().0 + 7 * 3600);
            moment(&clock, begins, text).map(|it| clock.label(it))
        };
        assert_eq!(at("2026-11-23", "09:30").as_deref(), Some("2026-11-23T09:30+01:00"));
        // Clocks are set back at three in the night: half past nine is ten and a half hours after midnight.
        assert_eq!(at("2026-10-25", "09:30").as_deref(), Some("2026-10-25T09:30+01:00"));
        assert_eq!(at("2026-03-29", "09:30").as_deref(), Some("2026-03-29T09:30+02:00"));
        for wrong in ["", "9", "24:00", "10:60", "a:b", "-1:00"] {
            assert_eq!(at("2026-11-23", wrong), None, "{wrong}");
        }
    }
}

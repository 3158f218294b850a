//! `leon route plan --events`: what is left of a day, planned again.

use crate::args::RoutePlanArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::route::broken::sentence;
use crate::route::read::{self, DayFile};
use crate::route::reasons::{event, exceeded, released, replanned_change};
use crate::route::summary::Summary;
use crate::route::words::{Words, faults};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::day::{Clock, write_day, write_plan};
use leon_model::{Event, RoutePlan};
use leon_route::{Disturbance, ReplanError, ReplanOptions, Replanned, replan};
use std::path::Path;

pub(super) fn run(
    args: &RoutePlanArgs,
    file: &DayFile,
    events: &Path,
    published: &RoutePlan,
    voice: Voice,
) -> Result<(), Failure> {
    let events = read::events(events, file, voice)?;
    let budget = args.search.budget();
    let disturbance = Disturbance {
        per_citizen: args.changes.per_citizen,
        per_carer: args.changes.per_carer,
        citizens: args.changes.citizens,
    };
    let options = ReplanOptions { seed: args.search.seed, budget: budget.as_ref(), disturbance, now: None };
    let replanned =
        replan(&file.day, published, &events, &options).map_err(|error| refused(&error, &file.clock, voice))?;
    let day = write_day(&replanned.day);
    if let Some(path) = &args.out_day {
        read::put(path, &day, voice)?;
    }
    if let Some(path) = &args.out {
        read::put(path, &write_plan(&replanned.plan, &args.search.made(&leon_formats::sha256(&[&day]))), voice)?;
    }
    let words = Words::new(&replanned.day, &file.clock, voice);
    let summary = Summary {
        words,
        plan: &replanned.plan,
        verdict: &replanned.verdict,
        screen: Screen::of_stdout(),
        top: args.top,
    };
    print(&(changes(&replanned, &events, &words).trim_start_matches('\n').to_owned() + "\n" + &summary.render()));
    Ok(())
}

/// What changed and why, and what could not be kept.
fn changes(replanned: &Replanned, events: &[Event], words: &Words<'_>) -> String {
    let (voice, screen) = (words.voice, Screen::of_stdout());
    let because = |index: Option<usize>| match index.and_then(|index| events.get(index)) {
        Some(it) => voice.text_with("replan-because", &[("event", event(it, words).into())]),
        None => voice.text("replan-better"),
    };
    let list = |key: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return String::new();
        }
        screen.heading(&voice.text(key)) + &lines.iter().map(|it| screen.item("–", it)).collect::<String>()
    };
    let changed = |it: &leon_route::Change| format!("{} {}", replanned_change(it, words), because(it.because));
    let freed = |it: &leon_route::PinReleased| format!("{} {}", released(it, words), because(it.because));
    let title = voice.text_with("replan-title", &[("now", words.minute(replanned.now).into())]);
    let mut text = screen.heading(&title);
    if replanned.changes.is_empty() {
        text += &screen.paragraph(&voice.text("replan-no-changes"));
    }
    text += &replanned.changes.iter().map(|it| screen.item("–", &changed(it))).collect::<String>();
    text += &list("replan-released", replanned.released.iter().map(freed).collect());
    text += &list("replan-exceeded", replanned.exceeded.iter().map(|it| exceeded(it, words)).collect());
    let idle = replanned.idle.iter().filter_map(|it| events.get(*it)).map(|it| event(it, words));
    text += &list("replan-idle", idle.collect());
    text + &list("replan-facts", replanned.facts.iter().map(|it| sentence(it, words)).collect())
}

fn refused(error: &ReplanError, clock: &Clock, voice: Voice) -> Failure {
    match error {
        ReplanError::Events(problems) | ReplanError::Day(problems) => {
            let reason = faults(problems, clock, voice);
            Failure::Input(voice.text_with("replan-refused", &[("reason", reason.into())]))
        }
        ReplanError::CheckFailed(_) => {
            Failure::Internal(voice.text_with("failure-route-internal", &[("reason", error.to_string().into())]))
        }
    }
}

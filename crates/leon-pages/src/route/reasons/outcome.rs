//! What becomes of a plan when somebody takes a visit.

use crate::numbers::signed;
use crate::route::words::Words;
use leon_model::Goal;
use leon_route::{Moved, Outcome, Placed};

/// Visits of others that are named; the rest are counted.
const MOVED_NAMED: usize = 3;

/// Who comes when: `C04 08:12, C07 08:12`.
pub fn placed(placed: &[Placed], words: &Words<'_>) -> String {
    let stops: Vec<_> = placed.iter().map(|it| format!("{} {}", it.carer, words.minute(it.start))).collect();
    stops.join(", ")
}

/// What it costs by goal, and whom it moves.
pub fn outcome(outcome: &Outcome, words: &Words<'_>) -> String {
    let goals = words.day.goals.levels.iter().flatten().map(|it| it.0);
    let decimals = |goal| usize::from(!matches!(goal, Goal::LeftOut | Goal::Changes | Goal::Fairness));
    let changed = goals.map(|goal| (goal, outcome.worse(goal))).filter(|(_, worse)| worse.abs() >= 0.05);
    let mut parts: Vec<String> = changed
        .map(|(goal, worse)| {
            let worse = signed(words.voice.lang, worse, decimals(goal));
            format!("{} {worse} {}", crate::names::lower_first(&words.goal(goal)), words.goal_unit(goal))
        })
        .collect();
    if parts.is_empty() {
        parts.push(words.voice.text("costs-nothing"));
    }
    parts.extend(moved(&outcome.moved, words));
    parts.join(" · ")
}

/// Whom it moves, if anybody.
pub fn moved(moved: &[Moved], words: &Words<'_>) -> Option<String> {
    let named = moved.iter().take(MOVED_NAMED).map(|it| {
        let minutes = words.minutes_up(leon_model::Seconds(it.later().0.abs())).into();
        let key = if it.later().0 < 0 { "moved-earlier" } else { "moved-later" };
        words.voice.text_with(key, &[("visit", it.visit.to_string().into()), ("minutes", minutes)])
    });
    let mut named: Vec<_> = named.collect();
    let more = moved.len().saturating_sub(MOVED_NAMED);
    if more > 0 {
        let variables = [("count", more.into()), ("more", words.voice.count(more).into())];
        named.push(words.voice.text_with("list-more", &variables));
    }
    (!named.is_empty()).then(|| named.join(", "))
}

//! Who does what, before and after.

use super::Summary;
use crate::findings::Share;
use crate::grid::Lean;
use leon_match::{Who, WhoDoesWhat};

pub(super) fn section(summary: &Summary<'_>) -> String {
    doers(summary) + &tasks(summary)
}

/// Hours of each doer, all tasks together, largest change first.
fn doers(summary: &Summary<'_>) -> String {
    let voice = summary.voice;
    let change = |it: &Share| (it.after - it.before).0.abs();
    let mut shares = summary.findings.shares_in(None);
    shares.retain(|it| it.who != Who::Unmet && change(it) > 0.05);
    shares.sort_by(|a, b| change(b).total_cmp(&change(a)));
    let row = |it: &Share| {
        vec![
            summary.names.doer(&it.who),
            voice.hours(it.before),
            voice.hours(it.after),
            voice.change(it.after - it.before),
        ]
    };
    let columns = [(Lean::Words, "column-doer"), BEFORE, AFTER, CHANGE];
    summary.list(&voice.text("moves-doers"), &columns, shares.iter().map(row).collect())
}

/// The largest changes of who does a task.
fn tasks(summary: &Summary<'_>) -> String {
    let (voice, names) = (summary.voice, summary.names);
    let row = |it: &&WhoDoesWhat| {
        vec![
            names.task(&it.task).to_owned(),
            names.setting(&it.setting).to_owned(),
            names.doer(&it.who),
            voice.hours(it.before),
            voice.hours(it.after),
            voice.change(it.after - it.before),
        ]
    };
    let words = ["column-task", "column-setting", "column-doer"].map(|key| (Lean::Words, key));
    let columns: Vec<_> = words.into_iter().chain([BEFORE, AFTER, CHANGE]).collect();
    summary.list(&voice.text("moves-tasks"), &columns, summary.findings.largest_moves().iter().map(row).collect())
}

const BEFORE: (Lean, &str) = (Lean::Number, "column-before");
const AFTER: (Lean, &str) = (Lean::Number, "column-after");
const CHANGE: (Lean, &str) = (Lean::Number, "column-change");

//! Reads the goals: levels, each a goal or several with weights.

use crate::cause::Cause;
use crate::day::entry::{Entry, finite};
use crate::day::json::Node;
use crate::shown::shown;
use leon_model::{Goal, Goals};

/// The goals, if the file has any.
pub(super) fn goals(file: &Entry<'_, '_>) -> Option<Goals> {
    let levels = file.items("goals")?.into_iter().map(|(node, path)| level(file, node, &path)).collect();
    Some(Goals { levels })
}

fn level(file: &Entry<'_, '_>, node: Node<'_>, path: &str) -> Vec<(Goal, f64)> {
    if let Some(word) = node.text() {
        return goal(file, node, path, &word).map(|goal| (goal, 1.0)).into_iter().collect();
    }
    let Some(fields) = node.fields() else {
        let example = "\"left_out\"".to_owned();
        file.source.report(node, path, Cause::WrongKind { found: node.brief(), example });
        return Vec::new();
    };
    let weighted = |(word, node): (String, Node<'_>)| {
        let goal = goal(file, node, path, &word)?;
        let weight = finite(node, "1.5").map_err(|cause| file.source.report(node, &format!("{path}.{goal}"), cause));
        Some((goal, weight.ok()?))
    };
    fields.into_iter().filter_map(weighted).collect()
}

fn goal(file: &Entry<'_, '_>, node: Node<'_>, path: &str, word: &str) -> Option<Goal> {
    let goal = Goal::from_word(word);
    if goal.is_none() {
        let allowed = Goal::ALL.map(Goal::word).join(", ");
        file.source.report(node, path, Cause::WordUnknown { value: shown(word), allowed });
    }
    goal
}

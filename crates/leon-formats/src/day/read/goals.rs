//! Reads goals: levels, each a goal or several with weights.

use crate::cause::Cause;
use crate::day::entry::{Entry, finite};
use crate::day::json::Node;
use crate::shown::shown;
use leon_model::{Goal, Goals};

/// The goals, if the file has any.
pub(super) fn goals(file: &Entry<'_, '_>) -> Option<Goals> {
    Some(Goals { levels: levels(file, &Goal::ALL, Goal::word)? })
}

/// Levels of goals of any kind, if the file has any.
pub(crate) fn levels<G: Copy>(
    file: &Entry<'_, '_>,
    all: &[G],
    word: impl Fn(G) -> &'static str,
) -> Option<Vec<Vec<(G, f64)>>> {
    let reader = Levels { file, all, word: &word };
    Some(file.items("goals")?.into_iter().map(|(node, path)| reader.level(node, &path)).collect())
}

struct Levels<'a, 'f, 's, G> {
    file: &'a Entry<'f, 's>,
    all: &'a [G],
    word: &'a dyn Fn(G) -> &'static str,
}

impl<G: Copy> Levels<'_, '_, '_, G> {
    fn level(&self, node: Node<'_>, path: &str) -> Vec<(G, f64)> {
        if let Some(word) = node.text() {
            return self.goal(node, path, &word).map(|goal| (goal, 1.0)).into_iter().collect();
        }
        let Some(fields) = node.fields() else {
            let example = format!("\"{}\"", (self.word)(self.all[0]));
            self.file.source.report(node, path, Cause::WrongKind { found: node.brief(), example });
            return Vec::new();
        };
        let weighted = |(word, node): (String, Node<'_>)| {
            let goal = self.goal(node, path, &word)?;
            let at = || format!("{path}.{}", (self.word)(goal));
            let weight = finite(node, "1.5").map_err(|cause| self.file.source.report(node, &at(), cause));
            Some((goal, weight.ok()?))
        };
        fields.into_iter().filter_map(weighted).collect()
    }

    fn goal(&self, node: Node<'_>, path: &str, word: &str) -> Option<G> {
        let goal = self.all.iter().copied().find(|it| (self.word)(*it) == word);
        if goal.is_none() {
            let allowed = self.all.iter().map(|it| (self.word)(*it)).collect::<Vec<_>>().join(", ");
            self.file.source.report(node, path, Cause::WordUnknown { value: shown(word), allowed });
        }
        goal
    }
}

//! What measures together are about: the tasks of any of them, at the complexities of any of them.

use leon_model::{Complexity, Measure, Need, TaskId, Visit};

/// The scope of some measures. Of two measures with other tasks and other complexities it holds a little more than
/// both, as a technology of a case does, whose scope is tasks by complexities too.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a>(pub(crate) &'a [&'a Measure]);

impl Scope<'_> {
    pub(crate) fn has_task(self, task: &TaskId) -> bool {
        self.0.iter().any(|it| it.is_about(task))
    }

    pub(crate) fn covers(self, visit: &Visit) -> bool {
        self.0.iter().any(|it| it.covers(visit))
    }

    pub(crate) fn has_need(self, need: &Need) -> bool {
        let complexities = self.complexities();
        self.has_task(&need.task) && (complexities.is_empty() || complexities.contains(&need.complexity))
    }

    /// Empty: all of them.
    pub(crate) fn complexities(self) -> Vec<Complexity> {
        if self.0.iter().any(|it| it.complexities.is_empty()) {
            return Vec::new();
        }
        Complexity::ALL.iter().copied().filter(|it| self.0.iter().any(|of| of.complexities.contains(it))).collect()
    }
}

//! The switchboard of bindings: one case answered again and again with other bindings lifted.
//!
//! What a lift leaves as it was is not solved again: a part with the same columns and rows has the same
//! optimum. So the answer is the one that [`crate::match_tasks`] gives, only sooner.

use crate::model::Model;
use crate::solve::{Known, MatchError, Planned, check_lifted, plan_parts};
use crate::{Matched, Options, Status};
use leon_model::{BindingId, Case};
use rayon::ThreadPool;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A case with its programme and the parts that were solved last.
pub struct Switchboard<'a> {
    model: Model<'a>,
    pool: ThreadPool,
    /// The parts with every binding in force, once they were solved.
    base: Known,
    /// The parts of the latest answer.
    latest: Known,
}

impl<'a> Switchboard<'a> {
    /// Builds the case's programme; solves nothing yet. 0 threads means one a core.
    ///
    /// # Errors
    /// [`MatchError::Threads`] when the machine gives no threads.
    pub fn new(case: &'a Case, threads: usize) -> Result<Self, MatchError> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
        let model = pool.install(|| Model::new(case));
        Ok(Self { model, pool, base: Known::new(), latest: Known::new() })
    }

    /// The plan and its prices with these bindings lifted, as [`crate::match_tasks`] would find them.
    ///
    /// # Errors
    /// As [`crate::match_tasks`].
    pub fn answer(&mut self, lifted: &BTreeSet<BindingId>) -> Result<Matched, MatchError> {
        let options = Options { lifted: lifted.clone(), prices: true, ..Options::default() };
        check_lifted(self.model.case, &options)?;
        let mut known = self.latest.clone();
        known.extend(self.base.iter().map(|(part, solved)| (part.clone(), Arc::clone(solved))));
        let (model, pool) = (&self.model, &self.pool);
        let Planned { solved, matched, .. } = pool.install(|| plan_parts(model, &options, &known))?;
        let solved = solved.into_iter().map(|it| (it.part.clone(), it)).collect();
        if lifted.is_empty() && matched.status == Status::Optimal {
            self.base = solved;
        } else {
            self.latest = solved;
        }
        Ok(matched)
    }
}

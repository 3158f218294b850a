//! A desk: one case, laid out to be asked again and again.
//!
//! A thread of its own holds the case with its [`Switchboard`], so that a thrown switch solves only what it
//! changes; a second one values every binding once.

use crate::api::GapFigures;
use crate::outlook::Outlooks;
use crate::shelf::Shelf;
use leon_match::{MatchError, Matched, Options, Switchboard, match_tasks};
use leon_model::{BindingId, Case};
use maud::Markup;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::{Arc, OnceLock, mpsc};
use tokio::sync::oneshot;

/// Answers held besides the one with nothing lifted.
const ANSWERS_MAX: usize = 3;
/// Pages and figures held.
const SHELF: usize = 64;

/// Why a desk gives no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// A binding that is not there or not in force.
    NoSuchBinding(BindingId),
    /// A fault of Leon's, in words for developers.
    Fault(String),
}

/// One case, laid out to be asked.
pub struct Desk {
    pub case: Arc<Case>,
    /// SHA-256 of the case.
    pub sha256: String,
    pub outlooks: Outlooks,
    questions: mpsc::Sender<Question>,
    worth: Arc<OnceLock<Matched>>,
    /// Pages of the case.
    pub pages: Shelf<Markup>,
    /// Figures of the case for programs.
    pub gaps: Shelf<GapFigures>,
}

struct Question {
    lifted: BTreeSet<BindingId>,
    answer: oneshot::Sender<Result<Arc<Matched>, NoAnswer>>,
}

impl Desk {
    /// Lays a case out, and begins to answer it.
    pub fn lay_out(case: Case, sha256: String) -> Self {
        let (case, worth) = (Arc::new(case), Arc::new(OnceLock::new()));
        let (questions, asked) = mpsc::channel();
        let (at_desk, of_worth) = (Arc::clone(&case), Arc::clone(&worth));
        std::thread::spawn(move || answer_all(&at_desk, &asked, &of_worth));
        Self {
            case,
            sha256,
            outlooks: Outlooks::default(),
            questions,
            worth,
            pages: Shelf::holding(SHELF),
            gaps: Shelf::holding(SHELF),
        }
    }

    /// The plan and the prices with these bindings lifted.
    ///
    /// # Errors
    /// [`NoAnswer`].
    pub async fn answer(&self, lifted: &BTreeSet<BindingId>) -> Result<Arc<Matched>, NoAnswer> {
        let gone = || NoAnswer::Fault("the desk has closed".into());
        let (answer, answered) = oneshot::channel();
        self.questions.send(Question { lifted: lifted.clone(), answer }).map_err(|_| gone())?;
        answered.await.map_err(|_| gone())?
    }

    /// What was drawn before under a name, else what is drawn now.
    pub fn drawn(&self, name: &str, draw: impl FnOnce() -> Markup) -> Arc<Markup> {
        let Ok(drawn) = self.pages.get_or(name, || Ok::<_, Infallible>(draw()));
        drawn
    }

    /// What each binding is worth lifted alone, and the best sets; `None` until it is known.
    pub fn worth(&self) -> Option<&Matched> {
        self.worth.get()
    }
}

/// Answers until nobody can ask any more. The bindings are valued once the case itself is answered.
fn answer_all(case: &Arc<Case>, asked: &mpsc::Receiver<Question>, worth: &Arc<OnceLock<Matched>>) {
    let mut board = Switchboard::new(case, 0);
    let mut base: Option<Arc<Matched>> = None;
    let mut others: Vec<(BTreeSet<BindingId>, Arc<Matched>)> = Vec::new();
    for Question { lifted, answer } in asked {
        let known = if lifted.is_empty() { base.clone() } else { known(&others, &lifted) };
        let found = match (known, &mut board) {
            (Some(known), _) => Ok(known),
            (None, Ok(board)) => board.answer(&lifted).map(Arc::new).map_err(refused),
            (None, Err(error)) => Err(NoAnswer::Fault(error.to_string())),
        };
        if let Ok(found) = &found {
            if !lifted.is_empty() {
                others.retain(|(it, _)| *it != lifted);
                others.push((lifted, Arc::clone(found)));
                others.drain(..others.len().saturating_sub(ANSWERS_MAX));
            } else if base.replace(Arc::clone(found)).is_none() {
                let (case, worth) = (Arc::clone(case), Arc::clone(worth));
                std::thread::spawn(move || value(&case, &worth));
            }
        }
        // Who asked may have gone away.
        let _ = answer.send(found);
    }
}

fn known(answers: &[(BTreeSet<BindingId>, Arc<Matched>)], lifted: &BTreeSet<BindingId>) -> Option<Arc<Matched>> {
    answers.iter().find(|(it, _)| it == lifted).map(|(_, answer)| Arc::clone(answer))
}

/// Values every binding, beside those who ask: on one thread.
fn value(case: &Case, worth: &OnceLock<Matched>) {
    let options = Options { value_bindings: true, set_size: 5, threads: 1, ..Options::default() };
    match match_tasks(case, &options) {
        Ok(matched) => drop(worth.set(matched)),
        Err(error) => eprintln!("leon: {error}"),
    }
}

fn refused(error: MatchError) -> NoAnswer {
    match error {
        MatchError::UnknownBinding(id) | MatchError::BindingNotInForce(id) => NoAnswer::NoSuchBinding(id),
        other => NoAnswer::Fault(other.to_string()),
    }
}

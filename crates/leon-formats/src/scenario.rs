//! A scenario as a file in TOML: what changes, from which year on.

mod draft;
mod entries;

pub use draft::{Draft, DraftTechnology};

use crate::cause::Cause;
use crate::csv_text::decode;
use crate::problem::{Problem, Problems};
use crate::shown::shown;
use leon_model::{Case, Scenario, ScenarioFault, ScenarioList, ScenarioProblem, looks_like_cpr};
use std::collections::BTreeMap;
use std::ops::Range;

/// A scenario of the example case with an entry in every list.
pub const EXAMPLE: &str = include_str!("scenario/example.toml");

/// A scenario that was looked at.
#[derive(Debug)]
pub struct ScenarioRead {
    /// The scenario, unless an error keeps it from being projected on the case.
    pub scenario: Option<Scenario>,
    /// Every problem, by line.
    pub problems: Vec<Problem>,
}

/// Where the entries of each list begin, as places in the text.
type Spans = BTreeMap<ScenarioList, Vec<Range<usize>>>;

/// Reads a scenario and checks it against a case. `file` is its name in messages.
///
/// A file that is no TOML, or has a field that scenarios do not have, is told by its first problem; what does not fit
/// the case is told all at once.
///
/// # Example
/// ```
/// use leon_formats::{Lang, example_case, scenario::read_scenario};
/// let case = leon_model::Case::new(example_case()).unwrap();
/// let text = "name_da = 'Løft'\nname_en = 'Lift'\n[[lift]]\nbinding = 'none'\nfrom = 2030\n";
/// let read = read_scenario("lift.toml", text.as_bytes(), &case);
/// assert!(read.problems.iter().any(|it| it.message(Lang::En).contains("none")));
/// ```
pub fn read_scenario(file: &str, bytes: &[u8], case: &Case) -> ScenarioRead {
    let mut problems = Problems::default();
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(fault) => {
            problems.add(file, fault.row, None, fault.cause);
            return ScenarioRead { scenario: None, problems: problems.into_sorted(&[]) };
        }
    };
    if let Some(row) = text.lines().position(looks_like_cpr) {
        problems.add(file, Some(row + 1), None, Cause::CprLike {});
    }
    let scenario = match entries::read(text) {
        Ok((scenario, spans)) => {
            for problem in scenario.problems(case) {
                add(&mut problems, file, text, &spans, &problem);
            }
            Some(scenario)
        }
        Err(error) => {
            let line = error.span().map(|span| line_of(text, span.start));
            problems.add(file, line, None, Cause::NotAScenario { reason: shown(error.message()) });
            None
        }
    };
    let scenario = scenario.filter(|_| !problems.has_errors());
    ScenarioRead { scenario, problems: problems.into_sorted(&[]) }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

fn add(problems: &mut Problems, file: &str, text: &str, spans: &Spans, problem: &ScenarioProblem) {
    let line = |entry: usize| spans.get(&problem.list).and_then(|it| it.get(entry)).map(|it| line_of(text, it.start));
    let cause = match &problem.fault {
        ScenarioFault::UnknownId { kind, id } => Cause::UnknownId { table: kind.name().to_owned(), id: shown(id) },
        ScenarioFault::YearOutside { year, first, last } => {
            Cause::YearOutside { year: year.0, first: first.0, last: last.0 }
        }
        ScenarioFault::YearsReversed { from, to } => Cause::YearsReversed { from: from.0, to: to.0 },
        ScenarioFault::NotAShare { value } => Cause::NotAShare { value: *value },
        ScenarioFault::NotPositive { value } => Cause::NotPositive { value: *value },
        ScenarioFault::OutsideRange { value, low, high } => {
            Cause::OutsideRange { value: *value, low: *low, high: *high }
        }
        ScenarioFault::NotInForce => Cause::BindingNotInForce {},
        ScenarioFault::NoEffect => Cause::TechnologyWithoutEffect {},
        ScenarioFault::NoClaim => Cause::TechnologyWithoutClaim {},
        ScenarioFault::Twice { first } => Cause::EntryTwice { line: line(*first).unwrap_or(0) },
        ScenarioFault::Circle { chain } => Cause::TasksInCircle { chain: shown(&chain.join(" > ")) },
        ScenarioFault::NoNeed => Cause::NoNeedOfTask {},
        ScenarioFault::NoIntake => Cause::NoIntake {},
        ScenarioFault::NoPopulation => Cause::NoPopulation {},
    };
    let field = format!("{}.{}", problem.list.name(), problem.field);
    problems.add(file, line(problem.entry), (!problem.field.is_empty()).then_some(field.as_str()), cause);
}

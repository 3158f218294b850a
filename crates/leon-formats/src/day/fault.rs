//! The causes of faults that the model finds when it looks at the whole day.

use super::clock::Clock;
use super::origin::Origins;
use super::source::Source;
use crate::cause::Cause;
use crate::problem::Problem;
use crate::shown::shown;
use leon_model::{DayFault, DayList, DayProblem, Moment};

/// A problem of a day that stands in no file, as one that events have changed: in words like those of a file's, with
/// the list, the entry and the field in place of the file.
pub fn day_problem(problem: &DayProblem, clock: &Clock) -> Problem {
    let path = problem.list.path(problem.entry, &problem.field);
    let first = |list: DayList, entry| list.path(entry, "");
    let cause = cause(&problem.fault, problem.list, first, clock);
    Problem { file: path, row: None, column: None, cause }
}

/// Reports the model's problems where they stand in the file.
pub(super) fn report(source: &Source<'_>, origins: &Origins, problems: &[DayProblem]) {
    for problem in problems.iter().filter(|it| !may_follow(it, origins)) {
        let (line, path) = origins.place(problem);
        let first = |list, entry| origins.path(list, entry);
        source.report_line(line, &path, cause(&problem.fault, problem.list, first, &source.clock));
    }
}

/// Whether a problem may only be there because an entry could not be read, which is reported already.
fn may_follow(problem: &DayProblem, origins: &Origins) -> bool {
    let lacks = match &problem.fault {
        DayFault::UnknownId { list, .. } => *list,
        DayFault::Count { .. } if problem.list == DayList::Transports => DayList::Locations,
        DayFault::NobodyHolds { .. } | DayFault::NoScreenShift => DayList::Carers,
        DayFault::LeftOutNotFirst => DayList::Goals,
        DayFault::Empty if problem.list == DayList::Goals => DayList::Goals,
        _ => return false,
    };
    origins.unread.contains(&lacks)
}

/// The cause to show for a fault in a list. `place` says where an entry stands.
pub(super) fn cause(fault: &DayFault, list: DayList, place: impl Fn(DayList, usize) -> String, clock: &Clock) -> Cause {
    let time = |moment: &Moment| clock.label(*moment);
    match fault {
        DayFault::UnknownId { list, id } => Cause::NotInList { list: list.name().to_owned(), id: shown(id) },
        DayFault::Duplicate { id, first } => Cause::IdTwice { id: shown(id), first: place(list, *first) },
        DayFault::Repeated { id } => Cause::ListedTwice { id: shown(id) },
        DayFault::InOtherField { id, other } => Cause::ListedInBoth { id: shown(id), other: (*other).to_owned() },
        DayFault::BadId { id } => Cause::DayIdBad { id: shown(id) },
        DayFault::CprLike => Cause::CprInDay {},
        DayFault::NotFinite { value } => Cause::NumberBeyond { value: value.to_string() },
        DayFault::OutsideRange { value, low, high } => Cause::ValueOutside { value: *value, low: *low, high: *high },
        DayFault::TooLong { seconds, seconds_max } => {
            Cause::LengthTooLong { length: length(*seconds), length_max: length(*seconds_max) }
        }
        DayFault::NegativeLength { seconds } => Cause::LengthNegative { length: length(*seconds) },
        DayFault::NoLength => Cause::LengthZero {},
        DayFault::TimeOutside { at } => Cause::TimeBeyond { time: time(at) },
        DayFault::EndsBeforeBeginning { begin, end } => Cause::EndsFirst { begin: time(begin), end: time(end) },
        DayFault::OutsideSpan { at, from, to } => {
            Cause::TimeOutsideSpan { time: time(at), from: time(from), to: time(to) }
        }
        DayFault::Overlap { begin } => Cause::Overlaps { begin: time(begin) },
        DayFault::Empty => Cause::ListEmpty {},
        DayFault::Count { found, expected } => Cause::CountWrong { found: *found, expected: *expected },
        DayFault::TooMany { found, most } => Cause::CountAbove { found: *found, most: *most },
        DayFault::FromAfterTo { from, to } => Cause::LeastAboveMost { from: length(*from), to: length(*to) },
        DayFault::OrderWithItself => Cause::OrderWithItself {},
        DayFault::OrderCircle { chain } => Cause::OrdersInCircle { chain: shown(&chain.join(" > ")) },
        DayFault::PointMissing { location, transport } => {
            Cause::NoPoint { location: shown(location), transport: shown(transport) }
        }
        DayFault::GoalTwice { goal } => Cause::GoalTwice { goal: (*goal).to_owned() },
        DayFault::LeftOutNotFirst => Cause::LeftOutNotFirst {},
        DayFault::NobodyHolds { competence } => Cause::CompetenceMissing { competence: shown(competence) },
        DayFault::NoScreenShift => Cause::NoScreenShift {},
        DayFault::EventsOutOfOrder => Cause::EventsUnordered {},
    }
}

/// A length in the largest unit in which it is whole.
fn length(seconds: i64) -> String {
    match seconds {
        0 => "0 min".to_owned(),
        it if it % 86_400 == 0 => format!("{} × 24 h", it / 86_400),
        it if it % 3600 == 0 => format!("{} h", it / 3600),
        it if it % 60 == 0 => format!("{} min", it / 60),
        it => format!("{it} s"),
    }
}

//! The causes of faults that the model finds when it looks at the whole period, and where they stand in the file.

use crate::cause::Cause;
use crate::day::Clock;
use crate::day::entry::Entry;
use crate::day::source::Source;
use crate::problem::Problem;
use crate::shown::shown;
use leon_model::{Moment, PeriodFault, PeriodList, PeriodProblem};
use std::collections::{BTreeMap, BTreeSet};

/// A problem of a period that stands in no file, as one that events have changed: in words like those of a file's, with
/// the list, the entry and the field in place of the file.
pub fn period_problem(problem: &PeriodProblem) -> Problem {
    let path = problem.list.path(problem.entry, &problem.field);
    let first = |entry| problem.list.path(entry, "");
    Problem { file: path, row: None, column: None, cause: cause(&problem.fault, first) }
}

/// Where the entries of all lists come from: index in the file's list, where entries that could not be read count, and
/// line.
#[derive(Default)]
pub(super) struct Places {
    of: BTreeMap<PeriodList, Vec<(usize, usize)>>,
    /// Lists of which an entry could not be read.
    unread: BTreeSet<PeriodList>,
}

impl Places {
    /// Reads each entry of a list, and keeps where it comes from.
    pub(super) fn read<T>(
        &mut self,
        file: &Entry<'_, '_>,
        list: PeriodList,
        read: impl Fn(&Entry<'_, '_>) -> T,
    ) -> Vec<T> {
        let errors = file.source.errors();
        let rows = file.list(list.name(), |index, entry| (read(entry), (index, entry.line())));
        if file.source.errors() > errors || (!file.has(list.name()) && file.requires(list.name())) {
            self.unread(list);
        }
        let (rows, places) = rows.into_iter().unzip();
        self.of.insert(list, places);
        rows
    }

    /// Notes that an entry of a list could not be read.
    pub(super) fn unread(&mut self, list: PeriodList) {
        self.unread.insert(list);
    }

    /// Keeps the lines of entries that are read by other means.
    pub(super) fn note_lines(&mut self, list: PeriodList, lines: impl Iterator<Item = usize>) {
        self.of.insert(list, lines.enumerate().collect());
    }

    fn index(&self, list: PeriodList, entry: usize) -> usize {
        self.of.get(&list).and_then(|it| it.get(entry)).map_or(entry, |it| it.0)
    }
}

/// Reports the model's problems where they stand in the file.
pub(super) fn report(source: &Source<'_>, places: &Places, problems: &[PeriodProblem]) {
    for problem in problems.iter().filter(|it| !may_follow(&it.fault, places)) {
        let line = places.of.get(&problem.list).and_then(|it| it.get(problem.entry)).map(|it| it.1);
        let path = problem.list.path(places.index(problem.list, problem.entry), &problem.field);
        let first = |entry| problem.list.path(places.index(problem.list, entry), "");
        source.report_line(line, &path, cause(&problem.fault, first));
    }
}

/// Whether a problem may only be there because an entry could not be read, which is reported already.
fn may_follow(fault: &PeriodFault, places: &Places) -> bool {
    match fault {
        PeriodFault::UnknownId { list, .. } => places.unread.contains(list),
        PeriodFault::AgreementWithoutRules { .. } => places.unread.contains(&PeriodList::Packs),
        PeriodFault::NobodyCovers | PeriodFault::NobodyWorks => !places.unread.is_empty(),
        _ => false,
    }
}

/// The cause to show for a fault. `first` says where another entry of the list stands.
fn cause(fault: &PeriodFault, first: impl Fn(usize) -> String) -> Cause {
    let clock = Clock::copenhagen();
    let time = |moment: &Moment| clock.label(*moment);
    match fault {
        PeriodFault::UnknownId { list, id } => Cause::NotInList { list: list.name().to_owned(), id: shown(id) },
        PeriodFault::Duplicate { id, first: entry } => Cause::IdTwice { id: shown(id), first: first(*entry) },
        PeriodFault::Repeated { id } => Cause::ListedTwice { id: shown(id) },
        PeriodFault::BadId { id } => Cause::DayIdBad { id: shown(id) },
        PeriodFault::CprLike => Cause::CprInDay {},
        PeriodFault::OutsideRange { value, low, high } => Cause::ValueOutside { value: *value, low: *low, high: *high },
        PeriodFault::Empty => Cause::ListEmpty {},
        PeriodFault::GoalTwice { goal } => Cause::GoalTwice { goal: (*goal).to_owned() },
        PeriodFault::LastBeforeFirst { first, last } => {
            Cause::LastFirst { first: first.to_string(), last: last.to_string() }
        }
        PeriodFault::PeriodTooLong { days, most } => Cause::PeriodTooLong { days: *days, most: *most },
        PeriodFault::DateBeyond { date } => Cause::DateBeyond { date: date.to_string() },
        PeriodFault::DateOutside { date } => Cause::DateNotInPeriod { date: date.to_string() },
        PeriodFault::EndsBeforeBeginning { begin, end } => Cause::ToBeforeFrom { from: time(begin), to: time(end) },
        PeriodFault::LengthBeyond { days, most } => Cause::StretchTooLong { days: *days, most: *most },
        PeriodFault::PauseFillsShift { pause, length } => Cause::PauseFillsShift { pause: *pause, length: *length },
        PeriodFault::SharesNotWhole { sum } => Cause::SharesNotWhole { sum: (sum * 1e4).round() / 1e4 },
        PeriodFault::NormElsewhere { first, weeks } => Cause::NormElsewhere { first: first.to_string(), weeks: *weeks },
        PeriodFault::LeaderElsewhere { unit } => Cause::LeaderElsewhere { unit: shown(unit) },
        PeriodFault::HistoryInPeriod { at } => Cause::HistoryInPeriod { time: time(at) },
        PeriodFault::Overlap { begin } => Cause::Overlaps { begin: time(begin) },
        PeriodFault::NotMonday { date } => Cause::NotMonday { date: date.to_string() },
        PeriodFault::WeeksUnordered { date } => Cause::WeeksUnordered { date: date.to_string() },
        PeriodFault::TargetBelowMin { min, target } => Cause::TargetBelowMin { min: *min, target: *target },
        PeriodFault::SurplusBelowTarget { target, surplus } => {
            Cause::SurplusBelowTarget { target: *target, surplus: *surplus }
        }
        PeriodFault::NoDays => Cause::NoDays {},
        PeriodFault::WishesAboveRound { person, found, most } => {
            Cause::WishesAboveRound { person: shown(person), found: *found, most: *most }
        }
        PeriodFault::HardWishesAboveRound { person, found, most } => {
            Cause::HardWishesAboveRound { person: shown(person), found: *found, most: *most }
        }
        PeriodFault::WishOutsideRound => Cause::WishOutsideRound {},
        PeriodFault::NotReplaceable { rule } => Cause::RuleNotReplaceable { rule: shown(rule) },
        PeriodFault::OtherClause { rule, asked, found } => Cause::ClauseOfOtherKind {
            rule: shown(rule),
            asked: asked.word().to_owned(),
            found: found.word().to_owned(),
        },
        PeriodFault::AgreementWithoutRules { agreement } => {
            Cause::AgreementWithoutRules { agreement: shown(agreement) }
        }
        PeriodFault::NobodyCovers => Cause::NobodyCovers {},
        PeriodFault::NobodyWorks => Cause::NobodyWorks {},
    }
}

//! Reads a period file: the period, or every problem at once.

mod demand;
mod person;
mod rules;

use super::fault::{self, Places};
use super::fields::{by_word, date, goals, moment, time_of_day};
use super::packs::rule_packs;
use super::shapes::{PERIOD, PERIOD_SCHEMA};
use crate::cause::Cause;
use crate::day::entry::Entry;
use crate::day::read::{check_schema, group};
use crate::day::source::Source;
use crate::problem::Problem;
use crate::shown::shown;
use leon_model::{
    Competence, Function, Minutes, Period, PeriodList, PeriodTables, PublicHoliday, RulePack, ShiftKind, ShiftType,
    StaffPool, Unit, UnitKind,
};

/// What was read from a period file.
#[derive(Clone, Debug, Default)]
pub struct PeriodRead {
    /// The period, unless there are errors.
    pub period: Option<Period>,
    /// Every problem, line by line; warnings among them.
    pub problems: Vec<Problem>,
}

/// Reads a period file. `file` is its name in messages.
///
/// ```
/// use leon_formats::period::{EXAMPLE, read_period};
/// let read = read_period("period.json", EXAMPLE);
/// assert!(read.problems.is_empty());
/// assert_eq!(read.period.unwrap().people.len(), 12);
/// ```
pub fn read_period(file: &str, text: &str) -> PeriodRead {
    let source = Source::new(file, text);
    let period = read_root(&source);
    PeriodRead { period, problems: source.into_problems() }
}

fn read_root(source: &Source<'_>) -> Option<Period> {
    let root = source.root()?;
    let file = Entry::open(source, root, String::new(), &PERIOD)?;
    check_schema(&file, PERIOD_SCHEMA)?;
    let mut places = Places::default();
    let (first, last) = (date(&file, "first"), date(&file, "last"));
    let tables = tables(&file, &mut places);
    let period = Period::new(PeriodTables { first: first?, last: last?, ..tables });
    match period {
        Ok(period) => {
            fault::report(source, &places, period.warnings());
            Some(period).filter(|_| source.errors() == 0)
        }
        Err(problems) => {
            fault::report(source, &places, &problems);
            None
        }
    }
}

fn tables(file: &Entry<'_, '_>, places: &mut Places) -> PeriodTables {
    let packs = packs(file, places);
    let levels = file.items("goals").unwrap_or_default();
    places.note_lines(PeriodList::Goals, levels.into_iter().map(|(level, _)| file.source.line(level)));
    let empty = PeriodTables::empty(leon_model::Date(0), leon_model::Date(0));
    PeriodTables {
        announced: moment(file, "announced"),
        synthetic: file.flag("synthetic").unwrap_or(false),
        goals: goals(file).unwrap_or(empty.goals),
        local_agreements: places.read(file, PeriodList::LocalAgreements, |it| rules::local_agreement(it, &packs)),
        public_holidays: places.read(file, PeriodList::PublicHolidays, public_holiday),
        units: places.read(file, PeriodList::Units, unit),
        pools: places.read(file, PeriodList::Pools, |it| StaffPool { id: it.id("id"), lends_to: it.ids("lends_to") }),
        groups: places.read(file, PeriodList::Groups, group),
        competences: places.read(file, PeriodList::Competences, competence),
        functions: places.read(file, PeriodList::Functions, |it| Function {
            id: it.id("id"),
            competence: it.optional_id("competence"),
        }),
        shift_types: places.read(file, PeriodList::ShiftTypes, shift_type),
        people: places.read(file, PeriodList::People, person::person),
        cover: places.read(file, PeriodList::Cover, demand::cover),
        mix: places.read(file, PeriodList::Mix, demand::mix),
        wish_round: file.object("wish_round").map(|it| {
            places.note_lines(PeriodList::WishRound, std::iter::once(it.line()));
            demand::wish_round(&it)
        }),
        wishes: places.read(file, PeriodList::Wishes, demand::wish),
        packs,
        first: empty.first,
        last: empty.last,
    }
}

/// The packs that the file names, out of those that Leon brings along.
fn packs(file: &Entry<'_, '_>, places: &mut Places) -> Vec<RulePack> {
    let mut packs = Vec::new();
    let mut lines = Vec::new();
    for (node, path) in file.items("rules").unwrap_or_default() {
        let name = node.text().unwrap_or_default();
        match rule_packs().iter().find(|it| it.id.as_str() == name) {
            Some(pack) => {
                packs.push(pack.clone());
                lines.push(file.source.line(node));
            }
            None => {
                let known = rule_packs().iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", ");
                file.source.report(node, &path, Cause::PackUnknown { pack: shown(&name), known });
                places.unread(PeriodList::Packs);
            }
        }
    }
    places.note_lines(PeriodList::Packs, lines.into_iter());
    packs
}

fn public_holiday(entry: &Entry<'_, '_>) -> PublicHoliday {
    PublicHoliday {
        date: date(entry, "date").unwrap_or_default(),
        name: entry.text("name").unwrap_or_default(),
        begins: time_of_day(entry, "begins").unwrap_or_default(),
        lowers_norm: entry.flag("lowers_norm").unwrap_or(true),
    }
}

fn unit(entry: &Entry<'_, '_>) -> Unit {
    Unit {
        id: entry.id("id"),
        name: entry.text("name").or_else(|| entry.text("id")).unwrap_or_default(),
        kind: by_word(entry, "kind", &UnitKind::ALL, UnitKind::word).unwrap_or(UnitKind::Ward),
    }
}

fn competence(entry: &Entry<'_, '_>) -> Competence {
    let name = |field| entry.text(field).or_else(|| entry.text("id")).unwrap_or_default();
    Competence { id: entry.id("id"), name_da: name("name_da"), name_en: name("name_en") }
}

fn shift_type(entry: &Entry<'_, '_>) -> ShiftType {
    ShiftType {
        id: entry.id("id"),
        unit: entry.id("unit"),
        kind: by_word(entry, "kind", &ShiftKind::ALL, ShiftKind::word).unwrap_or(ShiftKind::Day),
        start: time_of_day(entry, "start").unwrap_or_default(),
        end: time_of_day(entry, "end").unwrap_or_default(),
        pause: entry.minutes("pause_minutes").unwrap_or(Minutes(0)),
        pause_paid: entry.flag("pause_paid").unwrap_or(true),
        hour_counts: entry.number("hour_counts").unwrap_or(1.0),
        groups: entry.ids("groups"),
        functions: entry.ids("functions"),
    }
}

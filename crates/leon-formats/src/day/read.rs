//! Reads a day file: the day, or every problem at once.

mod carer;
mod goals;
mod travel;
mod visit;

use super::clock::Clock;
use super::entry::Entry;
use super::fault;
use super::origin::Origins;
use super::shapes::{DAY, DAY_SCHEMA};
use super::source::Source;
use crate::cause::Cause;
use crate::problem::Problem;
use crate::shown::shown;
use leon_model::{CarPool, Day, DayGroup, DayList, DayTables, FaceContinuity, Kroner, Minutes, Order, Seconds};

pub(crate) use goals::levels;
pub(super) use travel::DETOUR;
pub(super) use visit::visit;

/// What was read from a day file.
#[derive(Clone, Debug, Default)]
pub struct DayRead {
    /// The day, unless there are errors.
    pub day: Option<Day>,
    /// The clock by which the file's times are meant.
    pub clock: Clock,
    /// Every problem, line by line; warnings among them.
    pub problems: Vec<Problem>,
}

/// Reads a day file. `file` is its name in messages.
///
/// ```
/// use leon_formats::day::{EXAMPLE, read_day};
/// let read = read_day("day.json", EXAMPLE);
/// assert!(read.problems.is_empty());
/// assert_eq!(read.day.unwrap().carers.len(), 3);
/// ```
pub fn read_day(file: &str, text: &str) -> DayRead {
    let mut source = Source::new(file, text);
    let day = read_root(&mut source);
    DayRead { day, clock: source.clock.clone(), problems: source.into_problems() }
}

fn read_root(source: &mut Source<'_>) -> Option<Day> {
    let root = source.root()?;
    set_clock(source, root);
    let source = &*source;
    let file = Entry::open(source, root, String::new(), &DAY)?;
    check_schema(&file, DAY_SCHEMA)?;
    let mut origins = Origins::default();
    let tables = tables(&file, &mut origins);
    match Day::new(tables) {
        Ok(day) => {
            fault::report(source, &origins, day.warnings());
            Some(day).filter(|_| source.errors() == 0)
        }
        Err(problems) => {
            fault::report(source, &origins, &problems);
            None
        }
    }
}

/// Reports a file of another format, and looks no further into it.
pub(crate) fn check_schema(file: &Entry<'_, '_>, expected: &str) -> Option<()> {
    let found = file.text("schema")?;
    if found == expected {
        return Some(());
    }
    file.report("schema", Cause::OtherSchema { found: shown(&found), expected: expected.to_owned() });
    None
}

/// Reads the time zone and the dates, by which times are read then.
pub(super) fn set_clock<'a>(source: &mut Source<'a>, root: super::json::Node<'a>) {
    let fields = root.fields().unwrap_or_default();
    let field = |name: &str| fields.iter().find(|(it, value)| it == name && !value.is_null()).map(|(_, value)| *value);
    if let Some(zone) = field("time_zone") {
        match zone.text().and_then(|it| Clock::named(&it)) {
            Some(clock) => source.clock = clock,
            None => source.report(zone, "time_zone", Cause::ZoneUnknown { value: zone.brief() }),
        }
    }
    let mut dates = Vec::new();
    if let Some(date) = field("date") {
        dates.extend(source.date(date, "date"));
    }
    if let Some(list) = field("dates") {
        if field("date").is_some() {
            source.report(list, "dates", Cause::DateAndDates {});
        }
        for (at, date) in list.items().unwrap_or_default().into_iter().enumerate() {
            dates.extend(source.date(date, &format!("dates[{at}]")));
        }
    }
    dates.sort();
    dates.dedup();
    source.dates = dates;
}

fn tables(file: &Entry<'_, '_>, origins: &mut Origins) -> DayTables {
    let errors = file.source.errors();
    let goals = goals::goals(file);
    if file.source.errors() > errors {
        origins.unread.insert(DayList::Goals);
    }
    let levels = file.items("goals").unwrap_or_default();
    origins.note_lines(DayList::Goals, levels.into_iter().map(|(level, _)| file.source.line(level)));
    let continuity = file.object("continuity");
    origins.note_lines(DayList::Continuity, continuity.iter().map(Entry::line));
    DayTables {
        groups: origins.read(file, DayList::Groups, |it, _| group(it)),
        locations: origins.read(file, DayList::Locations, |it, _| travel::location(it)),
        transports: origins.read(file, DayList::Transports, travel::transport),
        car_pools: origins.read(file, DayList::CarPools, |it, _| car_pool(it)),
        citizens: origins.read(file, DayList::Citizens, |it, _| visit::citizen(it)),
        carers: origins.read(file, DayList::Carers, carer::carer),
        visits: origins.read(file, DayList::Visits, visit),
        orders: origins.read(file, DayList::Orders, |it, _| order(it)),
        goals: goals.unwrap_or_default(),
        continuity: continuity.map(|it| face_continuity(&it)).unwrap_or_default(),
        change_tolerance: file.minutes("change_tolerance_minutes").unwrap_or_default(),
        synthetic: file.flag("synthetic").unwrap_or(false),
    }
}

pub(crate) fn group(entry: &Entry<'_, '_>) -> DayGroup {
    let dkk_per_hour = entry.kroner("dkk_per_hour").unwrap_or(Kroner(0.0));
    DayGroup {
        id: entry.id("id"),
        name_da: entry.text("name_da").unwrap_or_default(),
        name_en: entry.text("name_en").unwrap_or_default(),
        level: entry.small("level").unwrap_or_default(),
        dkk_per_hour,
        overtime_dkk_per_hour: entry.kroner("overtime_dkk_per_hour").unwrap_or(dkk_per_hour),
    }
}

fn car_pool(entry: &Entry<'_, '_>) -> CarPool {
    CarPool { id: entry.id("id"), cars: entry.count("cars").unwrap_or_default() }
}

fn face_continuity(entry: &Entry<'_, '_>) -> FaceContinuity {
    let usual = FaceContinuity::default();
    FaceContinuity {
        dementia_weight: entry.number("dementia_weight").unwrap_or(usual.dementia_weight),
        unwanted: entry.number("unwanted").unwrap_or(usual.unwanted),
        wanted: entry.number("wanted").unwrap_or(usual.wanted),
    }
}

fn order(entry: &Entry<'_, '_>) -> Order {
    Order {
        first: entry.id("first"),
        second: entry.id("second"),
        gap_min: entry.minutes_fine("gap_min_minutes").unwrap_or(Seconds::ZERO),
        gap_max: entry.minutes_fine("gap_max_minutes"),
    }
}

/// Whole minutes by id.
fn minutes_by_id<Id: From<String>>(entry: &Entry<'_, '_>, name: &str) -> Vec<(Id, Minutes)> {
    entry.whole_by_id(name).into_iter().map(|(id, minutes)| (id, Minutes(minutes))).collect()
}

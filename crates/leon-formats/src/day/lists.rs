//! A day from two lists that a spreadsheet holds: its visits and its carers, as CSV.

pub(crate) mod table;

use super::clock::{Clock, Said};
use super::fault;
use super::read::{DETOUR, DayRead};
use crate::cause::Cause;
use crate::problem::Problems;
use crate::shown::shown;
use jiff::civil::Date;
use leon_model::{
    Carer, Citizen, Day, DayFault, DayGroup, DayList, DayProblem, DayTables, Kroner, Location, Meeting, Minutes, Mode,
    Moment, Necessity, Pin, Point, Seconds, Shift, Slot, Transport, TransportKind, TravelTimes, Travelling, Visit,
    Window, Work,
};
use std::collections::{BTreeMap, BTreeSet};
pub(crate) use table::ListColumn;
use table::{Cells, Table};

const fn required(name: &'static str, doc: &'static str) -> ListColumn {
    ListColumn { name, required: true, doc }
}

const fn optional(name: &'static str, doc: &'static str) -> ListColumn {
    ListColumn { name, required: false, doc }
}

/// The columns of the list of visits.
pub(super) const VISIT_COLUMNS: &[ListColumn] = &[
    required("id", "The visit's id."),
    required("citizen", "The citizen's id; opaque, never a CPR number."),
    required("latitude", "Where: degrees, WGS 84."),
    required("longitude", "Where: degrees, WGS 84."),
    required("open", "Begins not before: `07:30` on the date, or `2026-11-23T07:30`."),
    optional("soft_close", "Late after this. Empty: all of the window is as good."),
    required("close", "Begins never after."),
    required("minutes", "Time at the citizen's."),
    optional("carers", "How many carers, who begin together. Empty: 1."),
    optional("groups", "Staff groups that may come, with blanks between. Empty: all."),
    optional("competences", "Competences that each carer must hold, with blanks between."),
    optional("mode", "`physical`, `screen` or `either`. Empty: `physical`."),
    optional("priority", "0 to 255; low ones are left out first. Empty: 1."),
    optional("label", "What it is, in a few words."),
];

/// The columns of the list of carers.
pub(super) const CARER_COLUMNS: &[ListColumn] = &[
    required("id", "The carer's id."),
    required("group", "The staff group."),
    required("level", "The staff group's level of care (LEON), 1 lowest."),
    optional("competences", "What the carer may do, with blanks between."),
    required("start", "When the shift begins: `07:00` on the date, or `2026-11-23T07:00`."),
    required("end", "When it ends."),
    required("transport", "`car`, `bike`, `foot`, `public`, or `screen` for who does not travel."),
    optional("latitude", "Where the shift begins and ends: degrees, WGS 84. Empty: at the first and last visit."),
    optional("longitude", "Where the shift begins and ends."),
];

/// Mean speeds in km/h, for lists say nothing of them. Assumptions; a day file can say better.
const SPEEDS: [(&str, TransportKind, f64); 4] = [
    ("car", TransportKind::Car, 35.0),
    ("bike", TransportKind::Bike, 15.0),
    ("foot", TransportKind::Foot, 5.0),
    ("public", TransportKind::Public, 18.0),
];

/// Reads a day from a list of visits and a list of carers, each given by its file's name and text: CSV with commas,
/// and on the first row the names of its columns.
///
/// Staff groups, citizens and places follow from the lists. Travel goes straight, at a mean speed for each transport.
///
/// ```
/// use leon_formats::day::read_day_lists;
/// let visits = "id,citizen,latitude,longitude,open,close,minutes\nv1,b1,56.16,10.20,07:30,09:00,20\n";
/// let carers = "id,group,level,start,end,transport\nm1,ssh,1,07:00,15:00,bike\n";
/// let read = read_day_lists(("visits.csv", visits), ("carers.csv", carers), "2026-11-23");
/// assert_eq!(read.day.unwrap().visits.len(), 1);
/// ```
pub fn read_day_lists(visits: (&str, &str), carers: (&str, &str), date: &str) -> DayRead {
    let mut problems = Problems::default();
    let parsed = date.parse().ok().filter(|_: &Date| date.len() == 10);
    if parsed.is_none() {
        problems.add("", None, None, Cause::DateUnreadable { value: shown(date) });
    }
    let mut lists = Lists { clock: Clock::copenhagen(), date: parsed, ..Lists::default() };
    if let Some(table) = Table::read(visits.0, visits.1, VISIT_COLUMNS, &mut problems) {
        table.each(&mut problems, |cells| lists.visit(cells));
    }
    if let Some(table) = Table::read(carers.0, carers.1, CARER_COLUMNS, &mut problems) {
        table.each(&mut problems, |cells| lists.carer(cells));
    }
    let Lists { tables, from, clock, .. } = lists;
    let (day, found) = match Day::new(tables) {
        Ok(day) => {
            let warnings = day.warnings().to_vec();
            (Some(day), warnings)
        }
        Err(found) => (None, found),
    };
    let read_all = !problems.has_errors();
    // What the model finds may follow from a row that could not be read.
    for problem in found.iter().filter(|it| read_all || !matches!(it.fault, DayFault::UnknownId { .. })) {
        from.report(problem, &clock, [visits.0, carers.0], &mut problems);
    }
    let day = day.filter(|_| !problems.has_errors());
    DayRead { day, clock, problems: problems.into_sorted(&[visits.0.to_owned(), carers.0.to_owned()]) }
}

/// Which of the two lists a row is of.
#[derive(Clone, Copy)]
enum File {
    Visits,
    Carers,
}

/// The row that each entry of the day comes from.
#[derive(Default)]
struct Rows(BTreeMap<DayList, Vec<(File, usize)>>);

impl Rows {
    fn note(&mut self, list: DayList, file: File, cells: &Cells<'_>) {
        self.0.entry(list).or_default().push((file, cells.row));
    }

    fn of(&self, list: DayList, entry: usize) -> Option<(File, usize)> {
        self.0.get(&list)?.get(entry).copied()
    }

    fn report(&self, problem: &DayProblem, clock: &Clock, names: [&str; 2], problems: &mut Problems) {
        let name = |file: File| names[file as usize];
        let first =
            |list, entry| self.of(list, entry).map_or_else(String::new, |(file, row)| format!("{}:{row}", name(file)));
        let cause = fault::cause(&problem.fault, problem.list, first, clock);
        match self.of(problem.list, problem.entry) {
            Some((file, row)) => problems.add(name(file), Some(row), column(&problem.field), cause),
            None => problems.add("", None, None, cause),
        }
    }
}

/// The column of a field: the last name on the way to it.
fn column(field: &str) -> Option<&str> {
    let last = field.rsplit('.').next()?;
    last.split('[').next().filter(|it| !it.is_empty())
}

/// The day as its rows are read.
#[derive(Default)]
struct Lists {
    clock: Clock,
    date: Option<Date>,
    tables: DayTables,
    from: Rows,
    /// The citizens so far.
    citizens: BTreeSet<String>,
    /// Where citizens' visits are so far, by the location's id.
    homes: BTreeMap<String, Point>,
}

impl Lists {
    fn visit(&mut self, cells: &mut Cells<'_>) {
        let id = cells.text("id");
        let citizen = cells.text("citizen");
        let point = self.point(cells);
        let open = self.time(cells, "open", None);
        let window = Window {
            open: open.unwrap_or_default(),
            soft_close: self.time(cells, "soft_close", open),
            close: self.time(cells, "close", open).unwrap_or_default(),
            late_weight: 1.0,
        };
        let slot = Slot {
            competences: cells.ids("competences"),
            groups: cells.ids("groups"),
            duration: Minutes(cells.whole("minutes").unwrap_or(0)),
            duration_by_group: Vec::new(),
            duration_by_screen: None,
            needed: true,
            trainee: false,
        };
        let modes = [("physical", Mode::Physical), ("screen", Mode::Screen), ("either", Mode::Either)];
        let mode = cells.word("mode", &modes).unwrap_or(Mode::Physical);
        let carers = cells.small("carers").map_or(1, usize::from);
        let priority = cells.small("priority").unwrap_or(1);
        let label = cells.text("label");
        let Some(point) = point.filter(|_| cells.is_good()) else { return };
        if self.citizens.insert(citizen.clone()) {
            self.from.note(DayList::Citizens, File::Visits, cells);
            self.tables.citizens.push(Citizen { id: citizen.as_str().into(), dementia: false, faces: Vec::new() });
        }
        let location = self.home(cells, &citizen, &id, point);
        self.from.note(DayList::Visits, File::Visits, cells);
        self.tables.visits.push(Visit {
            id: id.into(),
            citizen: citizen.into(),
            location: location.into(),
            label,
            task: None,
            windows: vec![window],
            meetings: vec![Meeting { from: Seconds::ZERO, to: Seconds::ZERO }; carers.saturating_sub(1)],
            slots: vec![slot; carers],
            mode,
            necessity: Necessity::Mandatory { priority },
            wanted: Vec::new(),
            unwanted: Vec::new(),
            forbidden: Vec::new(),
            pin: Pin::default(),
        });
    }

    /// The citizen's home, or another place for a visit that is elsewhere.
    fn home(&mut self, cells: &Cells<'_>, citizen: &str, visit: &str, point: Point) -> String {
        let home = format!("home/{citizen}");
        let id = match self.homes.get(&home) {
            Some(known) if *known == point => return home,
            Some(_) => format!("{home}/{visit}"),
            None => home,
        };
        self.homes.insert(id.clone(), point);
        self.location(cells, &id, point, File::Visits);
        id
    }

    fn location(&mut self, cells: &Cells<'_>, id: &str, point: Point, file: File) {
        self.from.note(DayList::Locations, file, cells);
        self.tables.locations.push(Location { id: id.into(), point: Some(point), access: Seconds::ZERO });
    }

    fn carer(&mut self, cells: &mut Cells<'_>) {
        let id = cells.text("id");
        let group = cells.text("group");
        let level = cells.small("level").unwrap_or_default();
        let competences = cells.ids("competences");
        let start = self.time(cells, "start", None);
        let end = self.time(cells, "end", start);
        let ways = SPEEDS.map(|(word, kind, speed)| (word, Some((word, kind, speed))));
        let way = cells.word("transport", &[ways.as_slice(), &[("screen", None)]].concat()).flatten();
        let base = (cells.is_given("latitude") || cells.is_given("longitude")).then(|| self.point(cells)).flatten();
        self.group(cells, &group, level);
        if !cells.is_good() {
            return;
        }
        let place = base.map(|point| {
            let place = format!("base/{id}");
            self.location(cells, &place, point, File::Carers);
            place
        });
        let work = way.map_or(Work::Screen, |(word, kind, speed_kmh)| {
            if !self.tables.transports.iter().any(|it| it.id.as_str() == word) {
                self.from.note(DayList::Transports, File::Carers, cells);
                let times = TravelTimes::Straight { speed_kmh, detour: DETOUR };
                self.tables.transports.push(Transport { id: word.into(), kind, times, bands: Vec::new() });
            }
            let place = || place.as_deref().map(Into::into);
            Work::Visiting(Travelling {
                transport: word.into(),
                car: None,
                from: place(),
                to: place(),
                travel_max: None,
            })
        });
        self.from.note(DayList::Carers, File::Carers, cells);
        self.tables.carers.push(Carer {
            id: id.into(),
            group: group.into(),
            competences,
            trainee: false,
            burden_before: Minutes(0),
            shifts: vec![Shift {
                start: start.unwrap_or_default(),
                end: end.unwrap_or_default(),
                overtime_max: Minutes(0),
                work,
                visits_max: None,
                pauses: Vec::new(),
            }],
        });
    }

    /// The staff group, new or with the level that it has already.
    fn group(&mut self, cells: &mut Cells<'_>, group: &str, level: u8) {
        match self.tables.groups.iter().find(|it| it.id.as_str() == group) {
            Some(known) if known.level != level => {
                let cause = Cause::LevelDiffers { group: shown(group), level, first: known.level };
                cells.report("level", cause);
            }
            Some(_) => {}
            None if cells.is_good() => {
                self.from.note(DayList::Groups, File::Carers, cells);
                let free = Kroner(0.0);
                let id = group.into();
                let (name_da, name_en) = (String::new(), String::new());
                self.tables.groups.push(DayGroup {
                    id,
                    name_da,
                    name_en,
                    level,
                    dkk_per_hour: free,
                    overtime_dkk_per_hour: free,
                });
            }
            None => {}
        }
    }

    fn point(&self, cells: &mut Cells<'_>) -> Option<Point> {
        for column in ["latitude", "longitude"] {
            if !cells.is_given(column) && !cells.is_required(column) {
                cells.report(column, Cause::Empty {});
            }
        }
        let (latitude, longitude) = (cells.number("latitude"), cells.number("longitude"));
        Some(Point { latitude: latitude?, longitude: longitude? })
    }

    fn time(&self, cells: &mut Cells<'_>, column: &str, after: Option<Moment>) -> Option<Moment> {
        let text = cells.text(column);
        if text.is_empty() || self.date.is_none() {
            return None;
        }
        let moment = Said::parse(&text).and_then(|said| self.clock.moment(said, self.date, after));
        moment.map_err(|cause| cells.report(column, cause)).ok()
    }
}

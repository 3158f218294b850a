//! A plan of visits as a file: who goes where, when, and how the plan came about.

use super::clock::Clock;
use super::entry::Entry;
use super::read::{check_schema, set_clock};
use super::shape::Kind::{self, *};
use super::shape::{Shape, optional, required};
use super::source::Source;
use super::write::JsonLines;
use crate::cause::Cause;
use crate::problem::Problem;
use leon_model::{Doing, LeftOut, Moment, Route, RoutePlan, Seconds, Stop};
use serde::Serialize;

/// What the first field of a plan file says.
const PLAN_SCHEMA: &str = "leon/plan/1";

/// How a plan came about: with these, the same version makes the same plan again.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Provenance {
    /// The version of Leon that made it.
    pub leon_version: String,
    /// SHA-256 of the day file, in hexadecimal.
    pub day_sha256: String,
    pub seed: u64,
    /// How long the search could take, when that was its limit. Then the machine has a say in the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    /// How many rounds the search could take, when that was its limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iterations: Option<u64>,
}

/// What was read from a plan file.
#[derive(Clone, Debug, Default)]
pub struct PlanRead {
    /// The plan as it stands, unless there are errors. Whether it fits a day is for the check to say: its visits,
    /// slots, shifts and pauses may be none of the day's.
    pub plan: Option<RoutePlan>,
    pub made_by: Option<Provenance>,
    /// Every problem, line by line.
    pub problems: Vec<Problem>,
}

pub(super) static PLAN: Shape = Shape {
    name: "plan",
    doc: "A plan of visits: who goes where, when.",
    fields: &[
        required("schema", Exactly(PLAN_SCHEMA), "The format and its version."),
        optional("date", Date, "The day on which times of day lie, where there are any."),
        optional("time_zone", Text, "A name of the IANA time zone database. Left out: `Europe/Copenhagen`."),
        optional("made_by", Object(&MADE_BY), "How the plan came about."),
        required("routes", List(&ROUTE), "A route for each shift that has stops."),
        optional("left_out", List(&LEFT_OUT), "The slots that nobody fills."),
    ],
};

static MADE_BY: Shape = Shape {
    name: "made_by",
    doc: "How a plan came about: with these, the same version makes the same plan again.",
    fields: &[
        required("leon_version", Text, "The version of Leon."),
        required("day_sha256", Hash, "SHA-256 of the day file, in hexadecimal."),
        required("seed", Count, "The seed of the search."),
        optional("seconds", Between(0.0, 1e9), "How long the search could take, when that was its limit."),
        optional("iterations", Count, "How many rounds it could take, when that was its limit."),
    ],
};

static ROUTE: Shape = Shape {
    name: "route",
    doc: "A carer's way through a shift.",
    fields: &[
        required("carer", Id, "Who."),
        required("shift", Count, "Which of the carer's shifts in order of time, counted from 0."),
        optional("transport", Id, "How the carer gets about. Left out: a screen shift."),
        required("leave", Time, "When the carer sets out."),
        required("stops", List(&STOP), "The stops in order of time."),
        optional("travel_home_seconds", Kind::Seconds, "Travel from the last stop to the end place. Left out: 0."),
        required("done", Time, "When the carer is done."),
    ],
};

static STOP: Shape = Shape {
    name: "stop",
    doc: "A visit, or a pause.",
    fields: &[
        optional("visit", Id, "The visit."),
        optional("slot", Count, "The slot of the visit, counted from 0. Left out: 0."),
        optional("pause", Count, "Instead of a visit: the pause of the shift, counted from 0."),
        optional("travel_seconds", Kind::Seconds, "Travel from the stop before, access included. Left out: 0."),
        required("arrive", Time, "When the carer is there."),
        required("start", Time, "When it begins."),
        required("end", Time, "When it ends."),
    ],
};

static LEFT_OUT: Shape = Shape {
    name: "left_out",
    doc: "A slot that nobody fills.",
    fields: &[
        required("visit", Id, "The visit."),
        optional("slot", Count, "The slot of the visit, counted from 0. Left out: 0."),
    ],
};

/// Reads a plan file. `file` is its name in messages.
pub fn read_plan(file: &str, text: &str) -> PlanRead {
    let mut source = Source::new(file, text);
    let read = read_root(&mut source);
    let good = source.errors() == 0;
    let (plan, made_by) = read.filter(|_| good).unzip();
    PlanRead { plan, made_by: made_by.flatten(), problems: source.into_problems() }
}

fn read_root(source: &mut Source<'_>) -> Option<(RoutePlan, Option<Provenance>)> {
    let root = source.root()?;
    set_clock(source, root);
    let file = Entry::open(source, root, String::new(), &PLAN)?;
    check_schema(&file, PLAN_SCHEMA)?;
    let routes = file.list("routes", |_, it| route(it));
    let left_out =
        file.list("left_out", |_, it| LeftOut { visit: it.id("visit"), slot: it.index("slot").unwrap_or(0) });
    Some((RoutePlan { routes, left_out }, file.object("made_by").map(|it| made_by(&it))))
}

fn made_by(entry: &Entry<'_, '_>) -> Provenance {
    Provenance {
        leon_version: entry.text("leon_version").unwrap_or_default(),
        day_sha256: entry.hash("day_sha256").unwrap_or_default(),
        seed: entry.large("seed").unwrap_or_default(),
        seconds: entry.number("seconds"),
        iterations: entry.large("iterations"),
    }
}

fn route(entry: &Entry<'_, '_>) -> Route {
    let moment = |name| entry.single_moment(name).unwrap_or(Moment(0));
    Route {
        carer: entry.id("carer"),
        shift: entry.index("shift").unwrap_or(0),
        transport: entry.optional_id("transport"),
        leave: moment("leave"),
        stops: entry.list("stops", |_, it| stop(it)),
        travel_home: entry.seconds("travel_home_seconds").unwrap_or(Seconds::ZERO),
        done: moment("done"),
    }
}

fn stop(entry: &Entry<'_, '_>) -> Stop {
    if entry.has("visit") == entry.has("pause") || (entry.has("pause") && entry.has("slot")) {
        entry.report("visit", Cause::StopUnclear {});
    }
    let moment = |name| entry.single_moment(name).unwrap_or(Moment(0));
    Stop {
        doing: match entry.index("pause") {
            Some(pause) => Doing::Pause { pause },
            None => Doing::Visit { visit: entry.id("visit"), slot: entry.index("slot").unwrap_or(0) },
        },
        travel: entry.seconds("travel_seconds").unwrap_or(Seconds::ZERO),
        arrive: moment("arrive"),
        start: moment("start"),
        end: moment("end"),
    }
}

#[derive(Serialize)]
struct RouteRow<'a> {
    carer: &'a str,
    shift: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    transport: Option<&'a str>,
    leave: String,
    stops: Vec<StopRow<'a>>,
    travel_home_seconds: i64,
    done: String,
}

#[derive(Serialize)]
struct StopRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pause: Option<usize>,
    travel_seconds: i64,
    arrive: String,
    start: String,
    end: String,
}

#[derive(Serialize)]
struct LeftOutRow<'a> {
    visit: &'a str,
    slot: usize,
}

/// A plan file that is read again as the same plan, a route a line, times labelled by the Danish clock.
///
/// ```
/// use leon_formats::day::{Provenance, read_plan, write_plan};
/// use leon_model::RoutePlan;
/// let made_by = Provenance { seed: 7, iterations: Some(1000), ..Provenance::default() };
/// let read = read_plan("plan.json", &write_plan(&RoutePlan::default(), &made_by));
/// assert_eq!((read.plan, read.made_by), (Some(RoutePlan::default()), Some(made_by)));
/// ```
pub fn write_plan(plan: &RoutePlan, made_by: &Provenance) -> String {
    let clock = Clock::copenhagen();
    let mut file = JsonLines::new(PLAN_SCHEMA);
    file.field("made_by", made_by);
    file.list("routes", plan.routes.iter().map(|it| route_row(it, &clock)));
    file.list("left_out", plan.left_out.iter().map(|it| LeftOutRow { visit: it.visit.as_str(), slot: it.slot }));
    file.finish()
}

fn route_row<'a>(it: &'a Route, clock: &Clock) -> RouteRow<'a> {
    RouteRow {
        carer: it.carer.as_str(),
        shift: it.shift,
        transport: it.transport.as_ref().map(|it| it.as_str()),
        leave: clock.label(it.leave),
        stops: it.stops.iter().map(|it| stop_row(it, clock)).collect(),
        travel_home_seconds: it.travel_home.0,
        done: clock.label(it.done),
    }
}

fn stop_row<'a>(it: &'a Stop, clock: &Clock) -> StopRow<'a> {
    let (visit, slot, pause) = match &it.doing {
        Doing::Visit { visit, slot } => (Some(visit.as_str()), Some(*slot), None),
        Doing::Pause { pause } => (None, None, Some(*pause)),
    };
    StopRow {
        visit,
        slot,
        pause,
        travel_seconds: it.travel.0,
        arrive: clock.label(it.arrive),
        start: clock.label(it.start),
        end: clock.label(it.end),
    }
}

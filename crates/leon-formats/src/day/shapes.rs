//! The objects of a day file, field by field. **Define a field here**; its value is read in `read`, written in
//! `write`.

use super::shape::Kind::*;
use super::shape::{Field, Shape, Words, optional, required};

/// What the first field of a day file says.
pub(crate) const DAY_SCHEMA: &str = "leon/day/1";

/// The days of the week as files name them, Monday first.
pub(crate) const WEEKDAYS: Words = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub(crate) const TRANSPORT_KINDS: Words = &["car", "bike", "foot", "public"];
pub(crate) const WORK: Words = &["visiting", "screen"];
pub(crate) const PAUSE_KINDS: Words = &["break", "appointment"];
pub(crate) const MODES: Words = &["physical", "screen", "either"];
pub(crate) const COMPLEXITIES: Words = &["low", "medium", "high"];

/// An upper bound for amounts that weigh or cost.
const AMOUNT_MAX: f64 = 1e6;

const ID: Field = required("id", Id, "Its id: letters, digits and `_ - . /`. Opaque; never a CPR number.");
const DAYS: Field = optional(
    "days",
    Days,
    "On which of the file's dates its times of day lie: days of the week (`mon` … `sun`) or dates. Left out: on \
     each.",
);

pub(crate) static DAY: Shape = Shape {
    name: "day",
    doc: "A day of visits, or several: what is to be done, who is there, and how they get about. A time is a time of \
          day (`07:30`, on the file's `date`), or has its date (`2026-11-23T07:30`), or an offset too \
          (`2026-11-23T07:30+01:00`, needed only for the hour that the clock is set back). An end before its \
          beginning lies on the next day, if it is then at most 12 hours later.",
    fields: &[
        required("schema", Exactly(DAY_SCHEMA), "The format and its version."),
        optional("date", Date, "The day on which times of day lie."),
        optional("dates", Dates, "Instead of `date`: several days. Windows, shifts and bands repeat on each."),
        optional("time_zone", Text, "A name of the IANA time zone database. Left out: `Europe/Copenhagen`."),
        optional("synthetic", Flag, "Whether a generator made the day up. Left out: `false`."),
        optional(
            "change_tolerance_minutes",
            Minutes,
            "A start that moves by less is no change from the published plan. Left out: 0.",
        ),
        optional(
            "goals",
            Goals,
            "What a plan is good for, most important first: a list of levels, each a goal or an object of goals and \
             weights that are added. Left out: Leon's order, see `docs/concepts/route.md`.",
        ),
        optional("continuity", Object(&CONTINUITY), "How continuity is counted."),
        required("groups", List(&GROUP), "Staff groups."),
        required("locations", List(&LOCATION), "Places on the map."),
        optional("transports", List(&TRANSPORT), "Ways of getting about."),
        optional("car_pools", List(&CAR_POOL), "Cars that several carers share."),
        required("citizens", List(&CITIZEN), "Those who are visited."),
        required("carers", List(&CARER), "Those who visit."),
        required("visits", List(&VISIT), "What is to be done."),
        optional("orders", List(&ORDER), "Pairs of visits of which one comes after the other."),
    ],
};

pub(crate) static CONTINUITY: Shape = Shape {
    name: "continuity",
    doc: "How continuity is counted, in new faces.",
    fields: &[
        optional(
            "dementia_weight",
            Between(0.0, AMOUNT_MAX),
            "What a new face counts for a citizen with dementia, where it counts 1 for others. Left out: 2.",
        ),
        optional("unwanted", Between(0.0, AMOUNT_MAX), "What an unwanted carer counts, for each visit. Left out: 1."),
        optional("wanted", Between(0.0, AMOUNT_MAX), "What a wanted carer takes off, for each visit. Left out: 1/3."),
    ],
};

pub(crate) static GROUP: Shape = Shape {
    name: "group",
    doc: "A staff group.",
    fields: &[
        ID,
        optional("name_da", Text, "Its name in Danish. Left out: its id."),
        optional("name_en", Text, "Its name in English. Left out: its id."),
        required("level", Small, "Its level of care (LEON), 1 lowest."),
        optional("dkk_per_hour", Between(0.0, AMOUNT_MAX), "Price of an hour in kroner. Left out: 0."),
        optional(
            "overtime_dkk_per_hour",
            Between(0.0, AMOUNT_MAX),
            "Price of an hour beyond the shift. Left out: as `dkk_per_hour`.",
        ),
    ],
};

pub(crate) static LOCATION: Shape = Shape {
    name: "location",
    doc: "A place on the map where somebody lives or works.",
    fields: &[
        ID,
        optional("latitude", Between(-90.0, 90.0), "Degrees, WGS 84. Needed unless each transport has a matrix."),
        optional("longitude", Between(-180.0, 180.0), "Degrees, WGS 84."),
        optional(
            "access_seconds",
            Seconds,
            "Parking, stairs, the key: added to each way that ends here and began elsewhere. Left out: 0.",
        ),
    ],
};

pub(crate) static TRANSPORT: Shape = Shape {
    name: "transport",
    doc: "A way of getting about, with a matrix of times or a mean speed.",
    fields: &[
        ID,
        required("kind", Word(TRANSPORT_KINDS), "What it is."),
        optional(
            "travel_seconds",
            Matrix,
            "Travel times: a row for each location to come from, in it a number for each location to go to, both in \
             the order of `locations`. `null`: no way.",
        ),
        optional("speed_kmh", Between(0.1, 1000.0), "Without a matrix: mean speed along the way."),
        optional(
            "detour",
            Between(1.0, 10.0),
            "Without a matrix: how much longer the way is than the great circle. Left out: 1.3.",
        ),
        optional("bands", List(&BAND), "Travel that depends on the time of day."),
    ],
};

pub(crate) static BAND: Shape = Shape {
    name: "band",
    doc: "From this time until the next band a way takes `factor` times as long.",
    fields: &[
        required("from", Time, "When it begins."),
        required("factor", Between(0.01, 100.0), "How many times as long as the matrix or the speed says."),
        DAYS,
    ],
};

pub(crate) static CAR_POOL: Shape = Shape {
    name: "car_pool",
    doc: "Cars that several carers share.",
    fields: &[ID, required("cars", Count, "How many.")],
};

pub(crate) static CITIZEN: Shape = Shape {
    name: "citizen",
    doc: "A citizen, as far as planning needs to know.",
    fields: &[
        ID,
        optional("dementia", Flag, "Whether known faces matter more. Left out: `false`."),
        optional(
            "faces",
            CountById,
            "Who has come in the last four weeks, and how often: ids of carers and numbers of visits.",
        ),
    ],
};

pub(crate) static CARER: Shape = Shape {
    name: "carer",
    doc: "A carer.",
    fields: &[
        ID,
        required("group", Id, "The staff group."),
        optional("competences", Ids, "What the carer may do."),
        optional(
            "trainee",
            Flag,
            "Whether the carer comes along to learn and fills the slots of trainees only. Left out: `false`.",
        ),
        optional(
            "burden_before_minutes",
            MinutesSigned,
            "Burden carried in earlier days above the team's mean, below 0 when under it. Left out: 0.",
        ),
        required("shifts", List(&SHIFT), "When the carer works."),
    ],
};

pub(crate) static SHIFT: Shape = Shape {
    name: "shift",
    doc: "A stretch of work.",
    fields: &[
        required("start", Time, "When it begins."),
        required("end", Time, "When it ends."),
        DAYS,
        optional("overtime_max_minutes", Minutes, "How long the carer may be kept beyond it. Left out: 0."),
        optional(
            "work",
            Word(WORK),
            "`visiting` goes from citizen to citizen, `screen` stays at a screen. Left out: `visiting`.",
        ),
        optional("transport", Id, "How a visiting carer gets about."),
        optional("car_pool", Id, "The transport is a car from this pool."),
        optional("without_car", Id, "The transport when the pool has no car left; left out: no route then."),
        optional("from", Id, "The location where the shift begins. Left out: at the first visit."),
        optional("to", Id, "The location where it ends. Left out: at the last visit."),
        optional("travel_max_minutes", Minutes, "The most travel, the way home included. Left out: no limit."),
        optional("visits_max", Count, "The most visits. Left out: no limit."),
        optional("pauses", List(&PAUSE), "Time that is not for visits."),
    ],
};

pub(crate) static PAUSE: Shape = Shape {
    name: "pause",
    doc: "Time of a shift that is not for visits.",
    fields: &[
        optional(
            "kind",
            Word(PAUSE_KINDS),
            "A break, or an appointment: a meeting, a course, an errand of the carer's own. Left out: `break`.",
        ),
        required("earliest", Time, "Begins not before."),
        optional("latest", Time, "Begins not after. Left out: at `earliest`."),
        required("minutes", Minutes, "How long it is."),
        optional("location", Id, "Where. Left out: where the carer happens to be."),
        optional("paid", Flag, "Whether it is paid. Left out: `true`."),
    ],
};

pub(crate) static VISIT: Shape = Shape {
    name: "visit",
    doc: "A visit.",
    fields: &[
        ID,
        required("citizen", Id, "Who is visited."),
        required("location", Id, "Where."),
        optional("label", Text, "What it is, in a few words for the carer's list. No name, no CPR number."),
        optional("task", Id, "The case's task, where the visit comes from a case; then with `complexity`."),
        optional("complexity", Word(COMPLEXITIES), "The complexity of the citizen's whole condition."),
        required("windows", List(&WINDOW), "When it may begin: one window or several."),
        required("slots", List(&SLOT), "Who is needed: a slot for each carer."),
        optional(
            "meetings",
            List(&MEETING),
            "For each slot after the first, how its start lies to the first's. Left out: all begin together.",
        ),
        optional("mode", Word(MODES), "On the spot, by screen, or either. Left out: `physical`."),
        optional(
            "priority",
            Small,
            "If hands are missing, low priorities are left out first: one of 3 counts as three of 1. Left out: 1.",
        ),
        optional(
            "optional_worth_minutes",
            Minutes,
            "Instead of `priority`: the visit may be left out, at the price of so much paid time.",
        ),
        optional("wanted", Ids, "Carers whom the citizen wants."),
        optional("unwanted", Ids, "Carers whom the citizen would rather not see."),
        optional("forbidden", Ids, "Carers who must not come."),
        optional("pin", Object(&PIN), "What a planner holds fast."),
    ],
};

pub(crate) static WINDOW: Shape = Shape {
    name: "window",
    doc: "When a visit may begin.",
    fields: &[
        required("open", Time, "Not before; who comes early waits."),
        optional("soft_close", Time, "Late after this. Left out: all of the window is as good."),
        required("close", Time, "Never after."),
        optional("late_weight", Between(0.0, AMOUNT_MAX), "What a minute after `soft_close` weighs. Left out: 1."),
        DAYS,
    ],
};

pub(crate) static SLOT: Shape = Shape {
    name: "slot",
    doc: "One carer's part in a visit.",
    fields: &[
        required("minutes", Minutes, "Time at the citizen's, unless a line below says otherwise."),
        optional("minutes_by_group", MinutesById, "Time when somebody of the staff group comes."),
        optional("minutes_by_screen", Minutes, "Time when it is done by screen."),
        optional("competences", Ids, "Competences that the carer must hold, all of them."),
        optional("groups", Ids, "Staff groups that may come. Left out: all."),
        optional("needed", Flag, "Whether the visit cannot go ahead without this slot. Left out: `true`."),
        optional("trainee", Flag, "Whether a trainee fills this slot, and nobody else. Left out: `false`."),
    ],
};

pub(crate) static MEETING: Shape = Shape {
    name: "meeting",
    doc: "How long after the start of the first slot another begins.",
    fields: &[
        optional("from_minutes", MinutesFine, "At least. Left out: 0."),
        optional("to_minutes", MinutesFine, "At most. Left out: as `from_minutes`."),
    ],
};

pub(crate) static PIN: Shape = Shape {
    name: "pin",
    doc: "What a planner holds fast in a visit.",
    fields: &[
        optional("carers", IdsOrNull, "By slot: who comes; `null`: anybody."),
        optional("start", Time, "When the first slot begins."),
    ],
};

pub(crate) static ORDER: Shape = Shape {
    name: "order",
    doc: "Two visits in order: the second begins so long after the first begins.",
    fields: &[
        required("first", Id, "The visit that comes first."),
        required("second", Id, "The visit that comes after."),
        optional("gap_min_minutes", MinutesFine, "At least. Left out: 0."),
        optional("gap_max_minutes", MinutesFine, "At most. Left out: as late as its own window allows."),
    ],
};

//! The objects of a period file, field by field. **Define a field here**; its value is read in `read`, written in
//! `write`.

use crate::day::shape::Kind::*;
use crate::day::shape::{Field, Shape, Words, optional, required};
use crate::day::shapes::GROUP;

/// What the first field of a period file says.
pub(super) const PERIOD_SCHEMA: &str = "leon/period/1";

pub(super) const UNIT_KINDS: Words = &["ward", "outpatient", "home_care", "acute_team", "nursing_home", "office"];
pub(super) const SHIFT_KINDS: Words = &["day", "evening", "night", "on_call_at_work", "on_call_at_home"];
pub(super) const EXPERIENCE: Words = &["trainee", "newcomer", "experienced"];
pub(super) const REASONS: Words = &["senior", "pregnancy", "under_18", "health"];
pub(super) const ABSENCES: Words = &["holiday", "illness", "time_off_in_lieu", "leave"];
pub(super) const WANTED: Words = &["off", "on", "kind", "not_kind", "shift"];

pub(super) const EVIDENCE: Words = &["measured", "register", "informants", "single_case", "claim", "assumption"];

/// An upper bound for amounts that weigh or cost.
const AMOUNT_MAX: f64 = 1e6;

const ID: Field = required("id", Id, "Its id: letters, digits and `_ - . /`. Opaque; never a CPR number.");
const UNIT: Field = required("unit", Id, "The unit.");
const FROM: Field = required("from", TimeOfDay, "When it begins.");
const TO: Field = required("to", TimeOfDay, "When it ends; at or before `from`: on the next day.");
const DAYS: Field = required("days", Days, "Days of the week (`mon` … `sun`) and dates on which it holds.");
const AS_SUNDAYS: Field = optional(
    "holidays_as_sundays",
    Flag,
    "Whether a public holiday counts as a Sunday instead of its own weekday. Left out: `false`.",
);
const WEIGHT: Field = optional("weight", Between(0.0, AMOUNT_MAX), "What a missing hour weighs. Left out: 1.");
const BEGINS: Field = required("from", Time, "When it begins, with its date.");
const ENDS: Field = required("to", Time, "When it ends, with its date.");

pub(crate) static PERIOD: Shape = Shape {
    name: "period",
    doc: "Weeks to make a roster for: people, shifts, cover, rules, wishes. Times are Danish. A time with a date is \
          `2026-11-23T07:30`, or has an offset too (`2026-10-25T02:30+01:00`, needed only for the hour that the clock \
          is set back).",
    fields: &[
        required("schema", Exactly(PERIOD_SCHEMA), "The format and its version."),
        required("first", Date, "The period's first date."),
        required("last", Date, "Its last date."),
        optional("announced", Time, "When people know the roster, or are to. Left out: not settled."),
        optional("synthetic", Flag, "Whether it is made up. Left out: `false`."),
        optional(
            "rules",
            Ids,
            "The packs of rules that hold, such as `statute` and `municipal`; see `docs/reference/rules.md`.",
        ),
        optional("local_agreements", List(&LOCAL_AGREEMENT), "What is agreed in the place of rules."),
        optional("public_holidays", List(&PUBLIC_HOLIDAY), "Public holidays in the period and its norm periods."),
        optional(
            "goals",
            RosterGoals,
            "What a roster is good for, most important first: a list of levels, each a goal or an object of goals and \
             weights that are added. Left out: Leon's order, see `docs/concepts/roster.md`.",
        ),
        required("units", List(&UNIT_SHAPE), "Units with a roster."),
        optional("pools", List(&POOL), "People who may be lent."),
        required("groups", List(&GROUP), "Staff groups."),
        optional("competences", List(&COMPETENCE), "Competences beyond the groups."),
        optional("functions", List(&FUNCTION), "What somebody can take on in a shift."),
        required("shift_types", List(&SHIFT_TYPE), "Shifts."),
        required("people", List(&PERSON), "Those who work them."),
        required("cover", List(&COVER), "How many must be there."),
        optional("mix", List(&MIX), "What mix they must be."),
        optional("wish_round", Object(&WISH_ROUND), "The frame of a self-rostering round."),
        optional("wishes", List(&WISH), "What people wish for."),
    ],
};

static LOCAL_AGREEMENT: Shape = Shape {
    name: "local_agreement",
    doc: "An agreement between the parties at a workplace, which sets or replaces rules.",
    fields: &[
        ID,
        required("parties", Text, "Who has agreed."),
        required("signed", Date, "When."),
        optional("from", Date, "First date on which it holds. Left out: from when it is signed."),
        optional("to", Date, "Last date. Left out: until further notice."),
        optional("units", Ids, "Units for whose people it holds. Left out: all."),
        required("clauses", List(&CLAUSE), "What it says."),
    ],
};

static CLAUSE: Shape = Shape {
    name: "clause",
    doc: "What a local agreement puts in the place of a rule.",
    fields: &[
        required("replaces", Id, "The rule's id, such as `L3`."),
        optional(
            "parameters",
            Parameters,
            "The parameters of the rule's kind, all of them; see `docs/reference/rules.md`. Left out: the rule is not \
             to hold.",
        ),
    ],
};

static PUBLIC_HOLIDAY: Shape = Shape {
    name: "public_holiday",
    doc: "A public holiday.",
    fields: &[
        required("date", Date, "When."),
        optional("name", Text, "What it is called."),
        optional("begins", TimeOfDay, "When it begins. Left out: at midnight."),
        optional("lowers_norm", Flag, "Whether it takes hours off the norm on a weekday. Left out: `true`."),
    ],
};

static UNIT_SHAPE: Shape = Shape {
    name: "unit",
    doc: "A unit with a roster.",
    fields: &[
        ID,
        optional("name", Text, "Its name. Left out: its id."),
        required("kind", Word(UNIT_KINDS), "What kind of place it is, where rules ask."),
    ],
};

static POOL: Shape = Shape {
    name: "pool",
    doc: "People who may be lent to other units.",
    fields: &[ID, required("lends_to", Ids, "Units that its members may work in, beside their own.")],
};

static COMPETENCE: Shape = Shape {
    name: "competence",
    doc: "A competence.",
    fields: &[
        ID,
        optional("name_da", Text, "Its name in Danish. Left out: its id."),
        optional("name_en", Text, "Its name in English. Left out: its id."),
    ],
};

static FUNCTION: Shape = Shape {
    name: "function",
    doc: "What somebody takes on in a shift, such as coordinating it.",
    fields: &[ID, optional("competence", Id, "The competence that it takes. Left out: none.")],
};

static SHIFT_TYPE: Shape = Shape {
    name: "shift_type",
    doc: "A shift of a unit.",
    fields: &[
        ID,
        UNIT,
        required("kind", Word(SHIFT_KINDS), "What kind of shift it is."),
        required("start", TimeOfDay, "When it begins."),
        required("end", TimeOfDay, "When it ends; at or before `start`: on the next day."),
        optional("pause_minutes", Minutes, "The pause. Left out: 0."),
        optional("pause_paid", Flag, "Whether the pause counts as hours of work. Left out: `true`."),
        optional(
            "hour_counts",
            Between(0.0, 1.0),
            "What an hour of it counts as hours of work, where on-call counts less. Left out: 1.",
        ),
        optional("groups", Ids, "Staff groups that may work it. Left out: all."),
        optional("functions", Ids, "Functions that can be taken in it."),
    ],
};

static PERSON: Shape = Shape {
    name: "person",
    doc: "Somebody who works shifts.",
    fields: &[
        ID,
        required("group", Id, "The staff group."),
        optional("competences", Ids, "What the person may do beyond the group."),
        optional("experience", Word(EXPERIENCE), "How long in the work. Left out: `experienced`."),
        required("contract", Object(&CONTRACT), "Terms of employment."),
        required("workplaces", List(&WORKPLACE), "Units of the person's own; several: a shared position."),
        optional("leader", Id, "The unit whose leader the person refers to."),
        optional("pools", Ids, "Pools that may lend the person."),
        optional("considerations", List(&CONSIDERATION), "What the person is kept from."),
        optional("absences", List(&ABSENCE), "When the person is away."),
        optional("fixed_duties", List(&FIXED_DUTY), "Work that is settled and no shift."),
        optional("history", Object(&HISTORY), "What came before the period."),
        optional("wish_account", List(&WISH_YEAR), "What became of earlier wishes."),
    ],
};

static CONTRACT: Shape = Shape {
    name: "contract",
    doc: "Terms of employment.",
    fields: &[
        required("agreement", Id, "The agreement, as rules name it: `kl.79.03`, `rltn.foa` and so on."),
        required("hours_per_week", Between(0.0, 60.0), "Hours a week on average over the norm period."),
        optional("full_time_hours_per_week", Between(1.0, 60.0), "Hours of a full-time position. Left out: 37."),
        required("norm", Object(&NORM), "The norm period."),
        optional(
            "opted_out",
            Flag,
            "Whether the person has agreed to more than the average week's limit. Left out: `false`.",
        ),
        optional("posted", Date, "When the position was advertised. Left out: unknown."),
        optional("project_post", Flag, "A position in development, research or projects. Left out: `false`."),
    ],
};

static NORM: Shape = Shape {
    name: "norm",
    doc: "The time over which hours are levelled out; the next begins when it ends.",
    fields: &[
        required("first", Date, "First day of the one under way when the roster begins."),
        required("weeks", Small, "How long it is."),
        optional("worked_hours", Between(-1e4, 1e4), "Hours worked or credited in it before. Left out: 0."),
    ],
};

static WORKPLACE: Shape = Shape {
    name: "workplace",
    doc: "A unit of a person's own.",
    fields: &[
        UNIT,
        optional("share", Between(0.0, 1.0), "Share of the position; the shares add up to 1. Left out: 1."),
    ],
};

static CONSIDERATION: Shape = Shape {
    name: "consideration",
    doc: "A consideration for a person: a class of reasons, never a diagnosis, and one restriction at most.",
    fields: &[
        required("reason", Word(REASONS), "The class of reasons. Rules can hold for it."),
        optional("not_kinds", Words(SHIFT_KINDS), "No shifts of these kinds."),
        optional("not_from", TimeOfDay, "No work from this time of day …"),
        optional("not_to", TimeOfDay, "… to this; at or before `not_from`: on the next day."),
        optional("length_max_hours", Between(0.0, 72.0), "No duty longer than this."),
        optional("nights_a_week_max", Small, "Never more nights in a calendar week."),
        optional("rest_min_hours", Between(0.0, 168.0), "At least this between duties."),
        optional(
            "burden_share_max",
            Between(0.0, 1.0),
            "No more than this part of a fair share of shift burden, as agreed for seniors.",
        ),
    ],
};

static ABSENCE: Shape = Shape {
    name: "absence",
    doc: "Time in which a person does not work.",
    fields: &[
        required("kind", Word(ABSENCES), "Why."),
        BEGINS,
        ENDS,
        optional("credited_hours", Between(0.0, 1e4), "Hours that it counts as, in the norm. Left out: 0."),
        optional("told", Time, "When the person was told, where rules ask."),
    ],
};

static FIXED_DUTY: Shape = Shape {
    name: "fixed_duty",
    doc: "Work that is settled and no shift: a course, a meeting.",
    fields: &[optional("label", Text, "What it is. No name."), BEGINS, ENDS],
};

static HISTORY: Shape = Shape {
    name: "history",
    doc: "What came before the period.",
    fields: &[
        optional("duties", List(&PAST_DUTY), "The last duties, in order of time; two weeks of them are enough."),
        optional("weeks", List(&PAST_WEEK), "Sums by calendar week, in order of time, as far back as averages go."),
        optional("burden_hours", Object(&BURDEN), "Shift burden above a fair share, below 0 when under it."),
    ],
};

static PAST_DUTY: Shape = Shape {
    name: "past_duty",
    doc: "A duty before the period.",
    fields: &[required("kind", Word(SHIFT_KINDS), "What kind of shift it was."), BEGINS, ENDS],
};

static PAST_WEEK: Shape = Shape {
    name: "past_week",
    doc: "What was worked in a calendar week, as far as it lies before the period.",
    fields: &[
        required("monday", Date, "The week's Monday."),
        required("hours", Between(0.0, 168.0), "Hours of work."),
        optional("night_hours", Between(0.0, 168.0), "Work in the night period. Left out: 0."),
        optional("weekend", Flag, "Whether a duty began on Saturday or Sunday. Left out: `false`."),
        optional("days_away", Small, "Days of holiday and illness. Left out: 0."),
    ],
};

const SIGNED_HOURS: crate::day::shape::Kind = Between(-AMOUNT_MAX, AMOUNT_MAX);

static BURDEN: Shape = Shape {
    name: "burden",
    doc: "Hours of shift burden above a fair share, by kind. Left out: 0.",
    fields: &[
        optional("evenings", SIGNED_HOURS, "Evening shifts."),
        optional("nights", SIGNED_HOURS, "Night shifts."),
        optional("weekends", SIGNED_HOURS, "Saturdays and Sundays."),
        optional("public_holidays", SIGNED_HOURS, "Public holidays."),
        optional("on_call", SIGNED_HOURS, "On call."),
    ],
};

static WISH_YEAR: Shape = Shape {
    name: "wish_year",
    doc: "What became of a person's wishes in a year.",
    fields: &[
        required("year", Count, "The year."),
        required("granted", Count, "Wishes granted."),
        required("refused", Count, "Wishes refused."),
        optional("popular", Count, "Shifts taken that many wished for. Left out: 0."),
    ],
};

static WHO: Shape = Shape {
    name: "who",
    doc: "Whom a row counts. What is left out asks nothing.",
    fields: &[
        optional("groups", Ids, "Of one of these staff groups."),
        optional("competences", Ids, "Holds all of these."),
        optional("functions", Ids, "Takes one of these functions in the shift."),
        optional("experience", Words(EXPERIENCE), "One of these. Left out: newcomers and experienced."),
    ],
};

static COVER: Shape = Shape {
    name: "cover",
    doc: "So many of these people, in this unit, at these times: a table's `min` and `target`, or `min` and `demand`.",
    fields: &[
        UNIT,
        DAYS,
        AS_SUNDAYS,
        FROM,
        TO,
        optional("who", Object(&WHO), "Whom it counts. Left out: everybody but trainees."),
        optional("kinds", Words(SHIFT_KINDS), "Kinds of shift that count. Left out: day, evening, night."),
        optional("min", Count, "The minimum. Left out: 0."),
        optional("target", Count, "The target. Left out: the minimum."),
        optional("demand", Object(&DEMAND), "Instead of `target`: demand that varies."),
        optional("surplus", Count, "More than this are a surplus. Left out: never."),
        WEIGHT,
        optional("evidence", Object(&COVER_EVIDENCE), "Where its numbers come from. Left out: not said."),
    ],
};

static COVER_EVIDENCE: Shape = Shape {
    name: "cover_evidence",
    doc: "Where the numbers of a row of cover come from.",
    fields: &[
        required("class", Word(EVIDENCE), "How well they are known."),
        required("source", Text, "In words: a file, a plan, a register."),
    ],
};

static DEMAND: Shape = Shape {
    name: "demand",
    doc: "Demand that varies; the target is the least number that is enough with the service level's probability.",
    fields: &[
        required("mean", Between(0.0, 1e4), "People needed on average."),
        required("standard_deviation", Between(0.0, 1e4), "How much it varies."),
        required("service_level", Between(0.5, 0.9999), "How often the target is to be enough."),
    ],
};

static MIX: Shape = Shape {
    name: "mix",
    doc: "A mix of people at work together: `at_least` so many, or `at_most_each` for each one of `per`.",
    fields: &[
        UNIT,
        DAYS,
        AS_SUNDAYS,
        FROM,
        TO,
        required("of", Object(&WHO), "Whom it speaks of."),
        optional("at_least", Count, "At least so many of them when anybody is at work."),
        optional("at_most_each", Between(0.0, 1e4), "At most so many of them for each one of `per`."),
        optional("per", Object(&WHO), "The colleagues that `at_most_each` counts."),
        WEIGHT,
    ],
};

static WISH_ROUND: Shape = Shape {
    name: "wish_round",
    doc: "The frame of a self-rostering round.",
    fields: &[
        BEGINS,
        ENDS,
        required("wishes_max", Count, "Wishes that each person may state."),
        required("hard_max", Count, "Hard wishes among them."),
    ],
};

static WISH: Shape = Shape {
    name: "wish",
    doc: "A wish of a person for a stretch of dates.",
    fields: &[
        ID,
        required("person", Id, "Who."),
        required("wants", Word(WANTED), "No work, work, a kind of shift, not a kind of shift, or one shift."),
        optional("kind", Word(SHIFT_KINDS), "The kind of shift, for `kind` and `not_kind`."),
        optional("shift", Id, "The shift, for `shift`."),
        required("from", Date, "The first date."),
        optional("to", Date, "The last date. Left out: as `from`."),
        optional("hard", Flag, "Whether the roster must keep it. Left out: `false`."),
        optional("weight", Between(0.0, AMOUNT_MAX), "What refusing it weighs, if it is not hard. Left out: 1."),
        optional("stated", Time, "When it was stated."),
    ],
};

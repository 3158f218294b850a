//! Every figure that a made-up day rests on, besides those of the case: value, range, evidence class and source.
//! Those of made-up periods stand in `period/calibration.rs`.

use leon_model::EvidenceClass::{self, Assumption, Measured, Register};

/// A figure of the calibration.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibrated {
    /// By which documentation and options speak of it.
    pub name: String,
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub unit: &'static str,
    pub class: EvidenceClass,
    /// Where it comes from; for assumptions, what they lean on.
    pub source: &'static str,
    /// What it is.
    pub doc: String,
}

/// A figure as it stands in the code.
pub(crate) struct Figure {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) unit: &'static str,
    pub(crate) class: EvidenceClass,
    pub(crate) source: &'static str,
    pub(crate) doc: &'static str,
}

pub(crate) const OURS: &str = "Leon's own assumption; no source at hand has the figure";
const AED06: &str = "Statistics Denmark, AED06, home help in own home 2022";
const DAGI: &str = "Leon, areas and midpoints of the 98 municipalities (DAGI, 2015)";

macro_rules! figures {
    ($($name:ident = $value:literal [$low:literal, $high:literal] $unit:literal, $class:ident, $source:expr, $doc:literal;)+) => {
        $(
            #[doc = $doc]
            pub(crate) static $name: $crate::calibration::Figure = $crate::calibration::Figure {
                value: $value, low: $low, high: $high, unit: $unit, class: $class, source: $source, doc: $doc,
            };
        )+
        /// Each figure by its name.
        pub(crate) static FIGURES: &[(&str, &$crate::calibration::Figure)] = &[$((stringify!($name), &$name)),+];
    };
}
pub(crate) use figures;

figures! {
    UNDER_2_HOURS = 0.67 [0.67, 0.67] "share", Register, AED06, "Recipients of home help with less than 2 hours a week";
    FROM_2_TO_8_HOURS = 0.22 [0.22, 0.22] "share", Register, AED06, "Recipients with 2 to 8 hours a week";
    FROM_8_TO_20_HOURS = 0.09 [0.09, 0.09] "share", Register, AED06, "Recipients with 8 to 20 hours a week";
    OVER_20_HOURS = 0.02 [0.02, 0.02] "share", Register, AED06, "Recipients with 20 hours a week or more";
    HOURS_PER_WEEK = 3.2 [3.2, 3.2] "hours a week", Register, AED06, "Granted home help of a recipient, mean; what the spread within the four classes is set to give";
    MOST_HOURS = 30.0 [25.0, 60.0] "hours a week", Assumption, OURS, "The most that anybody at home gets";
    WEEKLY_TO_LIGHT = 3.0 [1.0, 5.0] "factor", Assumption, OURS, "How much likelier a weekly errand (cleaning, washing, shopping, dispensing) is among the errands of those under 2 hours";
    COMPLEXITY_LOW = 0.85 [0.7, 1.0] "factor", Assumption, OURS, "Time that an errand takes at low complexity";
    COMPLEXITY_HIGH = 1.25 [1.0, 1.5] "factor", Assumption, OURS, "Time that an errand takes at high complexity";
    LOWEST_LEVEL_SLOWER = 0.1 [0.0, 0.25] "share", Assumption, OURS, "More time that carers of level 1 take for clinical errands";
    LIFTED_MINUTES = 15.0 [0.0, 30.0] "minutes", Assumption, OURS, "Work of a lower level that joins an errand of a higher level in one visit, at most";
    VISIT_MINUTES = 90.0 [60.0, 120.0] "minutes", Assumption, OURS, "Longest visit of several errands";
    DOUBLE_SHARE = 0.06 [0.02, 0.15] "share", Assumption, OURS, "Visits that take two carers";
    DOUBLE_PARTLY = 0.35 [0.1, 0.6] "share", Assumption, OURS, "Double visits where the second carer comes for a part only";
    SECOND_TIME = 0.4 [0.2, 0.8] "share", Assumption, OURS, "Time of a second carer who comes for a part only, of the first one's";
    SECOND_FROM = 5.0 [0.0, 10.0] "minutes", Assumption, OURS, "After the first carer, such a second one begins at the earliest";
    SECOND_TO = 15.0 [5.0, 30.0] "minutes", Assumption, OURS, "And at the latest";
    SCREEN_SHARE = 0.03 [0.0, 0.1] "share", Assumption, OURS, "Visits that can be done by screen";
    SCREEN_ONLY = 0.25 [0.0, 1.0] "share", Assumption, OURS, "Of those, visits that are to be by screen";
    SCREEN_TIME = 0.6 [0.4, 1.0] "share", Assumption, OURS, "Time of a visit by screen, of the time on the spot";
    SCREEN_GROUP = 0.75 [0.5, 1.0] "share", Assumption, OURS, "Screen carers are of the lowest group that may do so much of what the group that may do most of it may";
    SCREEN_FILLED = 0.5 [0.3, 0.9] "share", Assumption, OURS, "How full a screen carer's shift can be planned";
    INSULIN_SHARE = 0.12 [0.05, 0.2] "share", Assumption, OURS, "Visits with medicine before a meal visit of the same part of the day where the medicine is insulin and the meal must follow";
    INSULIN_BEFORE = 20.0 [10.0, 30.0] "minutes", Assumption, OURS, "Insulin may be given so long before the agreed time";
    INSULIN_ON_TIME = 15.0 [5.0, 30.0] "minutes", Assumption, OURS, "And is on time so long after it";
    INSULIN_LATE = 40.0 [30.0, 60.0] "minutes", Assumption, OURS, "And may be given so long after it at the latest";
    MEAL_FROM = 15.0 [10.0, 30.0] "minutes", Assumption, OURS, "The meal begins so long after insulin at the earliest";
    MEAL_TO = 45.0 [30.0, 60.0] "minutes", Assumption, OURS, "And at the latest";
    AGREED_BEFORE = 60.0 [30.0, 90.0] "minutes", Assumption, OURS, "A visit may begin so long before the agreed time, within its part of the day";
    AGREED_ON_TIME = 60.0 [15.0, 90.0] "minutes", Assumption, OURS, "And is on time so long after it";
    AGREED_LATE = 120.0 [60.0, 180.0] "minutes", Assumption, OURS, "And may begin so long after it at the latest";
    DOSES_AFTER = 180.0 [120.0, 360.0] "minutes", Assumption, OURS, "Least time between doses that must lie apart";
    DOSES_APART = 0.3 [0.1, 0.6] "share", Assumption, OURS, "Pairs of medicine visits a day that must lie apart";
    OPTIONAL_SHARE = 0.5 [0.2, 0.8] "share", Assumption, OURS, "Practical weekly errands that can wait for another day";
    OPTIONAL_WORTH = 2.0 [1.0, 4.0] "factor", Assumption, OURS, "Paid time that an errand which can wait is worth, of its own time";
    PRIORITY = 3.0 [1.0, 5.0] "factor", Assumption, OURS, "Priority of a mandatory visit for each unit of severity in the case, from 1 to 9";
    DEMENTIA_SHARE = 0.15 [0.08, 0.3] "share", Assumption, OURS, "Citizens with dementia";
    WANTED_SHARE = 0.15 [0.05, 0.4] "share", Assumption, OURS, "Citizens who want a certain carer";
    UNWANTED_SHARE = 0.03 [0.0, 0.1] "share", Assumption, OURS, "Citizens who would rather not see a certain carer";
    FORBIDDEN_SHARE = 0.01 [0.0, 0.03] "share", Assumption, OURS, "Citizens to whom a certain carer must not come";
    LEARNED_SHARE = 0.5 [0.2, 0.9] "share", Assumption, OURS, "Carers of a group who have learned what the group can learn by a course";
    FACE_RANKS = 12.0 [6.0, 25.0] "carers", Assumption, OURS, "Carers who take turns at a citizen in a part of the day; the k-th comes 1/k as often as the first";
    ON_DUTY = 0.45 [0.35, 0.55] "share", Assumption, OURS, "Chance that a carer of this day was on duty on a day of the last four weeks";
    DISTRICT = 300.0 [100.0, 500.0] "visits", Assumption, OURS, "Visits a day of a district with an office and a team of its own";
    AREA_FACTOR = 0.915 [0.38, 1.48] "factor", Measured, DAGI, "Area ÷ (mean distance to the midpoints of the three nearest municipalities)²: median of 98, range 10th to 90th percentile; islands are far outside";
    AREA_MOST = 1500.0 [1490.0, 1500.0] "km²", Measured, DAGI, "No municipality is larger";
    TOWN_DENSITY = 1000.0 [500.0, 2000.0] "inhabitants/km²", Assumption, OURS, "From here on a municipality is town";
    RURAL_DENSITY = 100.0 [60.0, 150.0] "inhabitants/km²", Assumption, OURS, "Up to here a municipality is rural";
    ISLAND_LENGTH = 2.5 [1.3, 4.0] "factor", Assumption, "Leon's own, from the map: Bornholm 40 × 30 km, Fanø 16 × 5, Læsø 21 × 12, Samsø 28 × 7, Ærø 30 × 8", "Length of an island, of its width";
    TOWNS_TOWN = 4.0 [1.0, 8.0] "towns", Assumption, OURS, "Towns of a municipality that is town; the k-th is a k-th as large as the first (Zipf)";
    TOWNS_MIXED = 7.0 [3.0, 15.0] "towns", Assumption, OURS, "Towns of a mixed municipality";
    TOWNS_RURAL = 12.0 [5.0, 25.0] "towns", Assumption, OURS, "Towns of a rural municipality";
    FARMS_TOWN = 0.01 [0.0, 0.03] "share", Assumption, OURS, "Citizens outside towns, in town";
    FARMS_MIXED = 0.1 [0.05, 0.2] "share", Assumption, OURS, "Citizens outside towns, in mixed country";
    FARMS_RURAL = 0.22 [0.1, 0.35] "share", Assumption, OURS, "Citizens outside towns, in the country";
    BUILT_TOWN = 0.6 [0.4, 0.9] "share", Assumption, OURS, "Land that towns cover, in town";
    BUILT_MIXED = 0.1 [0.05, 0.2] "share", Assumption, OURS, "Land that towns cover, in mixed country";
    BUILT_RURAL = 0.04 [0.02, 0.08] "share", Assumption, OURS, "Land that towns cover, in the country";
    SAME_BUILDING = 0.12 [0.05, 0.3] "share", Assumption, OURS, "Citizens in towns who live in the same building as another";
    SPARE_SHARE = 0.12 [0.1, 0.15] "share", Assumption, OURS, "Hours on duty above estimated care and travel";
    DAY_ONLY_BELOW = 0.05 [0.0, 0.1] "share", Assumption, OURS, "Groups with fewer of the hours at home work by day only";
    LAST_VISIT = 20.0 [10.0, 30.0] "minutes", Assumption, OURS, "Work of a part of the day goes on so long after its last start, on average";
    WAY_HOME = 10.0 [0.0, 20.0] "minutes", Assumption, OURS, "End of a shift that no work is reckoned in";
NEIGHBOURS = 15.0 [5.0, 25.0] "visits", Assumption, OURS, "A carer's next visit is as far away as the so-many-th nearest of the same part of the day: the nearer ones are due at other times or somebody else's";
    LONELY_WAY = 10.0 [5.0, 30.0] "minutes", Assumption, OURS, "The way to a visit that is alone in its part of the day";
    PEAK_FILLED = 0.85 [0.75, 1.0] "share", Assumption, "Leon's own, so that a planner of the simplest kind serves nearly everybody (crates/leon-generate/tests)", "How full a single part of the day can be planned";
    BRIEFING = 10.0 [5.0, 20.0] "minutes", Assumption, OURS, "At the office when a shift begins";
    BREAK = 30.0 [29.0, 30.0] "minutes", Assumption, OURS, "Paid break in a long shift";
    BREAK_FROM = 360.0 [300.0, 420.0] "minutes", Assumption, OURS, "Longer shifts have a break";
    OVERTIME_MOST = 30.0 [0.0, 60.0] "minutes", Assumption, OURS, "Overtime that a carer may be asked for";
    OVERTIME_PRICE = 1.5 [1.5, 2.0] "factor", Assumption, "cases/denmark, source a-prices: overtime × 1.5", "Price of an overtime hour, of an ordinary one";
    FROM_HOME = 0.1 [0.0, 0.5] "share", Assumption, OURS, "Carers whose shift begins and ends at a citizen's";
    SHORT_SHIFTS = 0.35 [0.1, 0.71] "share", Assumption, "Leon's own; 71 % of SOSU staff work part time (Dansk Industri 2023 on Statistics Denmark), not how", "Shifts by day and evening that are short, at most";
    APPOINTMENT_SHARE = 0.05 [0.0, 0.1] "share", Assumption, OURS, "Carers by day with a meeting or a course";
    TRAINEE_SHARE = 0.03 [0.0, 0.1] "share", Assumption, OURS, "Trainees for each carer by day";
    TRAINEE_VISITS = 8.0 [4.0, 12.0] "visits", Assumption, OURS, "Visits to which a trainee may come along, in a day";
    CAR_SHARE_TOWN = 0.35 [0.1, 0.7] "share", Assumption, OURS, "Carers in town who go by car; the others cycle";
    CAR_SHARE_MIXED = 0.85 [0.6, 1.0] "share", Assumption, OURS, "Carers in mixed country who go by car";
    CAR_SHARE_RURAL = 1.0 [0.95, 1.0] "share", Assumption, OURS, "Carers in the country who go by car";
    CAR_TOWN = 25.0 [18.0, 35.0] "km/h", Assumption, OURS, "Speed by car in town";
    CAR_MIXED = 40.0 [30.0, 50.0] "km/h", Assumption, OURS, "Speed by car in mixed country";
    CAR_RURAL = 55.0 [45.0, 65.0] "km/h", Assumption, OURS, "Speed by car in the country";
    BIKE = 14.0 [12.0, 18.0] "km/h", Assumption, OURS, "Speed by bike";
    DETOUR = 1.3 [1.2, 1.5] "factor", Assumption, OURS, "Way by road, of the great-circle distance";
    RUSH = 1.2 [1.0, 1.5] "factor", Assumption, OURS, "Time of a way by car from 7 to 9 and from 15 to 17, outside the country";
    CARS_PER_DRIVER = 0.9 [0.8, 1.0] "share", Assumption, OURS, "Cars for each driver of the largest shift, outside the country";
    ACCESS_TOWN = 120.0 [60.0, 240.0] "seconds", Assumption, OURS, "Parking, stairs and the key in a town";
    ACCESS_FARM = 60.0 [30.0, 120.0] "seconds", Assumption, OURS, "The same in the open country";
}

/// Parts of a day, by their place in [`PARTS`].
pub(crate) const DAYTIME: usize = 1;
pub(crate) const NIGHT: usize = 6;

/// A part of the day: when its visits may begin, in minutes after midnight.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) open: i64,
    pub(crate) close: i64,
    /// Shift that does it: 0 day, 1 evening, 2 night.
    pub(crate) band: usize,
}

/// The parts of a day, in order.
pub(crate) static PARTS: [Part; 7] = [
    Part { name: "morning", open: 7 * 60, close: 10 * 60 + 30, band: 0 },
    Part { name: "daytime", open: 8 * 60, close: 14 * 60, band: 0 },
    Part { name: "lunch", open: 11 * 60 + 15, close: 13 * 60 + 15, band: 0 },
    Part { name: "afternoon", open: 15 * 60 + 15, close: 17 * 60, band: 1 },
    Part { name: "supper", open: 17 * 60, close: 19 * 60, band: 1 },
    Part { name: "bedtime", open: 19 * 60 + 30, close: 22 * 60 + 15, band: 1 },
    Part { name: "night", open: 23 * 60 + 30, close: 29 * 60 + 30, band: 2 },
];

/// When shifts begin and end, in minutes after midnight: by day, evening and night, the long one and the short one.
pub(crate) static SHIFTS: [[[i64; 2]; 2]; 3] = [
    [[7 * 60, 15 * 60], [7 * 60, 12 * 60]],
    [[15 * 60, 23 * 60], [17 * 60, 22 * 60 + 30]],
    [[23 * 60, 31 * 60], [23 * 60, 31 * 60]],
];

/// How a task is done at home: how long an errand takes, when, and how often.
pub(crate) struct Habit {
    pub(crate) task: &'static str,
    /// Usual minutes, and the least and most.
    pub(crate) minutes: [f64; 3],
    /// Out of a hundred errands, how many in each part of the day.
    pub(crate) parts: [f64; 7],
    /// Once a week or less, on any day; others are done on the day.
    pub(crate) weekly: bool,
}

impl Habit {
    /// Mean of minutes spread as [`crate::citizens`] spreads them: (4 × usual + least + most) ÷ 6.
    pub(crate) fn mean_minutes(&self) -> f64 {
        let [usual, least, most] = self.minutes;
        (4.0 * usual + least + most) / 6.0
    }
}

const fn habit(task: &'static str, minutes: [f64; 3], parts: [f64; 7], weekly: bool) -> Habit {
    Habit { task, minutes, parts, weekly }
}

/// Tasks of home care and home nursing. Minutes and parts are assumptions: municipal catalogues of services, which
/// have them, were not at hand.
#[rustfmt::skip]
pub(crate) static HABITS: &[Habit] = &[
    //                                                  morning daytime lunch afternoon supper bedtime night
    habit("personal_hygiene",   [25.0, 15.0, 45.0], [70.0, 3.0, 0.0, 0.0, 0.0, 27.0, 0.0], false),
    habit("toileting",          [10.0, 5.0, 20.0],  [15.0, 0.0, 20.0, 20.0, 10.0, 17.0, 18.0], false),
    habit("mobility",           [12.0, 5.0, 25.0],  [35.0, 5.0, 12.0, 12.0, 6.0, 26.0, 4.0], false),
    habit("eating",             [15.0, 10.0, 30.0], [30.0, 0.0, 35.0, 0.0, 35.0, 0.0, 0.0], false),
    habit("everyday_activities",[20.0, 10.0, 45.0], [0.0, 75.0, 0.0, 25.0, 0.0, 0.0, 0.0], false),
    habit("meals",              [12.0, 5.0, 20.0],  [35.0, 0.0, 32.0, 0.0, 33.0, 0.0, 0.0], false),
    habit("cleaning",           [40.0, 20.0, 60.0], [0.0, 100.0, 0.0, 0.0, 0.0, 0.0, 0.0], true),
    habit("laundry",            [25.0, 15.0, 40.0], [0.0, 100.0, 0.0, 0.0, 0.0, 0.0, 0.0], true),
    habit("shopping",           [25.0, 10.0, 45.0], [0.0, 100.0, 0.0, 0.0, 0.0, 0.0, 0.0], true),
    habit("med_admin",          [6.0, 3.0, 12.0],   [42.0, 0.0, 15.0, 3.0, 22.0, 18.0, 0.0], false),
    habit("wound_care",         [25.0, 15.0, 45.0], [10.0, 85.0, 0.0, 5.0, 0.0, 0.0, 0.0], false),
    habit("med_dispensing",     [30.0, 15.0, 45.0], [0.0, 100.0, 0.0, 0.0, 0.0, 0.0, 0.0], true),
    habit("compression",        [10.0, 5.0, 15.0],  [60.0, 0.0, 0.0, 0.0, 0.0, 40.0, 0.0], false),
    habit("catheter_care",      [20.0, 10.0, 40.0], [15.0, 70.0, 0.0, 5.0, 0.0, 8.0, 2.0], false),
    habit("bowel_stoma_care",   [20.0, 10.0, 40.0], [50.0, 40.0, 0.0, 0.0, 0.0, 10.0, 0.0], false),
    habit("skin_care",          [12.0, 5.0, 20.0],  [50.0, 25.0, 0.0, 0.0, 0.0, 25.0, 0.0], false),
    habit("measurements",       [8.0, 5.0, 15.0],   [60.0, 30.0, 0.0, 0.0, 10.0, 0.0, 0.0], false),
    habit("iv_treatment",       [30.0, 20.0, 60.0], [35.0, 10.0, 0.0, 20.0, 0.0, 30.0, 5.0], false),
    habit("respiration_care",   [15.0, 10.0, 30.0], [40.0, 10.0, 10.0, 0.0, 10.0, 25.0, 5.0], false),
    habit("mental_care",        [25.0, 15.0, 45.0], [0.0, 80.0, 0.0, 20.0, 0.0, 0.0, 0.0], false),
    habit("nutrition_care",     [20.0, 10.0, 30.0], [0.0, 60.0, 20.0, 0.0, 20.0, 0.0, 0.0], false),
    habit("nursing_assessment", [40.0, 30.0, 60.0], [0.0, 100.0, 0.0, 0.0, 0.0, 0.0, 0.0], true),
    habit("follow_up",          [20.0, 10.0, 30.0], [0.0, 100.0, 0.0, 0.0, 0.0, 0.0, 0.0], true),
    habit("night_supervision",  [8.0, 5.0, 15.0],   [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 100.0], false),
];

/// How a task is done that has no line of its own.
pub(crate) static OTHER_HABIT: Habit = habit("other", [20.0, 10.0, 40.0], [0.0, 100.0, 0.0, 0.0, 0.0, 0.0, 0.0], false);

/// Tasks of the two settings that are done elsewhere than at the citizen's, and so are no visits.
pub(crate) const NO_VISITS: &[&str] = &["care_coordination", "care_supplies"];

/// Errands in which a lift may be needed, and with it a second carer.
pub(crate) const LIFTS: &[&str] = &["personal_hygiene", "toileting", "mobility"];

/// The errand that insulin is part of, and the errands that a meal is.
pub(crate) const MEDICINE: &str = "med_admin";
pub(crate) const MEALS: &[&str] = &["meals", "eating"];

/// Everything that made-up days and periods rest on besides the case: figures, minutes of errands, parts of the day,
/// shifts and their strength.
///
/// ```
/// let classes = leon_generate::calibration();
/// assert!(classes.iter().all(|it| it.low <= it.value && it.value <= it.high));
/// ```
pub fn calibration() -> Vec<Calibrated> {
    let assumed = |name: String, [value, low, high]: [f64; 3], unit, doc| Calibrated {
        name,
        value,
        low,
        high,
        unit,
        class: Assumption,
        source: OURS,
        doc,
    };
    let mut all: Vec<Calibrated> = FIGURES
        .iter()
        .chain(crate::period::FIGURES)
        .map(|(name, it)| Calibrated {
            name: name.to_lowercase(),
            value: it.value,
            low: it.low,
            high: it.high,
            unit: it.unit,
            class: it.class,
            source: it.source,
            doc: it.doc.to_owned(),
        })
        .collect();
    for habit in HABITS.iter().chain([&OTHER_HABIT]) {
        let doc = format!("Time of an errand of {}", habit.task);
        all.push(assumed(format!("minutes.{}", habit.task), habit.minutes, "minutes", doc));
        for (part, share) in PARTS.iter().zip(habit.parts).filter(|(_, share)| *share > 0.0) {
            let doc = format!("Errands of {} in this part of the day: {}", habit.task, part.name);
            let name = format!("part.{}.{}", habit.task, part.name);
            all.push(assumed(name, [share / 100.0, 0.5 * share / 100.0, (2.0 * share / 100.0).min(1.0)], "share", doc));
        }
    }
    for part in &PARTS {
        for (end, minute) in [("open", part.open), ("close", part.close)] {
            let hours = minute as f64 / 60.0;
            let doc = format!("Visits of this part of the day may begin: {}", part.name);
            all.push(assumed(
                format!("{}.{end}", part.name),
                [hours, hours - 1.0, hours + 1.0],
                "hour of the day",
                doc,
            ));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_lie_in_their_ranges_and_names_stand_once() {
        let all = calibration();
        for it in &all {
            assert!(it.low <= it.value && it.value <= it.high, "{it:?}");
            assert!(!it.source.is_empty() && !it.doc.is_empty(), "{it:?}");
        }
        let names: std::collections::BTreeSet<&str> = all.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names.len(), all.len());
    }

    #[test]
    fn a_hundred_errands_are_spread_over_a_day() {
        for habit in HABITS.iter().chain([&OTHER_HABIT]) {
            assert_eq!(habit.parts.iter().sum::<f64>(), 100.0, "{}", habit.task);
        }
        let recipients = [&UNDER_2_HOURS, &FROM_2_TO_8_HOURS, &FROM_8_TO_20_HOURS, &OVER_20_HOURS];
        assert!((recipients.iter().map(|it| it.value).sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

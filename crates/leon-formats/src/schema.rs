//! The tables of a case, column by column. **Define a column here**: the header check, `datapackage.json`
//! and the reference page follow; its value is read and written in `rows`.

use crate::schema::Kind::*;
use leon_model::{
    AgeBand, Complexity, EvidenceClass, ExtraKind, FiveYears, Justified, KINDS, PlaceKind, Reach, StaffFlow, Table,
    TaskLevel, Theme, Through,
};

/// A table: what a row is, its key, its columns.
#[derive(Debug)]
pub struct TableSchema {
    pub table: Table,
    /// Whether a case must have the table.
    pub required: bool,
    pub doc: &'static str,
    /// The columns that together are different in every row.
    pub key: &'static [&'static str],
    pub columns: &'static [Column],
}

/// A column, or for a figure the five columns of which this is the first.
#[derive(Debug)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// Whether each row must have a value.
    pub required: bool,
    pub doc: &'static str,
}

/// What a cell of a column holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Text,
    /// The row's own id.
    Id,
    Number,
    /// A whole number from 0.
    Integer,
    /// `true` or `false`.
    Bool,
    /// One of a few words.
    Word(Words),
    /// Some of a few words, with blanks between.
    WordList(Words),
    /// The id of a row in a table.
    Ref(Table),
    /// Ids of rows in a table, with blanks between.
    RefList(Table),
    /// A number with its range, evidence class and source: five columns.
    Figure,
}

/// The allowed words of a column.
pub type Words = fn() -> Vec<&'static str>;

/// The suffixes of a figure's five columns, its value first.
pub const FIGURE_SUFFIXES: [&str; 5] = ["", "_low", "_high", "_evidence", "_source"];

/// The ids that the table of parameters may hold.
pub const PARAMETERS: [&str; 6] =
    ["fte_hours_per_year", "weeks_per_year", "unmet_hour_dkk", "healthy_ageing", "staff_follow_need", "starting_gap"];

/// One column as it stands in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileColumn {
    pub name: String,
    /// Whether the header must have it.
    pub required_in_header: bool,
    /// Whether each row must have a value in it.
    pub required_in_row: bool,
}

impl TableSchema {
    /// The schema of a table.
    pub fn of(table: Table) -> &'static Self {
        TABLES.iter().find(|it| it.table == table).expect("every table has a schema, as a test checks")
    }

    /// The columns as they stand in the file, figures spread out, in order.
    pub fn file_columns(&self) -> Vec<FileColumn> {
        self.columns.iter().flat_map(Column::file_columns).collect()
    }
}

impl Column {
    /// The column as it stands in the file: five for a figure, else itself.
    pub fn file_columns(&self) -> Vec<FileColumn> {
        let suffixes = if matches!(self.kind, Figure) { &FIGURE_SUFFIXES[..] } else { &FIGURE_SUFFIXES[..1] };
        let column = |suffix: &&str| {
            let required = self.required && !matches!(*suffix, "_low" | "_high");
            FileColumn {
                name: format!("{}{suffix}", self.name),
                required_in_header: required,
                required_in_row: required,
            }
        };
        suffixes.iter().map(column).collect()
    }
}

/// The evidence classes, best first.
pub fn evidence_words() -> Vec<&'static str> {
    EvidenceClass::ALL.iter().map(|it| it.as_str()).collect()
}

const fn required(name: &'static str, kind: Kind, doc: &'static str) -> Column {
    Column { name, kind, required: true, doc }
}

const fn optional(name: &'static str, kind: Kind, doc: &'static str) -> Column {
    Column { name, kind, required: false, doc }
}

const NAME_DA: Column = required("name_da", Text, "Its name in Danish.");
const NAME_EN: Column = required("name_en", Text, "Its name in English.");
const PLACE: Column = required("place", Ref(Table::Places), "Where.");
const SETTING: Column = required("setting", Ref(Table::Settings), "In which setting.");
const STAFF_GROUP: Column = required("staff_group", Ref(Table::StaffGroups), "Which staff group.");

const COMPLEXITY: Kind = Word(|| Complexity::ALL.iter().map(|it| it.as_str()).collect());
const COMPLEXITIES: Kind = WordList(|| Complexity::ALL.iter().map(|it| it.as_str()).collect());
const AGE: Kind = Word(|| AgeBand::ALL.iter().map(|it| it.as_str()).collect());
const AGES: Kind = WordList(|| AgeBand::ALL.iter().map(|it| it.as_str()).collect());
const EXTRA_KIND: Kind = Word(|| ExtraKind::ALL.iter().map(|it| it.as_str()).collect());

/// Every table of a case, in reading order.
pub static TABLES: &[TableSchema] = &[
    TableSchema {
        table: Table::Sources,
        required: true,
        doc: "Where figures and rules come from.",
        key: &["id"],
        columns: &[
            required("id", Id, "The source's id, named by every figure taken from it."),
            required("title", Text, "Title of the work."),
            optional("publisher", Text, "Who published it."),
            optional("year", Text, "Year of publication, as `2023` or `2022-09`."),
            optional("locator", Text, "Section, page, figure or table within the work."),
            optional("url", Text, "Where it can be read."),
        ],
    },
    TableSchema {
        table: Table::Parameters,
        required: false,
        doc: "Conversion factors. Each row is optional.",
        key: &["id"],
        columns: &[
            required(
                "id",
                Word(|| PARAMETERS.to_vec()),
                "`fte_hours_per_year` (1,924 when absent), `weeks_per_year` (52 when absent), `unmet_hour_dkk` (what an unmet hour of severity 1 is worth); for projections `healthy_ageing` (share by which care for each person of 65 or more falls every year; 0 when absent), `staff_follow_need` (share of newcomers who go where need grows, the others going where staff are today; 0 when absent), `starting_gap` (the first year's gap as a multiple of the case's; 1 when absent).",
            ),
            required("value", Figure, "Its value."),
        ],
    },
    TableSchema {
        table: Table::Places,
        required: true,
        doc: "Places, one under another: country, regions, municipalities, districts, units.",
        key: &["id"],
        columns: &[
            required("id", Id, "The place's id."),
            required("name", Text, "Its name."),
            required(
                "kind",
                Word(|| PlaceKind::ALL.iter().map(|it| it.as_str()).collect()),
                "What kind of place it is.",
            ),
            optional("parent", Ref(Table::Places), "The place that it lies under."),
            optional("latitude", Number, "Degrees north (WGS 84), for maps and distances."),
            optional("longitude", Number, "Degrees east (WGS 84)."),
            optional("population", Figure, "Inhabitants."),
            optional("population_80_plus", Figure, "Inhabitants aged 80 or more."),
        ],
    },
    TableSchema {
        table: Table::Settings,
        required: true,
        doc: "Settings in which care is given: home care, nursing home, ward and so on.",
        key: &["id"],
        columns: &[
            required("id", Id, "The setting's id."),
            NAME_DA,
            NAME_EN,
            optional("sector", Text, "Who runs it: `municipal`, `regional`, `practice`."),
        ],
    },
    TableSchema {
        table: Table::Complexities,
        required: true,
        doc: "How much an unmet hour weighs by complexity of the citizen's whole condition. One row for each complexity.",
        key: &["complexity"],
        columns: &[
            required("complexity", COMPLEXITY, "The complexity."),
            NAME_DA,
            NAME_EN,
            required("severity_factor", Figure, "Weight of an unmet hour, relative to the task's own severity."),
        ],
    },
    TableSchema {
        table: Table::StaffGroups,
        required: true,
        doc: "Staff groups.",
        key: &["id"],
        columns: &[
            required("id", Id, "The staff group's id."),
            NAME_DA,
            NAME_EN,
            required("level", Integer, "Effective level: higher is scarcer and more specialised; technology is 0."),
            required("authorised", Bool, "Whether its members are authorised health persons."),
        ],
    },
    TableSchema {
        table: Table::Competences,
        required: true,
        doc: "What staff can do.",
        key: &["id"],
        columns: &[required("id", Id, "The competence's id."), NAME_DA, NAME_EN],
    },
    TableSchema {
        table: Table::Holdings,
        required: true,
        doc: "Which staff group may use which competence, and how it comes by it.",
        key: &["staff_group", "competence", "through"],
        columns: &[
            STAFF_GROUP,
            required("competence", Ref(Table::Competences), "The competence."),
            required(
                "through",
                Word(|| Through::ALL.iter().map(|it| it.as_str()).collect()),
                "By education, by delegation, or by a course.",
            ),
            optional(
                "training_share",
                Figure,
                "Learned: training hours for each hour of care done with it in the same year.",
            ),
            optional("delegator", Ref(Table::StaffGroups), "Delegated: the group that delegates and supervises."),
            optional("supervision_share", Figure, "Delegated: the delegator's hours for each hour done."),
        ],
    },
    TableSchema {
        table: Table::Tasks,
        required: true,
        doc: "Kinds of work and the competence each takes, by complexity.",
        key: &["id"],
        columns: &[
            required("id", Id, "The task's id."),
            NAME_DA,
            NAME_EN,
            required(
                "level",
                Word(|| TaskLevel::ALL.iter().map(|it| it.as_str()).collect()),
                "Level of the task in Robusthedskommissionen's mapping.",
            ),
            optional("setting", Ref(Table::Settings), "The only setting in which it occurs; empty: in any."),
            optional("fsiii", Text, "Code in KL's Fælles Sprog III."),
            required("remote_possible", Bool, "Whether it can be done by screen from another place."),
            required("competence_low", Ref(Table::Competences), "The competence it takes at low complexity."),
            required("competence_medium", Ref(Table::Competences), "The competence it takes at medium complexity."),
            required("competence_high", Ref(Table::Competences), "The competence it takes at high complexity."),
            required("severity", Figure, "Weight of one unmet hour; 1 is ordinary care."),
        ],
    },
    TableSchema {
        table: Table::Needs,
        required: true,
        doc: "Hours of care needed.",
        key: &["place", "setting", "task", "complexity"],
        columns: &[
            PLACE,
            SETTING,
            required("task", Ref(Table::Tasks), "The task."),
            required("complexity", COMPLEXITY, "Complexity of the citizens' whole condition."),
            required("hours_per_week", Figure, "Care hours a week."),
        ],
    },
    TableSchema {
        table: Table::Capacity,
        required: true,
        doc: "Staff at hand.",
        key: &["place", "setting", "staff_group"],
        columns: &[
            PLACE,
            SETTING,
            STAFF_GROUP,
            required("fte", Figure, "Full-time equivalents."),
            required("net_care_share", Figure, "Share of paid hours that is care, from 0 to 1."),
        ],
    },
    TableSchema {
        table: Table::ExtraHours,
        required: false,
        doc: "Hours that can be had besides. Each row needs a row of capacity (its fte may be 0) and a price.",
        key: &["place", "setting", "staff_group", "kind"],
        columns: &[
            PLACE,
            SETTING,
            STAFF_GROUP,
            required("kind", EXTRA_KIND, "How they are had."),
            required("fte_max", Figure, "At most so many full-time equivalents."),
        ],
    },
    TableSchema {
        table: Table::Prices,
        required: false,
        doc: "What bought hours cost.",
        key: &["staff_group", "kind"],
        columns: &[
            STAFF_GROUP,
            required("kind", EXTRA_KIND, "How the hours are had."),
            required("dkk_per_hour", Figure, "Kroner a care hour."),
        ],
    },
    TableSchema {
        table: Table::Pools,
        required: false,
        doc: "Shared pools: hours of one staff group that may be lent.",
        key: &["id"],
        columns: &[
            required("id", Id, "The pool's id."),
            NAME_DA,
            NAME_EN,
            STAFF_GROUP,
            required("reach", Word(|| Reach::ALL.iter().map(|it| it.as_str()).collect()), "How far it reaches."),
            required("place", Ref(Table::Places), "Members are the places at or under this one."),
            optional("settings", RefList(Table::Settings), "The settings that take part; empty: all."),
            optional("distance_km_max", Number, "Kilometres as the crow flies; needed by reach `distance`."),
            required("share_max", Figure, "Largest share of a member's own care hours that it lends."),
            required("loss_share", Figure, "Share of a lent hour that is lost on the way."),
        ],
    },
    TableSchema {
        table: Table::Continuity,
        required: false,
        doc: "The least share of staff care given by those who may coordinate the course.",
        key: &["setting", "complexity"],
        columns: &[
            SETTING,
            required("complexity", COMPLEXITY, "The citizen group."),
            required("staff_groups", RefList(Table::StaffGroups), "Those who may coordinate."),
            required("share_min", Figure, "Their least share, from 0 to 1."),
        ],
    },
    TableSchema {
        table: Table::Baseline,
        required: false,
        doc: "Who does what today.",
        key: &["setting", "task", "complexity", "staff_group"],
        columns: &[
            SETTING,
            required("task", Ref(Table::Tasks), "The task."),
            optional("complexity", COMPLEXITY, "The complexity; empty: every complexity without a row of its own."),
            STAFF_GROUP,
            required("share", Figure, "Share of the task's delivered hours, from 0 to 1."),
        ],
    },
    TableSchema {
        table: Table::Bindings,
        required: false,
        doc: "Rules on who may do what. An empty list means all; hours are in scope when every list agrees.",
        key: &["id"],
        columns: &[
            required("id", Id, "The binding's id."),
            NAME_DA,
            NAME_EN,
            required("theme", Word(|| Theme::ALL.iter().map(|it| it.as_str()).collect()), "Barrier theme."),
            required(
                "justified",
                Word(|| Justified::ALL.iter().map(|it| it.as_str()).collect()),
                "Whether its source finds it professionally justified.",
            ),
            required("kind", Word(|| KINDS.iter().map(|it| it.word).collect()), "What kind of rule it is."),
            optional("places", RefList(Table::Places), "Places at or under these."),
            optional("settings", RefList(Table::Settings), "Settings."),
            optional("tasks", RefList(Table::Tasks), "Tasks."),
            optional(
                "task_levels",
                WordList(|| TaskLevel::ALL.iter().map(|it| it.as_str()).collect()),
                "Levels of tasks.",
            ),
            optional("complexities", COMPLEXITIES, "Complexities."),
            optional("competences", RefList(Table::Competences), "Competences."),
            optional("staff_groups", RefList(Table::StaffGroups), "Staff groups."),
            optional(
                "through",
                WordList(|| Through::ALL.iter().map(|it| it.as_str()).collect()),
                "How the group comes by the competence.",
            ),
            optional("technologies", RefList(Table::Technologies), "Technologies."),
            optional("pools", RefList(Table::Pools), "Pools."),
            optional("limit", Figure, "The limit, for the kinds that have one."),
            required("in_force", Bool, "Whether it is in force today."),
            required("source", Ref(Table::Sources), "Where the rule stands."),
        ],
    },
    TableSchema {
        table: Table::Technologies,
        required: false,
        doc: "Technologies: claims, and effects where they are known. The effect's five values are given together or not at all; a claim alone is kept, never planned with.",
        key: &["id"],
        columns: &[
            required("id", Id, "The technology's id."),
            NAME_DA,
            NAME_EN,
            optional("sector", Text, "Who would use it."),
            optional("maturity", Figure, "From 0 (idea) to 5 (in ordinary operation in many places)."),
            optional("claimed_fte", Figure, "Employees (FTE) that somebody says it frees nationally."),
            optional("tasks", RefList(Table::Tasks), "Eligible tasks; empty: none."),
            optional("settings", RefList(Table::Settings), "Settings; empty: all."),
            optional("complexities", COMPLEXITIES, "Complexities; empty: all."),
            optional("eligible_share", Figure, "Effect: share of the scope's hours for which it is an option."),
            optional("adoption", Figure, "Effect: share of those that has taken it up this year."),
            optional("freed_share", Figure, "Effect: share of an adopting hour that it takes over."),
            optional("own_hours_share", Figure, "Effect: hours it costs for each hour freed."),
            optional("own_hours_group", Ref(Table::StaffGroups), "Effect: the group that pays those hours."),
        ],
    },
    TableSchema {
        table: Table::Recruitment,
        required: false,
        doc: "Recruitments that failed. Shown beside the gap, not planned with.",
        key: &["place", "staff_group"],
        columns: &[
            PLACE,
            STAFF_GROUP,
            required("failed", Figure, "Failed attempts."),
            optional("failed_share", Figure, "Failed attempts of all postings, from 0 to 1."),
        ],
    },
    TableSchema {
        table: Table::Population,
        required: false,
        doc: "Inhabitants by age on 1 January, for projections. The years between those given are drawn as straight lines.",
        key: &["place", "year", "age"],
        columns: &[
            PLACE,
            required("year", Integer, "The calendar year."),
            required("age", AGE, "The ages."),
            required("persons", Figure, "Inhabitants; the range is how far the projection may be off."),
        ],
    },
    TableSchema {
        table: Table::PopulationHistory,
        required: false,
        doc: "Inhabitants as they were counted in the past, by five-year ages: what the error of a population projection is measured on.",
        key: &["place", "year", "age"],
        columns: &[
            PLACE,
            required("year", Integer, "The calendar year."),
            required("age", Word(|| FiveYears::ALL.iter().map(|it| it.as_str()).collect()), "The ages."),
            required("persons", Figure, "Inhabitants on 1 January."),
        ],
    },
    TableSchema {
        table: Table::CareUse,
        required: false,
        doc: "Who uses the care of each setting, for projections. The shares of a setting add up to 1.",
        key: &["setting", "ages"],
        columns: &[
            SETTING,
            optional("ages", AGES, "The ages; empty: all."),
            required("share", Figure, "Share of the setting's hours that goes to them."),
        ],
    },
    TableSchema {
        table: Table::Workforce,
        required: false,
        doc: "How staff groups come, age and go, for projections.",
        key: &["staff_group", "flow", "age_from"],
        columns: &[
            STAFF_GROUP,
            required(
                "flow",
                Word(|| StaffFlow::ALL.iter().map(|it| it.as_str()).collect()),
                "By age: `age_share` (of the group in the first year), `retirement` (share a year). Shares a year: `leaving` (the case's settings), `return` (of those outside). `outside`: educated people outside for each one inside at first. `intake` (people a year), `completion`, `study_years`, `graduate_age`, `taken_up` (share of graduates who work in the case's settings). `working_time`: FTE for each person. `replaced`: share of leavers replaced, in groups without intake.",
            ),
            optional(
                "age_from",
                Integer,
                "The age from which it holds up to the next age given; only for flows by age.",
            ),
            required("value", Figure, "Its value."),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_those_of_the_model_in_its_order() {
        let tables: Vec<Table> = TABLES.iter().map(|it| it.table).collect();
        assert_eq!(tables, Table::ALL);
    }

    #[test]
    fn every_key_is_a_column_and_no_column_stands_twice() {
        for schema in TABLES {
            let mut names: Vec<String> = schema.file_columns().into_iter().map(|it| it.name).collect();
            assert!(schema.key.iter().all(|key| names.iter().any(|name| name == key)), "{}", schema.table.name());
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{}", schema.table.name());
        }
    }
}

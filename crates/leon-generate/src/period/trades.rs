//! What teams are made of: professions, their terms, their shifts, and how strongly each time of the week is staffed.

use super::PeriodKind;
use super::calibration as calibrated;
use crate::calibration::Figure;
use ShiftKind::{Day, Evening, Night, OnCallAtHome};
use leon_model::{ShiftKind, UnitKind};

/// A profession in a team.
pub(super) struct Trade {
    pub(super) group: &'static str,
    pub(super) level: u8,
    /// Its share of the team.
    pub(super) share: &'static Figure,
    pub(super) part_time: &'static Figure,
    pub(super) price: &'static Figure,
    pub(super) agreement: &'static str,
    /// Kinds of shift that it takes; none: weekdays by day only.
    pub(super) kinds: &'static [ShiftKind],
    /// What its experienced people may learn beyond the group.
    pub(super) skill: Option<&'static str>,
}

/// Staff groups by id, Danish and English.
const GROUPS: [[&str; 3]; 6] = [
    ["nurse", "Sygeplejersker", "Nurses"],
    ["ssa", "Social- og sundhedsassistenter", "Social and health care assistants"],
    ["ssh", "Social- og sundhedshjælpere", "Social and health care helpers"],
    ["physiotherapist", "Fysioterapeuter", "Physiotherapists"],
    ["occupational_therapist", "Ergoterapeuter", "Occupational therapists"],
    ["secretary", "Sekretærer", "Secretaries"],
];

impl Trade {
    /// The group's name in a column of [`GROUPS`].
    pub(super) fn name(&self, column: usize) -> &'static str {
        GROUPS.iter().find(|it| it[0] == self.group).map_or(self.group, |it| it[column])
    }
}

/// A time of the day that a team is staffed at, and the shift that is worked then.
pub(super) struct Block {
    /// The end of the shift's id.
    pub(super) code: &'static str,
    pub(super) kind: ShiftKind,
    /// Minutes after midnight; an end at or before the start lies on the next day.
    pub(super) start: u16,
    pub(super) end: u16,
    /// What an hour counts as hours of work.
    pub(super) counts: f64,
    /// How strongly it is staffed on weekdays, beside other blocks, and on Saturdays and Sundays.
    pub(super) weekday: f64,
    pub(super) weekend: f64,
}

/// A competence that somebody at work must have, or a function that somebody must take, in some blocks.
pub(super) struct Special {
    pub(super) competence: &'static str,
    /// The function that takes it; `None`: the competence itself is asked for.
    pub(super) function: Option<&'static str>,
    pub(super) kinds: &'static [ShiftKind],
}

/// A kind of team.
pub(super) struct Team {
    pub(super) unit: UnitKind,
    /// The start of its units' ids, and their name.
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) trades: &'static [Trade],
    pub(super) blocks: &'static [Block],
    pub(super) specials: &'static [Special],
    /// The pack of agreements.
    pub(super) agreements: &'static str,
    /// Packs besides, of the unit's own.
    pub(super) principles: &'static [&'static str],
    /// The open rule on weekends.
    pub(super) weekends: &'static str,
}

/// Of a trade on weekdays by day, 7.4 hours.
pub(super) static OFFICE_HOURS: Block =
    Block { code: "t", kind: Day, start: 8 * 60, end: 15 * 60 + 24, counts: 1.0, weekday: 1.0, weekend: 0.0 };

/// Of an outpatient clinic.
pub(super) static CLINIC_HOURS: Block =
    Block { code: "c", kind: Day, start: 8 * 60, end: 16 * 60, counts: 1.0, weekday: 1.0, weekend: 0.0 };

/// Long shifts of weekends, where every third is worked.
pub(super) static LONG_HOURS: [Block; 2] = [
    Block { code: "dl", kind: Day, start: 7 * 60, end: 19 * 60, counts: 1.0, weekday: 0.0, weekend: 0.0 },
    Block { code: "nl", kind: Night, start: 19 * 60, end: 7 * 60, counts: 1.0, weekday: 0.0, weekend: 0.0 },
];

const fn block(code: &'static str, kind: ShiftKind, start: u16, end: u16, [weekday, weekend]: [f64; 2]) -> Block {
    Block { code, kind, start: start * 60, end: end * 60, counts: 1.0, weekday, weekend }
}

/// The team of a kind.
pub(super) fn team(kind: PeriodKind) -> &'static Team {
    match kind {
        PeriodKind::Ward => &WARD,
        PeriodKind::HomeCare => &HOME_CARE,
        PeriodKind::AcuteTeam => &ACUTE_TEAM,
        PeriodKind::NursingHome => &NURSING_HOME,
    }
}

pub(super) const COORDINATION: &str = "coordination";
pub(super) const COORDINATOR: &str = "coordinator";

/// Competences by id, Danish and English.
pub(super) const COMPETENCES: [[&str; 3]; 5] = [
    [COORDINATION, "Koordinering af vagten", "Coordinating the shift"],
    ["iv_therapy", "Intravenøs behandling", "Intravenous therapy"],
    ["medicine", "Medicinhåndtering efter delegation", "Medication by delegation"],
    ["acute_care", "Akutsygepleje", "Acute nursing"],
    ["dysphagia", "Dysfagi", "Dysphagia"],
];

const ROUND_THE_CLOCK: &[ShiftKind] = &[Day, Evening, Night];
const ALL_TEAM: &[ShiftKind] = &[Day, Evening, OnCallAtHome];
const NO_NIGHTS: &[ShiftKind] = &[Day, Evening];

static WARD: Team = Team {
    unit: UnitKind::Ward,
    code: "m",
    name: "Medicinsk afsnit M",
    trades: &[
        Trade {
            group: "nurse",
            level: 4,
            share: &calibrated::WARD_NURSES,
            part_time: &calibrated::PART_TIME_NURSES,
            price: &calibrated::NURSE_PRICE,
            agreement: "rltn.sundhedskartellet",
            kinds: ROUND_THE_CLOCK,
            skill: Some("iv_therapy"),
        },
        Trade {
            group: "ssa",
            level: 3,
            share: &calibrated::WARD_ASSISTANTS,
            part_time: &calibrated::PART_TIME_CARE,
            price: &calibrated::ASSISTANT_PRICE,
            agreement: "rltn.foa",
            kinds: ROUND_THE_CLOCK,
            skill: Some("medicine"),
        },
        Trade {
            group: "ssh",
            level: 2,
            share: &calibrated::WARD_HELPERS,
            part_time: &calibrated::PART_TIME_CARE,
            price: &calibrated::HELPER_PRICE,
            agreement: "rltn.foa",
            kinds: NO_NIGHTS,
            skill: None,
        },
        Trade {
            group: "physiotherapist",
            level: 3,
            share: &calibrated::WARD_PHYSIOTHERAPISTS,
            part_time: &calibrated::PART_TIME_OTHERS,
            price: &calibrated::THERAPIST_PRICE,
            agreement: "rltn.sundhedskartellet",
            kinds: &[],
            skill: None,
        },
        Trade {
            group: "secretary",
            level: 1,
            share: &calibrated::WARD_SECRETARIES,
            part_time: &calibrated::PART_TIME_OTHERS,
            price: &calibrated::SECRETARY_PRICE,
            agreement: "rltn.foa",
            kinds: &[],
            skill: None,
        },
    ],
    blocks: &[
        block("d", Day, 7, 15, [1.0, 0.7]),
        block("e", Evening, 15, 23, [0.7, 0.6]),
        block("n", Night, 23, 7, [0.4, 0.4]),
    ],
    specials: &[
        Special { competence: COORDINATION, function: Some(COORDINATOR), kinds: NO_NIGHTS },
        Special { competence: "iv_therapy", function: None, kinds: ROUND_THE_CLOCK },
    ],
    agreements: "regional",
    principles: &["odense"],
    weekends: "R13",
};

/// Nurses of a municipality (KL's agreement 79.03).
const fn municipal_nurse(share: &'static Figure) -> Trade {
    Trade {
        group: "nurse",
        level: 4,
        share,
        part_time: &calibrated::PART_TIME_NURSES,
        price: &calibrated::NURSE_PRICE,
        agreement: "kl.79.03",
        kinds: NO_NIGHTS,
        skill: None,
    }
}

/// Social and health care assistants of a municipality (KL's agreement 79.01).
const fn municipal_assistant(share: &'static Figure) -> Trade {
    Trade {
        group: "ssa",
        level: 3,
        share,
        part_time: &calibrated::PART_TIME_CARE,
        price: &calibrated::ASSISTANT_PRICE,
        agreement: "kl.79.01",
        kinds: ROUND_THE_CLOCK,
        skill: Some("medicine"),
    }
}

/// Social and health care helpers of a municipality, under the same agreement.
const fn municipal_helper(share: &'static Figure) -> Trade {
    Trade { group: "ssh", level: 2, price: &calibrated::HELPER_PRICE, ..municipal_assistant(share) }
}

static HOME_CARE: Team = Team {
    unit: UnitKind::HomeCare,
    code: "g",
    name: "Hjemmeplejen, gruppe ",
    trades: &[
        municipal_nurse(&calibrated::HOME_NURSES),
        municipal_assistant(&calibrated::HOME_ASSISTANTS),
        municipal_helper(&calibrated::HOME_HELPERS),
        Trade {
            group: "physiotherapist",
            level: 3,
            share: &calibrated::HOME_PHYSIOTHERAPISTS,
            part_time: &calibrated::PART_TIME_OTHERS,
            price: &calibrated::THERAPIST_PRICE,
            agreement: "kl.79.04",
            kinds: &[],
            skill: None,
        },
        Trade {
            group: "occupational_therapist",
            level: 3,
            share: &calibrated::HOME_OCCUPATIONAL,
            part_time: &calibrated::PART_TIME_OTHERS,
            price: &calibrated::THERAPIST_PRICE,
            agreement: "kl.79.04",
            kinds: &[],
            skill: Some("dysphagia"),
        },
    ],
    blocks: &[
        block("d", Day, 7, 15, [1.0, 0.75]),
        block("e", Evening, 15, 23, [0.45, 0.45]),
        block("n", Night, 23, 7, [0.12, 0.12]),
    ],
    specials: &[
        Special { competence: COORDINATION, function: Some(COORDINATOR), kinds: &[Day] },
        Special { competence: "medicine", function: None, kinds: ROUND_THE_CLOCK },
    ],
    agreements: "municipal",
    principles: &[],
    weekends: "K11",
};

static ACUTE_TEAM: Team = Team {
    unit: UnitKind::AcuteTeam,
    code: "a",
    name: "Akutteam ",
    trades: &[
        Trade { kinds: ALL_TEAM, skill: Some("acute_care"), ..municipal_nurse(&calibrated::ACUTE_NURSES) },
        Trade { kinds: NO_NIGHTS, ..municipal_assistant(&calibrated::ACUTE_ASSISTANTS) },
    ],
    blocks: &[
        block("d", Day, 7, 15, [1.0, 0.7]),
        block("e", Evening, 15, 23, [0.8, 0.7]),
        Block {
            code: "r",
            kind: OnCallAtHome,
            start: 23 * 60,
            end: 7 * 60,
            counts: 1.0 / 3.0,
            weekday: 0.3,
            weekend: 0.3,
        },
    ],
    specials: &[
        Special { competence: COORDINATION, function: Some(COORDINATOR), kinds: &[Day] },
        Special { competence: "acute_care", function: None, kinds: NO_NIGHTS },
    ],
    agreements: "municipal",
    principles: &[],
    weekends: "K11",
};

/// About 40 residents: two or three at work by night, who go rounds.
static NURSING_HOME: Team = Team {
    unit: UnitKind::NursingHome,
    code: "p",
    name: "Plejecenter ",
    trades: &[
        municipal_nurse(&calibrated::NURSING_HOME_NURSES),
        municipal_assistant(&calibrated::NURSING_HOME_ASSISTANTS),
        municipal_helper(&calibrated::NURSING_HOME_HELPERS),
    ],
    blocks: &[
        block("d", Day, 7, 15, [1.0, 0.8]),
        block("e", Evening, 15, 23, [0.6, 0.6]),
        block("n", Night, 23, 7, [0.25, 0.25]),
    ],
    specials: &[
        Special { competence: COORDINATION, function: Some(COORDINATOR), kinds: &[Day] },
        Special { competence: "medicine", function: None, kinds: ROUND_THE_CLOCK },
    ],
    agreements: "municipal",
    principles: &[],
    weekends: "K11",
};

//! Staff groups, what they may do and how, and the pools and continuity that concern them.

use super::input::{InputError, Row, rows};
use leon_model::{
    Competence, CompetenceId, Complexity, Continuity, GroupId, Holding, Pool, Reach, StaffGroup, Through,
};
use std::path::Path;

pub(super) struct Staff {
    pub(super) groups: Vec<StaffGroup>,
    pub(super) competences: Vec<Competence>,
    pub(super) holdings: Vec<Holding>,
}

impl Staff {
    /// Whether a group holds a competence by its education.
    pub(super) fn holds(&self, group: &GroupId, competence: &CompetenceId) -> bool {
        let held = |it: &Holding| it.group == *group && it.competence == *competence && it.through == Through::Held;
        self.holdings.iter().any(held)
    }
}

pub(super) fn read(inputs: &Path) -> Result<Staff, InputError> {
    let mut holdings = Vec::new();
    for row in rows(inputs, "held.csv")? {
        let competence: CompetenceId = row.word("competence")?;
        holdings.extend(row.list("staff_groups")?.into_iter().map(|group| Holding {
            group,
            competence: competence.clone(),
            through: Through::Held,
            training_share: None,
            delegator: None,
            supervision_share: None,
        }));
    }
    for row in rows(inputs, "learned.csv")? {
        holdings.push(Holding {
            group: row.word("staff_group")?,
            competence: row.word("competence")?,
            through: Through::Learned,
            training_share: Some(row.assumed(["training_share", "low", "high"], row.text("source")?)?),
            delegator: None,
            supervision_share: None,
        });
    }
    for row in rows(inputs, "delegated.csv")? {
        holdings.push(Holding {
            group: row.word("staff_group")?,
            competence: row.word("competence")?,
            through: Through::Delegated,
            training_share: None,
            delegator: Some(row.word("delegator")?),
            supervision_share: Some(row.assumed(["supervision_share", "low", "high"], row.text("source")?)?),
        });
    }
    Ok(Staff {
        groups: rows(inputs, "staff_groups.csv")?.iter().map(group).collect::<Result<_, _>>()?,
        competences: rows(inputs, "competences.csv")?.iter().map(competence).collect::<Result<_, _>>()?,
        holdings,
    })
}

fn group(row: &Row) -> Result<StaffGroup, InputError> {
    Ok(StaffGroup {
        id: row.word("id")?,
        name_da: row.word("name_da")?,
        name_en: row.word("name_en")?,
        level: row.parse("level", |word| word.parse().ok())?,
        authorised: row.parse("authorised", |word| word.parse().ok())?,
    })
}

fn competence(row: &Row) -> Result<Competence, InputError> {
    Ok(Competence { id: row.word("id")?, name_da: row.word("name_da")?, name_en: row.word("name_en")? })
}

/// The ways to lend hours between settings and places.
pub(super) fn pools(inputs: &Path) -> Result<Vec<Pool>, InputError> {
    let pool = |row: Row| {
        Ok(Pool {
            id: row.word("id")?,
            name_da: row.word("name_da")?,
            name_en: row.word("name_en")?,
            group: row.word("staff_group")?,
            reach: row.parse("reach", Reach::parse)?,
            place: row.word("place")?,
            settings: row.list("settings")?,
            distance_km_max: row.optional_number("distance_km_max")?,
            share_max: row.assumed(["share_max", "share_low", "share_high"], "a-pools")?,
            loss_share: row.assumed(["loss_share", "loss_low", "loss_high"], "a-pools")?,
        })
    };
    rows(inputs, "pools.csv")?.into_iter().map(pool).collect()
}

/// The least share of care by those who may coordinate.
pub(super) fn continuity(inputs: &Path) -> Result<Vec<Continuity>, InputError> {
    let continuity = |row: Row| {
        Ok(Continuity {
            setting: row.word("setting")?,
            complexity: row.parse("complexity", Complexity::parse)?,
            groups: row.list("staff_groups")?,
            share_min: row.assumed(["share_min", "low", "high"], "a-continuity")?,
        })
    };
    rows(inputs, "continuity.csv")?.into_iter().map(continuity).collect()
}

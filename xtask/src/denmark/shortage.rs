//! Failed recruitments by region and group, and the hours that stand behind them.

use super::input::{InputError, rows};
use leon_model::{EvidenceClass, Figure, GroupId, PlaceId, Recruitment};
use std::path::Path;

pub(super) struct Shortage(Vec<Recruitment>);

impl Shortage {
    /// Failed recruitments of a group in a region; 0 where the survey has none.
    pub(super) fn failed(&self, region: &PlaceId, group: &GroupId) -> f64 {
        self.0.iter().find(|it| it.place == *region && it.group == *group).map_or(0.0, |it| it.failed.value)
    }

    /// The recruitment table.
    pub(super) fn rows(self) -> Vec<Recruitment> {
        self.0
    }
}

pub(super) fn read(inputs: &Path) -> Result<Shortage, InputError> {
    let recruitment = |row: super::input::Row| {
        let register = |column| Ok(Figure::exact(row.number(column)?, EvidenceClass::Register, row.text("source")?));
        Ok(Recruitment {
            place: row.word("region")?,
            group: row.word("staff_group")?,
            failed: register("failed")?,
            failed_share: Some(register("failed_share")?),
        })
    };
    Ok(Shortage(rows(inputs, "recruitment.csv")?.into_iter().map(recruitment).collect::<Result<_, _>>()?))
}

//! Rows of technologies: a claim, and the effect where all of it is known.

use super::Row;
use crate::cell_reader::CellReader;
use crate::cell_writer::CellWriter;
use leon_model::{Complexity, Effect, GroupId, Table, Technology};

impl Row for Technology {
    const TABLE: Table = Table::Technologies;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            id: cells.id("id"),
            name_da: cells.text("name_da"),
            name_en: cells.text("name_en"),
            sector: cells.text("sector"),
            maturity: cells.optional_figure("maturity"),
            claimed_fte: cells.optional_figure("claimed_fte"),
            tasks: cells.ids("tasks"),
            settings: cells.ids("settings"),
            complexities: cells.words("complexities", Complexity::parse),
            effect: read_effect(cells),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        let effect = self.effect.as_ref();
        cells.value("id", &self.id);
        cells.value("name_da", &self.name_da);
        cells.value("name_en", &self.name_en);
        cells.value("sector", &self.sector);
        cells.optional_figure("maturity", self.maturity.as_ref());
        cells.optional_figure("claimed_fte", self.claimed_fte.as_ref());
        cells.list("tasks", &self.tasks);
        cells.list("settings", &self.settings);
        cells.list("complexities", &self.complexities);
        cells.optional_figure("eligible_share", effect.map(|it| &it.eligible_share));
        cells.optional_figure("adoption", effect.map(|it| &it.adoption));
        cells.optional_figure("freed_share", effect.map(|it| &it.freed_share));
        cells.optional_figure("own_hours_share", effect.map(|it| &it.own_hours_share));
        cells.optional("own_hours_group", effect.map(|it| &it.own_hours_group));
    }
}

/// The effect: all five values, or none.
fn read_effect(cells: &mut CellReader<'_>) -> Option<Effect> {
    const COLUMNS: [&str; 5] = ["eligible_share", "adoption", "freed_share", "own_hours_share", "own_hours_group"];
    let given = COLUMNS.map(|column| cells.is_given(column));
    let eligible_share = cells.optional_figure("eligible_share");
    let adoption = cells.optional_figure("adoption");
    let freed_share = cells.optional_figure("freed_share");
    let own_hours_share = cells.optional_figure("own_hours_share");
    let own_hours_group: Option<GroupId> = cells.optional_id("own_hours_group");
    if given.contains(&true) {
        for (column, _) in COLUMNS.into_iter().zip(given).filter(|(_, given)| !given) {
            cells.effect_incomplete(column);
        }
    }
    Some(Effect {
        eligible_share: eligible_share?,
        adoption: adoption?,
        freed_share: freed_share?,
        own_hours_share: own_hours_share?,
        own_hours_group: own_hours_group?,
    })
}

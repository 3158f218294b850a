//! Rows of staff groups, competences, hours, pools and what is known of today.

use super::Row;
use crate::cell_reader::CellReader;
use crate::cell_writer::CellWriter;
use leon_model::{
    Baseline, Capacity, Competence, Complexity, Continuity, ExtraHours, ExtraKind, Holding, Pool, Price, Reach,
    Recruitment, StaffGroup, Table, Through,
};

impl Row for StaffGroup {
    const TABLE: Table = Table::StaffGroups;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            id: cells.id("id"),
            name_da: cells.text("name_da"),
            name_en: cells.text("name_en"),
            level: cells.integer("level"),
            authorised: cells.boolean("authorised"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", &self.id);
        cells.value("name_da", &self.name_da);
        cells.value("name_en", &self.name_en);
        cells.value("level", self.level);
        cells.value("authorised", self.authorised);
    }
}

impl Row for Competence {
    const TABLE: Table = Table::Competences;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self { id: cells.id("id"), name_da: cells.text("name_da"), name_en: cells.text("name_en") }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", &self.id);
        cells.value("name_da", &self.name_da);
        cells.value("name_en", &self.name_en);
    }
}

impl Row for Holding {
    const TABLE: Table = Table::Holdings;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            group: cells.id("staff_group"),
            competence: cells.id("competence"),
            through: cells.word("through", Through::parse),
            training_share: cells.optional_figure("training_share"),
            delegator: cells.optional_id("delegator"),
            supervision_share: cells.optional_figure("supervision_share"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("staff_group", &self.group);
        cells.value("competence", &self.competence);
        cells.value("through", self.through);
        cells.optional_figure("training_share", self.training_share.as_ref());
        cells.optional("delegator", self.delegator.as_ref());
        cells.optional_figure("supervision_share", self.supervision_share.as_ref());
    }
}

impl Row for Capacity {
    const TABLE: Table = Table::Capacity;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            place: cells.id("place"),
            setting: cells.id("setting"),
            group: cells.id("staff_group"),
            fte: cells.figure("fte"),
            net_care_share: cells.figure("net_care_share"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("place", &self.place);
        cells.value("setting", &self.setting);
        cells.value("staff_group", &self.group);
        cells.figure("fte", &self.fte);
        cells.figure("net_care_share", &self.net_care_share);
    }
}

impl Row for ExtraHours {
    const TABLE: Table = Table::ExtraHours;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            place: cells.id("place"),
            setting: cells.id("setting"),
            group: cells.id("staff_group"),
            kind: cells.word("kind", ExtraKind::parse),
            fte_max: cells.figure("fte_max"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("place", &self.place);
        cells.value("setting", &self.setting);
        cells.value("staff_group", &self.group);
        cells.value("kind", self.kind);
        cells.figure("fte_max", &self.fte_max);
    }
}

impl Row for Price {
    const TABLE: Table = Table::Prices;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            group: cells.id("staff_group"),
            kind: cells.word("kind", ExtraKind::parse),
            dkk_per_hour: cells.figure("dkk_per_hour"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("staff_group", &self.group);
        cells.value("kind", self.kind);
        cells.figure("dkk_per_hour", &self.dkk_per_hour);
    }
}

impl Row for Pool {
    const TABLE: Table = Table::Pools;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            id: cells.id("id"),
            name_da: cells.text("name_da"),
            name_en: cells.text("name_en"),
            group: cells.id("staff_group"),
            reach: cells.word("reach", Reach::parse),
            place: cells.id("place"),
            settings: cells.ids("settings"),
            distance_km_max: cells.optional_number("distance_km_max"),
            share_max: cells.figure("share_max"),
            loss_share: cells.figure("loss_share"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", &self.id);
        cells.value("name_da", &self.name_da);
        cells.value("name_en", &self.name_en);
        cells.value("staff_group", &self.group);
        cells.value("reach", self.reach);
        cells.value("place", &self.place);
        cells.list("settings", &self.settings);
        cells.optional("distance_km_max", self.distance_km_max);
        cells.figure("share_max", &self.share_max);
        cells.figure("loss_share", &self.loss_share);
    }
}

impl Row for Continuity {
    const TABLE: Table = Table::Continuity;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            setting: cells.id("setting"),
            complexity: cells.word("complexity", Complexity::parse),
            groups: cells.ids("staff_groups"),
            share_min: cells.figure("share_min"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("setting", &self.setting);
        cells.value("complexity", self.complexity);
        cells.list("staff_groups", &self.groups);
        cells.figure("share_min", &self.share_min);
    }
}

impl Row for Baseline {
    const TABLE: Table = Table::Baseline;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            setting: cells.id("setting"),
            task: cells.id("task"),
            complexity: cells.optional_word("complexity", Complexity::parse),
            group: cells.id("staff_group"),
            share: cells.figure("share"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("setting", &self.setting);
        cells.value("task", &self.task);
        cells.optional("complexity", self.complexity);
        cells.value("staff_group", &self.group);
        cells.figure("share", &self.share);
    }
}

impl Row for Recruitment {
    const TABLE: Table = Table::Recruitment;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            place: cells.id("place"),
            group: cells.id("staff_group"),
            failed: cells.figure("failed"),
            failed_share: cells.optional_figure("failed_share"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("place", &self.place);
        cells.value("staff_group", &self.group);
        cells.figure("failed", &self.failed);
        cells.optional_figure("failed_share", self.failed_share.as_ref());
    }
}

//! Rows of complexities, tasks and needs.

use super::Row;
use crate::cell_reader::CellReader;
use crate::cell_writer::CellWriter;
use leon_model::{Complexity, ComplexityWeight, Need, Table, Task, TaskLevel};

impl Row for ComplexityWeight {
    const TABLE: Table = Table::Complexities;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            complexity: cells.word("complexity", Complexity::parse),
            name_da: cells.text("name_da"),
            name_en: cells.text("name_en"),
            severity_factor: cells.figure("severity_factor"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("complexity", self.complexity);
        cells.value("name_da", &self.name_da);
        cells.value("name_en", &self.name_en);
        cells.figure("severity_factor", &self.severity_factor);
    }
}

impl Row for Task {
    const TABLE: Table = Table::Tasks;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            id: cells.id("id"),
            name_da: cells.text("name_da"),
            name_en: cells.text("name_en"),
            level: cells.word("level", TaskLevel::parse),
            setting: cells.optional_id("setting"),
            fsiii: cells.optional_text("fsiii"),
            remote_possible: cells.boolean("remote_possible"),
            competence_low: cells.id("competence_low"),
            competence_medium: cells.id("competence_medium"),
            competence_high: cells.id("competence_high"),
            severity: cells.figure("severity"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", &self.id);
        cells.value("name_da", &self.name_da);
        cells.value("name_en", &self.name_en);
        cells.value("level", self.level);
        cells.optional("setting", self.setting.as_ref());
        cells.optional("fsiii", self.fsiii.as_ref());
        cells.value("remote_possible", self.remote_possible);
        cells.value("competence_low", &self.competence_low);
        cells.value("competence_medium", &self.competence_medium);
        cells.value("competence_high", &self.competence_high);
        cells.figure("severity", &self.severity);
    }
}

impl Row for Need {
    const TABLE: Table = Table::Needs;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            place: cells.id("place"),
            setting: cells.id("setting"),
            task: cells.id("task"),
            complexity: cells.word("complexity", Complexity::parse),
            hours_per_week: cells.figure("hours_per_week"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("place", &self.place);
        cells.value("setting", &self.setting);
        cells.value("task", &self.task);
        cells.value("complexity", self.complexity);
        cells.figure("hours_per_week", &self.hours_per_week);
    }
}

//! Rows of bindings.

use super::Row;
use crate::cell_reader::CellReader;
use crate::cell_writer::CellWriter;
use leon_model::{Binding, Complexity, Justified, Scope, Table, TaskLevel, Theme, Through, kind};

impl Row for Binding {
    const TABLE: Table = Table::Bindings;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            id: cells.id("id"),
            name_da: cells.text("name_da"),
            name_en: cells.text("name_en"),
            theme: cells.word("theme", Theme::parse),
            justified: cells.word("justified", Justified::parse),
            kind: cells.word("kind", kind),
            scope: Scope {
                places: cells.ids("places"),
                settings: cells.ids("settings"),
                tasks: cells.ids("tasks"),
                task_levels: cells.words("task_levels", TaskLevel::parse),
                complexities: cells.words("complexities", Complexity::parse),
                competences: cells.ids("competences"),
                groups: cells.ids("staff_groups"),
                through: cells.words("through", Through::parse),
                technologies: cells.ids("technologies"),
                pools: cells.ids("pools"),
            },
            limit: cells.optional_figure("limit"),
            in_force: cells.boolean("in_force"),
            source: cells.id("source"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", &self.id);
        cells.value("name_da", &self.name_da);
        cells.value("name_en", &self.name_en);
        cells.value("theme", self.theme);
        cells.value("justified", self.justified);
        cells.value("kind", self.kind.word);
        cells.list("places", &self.scope.places);
        cells.list("settings", &self.scope.settings);
        cells.list("tasks", &self.scope.tasks);
        cells.list("task_levels", &self.scope.task_levels);
        cells.list("complexities", &self.scope.complexities);
        cells.list("competences", &self.scope.competences);
        cells.list("staff_groups", &self.scope.groups);
        cells.list("through", &self.scope.through);
        cells.list("technologies", &self.scope.technologies);
        cells.list("pools", &self.scope.pools);
        cells.optional_figure("limit", self.limit.as_ref());
        cells.value("in_force", self.in_force);
        cells.value("source", &self.source);
    }
}

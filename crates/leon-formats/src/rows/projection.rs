//! Rows of inhabitants now and before, of who uses care, and of how staff come and go.

use super::Row;
use crate::cell_reader::CellReader;
use crate::cell_writer::CellWriter;
use leon_model::{AgeBand, CareUse, FiveYears, Inhabitants, StaffFlow, Table, Workforce, Year};
use std::fmt::Display;

/// A division into ages, and the table whose rows have it.
trait Ages: Copy + Display {
    const TABLE: Table;
    fn parse(word: &str) -> Option<Self>;
}

impl Ages for AgeBand {
    const TABLE: Table = Table::Population;

    fn parse(word: &str) -> Option<Self> {
        Self::parse(word)
    }
}

impl Ages for FiveYears {
    const TABLE: Table = Table::PopulationHistory;

    fn parse(word: &str) -> Option<Self> {
        Self::parse(word)
    }
}

impl<Age: Ages> Row for Inhabitants<Age> {
    const TABLE: Table = Age::TABLE;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            place: cells.id("place"),
            year: Year(cells.integer("year")),
            age: cells.word("age", Age::parse),
            persons: cells.figure("persons"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("place", &self.place);
        cells.value("year", self.year);
        cells.value("age", self.age);
        cells.figure("persons", &self.persons);
    }
}

impl Row for CareUse {
    const TABLE: Table = Table::CareUse;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self { setting: cells.id("setting"), ages: cells.words("ages", AgeBand::parse), share: cells.figure("share") }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("setting", &self.setting);
        cells.list("ages", &self.ages);
        cells.figure("share", &self.share);
    }
}

impl Row for Workforce {
    const TABLE: Table = Table::Workforce;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            group: cells.id("staff_group"),
            flow: cells.word("flow", StaffFlow::parse),
            age_from: cells.optional_integer("age_from"),
            value: cells.figure("value"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("staff_group", &self.group);
        cells.value("flow", self.flow);
        cells.optional("age_from", self.age_from);
        cells.figure("value", &self.value);
    }
}

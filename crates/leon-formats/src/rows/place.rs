//! Rows of sources, places and settings.

use super::Row;
use crate::cell_reader::CellReader;
use crate::cell_writer::CellWriter;
use leon_model::{Place, PlaceKind, Setting, Source, Table};

impl Row for Source {
    const TABLE: Table = Table::Sources;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            id: cells.id("id"),
            title: cells.text("title"),
            publisher: cells.text("publisher"),
            year: cells.text("year"),
            locator: cells.text("locator"),
            url: cells.text("url"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", &self.id);
        cells.value("title", &self.title);
        cells.value("publisher", &self.publisher);
        cells.value("year", &self.year);
        cells.value("locator", &self.locator);
        cells.value("url", &self.url);
    }
}

impl Row for Place {
    const TABLE: Table = Table::Places;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            id: cells.id("id"),
            name: cells.text("name"),
            kind: cells.word("kind", PlaceKind::parse),
            parent: cells.optional_id("parent"),
            latitude: cells.optional_number("latitude"),
            longitude: cells.optional_number("longitude"),
            population: cells.optional_figure("population"),
            population_80_plus: cells.optional_figure("population_80_plus"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", &self.id);
        cells.value("name", &self.name);
        cells.value("kind", self.kind.as_str());
        cells.optional("parent", self.parent.as_ref());
        cells.optional("latitude", self.latitude);
        cells.optional("longitude", self.longitude);
        cells.optional_figure("population", self.population.as_ref());
        cells.optional_figure("population_80_plus", self.population_80_plus.as_ref());
    }
}

impl Row for Setting {
    const TABLE: Table = Table::Settings;

    fn read(cells: &mut CellReader<'_>) -> Self {
        Self {
            id: cells.id("id"),
            name_da: cells.text("name_da"),
            name_en: cells.text("name_en"),
            sector: cells.text("sector"),
        }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", &self.id);
        cells.value("name_da", &self.name_da);
        cells.value("name_en", &self.name_en);
        cells.value("sector", &self.sector);
    }
}

//! What a row holds: for each table, how its columns make the model's type and how it is written again.

mod binding;
mod place;
mod projection;
mod staff;
mod task;
mod technology;

use crate::cell_reader::CellReader;
use crate::cell_writer::CellWriter;
use leon_model::{Figure, Parameters, Table};

/// A row of a table, in and out. Both ways take the columns in the schema's order.
pub(crate) trait Row: Sized {
    const TABLE: Table;
    /// Takes the row from its cells. A cell that cannot be read is reported and stands in with some
    /// value; the reader drops such a row.
    fn read(cells: &mut CellReader<'_>) -> Self;
    fn write(&self, cells: &mut CellWriter);
}

/// One conversion factor.
pub(crate) struct Parameter {
    pub(crate) id: &'static str,
    pub(crate) value: Figure,
}

impl Row for Parameter {
    const TABLE: Table = Table::Parameters;

    fn read(cells: &mut CellReader<'_>) -> Self {
        let known = |id: &str| crate::schema::PARAMETERS.into_iter().find(|it| *it == id);
        Self { id: cells.word("id", known), value: cells.figure("value") }
    }

    fn write(&self, cells: &mut CellWriter) {
        cells.value("id", self.id);
        cells.figure("value", &self.value);
    }
}

/// The parameters with their ids, in the order of [`crate::schema::PARAMETERS`].
pub(crate) fn parameters_by_id(parameters: &mut Parameters) -> [(&'static str, &mut Option<Figure>); 6] {
    [
        ("fte_hours_per_year", &mut parameters.fte_hours_per_year),
        ("weeks_per_year", &mut parameters.weeks_per_year),
        ("unmet_hour_dkk", &mut parameters.unmet_hour_dkk),
        ("healthy_ageing", &mut parameters.healthy_ageing),
        ("staff_follow_need", &mut parameters.staff_follow_need),
        ("starting_gap", &mut parameters.starting_gap),
    ]
}

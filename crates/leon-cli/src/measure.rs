//! What a study of a measure found, for the terminal and as tables.

mod summary;
mod tables;

pub use summary::summary;
pub use tables::write;

use crate::texts::Voice;
use leon_measure::{Quantity, SampleOptions, Study, StudyOptions};
use leon_model::{Case, GroupId, Measure};

/// A study, and what was asked.
pub struct Asked<'a> {
    pub case: &'a Case,
    pub measures: &'a [&'a Measure],
    pub sample: &'a SampleOptions,
    pub options: &'a StudyOptions,
    pub study: &'a Study,
    pub voice: Voice,
}

impl Asked<'_> {
    /// The measures' names, one after the other.
    fn name(&self) -> String {
        let names = self.measures.iter().map(|it| self.voice.name(&it.name_da, &it.name_en));
        names.collect::<Vec<_>>().join(" + ")
    }

    fn group(&self, id: &GroupId) -> String {
        let group = self.case.staff_groups.iter().find(|it| it.id == *id);
        group.map_or_else(|| id.to_string(), |it| self.voice.name(&it.name_da, &it.name_en).to_owned())
    }

    fn places(&self) -> String {
        let name = |id| self.case.place(id).name.clone();
        self.sample.municipalities.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// A quantity in words.
    fn words(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Released => self.voice.text("measure-all"),
            Quantity::Account(account) => self.voice.text(&format!("account-{account}")),
            Quantity::Group(group) => self.group(group),
            Quantity::Dropped => self.voice.text("measure-care-dropped"),
            Quantity::Gained => self.voice.text("measure-care-gained"),
            Quantity::Free(piece) => self.voice.text(match piece {
                leon_measure::Piece::Shift => "measure-piece-shift",
                leon_measure::Piece::Visit => "measure-piece-visit",
                leon_measure::Piece::Scrap => "measure-piece-scrap",
            }),
        }
    }
}

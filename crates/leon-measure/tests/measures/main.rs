//! Measures with known answers: nothing, and arithmetic on a star of equal legs.

mod placebo;
mod rosters;
mod scaled;
mod star;
#[path = "../../../leon-check/tests/common/tiny_day.rs"]
mod tiny_day;

use leon_model::{EvidenceClass, Figure, MeasureChange, MeasureCost, MeasureTable};

/// A figure known to the point.
fn figure(value: f64) -> Figure {
    Figure::exact(value, EvidenceClass::Assumption, "test")
}

/// About every task, and taken up by everybody.
fn taken_up_by_all(changes: Vec<MeasureChange>, costs: Vec<MeasureCost>) -> MeasureTable {
    MeasureTable {
        id: "m".into(),
        name_da: "m".into(),
        name_en: "m".into(),
        technology: None,
        instead_of: None,
        tasks: vec![],
        complexities: vec![],
        units: vec![],
        eligible: figure(1.0),
        adoption: figure(1.0),
        drop_out: figure(0.0),
        failure: figure(0.0),
        changes,
        costs,
        sources: vec![("test".into(), "test".into())],
    }
}

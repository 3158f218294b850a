//! Capacity: hours in use, less hours bought and lent in, are at most the care hours of the staff at hand.

use super::{Builder, Hours};
use leon_lp::{Lp, Row};
use leon_model::Case;

/// One row for each capacity row of the case.
pub(super) fn add_rows(case: &Case, lp: &mut Lp) -> std::ops::Range<Row> {
    let start = lp.rows();
    for capacity in &case.capacity {
        lp.add_row(f64::NEG_INFINITY, case.care_hours(capacity).0);
    }
    start..lp.rows()
}

/// Hours that can be bought: overtime, recruitment, agency.
pub(super) fn add_columns(builder: &mut Builder<'_, '_>) {
    for (extra, it) in builder.case.extra_hours.iter().enumerate() {
        let row = builder.capacity_row(builder.index.extra_capacity[extra]);
        let most = builder.case.extra_hours_max(it).0;
        let cost = builder.dkk_weight * builder.index.extra_price[extra];
        builder.add(Hours::Extra { extra }, cost, most, &mut vec![(row, -1.0)]);
    }
}

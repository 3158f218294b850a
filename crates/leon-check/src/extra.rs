//! Bought hours: only of a kind that can be had there, up to its limit, at a known price.

use crate::Violation;
use crate::eligibility::is_amount;
use crate::rows::{Rows, finite_or_zero};
use crate::tolerance::exceeds;
use leon_model::{ExtraKind, Hours, StaffKey};
use std::collections::BTreeMap;

pub(crate) fn check(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    let mut bought: BTreeMap<(&StaffKey, ExtraKind), f64> = BTreeMap::new();
    for extra in &rows.plan.extra {
        if !is_amount(extra.hours) {
            violations.push(Violation::NotAnAmount { row: "extra", hours: extra.hours });
        }
        *bought.entry((&extra.staff, extra.kind)).or_default() += finite_or_zero(extra.hours);
    }
    for ((staff, kind), hours) in bought {
        let Some(row) = rows.extra_row(staff, kind) else {
            violations.push(Violation::ExtraNotToBeHad { staff: staff.clone(), kind });
            continue;
        };
        let most = rows.case.extra_hours_max(row);
        if exceeds(hours, most.0) {
            violations.push(Violation::ExtraBeyondLimit { staff: staff.clone(), kind, hours: Hours(hours), most });
        }
        if rows.price(&staff.group, kind).is_none() {
            violations.push(Violation::ExtraWithoutPrice { group: staff.group.clone(), kind });
        }
    }
}

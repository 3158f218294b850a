//! How far two sums of hours may lie apart and still be the same.

/// One millionth of the larger side, and of one hour at least.
fn slack(a: f64, b: f64) -> f64 {
    1e-6 * a.abs().max(b.abs()).max(1.0)
}

/// Whether an amount is above its limit by more than rounding.
pub(crate) fn exceeds(amount: f64, limit: f64) -> bool {
    amount - limit > slack(amount, limit)
}

/// Whether two amounts differ by more than rounding.
pub(crate) fn differs(a: f64, b: f64) -> bool {
    exceeds(a, b) || exceeds(b, a)
}

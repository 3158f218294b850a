//! Measures together: what each releases alone, what all of them do, and what is counted twice by whoever adds up.

use crate::{Estimate, Kind, MeasureError, Pair, Quantity, Stratum, Study, estimate};

/// What some measures release alone and together, in minutes a day (of rosters, a week of a unit).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlap {
    /// The sum of what each of them releases alone.
    pub alone: Estimate,
    /// What they release together.
    pub together: Estimate,
    /// The sum less what they release together, day by day on the same days. Below 0: they help each other.
    pub overlap: Estimate,
}

/// Sets studies of single measures against the study of all of them on the same days or periods.
///
/// Days are the same if they are of one kind and have the same number among them, as [`draw_days`](crate::draw_days) and
/// [`draw_periods`](crate::draw_periods) give them for the same options. A single measure that is not about a kind of
/// team releases nothing there.
///
/// # Errors
/// [`MeasureError::OtherDays`] when a study of a single measure has some of a kind, but not as many as the other.
pub fn overlap(alone: &[&Study], together: &Study) -> Result<Overlap, MeasureError> {
    let mut strata = [const { Vec::new() }; 3];
    for it in &together.types {
        let all = released(together, it.kind);
        let mut sum = vec![0.0; all.len()];
        for single in alone.iter().map(|single| released(single, it.kind)).filter(|single| !single.is_empty()) {
            if single.len() != all.len() {
                return Err(MeasureError::OtherDays { alone: single.len(), together: all.len() });
            }
            sum.iter_mut().zip(single).for_each(|(sum, one)| *sum += one);
        }
        let overlap = sum.iter().zip(&all).map(|(sum, all)| sum - all).collect();
        for (stratum, values) in strata.iter_mut().zip([sum, all, overlap]) {
            stratum.push(Stratum { weight: it.weight, values });
        }
    }
    let [alone, together, overlap] = strata.map(|it| estimate(&it));
    Ok(Overlap { alone, together, overlap })
}

/// What is released on each day of a kind.
fn released(study: &Study, kind: Kind) -> Vec<f64> {
    let of_kind = study.pairs.iter().filter(|it: &&Pair| it.kind == kind);
    of_kind.map(|it| it.of(&Quantity::Released)).collect()
}

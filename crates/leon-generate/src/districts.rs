//! Districts: parts of the municipality with an office each.

use crate::geography::{Home, Spot};

/// Homes in districts of about as many each, cut by columns from west to east and then from south to north; and the
/// middle of each district, where its office is.
pub(crate) fn districts(homes: &[Home], districts: usize) -> (Vec<usize>, Vec<Spot>) {
    let columns = (districts as f64).sqrt() as usize;
    let mut order: Vec<usize> = (0..homes.len()).collect();
    order.sort_by(|&i, &j| homes[i].spot.east.total_cmp(&homes[j].spot.east));
    // Column c has the districts from c × districts ÷ columns on, and homes in proportion.
    let from = |column: usize| column * districts / columns;
    for column in 0..columns {
        let cut = |district: usize| homes.len() * district / districts;
        order[cut(from(column))..cut(from(column + 1))]
            .sort_by(|&i, &j| homes[i].spot.north.total_cmp(&homes[j].spot.north));
    }
    let mut district_of = vec![0; homes.len()];
    let mut offices = Vec::new();
    for district in 0..districts {
        let members = &order[homes.len() * district / districts..homes.len() * (district + 1) / districts];
        let mean = |of: &dyn Fn(&Spot) -> f64| {
            members.iter().map(|&i| of(&homes[i].spot)).sum::<f64>() / members.len().max(1) as f64
        };
        offices.push(Spot { east: mean(&|it| it.east), north: mean(&|it| it.north) });
        members.iter().for_each(|&i| district_of[i] = district);
    }
    (district_of, offices)
}

//! Lending: members of a pool lend hours to another setting, to a neighbour, or to screen visits.

use super::index::Index;
use super::{Builder, Hours};
use leon_lp::{Lp, Row};
use leon_model::{Case, Pool, Reach};
use std::collections::BTreeMap;

/// The rows that lending stands in.
pub(super) struct Rows {
    /// Remote pools: hours used by screen are at most hours lent, less the loss.
    pub(super) hub: Vec<Option<Row>>,
    /// Other pools: what one member lends is at most its share. By pool and capacity row.
    limit: BTreeMap<(usize, usize), Row>,
    /// Who lends to whom, by pool: capacity rows of lender and borrower.
    arcs: Vec<Vec<(usize, Option<usize>)>>,
}

pub(super) fn add_rows(case: &Case, index: &Index, lp: &mut Lp, capacity_start: Row) -> Rows {
    let mut rows = Rows { hub: Vec::new(), limit: BTreeMap::new(), arcs: Vec::new() };
    for (pool, it) in case.pools.iter().enumerate() {
        rows.hub.push((it.reach == Reach::Remote).then(|| lp.add_row(f64::NEG_INFINITY, 0.0)));
        let arcs = arcs(case, index, it);
        if it.reach != Reach::Remote {
            for &(from, _) in &arcs {
                rows.limit.entry((pool, from)).or_insert_with(|| {
                    lp.add_row(f64::NEG_INFINITY, it.share_max.value * lp.row_upper[capacity_start + from])
                });
            }
        }
        rows.arcs.push(arcs);
    }
    rows
}

impl Rows {
    /// Rows whose upper bound is a share of the lender's own hours: row, capacity row of the case, share.
    pub(super) fn of_own_hours<'a>(&'a self, case: &'a Case) -> impl Iterator<Item = (Row, usize, f64)> + 'a {
        self.limit.iter().map(|(&(pool, from), &row)| (row, from, case.pools[pool].share_max.value))
    }
}

/// Lender and borrower of each pair that the pool allows; no borrower for a remote pool.
fn arcs(case: &Case, index: &Index, pool: &Pool) -> Vec<(usize, Option<usize>)> {
    let members: Vec<usize> = case
        .capacity
        .iter()
        .enumerate()
        .filter(|(_, it)| it.group == pool.group && case.is_member(pool, &it.place, &it.setting))
        .map(|(row, _)| row)
        .collect();
    let within_reach = |from: usize, to: usize| {
        let (from_place, to_place) = (index.capacity_place[from], index.capacity_place[to]);
        let same_setting = index.capacity_setting[from] == index.capacity_setting[to];
        match pool.reach {
            Reach::SamePlace => from_place == to_place && !same_setting,
            Reach::Distance => {
                let km = case.places[from_place].distance_km(&case.places[to_place]);
                from_place != to_place
                    && same_setting
                    && km.zip(pool.distance_km_max).is_some_and(|(km, most)| km <= most)
            }
            Reach::Remote => false,
        }
    };
    let lends = |&from: &usize| case.care_hours(&case.capacity[from]).0 > 0.0;
    let lenders = members.iter().copied().filter(lends);
    if pool.reach == Reach::Remote {
        return lenders.map(|from| (from, None)).collect();
    }
    lenders
        .flat_map(|from| members.iter().filter(move |&&to| within_reach(from, to)).map(move |&to| (from, Some(to))))
        .collect()
}

pub(super) fn add_columns(builder: &mut Builder<'_, '_>) {
    for (pool, it) in builder.case.pools.iter().enumerate() {
        let keeps = 1.0 - it.loss_share.value;
        for (from, to) in std::mem::take(&mut builder.lending_rows.arcs[pool]) {
            let mut entries = vec![(builder.capacity_row(from), 1.0)];
            let own = builder.lp.row_upper[builder.capacity_row(from)];
            match to {
                Some(to) => entries.push((builder.capacity_row(to), -keeps)),
                None => entries.extend(builder.lending_rows.hub[pool].map(|hub| (hub, -keeps))),
            }
            entries.extend(builder.lending_rows.limit.get(&(pool, from)).map(|&row| (row, 1.0)));
            builder.add(Hours::Lent { pool, from, to }, 0.0, it.share_max.value * own, &mut entries);
        }
    }
}

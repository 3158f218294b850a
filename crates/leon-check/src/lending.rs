//! Lending: who may lend to whom, how far, how much; and that remote pools give no more than they got.

use crate::Violation;
use crate::eligibility::is_amount;
use crate::rows::{By, Rows, finite_or_zero};
use crate::tolerance::exceeds;
use leon_model::{Hours, Lending, Pool, PoolId, Reach, StaffKey};
use std::collections::BTreeMap;

pub(crate) fn check(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    for lending in &rows.plan.lending {
        if !is_amount(lending.hours) {
            violations.push(Violation::NotAnAmount { row: "lending", hours: lending.hours });
        }
        match rows.pool(&lending.pool) {
            None => violations.push(Violation::UnknownPool { pool: lending.pool.clone() }),
            Some(pool) => one_row(rows, pool, lending, violations),
        }
    }
    lender_shares(rows, violations);
    remote_pools(rows, violations);
}

fn one_row(rows: &Rows<'_>, pool: &Pool, lending: &Lending, violations: &mut Vec<Violation>) {
    for staff in [Some(&lending.from), lending.to.as_ref()].into_iter().flatten() {
        if !rows.is_member(pool, staff) {
            violations.push(Violation::NotPoolMember { pool: pool.id.clone(), staff: staff.clone() });
            return;
        }
    }
    let (from, to) = (&lending.from, &lending.to);
    let refuse = |why: String| Violation::BeyondReach {
        pool: pool.id.clone(),
        from: from.clone(),
        to: to.clone().map(Box::new),
        why,
    };
    match (pool.reach, to) {
        (Reach::Remote, None) => {}
        (Reach::Remote, Some(_)) => violations.push(refuse("a remote pool has no single borrower".to_owned())),
        (_, None) => violations.push(refuse("the borrower is missing".to_owned())),
        (Reach::SamePlace, Some(to)) => {
            if from.place != to.place || from.setting == to.setting {
                violations.push(refuse("it reaches another setting of the same place".to_owned()));
            }
        }
        (Reach::Distance, Some(to)) => {
            if from.setting != to.setting || from.place == to.place {
                violations.push(refuse("it reaches the same setting of another place".to_owned()));
            } else if let Some(why) = too_far(rows, pool, from, to) {
                violations.push(refuse(why));
            }
        }
    }
}

/// Why the way is too long, if it is.
fn too_far(rows: &Rows<'_>, pool: &Pool, from: &StaffKey, to: &StaffKey) -> Option<String> {
    let Some(km) = rows.case.place(&from.place).distance_km(rows.case.place(&to.place)) else {
        return Some("one of the places has no point on the map".to_owned());
    };
    let most = pool.distance_km_max.unwrap_or(0.0);
    exceeds(km, most).then(|| format!("{km:.1} km apart, at most {most} km"))
}

/// A member lends at most the pool's share of its own care hours.
fn lender_shares(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    let mut lent: BTreeMap<(&PoolId, &StaffKey), f64> = BTreeMap::new();
    for lending in &rows.plan.lending {
        *lent.entry((&lending.pool, &lending.from)).or_default() += finite_or_zero(lending.hours);
    }
    for ((id, lender), hours) in lent {
        let Some(pool) = rows.pool(id) else { continue };
        let most = pool.share_max.value * rows.own_hours(lender);
        if exceeds(hours, most) {
            violations.push(Violation::LendsTooMuch {
                pool: id.clone(),
                lender: lender.clone(),
                hours: Hours(hours),
                most: Hours(most),
            });
        }
    }
}

/// What is lent to a remote pool, less its loss, covers its remote care and the training for it.
fn remote_pools(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    let mut used: BTreeMap<&PoolId, f64> = BTreeMap::new();
    for done in &rows.done {
        if let By::Remote { pool: Some(pool), .. } = done.by {
            *used.entry(&pool.id).or_default() += done.hours + done.training();
        }
    }
    for (id, used) in used {
        let loss = rows.pool(id).map_or(0.0, |it| it.loss_share.value);
        let to_pool = rows.plan.lending.iter().filter(|it| it.pool == *id && it.to.is_none());
        let lent: f64 = to_pool.map(|it| finite_or_zero(it.hours) * (1.0 - loss)).sum();
        if exceeds(used, lent) {
            violations.push(Violation::PoolOverdrawn { pool: id.clone(), used: Hours(used), lent: Hours(lent) });
        }
    }
}

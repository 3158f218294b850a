//! The staff's side: what was paid, bought and borrowed, and what it went to.

use super::care::{Read, Uses};
use super::lending::{Loan, Loans};
use super::{Bought, Unbookable, amount, slack};
use crate::book::Draft;
use crate::fine::Fine;
use crate::{Account, Keys};
use leon_model::{Case, ExtraKind, Minutes, StaffKey};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn book(
    case: &Case,
    read: &Read,
    loans: &Loans,
    bought: &Bought,
    draft: &mut Draft,
) -> Result<(), Unbookable> {
    let capacity: Vec<StaffKey> = case.capacity.iter().map(|it| it.key()).collect();
    let everybody: BTreeSet<&StaffKey> = capacity
        .iter()
        .chain(read.uses.keys())
        .chain(bought.keys())
        .chain(loans.lent_out.keys())
        .chain(loans.lent_in.keys())
        .collect();
    let (no_uses, not_bought) = (Uses::default(), BTreeMap::new());
    for staff in everybody {
        let keys = Keys::from(staff);
        let sides = [
            paid(case, staff, &keys, draft)?,
            extra(bought.get(staff).unwrap_or(&not_bought), &keys, draft),
            loans.lent_in.get(staff).copied().unwrap_or_default(),
        ];
        let uses = [
            used(read.uses.get(staff).unwrap_or(&no_uses), &keys, draft),
            loans.lent_out.get(staff).copied().unwrap_or_default(),
        ];
        let gives: Fine = uses.iter().map(|it| it.hours).sum();
        let idle = sides.iter().map(|it| it.hours).sum::<Fine>() - gives;
        if Fine::default() - idle > slack(gives) {
            let over = (Fine::default() - idle).hours();
            return Err(Unbookable::OverCapacity { staff: staff.clone(), over });
        }
        let left: Minutes = sides.iter().map(|it| it.minutes).sum::<Minutes>() - uses.iter().map(|it| it.minutes).sum();
        draft.close(Account::AtHand, keys, idle, left);
    }
    Ok(())
}

/// Enters paid time, and the part of it that the case does not count as care.
fn paid(case: &Case, staff: &StaffKey, keys: &Keys, draft: &mut Draft) -> Result<Loan, Unbookable> {
    let Some(capacity) = case.capacity_of(staff) else { return Ok(Loan::default()) };
    let paid = amount(case.paid_hours(capacity.fte.value))?.rounded();
    let care = amount(case.care_hours(capacity))?;
    draft.enter(Account::Paid, Account::AtHand, keys.clone(), paid);
    draft.enter(Account::AtHand, Account::OutsideCare, keys.clone(), paid - care.rounded());
    Ok(Loan { hours: care, minutes: care.rounded() })
}

/// Enters bought hours.
fn extra(bought: &BTreeMap<ExtraKind, Fine>, keys: &Keys, draft: &mut Draft) -> Loan {
    let mut sum = Loan::default();
    for (&kind, &hours) in bought {
        draft.enter(Account::from(kind), Account::AtHand, keys.clone(), hours.rounded());
        sum.add(hours, hours.rounded());
    }
    sum
}

/// Enters care, supervision, training and the running of technology.
fn used(uses: &Uses, keys: &Keys, draft: &mut Draft) -> Loan {
    let parts = [
        (Account::Care, uses.care, uses.care_minutes),
        (Account::Supervision, uses.supervision, uses.supervision.rounded()),
        (Account::Training, uses.training, uses.training.rounded()),
        (Account::TechnologyOperation, uses.operation, uses.operation.rounded()),
    ];
    let mut sum = Loan::default();
    for (account, hours, minutes) in parts {
        draft.enter(Account::AtHand, account, keys.clone(), minutes);
        sum.add(hours, minutes);
    }
    sum
}

//! What the minutes of an account rest on: the tables of the case that they are made from.

use leon_ledger::Account;
use leon_model::Table;

/// The tables behind an account of a match's book, those that weigh most first.
pub fn tables(account: Account) -> &'static [Table] {
    use Table::{
        Baseline, Bindings, Capacity, Continuity, ExtraHours, Holdings, Needs, Parameters, Pools, Tasks, Technologies,
    };
    match account {
        Account::Need | Account::Cover => &[Needs],
        Account::Technology | Account::TechnologyOperation => &[Technologies, Needs],
        Account::Unmet => &[Needs, Capacity, Tasks, Technologies, Bindings],
        Account::Paid | Account::AtHand | Account::OutsideCare => &[Capacity, Parameters],
        Account::Overtime | Account::Recruitment | Account::Agency => &[ExtraHours, Parameters],
        Account::Supervision | Account::Training => &[Holdings],
        Account::LentOut | Account::LentIn | Account::Pool | Account::LostOnTheWay => &[Pools, Capacity],
        _ => &[Needs, Capacity, Baseline, Continuity, Bindings],
    }
}

//! The book of hours: every plan's minutes in one vocabulary, by double entry.
//!
//! Minutes flow from those who are paid, through the hours at hand, to those who need them:
//!
//! ```text
//! paid, overtime, … ─► at hand ─► care ─► cover ─► need
//!                        │ ▲                ▲ ▲
//!                        │ │      technology┘ └unmet
//!                        │ └─ lent in ◄─ pool ◄─ lent out
//!                        └─► supervision, training, technology operation, outside care,
//!                            travel, waiting, breaks, idle
//! ```
//!
//! Every entry takes minutes from one [`Account`] and gives them to another. Minutes only pass through
//! some accounts: what enters `at hand` of a group must leave it, and what enters `cover` of a need must
//! be the need. That is what [`Book::balances`] proves. The book does no reading or writing: faces
//! store [`Book::rows`] and read them back with [`Book::from_rows`].

mod account;
mod apportion;
mod balance;
mod book;
mod book_match;
mod book_roster;
mod book_route;
mod entry;
mod fine;
mod released;
mod rows;
mod trial_balance;

pub use account::{Account, Holder, Passage};
pub use balance::Imbalance;
pub use book::Book;
pub use book_match::{Unbookable, book_match};
pub use book_roster::{RosterUnbookable, book_roster};
pub use book_route::{RouteUnbookable, book_route};
pub use entry::{Entry, Keys};
pub use leon_model::Minutes;
pub use released::{Line, NotComparable, Released, released};
pub use rows::{Row, RowFault, RowProblem};
pub use trial_balance::{TrialBalance, Turnover};

//! The engine from outside: prices of edits, the search, the best row.

mod bound;
mod incremental;
mod made_up;
mod renew;
mod search;

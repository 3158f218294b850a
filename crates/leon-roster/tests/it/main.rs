//! The engine from outside: prices of edits, the search, the best row.

mod incremental;
mod made_up;
mod search;

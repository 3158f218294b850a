//! What the tasks of `xtask` do, one module each.

pub mod denmark;
pub mod directions;
pub mod generate;

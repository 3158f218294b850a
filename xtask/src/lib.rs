//! What the tasks of `xtask` do, one module each.

pub mod denmark;

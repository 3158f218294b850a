//! Views of a plan: the gap, who does what, new shortages, maturity, and the evidence it rests on.

mod evidence;
mod gap;
mod maturity;
mod shortage;
mod who_does_what;

pub use evidence::{EvidenceOf, EvidenceShare, evidence_shares};
pub use gap::{Attribution, Axis, Gap, attribution, gap_by};
pub use maturity::{TaskMaturity, maturity};
pub use shortage::{NewShortage, new_shortages};
pub use who_does_what::{Who, WhoDoesWhat, who_does_what};

//! Measure: what a technology or a way of working really releases, on days that are planned again.
//!
//! [`measure`] plans the same days with and without measures, each time with the same engine and budget, books both
//! plans and compares the books. The difference is what is released; see `docs/concepts/measure.md`.
//!
//! | file | its one idea |
//! |---|---|
//! | `sample` | days drawn for the types of municipality that there are |
//! | `take_up` | which citizens have taken a measure up, whatever its figures |
//! | `apply` | a day as it is with a measure |
//! | `screen_staff` | who sits at the screens |
//! | `operation` | the measure's own visits at citizens' |
//! | `books` | the books of both plans, holding the same needs |
//! | `free_time` | free time by the size of its pieces |
//! | `pair` | one day planned twice |
//! | `study` | all days, and what they say together |
//! | `estimate`, `student` | a mean with its interval |

mod apply;
mod books;
mod estimate;
mod free_time;
mod operation;
mod pair;
mod sample;
mod screen_staff;
mod student;
mod study;
mod take_up;

pub use apply::{Applied, Taken, apply};
pub use estimate::{Estimate, Stratum, estimate};
pub use free_time::Piece;
pub use pair::{MeasureError, Pair, Quantity, StudyOptions, measure_day};
pub use sample::{SampleOptions, SampledDay, draw_days, typical_municipalities, weight_of};
pub use study::{Finding, Study, StudyProgress, Type, measure};

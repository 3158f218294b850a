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
//! | `periods` | periods of rosters drawn for the kinds of unit |
//! | `apply_period` | a period as it is with a measure |
//! | `night_rounds` | rounds by night that become calls, and how many people that takes |
//! | `pair_period` | one period planned twice |
//! | `study` | all days, and what they say together |
//! | `scale` | from a few days to the country, by a match; what becomes of a promise |
//! | `drivers` | which of a measure's figures moves the answer most |
//! | `regression` | which of them it leans on when all move at once |
//! | `scope` | what measures together are about |
//! | `overlap` | measures alone and together: what is counted twice |
//! | `estimate`, `student` | a mean with its interval |

mod apply;
mod apply_period;
mod books;
mod drivers;
mod estimate;
mod free_time;
mod night_rounds;
mod operation;
mod overlap;
mod pair;
mod pair_period;
mod periods;
mod regression;
mod sample;
mod scale;
mod scope;
mod screen_staff;
mod student;
mod study;
mod take_up;
#[cfg(test)]
#[path = "../../leon-check/tests/common/tiny_day.rs"]
mod tiny_day;

pub use apply::{Applied, Taken, apply};
pub use apply_period::{AppliedPeriod, apply_period};
pub use drivers::{Driver, drivers};
pub use estimate::{Estimate, Stratum, estimate};
pub use free_time::Piece;
pub use overlap::{Overlap, overlap};
pub use pair::{Kind, MeasureError, Pair, Quantity, StudyOptions, measure_day};
pub use pair_period::measure_period;
pub use periods::{PeriodSample, SampledPeriod, draw_periods, period_kinds};
pub use regression::{Leaning, Regression, regression};
pub use sample::{SampleOptions, SampledDay, draw_days, typical_municipalities, weight_of};
pub use scale::{ScaleError, Scaled, Verdict, scale, share_released, with_effect};
pub use study::{Finding, Study, StudyProgress, Type, measure, measure_rosters};

//! Why a plan is as it is: hindrances and remedies reckoned by hand, and what holds for made-up days.

#[path = "../../../leon-check/tests/common/tiny_day.rs"]
mod tiny_day;

mod difference;
mod goals;
mod hindrances;
mod made_up_days;
mod recommend;
mod refusals;
mod remedies;

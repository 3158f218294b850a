use super::common::*;
use super::{illegal, legal};
use leon_model::Complexity::Low;
use leon_model::ExtraKind::{Agency, Overtime};

#[test]
fn bought_hours_keep_to_their_kind_and_limit() {
    let wash = need("a", "home", "wash", Low);
    let here = || staff("a", "home", "ssa");
    let case = Tiny::new().need(wash.clone(), 5.0).hours(here(), 0.0).extra(here(), Overtime, 4.0, 400.0).case();
    legal(&case, plan().extra(here(), Overtime, 4.0).staff(&wash, "ssa", 4.0).unmet(&wash, 1.0));
    illegal(
        &case,
        plan().extra(here(), Overtime, 2.5).extra(here(), Overtime, 2.5).staff(&wash, "ssa", 5.0),
        &["ssa in home at a: 5 h a week by overtime, but at most 4 h can be had"],
    );
    illegal(
        &case,
        plan().extra(here(), Agency, 5.0).staff(&wash, "ssa", 5.0),
        &["ssa in home at a: no hours by agency can be had there"],
    );
}

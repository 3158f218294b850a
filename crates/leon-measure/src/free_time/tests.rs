use super::*;
use crate::tiny_day::{DraftRoute, TinyDay, plan};
use leon_model::RoutePlan;

#[test]
fn free_time_is_counted_by_its_pieces() {
    // Eva and Eve from 480 to 720. Eva sets out at 500, is at `a` at 510, waits 40, is there from 550 to 580, drives to
    // `b` and is there from 590 to 620, and home at 640. Eve has nothing to do.
    let day = TinyDay::new().carer("eva", "helper").carer("eve", "nurse").visit("v1", "a", 30).visit("v2", "b", 30);
    let day = day.day();
    let plan: RoutePlan = plan().route("eva", 500).at("v1", 10, 30).wait(40).at("v2", 10, 30).home(20);
    let free = |visit_min| free_time(&day, &plan, Minutes(visit_min));
    let pieces =
        |shift, visit, scrap| BTreeMap::from([(Piece::Shift, shift), (Piece::Visit, visit), (Piece::Scrap, scrap)]);
    // Pieces of 20 before, 40 between, 80 after.
    assert_eq!(free(30), pieces(240.0, 120.0, 20.0));
    assert_eq!(free(41), pieces(240.0, 80.0, 60.0));
    // A break of half an hour is not free.
    let break_day = TinyDay::new().carer("eva", "helper").pause(500, 700, 30, None).day();
    assert_eq!(free_time(&break_day, &RoutePlan::default(), Minutes(30)), pieces(210.0, 0.0, 0.0));
}

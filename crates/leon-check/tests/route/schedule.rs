use super::common::*;
use super::{illegal, legal};
use leon_model::{RoutePlan, Seconds};

fn day() -> leon_model::Day {
    TinyDay::new().carer("eva", "helper").visit("v1", "a", 20).visit("v2", "b", 30).day()
}

fn drafted() -> RoutePlan {
    plan().route("eva", 480).at("v1", 10, 20).at("v2", 10, 30).wait(15).home(20)
}

const MINUTE: Seconds = Seconds(60);

#[test]
fn waiting_is_allowed_before_any_stop() {
    legal(&day(), drafted());
    legal(&day(), plan().route("eva", 480).at("v1", 10, 20).wait(5).at("v2", 10, 30).home(20));
}

#[test]
fn nobody_leaves_before_the_shift() {
    illegal(
        &day(),
        plan().route("eva", 479).at("v1", 10, 20).at("v2", 10, 30).home(20),
        &["carer eva leaves at 1970-01-01T07:59:00Z, before shift 0 begins at 1970-01-01T08:00:00Z"],
    );
}

#[test]
fn arrival_follows_the_way() {
    let mut early = drafted();
    early.routes[0].stops[1].arrive = clock(519);
    illegal(
        &day(),
        early,
        &["carer eva, visit v2 (slot 0): arrives at 1970-01-01T08:39:00Z, \
           but leaves at 1970-01-01T08:30:00Z and travels 600 s"],
    );
}

#[test]
fn nobody_begins_before_arriving() {
    let mut early = drafted();
    let stop = &mut early.routes[0].stops[0];
    (stop.start, stop.end) = (stop.start - MINUTE, stop.end - MINUTE);
    // Leaves v1 a minute early, and so is at v2 a minute early too: two things to say.
    illegal(
        &day(),
        early,
        &[
            "carer eva, visit v1 (slot 0): begins at 1970-01-01T08:09:00Z, \
             before the carer arrives at 1970-01-01T08:10:00Z",
            "carer eva, visit v2 (slot 0): arrives at 1970-01-01T08:40:00Z, \
             but leaves at 1970-01-01T08:29:00Z and travels 600 s",
        ],
    );
}

#[test]
fn a_stop_takes_its_time() {
    let mut short = drafted();
    short.routes[0].stops[1].end = clock(560);
    short.routes[0].done = clock(580);
    illegal(
        &day(),
        short,
        &["carer eva, visit v2 (slot 0): begins at 1970-01-01T08:55:00Z and ends at 1970-01-01T09:20:00Z, \
           but takes 1800 s"],
    );
}

#[test]
fn the_time_at_the_citizens_depends_on_who_comes_and_how() {
    let tiny = |group: &str| {
        TinyDay::new().carer("eva", group).visit("v1", "a", 20).with_slot(|it| {
            it.duration_by_group = vec![("nurse".into(), leon_model::Minutes(15))];
            it.duration_by_screen = Some(leon_model::Minutes(8));
        })
    };
    legal(&tiny("helper").day(), plan().route("eva", 480).at("v1", 10, 20).home(10));
    legal(&tiny("nurse").day(), plan().route("eva", 480).at("v1", 10, 15).home(10));
    let by_screen = |tiny: TinyDay| tiny.with_visit(|it| it.mode = leon_model::Mode::Either).screen();
    legal(&by_screen(tiny("nurse")).day(), plan().route("eva", 480).by(None).at("v1", 0, 8));
    // By screen without a time of its own: the group's.
    let no_time = |tiny: TinyDay| tiny.with_slot(|it| it.duration_by_screen = None);
    legal(&no_time(by_screen(tiny("nurse"))).day(), plan().route("eva", 480).by(None).at("v1", 0, 15));
}

#[test]
fn done_follows_the_way_home() {
    let mut early = drafted();
    early.routes[0].done = clock(584);
    illegal(
        &day(),
        early,
        &["carer eva is done with shift 0 at 1970-01-01T09:44:00Z, \
           but ends the last stop at 1970-01-01T09:25:00Z and travels 1200 s"],
    );
}

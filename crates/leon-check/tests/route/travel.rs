use super::common::*;
use super::{found, illegal, legal};
use leon_model::{Band, Day, Point, RoutePlan, Seconds, TravelTimes};

fn one_visit(location: &str) -> TinyDay {
    TinyDay::new().carer("eva", "helper").visit("v1", location, 20)
}

#[test]
fn ways_take_as_long_as_the_matrix_says_and_access_is_added() {
    let day = one_visit("a").day();
    legal(&day, plan().route("eva", 480).at("v1", 10, 20).home(10));
    illegal(
        &day,
        plan().route("eva", 480).at("v1", 9, 20).home(11),
        &[
            "carer eva, visit v1 (slot 0): 540 s of travel, but the way takes 600 s",
            "carer eva, the way home from shift 0: 660 s of travel, but the way takes 600 s",
        ],
    );
    // 30 minutes from the office to c and 1 minute to the door; no access at the office.
    legal(&one_visit("c").day(), plan().route("eva", 480).at("v1", 31, 20).home(30));
    // From one visit to another at c: nothing, not even access.
    legal(&one_visit("c").visit("v2", "c", 5).day(), plan().route("eva", 480).at("v1", 31, 20).at("v2", 0, 5).home(30));
}

#[test]
fn a_missing_entry_is_no_way() {
    let mut tiny = one_visit("a");
    let TravelTimes::Matrix(rows) = &mut tiny.0.transports[0].times else { panic!("a matrix") };
    rows[1][0] = None;
    illegal(
        &tiny.day(),
        plan().route("eva", 480).at("v1", 10, 20).home(10),
        &["carer eva, the way home from shift 0: there is no way by car from a to o"],
    );
}

#[test]
fn the_transport_is_one_of_the_shifts() {
    let day = one_visit("a").day();
    illegal(
        &day,
        plan().route("eva", 480).by(Some("bike")).at("v1", 20, 20).home(20),
        &["carer eva, shift 0: goes by bike, but car is allowed"],
    );
    illegal(
        &day,
        plan().route("eva", 480).by(None).at("v1", 10, 20).home(10),
        &["carer eva, shift 0: goes by no transport, but car is allowed"],
    );
    let pooled = one_visit("a").pool_car("pool", 0).day();
    legal(&pooled, plan().route("eva", 480).by(Some("bike")).at("v1", 20, 20).home(20));
}

#[test]
fn a_screen_shift_does_not_travel() {
    let day = one_visit("a").with_visit(|it| it.mode = leon_model::Mode::Screen).screen().day();
    legal(&day, plan().route("eva", 480).by(None).at("v1", 0, 20));
    illegal(
        &day,
        plan().route("eva", 480).at("v1", 10, 20),
        &[
            "carer eva, shift 0: goes by car, but only a screen is allowed",
            "carer eva, visit v1 (slot 0): 600 s of travel, but the way takes 0 s",
        ],
    );
}

#[test]
fn who_begins_and_ends_at_visits_has_no_way_there() {
    let day = one_visit("a").visit("v2", "b", 10).travelling(|it| (it.from, it.to) = (None, None)).day();
    legal(&day, plan().route("eva", 480).at("v1", 0, 20).at("v2", 10, 10));
    illegal(
        &day,
        plan().route("eva", 480).at("v1", 10, 20).at("v2", 10, 10),
        &["carer eva, visit v1 (slot 0): 600 s of travel, but the way takes 0 s"],
    );
}

#[test]
fn a_pause_is_taken_where_it_is_or_where_the_carer_is() {
    let tiny = |location| one_visit("a").visit("v2", "b", 10).pause(480, 720, 30, location);
    legal(&tiny(None).day(), plan().route("eva", 480).at("v1", 10, 20).pause(0, 0, 30).at("v2", 10, 10).home(20));
    let at_office = plan().route("eva", 480).at("v1", 10, 20).pause(0, 10, 30).at("v2", 20, 10).home(20);
    legal(&tiny(Some("o")).day(), at_office);
}

/// The office at 56° N and a home 0.1° further north, 60 km/h, detour 1.5.
fn on_the_map(bands: Vec<Band>) -> Day {
    let mut tiny = one_visit("a");
    for (location, latitude) in tiny.0.locations.iter_mut().zip([56.0, 56.1, 56.2, 56.3]) {
        location.point = Some(Point { latitude, longitude: 10.0 });
    }
    tiny.0.transports[0].times = TravelTimes::Straight { speed_kmh: 60.0, detour: 1.5 };
    tiny.0.transports[0].bands = bands;
    tiny.day()
}

/// A plan with these seconds of travel there and back.
fn travelled(there: i64, back: i64) -> RoutePlan {
    let mut plan = plan().route("eva", 480).at("v1", 0, 20);
    let route = &mut plan.routes[0];
    let stop = &mut route.stops[0];
    stop.travel = Seconds(there);
    stop.arrive = route.leave + stop.travel;
    stop.start = stop.arrive;
    stop.end = stop.start + Seconds(20 * 60);
    route.travel_home = Seconds(back);
    route.done = stop.end + route.travel_home;
    plan
}

#[test]
fn straight_ways_are_cut_up_to_the_next_second() {
    // 0.1° of a great circle = 0.1 × π ÷ 180 × 6,371,008.8 m = 11,119.507 m; × 1.5 ÷ (60 ÷ 3.6 m/s) = 1000.76 s.
    let day = on_the_map(vec![]);
    legal(&day, travelled(1001, 1001));
    for wrong in [1000, 1002] {
        assert_eq!(found(&day, &travelled(wrong, 1001)).len(), 1, "{wrong} s");
    }
}

#[test]
fn bands_stretch_the_part_of_the_way_that_falls_in_them() {
    let band = |minutes, factor| Band { from: clock(minutes), factor };
    // Leaves at 480. Until 490 at pace 1: 600 s of the 1001 s; the other 401 s twice as long: 600 + 802 = 1402 s.
    // Home at 480 min + 1402 s + 20 min, in the band: 2 × 1001 = 2002 s.
    legal(&on_the_map(vec![band(490, 2.0)]), travelled(1402, 2002));
    // In the band from the start, out of it at 490: 600 s cover 300 s, then 701 s: 1301 s. Home 1001 s.
    legal(&on_the_map(vec![band(470, 2.0), band(490, 1.0)]), travelled(1301, 1001));
    // Three paces: 300 s at 1, 300 s at 3 cover 100 s, then 601 s at 1.25 = 751.25 s: 1351.25 s, cut up.
    // Home at 1.25: 1251.25 s, cut up.
    let three = on_the_map(vec![band(485, 3.0), band(490, 1.25)]);
    legal(&three, travelled(1352, 1252));
    for wrong in [1351, 1353] {
        assert_eq!(found(&three, &travelled(wrong, 1252)).len(), 1, "{wrong} s");
    }
}

#[test]
fn access_is_not_stretched() {
    let mut tiny = one_visit("c");
    tiny.0.transports[0].bands = vec![Band { from: clock(0), factor: 2.0 }];
    // 2 × 30 + 1 minutes there, 60 back.
    legal(&tiny.day(), plan().route("eva", 480).at("v1", 61, 20).home(60));
}

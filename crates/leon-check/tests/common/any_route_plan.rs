//! Plans of visits that nobody made with care: any ids, known and unknown, and any times.

use leon_model::*;
use proptest::prelude::*;
use proptest::sample::select;

fn seconds() -> impl Strategy<Value = i64> {
    prop_oneof![4 => 20_000_i64..50_000, 1 => any::<i64>(), 1 => select(vec![i64::MIN, i64::MAX, 0, -1])]
}

fn word(known: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop_oneof![8 => select(known), 1 => Just("q")]
}

fn visit() -> impl Strategy<Value = VisitId> {
    word(&["double", "left", "eva1", "ida1"]).prop_map(VisitId::from)
}

fn index() -> impl Strategy<Value = usize> {
    prop_oneof![6 => 0_usize..2, 1 => Just(usize::MAX)]
}

fn stop() -> impl Strategy<Value = Stop> {
    let doing = prop_oneof![
        4 => (visit(), index()).prop_map(|(visit, slot)| Doing::Visit { visit, slot }),
        1 => index().prop_map(|pause| Doing::Pause { pause }),
    ];
    (doing, prop::array::uniform4(seconds())).prop_map(|(doing, [travel, arrive, start, end])| Stop {
        doing,
        travel: Seconds(travel),
        arrive: Moment(arrive),
        start: Moment(start),
        end: Moment(end),
    })
}

pub fn any_route_plan() -> impl Strategy<Value = RoutePlan> {
    let transport = prop::option::of(word(&["car", "bike"]).prop_map(TransportId::from));
    let carer = word(&["eva", "ida"]).prop_map(CarerId::from);
    let stops = prop::collection::vec(stop(), 0..5);
    let route = (carer, index(), transport, stops, prop::array::uniform3(seconds())).prop_map(
        |(carer, shift, transport, stops, [leave, travel_home, done])| Route {
            carer,
            shift,
            transport,
            leave: Moment(leave),
            stops,
            travel_home: Seconds(travel_home),
            done: Moment(done),
        },
    );
    let left_out = (visit(), index()).prop_map(|(visit, slot)| LeftOut { visit, slot });
    (prop::collection::vec(route, 0..4), prop::collection::vec(left_out, 0..4))
        .prop_map(|(routes, left_out)| RoutePlan { routes, left_out })
}

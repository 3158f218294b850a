//! What a service answers is what the matrix holds.

use crate::server::{Act, Server, seconds};
use leon_roads::{Point, Roads, RoadsError, Service};

/// So many points, no two alike; the last lies on an island.
fn points(count: usize) -> Vec<Point> {
    let point = |it: usize| Point { lat: 55.0 + it as f64 / 10.0, lon: 9.0 + ((it * 7) % 10) as f64 / 100.0 };
    let island = Point { lat: -1.0, lon: 9.0 };
    (1..count).map(point).chain([island]).take(count).collect()
}

#[test]
fn every_pair_in_its_place_whatever_the_blocks() {
    for service in [Service::Osrm, Service::Valhalla] {
        for (count, requests) in [(1, 1), (2, 1), (50, 1), (51, 4), (120, 9)] {
            let server = Server::new(&[Act::Well]);
            let points = points(count);
            let matrix = server.roads(service, 0).matrix(&points).unwrap();
            for (row, from) in matrix.iter().zip(&points) {
                let expected: Vec<Option<u32>> = points.iter().map(|to| seconds(*from, *to)).collect();
                assert_eq!(*row, expected, "{service:?}, {count} points");
            }
            assert_eq!(matrix.len(), count);
            assert_eq!(server.requests().len(), requests, "{service:?}, {count} points");
        }
    }
}

#[test]
fn no_way_is_none_and_ways_differ_by_direction() {
    // From 9.00 to 9.01 east: 1000 × 0.01 = 10 s; back west: 3000 × 0.01 = 30 s.
    let [a, b] = [9.0, 9.01].map(|lon| Point { lat: 55.0, lon });
    let island = Point { lat: -1.0, lon: 9.0 };
    for service in [Service::Osrm, Service::Valhalla] {
        let matrix = Server::new(&[Act::Well]).roads(service, 0).matrix(&[a, b, island]).unwrap();
        assert_eq!(matrix, [vec![Some(0), Some(10), None], vec![Some(30), Some(0), None], vec![None; 3]]);
    }
}

#[test]
fn no_points_and_points_that_are_none_ask_nobody() {
    let server = Server::new(&[Act::Well]);
    let roads = server.roads(Service::Osrm, 0);
    assert_eq!(roads.matrix(&[]), Ok(vec![]));
    let good = Point { lat: 55.0, lon: 9.0 };
    for (lat, lon) in [(f64::NAN, 9.0), (90.1, 9.0), (55.0, -181.0), (55.0, f64::INFINITY)] {
        assert_eq!(roads.matrix(&[good, Point { lat, lon }]), Err(RoadsError::BadPoint { index: 1 }));
    }
    for profile in ["", "driving/../..", "bil?", "a b"] {
        assert_eq!(Roads { profile: profile.into(), ..roads.clone() }.matrix(&[good]), Err(RoadsError::BadProfile));
    }
    for url in ["", "localhost:5000", "ftp://localhost", "file:///etc/passwd", "http://", "http://a b"] {
        assert_eq!(Roads { url: url.into(), ..roads.clone() }.matrix(&[good]), Err(RoadsError::BadUrl), "{url}");
    }
    assert_eq!(server.requests().len(), 0);
}

#[test]
fn a_service_below_a_path_is_found() {
    let server = Server::new(&[Act::Say(404, "")]);
    let roads = server.roads(Service::Valhalla, 0);
    let below = Roads { url: format!("{}/valhalla/", roads.url), ..roads };
    let _ = below.matrix(&[Point { lat: 55.0, lon: 9.0 }]);
    assert_eq!(server.requests()[0].line, "POST /valhalla/sources_to_targets");
}

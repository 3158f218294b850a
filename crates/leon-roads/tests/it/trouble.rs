//! What goes wrong is said in one error, after as many attempts as may help.

use crate::server::{Act, Server};
use leon_roads::{NoConnection, Point, Roads, RoadsError, Service};
use std::io::ErrorKind;
use std::time::Duration;

const HOME: [Point; 2] = [Point { lat: 55.676_123, lon: 12.568_456 }, Point { lat: 55.7, lon: 12.5 }];

const GOOD: [[Option<u32>; 2]; 2] = [[Some(0), Some(206)], [Some(69), Some(0)]];
// There: 0.068456° west × 3000 + 0.023877° × 10 = 205.6 s. Back: 0.068456° east × 1000 + 0.24 = 68.7 s.

#[test]
fn what_fails_is_asked_again() {
    let fails = Act::Say(500, r#"{"message":"Out of memory"}"#);
    for trouble in [fails, Act::Say(429, ""), Act::Say(503, "<html>"), Act::BreakOff] {
        let server = Server::new(&[trouble, trouble, Act::Well]);
        assert_eq!(server.roads(Service::Osrm, 2).matrix(&HOME).unwrap(), GOOD);
        assert_eq!(server.requests().len(), 3);
    }
    let server = Server::new(&[fails]);
    let message = "Out of memory".to_owned();
    assert_eq!(
        server.roads(Service::Osrm, 2).matrix(&HOME),
        Err(RoadsError::Failed { status: 500, attempts: 3, message })
    );
    assert_eq!(server.requests().len(), 3);
    let server = Server::new(&[Act::BreakOff]);
    assert_eq!(server.roads(Service::Valhalla, 1).matrix(&HOME), Err(RoadsError::BrokenOff { attempts: 2 }));
}

#[test]
fn a_service_that_hangs_is_given_up() {
    let timeout = Duration::from_millis(100);
    for service in [Service::Osrm, Service::Valhalla] {
        let server = Server::new(&[Act::Hang]);
        let roads = Roads { timeout, ..server.roads(service, 1) };
        assert_eq!(roads.matrix(&HOME), Err(RoadsError::TimedOut { timeout, attempts: 2 }));
    }
    let server = Server::new(&[Act::Hang, Act::Well]);
    let roads = Roads { timeout: Duration::from_secs(1), ..server.roads(Service::Osrm, 1) };
    assert_eq!(roads.matrix(&HOME).unwrap(), GOOD);
}

#[test]
fn nobody_there_is_no_connection() {
    let nobody = Roads::new(Service::Osrm, "http://127.0.0.1:1", "driving"); // a port that nothing listens on
    let roads = Roads { retries: 1, pause: Duration::ZERO, ..nobody };
    let reason = NoConnection::Io(ErrorKind::ConnectionRefused);
    assert_eq!(roads.matrix(&HOME), Err(RoadsError::NoConnection { attempts: 2, reason }));
}

#[test]
fn a_refusal_is_final_and_quoted_without_addresses() {
    let refused = |status, message: &str| Err(RoadsError::Refused { status, message: message.into() });
    for (status, body, message) in [
        (400, r#"{"code":"TooBig","message":"Too many table coordinates"}"#, "Too many table coordinates"),
        (400, r#"{"message":"malformed at \"12.568456,55.676123;\""}"#, "malformed at …"),
        (404, r#"{"error_code":106,"error":"Try any of: /route /status"}"#, "Try any of: /route /status"),
        (403, "<html>Forbidden</html>", ""),
        (302, "", ""), // citizens' addresses follow no redirect
    ] {
        let server = Server::new(&[Act::Say(status, body)]);
        assert_eq!(server.roads(Service::Osrm, 3).matrix(&HOME), refused(status, message));
        assert_eq!(server.requests().len(), 1);
    }
}

#[test]
fn nonsense_is_none_of_its_answers() {
    let osrm = RoadsError::NotAnAnswer { service: "OSRM" };
    let valhalla = RoadsError::NotAnAnswer { service: "Valhalla" };
    let size = |found| RoadsError::WrongSize { found, expected: 2 };
    for (service, body, error) in [
        (Service::Osrm, "<html>Welcome</html>", osrm.clone()),
        (Service::Osrm, "", osrm.clone()),
        (Service::Osrm, r#"{"code":"Ok"}"#, osrm.clone()),
        (Service::Osrm, r#"{"code":"NoTable","durations":[[0,1],[1,0]]}"#, osrm.clone()),
        (Service::Osrm, r#"{"code":"Ok","durations":[[0,"1"],[1,0]]}"#, osrm),
        (Service::Osrm, r#"{"code":"Ok","durations":[[0,1]]}"#, size(1)),
        (Service::Osrm, r#"{"code":"Ok","durations":[[0,1],[1,0,2]]}"#, size(3)),
        (Service::Osrm, r#"{"code":"Ok","durations":[[0,-1],[1,0]]}"#, RoadsError::BadTime),
        (Service::Osrm, r#"{"code":"Ok","durations":[[0,1e300],[1,0]]}"#, RoadsError::BadTime),
        (Service::Valhalla, "[]", valhalla.clone()),
        (Service::Valhalla, r#"{"sources_to_targets":[[{},{}],[{},{}]]}"#, valhalla),
        (Service::Valhalla, r#"{"sources_to_targets":[[{"time":0},{"time":null}]]}"#, size(1)),
    ] {
        let server = Server::new(&[Act::Say(200, body)]);
        assert_eq!(server.roads(service, 3).matrix(&HOME), Err(error), "{body}");
        assert_eq!(server.requests().len(), 1, "asking again does not help: {body}");
    }
    let large: &'static str = Box::leak("x".repeat(17 << 20).into_boxed_str());
    let server = Server::new(&[Act::Say(200, large)]);
    assert_eq!(server.roads(Service::Osrm, 0).matrix(&HOME), Err(RoadsError::TooLarge { megabytes_max: 16 }));
}

#[test]
fn encryption_that_is_not_spoken_is_said() {
    let server = Server::new(&[Act::Well]);
    let roads = server.roads(Service::Osrm, 0);
    let url = roads.url.replace("http:", "https:");
    let roads = Roads { url, timeout: Duration::from_secs(5), ..roads };
    assert!(matches!(roads.matrix(&HOME), Err(RoadsError::NoConnection { .. } | RoadsError::BrokenOff { .. })));
}

#[test]
fn no_error_tells_where_anybody_lives() {
    let timeout = Duration::from_millis(50);
    let echo = r#"{"message":"http://planner:secret@127.0.0.1/12.568456,55.676123"}"#;
    for act in [Act::Say(500, echo), Act::Say(400, echo), Act::Say(200, echo), Act::Hang, Act::BreakOff] {
        for service in [Service::Osrm, Service::Valhalla] {
            let server = Server::new(&[act]);
            let roads = Roads { timeout, ..server.roads(service, 0) };
            let url = roads.url.replace("http://", "http://planner:secret@");
            let error = Roads { url, ..roads }.matrix(&HOME).unwrap_err();
            let said = format!("{error} {error:?}");
            for secret in ["12.56", "55.67", "secret", "127.0.0.1"] {
                assert!(!said.contains(secret), "{said}");
            }
        }
    }
}

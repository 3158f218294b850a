//! What was answered once is not asked again, and a damaged answer is as good as none.

use crate::server::{Act, Server};
use leon_roads::{Point, Roads, RoadsError, Service};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;

const POINTS: [Point; 3] =
    [Point { lat: 55.0, lon: 9.0 }, Point { lat: 55.0, lon: 9.01 }, Point { lat: -1.0, lon: 9.0 }];

fn files(dir: &tempfile::TempDir) -> Vec<PathBuf> {
    fs::read_dir(dir.path().join("roads")).unwrap().map(|it| it.unwrap().path()).collect()
}

fn cached(server: &Server, dir: &tempfile::TempDir) -> Roads {
    Roads { cache: Some(dir.path().join("roads")), ..server.roads(Service::Osrm, 0) }
}

#[test]
fn the_same_question_is_asked_once_and_another_anew() {
    let (server, dir) = (Server::new(&[Act::Well]), tempfile::tempdir().unwrap());
    let roads = cached(&server, &dir);
    let first = roads.matrix(&POINTS).unwrap();
    assert_eq!(roads.matrix(&POINTS).unwrap(), first);
    assert_eq!(server.requests().len(), 1);
    // Other points, another order, another service, another address.
    roads.matrix(&POINTS[..2]).unwrap();
    roads.matrix(&[POINTS[1], POINTS[0], POINTS[2]]).unwrap();
    Roads { service: Service::Valhalla, ..roads.clone() }.matrix(&POINTS).unwrap();
    Roads { url: format!("{}/", roads.url), ..roads.clone() }.matrix(&POINTS).unwrap();
    assert_eq!(server.requests().len(), 4);
    assert_eq!(files(&dir).len(), 5);
}

#[test]
fn the_cache_holds_no_points_and_no_address() {
    let (server, dir) = (Server::new(&[Act::Well]), tempfile::tempdir().unwrap());
    cached(&server, &dir).matrix(&POINTS).unwrap();
    let [file] = &files(&dir)[..] else { panic!("one file") };
    let text = fs::read_to_string(file).unwrap();
    assert_eq!(text.split_once('\n').unwrap().1, "[[0,10,null],[30,0,null],[null,null,null]]");
    assert!(!text.contains("127.0.0.1"));
}

#[test]
fn an_answer_that_failed_leaves_nothing() {
    let (server, dir) = (Server::new(&[Act::Say(400, ""), Act::Well]), tempfile::tempdir().unwrap());
    let roads = cached(&server, &dir);
    assert!(matches!(roads.matrix(&POINTS), Err(RoadsError::Refused { .. })));
    assert_eq!(files(&dir).len(), 0);
    assert!(roads.matrix(&POINTS).is_ok());
}

#[test]
fn a_folder_that_cannot_be_is_said_before_anybody_is_asked() {
    let (server, dir) = (Server::new(&[Act::Well]), tempfile::tempdir().unwrap());
    fs::write(dir.path().join("roads"), "a file").unwrap();
    assert!(matches!(cached(&server, &dir).matrix(&POINTS), Err(RoadsError::Cache(_))));
    assert_eq!(server.requests().len(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_file_is_passed_over_and_written_anew(
        at in any::<prop::sample::Index>(), cut in 0..20_usize, piece in prop::collection::vec(any::<u8>(), 0..4),
    ) {
        let (server, dir) = (Server::new(&[Act::Well]), tempfile::tempdir().unwrap());
        let roads = cached(&server, &dir);
        let matrix = roads.matrix(&POINTS).unwrap();
        let [file] = &files(&dir)[..] else { panic!("one file") };
        let whole = fs::read(file).unwrap();
        let mut damaged = whole.clone();
        let at = at.index(whole.len());
        damaged.splice(at..whole.len().min(at + cut), piece);
        prop_assume!(damaged != whole);
        fs::write(file, &damaged).unwrap();
        prop_assert_eq!(roads.matrix(&POINTS).unwrap(), matrix);
        prop_assert_eq!(server.requests().len(), 2);
        prop_assert_eq!(fs::read(file).unwrap(), whole);
    }
}

//! Research files: what is read, what is written back, and what Leon says of damaged ones.
//!
//! **Add a damage here** and accept its message with `INSTA_UPDATE=always cargo test -p leon-formats research`.

use super::told::{Swap, research_messages, unsaid};
use leon_formats::Lang;
use leon_formats::research::hhcrsp::{Route, Solution, Stop};
use leon_formats::research::vrplib::Distances;
use leon_formats::research::{
    read_hhcrsp, read_hhcrsp_solution, read_sol, read_vrplib, write_hhcrsp, write_hhcrsp_solution, write_vrplib,
};
use proptest::prelude::*;

/// Three patients: one service, two at the same time, two one after the other.
const HHCRSP: &str = include_str!("research/three.json");

const SOLUTION: &str = include_str!("research/three.sol.json");

const VRPLIB: &str = include_str!("research/three.vrp");

const MATRIX: &str = include_str!("research/matrix.vrp");

const SOL: &str = include_str!("research/three.sol");

const HHCRSP_DAMAGES: &[Swap<'_>] = &[
    ("no JSON", "\"services\": [", "\"services\" ["),
    ("NaN", "0, 60]", "NaN, 60]"),
    ("a number beyond all numbers", "0, 60]", "0, 1e999]"),
    ("a number too large", "[0, 60]", "[0, 1e13]"),
    ("the extended formulation", "\"name\"", "\"departing_points\": [], \"name\""),
    ("two offices", "[{\"id\": \"d\",", "[{\"id\": \"e\"}, {\"id\": \"d\","),
    ("no office in the list", "[{\"id\": \"d\", \"location\": [85.0, 26.0]}]", "[]"),
    ("no services: nothing is said about what refers to them", "\"services\"", "\"ydelser\""),
    ("a patient that is no object", "{\"id\": \"p2\"", "5, {\"id\": \"p2\""),
    ("a patient without a window", "\"time_window\": [0, 60]", "\"window\": [0, 60]"),
    ("a window of one time", "[0, 60]", "[60]"),
    ("a window closed before it opens", "[0, 60]", "[60, 0]"),
    ("a window in text", "[0, 60]", "[\"08:00\", 60]"),
    ("an id that is a number", "\"id\": \"p1\"", "\"id\": 1"),
    ("an id twice", "\"id\": \"p2\"", "\"id\": \"p1\""),
    ("a CPR number as an id", "\"id\": \"p1\"", "\"id\": \"010180-1234\""),
    ("a service that is not listed", "\"service\": \"s2\", \"duration\": 8", "\"service\": \"s9\", \"duration\": 8"),
    ("a service that nobody gives", "[\"s1\", \"s2\"]", "[\"s1\"]"),
    ("a service twice", "{\"service\": \"s2\", \"duration\": 8}", "{\"service\": \"s1\", \"duration\": 8}"),
    (
        "three services",
        "{\"service\": \"s2\", \"duration\": 8}",
        "{\"service\": \"s2\", \"duration\": 8}, {\"service\": \"s1\"}",
    ),
    ("no service", "[{\"service\": \"s1\"}]", "[]"),
    ("a duration below zero", "\"duration\": 8", "\"duration\": -8"),
    ("no duration anywhere", ", \"duration\": 8", ""),
    ("a misspelt duration that has a default", "\"duration\": 7", "\"varighed\": 7"),
    ("two services without synchronization", "\"synchronization\": {\"type\": \"simultaneous\"}", "\"note\": 1"),
    ("an unknown synchronization", "\"simultaneous\"", "\"parallel\""),
    ("one after the other without a gap", ", \"distance\": [15, 45]", ""),
    ("a gap the wrong way round", "[15, 45]", "[45, 15]"),
    ("a row of distances too few", "[1, 0, 4, 5], ", ""),
    ("a distance too few", "[1, 0, 4, 5]", "[1, 0, 4]"),
    ("distances that are no numbers", "[1, 0, 4, 5]", "[1, null, -4, \"5\"]"),
];

const SOLUTION_DAMAGES: &[Swap<'_>] = &[
    ("no routes", "\"routes\"", "\"ruter\""),
    ("a route of nobody", "\"caregiver_id\": \"c2\", ", ""),
    ("a stop without a time", "\"arrival_time\": 2, ", ""),
    ("a time in text", "\"departure_time\": 10", "\"departure_time\": \"10\""),
    ("stops that are no list", "\"locations\": [", "\"locations\": 7, \"x\": ["),
    ("a stop that is no object", "[\n        {", "[\n        \"p1\", {"),
];

const VRPLIB_DAMAGES: &[Swap<'_>] = &[
    ("no dimension", "DIMENSION : 3\n", ""),
    ("a dimension in words", "DIMENSION : 3", "DIMENSION : three"),
    ("a dimension without end", "DIMENSION : 3", "DIMENSION : 99999999999999999"),
    ("no capacity", "CAPACITY : 10\n", ""),
    ("a specification twice", "CAPACITY : 10\n", "CAPACITY : 10\nCAPACITY : 11\n"),
    ("a CPR number in the comment", "made by hand", "010180-1234"),
    ("a line of nothing known", "TYPE : VRPTW", "VRPTW"),
    ("a longest route", "TYPE : VRPTW", "DISTANCE : 200"),
    ("backhauls", "DEPOT_SECTION", "BACKHAUL_SECTION\n2\nDEPOT_SECTION"),
    ("no windows", "TIME_WINDOW_SECTION\n1 0 100\n2 0 100\n3 0 10\n", ""),
    ("a section twice", "DEPOT_SECTION", "DEMAND_SECTION\n1 5\nDEPOT_SECTION"),
    ("an unknown kind of distance", "EUC_2D", "GEO"),
    ("a node too few", "3 3 4\n", ""),
    ("an unknown node", "3 3 4", "4 3 4"),
    ("a node twice", "3 3 4", "2 3 4"),
    ("a number too few", "3 3 4", "3 3"),
    ("a decimal comma", "3 3 4", "3 3,5 4"),
    ("NaN", "3 3 4", "3 NaN 4"),
    ("a point too far", "3 3 4", "3 1e300 4"),
    ("a demand below zero", "\n3 4\n", "\n3 -4\n"),
    ("a demand above the capacity", "\n3 4\n", "\n3 11\n"),
    ("a window closed before it opens", "3 0 10", "3 10 0"),
    ("two depots", "1\n-1", "1\n2\n-1"),
];

const MATRIX_DAMAGES: &[Swap<'_>] = &[
    ("no format", "EDGE_WEIGHT_FORMAT : FULL_MATRIX\n", ""),
    ("half a matrix", "FULL_MATRIX", "LOWER_ROW"),
    ("a weight too few", "5.29 0", "5.29"),
    ("a weight below zero", "5.29", "-5.29"),
    ("service times too few", "2 7\n", ""),
];

const SOL_DAMAGES: &[Swap<'_>] = &[
    ("a remark", "Cost", "Found by hand\nCost"),
    ("customer 0", "2 1", "2 0"),
    ("a route without its colon", "#1:", "#1"),
    ("a cost in words", "Cost 10", "Cost unknown"),
];

fn hhcrsp_messages() -> String {
    research_messages(HHCRSP, |text| read_hhcrsp(text).err(), HHCRSP_DAMAGES)
        + &research_messages(SOLUTION, |text| read_hhcrsp_solution(text).err(), SOLUTION_DAMAGES)
}

fn vrplib_messages() -> String {
    research_messages(VRPLIB, |text| read_vrplib(text).err(), VRPLIB_DAMAGES)
        + &research_messages(MATRIX, |text| read_vrplib(text).err(), MATRIX_DAMAGES)
        + &research_messages(SOL, |text| read_sol(text).err(), SOL_DAMAGES)
}

#[test]
fn damaged_hhcrsp() {
    insta::assert_snapshot!(hhcrsp_messages());
}

#[test]
fn damaged_vrplib() {
    insta::assert_snapshot!(vrplib_messages());
}

#[test]
fn every_code_of_research_files_is_shown_by_some_damage() {
    let shown = hhcrsp_messages() + &vrplib_messages();
    let missing = unsaid(&shown, "L6");
    assert!(missing.is_empty(), "{missing:?}");
    assert!(!shown.contains("0101"), "a CPR number is never repeated");
}

#[test]
fn a_hhcrsp_instance_is_read_as_it_stands_and_written_back() {
    let instance = read_hhcrsp(HHCRSP).unwrap();
    let [p1, p2, p3] = &instance.patients[..] else { panic!("three patients") };
    assert_eq!(p1.window.0.to_bits(), 401.99999999999994_f64.to_bits());
    assert_eq!((p1.location, p1.gap), (Some((12.5, 55.6)), None));
    assert_eq!(p1.services[0].duration, 10.0); // the default of s1
    assert_eq!((p2.location, p2.gap), (None, Some((0.0, 0.0))));
    let needed: Vec<(&str, f64)> = p3.services.iter().map(|it| (it.service.as_str(), it.duration)).collect();
    assert_eq!(needed, [("s2", 5.0), ("s1", 10.0)]); // in the order listed; null is no duration
    assert_eq!(p3.gap, Some((15.0, 45.0)));
    assert_eq!((instance.distances[3][2], instance.distances[2][3]), (6.125, 6.0));
    assert_eq!(read_hhcrsp(&write_hhcrsp(&instance)).unwrap(), instance);
}

#[test]
fn a_hhcrsp_solution_lists_every_caregiver() {
    let instance = read_hhcrsp(HHCRSP).unwrap();
    let stop = Stop { patient: "p2".into(), service: "s2".into(), arrival_time: 2.0, departure_time: 10.0 };
    let busy = Route { caregiver_id: "c2".into(), locations: vec![stop] };
    let solution = Solution { routes: vec![busy.clone()] };
    assert_eq!(read_hhcrsp_solution(SOLUTION).unwrap(), solution);
    let aliases = SOLUTION.replace("caregiver_id", "caregiver").replace("patient\"", "patient_id\"");
    assert_eq!(read_hhcrsp_solution(&aliases).unwrap(), solution);
    let idle = Route { caregiver_id: "c1".into(), locations: vec![] };
    let written = write_hhcrsp_solution(&solution, &instance);
    assert_eq!(read_hhcrsp_solution(&written).unwrap().routes, [idle, busy]);
}

#[test]
fn a_vrplib_instance_is_read_as_it_stands_and_written_back() {
    let instance = read_vrplib(VRPLIB).unwrap();
    assert_eq!((instance.name.as_str(), instance.vehicles, instance.capacity), ("three", 2, 10.0));
    let stays: Vec<f64> = instance.nodes.iter().map(|it| it.service_time).collect();
    assert_eq!(stays, [0.0, 5.0, 5.0]); // nobody is served at the depot
    assert_eq!((instance.nodes[2].demand, instance.nodes[2].window), (4.0, (0.0, 10.0)));
    // 0 → (3,4): 5; (3,4) → (1,1): √13 = 3.605…; (1,1) → 0: √2 = 1.414…
    assert_eq!([(0, 2), (2, 1), (1, 0)].map(|(i, j)| instance.distance_tenths(i, j)), [50, 36, 14]);
    assert_eq!(read_vrplib(&write_vrplib(&instance)).unwrap(), instance);

    let matrix = read_vrplib(MATRIX).unwrap();
    assert_eq!(matrix.vehicles, 2); // as many as nodes when the file does not say
    assert_eq!(matrix.nodes[1].service_time, 7.0);
    assert_eq!(matrix.distances, Distances::Matrix(vec![vec![0.0, 4.1], vec![5.29, 0.0]]));
    assert_eq!((matrix.distance_tenths(0, 1), matrix.distance_tenths(1, 0)), (41, 52)); // 5.29 is cut
    assert_eq!(read_vrplib(&write_vrplib(&matrix)).unwrap(), matrix);

    let named = read_vrplib(&MATRIX.replace("three", "a\0b: c_SECTION")).unwrap(); // found by fuzzing
    assert_eq!(read_vrplib(&write_vrplib(&named)).unwrap().name, "a\0b: c_SECTION");
}

#[test]
fn line_ends_of_other_systems_and_a_byte_order_mark_are_no_damage() {
    let elsewhere = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(read_vrplib(&elsewhere(VRPLIB)), read_vrplib(VRPLIB));
    assert_eq!(read_hhcrsp(&elsewhere(HHCRSP)), read_hhcrsp(HHCRSP));
    assert_eq!(read_sol(&elsewhere(SOL)), read_sol(SOL));
}

#[test]
fn far_too_many_problems_are_counted() {
    let row = format!("[{}]", ["-1"; 1500].join(", "));
    let problems = read_hhcrsp(&HHCRSP.replace("[0, 1, 2, 3]", &row)).unwrap_err();
    // 1500 numbers below zero and the row's length; 1000 are listed, and the line that says how many more
    assert_eq!(problems.len(), 1001);
    assert!(problems[1000].message(Lang::En).starts_with("There are 501 more problems."));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Cut anything out of a file and put anything in: it is read, and then written back as it was, or refused.
    #[test]
    fn a_piece_put_anywhere(
        at in any::<prop::sample::Index>(),
        cut in 0..12_usize,
        piece in prop::sample::select(vec!["", "-1", "1e999", "{", "]", "null", "\"\"", " 0 ", "\n", ":", "æ", "99999999999999999", "\0"]),
    ) {
        let damaged = |whole: &str| {
            let at = at.index(whole.len());
            let mut bytes = whole.as_bytes().to_vec();
            bytes.splice(at..whole.len().min(at + cut), piece.bytes());
            String::from_utf8_lossy(&bytes).into_owned()
        };
        match read_hhcrsp(&damaged(HHCRSP)) {
            Ok(instance) => prop_assert_eq!(read_hhcrsp(&write_hhcrsp(&instance)).unwrap(), instance),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
        for whole in [VRPLIB, MATRIX] {
            match read_vrplib(&damaged(whole)) {
                Ok(instance) => prop_assert_eq!(read_vrplib(&write_vrplib(&instance)).unwrap(), instance),
                Err(problems) => prop_assert!(!problems.is_empty()),
            }
        }
        prop_assert!(read_hhcrsp_solution(&damaged(SOLUTION)).err().is_none_or(|it| !it.is_empty()));
        prop_assert!(read_sol(&damaged(SOL)).err().is_none_or(|it| !it.is_empty()));
    }
}

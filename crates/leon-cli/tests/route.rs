//! `leon route` and `leon generate` as they are run: what they print, write and refuse.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/denmark");
const DAY: &str = leon_formats::day::EXAMPLE;

/// A folder with a day, too little staff for it, and a plan of it.
struct Desk(TempDir);

impl Desk {
    fn with_day() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.write("day.json", DAY);
        desk
    }

    /// Only the nurse may give medicine.
    fn with_short_day() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let short = DAY.replacen(r#"["lift", "medicine", "wound"]"#, r#"["lift", "wound"]"#, 1);
        assert_ne!(short, DAY);
        desk.write("day.json", &short);
        desk
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.path().join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn plan(&self, out: &str, more: &[&str]) -> String {
        self.ok(&[&["route", "plan", "day.json", "--iterations", "2000", "--out", out], more].concat())
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_leon"))
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANG")
            .env("COLUMNS", "100")
            .output()
            .unwrap()
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Standard output and error of a run that ends with this exit code.
    fn refused(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout) + &text(&output.stderr)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The same in both languages, each under its own name.
fn both(name: &str, printed: impl Fn(&str) -> String) {
    for lang in ["da", "en"] {
        insta::assert_snapshot!(format!("{name}_{lang}"), printed(lang));
    }
}

#[test]
fn what_is_printed_of_a_plan() {
    let desk = Desk::with_day();
    both("route_plan", |lang| desk.plan("plan.json", &["--lang", lang]));
    both("route_check", |lang| desk.ok(&["route", "check", "day.json", "plan.json", "--lang", lang]));
    both("route_explain", |lang| desk.ok(&["route", "explain", "day.json", "plan.json", "--lang", lang]));
    both("route_why_not", |lang| {
        desk.ok(&["route", "explain", "day.json", "plan.json", "--visit", "v01", "--lang", lang])
    });
}

#[test]
fn what_is_printed_of_how_sure_a_plan_is() {
    let desk = Desk::with_day();
    desk.plan("plan.json", &[]);
    let risk = ["route", "risk", "day.json", "plan.json", "--draws", "200", "--absences", "--iterations", "100"];
    both("route_risk", |lang| desk.ok(&[&risk[..], &["--lang", lang]].concat()));
    both("refused_risk", |lang| {
        desk.refused(2, &["route", "risk", "day.json", "plan.json", "--visits", "1.2:1.5", "--lang", lang])
    });
}

#[test]
fn what_is_printed_of_how_far_a_plan_is_from_the_best() {
    let desk = Desk::with_day();
    desk.plan("plan.json", &[]);
    let bound = ["route", "bound", "day.json", "plan.json", "--rounds", "20", "--threads", "1"];
    both("route_bound", |lang| desk.ok(&[&bound[..], &["--lang", lang]].concat()));
    // Without a round nothing is known but the floor, and that is said.
    let unsearched = ["route", "bound", "day.json", "plan.json", "--seconds", "0"];
    both("route_bound_unsearched", |lang| desk.ok(&[&unsearched[..], &["--lang", lang]].concat()));
    // Changes are counted from the plan that people know, and the bound passes some of them over.
    let said = "a new time with the same carer is no change";
    for (published, is_said) in [(&[][..], false), (&["--published", "plan.json"], true)] {
        let text = desk.ok(&[&bound[..], published, &["--lang", "en"]].concat());
        assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(said), is_said, "{text}");
    }
    desk.write("damaged.json", &desk.read("plan.json").replacen("m01", "m02", 1));
    desk.refused(1, &["route", "bound", "day.json", "damaged.json"]);
}

#[test]
fn what_is_printed_when_hands_are_missing() {
    let desk = Desk::with_short_day();
    both("route_short_plan", |lang| desk.plan("plan.json", &["--lang", lang]));
    both("route_short_explain", |lang| desk.ok(&["route", "explain", "day.json", "plan.json", "--lang", lang]));
}

#[test]
fn what_a_plan_breaks_is_said_with_names_and_times() {
    let desk = Desk::with_day();
    desk.plan("plan.json", &[]);
    let damaged = desk.read("plan.json").replacen("\"carer\":\"m01\"", "\"carer\":\"m02\"", 1);
    let damaged = damaged.replacen("\"carer\": \"m01\"", "\"carer\": \"m02\"", 1);
    assert_ne!(damaged, desk.read("plan.json"));
    desk.write("damaged.json", &damaged);
    both("route_check_broken", |lang| desk.refused(1, &["route", "check", "day.json", "damaged.json", "--lang", lang]));
}

#[test]
fn a_day_is_planned_again_after_events() {
    let desk = Desk::with_day();
    desk.plan("plan.json", &[]);
    desk.write(
        "events.json",
        r#"{"schema": "leon/events/1", "date": "2026-11-23", "events": [
            {"at": "08:05", "kind": "carer_sick", "carer": "m02", "reason": "feber"}]}"#,
    );
    let again = ["route", "plan", "day.json", "--from", "plan.json", "--events", "events.json", "--iterations", "500"];
    both("route_replan", |lang| {
        desk.ok(&[&again[..], &["--out", "after.json", "--out-day", "after-day.json", "--lang", lang]].concat())
    });
    desk.ok(&["route", "check", "after-day.json", "after.json"]);
    both("route_diff", |lang| desk.ok(&["route", "diff", "day.json", "plan.json", "after.json", "--lang", lang]));
    let alike = desk.ok(&["route", "diff", "day.json", "plan.json", "plan.json", "--lang", "en"]);
    assert_eq!(alike, "The two plans are alike.\n");
}

#[test]
fn a_new_visit_finds_its_carers() {
    let desk = Desk::with_day();
    desk.plan("plan.json", &[]);
    desk.write(
        "new.json",
        r#"{"schema": "leon/events/1", "date": "2026-11-23", "events": [
            {"at": "08:05", "kind": "visit_new", "new_visit": {"id": "new", "citizen": "b01", "location": "sted1",
             "label": "Fald", "windows": [{"open": "09:00", "close": "11:00"}], "slots": [{"minutes": 15}]}}]}"#,
    );
    both("route_recommend", |lang| {
        desk.ok(&["route", "recommend", "day.json", "plan.json", "--visit", "new.json", "--lang", lang])
    });
}

#[test]
fn a_plan_is_published_whole_and_its_pages_stand_alone() {
    let desk = Desk::with_day();
    desk.plan("plan.json", &[]);
    let publish = ["route", "publish", "day.json", "plan.json", "--out", "out"];
    desk.ok(&publish);
    for name in ["plan.html", "lists.html", "map.geojson", "plan.json", "calendar-m01.ics", "stops.csv", "ledger.csv"] {
        assert!(desk.path("out").join(name).is_file(), "{name}");
    }
    for page in ["plan.html", "lists.html"] {
        let page = desk.read(&format!("out/{page}"));
        assert!(page.contains("<html lang=\"da\">") && page.contains("Dagen er opdigtet"));
        for outside in ["<script", "src=", "<link", "@import", "http:"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
    let ways = |page: &str| page.matches("class=\"travel\"").count();
    assert!(ways(&desk.read("out/lists.html")) > 5);
    for (travel, said) in [("inside", "heraf"), ("hidden", "")] {
        desk.ok(&[&publish[..], &["--travel", travel]].concat());
        let page = desk.read("out/lists.html");
        assert_eq!(ways(&page), 0, "{travel}");
        assert_eq!(page.contains("heraf"), said == "heraf", "{travel}");
    }
    both("route_ledger", |lang| desk.ok(&["ledger", "out", "--lang", lang]));
    desk.write("out/notes.txt", "mine");
    desk.refused(2, &publish);
}

#[test]
fn the_plan_is_the_same_on_any_number_of_threads() {
    let desk = Desk::with_day();
    let plan = |threads: &str| {
        desk.plan("plan.json", &["--threads", threads]);
        desk.read("plan.json")
    };
    let one = plan("1");
    assert_eq!(one, plan("2"));
    assert_eq!(one, plan("8"));
}

#[test]
fn a_made_up_day_is_planned() {
    let desk = Desk::with_day();
    let generate = ["generate", "day", CASE, "--municipality", "751", "--visits", "20", "--out", "made.json"];
    both("generate_day", |lang| desk.ok(&[&generate[..], &["--lang", lang]].concat()));
    desk.ok(&["route", "plan", "made.json", "--iterations", "200", "--out", "made-plan.json"]);
    desk.ok(&["route", "check", "made.json", "made-plan.json"]);
    both("refused_municipality", |lang| {
        desk.refused(2, &["generate", "day", CASE, "--municipality", "atlantis", "--visits", "20", "--lang", lang])
    });
    desk.refused(2, &["generate", "day", CASE, "--municipality", "751", "--visits", "19"]);
    desk.refused(2, &["generate", "day", CASE, "--municipality", "751", "--visits", "20", "--date", "i morgen"]);
}

#[test]
fn a_made_up_period_is_in_order() {
    let desk = Desk::with_day();
    let generate = ["generate", "roster", "--people", "14", "--weeks", "4", "--out", "made.json"];
    let english = desk.ok(&[&generate[..], &["--lang", "en"]].concat());
    assert!(english.contains("made.json: 2026-11-23 to 2026-12-20, 14 people in 5 staff groups, 2 units"), "{english}");
    let danish = desk.ok(&[&generate[..], &["--lang", "da"]].concat());
    assert!(danish.contains("Perioden er opdigtet: ingen medarbejdere er virkelige."), "{danish}");
    desk.ok(&["roster", "check", "made.json"]);
    let tuesday = ["generate", "roster", "--first", "2026-11-24"];
    let refused = desk.refused(2, &[&tuesday[..], &["--lang", "en"]].concat());
    assert!(refused.contains("2026-11-24 is no Monday"), "{refused}");
    desk.refused(2, &["generate", "roster", "--first", "i morgen"]);
    desk.refused(2, &["generate", "roster", "--people", "11"]);
    desk.refused(2, &["generate", "roster", "--kind", "home-care", "--units", "41"]);
}

#[test]
fn what_is_wrong_with_days_and_questions_is_said_with_its_exit_code() {
    let desk = Desk::with_day();
    desk.plan("plan.json", &[]);
    desk.write("broken.json", &DAY.replacen("\"date\": \"2026-11-23\"", "\"date\": \"i dag\"", 1));
    let events = |events: &str| format!(r#"{{"schema": "leon/events/1", "date": "2026-11-23", "events": [{events}]}}"#);
    desk.write("sick.json", &events(r#"{"at": "08:05", "kind": "carer_sick", "carer": "m02"}"#));
    // The day forbids m01 in v06.
    let pinned = r#"{"at": "08:05", "kind": "visit_pinned", "visit": "v06", "carer": "m01"}"#;
    desk.write("forbidden.json", &events(pinned));
    let runs: [(&str, i32, &[&str]); 8] = [
        ("no_day", 1, &["route", "plan", "nowhere.json"]),
        ("broken_day", 1, &["route", "plan", "broken.json"]),
        ("unknown_visit", 2, &["route", "explain", "day.json", "plan.json", "--visit", "v99", "--carer", "m01"]),
        ("unknown_carer", 2, &["route", "explain", "day.json", "plan.json", "--visit", "v01", "--carer", "m99"]),
        (
            "unknown_slot",
            2,
            &["route", "explain", "day.json", "plan.json", "--visit", "v01", "--slot", "9", "--carer", "m01"],
        ),
        ("no_new_visit", 1, &["route", "recommend", "day.json", "plan.json", "--visit", "day.json"]),
        ("only_other_events", 1, &["route", "recommend", "day.json", "plan.json", "--visit", "sick.json"]),
        ("events_forbidden", 1, &["route", "plan", "day.json", "--from", "plan.json", "--events", "forbidden.json"]),
    ];
    for (name, code, arguments) in runs {
        both(&format!("refused_route_{name}"), |lang| desk.refused(code, &[arguments, &["--lang", lang]].concat()));
    }
    desk.refused(2, &["route", "plan", "day.json", "--seconds", "many"]);
    desk.refused(2, &["route", "plan", "day.json", "--events", "events.json"]);
}

#[test]
fn travel_times_come_from_a_road_service() {
    let desk = Desk::with_day();
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    // Seven places: ten minutes between any two.
    let row = |from: usize| (0..7).map(|to| if from == to { "0" } else { "600" }).collect::<Vec<_>>().join(",");
    let rows: Vec<_> = (0..7).map(|from| format!("[{}]", row(from))).collect();
    let body = format!("{{\"code\":\"Ok\",\"durations\":[{}]}}", rows.join(","));
    std::thread::spawn(move || {
        use std::io::{Read, Write};
        for stream in server.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            let _ = stream.write_all((head + &body).as_bytes());
        }
    });
    let roads = ["route", "roads", "day.json", "--osrm", &url, "--transport", "cykel", "--out", "timed.json"];
    let said = desk.ok(&[&roads[..], &["--lang", "en"]].concat());
    assert_eq!(said, "Travel times between 7 places by cykel are in timed.json.\n");
    let day = leon_formats::day::read_day("timed.json", &desk.read("timed.json")).day.unwrap();
    let bike = &day.transports[day.transport_index(&"cykel".into()).unwrap()];
    let leon_model::TravelTimes::Matrix(rows) = &bike.times else { panic!("{:?}", bike.times) };
    assert_eq!((rows[0][0], rows[0][1]), (Some(leon_model::Seconds(0)), Some(leon_model::Seconds(600))));
    // Nobody listens on a port that has just been given back.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let nobody = format!("http://{free}");
    both("refused_roads_nobody", |lang| {
        desk.refused(3, &["route", "roads", "day.json", "--osrm", &nobody, "--out", "x.json", "--lang", lang])
    });
    both("refused_roads_url", |lang| {
        desk.refused(2, &["route", "roads", "day.json", "--osrm", "localhost", "--out", "x.json", "--lang", lang])
    });
}

/// Two patients in line with the office: 0 – 5 – 9. The second needs two people at once.
const HHCRSP: &str = r#"{
  "services": [{"id": "a", "default_duration": 10}, {"id": "b", "default_duration": 10}],
  "caregivers": [{"id": "x", "abilities": ["a"]}, {"id": "y", "abilities": ["b"]}],
  "central_offices": [{"id": "d"}],
  "distances": [[0, 5, 9], [5, 0, 4], [9, 4, 0]],
  "patients": [
    {"id": "p", "time_window": [20, 30], "required_caregivers": [{"service": "a"}, {"service": "b"}],
     "synchronization": {"type": "simultaneous"}},
    {"id": "q", "time_window": [0, 20], "required_caregivers": [{"service": "a", "duration": 7}]}]}"#;

#[test]
fn research_instances_are_solved_to_their_optimum() {
    let desk = Desk::with_day();
    desk.write("tiny.json", HHCRSP);
    let said = desk.ok(&["route", "plan", "tiny.json", "--format", "hhcrsp", "--iterations", "500", "--out", "s.json"]);
    // x: office – q – p – office = 9 + 4 + 5, or back by q after p: 5 + 4 + 9. y: 5 + 5. Nobody is late: 28 / 3.
    assert!(said.contains("9,333"), "{said}");
    let solution = leon_formats::research::read_hhcrsp_solution(&desk.read("s.json")).unwrap();
    let start_of = |service: &str| {
        let mut stops = solution.routes.iter().flat_map(|it| &it.locations);
        stops.find(|it| it.patient == "p" && it.service == service).unwrap().arrival_time
    };
    assert_eq!((start_of("a"), start_of("b")), (20.0, 20.0));

    desk.write(
        "tiny.vrp",
        "NAME : t\nTYPE : VRPTW\nDIMENSION : 3\nVEHICLES : 2\nCAPACITY : 10\nEDGE_WEIGHT_TYPE : EUC_2D\n\
         NODE_COORD_SECTION\n1 0 0\n2 1 1\n3 3 4\nDEMAND_SECTION\n1 0\n2 6\n3 4\n\
         TIME_WINDOW_SECTION\n1 0 100\n2 0 100\n3 0 10\nSERVICE_TIME_SECTION\n1 0\n2 5\n3 5\nDEPOT_SECTION\n1\n-1\nEOF\n",
    );
    desk.ok(&["route", "plan", "tiny.vrp", "--format", "vrplib", "--iterations", "500", "--out", "t.sol"]);
    // √2 + √13 + 5 cut to tenths: 1.4 + 3.6 + 5.
    assert!(desk.read("t.sol").contains("Cost 10\n"), "{}", desk.read("t.sol"));
}

#[test]
fn research_instances_without_a_solution_are_refused() {
    let desk = Desk::with_day();
    // One caregiver gives both services, and two people are needed.
    desk.write("alone.json", &HHCRSP.replace(r#"["a"]}, {"id": "y", "abilities": ["b"]}"#, r#"["a", "b"]}"#));
    let plan = ["route", "plan", "alone.json", "--format", "hhcrsp", "--iterations", "100", "--out", "s.json"];
    both("refused_research_left_out", |lang| desk.refused(1, &[&plan[..], &["--lang", lang]].concat()));
    assert!(!Path::new(&desk.path("s.json")).exists());
    desk.refused(2, &[&plan[..], &["--threads", "4"]].concat());
    desk.write("no.json", "{}");
    desk.refused(1, &["route", "plan", "no.json", "--format", "hhcrsp"]);
}

//! What the page of measures shows of a folder that `leon measure --all --out` wrote.

mod common;

use axum::http::StatusCode;
use common::{house, house_with};
use leon_formats::results::{Cell, CellKind, ResultColumn, ResultTable, Results, write_results};
use leon_server::{Role, Settings};

/// A table of texts and numbers, as its first row has them.
fn table(name: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> ResultTable {
    let kind = |at: usize| rows[0][at].kind().unwrap_or(CellKind::Number);
    let columns = columns.iter().enumerate().map(|(at, name)| ResultColumn::new(name, kind(at), "", "c")).collect();
    ResultTable { name: name.into(), description: "t".into(), columns, rows }
}

/// Three measures: one is held to a promise, one has none, one could not be measured. The first two together release
/// less than their sum.
fn results() -> Results {
    let measure = |id: &str, name: &str, fte: f64, promised: Cell, verdict: &str| -> Vec<Cell> {
        let words = [id, name, name, "days"].map(Cell::from);
        let numbers = [Cell::Number(0.05), fte.into(), (fte - 10.0).into(), (fte + 10.0).into(), promised];
        words.into_iter().chain(numbers).chain(["measured", verdict].map(Cell::from)).collect()
    };
    let difference = |what: &str, of: &str, kind: &str, minutes: f64| -> Vec<Cell> {
        let numbers = [minutes, minutes - 1.0, minutes + 1.0].map(Cell::Number);
        ["robot", what, of, kind].map(Cell::from).into_iter().chain(numbers).collect()
    };
    let minutes = [200.0, 170.0, 30.0, 28.0, 32.0, 450.0, 400.0].map(Cell::Number);
    let together = ["robot+locks", "days"].map(Cell::from).into_iter().chain(minutes).collect();
    let words = |words: [&str; 3]| words.map(Cell::from);
    let broken = words(["sensors", "rosters", "rules_broken"]).into_iter();
    let broken = broken.chain([Cell::Integer(2), Cell::Integer(5), "".into()]).collect();
    let mut sensors = measure("sensors", "Sensorer", 0.0, 450.0.into(), "");
    sensors[4..8].fill(Cell::Missing);
    sensors[9] = "not_measured".into();
    let figure = |path: &str, [value, low, high]: [f64; 3], source: &str| -> Vec<Cell> {
        let first = ["robot", path].map(Cell::from).into_iter();
        first.chain([value, low, high].map(Cell::Number)).chain(["assumption", source].map(Cell::from)).collect()
    };
    let run = [("case", "lillekoebing"), ("leon_version", "0.1.0"), ("seed", "1"), ("iterations", "20000")];
    Results {
        name: "measures".into(),
        title: "t".into(),
        description: "d".into(),
        tables: vec![
            table(
                "measures",
                &[
                    "measure",
                    "name_da",
                    "name_en",
                    "planned",
                    "share",
                    "fte",
                    "fte_low",
                    "fte_high",
                    "promised_fte",
                    "finding",
                    "verdict",
                ],
                vec![
                    measure("robot", "Medicinrobot", 400.0, 700.0.into(), "lower"),
                    measure("locks", "Elektroniske låse", 50.0, Cell::Missing, ""),
                    sensors,
                ],
            ),
            table(
                "differences",
                &["measure", "what", "of", "kind", "minutes", "low", "high"],
                vec![
                    difference("released", "", "all", 120.0),
                    difference("account", "travel", "all", 77.0),
                    difference("free_time", "shift", "all", 66.0),
                    difference("released", "", "island", 55.0),
                ],
            ),
            table(
                "together",
                &[
                    "measures",
                    "planned",
                    "alone",
                    "together",
                    "overlap",
                    "overlap_low",
                    "overlap_high",
                    "fte_alone",
                    "fte_together",
                ],
                vec![together],
            ),
            table(
                "not_measured",
                &["measures", "planned", "reason", "rules_without", "rules_with", "detail"],
                vec![broken],
            ),
            table(
                "figures",
                &["measure", "figure", "value", "low", "high", "evidence", "source"],
                vec![
                    figure("eligible.share", [0.35, 0.2, 0.5], "Et skøn"),
                    figure("cost[0].hours_per_user_week", [0.25, 0.25, 0.25], "En opgørelse"),
                ],
            ),
            table("run", &["item", "value"], run.map(|(item, value)| vec![item.into(), value.into()]).into()),
        ],
    }
}

#[test]
fn a_leader_sees_promises_beside_what_planning_again_shows() {
    let folder = tempfile::tempdir().unwrap();
    write_results(&results(), folder.path()).unwrap();
    let house = house_with(|it| Settings { measures: Some(folder.path().to_owned()), ..it });
    house.run(async {
        let leader = house.signed_in(Role::Leader).await;
        let page = house.get(&leader, "/measures").await.body;
        for words in
            ["Måling", "/measures/robot", "Medicinrobot", "390 – 410", "700", "Lavere end lovet", "Intet løfte"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(page.contains("2 tiltag: Medicinrobot + Elektroniske låse") && page.contains("450 årsværk"), "{page}");
        // What releases most stands beside where the hours go.
        let hours = house.get(&leader, "/").await.body;
        assert!(hours.contains("Frigivet, målt ved at planlægge igen") && hours.contains("/measures/robot"), "{hours}");
        let one = house.get(&leader, "/measures/robot").await.body;
        for words in ["Medicinrobot", "Kørsel", "77,0", "Hele vagter", "66,0", "Ø", "55,0", "lillekoebing"] {
            assert!(one.contains(words), "{words}: {one}");
        }
        // What it rests on, one click from the figure.
        for words in [
            "href=\"#figures\"",
            "Andel, som det er en mulighed for",
            "0,35",
            "0,20 – 0,50",
            "Antagelse",
            "Et skøn",
            "Timer om ugen til støtte",
            "En opgørelse",
        ] {
            assert!(one.contains(words), "{words}: {one}");
        }
        // Without an answer it says why, in the table and on its own page.
        let why = "bryder en vagtplan 5 regler og uden det 2";
        assert!(page.contains("Ikke målt") && page.contains(why), "{page}");
        assert!(house.get(&leader, "/measures/sensors").await.body.contains(why));
        assert_eq!(house.get(&leader, "/measures/unknown").await.status, StatusCode::NOT_FOUND);
        // A folder that is damaged is a fault that is told to whoever runs Leon, and no page.
        std::fs::remove_file(folder.path().join("measures.csv")).unwrap();
        assert_eq!(house.get(&leader, "/measures").await.status, StatusCode::INTERNAL_SERVER_ERROR);
    });
}

#[test]
fn without_a_folder_the_page_says_how_to_make_one() {
    let house = house();
    house.run(async {
        let leader = house.signed_in(Role::Leader).await;
        assert!(house.get(&leader, "/measures").await.body.contains("leon measure"));
        assert_eq!(house.get(&leader, "/measures/robot").await.status, StatusCode::NOT_FOUND);
    });
}

//! What `leon measure --all --out` writes, small.

use leon_formats::results::{Cell, CellKind, ResultColumn, ResultTable, Results};

/// A table of texts and numbers, as its first row has them.
fn table(name: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> ResultTable {
    let kind = |at: usize| rows[0][at].kind().unwrap_or(CellKind::Number);
    let columns = columns.iter().enumerate().map(|(at, name)| ResultColumn::new(name, kind(at), "", "c")).collect();
    ResultTable { name: name.into(), description: "t".into(), columns, rows }
}

/// Three measures: one is held to a promise, one has none, one could not be measured. The first two together release
/// less than their sum.
pub fn results() -> Results {
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

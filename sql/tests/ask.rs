//! Questions to a folder as Leon writes it.

use leon_formats::results::{Cell, CellKind, ResultColumn, ResultTable, Results, write_results};
use leon_sql::ask;
use tempfile::TempDir;

/// A result with two tables: years of a scenario, and the staff groups of one year.
fn result() -> TempDir {
    let column = |name: &str, kind| ResultColumn::new(name, kind, "", "It.");
    let table = |name: &str, columns, rows| ResultTable { name: name.into(), description: "It.".into(), columns, rows };
    let years = table(
        "years",
        vec![column("year", CellKind::Integer), column("unmet", CellKind::Number)],
        vec![
            vec![Cell::Integer(2026), 10.5.into()],
            vec![Cell::Integer(2030), Cell::Missing],
            vec![Cell::Integer(2045), 40.0.into()],
        ],
    );
    let groups = table(
        "staff_groups",
        vec![column("year", CellKind::Integer), column("staff_group", CellKind::Text), column("short", CellKind::Bool)],
        vec![
            vec![Cell::Integer(2045), "nurse".into(), true.into()],
            vec![Cell::Integer(2045), "jordemødre, \"på stuen\"".into(), Cell::Missing],
        ],
    );
    let folder = tempfile::tempdir().unwrap();
    let results =
        Results { name: "tiny".into(), title: "Tiny".into(), description: "It.".into(), tables: vec![years, groups] };
    write_results(&results, folder.path()).unwrap();
    folder
}

fn asked(question: &str) -> Result<String, String> {
    let folder = result();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let answer = runtime.block_on(ask(folder.path(), question)).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(answer.csv().unwrap()).unwrap())
}

#[test]
fn what_leon_writes_can_be_asked() {
    for (question, answer) in [
        ("select sum(unmet) as unmet, count(*) as years from years", "unmet,years\n50.5,3\n"),
        ("select * from years where year > 2026 order by year", "year,unmet\n2030,\n2045,40.0\n"),
        (
            "select g.staff_group, g.short, round(y.unmet / 3, 2) as third from years y join staff_groups g \
             on y.year = g.year order by 1",
            "staff_group,short,third\n\"jordemødre, \"\"på stuen\"\"\",,13.33\nnurse,true,13.33\n",
        ),
        ("select year from years where year > 2050", "year\n"),
        (
            "select table_name from information_schema.tables where table_schema = 'public' order by 1",
            "table_name\nstaff_groups\nyears\n",
        ),
    ] {
        assert_eq!(asked(question).as_deref(), Ok(answer), "{question}");
    }
    assert!(asked("show tables").unwrap().contains("staff_groups"));
    assert!(asked("describe years").unwrap().contains("unmet,Float64"));
}

#[test]
fn nothing_is_changed_and_what_is_not_there_is_said() {
    for (question, word) in [
        ("create table copy as select * from years", "DDL"),
        ("copy years to 'copy.csv'", "DML"),
        ("set datafusion.execution.batch_size = 1", "Statement"),
        ("select * from decades", "decades"),
        ("select gap from years", "gap"),
        ("who is missing", "who"),
    ] {
        let refused = asked(question).unwrap_err();
        assert!(refused.contains(word), "{question}: {refused}");
    }
    let empty = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    assert!(runtime.block_on(ask(empty.path(), "select 1")).is_err());
    assert!(runtime.block_on(ask(&empty.path().join("none"), "select 1")).is_err());
}

#[test]
fn what_is_missing_is_a_dash_in_a_table() {
    let folder = result();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let table = runtime.block_on(ask(folder.path(), "select unmet from years order by year")).unwrap().table().unwrap();
    assert_eq!(table, "+-------+\n| unmet |\n+-------+\n| 10.5  |\n| –     |\n| 40.0  |\n+-------+\n");
}

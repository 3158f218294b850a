//! A result is read again as it was, from each of its formats.

use calamine::{Data, Reader as _, Xlsx};
use leon_formats::results::{
    Cell, CellKind, ResultColumn, ResultTable, Results, TableError, read_result_table, result_files, workbook_bytes,
    write_results,
};
use leon_formats::{Lang, WriteError};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use proptest::prelude::*;

fn results(rows: Vec<Vec<Cell>>) -> Results {
    let columns = vec![
        ResultColumn::new("place", CellKind::Text, "", "Where."),
        ResultColumn::new("share", CellKind::Number, "share", "Share of need."),
        ResultColumn::new("count", CellKind::Integer, "persons", "How many."),
        ResultColumn::new("short", CellKind::Bool, "", "Whether hands are missing."),
    ];
    let table = ResultTable { name: "gap".into(), description: "The gap.".into(), columns, rows };
    Results { name: "match".into(), title: "Match".into(), description: "A match.".into(), tables: vec![table] }
}

fn sample() -> Results {
    results(vec![
        vec!["Ærø".into(), 0.25.into(), Cell::Integer(3), true.into()],
        vec!["=1+1".into(), Cell::Missing, Cell::Integer(-4), false.into()],
        vec![Cell::Missing, 1e-12.into(), Cell::Missing, Cell::Missing],
    ])
}

proptest! {
    #[test]
    fn csv_reads_as_it_was(
        rows in prop::collection::vec(
            (
                prop::option::of("[^\0]{1,8}"), prop::option::of(-1e12..1e12),
                prop::option::of(any::<i64>()), prop::option::of(any::<bool>()),
            ),
            0..8,
        )
    ) {
        let rows = rows.into_iter().map(|(a, b, c, d)| vec![a.into(), b.into(), c.into(), d.into()]).collect();
        let results = results(rows);
        let dir = tempfile::tempdir().unwrap();
        write_results(&results, dir.path()).unwrap();
        prop_assert_eq!(&read_result_table(dir.path(), "gap").unwrap(), &results.tables[0]);
    }
}

#[test]
fn csv_holds_no_formula() {
    let dir = tempfile::tempdir().unwrap();
    write_results(&sample(), dir.path()).unwrap();
    let text = std::fs::read_to_string(dir.path().join("gap.csv")).unwrap();
    // A place is called =1+1; a negative count stays a number.
    assert!(text.contains("\n'=1+1,,-4,false\n"), "{text}");
}

#[test]
fn parquet_holds_the_cells() {
    let dir = tempfile::tempdir().unwrap();
    write_results(&sample(), dir.path()).unwrap();
    let reader = SerializedFileReader::new(std::fs::File::open(dir.path().join("gap.parquet")).unwrap()).unwrap();
    let rows: Vec<Vec<Field>> = reader
        .get_row_iter(None)
        .unwrap()
        .map(|row| row.unwrap().get_column_iter().map(|(_, field)| field.clone()).collect())
        .collect();
    let text = |text: &str| Field::Str(text.to_owned());
    assert_eq!(
        rows,
        [
            vec![text("Ærø"), Field::Double(0.25), Field::Long(3), Field::Bool(true)],
            vec![text("=1+1"), Field::Null, Field::Long(-4), Field::Bool(false)],
            vec![Field::Null, Field::Double(1e-12), Field::Null, Field::Null],
        ]
    );
}

#[test]
fn a_workbook_has_a_sheet_for_each_table_and_no_formula() {
    let bytes = workbook_bytes(&sample()).unwrap();
    assert_eq!(bytes, workbook_bytes(&sample()).unwrap(), "the same result gives the same bytes");
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(workbook.sheet_names(), ["Contents", "gap"]);
    let sheet = workbook.worksheet_range("gap").unwrap();
    let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
    let text = |text: &str| Data::String(text.to_owned());
    assert_eq!(rows[0], ["place", "share", "count", "short"].map(text));
    assert_eq!(rows[1], [text("Ærø"), Data::Float(0.25), Data::Float(3.0), Data::Bool(true)]);
    assert_eq!(rows[2], [text("=1+1"), Data::Empty, Data::Float(-4.0), Data::Bool(false)]);
    let formulas = workbook.worksheet_formula("gap").unwrap();
    assert!(formulas.used_cells().next().is_none());
}

#[test]
fn tables_that_do_not_fit_are_refused() {
    let refused = |change: &dyn Fn(&mut Results)| {
        let mut results = sample();
        change(&mut results);
        match result_files(&results) {
            Err(WriteError::Table(error)) => {
                assert!(matches!(workbook_bytes(&results), Err(WriteError::Table(_))));
                error
            }
            other => panic!("{other:?}"),
        }
    };
    assert!(matches!(refused(&|it| it.tables[0].name = "Gap!".into()), TableError::Name { .. }));
    assert!(matches!(refused(&|it| it.tables.push(it.tables[0].clone())), TableError::Twice { .. }));
    let short = refused(&|it| it.tables[0].rows[1].truncate(3));
    assert_eq!(short, TableError::RowLength { table: "gap".into(), row: 1, cells: 3, columns: 4 });
    let other_kind = refused(&|it| it.tables[0].rows[0][1] = Cell::Integer(1));
    assert!(matches!(other_kind, TableError::CellKind { .. }));
    assert!(matches!(refused(&|it| it.tables[0].rows[0][1] = f64::NAN.into()), TableError::NotFinite { .. }));
}

#[test]
fn a_changed_result_says_what_cannot_be_read() {
    let dir = tempfile::tempdir().unwrap();
    write_results(&sample(), dir.path()).unwrap();
    std::fs::write(dir.path().join("gap.csv"), "place,share,count,short\nx,\"0,25\",3.5,maybe\ny,1\n").unwrap();
    let problems = read_result_table(dir.path(), "gap").unwrap_err();
    let codes: Vec<_> = problems.iter().map(|it| (it.row, it.code())).collect();
    assert_eq!(codes, [(Some(2), "L202"), (Some(2), "L206"), (Some(2), "L209"), (Some(3), "L112")]);
    assert_eq!(
        read_result_table(dir.path(), "prices").unwrap_err()[0].cause.text(Lang::En),
        "Table prices is missing from the data package."
    );
}

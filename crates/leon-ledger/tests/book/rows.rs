use leon_ledger::{Account, Book, Imbalance, Row};

fn row(from: &str, to: &str, minutes: i64) -> Row {
    Row {
        from: from.into(),
        to: to.into(),
        place: "a".into(),
        setting: "home".into(),
        group: "ssa".into(),
        minutes,
        ..Row::default()
    }
}

#[test]
fn rows_that_are_no_entries_are_all_named() {
    let rows = [
        row("paid", "at_hand", 60),
        row("piad", "at_hand", 60),
        Row { complexity: "hard".into(), ..row("paid", "at_hand", 60) },
        Row { place: String::new(), ..row("paid", "at_hand", 60) },
        row("unmet", "cover", 60),
        Row { pool: String::new(), ..row("pool", "lent_in", 60) },
        row("paid", "at_hand", 0),
        row("paid", "at_hand", i64::MAX - 60),
        row("paid", "at_hand", 1),
    ];
    let problems = Book::from_rows(rows).expect_err("eight bad rows");
    let words: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        words,
        [
            "row 1: there is no account 'piad'",
            "row 2: there is no complexity 'hard'",
            "row 3: the account paid needs a place",
            "row 4: the account unmet needs a task",
            "row 5: the account pool needs a pool",
            "row 6: an entry of 0 minutes; minutes are above 0",
            "row 8: the minutes up to here are more than a book can hold",
        ]
    );
}

#[test]
fn a_book_that_does_not_balance_says_where() {
    let cases = [
        (vec![row("paid", "at_hand", 60), row("at_hand", "idle", 60)], None),
        (
            vec![row("paid", "at_hand", 60), row("at_hand", "idle", 59)],
            Some("at_hand (ssa, home, a): 60 minutes entered and 59 left"),
        ),
        (vec![row("paid", "at_hand", 60), row("at_hand", "idle", 59), row("at_hand", "rounding", 1)], None),
        (
            vec![row("paid", "at_hand", 60), row("at_hand", "idle", 57), row("at_hand", "rounding", 3)],
            Some("rounding (ssa, home, a): 3 minutes over 2 entries, more than one an entry"),
        ),
        (vec![row("idle", "at_hand", 60)], Some("no minutes go from idle to at_hand (ssa, home, a)")),
        (vec![row("at_hand", "paid", 60)], Some("no minutes go from at_hand to paid (ssa, home, a)")),
        (vec![row("at_hand", "at_hand", 60)], Some("no minutes go from at_hand to at_hand (ssa, home, a)")),
    ];
    for (rows, expected) in cases {
        let book = Book::from_rows(rows).expect("rows that are entries");
        assert_eq!(book.balances().err().map(|it: Imbalance| it.to_string()).as_deref(), expected);
    }
}

#[test]
fn minutes_below_zero_balance_no_book() {
    let good = Book::from_rows([row("paid", "at_hand", 60), row("at_hand", "idle", 60)]).expect("entries");
    let negated = Book::new(good.entries().iter().cloned().map(|mut it| {
        it.minutes = -it.minutes;
        it
    }));
    assert!(matches!(negated.balances(), Err(Imbalance::NotPositive { .. })));
}

#[test]
fn every_account_has_its_own_word() {
    for &account in Account::ALL {
        assert_eq!(Account::parse(account.as_str()), Some(account));
    }
}

#[test]
fn cells_stand_under_their_columns() {
    let row = Row { task: "wash".into(), complexity: "low".into(), ..row("care", "cover", 60) };
    let cell = |column: &str| {
        let at = Row::COLUMNS.iter().position(|it| *it == column).expect("a column");
        row.cells()[at].clone()
    };
    assert_eq!(["from", "staff_group", "task", "minutes"].map(cell), ["care", "ssa", "wash", "60"]);
}

//! Damaged lists of demand, and what people are told about them.

use super::told::{say, swap_all};
use leon_formats::period::{EXAMPLE, read_demand, read_period};
use leon_model::{Period, TimeOfDay};

const LIST: &str = "\
date,from,to,unit,groups,competences,staff,care_minutes,public_holiday
2026-09-07,07:00,15:00,m1,nurse ssa,,4.5,,
2026-09-07,23:00,07:00,m1,nurse,coordination,,480,
2026-12-25,07:00,15:00,m1,ssa nurse,,3,,true
";

const DAMAGES: &[super::told::Swaps] = &[
    (
        "columns apart by semicolons",
        &[("date,from,to,unit,groups,competences,staff,care_minutes,public_holiday", "date;from;to;unit;staff")],
    ),
    ("a column is missing", &[("date,from", "dato,from")]),
    ("a column twice", &[("groups,competences", "groups,groups")]),
    ("a date of another kind", &[("2026-09-07,07", "7/9-2026,07")]),
    ("a time with a point", &[("07:00,15:00,m1,nurse ssa", "07.00,15:00,m1,nurse ssa")]),
    ("an unknown unit", &[("m1,nurse ssa", "m2,nurse ssa")]),
    ("an unknown staff group", &[("nurse ssa", "nurse sosu")]),
    ("an unknown competence", &[("coordination", "ledelse")]),
    ("groups apart by a semicolon", &[("nurse ssa", "nurse;ssa")]),
    ("a decimal comma", &[(",4.5,", ",\"4,5\",")]),
    ("a cell too many by a decimal comma", &[(",4.5,", ",4,5,")]),
    ("staff and minutes", &[(",,480,", ",1,480,")]),
    ("nobody said how many", &[(",4.5,", ",,")]),
    ("fewer than nobody", &[(",4.5,", ",-1,")]),
    ("the same twice, groups in another order", &[("2026-12-25", "2026-09-07")]),
    ("a public holiday in Danish", &[(",true", ",ja")]),
    ("a CPR number for a unit", &[("m1,nurse ssa", "010180-1234,nurse ssa")]),
    ("a quotation mark that never closes", &[("nurse ssa", "\"nurse ssa")]),
];

fn period() -> Period {
    read_period("period.json", EXAMPLE).period.unwrap()
}

#[test]
fn rows_are_read_as_people_needed() {
    let read = read_demand("demand.csv", LIST, &period());
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let rows = read.rows.unwrap();
    let found: Vec<_> = rows.iter().map(|it| (it.people, it.span.from, it.public_holiday)).collect();
    // 480 minutes of care in a night of 8 hours are one person.
    let (morning, night) = (TimeOfDay(7 * 60), TimeOfDay(23 * 60));
    assert_eq!(found, [(4.5, morning, false), (1.0, night, false), (3.0, morning, true)]);
    assert_eq!(rows[0].groups, rows[2].groups, "the order of groups does not matter");
}

#[test]
fn a_night_is_as_long_as_the_clock_makes_it() {
    // From 24 to 25 October 2026 the clock is set back: 9 hours.
    let text = "date,from,to,unit,care_minutes\n2026-10-24,23:00,07:00,m1,540\n";
    assert_eq!(read_demand("demand.csv", text, &period()).rows.unwrap()[0].people, 1.0);
}

#[test]
fn lists() {
    insta::assert_snapshot!(messages());
}

/// What is said of each damage.
pub fn messages() -> String {
    let mut page = String::new();
    for (name, swaps) in DAMAGES {
        let read = read_demand("demand.csv", &swap_all(LIST, swaps), &period());
        let refused = read.problems.iter().any(|it| !it.is_warning());
        assert_eq!(read.rows.is_none(), refused, "{name}");
        say(&mut page, name, &read.problems);
    }
    let empty = read_demand("demand.csv", "date,from,to,unit,staff\n", &period());
    assert!(empty.rows.is_none());
    say(&mut page, "no rows", &empty.problems);
    page
}

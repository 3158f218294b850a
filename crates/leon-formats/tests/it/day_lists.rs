//! A day from two lists: read, and what people are told about damaged ones.

use leon_formats::Lang;
use leon_formats::day::{EXAMPLE_LISTS, read_day, read_day_lists, write_day};
use std::fmt::Write as _;

#[test]
fn the_lists_of_the_example_are_a_day() {
    let [visits, carers] = EXAMPLE_LISTS;
    let read = read_day_lists(visits, carers, "2026-11-23");
    let said: Vec<String> = read.problems.iter().map(|it| it.message(Lang::En)).collect();
    assert_eq!(said, Vec::<String>::new());
    let day = read.day.unwrap();
    assert_eq!((day.visits.len(), day.carers.len(), day.citizens.len()), (5, 3, 4));
    assert_eq!(day.locations.len(), 6); // four homes, and the base of m01 and of m02
    assert_eq!(day.visits[2].slots.len(), 2);
    insta::assert_snapshot!(write_day(&day));
    assert_eq!(read_day("day.json", &write_day(&day)).day.unwrap(), day);
}

#[test]
fn problems_stand_by_row_and_column() {
    let [(_, visits), (_, carers)] = EXAMPLE_LISTS;
    let cases: &[(&str, &str, &str)] = &[
        ("a decimal comma in a point", "56.1611", "\"56,1611\""),
        ("no citizen", "v02,b02", "v02,"),
        ("a CPR number", "v02,b02", "v02,010180-1234"),
        ("a time with a point", "07:30,08:15", "07.30,08:15"),
        ("a window closed before it opens", "07:30,08:15,08:45", "08:30,,07:45"),
        ("half a carer", "20,2,", "20,1.5,"),
        ("an unknown staff group", "ssh ssa", "ssh sss"),
        ("an unknown competence", ",lift,,2", ",lfit,,2"),
        ("an unknown mode", "screen,", "skærm,"),
        ("an id twice", "v05", "v01"),
        ("a column is missing", "minutes", "minuts"),
        ("semicolons", "", ";"),
        ("an empty list", "everything", ""),
        ("a field too few", ",,ssh ssa,,,", ",,ssh ssa,,"),
        ("a quotation mark that never closes", "Frokost", "\"Frokost"),
        ("two levels of a staff group", "m02,ssa,2", "m02,ssh,2"),
        ("an unknown transport", "bike", "horse"),
        ("half a point", "bike,56.1572", "bike,"),
        ("a shift with its ends swapped", "08:00,12:00", "12:00,08:00"),
    ];
    let mut page = String::new();
    for (name, from, to) in cases {
        let change = |text: &str| match *from {
            "" => text.replace(',', to),
            "everything" => String::new(),
            _ => text.replacen(from, to, 1),
        };
        let of_visits = visits.contains(from);
        let (visits, carers) = if of_visits || *from == "everything" {
            (change(visits), carers.to_owned())
        } else {
            (visits.to_owned(), change(carers))
        };
        assert!(of_visits || *from == "everything" || carers.contains(to), "{name}: nothing changed");
        let read = read_day_lists(("visits.csv", &visits), ("carers.csv", &carers), "2026-11-23");
        assert!(!read.problems.is_empty(), "{name}: nothing found");
        assert_eq!(read.day.is_none(), read.problems.iter().any(|it| !it.is_warning()), "{name}");
        let _ = writeln!(page, "# {name}");
        for problem in &read.problems {
            let severity = if problem.is_warning() { " (warning)" } else { "" };
            let _ = writeln!(page, "{}{severity} {}", problem.code(), problem.message(Lang::Da));
            let _ = writeln!(page, "     {}", problem.message(Lang::En));
        }
        page.push('\n');
    }
    insta::assert_snapshot!(page);
    let [visits, carers] = EXAMPLE_LISTS;
    assert_eq!(read_day_lists(visits, carers, "i morgen").problems[0].code(), "L426");
}

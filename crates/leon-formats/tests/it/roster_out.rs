//! A roster for people: calendars, lists, hours for pay, and the workbook.

use calamine::{Data, Reader as _, Xlsx};
use leon_formats::Lang;
use leon_formats::period::{
    EXAMPLE, PayCategory, PayFound, duty_table, pay_table, person_calendar, read_period, read_roster, roster_workbook,
};
use leon_formats::results::{Cell, ResultTable, Results, result_files};
use leon_model::*;
use std::io::Cursor;

const ROSTER: &str = include_str!("roster.json");

fn example() -> (Period, Roster) {
    let period = read_period("period.json", EXAMPLE).period.unwrap();
    (period, read_roster("roster.json", ROSTER).roster.unwrap())
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A period of the example's people and shifts at other dates, in which `a01` works these shifts.
fn at(first: &str, last: &str, duties: &[(&str, &str)]) -> (Period, Roster) {
    let mut tables = example().0.into_tables();
    (tables.first, tables.last) = (date(first), date(last));
    (tables.wishes, tables.cover, tables.mix, tables.wish_round) = (vec![], vec![], vec![], None);
    tables.public_holidays.clear();
    for person in &mut tables.people {
        person.history = History::default();
        person.contract.norm.first = tables.first;
        (person.absences, person.fixed_duties) = (vec![], vec![]);
    }
    let duty = |(on, shift): &(&str, &str)| Assignment {
        person: "a01".into(),
        date: date(on),
        shift: (*shift).into(),
        function: None,
    };
    let roster = Roster { assignments: duties.iter().map(duty).collect(), uncovered: None };
    (Period::new(tables).unwrap_or_else(|problems| panic!("{problems:?}")), roster)
}

fn csv(table: ResultTable) -> String {
    let name = format!("{}.csv", table.name);
    let results = Results { name: "roster".into(), tables: vec![table], ..Results::default() };
    String::from_utf8(result_files(&results).unwrap().remove(&name).unwrap()).unwrap()
}

#[test]
fn the_duties_of_the_example() {
    let (period, roster) = example();
    let text = csv(duty_table(&period, &roster));
    assert_eq!(text.lines().count(), roster.assignments.len() + 1);
    insta::assert_snapshot!(text);
}

#[test]
fn the_calendar_of_the_example() {
    let (period, roster) = example();
    let made = period.announced.unwrap();
    let calendar = person_calendar(&period, &roster, &"s04".into(), made, Lang::Da);
    assert_eq!(calendar.matches("\r\n").count(), calendar.matches('\n').count());
    insta::assert_snapshot!(calendar.replace("\r\n", "\n"));
    assert!(!person_calendar(&period, &roster, &"nobody".into(), made, Lang::Da).contains("VEVENT"));
}

#[test]
fn a_night_is_right_at_both_changes_of_the_clock() {
    for (night, start, end) in [
        ("2026-03-28", "20260328T220000Z", "20260329T050000Z"), // 23 at +1 to 07 at +2: 7 hours
        ("2026-06-27", "20260627T210000Z", "20260628T050000Z"), // both at +2: 8 hours
        ("2026-10-24", "20261024T210000Z", "20261025T060000Z"), // 23 at +2 to 07 at +1: 9 hours
    ] {
        let monday = date(night).monday();
        let (period, roster) = at(&monday.to_string(), &(monday + 6).to_string(), &[(night, "n")]);
        let calendar = person_calendar(&period, &roster, &"a01".into(), Moment(0), Lang::En);
        for line in [format!("DTSTART:{start}"), format!("DTEND:{end}")] {
            assert!(calendar.lines().any(|it| it == line), "{line}:\n{calendar}");
        }
    }
}

#[test]
fn an_event_keeps_its_uid_when_the_shift_of_a_date_is_another() {
    let uids = |shift: &str| {
        let duties = [("2026-06-23", shift), ("2026-06-24", "d")];
        let (period, roster) = at("2026-06-22", "2026-06-28", &duties);
        let calendar = person_calendar(&period, &roster, &"a01".into(), Moment(0), Lang::En);
        calendar.lines().filter(|it| it.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(uids("d"), ["UID:2026-06-23-a01-1@leon", "UID:2026-06-24-a01-1@leon"]);
    assert_eq!(uids("d"), uids("e"));
}

/// The rows of `a01`: date, category and minutes.
fn pay(table: &ResultTable) -> Vec<String> {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Integer(number) => number.to_string(),
        _ => String::new(),
    };
    let own = table.rows.iter().filter(|it| it[0] == Cell::Text("a01".into()));
    own.map(|row| [3, 4, 6].map(|at| text(&row[at])).join(" ")).collect()
}

#[test]
fn minutes_of_duties_are_what_their_date_and_clock_say() {
    for (first, last, duty, expected) in [
        // 23 to 07 as the clock is set back, 9 hours: 1 on Saturday, 8 on Sunday. Night is 23 to 06: 1 + 7 hours.
        (
            "2026-10-19",
            "2026-10-25",
            ("2026-10-24", "n"),
            vec![
                "2026-10-24 counted 540",
                "2026-10-24 night 60",
                "2026-10-24 saturday 60",
                "2026-10-25 night 420",
                "2026-10-25 sunday 480",
            ],
        ),
        // As it is set forward, 7 hours: 1 on Saturday, 6 on Sunday, 1 + 5 of them night.
        (
            "2026-03-23",
            "2026-03-29",
            ("2026-03-28", "n"),
            vec![
                "2026-03-28 counted 420",
                "2026-03-28 night 60",
                "2026-03-28 saturday 60",
                "2026-03-29 night 300",
                "2026-03-29 sunday 360",
            ],
        ),
        // Sunday night to Monday: 1 h Sunday; 6 h night and 1 h ordinary on Monday.
        (
            "2026-06-22",
            "2026-06-29",
            ("2026-06-28", "n"),
            vec![
                "2026-06-28 counted 480",
                "2026-06-28 night 60",
                "2026-06-28 sunday 60",
                "2026-06-29 ordinary 60",
                "2026-06-29 night 360",
            ],
        ),
        // 15 to 23 on a Tuesday: 2 ordinary hours, 6 of the evening.
        (
            "2026-06-22",
            "2026-06-28",
            ("2026-06-23", "e"),
            vec!["2026-06-23 counted 480", "2026-06-23 ordinary 120", "2026-06-23 evening 360"],
        ),
        // On call from 15:30 to 23: 450 minutes, of which a third counts.
        (
            "2026-06-22",
            "2026-06-28",
            ("2026-06-23", "h"),
            vec!["2026-06-23 counted 150", "2026-06-23 on_call_at_home 450"],
        ),
    ] {
        let (period, roster) = at(first, last, &[duty]);
        assert_eq!(pay(&pay_table(&period, &roster, &[])), expected, "{duty:?}");
    }
}

#[test]
fn holidays_fixed_duties_absences_and_what_a_check_finds_are_paid_by_their_own_names() {
    let (period, _) = at("2026-12-21", "2026-12-27", &[]);
    let mut tables = period.into_tables();
    let begins = TimeOfDay(12 * 60);
    let name = String::new();
    tables.public_holidays = vec![PublicHoliday { date: date("2026-12-24"), name, begins, lowers_norm: false }];
    let row = tables.people.iter().position(|it| it.id.as_str() == "a01").unwrap();
    let (from, to) = (date("2026-12-21").at(TimeOfDay(8 * 60)), date("2026-12-21").at(TimeOfDay(10 * 60)));
    tables.people[row].fixed_duties = vec![FixedDuty { label: "Kursus".into(), start: from, end: to }];
    let (from, to) = (date("2026-12-20").midnight(), date("2026-12-21").midnight());
    let kind = AbsenceKind::Illness;
    tables.people[row].absences = vec![Absence { kind, from, to, credited: Minutes(444), told: None }];
    let shift = tables.shift_types.iter_mut().find(|it| it.id.as_str() == "d").unwrap();
    shift.pause_paid = false;
    let period = Period::new(tables).unwrap();
    let duty = Assignment { person: "a01".into(), date: date("2026-12-24"), shift: "d".into(), function: None };
    let roster = Roster { assignments: vec![duty], uncovered: None };
    let found = PayFound {
        person: "a01".into(),
        date: date("2026-12-24"),
        category: PayCategory::MovedDuty,
        rule: Some("R9".into()),
        minutes: Minutes(480),
    };
    assert_eq!(
        pay(&pay_table(&period, &roster, &[found])),
        [
            "2026-12-21 counted 120",
            "2026-12-21 ordinary 120",
            "2026-12-21 illness 444",        // credited from the period's first date on
            "2026-12-24 counted 451",        // 8 hours less a pause of 29 minutes
            "2026-12-24 ordinary 300",       // 7 to 12
            "2026-12-24 public_holiday 180", // 12 to 15
            "2026-12-24 unpaid_pause 29",
            "2026-12-24 moved_duty 480",
        ]
    );
}

#[test]
fn hours_for_pay_of_the_example() {
    let (period, roster) = example();
    insta::assert_snapshot!(csv(pay_table(&period, &roster, &[])));
}

#[test]
fn the_workbook_holds_the_roster_and_its_tables() {
    let (period, roster) = example();
    let table = duty_table(&period, &roster);
    let results = Results { title: "Vagtplan".into(), tables: vec![table.clone()], ..Results::default() };
    let bytes = roster_workbook(&period, &roster, &results, Lang::Da).unwrap();
    assert_eq!(bytes, roster_workbook(&period, &roster, &results, Lang::Da).unwrap());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["m1", "amb", "Contents", "roster"]);

    // Every duty stands on its person's line, under its date; the grid of another unit says where it is.
    let ward = book.worksheet_range("m1").unwrap();
    let cell = |line: u32, at: u32| ward.get_value((line, at)).map(Data::to_string).unwrap_or_default();
    let (lines, columns) = ward.end().unwrap();
    let line = |person: &str| (0..=lines).find(|it| cell(*it, 0) == person).unwrap();
    for it in &roster.assignments {
        let column = 2 + (it.date - period.first) as u32;
        assert!(column <= columns);
        let text = cell(line(it.person.as_str()), column);
        assert!(text.starts_with(it.shift.as_str()), "{it:?}: {text}");
        assert_eq!(text.ends_with(" @amb"), it.shift.as_str() == "c", "{it:?}: {text}");
        assert_eq!(text.contains("coordinator"), it.function.is_some(), "{it:?}: {text}");
    }
    let written = (3..=lines).flat_map(|line| (2..=columns).map(move |at| (line, at)));
    let duties = written.filter(|it| !["", "ferie"].contains(&cell(it.0, it.1).as_str())).count();
    assert_eq!(duties, roster.assignments.len());
    // s03 is on holiday from 21 to 27 December.
    let away = (2..=columns).filter(|at| cell(line("s03"), *at) == "ferie").count();
    assert_eq!(away, 7);

    let list = book.worksheet_range("roster").unwrap();
    for (row, cells) in (1..).zip(&table.rows) {
        for (at, expected) in (0..).zip(cells) {
            let expected = match expected {
                Cell::Text(text) => text.clone(),
                Cell::Integer(number) => number.to_string(),
                _ => String::new(),
            };
            assert_eq!(list.get_value((row, at)).map(Data::to_string).unwrap_or_default(), expected, "{row} {at}");
        }
    }
}

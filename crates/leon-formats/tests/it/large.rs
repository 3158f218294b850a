//! A table of a million rows, and a day of 20,000 visits, are read whole.

use crate::damage::Files;
use leon_formats::check_case;
use leon_formats::day::{EXAMPLE, read_day, write_day};
use leon_model::{Day, Location, Seconds, TravelTimes};
use std::fmt::Write as _;

#[test]
fn a_million_needs() {
    let mut files = Files::example();
    let header = files.text("needs.csv").lines().next().unwrap().to_owned();
    // 1,000 places × 334 tasks × 3 complexities = 1,002,000 needs.
    let mut needs = header + "\n";
    for place in 0..1000 {
        files.append("places.csv", &format!("p{place},P {place},unit,nord,,,,,,,,,,,,\n"));
        for task in 0..334 {
            for complexity in ["low", "medium", "high"] {
                let _ = writeln!(needs, "p{place},home_care,t{task},{complexity},3.25,,,register,visitation");
            }
        }
    }
    for task in 0..334 {
        let cells = "odd_job,,,false,practical_help,practical_help,practical_help,1,,,register,visitation";
        files.append("tasks.csv", &format!("t{task},T,T,{cells}\n"));
    }
    files.put("needs.csv", needs);
    let checked = check_case(&files.0);
    assert_eq!(checked.problems, []);
    assert_eq!(checked.case.unwrap().needs.len(), 1_002_000);
}

#[test]
fn a_day_of_twenty_thousand_visits() {
    let mut tables = read_day("day.json", EXAMPLE).day.unwrap().into_tables();
    let (visits, home) = (tables.visits.clone(), tables.locations[0].clone());
    for number in 0..20_000 {
        let mut visit = visits[number % visits.len()].clone();
        visit.id = format!("w{number}").into();
        tables.visits.push(visit);
    }
    // 600 places: a matrix of 360,000 ways for each transport.
    tables.locations.extend((0..593).map(|number| Location { id: format!("x{number}").into(), ..home.clone() }));
    let row = |from: usize| (0..600).map(|to| Some(Seconds(from.abs_diff(to) as i64))).collect();
    for transport in &mut tables.transports {
        transport.times = TravelTimes::Matrix((0..600).map(row).collect());
    }
    let day = Day::new(tables).unwrap();
    let text = write_day(&day);
    let read = read_day("day.json", &text);
    assert_eq!(read.problems, []);
    assert_eq!(read.day.unwrap(), day);
}

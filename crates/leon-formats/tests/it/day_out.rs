//! A plan's lists, map and calendars.

use leon_formats::Lang;
use leon_formats::day::{Clock, EXAMPLE, carer_calendar, plan_map, plan_tables, read_day, read_plan};
use leon_formats::results::result_files;
use leon_model::{Day, Moment, RoutePlan};

/// A plan of some of the example's day: m01 by bike with a break, m03 at a screen, v04 left out.
const PLAN: &str = r#"{
  "schema": "leon/plan/1",
  "routes": [
    { "carer": "m01", "shift": 0, "transport": "cykel", "leave": "2026-11-23T07:05", "done": "2026-11-23T15:10",
      "travel_home_seconds": 240,
      "stops": [
        { "visit": "v01", "travel_seconds": 330,
          "arrive": "2026-11-23T07:10:30", "start": "2026-11-23T07:15", "end": "2026-11-23T07:45" },
        { "pause": 0, "travel_seconds": 200,
          "arrive": "2026-11-23T11:00", "start": "2026-11-23T11:00", "end": "2026-11-23T11:30" },
        { "visit": "v07", "travel_seconds": 200,
          "arrive": "2026-11-23T12:40", "start": "2026-11-23T12:40", "end": "2026-11-23T13:00" }
      ] },
    { "carer": "m03", "shift": 0, "leave": "2026-11-23T08:00", "done": "2026-11-23T12:00",
      "stops": [
        { "visit": "v05", "arrive": "2026-11-23T09:00", "start": "2026-11-23T09:00", "end": "2026-11-23T09:15" }
      ] }
  ],
  "left_out": [{ "visit": "v04" }]
}"#;

fn day_and_plan() -> (Day, RoutePlan) {
    (read_day("day.json", EXAMPLE).day.unwrap(), read_plan("plan.json", PLAN).plan.unwrap())
}

#[test]
fn lists() {
    let (day, plan) = day_and_plan();
    let files = result_files(&plan_tables(&day, &plan, &Clock::copenhagen())).unwrap();
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    insta::assert_snapshot!(["stops.csv", "routes.csv", "left_out.csv"].map(text).join("\n"));
}

#[test]
fn map() {
    let (day, plan) = day_and_plan();
    let map = plan_map(&day, &plan, &Clock::copenhagen());
    for visit in &day.visits {
        assert!(!map.contains(&visit.label) && !map.contains(&format!("\"{}\"", visit.citizen)), "{}", visit.id);
    }
    let value: serde_json::Value = serde_json::from_str(&map).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&value).unwrap());
}

#[test]
fn calendar() {
    let (day, plan) = day_and_plan();
    let made = Moment(1_795_400_000);
    let calendar = carer_calendar(&day, &plan, &"m01".into(), made, &Clock::copenhagen(), Lang::Da);
    assert!(calendar.lines().all(|line| line.len() <= 75), "lines are folded");
    assert_eq!(calendar.matches("\r\n").count(), calendar.matches('\n').count());
    insta::assert_snapshot!(calendar.replace("\r\n", "\n"));
    let nobody = carer_calendar(&day, &plan, &"m09".into(), made, &Clock::copenhagen(), Lang::Da);
    assert!(!nobody.contains("VEVENT"));
}

#[test]
fn a_plan_of_another_day_is_no_trouble() {
    let (day, plan) = day_and_plan();
    let mut tables = day.into_tables();
    tables.visits.retain(|it| it.id.as_str() != "v01");
    tables.orders.clear();
    tables.carers.retain(|it| it.id.as_str() != "m01");
    tables.visits.iter_mut().for_each(|it| {
        (it.wanted, it.unwanted, it.forbidden) = Default::default();
        it.pin = Default::default();
    });
    let day = Day::new(tables).unwrap();
    let clock = Clock::copenhagen();
    assert!(result_files(&plan_tables(&day, &plan, &clock)).is_ok());
    assert!(plan_map(&day, &plan, &clock).contains("v07"));
    assert!(carer_calendar(&day, &plan, &"m01".into(), Moment(0), &clock, Lang::En).contains("(v01)"));
}

//! Writes a day file: an entry a line, times with their offset.

use super::clock::Clock;
use super::rows::{
    CarPoolRow, CarerRow, CitizenRow, ContinuityRow, GroupRow, LevelRow, LocationRow, OrderRow, TransportRow, VisitRow,
};
use super::shapes::DAY_SCHEMA;
use leon_model::{Day, FaceContinuity, Goals};
use serde::Serialize;

/// A day file that is read again as the same day, times labelled by the Danish clock.
///
/// ```
/// use leon_formats::day::{EXAMPLE, read_day, write_day};
/// let day = read_day("day.json", EXAMPLE).day.unwrap();
/// assert_eq!(read_day("day.json", &write_day(&day)).day.unwrap(), day);
/// ```
pub fn write_day(day: &Day) -> String {
    let clock = Clock::copenhagen();
    let mut file = JsonLines::new(DAY_SCHEMA);
    if day.synthetic {
        file.field("synthetic", &true);
    }
    file.field("change_tolerance_minutes", &day.change_tolerance.0);
    if day.goals != Goals::default() {
        file.field("goals", &day.goals.levels.iter().map(|it| LevelRow::new(it)).collect::<Vec<_>>());
    }
    if day.continuity != FaceContinuity::default() {
        file.field("continuity", &ContinuityRow::new(day.continuity));
    }
    file.list("groups", day.groups.iter().map(GroupRow::new));
    file.list("locations", day.locations.iter().map(LocationRow::new));
    file.list("transports", day.transports.iter().map(|it| TransportRow::new(it, &clock)));
    file.list("car_pools", day.car_pools.iter().map(CarPoolRow::new));
    file.list("citizens", day.citizens.iter().map(CitizenRow::new));
    file.list("carers", day.carers.iter().map(|it| CarerRow::new(it, &clock)));
    file.list("visits", day.visits.iter().map(|it| VisitRow::new(it, &clock)));
    file.list("orders", day.orders.iter().map(OrderRow::new));
    file.finish()
}

/// A JSON object with a field a line, and lists with an entry a line.
pub(crate) struct JsonLines {
    text: String,
}

impl JsonLines {
    /// Begins with the format and its version.
    pub(crate) fn new(schema: &str) -> Self {
        Self { text: format!("{{\n  \"schema\": \"{schema}\"") }
    }

    pub(crate) fn field(&mut self, name: &str, value: &impl Serialize) {
        self.text += &format!(",\n  \"{name}\": {}", json(value));
    }

    pub(crate) fn list(&mut self, name: &str, rows: impl Iterator<Item = impl Serialize>) {
        let rows: Vec<String> = rows.map(|row| format!("\n    {}", json(&row))).collect();
        let end = if rows.is_empty() { "" } else { "\n  " };
        self.text += &format!(",\n  \"{name}\": [{}{end}]", rows.join(","));
    }

    pub(crate) fn finish(self) -> String {
        self.text + "\n}\n"
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("rows have text for names and no map with other keys")
}

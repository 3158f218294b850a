//! Reads locations and transports.

use crate::cause::Cause;
use crate::day::entry::{Entry, whole};
use crate::day::json::Node;
use crate::day::origin::Origin;
use leon_model::{Band, Location, Moment, Point, Seconds, Transport, TransportKind, TravelTimes};

/// How much longer ways are than the great circle, where a file does not say: an assumption. R. H. Ballou, H. Rahardja
/// and N. Sakai, *Selected country circuity factors for road travel distance estimation*, Transportation Research
/// Part A 36 (2002), doi 10.1016/S0965-8564(01)00044-1, measure such factors by country.
pub(in crate::day) const DETOUR: f64 = 1.3;

pub(super) fn location(entry: &Entry<'_, '_>) -> Location {
    let point = match (entry.number("latitude"), entry.number("longitude")) {
        (Some(latitude), Some(longitude)) => Some(Point { latitude, longitude }),
        (None, None) => None,
        (latitude, _) => {
            let field = if latitude.is_some() { "longitude" } else { "latitude" };
            if !entry.has(field) {
                entry.report(field, Cause::FieldMissing { field: field.to_owned(), example: "10.2".to_owned() });
            }
            None
        }
    };
    Location { id: entry.id("id"), point, access: entry.seconds("access_seconds").unwrap_or(Seconds::ZERO) }
}

pub(super) fn transport(entry: &Entry<'_, '_>, origin: &mut Origin) -> Transport {
    let times = if entry.has("travel_seconds") {
        for field in ["speed_kmh", "detour"].into_iter().filter(|it| entry.has(it)) {
            entry.report(field, Cause::MatrixAndSpeed {});
        }
        TravelTimes::Matrix(matrix(entry))
    } else {
        if !entry.has("speed_kmh") {
            entry.report("speed_kmh", Cause::NoTravelTimes {});
        }
        let speed_kmh = entry.number("speed_kmh").unwrap_or(1.0);
        TravelTimes::Straight { speed_kmh, detour: entry.number("detour").unwrap_or(DETOUR) }
    };
    Transport {
        id: entry.id("id"),
        kind: entry.word("kind", transport_kind).unwrap_or(TransportKind::Car),
        times,
        bands: bands(entry, origin),
    }
}

fn transport_kind(word: &str) -> Option<TransportKind> {
    Some(match word {
        "car" => TransportKind::Car,
        "bike" => TransportKind::Bike,
        "foot" => TransportKind::Foot,
        "public" => TransportKind::Public,
        _ => return None,
    })
}

fn matrix(entry: &Entry<'_, '_>) -> Vec<Vec<Option<Seconds>>> {
    let cell = |(at, node): (usize, Node<'_>), path: &str| {
        if node.is_null() {
            return None;
        }
        let seconds = whole(node, "300").map(Seconds);
        seconds.map_err(|cause| entry.source.report(node, &format!("{path}[{at}]"), cause)).ok()
    };
    let row = |(node, path): (Node<'_>, String)| match node.items() {
        Some(cells) => cells.into_iter().enumerate().map(|it| cell(it, &path)).collect(),
        None => {
            let example = "[0, 300, null]".to_owned();
            entry.source.report(node, &path, Cause::WrongKind { found: node.brief(), example });
            Vec::new()
        }
    };
    entry.items("travel_seconds").unwrap_or_default().into_iter().map(row).collect()
}

/// Each band on each of its dates, in order of time.
fn bands(entry: &Entry<'_, '_>, origin: &mut Origin) -> Vec<Band> {
    let mut bands: Vec<(usize, Band)> = Vec::new();
    entry.list("bands", |index, it| {
        let factor = it.number("factor").unwrap_or(1.0);
        let dates = it.dates(&["from"]);
        let from = |date| it.moment_on("from", date, None).unwrap_or(Moment(0));
        bands.extend(dates.into_iter().map(|date| (index, Band { from: from(date), factor })));
    });
    bands.sort_by_key(|(_, it)| it.from);
    for (at, (index, _)) in bands.iter().enumerate() {
        origin.moved(format!("bands[{at}]"), format!("bands[{index}]"));
    }
    bands.into_iter().map(|(_, band)| band).collect()
}

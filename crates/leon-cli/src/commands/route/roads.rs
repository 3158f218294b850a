//! `leon route roads`: a day with travel times from a road service.

use crate::args::RouteRoadsArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::route::read;
use crate::route::words::faults;
use crate::texts::Voice;
use leon_formats::day::write_day;
use leon_model::{Day, Seconds, Transport, TransportKind, TravelTimes};
use leon_roads::{NoConnection, Point, Roads, RoadsError, Service};
use std::io::ErrorKind;
use std::time::Duration;

pub fn run(args: &RouteRoadsArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::day(&args.day, voice)?;
    let points = points(&file.day, voice)?;
    let mut tables = file.day.into_tables();
    let mut asked = Vec::new();
    for transport in tables.transports.iter_mut().filter(|it| is_asked(args, it)) {
        let roads = roads(args, transport.kind);
        let rows = roads.matrix(&points).map_err(|error| refused(&error, voice))?;
        let seconds = |cell: Option<u32>| cell.map(|it| Seconds(it.into()));
        transport.times =
            TravelTimes::Matrix(rows.into_iter().map(|row| row.into_iter().map(seconds).collect()).collect());
        asked.push(transport.id.to_string());
    }
    if asked.is_empty() {
        return Err(Failure::Usage(voice.text("roads-no-transport")));
    }
    let day = Day::new(tables).map_err(|problems| {
        let reason = faults(&problems, &file.clock, voice);
        Failure::Input(voice.text_with("ask-no-day", &[("reason", reason.into())]))
    })?;
    read::put(&args.out, &write_day(&day), voice)?;
    let variables = [
        ("transports", asked.join(", ").into()),
        ("places", voice.count(points.len()).into()),
        ("file", args.out.display().to_string().into()),
    ];
    print(&format!("{}\n", voice.text_with("roads-done", &variables)));
    Ok(())
}

/// Transports that are named; when none is, all that go by road.
fn is_asked(args: &RouteRoadsArgs, transport: &Transport) -> bool {
    match &args.transport {
        Some(id) => transport.id == *id,
        None => transport.kind != TransportKind::Public,
    }
}

fn roads(args: &RouteRoadsArgs, kind: TransportKind) -> Roads {
    let (service, url) = match (&args.osrm, &args.valhalla) {
        (Some(url), _) => (Service::Osrm, url.as_str()),
        (None, url) => (Service::Valhalla, url.as_deref().unwrap_or_default()),
    };
    let usual = match (service, kind) {
        (Service::Osrm, TransportKind::Bike) => "cycling",
        (Service::Osrm, TransportKind::Foot) => "walking",
        (Service::Osrm, _) => "driving",
        (Service::Valhalla, TransportKind::Bike) => "bicycle",
        (Service::Valhalla, TransportKind::Foot) => "pedestrian",
        (Service::Valhalla, _) => "auto",
    };
    Roads {
        cache: args.cache.clone(),
        timeout: Duration::from_secs(args.timeout),
        ..Roads::new(service, url, args.profile.as_deref().unwrap_or(usual))
    }
}

/// The points of all places, in their order.
fn points(day: &Day, voice: Voice) -> Result<Vec<Point>, Failure> {
    let point = |it: &leon_model::Location| {
        let point = it.point.map(|it| Point { lat: it.latitude, lon: it.longitude });
        let said = || Failure::Input(voice.text_with("roads-no-point", &[("id", it.id.to_string().into())]));
        point.ok_or_else(said)
    };
    day.locations.iter().map(point).collect()
}

/// Why there are no travel times, in words.
fn refused(error: &RoadsError, voice: Voice) -> Failure {
    let attempts = |attempts: u32| ("attempts", voice.count(attempts as usize).into());
    let status = |status: u16| ("status", status.to_string().into());
    let (key, variables) = match error {
        RoadsError::BadUrl => return Failure::Usage(voice.text("roads-bad-url")),
        RoadsError::BadProfile => return Failure::Usage(voice.text("roads-bad-profile")),
        RoadsError::NoConnection { attempts: n, reason } => {
            ("roads-no-connection", vec![attempts(*n), ("reason", no_connection(reason, voice).into())])
        }
        RoadsError::TimedOut { timeout, attempts: n } => {
            let seconds = voice.count(timeout.as_secs() as usize).into();
            ("roads-timed-out", vec![attempts(*n), ("seconds", seconds)])
        }
        RoadsError::BrokenOff { attempts: n } => ("roads-broken-off", vec![attempts(*n)]),
        RoadsError::Failed { status: s, attempts: n, .. } => ("roads-failed", vec![status(*s), attempts(*n)]),
        RoadsError::Refused { status: s, message } => {
            ("roads-refused", vec![status(*s), ("reason", message.as_str().into())])
        }
        RoadsError::BadPoint { index } => ("roads-bad-point", vec![("point", voice.count(index + 1).into())]),
        RoadsError::TooLarge { megabytes_max } => {
            ("roads-too-large", vec![("megabytes", voice.count(*megabytes_max as usize).into())])
        }
        RoadsError::NotAnAnswer { service } => ("roads-not-an-answer", vec![("service", (*service).into())]),
        RoadsError::WrongSize { found, expected } => (
            "roads-wrong-size",
            vec![("found", voice.count(*found).into()), ("expected", voice.count(*expected).into())],
        ),
        RoadsError::BadTime => ("roads-bad-time", vec![]),
        RoadsError::Cache(kind) => ("roads-cache", vec![("said", kind.to_string().into())]),
        other => ("roads-other", vec![("said", other.to_string().into())]),
    };
    Failure::Internal(voice.text_with(key, &variables))
}

/// Why there is no connection, in words.
fn no_connection(reason: &NoConnection, voice: Voice) -> String {
    match reason {
        NoConnection::UnknownHost => voice.text("roads-host-unknown"),
        NoConnection::Io(ErrorKind::ConnectionRefused) => voice.text("roads-not-running"),
        NoConnection::Encryption => voice.text("roads-encryption"),
        NoConnection::Protocol => voice.text("roads-protocol"),
        other => voice.text_with("roads-machine-says", &[("said", other.to_string().into())]),
    }
}

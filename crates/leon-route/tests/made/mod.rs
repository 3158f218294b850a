//! Days made for tests: a few lines of their own, or made up by the generator.
#![allow(dead_code)] // each test file uses a part of it

use leon_formats::read_case;
use leon_generate::{DayOptions, generate_day};
use leon_model::*;
use std::path::Path;

/// A time of 1970-01-01.
pub fn at(hour: i64, minute: i64) -> Moment {
    Moment((hour * 60 + minute) * 60)
}

/// Works from 8 to 16 from the office and back, by car.
pub fn carer(id: &str) -> Carer {
    let work = Work::Visiting(Travelling {
        transport: "car".into(),
        car: None,
        from: Some("office".into()),
        to: Some("office".into()),
        travel_max: None,
    });
    let (start, end) = (at(8, 0), at(16, 0));
    let shift = Shift { start, end, overtime_max: Minutes(0), work, visits_max: None, pauses: vec![] };
    Carer {
        id: id.into(),
        group: "ssh".into(),
        competences: vec![],
        trainee: false,
        burden_before: Minutes(0),
        shifts: vec![shift],
    }
}

/// Half an hour at any time of the day, at a place of its own, for a citizen of its own.
pub fn visit(id: &str) -> Visit {
    Visit {
        id: id.into(),
        citizen: format!("citizen-{id}").as_str().into(),
        location: format!("home-{id}").as_str().into(),
        label: String::new(),
        task: None,
        windows: vec![Window { open: at(8, 0), soft_close: None, close: at(16, 0), late_weight: 1.0 }],
        slots: vec![slot()],
        meetings: vec![],
        mode: Mode::Physical,
        necessity: Necessity::Mandatory { priority: 1 },
        wanted: vec![],
        unwanted: vec![],
        forbidden: vec![],
        pin: Pin::default(),
    }
}

pub fn slot() -> Slot {
    Slot {
        competences: vec![],
        groups: vec![],
        duration: Minutes(30),
        duration_by_group: vec![],
        duration_by_screen: None,
        needed: true,
        trainee: false,
    }
}

/// A day in which every way takes 10 minutes by car and 30 on foot. There are homes for v1 to v4, w and new.
pub fn tables(carers: &[Carer], visits: &[Visit]) -> DayTables {
    let ids = ["v1", "v2", "v3", "v4", "w", "new"];
    let mut locations = vec![Location { id: "office".into(), point: None, access: Seconds(0) }];
    let homes = ids.iter().map(|id| format!("home-{id}"));
    locations.extend(homes.map(|id| Location { id: id.as_str().into(), point: None, access: Seconds(0) }));
    let matrix = |minutes: i64| {
        let row = |from| (0..7).map(|to| Some(Seconds(if from == to { 0 } else { minutes * 60 }))).collect();
        TravelTimes::Matrix((0..7).map(row).collect())
    };
    let transport = |id: &str, kind, minutes| Transport { id: id.into(), kind, times: matrix(minutes), bands: vec![] };
    let citizens = ids.iter().map(|id| format!("citizen-{id}"));
    let citizens = citizens.map(|id| Citizen { id: id.as_str().into(), dementia: false, faces: vec![] });
    DayTables {
        groups: vec![DayGroup {
            id: "ssh".into(),
            name_da: String::new(),
            name_en: String::new(),
            level: 1,
            dkk_per_hour: Kroner(200.0),
            overtime_dkk_per_hour: Kroner(300.0),
        }],
        locations,
        transports: vec![transport("car", TransportKind::Car, 10), transport("foot", TransportKind::Foot, 30)],
        citizens: citizens.collect(),
        carers: carers.to_vec(),
        visits: visits.to_vec(),
        ..DayTables::default()
    }
}

pub fn tiny(carers: &[Carer], visits: &[Visit]) -> Day {
    Day::new(tables(carers, visits)).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A plan in which carers begin their first slots at these times, with ways of 10 minutes.
pub fn plan_of(day: &Day, routes: &[(&str, &[(&str, Moment)])]) -> RoutePlan {
    let way = Seconds(600);
    let route = |&(carer, visits): &(&str, &[(&str, Moment)])| {
        let leave = visits[0].1 - way;
        let mut stops: Vec<Stop> = Vec::new();
        for &(visit, start) in visits {
            let row = &day.visits[day.visit_index(&visit.into()).unwrap()];
            let before = stops.last().map_or(leave, |stop| stop.end);
            let doing = Doing::Visit { visit: visit.into(), slot: 0 };
            let end = start + Seconds::from(row.slots[0].duration);
            stops.push(Stop { doing, travel: way, arrive: before + way, start, end });
        }
        let done = stops[stops.len() - 1].end + way;
        let transport = Some("car".into());
        Route { carer: carer.into(), shift: 0, transport, leave, stops, travel_home: way, done }
    };
    let plan = RoutePlan { routes: routes.iter().map(route).collect(), left_out: vec![] };
    let filled = |visit: &VisitId| plan.visits().any(|(_, _, it, _)| it == visit);
    let left_out = day.visits.iter().filter(|visit| !filled(&visit.id));
    let left_out = left_out.map(|visit| LeftOut { visit: visit.id.clone(), slot: 0 }).collect();
    RoutePlan { left_out, ..plan }
}

/// A made-up day.
pub fn generated(visits: usize, seed: u64) -> Day {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    let case = read_case(&folder).expect("the Danish case reads");
    let monday = Moment(1_795_388_400); // 2026-11-23T00:00+01:00
    generate_day(&case, &DayOptions::new("461", visits, seed, monday)).expect("a day")
}

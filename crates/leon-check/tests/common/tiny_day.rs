//! Days small enough to reckon by hand.
//!
//! The world of [`TinyDay`]: the office `o` and the homes `a`, `b`, `c` on a line, 10 minutes between neighbours by
//! car (o–a 10, o–b 20, a–c 20), twice that by bike, 60 s of access at `c`, none elsewhere. Groups `helper` (level 1,
//! 200 kr an hour, 300 beyond the shift) and `nurse` (level 3, 300 and 450). Instants are minutes after midnight of
//! the first of January 1970. Carers begin and end at the office, from 480 (8:00) to 720 (12:00).

#![allow(dead_code, reason = "each test binary uses its part")]

use leon_model::*;

/// Tables in the making.
pub struct TinyDay(pub DayTables);

/// So many minutes after midnight.
pub fn clock(minutes: i64) -> Moment {
    Moment(minutes * 60)
}

const PLACES: [&str; 4] = ["o", "a", "b", "c"];

impl TinyDay {
    pub fn new() -> Self {
        let group = |id: &str, level, dkk, overtime| DayGroup {
            id: id.into(),
            name_da: String::new(),
            name_en: String::new(),
            level,
            dkk_per_hour: Kroner(dkk),
            overtime_dkk_per_hour: Kroner(overtime),
        };
        let location =
            |id: &str| Location { id: id.into(), point: None, access: Seconds(if id == "c" { 60 } else { 0 }) };
        let transport = |id: &str, kind, minutes: i64| Transport {
            id: id.into(),
            kind,
            times: TravelTimes::Matrix(
                (0..4_i64).map(|i| (0..4).map(|j| Some(Seconds((i - j).abs() * minutes * 60))).collect()).collect(),
            ),
            bands: vec![],
        };
        Self(DayTables {
            groups: vec![group("helper", 1, 200.0, 300.0), group("nurse", 3, 300.0, 450.0)],
            locations: PLACES.map(location).into(),
            transports: vec![transport("car", TransportKind::Car, 10), transport("bike", TransportKind::Bike, 20)],
            ..DayTables::default()
        })
    }

    /// A carer by car with the competence `basic`, from the office and back to it.
    pub fn carer(mut self, id: &str, group: &str) -> Self {
        let travelling = Travelling {
            transport: "car".into(),
            car: None,
            from: Some("o".into()),
            to: Some("o".into()),
            travel_max: None,
        };
        self.0.carers.push(Carer {
            id: id.into(),
            group: group.into(),
            competences: vec!["basic".into()],
            trainee: false,
            burden_before: Minutes(0),
            shifts: vec![Shift {
                start: clock(480),
                end: clock(720),
                overtime_max: Minutes(0),
                work: Work::Visiting(travelling),
                visits_max: None,
                pauses: vec![],
            }],
        });
        self
    }

    /// A visit of `minutes` at a home, to the citizen who lives there, at any time of the day, by anybody.
    pub fn visit(mut self, id: &str, location: &str, minutes: i64) -> Self {
        let citizen = CitizenId::from(format!("citizen-{location}"));
        if !self.0.citizens.iter().any(|it| it.id == citizen) {
            self.0.citizens.push(Citizen { id: citizen.clone(), dementia: false, faces: vec![] });
        }
        self.0.visits.push(Visit {
            id: id.into(),
            citizen,
            location: location.into(),
            label: id.to_owned(),
            task: None,
            windows: vec![Window { open: clock(0), soft_close: None, close: clock(1440), late_weight: 1.0 }],
            slots: vec![slot(minutes)],
            meetings: vec![],
            mode: Mode::Physical,
            necessity: Necessity::Mandatory { priority: 5 },
            wanted: vec![],
            unwanted: vec![],
            forbidden: vec![],
            pin: Pin::default(),
        });
        self
    }

    /// The carer named last, changed.
    pub fn with_carer(mut self, change: impl FnOnce(&mut Carer)) -> Self {
        change(self.0.carers.last_mut().expect("a carer"));
        self
    }

    /// The shift of the carer named last, changed.
    pub fn with_shift(self, change: impl FnOnce(&mut Shift)) -> Self {
        self.with_carer(|it| change(&mut it.shifts[0]))
    }

    /// How the carer named last gets about, changed.
    pub fn travelling(self, change: impl FnOnce(&mut Travelling)) -> Self {
        self.with_shift(|it| match &mut it.work {
            Work::Visiting(travelling) => change(travelling),
            Work::Screen => panic!("a screen carer does not travel"),
        })
    }

    /// The carer named last works by screen.
    pub fn screen(self) -> Self {
        self.with_shift(|it| it.work = Work::Screen)
    }

    /// A pause of the carer named last.
    pub fn pause(self, earliest: i64, latest: i64, minutes: i64, location: Option<&str>) -> Self {
        self.with_shift(|it| {
            it.pauses.push(Pause {
                kind: PauseKind::Break,
                earliest: clock(earliest),
                latest: clock(latest),
                duration: Minutes(minutes),
                location: location.map(LocationId::from),
                paid: false,
            });
        })
    }

    /// The visit named last, changed.
    pub fn with_visit(mut self, change: impl FnOnce(&mut Visit)) -> Self {
        change(self.0.visits.last_mut().expect("a visit"));
        self
    }

    /// The first slot of the visit named last, changed.
    pub fn with_slot(self, change: impl FnOnce(&mut Slot)) -> Self {
        self.with_visit(|it| change(&mut it.slots[0]))
    }

    /// One more slot of the visit named last, that begins `from` to `to` minutes after the first.
    pub fn and_slot(self, slot: Slot, from: i64, to: i64) -> Self {
        self.with_visit(|it| {
            it.slots.push(slot);
            it.meetings.push(Meeting { from: Seconds(from * 60), to: Seconds(to * 60) });
        })
    }

    /// The only window of the visit named last.
    pub fn window(self, open: i64, soft_close: Option<i64>, close: i64) -> Self {
        let window =
            Window { open: clock(open), soft_close: soft_close.map(clock), close: clock(close), late_weight: 1.0 };
        self.with_visit(|it| it.windows = vec![window])
    }

    pub fn order(mut self, first: &str, second: &str, gap_min: i64, gap_max: Option<i64>) -> Self {
        self.0.orders.push(Order {
            first: first.into(),
            second: second.into(),
            gap_min: Seconds(gap_min * 60),
            gap_max: gap_max.map(|it| Seconds(it * 60)),
        });
        self
    }

    /// A pool of cars, that the carer named last takes one from, or goes by bike.
    pub fn pool_car(mut self, pool: &str, cars: u32) -> Self {
        if !self.0.car_pools.iter().any(|it| it.id == pool.into()) {
            self.0.car_pools.push(CarPool { id: pool.into(), cars });
        }
        let car = PoolCar { pool: pool.into(), without_car: Some("bike".into()) };
        self.travelling(|it| it.car = Some(car))
    }

    pub fn day(self) -> Day {
        Day::new(self.0).unwrap_or_else(|problems| panic!("{problems:?}"))
    }
}

/// A needed slot of so many minutes, for anybody.
pub fn slot(minutes: i64) -> Slot {
    Slot {
        competences: vec![],
        groups: vec![],
        duration: Minutes(minutes),
        duration_by_group: vec![],
        duration_by_screen: None,
        needed: true,
        trainee: false,
    }
}

/// Writing a plan stop by stop, in minutes.
pub trait DraftRoute: Sized {
    /// A route by car of a carer's first shift that leaves at `leave`.
    fn route(self, carer: &str, leave: i64) -> Self;
    /// By another transport; nothing for a screen.
    fn by(self, transport: Option<&str>) -> Self;
    /// The next stop: so long a way, then a start as soon as the carer arrives.
    fn stop(self, doing: Doing, travel: i64, minutes: i64) -> Self;
    /// The last stop begins so much after arrival.
    fn wait(self, minutes: i64) -> Self;
    /// The way home of so long; without, it is nothing.
    fn home(self, travel: i64) -> Self;
    fn leave_out(self, visit: &str, slot: usize) -> Self;

    /// The first slot of a visit.
    fn at(self, visit: &str, travel: i64, minutes: i64) -> Self {
        self.fill(visit, 0, travel, minutes)
    }

    fn fill(self, visit: &str, slot: usize, travel: i64, minutes: i64) -> Self {
        self.stop(Doing::Visit { visit: visit.into(), slot }, travel, minutes)
    }

    fn pause(self, pause: usize, travel: i64, minutes: i64) -> Self {
        self.stop(Doing::Pause { pause }, travel, minutes)
    }
}

impl DraftRoute for RoutePlan {
    fn route(mut self, carer: &str, leave: i64) -> Self {
        self.routes.push(Route {
            carer: carer.into(),
            shift: 0,
            transport: Some("car".into()),
            leave: clock(leave),
            stops: vec![],
            travel_home: Seconds(0),
            done: clock(leave),
        });
        self
    }

    fn by(mut self, transport: Option<&str>) -> Self {
        last(&mut self).transport = transport.map(TransportId::from);
        self
    }

    fn stop(mut self, doing: Doing, travel: i64, minutes: i64) -> Self {
        let route = last(&mut self);
        let start = route.done + Seconds(travel * 60);
        let end = start + Seconds(minutes * 60);
        route.stops.push(Stop { doing, travel: Seconds(travel * 60), arrive: start, start, end });
        route.done = end;
        self
    }

    fn wait(mut self, minutes: i64) -> Self {
        let route = last(&mut self);
        let stop = route.stops.last_mut().expect("a stop to wait before");
        (stop.start, stop.end) = (stop.start + Seconds(minutes * 60), stop.end + Seconds(minutes * 60));
        route.done = stop.end;
        self
    }

    fn home(mut self, travel: i64) -> Self {
        let route = last(&mut self);
        route.travel_home = Seconds(travel * 60);
        route.done = route.done + route.travel_home;
        self
    }

    fn leave_out(mut self, visit: &str, slot: usize) -> Self {
        self.left_out.push(LeftOut { visit: visit.into(), slot });
        self
    }
}

fn last(plan: &mut RoutePlan) -> &mut Route {
    plan.routes.last_mut().expect("a route")
}

/// A plan without routes, to draft on.
pub fn plan() -> RoutePlan {
    RoutePlan::default()
}

//! A star of equal legs: the office in the middle, ten minutes to each home, twenty between any two homes.

use leon_generate::Terrain;
use leon_ledger::Account;
use leon_measure::{MeasureError, Quantity, SampledDay, StudyOptions, measure, measure_day};
use leon_model::*;

const VISITS: usize = 20;

/// One carer with 24 hours; 20 visits of 30 minutes at any time, every tenth of them of the task `tenth`.
/// Without a measure: 20 × 30 = 600 minutes of care, and 10 + 19 × 20 + 10 = 400 of travel, in any order.
fn star() -> SampledDay {
    let names: Vec<String> =
        std::iter::once("office".into()).chain((1..=VISITS).map(|i| format!("home-{i}"))).collect();
    let leg = |from: usize, to: usize| match (from, to) {
        _ if from == to => 0,
        (0, _) | (_, 0) => 10 * 60,
        _ => 20 * 60,
    };
    let row = |from: usize| (0..names.len()).map(|to| Some(Seconds(leg(from, to)))).collect();
    let visiting = Travelling {
        transport: "car".into(),
        car: None,
        from: Some("office".into()),
        to: Some("office".into()),
        travel_max: None,
    };
    let shift = Shift {
        start: Moment(0),
        end: Moment(24 * 3600),
        overtime_max: Minutes(0),
        work: Work::Visiting(visiting),
        visits_max: None,
        pauses: vec![],
    };
    let tables = DayTables {
        groups: vec![DayGroup {
            id: "ssh".into(),
            name_da: String::new(),
            name_en: String::new(),
            level: 1,
            dkk_per_hour: Kroner(200.0),
            overtime_dkk_per_hour: Kroner(300.0),
        }],
        locations: names
            .iter()
            .map(|it| Location { id: it.as_str().into(), point: None, access: Seconds(0) })
            .collect(),
        transports: vec![Transport {
            id: "car".into(),
            kind: TransportKind::Car,
            times: TravelTimes::Matrix((0..names.len()).map(row).collect()),
            bands: vec![],
        }],
        citizens: (1..=VISITS)
            .map(|i| Citizen { id: format!("B{i}").into(), dementia: false, faces: vec![] })
            .collect(),
        carers: vec![Carer {
            id: "eva".into(),
            group: "ssh".into(),
            competences: vec![],
            trainee: false,
            burden_before: Minutes(0),
            shifts: vec![shift],
        }],
        visits: (1..=VISITS).map(visit).collect(),
        ..DayTables::default()
    };
    SampledDay::given("star", Terrain::Town, Day::new(tables).unwrap(), 1)
}

fn visit(number: usize) -> Visit {
    let task = if number.is_multiple_of(10) { "tenth" } else { "other" };
    Visit {
        id: format!("V{number}").into(),
        citizen: format!("B{number}").into(),
        location: format!("home-{number}").into(),
        label: String::new(),
        task: Some((task.into(), Complexity::Low)),
        windows: vec![Window { open: Moment(0), soft_close: None, close: Moment(23 * 3600), late_weight: 1.0 }],
        slots: vec![Slot {
            competences: vec![],
            groups: vec![],
            duration: Minutes(30),
            duration_by_group: vec![],
            duration_by_screen: None,
            needed: true,
            trainee: false,
        }],
        meetings: vec![],
        mode: Mode::Physical,
        necessity: Necessity::Mandatory { priority: 1 },
        wanted: vec![],
        unwanted: vec![],
        forbidden: vec![],
        pin: Pin::default(),
    }
}

fn figure(value: f64) -> Figure {
    Figure::exact(value, EvidenceClass::Assumption, "test")
}

/// Taken up by everybody whom it is about.
fn about_tenths(changes: Vec<MeasureChange>, costs: Vec<MeasureCost>) -> Measure {
    let table = MeasureTable {
        id: "m".into(),
        name_da: "m".into(),
        name_en: "m".into(),
        technology: None,
        tasks: vec!["tenth".into()],
        complexities: vec![],
        eligible: figure(1.0),
        adoption: figure(1.0),
        drop_out: figure(0.0),
        failure: figure(0.0),
        changes,
        costs,
        sources: vec![("test".into(), "test".into())],
    };
    Measure::new(table).unwrap()
}

fn options() -> StudyOptions {
    StudyOptions { iterations: 500, ..StudyOptions::default() }
}

/// Released, and of that care, travel and operation.
fn released(measure: &Measure, day: &SampledDay) -> [f64; 4] {
    let pair = measure_day(&[measure], day, &options()).unwrap();
    let accounts = [Account::Care, Account::Travel, Account::TechnologyOperation].map(Quantity::Account);
    let of = |quantity: &Quantity| pair.less.get(quantity).copied().unwrap_or(0.0);
    let [care, travel, operation] = accounts.each_ref().map(of);
    [of(&Quantity::Released), care, travel, operation]
}

#[test]
fn what_is_released_is_what_arithmetic_says() {
    let screen = MeasureChange::Screen { factor: figure(0.6), group: "ssh".into(), filled: figure(0.5) };
    let support = MeasureCost::Support { hours_per_user_week: figure(0.7), group: "ssh".into() };
    let set_up = MeasureCost::SetUp { hours_per_user: figure(7.0), weeks: figure(10.0), group: "ssh".into() };
    let refill = MeasureCost::Visit { per_user_week: figure(7.0), minutes: figure(5.0), groups: vec!["ssh".into()] };
    let table = [
        // Two visits of 30 minutes less, and for each the way of 20.
        (vec![MeasureChange::Disappears], vec![], [100.0, 60.0, 40.0, 0.0]),
        // 30 → 12 minutes, and the carer has to drive there all the same.
        (vec![MeasureChange::Duration { factor: figure(0.4) }], vec![], [36.0, 36.0, 0.0, 0.0]),
        // 30 → 18 minutes at a screen, and nobody drives.
        (vec![screen], vec![], [64.0, 24.0, 40.0, 0.0]),
        // 0.7 hours a week are 6 minutes a day, for two users.
        (vec![MeasureChange::Disappears], vec![support], [88.0, 60.0, 40.0, -12.0]),
        // 7 hours over 10 weeks are the same.
        (vec![MeasureChange::Disappears], vec![set_up], [88.0, 60.0, 40.0, -12.0]),
        // Two visits of 5 minutes to operate it instead of two of 30: the way is there again.
        (vec![MeasureChange::Disappears], vec![refill], [50.0, 60.0, 0.0, -10.0]),
        (vec![], vec![], [0.0; 4]),
    ];
    for (changes, costs, wanted) in table {
        let shown = format!("{changes:?}, {costs:?}");
        assert_eq!(released(&about_tenths(changes, costs), &star()), wanted, "{shown}");
    }
}

#[test]
fn a_visit_with_another_errand_is_made_all_the_same() {
    let mut day = star();
    // Half of V10 and V20 is for something else: 15 minutes less each, and the same way.
    for errands in day.errands.iter_mut().filter(|it| it[0].0.as_str() == "tenth") {
        *errands = vec![("tenth".into(), 0.5), ("other".into(), 0.5)];
    }
    assert_eq!(released(&about_tenths(vec![MeasureChange::Disappears], vec![]), &day), [30.0, 30.0, 0.0, 0.0]);
    let screen = MeasureChange::Screen { factor: figure(0.6), group: "ssh".into(), filled: figure(0.5) };
    assert_eq!(released(&about_tenths(vec![screen], vec![]), &day), [0.0; 4]);
}

#[test]
fn a_second_measure_finds_what_the_first_has_left() {
    let gone = about_tenths(vec![MeasureChange::Disappears], vec![]);
    let pair = measure_day(&[&gone, &gone], &star(), &options()).unwrap();
    assert_eq!(pair.less[&Quantity::Released], 100.0, "no visit is saved twice");
}

#[test]
fn a_day_alone_gives_no_interval() {
    let gone = about_tenths(vec![MeasureChange::Disappears], vec![]);
    let one = measure(&[&gone], &[star()], |_| 1.0, &options(), None);
    assert_eq!(one, Err(MeasureError::TooFewDays { days: 1 }));
    let two = measure(&[&gone], &[star(), star()], |_| 1.0, &options(), None).unwrap();
    assert_eq!((two.released().mean, two.released().half_width), (100.0, 0.0));
    // 100 of 600 + 400 minutes.
    assert!((two.share().mean - 0.1).abs() < 1e-12);
}

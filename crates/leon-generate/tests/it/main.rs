//! Days made up from the Danish case.

mod greedy;
mod greedy_roster;
mod periods;

use leon_formats::read_case;
use leon_generate::{DayOptions, GenerateError, Terrain, generate_day, terrain_of};
use leon_model::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// Local midnight of Thursday 3 December 2026 in Copenhagen.
const MIDNIGHT: Moment = Moment(1_796_252_400);

/// Copenhagen, Aarhus and Ringkøbing-Skjern: town, mixed and rural.
const TOWN: &str = "101";
const MIXED: &str = "751";
const RURAL: &str = "760";

fn denmark() -> &'static Case {
    static CASE: OnceLock<Case> = OnceLock::new();
    CASE.get_or_init(|| {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
        read_case(&dir).unwrap_or_else(|problems| panic!("{problems:?}"))
    })
}

fn options(place: &str, visits: usize, seed: u64) -> DayOptions {
    DayOptions::new(place, visits, seed, MIDNIGHT)
}

fn day(options: &DayOptions) -> Day {
    generate_day(denmark(), options).unwrap_or_else(|error| panic!("{options:?}: {error}"))
}

fn is_double(visit: &Visit) -> bool {
    visit.slots.iter().filter(|slot| slot.needed).count() == 2
}

fn may(carer: &Carer, slot: &Slot) -> bool {
    let able = slot.competences.iter().all(|it| carer.competences.contains(it));
    carer.trainee == slot.trainee && slot.groups.contains(&carer.group) && able
}

#[test]
fn the_same_seed_gives_the_same_day() {
    let one = options(MIXED, 350, 1);
    assert_eq!(format!("{:?}", day(&one)), format!("{:?}", day(&one)));
    assert_ne!(day(&one), day(&options(MIXED, 350, 2)));
}

#[test]
fn one_more_double_visit_moves_no_house() {
    let (few, many) = (options(MIXED, 350, 1), DayOptions { double_share: Some(0.2), ..options(MIXED, 350, 1) });
    let (few, many) = (day(&few), day(&many));
    assert_eq!(few.locations, many.locations);
    assert_eq!(many.visits.iter().filter(|it| is_double(it)).count(), 70); // 0.2 × 350
}

#[test]
fn any_size_has_the_visits_asked_for() {
    for visits in [20, 350, 3_000, 20_000] {
        let day = day(&options(MIXED, visits, 1));
        assert_eq!(day.visits.len(), visits);
        assert!(day.synthetic);
        // 6 % of the visits are double, 3 % can be by screen.
        assert_eq!(day.visits.iter().filter(|it| is_double(it)).count(), (0.06 * visits as f64).round() as usize);
        let screens = day.visits.iter().filter(|it| it.mode != Mode::Physical);
        assert_eq!(screens.count(), (0.03 * visits as f64).round() as usize);
        // Dementia: 15 %, standard error √(n × 0.15 × 0.85).
        let citizens = day.citizens.len() as f64;
        let dementia = day.citizens.iter().filter(|it| it.dementia).count() as f64;
        assert!(
            (dementia - 0.15 * citizens).abs() <= 4.0 * (citizens * 0.15 * 0.85).sqrt(),
            "{dementia} of {citizens}"
        );
        let ids = day.visits.iter().map(|it| it.id.as_str()).chain(day.citizens.iter().map(|it| it.id.as_str()));
        assert!(ids.chain(day.carers.iter().map(|it| it.id.as_str())).all(|id| !looks_like_cpr(id)));
    }
}

#[test]
fn everybody_needed_is_there() {
    for (place, seed) in [(TOWN, 1), (MIXED, 2), (RURAL, 3), (TOWN, 4)] {
        let day = day(&options(place, 20, seed));
        for visit in &day.visits {
            let [open, close] = [visit.windows[0].open, visit.windows[0].close];
            for slot in &visit.slots {
                let there = |carer: &&Carer| {
                    may(carer, slot) && carer.shifts.iter().any(|it| it.start <= close && open < it.end)
                };
                assert!(day.carers.iter().any(|it| there(&it)), "{place} {seed}: {visit:?}");
            }
        }
    }
}

#[test]
fn a_planner_of_the_simplest_kind_serves_nearly_everybody() {
    // It moves nothing that it has planned, so a few are left: of 4 × 350 up to 3 % where ways are short, 6 % where
    // they are long.
    for (place, most) in [(TOWN, 3.0), (MIXED, 3.0), (RURAL, 6.0)] {
        let left_out: usize = (1..=4).map(|seed| greedy::left_out(&day(&options(place, 350, seed))).len()).sum();
        let share = 100.0 * left_out as f64 / 1_400.0;
        println!("{place}: {share:.1} %");
        assert!(share <= most, "{place}: {share:.1} % left out");
    }
}

#[test]
fn without_spare_hands_more_are_left_out() {
    let left_out = |spare| {
        let options = |seed| DayOptions { spare_share: Some(spare), ..options(MIXED, 350, seed) };
        (1..=3).map(|seed| greedy::left_out(&day(&options(seed))).len()).sum::<usize>()
    };
    assert!(left_out(-0.4) > 3 * left_out(0.12));
}

#[test]
fn terrain_follows_density_and_decides_how_people_get_about() {
    let cars = |day: &Day| {
        let shifts: Vec<&Shift> = day.carers.iter().flat_map(|it| &it.shifts).collect();
        let drivers = shifts.iter().filter(|it| matches!(&it.work, Work::Visiting(way) if way.car.is_some())).count();
        drivers as f64 / shifts.len() as f64
    };
    let [town, mixed, rural] = [TOWN, MIXED, RURAL].map(|place| day(&options(place, 3_000, 1)));
    assert!(cars(&town) < cars(&mixed) && cars(&mixed) < cars(&rural));
    // Fewer cars than carers: evening and night drive the same ones.
    assert!((rural.car_pools[0].cars as usize) < rural.carers.len());
    assert!(rural.transports[0].bands.is_empty() && !town.transports[0].bands.is_empty());
    let forced = DayOptions { terrain: Some(Terrain::Rural), cars: Some(7), ..options(TOWN, 350, 1) };
    let forced = day(&forced);
    assert_eq!((forced.car_pools[0].cars, cars(&forced) > 0.9), (7, true));
}

#[test]
fn an_island_is_as_large_as_it_is_and_long() {
    // Samsø: 113.6 km². An ellipse 2.5 times as long as wide: 2 √(113.6 × 2.5 ÷ π) = 19 km by 7.6.
    let samsoe = PlaceId::from("741");
    assert_eq!(terrain_of(denmark(), &samsoe), Some(Terrain::Island));
    let day = day(&options("741", 3_000, 1));
    let across = |of: &dyn Fn(Point) -> f64| {
        let all = || day.locations.iter().map(|it| of(it.point.unwrap()));
        all().fold(f64::MIN, f64::max) - all().fold(f64::MAX, f64::min)
    };
    let (north, east) = (across(&|it| it.latitude) * 111.2, across(&|it| it.longitude) * 111.2 * 0.561);
    assert!((15.0..22.0).contains(&north) && (5.0..10.0).contains(&east), "{north} by {east}");
    assert!(day.transports[0].bands.is_empty(), "no rush hours");
}

#[test]
fn a_small_day_is_a_district_of_the_municipality() {
    let spread = |visits| {
        let day = day(&DayOptions { area_km2: Some(1_000.0), ..options(RURAL, visits, 1) });
        let north = day.locations.iter().map(|it| it.point.unwrap().latitude);
        (north.clone().fold(f64::MIN, f64::max) - north.fold(f64::MAX, f64::min)) * 111.2
    };
    // The whole of 1,000 km² is 35.7 km across (2 √(1,000 ÷ π)); a tenth of the visits live on a tenth of it.
    assert!(spread(20_000) > 30.0 && spread(20_000) <= 35.8, "{}", spread(20_000));
    assert!(spread(50) < 10.0, "{}", spread(50));
}

#[test]
fn several_days_have_carers_who_rest_and_visits_that_can_wait() {
    let week = day(&DayOptions { days: 7, ..options(MIXED, 2_000, 1) });
    assert!(
        week.carers
            .iter()
            .filter(|it| it.shifts.len() > 1)
            .all(|it| it.shifts.len() <= 5 || it.shifts[0].work == Work::Screen)
    );
    let any_day = week.visits.iter().filter(|it| it.windows.len() == 7).count();
    let one_day = week.visits.iter().filter(|it| it.windows.len() == 1).count();
    assert!(any_day > 100 && one_day > 1_000 && any_day + one_day == 2_000, "{any_day} + {one_day}");
    for day in 0..7 {
        let noon = MIDNIGHT + Seconds(day * 86_400 + 12 * 3600 - 1);
        assert!(week.carers.iter().any(|it| it.shifts.iter().any(|it| it.start <= noon && noon < it.end)), "day {day}");
    }
}

#[test]
fn a_given_number_of_carers_is_kept() {
    for carers in [3, 4, 28, 100] {
        let day = day(&DayOptions { carers: Some(carers), ..options(MIXED, 350, 1) });
        assert_eq!(day.carers.iter().filter(|it| !it.trainee).count(), carers);
    }
}

#[test]
fn medicine_goes_before_the_meal() {
    let day = day(&options(MIXED, 3_000, 1));
    let visit = |id: &VisitId| &day.visits[day.visit_index(id).unwrap()];
    let meals: Vec<&Order> = day.orders.iter().filter(|it| it.gap_max.is_some()).collect();
    assert!(meals.len() > 20, "{}", meals.len());
    for order in meals {
        let (first, second) = (visit(&order.first), visit(&order.second));
        assert_eq!(first.citizen, second.citizen);
        assert_eq!(first.task.as_ref().map(|it| it.0.as_str()), Some("med_admin"));
        assert!(["Tilberede", "Ernæring"].iter().any(|it| second.label.contains(it)), "{}", second.label);
        // Some start of the one leaves a start of the other.
        assert!(first.windows[0].open + order.gap_min <= second.windows[0].close);
        assert!(first.windows[0].close + order.gap_max.unwrap() >= second.windows[0].open);
    }
}

#[test]
fn trainees_come_along_to_visits_of_their_group() {
    let day = day(&options(MIXED, 3_000, 1));
    assert!(day.carers.iter().any(|it| it.trainee));
    let along: Vec<&Visit> = day.visits.iter().filter(|it| it.slots.iter().any(|slot| slot.trainee)).collect();
    assert!(!along.is_empty());
    for visit in along {
        let slot = visit.slots.iter().find(|it| it.trainee).unwrap();
        assert!(!slot.needed && day.carers.iter().any(|it| may(it, slot)));
    }
}

#[test]
fn known_faces_are_few_and_those_who_must_not_come_are_none() {
    let day = day(&options(MIXED, 3_000, 1));
    let carers: BTreeSet<&CarerId> = day.carers.iter().map(|it| &it.id).collect();
    for citizen in &day.citizens {
        assert!(citizen.faces.iter().all(|(carer, times)| carers.contains(carer) && *times > 0));
        // Twelve take turns in each part of the day; five parts by day and evening, one by night.
        assert!(citizen.faces.len() <= 7 * 12);
    }
    for visit in &day.visits {
        let citizen = &day.citizens[day.citizen_index(&visit.citizen).unwrap()];
        let known = |carer: &CarerId| citizen.faces.iter().any(|it| it.0 == *carer);
        assert!(visit.wanted.iter().all(known) && !visit.forbidden.iter().any(known));
    }
    assert!(day.visits.iter().any(|it| !it.wanted.is_empty()) && day.visits.iter().any(|it| !it.unwanted.is_empty()));
}

#[test]
fn prices_are_paid_hours() {
    let day = day(&options(MIXED, 350, 1));
    let ssh = day.groups.iter().find(|it| it.id.as_str() == "ssh").unwrap();
    // 660 kr. a care hour of overtime × 0.53 care in a paid hour = 350; ÷ 1.5 = 233.
    assert_eq!((ssh.overtime_dkk_per_hour, ssh.dkk_per_hour, ssh.level), (Kroner(350.0), Kroner(233.0), 2));
}

#[test]
fn what_cannot_be_made_up_is_refused() {
    let refused = |options: DayOptions| generate_day(denmark(), &options).unwrap_err();
    let range = |options| match refused(options) {
        GenerateError::OutOfRange { name, .. } => name,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(options("atlantis", 350, 1)), GenerateError::UnknownPlace("atlantis".into()));
    // The country has no home care of its own: its municipalities have.
    assert_eq!(refused(options("dk", 350, 1)), GenerateError::NoNeeds("dk".into()));
    for visits in [0, 19, 20_001, usize::MAX] {
        assert_eq!(range(options(MIXED, visits, 1)), "visits");
    }
    let good = options(MIXED, 350, 1);
    assert_eq!(range(DayOptions { days: 0, ..good.clone() }), "days");
    assert_eq!(range(DayOptions { carers: Some(2), ..good.clone() }), "carers");
    assert_eq!(range(DayOptions { double_share: Some(f64::NAN), ..good.clone() }), "double_share");
    assert_eq!(range(DayOptions { screen_share: Some(1.1), ..good.clone() }), "screen_share");
    assert_eq!(range(DayOptions { spare_share: Some(-0.6), ..good.clone() }), "spare_share");
    assert_eq!(range(DayOptions { area_km2: Some(0.0), ..good.clone() }), "area_km2");
    assert_eq!(range(DayOptions { date: Moment(i64::MAX), ..good }), "date");
}

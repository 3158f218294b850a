//! The carers of a day, one by one: shifts, ways of getting about, breaks, and where they belong.

use crate::DayOptions;
use crate::calibration::{self as calibrated, NIGHT, PARTS, SHIFTS};
use crate::calls::Call;
use crate::random::{Chance, Purpose};
use crate::staff::{Team, has_break};
use leon_model::{
    Carer, CarerId, CompetenceId, GroupId, LocationId, Minutes, Mode, Moment, Pause, PauseKind, PoolCar, Seconds,
    Shift, Travelling, Work,
};

/// A carer in the making.
#[derive(Clone, Debug)]
pub(crate) struct Hand {
    pub(crate) group: usize,
    pub(crate) band: usize,
    /// The district whose citizens the carer mostly visits.
    pub(crate) district: usize,
    /// Minutes after midnight.
    pub(crate) hours: [i64; 2],
    pub(crate) screen: bool,
    pub(crate) trainee: bool,
    /// Days of the file on duty.
    pub(crate) days: Vec<usize>,
}

/// Days of the file on which the `place`-th of `of` carers works: 5 of 7, so that each day has its share.
fn days_on(place: usize, of: usize, days: usize) -> Vec<usize> {
    let offset = place * 7 / of.max(1);
    (0..days).filter(|day| days <= 5 || (day + offset) % 7 < 5).collect()
}

/// Carers needed in the file for so many on each day.
fn in_the_file(on_a_day: usize, options: &DayOptions) -> usize {
    if options.days <= 5 || options.carers.is_some() { on_a_day } else { (on_a_day * 7).div_ceil(5) }
}

/// The carers of the teams, spread evenly over the districts.
pub(crate) fn hands(teams: &[Team], districts: usize, options: &DayOptions) -> Vec<Hand> {
    let mut hands = Vec::new();
    for team in teams {
        let count = in_the_file(team.carers, options);
        let short = in_the_file(team.short, options).min(count);
        hands.extend((0..count).map(|place| Hand {
            group: team.group,
            band: team.band,
            // Teams begin in different districts, so that small ones do not all end up in the first.
            district: (place * districts / count + team.group) % districts,
            // Short shifts are spread over the team: the place-th is short where the running sum passes a whole.
            hours: SHIFTS[team.band][usize::from((place + 1) * short / count > place * short / count)],
            screen: false,
            trainee: false,
            days: days_on(place, count, options.days),
        }));
    }
    hands
}

/// What carers of a day have in common.
pub(crate) struct Fleet {
    pub(crate) drivers: f64,
    /// Whether those who do not drive, or get no car, can cycle.
    pub(crate) bikes: bool,
    pub(crate) offices: Vec<LocationId>,
}

pub(crate) const CAR: &str = "car";
pub(crate) const BIKE: &str = "bike";
pub(crate) const POOL: &str = "cars";

fn at(options: &DayOptions, day: usize, minute: i64) -> Moment {
    options.date + Seconds(day as i64 * 86_400 + minute * 60)
}

/// A carer of the model.
pub(crate) fn carer(
    hand: &Hand,
    id: CarerId,
    group: GroupId,
    competences: Vec<CompetenceId>,
    fleet: &Fleet,
    options: &DayOptions,
    chance: &mut Chance,
) -> Carer {
    let drives = !fleet.bikes || chance.yes(fleet.drivers);
    let from_home = chance.yes(calibrated::FROM_HOME.value);
    let busy = hand.band == 0
        && !hand.screen
        && !hand.trainee
        && has_break(hand.hours)
        && chance.yes(calibrated::APPOINTMENT_SHARE.value);
    let office = fleet.offices.get(hand.district).cloned();
    let appointment = busy.then(|| (chance.between(0, options.days as i64 - 1), 30 * chance.between(24, 27)));
    let burden_before = Minutes(chance.between(-90, 90) + chance.between(-90, 90));
    let place = office.filter(|_| !from_home && !hand.screen);
    let travelling = Travelling {
        transport: if drives { CAR } else { BIKE }.into(),
        car: drives.then(|| PoolCar { pool: POOL.into(), without_car: fleet.bikes.then(|| BIKE.into()) }),
        from: place.clone(),
        to: place.clone(),
        travel_max: None,
    };
    let shift = |&day: &usize| {
        let [start, end] = hand.hours;
        let pause = |kind, earliest, latest, minutes, location: Option<&LocationId>| Pause {
            kind,
            earliest: at(options, day, earliest),
            latest: at(options, day, latest),
            duration: Minutes(minutes),
            location: location.cloned(),
            paid: true,
        };
        let mut pauses = Vec::new();
        if let Some(office) = &place {
            let minutes = calibrated::BRIEFING.value as i64;
            pauses.push(pause(PauseKind::Appointment, start, start, minutes, Some(office)));
        }
        let meets = appointment.filter(|it| it.0 == day as i64).map(|it| it.1);
        if has_break(hand.hours) {
            // Who has an appointment about noon has the break before.
            let latest = meets.map_or(start + 300, |time| time - 60);
            pauses.push(pause(PauseKind::Break, start + 180, latest, calibrated::BREAK.value as i64, None));
        }
        pauses.extend(meets.map(|time| pause(PauseKind::Appointment, time, time, 30, place.as_ref())));
        Shift {
            start: at(options, day, start),
            end: at(options, day, end),
            overtime_max: Minutes(calibrated::OVERTIME_MOST.value as i64),
            work: if hand.screen { Work::Screen } else { Work::Visiting(travelling.clone()) },
            visits_max: None,
            pauses,
        }
    };
    Carer {
        id,
        group,
        competences,
        trainee: hand.trainee,
        burden_before,
        shifts: hand.days.iter().map(shift).collect(),
    }
}

/// Carers at screens: by day and by evening as long as there may be visits by screen, and as many as they take if all
/// that can be by screen are.
pub(crate) fn screeners(calls: &[Call], group: Option<usize>, options: &DayOptions) -> Vec<Hand> {
    let Some(group) = group else { return Vec::new() };
    let mut hands = Vec::new();
    for band in 0..2 {
        let here = calls.iter().filter(|it| it.mode != Mode::Physical && PARTS[it.part].band == band);
        let (Some(open), Some(close)) =
            (here.clone().map(|it| it.window[0]).min(), here.clone().map(|it| it.window[2]).max())
        else {
            continue;
        };
        let hours = [open, close + 60];
        let minutes: i64 = here.map(|it| it.minutes).sum();
        let most = (hours[1] - hours[0]) * options.days as i64;
        let count = (minutes as f64 / (most as f64 * calibrated::SCREEN_FILLED.value)).ceil() as usize;
        hands.extend((0..count).map(|_| Hand {
            group,
            band,
            district: 0,
            hours,
            screen: true,
            trainee: false,
            days: (0..options.days).collect(),
        }));
    }
    // Where carers are given, each part of the day comes before screens.
    hands.truncate(options.carers.map_or(hands.len(), |carers| carers.saturating_sub(PARTS[NIGHT].band + 1)));
    hands
}

/// Trainees, each in the group and district of a carer by day. Returns their places among the hands.
pub(crate) fn add_trainees(hands: &mut Vec<Hand>, seed: u64) -> std::ops::Range<usize> {
    let mut chance = Chance::new(seed, Purpose::Trainees);
    let by_day: Vec<usize> = (0..hands.len()).filter(|&i| hands[i].band == 0 && !hands[i].screen).collect();
    let from = hands.len();
    for _ in 0..chance.whole(by_day.len() as f64 * calibrated::TRAINEE_SHARE.value) {
        let mentor = hands[by_day[chance.below(by_day.len())]].clone();
        hands.push(Hand { trainee: true, ..mentor });
    }
    from..hands.len()
}

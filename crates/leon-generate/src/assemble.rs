//! From citizens, homes and visits in the making to a day of the model.

use crate::allowed::{Groups, care_share};
use crate::calibration::{self as calibrated, MEALS, MEDICINE, PARTS};
use crate::calls::{Call, DOSES_AFTER, MEAL_AFTER};
use crate::carers::{self, BIKE, CAR, Fleet, Hand, POOL};
use crate::citizens::Person;
use crate::faces::{Past, pasts};
use crate::geography::{Home, Land, Spot};
use crate::mix::{Mix, home_settings};
use crate::random::{Chance, Purpose};
use crate::{DayOptions, GenerateError, Terrain, staff, work};
use leon_model::*;

/// Visits a day of a district with an office of its own.
const DISTRICT: usize = 300;

/// Everything, in the model's words.
pub(crate) fn day(
    case: &Case,
    options: &DayOptions,
    mix: &Mix<'_>,
    persons: &[Person],
    calls: &[Call],
    screen_group: Option<usize>,
) -> Result<Day, GenerateError> {
    let minutes_per_day = calls.iter().map(|it| it.minutes).sum::<i64>() as f64 / options.days as f64;
    let part = minutes_per_day / mix.minutes_per_day;
    let land = Land::new(case, options, part)?;
    let (homes, home_of) = land.settle(persons.len(), part, options.seed);
    let districts = (calls.len() / options.days / DISTRICT).max(1);
    let (district_of_home, offices) = districts_of(&homes, districts);

    let (works, today) = work::works(case, mix, &land, &homes, &home_of, calls, options.days);
    let mut chance = Chance::new(options.seed, Purpose::Staff);
    let screeners = screen_hands(calls, screen_group, options);
    let spare = options.spare_share.unwrap_or(calibrated::SPARE_SHARE.value);
    let visiting = options.carers.map(|carers| carers.saturating_sub(screeners.len()).max(1));
    let teams = staff::staff(&works, &today, spare, visiting);
    let mut hands = carers::hands(&teams, districts, options);
    hands.extend(screeners);
    let trainees = add_trainees(&mut hands, options.seed);

    let namer = Namer { visits: digits(calls.len()), persons: digits(persons.len()), hands: digits(hands.len()) };
    let past = pasts(calls, &hands, |person| district_of_home[home_of[person]], options.days, options.seed);
    let writer = Writer { case, options, mix, namer: &namer, past: &past };
    let mut visits: Vec<Visit> = writer.visits(calls, &home_of);
    accompany(&mut visits, calls, &hands, &trainees, |call| district_of_home[home_of[call.person]], case, options);

    let fleet = Fleet {
        drivers: land.travel().2,
        bikes: land.terrain != Terrain::Rural,
        offices: (0..offices.len()).map(office_id).collect(),
    };
    let carers: Vec<Carer> = hands
        .iter()
        .enumerate()
        .map(|(i, hand)| {
            let group = case.staff_groups[hand.group].id.clone();
            // The first of a group has learned all that the group can learn.
            let first = hands.iter().position(|other| other.group == hand.group) == Some(i);
            let competences = competences(case, mix, hand.group, first, &mut chance);
            carers::carer(hand, namer.carer(i), group, competences, &fleet, options, &mut chance)
        })
        .collect();

    let citizens = persons.iter().enumerate().map(|(i, person)| Citizen {
        id: namer.citizen(i),
        dementia: person.dementia,
        faces: past[i].faces.iter().map(|&(carer, count)| (namer.carer(carer), count)).collect(),
    });
    let location =
        |id, spot, access: f64| Location { id, point: Some(land.point(spot)), access: Seconds(access as i64) };
    let office_rows =
        offices.iter().enumerate().map(|(i, &spot)| location(office_id(i), spot, calibrated::ACCESS_TOWN.value));
    let home_rows = homes.iter().enumerate().map(|(i, home)| location(home_id(i), home.spot, work::access(home)));
    let tables = DayTables {
        groups: day_groups(case, options, &visits, &carers),
        locations: office_rows.chain(home_rows).collect(),
        transports: transports(&land, options),
        car_pools: vec![CarPool { id: POOL.into(), cars: cars(&carers, &land, options) }],
        citizens: citizens.collect(),
        orders: writer.orders(calls),
        carers,
        visits,
        synthetic: true,
        ..DayTables::default()
    };
    Day::new(tables).map_err(|problems| {
        let words: Vec<String> = problems.iter().take(3).map(ToString::to_string).collect();
        GenerateError::Faulty(words.join("; "))
    })
}

fn digits(count: usize) -> usize {
    count.to_string().len().max(2)
}

fn office_id(office: usize) -> LocationId {
    format!("office-{}", office + 1).into()
}

fn home_id(home: usize) -> LocationId {
    format!("home-{}", home + 1).into()
}

/// Ids: a letter and a number, so that nothing looks like a CPR number.
struct Namer {
    visits: usize,
    persons: usize,
    hands: usize,
}

impl Namer {
    fn visit(&self, i: usize) -> VisitId {
        format!("V{:0width$}", i + 1, width = self.visits).into()
    }

    fn citizen(&self, i: usize) -> CitizenId {
        format!("B{:0width$}", i + 1, width = self.persons).into()
    }

    fn carer(&self, i: usize) -> CarerId {
        format!("C{:0width$}", i + 1, width = self.hands).into()
    }
}

/// Homes in districts of about as many each, cut by columns from west to east and then from south to north; and the
/// middle of each district, where its office is.
fn districts_of(homes: &[Home], districts: usize) -> (Vec<usize>, Vec<Spot>) {
    let columns = (districts as f64).sqrt() as usize;
    let mut order: Vec<usize> = (0..homes.len()).collect();
    order.sort_by(|&i, &j| homes[i].spot.east.total_cmp(&homes[j].spot.east));
    // Column c has the districts from c × districts ÷ columns on, and homes in proportion.
    let from = |column: usize| column * districts / columns;
    for column in 0..columns {
        let cut = |district: usize| homes.len() * district / districts;
        order[cut(from(column))..cut(from(column + 1))]
            .sort_by(|&i, &j| homes[i].spot.north.total_cmp(&homes[j].spot.north));
    }
    let mut district_of = vec![0; homes.len()];
    let mut offices = Vec::new();
    for district in 0..districts {
        let members = &order[homes.len() * district / districts..homes.len() * (district + 1) / districts];
        let mean = |of: &dyn Fn(&Spot) -> f64| {
            members.iter().map(|&i| of(&homes[i].spot)).sum::<f64>() / members.len().max(1) as f64
        };
        offices.push(Spot { east: mean(&|it| it.east), north: mean(&|it| it.north) });
        members.iter().for_each(|&i| district_of[i] = district);
    }
    (district_of, offices)
}

/// Carers at screens: by day and by evening as long as there may be visits by screen, and as many as they take if all
/// that can be by screen are.
fn screen_hands(calls: &[Call], group: Option<usize>, options: &DayOptions) -> Vec<Hand> {
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
        // Windows leave gaps: a screen carer's time is half filled.
        let count = (minutes * 2).div_euclid(most) as usize + 1;
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
    hands
}

/// Trainees, each in the group and district of a carer by day. Returns their places among the hands.
fn add_trainees(hands: &mut Vec<Hand>, seed: u64) -> Vec<usize> {
    let mut chance = Chance::new(seed, Purpose::Trainees);
    let by_day: Vec<usize> = (0..hands.len()).filter(|&i| hands[i].band == 0 && !hands[i].screen).collect();
    let from = hands.len();
    for _ in 0..chance.whole(by_day.len() as f64 * calibrated::TRAINEE_SHARE.value) {
        let mentor = hands[by_day[chance.below(by_day.len())]].clone();
        hands.push(Hand { trainee: true, ..mentor });
    }
    (from..hands.len()).collect()
}

/// Lets trainees come along to visits by day in their district that their group may do.
fn accompany(
    visits: &mut [Visit],
    calls: &[Call],
    hands: &[Hand],
    trainees: &[usize],
    district_of: impl Fn(&Call) -> usize,
    case: &Case,
    options: &DayOptions,
) {
    let mut chance = Chance::new(options.seed, Purpose::Trainees);
    for &trainee in trainees {
        let hand = &hands[trainee];
        for &day in &hand.days {
            let fits = |&i: &usize| {
                let call = &calls[i];
                call.day.is_none_or(|it| it == day)
                    && PARTS[call.part].band == 0
                    && call.mode == Mode::Physical
                    && call.groups.has(hand.group)
                    && visits[i].slots.len() == 1
                    && district_of(call) == hand.district
            };
            let mut here: Vec<usize> = (0..calls.len()).filter(fits).collect();
            chance.shuffle(&mut here);
            for i in here.into_iter().take(calibrated::TRAINEE_VISITS.value as usize) {
                let duration = visits[i].slots[0].duration;
                visits[i].slots.push(Slot {
                    competences: vec![],
                    groups: vec![case.staff_groups[hand.group].id.clone()],
                    duration,
                    duration_by_group: vec![],
                    duration_by_screen: None,
                    needed: false,
                    trainee: true,
                });
                visits[i].meetings.push(Meeting { from: Seconds::ZERO, to: Seconds::ZERO });
            }
        }
    }
}

/// What the carers of a group can do at home: what they hold or are delegated, and what they have learned.
fn competences(case: &Case, mix: &Mix<'_>, group: usize, all: bool, chance: &mut Chance) -> Vec<CompetenceId> {
    let id = &case.staff_groups[group].id;
    let mut can = Vec::new();
    for competence in &case.competences {
        let used = mix.kinds.iter().any(|kind| {
            let need = kind.need;
            kind.groups.has(group) && *case.task(&need.task).competence(need.complexity) == competence.id
        });
        let ways = case.holdings.iter().filter(|it| it.group == *id && it.competence == competence.id);
        let only_learned = ways.clone().all(|it| it.through == Through::Learned);
        if used && (all || !only_learned || chance.yes(calibrated::LEARNED_SHARE.value)) {
            can.push(competence.id.clone());
        }
    }
    can
}

/// Staff groups that the day speaks of. The case has prices of care hours bought; a paid hour is that times the share
/// of it that is care, and an overtime hour costs half as much again as an ordinary one.
fn day_groups(case: &Case, options: &DayOptions, visits: &[Visit], carers: &[Carer]) -> Vec<DayGroup> {
    let settings = home_settings();
    let named = |group: &GroupId| {
        carers.iter().any(|it| it.group == *group)
            || visits.iter().flat_map(|it| &it.slots).any(|slot| slot.groups.contains(group))
    };
    let row = |group: &StaffGroup| {
        let paid = |kind: ExtraKind| {
            let price = case.prices.iter().find(|it| it.group == group.id && it.kind == kind)?;
            let share = care_share(case, &options.municipality, &settings, &group.id)?;
            Some((price.dkk_per_hour.value * share).round())
        };
        let factor = calibrated::OVERTIME_PRICE.value;
        let (ordinary, overtime) = match (paid(ExtraKind::Overtime), paid(ExtraKind::Recruitment)) {
            (Some(overtime), _) => ((overtime / factor).round(), overtime),
            (None, Some(ordinary)) => (ordinary, (ordinary * factor).round()),
            (None, None) => (0.0, 0.0),
        };
        DayGroup {
            id: group.id.clone(),
            level: group.level.min(u32::from(u8::MAX)) as u8,
            dkk_per_hour: Kroner(ordinary),
            overtime_dkk_per_hour: Kroner(overtime),
        }
    };
    case.staff_groups.iter().filter(|it| named(&it.id)).map(row).collect()
}

fn transports(land: &Land, options: &DayOptions) -> Vec<Transport> {
    let (car, bike, _) = land.travel();
    let straight = |speed_kmh| TravelTimes::Straight { speed_kmh, detour: calibrated::DETOUR.value };
    let rush = (land.terrain != Terrain::Rural).then_some(0..options.days as i64).into_iter().flatten();
    let bands = rush.flat_map(|day| {
        let factors = [(7, calibrated::RUSH.value), (9, 1.0), (15, calibrated::RUSH.value), (17, 1.0)];
        factors.map(|(hour, factor)| Band { from: options.date + Seconds(day * 86_400 + hour * 3600), factor })
    });
    vec![
        Transport { id: CAR.into(), kind: TransportKind::Car, times: straight(car), bands: bands.collect() },
        Transport { id: BIKE.into(), kind: TransportKind::Bike, times: straight(bike), bands: vec![] },
    ]
}

/// Cars for the shift with most drivers, a few fewer where one can cycle.
fn cars(carers: &[Carer], land: &Land, options: &DayOptions) -> u32 {
    if let Some(cars) = options.cars {
        return cars;
    }
    let shifts = || carers.iter().flat_map(|it| &it.shifts);
    let drives = |it: &&Shift| matches!(&it.work, Work::Visiting(travelling) if travelling.car.is_some());
    let at_once =
        |instant: Moment| shifts().filter(drives).filter(|it| it.start <= instant && instant < it.end).count();
    let mut starts: Vec<Moment> = shifts().map(|it| it.start).collect();
    starts.sort();
    starts.dedup();
    let most = starts.into_iter().map(at_once).max().unwrap_or(0);
    let share = if land.terrain == Terrain::Rural { 1.0 } else { calibrated::CARS_PER_DRIVER.value };
    (most as f64 * share).ceil() as u32
}

/// What visits and orders are made from.
struct Writer<'d> {
    case: &'d Case,
    options: &'d DayOptions,
    mix: &'d Mix<'d>,
    namer: &'d Namer,
    past: &'d [Past],
}

impl Writer<'_> {
    fn visits(&self, calls: &[Call], home_of: &[usize]) -> Vec<Visit> {
        let mut chance = Chance::new(self.options.seed, Purpose::Wishes);
        calls.iter().enumerate().map(|(i, call)| self.visit(i, call, home_of[call.person], &mut chance)).collect()
    }

    fn visit(&self, i: usize, call: &Call, home: usize, chance: &mut Chance) -> Visit {
        let needs = || call.kinds.iter().map(|&kind| self.mix.kinds[kind].need);
        let first = self.mix.kinds[call.kinds[0]].need;
        let severity = needs().map(|it| self.case.severity(&it.task, it.complexity)).fold(0.0, f64::max);
        let mut names: Vec<&str> = Vec::new();
        for need in needs() {
            let name = self.case.task(&need.task).name_da.as_str();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let waits = call.kinds.iter().all(|&kind| {
            let kind = &self.mix.kinds[kind];
            kind.habit.weekly && self.case.task(&kind.need.task).level == TaskLevel::OddJob
        }) && chance.yes(calibrated::OPTIONAL_SHARE.value);
        let necessity = if waits {
            Necessity::Optional { worth: Minutes((call.minutes as f64 * calibrated::OPTIONAL_WORTH.value) as i64) }
        } else {
            Necessity::Mandatory { priority: (3.0 * severity).round().clamp(1.0, 9.0) as u8 }
        };
        let mut slots = vec![self.slot(&call.kinds, call.groups, call.minutes, call.mode)];
        let mut meetings = Vec::new();
        if let Some(second) = call.second {
            let groups = self.mix.kinds[second.kind].groups;
            slots.push(self.slot(&[second.kind], groups, second.minutes, Mode::Physical));
            let [from, to] = second.after.map(|minutes| Seconds(60 * minutes));
            meetings.push(Meeting { from, to });
        }
        let past = &self.past[call.person];
        let carer = |one: Option<usize>| one.map(|it| self.namer.carer(it)).into_iter().collect();
        Visit {
            id: self.namer.visit(i),
            citizen: self.namer.citizen(call.person),
            location: home_id(home),
            label: names.join(", "),
            task: Some((first.task.clone(), first.complexity)),
            windows: self.windows(call, (severity * 10.0).round().max(1.0) / 10.0),
            slots,
            meetings,
            mode: call.mode,
            necessity,
            wanted: carer(past.wanted),
            unwanted: carer(past.unwanted),
            forbidden: carer(past.forbidden),
            pin: Pin::default(),
        }
    }

    fn windows(&self, call: &Call, late_weight: f64) -> Vec<Window> {
        let days = call.day.map_or(0..self.options.days, |day| day..day + 1);
        let window = |day: usize| {
            let at = |minute: i64| self.options.date + Seconds(day as i64 * 86_400 + minute * 60);
            let [open, on_time, close] = call.window;
            Window { open: at(open), soft_close: (on_time < close).then(|| at(on_time)), close: at(close), late_weight }
        };
        days.map(window).collect()
    }

    fn slot(&self, kinds: &[usize], groups: Groups, minutes: i64, mode: Mode) -> Slot {
        let mut competences: Vec<CompetenceId> = Vec::new();
        for need in kinds.iter().map(|&kind| self.mix.kinds[kind].need) {
            let competence = self.case.task(&need.task).competence(need.complexity);
            if !competences.contains(competence) {
                competences.push(competence.clone());
            }
        }
        let clinical = self.case.task(&self.mix.kinds[kinds[0]].need.task).level == TaskLevel::Delimited;
        let slower = |&group: &usize| clinical && self.case.staff_groups[group].level <= 1;
        let longer = Minutes((minutes as f64 * (1.0 + calibrated::LOWEST_LEVEL_SLOWER.value)).ceil() as i64);
        let by_group = groups.iter().filter(slower).map(|group| (self.case.staff_groups[group].id.clone(), longer));
        let by_screen = || Minutes(((minutes as f64 * calibrated::SCREEN_TIME.value).round() as i64).max(2));
        Slot {
            competences,
            groups: groups.ids(self.case),
            duration: Minutes(minutes),
            duration_by_group: by_group.collect(),
            duration_by_screen: (mode != Mode::Physical).then(by_screen),
            needed: true,
            trainee: false,
        }
    }

    /// Insulin before the meal of the same part of the day; doses of medicine apart.
    fn orders(&self, calls: &[Call]) -> Vec<Order> {
        let mut chance = Chance::new(self.options.seed, Purpose::Times);
        let mut orders = Vec::new();
        let mut add = |first: usize, second: usize, min: i64, max: Option<i64>| {
            orders.push(Order {
                first: self.namer.visit(first),
                second: self.namer.visit(second),
                gap_min: Seconds(60 * min),
                gap_max: max.map(|minutes| Seconds(60 * minutes)),
            });
        };
        for (i, call) in calls.iter().enumerate() {
            let same_day = |other: &Call| (other.person, other.day) == (call.person, call.day) && call.day.is_some();
            let after = || {
                (i + 1..calls.len()).take_while(|&j| calls[j].person == call.person).filter(|&j| same_day(&calls[j]))
            };
            if call.insulin
                && let Some(meal) = after().find(|&j| calls[j].part == call.part && calls[j].has(self.mix, MEALS))
            {
                add(i, meal, MEAL_AFTER[0], Some(MEAL_AFTER[1]));
            }
            if !call.has(self.mix, &[MEDICINE]) {
                continue;
            }
            let next = after().find(|&j| calls[j].part > call.part && calls[j].has(self.mix, &[MEDICINE]));
            // Half an hour of room at least, or the pair could hardly be planned.
            if let Some(next) = next.filter(|&j| calls[j].window[2] >= call.window[0] + DOSES_AFTER + 30)
                && chance.yes(calibrated::DOSES_APART.value)
            {
                add(i, next, DOSES_AFTER, None);
            }
        }
        orders
    }
}

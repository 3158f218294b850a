//! From citizens and visits in the making to a day of the model.

use crate::calibration::{self as calibrated};
use crate::calls::Call;
use crate::carers::{self, Fleet, POOL};
use crate::citizens::Person;
use crate::districts::districts;
use crate::faces::pasts;
use crate::geography::Land;
use crate::groups::{competences, day_groups};
use crate::mix::Mix;
use crate::names::{Namer, digits, home_id, office_id};
use crate::random::{Chance, Purpose};
use crate::transport::{cars, transports};
use crate::visits::{Writer, accompany};
use crate::{DayOptions, GenerateError, staff, work};
use leon_model::*;

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
    let count = (calls.len() / options.days / calibrated::DISTRICT.value as usize).max(1);
    let (district_of, offices) = districts(&homes, count);
    let district_of = |person: usize| district_of[home_of[person]];

    let work = work::day(case, mix, &land, (&homes, &home_of), calls, options.days);
    let screeners = carers::screeners(calls, screen_group, options);
    let spare = options.spare_share.unwrap_or(calibrated::SPARE_SHARE.value);
    let visiting = options.carers.map(|carers| carers - screeners.len());
    let teams = staff::staff(&work.works, &work.shares, &work.pairs, spare, visiting);
    let mut hands = carers::hands(&teams, count, options);
    hands.extend(screeners);
    let trainees = carers::add_trainees(&mut hands, options.seed);

    let namer = Namer { visits: digits(calls.len()), persons: digits(persons.len()), hands: digits(hands.len()) };
    let past = pasts(calls, &hands, district_of, options.days, options.seed);
    let writer = Writer { case, options, mix, namer: &namer, past: &past };
    let mut visits: Vec<Visit> = writer.visits(calls, &home_of);
    accompany(&mut visits, calls, &hands[trainees], district_of, case, options);

    let fleet = Fleet {
        drivers: land.travel().2,
        bikes: !land.terrain.is_country(),
        offices: (0..offices.len()).map(office_id).collect(),
    };
    let mut chance = Chance::new(options.seed, Purpose::Staff);
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

//! Cars and bikes.

use crate::DayOptions;
use crate::calibration::{self as calibrated};
use crate::carers::{BIKE, CAR};
use crate::geography::Land;
use leon_model::*;

/// How people get about; by car it takes longer in the rush hours, outside the country.
pub(crate) fn transports(land: &Land, options: &DayOptions) -> Vec<Transport> {
    let (car, bike, _) = land.travel();
    let straight = |speed_kmh| TravelTimes::Straight { speed_kmh, detour: calibrated::DETOUR.value };
    let rush = (!land.terrain.is_country()).then_some(0..options.days as i64).into_iter().flatten();
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
pub(crate) fn cars(carers: &[Carer], land: &Land, options: &DayOptions) -> u32 {
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
    let share = if land.terrain.is_country() { 1.0 } else { calibrated::CARS_PER_DRIVER.value };
    (most as f64 * share).ceil() as u32
}

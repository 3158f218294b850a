//! Shifts that are alike, or nearly, as one: what a crew can do is no less than what its shifts can.

use crate::translate::base;
use leon_model::{Day, Work};
use std::collections::BTreeMap;

/// Shifts taken together.
#[derive(Clone, Debug)]
pub(super) struct Crew {
    /// Carer of the day, shift of the carer.
    pub members: Vec<(usize, usize)>,
    pub start: i32,
    pub end: i32,
    pub close: i32,
    /// A second of overtime in ordinary seconds.
    pub overtime_price: f64,
    /// Transports that any of them may use; none: they work by screen.
    pub transports: Vec<usize>,
    /// Locations where shifts begin and end; `None`: at the first and last visit.
    pub from: Vec<Option<usize>>,
    pub to: Vec<Option<usize>>,
    pub pauses: Vec<Pause>,
    /// Instants that time is cut at.
    pub cuts: Vec<i32>,
}

/// A pause of each shift of a crew.
#[derive(Clone, Debug)]
pub(super) struct Pause {
    pub open: i32,
    pub close: i32,
    pub duration: i32,
    /// Where; empty: wherever the carer is.
    pub places: Vec<usize>,
}

impl Crew {
    pub fn is_screen(&self) -> bool {
        self.transports.is_empty()
    }

    pub fn count(&self) -> f64 {
        self.members.len() as f64
    }

    /// Pauses that have a place.
    pub fn errands(&self) -> f64 {
        self.pauses.iter().filter(|it| !it.places.is_empty()).count() as f64
    }
}

/// Crews of a day: each shift its own, or those that differ only in who it is, where they start and how they get
/// about together. Time is cut every `grid` ticks.
pub(super) fn crews(day: &Day, each: bool, grid: i32) -> Vec<Crew> {
    let base = base(day);
    let tick = |moment: leon_model::Moment| (moment.0 - base.0) as i32;
    let mut numbers = BTreeMap::new();
    let mut crews: Vec<Crew> = Vec::new();
    for (row, carer) in day.carers.iter().enumerate() {
        let mut competences: Vec<_> = carer.competences.iter().collect();
        competences.sort();
        for (number, shift) in carer.shifts.iter().enumerate() {
            let pauses: Vec<Pause> = shift
                .pauses
                .iter()
                .map(|it| Pause {
                    open: tick(it.earliest),
                    close: tick(it.latest),
                    duration: (it.duration.0 * 60) as i32,
                    places: it.location.iter().filter_map(|id| day.location_index(id)).collect(),
                })
                .collect();
            let times: Vec<_> =
                pauses.iter().map(|it| (it.open, it.close, it.duration, it.places.is_empty())).collect();
            let key = (
                (&carer.group, competences.clone(), carer.trainee, shift.work == Work::Screen),
                (shift.start, shift.end, shift.overtime_max, times),
                each.then_some((row, number)),
            );
            let index = *numbers.entry(key).or_insert_with(|| {
                let (start, end) = (tick(shift.start), tick(shift.end));
                let close = end + (shift.overtime_max.0 * 60) as i32;
                let mut cuts: Vec<i32> =
                    (start.div_euclid(grid) + 1..=close.div_euclid(grid)).map(|it| it * grid).collect();
                cuts.extend([start, end, close]);
                cuts.sort_unstable();
                cuts.dedup();
                let pauses = pauses.iter().map(|it| Pause { places: vec![], ..it.clone() }).collect();
                let (transports, from, to) = (vec![], vec![], vec![]);
                let overtime_price = crate::bound::overtime_price(day, row);
                crews.push(Crew {
                    members: vec![],
                    start,
                    end,
                    close,
                    overtime_price,
                    transports,
                    from,
                    to,
                    pauses,
                    cuts,
                });
                crews.len() - 1
            });
            let crew = &mut crews[index];
            crew.members.push((row, number));
            for (all, own) in crew.pauses.iter_mut().zip(pauses) {
                own.places.into_iter().for_each(|it| enter(&mut all.places, it));
            }
            if let Work::Visiting(travelling) = &shift.work {
                let without = travelling.car.as_ref().and_then(|car| car.without_car.as_ref());
                let both = [Some(&travelling.transport), without].into_iter().flatten();
                both.filter_map(|id| day.transport_index(id)).for_each(|it| enter(&mut crew.transports, it));
                let place = |id: &Option<_>| id.as_ref().and_then(|id| day.location_index(id));
                enter(&mut crew.from, place(&travelling.from));
                enter(&mut crew.to, place(&travelling.to));
            }
        }
    }
    crews
}

fn enter<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

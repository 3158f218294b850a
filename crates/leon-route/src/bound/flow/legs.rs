//! What ways take at least, between locations of a day, within a stretch of time.

use super::crews::Crew;
use crate::translate::{base, driven_seconds};
use leon_model::{Day, TravelTimes};

/// The ways of a day.
pub(super) struct Legs<'d> {
    day: &'d Day,
    /// By transport: from tick on, the driving part takes so much of its time.
    bands: Vec<Vec<(i32, f64)>>,
}

impl<'d> Legs<'d> {
    pub fn new(day: &'d Day) -> Self {
        let base = base(day);
        let tick = |moment: leon_model::Moment| (moment.0 - base.0) as i32;
        let bands =
            day.transports.iter().map(|it| it.bands.iter().map(|band| (tick(band.from), band.factor)).collect());
        Self { day, bands: bands.collect() }
    }

    /// No more than a way takes by any of these transports, on the way between two instants; `None`: no way.
    pub fn least(&self, transports: &[usize], from: usize, to: usize, between: (i32, i32)) -> Option<i32> {
        if from == to {
            return Some(0);
        }
        let access = self.day.locations[to].access.0 as i32;
        let ways = transports.iter().filter_map(|&it| {
            let driven = driven_seconds(self.day, &self.day.transports[it], from, to)?;
            if self.bands[it].is_empty() {
                return Some(driven);
            }
            Some((f64::from(driven) * self.quickest(it, between) - 1e-3).floor().max(0.0) as i32)
        });
        Some(ways.min()?.saturating_add(access))
    }

    /// The least factor of the bands that a stretch of time touches.
    fn quickest(&self, transport: usize, (from, to): (i32, i32)) -> f64 {
        let to = to.max(from);
        let bands = &self.bands[transport];
        let ends = bands.iter().skip(1).map(|band| band.0).chain([i32::MAX]);
        let touched = bands.iter().zip(ends).filter(|(band, end)| band.0 <= to && from < *end).map(|(band, _)| band.1);
        let before = bands.first().is_none_or(|first| from < first.0).then_some(1.0);
        touched.chain(before).fold(f64::INFINITY, f64::min)
    }

    /// No more than a crew needs from one location to another by whatever stops between, or to it if its ways keep no
    /// triangles.
    pub fn apart(&self, crew: &Crew, from: usize, to: usize) -> i32 {
        let straight = |it: &usize| matches!(self.day.transports[*it].times, TravelTimes::Straight { .. });
        if from == to || !crew.transports.iter().all(straight) {
            return 0;
        }
        self.least(&crew.transports, from, to, (crew.start, crew.close)).map_or(0, |it| (it - 1).max(0))
    }

    /// No more than the crew's way from where it starts to a location.
    pub fn first(&self, crew: &Crew, to: usize) -> i32 {
        let ways = crew.from.iter().map(|from| from.map_or(0, |from| self.apart(crew, from, to)));
        ways.min().unwrap_or(0)
    }

    /// No more than the crew's way from a location to where it ends.
    pub fn last(&self, crew: &Crew, from: usize) -> i32 {
        crew.to.iter().map(|to| to.map_or(0, |to| self.apart(crew, from, to))).min().unwrap_or(0)
    }
}

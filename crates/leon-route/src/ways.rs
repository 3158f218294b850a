//! How long a single way of a day takes, without a table of all of them.

use crate::problem::{NO_WAY, Travel};
use crate::translate::{base, driven_seconds};
use leon_model::{Day, LocationId, Moment, Seconds, TransportId};

/// The ways of a day.
pub(crate) struct Ways<'d> {
    day: &'d Day,
    base: Moment,
}

impl<'d> Ways<'d> {
    pub fn new(day: &'d Day) -> Self {
        Self { day, base: base(day) }
    }

    /// Travel by a transport from one location to another for who leaves at `at`, access included. Nothing where
    /// there is no transport (a screen shift), nowhere to come from or to go to, or no way at all.
    pub fn travel(
        &self,
        transport: Option<&TransportId>,
        from: Option<&LocationId>,
        to: Option<&LocationId>,
        at: Moment,
    ) -> Seconds {
        let way = || {
            let transport = &self.day.transports[self.day.transport_index(transport?)?];
            let (from, to) = (self.day.location_index(from?)?, self.day.location_index(to?)?);
            if from == to {
                return None;
            }
            let driven = driven_seconds(self.day, transport, from, to)?;
            let access = self.day.locations[to].access.0.clamp(0, i64::from(NO_WAY)) as i32;
            let bands = transport.bands.iter().map(|band| (self.tick(band.from), band.factor)).collect();
            let way = Travel::new(2, vec![0, driven + access, 0, 0], vec![0, access], bands);
            Some(Seconds(way.ticks(0, 1, self.tick(at)).into()))
        };
        way().unwrap_or(Seconds::ZERO)
    }

    fn tick(&self, moment: Moment) -> i32 {
        (moment.0 - self.base.0).clamp((-NO_WAY).into(), NO_WAY.into()) as i32
    }
}

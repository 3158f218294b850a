//! How long a way takes: matrix or great circle, stretched by bands of the day, access at the end.

use super::facts::{Wide, at};
use leon_model::{Band, Day, EARTH_RADIUS_M, Point, Transport, TravelTimes};

/// What arithmetic with fractions may be off by, in seconds, before a time is cut up.
const NOISE: f64 = 1e-6;

/// Longer than any way on Earth, in seconds; beyond it a figure is no time.
const LONGEST: f64 = 1e12;

/// The whole seconds that a way may take: one number, or two next to each other where the exact time is so close to
/// a whole second that rounding decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub least: Wide,
    pub most: Wide,
}

impl Way {
    pub const NONE: Self = Self { least: 0, most: 0 };

    pub fn allows(self, seconds: Wide) -> bool {
        (self.least..=self.most).contains(&seconds)
    }

    fn cut_up(least: f64, most: f64) -> Option<Self> {
        let (least, most) = ((least - NOISE).ceil().max(0.0), (most + NOISE).ceil());
        (least..LONGEST).contains(&most).then_some(Self { least: least as Wide, most: most as Wide })
    }
}

/// The way between two of the day's locations, for who leaves at an instant; `None` when there is none.
pub(super) fn way(day: &Day, transport: &Transport, from: usize, to: usize, leave: Wide) -> Option<Way> {
    if from == to {
        return Some(Way::NONE);
    }
    let unstretched = match &transport.times {
        TravelTimes::Matrix(rows) => {
            let seconds = Wide::from((*rows.get(from)?.get(to)?)?.0);
            Way { least: seconds, most: seconds }
        }
        TravelTimes::Straight { speed_kmh, detour } => {
            let metres = great_circle_metres(day.locations[from].point?, day.locations[to].point?);
            let seconds = metres * detour * 3.6 / speed_kmh;
            // The same place on the map takes no time; rounding has nothing to say.
            if metres == 0.0 { Way::NONE } else { Way::cut_up(seconds, seconds)? }
        }
    };
    let stretched = |seconds: Wide| stretch(&transport.bands, leave, seconds as f64);
    let (least, most) = (stretched(unstretched.least), stretched(unstretched.most));
    let at_pace_1 = (least, most) == (unstretched.least as f64, unstretched.most as f64);
    let driven = if at_pace_1 { unstretched } else { Way::cut_up(least, most)? };
    let access = Wide::from(day.locations[to].access.0);
    Some(Way { least: driven.least + access, most: driven.most + access })
}

/// Seconds under way for what takes `drive` seconds at pace 1: each band covers its part at its own pace.
fn stretch(bands: &[Band], leave: Wide, drive: f64) -> f64 {
    let (mut elapsed, mut left, mut factor) = (0.0, drive, 1.0);
    for band in bands {
        let begins = at(band.from) - leave;
        if begins > 0 {
            let covered = (begins as f64 - elapsed) / factor;
            if left <= covered {
                break;
            }
            left -= covered;
            elapsed = begins as f64;
        }
        factor = band.factor;
    }
    elapsed + left * factor
}

/// Great-circle distance in metres, by the spherical law that stays exact both near and far (Vincenty's formula on a
/// sphere).
fn great_circle_metres(a: Point, b: Point) -> f64 {
    let (phi_a, phi_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let lambda = (b.longitude - a.longitude).to_radians();
    let east = phi_b.cos() * lambda.sin();
    let north = phi_a.cos() * phi_b.sin() - phi_a.sin() * phi_b.cos() * lambda.cos();
    let along = phi_a.sin() * phi_b.sin() + phi_a.cos() * phi_b.cos() * lambda.cos();
    EARTH_RADIUS_M * east.hypot(north).atan2(along)
}

#[cfg(test)]
mod tests {
    use super::*;
    use leon_model::Moment;
    use proptest::prelude::*;

    proptest! {
        /// A second at factor f covers 1/f seconds of the way.
        #[test]
        fn a_stretched_way_is_the_way_walked_second_by_second(
            bands in prop::collection::btree_map(0_i64..400, 0.25_f64..4.0, 0..5),
            leave in 0_i64..400,
            drive in 0_u32..300,
        ) {
            let bands: Vec<Band> = bands.into_iter().map(|(from, factor)| Band { from: Moment(from), factor }).collect();
            let factor = |at: i64| bands.iter().rev().find(|it| it.from.0 <= at).map_or(1.0, |it| it.factor);
            let (mut left, mut now) = (f64::from(drive), leave);
            while left > 1.0 / factor(now) {
                left -= 1.0 / factor(now);
                now += 1;
            }
            let walked = (now - leave) as f64 + left * factor(now);
            let stretched = stretch(&bands, leave.into(), drive.into());
            prop_assert!((walked - stretched).abs() < 1e-6, "{walked} walked, {stretched} reckoned");
        }

        /// Another formula for the same distance.
        #[test]
        fn great_circles_are_those_of_the_model(
            ends in prop::array::uniform4(-1.0_f64..1.0),
        ) {
            let point = |latitude: f64, longitude: f64| Point { latitude: 56.0 + latitude, longitude: 10.0 + longitude };
            let (a, b) = (point(ends[0], ends[1]), point(ends[2], ends[3]));
            let (ours, models) = (great_circle_metres(a, b), a.metres_to(b));
            prop_assert!((ours - models).abs() < 1e-6, "{ours} m and {models} m");
        }
    }
}

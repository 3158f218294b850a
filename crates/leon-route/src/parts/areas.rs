//! Points cut into areas of equal weight, across the longer side each time.

use leon_model::Point;

/// The area of each point: areas of at most `most` weight where points allow. `tilt` (0 to 1) moves the cuts, so that
/// other rounds have other borders.
pub(super) fn areas(points: &[(Point, f64)], most: f64, tilt: f64) -> Vec<usize> {
    let mut area_of = vec![0; points.len()];
    let mut next = 0;
    cut(points, (0..points.len()).collect(), most, tilt, &mut next, &mut area_of);
    area_of
}

fn cut(points: &[(Point, f64)], mut inside: Vec<usize>, most: f64, tilt: f64, next: &mut usize, area_of: &mut [usize]) {
    let weight: f64 = inside.iter().map(|&it| points[it].1).sum();
    if weight <= most || inside.len() < 2 {
        inside.iter().for_each(|&it| area_of[it] = *next);
        *next += 1;
        return;
    }
    // A degree of longitude is about 0.56 of a degree of latitude in Denmark (cos 56°).
    let across = |it: usize| points[it].0.longitude * 0.56;
    let up = |it: usize| points[it].0.latitude;
    let spread = |of: &dyn Fn(usize) -> f64| {
        let values = || inside.iter().map(|&it| of(it));
        values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min)
    };
    let wide = spread(&across) * (0.6 + 0.8 * tilt) >= spread(&up);
    inside
        .sort_by(|&a, &b| if wide { across(a).total_cmp(&across(b)) } else { up(a).total_cmp(&up(b)) }.then(a.cmp(&b)));
    let half = weight * (0.4 + 0.2 * tilt);
    let mut sum = 0.0;
    let at = inside.iter().position(|&it| {
        sum += points[it].1;
        sum >= half
    });
    let at = (at.unwrap_or(0) + 1).clamp(1, inside.len() - 1);
    let rest = inside.split_off(at);
    cut(points, inside, most, tilt, next, area_of);
    cut(points, rest, most, tilt, next, area_of);
}

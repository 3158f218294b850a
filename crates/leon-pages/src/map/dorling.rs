//! Circles pushed apart until none hides another.
//!
//! Also known as a Dorling cartogram (Dorling 1996, *Area Cartograms: Their Use and Creation*).

/// A circle in a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Circle {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

/// Rounds in which circles are drawn home and pushed apart, and rounds that only push.
const ROUNDS: usize = 300;
const ROUNDS_LAST: usize = 200;
/// Part of the way home that a circle is drawn in a round.
const HOMEWARD: f64 = 0.05;
/// Space between circles.
const SPACE: f64 = 0.6;

/// Moves circles no further than it takes that they do not overlap. The same circles always end the same.
pub(super) fn pushed_apart(homes: &[Circle]) -> Vec<Circle> {
    let mut circles = homes.to_vec();
    for round in 0..ROUNDS + ROUNDS_LAST {
        if round < ROUNDS {
            for (circle, home) in circles.iter_mut().zip(homes) {
                circle.x += (home.x - circle.x) * HOMEWARD;
                circle.y += (home.y - circle.y) * HOMEWARD;
            }
        }
        for first in 0..circles.len() {
            for second in first + 1..circles.len() {
                push(&mut circles, first, second);
            }
        }
    }
    circles
}

/// Pushes two circles apart if they overlap, the smaller one further.
fn push(circles: &mut [Circle], first: usize, second: usize) {
    let (a, b) = (circles[first], circles[second]);
    let apart = a.radius + b.radius + SPACE;
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let distance = dx.hypot(dy);
    if distance >= apart {
        return;
    }
    // Two circles at one point go apart sideways, the later to the right.
    let (ux, uy) = if distance > 1e-9 { (dx / distance, dy / distance) } else { (1.0, 0.0) };
    let (area_a, area_b) = (a.radius * a.radius, b.radius * b.radius);
    let overlap = apart - distance;
    let moved = if area_a + area_b > 0.0 { overlap * area_b / (area_a + area_b) } else { overlap / 2.0 };
    circles[first].x -= ux * moved;
    circles[first].y -= uy * moved;
    circles[second].x += ux * (overlap - moved);
    circles[second].y += uy * (overlap - moved);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circle(x: f64, y: f64, radius: f64) -> Circle {
        Circle { x, y, radius }
    }

    #[test]
    fn circles_that_do_not_touch_stay() {
        let homes = [circle(0.0, 0.0, 5.0), circle(20.0, 0.0, 5.0)];
        assert_eq!(pushed_apart(&homes), homes);
    }

    #[test]
    fn a_crowd_ends_without_overlap() {
        let homes: Vec<_> =
            (0..30).map(|i| circle(f64::from(i % 6), f64::from(i / 6), 3.0 + f64::from(i % 4))).collect();
        let circles = pushed_apart(&homes);
        for (at, a) in circles.iter().enumerate() {
            for b in &circles[at + 1..] {
                let distance = (a.x - b.x).hypot(a.y - b.y);
                assert!(distance > (a.radius + b.radius) * 0.97, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn the_smaller_one_gives_way() {
        let circles = pushed_apart(&[circle(0.0, 0.0, 10.0), circle(0.0, 0.0, 1.0)]);
        assert!(circles[0].x.abs() < 0.5 && circles[1].x > 10.0, "{circles:?}");
    }
}

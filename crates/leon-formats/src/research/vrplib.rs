//! VRPLIB with time windows: vehicles from one depot, customers with demands and hard windows.
//!
//! The format of the instances of Solomon (1987, doi 10.1287/opre.35.2.254) and Gehring & Homberger (1999) as
//! the PyVRP project publishes them, and its `.sol` files.

mod read;
mod sol;
mod write;

pub use read::read_vrplib;
pub use sol::{Sol, read_sol, write_sol};
pub use write::write_vrplib;

/// What stands in an instance. Distances and times have one unit, and driving time is distance.
///
/// Read, it has at least the depot, windows that end after they begin, and either a point for every node or
/// a weight for every pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    pub name: String,
    /// Routes at most; as many as there are nodes when the file does not say.
    pub vehicles: usize,
    /// The most that one vehicle carries.
    pub capacity: f64,
    /// The depot first, then the customers: customer k of a `.sol` file is `nodes[k]`.
    pub nodes: Vec<Node>,
    pub distances: Distances,
}

/// The depot or a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub demand: f64,
    /// Service starts within it; a vehicle may wait for it to open. The depot's holds for leaving and return.
    pub window: (f64, f64),
    /// How long a vehicle stays.
    pub service_time: f64,
}

/// How far it is between two nodes.
#[derive(Clone, Debug, PartialEq)]
pub enum Distances {
    /// Straight lines between the nodes' points (`EUC_2D`).
    Euclid(Vec<(f64, f64)>),
    /// Weights from row to column (`EXPLICIT`, `FULL_MATRIX`).
    Matrix(Vec<Vec<f64>>),
}

impl Instance {
    /// The distance from node `from` to node `to` by the convention of the 12th DIMACS challenge: cut to one
    /// decimal, here in tenths.
    ///
    /// Exact where the coordinates are whole numbers: ⌊10 √d²⌋ is the whole square root of 100 d².
    ///
    /// # Panics
    /// There is no such node.
    ///
    /// # Example
    /// ```
    /// # use leon_formats::research::vrplib::{Distances, Instance};
    /// let distances = Distances::Euclid(vec![(0.0, 0.0), (1.0, 1.0)]);
    /// let instance = Instance { name: String::new(), vehicles: 1, capacity: 1.0, nodes: Vec::new(), distances };
    /// assert_eq!(instance.distance_tenths(0, 1), 14); // √2 = 1.414…
    /// ```
    pub fn distance_tenths(&self, from: usize, to: usize) -> i64 {
        match &self.distances {
            Distances::Euclid(points) => euclid_tenths(points[from], points[to]),
            Distances::Matrix(weights) => (10.0 * weights[from][to]).floor() as i64,
        }
    }
}

fn euclid_tenths(from: (f64, f64), to: (f64, f64)) -> i64 {
    let (dx, dy) = (from.0 - to.0, from.1 - to.1);
    let whole = |it: f64| it.fract() == 0.0 && it.abs() < 1e15;
    if whole(dx) && whole(dy) {
        let squared = 100 * ((dx as i128).pow(2) + (dy as i128).pow(2));
        squared.isqrt() as i64
    } else {
        (100.0 * (dx * dx + dy * dy)).sqrt().floor() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::euclid_tenths;

    #[test]
    fn a_distance_is_cut_to_tenths_and_never_rounded_up() {
        for (point, tenths) in [
            ((3.0, 4.0), 50),                      // 5
            ((1.0, 1.0), 14),                      // 1.4142
            ((2.0, 3.0), 36),                      // 3.6055
            ((0.3, 0.4), 5),                       // 0.5
            ((0.0, 0.0), 0),                       //
            ((1e9, 1.0), 10_000_000_000),          // 1 000 000 000.000 000 000 5
            ((99_999_999.0, 1e9), 10_049_875_620), // 10 √(99999999² + 10¹⁸) = 10 049 875 620.2…
        ] {
            assert_eq!(euclid_tenths((0.0, 0.0), point), tenths, "{point:?}");
            assert_eq!(euclid_tenths(point, (0.0, 0.0)), tenths, "{point:?}");
        }
    }
}

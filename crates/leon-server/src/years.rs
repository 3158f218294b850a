//! What a scenario comes to beside the case as it stands, year by year: as the store keeps it.

use leon_model::{Case, Scenario};
use leon_pages::projection::findings::unmet_fte;
use leon_pages::projection::year_map::local;
use leon_project::{Interval, Path, Projection, YearAnswer};
use serde::{Deserialize, Serialize};

/// A value with the interval in which 80 of 100 draws lie: value, low, high.
type Ends = [f64; 3];

/// Both paths.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Years {
    pub years: Vec<u32>,
    /// The case as it stands, and the scenario.
    pub paths: [PathYears; 2],
    /// Missing full-time positions with the scenario less those without, of the same draws.
    pub difference: Vec<Ends>,
    pub draws: usize,
}

/// A path, a number for each year.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct PathYears {
    pub name_da: String,
    pub name_en: String,
    /// Hours a week.
    pub need: Vec<f64>,
    pub hands: Vec<f64>,
    pub taken_over: Vec<f64>,
    pub unmet: Vec<f64>,
    /// Missing full-time positions.
    pub missing: Vec<Ends>,
    /// By year, the need and unmet hours of each place below the regions, largest unmet share first.
    pub places: Vec<Vec<(String, f64, f64)>>,
}

impl Years {
    /// Takes them out of a projection of the case as it stands and one scenario.
    pub fn of(case: &Case, projection: &Projection, scenarios: &[Scenario; 2], draws: usize) -> Self {
        let [base, with] = [0, 1].map(|at| &projection.paths[at]);
        let all = || 0..projection.years.len();
        Self {
            years: projection.years.iter().map(|it| it.0).collect(),
            paths: [PathYears::of(case, base, &scenarios[0]), PathYears::of(case, with, &scenarios[1])],
            difference: all().map(|year| ends(with.difference(base, year, unmet_fte))).collect(),
            draws,
        }
    }
}

impl PathYears {
    fn of(case: &Case, path: &Path, scenario: &Scenario) -> Self {
        let totals = || path.central.iter().map(|it| it.totals);
        let places = |it: &YearAnswer| {
            let local = local(case, it.places.iter().map(|(id, need, unmet)| (id, *need, *unmet)));
            local.iter().map(|it| (it.place.id.to_string(), it.need.0, it.unmet.0)).collect()
        };
        Self {
            name_da: scenario.name_da.clone(),
            name_en: scenario.name_en.clone(),
            need: totals().map(|it| it.need.0).collect(),
            hands: totals().map(|it| it.hands.0).collect(),
            taken_over: totals().map(|it| it.taken_over.0).collect(),
            unmet: totals().map(|it| it.unmet.0).collect(),
            missing: (0..path.central.len()).map(|year| ends(path.interval(year, unmet_fte))).collect(),
            places: path.central.iter().map(places).collect(),
        }
    }
}

fn ends(it: Interval) -> Ends {
    [it.value, it.low, it.high]
}

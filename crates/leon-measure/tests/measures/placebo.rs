//! A measure that changes nothing, and the measures of the Danish case.

use leon_formats::measure::read_measure;
use leon_measure::{SampleOptions, StudyOptions, draw_days, measure};
use leon_model::{Case, Measure, Moment};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark")
}

fn denmark() -> Case {
    leon_formats::read_case(&folder()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn of_denmark(id: &str) -> Measure {
    let bytes = std::fs::read(folder().join(format!("measures/{id}.toml"))).unwrap();
    read_measure(&bytes).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn a_measure_that_changes_nothing_measures_nothing() {
    let case = denmark();
    let municipalities = vec!["101".into(), "751".into()];
    let sample = SampleOptions { municipalities, days: 4, visits: 40, seed: 3, date: Moment(1_795_388_400) };
    let days = draw_days(&case, &sample).unwrap();
    let placebo = of_denmark("placebo");
    let options = StudyOptions { iterations: 2_000, ..StudyOptions::default() };
    let study = measure(&[&placebo], &days, |_| 1.0, &options, None).unwrap();
    assert!(study.users > 0.0 && study.visits == 0.0);
    assert!(study.released().covers(0.0), "{:?}", study.released());
    // Two searches never end alike, so the interval is one of planning, not a zero by construction.
    assert!(study.released().half_width > 0.0);
    let on_two = measure(&[&placebo], &days, |_| 1.0, &StudyOptions { threads: 2, ..options }, None).unwrap();
    assert_eq!(study, on_two, "the answer does not depend on threads");
}

#[test]
fn the_measures_of_denmark_fit_its_case() {
    let case = denmark();
    let mut count = 0;
    for entry in std::fs::read_dir(folder().join("measures")).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let measure = of_denmark(&id);
        assert_eq!(measure.id.as_str(), id, "a file is named after its measure");
        assert_eq!(measure.problems_in(&case), [], "{id}");
        count += 1;
    }
    assert!(count >= 4);
}

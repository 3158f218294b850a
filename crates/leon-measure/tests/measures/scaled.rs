//! From a study to the country.

use leon_formats::read_case;
use leon_generate::Terrain;
use leon_measure::Kind;
use leon_measure::*;
use leon_model::*;
use std::collections::BTreeMap;
use std::path::Path;

fn denmark() -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    read_case(&folder).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn screen_visits() -> Measure {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark/measures/screen-visits.toml");
    leon_formats::measure::read_measure(&std::fs::read(path).unwrap()).unwrap()
}

/// Of 1,000 minutes of care 50 released, 40 to 60; by rest of the search 5 more or less.
fn study() -> Study {
    let less = BTreeMap::from([(Quantity::Released, Estimate { mean: 50.0, half_width: 10.0 })]);
    let kind = Kind::Terrain(Terrain::Rural);
    let types = vec![Type { kind, weight: 1.0, days: 2, less: less.clone(), used_without: 2000.0, about: 1000.0 }];
    Study {
        less,
        used_without: 2000.0,
        about: 1000.0,
        gap_without: 200.0,
        gap_with: 200.0,
        drift: Estimate { mean: 5.0, half_width: 0.0 },
        users: 1.0,
        visits: 1.0,
        types,
        pairs: vec![],
    }
}

#[test]
fn what_was_measured_is_used_by_a_match() {
    let (case, measure) = (denmark(), screen_visits());
    let scaled = scale(&case, &[&measure], &study(), 2).unwrap();
    // (40 − 5, 50, 60 + 5) of 1,000.
    let share = [scaled.share.low, scaled.share.value, scaled.share.high];
    assert!(share.iter().zip([0.035, 0.05, 0.065]).all(|(found, wanted)| (found - wanted).abs() < 1e-12), "{share:?}");
    for (hours, share) in scaled.released.iter().zip(share) {
        // A match uses no more of it than there is.
        assert!(hours.0 > 0.0 && hours.0 <= scaled.scope.0 * share + 1e-6, "{hours:?} of {:?} × {share}", scaled.scope);
    }
    assert!(scaled.met.0 >= -1e-6 && scaled.met.0 + scaled.not_bought.0 <= scaled.released[1].0 + 1e-6);
    assert_eq!(scaled.types.len(), 1);
    assert!(scaled.types[0].1.0 < scaled.released[1].0, "rural municipalities are not the country");
    // The technology's claim stays beside its effect, with the source of the effect.
    let source = Source {
        id: "measured".into(),
        title: "t".into(),
        publisher: String::new(),
        year: String::new(),
        locator: String::new(),
        url: String::new(),
    };
    let with = with_effect(&case, &[&measure], &share_released(&study(), "measured".into()), source).unwrap();
    let technology = with.technologies.iter().find(|it| it.id.as_str() == "screen-visits").unwrap();
    assert_eq!(technology.claimed_fte.as_ref().map(|it| it.value), Some(700.0));
    let effect = technology.effect.as_ref().unwrap();
    assert_eq!((effect.freed_share.class, effect.freed_share.source.as_str()), (EvidenceClass::Measured, "measured"));
}

#[test]
fn a_promise_is_held_against_the_interval() {
    let figure = Figure::exact(0.1, EvidenceClass::Measured, "t");
    let hours = |value: f64| Hours(value);
    let scaled = Scaled {
        share: figure,
        scope: hours(0.0),
        released: [hours(0.0); 3],
        fte: [100.0, 200.0, 300.0],
        met: hours(0.0),
        not_bought: hours(0.0),
        types: vec![],
    };
    let table = [
        (Finding::Measured, 250.0, Verdict::Confirmed),
        (Finding::Proven, 99.0, Verdict::Higher),
        (Finding::Measured, 301.0, Verdict::Lower),
        (Finding::NotShown, 301.0, Verdict::Lower),
        (Finding::NotShown, 250.0, Verdict::NotTestable),
        (Finding::PlanLonger, 250.0, Verdict::NotTestable),
    ];
    for (finding, promised, wanted) in table {
        assert_eq!(scaled.verdict(finding, promised), wanted, "{finding:?}, {promised}");
    }
}

#[test]
fn the_figure_that_counts_comes_first() {
    // A study that releases 100 × adoption + 10 × eligible.
    let study_of = |measure: &Measure| {
        let released = 100.0 * measure.adoption.value + 10.0 * measure.eligible.value;
        let less = BTreeMap::from([(Quantity::Released, Estimate { mean: released, half_width: 0.0 })]);
        Ok(Study { less, ..study() })
    };
    let found = drivers(&screen_visits(), study_of).unwrap();
    // Adoption 0.1 to 0.7 moves it by 60; the share of those for whom it is an option, 0.1 to 0.5, by 4.
    assert_eq!((found[0].path.as_str(), found[0].swing().round()), ("take_up.adoption", 60.0));
    assert_eq!((found[1].path.as_str(), found[1].swing().round()), ("eligible.share", 4.0));
    assert!(found[2..].iter().all(|it| it.swing() < 1e-9));
    assert!(found.iter().all(|it| it.low < it.high), "a figure without a range moves nothing");
}

#[test]
fn figures_that_move_at_once_are_told_apart() {
    // 100 × adoption + 10 × eligible: on their ranges, 0.1 to 0.7 and 0.1 to 0.5, changes of 60 and of 4.
    let study_of = |measure: &Measure| {
        let released = 100.0 * measure.adoption.value + 10.0 * measure.eligible.value;
        let less = BTreeMap::from([(Quantity::Released, Estimate { mean: released, half_width: 0.0 })]);
        Ok(Study { less, ..study() })
    };
    let measure = screen_visits();
    let found = regression(&measure, 30, 1, study_of).unwrap();
    let changes = found.leanings.iter().map(|it| (it.path.as_str(), (it.change.mean * 1e6).round() / 1e6));
    assert_eq!(changes.take(2).collect::<Vec<_>>(), [("take_up.adoption", 60.0), ("eligible.share", 4.0)]);
    assert!(found.leanings[2..].iter().all(|it| it.weight.abs() < 1e-9) && found.explained > 1.0 - 1e-9);
    assert_eq!(found, regression(&measure, 30, 1, study_of).unwrap());
    // A plane through as many draws as figures has nothing left to err by.
    let figures = found.leanings.len();
    let few = regression(&measure, figures + 1, 1, study_of);
    assert_eq!(few, Err(MeasureError::TooFewDraws { draws: figures + 1, wanted: figures + 2 }));
}

//! What projections of the national case rest on.

use super::{CASE, assert_close, folder};
use leon_model::{AgeBand, EvidenceClass, GroupId, StaffFlow, Year};
use std::collections::BTreeMap;

fn national(year: u32, age: AgeBand) -> f64 {
    let rows = CASE.population.iter().filter(|it| it.year == Year(year) && it.age == age);
    rows.map(|it| it.persons.value).sum()
}

#[test]
fn every_municipality_has_inhabitants_of_every_age_in_every_year() {
    assert_eq!(CASE.population.len(), 98 * 7 * 5);
    for place in CASE.places.iter().filter(|it| it.kind == leon_model::PlaceKind::Municipality) {
        let all = CASE.population.iter().filter(|it| it.place == place.id && it.year == Year(2026));
        let first: f64 = all.map(|it| it.persons.value).sum();
        // Each band is rounded for itself.
        assert_close(first, place.population.as_ref().expect("a population").value, 14.0);
    }
}

#[test]
fn the_nation_grows_to_2045_as_the_un_says() {
    // UN WPP 2019, 80 or more, 2040 and 2045; and five ages of each group of five.
    let un = std::fs::read_to_string(folder().join("inputs/population_un.csv")).expect("UN's projection");
    let sum = |column: usize| -> f64 {
        let rows = un.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
        let old = rows.filter(|row| row[0].starts_with(['8', '9']) || row[0] == "100+");
        old.map(|row| row[column].parse::<f64>().expect("a number")).sum()
    };
    let growth = sum(3) / sum(2);
    // 98 municipalities rounded to whole people.
    assert_close(national(2045, AgeBand::From80), 498_958.0 * growth, 49.0);
}

#[test]
fn the_extension_has_the_error_on_2040_that_the_readme_says() {
    // The range of 2045 is the rule's error from 2035 to 2040 and 0.15 % a year for 19 years.
    let readme = std::fs::read_to_string(folder().join("README.md")).expect("the case's README");
    for (age, said) in
        [(AgeBand::From80, "2.4 % (root"), (AgeBand::From65, "2.7 % for 65-79"), (AgeBand::From35, "1.4 % for 35-64")]
    {
        assert!(readme.contains(said), "{said}");
        let error = if age >= AgeBand::From65 { 0.0015 } else { 0.003 };
        let said: f64 = said.split(' ').next().and_then(|it| it.parse().ok()).expect("a number");
        let largest = CASE.population.iter().filter(|it| it.year == Year(2045) && it.age == age);
        let largest = largest.max_by(|a, b| a.persons.value.total_cmp(&b.persons.value)).expect("a row");
        assert_eq!(largest.persons.class, EvidenceClass::Assumption);
        assert_close(100.0 * (largest.persons.high / largest.persons.value - 1.0 - 19.0 * error), said, 0.06);
    }
}

#[test]
fn the_ages_of_each_group_add_up_to_one() {
    let mut sums: BTreeMap<&GroupId, f64> = BTreeMap::new();
    for it in CASE.workforce.iter().filter(|it| it.flow == StaffFlow::AgeShare) {
        *sums.entry(&it.group).or_default() += it.value.value;
    }
    assert_eq!(sums.len(), 6);
    for (group, sum) in sums {
        assert!((sum - 1.0).abs() < 1e-9, "{group}: {sum}");
    }
}

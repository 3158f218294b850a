use super::*;
use crate::Taken;
use crate::tiny_day::TinyDay;

fn day() -> SampledDay {
    let day = TinyDay::new().carer("eva", "helper").visit("v1", "a", 30).visit("v2", "b", 30).day();
    let sampled = SampledDay::given("line", Terrain::Town, day, 1);
    SampledDay { day: for_minutes(sampled.day).unwrap(), ..sampled }
}

fn options() -> StudyOptions {
    StudyOptions { iterations: 200, ..StudyOptions::default() }
}

#[test]
fn needs_that_differ_are_not_compared() {
    let sampled = day();
    let mut applied = apply(&[], &sampled).unwrap();
    assert_eq!(compare(&sampled, &applied, &options()).unwrap().of(&Quantity::Released), 0.0);
    // A technology claims ten minutes of a need that nobody has less of.
    applied.taken.push(Taken { task: None, technology: "robot".into(), minutes: Minutes(10) });
    let refused = compare(&sampled, &applied, &options());
    assert!(matches!(refused, Err(MeasureError::NotComparable(NotComparable::NeedsDiffer { .. }))), "{refused:?}");
    // A visit that is gone without anything that does it.
    let mut tables = sampled.day.clone().into_tables();
    tables.visits.pop();
    let applied = Applied { day: Day::new(tables).unwrap(), taken: Vec::new(), ..applied };
    let refused = compare(&sampled, &applied, &options());
    assert!(matches!(refused, Err(MeasureError::NotComparable(NotComparable::NeedsDiffer { .. }))), "{refused:?}");
}

//! Two plans told apart, by hand.

use super::tiny_day::*;
use leon_model::*;
use leon_route::{SlotChange, diff_plans};

#[test]
fn each_kind_of_change_is_told_for_citizens_and_carers() {
    let day = TinyDay::new().carer("anna", "helper").carer("bente", "helper");
    let day = day.visit("v", "a", 30).visit("w", "b", 30).visit("x", "c", 20).visit("y", "c", 20).day();
    // Before: anna v w; bente x, and z that is gone since. After: anna w v; bente y; x left out.
    let before = plan().route("anna", 480).at("v", 10, 30).at("w", 10, 30).home(20);
    let before = before.route("bente", 480).at("x", 31, 20).at("z", 0, 10).home(30).leave_out("y", 0);
    let after = plan().route("anna", 480).at("w", 20, 30).at("v", 10, 30).home(10);
    let after = after.route("bente", 480).at("y", 31, 20).home(30).leave_out("x", 0);
    let diff = diff_plans(&day, &before, &after).unwrap();

    let told: Vec<_> = diff
        .citizens
        .iter()
        .flat_map(|it| it.slots.iter().map(|slot| (slot.visit.as_str(), slot.change.clone())))
        .collect();
    let (anna, bente) = (CarerId::from("anna"), CarerId::from("bente"));
    let expected = [
        ("v", SlotChange::OtherTime { carer: anna.clone(), from: clock(490), to: clock(540) }),
        ("w", SlotChange::OtherTime { carer: anna, from: clock(530), to: clock(500) }),
        ("x", SlotChange::NewlyLeftOut { carer: bente.clone(), start: clock(511) }),
        ("y", SlotChange::NewlyDone { carer: bente.clone(), start: clock(511) }),
        ("z", SlotChange::Cancelled { carer: bente, start: clock(531) }),
    ];
    assert_eq!(told, expected);
    // Citizens at a, b, c; z tells no citizen.
    assert_eq!((diff.citizens.len(), diff.citizens_touched, diff.carers_touched), (4, 3, 2));

    let [anna, bente] = &diff.carers[..] else { panic!("{:?}", diff.carers) };
    assert!(anna.order_changed && anna.gained.is_empty() && anna.lost.is_empty());
    // Both routes are o, a, b, o one way or the other: 40 minutes of travel, 60 of care.
    assert_eq!((anna.travel, anna.done_later()), (Seconds(0), Some(Seconds(0))));
    assert_eq!(bente.gained, [("y".into(), 0)]);
    assert_eq!(bente.lost, [("x".into(), 0), ("z".into(), 0)]);
    assert_eq!(bente.done_later(), Some(Seconds(-600))); // without the 10 minutes of z
}

#[test]
fn another_carer_touches_both_and_small_delays_nobody() {
    let mut day = TinyDay::new().carer("anna", "helper").carer("bente", "helper").visit("v", "a", 30);
    day.0.change_tolerance = Minutes(10);
    let day = day.day();
    let by = |carer: &str, wait: i64| plan().route(carer, 480).at("v", 10, 30).wait(wait).home(10);
    let diff = diff_plans(&day, &by("anna", 0), &by("bente", 0)).unwrap();
    assert_eq!((diff.citizens_touched, diff.carers_touched), (1, 2));
    assert_eq!(
        diff.citizens[0].slots[0].change,
        SlotChange::OtherCarer {
            from: "anna".into(),
            to: "bente".into(),
            start_from: clock(490),
            start_to: clock(490)
        }
    );
    assert_eq!(diff.carers[0].done, (Some(clock(530)), None));
    assert_eq!(diff.carers[0].travel, Seconds(-1200));

    // Ten minutes are within the tolerance, eleven are not.
    for (wait, touched) in [(10, 0), (11, 1)] {
        let diff = diff_plans(&day, &by("anna", 0), &by("anna", wait)).unwrap();
        assert_eq!((diff.citizens.len(), diff.citizens_touched, diff.carers_touched), (1, touched, touched));
    }
}

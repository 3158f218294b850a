use crate::example;
use leon_model::{Burden, RosterGoal};
use leon_roster::{
    Figures, Iterations, RosterOptions, Variant, VariantError, bound_period, carried_by, led_by, plan_roster, vary,
};

#[test]
fn outpatient_staff_can_share_the_ward_s_duty() {
    let period = example();
    // s05 works in both already; f01 too. Nobody works in the outpatient clinic alone.
    let share = Variant::ShareDuty { from: "amb".into(), to: "m1".into(), share: 0.5 };
    assert_eq!(vary(&period, &share), Err(VariantError::NobodyToShare("amb".into())));
    // The other way: ten people of the ward get half of their post in the clinic.
    let share = Variant::ShareDuty { from: "m1".into(), to: "amb".into(), share: 0.5 };
    let varied = vary(&period, &share).unwrap();
    let both = |it: &leon_model::Person| it.workplaces.len() == 2;
    assert_eq!(
        (period.people.iter().filter(|it| both(it)).count(), varied.people.iter().filter(|it| both(it)).count()),
        (2, 12)
    );
}

#[test]
fn one_more_nurse_covers_more() {
    let period = example();
    let more = vary(&period, &Variant::OneMore { group: "nurse".into(), unit: "m1".into() }).unwrap();
    assert_eq!(more.people.len(), period.people.len() + 1);
    let plan = |period| plan_roster(period, &RosterOptions::new(&Iterations(300_000))).unwrap().verdict;
    let (before, after) = (plan(&period), plan(&more));
    assert!(Figures::of(&after).uncovered < Figures::of(&before).uncovered);
    // The ward has nights every night, so that somebody carries them.
    let (people, mean, most) = carried_by(&period, &before, Burden::Nights);
    assert!(people > 1 && mean <= most && most.0 > 0);
}

#[test]
fn people_are_counted_by_their_leader() {
    let led = led_by(&example());
    let counts: Vec<_> = led.iter().map(|(unit, people)| (unit.to_string(), people.len())).collect();
    assert_eq!(counts, [("amb".to_owned(), 1), ("m1".to_owned(), 11)]);
}

#[test]
fn a_bound_is_never_above_a_roster() {
    let period = example();
    let planned = plan_roster(&period, &RosterOptions::new(&Iterations(300_000))).unwrap();
    let found = bound_period(&period, &planned.roster, None, &Iterations(5)).unwrap();
    assert_eq!(found.bound.breaches.bound, 0);
    assert!(found.cost.breaches() == 0 && found.bound.price.bound <= found.cost.price());
    assert!(found.bound.price.bound > 0, "nights are short of people whoever works them");
    assert!(found.krone > 0.0 && planned.verdict.value(RosterGoal::Cover) > 0.0);
}

//! Sums that the sources give.

use crate::{CASE, assert_close};
use leon_model::{EvidenceClass, Need};
use std::collections::BTreeSet;

/// Figure B11, FTE by setting: SSH, SSA, nurses, therapists, other care staff.
#[test]
fn municipal_staff_adds_up_to_figure_b11() {
    let groups = ["ssh", "ssa", "nurse", "therapist", "unskilled"];
    let b11 = [
        ("home_nursing", [53.0, 325.0, 5656.0, 67.0, 19.0]),
        ("home_care", [12965.0, 6867.0, 1017.0, 364.0, 4077.0]),
        ("nursing_home", [14157.0, 12574.0, 2963.0, 630.0, 5837.0]),
        ("rehabilitation", [51.0, 419.0, 184.0, 3462.0, 38.0]),
    ];
    for (setting, national) in b11 {
        for (group, fte) in groups.into_iter().zip(national) {
            let here = CASE.capacity.iter().filter(|it| it.setting.as_str() == setting && it.group.as_str() == group);
            // 98 rows, each rounded to a thousandth of an FTE.
            assert_close(here.map(|it| it.fte.value).sum(), fte, 98.0 * 0.0005);
        }
    }
}

/// 98 municipalities in 5 regions, and the base population of FRKM126 without Christiansø.
#[test]
fn places_add_up_to_the_country() {
    assert_eq!(CASE.places.len(), 1 + 5 + 98);
    let population = |id: &str| CASE.place(&id.into()).population.as_ref().map_or(0.0, |it| it.value);
    assert_eq!(population("dk"), 6_025_510.0);
    assert_eq!(["1081", "1082", "1083", "1084", "1085"].map(population).iter().sum::<f64>(), 6_025_510.0);
}

/// Figures 2.3, 2.4 and 2.5.
#[test]
fn failed_recruitments_add_up_to_the_national_figures() {
    for (group, national) in [("ssa", 5740.0), ("ssh", 4250.0), ("nurse", 2010.0)] {
        let regions = CASE.recruitment.iter().filter(|it| it.group.as_str() == group);
        assert_eq!(regions.map(|it| it.failed.value).sum::<f64>(), national, "{group}");
    }
}

#[test]
fn claims_add_up_to_ten_thousand_and_are_not_planned_with() {
    let claims: Vec<_> = CASE.technologies.iter().filter_map(|it| Some((it, it.claimed_fte.as_ref()?))).collect();
    assert_eq!(claims.iter().map(|(_, claim)| claim.value).sum::<f64>(), 10_000.0);
    for (technology, claim) in claims {
        assert_eq!((claim.class, &technology.effect), (EvidenceClass::Claim, &None), "{}", technology.id);
    }
}

/// Figure 2.13: medicine administration is more than 40 % of home nursing services, wherever given;
/// wounds, dispensing and compression together around 35 %.
#[test]
fn home_nursing_services_follow_figure_2_13() {
    let nursing = |it: &&Need| it.setting.as_str() == "home_nursing";
    let services: BTreeSet<_> = CASE.needs.iter().filter(nursing).map(|it| it.task.as_str()).collect();
    let hours = |counts: &dyn Fn(&str) -> bool| -> f64 {
        let at_home = |it: &&Need| ["home_nursing", "home_care"].contains(&it.setting.as_str());
        // Home care coordinates its own work besides, which is no home nursing service.
        let own = |it: &&Need| it.setting.as_str() == "home_care" && it.task.as_str() == "care_coordination";
        let counted = CASE.needs.iter().filter(|it| at_home(it) && !own(it) && counts(it.task.as_str()));
        counted.map(|it| it.hours_per_week.value).sum()
    };
    let all = hours(&|task| services.contains(task));
    assert_close(hours(&|task| task == "med_admin") / all, 0.42, 0.01);
    assert_close(hours(&|task| ["wound_care", "med_dispensing", "compression"].contains(&task)) / all, 0.35, 0.01);
}

/// Statistics Denmark: 156,100 recipients at 3.2 hours a week; home care's hours should be near that.
#[test]
fn home_care_hours_are_near_the_hours_granted() {
    let home_care = CASE.capacity.iter().filter(|it| it.setting.as_str() == "home_care");
    assert_close(home_care.map(|it| CASE.care_hours(it).0).sum::<f64>() / (156_100.0 * 3.2), 1.0, 0.05);
}

/// A quarter of a full-time position behind each of 12,000 failed recruitments, and the hours bought.
#[test]
fn needs_exceed_the_staff_by_a_few_per_cent() {
    let needs: f64 = CASE.needs.iter().map(|it| it.hours_per_week.value).sum();
    let at_hand: f64 = CASE.capacity.iter().map(|it| CASE.care_hours(it).0).sum();
    assert!((1.02..1.06).contains(&(needs / at_hand)), "{}", needs / at_hand);
}

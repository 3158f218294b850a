//! The national case: the committed files are what the inputs give, and the sums are the sources'.

use leon_model::{Case, EvidenceClass, Sense, ShareOf, Tables, looks_like_cpr};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use xtask::denmark;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(denmark::FOLDER)
}

fn case() -> Case {
    Case::new(denmark::build(&folder().join("inputs")).expect("the inputs are read")).expect("the tables are a case")
}

fn close(left: f64, right: f64, by: f64) {
    assert!((left - right).abs() <= by, "{left} is not within {by} of {right}");
}

#[test]
fn building_again_gives_the_committed_files() {
    let fresh = tempfile::tempdir().expect("a temporary folder");
    denmark::write(&folder().join("inputs"), fresh.path()).expect("the case is built");
    let mut compared = 0;
    for file in std::fs::read_dir(fresh.path()).expect("the fresh folder") {
        let name = file.expect("a file").file_name();
        let [built, committed] = [fresh.path(), &folder()].map(|it| std::fs::read(it.join(&name)).unwrap_or_default());
        assert!(built == committed, "{name:?} differs: run `cargo run --release -p xtask -- denmark` and commit");
        compared += 1;
    }
    let csv = |it: &std::fs::DirEntry| it.path().extension().is_some_and(|ext| ext == "csv");
    let committed = std::fs::read_dir(folder()).expect("the case").flatten().filter(csv).count();
    assert_eq!(compared, committed + 1, "the tables and datapackage.json, nothing left over");
}

#[test]
fn nothing_is_odd_about_the_case() {
    assert_eq!(case().warnings(), []);
}

/// Figure B11, FTE by setting and group.
#[test]
fn municipal_staff_adds_up_to_figure_b11() {
    let b11 = [
        ("home_nursing", [("ssh", 53.0), ("ssa", 325.0), ("nurse", 5656.0), ("therapist", 67.0), ("unskilled", 19.0)]),
        (
            "home_care",
            [("ssh", 12965.0), ("ssa", 6867.0), ("nurse", 1017.0), ("therapist", 364.0), ("unskilled", 4077.0)],
        ),
        (
            "nursing_home",
            [("ssh", 14157.0), ("ssa", 12574.0), ("nurse", 2963.0), ("therapist", 630.0), ("unskilled", 5837.0)],
        ),
        (
            "rehabilitation",
            [("ssh", 51.0), ("ssa", 419.0), ("nurse", 184.0), ("therapist", 3462.0), ("unskilled", 38.0)],
        ),
    ];
    let case = case();
    for (setting, groups) in b11 {
        for (group, fte) in groups {
            let here = case.capacity.iter().filter(|it| it.setting.as_str() == setting && it.group.as_str() == group);
            close(here.map(|it| it.fte.value).sum(), fte, 98.0 * 0.0005);
        }
    }
}

/// 98 municipalities in 5 regions, and the base population of FRKM126 without Christiansø.
#[test]
fn places_add_up_to_the_country() {
    let case = case();
    assert_eq!(case.places.len(), 1 + 5 + 98);
    let population = |id: &str| case.place(&id.into()).population.as_ref().map_or(0.0, |it| it.value);
    assert_eq!(population("dk"), 6_025_510.0);
    assert_eq!(["1081", "1082", "1083", "1084", "1085"].map(population).iter().sum::<f64>(), 6_025_510.0);
}

/// Figures 2.3 to 2.5: SSA 5,740, SSH 4,250, nurses 2,010 failed recruitments.
#[test]
fn failed_recruitments_add_up_to_the_national_figures() {
    for (group, national) in [("ssa", 5740.0), ("ssh", 4250.0), ("nurse", 2010.0)] {
        let case = case();
        let regions = case.recruitment.iter().filter(|it| it.group.as_str() == group);
        assert_eq!(regions.map(|it| it.failed.value).sum::<f64>(), national, "{group}");
    }
}

#[test]
fn claims_add_up_to_ten_thousand_and_are_not_planned_with() {
    let case = case();
    let claims: Vec<_> = case.technologies.iter().filter_map(|it| Some((it, it.claimed_fte.as_ref()?))).collect();
    assert_eq!(claims.iter().map(|(_, claim)| claim.value).sum::<f64>(), 10_000.0);
    for (technology, claim) in claims {
        assert_eq!((claim.class, &technology.effect), (EvidenceClass::Claim, &None), "{}", technology.id);
    }
}

#[test]
fn baseline_shares_add_up_to_one_in_every_cell_with_need() {
    let case = case();
    for need in &case.needs {
        let shares = case.baseline_of(&need.setting, &need.task, need.complexity);
        close(shares.iter().map(|it| it.share.value).sum(), 1.0, 1e-9);
    }
}

/// Hours by group as today's shares of the needs, less what is missing or bought: what the staff have.
#[test]
fn the_baseline_uses_the_hours_at_hand() {
    let case = case();
    let mut used: BTreeMap<_, f64> = BTreeMap::new();
    for need in &case.needs {
        for share in case.baseline_of(&need.setting, &need.task, need.complexity) {
            let key = (need.setting.clone(), share.group.clone());
            *used.entry(key).or_default() += share.share.value * need.hours_per_week.value;
        }
    }
    let mut at_hand: BTreeMap<_, f64> = BTreeMap::new();
    for capacity in &case.capacity {
        *at_hand.entry((capacity.setting.clone(), capacity.group.clone())).or_default() += case.care_hours(capacity).0;
    }
    for (key, used) in used {
        // No group lacks or buys more than 12 % nationally, and none has idle hours beyond rounding.
        let over = used / at_hand[&key] - 1.0;
        assert!((-0.015..0.12).contains(&over), "{} {}: {over:.3}", key.0, key.1);
    }
}

/// "Around 10 per cent of nurses' time" on wards goes to administrative tasks and odd jobs (section 2.2).
#[test]
fn ward_nurses_spend_about_a_tenth_on_odd_jobs() {
    let case = case();
    for setting in ["medical_ward", "surgical_ward"] {
        let (mut odd, mut all) = (0.0, 0.0);
        for need in case.needs.iter().filter(|it| it.setting.as_str() == setting) {
            let shares = case.baseline_of(&need.setting, &need.task, need.complexity);
            let nurse = shares.iter().find(|it| it.group.as_str() == "nurse").map_or(0.0, |it| it.share.value);
            let hours = nurse * need.hours_per_week.value;
            all += hours;
            odd += if case.task(&need.task).level == leon_model::TaskLevel::OddJob { hours } else { 0.0 };
        }
        assert!((0.08..0.12).contains(&(odd / all)), "{setting}: {:.3}", odd / all);
    }
}

/// Figure 2.13: medicine administration is more than 40 % of all home nursing services, wherever
/// given; wounds, dispensing and compression together around 35 %.
#[test]
fn home_nursing_services_follow_figure_2_13() {
    let case = case();
    let services = ["home_nursing", "home_care"];
    let hours = |tasks: &[&str]| -> f64 {
        let here =
            |it: &&leon_model::Need| services.contains(&it.setting.as_str()) && tasks.contains(&it.task.as_str());
        case.needs.iter().filter(here).map(|it| it.hours_per_week.value).sum()
    };
    let home_nursing_only = |it: &&leon_model::Need| it.setting.as_str() == "home_nursing";
    let tasks: std::collections::BTreeSet<&str> =
        case.needs.iter().filter(home_nursing_only).map(|it| it.task.as_str()).collect();
    // Coordination of home care itself is not a nursing service.
    let all: f64 = hours(&tasks.into_iter().filter(|it| *it != "care_coordination").collect::<Vec<_>>()) / 0.98;
    close(hours(&["med_admin"]) / all, 0.42, 0.015);
    close(hours(&["wound_care", "med_dispensing", "compression"]) / all, 0.35, 0.015);
}

/// Each binding in force, as the planner reads it, holds for what is done today.
#[test]
fn today_keeps_every_binding_and_the_continuity() {
    let case = case();
    for binding in case.bindings.iter().filter(|it| it.kind.counted == leon_model::Counted::StaffCare) {
        let mut cells: BTreeMap<_, (f64, f64)> = BTreeMap::new();
        for need in
            case.needs.iter().filter(|it| case.place(&it.place).id.as_str() == "101" || it.place.as_str() == "1084")
        {
            let (task, scope) = (case.task(&need.task), &binding.scope);
            let in_scope = (scope.settings.is_empty() || scope.settings.contains(&need.setting))
                && (scope.tasks.is_empty() || scope.tasks.contains(&need.task))
                && (scope.task_levels.is_empty() || scope.task_levels.contains(&task.level))
                && (scope.complexities.is_empty() || scope.complexities.contains(&need.complexity))
                && (scope.competences.is_empty() || scope.competences.contains(task.competence(need.complexity)))
                && (scope.through.is_empty() || scope.through.contains(&leon_model::Through::Held));
            if !in_scope {
                continue;
            }
            let key = match binding.kind.cell {
                leon_model::Cell::PlaceSettingComplexity => (&need.setting, Some(need.complexity)),
                _ => (&need.setting, None),
            };
            let (own, all) = cells.entry(key).or_default();
            for share in case.baseline_of(&need.setting, &need.task, need.complexity) {
                let hours = share.share.value * need.hours_per_week.value;
                *all += hours;
                *own += if scope.groups.is_empty() || scope.groups.contains(&share.group) { hours } else { 0.0 };
            }
        }
        for ((setting, _), (own, all)) in cells {
            let value = if binding.kind.share_of == ShareOf::Hours { own } else { own / all };
            // Missing hours tilt a region's mix of tasks a little, hence the half per cent.
            let holds = match binding.kind.sense {
                Sense::AtMost => value <= binding.limit() + 0.005,
                Sense::AtLeast => value >= binding.limit() - 0.005,
            };
            assert!(holds, "{} in {setting}: {value:.4} against {:.4}", binding.id, binding.limit());
        }
    }
    for rule in &case.continuity {
        let (mut own, mut all) = (0.0, 0.0);
        for need in case.needs.iter().filter(|it| it.setting == rule.setting && it.complexity == rule.complexity) {
            for share in case.baseline_of(&need.setting, &need.task, need.complexity) {
                let hours = share.share.value * need.hours_per_week.value;
                all += hours;
                own += if rule.groups.contains(&share.group) { hours } else { 0.0 };
            }
        }
        assert!(own / all >= rule.share_min.value, "{} {}: {:.3}", rule.setting, rule.complexity, own / all);
    }
}

/// Failed recruitments of a quarter full-time position each, and the hours bought: some per cent.
#[test]
fn needs_exceed_the_staff_by_a_few_per_cent() {
    let case = case();
    let needs: f64 = case.needs.iter().map(|it| it.hours_per_week.value).sum();
    let at_hand: f64 = case.capacity.iter().map(|it| case.care_hours(it).0).sum();
    assert!((1.02..1.06).contains(&(needs / at_hand)), "{}", needs / at_hand);
}

/// Statistics Denmark: 156,100 recipients at 3.2 hours a week; home care's hours should be near that.
#[test]
fn home_care_hours_are_near_the_hours_granted() {
    let case = case();
    let home_care = case.capacity.iter().filter(|it| it.setting.as_str() == "home_care");
    let hours: f64 = home_care.map(|it| case.care_hours(it).0).sum();
    close(hours / (156_100.0 * 3.2), 1.0, 0.05);
}

#[test]
fn every_source_is_used_or_describes_the_case_and_no_text_looks_like_a_cpr_number() {
    let name_of = |name: std::io::Result<std::fs::DirEntry>| name.expect("a file").path();
    let csv = |it: &PathBuf| it.extension().is_some_and(|ext| ext == "csv");
    let texts: Vec<(PathBuf, String)> = [folder(), folder().join("inputs")]
        .into_iter()
        .flat_map(|dir| std::fs::read_dir(dir).expect("the case").map(name_of).filter(csv))
        .map(|path| (path.clone(), std::fs::read_to_string(path).expect("UTF-8")))
        .collect();
    for (path, text) in &texts {
        assert!(!text.lines().flat_map(|it| it.split(',')).any(looks_like_cpr), "{}", path.display());
    }
    let tables: Tables = case().into_tables();
    for source in &tables.sources {
        let is_source_table = |path: &Path| path.ends_with("sources.csv");
        let cited = |text: &str| text.split([',', '\n']).any(|cell| cell == source.id.as_str());
        let readme = std::fs::read_to_string(folder().join("README.md")).expect("the case's README");
        assert!(
            texts.iter().any(|(path, text)| !is_source_table(path) && cited(text))
                || readme.contains(&format!("`{}`", source.id)),
            "{} is cited nowhere",
            source.id
        );
    }
}

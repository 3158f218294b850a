use super::*;
use crate::Lang;

const GOOD: &str = r#"
id = "robot"
name_da = "Robot"
name_en = "Robot"
technology = "medicine-robot"

[eligible]
tasks = ["med_admin"]
complexities = ["low", "medium"]
share = { value = 0.3, low = 0.1, high = 0.5, class = "assumption", source = "leon" }

[take_up]
adoption = { value = 0.5, class = "assumption", source = "leon" }
drop_out = { value = 0.2, class = "assumption", source = "leon" }
failure = { value = 0.05, class = "assumption", source = "leon" }

[[change]]
kind = "disappears"

[[cost]]
kind = "visit"
per_user_week = { value = 0.5, class = "assumption", source = "leon" }
minutes = { value = 20, class = "assumption", source = "leon" }
groups = ["ssa", "nurse"]

[sources]
leon = "An assumption"
"#;

fn codes(text: &str) -> Vec<(String, &'static str)> {
    let problems = read_measure(text.as_bytes()).expect_err("the file is damaged");
    problems.into_iter().map(|it| (it.path.clone(), it.code())).collect()
}

#[test]
fn a_measure_is_read_whole() {
    let measure = read_measure(GOOD.as_bytes()).unwrap();
    assert_eq!(measure.id.as_str(), "robot");
    // 0.3 × 0.5 × (1 − 0.2) = 0.12 of the citizens have it.
    assert!((measure.users_share() - 0.12).abs() < 1e-12);
    assert_eq!(measure.changes, [MeasureChange::Disappears]);
    assert!(matches!(&measure.costs[..], [MeasureCost::Visit { groups, .. }] if groups.len() == 2));
    assert_eq!((measure.adoption.low, measure.adoption.high), (0.5, 0.5));
}

#[test]
fn every_damage_has_its_own_message() {
    // What is written, what instead, where the problem stands, its code.
    let table = [
        ("id = \"robot\"", "id = \"\"", "id", "M007"),
        ("id = \"robot\"", "id = \"a b\"", "id", "M008"),
        ("id = \"robot\"", "id = \"0101801234\"", "id", "M009"),
        ("id = \"robot\"", "id = 7", "id", "M005"),
        ("id = \"robot\"", "id = robot", "", "M002"),
        ("name_da = \"Robot\"\n", "", "name_da", "M003"),
        ("technology", "tecnology", "tecnology", "M004"),
        ("technology = \"medicine-robot\"", "instead_of = \"robot\"", "instead_of", "M015"),
        ("technology = \"medicine-robot\"", "instead_of = \"\"", "instead_of", "M007"),
        ("tasks = [\"med_admin\"]", "tasks = []", "eligible.tasks", "M007"),
        ("tasks = [\"med_admin\"]", "tasks = \"med_admin\"", "eligible.tasks", "M005"),
        ("tasks = [\"med_admin\"]", "tasks = [3]", "eligible.tasks[0]", "M005"),
        ("\"medium\"]", "\"middle\"]", "eligible.complexities[1]", "M006"),
        ("value = 0.3", "value = 1.3", "eligible.share", "M010"),
        ("value = 0.3", "value = nan", "eligible.share.value", "M005"),
        ("value = 0.3", "value = 0.7", "eligible.share", "M011"),
        ("value = 0.3, low", "low", "eligible.share.value", "M003"),
        ("class = \"assumption\"", "class = \"guess\"", "eligible.share.class", "M006"),
        ("source = \"leon\"", "source = \"itb\"", "eligible.share", "M012"),
        ("kind = \"disappears\"", "kind = \"vanishes\"", "change[0].kind", "M006"),
        ("kind = \"disappears\"", "kind = \"duration\"", "change[0].factor", "M003"),
        ("kind = \"disappears\"", "kind = \"access\"", "change[0].factor", "M003"),
        ("kind = \"disappears\"", "kind = \"planning\"\ntoday = \"habit\"", "change[0].today", "M006"),
        ("kind = \"disappears\"", "kind = \"screen\"\nstaff = \"both\"", "change[0].factor", "M003"),
        ("kind = \"disappears\"", "kind = \"forecast\"\nerror = 0.5", "change[0].error", "M005"),
        ("kind = \"disappears\"", "kind = \"cover\"\nshifts = [\"noon\"]", "change[0].shifts[0]", "M006"),
        ("complexities = [\"low\", \"medium\"]", "units = [\"hospital\"]", "eligible.units[0]", "M006"),
        ("kind = \"visit\"", "kind = \"price\"", "cost[0].kind", "M006"),
        ("groups = [\"ssa\", \"nurse\"]", "groups = []", "cost[0].groups", "M007"),
        ("minutes = { value = 20,", "minutes = { value = 0,", "cost[0].minutes", "M010"),
        ("[sources]", "[source]", "sources", "M003"),
    ];
    for (good, bad, path, code) in table {
        let text = GOOD.replacen(good, bad, 1);
        assert_ne!(text, GOOD, "{good}");
        assert_eq!(codes(&text)[0], (path.to_owned(), code), "{bad}");
    }
    assert_eq!(read_measure(&[0xFF]).unwrap_err()[0].code(), "M001");
}

#[test]
fn all_problems_come_at_once() {
    let text = GOOD.replace("name_da", "navn").replace("0.2,", "\"a\",").replace("[take_up]", "[uptake]");
    let problems = codes(&text);
    let wanted = [("name_da", "M003"), ("take_up", "M003"), ("navn", "M004"), ("uptake", "M004")];
    assert_eq!(problems, wanted.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn two_fates_of_one_visit_clash() {
    let text = GOOD.replace("[[cost]]", "[[change]]\nkind = \"single\"\n\n[[cost]]");
    assert_eq!(codes(&text), [("change[1]".to_owned(), "M013")]);
}

#[test]
fn codes_are_unique_and_both_languages_speak() {
    let mut codes = MeasureCause::CODES.to_vec();
    codes.dedup();
    assert_eq!(codes.len(), MeasureCause::CODES.len());
    let cause = MeasureCause::UnknownSource { id: "itb".into() };
    assert_ne!(cause.text(Lang::Da), cause.text(Lang::En));
}

const ROSTER: &str = r#"
id = "sensors"
name_da = "Sensorer"
name_en = "Sensors"

[eligible]
units = ["ward"]
share = { value = 1.0, class = "assumption", source = "leon" }

[take_up]
adoption = { value = 0.5, class = "assumption", source = "leon" }
drop_out = { value = 0.0, class = "assumption", source = "leon" }
failure = { value = 0.1, class = "assumption", source = "leon" }

[[change]]
kind = "cover"
shifts = ["night"]
groups = ["nurse"]
factor = { value = 0.5, class = "assumption", source = "leon" }
at_least = 1

[sources]
leon = "An assumption"
"#;

#[test]
fn a_measure_of_rosters_is_about_units() {
    let measure = read_measure(ROSTER.as_bytes()).unwrap();
    assert!(measure.is_of_rosters());
    assert_eq!((&measure.units[..], measure.tasks.len()), (&[UnitKind::Ward][..], 0));
    assert!(
        matches!(&measure.changes[0], MeasureChange::Cover { at_least: 1, kinds, .. } if kinds == &[ShiftKind::Night])
    );
    // What is written, what instead, where the problem stands, its code.
    let table = [
        ("units = [\"ward\"]\n", "", "eligible.units", "M007"),
        ("at_least = 1", "at_least = -1", "change[0].at_least", "M005"),
        ("at_least = 1", "at_least = 1.5", "change[0].at_least", "M005"),
        ("at_least = 1\n", "", "change[0].at_least", "M003"),
        ("groups = [\"nurse\"]", "groups = []", "change[0].groups", "M007"),
        (
            "value = 0.5, class = \"assumption\", source = \"leon\" }\nat",
            "value = 1.5, class = \"assumption\", source = \"leon\" }\nat",
            "change[0].factor",
            "M010",
        ),
        ("[sources]", "[[change]]\nkind = \"single\"\n[sources]", "change[1]", "M013"),
        ("kind = \"cover\"", "kind = \"night_rounds\"", "change[0].dropped", "M003"),
        (
            "[sources]",
            "[[cost]]\nkind = \"visit\"\nper_user_week = { value = 1, class = \"claim\", source = \"leon\" }\nminutes = { value = 9, class = \"claim\", source = \"leon\" }\ngroups = [\"ssa\"]\n[sources]",
            "cost[0]",
            "M013",
        ),
    ];
    for (good, bad, path, code) in table {
        let text = ROSTER.replacen(good, bad, 1);
        assert_ne!(text, ROSTER, "{good}");
        assert_eq!(codes(&text)[0], (path.to_owned(), code), "{bad}");
    }
}
